#!/usr/bin/env python3
"""How fast the whole program is and how much memory it needs.

usage: run.py EXECUTABLE [--quick] [--rounds N] [--processor-time] [--json FILE]

Measured is what a user waits for: start-up, reading, every criterion, the report. Reports are
rendered but kept nowhere, so that no disk is measured. What is compared runs in turn; every figure
is the median of the rounds, followed by the quarter below and the quarter above it.

  one worker      screening a file of 100,000 applications to NDJSON
  two workers     the same with two, relative to one
  separate files  screening a folder of 1,000 files, relative to the same applications in one file
  start-up        `--version` and `check` on one file, relative to an empty Swift program
  flatness        the time of one application in files of 1,000 to 1,000,000, relative to 10,000

For flatness both sides of a round screen equally many applications, in files of the one size and of
the other, and from each run the time of screening a single application is taken off: small files
would otherwise only show the start-up.

--quick is for continuous integration: smaller files and fewer rounds. --processor-time is for a
machine busy with other work: it counts what the processors did instead of what the clock says, except
for two workers and start-up.
"""
import argparse
import json
import os
import sys
import tempfile

import measuring
import startup

REFERENCE = 10_000


def screen(options, path, jobs=1):
    return measuring.run(
        options.executable, "screen", path, "--format", "ndjson", "--jobs", str(jobs)
    )


def seconds(options, run):
    return run.processor_seconds if options.processor_time else run.seconds


class Results:
    """Figures by name, printed as they come."""

    def __init__(self):
        self.figures = {}

    def add(self, name, figures, unit):
        middle, low, high = figures
        self.figures[name] = {"median": middle, "quartiles": [low, high], "unit": unit}
        digits = 2 if middle < 100 else 0
        print(f"{name:<44}{middle:>12,.{digits}f} {unit}  ({low:,.{digits}f} to {high:,.{digits}f})")
        sys.stdout.flush()


def workers(options, results, path, count):
    rounds = measuring.in_turn(
        options.rounds,
        lambda: screen(options, path),
        lambda: screen(options, path, jobs=2),
    )
    elapsed = [[run.seconds for run in runs] for runs in rounds]
    results.add("two workers relative to one", measuring.ratio(elapsed, 0, 1), "times the rate")
    size = os.path.getsize(path)
    rates = [1 / seconds(options, one) for one, _ in rounds]
    middle, low, high = measuring.median(rates), *measuring.spread(rates)
    results.add("one worker", [count * rate for rate in (middle, low, high)], "applications/s")
    results.add("one worker, input", [size * rate / 1e6 for rate in (middle, low, high)], "MB/s")


def files(options, results, path, folder):
    rounds = measuring.in_turn(
        options.rounds * 2,
        lambda: seconds(options, screen(options, folder)),
        lambda: seconds(options, screen(options, path)),
    )
    results.add("1,000 files relative to one file of 1,000", measuring.ratio(rounds, 0, 1), "times")
    times = [1000 * one for one, _ in rounds]
    results.add("1,000 files", (measuring.median(times), *measuring.spread(times)), "ms")


def flatness(options, results, single, reference, path, count):
    """The time of an application in a file of so many, relative to files of the reference size."""
    amount = max(count, REFERENCE)
    peaks = []

    def repeated(file, times):
        runs = [screen(options, file) for _ in range(times)]
        peaks.append(max(run.peak_bytes for run in runs) if file == path else 0)
        return sum(seconds(options, run) for run in runs)

    rounds = measuring.in_turn(
        max(3, options.rounds * REFERENCE // amount),
        lambda: repeated(path, amount // count),
        lambda: repeated(reference, amount // REFERENCE),
        lambda: repeated(single, 20) / 20,
    )
    relative = []
    for taken, reference_taken, start in rounds:
        # A run of one application holds that one besides the start-up, which is nothing next to it.
        of_one = (taken - start * (amount // count)) / amount
        of_reference = (reference_taken - start * (amount // REFERENCE)) / amount
        relative.append(of_one / of_reference)
    name = f"time of one application among {count:,}"
    results.add(name, (measuring.median(relative), *measuring.spread(relative)), "times")
    peak = max(peaks) / 2**20
    results.add(f"peak memory with {count:,}", (peak, peak, peak), "MiB")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("executable", type=measuring.executable)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int, help="how many rounds, by default 20, or 5 with --quick")
    parser.add_argument("--processor-time", action="store_true")
    parser.add_argument("--json", help="write the figures to this file too")
    options = parser.parse_args()
    options.rounds = options.rounds or (5 if options.quick else 20)
    results = Results()
    print(measuring.machine())
    with tempfile.TemporaryDirectory() as work:

        def applications(count):
            path = f"{work}/{count}.ndjson"
            if not os.path.exists(path):
                measuring.applications(path, count, "--broken", "0.02")
            return path

        count = 20_000 if options.quick else 100_000
        workers(options, results, applications(count), count)
        folder = measuring.separate_files(applications(1000), f"{work}/folder")
        files(options, results, applications(1000), folder)
        for name, figures in startup.ratios(options.executable, options.rounds * 15).items():
            results.add(f"{name} relative to an empty program", figures, "times")
        for count in [1000, 100_000] if options.quick else [1000, 100_000, 1_000_000]:
            flatness(options, results, applications(1), applications(REFERENCE), applications(count), count)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": measuring.machine(), "figures": results.figures}, file, indent=2)


if __name__ == "__main__":
    main()
