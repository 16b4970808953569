"""What the benchmarks share: running programs in turn, medians of pairs, and the same applications.

Other work on a machine slows whatever runs at that moment. So what is compared runs in turn, a ratio
is taken within each round, and the median of the rounds is reported; absolute figures come second.
"""
import os
import random
import signal
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURE = os.path.join(HERE, "../../Fixtures/Applications/eligible/manufacturer-of-bearings.json")
BUILD = "swift build -c release --static-swift-stdlib --product jlcheck"
# The exit statuses that tell what jlcheck found; all others say that it could not do its work.
FINDINGS = (0, 1, 2, 65)


@dataclass
class Run:
    """What one run of a program took, as the system counted it."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


def executable(path):
    """The path, or the end of the benchmark with advice where there is nothing to run."""
    if not os.access(path, os.X_OK) or os.path.isdir(path):
        sys.exit(f"{path}: no executable there; build it with: {BUILD}")
    return os.path.abspath(path)


def run(*command, statuses=FINDINGS):
    """Runs a program to its end without keeping what it prints.

    Linux counts the peak memory of the program that starts another one into the other's, so a
    benchmark keeps itself smaller than what it measures.
    """
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=nowhere)
    _, ended, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    status = os.waitstatus_to_exitcode(ended)
    if status < 0:
        sys.exit(f"{' '.join(command[:6])}: ended by {signal.Signals(-status).name}")
    if status not in statuses:
        sys.exit(f"{' '.join(command[:6])}: ended with exit status {status}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def in_turn(rounds, *actions):
    """The results of each action in each round; every round begins with another one.

    One round more is run before, so that files are in memory and code is warm.
    """
    results = []
    for number in range(rounds + 1):
        order = list(range(len(actions)))
        random.Random(number).shuffle(order)
        done = {place: actions[place]() for place in order}
        results.append([done[place] for place in range(len(actions))])
    return results[1:]


def median(values):
    return statistics.median(values)


def spread(values):
    """The quarter below and the quarter above the median, which show how noisy the machine was."""
    low, _, high = statistics.quantiles(values, n=4) if len(values) > 1 else [values[0]] * 3
    return low, high


def ratio(rounds, one, other):
    """The median of what one took in a round relative to the other, with its quartiles."""
    values = [results[one] / results[other] for results in rounds]
    return median(values), *spread(values)


def applications(path, count, *options):
    """A file of so many generated applications."""
    generator = os.path.join(HERE, "generate.py")
    with open(path, "wb") as file:
        subprocess.run(
            [sys.executable, generator, str(count), *options], stdout=file, check=True
        )
    return path


def separate_files(source, folder):
    """A folder with a file for each application of another file."""
    os.mkdir(folder)
    with open(source, "rb") as lines:
        for number, line in enumerate(lines):
            with open(os.path.join(folder, f"{number:06}.json"), "wb") as file:
                file.write(line)
    return folder


def machine():
    """The kind of machine, for the reader of the figures."""
    model = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.partition(":")[2].strip() for line in file if line.startswith("model name")]
        model = names[0] if names else model
    except OSError:
        pass
    return f"{os.uname().sysname} {os.uname().machine}, {model}, {os.cpu_count()} processors"
