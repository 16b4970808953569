"""The regulation's twelve conditions for the ZEN rules engine, so that it decides what jlcheck decides.

One expression a condition, each giving `met`, `unmet` or `undetermined`, in the order of the
regulation and written as a reader of ZEN's manual would. Two things jlcheck does besides are left out,
because the language has no natural way to say them: the check character of a social credit code, and
dates that contradict each other. The generated applications have neither.
"""

EXCLUDED = "['restricted', 'eliminated', 'prohibited']"
ACCIDENTS = "['safetyAccident', 'securityIncident', 'qualityAccident', 'pollutionAccident']"
VIOLATIONS = "['taxEvasion', 'dataFalsification', 'otherViolation']"


def latest(date):
    """The last day that a date known to the year, the month or the day can be."""
    return (
        f"(len({date}) == 4 ? d({date}).endOf('year') :"
        f" len({date}) == 7 ? d({date}).endOf('month') : d({date}))"
    )


def public_list(member):
    look_up = f"enterprise.{member}"
    return (
        f"{look_up}.isListed == null or {look_up}.lookedUp == null or filingDate == null"
        f" ? 'undetermined' : d({look_up}.lookedUp) > d(filingDate) ? 'undetermined'"
        f" : {look_up}.isListed ? 'unmet' : 'met'"
    )


def agreement(yes, no):
    """Met where one list of tests holds throughout, unmet where the other one does."""
    return f"{' and '.join(yes)} ? 'met' : {' and '.join(no)} ? 'unmet' : 'undetermined'"


COUNTS = (
    f"(#.determination.status == 'confirmed' and (#.kind in {VIOLATIONS}"
    " or #.grade in ['extraordinarilyMajor', 'major']))"
)
COUNTS_NOT = (
    "(#.determination.status == 'cleared' or (#.determination.status == 'confirmed'"
    f" and #.kind in {ACCIDENTS} and #.grade in ['larger', 'ordinary']))"
)
# The two readings of the last three years, by their first day.
WINDOWS = ["d(filingDate).sub(3, 'year')", "d(string(applicationYear - 3))"]
BARRING = "(#.article == 13 and d(#.{start}).add(3, 'year') >= d(filingDate))"
OVER = "(#.article != 13 or {latest} < d(filingDate).sub(3, 'year'))"
STARTS = ["decided", "event"]


def started_before(years):
    """Whether that many years are complete: for certain, and possibly."""
    limit = f"d(string(applicationYear - {years}))"
    return f"{latest('product.fieldSince')} < {limit}.add(1, 'day')", f"d(product.fieldSince) <= {limit}"


LONG, PERHAPS_LONG = started_before(7)
SHORTER, PERHAPS_SHORTER = started_before(3)
IS_NEW = "(product.isNew == true and product.noveltyGrounds != null)"
YEARS = "filter(figures.years, #.year in [applicationYear - 3..applicationYear - 1])"
UNIT = "(figures.unit == '元' ? 1 : figures.unit == '万元' ? 10000 : 100000000)"
DIVISION = "number(enterprise.industryCode[0:1])"
PROVINCE, NATION, WORLD = "market.province.rank", "market.nation.rank", "market.world.rank"

CONDITIONS = {
    "jilin-registered": (
        "enterprise.domicile == null ? 'undetermined'"
        " : startsWith(enterprise.domicile, '22') ? 'met' : 'unmet'"
    ),
    "legal-person": (
        "enterprise.creditCode != null and startsWith(enterprise.creditCode, '92') ? 'unmet'"
        " : enterprise.isLegalPerson == false ? 'unmet'"
        " : enterprise.isLegalPerson == null or enterprise.creditCode == null"
        " or enterprise.name == null ? 'undetermined' : not startsWith(enterprise.creditCode, '91') ? 'undetermined'"
        " : endsWith(enterprise.name, '分公司') or endsWith(enterprise.name, '分厂')"
        " or endsWith(enterprise.name, '合伙企业') or endsWith(enterprise.name, '普通合伙')"
        " or endsWith(enterprise.name, '有限合伙') ? 'undetermined' : 'met'"
    ),
    "sector": (
        "enterprise.sector == null or enterprise.industryCode == null ? 'undetermined'"
        " : enterprise.sector == 'manufacturing' ?"
        f" (not ({DIVISION} in [13..43]) ? 'undetermined'"
        " : enterprise.capabilities.development == false or enterprise.capabilities.design == false"
        " or enterprise.capabilities.manufacturing == false ? 'unmet'"
        " : enterprise.capabilities.development == true and enterprise.capabilities.design == true"
        " and enterprise.capabilities.manufacturing == true ? 'met' : 'undetermined')"
        " : enterprise.sector == 'productiveServices' ?"
        f" ({DIVISION} in [51..97] or {DIVISION} in [5, 11] ? 'met' : 'undetermined')"
        f" : {DIVISION} in [13..43] ? 'undetermined' : 'unmet'"
    ),
    "public-interest": (
        "enterprise.hasHarmedPublicInterest == null ? 'undetermined'"
        " : enterprise.hasHarmedPublicInterest ? 'unmet' : 'met'"
    ),
    "abnormal-operations-list": public_list("abnormalOperationsList"),
    "serious-dishonesty-list": public_list("seriousDishonestyList"),
    "product-policy": (
        f"product.policyClass in {EXCLUDED} ? 'unmet'"
        " : product.policyClass == null or otherProducts == null ? 'undetermined'"
        " : all(otherProducts, #.policyClass in ['encouraged', 'permitted']) ? 'met' : 'undetermined'"
    ),
    "clean-record": (
        "incidents == null ? 'undetermined' : len(incidents) == 0 ? 'met'"
        f" : all(incidents, {COUNTS_NOT}) ? 'met'"
        " : filingDate == null or applicationYear == null ? 'undetermined' : "
        + agreement(
            [f"all(incidents, {COUNTS_NOT} or {latest('#.date')} < {start})" for start in WINDOWS],
            [
                f"some(incidents, {COUNTS} and d(#.date) >= {start}"
                f" and {latest('#.date')} < d(filingDate).add(1, 'day'))"
                for start in WINDOWS
            ],
        )
    ),
    "reapplication-ban": (
        "revocations == null ? 'undetermined' : len(revocations) == 0 ? 'met'"
        " : all(revocations, #.article != null and #.article != 13) ? 'met'"
        " : filingDate == null ? 'undetermined' : "
        + agreement(
            [f"all(revocations, {OVER.format(latest=latest('#.' + start))})" for start in STARTS],
            [f"some(revocations, {BARRING.format(start=start)})" for start in STARTS],
        )
    ),
    "focus-years": (
        "applicationYear == null or product.fieldSince == null ? 'undetermined'"
        f" : {IS_NEW} ? ({SHORTER} ? 'met' : {PERHAPS_SHORTER} ? 'undetermined' : 'unmet')"
        f" : product.isNew == false ? ({LONG} ? 'met' : {PERHAPS_LONG} ? 'undetermined' : 'unmet')"
        f" : {LONG} ? 'met' : {PERHAPS_SHORTER} ? 'undetermined' : 'unmet'"
    ),
    "average-revenue": (
        "applicationYear == null or figures.years == null ? 'undetermined'"
        f" : len({YEARS}) != 3 ? 'undetermined'"
        " : some(figures.years, #.year == null or #.isAudited != true or #.mainBusinessRevenue == null)"
        " ? 'undetermined'"
        f" : sum(map({YEARS}, #.mainBusinessRevenue)) * {UNIT} >= 600000000 ? 'met' : 'unmet'"
    ),
    "market-position": (
        "market.year != null and market.year != applicationYear - 1 ? 'undetermined'"
        f" : {PROVINCE} != null and {PROVINCE} > 1 ? 'unmet'"
        f" : {NATION} != null and {NATION} > 5 and {WORLD} != null and {WORLD} > 10 ? 'unmet'"
        f" : not (({NATION} != null and {NATION} <= 5) or ({WORLD} != null and {WORLD} <= 10))"
        f" ? 'undetermined' : {PROVINCE} == 1 or {NATION} == 1"
        f" or ({NATION} == null and {WORLD} == 1) ? 'met' : 'undetermined'"
    ),
}


def model():
    """The decision model: one node that computes every condition, between an input and an output."""
    expressions = [
        {"id": name, "key": name.replace("-", "_"), "value": value}
        for name, value in CONDITIONS.items()
    ]
    position = {"x": 0, "y": 0}
    nodes = [
        {"id": "application", "type": "inputNode", "name": "application", "position": position},
        {"id": "conditions", "type": "expressionNode", "name": "conditions", "position": position,
         "content": {"expressions": expressions}},
        {"id": "outcomes", "type": "outputNode", "name": "outcomes", "position": position},
    ]
    edges = [
        {"id": f"{one}-{other}", "type": "edge", "sourceId": one, "targetId": other}
        for one, other in (("application", "conditions"), ("conditions", "outcomes"))
    ]
    return {"nodes": nodes, "edges": edges}


def outcomes(result):
    """What ZEN found, by criterion."""
    return {name: result[name.replace("-", "_")] for name in CONDITIONS}


def verdict(found):
    """The conditions' three-valued conjunction."""
    if "unmet" in found.values():
        return "ineligible"
    return "undetermined" if "undetermined" in found.values() else "eligible"
