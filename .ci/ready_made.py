# The hooks, the workflow and the Makefile of the README are used here as a reader would use them.
#
#   python3 .ci/ready_made.py FOLDER
#
# FOLDER holds what .github/release/archives.py made.
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import environment

TOOLS = ["pre-commit==4.0.1"]
ROOT = Path.cwd()
README = (ROOT / "README.md").read_text(encoding="utf-8")
GOOD = "Fixtures/Applications/eligible/manufacturer-of-bearings.json"
BAD = "Fixtures/Applications/ineligible/average-revenue-one-fen-below.json"
MACHINE = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())


def in_environment_of_its_own():
    """Runs this script again where the tools are installed, and ends with its status."""
    with tempfile.TemporaryDirectory() as folder:
        programs = environment.make(folder, *TOOLS)
        path = programs + os.pathsep + os.environ["PATH"]
        sys.exit(environment.run_again(programs, JLCHECK_TOOLS=programs, PATH=path))


def snippet(language, beginning):
    """The one block of the README in a language that begins so."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    found = [block for block in blocks if block.startswith(beginning)]
    if len(found) != 1:
        sys.exit(f"the README shows {len(found)} {language} blocks that begin with {beginning}")
    return found[0]


class Scratch:
    """A repository of somebody who uses jlcheck as the README says."""

    def __init__(self, folder):
        self.place = Path(folder) / "scratch"
        self.temporary = Path(folder) / "runner"
        self.paths = Path(folder) / "paths"
        self.bad = self.tried = 0
        workflow = snippet("yaml", "name: applications")
        source = re.search(r"https://github\.com/\w+/jlcheck", workflow)[0]
        # What is published under that address stands in for what is committed here.
        published = Path(folder) / "published"
        subprocess.run(["git", "clone", "-q", "--bare", ROOT, published], check=True)
        version = re.search(r"download/(v[\d.]+)/", workflow)[1]
        subprocess.run(["git", "-C", published, "tag", "-f", version], check=True)
        self.published = published / "releases/download" / version
        shutil.copytree(sys.argv[1], self.published)
        # This machine's kind instead of the one shown.
        workflow = workflow.replace("linux-x86_64", f"linux-{MACHINE}")
        workflow = workflow.replace(source, f"file://{published}")
        self.environment = {
            **os.environ, "LC_ALL": "C.UTF-8", "PRE_COMMIT_HOME": f"{folder}/pre-commit",
            "XDG_CACHE_HOME": f"{folder}/cache",
            "GIT_CONFIG_COUNT": "3",
            "GIT_CONFIG_KEY_0": f"url.file://{published}.insteadOf", "GIT_CONFIG_VALUE_0": source,
            "GIT_CONFIG_KEY_1": "user.name", "GIT_CONFIG_VALUE_1": "Somebody",
            "GIT_CONFIG_KEY_2": "user.email", "GIT_CONFIG_VALUE_2": "somebody@example.org",
            "RUNNER_TEMP": str(self.temporary), "GITHUB_PATH": str(self.paths),
        }
        for folder in ["filing", "examples", ".github/workflows"]:
            (self.place / folder).mkdir(parents=True)
        self.temporary.mkdir()
        self.paths.touch()
        (self.place / ".pre-commit-config.yaml").write_text(snippet("yaml", "repos:"))
        (self.place / ".github/workflows/applications.yml").write_text(workflow)
        (self.place / "Makefile").write_text(snippet("make", "test-applications:"))
        (self.place / "examples/expectations.json").write_text(
            (ROOT / "Fixtures/Applications/eligible/expectations.json").read_text())
        self.run("git init -q -b main && git add -A && git commit -qm 'Begin'")

    def fill(self, application, expectations=None):
        """Puts an application to be filed there, and examples that are as expected or not."""
        (self.place / "filing/ours.json").write_bytes((ROOT / application).read_bytes())
        self.run(f"rm -rf examples && cp -r {ROOT}/Fixtures/Applications examples")
        manifest = self.place / "examples/eligible/expectations.json"
        stated = json.loads(manifest.read_text(encoding="utf-8"))
        stated["applications"].update(expectations or {})
        manifest.write_text(json.dumps(stated, ensure_ascii=False), encoding="utf-8")

    def run(self, command):
        """Runs a command as GitHub runs a step."""
        added = [line for line in self.paths.read_text().splitlines() if line]
        path = os.pathsep.join([*reversed(added), self.environment["PATH"]])
        return subprocess.run(
            ["bash", "-e", "-c", command], cwd=self.place, capture_output=True, text=True,
            check=False, env={**self.environment, "PATH": path},
        )

    def expect(self, what, command, status, *words):
        """Whether a command ends so and says all that."""
        self.tried += 1
        run = self.run(command)
        said = run.stdout + run.stderr
        lacking = [word for word in words if word not in said]
        if run.returncode != status or lacking:
            self.bad += 1
            print(f"{what}: ended with {run.returncode}, not {status}; lacking {lacking}\n{said}")
        else:
            print(f"{what}: as it should be")


WRONG = {"manufacturer-of-bearings.json": {"verdict": "ineligible"}}
FILING, EXAMPLES = "What is to be filed is eligible", "The examples are as expected"


def try_workflow(scratch):
    import yaml

    text = (scratch.place / ".github/workflows/applications.yml").read_text()
    steps = yaml.safe_load(text)["jobs"]["applications"]["steps"]
    named = {step["name"]: step["run"] for step in steps if "run" in step}
    scratch.fill(GOOD)
    for name, command in named.items():
        scratch.expect(f"workflow, {name}", command, 0)
    scratch.expect("workflow, its results", "ls *.xml", 0, "filing.xml", "examples.xml")
    scratch.fill(BAD, WRONG)
    scratch.expect(f"workflow, not: {FILING}", named[FILING], 1,
                   "::error file=filing/ours.json,line=55,col=32,title=Average revenue")
    scratch.expect(f"workflow, not: {EXAMPLES}", named[EXAMPLES], 1,
                   "::error file=examples/eligible/manufacturer-of-bearings.json",
                   "expected INELIGIBLE, found ELIGIBLE")


def try_makefile(scratch):
    scratch.fill(GOOD)
    scratch.expect("make", "make test-applications", 0, "AS EXPECTED", ", 100%")
    scratch.fill(GOOD, WRONG)
    scratch.expect("make, something wrong", "make test-applications", 2, "NOT AS EXPECTED")


def try_hooks(scratch):
    # What the workflow installed would be taken.
    scratch.paths.write_text("")
    scratch.expect("hooks, installing", "pre-commit install", 0)
    scratch.fill(GOOD)
    commit = "git add -A && git commit -qm 'File ours'"
    # An archive that is not the one of which the checksum was published is not used.
    sums = scratch.published / "SHA256SUMS"
    right = sums.read_text()
    sums.write_text(re.sub(r"^\w", lambda digit: "0" if digit[0] != "0" else "1", right, flags=re.MULTILINE))
    scratch.expect("hooks, another archive", commit, 1, "does not have its checksum")
    sums.write_text(right)
    archives = list(scratch.published.glob("*.tar.gz"))
    for archive in archives:
        archive.rename(f"{archive}.away")
    scratch.expect("hooks, no archive", commit, 1, "cannot be fetched", "put it on the PATH")
    for archive in archives:
        Path(f"{archive}.away").rename(archive)
    scratch.expect("hooks, a good application", commit, 0, "jlcheck check", "jlcheck test", "Passed")
    # From here on what was kept is used.
    shutil.rmtree(scratch.published)
    scratch.fill(BAD)
    scratch.expect("hooks, a bad application", commit, 1, "INELIGIBLE", "exit code: 1",
                   "¥0.01 short", "File        filing/ours.json")
    scratch.fill(GOOD, WRONG)
    scratch.expect("hooks, a wrong expectation", commit, 1, "NOT AS EXPECTED",
                   "expected INELIGIBLE, found ELIGIBLE")
    scratch.fill(GOOD)
    scratch.run("rm examples/eligible/manufacturer-of-bearings.json")
    scratch.expect("hooks, a deleted application", commit, 1, "but it is not there")
    scratch.expect("hooks, all files", "git reset -q --hard && pre-commit run --all-files", 0)
    (scratch.place / "filing/package.json").write_text('{"name": "ours", "version": "1.0.0"}\n')
    scratch.expect("hooks, a file of something else", f"{commit} && git log -1", 0, "Passed", "File ours")
    said = "pre-commit run --all-files --verbose jlcheck-check"
    scratch.expect("hooks, what is said of it", said, 0,
                   "filing/package.json: it is no application, and is passed by")


def main():
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(folder)
        try_workflow(scratch)
        try_makefile(scratch)
        try_hooks(scratch)
    print(f"{scratch.tried} uses tried, {scratch.bad} not as they should be")
    sys.exit(1 if scratch.bad else 0)


if "JLCHECK_TOOLS" in os.environ:
    main()
else:
    in_environment_of_its_own()
