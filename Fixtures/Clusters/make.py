#!/usr/bin/env python3
"""Makes the applications of clusters that are the example with a few things changed, as derive.py in the
folder above does those of single champions; `derivations.json` beside this script is its table.

usage: make.py --check        compares the files with the table; prints the differences
       make.py --write        writes the files that differ
"""
import sys
from pathlib import Path

# The script above is no package, whose compiled form would be kept.
sys.dont_write_bytecode = True

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import derive  # noqa: E402

derive.ROOT = HERE
derive.FOLDERS = ["eligible", "ineligible", "undetermined", "faulty"]

if __name__ == "__main__":
    derive.main(sys.argv[1:])
