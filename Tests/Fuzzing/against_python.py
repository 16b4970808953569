#!/usr/bin/env python3
"""Finds texts that this program and Python's reader do not both take, or not as the same.

usage: against_python.py EXECUTABLE [--texts N] [--seed N]

The reader has to take exactly what RFC 8259 calls JSON; its own tests hold it to lists of texts, and to the
reader of the system's library. Here N texts (100,000 if nothing is said) are made and damaged, screened as
the lines of one file, and read by Python: both must find them faultless or neither, and see the same text in
a string. Where the two are known to differ, the text is passed by: half a surrogate pair, which Python
takes, a byte order mark, which it refuses, nesting beyond the limit, and what is no application at all.
"""
import argparse
import json
import random
import subprocess
import sys

# What the program says of values that JSON can express; all its other words are about the text.
OF_VALUES = {
    "unknown-key", "misspelt-key", "duplicate-key", "wrong-type", "blank-text", "number-as-text",
    "out-of-range", "number-too-large", "number-too-fine", "too-many-digits", "negative-number",
    "answer-in-words", "more-faults",
}
# Of a text that is no application, or one of another version, the program says no more.
PASSED_BY = {"lone-surrogate", "nesting-too-deep", "no-application", "unsupported-version"}
PIECES = [
    '"', "\\", "{", "}", "[", "]", ",", ":", " ", "\t", "\r", "\x0b", "\x0c", "\xa0", "\u2028", "0", "-", "+",
    ".", "e", "E+", "1", "00", "true", "null", "True", "NaN", "Infinity", "-Infinity", "nan", "//", "/*", "*/",
    "#", "'", "\\u", "\\u00", "\\u0000", "\\x", "\\/", "\\'", "\\U", "\x00", "\x1f", "\x7f", "\x80", "中", "：",
    "，", "“", "𠀀", "\ufeff", "\u3000", '""', '"a":', "[]", "{}", ",,", "1e5", "1.", ".5", "-0", "0x1", "1_0", "１", "\ud7ff",
]
LETTERS = [
    "a", "Z", "0", " ", "/", "中", "é", "e\u0301", "𠀀", "\u007f", "\u00a0", "\u2028", "\ufffd", "\U0010ffff",
]
NUMBERS = ["0", "-0", "12", "-3.50", "1e5", "2E-3", "-0.0e+7", "1" * 30, "0.1", "1E400", "9007199254740993"]


def text(chance):
    return "".join(chance.choice(LETTERS) for _ in range(chance.randrange(8)))


def string(chance):
    """A string, some of whose characters are escaped in one of the ways there are."""
    written = ""
    for letter in text(chance) + chance.choice(["", '"', "\\", "\n", "\b", "\x01"]):
        units = letter.encode("utf-16-be")
        must = letter in '"\\' or letter < " "
        if must and chance.random() < 0.5:
            written += json.dumps(letter)[1:-1]
        elif must or chance.random() < 0.2:
            digits = "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
            written += digits if chance.random() < 0.5 else digits.upper().replace("\\U", "\\u")
        else:
            written += letter
    return f'"{written}"'


def value(chance, depth=0):
    blank = chance.choice(["", "", "", " ", "\t", "\r", "  "])
    way = chance.randrange(4 if depth > 3 else 6)
    if way == 0:
        return blank + chance.choice(["true", "false", "null"]) + blank
    if way == 1:
        return blank + chance.choice(NUMBERS) + blank
    if way < 4:
        return blank + string(chance) + blank
    items = [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    if way == 4:
        return f"{blank}[{','.join(items)}]{blank}"
    return f"{blank}{{{','.join(f'{string(chance)}:{item}' for item in items)}}}{blank}"


def damaged(line, chance):
    """The line with up to three pieces put in, left out or put elsewhere."""
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
        place = chance.randrange(len(line) + 1)
        end = place + chance.choice([1, 1, 2, 9])
        way = chance.randrange(4)
        if way == 0:
            line = line[:place] + line[end:]
        elif way == 1:
            line = line[:place] + line[place:end] + line[place:]
        elif way == 2:
            line = line[:place] + chance.choice(PIECES) + line[end:]
        else:
            line = line[:place] + chance.choice(PIECES) + line[place:]
    return line.replace("\n", " ").removeprefix("\ufeff")


def read_by_python(line):
    """What Python reads, in a list; nothing where it refuses."""
    def refuse(word):
        raise ValueError(word)
    try:
        return [json.loads(line, parse_constant=refuse, parse_int=str, parse_float=str)]
    except (ValueError, RecursionError):
        return []


def read_by_program(executable, lines):
    """The rows of all lines that are not blank, by their numbers."""
    content = "".join(line + "\n" for line in lines).encode()
    command = [executable, "screen", "-", "--format", "ndjson"]
    run = subprocess.run(command, input=content, capture_output=True, check=False)
    rows = map(json.loads, run.stdout.splitlines())
    return {row["line"]: row for row in rows if row["kind"] == "application"}


def name_in(document):
    """The name that the form's place for it holds; nothing where there is more than one to choose from."""
    enterprise = document.get("enterprise") if isinstance(document, dict) else None
    name = enterprise.get("name") if isinstance(enterprise, dict) else None
    return name if isinstance(name, str) else None


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("executable")
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    lines = [
        damaged(f'{{"formatVersion":1,"enterprise":{{"name":{string(chance)}}},"x":{value(chance)}}}', chance)
        for _ in range(options.texts)
    ]
    rows = read_by_program(options.executable, lines)
    taken = refused = 0
    differing = []
    for number, line in enumerate(lines, 1):
        if number not in rows:
            if line.strip(" \t\r"):
                differing.append((line, "not screened"))
            continue
        row = rows[number]
        faults, name = {fault["reason"] for fault in row["faults"]}, row["enterprise"]
        of_text = faults - OF_VALUES
        # A row has the first faults only, and that of the text may be behind them.
        if faults & PASSED_BY or not of_text and row["faultCount"] > len(row["faults"]):
            continue
        document = read_by_python(line)
        taken, refused = taken + bool(document), refused + (not document)
        if bool(document) == bool(of_text):
            said = "takes" if document else "refuses"
            differing.append((line, f"Python {said} it, the program says {sorted(of_text)}"))
        elif document and name is not None and name != name_in(document[0]):
            differing.append((line, f"{name_in(document[0])!r} is read as {name!r}"))
    for line, what in differing[:20]:
        print(f"{line!r}\n  {what}")
    print(
        f"{len(lines)} texts, seed {options.seed}: {taken} taken, {refused} refused, "
        f"{len(differing)} not as Python does")
    # Where one reader hardly ever takes or refuses a text, the comparison says nothing.
    sys.exit(1 if differing or min(taken, refused) < options.texts // 10 else 0)


if __name__ == "__main__":
    main()
