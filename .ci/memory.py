# Screens damaged applications under valgrind, which sees every access outside of what was allocated.
#
# usage: memory.py EXECUTABLE
#
# The reader of plain texts reaches the bytes by pointers, so a slip in it would show nowhere else. The
# same lines are read as one file that ends with a line feed, as one that does not, and as files of
# their own.
import os
import random
import shutil
import subprocess
import sys
import tempfile

COUNT, SEED, CHANGES = 400, 11, 3
PIECES = [
    '"', "\\", ",", ":", "{", "}", "[", "]", " ", "\t", "\r", "0", "-", ".5", "1e5", "null", "true", "[]",
    "{}", '""', "é", "𠀀", "\\u0041", '"rank":', "1234567890123456789", "\0", "\x1f",
]


def damaged(line, chance):
    """The line with some bytes changed, removed and put in, and perhaps cut off."""
    line = bytearray(line)
    for _ in range(chance.randrange(CHANGES + 1)):
        if not line:
            break
        place = chance.randrange(len(line))
        way = chance.randrange(4)
        if way == 0:
            line[place] = chance.choice([byte for byte in range(256) if byte != ord("\n")])
        elif way == 1:
            del line[place : place + chance.choice([1, 2, 8])]
        elif way == 2:
            line[place:place] = chance.choice(PIECES).encode()
        elif chance.random() < 0.3:
            del line[max(1, place) :]
    return bytes(line)


def main():
    executable = os.path.abspath(sys.argv[1])
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)
    if not shutil.which("valgrind"):
        subprocess.run(["apt-get", "update", "-q"], check=True)
        subprocess.run(["apt-get", "install", "-qy", "valgrind"], check=True)
    generate = [sys.executable, f"{root}/Tests/Benchmarks/generate.py", str(COUNT)]
    lines = subprocess.run(generate, capture_output=True, check=True).stdout.splitlines()
    chance = random.Random(SEED)
    lines = [damaged(line, chance) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(f"{folder}/apart")
        for number, line in enumerate(lines):
            open(f"{folder}/apart/{number}.json", "wb").write(line)
        open(f"{folder}/ended.ndjson", "wb").write(b"\n".join(lines) + b"\n")
        open(f"{folder}/open.ndjson", "wb").write(b"\n".join(lines))
        for name in "ended.ndjson", "open.ndjson", "apart":
            screen = [executable, "screen", name, "--format", "ndjson", "--jobs", "2"]
            run = subprocess.run(
                ["valgrind", "-q", "--error-exitcode=99", *screen], cwd=folder, capture_output=True
            )
            # A file that damage leaves no member of an application is none; a line stays one.
            if run.returncode != (66 if name == "apart" else 65) or run.stderr:
                sys.stderr.buffer.write(run.stderr[:5000])
                sys.exit(f"{name}: ended with {run.returncode}")
            rows = run.stdout.count(b'{"kind":"application"')
            if rows != COUNT:
                sys.exit(f"{name}: {rows} rows of {COUNT}")
    print(f"{COUNT} damaged applications read in three ways without a wrong access")


if __name__ == "__main__":
    main()
