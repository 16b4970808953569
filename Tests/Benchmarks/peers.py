#!/usr/bin/env python3
"""How fast the program is next to others that read or judge the same applications.

usage: peers.py EXECUTABLE [--quick] [--rounds N] [--processor-time] [--json FILE]

The peers come from PyPI into an environment that is thrown away afterwards. All of them and jlcheck
take turns in each round; the ratio is taken within the round, and the median of the rounds is shown.

  orjson, simdjson and Python's json only parse, each line of a file that is in memory already
  ZEN     parses and decides the thirteen conditions of conditions.py; one call an application, and
          its faster way of a hundred in a call. Every outcome of every application is compared with
          jlcheck's, and one difference fails the benchmark
  sourcemeta's jsonschema  validates 1,000 separate files against application.schema.json, in the
          fastest of its modes: compiled beforehand, --fast; given the folder, and given every file

jlcheck is timed as a whole program with one worker: it starts, reads the file, decides all criteria,
looks for contradictions between applications and writes a line for each; only the disk is spared. The
validator is a whole program too. The others are timed from inside, without start-up and reading, and
without Python's garbage collector; all of this is in their favour.
"""
import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import venv

import conditions
import measuring

PACKAGES = [
    "orjson==3.13.0",
    "pysimdjson==7.0.2",
    "zen-engine==2.1.3",
    "sourcemeta-jsonschema==17.3.0",
]
MARK = "JLCHECK_PEERS"
SCHEMA = os.path.join(measuring.HERE, "application.schema.json")
# The slow peers get that part of the file in a round.
SLOW_PART = 20
BATCH = 100


def in_environment_of_its_own():
    """Runs this script again where the peers are installed, and ends with its status."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        # Debian keeps it in a package of its own.
        subprocess.run(["apt-get", "install", "-qy", "python3-venv"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = os.path.join(folder, "bin", "python")
        install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(install, check=True)
        environment = {**os.environ, MARK: folder}
        sys.exit(subprocess.run([python, *sys.argv], env=environment).returncode)


class Zen:
    """The decision engine with the conditions' model."""

    def __init__(self):
        import zen

        model = conditions.model()
        self.decision = zen.ZenEngine().create_decision(json.dumps(model))
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {"model": model}}})

    def one_by_one(self, lines):
        for line in lines:
            self.decision.evaluate(line)

    def batches(self, lines):
        """The results of all lines, so many of them in one call."""
        for start in range(0, len(lines), BATCH):
            requests = [{"key": "model", "context": line} for line in lines[start : start + BATCH]]
            yield from self.engine.evaluate_batch(requests)

    def in_batches(self, lines):
        for _ in self.batches(lines):
            pass


def differences(executable, path, lines, zen):
    """How many outcomes and verdicts of ZEN differ from jlcheck's; the first ones are printed."""
    command = [executable, "screen", path, "--format", "ndjson"]
    printed = subprocess.run(command, stdout=subprocess.PIPE).stdout.splitlines()
    rows = [row for row in map(json.loads, printed) if row["kind"] == "application"]
    if len(rows) != len(lines):
        sys.exit(f"{len(rows)} rows for {len(lines)} applications")
    count = 0
    for number, (row, result) in enumerate(zip(rows, zen.batches(lines)), 1):
        if not result["success"]:
            sys.exit(f"{path}:{number}: ZEN fails: {result['error']}")
        theirs = conditions.outcomes(result["data"]["result"])
        ours = dict.fromkeys(theirs, "met")
        for outcome in ("unmet", "undetermined"):
            ours |= {entry["criterion"]: outcome for entry in row[outcome]}
        theirs["verdict"], ours["verdict"] = conditions.verdict(theirs), row["verdict"]
        for name in ours:
            if ours[name] != theirs.get(name):
                count += 1
                if count <= 10:
                    print(f"line {number}: {name}: ZEN {theirs.get(name)}, jlcheck {ours[name]}")
    return count


class Table:
    """Rows of Markdown, and the same figures for --json."""

    def __init__(self):
        self.figures = {}
        print("| next to | goal | jlcheck ÷ peer | half of the rounds | peer, applications/s |")
        print("| --- | --- | --- | --- | --- |")

    def add(self, name, goal, rounds, place):
        """A row; the rounds hold seconds an application, jlcheck's first."""
        middle, low, high = measuring.ratio(rounds, place, 0)
        rate = 1 / measuring.median([results[place] for results in rounds])
        self.figures[name] = {"ratio": middle, "quartiles": [low, high], "peer rate": rate}
        print(f"| {name} | {goal} | {middle:.2f} | {low:.2f} to {high:.2f} | {rate:,.0f} |", flush=True)


def parsing_and_deciding(options, table, path, lines, zen):
    import orjson
    import simdjson

    clock = time.process_time if options.processor_time else time.perf_counter
    few = lines[: max(BATCH, len(lines) // SLOW_PART)]
    parser = simdjson.Parser()

    def jlcheck():
        run = measuring.run(options.executable, "screen", path, "--format", "ndjson", "--jobs", "1")
        return (run.processor_seconds if options.processor_time else run.seconds) / len(lines)

    def inside(work, part):
        def timed():
            gc.collect()
            gc.disable()
            start = clock()
            work(part)
            taken = clock() - start
            gc.enable()
            return taken / len(part)

        return timed

    def each(parse):
        def work(part):
            for line in part:
                parse(line)

        return work

    rounds = measuring.in_turn(
        options.rounds,
        jlcheck,
        inside(each(orjson.loads), lines),
        inside(each(parser.parse), lines),
        inside(each(json.loads), few),
        inside(zen.one_by_one, few),
        inside(zen.in_batches, few),
    )
    table.add("orjson, parsing only", "1.5", rounds, 1)
    table.add("simdjson's DOM, parsing only", "0.4", rounds, 2)
    table.add("Python's json, parsing only", "", rounds, 3)
    table.add("ZEN, the thirteen conditions", "25", rounds, 4)
    table.add(f"ZEN, {BATCH} applications in a call", "", rounds, 5)
    return 1 / measuring.median([results[0] for results in rounds])


def separate_files(options, table, folder):
    """1,000 files: only validated by the one, judged by the other."""
    import sourcemeta_jsonschema

    machine = os.uname()
    architecture = {"aarch64": "arm64"}.get(machine.machine, machine.machine)
    validator = os.path.join(
        os.path.dirname(sourcemeta_jsonschema.__file__),
        f"jsonschema-{machine.sysname.lower()}-{architecture}",
    )
    template = f"{folder}.template.json"
    with open(template, "wb") as file:
        subprocess.run([validator, "compile", "--fast", "--minify", SCHEMA], stdout=file, check=True)
    validate = [validator, "validate", SCHEMA, "--fast", "--template", template]
    files = [entry.path for entry in os.scandir(folder)]
    # A schema that accepts anything would be no peer.
    wrong = f"{folder}.wrong.json"
    with open(files[0], encoding="utf-8") as file, open(wrong, "w", encoding="utf-8") as other:
        other.write(file.read().replace('"bureau":"', '"bureau":"x', 1))
    if subprocess.run([*validate, wrong], capture_output=True).returncode != 2:
        sys.exit("the validator does not refuse a misspelt bureau")

    def program(*command, statuses):
        def timed():
            run = measuring.run(*command, statuses=statuses)
            return (run.processor_seconds if options.processor_time else run.seconds) / len(files)

        return timed

    screen = [options.executable, "screen", folder, "--format", "ndjson", "--jobs", "1"]
    rounds = measuring.in_turn(
        options.rounds * 3,
        program(*screen, statuses=measuring.FINDINGS),
        program(*validate, folder, statuses=(0,)),
        program(*validate, *files, statuses=(0,)),
    )
    table.add("sourcemeta, validating a folder of 1,000 files", "1", rounds, 1)
    table.add("sourcemeta, given the 1,000 names", "1", rounds, 2)
    return 1 / measuring.median([results[0] for results in rounds])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("executable", type=measuring.executable)
    parser.add_argument("--quick", action="store_true", help="fewer applications and rounds")
    parser.add_argument("--rounds", type=int, help="by default 20, or 5 with --quick")
    parser.add_argument("--processor-time", action="store_true", help="for a busy machine")
    parser.add_argument("--json", help="write the figures to this file too")
    options = parser.parse_args()
    options.rounds = options.rounds or (5 if options.quick else 20)
    if MARK not in os.environ:
        in_environment_of_its_own()
    count = 4000 if options.quick else 40_000
    print(f"{measuring.machine()}; {', '.join(PACKAGES)}\n")
    with tempfile.TemporaryDirectory() as work:
        path = measuring.applications(f"{work}/applications.ndjson", count)
        with open(path, "rb") as file:
            lines = file.read().splitlines()
        zen = Zen()
        table = Table()
        rate = parsing_and_deciding(options, table, path, lines, zen)
        folder = measuring.separate_files(
            measuring.applications(f"{work}/thousand.ndjson", 1000), f"{work}/folder"
        )
        rate_of_files = separate_files(options, table, folder)
        print(f"\njlcheck: {rate:,.0f} applications/s, {rate_of_files:,.0f} in separate files")
        count = differences(options.executable, path, lines, zen)
        compared = len(lines) * (len(conditions.CONDITIONS) + 1)
        print(f"ZEN and jlcheck differ in {count} of {compared:,} outcomes and verdicts")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            figures = {"machine": measuring.machine(), "packages": PACKAGES, "peers": table.figures}
            json.dump(figures, file, indent=2)
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
