# The fixtures' expectations must hold, and nothing may fall out of them unseen; this breaks each.
#
#   python3 .ci/expectations.py path/to/jlcheck
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FIXTURES = Path("Fixtures")
# The applications of the usual programme, and those of the others, each in a folder of its own.
USUAL = FIXTURES / "Applications"
OTHERS = {
    "Clusters": "manufacturing-cluster", "LittleGiants": "key-little-giant", "Platforms": "service-platform",
    "Titles/Champions": "single-champion-holder", "Titles/Clusters": "manufacturing-cluster-holder",
}
COMPLETE = ["--coverage", "--require-coverage", "100"]
MANIFESTS = sorted(USUAL.rglob("expectations.json"))


class Program:
    """The program, and what was wrong with what it did."""

    def __init__(self, executable):
        self.executable = os.path.abspath(executable)
        self.runs = self.bad = 0

    def run(self, *arguments, **options):
        self.runs += 1
        return subprocess.run(
            [self.executable, "test", "--lang", "en", *map(str, arguments)],
            capture_output=True, text=True, check=False, **options,
        )

    def expect(self, what, run, status, *words):
        """Whether a run ended so and said all that."""
        said = run.stdout + run.stderr
        lacking = [word for word in words if word not in said]
        if run.returncode != status or lacking:
            self.bad += 1
            print(f"{what}: ended with {run.returncode}, not {status}; lacking {lacking}\n{said}")
        return run


def shown(program, manifest):
    """What each application of a manifest shows on its own: rows of the coverage with outcomes."""
    for name in read(manifest):
        run = program.run(manifest.parent / name, "--coverage", "--format", "json")
        rows = json.loads(run.stdout)["coverage"]["rows"]
        yield name, {
            (row["criterion"], row["reading"], outcome)
            for row in rows
            for outcome, count in row["counts"].items()
            if count
        }


def read(manifest):
    return json.loads(manifest.read_text(encoding="utf-8"))["applications"]


def write(manifest, applications):
    text = json.dumps({"applications": applications}, ensure_ascii=False)
    manifest.write_text(text, encoding="utf-8")


def indispensable(program):
    """Each application that alone shows something, with all that it alone shows."""
    showing = {}
    for manifest in MANIFESTS:
        for name, items in shown(program, manifest):
            for item in items:
                showing.setdefault(item, []).append((manifest, name))
    alone = {}
    for item, places in showing.items():
        if len(places) == 1:
            alone.setdefault(places[0], set()).add(item)
    return alone


def without(program, folder):
    """Without any one application that alone shows something the command fails and names that."""
    names = {
        "met": "met", "unmet": "unmet", "undetermined": "undetermined",
        "notApplicable": "not applicable", "forReview": "for review",
    }
    alone = indispensable(program)
    for (manifest, name), items in alone.items():
        copy = copied(folder)
        inside = copy / manifest.relative_to(USUAL)
        (inside.parent / name).unlink()
        gone = program.run(copy, *COMPLETE)
        program.expect(f"{name} deleted", gone, 1, name, "but it is not there", "Never shown")
        write(inside, {key: value for key, value in read(inside).items() if key != name})
        run = program.run(copy, *COMPLETE)
        program.expect(f"without {name}", run, 1, "below the 100% required")
        never = run.stdout.split("Never shown")[-1].splitlines()
        for criterion, reading, outcome in items:
            row = criterion + (f"/{reading}" if reading else "")
            line = next((line for line in never if line.split("  ")[1:2] == [row]), "")
            if names[outcome] not in line.split("  ")[-1].split(", "):
                program.bad += 1
                print(f"without {name} the lack of {row} {outcome} is not named")
    return len(alone)


def copied(folder):
    copy = Path(folder) / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(USUAL, copy)
    return copy


def broken(program, folder):
    """Each way to fail has its own status and its own words."""
    copy = copied(folder)
    manifest = copy / "eligible/expectations.json"
    entries = read(manifest)
    name = "manufacturer-of-bearings.json"

    entries[name] = {"verdict": "ineligible"}
    write(manifest, entries)
    run = program.run(copy)
    program.expect("a wrong verdict", run, 1, name, "expected INELIGIBLE, found ELIGIBLE",
                   f"{manifest}:1:", "1 not as expected")
    entries[name] = {"criteria": {"core-ip": "unmet"}, "faults": [{"reason": "comment"}]}
    write(manifest, entries)
    program.expect("a wrong outcome and fault", program.run(copy), 1, name,
                   "core-ip: expected unmet, found met", "fault expected, not found: comment")
    del entries[name]
    write(manifest, entries)
    program.expect("an expectation left out", program.run(copy), 1, name,
                   "no expectation is stated for it")
    write(manifest, {name: {"verdict": "eligable", "citeria": {}}, "b.json": {}})
    program.expect("a malformed manifest", program.run(copy), 65, f"{manifest}:1:",
                   "write “eligible” if that is meant", "write “criteria” if that is meant", "no expectation is stated here")

    empty = Path(folder) / "empty"
    empty.mkdir()
    program.expect("an empty folder", program.run(empty), 2, "nothing was tested", str(empty))
    program.expect("folders without expectations", program.run(FIXTURES / "Intake"), 2,
                   "nothing was tested")
    program.expect("a mistyped path", program.run("Fixturs"), 66,
                   "Fixturs: there is no such file; did you mean Fixtures?")
    mistyped = FIXTURES / "Applications/faulty/ten-fault.json"
    program.expect("a mistyped name", program.run(mistyped), 66,
                   "did you mean Fixtures/Applications/faulty/ten-faults.json?")
    program.expect("wrong usage", program.run(FIXTURES, "--require-coverage", "101"), 64,
                   "expected a number from 0 to 100")

    # Root may read everything, so what cannot be read is a link that leads nowhere or a device.
    missing = "there is no such file"
    for target, said, words in [("nowhere.json", missing, missing),
                                ("/proc/self/mem", "cannot be read", "")]:
        copy = copied(folder)
        application = copy / "eligible" / name
        application.unlink()
        application.symlink_to(target)
        program.expect(f"a link to {target}", program.run(copy, *COMPLETE), 66, str(application),
                       said)
        manifest = copy / "faulty/expectations.json"
        manifest.unlink()
        manifest.symlink_to(target)
        program.expect(f"a manifest that leads to {target}", program.run(manifest.parent), 66,
                       str(manifest), words)
    copy = copied(folder)
    application = copy / "eligible" / name
    application.unlink()
    application.mkdir()
    program.expect("a folder in the place of an application", program.run(copy), 1, name,
                   "but it is not there")


def updated(program, folder):
    """Expectations made wrong come back byte for byte; malformed ones stay as they are."""
    copy = copied(folder)
    for manifest in MANIFESTS:
        target = copy / manifest.relative_to(USUAL)
        entries = read(target)
        other = {"eligible": "ineligible", "ineligible": "undetermined", "undetermined": "eligible"}
        for entry in entries.values():
            entry["verdict"] = other[entry["verdict"]]
            for criterion in entry.get("criteria", {}):
                entry["criteria"][criterion] = "undetermined"
            for fault in entry.get("faults", []):
                fault["line"] = fault.get("line", 1) + 1
        entries["gone.json"] = {"shows": "an application that was deleted", "verdict": "eligible"}
        write(target, dict(sorted(entries.items(), reverse=True)))
    program.expect("all expectations wrong", program.run(copy), 1)
    program.expect("an update", program.run(copy, "--update"), 0, "gone.json",
                   "removed: there is no such application", "verdict: ineligible → eligible")
    for manifest in MANIFESTS:
        target = copy / manifest.relative_to(USUAL)
        if target.read_bytes() != manifest.read_bytes():
            program.bad += 1
            print(f"{manifest} does not come back as it was")
    times = [(copy / m.relative_to(USUAL)).stat().st_mtime_ns for m in MANIFESTS]
    program.expect("an update of what is right", program.run(copy, "--update"), 0, "rewritten  0")
    if times != [(copy / m.relative_to(USUAL)).stat().st_mtime_ns for m in MANIFESTS]:
        program.bad += 1
        print("an update touches what it does not change")

    manifest = copy / "faulty/expectations.json"
    text = manifest.read_text(encoding="utf-8").replace('"verdict"', '"verdct"', 1)
    manifest.write_text(text, encoding="utf-8")
    program.expect("an update of what is malformed", program.run(copy, "--update"), 65)
    if manifest.read_text(encoding="utf-8") != text:
        program.bad += 1
        print("a malformed manifest is overwritten")


def main():
    program = Program(sys.argv[1])
    program.expect("the fixtures", program.run(USUAL, *COMPLETE), 0, "AS EXPECTED", ", 100%")
    for folder, programme in OTHERS.items():
        program.expect(f"the fixtures of {programme}", program.run(FIXTURES / folder, "--programme", programme, *COMPLETE),
                       0, "AS EXPECTED", ", 100%")
    with tempfile.TemporaryDirectory() as folder:
        alone = without(program, folder)
        broken(program, folder)
        updated(program, folder)
    print(f"{program.runs} runs, {alone} applications that alone show something; "
          f"{program.bad} not as they should be")
    sys.exit(1 if program.bad or not alone else 0)


main()
