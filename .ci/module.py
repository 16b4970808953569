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
        names = gather(folder, count)
        runs = all_runs(names)
        memory = run_module(module, runs, folder)
        differing = [run for number, run in enumerate(runs) if differs(executable, run, folder, number)]
        for args, _ in differing[:20]:
            print("the module and the command differ:", " ".join(args)[:200], file=sys.stderr)
        grown = run_module(module, [(["check", "--format", "json", names[0]], names[:1])] * 10_000, folder)
        single = run_module(module, [(["check", "--format", "json", names[0]], names[:1])], folder)
    print(f"{len(runs)} runs on {len(names)} applications, {len(differing)} differ; memory {memory}; "
          f"one check {single}, ten thousand {grown}")
    if differing or grown > single:
        sys.exit(1)


def gather(folder, count):
    """The applications, each as a file with a short name."""
    files = sorted((ROOT / "Fixtures/Applications").rglob("*.json"))
    contents = [path.read_bytes() for path in files if not path.name.endswith("expectations.json")]
    chance = random.Random(13)
    contents += [damaged(chance.choice(contents[:100]), chance) for _ in range(count)]
    contents.append((ROOT / "Fixtures/Intake").exists() and b"\xff\xfe\x00" or b"")
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
        runs.append((["check", *some], some))
        runs.append((["check", "--format", "markdown", *some], some))
    for form in ("text", "json", "ndjson", "csv", "markdown", "html", "junit", "sarif", "github"):
        runs.append((["screen", "--jobs", "1", "--bureau", "changchun", "--format", form, "in"], names[:500]))
    for name in names[:40]:
        runs.append((["plan", "--format", "json", name], [name]))
        runs.append((["check", "--format", "html", name], [name]))
    runs += [(args, []) for args in (["init"], ["init", "--example"], ["schema", "application"],
                                     ["explain", "--format", "json"], ["check", "no.json"])]
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
