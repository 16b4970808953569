#!/usr/bin/env python3
"""How long the program takes to start and to check one application.

usage: startup.py EXECUTABLE [--limit RATIO] [--runs N]

Both are measured against an empty Swift program built the same way, because what the system and the
language's runtime need is the same for both and nothing that this program can change.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import measuring

EMPTY = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "empty", targets: [.executableTarget(name: "empty")])
"""


def empty_program(folder):
    os.makedirs(f"{folder}/Sources/empty")
    open(f"{folder}/Package.swift", "w").write(EMPTY)
    open(f"{folder}/Sources/empty/main.swift", "w").write("")
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", folder]
    try:
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"the empty program cannot be built: {error}")
    return f"{folder}/.build/release/empty"


def ratios(executable, runs):
    """The time of `--version` and of `check`, relative to the empty program, each with quartiles."""
    with tempfile.TemporaryDirectory() as folder:
        # A linker leaves a file in memory in small pieces, which take a start longer to map than those
        # of a file that was copied or read from a disk, as an installed program was.
        empty = shutil.copy(empty_program(folder), f"{folder}/copy-of-empty")
        program = shutil.copy(executable, f"{folder}/copy-of-program")
        rounds = measuring.in_turn(
            runs,
            lambda: measuring.run(empty).seconds,
            lambda: measuring.run(program, "--version").seconds,
            lambda: measuring.run(program, "check", measuring.FIXTURE).seconds,
        )
    return {"--version": measuring.ratio(rounds, 1, 0), "check": measuring.ratio(rounds, 2, 0)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("executable", type=measuring.executable)
    parser.add_argument("--limit", type=float, help="fail where the ratio of --version is greater")
    parser.add_argument("--check-limit", type=float, help="fail where that of check is greater")
    parser.add_argument("--runs", type=int, default=300)
    options = parser.parse_args()
    measured = ratios(options.executable, options.runs)
    for name, (middle, low, high) in measured.items():
        print(
            f"{name} takes {middle:.2f} times the time of an empty program "
            f"(median of {options.runs} pairs, half of them {low:.2f} to {high:.2f})"
        )
    for name, limit in (("--version", options.limit), ("check", options.check_limit)):
        if limit and measured[name][0] > limit:
            sys.exit(f"{name}: more than {limit}")


if __name__ == "__main__":
    main()
