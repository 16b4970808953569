#!/usr/bin/env python3
"""Changes the Swift rules in small ways, one at a time, and sees a test fail for each.

Tests that pass show little unless they fail where the program is wrong. A mutant is the program with one change: a
threshold by its smallest step, < for <=, && for ||, a condition that always or never holds, an outcome for another,
a reading left out, a fact kept in the place of another. It is killed by the cheapest of

    fixtures    jlcheck test Fixtures/…: a verdict, an outcome or a fault is not as expected
    cells       Tests/Specification: an outcome is not as the second statement of a programme's rules says
    unit tests  EligibilityTests, the tests of the rules and others fail, for those that are left

A difference in wording alone kills nothing. What survives is named in survivors.json with the reason why it is
equivalent or harmless, or in unexplained.json where nobody has found out yet; of the vocabulary and the rules nothing
stands there. Status 1 means that a mutant survived that is named in neither, that one in survivors.json is killed now
or is gone, or that a planted error was not noticed.

usage: mutate.py [--sample N --seed S] [--only PATTERN] [--left FILE] [--planted] [--list] [--build FOLDER] …

All mutants stand in one program (mutants.py), which is built once. All take an hour and a quarter, a
sample of 100 some minutes; --build keeps the program between runs. Needs Python 3.11 and Swift.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import importlib
import itertools
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import mutants as finding
from planted_errors import PLANTED

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Each names mutants by file, line of code and changes: those that survive, with the reason why that is no harm; those
# that survive without one; those that unit tests alone kill, which samples do not run; and those that the compiler
# refuses.
SURVIVORS, UNEXPLAINED, BY_UNIT_TESTS, UNCOMPILABLE = (
    HERE / f"{name}.json" for name in ("survivors", "unexplained", "by-unit-tests", "uncompilable")
)

# What decides, or reads what is decided on. `only` names the declarations that count; `words` those that word what
# was found, are asked for advice only, or write numbers: what they say is tested elsewhere.
REPORTED = set(
    "digits, difference, percent, roundedDownQuotient, twoDigits, ordinal, fault, magnitude, func days, next, successor, "
    "isRegistered, registrationDivision, organisationCheck, expectedCheckCharacter, isDecided, extent, text, code".split(
        ", "
    )
)
EXPLAINED = set(
    "values, margin, shortfall, asked, release, banRelease, contradicts, completeYears, isYearOnly, firstFullYear, "
    "completeYearsInField, explanation, unitDoubts, contradictions, openYears, places, isUnclear, mayManufacture, events, "
    "exclusion, entries, share, var reading, let open, let certain, uncertain".split(", ")
)
VALUES_OF_DOCUMENTS = set(
    "isOfFormat, beginObject, hasAnotherMember, row, place, isReliable, amountUnit, beginList, hasAnotherItem, visibleText, "
    "codeText, choice, flag, number, date, hasItems, takesNull".split(", ")
)
FILES = {
    "Eligibility/Logic/*.swift": {},
    # All but ratios, which experts are shown.
    "Eligibility/Quantities/[!R]*.swift": {"words": REPORTED},
    "Eligibility/Standards/*.swift": {"words": REPORTED},
    "Eligibility/Rulebook/Outcomes.swift": {},
    "Eligibility/Rulebook/Rulebook.swift": {},
    "Eligibility/Rulebook/Summariser.swift": {},
    "ChampionRules/Thresholds.swift": {},
    "ChampionRules/AveragedRevenue.swift": {"words": EXPLAINED},
    "ChampionRules/Plausibility.swift": {"only": {"leastAverage", "greatestAverage"}},
    # All but MissingFacts.swift.
    "ChampionRules/Criteria/[!M]*.swift": {"words": EXPLAINED},
    "Eligibility/Titles/*.swift": {},
    "ChampionRules/Facts/*.swift": {"words": {"entries", "name", "divisions", "covers"}},
    "ChampionRules/Holder/**/*.swift": {},
    "CommonFacts/Titles/*.swift": {},
    "CommonFacts/[!C]*.swift": {"words": {"name", "shares"}},
    "ClusterRules/*Thresholds.swift": {},
    # How many digits of an average are shown is a matter of wording.
    "ClusterRules/Criteria/*.swift": {"words": {"shown"}},
    "ClusterRules/Facts/*.swift": {},
    "ClusterRules/Holder/**/*.swift": {},
    "LittleGiantRules/*Thresholds.swift": {},
    "LittleGiantRules/Criteria/*.swift": {},
    "LittleGiantRules/Facts/*.swift": {},
    "PlatformRules/*Thresholds.swift": {},
    "PlatformRules/TextLength.swift": {},
    "PlatformRules/Annex2/*.swift": {},
    "PlatformRules/Criteria/*.swift": {},
    "PlatformRules/Facts/*.swift": {},
    "Programmes/Champion/*Format.swift": {},
    "Programmes/Common/CommonFormat.swift": {},
    "Programmes/Common/CommonRows.swift": {"words": {"versionMissing", "noSuchRound"}},
    "Judging/Reading/FactReader.swift": {"words": {"objection"}},
    "Judging/Reading/FastSource.swift": {},
    "Judging/Reading/FaultReach.swift": {},
    "Judging/Reading/ValueFormat.swift": {"words": {"codeBeforeName", "blankItems"}},
    "Judging/Reading/AnswerInWords.swift": {"only": {"saysNothing", "maySayNothing", "normalised"}},
    "Judging/Reading/ParsedApplication.swift": {"only": {"read", "readPlain"}},
    "Judging/Reading/DocumentReader.swift": {"only": VALUES_OF_DOCUMENTS},
}
# What all programmes use, the rules of each, and what reads applications, of which one programme's show enough.
SHARED = ("Eligibility", "CommonFacts")
RULES = ("ChampionRules", "ClusterRules", "LittleGiantRules", "PlatformRules")
READING = ("Judging", "Programmes")
MODULES = SHARED + RULES + READING
# What is about titles that are held, apart from the rest of its module.
TITLES = ("Eligibility/Titles", "CommonFacts/Titles")
# The folder of each programme's files, what the program is told for it, and the parts of the sources that it shows.
FIXTURES = (
    ("Applications", [], {*SHARED, "ChampionRules", *READING}),
    ("Clusters", ["--programme", "manufacturing-cluster"], {*SHARED, "ClusterRules"}),
    ("LittleGiants", ["--programme", "key-little-giant"], {*SHARED, "LittleGiantRules"}),
    ("Platforms", ["--programme", "service-platform"], {*SHARED, "PlatformRules"}),
    (
        "Titles/Champions",
        ["--programme", "single-champion-holder"],
        {*SHARED, *TITLES, "ChampionRules", "ChampionRules/Holder"},
    ),
    (
        "Titles/Clusters",
        ["--programme", "manufacturing-cluster-holder"],
        {*SHARED, *TITLES, "ClusterRules", "ClusterRules/Holder"},
    ),
)
CALL = r"\bm(?:_\w+|utant)\(-?\d+(?:, -?\d+)?"
TWO = ("m_if(", "m_step(", "m_conjunction(", "m_disjunction(", "m_agreement(")
# The suites about each module; those that go through thousands of draws or start programs would take hours.
READING_TESTS = (
    r"^ProgramTests\.(Amount|Code|Damage|Date|FactTable|FastReading|Length|Member|Scalar|Root|AnswerInWords)Tests"
)
RULES_TESTS = {rules: rf"^{rules}Tests\." for rules in RULES}
HOLDER_TESTS = {
    "ChampionRules/Holder": r"^ChampionRulesTests\.(Holder|Publicity|YearlyUpdate|ChangeReport|Inquiry)\w*Tests",
    "ClusterRules/Holder": r"^ClusterRulesTests\.ClusterHolderTests",
}
UNIT_TESTS = {
    "Eligibility": [r"^EligibilityTests\.", *RULES_TESTS.values()],
    "CommonFacts": list(RULES_TESTS.values()),
    **{rules: [tests] for rules, tests in {**RULES_TESTS, **HOLDER_TESTS}.items()},
    **{part: [r"^EligibilityTests\.Title", *HOLDER_TESTS.values()] for part in TITLES},
    **{module: [READING_TESTS] for module in READING},
}
SLOW_TESTS = "Property|Lottery|ExtremeValue|misuse traps|slip in a program|caller.s slip|every start|of interest"
# Seconds after which a program that reads fixtures or cells never ends; many times what it takes.
ENDLESS = 30


def part_of(file):
    """The part of the sources that a file is of: its module, or what its module holds about titles."""
    module, folder, *_ = file.split("/")
    return f"{module}/{folder}" if folder in ("Holder", "Titles") else module


def all_mutants():
    states, finders = {}, {}
    for path in ROOT.glob("Sources/*Rules/**/*.swift"):
        states |= finding.states_of(path.read_text("utf-8"))
    for pattern, options in FILES.items():
        for path in sorted((ROOT / "Sources").glob(pattern)):
            file = str(path.relative_to(ROOT / "Sources"))
            finders[file] = finding.Finder(file, path.read_text("utf-8"), states, **options)
    return finders


def planted_texts(finders):
    """Where the texts of planted errors belong, by file; a mutant of the name for each."""
    texts, named = collections.defaultdict(list), []
    for name, (file, anchor, text) in PLANTED.items():
        source = finders[file].source
        if source.count(anchor) != 1:
            raise SystemExit(f"{name}: its place stands {source.count(anchor)} times in {file}")
        place = source.index(anchor)
        line = source.count("\n", 0, place) + 1
        mutant = finding.Mutant(file, line, name, "planted", "planted")
        named.append(mutant)
        texts[file].append((place, text, mutant))
    return texts, named


# --------------------------------------------------------------------------------------------------- the build


class Program:
    """The package with the chosen mutants, built in a folder of its own."""

    def __init__(self, folder, finders, texts, named, chosen):
        self.folder, self.finders, self.texts, self.dropped = pathlib.Path(folder), finders, texts, []
        for number, mutant in enumerate(named, 1):
            mutant.number = number
        # Of a file whose mutants stay the same the numbers stay too, and so does what was built of it.
        built = set(map(id, chosen))
        for place, finder in enumerate(finders.values(), 1):
            for number, mutant in enumerate((m for edit in finder.edits for m in edit.mutants), 1):
                if id(mutant) in built:
                    mutant.number = place * 10_000 + number
        self.by_number = {mutant.number: mutant for mutant in [*named, *chosen]}

    def write(self):
        """Copies the package; files that are the same already keep their times, for what was built of them."""
        for source in [ROOT / "Package.swift", *(ROOT / "Sources").rglob("*"), *(ROOT / "Tests").rglob("*.swift")]:
            relative = source.relative_to(ROOT)
            if source.is_file() and "Mutation" not in relative.parts:
                put(self.folder / relative, source.read_bytes())
        package = (ROOT / "Package.swift").read_text("utf-8")
        package = re.sub(
            r"let strict: .*", 'let strict: [SwiftSetting] = [.unsafeFlags(["-suppress-warnings"])]', package
        )
        package += (
            f"\nfor target in package.targets where {json.dumps(MODULES)}.contains(target.name) {{\n"
            '  target.dependencies.append("Mutation")\n}\n'
            'package.targets.append(.target(name: "Mutation", dependencies: ["MutationNumber"]))\n'
            'package.targets.append(.target(name: "MutationNumber"))\n'
        )
        put(self.folder / "Package.swift", package.encode())
        # Unit tests look for them beside themselves.
        (self.folder / "Fixtures").unlink(missing_ok=True)
        (self.folder / "Fixtures").symlink_to(ROOT / "Fixtures")
        for name, place in {
            "Mutation.swift": "Mutation/Mutation.swift",
            "Kleene.swift": "Eligibility/Mutation.swift",
            "number.c": "MutationNumber/number.c",
            "number.h": "MutationNumber/include/number.h",
        }.items():
            put(self.folder / "Sources" / place, (HERE / "schemata" / name).read_bytes())
        for file, finder in self.finders.items():
            planted = [
                (place, text.replace("MUTANT", f"mutant({mutant.number})"))
                for place, text, mutant in self.texts.get(file, ())
                if mutant.number
            ]
            source = finding.render(finder.source, finder.edits, planted)
            if source != finder.source:
                source = "import Mutation\n" + source
            put(self.folder / "Sources" / file, source.encode())

    def build(self, *arguments):
        """Builds; mutants that do not compile are dropped, and the rest is built again."""
        while True:
            self.write()
            run = subprocess.run(
                ["swift", "build", "-j", "2", "--package-path", self.folder, *arguments],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            if run.returncode == 0:
                return
            errors = set(re.findall(r"^(/\S+/Sources/(\S+?)):(\d+):(\d+): error: (.*)", run.stdout, re.MULTILINE))
            dropped = {
                m.number: m
                for path, file, line, column, _ in errors
                for m in self.culprits(path, int(line), int(column))
            }
            if not dropped:
                print(run.stdout[-6000:])
                raise SystemExit("the package with its mutants does not build")
            print(f"{len(dropped)} mutants do not compile and are left out", flush=True)
            if "--why" in sys.argv:
                for error in sorted(errors):
                    print("  ", *error[1:])
            for mutant in dropped.values():
                mutant.number = 0
                self.dropped.append(mutant)

    def culprits(self, path, line, column):
        """The mutants of the innermost changed expression around a place, or those of its line."""
        source = pathlib.Path(path).read_text("utf-8")
        lines = source.split("\n")
        # Columns count bytes.
        before = len(lines[line - 1].encode()[: column - 1].decode(errors="ignore"))
        place = sum(len(text) + 1 for text in lines[: line - 1]) + before
        best = ""
        for match in re.finditer(CALL, source):
            if match.start() > place + 1:
                break
            depth, end = 0, match.start() + source[match.start() :].index("(")
            while end < len(source):
                depth += {"(": 1, ")": -1}.get(source[end], 0)
                end += 1
                if not depth:
                    break
            if end >= place:
                best = match.group()
        calls = [best] if best else re.findall(CALL, lines[line - 1])
        # The first number or the first two are those of mutants; what follows is the program's own.
        numbers = [int(n) for call in calls for n in re.findall(r"-?\d+", call)[: 2 if call.startswith(TWO) else 1]]
        return [self.by_number[n] for n in numbers if n > 0 and self.by_number[n].number]

    @property
    def executable(self):
        return self.folder / ".build/release/jlcheck"


def put(path, content):
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


# ------------------------------------------------------------------------------------------------- the killers


def limited():
    """Keeps a mutant that never ends from taking the machine's memory or disk."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 << 20, 256 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run_as(number, command, timeout=ENDLESS, limits=limited):
    """The status and output of a command started as a mutant; the status is None where it did not end."""
    environment = {**os.environ, "MUTANT": str(number), "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryFile() as output:
        try:
            run = subprocess.run(
                [str(part) for part in command],
                env=environment,
                stdout=output,
                stderr=subprocess.DEVNULL,
                timeout=timeout,
                preexec_fn=limits,
            )
        except subprocess.TimeoutExpired:
            return None, b""
        output.seek(0)
        return run.returncode, output.read()


class Fixtures:
    """The files of one programme, of which verdicts or standings, outcomes and faults are expected."""

    name = "fixtures"

    def __init__(self, program, folder, flags, parts):
        self.command = [program.executable, "test", ROOT / "Fixtures" / folder, "--quiet", *flags]
        self.parts = parts

    def kills(self, number):
        status, _ = run_as(number, self.command)
        return status != 0


class Cells:
    """Applications with the outcomes that the specification expects of each criterion."""

    def __init__(self, name, program, folder, applications, flags, parts):
        self.name, self.program, self.texts, self.count = name, program, applications, len(applications)
        self.parts = parts
        self.file = pathlib.Path(folder) / f"{name.replace(' ', '-')}.ndjson"
        self.file.write_text("\n".join(applications) + "\n", "utf-8")
        self.flags = flags
        self.expected = self.answers(0)
        if len(self.expected) < self.count + 2:
            raise SystemExit(f"unmutated, {name} are not screened")

    def answers(self, number):
        command = [self.program.executable, "screen", self.file, "--format", "ndjson", "--jobs", "1", *self.flags]
        status, output = run_as(number, command)
        # 65 says that some have faults, which rows show too.
        return output.split(b"\n") if status is not None and (0 <= status < 64 or status == 65) else []

    def kills(self, number):
        found = self.answers(number)
        if found == self.expected:
            return False
        if len(found) < self.count + 2:
            return True
        rows = itertools.islice(zip(self.expected, found), self.count)
        try:
            if any(one != other and self.outcomes(one) != self.outcomes(other) for one, other in rows):
                return True
            return self.totals(found) != self.totals(self.expected)
        except ValueError:
            return True  # what it writes is no JSON any more

    @staticmethod
    def outcomes(row):
        row = json.loads(row)
        names = lambda findings: sorted(finding["criterion"] for finding in findings)
        # Not every programme has the last ones.
        others = ("indicatorsUnmet", "judgementsWithoutMaterial", "hasPriority", "fileOrder")
        return (
            row["verdict"],
            names(row["unmet"]),
            names(row["undetermined"]),
            len(row["faults"]),
            *(row.get(other) for other in others),
        )

    @staticmethod
    def totals(rows):
        return [(one["criterion"], one["outcomes"]) for one in json.loads(rows[-2])["criteria"]]


def cells_of(folder, program, work):
    """The cells of each programme in portions, those that kill most first."""
    sys.path.insert(0, str(folder))
    return champion_cells(program, work) + cluster_cells(program, work) + cells_of_2021(program, work)


def champion_cells(program, work):
    cells, planted = importlib.import_module("cells"), importlib.import_module("planted")
    specification = planted.load()
    first, rest = portions_of(cells.every_cell())
    random_cells = list(cells.at_random(7000, "mutation"))
    verdicts = [item for item in first if item[0].startswith("conditions together")]
    parts = {*SHARED, "ChampionRules", *READING}
    portions = {
        "some cells": (first, ["--strict"], parts),
        "cells read slowly": (first, ["--strict"], parts),
        "cells not strict": (verdicts, [], parts),
        # Most of these are pairs of events, which concern rules only, and take longest.
        "other cells": (rest, ["--strict"], {"ChampionRules"}),
        "random cells": (random_cells, ["--strict"], parts),
    }
    comparison = lambda: silent(cells.Comparison)(program.executable, specification)
    killers = []
    for name, (items, flags, parts) in portions.items():
        named = [(name, cells.application(cell)) for name, cell in items]
        if name == "cells read slowly":
            # A text that begins with such a sign decides nothing, and is looked at by the reader that collects faults.
            texts = [re.sub(r'"text": "(?=[^"])', '"text": "①', text) for text in killers[0].texts]
        else:
            texts = as_specified(comparison, cells.CHUNK, named)
        killers.append(Cells(name, program, work, texts, flags, parts))
    slow = next(killer for killer in killers if killer.name == "cells read slowly")
    if slow.totals(slow.expected) != killers[0].totals(killers[0].expected):
        raise SystemExit("cells that are read slowly come out otherwise")
    return killers


def cluster_cells(program, work):
    cells, cluster = importlib.import_module("cluster_cells"), importlib.import_module("cluster")
    comparison = lambda: silent(cells.Comparison)(program.executable, cluster)
    # jlcheck may be more cautious than the statement where a mean has no end.
    decided = [item for item in cells.every_cell() if not any(cells.endless_ties(cluster.read(item[1])))]
    first, rest = portions_of(decided)
    random_cells = [
        item for item in cells.at_random(3000, "mutation") if not any(cells.endless_ties(cluster.read(item[1])))
    ]
    flags = ["--programme", cluster.PROGRAMME]
    return [
        Cells(name, program, work, as_specified(comparison, cells.CHUNK, items), flags, parts)
        for name, items, parts in (
            ("some cells of clusters", first, {*SHARED, "ClusterRules"}),
            ("other cells of clusters", rest, {"ClusterRules"}),
            ("random cells of clusters", random_cells, {*SHARED, "ClusterRules"}),
        )
    ]


def cells_of_2021(program, work):
    cells = importlib.import_module("round2021_cells")
    killers = []
    for programme, of, rules in (
        (cells.GIANT, "little giants", "LittleGiantRules"),
        (cells.PLATFORM, "platforms", "PlatformRules"),
    ):
        criteria = [criterion for criterion, its in cells.PROGRAMMES.items() if its == programme]
        comparison = lambda: silent(cells.Comparison)(program.executable, programme)
        first, rest = portions_of(cells.every_cell(criteria))
        for name, items, parts in (
            (f"some cells of {of}", first, {*SHARED, rules}),
            (f"other cells of {of}", rest, {rules}),
            (f"random cells of {of}", list(cells.at_random(programme, 1000, "mutation")), {*SHARED, rules}),
        ):
            texts = as_specified(comparison, cells.CHUNK, items)
            killers.append(Cells(name, program, work, texts, ["--programme", programme], parts))
    return killers


def portions_of(items):
    """Every n-th cell of each criterion with many and all of the others, and the rest."""
    groups = collections.defaultdict(list)
    for name, cell in items:
        groups[name.split("/")[0]].append((name, cell))
    first, rest = [], []
    for group in groups.values():
        step = max(1, len(group) // 250)
        for place, item in enumerate(group):
            (rest if place % step else first).append(item)
    return first, rest


def silent(comparison):
    """A comparison that keeps the names of what differs and prints nothing."""

    class Silent(comparison):
        def report(self, name, line, differences):
            self.different += 1
            self.differing = getattr(self, "differing", set()) | {name}

    return Silent


def as_specified(comparison, chunk, items):
    """The applications of which the program says, unmutated, what the specification does, so that what it says of them
    is the specification's expectation. Of others check.py tells; here they would kill for the wrong reason."""
    left, out = list(items), 0
    while True:
        differing = set()
        for start in range(0, len(left), chunk):
            names, texts = zip(*left[start : start + chunk])
            compared = comparison()
            compared.compare(list(texts), list(names))
            differing |= getattr(compared, "differing", set())
        if not differing:
            if out:
                print(f"{out} cells left out, of which jlcheck and the specification disagree", flush=True)
            return [text for _, text in left]
        out += len(differing)
        left = [item for item in left if item[0] not in differing]


class UnitTests:
    name, parts = "unit tests", tuple(UNIT_TESTS)

    def __init__(self, program):
        self.program = program

    def kills(self, number):
        part = part_of(self.program.by_number[number].file)
        return any(self.fail(number, tests) for tests in UNIT_TESTS[part])

    def fail(self, number, tests):
        # Started by itself: swift test takes seconds to find out that nothing is to be built.
        program = self.program.folder / ".build/debug/jlcheckPackageTests.xctest"
        command = [program, "--testing-library", "swift-testing", "--filter", tests, "--skip", SLOW_TESTS]
        status, _ = run_as(number, command, timeout=10 * ENDLESS, limits=None)
        return status != 0


# --------------------------------------------------------------------------------------------------- the runs


def load(path):
    """The mutants that a file names, each with what is said about it."""
    entries = json.loads(path.read_text("utf-8")) if path.exists() else []
    return {
        (entry["file"], entry["code"], change): entry.get("why") for entry in entries for change in entry["changes"]
    }


def record(path, mutants):
    """Writes a file that names mutants, those of one line together."""
    lines = collections.defaultdict(list)
    for file, code, change in sorted(mutants):
        lines[file, code].append(change)
    entries = [
        json.dumps({"file": file, "code": code, "changes": changes}, ensure_ascii=False)
        for (file, code), changes in lines.items()
    ]
    path.write_text("[\n" + ",\n".join(entries) + "\n]\n", "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sample", type=int, metavar="N", help="only so many mutants, and the planted errors")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", metavar="PATTERN", help="only mutants of files whose path has this in it")
    parser.add_argument("--left", type=pathlib.Path, metavar="FILE", help="only what a file of results left")
    parser.add_argument("--planted", action="store_true", help="only the planted errors")
    parser.add_argument("--list", action="store_true", help="list the mutants")
    parser.add_argument("--specification", type=pathlib.Path, default=ROOT / "Tests/Specification", metavar="FOLDER")
    parser.add_argument("--build", type=pathlib.Path, metavar="FOLDER", help="where the program is kept between runs")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="how many run at a time")
    parser.add_argument("--unit-tests", action="store_true", help="run unit tests on what is left")
    parser.add_argument("--results", type=pathlib.Path, metavar="FILE", help="write what became of each mutant")
    parser.add_argument("--record", action="store_true", help="write by-unit-tests.json, and add to uncompilable.json")
    parser.add_argument("--why", action="store_true", help="print the compiler's errors")
    options = parser.parse_args()
    started = time.monotonic()

    finders = all_mutants()
    texts, named = planted_texts(finders)
    uncompilable = load(UNCOMPILABLE)
    everything = [m for finder in finders.values() for edit in finder.edits for m in edit.mutants]
    candidates = [m for m in everything if m.key not in uncompilable and re.search(options.only or "", m.file)]
    if options.planted:
        candidates = []
    if options.left:
        left = {tuple(row["key"]) for row in json.loads(options.left.read_text("utf-8")) if row["by"] is None}
        candidates = [m for m in candidates if m.key in left]
    if options.sample is not None and options.sample < len(candidates):
        candidates = random.Random(options.seed).sample(candidates, options.sample)
    if options.list:
        for mutant in candidates:
            print(f"{mutant.kind:12} {mutant}")
        print(f"{len(candidates)} mutants, {len(named)} planted errors")
        return

    with contextlib.ExitStack() as stack:
        work = options.build or pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        # A program that is kept holds all of them, so that another choice is not another program.
        is_kept = options.build and options.sample is None
        built = [m for m in everything if m.key not in uncompilable] if is_kept else candidates
        program = Program(work / "package", finders, texts, named, built)
        program.build("-c", "release", "--product", "jlcheck")
        if options.record:
            record(
                UNCOMPILABLE, {*uncompilable, *(mutant.key for mutant in program.dropped)} & {m.key for m in everything}
            )
        chosen = [mutant for mutant in named + candidates if mutant.number]
        print(f"{len(chosen)} mutants built, {time.monotonic() - started:.0f} s", flush=True)
        killers = [Fixtures(program, *fixtures) for fixtures in FIXTURES]
        if any(killer.kills(0) for killer in killers):
            raise SystemExit("unmutated, a fixture is not as expected")
        killers += cells_of(options.specification, program, work)
        cells = sum(getattr(killer, "count", 0) for killer in killers)
        print(f"{cells} cells as the specification says, {time.monotonic() - started:.0f} s", flush=True)

        fates = {}

        def run(mutants, killers):
            """Holds mutants against killers, some at a time, and keeps the name of what kills each."""

            def fate(mutant):
                part = part_of(mutant.file)
                for killer in killers:
                    if part in killer.parts and killer.kills(mutant.number):
                        return killer.name
                return None

            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                for place, (mutant, by) in enumerate(zip(mutants, pool.map(fate, mutants)), 1):
                    fates[mutant.number] = by
                    if by is None:
                        print(f"  left after {killers[-1].name}: {mutant.kind}: {mutant}", flush=True)
                    if place % 200 == 0:
                        print(f"  {place} run, {time.monotonic() - started:.0f} s", flush=True)
            return [mutant for mutant in mutants if fates[mutant.number] is None]

        left = run(chosen, killers)
        if left and options.unit_tests:
            program.build("--build-tests")
            print(f"unit tests built, {len(left)} left, {time.monotonic() - started:.0f} s", flush=True)
            killer = UnitTests(program)
            if any(killer.fail(0, tests) for tests in set(sum(UNIT_TESTS.values(), []))):
                raise SystemExit("unmutated, unit tests fail")
            left = run(left, [killer])
            if options.record:
                known = set(load(BY_UNIT_TESTS)) - {mutant.key for mutant in chosen}
                by_them = {mutant.key for mutant in chosen if fates[mutant.number] == killer.name}
                record(BY_UNIT_TESTS, known | by_them)
        killed = collections.defaultdict(list)
        for mutant in chosen:
            if fates[mutant.number]:
                killed[fates[mutant.number]].append(mutant)
        report(options, chosen, program.dropped, killed, left, started)


def report(options, chosen, dropped, killed, survivors, started):
    justified, unexplained = load(SURVIVORS), set(load(UNEXPLAINED))
    if not options.unit_tests:
        by_unit_tests = load(BY_UNIT_TESTS)
        killed["unit tests, as recorded"] = [mutant for mutant in survivors if mutant.key in by_unit_tests]
        survivors = [mutant for mutant in survivors if mutant.key not in by_unit_tests]
    new = [mutant for mutant in survivors if mutant.key not in justified and mutant.key not in unexplained]
    for mutant in new:
        print(f"SURVIVED  {mutant.kind}: {mutant}")
    survived, tested = {mutant.key for mutant in survivors}, {mutant.key for mutant in chosen}
    whole = not (options.sample is not None or options.only or options.planted or options.left)
    stale = [key for key in justified if key in tested - survived or whole and key not in tested]
    for key in stale:
        print(f"STALE  no longer survives: {': '.join(key)}")
    if options.results:
        rows = [{"mutant": str(m), "key": m.key, "kind": m.kind, "by": by} for by, ms in killed.items() for m in ms]
        rows += [{"mutant": str(m), "key": m.key, "kind": m.kind, "by": None} for m in survivors]
        rows += [{"mutant": str(m), "key": m.key, "kind": m.kind, "by": "not compiled"} for m in dropped]
        options.results.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
    for name, count in (
        ("kind", collections.Counter(m.kind for m in chosen)),
        ("folder", collections.Counter("/".join(m.file.split("/")[:2]) for m in chosen)),
        ("killed by", {by: len(ms) for by, ms in killed.items()}),
    ):
        print(f"{name}: " + ", ".join(f"{what} {number}" for what, number in sorted(count.items())))
    for mutant in chosen:
        if mutant.kind == "planted":
            by = next((name for name, ms in killed.items() if mutant in ms), None)
            print(f"planted: {mutant.code}: " + (f"noticed by {by}" if by else "NOT NOTICED"))
    known = collections.Counter(mutant.key in justified for mutant in survivors if mutant not in new)
    print(
        f"{len(chosen)} mutants, {sum(map(len, killed.values()))} killed, {known[True]} survive with a reason, "
        f"{known[False]} unexplained, {len(new)} new, {len(stale)} reasons stale, {len(dropped)} not compiled, "
        f"{time.monotonic() - started:.0f} s"
    )
    sys.exit(1 if new or stale else 0)


if __name__ == "__main__":
    main()
