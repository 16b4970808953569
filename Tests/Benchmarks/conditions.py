"""The regulation's thirteen conditions for the ZEN rules engine, so that it decides what jlcheck decides.

One expression a condition, each giving `met`, `unmet` or `undetermined`, in the order of the
regulation and written as a reader of ZEN's manual would; what does not apply counts as met. Left out
is what the language has no natural way to say: the check character of a social credit code, and signs
or blanks at the end of a name. The generated applications have neither at fault.

Two conditions have four readings, of a period and of what counts. Whatever counts under the narrower
reading of the latter does so under the wider one. So a condition is met under all readings where
nothing may count under the wider one, and unmet where something counts under the narrower one, each
time for both readings of the period.
"""

EXCLUDED = "['restricted', 'eliminated', 'prohibited']"
GRADED = "['safetyAccident', 'securityIncident']"
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
        f" or applicationYear == null ? 'undetermined' : d({look_up}.lookedUp) > d(filingDate)"
        f" or d({look_up}.lookedUp) < d(string(applicationYear)) ? 'undetermined'"
        f" : {look_up}.isListed ? 'unmet' : 'met'"
    )


def agreement(yes, no):
    """Met where one list of tests holds throughout, unmet where the other one does."""
    return f"{' and '.join(yes)} ? 'met' : {' and '.join(no)} ? 'unmet' : 'undetermined'"


# An accident of quality or pollution counts at any grade, or only where it is major.
COUNTS = (
    f"(#.determination.status == 'confirmed' and (#.kind in {VIOLATIONS}"
    " or #.grade in ['extraordinarilyMajor', 'major']))"
)
COUNTS_NOT = (
    "(#.determination.status == 'cleared' or (#.determination.status == 'confirmed'"
    f" and #.kind in {GRADED} and #.grade in ['larger', 'ordinary']))"
)
# The two readings of the last three years, by their first day.
WINDOWS = ["d(filingDate).sub(36, 'month')", "d(string(applicationYear - 3))"]
# Falsification under Article 14 bars, or bars nothing; without an article the ground says which.
ARTICLE_12 = "['standardNoLongerMet', 'unreportedChange']"
ARTICLE_13 = "['majorAccident', 'seriousDishonesty', 'violation']"
BARS = (
    f"(#.article == 13 and (#.ground in [null, 'falsification'] or #.ground in {ARTICLE_13})"
    f" or #.article == null and #.ground in {ARTICLE_13})"
)
BARS_NOT = (
    f"(#.article in [null, 12] and #.ground in {ARTICLE_12} or #.article == 12 and #.ground == null"
    " or #.article in [null, 14] and #.ground == 'unansweredReport')"
)
NEVER_REVOKED = "(revocations != null and len(revocations) == 0)"
SAME_NAME = "(certificate.product != null and certificate.product == product.name)"
# The two readings of the day from which the three years count: the date for which they may still run,
# and the one for which they are over. A decision comes after its event and so can stand in for it.
STARTS = [("(#.decided ?? #.event)", "#.decided"), ("#.event", "(#.event ?? #.decided)")]
AGREE = f"(#.decided == null or #.event == null or d(#.event) <= {latest('#.decided')})"


def runs(date):
    """Whether the three years from a date run on the filing date."""
    return (
        f"{date} != null and d({date}).add(36, 'month') >= d(filingDate)"
        f" and {latest(date)} < d(filingDate).add(1, 'day')"
    )


def is_over(date):
    """Whether they are over."""
    return f"{date} != null and {latest(date)}.add(36, 'month') < d(filingDate)"


def started_before(years):
    """Whether that many years are complete: for certain, and possibly."""
    limit = f"d(string(applicationYear - {years}))"
    return f"{latest('product.fieldSince')} < {limit}.add(1, 'day')", f"d(product.fieldSince) <= {limit}"


LONG, PERHAPS_LONG = started_before(7)
SHORTER, PERHAPS_SHORTER = started_before(3)
IS_NEW = "(product.isNew == true and product.noveltyGrounds != null)"
EACH_ONCE = " and ".join(f"one(figures.years, #.year == applicationYear - {n})" for n in (1, 2, 3))
UNIT = "(figures.unit == '元' ? 1 : figures.unit == '万元' ? 10000 : 100000000)"
DIVISION = "number(enterprise.industryCode[0:1])"
PROVINCE, NATION, WORLD = "market.province.rank", "market.nation.rank", "market.world.rank"


def better_in_wider(narrow, wide):
    """That the rank in a wider market is better, which is impossible: nobody knows which one is right."""
    return f"({narrow} != null and {wide} != null and {narrow} > {wide})"


# What a condition refers to more than once.
PARTS = {
    "years": (
        "applicationYear == null or figures.years == null ? []"
        " : filter(figures.years, #.year != null"
        " and #.year in [applicationYear - 3..applicationYear - 1])"
    ),
    "revenues": "map(filter($.years, #.mainBusinessRevenue != null), #.mainBusinessRevenue)",
    "sum": f"sum($.revenues) * {UNIT}",
}
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
            [
                f"all(incidents, {COUNTS_NOT} or #.date != null and {latest('#.date')} < {start})"
                for start in WINDOWS
            ],
            [
                f"some(incidents, {COUNTS} and #.date != null and d(#.date) >= {start}"
                f" and {latest('#.date')} < d(filingDate).add(1, 'day'))"
                for start in WINDOWS
            ],
        )
    ),
    "reapplication-ban": (
        "revocations == null ? 'undetermined' : len(revocations) == 0 ? 'met'"
        f" : all(revocations, {BARS_NOT}) ? 'met'"
        " : filingDate == null ? 'undetermined' : "
        + agreement(
            [
                f"all(revocations, {BARS_NOT} or {AGREE} and {is_over(latter)})"
                for _, latter in STARTS
            ],
            [f"some(revocations, {BARS} and {AGREE} and {runs(first)})" for first, _ in STARTS],
        )
    ),
    "review-right": (
        "kind == null ? 'undetermined' : kind == 'first' ? 'met'"
        " : certificate.isReviewRightCancelled == true"
        f" or certificate.isRevoked == true and not {NEVER_REVOKED}"
        f" or certificate.isForThisProduct == false and not {SAME_NAME} ? 'unmet'"
        " : certificate.granted != null and filingDate != null"
        " and d(certificate.granted) > d(filingDate) ? 'undetermined'"
        " : certificate.isReviewRightCancelled == false and (certificate.isRevoked == false"
        f" or certificate.isRevoked == null and {NEVER_REVOKED})"
        " and (certificate.isForThisProduct == true and certificate.product != null"
        f" or certificate.isForThisProduct == null and {SAME_NAME}) ? 'met' : 'undetermined'"
    ),
    "focus-years": (
        "applicationYear == null or product.fieldSince == null ? 'undetermined'"
        f" : {IS_NEW} ? ({SHORTER} ? 'met' : {PERHAPS_SHORTER} ? 'undetermined' : 'unmet')"
        f" : product.isNew == false ? ({LONG} ? 'met' : {PERHAPS_LONG} ? 'undetermined' : 'unmet')"
        f" : {LONG} ? 'met' : {PERHAPS_SHORTER} ? 'undetermined' : 'unmet'"
    ),
    "average-revenue": (
        "applicationYear == null or figures.years == null or figures.unit == null ? 'undetermined'"
        f" : some(figures.years, #.year == null) or not ({EACH_ONCE}) ? 'undetermined'"
        " : some($.years, #.isAudited != true or #.mainBusinessRevenue == null"
        " or #.operatingRevenue != null and #.mainBusinessRevenue > #.operatingRevenue"
        " or filingDate != null and d(filingDate) < d(string(#.year + 1))) ? 'undetermined'"
        " : figures.isUnitConfirmed != true and ($.sum < 3000000 or $.sum > 300000000000"
        " or max($.revenues) >= min($.revenues) * 1000) ? 'undetermined'"
        " : $.sum >= 600000000 ? 'met' : 'unmet'"
    ),
    "market-position": (
        "market.year != null and (applicationYear == null or market.year != applicationYear - 1)"
        " ? 'undetermined'"
        f" : {better_in_wider(PROVINCE, NATION)} or {better_in_wider(NATION, WORLD)}"
        f" or {better_in_wider(PROVINCE, WORLD)} ? 'undetermined'"
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
        for name, value in (PARTS | CONDITIONS).items()
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
