# Doubles what strangers may make long, and holds instructions, memory and output to what is stated.
#
# usage: proportion.py EXECUTABLE
#
# Instructions, counted by callgrind, do not depend on what else the machine does: twice the size may
# take 2.2 times as many. Memory and output are held to the bounds that the README states.
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../Tests/Benchmarks"))
import generate  # noqa: E402
import instructions  # noqa: E402
import measuring  # noqa: E402

MOST = 2.2
# How many times as much a run reads whose memory is looked at.
LARGE = 16
MEMORY, MEMORY_A_BYTE, MEMORY_A_KEPT_APPLICATION = 64 << 20, 32, 16 << 10
OUTPUT_AN_APPLICATION, OUTPUT_A_BYTE = 1 << 20, 16
# The page of full reports holds each of them in two languages, with signs of markup as escapes.
A_BYTE_IN_PAGES = 64
# Of a batch written as NDJSON, for each application and for each time a contradiction names one.
MEMORY_AN_APPLICATION, MEMORY_A_MENTION = 64, 8


# What is made long. Each function makes the files of a size.


def lists(schema, member, path=()):
    """The lists of the format: the members that lead to each, and an item of it with nothing in it."""
    while "$ref" in member:
        member = schema["$defs"][member["$ref"].rpartition("/")[2]]
    if "items" in member:
        items = member["items"]
        while "$ref" in items:
            items = schema["$defs"][items["$ref"].rpartition("/")[2]]
        yield path, {} if "properties" in items else "x"
        path += (0,)
        member = items
    for name, inner in member.get("properties", {}).items():
        yield from lists(schema, inner, (*path, name))


def nested(path, value):
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return value


def application(members):
    return {"a.json": json.dumps({"formatVersion": 1, **members}, separators=(",", ":"))}


def long_list(path, item):
    return lambda size: application(nested(path, [item] * size))


def lists_of_names(paths):
    """Every list of names, each of some size."""

    def make(size):
        document = {}
        for path in paths:
            merge(document, nested(path, ["x"] * size))
        return application(document)

    return make


def merge(into, value):
    for key, inner in value.items():
        if key not in into:
            into[key] = inner
        elif isinstance(inner, list):
            merge(into[key][0], inner[0])
        else:
            merge(into[key], inner)


def all_lists_too_long(size):
    names = ["otherProducts", "incidents", "revocations", "recognitions"]
    return application({**{name: [{}] * size for name in names}, "figures": {"years": [{}] * size}})


def unknown_keys(size):
    return application({f"key {number}": number for number in range(size)})


def repeated_keys(size):
    return {"a.json": "{" + ",".join(['"kind":"first","incidents":[]'] * size) + "}"}


def unknown_tree(size):
    return application({"x": {"y": [[number] for number in range(size)]}})


def faulty_items(size):
    incidents = [{"kind": number, "date": "?"} for number in range(900)]
    return application({"incidents": incidents, "x": "y" * size})


def long_text(size):
    return application({"enterprise": {"name": "长" * size}, "product": {"name": "\u0001" * size}})


def syntax_faults(size):
    return {"a.json": '{"a" 1 ' * size}


def long_line(size):
    return {"a.ndjson": unknown_keys(size)["a.json"] + "\n"}


def long_key(size):
    """A key of some length, and under it many values, which change."""
    return {
        name: json.dumps({"k" * size: [number + change for number in range(size // 4)]})
        for change, name in enumerate(["old.json", "new.json"])
    }


def one_code(size):
    line = json.dumps({"formatVersion": 1, "enterprise": {"creditCode": "91220101MA0YB1X78E"}})
    return {name: f"{line}\n" * size for name in ("old.ndjson", "new.ndjson")}


def empty_lines(size):
    return {"a.ndjson": "{}\n" * size}


def expected_faults(size):
    faults = [{"reason": "unknown-key", "pointer": f"/key {number}"} for number in range(size)]
    expected = {"applications": {"a.json": {"verdict": "undetermined", "faults": faults}}}
    return {**unknown_keys(size), "expectations.json": json.dumps(expected)}


def expected_names(size):
    expected = {"applications": {f"{number}.json": {"verdict": "?"} for number in range(size)}}
    return {"expectations.json": json.dumps(expected)}


def claims(size):
    return {"a.claims": json.dumps({"kind": "claim", "x": 1}) * size + ('\n{"kind":"claim"}' * size)}


def contradictions(size):
    """Lines by fours that contradict one another in every way."""
    return {"a.ndjson": contradicting_lines(size)}


def contradicting_lines(size):
    for number in range(size // 4):
        codes = [generate.credit_code("91", "220106", 2 * number + which) for which in (0, 1)]
        for code, product in [(codes[0], "甲"), (codes[0], "甲"), (codes[0], "乙"), (codes[1], "甲")]:
            line = {
                "formatVersion": 1,
                "bureau": "jilin",
                "enterprise": {"creditCode": code},
                "product": {
                    "name": product,
                    "classification": {"scheme": "productCatalogue", "code": f"{number:08}"},
                },
                "figures": {"unit": "元", "years": [{"year": 2024, "profit": number + 1}]},
                "market": {
                    "year": 2024,
                    "basis": "revenue",
                    "province": {"rank": 1, "share": 60},
                    "nation": {"rank": 3, "share": 60},
                    "world": {"rank": 7},
                },
                "statements": {"management": {"text": "甲"}},
            }
            yield json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"


# Of four such lines: two, three and three in a contradiction, five times four, and each by itself.
MENTIONS_OF_FOUR = 2 + 3 + 3 + 5 * 4 + 4

BATCH = "contradictions, ndjson"
CHECK = ("check", "--format")
SCREEN = ("screen", "--jobs", "1", "--format")


def cases():
    with open(os.path.join(measuring.HERE, "application.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    found = list(lists(schema, schema))
    for path, item in found:
        if item == {}:
            yield f"list {'/'.join(path)}", 400, long_list(path, item), (*CHECK, "text")
    names = [path for path, item in found if item != {}]
    yield f"{len(names)} lists of names", 400, lists_of_names(names), (*CHECK, "text")
    incidents = long_list(("incidents",), {})
    for form in "json", "github", "markdown", "html":
        yield f"incidents, {form}", 400, incidents, (*CHECK, form)
    for form in "ndjson", "json", "html":
        yield f"incidents, screen {form}", 400, incidents, (*SCREEN, form)
    yield "lists that are too long", 8000, all_lists_too_long, (*CHECK, "text")
    for form in "text", "json", "sarif":
        yield f"unknown keys, {form}", 8000, unknown_keys, (*CHECK, form)
    yield "repeated keys", 8000, repeated_keys, (*CHECK, "text")
    yield "values in an unknown member", 20000, unknown_tree, (*CHECK, "text")
    yield "faults and a long text", 100000, faulty_items, (*CHECK, "text")
    for form in "text", "markdown", "html":
        yield f"long texts, {form}", 20000, long_text, (*CHECK, form)
    yield "faults of the syntax", 20000, syntax_faults, (*CHECK, "text")
    yield "a line of unknown keys", 8000, long_line, (*SCREEN, "ndjson")
    yield "lines of one code", 400, one_code, (*SCREEN, "ndjson")
    yield "lines with nothing in them", 400, empty_lines, (*SCREEN, "text")
    yield "lines of one code, compared", 200, one_code, ("compare",)
    yield "a long key, compared", 6000, long_key, ("compare",)
    yield "expected faults", 500, expected_faults, ("test",)
    yield "expected names", 1000, expected_names, ("test",)
    yield "lines of a claims file", 2000, claims, ("claims",)
    for form in "ndjson", "text":
        yield f"contradictions, {form}", 800, contradictions, (*SCREEN, form, "--bureau", "yanbian")


def written(files, folder):
    """Writes files, each a text or several, to a folder."""
    os.makedirs(folder)
    for name, text in files.items():
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.writelines([text] if isinstance(text, str) else text)


def prepared(number, size, folder):
    """The same in a program of its own, for a case; the command on its files.

    Linux counts what a program takes into what it starts, so nothing large is made here.
    """
    subprocess.run([sys.executable, __file__, "--write", str(number), str(size), folder], check=True)
    command = CASES[number][3]
    return [*command, *(["."] if command[0] == "test" else sorted(os.listdir(folder), key=order))]


def order(name):
    """Old files before new ones."""
    return not name.startswith("old"), name


def spent(command, folder):
    """The greatest memory of a run in bytes, and how many it writes."""
    out = f"{folder}.out"
    shell = 'cd "$1" && shift && exec "$@"'
    actions = [
        (os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    arguments = ["sh", "-c", shell, "sh", folder, *command]
    process = os.posix_spawn("/bin/sh", arguments, {**os.environ, "LC_ALL": "C.UTF-8"}, file_actions=actions)
    _, ended, usage = os.wait4(process, 0)
    status = os.waitstatus_to_exitcode(ended)
    if status not in measuring.FINDINGS:
        sys.exit(f"{' '.join(command[:4])} in {folder}: ended with {status}")
    return usage.ru_maxrss * 1024, os.path.getsize(out)


def excess(command, folder, size):
    """What a run spends above the bounds."""
    read = sum(entry.stat().st_size for entry in os.scandir(folder))
    memory, output = spent(command, folder)
    # At most so many applications are in files of that size.
    applications = size * (command[1] in ("compare", "screen")) + 1
    kept = 0 if "ndjson" in command else applications * (1 + (command[1] == "compare"))
    is_page = command[1:4] == ["check", "--format", "html"]
    of_memory, of_output = (
        (A_BYTE_IN_PAGES,) * 2 if is_page else (MEMORY_A_BYTE, OUTPUT_A_BYTE)
    )
    limits = [
        (memory, "memory", MEMORY + of_memory * read + MEMORY_A_KEPT_APPLICATION * kept),
        (output, "output", OUTPUT_AN_APPLICATION * applications + of_output * read),
    ]
    return [
        f"{found:,} bytes of {what} for {read:,} read, above {limit:,}"
        for found, what, limit in limits
        if found > limit
    ]


def problems(executable, work, number):
    name, size, _, _ = CASES[number]
    counts = []
    for times in (1, 2):
        folder = f"{work}/{number}-{times}"
        counts.append(
            instructions.count([executable, *prepared(number, times * size, folder)], folder)
        )
    ratio = counts[1] / counts[0]
    print(f"{name:<48}{counts[0]:>14,}{counts[1]:>15,}{ratio:>6.2f}", flush=True)
    # What is in proportion to a few bytes is lost in what every run takes.
    folder = f"{work}/{number}-{LARGE}"
    found = excess([executable, *prepared(number, LARGE * size, folder)], folder, LARGE * size)
    if ratio > MOST:
        found.append(f"twice the size takes {ratio:.2f} times the instructions")
    return [f"{name}: {problem}" for problem in found]


def problems_of_a_batch(executable, work):
    """A batch of which every line is in every kind of contradiction, within its bound."""
    number, size = next((n, size) for n, (name, size, *_) in enumerate(CASES) if name == BATCH)
    size *= 100
    memory, _ = spent([executable, *prepared(number, size, f"{work}/batch")], f"{work}/batch")
    limit = MEMORY + (MEMORY_AN_APPLICATION + MEMORY_A_MENTION * MENTIONS_OF_FOUR // 4) * size
    print(f"{size:,} lines in contradictions: {memory:,} bytes of {limit:,}", flush=True)
    return [f"contradictions: {memory:,} bytes of memory, above {limit:,}"] if memory > limit else []


def main():
    executable = measuring.executable(sys.argv[1])
    instructions.install("valgrind", "valgrind")
    with tempfile.TemporaryDirectory() as work:
        found = problems_of_a_batch(executable, work)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            jobs = [pool.submit(problems, executable, work, number) for number in range(len(CASES))]
            for job in jobs:
                found += job.result()
    for problem in found:
        print(problem)
    print(f"{len(jobs)} things doubled, {len(found)} problems")
    sys.exit(1 if found else 0)


CASES = list(cases())

if __name__ == "__main__":
    if sys.argv[1] == "--write":
        _, _, number, size, folder = sys.argv
        written(CASES[int(number)][2](int(size)), folder)
    else:
        main()
