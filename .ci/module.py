# The module for browsers writes what the command writes, byte for byte, and stops at nothing.
#
# usage: module.py EXECUTABLE MODULE [COUNT]
#
# What the module calls instead of a C library, against Python's own numbers. All applications of the
# fixtures, in both languages, strict and not, judged alone; as a batch in every form; and what the page asks
# for besides. One application ten thousand times in one module, whose memory must not grow with them. All
# histories of titles, and damaged ones, in every form that the page saves. Then COUNT damaged applications
# (1000 by default), fifty in one of these ways, the next fifty in the next: nearly all the time goes into
# judging, so each is judged once, and many can be.
import itertools
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from memory import damaged

ROOT = pathlib.Path(__file__).resolve().parents[1]
# Where the files of runs that differ are found afterwards.
KEPT = ROOT / ".build/differing"
# So many applications are judged in one run.
AT_ONCE = 50
# So many damaged applications, and what is written about them, stand on the disk at a time: about 60 MB.
PORTION = 1000
# Of the histories of titles, which are short.
DAMAGED_HISTORIES = 200
WAYS = [
    *(["check", "--format", "json", "--lang", language, *strict]
      for language in ("zh", "en") for strict in ([], ["--strict"])),
    ["check", "--format", "markdown"],
    ["screen", "--jobs", "1", "--format", "json"],
]


def main():
    executable, module = (os.path.abspath(name) for name in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    if not shutil.which("node"):
        subprocess.run(["apt-get", "update", "-q"], check=True)
        subprocess.run(["apt-get", "install", "-qy", "nodejs"], check=True)
    shutil.rmtree(KEPT, ignore_errors=True)
    paths = sorted((ROOT / "Fixtures/Applications").rglob("*.json"))
    fixtures = [path.read_bytes() for path in paths if not path.name.endswith("expectations.json")]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        test_runtime(folder)
        names = write([*fixtures, b"", b"\xff\xfe\x00"], folder, 0)
        runs = all_runs(names)
        differing, memory = compare(executable, module, runs, folder)
        print(f"{len(runs)} runs on {len(names)} applications, {differing} differ; memory {memory} bytes")

        check = (["check", "--format", "json", names[0]], names[:1])
        some, many = (run_module(module, [check] * times, folder) for times in (100, 10_000))
        print(f"memory {some} bytes after a hundred equal checks, {many} after ten thousand")

        titles = write(histories(), folder, 0)
        runs = title_runs(titles)
        more, memory = compare(executable, module, runs, folder)
        differing += more
        print(f"{len(runs)} runs on {len(titles)} histories, {more} differ; memory {memory} bytes")

        chance, ways = random.Random(13), itertools.cycle(WAYS)
        first, end = len(names), len(names) + count
        found, most = 0, 0
        for start in range(first, end, PORTION):
            contents = [damaged_one(fixtures, chance) for _ in range(start, min(start + PORTION, end))]
            names = write(contents, folder, start)
            runs = [([*next(ways), *fifty], fifty) for fifty in fifties(names)]
            more, memory = compare(executable, module, runs, folder)
            found, most = found + more, max(most, memory)
        print(f"{count} damaged applications, {found} runs differ; memory {most} bytes at most")
    if differing + found > 0:
        print(f"files of runs that differ are in {KEPT}", file=sys.stderr)
    if differing + found > 0 or many > some:
        sys.exit(1)


def test_runtime(folder):
    """What stands in for a C library: arithmetic of 128 bits against Python's, memory against itself."""
    sources = [ROOT / "Sources/BrowserRuntime" / name for name in ("memory.c", "wide.c")]
    clang = pathlib.Path(shutil.which("swiftc")).resolve().parent / "clang"
    subprocess.run(
        [clang, "--target=wasm32-unknown-none-wasm", "-O1", "-nostdlib", "-Wl,--no-entry", "-Wl,--export-all", "-I", ROOT / "Sources/BrowserRuntime/include",
         *sources, "-o", folder / "runtime.wasm"], check=True)
    chance = random.Random(17)
    ends = [0, 1, 2, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 2**127 - 1, 2**127, 2**128 - 1]
    numbers = ends + [chance.getrandbits(chance.randrange(1, 129)) for _ in range(60)]
    cases = [[name, str(a), str(b), str(expected(name, a, b))]
             for name in FUNCTIONS for a in numbers for b in numbers + list(range(128))
             if expected(name, a, b) is not None]
    (folder / "cases.json").write_text(json.dumps(cases))
    node = ["node", ROOT / ".ci/runtime.js", folder / "runtime.wasm", folder / "cases.json"]
    told = subprocess.run(node, check=True, stdout=subprocess.PIPE, text=True).stdout
    print(f"{len(cases)} calculations; {told.strip()}")


FUNCTIONS = ("__multi3", "__udivti3", "__umodti3", "__divti3", "__modti3", "__ashlti3", "__lshrti3", "__ashrti3")


def expected(name, a, b):
    """The result as an unsigned number of 128 bits; None where there is none."""
    modulus = 2**128
    if name.endswith("shlti3") or name.endswith("shrti3"):
        if b > 127:
            return None
        signed = a - modulus if a >> 127 and name == "__ashrti3" else a
        return (a << b if name == "__ashlti3" else signed >> b) % modulus
    if name == "__multi3":
        return a * b % modulus
    if b == 0:
        return None
    if name == "__udivti3":
        return a // b
    if name == "__umodti3":
        return a % b
    a, b = (number - modulus if number >> 127 else number for number in (a, b))
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return (quotient if name == "__divti3" else a - b * quotient) % modulus


def damaged_one(fixtures, chance):
    """One of the applications, damaged; damage may come to nothing, and is then tried again."""
    whole = chance.choice([content for content in fixtures if content])
    while (content := damaged(whole, chance)) == whole:
        pass
    return content


def write(contents, folder, first):
    """Writes the applications in place of those before, numbered from the first; says their files' names."""
    shutil.rmtree(folder / "in", ignore_errors=True)
    (folder / "in").mkdir()
    names = [f"in/{number:06}.json" for number in range(first, first + len(contents))]
    for name, content in zip(names, contents):
        (folder / name).write_bytes(content)
    return names


def fifties(names):
    return [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]


def all_runs(names):
    """Command lines, each with the files that it may find."""
    runs = [([*way, *fifty], fifty) for fifty in fifties(names) for way in WAYS]
    for form in ("json", "csv", "html"):
        runs.append((["screen", "--jobs", "1", "--bureau", "changchun", "--format", form, "in"], names))
    for name in names[:40]:
        runs.append((["plan", "--format", "json", name], [name]))
        runs.append((["check", "--format", "html", name], [name]))
        runs.append((["plan", "--format", "markdown", name], [name]))
    runs += [(args, []) for args in (["init"], ["init", "--example"], ["explain", "--format", "json"],
                                     ["check", "--format", "json", "no.json"])]
    return runs


def histories():
    """The histories of titles, then damaged ones."""
    paths = sorted((ROOT / "Fixtures/Titles").rglob("*.json"))
    whole = [path.read_bytes() for path in paths if not path.name.endswith("expectations.json")]
    chance = random.Random(19)
    return whole + [damaged_one(whole, chance) for _ in range(DAMAGED_HISTORIES)]


def title_runs(names):
    """Command lines on histories, each with the files that it may find: one at a time, as in the page."""
    return [(["status", "--lang", ("zh", "en")[number % 2], "--format", form, name], [name])
            for number, name in enumerate(names) for form in ("json", "ics", "markdown", "html")]


def compare(executable, module, runs, folder):
    """How many runs differ, and how much memory the module has at the end."""
    memory = run_module(module, runs, folder)
    differing = [run for number, run in enumerate(runs) if differs(executable, run, folder, number)]
    for args, files in differing[:20]:
        print("the module and the command differ:", " ".join(args)[:200], file=sys.stderr)
        for name in files:
            (KEPT / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / name, KEPT / name)
    return len(differing), memory


def run_module(module, runs, folder):
    """Runs the module; says how much memory it has at the end."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    told = [
        {"args": args, "folder": str(folder), "files": files, "target": str(out / str(number))}
        for number, (args, files) in enumerate(runs)
    ]
    (folder / "runs.json").write_text(json.dumps(told))
    node = ["node", ROOT / ".ci/module.js", module, ROOT / "Sources/browser/Page/program.js"]
    return int(subprocess.run([*node, folder / "runs.json"], check=True, stdout=subprocess.PIPE).stdout)


def differs(executable, run, folder, number):
    """Whether the command writes something else, or ends in another way."""
    command = subprocess.run([executable, *run[0]], cwd=folder, capture_output=True, env={})
    out = folder / "out" / str(number)
    told = [out.with_name(out.name + end).read_bytes() for end in (".status", ".output", ".error")]
    return told != [str(command.returncode).encode(), command.stdout, command.stderr]


if __name__ == "__main__":
    main()
