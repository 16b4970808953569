#!/usr/bin/env python3
"""Holds jlcheck to cluster.py, and cluster.py to laws that any statement with unknown facts has to obey.

As in cells.py, a cell sets facts below, at and above a threshold, leaves them out or states them in part; cells
and random applications are judged by both. Without jlcheck, the statement alone is asked whether

    knowing less   taking facts out of an application never turns what is decided, the exceptions apart
    order          the order of a list's items changes nothing
    verdict        is the three-valued "and" of the conditions
    reach          each criterion comes to each outcome that it can have, so that no cell is for nothing
    exceptions     each makes a difference

usage: cluster_cells.py [JLCHECK] [--random N] [--seed S] [--criterion ID]
"""

import argparse
import contextlib
import copy
import datetime
import io
import itertools
import json
import random
import subprocess
import sys
import time
from fractions import Fraction

import cells
import cluster
import planted
from cells import (
    ABSENT, DAYS, FILED, FRAMES, STATEMENTS, TRUTHS, Verbatim, around, decimal_text, entries, entry, lists, product,
)
from specification import CONDITION, JUDGEMENT

CHUNK = 5_000

# --------------------------------------------------------------------------------------------------- the base


def code(kind, number=0):
    first_17 = f"{kind}220101MA0YB1X{number:02}"
    return first_17 + cluster.check_character(first_17)


BEARINGS, SENSORS, SERVICES, INSTITUTE, FORMER, UNKNOWN, STRANGER = (
    code(kind, number) for number, kind in enumerate(["91", "91", "91", "12", "91", "91", "91"])
)
JUDGED = [criterion for criterion, role in cluster.ROLES.items() if role == JUDGEMENT]


def member(number, kind="enterprise", industry="3670", revenue=1000, rd=50, staff=100, research=10, **others):
    figures = dict(operatingRevenue=revenue, researchAndDevelopment=rd, staff=staff, researchStaff=research)
    facts = dict(name=f"成员{number}", creditCode=code("12" if kind == "institute" else "91", number), kind=kind)
    facts |= dict(industryCode=industry, isInLeadingIndustry=True, since="2015-03-01") | figures | others
    return entry(**facts)


def average(figure, value, **others):
    facts = dict(figure=figure, industry="36", region="全国", year=2024, value=value, source="统计年鉴")
    return entry(**facts | others)


BASE = {
    "formatVersion": 1,
    "programme": cluster.PROGRAMME,
    "applicationYear": 2025,
    "filingDate": FILED,
    "kind": "first",
    "bureau": "changchun",
    "recommendation": {"isGiven": True, "evidence": ["推荐意见.pdf"]},
    "cluster": {
        "name": "长春轴承与传感器集群", "areas": ["220102"], "leadPrefecture": "220100", "industries": ["36", "3451"]
    },
    "promoter": {
        "name": "长春轴承与传感器集群促进会", "creditCode": code("51"), "placeOfRegistration": "mainland",
        "isNonGovernment": True, "isNonProfit": True, "isLegalPerson": True, "licence": ["登记证书.pdf"],
        "creditRecords": {"lookedUp": "2025-09-01", "evidence": ["信用报告.pdf"], "entries": []},
    },
    "members": {
        "isComplete": True, "year": 2024, "unit": "万元",
        "list": [member(0), member(1, industry="3451"), member(2, industry="6531"), member(3, "institute", "7320")],
    },
    "titles": [{"member": BEARINGS, "kind": "littleGiant", "validFrom": "2023-07-01", "validUntil": "2026-06-30"}],
    "hasOtherStrongEnterprises": False,
    "projects": [{"name": "高端轴承产业化", "level": "national", "isInLeadingIndustry": True}],
    "industryAverages": [average("rdIntensity", 3), average("researchStaffShare", 8.5)],
    "standards": [{"name": "陶瓷球轴承行业标准", "level": "industry"}],
    "incidents": [],
    "statements": {criterion: {"text": "说明", "evidence": ["材料.pdf"]} for criterion in JUDGED},
}
BASE_TEXT = json.dumps(BASE, ensure_ascii=False)

# --------------------------------------------------------------------------------------------------- the cells

NEAR = ["2025-09-09", "2025-09-10", "2025-09-11", "2025-08", "2025-09", "2025-10", "2024", "2025", "2026", ABSENT]
AT_FILING = [FILED, ABSENT]
OFFSETS = [Verbatim("-0.000001"), 0, Verbatim("0.000001")]


def composition():
    kinds = [
        dict(), dict(kind=ABSENT), dict(industry=ABSENT), dict(industry="6531"), dict(since="2025-09-11"),
        dict(until="2025-09"), dict(kind="institute"), dict(kind="institute", until="2025-09"), dict(kind="other"),
    ]
    for count in range(4):
        for chosen in itertools.combinations_with_replacement(kinds, count):
            yield from product(
                members__list=[[member(number, **facts) for number, facts in enumerate(chosen)]],
                members__isComplete=TRUTHS,
                filingDate=AT_FILING if count < 3 else [FILED],
            )
    institute = member(3, "institute")
    for industry in ["01", "12", "13", "1311", "43", "436", "44", "97"]:
        yield {"members/list": [member(0), member(1, industry=industry), institute]}
        yield {"members/list": [member(1, industry=industry), institute]}
    for since, until, filed in itertools.product(NEAR, NEAR, AT_FILING):
        own = dict(since=since, until=until)
        yield {"members/list": [member(0, **own), member(1), institute], "filingDate": filed}
        yield {"members/list": [member(0), member(1), member(3, "institute", **own)], "filingDate": filed}
    yield {"members/list": [member(0), member(0), institute]}
    yield from product(promoter__name=["促进会", ABSENT], promoter__creditCode=[code("51"), ABSENT], kind=["first"])
    yield from product(promoter=[ABSENT, {}])
    yield from product(members=[ABSENT, {}, {"isComplete": True}, {"isComplete": True, "list": []}, {"list": []}])


CODE_KINDS = ["11", "12", "13", "19", "21", "31", "51", "52", "53", "59", "91", "92", "93", "N1", "Y1"]
CODES = [*map(code, CODE_KINDS), ABSENT]


def claim(name):
    return lambda: product(**{f"promoter__{name}": TRUTHS, "promoter__creditCode": CODES})


def promoter_legal_person():
    yield from product(
        promoter__isLegalPerson=TRUTHS,
        promoter__creditCode=CODES,
        promoter__name=["促进会", "促进会长春分会", "协会长春代表处", "甲公司吉林分公司", "分会场设备协会", ABSENT],
    )


def promoter_credit():
    yield from product(
        promoter__creditRecords__entries=list(lists(entries(status=["outstanding", "repaired", "removed", ABSENT]))),
        promoter__creditRecords__lookedUp=["2023-01-01", "2025-09-09", FILED, "2025-09-11", ABSENT],
        filingDate=AT_FILING,
    )
    yield {"promoter/creditRecords": ABSENT}


def cluster_location():
    areas = ["220102", "222401", "220381", "210102", "110105"]
    yield {"cluster": ABSENT}
    yield {"cluster/areas": ABSENT}
    for count in range(4):
        yield from ({"cluster/areas": list(some)} for some in itertools.combinations(areas, count))


def holders():
    """Members with the codes above, of whom one left, one may have left, and one is listed twice."""
    former, unsure = member(4, until="2025-09-09"), member(5, until="2025-09")
    return [*BASE["members"]["list"], former, unsure, member(0, "other")]


HOLDERS = [BEARINGS, INSTITUTE, FORMER, UNKNOWN, STRANGER, ABSENT]
TITLE_KINDS = [*cluster.QUALITY_TITLES, "other", ABSENT]


def quality_enterprises():
    yield from product(
        titles=list(lists(entries(member=[BEARINGS, FORMER], kind=TITLE_KINDS, validUntil=["9999-12-31"]))),
        hasOtherStrongEnterprises=TRUTHS,
        members__list=[holders()],
    )
    dates = dict(validFrom=["2025-09-09", FILED, "2025-09-11", ABSENT])
    dates |= dict(validUntil=["2025-09-09", FILED, "2025-09-11", "9999-12-31", ABSENT])
    with_nameless = [*holders(), member(6, creditCode=ABSENT)]
    for title in entries(member=HOLDERS, kind=["littleGiant"], **dates):
        yield from product(
            titles=[[title]],
            filingDate=AT_FILING,
            members__isComplete=TRUTHS,
            members__list=[holders(), with_nameless],
        )
    few = entries(member=[BEARINGS, STRANGER], kind=["littleGiant", "other"], validUntil=[FILED, "2025-09-09", ABSENT])
    yield from product(titles=list(lists(few)), hasOtherStrongEnterprises=TRUTHS)
    yield from product(members=[ABSENT, {"isComplete": True}, {"list": []}], hasOtherStrongEnterprises=TRUTHS)


def lead(figure, part, whole):
    """Cells of one of the two averages; two enterprises have 5% and 2%, so 3% together and 3.5% each."""

    def figures(first=(50, 1000), second=(40, 2000), one={}, other={}):
        pair = zip([first, second], [one, other])
        listed = [member(i, **facts) | {part: f[0], whole: f[1]} for i, (f, facts) in enumerate(pair)]
        return [{key: value for key, value in item.items() if value is not ABSENT} for item in listed]

    def make():
        below, pooled, mean = ([Verbatim(f"{at + float(gap):.6f}") for gap in OFFSETS] for at in (2, 3, 3.5))
        values = [*pooled, 3.25, *mean]
        two = {"members/list": figures()}
        for value in values:
            yield two | {"industryAverages": [average(figure, value)]}
        for one, other in itertools.combinations_with_replacement([2, 3, 3.25, 3.5, 4], 2):
            yield two | {"industryAverages": [average(figure, one), average(figure, other, region="吉林省")]}
        # One enterprise: both readings say the same. None: nothing to compare.
        for value in below:
            yield {"members/list": figures()[1:], "industryAverages": [average(figure, value)]}
        for listed in [[], [member(3, "institute")], [member(4, until="2020")]]:
            yield from product(members__list=[listed], industryAverages=[[average(figure, 1)]])
        # What an average does not say, or says of something else.
        for value, (key, others) in itertools.product([1, 3.25, 9], {
            "figure": ["rdIntensity", "researchStaffShare", ABSENT],
            "industry": ["36", "3670", "34", "3451", "35", "361", ABSENT],
            "region": ["吉林省", ABSENT],
            "year": [2022, 2023, 2024, 2025, ABSENT],
            "value": [0, 100, ABSENT],
            "source": [ABSENT],
        }.items()):
            for stated in others:
                doubtful = entry(**average(figure, value) | {key: stated})
                for sound in [[], [average(figure, 1)], [average(figure, 9)]]:
                    yield two | {"industryAverages": [doubtful, *sound]}
        yield from product(industryAverages=[ABSENT, []], cluster__industries=[["36"], ["3670"], [], ["13"], ABSENT])
        yield from product(cluster__industries=[["36"], ["3670"], ["13", "361"], [], ["13"], ABSENT])
        yield from product(
            members__year=[2022, 2023, 2024, 2025, ABSENT], applicationYear=[2024, 2025, 2026, ABSENT],
            members__isComplete=TRUTHS,
        )
        yield from product(members__unit=["元", "万元", "亿元"])
        # A figure that is not there, zero, or of one who is no enterprise, or may be none.
        amounts = [(50, 1000), (ABSENT, 1000), (50, ABSENT), (0, 1000), (0, 0), (50, 50)]
        who = [
            {}, dict(kind="institute"), dict(kind="other"), dict(kind=ABSENT), dict(industry=ABSENT),
            dict(since=ABSENT), dict(since="2025-09-11"), dict(since="2025-09"), dict(until="2025-09-09"),
            dict(until="2025-09"), dict(until=FILED),
        ]
        for first, one, value, filed in itertools.product(amounts, who, [1, 3.25], AT_FILING):
            listed = {"members/list": figures(first, one=one), "filingDate": filed}
            yield listed | {"industryAverages": [average(figure, value)]}
        for first, second in itertools.product([(0, 0), (0, 1000)], repeat=2):
            for value in (0, 1):
                yield {"members/list": figures(first, second), "industryAverages": [average(figure, value)]}
        yield {"members/list": [member(0), member(0)], "industryAverages": [average(figure, 4)]}

    return make


def accidents():
    many = {"members/list": holders()}

    def incident(**facts):
        status = facts.pop("status", "confirmed")
        grave = dict(member=BEARINGS, kind="workSafety", date="2024-05-01", grade="major")
        return entry(**grave | facts, determination=entry(status=status) or ABSENT)

    for frame in FRAMES:
        yield from (
            cell | frame for cell in product(incidents=[ABSENT, []], members__isComplete=TRUTHS, kind=["first"])
        )
    grid = itertools.product(
        ["workSafety", "environment", "other", ABSENT], ["extraordinarilyMajor", "major", "larger", "ordinary", ABSENT],
        ["confirmed", "pending", "cleared", ABSENT], ["2024-05-01", "2022-05", "2020-01-01"], [BEARINGS, FORMER],
    )
    for kind, grade, status, day, who in grid:
        yield many | {"incidents": [incident(kind=kind, grade=grade, status=status, date=day, member=who)]}
    for day, who, status, frame in itertools.product(DAYS, HOLDERS, ["confirmed", "pending"], FRAMES):
        yield many | {"incidents": [incident(date=day, member=who, status=status)]} | frame
    for day, who, complete in itertools.product(["2024-05-01", "2022-05", ABSENT], HOLDERS, TRUTHS):
        facts = {"incidents": [incident(date=day, member=who)], "members/isComplete": complete}
        yield many | facts
        yield facts | {"members/list": [*holders(), member(6, creditCode=ABSENT)]}
        yield facts | {"members/list": ABSENT}
    marks = ["2023-12-31", "2024-05-01", "2024-05-02", "2024-04", "2024-05", "2024", "2025-09-11", ABSENT]
    for since, until, day, kind in itertools.product(marks, marks, ["2024-05-01", "2024-05", "2024", ABSENT],
                                                     ["enterprise", "institute", ABSENT]):
        own = member(0, kind, since=since, until=until) | {"creditCode": BEARINGS}
        yield {"members/list": [own, member(1)], "incidents": [incident(date=day)]}
    # A member that came back, and several incidents.
    for day in ["2022-12-01", "2023-06-01", "2023-06", "2024-06-01", "2023", ABSENT]:
        stays = [member(0, since="2022-11-01", until="2023-05-31"), member(0, since="2024-01-01"), member(1)]
        yield {"members/list": stays, "incidents": [incident(date=day)]}
    few = [incident(date=d, status=s, member=m) for d, s, m in itertools.product(
        ["2024-05-01", "2022-02-01", "2021-02-01"], ["confirmed", "pending"], [BEARINGS, FORMER])]
    for pair in itertools.combinations_with_replacement(few, 2):
        yield many | {"incidents": list(pair)}
    for day in ["2024-12-31", "2025-01-01", "2025-02-27", "2025-02-28", "2025-03-01", "2028-02-29", "2028-02"]:
        yield {"incidents": [incident(date=day)], "filingDate": "2028-02-29", "applicationYear": 2028}
    for day in ["2021-11-30", "2021-12-01", "2021-12-31", "2022-01-01", "2021-12", "2021"]:
        yield {"incidents": [incident(date=day)], "filingDate": "2024-12-01", "applicationYear": 2025}


def conditions_together():
    yield from product(
        promoter__isNonProfit=TRUTHS,
        cluster__areas=[["220102"], ["210102"], ABSENT],
        projects=[BASE["projects"], [], ABSENT],
        standards=[BASE["standards"], [], ABSENT],
        incidents=[[], ABSENT],
        recommendation__isGiven=TRUTHS,
    )


CELLS = {
    "cluster-composition": composition,
    "promoter-non-government": claim("isNonGovernment"),
    "promoter-non-profit": claim("isNonProfit"),
    "promoter-legal-person": promoter_legal_person,
    "promoter-in-china": lambda: product(
        promoter__placeOfRegistration=["mainland", "hongKong", "macao", "taiwan", "abroad", ABSENT],
        promoter__creditCode=CODES,
    ),
    "promoter-credit": promoter_credit,
    "cluster-location": cluster_location,
    "cluster-quality-enterprises": quality_enterprises,
    "cluster-projects": lambda: product(
        projects=list(lists(entries(
            level=["national", "provincial", "municipal", "below", ABSENT], isInLeadingIndustry=TRUTHS))),
    ),
    "cluster-rd-lead": lead("rdIntensity", "researchAndDevelopment", "operatingRevenue"),
    "cluster-researcher-lead": lead("researchStaffShare", "researchStaff", "staff"),
    "cluster-standards": lambda: product(
        standards=list(lists(entries(level=[*cluster.STANDARD_LEVELS, "enterprise", "other", ABSENT])))
    ),
    "cluster-accidents": accidents,
    "cluster-recommendation": lambda: itertools.chain(
        product(recommendation__isGiven=TRUTHS), product(recommendation=[ABSENT, {}])
    ),
    **{
        criterion: (lambda criterion: lambda: product(
            **{"statements__" + criterion: STATEMENTS}, kind=["first", "review", ABSENT]))(criterion)
        for criterion in JUDGED
    },
    "conditions together": conditions_together,
}


def every_cell(criteria=CELLS):
    for criterion in criteria:
        for number, cell in enumerate(CELLS[criterion]()):
            yield f"{criterion}/{number}", application(cell)


def application(cell):
    return cells.application(cell, BASE_TEXT)


# ------------------------------------------------------------------------------------ applications at random


def anything(rng):
    """An application of which all is varied at once, days and figures close to thresholds of its own round."""
    pick = lambda *values: rng.choice(values)
    sound = pick(0.8, 0.95, 0.99)
    usually = lambda value, *others: value if rng.random() < sound else pick(*others, ABSENT)
    some = lambda most, make: ABSENT if rng.random() < 0.05 else [make(i) for i in range(rng.randint(0, most))]
    filed = datetime.date(2025, 1, 2) + datetime.timedelta(rng.randint(0, 2500))
    this = filed.year + pick(0, 0, 0, 0, 0, 0, 0, 1)
    marks = [filed, datetime.date(filed.year - 3, filed.month, min(filed.day, 28)), datetime.date(this - 3, 1, 1)]
    day = lambda: around(rng, marks)
    whole_day = lambda: (pick(*marks) + datetime.timedelta(rng.randint(-2, 2))).isoformat()
    doubtful = rng.random() < 0.3  # whether what is usually stated of members may be missing

    def one(number):
        kind = pick(*["enterprise"] * 6, "institute", "institute", "other")
        revenue, staff = rng.randint(1, 10**9), rng.randint(1, 2000)
        facts = dict(
            industry=pick("36", "3670", "13", "43", "44", "6531"),
            since=pick("2010", "2015-03", "2019-05-06"),
            revenue=decimal_text(revenue, 6), rd=decimal_text(rng.randint(0, revenue), 6),
            staff=staff, research=rng.randint(0, staff),
        )
        facts = member(number, kind, **facts)
        if doubtful:
            changes = dict(kind=ABSENT, industryCode=ABSENT, since=day(), until=day(), staff=pick(0, ABSENT))
            changes |= dict(operatingRevenue=pick(0, ABSENT), researchAndDevelopment=ABSENT, creditCode=ABSENT)
            facts |= {key: value for key, value in changes.items() if rng.random() < 0.05}
        return entry(**facts)

    members = [one(number) for number in range(rng.randint(2, 6))]
    members += [member(9, "institute")] * (rng.random() < sound)
    who = lambda: usually(pick(*(m.get("creditCode", ABSENT) for m in members)), code("91", 99))

    def average_near(figure, part, whole):
        """Near what one of the readings comes to, of those enterprises that have the figures."""
        have = [m for m in members if m.get("kind") == "enterprise" and m.get(whole) and part in m]
        pairs = [(Fraction(repr(m[part])), Fraction(repr(m[whole]))) for m in have]
        known = pairs and cluster.average_percent(pairs, pick("pooled", "mean-of-enterprises")) or Fraction(5)
        millionths = int(known * 10**6) + pick(-30 * 10**6, -3 * 10**6, -10**6, -1, 0, 1, 10**6, 20 * 10**6)
        value = decimal_text(min(max(millionths, 0), 10**8), 6)
        return average(
            figure, value, industry=usually("36", "13"), year=usually(this - 1, this), region=usually("全国"),
            source=usually("统计年鉴"),
        )

    averages = [average_near("rdIntensity", "researchAndDevelopment", "operatingRevenue") for _ in range(pick(1, 2))]
    averages += [average_near("researchStaffShare", "researchStaff", "staff") for _ in range(pick(1, 2))]
    incident = lambda _: entry(
        member=who(), kind=usually("workSafety", "environment", "other"), date=day(),
        grade=usually(pick(*cluster.GRAVE), "larger"),
        determination=entry(status=usually("confirmed", "pending", "cleared")) or ABSENT,
    )
    title = lambda _: entry(
        member=who(), kind=usually(pick(*cluster.QUALITY_TITLES), "other"),
        validFrom=usually("2022-01-01", whole_day()), validUntil=usually("2099-01-01", "9999-12-31", whole_day()),
    )
    return BASE | {"statements": {c: pick(*STATEMENTS[1:]) for c in JUDGED if rng.random() < 0.8}} | entry(
        applicationYear=usually(this, this), filingDate=usually(filed.isoformat()), kind=usually("first", "review"),
        cluster=entry(areas=usually(["220102", "222401"], ["210102", "220102"], ["210102"], []),
                      industries=usually(["36", "3451"], ["13"])),
        promoter=entry(
            name=usually("促进会", "促进会分会"), creditCode=usually(code("51"), *CODES),
            placeOfRegistration=usually("mainland", "taiwan", "abroad"),
            isNonGovernment=usually(True, False), isNonProfit=usually(True, False), isLegalPerson=usually(True, False),
            creditRecords=entry(lookedUp=usually("2025-01-01", whole_day()), entries=usually([], [{}], [
                {"status": "repaired"}], [{"status": "outstanding"}])),
        ),
        members=entry(isComplete=usually(True, False), year=usually(this - 1, this), unit="万元",
                      list=usually(members, members[:1])),
        titles=some(3, title), hasOtherStrongEnterprises=pick(True, False, ABSENT),
        projects=usually(BASE["projects"], [], [{"level": "provincial"}]),
        standards=usually(BASE["standards"], [], [{"level": "other"}]),
        industryAverages=usually(averages), incidents=pick([], some(2, incident)),
        recommendation=usually({"isGiven": True}, {"isGiven": False}),
    )


def at_random(count, seed):
    for number in range(count):
        found = anything(random.Random(f"cluster/{seed}/{number}"))
        yield f"random/{seed}/{number}", json.dumps(found, ensure_ascii=False)


# --------------------------------------------------------------------------------------------- the comparison

FIGURES = {
    "cluster-rd-lead": ("rdIntensity", "researchAndDevelopment", "operatingRevenue"),
    "cluster-researcher-lead": ("researchStaffShare", "researchStaff", "staff"),
}


def endless_ties(a):
    """The one exception of jlcheck: it bounds the mean of the enterprises by decimals, which meet no mean that is
    just as great as the average where the ratios have no end. It then leaves the criterion undetermined."""
    for criterion, (figure, part, whole) in FIGURES.items():
        pairs = cluster.figures_of_enterprises(a, part, whole)
        mean = pairs and cluster.average_percent(pairs, "mean-of-enterprises")
        values = [v["value"] for v in a.get("industryAverages") or [] if v.get("figure") == figure and "value" in v]
        if mean is not None and any(abs(mean - Fraction(value)) < Fraction(1, 10**12) for value in values):
            if any(has_no_end(Fraction(p, w)) for p, w in pairs):
                yield criterion


def has_no_end(fraction):
    return pow(10, fraction.denominator.bit_length(), fraction.denominator) != 0


class Comparison(cells.Comparison):
    def screen(self, lines, *flags):
        return super().screen(lines, "--programme", cluster.PROGRAMME)

    def compare(self, lines, names):
        """Applications with an endless tie are left to `ties`."""
        spec = self.specification
        kept = [i for i, line in enumerate(lines) if not any(endless_ties(spec.read(line)))]
        lines, names = [lines[i] for i in kept], [names[i] for i in kept]
        expected = [spec.judge(spec.read(line)) for line in lines]
        rows, counts = self.screen(lines)
        before = self.different
        for line, name, outcomes, row in zip(lines, names, expected, rows):
            found, wanted = self.of_row(row), self.as_row(outcomes)
            if found != wanted:
                self.report(name, line, {k: (wanted[k], found[k]) for k in wanted if wanted[k] != found[k]})
        self.applications += len(lines)
        # Rows do not name the formality, and not whether a judgement is asked.
        if self.different == before and (wrong := self.miscounted(expected, counts)):
            self.halve(lines, names, expected, wrong, [])

    def of_row(self, row):
        return {
            "unmet": sorted(c["criterion"] for c in row["unmet"] if cluster.ROLES[c["criterion"]] == CONDITION),
            "undetermined": sorted(
                c["criterion"] for c in row["undetermined"] if cluster.ROLES[c["criterion"]] == CONDITION
            ),
            "without material": sorted(row["judgementsWithoutMaterial"]),
            "faults": row["faults"],
            "verdict": row["verdict"],
        }

    def as_row(self, outcomes):
        having = lambda outcome, role: sorted(
            c for c in outcomes if outcomes[c] == outcome and cluster.ROLES[c] == role
        )
        return {
            "unmet": having("unmet", CONDITION),
            "undetermined": having("undetermined", CONDITION),
            "without material": having("undetermined", JUDGEMENT),
            "faults": [],
            "verdict": self.specification.verdict(outcomes),
        }

    def run(self, applications):
        while chunk := list(itertools.islice(applications, CHUNK)):
            self.compare([line for _, line in chunk], [name for name, _ in chunk])

    def ties(self):
        """Where the mean is the average itself and no decimal ends, jlcheck may be cautious but never wrong."""
        thirds = [(1, 3), (2, 3)], [(1, 7), (6, 7)], [(1, 3), (1, 6)], [(1, 999_983), (999_982, 999_983)]
        for criterion, (figure, part, whole) in FIGURES.items():
            for pairs in thirds:
                listed = [member(i) | {part: p, whole: w} for i, (p, w) in enumerate(pairs)]
                mean = cluster.average_percent([(Fraction(p), Fraction(w)) for p, w in pairs], "mean-of-enterprises")
                line = application({"members/list": listed, "industryAverages": [average(figure, int(mean))]})
                [row], _ = self.screen([line])
                wanted = self.specification.judge(self.specification.read(line))[criterion]
                found = {c["criterion"]: o for o in ("unmet", "undetermined") for c in row[o]}.get(criterion, "met")
                self.applications += 1
                if found not in (wanted, "undetermined"):
                    self.report(f"tie of {pairs}", line, {criterion: (wanted, found)})


def run(jlcheck, count, seed, criteria=CELLS):
    """Holds jlcheck to the statement on every cell, on ties, and at random; how many differ, and what was compared."""
    asked = subprocess.run([jlcheck, "criteria", "--programme", cluster.PROGRAMME], capture_output=True, text=True)
    if asked.returncode:
        print(asked.stderr, end="")
        return 1, f"jlcheck knows no programme {cluster.PROGRAMME}"
    comparison = Comparison(jlcheck, cluster)
    comparison.run(every_cell(criteria))
    comparison.ties()
    found = comparison.applications
    comparison.run(at_random(count, seed))
    return comparison.different, f"{found} cells and {count} random applications of clusters, seed {seed}"


# --------------------------------------------------------------------------------------- laws of the statement


class Laws:
    """Asks the statement alone. An answer that breaks a law is printed and counted."""

    def __init__(self, statement=cluster):
        self.statement, self.broken, self.asked = statement, 0, 0
        self.outcomes = {criterion: set() for criterion in statement.ROLES}

    def run(self, count, seed, criteria=CELLS):
        for name, line in itertools.chain(every_cell(criteria), at_random(count, seed)):
            self.ask(name, self.statement.read(line), random.Random(f"{name}/{seed}"))
        if criteria is CELLS:
            self.reach()
            self.exceptions()
            self.faults()
        return self.broken, f"{self.asked} times the laws of unknown facts, order and verdict"

    def ask(self, name, a, rng):
        changed = [key for key in a if a[key] != BASE.get(key)]
        outcomes = self.statement.judge(a)
        for criterion, found in outcomes.items():
            self.outcomes[criterion].add(found)
        self.hold(name, "verdict", self.statement.verdict(outcomes) == self.conjunction(outcomes))
        # Facts that contradict one another leave open what either of them alone decides.
        members = (a.get("members") or {}).get("list") or []
        is_contradictory = any(cluster.has_impossible_term(member) for member in members)
        for count in () if is_contradictory else (1, 1, 1, 3):
            less = copy.deepcopy(a)
            for _ in range(count):
                knock_out(less, {key: less[key] for key in changed if key in less and rng.random() < 0.8} or less, rng)
            known = self.statement.judge(less)
            turned = [c for c in known if known[c] != "undetermined" and known[c] != outcomes[c]]
            self.hold(name, f"knowing less {turned} {json.dumps(less, ensure_ascii=False, default=str)}", not turned)
        self.hold(name, "order", self.statement.judge(shuffled(a, rng)) == outcomes)

    def hold(self, name, law, holds):
        self.asked += 1
        if not holds:
            self.broken += 1
            if self.broken <= 10:
                print(f"BROKEN in {name}: {law}")

    def conjunction(self, outcomes):
        order = ["unmet", "undetermined", "met"]
        least = min((outcomes[c] for c, role in cluster.ROLES.items() if role == CONDITION), key=order.index)
        return {"unmet": "ineligible", "undetermined": "undetermined", "met": "eligible"}[least]

    def reach(self):
        for criterion, role in self.statement.ROLES.items():
            possible = {"forReview", "undetermined"} if role == JUDGEMENT else {"met", "unmet", "undetermined"}
            if criterion == "cluster-action-plan":
                possible.add("notApplicable")
            self.hold(criterion, f"reach {self.outcomes[criterion]}", self.outcomes[criterion] == possible)

    def exceptions(self):
        """Each makes a decided answer turn to another when it is taken back, and no others are needed."""
        late = {"since": "2025-09-11", "until": "2025-09-09", "validFrom": "2025-09-11"}
        for key in self.statement.EXCEPTIONS:
            a = self.statement.read(BASE_TEXT)
            titles, members = a["titles"], a["members"]["list"]
            for item in titles if key == "validFrom" else members:
                item.pop(key, None)
            without = self.statement.judge(a)
            for item in titles if key == "validFrom" else members:
                item[key] = late[key]
            turned = self.statement.judge(a)
            both = [c for c in turned if (without[c], turned[c]) == ("met", "unmet")]
            self.hold(key, "an exception that makes no difference", both)

    def faults(self):
        """What a damaged file does not say, which jlcheck's cells leave out: a code with a slip, an area that is none."""
        good = ["91350100M000100Y43", "91110000600037341L", "914403001922038216", "12220101MA0YB1X78K"]
        slips = ["91350100M000100Y4Z", "91310115MA1H8R7C6D", "9122010", "91350100M000100I43"]
        for code in good + slips:
            self.hold(code, "check character", self.statement.kind_of_code(code) == (code[:2] if code in good else None))
        for cell, criterion in [
            ({"promoter/creditCode": slips[0]}, "promoter-in-china"),
            ({"promoter/creditCode": slips[0]}, "promoter-non-profit"),
            ({"cluster/areas": ["220102", None]}, "cluster-location"),
        ]:
            a = self.statement.read(application(cell))
            self.hold(cell, "a fault is no fact", self.statement.judge(a)[criterion] == "undetermined")


KEPT = ("formatVersion", "programme", *cluster.EXCEPTIONS)


def knock_out(a, among, rng):
    """Takes out one fact, or the rest of a day of which the month or year stays."""
    parts = [part for part in objects(among) if part is not among]
    places = [(part, key) for part in parts for key in part if key not in KEPT]
    places += [(a, key) for key in among if key not in KEPT]
    dates = [(part, key) for part in parts for key in ("since", "until", "date") if len(str(part.get(key) or "")) > 4]
    if dates and rng.random() < 0.3:
        part, key = rng.choice(dates)
        part[key] = part[key].rpartition("-")[0]
    elif places:
        part, key = rng.choice(places)
        del part[key]


def objects(value):
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(part)


def shuffled(value, rng):
    if isinstance(value, dict):
        return {key: shuffled(part, rng) for key, part in value.items()}
    return rng.sample([shuffled(part, rng) for part in value], len(value)) if isinstance(value, list) else value


def plants():
    """Every wrong statement differs from the right one over the cells of the criterion, or breaks a law there."""
    missed = 0
    for name, (tool, where, _, _) in planted.CLUSTER_PLANTS.items():
        wrong = planted.load(name, planted.CLUSTER, planted.CLUSTER_PLANTS)
        if tool == "laws":
            with contextlib.redirect_stdout(io.StringIO()):
                noticed, _ = Laws(wrong).run(0, "1", [where])
        else:
            applications = (cluster.read(line) for _, line in every_cell([where]))
            noticed = any(wrong.judge(a)[where] != cluster.judge(a)[where] for a in applications)
        if not noticed:
            missed += 1
            print(f"not noticed by {tool} of {where}: {name}")
    return missed, f"{len(planted.CLUSTER_PLANTS)} planted errors about clusters"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("jlcheck", nargs="?", help="without it, the laws and the planted errors only")
    parser.add_argument("--random", type=int, default=2_000, metavar="N")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--criterion", choices=CELLS, help="its cells only")
    options = parser.parse_args()
    criteria = [options.criterion] if options.criterion else CELLS
    steps = [lambda: Laws().run(options.random, options.seed, criteria), plants]
    if options.jlcheck:
        steps = [lambda: run(options.jlcheck, options.random, options.seed, criteria)]
    failed, started = 0, time.monotonic()
    for step in steps:
        wrong, what = step()
        failed += wrong
        print(f"{wrong} wrong: {what}, {time.monotonic() - started:.1f} s", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
