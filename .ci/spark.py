# Screens a data set by Spark and by one run; both must say the same, however Spark cuts it up.
#
#   python3 .ci/spark.py path/to/jlcheck [--applications N]
import argparse
import glob
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import environment

SPARK = "pyspark==4.0.1"
PARTITIONS = [1, 3, 8]
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)


def install(folder):
    """An environment with Spark in it; its commands' folder."""
    if not shutil.which("java"):
        subprocess.run(["apt-get", "update", "-q"], check=True)
        subprocess.run(["apt-get", "install", "-qy", "openjdk-17-jre-headless"], check=True)
    return environment.make(folder, SPARK)


def make(folder, count):
    """A data set of files in two folders, with faults, contradictions, and lines that are not UTF-8."""
    generated = subprocess.run(
        [sys.executable, f"{HERE}/Tests/Benchmarks/generate.py", str(count), "--contradictions",
         "--broken", "0.02"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
    ).stdout
    lines = generated.splitlines()
    # Planted contradictions stand together; apart they cross the boundaries of files and blocks.
    rng = random.Random(7)
    rng.shuffle(lines)
    for number in rng.sample(range(count), count // 100):
        lines[number] = lines[number].decode().encode("gb18030")
    for number in rng.sample(range(count), count // 100):
        lines[number] += rng.choice([b"\r", b"\n", b"\n \t\r"])
    names = ["2025/a b.ndjson", "2025/号.ndjson", "2025/more/c.ndjson", "blank.ndjson"]
    cuts = [0, count // 10, count // 2, count]
    for name, start, end in zip(names, cuts, cuts[1:]):
        os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
        with open(f"{folder}/{name}", "wb") as file:
            file.write(b"\n".join(lines[start:end]) + (b"" if name == names[0] else b"\n"))
    with open(f"{folder}/{names[-1]}", "wb") as file:
        file.write(b"\n \n\t\n")
    return sum(os.path.getsize(f"{folder}/{name}") for name in names)


def configuration(size, partitions):
    """What makes Spark cut so many bytes into so many partitions, and little else of a small job."""
    values = {
        "spark.sql.files.maxPartitionBytes": math.ceil(size / partitions) + 1,
        "spark.sql.files.minPartitionNum": partitions,
        "spark.sql.files.openCostInBytes": 0,
        "spark.sql.shuffle.partitions": 2,
        "spark.ui.enabled": "false",
    }
    return [word for name, value in values.items() for word in ("--conf", f"{name}={value}")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("jlcheck")
    parser.add_argument("--applications", type=int, default=20_000)
    options = parser.parse_args()
    jlcheck = os.path.abspath(options.jlcheck)
    flags = ["--bureau", "changchun"]
    with tempfile.TemporaryDirectory() as folder:
        commands = install(f"{folder}/venv")
        # Spark takes the first Python it finds, for itself and for its workers.
        variables = {**os.environ, "PATH": commands + os.pathsep + os.environ["PATH"]}
        size = make(f"{folder}/data", options.applications)
        begin = time.monotonic()
        # The files of a folder in the order in which one run goes through them.
        names = glob.glob("**/*.ndjson", root_dir=f"{folder}/data", recursive=True)
        whole = subprocess.run(
            [jlcheck, "screen", *sorted(names, key=os.fsencode), "--format", "ndjson", *flags],
            cwd=f"{folder}/data", stdout=subprocess.PIPE, check=False,
        ).stdout.splitlines()
        print(f"one run: {time.monotonic() - begin:.1f} s")
        rows = [line for line in whole if line.startswith(b'{"kind":"application",')]
        end = whole[len(rows):]
        kinds = {line[:60].split(b'"contradiction":"')[1].split(b'"')[0] for line in end[:-1]}
        problems = []
        if len(rows) != options.applications or len(kinds) != 9:
            problems.append(f"{len(rows)} rows, contradictions of {len(kinds)} kinds only")
        for count in PARTITIONS:
            output = f"{folder}/spark-{count}"
            begin = time.monotonic()
            run = subprocess.run(
                [f"{commands}/spark-submit", "--master", "local[2]",
                 *configuration(size, count), f"{HERE}/Tests/Spark/screen.py", "--jlcheck", jlcheck, "--output", output, *flags,
                 f"{folder}/data"],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                env=variables,
            )
            if run.returncode != 0:
                sys.exit(f"the job ended with {run.returncode}\n{run.stderr[-5000:]}")
            screened, told = (
                [line for path in glob.glob(f"{output}/{name}/part-*")
                 for line in open(path, "rb").read().splitlines()]
                for name in ("rows", "end")
            )
            print(f"{run.stdout.strip()}: {time.monotonic() - begin:.1f} s")
            if sorted(screened) != sorted(rows):
                problems.append(f"{run.stdout.strip()}: the rows differ")
            if told != end:
                problems.append(f"{run.stdout.strip()}: contradictions or totals differ")
        for problem in problems:
            print(problem)
        print(f"{len(rows)} rows and {len(end)} other lines, {len(problems)} problems")
        sys.exit(1 if problems else 0)


main()
