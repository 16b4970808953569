#!/usr/bin/env python3
"""Writes the conformance suite, to which any implementation of the regulation can be held, and compares answers.

The suite is every cell of cells.py and every fixture without faults, each as one line of JSON with the outcomes
that specification.py gives. It is large, so it is generated, the same bytes each time; conformance.sha256 holds
the number of its lines and their SHA-256.

usage: conformance.py write SUITE              the whole suite
       conformance.py answer SUITE             what the specification answers, a line for each of the suite
       conformance.py compare SUITE ANSWERS    holds answers to it; ends with status 1 if one differs

A line of ANSWERS has the "id" of a line of SUITE, and "outcomes" and "verdict" as described in README.md.
"""

import hashlib
import json
import pathlib
import sys

import cells

APPLICATIONS = pathlib.Path(__file__).parents[2] / "Fixtures/Applications"
DIGEST = pathlib.Path(__file__).with_name("conformance.sha256")


def fixtures():
    """Name, application on one line, day of assessment and what is expected, of each fixture without faults."""
    for folder in ("eligible", "ineligible", "undetermined"):
        expectations = json.loads((APPLICATIONS / folder / "expectations.json").read_text("utf-8"))
        for name, expected in expectations["applications"].items():
            text = (APPLICATIONS / folder / name).read_bytes()
            try:
                text = text.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = text.decode("gb18030")
            application = json.loads(text, parse_float=cells.Verbatim)
            yield f"{folder}/{name}", json.dumps(application, ensure_ascii=False), expected.get("asOf"), expected


class Suite:
    """Takes lines as they are judged, and knows their number and hash."""

    def __init__(self, specification, file=None):
        self.specification, self.file = specification, file
        self.lines, self.hash = 0, hashlib.sha256()

    def add(self, name, application, filed, outcomes):
        head = {"id": name} | ({"asOf": filed} if filed else {})
        tail = {
            "outcomes": outcomes,
            "verdict": self.specification.verdict(outcomes),
            "strictVerdict": self.specification.verdict(outcomes, strict=True),
        }
        line = f'{json.dumps(head, ensure_ascii=False)[:-1]}, "application": {application}, {json.dumps(tail)[1:]}\n'
        self.lines += 1
        self.hash.update(line.encode())
        if self.file:
            self.file.write(line)

    def digest(self):
        return f"{self.lines} {self.hash.hexdigest()}\n"


def write(specification, file):
    suite = Suite(specification, file)
    for name, cell in cells.every_cell():
        text = cells.application(cell)
        suite.add(name, text, None, specification.judge(specification.read(text)))
    for name, text, filed, _ in fixtures():
        suite.add(name, text, filed, specification.judge(specification.read(text), filed))
    return suite


def answers(specification, lines):
    for line in lines:
        case = specification.read(line)
        outcomes = specification.judge(case["application"], case.get("asOf"))
        yield {"id": case["id"], "outcomes": outcomes, "verdict": specification.verdict(outcomes)}


def compare(suite, answers):
    """The number of lines of the suite whose answer is missing or differs; each is printed."""
    given, different = {answer["id"]: answer for answer in answers}, 0
    for line in suite:
        case = json.loads(line)
        answer = given.get(case["id"], {"outcomes": {}, "verdict": None})
        wrong = {
            c: (o, answer["outcomes"].get(c)) for c, o in case["outcomes"].items() if answer["outcomes"].get(c) != o
        }
        if answer["verdict"] != case["verdict"]:
            wrong["verdict"] = (case["verdict"], answer["verdict"])
        if wrong:
            different += 1
            print(
                case["id"],
                *(f"{what}: expected {wanted}, answered {found};" for what, (wanted, found) in wrong.items()),
            )
    return different


def main():
    import specification

    match sys.argv[1:]:
        case ["write", path]:
            with open(path, "w", encoding="utf-8") as file:
                suite = write(specification, file)
            print(suite.digest(), end="")
            sys.exit(suite.digest() != DIGEST.read_text("ascii"))
        case ["answer", path]:
            with open(path, encoding="utf-8") as lines:
                for answer in answers(specification, lines):
                    print(json.dumps(answer))
        case ["compare", suite, given]:
            with open(suite, encoding="utf-8") as lines, open(given, encoding="utf-8") as found:
                sys.exit(1 if compare(lines, map(json.loads, found)) else 0)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
