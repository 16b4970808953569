# The libraries' documentation can be made, and every link in it leads somewhere.
#
#   python3 .ci/documentation.py MODULES
#
# In MODULES stand the compiled modules.
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def run(*command):
    return subprocess.run([*map(str, command)], capture_output=True, text=True)


def main():
    modules, bad = Path(sys.argv[1]), 0
    target = json.loads(run("swiftc", "-print-target-info").stdout)["target"]["triple"]
    catalogues = sorted(Path("Sources").glob("*/*.docc"))
    for catalogue in catalogues:
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "graphs").mkdir()
            drawn = run(
                "swift", "symbolgraph-extract", "-module-name", catalogue.stem, "-I", modules, "-target", target,
                "-minimum-access-level", "public", "-output-dir", folder / "graphs")
            made = run(
                "docc", "convert", catalogue, "--additional-symbol-graph-dir", folder / "graphs",
                "--output-path", folder / "made.doccarchive")
        # Of several parameters those are described that need it.
        said = re.findall(r"^(?:warning|error): (?!Parameter .* is missing).*", made.stderr, re.M)
        is_made = drawn.returncode == 0 and made.returncode == 0
        print(f"{catalogue.stem}: {'made' if is_made else drawn.stderr + made.stderr}, {len(said)} objections")
        print("\n".join(said), end="\n" if said else "")
        bad += bool(said) or not is_made
    sys.exit(1 if bad or len(catalogues) < 4 else 0)


main()
