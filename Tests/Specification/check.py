#!/usr/bin/env python3
"""Runs everything that holds jlcheck to the regulation's second statement, as continuous integration does.

usage: check.py JLCHECK [--random N] [--seed S]

Fixtures, proofs, cells with the conformance suite, a random sample, and wrong rules that must be noticed; then the
same of clusters, with laws in the place of proofs, and cells and wrong rules of the second batch of 2021. Needs
Python 3.10 or later and z3-solver, takes four to five minutes, and ends with status 1 if anything is wrong.
"""

import argparse
import contextlib
import io
import itertools
import json
import subprocess
import sys
import time

import cells
import cluster
import cluster_cells
import conformance
import planted
import prove
import round2021_cells


def fixtures(jlcheck, specification, suite):
    """Stored expectations of fixtures against the specification, and jlcheck against it on the same applications."""
    comparison = cells.Comparison(jlcheck, specification, suite)
    wrong = 0
    cases = list(conformance.fixtures())
    for name, line, filed, expected in cases:
        outcomes = specification.judge(specification.read(line), filed)
        wanted = {"verdict": expected["verdict"]} | expected.get("criteria", {})
        found = {"verdict": specification.verdict(outcomes, expected.get("strict", False))} | outcomes
        for what in wanted:
            if found[what] != wanted[what]:
                wrong += 1
                print(f"{name} expects {what} {wanted[what]}, the specification says {found[what]}")
        comparison.compare([line], [name], filed)
    return wrong + comparison.different, f"{len(cases)} fixtures"


def catalogue(jlcheck, specification, programme="jilin-single-champion"):
    """Both state the same criteria, in the same roles and order, with as many readings that stay open."""
    command = [jlcheck, "criteria", "--programme", programme, "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        print(run.stderr, end="")
        return 1, f"no criteria of {programme}"
    found = [(c["id"], c["role"], len(c["readings"])) for c in json.loads(run.stdout)["criteria"]]
    wanted = [(criterion, role, len(readings or [])) for criterion, role, *_, readings in specification.CRITERIA]
    for one, other in itertools.zip_longest(wanted, found):
        if one != other:
            print(f"the specification states {one}, jlcheck {other}")
    return wanted != found, f"{len(wanted)} criteria, {sum(count for _, _, count in wanted)} open readings"


def proofs(specification):
    run = prove.Proofs(specification)
    run.all()
    return len(run.failed), f"{run.count} statements proved" if not run.failed else f"{len(run.failed)} not proved"


def every_cell(jlcheck, specification, suite):
    comparison = cells.Comparison(jlcheck, specification, suite)
    comparison.run(cells.every_cell())
    return comparison.different, f"{comparison.applications} cells"


def at_random(jlcheck, specification, count, seed):
    comparison = cells.Comparison(jlcheck, specification)
    comparison.run(cells.at_random(count, seed))
    return comparison.different, f"{count} random applications, seed {seed}"


def same_suite(specification, suite):
    """The suite is the one whose hash is kept, and the specification answers its lines from the lines alone."""
    stored = conformance.DIGEST.read_text("ascii")
    if suite.digest() != stored:
        print(f"the conformance suite is {suite.digest()}not {stored}", end="")
    sample = suite.file.getvalue().splitlines()
    different = conformance.compare(sample, conformance.answers(specification, sample))
    return (suite.digest() != stored) + different, f"{suite.lines} lines in the conformance suite"


def plants(jlcheck):
    """Every wrong rule is noticed by the one who has to."""
    missed = 0
    for name, (tool, where, _, _) in planted.PLANTS.items():
        specification = planted.load(name)
        with contextlib.redirect_stdout(io.StringIO()):
            if tool == "prove":
                run = prove.Proofs(specification)
                run.all(where)
                noticed = len(run.failed)
            else:
                comparison = cells.Comparison(jlcheck, specification)
                comparison.run(cells.every_cell([where]))
                noticed = comparison.different
        if not noticed:
            missed += 1
            print(f"not noticed by {tool}: {name}")
    return missed, f"{len(planted.PLANTS)} planted errors"


class Sample(io.StringIO):
    """Keeps every fortieth line of the suite."""

    def __init__(self):
        super().__init__()
        self.seen = 0

    def write(self, line):
        self.seen += 1
        return super().write(line) if self.seen % 40 == 1 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("jlcheck")
    parser.add_argument("--random", type=int, default=20_000, metavar="N")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    jlcheck, specification = options.jlcheck, planted.load()
    suite = conformance.Suite(specification, Sample())
    failed, started = 0, time.monotonic()
    for step in (
        lambda: catalogue(jlcheck, specification),
        lambda: every_cell(jlcheck, specification, suite),
        lambda: fixtures(jlcheck, specification, suite),
        lambda: same_suite(specification, suite),
        lambda: at_random(jlcheck, specification, options.random, options.seed),
        lambda: proofs(planted.load()),
        lambda: plants(jlcheck),
        lambda: catalogue(jlcheck, cluster, cluster.PROGRAMME),
        lambda: cluster_cells.run(jlcheck, options.random, options.seed),
        lambda: cluster_cells.Laws().run(options.random // 10, options.seed),
        cluster_cells.plants,
        lambda: round2021_cells.run(jlcheck, options.random // 10, options.seed),
        round2021_cells.plants,
    ):
        then = time.monotonic()
        wrong, what = step()
        failed += wrong
        print(
            f"{'as it should be' if not wrong else f'{wrong} WRONG'}: {what}, {time.monotonic() - then:.1f} s",
            flush=True,
        )
    print(f"{'all is as it should be' if not failed else 'NOT as it should be'}, {time.monotonic() - started:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
