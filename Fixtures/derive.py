#!/usr/bin/env python3
"""Makes the applications in Fixtures that are another application with a few things changed.

Most fixtures are one of a dozen invented enterprises with one or two facts changed. As 480 files of
180 lines they can be read but not maintained: what a file changes is not to be seen, and a member
that the format gains would have to be put into each. `derivations.json` says of each fixture from
which text it comes and what is changed. The files themselves stay in the repository, because tests,
the README and readers use them; this script sees that they are what the table says.

usage: derive.py --check        compares the files with the table; prints the differences
       derive.py --write        writes the files that differ
       derive.py --self-test    tries each kind of change, and what --check must notice

To add a fixture, add its entry to the table, run `--write`, and say in `expectations.json` of its
folder what is expected of it. The table has three members:

    "bases"     short names of the texts from which others come: a file, or an entry as below
    "own"       fixtures that come from nothing: texts that others share too little with
    "derived"   fixtures by folder and name, each with an entry

An entry has some of the following, which are done in this order:

    "from"      a base, or another fixture by its path in Fixtures without ".json"
    "like"      a base with an entry, whose changes are made too
    "remove"    JSON Pointers of members and elements that go
    "merge"     JSON Pointer of an object -> some of its members, which are set
    "set"       JSON Pointer -> value. What is there is replaced; what is not comes last, or behind
                the member that is named: "/figures/isUnitConfirmed after unit". "/incidents/-"
                adds an element to a list, which must not be empty.
    "replace"   text -> text, for what no value can say, above all faults; each occurs just once
    "dump"      options of Python's json.dumps, for a layout of another kind
    "line-end"  what ends a line instead of a line feed
    "encoding"  one of Python's encodings, if it is not UTF-8

Bases that are "short" lack members that the format took in after the fixtures from them were made.
Numbers and texts come out as they are written in the table, and so do lists and objects: on one
line, or one line for each part. What has lost a part is put on one line if it fits there.
"""
import difflib
import json
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TABLE = "derivations.json"
FOLDERS = ["Applications", "Intake"]
NO_FIXTURE = "expectations.json"
# The columns of a line, of which a Chinese character takes two.
WIDTH = 97
STEPS = {"from", "like", "remove", "merge", "set", "replace", "dump", "encoding", "line-end"}
TOKEN = re.compile(r'\s*("(?:[^"\\\n]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+)')


class Wrong(Exception):
    """The table asks for what cannot be done."""


# Values that know how they were written. What is no list or object is the text of its token.


class Object(dict):
    brackets, is_open = "{}", False

    def parts(self):
        return [(f"{json.dumps(key, ensure_ascii=False)}: ", self[key]) for key in self]


class List(list):
    brackets, is_open = "[]", False

    def parts(self):
        return [("", value) for value in self]


def parsed(text):
    tokens, position = [], 0
    while found := TOKEN.match(text, position):
        tokens.append((found[1], "\n" in text[position : found.start(1)]))
        position = found.end()
    if text[position:].strip():
        raise Wrong(f"not JSON: {text[position:][:40].strip()!r}")
    tokens = iter(tokens)
    try:
        value = value_of(tokens, next(tokens)[0])
    except StopIteration:
        raise Wrong("not JSON: ends too early") from None
    if next(tokens, None):
        raise Wrong("not JSON: something follows its end")
    return value


def value_of(tokens, token):
    if token not in ("{", "["):
        if token in "]},:":
            raise Wrong(f"not JSON: a value was expected, not {token!r}")
        return token
    whole = Object() if token == "{" else List()
    token, whole.is_open = next(tokens)
    if token == whole.brackets[1]:
        return whole
    while True:
        if isinstance(whole, Object):
            key = json.loads(token)
            if key in whole:
                raise Wrong(f"not JSON: {token} is there twice")
            if next(tokens)[0] != ":":
                raise Wrong(f"not JSON: a colon was expected behind {token}")
            whole[key] = value_of(tokens, next(tokens)[0])
        else:
            whole.append(value_of(tokens, token))
        token = next(tokens)[0]
        if token == whole.brackets[1]:
            return whole
        if token != ",":
            raise Wrong(f"not JSON: a comma was expected, not {token!r}")
        token = next(tokens)[0]


def written(value, indent=""):
    if isinstance(value, str):
        return value
    opening, closing = value.brackets
    if not value.is_open or not value:
        line = ", ".join(label + written(part, indent) for label, part in value.parts())
        return opening + line + closing
    inner = indent + "  "
    lines = ",\n".join(inner + label + written(part, inner) for label, part in value.parts())
    return f"{opening}\n{lines}\n{indent}{closing}"


# Changes


def pointed(value, pointer):
    """The lists and objects on the way to what a pointer names, and its last step."""
    if not pointer.startswith("/"):
        raise Wrong(f"{pointer!r} is no JSON Pointer")
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]
    way = [value]
    for step in steps[:-1]:
        value = value[key_in(value, step, pointer)]
        way.append(value)
    return way, steps[-1]


def key_in(whole, step, pointer):
    if isinstance(whole, Object) and step in whole:
        return step
    if isinstance(whole, List) and step.isdecimal() and int(step) < len(whole):
        return int(step)
    raise Wrong(f"{pointer} names nothing: {step!r} is not there")


def remove(value, pointer):
    way, step = pointed(value, pointer)
    whole = way[-1]
    del whole[key_in(whole, step, pointer)]
    if whole is not value and all(is_plain(part) for _, part in whole.parts()):
        label = next(label for label, part in way[-2].parts() if part is whole)
        was_open, whole.is_open = whole.is_open, False
        line = "  " * (len(way) - 1) + label + written(whole) + ","
        whole.is_open = was_open and columns(line) > WIDTH


def is_plain(value):
    return isinstance(value, str) or isinstance(value, List) and all(map(is_plain, value))


def columns(text):
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def put(value, target, new):
    pointer, _, neighbour = target.partition(" after ")
    way, step = pointed(value, pointer)
    whole = way[-1]
    if isinstance(whole, List) and step == "-":
        whole.append(new)
    elif isinstance(whole, List):
        whole[key_in(whole, step, pointer)] = new
    elif not isinstance(whole, Object):
        raise Wrong(f"{pointer} names nothing: what should hold it has no parts")
    elif neighbour:
        if step in whole:
            raise Wrong(f"{pointer} is there already")
        members = list(whole.items())
        index = list(whole).index(key_in(whole, neighbour, pointer)) + 1
        whole.clear()
        whole.update([*members[:index], (step, new), *members[index:]])
    else:
        whole[step] = new


def changed(text, entry):
    """A text with the changes of an entry, as bytes."""
    if unknown := set(entry) - STEPS:
        raise Wrong(f"an entry has no {', '.join(sorted(unknown))}")
    if entry.keys() & {"remove", "merge", "set"}:
        value = parsed(text)
        for pointer in entry.get("remove", []):
            remove(value, json.loads(pointer))
        for pointer, members in entry.get("merge", {}).items():
            for key, new in members.items():
                put(value, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}", new)
        for target, new in entry.get("set", {}).items():
            put(value, target, new)
        text = written(value) + "\n"
    for old, new in entry.get("replace", {}).items():
        if text.count(old) != 1:
            raise Wrong(f"{old!r} occurs {text.count(old)} times, not once")
        text = text.replace(old, json.loads(new))
    if "dump" in entry:
        options = {"ensure_ascii": False, **json.loads(written(entry["dump"]))}
        text = json.dumps(json.loads(text), **options) + "\n"
    if "line-end" in entry:
        text = text.replace("\n", json.loads(entry["line-end"]))
    return text.encode(json.loads(entry.get("encoding", '"utf-8"')))


class Table:
    """What the table says of the fixtures in a folder, and the bytes that come of it."""

    def __init__(self, root):
        self.root = root
        text = (root / TABLE).read_text(encoding="utf-8")
        json.loads(text)
        table = parsed(text)
        self.bases = table["bases"]
        self.own = [json.loads(file) for file in table["own"]]
        self.entries = {
            f"{folder}/{name}.json": entry
            for folder, entries in table["derived"].items()
            for name, entry in entries.items()
        }
        self.made, self.under_way = {}, []

    def bytes(self, name):
        """What a base or a file holds."""
        entry = self.bases.get(name) or self.entries.get(name)
        if entry is None:
            return (self.root / name).read_bytes()
        if isinstance(entry, str):
            return self.bytes(json.loads(entry))
        if name not in self.made:
            if name in self.under_way:
                raise Wrong(f"comes from itself: {' from '.join([*self.under_way, name])}")
            self.under_way.append(name)
            try:
                self.made[name] = self.derived(entry)
            finally:
                self.under_way.pop()
        return self.made[name]

    def derived(self, entry):
        if "like" in entry:
            entry = {**self.bases[json.loads(entry["like"])], **entry}
        source = json.loads(entry["from"])
        text = self.bytes(source if source in self.bases else f"{source}.json").decode("utf-8")
        return changed(text, entry)

    def complaints(self):
        """What is amiss with the table, and files that do not hold what it says."""
        for file in self.entries:
            try:
                wanted = self.bytes(file)
            except KeyError as key:
                yield f"{file}: its entry needs {key}"
            except (Wrong, OSError, ValueError, TypeError, LookupError) as reason:
                yield f"{file}: {reason}"
            else:
                yield from self.differences(file, wanted)
        ours = {base for base in map(self.file_of, self.bases.values()) if base}
        for file in sorted(self.files() - {*self.entries, *self.own, *ours}):
            yield f"{file}: is in no part of the table"
        for file in [*self.own, *ours]:
            if not (self.root / file).exists():
                yield f"{file}: is in the table, but not there"
            if file in self.own and file in self.entries:
                yield f"{file}: is in two parts of the table"

    @staticmethod
    def file_of(base):
        return json.loads(base) if isinstance(base, str) else None

    def differences(self, file, wanted):
        path = self.root / file
        if not path.exists():
            yield f"{file}: is in the table, but not there"
            return
        found = path.read_bytes()
        if found != wanted:
            yield f"{file}: is not what the table says"
            lines = [text.decode("utf-8", "backslashreplace") for text in (found, wanted)]
            if lines[0].split() == lines[1].split():
                lines = map(repr, lines)
            lines = [text.splitlines() for text in lines]
            yield from difflib.unified_diff(*lines, "file", "table", lineterm="", n=1)

    def files(self):
        return {
            path.relative_to(self.root).as_posix()
            for folder in FOLDERS
            for path in (self.root / folder).rglob("*")
            if path.is_file() and path.name != NO_FIXTURE
        }

    def write(self):
        """Writes what differs, and counts it."""
        count = 0
        for file in self.entries:
            path, wanted = self.root / file, self.bytes(file)
            if not path.exists() or path.read_bytes() != wanted:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(wanted)
                count += 1
        return count


# The script itself


BASE = """{
  "a": 1.50,
  "b": {"c": "\u00e9"},
  "d": [
    {"e": true}
  ],
  "f": {
    "g": "long",
    "h": []
  }
}
"""
CHANGES = [
    ({}, BASE),
    ({"remove": ["/a", "/f/g"]}, BASE.replace('  "a": 1.50,\n', "").replace(
        '{\n    "g": "long",\n    "h": []\n  }', '{"h": []}')),
    ({"remove": ["/d/0"]}, BASE.replace('[\n    {"e": true}\n  ]', "[]")),
    ({"set": {"/a": 2, "/f/i after g": None}}, BASE.replace("1.50", "2").replace(
        '"long",\n', '"long",\n    "i": null,\n')),
    ({"set": {"/d/-": 0, "/b/x": ""}}, BASE.replace("true}", "true},\n    0").replace(
        '\u00e9"}', '\u00e9", "x": ""}')),
    ({"merge": {"/f": {"g": 1, "k": 2}}}, BASE.replace('"long"', "1").replace(
        '[]\n', '[],\n    "k": 2\n')),
    ({"replace": {"1.50,": "1,50"}}, BASE.replace("1.50,", "1,50")),
    ({"dump": {"indent": None}}, json.dumps(json.loads(BASE), ensure_ascii=False) + "\n"),
    ({"encoding": "utf-8-sig", "line-end": "\r\n"}, "\ufeff" + BASE.replace("\n", "\r\n")),
]
REFUSED = [{"remove": ["/x"]}, {"remove": ["a"]}, {"set": {"/a/b": 1}}, {"set": {"/d/7": 1}},
           {"replace": {"absent": ""}}, {"replace": {'"': ""}}, {"put": {}}]


def self_test():
    for entry, wanted in CHANGES:
        found = changed(BASE, parsed(json.dumps(entry)))
        assert found == wanted.encode(), (entry, found.decode())
    for entry in REFUSED:
        try:
            changed(BASE, parsed(json.dumps(entry)))
        except Wrong:
            continue
        raise AssertionError(f"not refused: {entry}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = {"Bases/base.json": BASE, "Applications/own.json": "", "Intake/two.json": "{}"}
        for file, text in files.items():
            (root / file).parent.mkdir(exist_ok=True)
            (root / file).write_text(text, encoding="utf-8")
        shorter = {"from": "base", "remove": ["/a"]}
        table = {
            "bases": {"base": "Bases/base.json", "shorter": shorter},
            "own": ["Applications/own.json"],
            "derived": {
                "Applications": {"one": {"from": "Intake/two", "like": "shorter"}},
                "Intake": {"two": {"from": "base", "set": {"/b": {}}}},
            },
        }

        def complaints():
            (root / TABLE).write_text(json.dumps(table), encoding="utf-8")
            return "\n".join(Table(root).complaints())

        def expect(*words):
            found = complaints()
            assert all(word in found for word in words) and bool(words) == bool(found), found

        expect("one.json: is in the table, but not there", "two.json: is not what", '+  "a": 1.50,')
        assert Table(root).write() == 2 and Table(root).write() == 0
        expect()
        (root / "Intake/three.json").touch()
        expect("three.json: is in no part")
        table["own"] += ["Intake/three.json", "Intake/four.json"]
        expect("four.json: is in the table, but not there")
        table["own"].pop()
        table["derived"]["Intake"]["two"]["from"] = "Applications/one"
        expect("comes from itself")
        table["derived"]["Intake"]["two"]["from"] = "bose"
        expect("bose.json")
    print("every change is made, and what is amiss is noticed")


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if arguments == ["--write"]:
        print(f"{Table(ROOT).write()} files written")
    elif arguments != ["--check"]:
        sys.exit(__doc__.split("\n\n")[2])
    table = Table(ROOT)
    if complaints := list(table.complaints()):
        sys.exit("\n".join(complaints))
    others = len(table.files() - {*table.entries})
    print(f"{len(table.entries)} fixtures are what the table makes of others; {others} stand alone")


if __name__ == "__main__":
    main(sys.argv[1:])
