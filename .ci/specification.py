# The regulation is stated twice, and both statements are held against each other by each commit.
#
# usage: specification.py EXECUTABLE
import pathlib
import subprocess
import sys
import tempfile

import environment

ROOT = pathlib.Path(__file__).resolve().parents[1]
# The solver that proves the second statement exact.
SOLVER = "z3-solver==5.4.1.0"


def main():
    with tempfile.TemporaryDirectory() as folder:
        programs = environment.make(folder, SOLVER)
        check = [f"{programs}/python", ROOT / "Tests/Specification/check.py", sys.argv[1]]
        sys.exit(subprocess.run(check).returncode)


main()
