#!/usr/bin/env python3
"""Holds jlcheck to round2021.py, the second statement of the notice for key little giants and service platforms.

As in cells.py, a cell sets facts below, at and above a number, leaves them out or states them in part; cells and
random applications are judged by both. Every cell is checked by criterion and by reading, the random ones by
their rows, by totals, and some by reading. The quota is tried on batches.

usage: round2021_cells.py [JLCHECK] [--random N] [--seed S] [--criterion ID]
"""

import argparse
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import cells
import planted
import round2021
from cells import ABSENT, TRUTHS, Verbatim, entries, entry, lists, product
from cluster import check_character
from round2021 import FORMALITY, GIANT, PLATFORM
from specification import CONDITION

CHUNK, REPORTS = 2_000, 250
WHOLE = {"giant-unlisted"}  # by readings, doubtful listings may be told apart in more than one way
ACCEPTED = ["amounts-without-unit"]  # a fault of the file as well

# --------------------------------------------------------------------------------------------------- the bases


def code(kind, number=0):
    first_17 = f"{kind}220101MA0YB1X{number:02}"
    return first_17 + check_character(first_17)


def year(number, main=900, operating=1000, research=50):
    facts = dict(mainBusinessRevenue=main, operatingRevenue=operating, researchAndDevelopment=research)
    return entry(year=number, **facts)


def patent(which, **facts):
    stated = dict(kind="invention", number=f"ZL2016100000{which:02}.X", granted="2018-04-03", isInForce=True)
    return entry(**stated | facts)


FILED = "2021-07-24"
COMMON = {
    "formatVersion": 1, "applicationYear": 2021, "filingDate": FILED, "delivered": "2021-07-25",
    "bureau": "changchun", "bureauDivision": "220106", "hasFirstBatchSupport": False,
}
WAY = {"isClaimed": False}
ROWS = """mainBusinessRevenue mainBusinessShare exportShare foreignCertifications researchShare researchStaffShare
    patentsInUse institutionLevel standardsLed industryStandardsLed standardsTakenPartIn awards certifications
    meetsStandards informationSystems listingPlan revenueGrowth""".split()
WORDS = {"institutionLevel": "其他", "meetsStandards": "是", "informationSystems": "是", "listingPlan": "无"}
AVERAGES = ("averageRevenueGrowth", "averageProfitGrowth")
BASES = {
    GIANT: COMMON | {
        "programme": GIANT,
        "enterprise": {
            "name": "长春衡岳数控装备有限公司", "creditCode": code("91"), "founded": "2010-03-01", "domicile": "220106",
            "licence": ["营业执照.pdf"], "legalRepresentative": "林某", "headCount": 200, "registeredCapital": 3000,
            "size": "medium", "ownership": "private", "industryCode": "35", "industryName": "专用设备制造业",
            "niche": "数控冲孔设备",
        },
        "recognitions": [{
            "kind": "littleGiant", "batch": 2, "status": "recognised", "announcedName": "长春衡岳数控装备有限公司",
        }],
        "publicityEnd": "2021-07-30",
        "listings": [],
        "listingPlan": {"stage": "none"},
        "direction": {
            "fourBases": WAY, "tenFields": WAY, "keyTechnology": WAY, "gap": WAY, "jointInnovation": WAY,
            "shortBoard": {"isClaimed": True, "specification": "高速冲孔机床的伺服驱动单元"},
        },
        "product": {
            "name": "数控冲孔机床", "isNew": False,
            "classification": {"scheme": "productCatalogue", "code": "3507060000", "name": "冲孔机床"},
        },
        "figures": {"unit": "万元", "scope": "standalone", "years": [year(2018), year(2019, 800), year(2020)]},
        "innovation": {
            "patents": [patent(1), patent(2)], "institutions": [], "standards": [],
            "certifications": [{"system": "iso9000", "obtained": "2017-01-10", "validUntil": "2023-01-09"}],
        },
        "targets": {
            row: dict.fromkeys(("start", "end2022", "end2023"), WORDS.get(row, "1")) for row in ROWS
        } | {row: {"start": "1"} for row in AVERAGES},
        "papers": {
            name: ["文件.pdf"]
            for name in ("request", "basicTable", "targetTable", "firstYearGoals", "secondYearGoals", "proofs")
        } | dict.fromkeys(("isStamped", "isOnPaper", "isElectronic", "isLegible", "isOneVolume"), True),
        "profile": {
            "characters": 4200, "coversManagement": True, "coversProduct": True, "coversInnovation": True,
        },
        "summary": {"text": "伺服驱动冲孔单元自主研发。"},
    },
    PLATFORM: COMMON | {
        "programme": PLATFORM,
        "enterprise": {
            "name": "吉林示例中小企业服务有限公司", "creditCode": code("91"), "domicile": "220104",
            "isLegalPerson": True, "licence": ["营业执照.pdf"],
        },
        "platform": {"name": "吉林省中小企业公共服务平台", "level": "national", "recognitionDocument": "示例1号"},
        "services": dict.fromkeys(round2021.SERVICES, True),
        "servicesGiven": [],
        "papers": {"request": ["请示.pdf"], "isStamped": True, "isOnPaper": True, "isElectronic": True,
                   "isLegible": True},
        "profile": {"text": "平台面向全省中小企业。"},
        "summary": {"text": "为企业提供上云服务。"},
        "goals": {
            which: dict.fromkeys(("resources", "keyLittleGiants", "littleGiants"), "目标")
            for which in ("firstYear", "secondYear")
        },
    },
}
TEXTS = {programme: json.dumps(base, ensure_ascii=False) for programme, base in BASES.items()}

# --------------------------------------------------------------------------------------------------- the cells

# Days around the snapshot, the notice, the filing and the end of the publicity, and months and years across them.
AT_FILING = [FILED, ABSENT]
AROUND_SNAPSHOT = ["2021-05-30", "2021-05-31", "2021-06-01"]
AROUND_FILING = ["2021-07-22", "2021-07-23", "2021-07-24", "2021-07-25"]
PARTS = ["2020", "2021", "2022", "2021-05", "2021-06", "2021-07", "2021-08"]
DAYS = ["2018-04-03", *AROUND_SNAPSHOT, *AROUND_FILING, "2021-08-01", *PARTS, ABSENT]
ENDS = [*AROUND_SNAPSHOT, *AROUND_FILING, "2030-01-01", *PARTS, ABSENT]


def giant_status():
    kinds = ["littleGiant", "keyLittleGiant", "srdiProvincial", "championNational", "other", ABSENT]
    few = entries(kind=kinds, batch=[1, 2, 3, 4, ABSENT], status=["recognised", "underPublicity", ABSENT])
    yield from ({"recognitions": [title]} for title in few)
    yield from product(recognitions=[ABSENT, []])
    ends = [end for end in ENDS if len(str(end)) == 10]
    for title in entries(kind=["littleGiant"], batch=[2, 3], status=["recognised", "underPublicity"],
                         validUntil=[*ends, ABSENT], announcedName=["长春衡岳数控装备有限公司", "另一公司", ABSENT]):
        yield from product(recognitions=[[title]], filingDate=AT_FILING)
        yield from product(recognitions=[[title]], enterprise__name=[ABSENT])
    pairs = entries(kind=["littleGiant", "other", ABSENT], batch=[2, 3, 4], status=["recognised", "underPublicity"])
    yield from ({"recognitions": list(pair)} for pair in itertools.combinations_with_replacement(pairs, 2))


MARKETS = [*round2021.NAMED_MARKETS, "beijing", "neeq", "other", ABSENT]
LAST_DAYS = ["2021-07-23", "2021-07-24", "2021-07-30", ABSENT]
SINCE = ["2015-01-01", *AROUND_FILING, "2021-07-29", "2021-07-30", "2021-07-31", "2021", "2022", "2021-07", ABSENT]


def giant_unlisted():
    yield from product(listings=[ABSENT, []], publicityEnd=LAST_DAYS)
    for market, is_listed in itertools.product(MARKETS, TRUTHS):
        yield {"listings": [entry(market=market, since="2015-01-01", isListed=is_listed)]}
        yield {"listings": [entry(market=market, since="2015-01-01", isListed=is_listed, until="2020-01-01")]}
    for since, last, filing in itertools.product(SINCE, LAST_DAYS, AT_FILING):
        for is_listed in TRUTHS:
            listing = entry(market="star", since=since, isListed=is_listed)
            yield {"listings": [listing], "publicityEnd": last, "filingDate": filing}
    for until, is_listed, filing, last in itertools.product(ENDS, TRUTHS, AT_FILING, LAST_DAYS):
        for since in ("2015-01-01", ABSENT):
            listing = entry(market="abroad", since=since, isListed=is_listed, until=until)
            yield {"listings": [listing], "filingDate": filing, "publicityEnd": last}
    few = entries(market=["chiNext", "neeq", ABSENT], since=["2015-01-01", "2021-08-02"], until=["2020", ABSENT])
    yield from ({"listings": list(pair)} for pair in itertools.combinations_with_replacement(few, 2))


def giant_direction():
    specified = ["驱动单元", ABSENT]
    for way in round2021.WAYS:
        for one, other in itertools.product(entries(isClaimed=TRUTHS, specification=specified), repeat=2):
            yield {f"direction/{way}": one, "direction/shortBoard": other}
    boxes = [dict.fromkeys(round2021.BOXES, False) | {box: True} for box in round2021.BOXES]
    for box, claimed, short in itertools.product([{}, dict.fromkeys(round2021.BOXES, False), *boxes], TRUTHS, TRUTHS):
        yield {"direction/fourBases": entry(isClaimed=claimed, **box), "direction/shortBoard": entry(isClaimed=short)}
    yield from product(direction=[ABSENT, {}])


def near(percent, whole, digits):
    """Amounts a fen below, at and above a share of a whole that is a number of 100 fen."""
    fen = percent * whole * 10**digits // 100
    return [cells.decimal_text(max(fen + gap, 0), digits) for gap in (-1, 0, 1)]


WHOLES = [("元", 2, 10), ("元", 2, 98765400), ("万元", 6, 1000), ("万元", 6, 123457), ("亿元", 10, 3)]


def with_years(*years, unit="万元"):
    return {"figures/unit": unit, "figures/years": list(years)}


def giant_specialisation():
    for unit, digits, whole in WHOLES:
        for main in [*near(70, whole, digits), *near(100, whole, digits), 0, ABSENT]:
            yield with_years(year(2019, 0, whole, whole), year(2020, main, whole), unit=unit)
    amounts = [0, Verbatim("0.000001"), 699, 700, 1000, ABSENT]
    for main, operating in itertools.product(amounts, amounts):
        yield with_years(year(2019, 1), year(2020, main, operating))
    for unit in ["元", "万元", "亿元", ABSENT]:
        yield {"figures/unit": unit}
    for y in [year(2019, 1, 1000), year(2020, 1, 1000), year(2021, 1, 1000), year(ABSENT, 1, 1000)]:
        yield with_years(year(2019), year(2020), y)
        yield with_years(year(2019), y)
        yield with_years(y)
    yield with_years(year(2020), year(2020))
    yield from product(figures=[ABSENT, {}], formatVersion=[1])
    yield from product(figures__years=[ABSENT, []])
    for typed in ["69.99", "70", "12"]:
        yield {"targets/mainBusinessShare/start": typed}
        yield {"targets/mainBusinessShare/start": typed} | with_years(year(2019, 1), year(2020, 699))


def giant_rd():
    for unit, digits, whole in WHOLES:
        values = [*near(4, whole, digits), 0, ABSENT]
        for before, last in itertools.product(values, values):
            yield with_years(year(2019, 0, whole, before), year(2020, whole, whole, last), unit=unit)
    research = [0, 20, 39, 40, 100, 1001, ABSENT]
    for before, last in itertools.product(research, research):
        yield with_years(year(2018, research=500), year(2019, 1, 1000, before), year(2020, 900, 1000, last))
    for operating, other in itertools.product([0, 1000, ABSENT], repeat=2):
        for before, last in itertools.product([0, 39, 40], repeat=2):
            yield with_years(year(2019, 0, operating, before), year(2020, 1, other, last))
    for low, others in itertools.product([2018, 2019, 2020, 2021, ABSENT], [(2019, 2020), (2019,), (2020,), ()]):
        yield with_years(*map(year, others), year(low, research=1))
    yield from product(figures__unit=["元", "亿元", ABSENT])
    yield from product(figures=[ABSENT, {}])


STAGES = ["applicationFiled", "tutoring", "none", ABSENT]


def giant_growth():
    grown = [
        with_years(year(2019, before), year(2020, last))
        for before, last in [(800, 801), (800, 800), (800, 799), (ABSENT, 800), (800, ABSENT), (0, 0), (0, 1)]
    ]
    for figures, stage, market, since in itertools.product(grown, STAGES, MARKETS, ["2018-04-03", "2021-06-01"]):
        yield figures | {"listingPlan": entry(stage=stage, market=market, since=since)}
    for figures, stage, since, filing in itertools.product(grown[:4], STAGES, DAYS, AT_FILING):
        yield figures | {"listingPlan": entry(stage=stage, market="star", since=since), "filingDate": filing}
    for figures in grown:
        yield figures | {"listingPlan": ABSENT}
        yield figures | {"listingPlan": {"stage": "none"}, "figures/unit": ABSENT}
    for unit, digits, whole in WHOLES:
        for last in near(100, whole, digits):
            yield with_years(year(2019, whole, whole * 2), year(2020, last, whole * 2), unit=unit)
    for others in [(2019,), (2020,), (2018, 2020), (2019, 2020, 2020), (2019, 2019, 2020), (2019, 2020, ABSENT)]:
        yield with_years(*(year(y, 1 + (y == 2020)) for y in others))


NOTHING = {"innovation/patents": [], "innovation/institutions": [], "innovation/standards": []}


def giant_innovation():
    only = lambda kind, listed: NOTHING | {f"innovation/{kind}": listed}
    truths, sound = TRUTHS, patent(1)
    for kind, is_in_force in itertools.product(["invention", "application", "utilityModel", "design", ABSENT], truths):
        for granted in ["2018-04-03", "2021-06-01", ABSENT]:
            yield only("patents", [sound, patent(2, kind=kind, isInForce=is_in_force, granted=granted)])
    for granted, filing, is_in_force in itertools.product(DAYS, AT_FILING, truths):
        yield only("patents", [sound, patent(2, granted=granted, isInForce=is_in_force)]) | {"filingDate": filing}
    for ended, filing, is_in_force, granted in itertools.product(ENDS, AT_FILING, truths, ["2018-04-03", ABSENT]):
        doubtful = patent(2, granted=granted, isInForce=is_in_force, ended=ended)
        yield only("patents", [sound, doubtful]) | {"filingDate": filing}
    few = [{}, dict(isInForce=False), dict(isInForce=ABSENT), dict(granted="2021-06-15"), dict(kind="design")]
    for count in range(4):
        for chosen in itertools.combinations_with_replacement(few, count):
            listed = [patent(number, **facts) for number, facts in enumerate(chosen)]
            for others in [[], ABSENT]:
                yield only("patents", listed) | {"innovation/standards": others}
    yield only("patents", [sound, sound])
    yield only("patents", [patent(1, number=ABSENT), patent(2, number=ABSENT)])
    ways = ["own", "withUniversity", "withInstitute", "withEnterprise", ABSENT]
    for listed in lists(entries(establishment=ways, since=["2018-04-03", "2021-06-01", ABSENT])):
        yield NOTHING | {"innovation/institutions": listed}
    for since, filing in itertools.product(DAYS, AT_FILING):
        institution = entry(establishment="own", since=since, level="below")
        yield only("institutions", [institution]) | {"filingDate": filing}
    levels = ["international", "national", "industry", "other", ABSENT]
    for item in entries(level=levels, part=["led", "tookPart", ABSENT], isDraft=TRUTHS,
                        published=["2018-04-03", "2021-06-01", "2021-08-01", ABSENT]):
        yield only("standards", [item])
    for published, filing in itertools.product(DAYS, AT_FILING):
        item = entry(level="national", part="led", isDraft=False, published=published)
        yield only("standards", [item]) | {"filingDate": filing}
    yield from product(
        innovation__patents=[[sound], [sound, patent(2)], [sound, patent(2, isInForce=ABSENT)], ABSENT],
        innovation__institutions=[[], [{"establishment": "own"}], [{}], ABSENT],
        innovation__standards=[[], [{"level": "industry", "isDraft": False}], [{"level": "other"}], ABSENT],
    )
    yield {"innovation": ABSENT}


SYSTEMS = [*round2021.QUALITY, "otherManagement", ABSENT]


def giant_certification():
    yield from product(innovation__certifications=[ABSENT, []])
    for item in entries(system=SYSTEMS, obtained=["2017-01-10", "2021-06-01", "2021-08-01", ABSENT],
                        validUntil=["2021-05-30", "2021-06-30", "2023-01-09", "2021", ABSENT]):
        yield from product(innovation__certifications=[[item]], filingDate=AT_FILING)
    for item in entries(system=["iso9000", "otherManagement"], obtained=DAYS, validUntil=["2023-01-09"]):
        yield from product(innovation__certifications=[[item]], filingDate=AT_FILING)
    for item in entries(system=["iso14000", "otherManagement"], obtained=["2017", ABSENT], validUntil=ENDS):
        yield from product(innovation__certifications=[[item]], filingDate=AT_FILING)
    few = entries(system=["otherQuality", "otherManagement", ABSENT], obtained=["2017-01-10", "2021-06-01"],
                  validUntil=["2021-06-30", "2023-01-09"])
    yield from product(innovation__certifications=list(lists(few)))


DOMICILES = ["220106", "220000", "222401", "220381", "210102", "110105", "320102", ABSENT]


def location():
    return itertools.chain(product(enterprise__domicile=DOMICILES), [{"enterprise": {}}])


def deadline():
    days = ["2021-07-20", *(f"2021-07-{n}" for n in range(23, 29)), "2021-08-01", ABSENT]
    yield from product(delivered=days, filingDate=[*(f"2021-07-{n}" for n in range(23, 29)), "2022-03-01", ABSENT])


def length(name, most, **others):
    """Texts of Chinese characters, with letters, signs and blanks that count in part."""

    def make():
        texts = [ABSENT]
        ends = ["", "a", "，", "ab", " \n\u3000\t", "，" * most]
        for han, rest in itertools.product([1, most - 1, most, most + 1], ends):
            texts.append("字" * han + rest)
        texts += ["a" * (most + gap) for gap in (0, 1)] + ["字 " * most, "字　字" * (most // 2) + "A", "〇㐀" * (most // 2)]
        for text, count in itertools.product(texts, [ABSENT, 1]):
            yield {name: entry(text=text, characters=count)} if not others else {
                f"{name}/text": text, f"{name}/characters": count
            }
        for count in [0, 1, most - 1, most, most + 1, 10 * most]:
            yield {f"{name}/text": ABSENT, f"{name}/characters": count}
            yield {f"{name}/text": "字" * most + "，", f"{name}/characters": count}
        yield {name: ABSENT}

    return make


def giant_profile():
    yield from length("profile", round2021.PROFILE, parts=True)()
    parts = dict(profile__coversManagement=TRUTHS, profile__coversProduct=TRUTHS, profile__coversInnovation=TRUTHS)
    yield from product(profile__characters=[5000, 5001, ABSENT], **parts)


NAMES = [
    *round2021.NATIONAL, *round2021.PROVINCIAL, ABSENT, "吉林示例中小企业服务有限公司", "白山市产品质量检验所",
    "东北师范大学", "北京盈科（长春）律师事务所", "北京盈科(长春) 律所事务所", "吉林省中改双创科技园管理有限公司",
    "吉林省电子信息产品检验研究院", "吉林高新区中小企业公共服务平台", "吉林市高新区中小企业公共服务平台（国家）",
    "吉林省建筑装饰集团 东北亚文化创意科技园管理中心", "白山市产品质量检验所（国家饮用水产品质量监督检验中心）（国家）",
    "东北师范大学(教育部科技查新工作站、高校国家知识产权信息服务中心)", "吉林省中小企业公共服务", "吉林市中小企业服务中心 ",
]
LEVELS = ["national", "provincial", "neither", ABSENT]


def platform_recognised():
    for name, level in itertools.product(NAMES, LEVELS):
        yield {"platform/name": name, "platform/level": level}
        yield {"platform/name": ABSENT, "enterprise/name": name, "platform/level": level}
        yield {"platform/name": "示例平台", "enterprise/name": name, "platform/level": level}
    yield {"platform": ABSENT}
    yield {"platform/name": ABSENT, "platform/publishedName": "吉林省中小企业公共服务平台"}


def platform_services():
    for provided in itertools.product(TRUTHS, repeat=len(round2021.SERVICES)):
        if len(set(provided[2:])) < 3 and provided[3] is provided[4] is provided[5]:
            yield {"services": entry(**dict(zip(round2021.SERVICES, provided)))}
    yield {"services": ABSENT}


CODE_KINDS = ["11", "12", "13", "19", "21", "31", "51", "52", "53", "59", "91", "92", "93", "N1", "Y1"]


def platform_legal_person():
    yield from product(
        enterprise__isLegalPerson=TRUTHS,
        enterprise__creditCode=[*map(code, CODE_KINDS), ABSENT],
        enterprise__name=["吉林示例中小企业服务有限公司", "甲公司吉林分公司", "乙事务所长春分所", "丙院分支机构", ABSENT],
    )


def support():
    return product(hasFirstBatchSupport=TRUTHS)


CELLS = {
    GIANT: {
        "giant-status": giant_status,
        "giant-first-support": support,
        "giant-unlisted": giant_unlisted,
        "giant-direction": giant_direction,
        "giant-specialisation": giant_specialisation,
        "giant-rd": giant_rd,
        "giant-innovation": giant_innovation,
        "giant-certification": giant_certification,
        "giant-growth": giant_growth,
        "giant-location": location,
        "giant-profile": giant_profile,
        "giant-deadline": deadline,
        "giant-summary": length("summary", round2021.GIANT_SUMMARY),
    },
    PLATFORM: {
        "platform-recognised": platform_recognised,
        "platform-first-support": support,
        "platform-services": platform_services,
        "platform-location": location,
        "platform-profile": length("profile", round2021.PROFILE),
        "platform-deadline": deadline,
        "platform-legal-person": platform_legal_person,
        "platform-summary": length("summary", round2021.PLATFORM_SUMMARY),
    },
}
PROGRAMMES = {criterion: programme for programme, criteria in CELLS.items() for criterion in criteria}


def every_cell(criteria=PROGRAMMES):
    for criterion in criteria:
        programme = PROGRAMMES[criterion]
        for number, cell in enumerate(CELLS[programme][criterion]()):
            yield f"{criterion}/{number}", cells.application(cell, TEXTS[programme])


# ------------------------------------------------------------------------------------ applications at random


def at_random(programme, count, seed):
    """Applications in which cells of several criteria meet, in any frame."""
    made = {criterion: list(make()) for criterion, make in CELLS[programme].items()}
    for number in range(count):
        rng = random.Random(f"{programme}/{seed}/{number}")
        cell = {}
        for criterion in rng.sample(list(made), rng.randint(1, len(made))):
            chosen = rng.choice(made[criterion])
            # Amounts keep the unit that they were made for.
            if "figures/years" not in cell or "figures/years" in chosen or "figures/unit" not in chosen:
                cell |= chosen
        # A part that a later cell replaced as a whole, or took out, is no place for another's member.
        kept = {p: v for p, v in cell.items() if not any(p.startswith(other + "/") for other in cell)}
        yield f"random/{programme}/{seed}/{number}", cells.application(kept, TEXTS[programme])


# --------------------------------------------------------------------------------------------- the comparison


class Comparison(cells.Comparison):
    """Of one programme."""

    def __init__(self, jlcheck, programme, specification=round2021):
        super().__init__(jlcheck, specification)
        self.programme = programme
        self.roles = {criterion: role for criterion, role, *_ in specification.CRITERIA[programme]}

    def screen(self, lines, *flags):
        rows, counts = super().screen(lines, "--programme", self.programme)
        return rows, {criterion: counts[criterion] for criterion in self.roles}

    def compare(self, lines, names):
        spec = self.specification
        expected = [spec.judge(spec.read(line)) for line in lines]
        rows, counts = self.screen(lines)
        before = self.different
        for line, name, outcomes, row in zip(lines, names, expected, rows):
            found, wanted = self.of_row(row), self.as_row(outcomes)
            if wrong := {k: (wanted[k], found[k]) for k in wanted if wanted[k] != found[k]}:
                self.report(name, line, wrong)
        self.applications += len(lines)
        if self.different == before and (wrong := self.miscounted(expected, counts)):
            self.halve(lines, names, expected, wrong, [])

    def of_row(self, row):
        listed = lambda outcome: sorted(c["criterion"] for c in row[outcome])
        faults = [fault for fault in row["faults"] if fault["reason"] not in ACCEPTED]
        return {o: listed(o) for o in ("unmet", "undetermined")} | {"faults": faults, "verdict": row["verdict"]}

    def as_row(self, outcomes):
        having = lambda outcome: sorted(
            c for c in outcomes if outcomes[c] == outcome and self.roles[c] == CONDITION
        )
        found = {outcome: having(outcome) for outcome in ("unmet", "undetermined")}
        return found | {"faults": [], "verdict": self.specification.verdict(outcomes)}

    def run(self, applications):
        applications = iter(applications)
        while chunk := list(itertools.islice(applications, CHUNK)):
            self.compare([line for _, line in chunk], [name for name, _ in chunk])

    def by_reading(self, applications):
        """The outcome of every criterion and of each reading, and the order of the file, from full reports."""
        applications = iter(applications)
        while chunk := list(itertools.islice(applications, REPORTS)):
            for (name, line), report in zip(chunk, self.check([line for _, line in chunk])):
                wanted = self.specification.judge_readings(self.specification.read(line))
                found = {
                    f["criterion"]: (f["outcome"], {r["reading"]: r["outcome"] for r in f.get("readings") or []})
                    for f in report["findings"]
                }
                wrong = {c: (wanted[c], found[c]) for c in wanted if wanted[c] != found[c]}
                for criterion in WHOLE & wrong.keys():
                    if wanted[criterion][0] == found[criterion][0]:
                        del wrong[criterion]
                orders = self.orders({wanted[c][0] for c in wanted if self.roles[c] == FORMALITY})
                if report["fileOrder"] not in orders:
                    wrong["order of the file"] = orders, report["fileOrder"]
                if faults := [f for f in report.get("faults", []) if f["reason"]["id"] not in ACCEPTED]:
                    wrong["faults"] = [], faults
                if wrong:
                    self.report(name, line, wrong)
            self.applications += len(chunk)

    def check(self, lines):
        with tempfile.TemporaryDirectory() as folder:
            files = [pathlib.Path(folder, f"{number:04}.json") for number in range(len(lines))]
            for file, line in zip(files, lines):
                file.write_text(line, "utf-8")
            command = [self.jlcheck, "check", *files, "--format", "json"]
            return json.loads(subprocess.run(command, capture_output=True).stdout)["applications"]

    def orders(self, outcomes):
        """What the file's order may be, as far as the formalities that are stated here decide it."""
        if "unmet" in outcomes:
            return ["notInOrder"]
        return ["notInOrder", "notKnown"] + ["inOrder"] * ("undetermined" not in outcomes)

    def quota(self):
        """A finding of the batch, in no other case."""
        for name, batch in batches():
            wanted = self.specification.is_above_quota([self.specification.read(line) for line in batch])
            command = [self.jlcheck, "screen", "-", "--format", "ndjson", "--programme", PLATFORM]
            run = subprocess.run(command, input="\n".join(batch).encode(), capture_output=True)
            found = map(json.loads, run.stdout.splitlines())
            is_found = any(row["kind"] == "contradiction" and "quota" in row.values() for row in found)
            self.applications += 1
            if is_found != wanted:
                self.report(name, "", {"above the quota": (wanted, is_found)})


def batches():
    """One to six institutions, some of them twice, up to two of them not eligible."""
    cases = [list(range(count)) for count in range(1, 7)]
    cases += [[0, 1, 2, 2], [0, 0, 0, 0], [0, 1, 2, 3, 3], [3, 3, 2, 1, 0]]
    for numbers, support, count in itertools.product(cases, [True, ABSENT], range(3)):
        yield f"batch of {numbers}, first {count} supported: {support}", [
            cells.application(
                {"enterprise/creditCode": code("91", n)} | ({"hasFirstBatchSupport": support} if i < count else {}),
                TEXTS[PLATFORM],
            )
            for i, n in enumerate(numbers)
        ]


def catalogue(jlcheck, programme):
    """The same criteria but for those left out, in the same roles, with as many readings that stay open."""
    run = subprocess.run(
        [jlcheck, "criteria", "--programme", programme, "--format", "json"], capture_output=True, text=True
    )
    if run.returncode:
        print(run.stderr, end="")
        return True
    found = {(c["id"], c["role"], len(c["readings"])) for c in json.loads(run.stdout)["criteria"]}
    left = {c for c in found if c[0] in round2021.LEFT_OUT[programme]}
    wanted = {(criterion, role, len(readings or [])) for criterion, role, *_, readings in round2021.CRITERIA[programme]}
    for one in sorted((found - left) ^ wanted):
        print(f"{one} is stated in one place only")
    return found - left != wanted or len(left) != len(round2021.LEFT_OUT[programme])


def run(jlcheck, count, seed, criteria=PROGRAMMES, every=5):
    """Holds jlcheck to the statement on every cell, at random, and in batches; how many differ, and what was tried."""
    different, tried, asked = 0, 0, 0
    for programme in (GIANT, PLATFORM):
        comparison = Comparison(jlcheck, programme)
        chosen = [criterion for criterion in criteria if PROGRAMMES[criterion] == programme]
        comparison.by_reading(itertools.islice(every_cell(chosen), 0, None, every))
        comparison.applications = 0
        comparison.run(every_cell(chosen))
        tried += comparison.applications
        comparison.run(at_random(programme, count, seed))
        comparison.by_reading(itertools.islice(at_random(programme, count, seed), count // 20))
        if programme == PLATFORM:
            comparison.applications = 0
            comparison.quota()
            asked = comparison.applications
        different += comparison.different + catalogue(jlcheck, programme)
    return different, f"{tried} cells, {asked} batches and twice {count} random applications of 2021, seed {seed}"


def plants():
    """Every wrong statement differs from the right one over the cells of the criterion, or over the batches."""
    missed = 0
    for name, (_, where, _, _) in planted.ROUND2021_PLANTS.items():
        wrong = planted.load(name, planted.ROUND2021, planted.ROUND2021_PLANTS)
        if where == "platform-quota":
            asked = [[round2021.read(line) for line in batch] for _, batch in batches()]
            noticed = any(wrong.is_above_quota(a) != round2021.is_above_quota(a) for a in asked)
        else:
            applications = (round2021.read(line) for _, line in every_cell([where]))
            noticed = any(wrong.judge(a)[where] != round2021.judge(a)[where] for a in applications)
        if not noticed:
            missed += 1
            print(f"not noticed by cells of {where}: {name}")
    return missed, f"{len(planted.ROUND2021_PLANTS)} planted errors about 2021"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("jlcheck", nargs="?", help="without it, the planted errors only")
    parser.add_argument("--random", type=int, default=2_000, metavar="N")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--criterion", choices=PROGRAMMES, help="its cells only")
    options = parser.parse_args()
    criteria = [options.criterion] if options.criterion else PROGRAMMES
    steps = [plants]
    if options.jlcheck:
        steps = [lambda: run(options.jlcheck, options.random, options.seed, criteria, every=1)]
    failed, started = 0, time.monotonic()
    for step in steps:
        wrong, what = step()
        failed += wrong
        print(f"{wrong} wrong: {what}, {time.monotonic() - started:.1f} s", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
