# Screens a folder of 1,000 generated applications in which faults and contradictions are planted.
#
# usage: screening.py EXECUTABLE
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

COUNT, BROKEN = 1000, 25


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def main():
    executable = os.path.abspath(sys.argv[1])
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
    generated = run(
        sys.executable, "Tests/Benchmarks/generate.py", str(COUNT), "--seed", "7", "--contradictions"
    )
    planted = {}
    for line in generated.stderr.splitlines():
        kind, *numbers = line.split()
        planted[kind] = [int(number) for number in numbers]
    lines = generated.stdout.splitlines()
    concerned = {number for numbers in planted.values() for number in numbers}
    rng = random.Random(7)
    broken = set(rng.sample([n for n in range(1, COUNT + 1) if n not in concerned], BROKEN))
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(lines, 1):
            if number in broken:
                line = line[: len(line) // 2]
            with open(f"{folder}/{number:04}.json", "w", encoding="utf-8") as file:
                file.write(line)
        command = [executable, "screen", folder, "--format", "ndjson", "--bureau", "changchun"]
        one, two = run(*command, "--jobs", "1"), run(*command, "--jobs", "2")
        if one.stdout != two.stdout:
            problems.append("another number of jobs gives other bytes")
        if one.returncode != 65:
            problems.append(f"exit status {one.returncode}, expected 65 for malformed applications")
        rows, contradictions, totals = [], collections.defaultdict(list), None
        for line in one.stdout.splitlines():
            entry = json.loads(line)
            if entry["kind"] == "application":
                rows.append(entry)
            elif entry["kind"] == "contradiction":
                contradictions[entry["contradiction"]].append(
                    sorted(int(os.path.basename(a["source"])[:4]) for a in entry["applications"])
                )
            else:
                totals = entry
        # The bureau stands at the beginning of a file, so it is read in those cut off as well.
        elsewhere = [
            [number]
            for number, line in enumerate(lines, 1)
            if json.loads(line)["bureau"] != "changchun"
        ]
        expected = {kind: [numbers] for kind, numbers in planted.items()}
        expected["other-bureau"] = elsewhere
        for kind in sorted(expected.keys() | contradictions.keys()):
            wanted = {tuple(numbers) for numbers in expected.get(kind, [])}
            found = [tuple(numbers) for numbers in contradictions.get(kind, [])]
            if wanted != set(found) or len(found) != len(wanted):
                problems.append(
                    f"{kind}: not found {wanted - set(found)}, invented {set(found) - wanted}"
                )
        if len(rows) != COUNT:
            problems.append(f"{len(rows)} rows")
        faulty = {int(os.path.basename(r["source"])[:4]) for r in rows if r["faultCount"]}
        if faulty != broken:
            problems.append(f"faults in {sorted(faulty)}, planted in {sorted(broken)}")
        if totals is None or totals["applications"] != COUNT:
            problems.append("the totals do not count every application")
    for problem in problems:
        print(problem)
    found = sum(len(list_) for list_ in contradictions.values())
    print(f"{len(rows)} rows, {len(faulty)} broken, {found} contradictions, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
