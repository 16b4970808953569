# What is published of a version is unpacked and used where there is nothing else, as a stranger would.
#
#   python3 .ci/published.py FOLDER
#
# FOLDER holds what .github/release/archives.py made.
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import environment

TOOLS = ["cyclonedx-python-lib[json-validation]==11.0.0", "PyYAML==6.0.2"]
EXAMPLE = Path("Fixtures/Applications/eligible/manufacturer-of-bearings.json")
WANTED = {
    "jlcheck", "README.md", "CHANGELOG.md", "man/man1/jlcheck.1", "man/zh_CN/man1/jlcheck.1", "example/application.json",
    "example/application.schema.json", "completions/jlcheck.bash", "completions/jlcheck.zsh", "completions/jlcheck.fish",
}
bad = []


def expect(is_so, what):
    print(f"{'as it should be' if is_so else 'NOT SO'}: {what}")
    if not is_so:
        bad.append(what)


def unpack(published, folder):
    """Unpacks the one archive; its folder."""
    (archive,) = published.glob("*.tar.gz")
    name = archive.name.removesuffix(".tar.gz")
    with tarfile.open(archive) as tar:
        members = tar.getmembers()
        tar.extractall(folder, filter="data")
    expect({member.name for member in members} == {f"{name}/{file}" for file in WANTED}, "files of the archive")
    expect({(member.uid, member.gid, member.uname) for member in members} == {(0, 0, "")}, "nobody's name in it")
    sums = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=published, capture_output=True)
    listed = {line.split()[1] for line in (published / "SHA256SUMS").read_text().splitlines()}
    expect(sums.returncode == 0, "checksums")
    expect(listed == {file.name for file in published.glob("jlcheck-*")}, "a checksum of each file")
    return folder / name


def use(unpacked):
    """Runs the main job in a folder that holds nothing but the program, as in an image made from scratch."""
    shown = subprocess.run(["ldd", unpacked / "jlcheck"], capture_output=True, text=True)
    expect("not a dynamic executable" in shown.stdout + shown.stderr, "no library is loaded")
    with tempfile.TemporaryDirectory() as root:
        root = Path(root)
        root.chmod(0o755)
        shutil.copy(unpacked / "jlcheck", root)
        shutil.copy(EXAMPLE, root / "application.json")
        # Systems give each container this one.
        (root / "proc").mkdir()
        subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
        try:
            begun = time.monotonic()
            command = ["chroot", "--userspec=65534:65534", root, "/jlcheck", "check", "--lang", "en", "application.json"]
            run = subprocess.run(command, capture_output=True, text=True)
            spent = time.monotonic() - begun
        finally:
            subprocess.run(["umount", root / "proc"], check=True)
        expect(run.returncode == 0 and run.stdout.startswith("ELIGIBLE: "), f"the main job alone, in {spent:.2f} s")


def read(unpacked):
    """The manual's pages are sound, and speak of every command."""
    if not shutil.which("mandoc"):
        subprocess.run(["apt-get", "update", "-q"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-qy", "mandoc"], check=True, stdout=subprocess.DEVNULL)
    for page in ("man/man1/jlcheck.1", "man/zh_CN/man1/jlcheck.1"):
        said = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", unpacked / page], capture_output=True, text=True)
        # It has no date: the same version is the same page.
        lines = [line for line in said.stdout.splitlines() if "missing date" not in line]
        expect(not lines, f"{page} {lines[:3]}")
        shown = subprocess.run(["mandoc", "-T", "utf8", unpacked / page], capture_output=True, text=True).stdout
        plain = re.sub(".\b", "", shown)
        expect("jlcheck screen" in plain and "--reports-format" in plain, f"{page} as it is shown")


def bill(published):
    """The bill of materials follows its schema and names what was linked."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    (file,) = published.glob("*.cdx.json")
    text = file.read_text()
    expect(JsonStrictValidator(SchemaVersion.V1_5).validate_str(text) is None, "the bill of materials' schema")
    names = {component["name"] for component in json.loads(text)["components"]}
    expect("swift-runtime" in names and any(name.startswith("libc6") for name in names), f"it names {sorted(names)}")


def workflow():
    """The workflow's commands are sound shell, and what they start is there; the image takes what the archive holds."""
    import yaml

    jobs = yaml.safe_load(Path(".github/workflows/release.yml").read_text())["jobs"]
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    expect(len(commands) >= 8, f"{len(commands)} commands of the workflow")
    for command in commands:
        plain = re.sub(r"\$\{\{.*?\}\}", "x", command)
        run = subprocess.run(["bash", "-n", "-c", plain], capture_output=True, text=True)
        expect(run.returncode == 0, f"shell: {command.splitlines()[0]} {run.stderr}")
        for file in re.findall(r"(?:\.github|Sources)/[\w./-]+", plain):
            expect(Path(file).exists(), f"{file} is there")
    named = {job for needs in (job.get("needs", []) for job in jobs.values()) for job in needs}
    expect(named == set(jobs) - {"publish"}, "everything is built before it is published")
    recipe = Path(".github/release/Containerfile").read_text()
    expect(re.findall(r"^COPY (\S+)", recipe, re.M) == ["${ARCHIVE}/jlcheck"], "the image holds the program alone")


def main():
    published = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        unpacked = unpack(published, Path(folder))
        use(unpacked)
        read(unpacked)
    bill(published)
    workflow()
    sys.exit(f"{len(bad)} not as they should be" if bad else 0)


if "JLCHECK_TOOLS" in os.environ:
    main()
else:
    with tempfile.TemporaryDirectory() as tools:
        sys.exit(environment.run_again(environment.make(tools, *TOOLS), JLCHECK_TOOLS=tools))
