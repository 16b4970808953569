#!/usr/bin/env python3
"""Gives the program bytes that a fuzzer makes, until something breaks that no test thought of.

libFuzzer, which comes with the compiler, changes the bytes it has, keeps what reaches new code, and stops
at a trap, at an access outside of what was allocated, at a run that takes too long or too much memory, and
where a target sees that something does not hold which has to hold for all bytes.

usage: fuzz.py EXECUTABLE [--seconds N] [--jobs N] [TARGET...]

EXECUTABLE is a release build of jlcheck, by which the first bytes are made. Each target runs for N seconds,
60 if nothing is said; --seconds 1800 is half an hour each; so many jobs run at a time, one if nothing is
said. What was kept stands in .build/fuzzing/kept and is where the next run begins. If a target finds something, the status is 1, and it is said where the bytes
are and how to repeat it.
"""
import argparse
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Fixtures"
SCRATCH = ROOT / ".build" / "fuzzing"
FUZZER = SCRATCH / "release" / "fuzz"
# Seconds one run may take: even under the sanitizer no seed takes a tenth of one.
LONGEST = 10
MOST_MEMORY = 6144
# Runs after which a target begins anew from what it kept: the tables by which files are read stay for as long
# as a process runs, and a command on claims or expectations makes its own, up to half a megabyte a run.
ROUND = 8_000
# A few times the longest application among the fixtures, so that members can be doubled.
MOST_BYTES = 20_000
# libFuzzer takes no longer words.
LONGEST_WORD = 64

TOKENS = [
    "{", "}", "[", "]", ":", ",", '"', "\\", "null", "true", "false", "NaN", "-0", "1e999", "0.01", "//",
    "/*", "*/", "\\u0000", "\\ud800", "\\udc00", "\r\n", "\n", "：", "，", "“", "”", "１", "\u3000",
    "\ufeff", "\u202e", "\x1b[2J", "9223372036854775807", "-9223372036854775808", "170141183460469231731",
    "2024-02-29", "0000-00-00", "9999-12-31", "万元", "亿元", "\ud55c", "𠀀", "::error::", "=1+1",
]

# Which texts a target begins with, and the words of which schemas or flags it may put in.
TARGETS = {
    "reader": ("applications", "application"),
    "judging": ("applications", "application"),
    "reports": ("applications", "application"),
    "screening": ("lines", "application"),
    "expectations": ("expectations", "expectations"),
    "claims": ("claims", "claims"),
    "plan": ("applications", "application"),
    "assumptions": ("assumptions", "application"),
    "verification": ("reports", "report"),
    "comparison": ("applications", "application"),
    "commands": ("commands", None),
}


# What the targets begin with


class Seeds:
    """The first bytes of each kind, from the fixtures and from what the program makes of them."""

    def __init__(self, executable):
        self.executable = executable

    def run(self, *arguments):
        """What the program writes; its status says what it found, which is of no interest here."""
        return subprocess.run([self.executable, *arguments], capture_output=True, check=False).stdout

    def schema(self, name):
        return json.loads(self.run("schema", name))

    def applications(self):
        folders = [FIXTURES / "Applications", FIXTURES / "Intake"]
        files = [file for folder in folders for file in sorted(folder.rglob("*.json"))]
        texts = [file.read_bytes() for file in files if file.name != "expectations.json"]
        return [*texts, *map(compact, texts[::5]), self.run("init", "--example")]

    def lines(self):
        lines = [compact(text) for text in self.applications()]
        # Contradictions are between applications: pairs of neighbours, which are much alike.
        return lines[::4] + [b"\n".join(pair) for pair in zip(lines[::8], lines[1::8])]

    def expectations(self):
        seeds = []
        for file in sorted((FIXTURES / "Applications").glob("*/expectations.json")):
            for entry in json.loads(file.read_bytes())["applications"].values():
                seeds += [entry, {"applications": {"example.json": entry}}]
        # Most of them say the same of other applications.
        return unique(json.dumps(seed, ensure_ascii=False, indent=2).encode() for seed in seeds)

    def claims(self):
        seeds = []
        with tempfile.TemporaryDirectory() as folder:
            for strict in ([], ["--strict"], ["--as-of", "2025-09-01"]):
                for part in (FIXTURES / "Intake", FIXTURES / "Applications" / "faulty"):
                    file, key = f"{folder}/claims", f"{folder}/key"
                    Path(key).write_bytes(b"a secret of some length")
                    self.run("screen", str(part), "--claims", file, "--claims-key", key, *strict)
                    lines = Path(file).read_bytes().splitlines(keepends=True)
                    Path(file).unlink()
                    seeds.append(b"".join(lines))
                    # A short part, which is no whole one, and each kind of line alone.
                    seeds += [b"".join(lines[:3]), lines[0] + lines[-1], lines[-1], *lines[1:20:4]]
        return [seed for seed in seeds if len(seed) <= MOST_BYTES]

    def assumptions(self):
        """A change of each member to each kind of value, and a few changes together."""
        changes = []
        for pointer, schema in members(self.schema("application"), ""):
            choices = [choice["const"] for choice in schema.get("oneOf", []) if "const" in choice]
            for value in [*map(str, choices[:2]), "1", "2025-09-01", "true", "null"]:
                changes.append(f"{pointer}={value}")
        several = ["\n".join(changes[at : at + 3]) for at in range(0, len(changes), 9)]
        return [seed.encode() for seed in changes + several]

    def reports(self):
        with tempfile.TemporaryDirectory() as folder:
            example = f"{folder}/example.json"
            Path(example).write_bytes(self.run("init", "--example"))
            variants = [[], ["--strict"], ["--lang", "zh"], ["--lang", "en"], ["--as-of", "2025-09-01"]]
            reports = [self.run("check", "--format", "json", example, *variant) for variant in variants]
        # Reports are long, and what is read of them is little: without their findings they are short.
        return [seed for seed in [*map(short, reports), *reports] if len(seed) <= MOST_BYTES]

    def commands(self):
        seeds = []
        for command in re.findall(r"^  ([a-z]+)\b", self.run("help", "--lang", "en").decode(), re.M):
            text = self.run("help", command, "--lang", "en").decode()
            for line in re.findall(r"^  jlcheck (.*)$", text, re.M):
                words = shlex.split(line.partition("<")[0].replace("application.json", "example.json"))
                seeds.append("\n".join(words).encode())
            for flag in set(re.findall(r"--[a-z-]+", text)):
                seeds.append(f"{command}\n{flag}\nexample.json".encode())
        return seeds

    def words(self, kind, schema):
        """The words a target may put in."""
        if schema is None:
            words = {word for seed in self.commands() for word in seed.decode().split("\n")}
        else:
            words = {f'"{word}"' for word in strings(self.schema(schema))} | set(TOKENS)
        if kind == "assumptions":
            words |= {pointer for pointer, _ in members(self.schema(schema), "")}
        encoded = sorted(word.encode() for word in words)
        return [word for word in encoded if 0 < len(word) <= LONGEST_WORD]


def compact(text):
    """An application as a line has it; one that no other reader reads stays, on a line."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).encode()
    except ValueError:
        return text.replace(b"\n", b" ")


def short(report):
    """A report without the longest lists of its applications."""
    report = json.loads(report)
    for application in report["applications"]:
        for name in [name for name, value in application.items() if len(json.dumps(value)) > 800]:
            del application[name]
    return json.dumps(report, ensure_ascii=False).encode()


def unique(seeds):
    return list(dict.fromkeys(seeds))


def members(schema, pointer):
    """All members of a schema's objects, in lists those of the first item, with their schemas."""
    for name, member in schema.get("properties", {}).items():
        yield f"{pointer}/{name}", member
        yield from members(member, f"{pointer}/{name}")
    if "items" in schema:
        yield f"{pointer}/0", schema["items"]
        yield from members(schema["items"], f"{pointer}/0")


def strings(schema):
    """The names of members and the words to choose from anywhere in a schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from strings(part)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (word for word in [schema.get("const"), *schema.get("enum", [])] if isinstance(word, str))
        for part in schema.values():
            yield from strings(part)


def quoted(word):
    """A word as a dictionary has it."""
    letters = [chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word]
    return f'"{"".join(letters)}"'


# Running


def build():
    # The first flag lets the fuzzer's function be the main one. Of two flags the compiler heeds the last alone,
    # so that the one passed on to it names both sanitizers.
    command = [
        "swift", "build", "-c", "release", "--sanitize", "fuzzer", "-Xswiftc", "-sanitize=fuzzer,address",
        "--product", "fuzz", "--package-path", str(ROOT), "--scratch-path", str(SCRATCH),
    ]
    done = subprocess.run(
        command, env={**os.environ, "JLCHECK_FOR_FUZZING": "1"}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        # The linker warns of every symbol of the sanitizer.
        lines = [line for line in done.stdout.decode().splitlines() if "Cannot export local symbol" not in line]
        sys.exit("\n".join([*lines[-40:], "the fuzzer cannot be built"]))


def surroundings(target):
    return {
        "JLCHECK_FUZZ": target,
        # Swift marks the kind of a text in the pointer to it, which the search for leaks then takes for none;
        # what really leaks ends a long run by its memory.
        "ASAN_OPTIONS": "detect_leaks=0",
        # Swift's own report of a trap would wait for a terminal; libFuzzer reports it too, and keeps the bytes.
        "SWIFT_BACKTRACE": "enable=no",
    }


def fuzz(target, seeds, words, seconds):
    """Runs a target; returns whether nothing was found."""
    folders = {name: SCRATCH / name / target for name in ("kept", "seeds", "found")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    for old in folders["seeds"].iterdir():
        old.unlink()
    for number, seed in enumerate(seeds):
        (folders["seeds"] / f"{number:04}").write_bytes(seed)
    dictionary = SCRATCH / f"{target}.dict"
    dictionary.write_text("\n".join(map(quoted, words)) + "\n", encoding="ascii")
    log = SCRATCH / f"{target}.log"
    end = time.monotonic() + seconds
    count, status, edges = 0, 0, "0"
    with log.open("wb") as file:
        while status == 0 and (left := round(end - time.monotonic())) > 0:
            command = [
                str(FUZZER), f"-max_total_time={left}", f"-runs={ROUND}", f"-timeout={LONGEST}",
                f"-rss_limit_mb={MOST_MEMORY}", f"-max_len={MOST_BYTES}", f"-dict={dictionary}",
                f"-artifact_prefix={folders['found']}/", "-detect_leaks=0", "-print_final_stats=1",
                str(folders["kept"]), str(folders["seeds"]),
            ]
            begun = file.tell()
            run = subprocess.run(
                command, env={**os.environ, **surroundings(target)}, stdout=file, stderr=file, check=False)
            status = run.returncode
            said = log.read_bytes()[begun:].decode(errors="replace")
            runs = re.findall(r"number_of_executed_units: (\d+)|^#(\d+)", said, re.M)
            count += max((int(first or second) for first, second in runs), default=0)
            edges, features, kept = (re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", said) or ["000"])[-1]
            file.seek(0, os.SEEK_END)
            if edges == "0":
                break
    print(f"{target:13} {count:>9} runs  {edges:>6} edges  {features:>6} features  {kept:>5} kept", flush=True)
    if status == 0 and edges != "0":
        return True
    setting = " ".join(f"{name}={value}" for name, value in surroundings(target).items())
    for file in re.findall(r"Test unit written to (\S+)", said):
        # A run that only took long is kept too, and is no finding.
        if "/slow-unit-" not in file:
            print(f"  found: {file}\n  repeat: {setting} {FUZZER} {file}")
            print(f"  make shorter: the same with -minimize_crash=1 -max_total_time={seconds} before the file")
    what = f"status {status}" if status else "no code was seen to run"
    print(f"  {what}, see {log}", flush=True)
    return False


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("executable")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_intermixed_args()
    unknown = sorted(set(options.targets) - set(TARGETS))
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    seeds = Seeds(os.path.abspath(options.executable))
    build()

    def run(target):
        kind, schema = TARGETS[target]
        return fuzz(target, getattr(seeds, kind)(), seeds.words(kind, schema), options.seconds)

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        is_sound = all(list(pool.map(run, options.targets or TARGETS)))
    sys.exit(0 if is_sound else 1)


if __name__ == "__main__":
    main()
