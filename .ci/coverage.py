# Fails where a line of the named targets is not covered, but for the exceptions justified below.
import json
import sys

# A line that cannot run in a test, and why.
EXCEPTIONS = {
    "preconditionFailure(": "runs only in a process that ends by it",
    "precondition(": "its message is made only in a process that ends by it",
}


def is_justified(line):
    return any(text in line for text in EXCEPTIONS)


def uncovered_lines(entry):
    """The lines on which execution counts fell to zero, by the segments of the report."""
    counts = {}
    segments = entry["segments"]
    for (line, _, count, has_count, _, is_gap), following in zip(segments, segments[1:]):
        if not has_count or is_gap:
            continue
        for covered in range(line, following[0] + 1):
            counts[covered] = max(counts.get(covered, 0), count)
    return sorted(line for line, count in counts.items() if count == 0)


def main():
    report, targets = sys.argv[1], sys.argv[2:]
    files = json.load(open(report))["data"][0]["files"]
    bad = 0
    seen = 0
    for entry in files:
        path = entry["filename"]
        if not any(f"/Sources/{target}/" in path for target in targets):
            continue
        seen += 1
        source = open(path, encoding="utf-8").read().splitlines()
        for line in uncovered_lines(entry):
            if not is_justified(source[line - 1]) and source[line - 1].strip() not in ("}", ""):
                bad += 1
                print(f"{path}:{line}: not covered: {source[line - 1].strip()}")
    print(f"{seen} files of {', '.join(targets)} looked at, {bad} lines not covered")
    sys.exit(1 if bad or not seen else 0)


main()
