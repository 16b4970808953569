#!/usr/bin/env python3
"""Proves that the specification is exact, so that its answers need no belief in three-valued reasoning.

Each rule is run on terms of a solver: a fact that is partly known is a span with unknown ends, or a choice of
which any values may be left. What the rule answers is then compared with the same rule on complete facts,

    every completion   no completion of the facts, under any reading that stays open, has an outcome that the
                       answer excludes: so what is met or unmet stays so, whatever the unknown facts are
    some completion    each outcome that the answer leaves possible is the outcome of some completion: so
                       nothing is undetermined that could be decided
    more facts         stating more never turns a decided answer
    better facts       a rank, amount or day that is better never worsens an answer
    contradiction      facts that cannot all be true count as unknown

and each deliberate exception from the second is shown to be one, and to make nothing but undetermined answers.
Completions are those that do not contradict themselves. Days, amounts, ranks and rounds are unbounded integers.

usage: prove.py [--rule NAME] [--plant NAME] [--verbose]; needs z3-solver
"""

import argparse
import datetime
import functools
import itertools
import sys
import time
from types import SimpleNamespace as Facts

import z3
from z3 import z3util

import planted

# A plain truth value on the left does not know terms.
z3.BoolRef.__rand__ = lambda term, value: z3.And(value, term)
z3.BoolRef.__ror__ = lambda term, value: z3.Or(value, term)


class Proofs:
    def __init__(self, specification, verbose=False):
        self.s, self.verbose, self.count, self.failed = specification, verbose, 0, []
        self.s.choose = lambda condition, a, b: (
            (a if condition else b) if isinstance(condition, bool) else z3.If(condition, a, b)
        )
        self.exact, self.cautious, self.found = frozenset(), frozenset(specification.EXCEPTIONS), set()
        self.Fixed = type("Fixed", (specification.Answer,), {"__slots__": ()})  # no fact, but how facts are stated
        # Spans that lie within bounds if they are stated, and otherwise are the whole of something.
        bounded = lambda *bounds: type("Bounded", (specification.Span,), {"__slots__": (), "bounds": bounds})
        s = specification
        self.Day = bounded(s.first_day(1900), s.last_day(9999), s.ANY_DAY)
        self.Year = bounded(1900, 2999, s.ANY_YEAR)

    def all(self, only=None):
        for rule in RULES:
            if only in (None, rule.__name__):
                rule(self)
        if only is None and (unproved := self.cautious - self.found):
            self.failed.append("exceptions")
            print(f"NOT FOUND  no case of: {', '.join(sorted(unproved))}")

    # ------------------------------------------------------------------------------------ facts of a solver

    def span(self, name, kind=None):
        return (kind or self.s.Span)(z3.Int(name + ".low"), z3.Int(name + ".high"))

    def point(self, name, kind=None):
        return (kind or self.s.Span)(*2 * [z3.Int(name)])

    def choice(self, name, *values):
        return self.s.Choice({value: z3.Bool(f"{name}.{value}") for value in values})

    def truth(self, name):
        return self.s.Answer(z3.Bool(name + ".yes"), z3.Bool(name + ".no"))

    def leaves(self, facts):
        """The facts in a structure, each with its path."""
        pairs = enumerate(facts) if isinstance(facts, list) else vars(facts).items()
        for key, value in pairs:
            if isinstance(value, list) or type(value) is Facts:
                yield from (((key, *path), leaf) for path, leaf in self.leaves(value))
            elif isinstance(value, (self.s.Span, self.s.Choice, self.s.Answer)) and not isinstance(value, self.Fixed):
                yield (key,), value

    def with_leaves(self, facts, new, path=()):
        if isinstance(facts, list):
            return [self.with_leaves(item, new, (*path, i)) for i, item in enumerate(facts)]
        if type(facts) is Facts:
            return Facts(**{k: self.with_leaves(v, new, (*path, k)) for k, v in vars(facts).items()})
        return new.get(path, facts)

    def some_value(self, facts):
        """Each fact has a value at least."""
        for _, leaf in self.leaves(facts):
            if hasattr(leaf, "bounds"):
                first, last, whole = leaf.bounds
                stated = z3.And(first <= leaf.low, leaf.low <= leaf.high, leaf.high <= last)
                yield z3.Or(stated, z3.And(leaf.low == whole.low, leaf.high == whole.high))
            elif isinstance(leaf, self.s.Span):
                yield leaf.low <= leaf.high
            else:
                yield z3.Or(*leaf.may.values()) if isinstance(leaf, self.s.Choice) else z3.Or(leaf.yes, leaf.no)

    def within(self, narrow, wide):
        """Whether one state of facts says all that another says."""
        wide = dict(self.leaves(wide))
        for path, leaf in self.leaves(narrow):
            if isinstance(leaf, self.s.Span):
                yield z3.And(wide[path].low <= leaf.low, leaf.high <= wide[path].high)
            elif isinstance(leaf, self.s.Choice):
                yield z3.And(*(z3.Implies(may, wide[path].may[value]) for value, may in leaf.may.items()))
            else:
                yield z3.And(z3.Implies(leaf.yes, wide[path].yes), z3.Implies(leaf.no, wide[path].no))

    def renamed(self, facts, suffix):
        """The same facts under other names."""
        new = {}
        for path, leaf in self.leaves(facts):
            name = ".".join(map(str, path)) + suffix
            if isinstance(leaf, self.s.Span):
                new[path] = self.another(leaf, name)
            else:
                new[path] = self.choice(name, *leaf.may) if isinstance(leaf, self.s.Choice) else self.truth(name)
        return self.with_leaves(facts, new)

    def another(self, span, name):
        return (self.point if span.low is span.high else self.span)(name, type(span))

    def complete(self, facts):
        """Facts of which each has just one value."""
        new = {}
        for path, leaf in self.leaves(facts):
            name = ".".join(map(str, path)) + "'"
            if isinstance(leaf, self.s.Span):
                new[path] = self.point(name)
            elif isinstance(leaf, self.s.Choice):
                which = z3.Int(name)
                new[path] = self.s.Choice({value: which == i for i, value in enumerate(leaf.may)})
            else:
                holds = z3.Bool(name)
                new[path] = self.s.Answer(holds, z3.Not(holds))
        return self.with_leaves(facts, new)

    def one_of_each(self, complete):
        for path, leaf in self.leaves(complete):
            if isinstance(leaf, self.s.Choice):
                yield z3.Or(*leaf.may.values())

    def listed_completions(self, facts, ends, consistent):
        """Complete facts enough to find every outcome: every value, and of spans the ends and some other days."""
        paths, values = zip(*self.leaves(facts))
        choices = []
        for path, leaf in zip(paths, values):
            if isinstance(leaf, self.s.Span):
                choices.append(
                    [
                        self.s.exactly(end)
                        for end in ([leaf.low] if leaf.low is leaf.high else [leaf.low, leaf.high, *ends])
                    ]
                )
            elif isinstance(leaf, self.s.Choice):
                choices.append([self.s.Choice({v: z3.BoolVal(v == value) for v in leaf.may}) for value in leaf.may])
            else:
                choices.append([self.s.Answer(z3.BoolVal(v), z3.BoolVal(not v)) for v in (True, False)])
        for chosen in itertools.product(*choices):
            completion = self.with_leaves(facts, dict(zip(paths, chosen)))
            fits = z3.simplify(z3.And(*self.within(completion, facts), certain(consistent(completion))))
            if not z3.is_false(fits):
                yield completion, fits

    # -------------------------------------------------------------------------------------------- statements

    def prove(self, statement, *assumptions, claim):
        self.count += 1
        started = time.monotonic()
        solver = z3.Solver()
        solver.set("timeout", 120_000)
        solver.add(*assumptions, z3.Not(claim))
        answer = solver.check()
        if answer != z3.unsat:
            self.failed.append(statement)
            print(f"NOT PROVED  {statement}: {answer}")
            if answer == z3.sat:
                model = solver.model()
                print("  " + ", ".join(sorted(f"{d} = {model[d]}" for d in model.decls()))[:1500])
        elif self.verbose:
            print(f"proved  {statement}  {time.monotonic() - started:.1f} s")

    def find(self, criterion, exception, *assumptions):
        """Shows that there is a case in which the exception makes a difference."""
        self.count += 1
        solver = z3.Solver()
        solver.add(*assumptions)
        if solver.check() == z3.sat:
            self.found.add(exception)
            if self.verbose:
                print(f"found  {criterion}: a case of {exception}")
        else:
            self.failed.append(exception)
            print(f"NOT FOUND  {criterion}: a case of {exception}")

    def rule(self, criterion):
        return next((rule, readings) for c, _, rule, readings in self.s.CRITERIA if c == criterion)

    def answer(self, criterion, facts, cautious):
        return self.s.answer(*self.rule(criterion), facts, cautious)

    def outcomes(self, criterion, facts):
        """What complete facts come to under one reading or another that stays open."""
        rule, readings = self.rule(criterion)
        found = [
            flags(rule(facts, self.exact, *reading)) for reading in ([(r,) for r in readings] if readings else [()])
        ]
        return {outcome: z3.Or(*(one[outcome] for one in found)) for outcome in OUTCOMES}

    def exactness(
        self, criterion, facts, consistent=lambda f: True, better=(), premise=(), exceptions=(), ends=None, free=None
    ):
        """All statements on one rule. `consistent` says whether facts can be so at once, and the facts given must be
        able to be; where they are `free` to differ, what is left open may rest on completions that are not so."""
        assume = [*self.some_value(facts), *premise, possibly(consistent(facts))]
        self.every_completion(criterion, facts, assume, consistent)
        self.some_completion(criterion, facts, assume, free or consistent, ends)
        self.more_facts(criterion, facts, assume, consistent)
        for path, direction in better:
            self.better_fact(criterion, facts, assume, consistent, path, direction)
        self.cautions(criterion, facts, assume, exceptions)

    def exact_answer(self, criterion, facts, cautious=frozenset()):
        return flags(self.answer(criterion, facts, cautious))

    def every_completion(self, criterion, facts, assume, consistent):
        given, complete = self.exact_answer(criterion, facts), self.complete(facts)
        fits = [*self.within(complete, facts), *self.one_of_each(complete), certain(consistent(complete))]
        for outcome, holds in self.outcomes(criterion, complete).items():
            self.prove(f"{criterion}: every completion, {outcome}", *assume, *fits, holds, claim=given[outcome])

    def some_completion(self, criterion, facts, assume, consistent, ends):
        """The solver finds a completion by itself, or, where that takes it too long, is shown enough of them."""
        given, found = self.exact_answer(criterion, facts), {outcome: [] for outcome in OUTCOMES}
        if ends is None:
            complete = self.complete(facts)
            fits = z3.And(*self.within(complete, facts), *self.one_of_each(complete), certain(consistent(complete)))
            values = [v for _, leaf in self.leaves(complete) for v in variables(leaf)]
            for outcome, holds in self.outcomes(criterion, complete).items():
                found[outcome].append(z3.Exists(values, z3.And(fits, holds)))
        else:
            for complete, fits in self.listed_completions(facts, ends, consistent):
                for outcome, holds in self.outcomes(criterion, complete).items():
                    found[outcome].append(z3.And(fits, holds))
        for outcome in OUTCOMES:
            claim = z3.Or(*found[outcome])
            self.prove(f"{criterion}: some completion, {outcome}", *assume, given[outcome], claim=claim)

    def more_facts(self, criterion, facts, assume, consistent):
        more = self.renamed(facts, "+")
        assume = [*assume, *self.some_value(more), *self.within(more, facts), possibly(consistent(more))]
        before, after = self.exact_answer(criterion, facts), self.exact_answer(criterion, more)
        for outcome in OUTCOMES:
            self.prove(f"{criterion}: more facts, {outcome}", *assume, after[outcome], claim=before[outcome])
        before, after = (self.exact_answer(criterion, f, self.cautious) for f in (facts, more))
        turned = [z3.And(only(before, a), only(after, b)) for a, b in itertools.permutations(OUTCOMES, 2)]
        self.prove(f"{criterion}: more facts, with the exceptions", *assume, claim=z3.Not(z3.Or(*turned)))

    def better_fact(self, criterion, facts, assume, consistent, path, direction):
        improved, steps = self.improved(dict(self.leaves(facts))[path], direction)
        changed = self.with_leaves(facts, {path: improved})
        before, after = self.exact_answer(criterion, facts), self.exact_answer(criterion, changed)
        self.prove(
            f"{criterion}: better facts, {'.'.join(map(str, path))} {direction}",
            *assume, *steps, possibly(consistent(changed)),
            claim=z3.And(z3.Implies(after["no"], before["no"]), z3.Implies(before["yes"], after["yes"])),
        )  # fmt: skip

    def cautions(self, criterion, facts, assume, exceptions):
        exact, careful = self.exact_answer(criterion, facts), self.exact_answer(criterion, facts, self.cautious)
        for outcome in OUTCOMES:
            statement = f"{criterion}: exceptions decide nothing, {outcome}"
            self.prove(statement, *assume, exact[outcome], claim=careful[outcome])
        for exception in exceptions:
            self.find(criterion, exception, *assume, differ(exact, self.exact_answer(criterion, facts, {exception})))
        others = self.exact_answer(criterion, facts, self.cautious - set(exceptions))
        self.prove(f"{criterion}: there is no other exception", *assume, claim=z3.Not(differ(exact, others)))

    def improved(self, leaf, direction):
        if isinstance(leaf, self.s.Answer):
            new = self.truth("better")
            steps = [z3.Or(new.yes, new.no), z3.Implies(leaf.yes, new.yes), z3.Implies(new.no, leaf.no)]
            return (
                (new, steps)
                if direction == "true"
                else (~new, [z3.Or(new.yes, new.no), z3.Implies(leaf.no, new.yes), z3.Implies(new.no, leaf.yes)])
            )
        new = self.another(leaf, "better")
        up = lambda a, b: a <= b if direction == "higher" else a >= b
        return new, [*self.some_value(Facts(new=new)), up(leaf.low, new.low), up(leaf.high, new.high)]

    def as_unknown(self, criterion, name, facts, contradiction, unknown):
        """Facts that contradict each other are as good as unknown."""
        unknown = self.exact_answer(criterion, self.with_leaves(facts, unknown))
        alike = z3.Not(differ(self.exact_answer(criterion, facts), unknown))
        self.prove(f"{criterion}: contradiction, {name}", *self.some_value(facts), contradiction, claim=alike)


OUTCOMES = ("yes", "no", "none")


def flags(answer):
    return {outcome: term(getattr(answer, outcome)) for outcome in OUTCOMES}


def variables(leaf):
    """The variables of a complete fact."""
    terms = [leaf.low] if hasattr(leaf, "low") else list(leaf.may.values()) if hasattr(leaf, "may") else [leaf.yes]
    return {v.get_id(): v for t in terms for v in z3util.get_vars(t)}.values()


def term(value):
    return z3.BoolVal(value) if isinstance(value, bool) else value


def only(answer, outcome):
    """Whether that outcome alone is left."""
    return z3.And(answer[outcome], *(z3.Not(answer[other]) for other in OUTCOMES if other != outcome))


def differ(one, other):
    return z3.Or(*(one[outcome] != other[outcome] for outcome in OUTCOMES))


def possibly(answer):
    return term(answer if isinstance(answer, bool) else answer.yes)


def certain(answer):
    return term(answer if isinstance(answer, bool) else z3.And(answer.yes, z3.Not(answer.no)))


# ------------------------------------------------------------------------------------------- the rules, by clause


class Constant(Facts):
    """Facts that a proof leaves as they are."""


def frames(p):
    """A round and a filing day, each stated or not."""
    return itertools.product((p.point("round", p.Year), p.s.ANY_YEAR), (p.point("filed", p.Day), p.s.ANY_DAY))


def is_stated(*spans):
    return all(span.low is span.high for span in spans)


def article_3(p):
    s = p.s
    p.exactness("jilin-registered", Facts(province=p.choice("province", s.JILIN, "another")))
    p.exactness(
        "legal-person",
        Facts(
            is_legal_person=p.truth("legal"),
            code_kind=p.choice("code", *s.CODE_KINDS),
            name_form=p.choice("name", *s.NAME_FORMS),
        ),
        better=[(("is_legal_person",), "true")],
    )
    p.exactness(
        "sector",
        Facts(
            sector=p.choice("sector", *s.SECTORS),
            division=p.choice("division", *s.DIVISIONS),
            develops=p.truth("develops"),
            designs=p.truth("designs"),
            manufactures=p.truth("manufactures"),
        ),
        better=[(("develops",), "true"), (("designs",), "true"), (("manufactures",), "true")],
    )
    p.exactness("public-interest", Facts(has_harmed=p.truth("harmed")), better=[(("has_harmed",), "false")])
    for (round_, filed), register in itertools.product(frames(p), ("abnormal_operations", "serious_dishonesty")):
        listing = Facts(is_listed=p.truth("listed"), looked_up=p.span("looked up", p.Day))
        p.exactness(
            register.replace("_", "-") + "-list",
            Facts(round=round_, filed=filed, **{register: listing}),
            better=[((register, "is_listed"), "false")],
        )
    p.exactness(
        "product-policy",
        Facts(product_excluded=p.truth("product"), others_excluded=p.truth("others")),
        better=[(("product_excluded",), "false"), (("others_excluded",), "false")],
    )


def clean_record(p):
    s = p.s
    for round_, filed in frames(p):
        incident = Facts(
            kind=p.choice("kind", "safetyAccident", "pollutionAccident", "taxEvasion"),
            date=p.span("date", p.Day),
            grade=p.choice("grade", "major", "ordinary"),
            status=p.choice("status", *s.STATUSES),
            determined=p.span("determined", p.Day),
        )
        facts = Facts(round=round_, filed=filed, incidents=[incident])

        def in_order(f):
            i = f.incidents[0]
            return (i.date <= i.determined) & (i.date <= f.filed) & (i.determined <= f.filed)

        p.exactness(
            "clean-record",
            facts,
            in_order,
            better=[(("incidents", 0, "date"), "lower")] if is_stated(filed) else (),
            exceptions=("partly-known-day",) if is_stated(filed, round_) else (),
            ends=(
                [incident.determined.high, filed.low] if is_stated(filed, round_) else [] if is_stated(round_) else None
            ),
            free=None if is_stated(filed) else lambda f: f.incidents[0].date <= f.incidents[0].determined,
        )
        late = incident.date.low > filed.high
        impossible = z3.Or(incident.determined.high < incident.date.low, incident.determined.low > filed.high)
        p.as_unknown(
            "clean-record",
            "an event after the filing",
            facts,
            z3.And(late, z3.Not(impossible)),
            {("incidents", 0, "date"): s.ANY_DAY},
        )
        p.as_unknown(
            "clean-record",
            "a determination before the event or after the filing",
            facts,
            z3.And(impossible, z3.Not(late)),
            {("incidents", 0, "determined"): s.ANY_DAY, ("incidents", 0, "status"): s.one(None, s.STATUSES)},
        )


def reapplication_ban(p):
    s = p.s
    for filed in (p.point("filed", p.Day), s.ANY_DAY):
        revocation = Facts(
            article=p.choice("article", *s.GROUNDS),
            decided=p.span("decided", p.Day),
            event=p.span("event", p.Day),
            ground=p.choice("ground", *s.ALL_GROUNDS),
        )
        certificate = Constant(granted=s.ANY_DAY, valid_until=s.ANY_DAY, is_revoked=s.OPEN)
        facts = Facts(filed=filed, revocations=[revocation], certificate=certificate)

        def possible(f):
            r = f.revocations[0]
            pairs = s.join(
                [
                    s.given(r.article.may[a] & r.ground.may[g], s.YES if g in s.GROUNDS[a] else s.NO)
                    for a in r.article.may
                    for g in r.ground.may
                ]
            )
            return pairs & (r.event <= r.decided) & (r.event <= f.filed) & (r.decided <= f.filed)

        p.exactness(
            "reapplication-ban",
            facts,
            possible,
            better=(
                [(("revocations", 0, "decided"), "lower"), (("revocations", 0, "event"), "lower")]
                if is_stated(filed)
                else ()
            ),
            exceptions=("partly-known-day",) if is_stated(filed) else (),
            ends=[revocation.event.low, revocation.decided.high, filed.low] if is_stated(filed) else [],
            free=None if is_stated(filed) else lambda f: f.revocations[0].event <= f.revocations[0].decided,
        )


def revoked_certificate(p):
    """A certificate that was revoked contradicts a list without a revocation that may be its own."""
    s = p.s
    for filed in (p.point("filed", p.Day), s.ANY_DAY):
        revocation = Constant(
            decided=p.span("decided", p.Day),
            event=s.ANY_DAY,
            article=s.one(12, tuple(s.GROUNDS)),
            ground=s.one(None, s.ALL_GROUNDS),
        )
        certificate = Facts(
            granted=p.span("granted", p.Day), valid_until=p.span("valid", p.Day), is_revoked=p.truth("revoked")
        )
        facts = Facts(filed=filed, revocations=[revocation], certificate=certificate)
        order = z3.And(certificate.granted.low <= filed.high, certificate.granted.low <= certificate.valid_until.high)
        earlier = revocation.decided.high < certificate.granted.low
        is_revoked = z3.And(certificate.is_revoked.yes, z3.Not(certificate.is_revoked.no))
        answer = flags(p.answer("reapplication-ban", facts, p.exact))
        assume = [*p.some_value(facts), *p.some_value(Facts(d=revocation.decided)), order]
        p.prove("reapplication-ban: a revocation that is not listed", *assume, is_revoked, earlier, claim=answer["no"])
        p.prove(
            "reapplication-ban: nothing else", *assume, z3.Not(z3.And(is_revoked, earlier)), claim=z3.Not(answer["no"])
        )


def review_right(p):
    s = p.s
    for same_name, count in itertools.product((p.Fixed(True, False), p.Fixed(True, True)), (0, 1)):
        filed = p.point("filed", p.Day)
        certificate = Facts(
            granted=p.span("granted", p.Day),
            valid_until=p.span("valid", p.Day),
            is_revoked=p.truth("revoked"),
            is_cancelled=p.truth("cancelled"),
            is_for_product=p.truth("product"),
            has_same_name=same_name,
            is_named=same_name,
        )
        revocations = [Facts(decided=p.span(f"decided {i}", p.Day)) for i in range(count)]
        facts = Facts(
            filed=filed, kind=p.choice("kind", "first", "review"), certificate=certificate, revocations=revocations
        )

        # A certificate that bears the product's name is for it; one that was revoked has its revocation listed.
        def possible(f):
            c = f.certificate
            named = s.YES if same_name.no else c.is_for_product
            listed = s.some([c.granted <= r.decided for r in f.revocations])
            return named & (~c.is_revoked | listed) & (c.granted <= f.filed) & (c.granted <= c.valid_until)

        p.exactness(
            "review-right",
            facts,
            possible,
            better=[(("certificate", "is_cancelled"), "false")]
            + [(("certificate", "is_for_product"), "true")] * same_name.no,
            exceptions=["certificate-not-named"] * same_name.no,
        )


def field_and_market(p):
    s = p.s
    for round_, filed in frames(p):
        start = p.span("start", p.Day)
        facts = Facts(round=round_, filed=filed, start=start, is_new=p.truth("new"))
        in_round = [filed.low >= s.first_day(round_.low)] if is_stated(round_, filed) else []
        p.exactness(
            "focus-years",
            facts,
            lambda f: f.start <= f.filed,
            better=[(("start",), "lower"), (("is_new",), "true")],
            premise=in_round,
            free=None if is_stated(filed) else lambda f: True,
        )
        p.as_unknown("focus-years", "a start after the filing", facts, start.low > filed.high, {("start",): s.ANY_DAY})

    for round_, year in itertools.product(
        (p.point("round", p.Year), s.ANY_YEAR), (None, p.point("year"), p.span("year"))
    ):
        province, nation, world = (p.span(name) for name in ("province", "nation", "world"))
        facts = Facts(round=round_, province_rank=province, nation_rank=nation, world_rank=world, share_year=year)
        ranks = [province.low >= 1, nation.low >= 1, world.low >= 1]
        p.exactness(
            "market-position",
            facts,
            lambda f: (f.province_rank <= f.nation_rank)
            & (f.nation_rank <= f.world_rank)
            & (f.province_rank <= f.world_rank),
            better=[((name + "_rank",), "lower") for name in ("province", "nation", "world")],
            premise=ranks,
        )
        contradiction = z3.And(
            *ranks, z3.Or(province.low > nation.high, nation.low > world.high, province.low > world.high)
        )
        p.as_unknown(
            "market-position",
            "ranks",
            facts,
            contradiction,
            {(n + "_rank",): s.ANY_RANK for n in ("province", "nation", "world")},
        )


def average_revenue(p):
    s = p.s
    for confirmed in (True, False):
        filed = p.point("filed", p.Day)
        years = [
            Facts(
                last_day=p.point(f"end {i}").low,
                is_audited=s.YES,
                main=p.span(f"main {i}"),
                operating=p.span(f"operating {i}"),
            )
            for i in range(3)
        ]
        facts = Facts(
            filed=filed, years=years, is_unit_confirmed=confirmed, has_repeated_year=False, has_unnamed_year=False
        )
        premise = [
            z3.And(0 <= y.main.low, 0 <= y.operating.low, y.main.high <= s.ANY_AMOUNT.high, y.last_day < filed.low)
            for y in years
        ]
        p.exactness(
            "average-revenue",
            facts,
            lambda f: all_of(p, [y.main <= y.operating for y in f.years]),
            better=[(("years", i, "main"), "higher") for i in range(3)] if confirmed else (),
            premise=premise,
            exceptions=("year-not-audited",),
        )
    facts.has_unnamed_year = True
    careful, exact = (flags(p.answer("average-revenue", facts, c)) for c in (frozenset(["year-not-named"]), p.exact))
    p.find("average-revenue", "year-not-named", *p.some_value(facts), *premise, careful["no"] != exact["no"])

    # A year that is not audited is as good as one without a figure; the mean is that of plain fractions.
    for i, year in enumerate(years):
        unaudited = p.with_leaves(facts, {("years", i, "is_audited"): s.NO})
        p.prove(
            f"average-revenue: year {i} not audited",
            *p.some_value(facts),
            *premise,
            claim=flags(p.answer("average-revenue", unaudited, p.cautious))["yes"],
        )


def all_of(p, answers):
    return functools.reduce(p.s.Answer.__and__, answers)


def indicators(p):
    s = p.s
    energy = Facts(
        has_standard=p.truth("standard"), use=p.span("use"), advanced=p.span("advanced"), is_standard_named=s.YES
    )
    amounts = [z3.And(0 <= span.low, span.high <= s.ANY_AMOUNT.high) for span in (energy.use, energy.advanced)]
    p.exactness(
        "energy-benchmark",
        Facts(energy=energy),
        better=[(("energy", "use"), "lower"), (("energy", "advanced"), "higher")],
        premise=amounts,
        exceptions=("energy-figure-missing",),
    )
    for filed in (p.point("filed", p.Day), s.ANY_DAY):
        items = [
            Facts(
                kind=p.choice(f"kind {i}", "littleGiant", "specialisedLeader", "other"),
                valid_until=p.span(f"valid {i}", p.Day),
            )
            for i in range(2)
        ]
        p.exactness(
            "priority-recommendation",
            Facts(filed=filed, recognitions=items),
            better=[(("recognitions", 0, "valid_until"), "higher")],
        )
    levels = lambda values: [p.choice(f"level {i}", *values) for i in range(3)]
    p.exactness("rd-institution", Facts(institutions=levels(s.LEVELS)))
    p.exactness("standards", Facts(standards=levels((*s.STANDARD_LEVELS, "other"))))
    p.exactness("talent-programme", Facts(programmes=levels(s.LEVELS)))
    results = [Facts(is_used=p.truth(f"used {i}"), benefits=p.truth(f"benefits {i}")) for i in range(3)]
    p.exactness("applied-results", Facts(results=results), better=[(("results", 0, "is_used"), "true")])


def calendar(p):
    """Three years on or back of every day from 1904 to 2996, by Python's calendar; days keep their order."""
    s, wrong, last = p.s, [], -1
    for ordinal in range(datetime.date(1904, 1, 1).toordinal(), datetime.date(2997, 1, 1).toordinal()):
        date = datetime.date.fromordinal(ordinal)
        this = s.day(date.year, date.month, date.day)
        for years in (3, -3):
            there = min(date.day, 28) if date.month == 2 else date.day
            wrong += [date] * (s.years_on(years)(this) != s.day(date.year + years, date.month, there))
        wrong += [date] * (this <= last)
        last = this
    p.prove("calendar: three years", claim=z3.BoolVal(not wrong))


def lists_and_verdict(p):
    """What holds of one event or item holds of lists: they are independent, and one suffices."""
    s = p.s
    for length in range(1, 5):
        items = [p.truth(f"item {i}") for i in range(length)]
        value = z3.And(*(z3.Or(item.yes, item.no) for item in items))
        some = s.some(items)
        p.prove(f"list of {length}: one may satisfy it", value, claim=some.yes == z3.Or(*(item.yes for item in items)))
        p.prove(f"list of {length}: none may satisfy it", value, claim=some.no == z3.And(*(item.no for item in items)))
    p.prove("a list that is not there may hold anything", claim=z3.BoolVal(s.listed(None, None) is s.OPEN))
    conditions = [c for c, role in s.ROLES.items() if role == s.CONDITION]
    for outcomes in itertools.product(("met", "unmet", "undetermined", "notApplicable"), repeat=3):
        found = s.verdict({c: "met" for c in s.ROLES} | dict(zip(conditions, outcomes)))
        wanted = "ineligible" if "unmet" in outcomes else "undetermined" if "undetermined" in outcomes else "eligible"
        p.prove(f"verdict of {outcomes}", claim=z3.BoolVal(found == wanted))


RULES = [
    article_3,
    clean_record,
    reapplication_ban,
    revoked_certificate,
    review_right,
    field_and_market,
    average_revenue,
    indicators,
    calendar,
    lists_and_verdict,
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rule", choices=[rule.__name__ for rule in RULES], help="its proofs only")
    parser.add_argument("--plant", choices=planted.PLANTS, help="a specification that is wrong")
    parser.add_argument("--verbose", action="store_true", help="name each statement")
    options = parser.parse_args()
    started = time.monotonic()
    proofs = Proofs(planted.load(options.plant), options.verbose)
    proofs.all(options.rule)
    print(f"{proofs.count} statements, {len(proofs.failed)} not proved, {time.monotonic() - started:.1f} s")
    sys.exit(1 if proofs.failed else 0)


if __name__ == "__main__":
    main()
