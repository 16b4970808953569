# The README promises commands and outputs; this runs them and compares.
import os
import re
import shlex
import subprocess
import sys

README = open("README.md", encoding="utf-8").read()


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def examples():
    """Each command of the console blocks with the output shown for it."""
    for block in blocks("console"):
        command, shown = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            else:
                shown.append(line)
        if command:
            yield command, shown


def matches(shown, printed):
    """Whether the output is as shown, where a line of `…` stands for any lines."""
    if "…" not in shown:
        return shown == printed
    parts, part = [], []
    for line in shown:
        if line == "…":
            parts.append(part)
            part = []
        else:
            part.append(line)
    parts.append(part)
    first, *middle, last = parts
    if printed[: len(first)] != first:
        return False
    at = len(first)
    for wanted in middle:
        for start in range(at, len(printed) - len(wanted) + 1):
            if printed[start : start + len(wanted)] == wanted:
                at = start + len(wanted)
                break
        else:
            return False
    return len(printed) - at >= len(last) and printed[len(printed) - len(last) :] == last


def command_beginning(words):
    for command, _ in examples():
        if command.startswith(words):
            return command
    sys.exit(f"the README shows no command that begins with {words}")


def run_examples(executable):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JLCHECK": executable}
    environment["PATH"] = os.path.dirname(executable) + os.pathsep + environment["PATH"]
    status = bad = count = 0
    for command, shown in examples():
        if command.startswith(("swift test", "swift build", "git ", "spark-submit ")):
            continue
        if command == "echo $?":
            printed = [str(status)]
        else:
            # The first command is run as it stands; its build messages go to standard error.
            result = subprocess.run(
                ["bash", "-c", command], env=environment, capture_output=True, text=True
            )
            status = result.returncode
            printed = result.stdout.splitlines()
            if status not in (0, 1, 2) and not command.startswith("swift run"):
                printed += result.stderr.splitlines()
        count += 1
        if not matches(shown, printed):
            bad += 1
            print(f"$ {command}\nshown:\n" + "\n".join(shown) + "\nprinted:\n" + "\n".join(printed))
    print(f"{count} examples run, {bad} differ")
    sys.exit(1 if bad or not count else 0)


def consumer(folder):
    """A package that contains the README's Swift example and nothing else of its own."""
    os.makedirs(f"{folder}/Sources/consumer")
    here = os.getcwd()
    with open(f"{folder}/Package.swift", "w", encoding="utf-8") as package:
        package.write(
            "// swift-tools-version: 6.2\n"
            "import PackageDescription\n"
            'let package = Package(name: "consumer", dependencies: ['
            f'.package(name: "jlcheck", path: {shlex.quote(here)!r})], targets: ['
            '.executableTarget(name: "consumer", dependencies: ['
            '.product(name: "ChampionRules", package: "jlcheck")])])\n'.replace("'", '"')
        )
    text = open(f"{folder}/Package.swift", encoding="utf-8").read().replace("'", '"')
    open(f"{folder}/Package.swift", "w", encoding="utf-8").write(text)
    examples_in_swift = blocks("swift")
    if not examples_in_swift:
        sys.exit("the README shows no use of the library")
    with open(f"{folder}/Sources/consumer/main.swift", "w", encoding="utf-8") as main:
        main.write("\n".join(examples_in_swift))


def consumer_output(log):
    """Each `print(…)  // output` of the example printed what its comment says."""
    wanted = re.findall(r"^print\(.*?\)  // (.*)$", "\n".join(blocks("swift")), re.MULTILINE)
    printed = open(log, encoding="utf-8").read().splitlines()[-len(wanted) :]
    if not wanted or wanted != printed:
        sys.exit(f"the example should print {wanted}, printed {printed}")


def main():
    verb, *rest = sys.argv[1:]
    if verb == "test-command":
        print(command_beginning("swift test"))
    elif verb == "build-command":
        print(command_beginning("swift build"))
    elif verb == "examples":
        run_examples(*rest)
    elif verb == "consumer":
        consumer(*rest)
    elif verb == "consumer-output":
        consumer_output(*rest)


main()
