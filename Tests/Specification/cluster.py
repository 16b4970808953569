"""States 吉工信规划规〔2024〕277号 a second time, independently of the Swift rules, so that two statements of the
conditions for manufacturing clusters can be held against each other.

It is written to be read beside the regulation, clause by clause, and reads the JSON object of an application. What
is not stated may be anything: an answer (specification.py) says whether a rule may hold, may fail, or both, and
both is undetermined. Faults of a file, such as an amount below zero, are not judged here.
"""

from fractions import Fraction

from specification import (
    ANY_YEAR, CONDITION, FEN, JILIN, JUDGEMENT, MANUFACTURING, NO, NOT_ASKED, OPEN, YES,
    certainly, date, depending, exactly, first_day, half_width, join, outcome, read, some, truth, years_on,
)

PROGRAMME = "manufacturing-cluster"
FORMALITY = "formality"

# A missing fact may be anything, with these exceptions: there, what is not stated says something.
EXCEPTIONS = {
    "since": "Article 2: who is listed as a member is one; when it became one is asked by 6(7) alone",
    "until": "Articles 2 and 6: a membership of which no end is stated has none",
    "validFrom": "6(1): a title that is listed has begun",
}

# ----------------------------------------------------------------------------------------- what an application says


def stated(whole, *path):
    """The member at the end of a path; None if it or a step before it is not stated."""
    for step in path:
        whole = None if whole is None else whole.get(step)
    return whole


def is_text(value):
    return bool(value and value.strip())


def among(value, *values):
    return OPEN if value is None else YES if value in values else NO


def listed(items, rule):
    """Whether one item satisfies a rule; a list that is not there may hold anything."""
    return OPEN if items is None else some(map(rule, items))


def filed(a):
    return date(a.get("filingDate"))


def division(code):
    return int(half_width(code)[:2])


ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100


def check_character(first_17):
    total = sum(ALPHABET.index(character) * pow(3, i, 31) for i, character in enumerate(first_17))
    return ALPHABET[-total % 31]


def kind_of_code(code):
    """The first two characters of a credit code; None without a code that has the right check character."""
    code = half_width(code or "")
    is_right = len(code) == 18 and set(code) <= set(ALPHABET) and code[17] == check_character(code[:17])
    return code[:2] if is_right else None


# ---------------------------------------------------------------------------------------------- Article 2: members


def is_complete(a):
    """Whether the list is there and declared to be all; a list that is not, or may not be, lacks members."""
    return stated(a, "members", "list") is not None and stated(a, "members", "isComplete") is True


def is_member_at_filing(member, a):
    """Exceptions since and until: a listed member of which nothing else is stated is one."""
    if has_impossible_term(member):
        return OPEN
    begun = YES if member.get("since") is None else date(member["since"]) <= filed(a)
    lasts = YES if member.get("until") is None else filed(a) <= date(member["until"])
    return begun & lasts


def has_impossible_term(member):
    """Who is said to have left before it came may be a member or not."""
    since, until = member.get("since"), member.get("until")
    return since is not None and until is not None and not (date(since) <= date(until)).yes


def is_enterprise_at_filing(member, a):
    return among(member.get("kind"), "enterprise") & is_member_at_filing(member, a)


def of_member(code, rule, a):
    """Whether a rule holds of a member that is named by its code. One without a code may be the one that is meant."""
    members = stated(a, "members", "list")
    if code is None or members is None:
        return OPEN
    named = [(among(member.get("creditCode"), code), member) for member in members]
    holds = some(is_named & rule(member) for is_named, member in named)
    is_found = some(is_named for is_named, _ in named)
    return holds if certainly(is_found) or is_complete(a) else holds | OPEN


SEVERAL = 2  # 若干 is more than one and has no number


def cluster_composition(a):
    """Several manufacturers are two for sure and none not at all; one leaves it open. Research institutes and a
    promotion organisation belong to a cluster, but who does not list them has not denied them."""
    members = stated(a, "members", "list")
    if members is None:
        return OPEN
    manufacturers = [
        is_enterprise_at_filing(member, a) & is_manufacturing(member.get("industryCode")) for member in members
    ]
    possible = sum(m.yes for m in manufacturers)
    # One that is listed twice is one, and entries without a code may be the same.
    codes = {member.get("creditCode") for member, m in zip(members, manufacturers) if certainly(m)}
    sure = len(codes - {None}) or len(codes)
    several = YES if sure >= SEVERAL else NO if possible == 0 and is_complete(a) else OPEN
    institute = some(among(member.get("kind"), "institute") & is_member_at_filing(member, a) for member in members)
    promoter = any(is_text(stated(a, "promoter", key)) for key in ("name", "creditCode"))
    return several & (YES if certainly(institute) and promoter else OPEN)


def is_manufacturing(code):
    return OPEN if code is None else among(division(code), *MANUFACTURING)


# ------------------------------------------------------------------------- Article 3: the promotion organisation

STATE_ORGAN, INSTITUTION, COMPANY, INDIVIDUAL_BUSINESS = "11", "12", "91", "92"
SOCIETY, PRIVATE_UNIT, FOUNDATION = "51", "52", "53"
LEGAL_PERSONS = (SOCIETY, PRIVATE_UNIT, FOUNDATION, STATE_ORGAN, INSTITUTION, COMPANY)
BRANCHES = ("分会", "代表处", "分公司")


def promoter_kind(a):
    return kind_of_code(stated(a, "promoter", "creditCode"))


def claimed(a, claim):
    return truth(stated(a, "promoter", claim))


def promoter_non_government(a):
    """The state's organs are government; what else the state set up may or may not be."""
    kind = promoter_kind(a)
    is_free = NO if kind == STATE_ORGAN else OPEN if kind is None or kind.startswith("1") else YES
    return claimed(a, "isNonGovernment") & is_free


def promoter_non_profit(a):
    is_doubtful = promoter_kind(a) in (None, COMPANY, INDIVIDUAL_BUSINESS)
    return claimed(a, "isNonProfit") & (OPEN if is_doubtful else YES)


def promoter_legal_person(a):
    kind, name = promoter_kind(a), stated(a, "promoter", "name")
    by_code = YES if kind in LEGAL_PERSONS else NO if kind == INDIVIDUAL_BUSINESS else OPEN
    by_name = YES if is_text(name) and not any(branch in name for branch in BRANCHES) else OPEN
    return claimed(a, "isLegalPerson") & by_code & by_name


def promoter_in_china(a):
    """境内 is used with and without Hong Kong, Macao and Taiwan."""
    place = {"mainland": YES, "abroad": NO}.get(stated(a, "promoter", "placeOfRegistration"), OPEN)
    return place & (OPEN if promoter_kind(a) is None else YES)


def promoter_credit(a, reading):
    """As a look-up shows that was made by the filing; the clause names no time for the entries."""
    records = stated(a, "promoter", "creditRecords")
    entries, looked_up = stated(records, "entries"), date(stated(records, "lookedUp"))
    adverse = {
        "outstanding": listed(entries, lambda entry: among(entry.get("status"), "outstanding")),
        "ever": listed(entries, lambda entry: YES),
    }[reading]
    return depending(looked_up <= filed(a), ~adverse, OPEN)


# -------------------------------------------------------------------------------- Articles 5 and 7(1): the place


def cluster_location(a):
    """All in the province, or nothing; a cluster across provinces is not what 7(1) speaks of."""
    areas = stated(a, "cluster", "areas")
    return join(among(area and half_width(area)[:2], JILIN) for area in areas) if areas else OPEN


def cluster_recommendation(a):
    return truth(stated(a, "recommendation", "isGiven"))


# ------------------------------------------------------------------------- Article 6(1), (3), (4): what it has

QUALITY_TITLES = (
    "srdiMunicipal", "srdiProvincial", "littleGiant", "keyLittleGiant", "championProvincial", "championNational",
)
MAJOR_LEVELS = ("national", "provincial")
STANDARD_LEVELS = ("international", "national", "industry", "local", "association")


def cluster_quality_enterprises(a):
    """The list of the clause ends in 等: without a title that counts, other strong enterprises must be denied."""
    others = NO if a.get("hasOtherStrongEnterprises") is False else OPEN
    return listed(a.get("titles"), lambda title: title_counts(title, a)) | others


def title_counts(title, a):
    begun = YES if title.get("validFrom") is None else date(title["validFrom"]) <= filed(a)
    holder = of_member(title.get("member"), lambda member: is_enterprise_at_filing(member, a), a)
    is_valid = begun & (filed(a) <= date(title.get("validUntil")))
    return among(title.get("kind"), *QUALITY_TITLES) & is_valid & holder


def cluster_projects(a):
    return listed(
        a.get("projects"),
        lambda project: among(project.get("level"), *MAJOR_LEVELS) & truth(project.get("isInLeadingIndustry")),
    )


def cluster_standards(a):
    """An enterprise's own standard is neither international nor domestic; what another level is, nobody knows."""
    level = lambda item: None if item.get("level") == "other" else item.get("level")
    return listed(a.get("standards"), lambda item: among(level(item), *STANDARD_LEVELS))


# -------------------------------------------------------------------- Article 6(4): ahead of the industry's average


def cluster_rd_lead(a, reading):
    """Amounts without a unit are none, though a ratio would not need it."""
    has_unit = stated(a, "members", "unit") in FEN
    return leads(a, "rdIntensity", "researchAndDevelopment", "operatingRevenue", reading) if has_unit else OPEN


def cluster_researcher_lead(a, reading):
    return leads(a, "researchStaffShare", "researchStaff", "staff", reading)


def leads(a, figure, part, whole, reading):
    """More than each average that is supplied. One that does not say of what it is may be of this figure."""
    averages = [average for average in a.get("industryAverages") or [] if average.get("figure") in (figure, None)]
    figures = figures_of_enterprises(a, part, whole)
    if not averages or figures is None or not all(is_same_industry(average, a) for average in averages):
        return OPEN
    percent = average_percent(figures, reading)
    return join(
        OPEN if percent is None else YES if percent > Fraction(average["value"]) else NO for average in averages
    )


def figures_of_enterprises(a, part, whole):
    """Both figures of each enterprise in the last full year; None if one of them, or who they are, is not known."""
    if not is_complete(a) or not is_last_year(stated(a, "members", "year"), a):
        return None
    members = [(is_enterprise_at_filing(member, a), member) for member in stated(a, "members", "list")]
    if any(is_one.yes and is_one.no for is_one, _ in members):
        return None
    pairs = [(member.get(part), member.get(whole)) for is_one, member in members if is_one.yes]
    codes = [member["creditCode"] for is_one, member in members if is_one.yes and member.get("creditCode")]
    # Who is listed twice would be counted twice, and nobody has more research staff than staff.
    if len(set(codes)) < len(codes) or whole == "staff" and any(None not in p and p[0] > p[1] for p in pairs):
        return None
    return None if not pairs or any(None in pair for pair in pairs) else [(Fraction(p), Fraction(w)) for p, w in pairs]


def average_percent(figures, reading):
    """None where it is not defined."""
    if reading == "pooled":
        parts, wholes = map(sum, zip(*figures))
        return 100 * parts / wholes if wholes > 0 else None
    if any(whole <= 0 for _, whole in figures):
        return None
    return 100 * sum(part / whole for part, whole in figures) / len(figures)


def is_last_year(year, a):
    return year is not None and a.get("applicationYear") is not None and year == a["applicationYear"] - 1


def is_same_industry(average, a):
    """An average of the leading industry, of the members' year, with region and source."""
    industry, industries = average.get("industry"), stated(a, "cluster", "industries")
    return (
        average.get("figure") is not None
        and average.get("value") is not None
        and is_text(average.get("region"))
        and is_text(average.get("source"))
        and is_last_year(average.get("year"), a)
        and bool(industry and industries)
        and division(industry) in map(division, industries)
    )


# ----------------------------------------------------------------------------------- Article 6(7): no grave accident

CLEAN_YEARS = 3
GRAVE = ("major", "extraordinarilyMajor")
WINDOWS, WHOSE = ("months-to-filing", "calendar-years"), ("members-at-filing", "members-when-it-happened")


def cluster_accidents(a, window, whose):
    if a.get("filingDate") is None:
        return OPEN
    happened = listed(a.get("incidents"), lambda incident: incident_counts(incident, a, window, whose))
    return ~happened & (YES if stated(a, "members", "isComplete") is True else OPEN)


def incident_counts(incident, a, window, whose):
    """An authority's determination makes it one; a member without a beginning may not have been one yet."""
    day, year = date(incident.get("date")), a.get("applicationYear")
    start = {
        "months-to-filing": filed(a).through(years_on(-CLEAN_YEARS)),
        "calendar-years": (ANY_YEAR if year is None else exactly(year)).through(lambda y: first_day(y - CLEAN_YEARS)),
    }[window]

    def concerned(member):
        if whose == "members-at-filing":
            return is_enterprise_at_filing(member, a)
        if has_impossible_term(member):
            return among(member.get("kind"), "enterprise") & OPEN
        lasted = YES if member.get("until") is None else day <= date(member["until"])
        return among(member.get("kind"), "enterprise") & (date(member.get("since")) <= day) & lasted

    is_grave = among(incident.get("kind"), "workSafety", "environment") & among(incident.get("grade"), *GRAVE)
    is_determined = {"confirmed": YES, "cleared": NO}.get(stated(incident, "determination", "status"), OPEN)
    in_window = (start <= day) & (day <= filed(a))
    # What is said to have happened after the application was filed contradicts it.
    if not (day <= filed(a)).yes:
        in_window = OPEN
    return is_grave & is_determined & in_window & of_member(incident.get("member"), concerned, a)


# ------------------------------------------------------------------------------------------------- what is for experts


def judgement(criterion):
    """Whether a statement with evidence is there."""

    def rule(a):
        statement = stated(a, "statements", criterion)
        return YES if is_text(stated(statement, "text")) and stated(statement, "evidence") else OPEN

    return rule


def judged(criterion, clause):
    return criterion, JUDGEMENT, clause, judgement(criterion), None


def cluster_action_plan(a):
    """Article 11 asks for it at a review."""
    kind = a.get("kind")
    return NOT_ASKED if kind == "first" else judgement("cluster-action-plan")(a) if kind == "review" else OPEN


AVERAGES = [("pooled",), ("mean-of-enterprises",)]

# Identifier, role, clause, rule, and the readings that stay open; in the order of the contract.
CRITERIA = [
    ("cluster-composition", CONDITION, "2", cluster_composition, None),
    judged("promoter-function", "3"),
    ("promoter-non-government", CONDITION, "3", promoter_non_government, None),
    ("promoter-non-profit", CONDITION, "3", promoter_non_profit, None),
    ("promoter-legal-person", CONDITION, "3", promoter_legal_person, None),
    ("promoter-in-china", CONDITION, "3", promoter_in_china, None),
    judged("promoter-operations", "3"),
    ("promoter-credit", CONDITION, "3", promoter_credit, [("outstanding",), ("ever",)]),
    judged("promoter-governance", "3; 6(5)"),
    ("cluster-location", CONDITION, "5; 7(1)", cluster_location, None),
    judged("cluster-industry", "6(1)"),
    ("cluster-quality-enterprises", CONDITION, "6(1)", cluster_quality_enterprises, None),
    judged("cluster-direction", "6(1)"),
    judged("cluster-agglomeration", "6(2)"),
    ("cluster-projects", CONDITION, "6(3)", cluster_projects, None),
    judged("cluster-chain", "6(3)"),
    judged("cluster-local-supply", "6(3)"),
    judged("cluster-collaboration", "6(4)"),
    ("cluster-rd-lead", CONDITION, "6(4)", cluster_rd_lead, AVERAGES),
    ("cluster-researcher-lead", CONDITION, "6(4)", cluster_researcher_lead, AVERAGES),
    ("cluster-standards", CONDITION, "6(4)", cluster_standards, None),
    judged("cluster-innovation", "6(4)"),
    judged("promoter-capability", "6(5)"),
    judged("cluster-openness", "6(6)"),
    ("cluster-accidents", CONDITION, "6(7)", cluster_accidents, [(w, m) for w in WINDOWS for m in WHOSE]),
    ("cluster-recommendation", FORMALITY, "7(1)", cluster_recommendation, None),
    ("cluster-action-plan", JUDGEMENT, "11", cluster_action_plan, None),
]
ROLES = {identifier: role for identifier, role, *_ in CRITERIA}


def judge(application):
    """The outcome of every criterion for an application as read by `read`."""
    found = {}
    for identifier, role, _, rule, readings in CRITERIA:
        answers = [rule(application, *reading) for reading in readings or [()]]
        found[identifier] = outcome(role, join(answers))
    return found


def verdict(outcomes):
    """The three-valued "and" of the conditions; the formality and what is for experts have no part in it."""
    deciding = {outcomes[criterion] for criterion, role in ROLES.items() if role == CONDITION}
    return "ineligible" if "unmet" in deciding else "undetermined" if "undetermined" in deciding else "eligible"
