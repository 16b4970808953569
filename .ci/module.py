# The module for browsers writes what the command writes, byte for byte, and stops at nothing.
#
# usage: module.py EXECUTABLE MODULE [COUNT]
#
# All applications of the fixtures and COUNT damaged ones (1000 by default), in both languages, strict and
# not, judged alone; as a batch in every form; and what the page asks for besides. Then one application ten
# thousand times in one module, whose memory must not grow with them. At last what the module calls instead
# of a C library, against Python's own numbers.
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
# So many applications are judged in one run.
AT_ONCE = 50


def main():
    executable, module = (os.path.abspath(name) for name in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    if not shutil.which("node"):
        subprocess.run(["apt-get", "update", "-q"], check=True)
        subprocess.run(["apt-get", "install", "-qy", "nodejs"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        test_runtime(folder)
        names = gather(folder, count)
        runs = all_runs(names)
        memory = run_module(module, runs, folder)
        differing = [run for number, run in enumerate(runs) if differs(executable, run, folder, number)]
        for args, _ in differing[:20]:
            print("the module and the command differ:", " ".join(args)[:200], file=sys.stderr)
        check = (["check", "--format", "json", names[0]], names[:1])
        some, many = (run_module(module, [check] * times, folder) for times in (100, 10_000))
    print(f"{len(runs)} runs on {len(names)} applications, {len(differing)} differ; memory {memory} bytes, "
          f"after a hundred equal checks {some}, after ten thousand {many}")
    if differing or many > some:
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


def gather(folder, count):
    """The applications, each as a file with a short name."""
    files = sorted((ROOT / "Fixtures/Applications").rglob("*.json"))
    contents = [path.read_bytes() for path in files if not path.name.endswith("expectations.json")]
    chance = random.Random(13)
    contents += [damaged(chance.choice(contents[:100]), chance) for _ in range(count)]
    contents += [b"", b"\xff\xfe\x00"]
    (folder / "in").mkdir()
    names = [f"in/{number:06}.json" for number in range(len(contents))]
    for name, content in zip(names, contents):
        (folder / name).write_bytes(content)
    return names


def all_runs(names):
    """Command lines, each with the files that it may find."""
    runs = []
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        for language in ("zh", "en"):
            for strict in ([], ["--strict"]):
                runs.append((["check", "--format", "json", "--lang", language, *strict, *some], some))
        runs.append((["check", "--format", "markdown", *some], some))
    for form in ("json", "csv", "html"):
        runs.append((["screen", "--jobs", "1", "--bureau", "changchun", "--format", form, "in"], names[:500]))
    for name in names[:40]:
        runs.append((["plan", "--format", "json", name], [name]))
        runs.append((["check", "--format", "html", name], [name]))
        runs.append((["plan", "--format", "markdown", name], [name]))
    runs += [(args, []) for args in (["init"], ["init", "--example"], ["explain", "--format", "json"],
                                     ["check", "--format", "json", "no.json"])]
    return runs


def run_module(module, runs, folder):
    """Runs the module; says how much memory it has at the end."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    told = [
        {"args": args, "folder": str(folder), "files": files, "target": str(out / str(number % 100_000))}
        for number, (args, files) in enumerate(runs)
    ]
    (folder / "runs.json").write_text(json.dumps(told))
    node = ["node", ROOT / ".ci/module.js", module, ROOT / "Sources/browser/Page/program.js"]
    return int(subprocess.run([*node, folder / "runs.json"], check=True, stdout=subprocess.PIPE).stdout)


def differs(executable, run, folder, number):
    """Whether the command writes something else, or ends in another way."""
    args, files = run
    # A batch finds all that stands in its folder.
    place = folder
    if args[0] == "screen":
        place = folder / "batch"
        if not place.exists():
            (place / "in").mkdir(parents=True)
            for name in files:
                (place / name).write_bytes((folder / name).read_bytes())
    command = subprocess.run([executable, *args], cwd=place, capture_output=True, env={})
    out = folder / "out" / str(number)
    told = [out.with_name(out.name + end).read_bytes() for end in (".status", ".output", ".error")]
    return told != [str(command.returncode).encode(), command.stdout, command.stderr]


if __name__ == "__main__":
    main()
