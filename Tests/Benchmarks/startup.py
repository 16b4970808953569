# How long the program takes to start, against an empty Swift program built the same way.
#
# usage: startup.py EXECUTABLE [--limit RATIO] [--runs N]
import argparse
import os
import statistics
import subprocess
import tempfile
import time

EMPTY = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "empty", targets: [.executableTarget(name: "empty")])
"""


def empty_program(folder):
    os.makedirs(f"{folder}/Sources/empty")
    open(f"{folder}/Package.swift", "w").write(EMPTY)
    open(f"{folder}/Sources/empty/main.swift", "w").write("")
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", folder]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return f"{folder}/.build/release/empty"


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable")
    parser.add_argument("--limit", type=float)
    parser.add_argument("--runs", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty = [empty_program(folder)]
        ours = [options.executable, "--version"]
        for _ in range(10):
            seconds(ours), seconds(empty)
        # In turn, so that both see the same machine; the ratio is taken pair by pair.
        pairs = [(seconds(ours), seconds(empty)) for _ in range(options.runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"start-up is {ratio:.2f} times that of an empty program (median of {len(pairs)} pairs)")
    if options.limit and ratio > options.limit:
        raise SystemExit(f"more than {options.limit}")


main()
