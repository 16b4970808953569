# The published schemas promise what reports look like; this holds real reports to them.
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
SMALL = ("Fixtures/Reports/screening/ndjson", "Fixtures/Reports/test")
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
def documents_of_tests(executable):
    """Reports of tests, and the expectations that they read."""
    for path in sorted(glob.glob("Fixtures/Reports/test/*.json")):
        yield path, "test", json.load(open(path, encoding="utf-8"))
    run = subprocess.run(
        [executable, "test", "--format", "json", "--coverage", "Fixtures"],
        capture_output=True, check=False,
    )
    yield "test Fixtures", "test", json.loads(run.stdout)
    for path in sorted(glob.glob("Fixtures/Applications/*/expectations.json")):
        yield path, "expectations", json.load(open(path, encoding="utf-8"))


# The faults that the shape of a file or the type of a value shows; the others lie in what values mean
# or in the syntax, which a schema does not see.
OF_SHAPE = {
    "wrong-type", "unknown-key", "misspelt-key", "label-as-key", "misplaced-key", "unknown-choice",
    "misspelt-choice", "label-as-choice", "answer-in-words", "number-as-text", "code-as-number",
    "out-of-range", "negative-number", "date-form", "day-needed", "too-many-items", "no-application",
}


def applications(executable):
    """What is wrong with how the schema of applications takes the fixtures, and how many it saw."""
    from jsonschema import Draft202012Validator

    schema = json.loads(subprocess.run([executable, "schema"], capture_output=True, check=True).stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    complaints, taken, refused = [], 0, 0
    for path in sorted(glob.glob("Fixtures/Applications/*/*.json")):
        if path.endswith("expectations.json"):
            continue
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


def may_lack(path, key):
    """Whether what stands at a path may do without a member."""
    return (
        path[:1] == ["applications"] and key not in ["reason"]
        or path[-1:] in (["values"], ["counts"])
        or path[-1:] == ["fault"] and key != "reason"
        or key in ["coverage", "requiredPercentage"]
    )


def changed(document):
    """Copies of a document, each with one change that its schema must refuse."""

    def walk(value, path):
        if isinstance(value, dict):
            for key in value:
                if not may_lack(path, key):
                    yield path, lambda target, key=key: target.pop(key)
                yield from walk(value[key], [*path, key])
            # Any name may be that of a value of a reason.
            if path[-1:] != ["values"]:
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


def main():
    from jsonschema import Draft202012Validator

    validators = {}
    for name in ["screening", "screening-line", "claims-line", "test", "expectations"]:
        schema = json.load(open(f"{SCHEMAS}/{name}.schema.json", encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
    count = bad = refused = 0
    everything = [*documents(sys.argv[1]), *documents_of_tests(sys.argv[1])]
    for name, schema, document in everything:
        count += 1
        for error in validators[schema].iter_errors(document):
            bad += 1
            print(f"{name}: {error.json_path}: {error.message[:300]}")
        # A schema that accepts anything would be worth nothing; the small fixtures show it does not.
        if schema == "expectations":
            document = {"applications": dict(list(document["applications"].items())[-9:])}
        if schema == "expectations" or name.startswith(SMALL):
            for path, other in changed(document):
                refused += 1
                if validators[schema].is_valid(other):
                    bad += 1
                    print(f"{name}: a change at /{path} is not noticed")
    for name, document in claims(sys.argv[1]):
        count += 1
        for error in validators["claims-line"].iter_errors(document):
            bad += 1
            print(f"{name}: {error.json_path}: {error.message[:300]}")
        refused += 1
        if validators["claims-line"].is_valid({**document, "unknown": 1}):
            bad += 1
            print(f"{name}: an unknown member is not noticed")
    complaints, taken, rejected = applications(sys.argv[1])
    print(*complaints, sep="\n")
    bad += len(complaints)
    print(f"applications: {taken} sound ones taken, {rejected} of a wrong shape refused")
    if not taken or not rejected:
        sys.exit("no applications were found")
    print(f"{count} documents and {refused} changed ones looked at, {bad} against the schema")
    sys.exit(1 if bad or not refused else 0)


if os.environ.get("JLCHECK_VALIDATOR") == "installed":
    main()
else:
    in_environment_of_its_own()
