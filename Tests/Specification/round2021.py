"""States 吉工信办联〔2021〕34号 a second time, independently of the Swift rules: the second batch of key little giants
and of service platforms, as far as conditions and the formalities with numbers go.

It is written to be read beside the notice, section by section, and reads the JSON object of an application. What is
not stated may be anything; answers, spans and days are those of specification.py. LEFT_OUT names what is not stated
here. Faults of a file, such as an amount below zero, are not judged.
"""

import unicodedata

from cluster import among, is_text, kind_of_code, listed, stated
from specification import (
    ANY_DAY, CONDITION, JILIN, NO, NOT_ASKED, OPEN, YES, Span,
    agree, certainly, date, day, depending, exactly, half_width, join, outcome, read, some, truth,
)

GIANT, PLATFORM = "key-little-giant", "service-platform"
FORMALITY, QUOTA = "formality", "quota"

LEFT_OUT = {
    GIANT: [
        "giant-papers", "giant-merit", "giant-basic-table", "giant-target-table", "giant-targets", "giant-name",
        "giant-advancedness",
    ],
    PLATFORM: [
        "platform-resources", "platform-targeted", "platform-papers", "platform-record", "platform-targets",
        "platform-name",
    ],
}

# A missing fact may be anything, with these exceptions: what is not stated says something there, or has to be stated.
EXCEPTIONS = {
    "recognitions/status": "Section 1: which of both it is has to be said, though both do for the third batch",
    "recognitions/validUntil": "Section 1, 3(1)1: neither asks for validity; an end that is stated raises a doubt",
    "recognitions/announcedName": "Annex 3: a name that is announced differently raises a doubt",
    "patents/ended": "3(1)4: a patent in force of which no end is stated has none",
}

IN_FORCE = day(2021, 7, 23)
SNAPSHOT = exactly(day(2021, 5, 31))  # 6(2)4, Annex 6 note 3
LAST_YEAR, YEAR_BEFORE = 2020, 2019  # 6(2)4
DATED = [("snapshot",), ("filing",)]


def filed(a):
    """Nothing is filed under the notice before it is signed."""
    return Span(IN_FORCE, ANY_DAY.high) if a.get("filingDate") is None else date(a["filingDate"])


def day_of(reading, a):
    return {"snapshot": SNAPSHOT, "filing": filed(a)}[reading]


def has_begun(begin, reading, a):
    """Without a day it has begun when it is filed, being in the file; what begins after the filing has on no day."""
    if begin is None:
        return {"snapshot": OPEN, "filing": YES}[reading]
    return (date(begin) <= day_of(reading, a)) & (date(begin) <= filed(a))


# -------------------------------------------------------------------------------------- Section 1 and 3(1)1: who

LAST_BATCH = 3


def giant_status(a):
    return listed(a.get("recognitions"), lambda title: is_little_giant(title, a))


def is_little_giant(title, a):
    """Of any batch, or of the third while its publicity runs; a doubt leaves it open."""
    batch, name, announced = title.get("batch"), stated(a, "enterprise", "name"), title.get("announcedName")
    admitted = {
        "recognised": YES if batch is None or batch <= LAST_BATCH else OPEN,
        "underPublicity": YES if batch == LAST_BATCH else OPEN,
        None: OPEN,
    }[title.get("status")]
    has_ended = NO if title.get("validUntil") is None else ~(filed(a) <= date(title["validUntil"]))
    is_renamed = NO if None in (name, announced) or name == announced else YES
    return among(title.get("kind"), "littleGiant") & depending(has_ended | is_renamed, OPEN, admitted)


def first_support(a):
    return ~truth(a.get("hasFirstBatchSupport"))


NAMED_MARKETS = ("shanghaiMain", "star", "shenzhenMain", "smeBoard", "chiNext", "abroad")


def giant_unlisted(a, reading):
    return ~listed(a.get("listings"), lambda listing: is_excluding(listing, reading, a))


def is_excluding(listing, reading, a):
    """6(2)5: listed until the publicity is over, which was not so when the notice was signed; one that is listed
    without a date is listed. Who left before the filing was listed once and is not listed now."""
    until, at_filing, last = listing.get("until"), listing.get("isListed"), a.get("publicityEnd")
    since, filing = date(listing.get("since")), filed(a)
    last = date(last) if last else Span(IN_FORCE, ANY_DAY.high)
    is_to_come = ~(since <= filing)
    has_left = OPEN if until is None else ~(filing <= date(until))
    is_named = among(listing.get("market"), *NAMED_MARKETS)
    is_out = is_to_come | has_left
    if contradict(is_out, at_filing, True) or contradict(~is_out, at_filing, False) or not (since <= date(until)).yes:
        return is_named & OPEN
    if at_filing is not None:
        has_left = ~truth(at_filing)
        is_to_come = is_to_come & has_left
    later, earlier = since.at_least(filing.through(lambda d: d + 1)), since.at_most(filing)
    stays = YES if reading == "listed-once" else ~has_left
    return is_named & depending(is_to_come, later <= last, (earlier <= last) & stays)


def contradict(answer, fact, when):
    """Whether a fact is stated as it cannot be where the answer is certain."""
    return fact is when and certainly(answer)


# --------------------------------------------------------------------------------- 3(1)2: six ways, of which one

WAYS = ("tenFields", "shortBoard", "keyTechnology", "gap", "jointInnovation")
BOXES = ("coreParts", "keyMaterials", "advancedProcesses", "technologyFoundation")


def giant_direction(a):
    """Claimed and specified; claimed without saying what is not known."""
    bases = stated(a, "direction", "fourBases")
    ways = [(bases, any(stated(bases, box) for box in BOXES))]
    ways += [(way, is_text(stated(way, "specification"))) for way in (stated(a, "direction", w) for w in WAYS)]
    return some(truth(stated(way, "isClaimed")) & (YES if says_what else OPEN) for way, says_what in ways)


# ------------------------------------------------------------------------------- 3(1)3 and 4: figures of two years

SHARE_OF_MAIN_BUSINESS, SHARE_OF_RESEARCH = 70, 4  # percent, the numbers themselves included


def figure(a, year, name):
    """None if the unit, the year or the amount is not known, or which entry is the year's."""
    years = stated(a, "figures", "years")
    if stated(a, "figures", "unit") is None or years is None or any(entry.get("year") is None for entry in years):
        return None
    entries = [entry for entry in years if entry["year"] == year]
    return entries[0].get(name) if len(entries) == 1 else None


def is_share(part, whole, percent):
    if part is None or whole is None or whole <= 0:
        return OPEN
    return YES if 100 * part >= percent * whole else NO


def giant_specialisation(a):
    """A part that is more than the whole is none."""
    main, operating = figure(a, LAST_YEAR, "mainBusinessRevenue"), figure(a, LAST_YEAR, "operatingRevenue")
    is_impossible = main is not None and operating is not None and main > operating
    return OPEN if is_impossible else is_share(main, operating, SHARE_OF_MAIN_BUSINESS)


def giant_rd(a):
    """6(2)5: each year alone."""
    one, other = (
        is_share(figure(a, year, "researchAndDevelopment"), figure(a, year, "operatingRevenue"), SHARE_OF_RESEARCH)
        for year in (YEAR_BEFORE, LAST_YEAR)
    )
    return one & other


def giant_growth(a, reading):
    """Strictly more; or a plan to go public that has got so far, the NEEQ's not being one (6(2)5)."""
    before, last = (figure(a, year, "mainBusinessRevenue") for year in (YEAR_BEFORE, LAST_YEAR))
    has_grown = OPEN if None in (before, last) else YES if last > before else NO
    plan = a.get("listingPlan")
    has_plan = (
        among(stated(plan, "stage"), "applicationFiled", "tutoring")
        & ~among(stated(plan, "market"), "neeq")
        & has_begun(stated(plan, "since"), reading, a)
    )
    return has_grown | has_plan


# ------------------------------------------------------------------- 3(1)4: innovation, of which one, and management

PATENTS = 2
INSTITUTIONS = ("own", "withUniversity", "withInstitute")
STANDARDS = ("international", "national", "industry")


def giant_innovation(a, reading):
    institution = lambda item: (
        among(item.get("establishment"), *INSTITUTIONS) & has_begun(item.get("since"), reading, a)
    )
    return (
        has_patents(stated(a, "innovation", "patents"), reading, a)
        | listed(stated(a, "innovation", "institutions"), institution)
        | listed(stated(a, "innovation", "standards"), lambda item: is_standard(item, reading, a))
    )


def has_patents(patents, reading, a):
    """Entries of one number are one patent, if the number is no slip."""
    if patents is None:
        return OPEN
    answers = [(patent.get("number") or i, is_in_force(patent, reading, a)) for i, patent in enumerate(patents)]
    sure = len({number for number, answer in answers if certainly(answer)})
    possible = sum(answer.yes for _, answer in answers)
    return YES if sure >= PATENTS else OPEN if possible >= PATENTS else NO


def is_in_force(patent, reading, a):
    """isInForce is said of the filing: who is in force then was so on the day before, once granted."""
    ended, at_filing = patent.get("ended"), patent.get("isInForce")
    by_end = OPEN if ended is None else filed(a) <= date(ended)
    if contradict(by_end, at_filing, False) or contradict(~by_end, at_filing, True):
        lasts = OPEN
    elif reading == "filing":
        lasts = by_end if at_filing is None else truth(at_filing)
    else:
        lasts = YES if at_filing else OPEN if ended is None else SNAPSHOT <= date(ended)
    return among(patent.get("kind"), "invention") & has_begun(patent.get("granted"), reading, a) & lasts


def is_standard(item, reading, a):
    """Led or taken part in alike; a draft may or may not be one."""
    is_draft, published = item.get("isDraft"), item.get("published")
    is_out = OPEN if is_draft or is_draft is None and published is None else has_begun(published, reading, a)
    return among(item.get("level"), *STANDARDS) & is_out


QUALITY = ("iso9000", "iso14000", "otherQuality")
SYSTEMS, VALIDITY = ("quality-only", "any-system"), ("valid", "once")
CERTIFICATIONS = [(d, s, v) for (d,) in DATED for s in SYSTEMS for v in VALIDITY]


def giant_certification(a, reading, systems, validity):
    """Another management system than one of quality is among the examples' like, or is not."""
    def counts(item):
        is_possible = date(item.get("obtained")) <= date(item.get("validUntil"))
        is_obtained = has_begun(item.get("obtained"), reading, a)
        lasts = day_of(reading, a) <= date(item.get("validUntil"))
        holds = is_obtained & {"valid": lasts, "once": YES}[validity] if is_possible.yes else OPEN
        return holds & {"quality-only": among(item.get("system"), *QUALITY), "any-system": YES}[systems]

    return listed(stated(a, "innovation", "certifications"), counts)


# ----------------------------------------------------------------------------- Sections 4 and 5: place, day, length


def location(a):
    domicile = stated(a, "enterprise", "domicile")
    return among(domicile and half_width(domicile)[:2], JILIN)


DEADLINE = exactly(day(2021, 7, 26))


def deadline(a, reading):
    """Before 26 July, the day itself included or not. A package does not arrive before it is filed."""
    arrived = date(a.get("delivered"))
    if a.get("filingDate") is not None:
        if certainly(~(filed(a) <= arrived)):
            return OPEN
        arrived = arrived.at_least(filed(a))
    return {"day-included": arrived <= DEADLINE, "day-excluded": ~(DEADLINE <= arrived)}[reading]


def length(text, most):
    """What counts as a character is not defined: all that are not blank do, or the Chinese ones alone."""
    count, words = stated(text, "characters"), stated(text, "text")
    declared = OPEN if count is None else YES if count <= most else NO
    if words is None:
        return declared
    everything = sum(not character.isspace() for character in words)
    counted = YES if everything <= most else NO if sum(map(is_han, words)) > most else OPEN
    return agree(declared, counted)


def is_han(character):
    return unicodedata.name(character, "").startswith("CJK UNIFIED IDEOGRAPH")


PROFILE, GIANT_SUMMARY, PLATFORM_SUMMARY = 5_000, 100, 3_000  # 4(2)3 and 4; Annex 3; Annex 4


def giant_profile(a):
    parts = [truth(stated(a, "profile", f"covers{part}")) for part in ("Management", "Product", "Innovation")]
    return length(a.get("profile"), PROFILE) & parts[0] & parts[1] & parts[2]


def giant_summary(a):
    return length(a.get("summary"), GIANT_SUMMARY)


def platform_profile(a):
    return length(a.get("profile"), PROFILE)


def platform_summary(a):
    return length(a.get("summary"), PLATFORM_SUMMARY)


# ------------------------------------------------------------------------------------- 3(2), Annexes 2 and 4: platforms

NATIONAL = """
长春市中小企业人才创业指导中心
吉林省农业综合信息服务有限公司
吉林省宇隆中小企业孵化器有限责任公司
吉林省云聚会创业服务有限公司
吉林省中改双创科技园管理有限公司
吉林省中小企业公共服务平台
电子信息产品检测公共服务平台
东北师范大学（教育部科技查新工作站、高校国家知识产权信息服务中心）
白山市产品质量检验所（国家饮用水产品质量监督检验中心）
吉林市高新区中小企业公共服务平台
""".split()
PROVINCIAL = """
北京盈科（长春）律所事务所
吉林正泰工程咨询有限公司
亚泰电子商务有限公司
吉林省东博投资贸易咨讯文化传媒有限公司
吉林中实工程设计研究有限公司
吉林省技术产权交易中心有限公司
长春华港机动车市场开发有限公司
吉林省互联网传媒股份有限公司
吉林省中实检测有限公司
吉林省中改双创科技园管理有限公司（国家）
吉林省电子信息产品检验研究院（国家）
吉林省产品质量监督检验院
吉林省金予鸿祥科技服务有限公司
长春盘古网络技术有限公司
吉林科讯信息科技有限公司
中国检验认证集团吉林有限公司
吉林省云上汽车股份有限公司
东北师范大学（教育部科技查新工作站、高校国家知识产权信息服务中心）（国家）
吉林省建筑装饰集团东北亚文化创意科技园管理中心
吉林高新区中小企业公共服务平台（国家）
吉林市中小企业服务中心
吉林新发知识产权服务有限公司
通化中检分析检测服务有限公司
吉林省铭阳工程管理服务有限公司
四平市热交换产品质量检验中心
双辽市中小企业服务中心
吉林利发测绘地理信息规划设计有限公司
白山市产品质量检验所（国家饮用水产品质量监督检验中心（国家）
白山成华会计师事务所有限责任公司
""".split()


def folded(name):
    """Without width, blanks, the mark (国家) and brackets."""
    name = "".join(unicodedata.normalize("NFKC", name).split()).removesuffix("(国家)")
    return name.replace("(", "").replace(")", "")


ON_THE_LIST = set(map(folded, NATIONAL + PROVINCIAL))


def platform_recognised(a, reading):
    """Annex 2 is the list to choose from, or whoever is recognised may be chosen. Who is on it is recognised."""
    level = stated(a, "platform", "level")
    names = [stated(a, "platform", "name"), stated(a, "enterprise", "name")]
    is_on_it = some(OPEN if name is None else YES if folded(name) in ON_THE_LIST else NO for name in names)
    is_recognised = YES if level is None and certainly(is_on_it) else among(level, "national", "provincial")
    return {"closed-list": is_on_it, "recognition-suffices": is_recognised}[reading]


SERVICES = (
    "technologyInnovation", "financing", "resultsTransfer", "digitalConversion", "intellectualProperty", "cloud",
    "industrialDesign",
)


def platform_services(a, reading):
    """The list is asked for whole, or describes a range, ending in 等."""
    provided = [truth(stated(a, "services", service)) for service in SERVICES]
    return some(provided) if reading == "any-of-them" else ~some(~service for service in provided)


LEGAL_PERSONS = ("91", "12", "51", "52", "53")  # GB 32100
INDIVIDUAL_BUSINESS = "92"
BRANCHES = ("分公司", "分所", "分支机构")


def platform_legal_person(a):
    kind, name = kind_of_code(stated(a, "enterprise", "creditCode")), stated(a, "enterprise", "name")
    by_code = YES if kind in LEGAL_PERSONS else NO if kind == INDIVIDUAL_BUSINESS else OPEN
    by_name = YES if is_text(name) and not any(branch in name for branch in BRANCHES) else OPEN
    return truth(stated(a, "enterprise", "isLegalPerson")) & by_code & by_name


MOST_PLATFORMS = 3


def is_above_quota(applications):
    """Section 1, 3(2): whether more institutions than may be recommended could be, told apart by their codes."""
    eligible = {a["enterprise"]["creditCode"] for a in applications if verdict(judge(a)) == "eligible"}
    return len(eligible) > MOST_PLATFORMS


BY_DAY = [("day-included",), ("day-excluded",)]

# Identifier, role, clause, rule, and the readings that stay open; in the order of the contract.
CRITERIA = {
    GIANT: [
        ("giant-status", CONDITION, "1; 3(1)1; Annex 3", giant_status, None),
        ("giant-first-support", CONDITION, "1", first_support, None),
        ("giant-unlisted", CONDITION, "1; 3(1)1; 6(2)5", giant_unlisted, [("listed-once",), ("listed-now",)]),
        ("giant-direction", CONDITION, "3(1)2; Annex 5", giant_direction, None),
        ("giant-specialisation", CONDITION, "3(1)3; Annex 6", giant_specialisation, None),
        ("giant-rd", CONDITION, "3(1)4; 6(2)5; Annex 6", giant_rd, None),
        ("giant-innovation", CONDITION, "3(1)4", giant_innovation, DATED),
        ("giant-certification", CONDITION, "3(1)4", giant_certification, CERTIFICATIONS),
        ("giant-growth", CONDITION, "3(1)4; 6(2)3; 6(2)5", giant_growth, DATED),
        ("giant-location", CONDITION, "4(1)", location, None),
        ("giant-profile", FORMALITY, "4(2)3; Annex 5", giant_profile, None),
        ("giant-deadline", FORMALITY, "5", deadline, BY_DAY),
        ("giant-summary", FORMALITY, "Annex 3", giant_summary, None),
    ],
    PLATFORM: [
        (
            "platform-recognised", CONDITION, "1; 3(2); Annex 2", platform_recognised,
            [("closed-list",), ("recognition-suffices",)],
        ),
        ("platform-first-support", CONDITION, "1", first_support, None),
        ("platform-services", CONDITION, "3(2)", platform_services, [("all-seven",), ("any-of-them",)]),
        ("platform-location", CONDITION, "4(1)", location, None),
        ("platform-profile", FORMALITY, "4(2)4", platform_profile, None),
        ("platform-deadline", FORMALITY, "5", deadline, BY_DAY),
        ("platform-legal-person", CONDITION, "Annex 4", platform_legal_person, None),
        ("platform-summary", FORMALITY, "Annex 4", platform_summary, None),
        ("platform-quota", QUOTA, "1; 3(2)", lambda a: NOT_ASKED, None),
    ],
}
ROLES = {identifier: role for criteria in CRITERIA.values() for identifier, role, *_ in criteria}


def judge_readings(a):
    """The outcome of every criterion, and of each of its readings, for an application as read by `read`."""
    found = {}
    for identifier, role, _, rule, readings in CRITERIA[a["programme"]]:
        answers = {"-".join(reading): rule(a, *reading) for reading in readings or [()]}
        by_reading = {name: outcome(role, answer) for name, answer in answers.items()}
        found[identifier] = outcome(role, join(answers.values())), by_reading if readings else {}
    return found


def judge(a):
    return {identifier: found for identifier, (found, _) in judge_readings(a).items()}


def verdict(outcomes):
    """The three-valued "and" of the conditions; formalities and the quota have no part in it."""
    deciding = {found for criterion, found in outcomes.items() if ROLES[criterion] == CONDITION}
    return "ineligible" if "unmet" in deciding else "undetermined" if "undetermined" in deciding else "eligible"
