"""Screens a data set of any size on a Spark cluster; the result is that of one run over all of it.

    spark-submit screen.py --jlcheck PATH --output FOLDER [--bureau BUREAU] DATASET

DATASET is a folder of *.ndjson files, one application a line, in whatever file system Spark reads.
FOLDER gets `rows`, a line for each application, and `end`, the contradictions between applications
and the totals. Together, but for their order, they are what `jlcheck screen --format ndjson` writes
about the same files, however Spark cuts them up.

Spark divides each file into blocks. Each block is screened by one process of `jlcheck`, which is
told where the block stands in its file and keeps apart what its applications claim; the driver
puts the claims of all blocks together, 300 bytes an application, with `jlcheck claims`.
"""
import argparse
import itertools
import os
import posixpath
import secrets
import subprocess
import sys
import tempfile
from urllib.parse import unquote

from pyspark import SparkFiles, StorageLevel
from pyspark.sql import SparkSession, functions

# The statuses that say how applications came out; any other means that the run failed.
VERDICTS = {0, 1, 2, 65}
BLANKS = b" \t\r"


def lines_of(spark, dataset):
    """Every line with its file and the start of its block; bytes, since not all files are UTF-8."""
    # Only this byte ends a line of NDJSON; left to itself Spark ends lines at others too.
    reader = spark.read.option("lineSep", "\n").option("recursiveFileLookup", True)
    lines = reader.option("pathGlobFilter", "*.ndjson").text(dataset)
    return lines.select(
        functions.col("_metadata.file_path").alias("file"),
        functions.col("_metadata.file_block_start").alias("start"),
        functions.col("value").cast("binary").alias("line"),
    )


def places_of(lines):
    """For each block what reports call its file, and the number of its first line."""
    counts = lines.groupBy("file", "start").count().collect()
    paths = {file: unquote(file) for file, _, _ in counts}
    root = posixpath.commonpath([posixpath.dirname(path) for path in paths.values()])
    places, next_lines = {}, {}
    for file, start, count in sorted(counts):
        first = next_lines.get(file, 1)
        places[file, start] = posixpath.relpath(paths[file], root), first
        next_lines[file] = first + count
    return places


def screener(program, places, secret, flags):
    """A function that screens the blocks of a partition."""

    def screen(rows):
        for block, lines in itertools.groupby(rows, key=lambda row: (row.file, row.start)):
            with tempfile.TemporaryDirectory() as folder, open(f"{folder}/lines", "w+b") as spool:
                is_blank = True
                for row in lines:
                    spool.write(row.line + b"\n")
                    is_blank = is_blank and not row.line.strip(BLANKS)
                if not is_blank:
                    spool.seek(0)
                    yield from screen_block(spool, folder, *places[block])

    def screen_block(spool, folder, source, first_line):
        # A file, because other users of the machine can see a command line.
        with open(f"{folder}/secret", "wb") as file:
            file.write(secret)
        command = [SparkFiles.get(program), "screen", "-", "--format", "ndjson", "--jobs", "1"]
        command += ["--source", source, "--first-line", str(first_line), *flags]
        command += ["--claims", f"{folder}/claims", "--claims-key", f"{folder}/secret"]
        with open(f"{folder}/complaints", "w+b") as complaints:
            run = subprocess.Popen(command, stdin=spool, stdout=subprocess.PIPE, stderr=complaints)
            for line in run.stdout:
                # The block's own contradictions and totals are those of a part only.
                if line.startswith(b'{"kind":"application",'):
                    yield "row", line.rstrip(b"\n").decode()
            if run.wait() not in VERDICTS:
                complaints.seek(0)
                raise RuntimeError(f"jlcheck ended with {run.returncode}: {complaints.read()!r}")
        with open(f"{folder}/claims", "rb") as claims:
            # By the bytes of its name and by its line, as one run goes through the files.
            yield "claims", ((source.encode(), first_line), claims.read())

    return screen


def end_of(parts, jlcheck, flags):
    """The lines to which the claims of all parts come, put together in order."""
    command = [jlcheck, "claims", "-", "--format", "ndjson", *flags]
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    # It writes nothing before it has read everything.
    with run.stdin as claims:
        for _, part in parts:
            claims.write(part)
    lines = run.stdout.read().decode().removesuffix("\n").split("\n")
    if run.wait() not in VERDICTS:
        sys.exit(f"jlcheck claims ended with {run.returncode}")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset")
    parser.add_argument("--jlcheck", required=True, help="the executable, sent to all machines")
    parser.add_argument("--output", required=True, help="a folder that does not exist yet")
    parser.add_argument("--bureau", help="the bureau whose intake this is")
    options = parser.parse_args()
    flags = ["--bureau", options.bureau] if options.bureau else []
    spark = SparkSession.builder.appName("jlcheck screen").getOrCreate()
    context = spark.sparkContext
    jlcheck = os.path.abspath(options.jlcheck)
    context.addFile(jlcheck)
    lines = lines_of(spark, options.dataset)
    screen = screener(
        os.path.basename(jlcheck), places_of(lines), secrets.token_bytes(32), flags)
    # Kept, so that nothing is screened twice.
    results = lines.rdd.mapPartitions(screen).persist(StorageLevel.DISK_ONLY)
    rows = results.filter(lambda result: result[0] == "row").values()
    rows.saveAsTextFile(posixpath.join(options.output, "rows"))
    parts = results.filter(lambda result: result[0] == "claims").values().sortByKey()
    end = end_of(parts.toLocalIterator(), jlcheck, flags)
    context.parallelize(end, 1).saveAsTextFile(posixpath.join(options.output, "end"))
    print(f"{lines.rdd.getNumPartitions()} partitions, {parts.count()} blocks")
    spark.stop()


if __name__ == "__main__":
    main()
