"""Sees that the package's parts depend on one another in one direction only.

The compiler keeps targets apart, but inside a target every file may use every other, and imports
may reach further than Package.swift says. Folders that use one another in a circle cannot be read,
tested or replaced one at a time, and nobody notices when such a circle begins. This script reads
all Swift sources and fails when

- a file imports what Package.swift does not declare for its target, or targets form a circle;
- folders of a target form a circle by the types they use, where the files directly in the target's
  folder count as a folder of their own; the files and types of every step are named;
- a target sees two types of one name;
- a file outside of their own folder and of PROGRAMMES names a programme's rules, in code or in a comment.

If nothing is wrong, it prints the graph. It also tells, for information, which targets are declared
as needed and never imported, and which names many types give to a type inside of them.

usage: dependencies.py [--all] [FOLDER]    checks the package in a folder, or that of this script;
                                           --all names every use in a circle, not just the first few
       dependencies.py --self-test         makes packages that are wrong, and one that is not

What a file uses is read off its names, without the compiler: a name that begins with a capital
letter and is that of a type at the top level of a file. A nested type belongs to the outermost one.
Not seen are uses of members of extensions, of functions and variables outside of types, and of
types that are only inferred.
"""
import collections
import os
import re
import sys
import tempfile
from pathlib import Path

# The rules of the programmes, which only their own folders and those of the programmes may know by name.
RULES = ("ChampionRules", "ClusterRules", "LittleGiantRules", "PlatformRules")
PROGRAMMES = "Sources/Programmes"
# Modules of the system, which need no declaration.
SYSTEM = {"Darwin", "Glibc", "Musl", "Synchronization"}
SYSTEM_IN_TESTS = SYSTEM | {"Foundation", "Testing"}
FEW = 3

WORD = r"[A-Za-z_][A-Za-z0-9_]*"
TOKEN = re.compile(rf"`?{WORD}`?|[{{}}<>(),.:=@]|->")
IMPORT = re.compile(
    rf"^[ \t]*(?:@{WORD}\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    rf"(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?({WORD})", re.M)
TEXT_BEGIN = re.compile(r'//|/\*|(#*)("""|")|(#+)/')
TYPE_WORDS = {"struct", "class", "enum", "protocol", "actor", "typealias", "associatedtype"}
ACCESS = {
    "private": "file", "fileprivate": "file", "package": "all", "public": "all", "open": "all",
}
ENDS_ACCESS = TYPE_WORDS | {"{", "}", "func", "init", "let", "subscript", "var"}
BEHIND_NAME = {"{", ":", "<", "=", "where"}


# Swift, as far as it is needed


def code_of(text):
    """Swift without its comments and texts, but with the code inside of texts."""
    parts, position = [], 0
    while found := TEXT_BEGIN.search(text, position):
        parts.append(text[position : found.start()])
        if found[0] == "//":
            position = text.find("\n", found.end())
            position = len(text) if position < 0 else position
        elif found[0] == "/*":
            position = end_of_comment(text, found.end())
        elif found[3]:
            position = after(text, "/" + found[3], found.end())
        else:
            position = end_of_text(text, found.end(), found[2], found[1], parts)
        parts.append(" ")
    return "".join(parts) + text[position:]


def after(text, end, position):
    found = text.find(end, position)
    return len(text) if found < 0 else found + len(end)


def end_of_comment(text, position):
    depth = 1
    for found in re.compile(r"/\*|\*/").finditer(text, position):
        depth += 1 if found[0] == "/*" else -1
        if depth == 0:
            return found.end()
    return len(text)


def end_of_text(text, position, quote, hashes, parts):
    """Where a text ends; the code of its interpolations is added to the parts."""
    special = re.compile(rf"{re.escape(quote + hashes)}|\\{hashes}(\(|.)", re.S)
    while found := special.search(text, position):
        position = found.end()
        if found[1] is None:
            return position
        if found[1] == "(":
            inner = end_of_parenthesis(text, position)
            parts.append(f" ({code_of(text[position : inner - 1])}) ")
            position = inner
    return len(text)


def end_of_parenthesis(text, position):
    depth = 1
    ends = re.compile(r'[()]|(#*)("""|")')
    while found := ends.search(text, position):
        position = found.end()
        if found[2]:
            position = end_of_text(text, position, found[2], found[1], [])
            continue
        depth += 1 if found[0] == "(" else -1
        if depth == 0:
            return position
    return len(text)


class File:
    """What a Swift file imports, declares and uses."""

    def __init__(self, path, text):
        self.path = path
        code = code_of(text)
        self.imports = IMPORT.findall(code)
        # Names at the top level, and who sees them: "file", "target" or "all".
        self.types = {}
        # Names of nested types by the outermost type; those of local types by an empty name.
        self.nested = collections.defaultdict(set)
        self.outer = set()
        self.parameters = set()
        # Names that are used, with what stands before the point before them.
        self.used = set()
        self.read([token.strip("`") for token in TOKEN.findall(code)])

    def read(self, tokens):
        scopes, pending = [], None
        access = "target"
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else ""
            if token == "{":
                scopes.append(pending)
                pending = None
            elif token == "}":
                if scopes:
                    scopes.pop()
            elif token == "extension" and following[:1].isupper():
                pending = following
                self.outer.add(following)
            elif token in TYPE_WORDS and self.is_name(tokens, index + 1):
                self.declare(following, scopes, access)
                self.parameters |= parameters(tokens, index + 2)
                if token not in ("typealias", "associatedtype"):
                    pending = following
            elif token in ("func", "init", "subscript"):
                at = index + (2 if token == "func" else 1)
                self.parameters |= parameters(tokens, at)
            elif token[0].isupper():
                self.use(tokens, index)
            if token in ACCESS:
                access = ACCESS[token]
            elif token in ENDS_ACCESS:
                access = "target"

    @staticmethod
    def is_name(tokens, index):
        return tokens[index : index + 1] and tokens[index][0].isupper() and (
            tokens[index + 1 : index + 2] and tokens[index + 1] in BEHIND_NAME)

    def declare(self, name, scopes, access):
        if not scopes:
            self.types[name] = access
            self.outer.add(name)
        else:
            self.nested[scopes[0] or ""].add(name)

    def use(self, tokens, index):
        before = tokens[index - 1] if index else ""
        if before in TYPE_WORDS and self.is_name(tokens, index):
            return
        holder = tokens[index - 2] if before == "." and index > 1 else None
        self.used.add((tokens[index], holder if before == "." else None))


def parameters(tokens, index):
    """The generic parameters that are declared at a place."""
    names = set()
    if tokens[index : index + 1] != ["<"]:
        return names
    depth, begins = 0, False
    for token in tokens[index:]:
        if token in ("<", "("):
            depth += 1
            begins = begins or depth == 1
        elif token in (">", ")"):
            depth -= 1
            if depth == 0:
                return names
        elif token == "," and depth == 1:
            begins = True
        elif begins and token not in ("let", "each"):
            names.add(token)
            begins = False
    return names


# The package


class Target:
    def __init__(self, kind, name, needs, place, root):
        self.name, self.needs, self.is_test = name, needs, kind == "testTarget"
        self.place = place or f"{'Tests' if self.is_test else 'Sources'}/{name}"
        self.files = {}
        for path in sorted((root / self.place).rglob("*.swift")):
            relative = path.relative_to(root).as_posix()
            self.files[relative] = File(relative, path.read_text(encoding="utf-8"))
        # The files in which each type is declared, and the types that other targets see.
        self.types, self.offered = collections.defaultdict(list), {}
        self.nested = collections.defaultdict(set)
        for path, file in self.files.items():
            for name, access in file.types.items():
                if access != "file":
                    self.types[name].append(path)
                if access == "all":
                    self.offered[name] = path
            for outer, names in file.nested.items():
                if outer:
                    self.nested[outer] |= names

    def folder(self, path):
        return os.path.dirname(path)[len(self.place) + 1 :] or "."

    def uses(self):
        """What files use of other files of the target: file, type, file."""
        for path, file in self.files.items():
            own = file.parameters | set(file.types) | file.nested[""]
            for outer in file.outer | set(file.nested):
                own |= self.nested[outer]
            for name, holder in sorted(file.used, key=str):
                if holder == self.name or holder is None and name not in own:
                    for declared in self.types.get(name, []):
                        if declared != path:
                            yield path, name, declared


class Package:
    def __init__(self, root):
        manifest = (root / "Package.swift").read_text(encoding="utf-8")
        # Comments go, texts stay.
        manifest = re.sub(r"//.*", "", manifest)
        self.root, self.targets = root, {}
        for found in re.finditer(r"\.(target|executableTarget|testTarget)\(", manifest):
            body = manifest[found.end() : end_of_parenthesis(manifest, found.end()) - 1]
            name = re.search(r'\bname:\s*"(\w+)"', body)
            if name and not is_dependency(manifest[: found.start()]):
                listed = re.search(r"\bdependencies:\s*\[([^\]]*)\]", body)
                place = re.search(r'\bpath:\s*"([^"]+)"', body)
                self.targets[name[1]] = Target(
                    found[1], name[1], re.findall(r'"(\w+)"', listed[1]) if listed else [],
                    place and place[1].rstrip("/"), root)

    def shipped(self):
        return [target for target in self.targets.values() if not target.is_test]

    def visible(self, target):
        """The targets that a target may import."""
        return [self.targets[name] for name in target.needs if name in self.targets]


def is_dependency(before):
    """Whether what follows a part of the manifest is in a target's list of dependencies."""
    opening, depth = len(before), 0
    while opening and depth >= 0:
        opening -= 1
        depth += {"]": 1, "[": -1}.get(before[opening], 0)
    return bool(re.search(r"\bdependencies:\s*$", before[:opening]))


# What must hold


def circles(graph):
    """The shortest circle through each edge that is in one, each circle once."""
    found = {}
    for first in sorted(graph):
        for second in sorted(graph[first]):
            way = shortest(graph, second, first)
            if way:
                circle = [first, *way[:-1]]
                least = circle.index(min(circle))
                circle = circle[least:] + circle[:least]
                found[tuple(circle)] = [*circle, circle[0]]
    return sorted(found.values(), key=lambda circle: (len(circle), circle))


def shortest(graph, start, end):
    """The shortest way from one node to another, both included."""
    before, row = {start: None}, collections.deque([start])
    while row:
        node = row.popleft()
        if node == end:
            way = []
            while node is not None:
                way.append(node)
                node = before[node]
            return way[::-1]
        for following in sorted(graph.get(node, ())):
            if following not in before:
                before[following] = node
                row.append(following)
    return None


def wrong_imports(package):
    for target in package.targets.values():
        system = SYSTEM_IN_TESTS if target.is_test else SYSTEM
        for path, file in target.files.items():
            for name in sorted(set(file.imports) - system - set(target.needs)):
                yield f"{path} imports {name}, which is not declared for {target.name}"
    graph = {target.name: target.needs for target in package.targets.values()}
    for circle in circles(graph):
        yield f"targets form a circle: {' → '.join(circle)}"
    places = tuple(f"{target.place}/" for target in package.targets.values())
    for path in sorted((package.root / "Sources").rglob("*.swift")):
        relative = path.relative_to(package.root).as_posix()
        if not relative.startswith(places):
            yield f"{relative} is part of no target"


def folder_graph(target):
    """Which folders of a target use which, with the uses."""
    graph = {target.folder(path): {} for path in target.files}
    for path, name, declared in target.uses():
        user, used = target.folder(path), target.folder(declared)
        if user != used:
            graph[user].setdefault(used, []).append((path, name, declared))
    return graph


def folder_circles(target, shows_all):
    graph = folder_graph(target)
    told = set()
    for circle in circles(graph):
        edges = list(zip(circle, circle[1:]))
        if told.issuperset(edges):
            continue
        lines = [f"folders of {target.name} form a circle: {' → '.join(circle)}"]
        for user, used in edges:
            uses = graph[user][used]
            if (user, used) in told:
                lines.append(f"    {user} → {used}: as above")
                continue
            lines.append(f"    {user} → {used}: {len(uses)} use{'s' * (len(uses) > 1)}")
            shown = uses if shows_all else uses[:FEW]
            lines += [f"        {' → '.join(use)}" for use in shown]
            if len(uses) > len(shown):
                lines.append(f"        and {len(uses) - len(shown)} more")
        told.update(edges)
        yield "\n".join(lines)


def twins(package):
    """Types of one name, of which a target sees two."""
    for target in package.shipped():
        seen = {name: paths[0] for name, paths in target.types.items()}
        for other in package.visible(target):
            for name, path in sorted(other.offered.items()):
                if name in seen:
                    yield (f"two types of one name: {target.name} sees {name} "
                           f"of {seen[name]} and of {path}")
                seen.setdefault(name, path)


def rules_elsewhere(package):
    for rules in RULES:
        places = (f"Sources/{rules}", PROGRAMMES)
        files = []
        for path in sorted((package.root / "Sources").rglob("*")):
            relative = path.relative_to(package.root).as_posix()
            allowed = any(f"{relative}/".startswith(f"{place}/") for place in places)
            if path.is_file() and not allowed and rules.encode() in path.read_bytes():
                files.append(relative)
        if files:
            yield "\n    ".join(
                [f"only {' and '.join(places)} may name {rules}, but these do too:", *files])


def needless(package):
    """What targets declare to need and never import, for information."""
    for target in package.targets.values():
        imported = {name for file in target.files.values() for name in file.imports}
        for name in target.needs:
            if name not in imported:
                yield f"{target.name} declares that it needs {name}, and never imports it"


def frequent_names(package):
    """Names that more than two types give to a type inside of them, for information."""
    holders = collections.defaultdict(set)
    for target in package.shipped():
        for outer, names in target.nested.items():
            for name in names:
                holders[name].add(outer)
    for name, outer in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(outer) > 2:
            yield f"{name} is a type inside of {len(outer)} types: {', '.join(sorted(outer))}"


def drawing(package):
    """The graph in a few lines: each target, what it needs, and the same of its folders."""
    for target in package.shipped():
        yield " → ".join([target.name, *filter(None, [", ".join(target.needs)])])
        graph = folder_graph(target)
        if len(graph) > 1:
            for folder in sorted(graph):
                yield "  " + " → ".join([folder, *filter(None, [", ".join(sorted(graph[folder]))])])


def complaints(package, shows_all=False):
    """All that is wrong."""
    yield from wrong_imports(package)
    for target in package.shipped():
        yield from folder_circles(target, shows_all)
    yield from twins(package)
    yield from rules_elsewhere(package)


# The script itself

MANIFEST = """
let package = Package(name: "small", targets: [
  .target(name: "Low"),  // not .target(name: "None")
  .target(name: "High", dependencies: ["Low", .target(name: "Other")]),
  .target(name: "Other"),
  .testTarget(name: "HighTests", dependencies: ["High"]),
])
"""
SOUND = {
    "Package.swift": MANIFEST,
    "Sources/Low/Low.swift": "/* Two /* B */ */ public struct Low { enum Two {} }\nstruct One {}",
    "Sources/Other/Other.swift": "public struct Other {}",
    "Sources/High/High.swift": (
        'import Low\nstruct High { let one: One; let text = "Two \\(One("Two"))" }'),
    "Sources/High/One/One.swift": (
        "// High\nstruct One<High> { var high: High; let x = Two.High() }"),
    "Sources/High/Two/Two.swift": (
        "enum Two { struct High {} }\nextension Two { func f() -> High { #\"One\\(High())\"# } }"),
    "Sources/High/Two/More.swift": "private struct Low {}\nextension Two { var high: High }",
    "Tests/HighTests/Some.swift": "@testable import High\nimport Testing",
}
FAULTS = [
    ({"Sources/High/Two/Two.swift": 'enum Two { let s = "\\(One.self)" }'},
     "folders of High form a circle: One → Two → One",
     "Sources/High/Two/Two.swift → One → Sources/High/One/One.swift"),
    ({"Sources/High/Two/Two.swift": "struct Two { let high: High }"}, ". → One → Two → ."),
    ({"Sources/Low/Low.swift": "import Other"}, "Low.swift imports Other, which"),
    ({"Sources/Low/Low.swift": "import Foundation"}, "Low.swift imports Foundation, which"),
    ({"Tests/HighTests/Some.swift": "import Low"}, "Some.swift imports Low, which"),
    ({"Package.swift": MANIFEST.replace('"Other")', '"Other", dependencies: ["High"])')},
     "targets form a circle: High → Other → High"),
    ({"Sources/High/Low.swift": "struct Low {}"}, "two types of one name: High sees Low"),
    ({"Sources/Other/Low.swift": "public struct Low {}"}, "two types of one name: High sees Low"),
    ({"Sources/High/Note.swift": f"// as {RULES[-1]} says"},
     "these do too:\n    Sources/High/Note.swift"),
    ({"Sources/Lost/Lost.swift": ""}, "Lost.swift is part of no target"),
]


def self_test():
    def found(changes):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in {**SOUND, **changes}.items():
                file = Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return "\n".join(complaints(Package(Path(folder))))

    assert not found({}), found({})
    for changes, *words in FAULTS:
        text = found(changes)
        assert text and all(word in text for word in words), f"{changes}: {text}"
    print(f"{len(FAULTS)} packages that are wrong are found, and one that is not passes")


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    shows_all = "--all" in arguments
    folders = [argument for argument in arguments if argument != "--all"]
    if len(folders) > 1 or any(folder.startswith("-") for folder in folders):
        sys.exit(__doc__[__doc__.index("usage") :].split("\n\n")[0])
    package = Package(Path(folders[0]) if folders else Path(__file__).resolve().parent.parent)
    wrong = list(complaints(package, shows_all))
    if not wrong:
        print("\n".join(drawing(package)))
    print("\n".join([*needless(package), *frequent_names(package)]))
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
