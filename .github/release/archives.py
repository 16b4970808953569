#!/usr/bin/env python3
"""Makes what is published of a version for this kind of machine: the archive, its bill of materials, checksums.

usage: archives.py FOLDER [--page FILE] [--from SOURCES]

The archive holds the program, on Linux without any library to be found where it runs, its manual pages,
completions and an example. Made twice of one commit, wherever the sources lie, everything is the same bytes;
what is made is put into FOLDER, SHA256SUMS last. --page adds the page that somebody built; --from takes the
sources from another folder than the one this script lies in.
"""
import argparse
import gzip
import hashlib
import io
import json
import os
import pathlib
import platform
import re
import subprocess
import tarfile

HERE = pathlib.Path(__file__).resolve().parents[2]
SHELLS = ("bash", "zsh", "fish")


def output(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout


class Release:
    """What is made of the sources in a folder."""

    def __init__(self, sources, folder):
        self.sources, self.folder = pathlib.Path(sources).resolve(), pathlib.Path(folder).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        program = (self.sources / "Sources/Reports/Terms/Program.swift").read_text("utf-8")
        self.version = re.search(r'current = "(\d+\.\d+\.\d+[^"]*)"', program)[1]
        system = {"Linux": "linux", "Darwin": "macos"}[platform.system()]
        machine = {"aarch64": "arm64", "amd64": "x86_64"}.get(platform.machine(), platform.machine())
        self.system, self.machine = system, "universal" if system == "macos" else machine
        self.name = f"jlcheck-{self.version}-{system}-{self.machine}"
        # The moment of the commit, of which everything is made.
        self.moment = int(output("git", "-C", self.sources, "log", "-1", "--format=%ct"))

    # ------------------------------------------------------------------------------------------- the program

    def build(self):
        """Builds the program; where it is and the libraries that were put into it."""
        scratch = self.sources / ".build/published"
        command = ["swift", "build", "--package-path", self.sources, "--scratch-path", scratch, "-c", "release"]
        command += ["--product", "jlcheck", "-Xswiftc", "-gnone"]
        libraries = []
        if self.system == "linux":
            linked = scratch / "linked.map"
            command += ["--static-swift-stdlib", "-Xswiftc", "-static-executable"]
            command += ["-Xlinker", f"-Map={linked}", "-Xlinker", "--build-id=none"]
        else:
            command += ["--arch", "arm64", "--arch", "x86_64"]
        # What the compiler says is shown where it fails.
        run = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if run.returncode:
            raise SystemExit(run.stdout[-4000:])
        folder = output(*map(str, command), "--show-bin-path", text=True).strip()
        program = self.folder / "jlcheck"
        program.write_bytes((pathlib.Path(folder) / "jlcheck").read_bytes())
        program.chmod(0o755)
        # The section holds hashes of the compiler's command lines, in which the sources' folder stands.
        for_linux = ["--strip-all", "--remove-section=.swift_modhash"]
        subprocess.run(["strip", *(["-S", "-x"] if self.system == "macos" else for_linux), program], check=True)
        if self.system == "linux":
            libraries = sorted(set(re.findall(r"(/\S+?\.a)(?=[(:\s])", linked.read_text(errors="replace"))))
        return program, libraries

    # ------------------------------------------------------------------------------------------- the archive

    def contents(self, program):
        """Everything in the archive: name, bytes, mode."""
        yield "jlcheck", program.read_bytes(), 0o755
        yield "README.md", (self.sources / "README.md").read_bytes(), 0o644
        yield "CHANGELOG.md", (self.sources / ".github/CHANGELOG.md").read_bytes(), 0o644
        said = {"man/man1/jlcheck.1": ["help", "--man", "--lang", "en"]}
        said["man/zh_CN/man1/jlcheck.1"] = ["help", "--man", "--lang", "zh"]
        said |= {f"completions/jlcheck.{shell}": ["completions", shell, "--lang", "en"] for shell in SHELLS}
        said["example/application.json"] = ["init", "--example"]
        said["example/application.schema.json"] = ["schema", "application"]
        for name, words in sorted(said.items()):
            yield name, output(program, *words), 0o644

    def archive(self, program):
        """Writes the archive."""
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
            for name, data, mode in self.contents(program):
                entry = tarfile.TarInfo(f"{self.name}/{name}")
                entry.size, entry.mode, entry.mtime = len(data), mode, self.moment
                tar.addfile(entry, io.BytesIO(data))
        # Neither a name nor a time of its own in the header.
        (self.folder / f"{self.name}.tar.gz").write_bytes(gzip.compress(packed.getvalue(), mtime=0))

    # ----------------------------------------------------------------------------------- the bill of materials

    def bill(self, libraries):
        """Writes what the program consists of, as CycloneDX 1.5 has it."""
        compiler = re.search(r"Swift version (\S+)", output("swift", "--version", text=True, stderr=subprocess.DEVNULL))[1]
        parts = {("swift-runtime", compiler, "pkg:github/swiftlang/swift@swift-" + compiler + "-RELEASE")}
        for library in libraries:
            # What no package of the system brought came with the compiler.
            owner = subprocess.run(["dpkg", "-S", os.path.realpath(library)], capture_output=True, text=True)
            if owner.returncode == 0:
                package = owner.stdout.split(":")[0]
                version = output("dpkg-query", "-W", "-f=${Version}", package, text=True)
                parts.add((package, version, f"pkg:deb/debian/{package}@{version}"))
        document = {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": {
                "component": {
                    "type": "application",
                    "name": "jlcheck",
                    "version": self.version,
                    "purl": f"pkg:generic/jlcheck@{self.version}",
                    "bom-ref": "jlcheck",
                }
            },
            "components": [
                {"type": "library", "name": name, "version": version, "purl": url, "bom-ref": name}
                for name, version, url in sorted(parts)
            ],
            "dependencies": [{"ref": "jlcheck", "dependsOn": sorted(name for name, _, _ in parts)}],
        }
        text = json.dumps(document, indent=2) + "\n"
        (self.folder / f"{self.name}.cdx.json").write_text(text, "utf-8")

    def make(self, page):
        program, libraries = self.build()
        self.archive(program)
        self.bill(libraries)
        program.unlink()
        if page:
            (self.folder / f"jlcheck-{self.version}.html").write_bytes(pathlib.Path(page).read_bytes())
        files = sorted(file for file in self.folder.iterdir() if file.name.startswith("jlcheck-"))
        sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
        (self.folder / "SHA256SUMS").write_text(sums, "ascii")
        print(sums, end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--page", metavar="FILE")
    parser.add_argument("--from", dest="sources", default=HERE, metavar="SOURCES")
    options = parser.parse_args()
    Release(options.sources, options.folder).make(options.page)


if __name__ == "__main__":
    main()
