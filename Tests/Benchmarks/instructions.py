#!/usr/bin/env python3
"""How many instructions the program executes, which no other work on the machine changes.

usage: instructions.py EXECUTABLE [--check | --record] [--stages]

Counted by callgrind, with one worker:

  an application in one file, in a file of its own, and one with a fault: twice as many applications
  are screened, and the difference is divided, so that the start-up drops out
  `check` of one application, and `--version`, each from start to end

--check fails where a count is more than a tenth above instructions.json, and tells where one is more
than a tenth below, so that the record can be renewed: --record writes it. The counts hold for one
kind of processor and hardly change with anything but the program and its compiler.

--stages says which part of the instructions each stage takes, of an application without faults.
"""
import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

import measuring

RECORD = os.path.join(measuring.HERE, "instructions.json")
ROOT = os.path.join(measuring.HERE, "../..")
MARGIN = 0.1
IN_ONE_FILE, IN_FILES = 1000, 200
SCREEN = ["screen", "--format", "ndjson", "--jobs", "1"]
# The functions whose work, with all that they call, is a stage; none of them calls another one.
STAGES = {
    "cut the file into applications": r"BatchInput\.next\(\)",
    "read the facts": r"^Lines\.readFast\(_:\)$",
    "judge every criterion": r"^Summariser\.summarise\(_:under:strictness:explaining:\)$",
    "write the line": r"^ScreeningNDJSON\.write\(_:to:\)$",
}


def install(tool, package):
    if not shutil.which(tool):
        subprocess.run(["apt-get", "update", "-q"], stdout=sys.stderr, check=True)
        subprocess.run(["apt-get", "install", "-qy", package], stdout=sys.stderr, check=True)


def count(command, folder, profile="/dev/null"):
    """The instructions of a run that starts in a folder."""
    callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}"]
    # Hashes are seeded at random otherwise, and tables then grow and collide differently in each run.
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [*callgrind, *command], cwd=folder, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True,
    )
    collected = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode not in measuring.FINDINGS or not collected:
        sys.exit(f"{run.stderr}{' '.join(command)}: ended with {run.returncode} under callgrind")
    return int(collected[1])


def twice_as_many(work, size, broken):
    """Two files of applications, of which one holds twice as many as the other."""
    return [
        measuring.applications(f"{work}/{times}-{broken}.ndjson", times * size, "--broken", broken)
        for times in (1, 2)
    ]


def of_one(executable, work, size, paths):
    """The instructions of one application more."""
    once, twice = (count([executable, *SCREEN, os.path.basename(path)], work) for path in paths)
    return (twice - once) // size


def counts(executable):
    with tempfile.TemporaryDirectory() as work:
        usual = twice_as_many(work, IN_ONE_FILE, "0.02")
        faulty = twice_as_many(work, IN_FILES, "1")
        sound = twice_as_many(work, IN_FILES, "0")
        folders = [measuring.separate_files(path, f"{path}.folder") for path in sound]
        return {
            "an application in one file": of_one(executable, work, IN_ONE_FILE, usual),
            "an application in a file of its own": of_one(executable, work, IN_FILES, folders),
            "an application with a fault": of_one(executable, work, IN_FILES, faulty),
            "check": count([executable, "check", os.path.relpath(measuring.FIXTURE, ROOT)], ROOT),
            "--version": count([executable, "--version"], ROOT),
        }


def stages(executable):
    """The instructions of one application more, by stage."""
    with tempfile.TemporaryDirectory() as work:
        # With line numbers callgrind takes code inlined from another file for another function.
        stripped = f"{work}/jlcheck"
        subprocess.run(["strip", "--strip-debug", "-o", stripped, executable], check=True)
        once, twice = (
            profile([stripped, *SCREEN, os.path.basename(path)], work)
            for path in twice_as_many(work, IN_ONE_FILE, "0")
        )
    found = {"all": (twice.pop(None) - once.pop(None)) // IN_ONE_FILE}
    for stage, pattern in STAGES.items():
        names = [name for name in twice if re.search(pattern, name)]
        if not names:
            sys.exit(f"no function is called {pattern}: was it renamed, or is it inlined? See STAGES")
        difference = sum(twice[name] - once.get(name, 0) for name in names)
        found[stage] = difference // IN_ONE_FILE
    return {**found, "everything else": 2 * found["all"] - sum(found.values())}


def profile(command, work):
    """The instructions of each function with all that it calls; those of the program under None."""
    path = f"{work}/profile"
    functions = {None: count(command, work, path)}
    annotate = ["callgrind_annotate", "--inclusive=yes", "--threshold=100", path]
    text = subprocess.run(annotate, stdout=subprocess.PIPE, check=True).stdout
    demangle = ["swift", "demangle", "--simplified"]
    text = subprocess.run(demangle, input=text, stdout=subprocess.PIPE, check=True).stdout.decode()
    for amount, name in re.findall(r"^ *([\d,]+) \([ \d.]+%\)  \S*?:(.*?)(?: \[.*)?$", text, re.M):
        functions[name] = max(functions.get(name, 0), int(amount.replace(",", "")))
    return functions


def surroundings():
    version = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True)
    return {
        "architecture": platform.machine(),
        "swift": re.search(r"Swift version (\S+)", version.stdout)[1],
    }


def compare(record, measured):
    """Prints each count next to the record; returns what grew too much and what shrank so much."""
    grown, shrunk = [], []
    for name, found in measured.items():
        recorded = record["instructions"].get(name)
        change = found / recorded - 1 if recorded else None
        compared = f"{change:>+9.1%}" if recorded else "      new"
        print(f"{name:<40}{found:>14,}{compared}", flush=True)
        if recorded is None or change > MARGIN:
            grown.append(name)
        elif change < -MARGIN:
            shrunk.append(name)
    return grown, shrunk


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("executable", type=measuring.executable)
    purpose = parser.add_mutually_exclusive_group()
    purpose.add_argument("--check", action="store_true", help="fail where a count grew by a tenth")
    purpose.add_argument("--record", action="store_true", help="write the counts to the record")
    parser.add_argument("--stages", action="store_true", help="also the stages of an application")
    options = parser.parse_args()
    install("valgrind", "valgrind")
    here = surroundings()
    record = {"instructions": {}}
    if os.path.exists(RECORD):
        with open(RECORD, encoding="utf-8") as file:
            record = json.load(file)
    elif options.check:
        sys.exit(f"{RECORD}: no record to hold the counts against; make one with --record")
    if options.check and record["architecture"] != here["architecture"]:
        sys.exit(f"the record is of {record['architecture']}, this is {here['architecture']}")
    measured = counts(options.executable)
    grown, shrunk = compare(record, measured)
    if options.stages:
        found = stages(options.executable)
        print("\nan application in one file, by stage")
        for name, amount in found.items():
            print(f"{name:<40}{amount:>14,}{amount / found['all']:>8.0%}")
    if options.record:
        with open(RECORD, "w", encoding="utf-8") as file:
            json.dump({**here, "instructions": measured}, file, indent=2)
            file.write("\n")
    elif shrunk:
        print(f"fewer instructions than recorded for {', '.join(shrunk)}: renew it with --record")
    if options.check and grown:
        compiled = f"recorded with Swift {record['swift']}, this is {here['swift']}"
        sys.exit(f"more instructions than recorded for {', '.join(grown)} ({compiled})")


if __name__ == "__main__":
    main()
