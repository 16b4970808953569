# The schemas that `jlcheck schema` writes promise what files and reports look like; this holds real ones to
# them, sees that those published in Fixtures are the same, and plants what they must refuse.
#
#   python3 .ci/schemas.py path/to/jlcheck
import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

import environment

VALIDATOR = "jsonschema==4.23.0"
SCHEMAS = "Fixtures/Schemas"
NAMES = ["application", "report", "plan", "comparison", "screening", "screening-line", "test", "expectations", "claims",
         "status"]
TITLES = {"Champions": "single-champion-holder", "Clusters": "manufacturing-cluster-holder"}
# Histories between which every member of a report on titles is there, each list with something in it.
CHANGED_TITLES = ("Champions/faulty-wrong-types", "Champions/update-reminded-not-said-whether-filed",
                  "Champions/term-stated-longer-than-three-years", "Clusters/faulty-unknown-ground")
SMALL = ("Fixtures/Reports/screening/ndjson", "Fixtures/Reports/test")
# Of whole reports a few show that a schema refuses what is wrong; they show every member between them.
CHANGED = ("eligible/manufacturer-of-bearings", "faulty/ten-faults", "eligible/services-applicant",
           "undetermined/clean-record-accident-2022-09-09-readings-disagree",
           "ineligible/average-revenue-growing-to-190-million")
INTAKE = ["Fixtures/Intake", "Fixtures/Intake/absent.json"]
RUNS = [INTAKE, ["--only", "ineligible", *INTAKE], ["--bureau", "changchun", *INTAKE],
        ["Fixtures/Applications"]]


def in_environment_of_its_own():
    """Runs this script again where the validator is installed, and ends with its status."""
    with tempfile.TemporaryDirectory() as folder:
        programs = environment.make(folder, VALIDATOR)
        sys.exit(environment.run_again(programs, JLCHECK_VALIDATOR="installed"))


def documents(executable):
    """Each report with where it comes from and the name of its schema."""
    for path in sorted(glob.glob("Fixtures/Reports/screening/json/*.json")):
        yield path, "screening", json.load(open(path, encoding="utf-8"))
    for path in sorted(glob.glob("Fixtures/Reports/screening/ndjson/*.ndjson")):
        for number, line in enumerate(open(path, encoding="utf-8", newline="\n"), 1):
            yield f"{path}:{number}", "screening-line", json.loads(line)
    for arguments in RUNS:
        for language in ["zh", "en"]:
            for form in ["json", "ndjson"]:
                command = ["screen", "--format", form, "--lang", language, *arguments]
                run = subprocess.run([executable, *command], capture_output=True, check=False)
                if run.returncode > 66:
                    sys.exit(f"{command} ended with {run.returncode}: {run.stderr.decode()}")
                name = " ".join(command)
                if form == "json":
                    yield name, "screening", json.loads(run.stdout)
                else:
                    for number, line in enumerate(run.stdout.splitlines(), 1):
                        yield f"{name}, line {number}", "screening-line", json.loads(line)


def claims(executable):
    """The lines of claims files, likewise."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/secret", "wb") as file:
            file.write(bytes(range(32)))
        for arguments in [INTAKE, ["--strict", "--as-of", "2025-09-30", "Fixtures/Applications"]]:
            command = ["screen", "--claims", f"{folder}/claims", "--claims-key", f"{folder}/secret"]
            subprocess.run([executable, *command, "--quiet", *arguments], check=False)
            for number, line in enumerate(open(f"{folder}/claims", encoding="utf-8"), 1):
                yield f"claims of {' '.join(arguments)}, line {number}", json.loads(line)


def files():
    """The applications of the fixtures."""
    return [path for path in sorted(glob.glob("Fixtures/Applications/*/*.json"))
            if not path.endswith("expectations.json")]


def reports(executable):
    """The reports on every application of the fixtures, and the plans for it."""
    # The language changes no shape, so every other application is reported on in Chinese.
    runs = [([command, "--format", "json", "--lang", ["en", "zh"][number % 2], path], schema)
            for number, path in enumerate(files())
            for command, schema in [("check", "report"), ("plan", "plan")]]
    runs += [([command, "--format", "json", "--lang", "en", f"Fixtures/Applications/{path}.json"], schema)
             for path in CHANGED for command, schema in [("check", "report"), ("plan", "plan")]]
    runs.append((["check", "--strict", "--as-of", "2025-09-30", "--format", "json", *files()[::9]], "report"))
    runs.append((["plan", "--format", "json", "--assume", "/market/nation/rank=5", "--assume",
                  "/product/isNew=false", "--as-of", "2026-09-01",
                  "Fixtures/Applications/eligible/manufacturer-of-bearings.json"], "plan"))
    for words, schema in runs:
        run = subprocess.run([executable, *words], capture_output=True, check=False)
        if run.returncode not in (0, 1, 2, 65):
            sys.exit(f"{words} ended with {run.returncode}: {run.stderr.decode()}")
        yield " ".join(words[:8]), schema, json.loads(run.stdout)


def comparisons(executable):
    """Comparisons of one application with another, of one with itself, and of folders."""
    first, *others = [f"Fixtures/Applications/{path}.json" for path in CHANGED]
    pairs = [[first, other] for other in (first, *others)] + [
        [f"Fixtures/Applications/{name}" for name in ("eligible", folder)]
        for folder in ("eligible", "ineligible", "faulty")]
    for number, pair in enumerate(pairs):
        run = subprocess.run(
            [executable, "compare", "--format", "json", "--lang", ["zh", "en"][number % 2], *pair],
            capture_output=True, check=False)
        if run.returncode not in (0, 1, 2, 65):
            sys.exit(f"compare {pair} ended with {run.returncode}: {run.stderr.decode()}")
        yield " ".join(["compare", *pair]), "comparison", json.loads(run.stdout)


def documents_of_titles(executable):
    """How titles stand, of every history, and of a file that cannot be read."""
    runs = [[f"Fixtures/Titles/{folder}", *extra] for folder in TITLES for extra in ([], ["absent.json"])]
    runs += [[f"Fixtures/Titles/{path}.json"] for path in CHANGED_TITLES]
    for paths in runs:
        for language in ("zh", "en"):
            words = ["status", "--format", "json", "--lang", language, *paths]
            run = subprocess.run([executable, *words], capture_output=True, check=False)
            if run.returncode not in (0, 1, 2, 65, 66):
                sys.exit(f"{words} ended with {run.returncode}: {run.stderr.decode()}")
            yield " ".join(words), "status", json.loads(run.stdout)


def documents_of_tests(executable):
    """Reports of tests, and the expectations that they read."""
    for path in sorted(glob.glob("Fixtures/Reports/test/*.json")):
        yield path, "test", json.load(open(path, encoding="utf-8"))
    run = subprocess.run(
        [executable, "test", "--format", "json", "--coverage", "Fixtures/Applications"],
        capture_output=True, check=False,
    )
    yield "test Fixtures/Applications", "test", json.loads(run.stdout)
    for folder, programme in TITLES.items():
        with tempfile.TemporaryDirectory() as copy_of_one:
            history = open(f"Fixtures/Titles/{folder}/everything-done.json", encoding="utf-8").read()
            expected = '{"applications": {"history.json": {"standing": "ended"}}}'
            for name, text in [("history.json", history), ("expectations.json", expected)]:
                with open(f"{copy_of_one}/{name}", "w", encoding="utf-8") as file:
                    file.write(text)
            for language in ("zh", "en"):
                words = ["test", "--format", "json", "--lang", language, "--programme", programme, copy_of_one]
                run = subprocess.run([executable, *words], capture_output=True, check=False)
                if b'"standing"' not in run.stdout:
                    sys.exit(f"{words} does not say that the standing differs: {run.stdout[:300]}")
                yield f"Fixtures/Reports/test, a standing, {programme}, {language}", "test", json.loads(run.stdout)
    for path in sorted(glob.glob("Fixtures/Applications/*/expectations.json")):
        yield path, "expectations", json.load(open(path, encoding="utf-8"))


# The faults that the shape of a file or the type of a value shows; the others lie in what values mean
# or in the syntax, which a schema does not see.
OF_SHAPE = {
    "wrong-type", "unknown-key", "misspelt-key", "label-as-key", "misplaced-key", "unknown-choice",
    "misspelt-choice", "label-as-choice", "answer-in-words", "number-as-text", "code-as-number",
    "out-of-range", "negative-number", "date-form", "day-needed", "too-many-items", "no-application",
}


def applications(executable, validator):
    """What is wrong with how the schema of applications takes the fixtures, and how many it saw."""
    complaints, taken, refused = [], 0, 0
    for path in files():
        run = subprocess.run(
            [executable, "check", "--format", "json", path], capture_output=True, check=False)
        faults = {fault["reason"]["id"] for fault in json.loads(run.stdout)["applications"][0]["faults"]}
        try:
            document = json.load(open(path, encoding="utf-8-sig"))
        except ValueError:
            continue
        errors = list(validator.iter_errors(document))
        if not faults:
            taken += 1
            complaints += [f"{path}: {error.json_path}: {error.message[:200]}" for error in errors]
        elif faults <= OF_SHAPE:
            refused += 1
            if not errors:
                complaints.append(f"{path}: has {sorted(faults)}, which the schema does not see")
    return complaints, taken, refused


def histories(executable):
    """The same of the histories of titles, each held to the schema of its programme."""
    from jsonschema import Draft202012Validator

    complaints, taken, refused = [], 0, 0
    for folder, programme in TITLES.items():
        schema = subprocess.run([executable, "schema", "application", "--programme", programme],
                                capture_output=True, check=True).stdout
        validator = Draft202012Validator(json.loads(schema))
        paths = sorted(glob.glob(f"Fixtures/Titles/{folder}/*.json"))
        for path in paths:
            if path.endswith("expectations.json"):
                continue
            run = subprocess.run([executable, "status", "--format", "json", path], capture_output=True, check=False)
            faults = {fault["reason"] for fault in json.loads(run.stdout)["titles"][0]["faults"]}
            errors = list(validator.iter_errors(json.load(open(path, encoding="utf-8"))))
            if not faults:
                taken += 1
                complaints += [f"{path}: {error.json_path}: {error.message[:200]}" for error in errors]
            elif faults <= OF_SHAPE:
                refused += 1
                if not errors:
                    complaints.append(f"{path}: has {sorted(faults)}, which the schema does not see")
    return complaints, taken, refused


def may_lack(path, key):
    """Whether what stands at a path may do without a member."""
    return (
        path[:1] == ["applications"] and key not in ["reason"]
        or path[-1:] in (["values"], ["counts"])
        or path[-1:] == ["fault"] and key != "reason"
        or key in ["coverage", "requiredPercentage"]
        # Members that are there only where there is something to say.
        or key in ["readings", "margins", "shortfall", "basis", "submitted", "earlier"]
        or key.endswith("NotListed") or path[-1:] == ["value"]
    )


def changed(document):
    """Copies of a document, each with one change that its schema must refuse."""

    def walk(value, path):
        if isinstance(value, dict):
            for key in value:
                if not may_lack(path, key):
                    yield path, lambda target, key=key: target.pop(key)
                yield from walk(value[key], [*path, key])
            # Any name may be that of a value of a reason, and any value that of a change.
            if path[-1:] not in (["values"], ["value"]) or "kind" in value:
                yield path, lambda target: target.update(unknown=1)
        elif isinstance(value, list):
            yield path, lambda target: target.append({"unknown": 1})
            for number, item in enumerate(value[:2]):
                yield from walk(item, [*path, number])

    for path, change in walk(document, []):
        other = copy.deepcopy(document)
        target = other
        for step in path:
            target = target[step]
        change(target)
        yield "/".join(map(str, path)), other


def validators_of(executable):
    """A validator by each schema that the program writes, and what is wrong with those published."""
    from jsonschema import Draft202012Validator

    validators, complaints = {}, []
    for name in NAMES:
        text = subprocess.run([executable, "schema", name], capture_output=True, check=True).stdout
        schema = json.loads(text)
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
        with open(f"{SCHEMAS}/{name}.schema.json", "rb") as file:
            if file.read() != text:
                complaints.append(f"{SCHEMAS}/{name}.schema.json is not what schema {name} writes")
    published = {f"{name}.schema.json" for name in NAMES}
    complaints += [f"{SCHEMAS}/{name} is written by nothing"
                   for name in set(os.listdir(SCHEMAS)) - published]
    return validators, complaints


def main():
    executable = sys.argv[1]
    validators, complaints = validators_of(executable)
    print(*complaints, sep="\n", end="\n" if complaints else "")
    count, refused, bad = 0, 0, len(complaints)
    seen, planted = dict.fromkeys(NAMES, 0), set()

    def look(name, schema, document):
        nonlocal count, bad
        count += 1
        seen[schema] += 1
        for error in validators[schema].iter_errors(document):
            bad += 1
            print(f"{name}: {error.json_path}: {error.message[:300]}")

    def plant(name, schema, document):
        nonlocal refused, bad
        for path, other in changed(document):
            refused += 1
            if validators[schema].is_valid(other):
                bad += 1
                print(f"{name}: a change at /{path} is not noticed")

    for name, schema, document in [
            *documents(executable), *documents_of_titles(executable), *documents_of_tests(executable),
            *reports(executable),
            *comparisons(executable)]:
        look(name, schema, document)
        # A schema that accepts anything would be worth nothing; a part of them shows it does not.
        if schema == "expectations":
            plant(name, schema, {"applications": dict(list(document["applications"].items())[-9:])})
        elif name.startswith(SMALL) or schema == "comparison" and name.count(".json") == 2:
            plant(name, schema, document)
        elif schema == "status" and name.endswith(tuple(f"{path}.json" for path in CHANGED_TITLES)):
            plant(name, schema, document)
        elif schema in ("report", "plan") and name.endswith(
                tuple(f"--lang en Fixtures/Applications/{path}.json" for path in CHANGED)) and (
                name not in planted):
            planted.add(name)
            if schema == "report":
                # The findings are much alike; those with most members stand for all.
                findings = document["applications"][0]["findings"]
                findings.sort(key=lambda finding: -len(finding))
                del findings[3:]
            plant(name, schema, document)
    for name, document in claims(executable):
        look(name, "claims", document)
        for other in [{**document, "unknown": 1}, {**document, "kind": "other"},
                      {key: value for key, value in document.items() if key != "kind"}]:
            refused += 1
            if validators["claims"].is_valid(other):
                bad += 1
                print(f"{name}: a change is not noticed")
    complaints, taken, rejected = applications(executable, validators["application"])
    print(*complaints, sep="\n", end="\n" if complaints else "")
    bad += len(complaints)
    print(f"applications: {taken} sound ones taken, {rejected} of a wrong shape refused")
    complaints, holders, misshapen = histories(executable)
    print(*complaints, sep="\n", end="\n" if complaints else "")
    bad += len(complaints)
    print(f"histories: {holders} sound ones taken, {misshapen} of a wrong shape refused")
    seen["application"] = taken
    unseen = [name for name, number in seen.items() if not number]
    if not rejected or not holders or not misshapen or unseen:
        sys.exit(f"nothing was looked at of: {unseen}")
    print(f"{count} documents and {refused} changed ones looked at, {bad} against the schema")
    sys.exit(1 if bad or not refused else 0)


if os.environ.get("JLCHECK_VALIDATOR") == "installed":
    main()
else:
    in_environment_of_its_own()
