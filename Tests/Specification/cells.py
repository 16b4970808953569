#!/usr/bin/env python3
"""Holds jlcheck to the specification: on every combination of cases that a rule distinguishes, and at random.

A cell sets facts below, at and above a threshold, leaves them out, or states them in part, under every kind of
event; all cells of all criteria become applications, and jlcheck must find the same outcome of each criterion
and the same verdicts as specification.py. So must it for applications in which everything is varied at once.

usage: cells.py JLCHECK [--random N] [--seed S] [--criterion ID] [--plant NAME]

Every difference is printed with the application and both answers, and ends the run with status 1.
"""

import argparse
import datetime
import itertools
import json
import pathlib
import random
import subprocess
import sys
import time
from collections import Counter

import planted

BASE = pathlib.Path(__file__).parents[2] / "Fixtures/Applications/eligible/manufacturer-of-bearings.json"
ABSENT = object()
CHUNK = 20_000

# --------------------------------------------------------------------------------------------------- the cells

# Round and filing day of the base; three years before it is 2022-09-10, and the calendar years begin on 2022-01-01.
ROUND, FILED = 2025, "2025-09-10"
FRAMES = [{}, {"filingDate": ABSENT}, {"applicationYear": ABSENT}, {"filingDate": ABSENT, "applicationYear": ABSENT}]


def product(**axes):
    """One cell for each combination of values; `a__b` stands for the member b of a."""
    for values in itertools.product(*axes.values()):
        yield {key.replace("__", "/"): value for key, value in zip(axes, values)}


def entry(**members):
    return {key: value for key, value in members.items() if value is not ABSENT}


def entries(**axes):
    return [entry(**dict(zip(axes, values))) for values in itertools.product(*axes.values())]


def lists(items):
    """A list not stated, an empty one, and those of one or two items."""
    yield ABSENT
    yield []
    yield from ([item] for item in items)
    yield from (list(pair) for pair in itertools.combinations_with_replacement(items, 2))


TRUTHS = [True, False, ABSENT]

# Days around the ends of both windows and around the filing, and months and years that reach across them.
DAYS = [
    "1950-01-01",
    "2021-12-31",
    "2022-01-01",
    "2022-09-09",
    "2022-09-10",
    "2022-09-11",
    "2024-05-01",
    "2025-09-09",
    "2025-09-10",
    "2025-09-11",
    "2021",
    "2022",
    "2024",
    "2025",
    "2026",
    "2022-01",
    "2022-09",
    "2025-08",
    "2025-09",
    "2025-10",
    ABSENT,
]
FEW_DAYS = ["2014-05-01", "2022-03-01", "2024-05-01", "2025-09", ABSENT]
KINDS = [
    "safetyAccident",
    "securityIncident",
    "qualityAccident",
    "pollutionAccident",
    "taxEvasion",
    "dataFalsification",
    "otherViolation",
    ABSENT,
]


def determination(**members):
    return entry(**members) or ABSENT


def incidents(kinds, dates, grades, statuses, determined):
    return [
        entry(kind=k, date=d, grade=g, determination=determination(status=s, date=t))
        for k, d, g, s, t in itertools.product(kinds, dates, grades, statuses, determined)
    ]


STATUSES = ["confirmed", "pending", "cleared", ABSENT]
GRADES = ["extraordinarilyMajor", "major", "larger", "ordinary", ABSENT]


def clean_record():
    for frame in FRAMES:
        yield {"incidents": ABSENT} | frame
        yield {"incidents": []} | frame
    for item in incidents(KINDS, DAYS, GRADES, STATUSES, [ABSENT]):
        yield {"incidents": [item]}
    dates_determined = [*DAYS, "2022-01-02", "2024-04-30", "2024-05", "2015"]
    for item in incidents(["safetyAccident", "taxEvasion"], DAYS, ["major", "ordinary"], STATUSES, dates_determined):
        yield {"incidents": [item]}
    for item, frame in itertools.product(
        incidents(
            ["qualityAccident", "taxEvasion", ABSENT],
            DAYS,
            ["major", "larger", ABSENT],
            STATUSES,
            [ABSENT, "2025-09-12"],
        ),
        FRAMES[1:],
    ):
        yield {"incidents": [item]} | frame
    few = incidents(
        ["safetyAccident", "pollutionAccident", "taxEvasion", ABSENT],
        FEW_DAYS,
        ["major", "ordinary", ABSENT],
        ["confirmed", "pending"],
        [ABSENT],
    )
    for pair in itertools.combinations_with_replacement(few, 2):
        yield {"incidents": list(pair)}
    # Filed on a leap day, and filed before the round, where the one window begins before the other.
    for date in [
        "2024-12-31",
        "2025-01-01",
        "2025-02-27",
        "2025-02-28",
        "2025-03-01",
        "2028-02-29",
        "2028-02",
        "2025-02",
    ]:
        for item in incidents(["taxEvasion", "pollutionAccident"], [date], ["ordinary"], STATUSES, [ABSENT]):
            yield {"incidents": [item], "filingDate": "2028-02-29", "applicationYear": 2028}
    for date in ["2021-11-30", "2021-12-01", "2021-12-31", "2022-01-01", "2021-12", "2021"]:
        for item in incidents(["taxEvasion", "pollutionAccident"], [date], ["ordinary"], STATUSES, [ABSENT]):
            yield {"incidents": [item], "filingDate": "2024-12-01"}


GROUNDS = [
    "standardNoLongerMet",
    "unreportedChange",
    "majorAccident",
    "seriousDishonesty",
    "violation",
    "falsification",
    "unansweredReport",
    ABSENT,
]
ARTICLES = [12, 13, 14, ABSENT]
BAN_DAYS = [
    "2014-01-01",
    "2022-09-09",
    "2022-09-10",
    "2024-01-01",
    "2025-09-10",
    "2025-09-11",
    "2022",
    "2022-09",
    "2024",
    "2025-09",
    "2026",
    ABSENT,
]


def reapplication_ban():
    for item in entries(article=ARTICLES, ground=GROUNDS, decided=BAN_DAYS, event=BAN_DAYS):
        yield {"revocations": [item]}
    for item, frame in itertools.product(
        entries(
            article=ARTICLES,
            ground=["violation", "falsification", ABSENT],
            decided=BAN_DAYS,
            event=["2014-01-01", ABSENT],
        ),
        FRAMES[1:],
    ):
        yield {"revocations": [item]} | frame
    few = entries(
        article=ARTICLES,
        ground=["violation", "falsification", ABSENT],
        decided=["2014-06-01", "2022-12-01", "2024-06-01"],
        event=["2014-01-01", "2022-03-01", "2024-01-01"],
    )
    for pair in itertools.combinations_with_replacement(few, 2):
        yield {"revocations": list(pair)}
    for decided, event in [("2025-02-28", "2025-02-27"), ("2024-02-29", "2024-02-29"), ("2024-02-29", "2024-02-28")]:
        for filed in ["2027-02-27", "2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29"]:
            yield {
                "revocations": [entry(article=13, decided=decided, event=event)],
                "filingDate": filed,
                "applicationYear": int(filed[:4]),
            }


CERTIFICATE_REVOCATIONS = [
    ABSENT,
    [],
    [{}],
    *(
        [{"article": 12, "decided": decided, "event": "2014-01-01"}]
        for decided in ("2014-02-01", "2022-08-31", "2022-09-01", "2023-02-01", "2022", "2022-08")
    ),
    [{"article": 13, "decided": "2014-02-01", "event": "2014-01-01"}],
    [{"article": 12, "decided": "2014-02-01", "event": "2014-01-01"}, {"article": 12, "decided": "2023-02-01"}],
]


def review_right():
    certificate = dict(
        certificate__product=["高速主轴用陶瓷球轴承", "陶瓷球轴承", ABSENT],
        certificate__isForThisProduct=TRUTHS,
        certificate__isRevoked=TRUTHS,
        certificate__isReviewRightCancelled=TRUTHS,
    )
    yield from product(
        kind=["review"],
        **certificate,
        certificate__granted=["2022-09-01", "2025-09-11", ABSENT],
        certificate__validUntil=["2025-08-31", "2022-08-31", "2022-09-01", ABSENT],
        revocations=CERTIFICATE_REVOCATIONS[:4],
    )
    yield from product(
        kind=["review", "first", ABSENT],
        certificate__isRevoked=TRUTHS,
        certificate__isReviewRightCancelled=TRUTHS,
        certificate__product=["高速主轴用陶瓷球轴承"],
        certificate__granted=["2022-09-01", "2022-08-31", "2025-09-11", ABSENT],
        revocations=CERTIFICATE_REVOCATIONS,
        filingDate=[FILED, ABSENT],
    )
    yield from product(kind=["review", "first", ABSENT], certificate=[ABSENT, {}], product__name=["轴承", ABSENT])


def sector():
    yield from product(
        enterprise__sector=["manufacturing", "productiveServices", "other", ABSENT],
        enterprise__industryCode=[
            "01",
            "05",
            "11",
            "12",
            "13",
            "1311",
            "3451",
            "43",
            "44",
            "50",
            "51",
            "652",
            "97",
            ABSENT,
        ],
        enterprise__capabilities__development=TRUTHS,
        enterprise__capabilities__design=TRUTHS,
        enterprise__capabilities__manufacturing=TRUTHS,
    )


def legal_person():
    yield from product(
        enterprise__isLegalPerson=TRUTHS,
        enterprise__creditCode=[
            "91220101MA0YB1X78E",
            "92220101MA0YB1X78B",
            "93220101MA0YB1X788",
            "12220101MA0YB1X78K",
            "91440300MA0YB1X780",
            ABSENT,
        ],
        enterprise__name=[
            "长春甲有限公司",
            "长春甲有限公司吉林分公司",
            "长春甲有限公司分厂",
            "长春甲（有限合伙）",
            "长春甲合伙企业",
            "长春合伙人科技有限公司",
            "长春分厂设备有限公司",
            ABSENT,
        ],
    )


def not_listed(register):
    return lambda: product(
        **{
            f"enterprise__{register}__isListed": TRUTHS,
            f"enterprise__{register}__lookedUp": [
                "2024-12-31",
                "2025-01-01",
                "2025-09-09",
                "2025-09-10",
                "2025-09-11",
                "2026-01-01",
                ABSENT,
            ],
            "filingDate": [FILED, "2025-01-01", ABSENT],
            "applicationYear": [2025, 2026, ABSENT],
        }
    )


CLASSES = ["encouraged", "permitted", "restricted", "eliminated", "prohibited", ABSENT]


def focus_years():
    yield from product(
        product__fieldSince=[
            "1999-01-01",
            "2017",
            "2017-12",
            "2017-12-31",
            "2018-01-01",
            "2018-01-02",
            "2018-01",
            "2018",
            2018,
            "2020",
            "2021-12-31",
            "2022-01-01",
            "2022-01-02",
            "2022-01",
            "2022",
            "2023-05-05",
            "2025-09",
            "2025-09-10",
            "2025-09-11",
            "2025",
            "2026",
            ABSENT,
        ],
        product__isNew=TRUTHS,
        product__noveltyGrounds=["科技查新报告", ABSENT],
        filingDate=[FILED, ABSENT],
        applicationYear=[2025, 2026, ABSENT],
    )


UNITS = {"元": 2, "万元": 6, "亿元": 10}  # and how many of an amount's digits in fen are decimals


def year(number, main, audited=True, operating=ABSENT):
    return entry(year=number, isAudited=audited, mainBusinessRevenue=main, operatingRevenue=operating)


def figures(*years, unit="元", confirmed=ABSENT):
    return {"figures": entry(unit=unit, isUnitConfirmed=confirmed, years=list(years))}


def average_revenue():
    # The sum below, at and above the threshold by one fen, the difference in each year; unit by unit.
    for gap, where in itertools.product([-0.01, 0, 0.01], range(3)):
        amounts = [200_000_000, 150_000_000, 250_000_000]
        amounts[where] += gap
        for audited in itertools.product(TRUTHS, repeat=3):
            yield figures(*(year(2022 + i, amounts[i], audited[i]) for i in range(3)))
    for (unit, digits), fen in itertools.product(UNITS.items(), [19_999_999_999, 20_000_000_000, 20_000_000_001]):
        yield figures(*(year(2022 + i, decimal_text(fen, digits)) for i in range(3)), unit=unit)
    # Amounts whose unit is in doubt.
    for amounts in [
        [1_000_000] * 3,
        [1_000_000, 1_000_000, 999_999.99],
        [1_000_000, 999_999.99, 1_000_000.01],
        [0, 0, 0],
        [100_000_000_000] * 3,
        [100_000_000_000, 100_000_000_000, 100_000_000_000.01],
        [590_000_000, 590_000, 590_000_000],
        [590_000_000, 590_000.01, 590_000_000],
        [590_000_000, 589_999.99, 590_000_000],
        [590_000, 590_000_000, 590_000_000],
        [590_000_000, 590_000_000, 590_000],
        [0, 590_000_000, 590_000_000],
        [1_000_000, 30_000_000, 1_000_000_000],
        [1_000_000_000, 30_000_000, 1_000_000],
        [1_000_000.01, 30_000_000, 1_000_000_000],
    ]:
        for confirmed, audited in itertools.product(TRUTHS, TRUTHS):
            yield figures(
                *(year(2022 + i, amounts[i], audited if i == 1 else True) for i in range(3)), confirmed=confirmed
            )
    # Main-business revenue below, at and above operating revenue.
    for where, operating, audited in itertools.product(
        range(3), [299_999_999.99, 300_000_000, 300_000_000.01, 0, ABSENT], TRUTHS
    ):
        for main in [300_000_000, ABSENT]:
            years = [year(2022 + i, 300_000_000) for i in range(3)]
            years[where] = year(2022 + where, main, audited, operating)
            yield figures(*years)
    # Years that are missing, stated twice, not named, or others.
    good = [year(2022 + i, 300_000_000) for i in range(3)]
    others = [
        [],
        [{}],
        [year(2021, 300_000_000)],
        [year(2025, 300_000_000)],
        [year(2024, 300_000_000)],
        [year(2022, ABSENT, ABSENT)],
        [entry(isAudited=True, mainBusinessRevenue=5)],
        [year(2021, 1), year(2021, 2)],
    ]
    for kept, extra in itertools.product(itertools.product([True, False], repeat=3), others):
        for frame in [{}, {"applicationYear": 2026}, {"applicationYear": ABSENT}]:
            yield figures(*itertools.compress(good, kept), *extra) | frame
    for filed, audited in itertools.product(
        ["2024-12-30", "2024-12-31", "2025-01-01", ABSENT], itertools.product([True, False], repeat=3)
    ):
        yield figures(*(year(2022 + i, 300_000_000, audited[i]) for i in range(3))) | {"filingDate": filed}
        yield figures(*(year(2023 + i, 300_000_000, audited[i]) for i in range(3))) | {
            "filingDate": filed,
            "applicationYear": 2026,
        }
    yield {"figures": ABSENT}
    yield {"figures/years": ABSENT}
    yield {"figures": {"years": [{"year": 2024, "isAudited": True}]}}


def market_position():
    yield from product(
        market__province__rank=[1, 2, 5, ABSENT],
        market__nation__rank=[1, 2, 4, 5, 6, 10, 11, 12, ABSENT],
        market__world__rank=[1, 2, 5, 6, 9, 10, 11, ABSENT],
        market__year=[2023, 2024, 2025, ABSENT],
        applicationYear=[2025, ABSENT],
    )
    yield {"market": ABSENT}


def energy_benchmark():
    yield {"product/energy": ABSENT}
    yield from product(
        product__energy__hasQuotaStandard=TRUTHS,
        product__energy__standard=["GB 21256-2013", ABSENT],
        product__energy__consumption=[0, 0.599999999, 0.6, 0.600000001, ABSENT],
        product__energy__advancedValue=[0, 0.6, ABSENT],
    )


def priority_recommendation():
    items = entries(
        kind=["littleGiant", "specialisedLeader", "other", ABSENT],
        validUntil=["2025-09-09", "2025-09-10", "2025-09-11", "9999-12-31", ABSENT],
    )
    yield from product(recognitions=list(lists(items)), filingDate=[FILED, ABSENT])


def listing(pointer, **axes):
    return lambda: product(**{pointer: list(lists(entries(**axes)))})


LEVELS = ["national", "provincial", "municipal", "below", ABSENT]
STATEMENTS = [
    ABSENT,
    {},
    {"text": "说明"},
    {"evidence": ["a.pdf"]},
    {"text": "说明", "evidence": []},
    {"text": "说明", "evidence": ["a.pdf"]},
]
COLUMNS = [
    "mainBusinessRevenue",
    "operatingRevenue",
    "productRevenue",
    "internationalRevenue",
    "researchAndDevelopment",
    "profit",
    "innovationIncome",
    "isAudited",
    "year",
]


def judgement(criterion):
    return lambda: product(**{"statements__" + criterion: STATEMENTS})


def material_figures():
    for where, column in itertools.product(range(3), COLUMNS):
        yield {f"figures/years/{where}/{column}": ABSENT}
        for other in range(where):
            yield {f"figures/years/{where}/{column}": ABSENT, f"figures/years/{other}/{column}": ABSENT}
    yield from product(applicationYear=[2024, 2026, 2027, ABSENT])
    yield from product(**{"figures__years__0__year": [2023, 2024, 2021]})
    yield from product(innovation__domesticPatents=[0, 5, ABSENT], innovation__internationalPatents=[0, 5, ABSENT])
    yield {"figures": ABSENT}


def bonus(criterion):
    items = [
        {},
        {"text": "说明"},
        {"evidence": ["a.pdf"]},
        {"text": "说明", "evidence": []},
        {"text": "说明", "evidence": ["a.pdf"]},
    ]
    return lambda: product(**{"bonuses__" + criterion: list(lists(items))})


def conditions_together():
    """Every combination of met, unmet and undetermined of several conditions, for the verdict."""
    yield from product(
        enterprise__domicile=["220106", "210102", ABSENT],
        enterprise__hasHarmedPublicInterest=[False, True, ABSENT],
        product__policyClass=["permitted", "restricted", ABSENT],
        market__province__rank=[1, 2, ABSENT],
        incidents=[[], [{"kind": "taxEvasion", "date": "2024", "determination": {"status": "confirmed"}}], ABSENT],
        innovation__coreIntellectualProperty=[[{}], [], ABSENT],
    )


CELLS = {
    "jilin-registered": lambda: product(
        enterprise__domicile=["220106", "220381", "222401", "220000", "210102", "110105", "320101", ABSENT]
    ),
    "legal-person": legal_person,
    "sector": sector,
    "public-interest": lambda: product(enterprise__hasHarmedPublicInterest=TRUTHS),
    "abnormal-operations-list": not_listed("abnormalOperationsList"),
    "serious-dishonesty-list": not_listed("seriousDishonestyList"),
    "product-policy": lambda: product(
        product__policyClass=CLASSES, otherProducts=list(lists(entries(policyClass=CLASSES)))
    ),
    "clean-record": clean_record,
    "reapplication-ban": reapplication_ban,
    "review-right": review_right,
    "focus-years": focus_years,
    "average-revenue": average_revenue,
    "priority-recommendation": priority_recommendation,
    "market-position": market_position,
    "energy-benchmark": energy_benchmark,
    "rd-institution": listing("innovation__institutions", level=LEVELS),
    "core-ip": listing("innovation__coreIntellectualProperty", name=["专利", ABSENT]),
    "standards": listing("innovation__standards", level=["international", "national", "industry", "other", ABSENT]),
    "applied-results": listing("innovation__appliedResults", isInUse=TRUTHS, bringsBenefit=TRUTHS),
    "talent-programme": listing("talent__programmes", level=LEVELS),
    "talent-cooperation": listing("talent__cooperations", name=["基地", ABSENT]),
    **{
        criterion: judgement(criterion)
        for criterion in (
            "product-focus",
            "steady-growth",
            "product-excellence",
            "international-brand",
            "rd-intensity",
            "patent-lead",
            "transfer-effect",
            "operating-performance",
            "management",
            "culture",
            "local-orientation",
            "key-chain",
        )
    },
    "figures of judgements": material_figures,
    **{c: bonus(c) for c in ("bonus-national-innovation", "bonus-chain-strengthening", "bonus-open-innovation")},
    "conditions together": conditions_together,
}


# ------------------------------------------------------------------------------------ applications at random


def around(rng, days):
    """One of the days that matter or one close to it, known to the day, the month or the year, or not at all."""
    if rng.random() < 0.1:
        return ABSENT
    text = (rng.choice(days) + datetime.timedelta(rng.choice((-1, 0, 0, 0, 1, rng.randint(-400, 400))))).isoformat()
    return text[: rng.choice((10, 10, 10, 7, 4))]


def anything(rng):
    """A cell that sets facts of every criterion; days and amounts lie close to thresholds of a random round."""
    filed = datetime.date(2024, 7, 23) + datetime.timedelta(rng.randint(0, 3000))
    if rng.random() < 0.05:
        filed = datetime.date(2028, 2, 29)
    this = max(2024, filed.year + rng.choice((-1, 0, 0, 0, 0, 0, 0, 1)))
    cell = {"applicationYear": this, "filingDate": filed.isoformat()}
    back = filed.replace(year=filed.year - 3, day=min(filed.day, 28))
    marks = [filed, back, datetime.date(this - 3, 1, 1), datetime.date(this - 1, 12, 31)]
    for register in ("abnormalOperationsList", "seriousDishonestyList"):
        cell[f"enterprise/{register}/lookedUp"] = datetime.date(
            this, rng.randint(1, filed.month if this == filed.year else 12), 1
        ).isoformat()
    cell["product/fieldSince"] = around(rng, [datetime.date(this - rng.choice((3, 7, 7, 9)), 1, 1)])
    some = lambda few: [few() for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))] if rng.random() < 0.95 else ABSENT
    pick = lambda *values: rng.choice(values)
    cell["incidents"] = some(
        lambda: entry(
            kind=pick(*KINDS),
            date=around(rng, marks),
            grade=pick(*GRADES),
            determination=determination(
                status=pick(*STATUSES), date=around(rng, marks) if rng.random() < 0.3 else ABSENT
            ),
        )
    )
    cell["revocations"] = some(
        lambda: entry(
            article=pick(*ARTICLES), ground=pick(*GROUNDS), decided=around(rng, marks), event=around(rng, marks)
        )
    )
    share = rng.choice((200_000_000, 200_000_000, 250_000_000, 60_000, 1_000_000, 100_000_000_000))
    cents = [rng.randint(-100, 100) * rng.choice((0, 1, 10**6, 10**9)) for _ in range(2)]
    amounts = [max(0, 100 * share + c) for c in (*cents, rng.choice((-1, 0, 1)) - sum(cents))]
    unit, digits = rng.choice(list(UNITS.items()))
    cell["figures/unit"] = unit
    cell["figures/isUnitConfirmed"] = pick(True, False, ABSENT)
    for i, fen in enumerate(amounts):
        main = decimal_text(fen, digits)
        cell[f"figures/years/{i}/year"] = this - 3 + i if rng.random() < 0.98 else pick(this - 4, this - 1, ABSENT)
        cell[f"figures/years/{i}/isAudited"] = True if rng.random() < 0.95 else pick(False, ABSENT)
        cell[f"figures/years/{i}/mainBusinessRevenue"] = main if rng.random() < 0.98 else ABSENT
        cell[f"figures/years/{i}/operatingRevenue"] = decimal_text(
            max(0, fen + rng.choice((-1, 0, 0, 0, 0, 1, 10, 100))), digits
        )
    cell["market/year"] = pick(this - 1, this - 1, this - 1, this - 1, this - 2, ABSENT)
    return cell


def decimal_text(fen, digits):
    """An amount as a number of JSON, exactly: shifted digits, which read back as the fen that they come from."""
    text = str(fen).rjust(digits + 1, "0")
    return Verbatim(f"{text[:-digits]}.{text[-digits:]}")


class Verbatim(float):
    """A number that JSON writes as it was spelled."""

    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __repr__(self):
        return self.text


def at_random(count, seed):
    """Applications in which cells of several criteria meet, most of them in a round of their own."""
    cells = {criterion: list(make()) for criterion, make in CELLS.items() if criterion != "conditions together"}
    own_round = {"average-revenue", "figures of judgements", "clean-record", "reapplication-ban", "focus-years"}
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        cell = anything(rng) if rng.random() < 0.6 else {}
        for criterion in [c for c in cells if not cell or c not in own_round]:
            if rng.random() < 0.12:
                chosen = rng.choice(cells[criterion])
                if not any(pointer.startswith("figures") for pointer in cell) or criterion != "figures of judgements":
                    cell.update(chosen)
        yield f"random/{seed}/{number}", cell


# --------------------------------------------------------------------------------------------- the comparison


class Comparison:
    """Counts what was compared, and prints what differs."""

    def __init__(self, jlcheck, specification, suite=None):
        self.jlcheck, self.specification, self.suite = jlcheck, specification, suite
        self.applications = self.different = 0

    def screen(self, lines, *flags):
        """The rows of the applications and the counts of each criterion's outcomes."""
        command = [self.jlcheck, "screen", "-", "--format", "ndjson", "--jobs", "1", *flags]
        run = subprocess.run(command, input="\n".join(lines).encode() + b"\n", capture_output=True)
        # Contradictions between applications stand between the rows and the totals; these all contradict.
        output = run.stdout.split(b"\n")
        rows = [json.loads(row) for row in output[: len(lines)]]
        totals = json.loads(output[-2])
        return rows, {c["criterion"]: +Counter(c["outcomes"]) for c in totals["criteria"]}

    def compare(self, lines, names, filed=None):
        """Compares applications; a difference that rows do not show is found by halving."""
        spec = self.specification
        flags = ["--as-of", filed] if filed else []
        expected = [spec.judge(spec.read(line), filed) for line in lines]
        strict, counts = self.screen(lines, "--strict", *flags)
        plain, _ = self.screen(lines, *flags)
        before = self.different
        for line, name, outcomes, row, easy in zip(lines, names, expected, strict, plain):
            found = self.of_row(row) | {"verdict": easy["verdict"], "strict verdict": row["verdict"]}
            wanted = self.as_row(outcomes)
            if found != wanted:
                self.report(name, line, {k: (wanted[k], found[k]) for k in wanted if wanted[k] != found[k]})
            if self.suite:
                self.suite.add(name, line, filed, outcomes)
        self.applications += len(lines)
        if self.different == before and (wrong := self.miscounted(expected, counts)):
            self.halve(lines, names, expected, wrong, flags)

    def of_row(self, row):
        return {
            "unmet": sorted(c["criterion"] for c in row["unmet"]),
            "undetermined": sorted(c["criterion"] for c in row["undetermined"]),
            "indicators unmet": sorted(row["indicatorsUnmet"]),
            "without material": sorted(row["judgementsWithoutMaterial"]),
            "priority": row["hasPriority"],
            "faults": row["faults"],
        }

    def as_row(self, outcomes):
        spec = self.specification
        having = lambda outcome, role: sorted(c for c in outcomes if outcomes[c] == outcome and spec.ROLES[c] == role)
        return {
            "unmet": having("unmet", "condition"),
            "undetermined": having("undetermined", "condition"),
            "indicators unmet": having("unmet", "indicator"),
            "without material": having("undetermined", "judgement"),
            "priority": outcomes["priority-recommendation"] == "met",
            "faults": [],
            "verdict": spec.verdict(outcomes),
            "strict verdict": spec.verdict(outcomes, strict=True),
        }

    def miscounted(self, expected, counts):
        wanted = {criterion: Counter(outcomes[criterion] for outcomes in expected) for criterion in counts}
        return {c: (dict(wanted[c]), dict(counts[c])) for c in counts if wanted[c] != counts[c]}

    def halve(self, lines, names, expected, wrong, flags):
        if len(lines) == 1:
            self.report(names[0], lines[0], wrong)
            return
        middle = len(lines) // 2
        for part in (slice(0, middle), slice(middle, None)):
            _, counts = self.screen(lines[part], "--strict", *flags)
            if wrong := self.miscounted(expected[part], counts):
                self.halve(lines[part], names[part], expected[part], wrong, flags)

    def report(self, name, line, differences):
        self.different += 1
        if self.different <= 20:
            print(f"DIFFERENCE in {name}")
            for what, (wanted, found) in differences.items():
                print(f"  {what}: specification {wanted}, jlcheck {found}")
            print(f"  {line}")

    def run(self, cells):
        cells = iter(cells)
        while chunk := list(itertools.islice(cells, CHUNK)):
            self.compare([application(cell) for _, cell in chunk], [name for name, _ in chunk])


def every_cell(criteria=CELLS):
    for criterion in criteria:
        for number, cell in enumerate(CELLS[criterion]()):
            yield f"{criterion}/{number}", cell


BASE_TEXT = BASE.read_text("utf-8")


def application(cell, base=BASE_TEXT):
    """The base with the members that the cell names set or taken out, on one line."""
    changed = json.loads(base)
    for pointer, value in cell.items():
        *path, last = pointer.split("/")
        whole = changed
        for step in path:
            if isinstance(whole, list):
                whole = whole[int(step)]
            else:
                whole = whole[step] if whole.get(step) is not None else whole.setdefault(step, {})
        if isinstance(whole, list):
            whole[int(last)] = value
        elif value is ABSENT:
            whole.pop(last, None)
        else:
            whole[last] = value
    return json.dumps(changed, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("jlcheck")
    parser.add_argument("--random", type=int, metavar="N", help="compare N random applications too")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--criterion", choices=CELLS, help="its cells only")
    parser.add_argument("--plant", choices=planted.PLANTS, help="compare with a specification that is wrong")
    options = parser.parse_args()
    comparison = Comparison(options.jlcheck, planted.load(options.plant))
    started = time.monotonic()
    comparison.run(every_cell([options.criterion] if options.criterion else CELLS))
    print(f"{comparison.applications} cells, {time.monotonic() - started:.1f} s", flush=True)
    if options.random:
        started = time.monotonic()
        comparison.run(at_random(options.random, options.seed))
        print(
            f"{options.random} random applications, seed {options.seed}, {time.monotonic() - started:.1f} s", flush=True
        )
    print(f"{comparison.applications} applications, {comparison.different} different")
    sys.exit(1 if comparison.different else 0)


if __name__ == "__main__":
    main()
