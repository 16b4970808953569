#!/usr/bin/env python3
"""Makes realistic applications of invented enterprises, one a line; the same seed gives the same bytes.

usage: generate.py COUNT [--seed N] [--broken SHARE] [--contradictions] > applications.ndjson

An application has about 2.5 KB. Half of them meet every condition. The other half depart from that
in one way, a few in two; DEPARTURES lists the ways, which concern every condition, with their weights:

    eligible      50%   a third of them with priority; some with unmet indicators
    ineligible    29%   mostly short revenue, a late start in the field or ranks that do not suffice
    undetermined  21%   mostly facts not stated, a year not audited or dates too imprecise

With --broken, that share of the applications has a fault of the file besides: cut off, not JSON at
all, a member twice or unknown, a choice misspelt, an amount as text, an impossible date, a code of
the wrong length. No two applications contradict each other, unless --contradictions plants some
among the first sixteen, whose line numbers go to standard error.
"""
import argparse
import itertools
import json
import random
import sys

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PLACES = [
    ("长春", "220106", "changchun"),
    ("吉林", "220204", "jilin"),
    ("四平", "220302", "siping"),
    ("辽源", "220402", "liaoyuan"),
    ("通化", "220502", "tonghua"),
    ("白山", "220602", "baishan"),
    ("松原", "220702", "songyuan"),
    ("白城", "220802", "baicheng"),
    ("延边", "222401", "yanbian"),
]
TRADES = [
    ("精密轴承", "3451"),
    ("汽车灯具", "3670"),
    ("碳纤维制品", "2829"),
    ("人参提取物", "2762"),
    ("光学镜头", "4040"),
    ("硅藻土助滤剂", "3099"),
]
STATEMENTS = [
    ("product-excellence", "关键工序全部自主完成，出厂合格率三年均在99.5%以上。", "质量年报.pdf"),
    ("international-brand", "以自有品牌出口，与三家境外用户长期合作。", "出口报关单汇总.pdf"),
    ("rd-intensity", "研发费用逐年增加，设有专项研发账。", "研发费用专项审计.pdf"),
    ("patent-lead", "围绕主导产品的结构和工艺均有专利布局。", "专利清单.pdf"),
    ("operating-performance", "人均产值位居省内同行前列。", "协会统计摘编.pdf"),
    ("management", "通过质量、环境体系认证。", "认证证书.pdf"),
    ("culture", "每年组织技能比武，高级工以上占一线职工四成。", "技能等级统计.pdf"),
    ("local-orientation", "符合全省重点产业发展方向。", "产业导向说明.pdf"),
    ("key-chain", "为省内重点产业链提供关键产品。", "配套证明.pdf"),
]


LITTLE_GIANT = {"kind": "littleGiant", "validUntil": "2026-06-30", "evidence": ["证书.pdf"]}


def organisation_check(code):
    weights = [3, 7, 9, 10, 5, 8, 4, 2]
    rest = 11 - sum(int(c, 36) * w for c, w in zip(code, weights)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def credit_code(kind, division, number):
    body = "MA" + "".join(ALPHABET[number // 31**k % 31] for k in range(5, -1, -1))
    text = kind + division + body + organisation_check(body)
    weight, total = 1, 0
    for character in text:
        total += ALPHABET.index(character) * weight
        weight = weight * 3 % 31
    return text + ALPHABET[(31 - total % 31) % 31]


def figures(rng):
    """Three audited years whose main-business revenue sums to 600 million yuan and more."""
    revenue = rng.randint(21_000, 60_000)
    years = []
    for year in (2022, 2023, 2024):
        main = revenue + rng.randint(0, 99) / 100
        years.append(
            {
                "year": year,
                "isAudited": True,
                "mainBusinessRevenue": main,
                "operatingRevenue": round(main * 1.03, 2),
                "internationalRevenue": round(main * 0.1, 2),
                "researchAndDevelopment": round(main * 0.052, 2),
                "profit": round(main * rng.uniform(0.02, 0.12), 2),
                "auditReport": [f"{year}审计报告.pdf"],
            }
        )
        revenue = int(revenue * rng.uniform(0.99, 1.15))
    return {"unit": "万元", "scope": rng.choice(["standalone", "consolidated"]), "years": years}


def market(rng):
    """First in the province, and among the first five in the country or ten in the world."""
    nation = rng.randint(1, 8)
    world = nation + (rng.randint(0, 12) if nation <= 5 else rng.randint(0, 10 - nation))
    return {
        "year": 2024,
        "basis": rng.choice(["revenue", "revenue", "volume"]),
        "province": {"rank": 1, "share": rng.randint(300, 800) / 10},
        "nation": {"rank": nation, "share": rng.randint(80, 250) / 10},
        "world": {"rank": world, "share": rng.randint(10, 70) / 10},
        "evidence": ["占有率报告.pdf"],
    }


def application(number, rng):
    """An application that meets every condition; `number` keeps code and class unlike all others."""
    city, division, bureau = rng.choice(PLACES)
    trade, industry = rng.choice(TRADES)
    name = f"{city}{rng.choice('曜启恒卓远')}{rng.choice('北林江岳川')}{trade}有限公司"
    matter, text, proof = rng.choice(STATEMENTS)
    filed = f"2025-09-{rng.randint(1, 28):02}"
    kind = "first" if rng.random() < 0.9 else "review"
    return {
        "formatVersion": 1,
        "applicationYear": 2025,
        "filingDate": filed,
        "kind": kind,
        "bureau": bureau,
        "enterprise": {
            "name": name,
            "creditCode": credit_code("91", division, number),
            "founded": f"20{rng.randint(0, 12):02}-05-18",
            "domicile": division,
            "isLegalPerson": True,
            "licence": ["营业执照.pdf"],
            "sector": "manufacturing",
            "industryCode": industry,
            "capabilities": {"development": True, "design": True, "manufacturing": True},
            "hasHarmedPublicInterest": False,
            "abnormalOperationsList": look_up("查询截图.png"),
            "seriousDishonestyList": look_up("信用报告.pdf"),
        },
        "product": {
            "name": trade,
            "classification": {"scheme": "productCatalogue", "code": f"{10_000_000 + number}"},
            "fieldSince": started(rng, 2013, 2017),
            "fieldEvidence": ["首批合同.pdf"],
            "isNew": False,
            "policyClass": rng.choice(["encouraged", "permitted"]),
            "energy": energy(rng),
        },
        "otherProducts": [{"name": trade + "配件", "policyClass": "permitted"}] * (rng.random() < 0.3),
        "figures": figures(rng),
        "market": market(rng),
        "incidents": [],
        "revocations": [],
        **({"certificate": certificate(trade)} if kind == "review" else {}),
        "recognitions": [LITTLE_GIANT] if rng.random() < 0.33 else [],
        "innovation": {
            "institutions": [
                proved("企业技术中心", level=rng.choice(["provincial", "municipal", "below"]))
            ],
            "coreIntellectualProperty": [proved("发明专利")],
            "domesticPatents": rng.randint(3, 80),
            "internationalPatents": rng.randint(0, 5),
            "standards": [proved(f"GB/T {40000 + number % 5000}", level="national")]
            if rng.random() < 0.4
            else [],
            "appliedResults": [proved("专利应用", isInUse=True, bringsBenefit=True)],
        },
        "statements": {
            "steady-growth": {"text": f"第{number}号企业三年收入持续增长。", "evidence": ["订单.pdf"]},
            matter: {"text": text, "evidence": [proof]},
        },
        "bonuses": {"bonus-open-innovation": []},
    }


def proved(name, **facts):
    return {"name": name, **facts, "evidence": [f"{name}证明.pdf"]}


def certificate(product):
    """What a review is to extend, granted three years before."""
    return {
        "product": product,
        "granted": "2022-10-08",
        "validUntil": "2025-10-07",
        "isReviewRightCancelled": False,
        "evidence": ["证书.pdf"],
    }


def look_up(proof, day="2025-08-30", is_listed=False):
    return {"isListed": is_listed, "lookedUp": day, "evidence": [proof]}


def started(rng, first, last):
    """A month, or in one of five cases a day."""
    day = f"-{rng.randint(1, 28):02}" if rng.random() < 0.2 else ""
    return f"{rng.randint(first, last)}-{rng.randint(1, 12):02}{day}"


def energy(rng):
    if rng.random() < 0.8:
        return {"hasQuotaStandard": False}
    return {
        "hasQuotaStandard": True,
        "standard": "GB 21340-2019",
        "unit": "kgce/t",
        "consumption": rng.randint(80, 110) / 10,
        "advancedValue": 10,
        "evidence": ["检测报告.pdf"],
    }


def incident(kind, date, grade=None, status="confirmed"):
    determination = {"status": status, "authority": "主管部门", "document": "认定书.pdf"}
    graded = {"grade": grade} if grade else {}
    return {"kind": kind, "date": date, **graded, "determination": determination}


def assign(path, value):
    """A departure that gives a fact; the value may be computed from the generator."""
    *holders, member = path.split("/")

    def change(document, rng):
        for holder in holders:
            document = document[holder]
        document[member] = value(rng) if callable(value) else value

    return change


def omit(path):
    """A departure that leaves a fact out, half of the time by saying null."""
    *holders, member = path.split("/")

    def change(document, rng):
        for holder in holders:
            document = document[holder]
        if rng.random() < 0.5:
            document[member] = None
        else:
            del document[member]

    return change


def short_revenue(document, rng):
    factor = rng.uniform(0.3, 0.999) * 60_000
    factor /= sum(year["mainBusinessRevenue"] for year in document["figures"]["years"])
    for year in document["figures"]["years"]:
        for member, amount in year.items():
            if isinstance(amount, float):
                year[member] = round(amount * factor, 2)


def behind(document, rng):
    """Neither among the first five in the country nor among the first ten in the world."""
    nation = rng.randint(6, 30)
    document["market"]["nation"]["rank"] = nation
    document["market"]["world"]["rank"] = max(11, nation + rng.randint(0, 30))


def last_year(**facts):
    def change(document, rng):
        document["figures"]["years"][-1].update(facts)

    return change


def another_kind(kind):
    """The code of another kind of organisation."""

    def change(document, rng):
        code = document["enterprise"]["creditCode"]
        number = sum(ALPHABET.index(c) * 31 ** (5 - k) for k, c in enumerate(code[10:16]))
        document["enterprise"]["creditCode"] = credit_code(kind, code[2:8], number)

    return change


def branch(document, rng):
    document["enterprise"]["name"] += "分公司"


def service(document, rng):
    document["enterprise"].update(sector="productiveServices", industryCode="7452")
    document["enterprise"]["capabilities"] = {"development": True, "design": False, "manufacturing": False}


def in_yuan(document, rng):
    document["figures"]["unit"] = "元"
    for year in document["figures"]["years"]:
        for member, amount in year.items():
            if isinstance(amount, float):
                year[member] = round(amount * 10_000)


def new_product(start):
    def change(document, rng):
        document["product"].update(isNew=True, noveltyGrounds="首次开发的产品", fieldSince=start(rng))

    return change


# The ways to depart from an application that meets every condition, and how often each occurs.
DEPARTURES = {
    # What leaves it eligible.
    service: 3,
    in_yuan: 6,
    new_product(lambda rng: started(rng, 2019, 2021)): 3,
    assign("incidents", lambda rng: [incident("safetyAccident", "2024-03-02", "ordinary")]): 2,
    assign("incidents", lambda rng: [incident("taxEvasion", started(rng, 2018, 2021))]): 2,
    assign("revocations", [{"article": 12, "ground": "unreportedChange", "decided": "2023-05-04", "event": "2022-11"}]): 1,
    assign("talent", {"programmes": [], "cooperations": [{"name": "实训基地"}]}): 3,
    omit("product/name"): 1,
    omit("figures/scope"): 1,
    # What is unmet.
    short_revenue: 12,
    behind: 10,
    assign("product/fieldSince", lambda rng: started(rng, 2019, 2024)): 10,
    assign("market/province/rank", 2): 4,
    new_product(lambda rng: started(rng, 2023, 2024)): 2,
    assign("enterprise/domicile", "210102"): 1,
    assign("enterprise/isLegalPerson", False): 1,
    another_kind("92"): 1,
    assign("enterprise/capabilities/design", False): 2,
    assign("enterprise/hasHarmedPublicInterest", True): 1,
    assign("enterprise/abnormalOperationsList", look_up("截图.png", is_listed=True)): 3,
    assign("enterprise/seriousDishonestyList", look_up("截图.png", is_listed=True)): 1,
    assign("product/policyClass", lambda rng: rng.choice(["restricted", "eliminated", "prohibited"])): 3,
    assign("incidents", lambda rng: [incident("taxEvasion", started(rng, 2023, 2024))]): 2,
    assign("incidents", lambda rng: [incident("pollutionAccident", "2024-07", "major")]): 2,
    assign("revocations", [{"article": 13, "decided": "2024-05-04", "event": "2023-11"}]): 1,
    # What leaves it open.
    last_year(isAudited=False): 6,
    last_year(mainBusinessRevenue=None): 4,
    omit("figures"): 1,
    omit("market/province/rank"): 3,
    assign("market/year", 2023): 2,
    omit("filingDate"): 2,
    omit("incidents"): 2,
    omit("revocations"): 1,
    omit("otherProducts"): 1,
    omit("product/policyClass"): 2,
    omit("product/fieldSince"): 2,
    omit("enterprise/capabilities"): 1,
    omit("enterprise/hasHarmedPublicInterest"): 1,
    omit("enterprise/domicile"): 1,
    omit("enterprise/abnormalOperationsList/lookedUp"): 2,
    assign("enterprise/seriousDishonestyList", look_up("截图.png", day="2025-10-09")): 1,
    assign("enterprise/industryCode", "0132"): 1,
    assign("otherProducts", [{"name": "旧型号", "policyClass": "eliminated"}]): 1,
    assign("product/fieldSince", "2018"): 2,
    assign("incidents", lambda rng: [incident("dataFalsification", "2022-05")]): 1,
    assign("incidents", lambda rng: [incident("qualityAccident", "2025-02", status="pending")]): 2,
    assign("revocations", [{"article": 13, "decided": "2023-01-04", "event": "2021-11"}]): 1,
    branch: 1,
}
WAYS, WEIGHTS = list(DEPARTURES), list(itertools.accumulate(DEPARTURES.values()))


def depart(document, rng):
    """Three of five applications depart in one way, some of these in another besides."""
    for share in (0.6, 0.12):
        if rng.random() >= share:
            return
        way = rng.choices(WAYS, cum_weights=WEIGHTS)[0]
        # The first departure may have left out what the second would change.
        try:
            way(document, rng)
        except (KeyError, TypeError):
            return


def line(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# The faults that a file may have.
FAULTS = [
    lambda text: text[: len(text) // 2],
    lambda text: "not an application",
    lambda text: text.replace('"kind":"first"', '"kind":"frist"').replace('"review"', '"reviewed"'),
    lambda text: text.replace('"mainBusinessRevenue":', '"mainBusinessRevenue":"2亿","profit2":', 1),
    lambda text: text.replace('"2025-09-', '"2025-09-3', 1).replace('"2025-08-30"', '"2025-08-32"'),
    lambda text: text.replace('"formatVersion":1', '"formatVersion":1,"kind":"first"', 1),
    lambda text: text.replace('"creditCode":"91', '"creditCode":"9', 1),
    lambda text: text.replace('"creditCode":"9122', '"creditCode":"9212', 1),
]


def plant(documents):
    """Contradictions of every kind between the first applications; says which are concerned."""
    pairs = iter(range(0, len(documents) - 1, 2))

    def pair(kind, change):
        first = next(pairs)
        change(documents[first], documents[first + 1])
        print(f"{kind} {first + 1} {first + 2}", file=sys.stderr)

    def same_class(a, b):
        b["product"]["classification"] = a["product"]["classification"]
        for document, rank in ((a, 11), (b, 12)):
            document["market"].update(year=2024, basis="revenue")
            document["market"]["province"] = {"rank": 2, "share": 10}
            document["market"]["nation"] = {"rank": rank, "share": 5}
            document["market"]["world"] = {"rank": rank + 20, "share": 1}

    def same_code(a, b):
        b["enterprise"]["creditCode"] = a["enterprise"]["creditCode"]

    def same_product(a, b):
        same_code(a, b)
        b["product"]["name"] = a["product"]["name"]
        b["product"]["classification"] = a["product"]["classification"]

    def other_product(a, b):
        same_code(a, b)
        b["product"]["name"] = a["product"]["name"] + "（另一种）"

    def same_content(a, b):
        kept = b["enterprise"]["name"], b["enterprise"]["creditCode"]
        b.clear()
        b.update(json.loads(json.dumps(a)))
        b["enterprise"]["name"], b["enterprise"]["creditCode"] = kept
        # Copied content would also claim the same ranks; a share contradicts nobody's.
        for document in (a, b):
            document["market"] = {"year": 2024, "basis": "revenue", "province": {"share": 20}}

    def ranks(area, rank):
        def change(a, b):
            same_class(a, b)
            for document in (a, b):
                document["market"][area]["rank"] = rank

        return change

    def shares(area):
        def change(a, b):
            same_class(a, b)
            a["market"][area]["share"] = 60
            b["market"][area]["share"] = 40.000001

        return change

    pair("same-applicant", same_product)
    pair("same-applicant-other-product", other_product)
    pair("same-content", same_content)
    pair("first-in-province", ranks("province", 1))
    pair("same-national-rank", ranks("nation", 3))
    pair("same-world-rank", ranks("world", 7))
    pair("provincial-shares", shares("province"))
    pair("national-shares", shares("nation"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", type=float, default=0.0, help="share with a fault of the file")
    parser.add_argument("--contradictions", action="store_true", help="plant some, and name them")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    planted = []
    if options.contradictions:
        planted = [application(number, rng) for number in range(min(16, options.count))]
        plant(planted)
    for number in range(options.count):
        if number < len(planted):
            text = line(planted[number])
        else:
            document = application(number, rng)
            depart(document, rng)
            text = line(document)
            if rng.random() < options.broken:
                text = rng.choice(FAULTS)(text)
        sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
