# Makes realistic applications of invented enterprises, one a line; the same seed gives the same bytes.
#
# usage: generate.py COUNT [--seed N] [--broken SHARE] > applications.ndjson
#
# Every verdict and many faults occur. No two applications contradict each other, unless
# --contradictions plants some, whose line numbers go to standard error.
import argparse
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


def organisation_check(code):
    weights = [3, 7, 9, 10, 5, 8, 4, 2]
    value = lambda c: int(c) if c.isdigit() else ord(c) - 55
    rest = 11 - sum(value(c) * w for c, w in zip(code, weights)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def credit_code(division, number):
    body = "MA" + "".join(ALPHABET[number // 31**k % 31] for k in range(5, -1, -1))
    text = "91" + division + body + organisation_check(body)
    weight, total = 1, 0
    for character in text:
        total += ALPHABET.index(character) * weight
        weight = weight * 3 % 31
    return text + ALPHABET[(31 - total % 31) % 31]


def application(number, rng):
    """One application; `number` keeps enterprise and product class unlike all others."""
    city, division, bureau = rng.choice(PLACES)
    trade, industry = rng.choice(TRADES)
    revenue = rng.randint(17_000, 32_000)
    years = []
    for year in (2022, 2023, 2024):
        revenue = int(revenue * rng.uniform(0.98, 1.15))
        main = revenue + rng.randint(0, 99) / 100
        years.append(
            {
                "year": year,
                "isAudited": rng.random() > 0.02,
                "mainBusinessRevenue": main,
                "operatingRevenue": round(main * 1.03, 2),
                "productRevenue": round(main * 0.7, 2),
                "internationalRevenue": round(main * 0.1, 2),
                "researchAndDevelopment": round(main * 0.052, 2),
                "profit": round(main * rng.uniform(0.02, 0.12), 2),
                "auditReport": [f"{year}审计报告.pdf"],
            }
        )
    national = rng.randint(1, 7)
    document = {
        "formatVersion": 1,
        "applicationYear": 2025,
        "filingDate": f"2025-09-{rng.randint(1, 28):02}",
        "kind": "first",
        "bureau": bureau,
        "enterprise": {
            "name": f"{city}{rng.choice('曜启恒卓远')}{rng.choice('北林江岳川')}{trade}有限公司",
            "creditCode": credit_code(division, number),
            "founded": f"20{rng.randint(0, 12):02}-05-18",
            "domicile": division,
            "isLegalPerson": True,
            "licence": ["营业执照.pdf"],
            "sector": "manufacturing",
            "industryCode": industry,
            "capabilities": {"development": True, "design": True, "manufacturing": True},
            "hasHarmedPublicInterest": False,
            "abnormalOperationsList": {"isListed": False, "lookedUp": "2025-08-30", "evidence": ["查询截图.png"]},
            "seriousDishonestyList": {"isListed": False, "lookedUp": "2025-08-30", "evidence": ["查询截图.png"]},
        },
        "product": {
            "name": trade,
            "classification": {"scheme": "productCatalogue", "code": f"{10_000_000 + number}"},
            "fieldSince": f"20{rng.randint(13, 19)}-0{rng.randint(1, 9)}",
            "fieldEvidence": ["首批合同.pdf"],
            "isNew": False,
            "policyClass": "permitted",
            "energy": {"hasQuotaStandard": False},
        },
        "otherProducts": [],
        "figures": {"unit": "万元", "scope": "standalone", "years": years},
        "market": {
            "year": 2024,
            "basis": "revenue",
            "province": {"rank": 1 if rng.random() > 0.05 else 2, "share": 40.5},
            "nation": {"rank": max(2, national), "share": 11.2},
            "world": {"rank": max(2, national) + rng.randint(0, 6), "share": 3.1},
            "evidence": ["占有率报告.pdf"],
        },
        "incidents": [],
        "revocations": [],
        "recognitions": [{"kind": "littleGiant", "validUntil": "2026-06-30", "evidence": ["证书.pdf"]}]
        if rng.random() < 0.3
        else [],
        "innovation": {
            "institutions": [{"name": "企业技术中心", "level": "provincial", "evidence": ["认定.pdf"]}],
            "coreIntellectualProperty": [{"name": "发明专利", "evidence": ["专利证书.pdf"]}],
            "domesticPatents": rng.randint(3, 80),
            "internationalPatents": rng.randint(0, 5),
            "standards": [],
            "appliedResults": [{"name": "专利应用", "isInUse": True, "bringsBenefit": True, "evidence": ["证明.pdf"]}],
        },
        "statements": {
            "steady-growth": {"text": f"第{number}号企业三年收入持续增长。", "evidence": ["订单.pdf"]},
            "management": {"text": "通过质量、环境体系认证。", "evidence": ["认证证书.pdf"]},
        },
        "bonuses": {"bonus-open-innovation": []},
    }
    for path in (("incidents",), ("product", "isNew"), ("market", "world", "rank"), ("filingDate",)):
        if rng.random() < 0.02:
            holder = document
            for key in path[:-1]:
                holder = holder[key]
            holder.pop(path[-1], None)
    return document


def broken(text, rng):
    """The text with a fault: cut off, a code misspelt, an amount as text, or not JSON at all."""
    return rng.choice(
        [
            lambda: text[: len(text) // 2],
            lambda: text.replace('"manufacturing"', '"manufactoring"', 1),
            lambda: text.replace('"mainBusinessRevenue":', '"mainBusinessRevenue":"2亿","profit2":', 1),
            lambda: "not an application",
        ]
    )()


def plant(documents, rng):
    """Contradictions of every kind between the first applications; says which are concerned."""
    pairs = iter(range(0, len(documents) - 1, 2))

    def pair(kind, change):
        first = next(pairs)
        change(documents[first], documents[first + 1])
        print(f"{kind} {first + 1} {first + 2}", file=sys.stderr)

    def same_class(a, b):
        b["product"]["classification"] = a["product"]["classification"]
        for document, rank in ((a, 11), (b, 12)):
            document["market"]["year"] = 2024
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
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", type=float, default=0.0, help="share of broken applications")
    parser.add_argument("--contradictions", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    planted = []
    if options.contradictions:
        planted = [application(number, rng) for number in range(min(16, options.count))]
        plant(planted, rng)
    for number in range(options.count):
        document = planted[number] if number < len(planted) else application(number, rng)
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        if number >= len(planted) and rng.random() < options.broken:
            text = broken(text, rng)
        sys.stdout.write(text + "\n")


main()
