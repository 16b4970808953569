"""States 吉工信产业规〔2024〕204号 a second time, independently of the Swift rules, so that two statements
of one law can be held against each other.

It is written to be read beside the regulation: clause by clause, every number once. Each rule is one
function of facts, and the same function runs on plain values and, in prove.py, on terms of a solver. A fact
is therefore not "there or missing" but what may still be true:

    Span      a number or a day that lies somewhere from low to high
    Choice    one of several values, each of which is still possible or not
    Answer    a question that may hold, may not hold, or may not arise; exactly one of these is an outcome,
              more than one is undetermined

Two kinds of trouble are kept apart. Facts that cannot all be true contradict each other and count as
unknown: a rank in the world better than the one in the country. Facts that are possible but prove nothing
leave the question open: a look-up made in another year. Faults of a file, such as an amount below zero,
are not judged here (README.md).
"""

import functools
import json
import unicodedata
from decimal import Decimal
from types import SimpleNamespace as Facts

# --------------------------------------------------------------------------- answers and facts not fully known


class Answer:
    """What may still be true: that it holds, that it does not, that the question does not arise."""

    __slots__ = ("yes", "no", "none")

    def __init__(self, yes, no, none=False):
        self.yes, self.no, self.none = yes, no, none

    def __and__(self, other):
        return Answer(self.yes & other.yes, self.no | other.no)

    def __or__(self, other):
        return Answer(self.yes | other.yes, self.no & other.no)

    def __invert__(self):
        return Answer(self.no, self.yes)


YES, NO, OPEN, NOT_ASKED = Answer(True, False), Answer(False, True), Answer(True, True), Answer(False, False, True)


def choose(condition, a, b):
    """a if the condition holds, else b. prove.py puts the solver's own in its place."""
    return a if condition else b


def negation(condition):
    return choose(condition, False, True)


def join(answers):
    """Whatever one of the answers leaves possible: of cases that cannot be told apart, or of readings."""
    yes = no = none = False
    for answer in answers:
        yes, no, none = yes | answer.yes, no | answer.no, none | answer.none
    return Answer(yes, no, none)


def given(possible, answer):
    return Answer(possible & answer.yes, possible & answer.no, possible & answer.none)


def depending(condition, holding, failing):
    """One answer where the condition holds, another where it does not, both where that is open."""
    return join([given(condition.yes, holding), given(condition.no, failing)])


def some(answers):
    yes, no = False, True
    for answer in answers:
        yes, no = yes | answer.yes, no & answer.no
    return Answer(yes, no)


def certainly(answer):
    return answer.yes & negation(answer.no)


def agree(one, other):
    """Two statements of the same matter: each completes the other; if they contradict, it is open."""
    yes, no = one.yes & other.yes, one.no & other.no
    neither = negation(yes | no)
    return Answer(yes | neither, no | neither)


class Span:
    """A number that lies from low to high, both included."""

    __slots__ = ("low", "high")

    def __init__(self, low, high):
        self.low, self.high = low, high

    def __le__(self, other):
        return Answer(self.low <= other.high, self.high > other.low)

    def __add__(self, other):
        return Span(self.low + other.low, self.high + other.high)

    def at_most(self, other):
        return Span(self.low, choose(other.high < self.high, other.high, self.high))

    def at_least(self, other):
        return Span(choose(other.low > self.low, other.low, self.low), self.high)

    def through(self, rising):
        """The span of a function that never falls."""
        return Span(rising(self.low), rising(self.high))

    def unless(self, doubtful, unknown):
        return Span(choose(doubtful, unknown.low, self.low), choose(doubtful, unknown.high, self.high))


def exactly(number):
    return Span(number, number)


class Choice:
    """One of several values; `may` says of each whether it is still possible."""

    __slots__ = ("may",)

    def __init__(self, may):
        self.may = may

    def match(self, cases, otherwise=NO):
        return join(given(may, cases.get(value, otherwise)) for value, may in self.may.items() if may is not False)

    def among(self, *values):
        return self.match(dict.fromkeys(values, YES))


# Days are numbers in their order. Every month has room for 31 days, so that going on by years is an
# addition; 29 February meets no such day three years later or earlier, and the month then ends on the 28th.


def day(year, month, date):
    return (year * 12 + month - 1) * 31 + date - 1


def first_day(year):
    return day(year, 1, 1)


def last_day(year):
    return day(year, 12, 31)


def years_on(years):
    return lambda start: start + day(years, 1, 1) - choose(start % day(1, 1, 1) == day(0, 2, 29), 1, 0)


# A round or filing day that is not stated may be any: how far calendars reach is no fact about an applicant.
ANY_YEAR = Span(0, 99_999)
ANY_DAY = Span(first_day(0), last_day(99_999))
ANY_AMOUNT = Span(0, 10**30)
ANY_RANK = Span(1, 10**9)

# ------------------------------------------------------------------------ where a rule is more cautious than exact

# A rule is exact if it decides as soon as every value that unknown facts could take gives the same answer.
# These do not. prove.py shows of each that it is such a case, and that without them all rules are exact.
EXCEPTIONS = {
    "year-not-audited": "Annex 2(1) takes every year's figure from its audit report: a year that is missing or "
    "not audited stays open even if the others reach the sum",
    "year-not-named": "Annex 2(1): an entry that does not name its year may be a second one of a year that counts",
    "partly-known-day": "Articles 3 and 13: a day stated by its month or year is taken as stated; that another day "
    "of the file, which may be a planned one, leaves only a part of it is no knowledge",
    "certificate-not-named": "Article 9(3): the certificate names its product, and that is what has to be seen",
    "energy-figure-missing": "Annex 1, 2.2 compares two figures: both have to be there, though 0 exceeds nothing",
}

# --------------------------------------------------------------------------------------------------- Article 3

JILIN = "22"  # GB/T 2260
ENTERPRISE, INDIVIDUAL_BUSINESS = "91", "92"  # GB 32100
MANUFACTURING = range(13, 43 + 1)  # divisions of GB/T 4754-2017
SERVICES = {5, 11, *range(51, 97 + 1)}  # support of farming and of mining; sections F to S
EXCLUDED = ("restricted", "eliminated", "prohibited")


def jilin_registered(f, cautious):
    return f.province.among(JILIN)


def legal_person(f, cautious):
    """A code of another kind, or the name of a branch or partnership, puts the declaration in doubt."""
    code = f.code_kind.match({ENTERPRISE: YES, INDIVIDUAL_BUSINESS: NO}, OPEN)
    name = f.name_form.match({"plain": YES}, OPEN)
    return f.is_legal_person & code & name


def sector(f, cautious):
    """The three capabilities are asked of manufacturers; an industry code of another sector leaves it open."""
    confirmed = {
        ("manufacturing", "manufacturing"): f.develops & f.designs & f.manufactures,
        ("productiveServices", "services"): YES,
        ("other", "services"): NO,
        ("other", "neither"): NO,
    }
    return join(
        given(f.sector.may[sector] & f.division.may[division], confirmed.get((sector, division), OPEN))
        for sector in f.sector.may
        for division in f.division.may
    )


def public_interest(f, cautious):
    return ~f.has_harmed


def not_listed(f, register):
    """Annex 2(8): as the look-up shows, if it was made in the year of the round and not after the filing."""
    current = (f.round.through(first_day) <= register.looked_up) & (register.looked_up <= f.filed)
    return depending(current, ~register.is_listed, OPEN)


def abnormal_operations_list(f, cautious):
    return not_listed(f, f.abnormal_operations)


def serious_dishonesty_list(f, cautious):
    return not_listed(f, f.serious_dishonesty)


def product_policy(f, cautious, reading):
    others = {"all-products": f.others_excluded, "product-applied-for": NO}[reading]
    return ~(f.product_excluded | others)


CLEAN_YEARS = 3
GRAVE = ("major", "extraordinarilyMajor")
VIOLATIONS = ("taxEvasion", "dataFalsification", "otherViolation")
NOT_OF_SAFETY = ("qualityAccident", "pollutionAccident")


def clean_record(f, cautious, reading):
    return ~listed(f.incidents, lambda incident: incident_counts(incident, f, cautious, *reading))


def incident_counts(incident, f, cautious, window, major):
    start = {
        "months-to-filing": f.filed.through(years_on(-CLEAN_YEARS)),
        "calendar-years": f.round.through(lambda year: first_day(year - CLEAN_YEARS)),
    }[window]
    at_any_grade = {"major-governs-all": VIOLATIONS, "major-governs-safety": VIOLATIONS + NOT_OF_SAFETY}[major]
    grave = incident.kind.among(*at_any_grade) | incident.grade.among(*GRAVE)

    # Annex 2(2): it counts by an authority's determination, which settles the grade as well. A determination
    # before the event or after the filing is none; one that is pending leaves it open.
    determined = incident.determined
    impossible = (determined.high < incident.date.low) | (determined.low > f.filed.high)
    counted = join([
        given(incident.status.may["confirmed"], grave),
        given(incident.status.may["cleared"], NO),
        given(incident.status.may["pending"] | impossible, OPEN),
    ])
    date = incident.date
    date = narrowed(date, date.at_most(determined.unless(impossible, ANY_DAY)), cautious)
    return counted & before_filing(date, f, cautious, lambda date: start <= date)


def narrowed(date, narrower, cautious):
    if "partly-known-day" in cautious:
        stated = date.high < ANY_DAY.high
        return Span(choose(stated, date.low, narrower.low), choose(stated, date.high, narrower.high))
    return narrower


def before_filing(date, f, cautious, rule):
    """A rule on a day that lies before the filing; one that is said to come after it says nothing."""
    impossible = date.low > f.filed.high
    date = narrowed(date, date.at_most(f.filed.unless(impossible, ANY_DAY)), cautious)
    return depending(date <= f.filed, rule(date), OPEN)


def listed(items, rule):
    """Whether one item of a list satisfies a rule; a list that is not there may hold anything."""
    return OPEN if items is None else some(map(rule, items))


# --------------------------------------------------------------------------------------------- Articles 10 to 14

BAN_YEARS = 3
GROUNDS = {
    12: ("standardNoLongerMet", "unreportedChange"),
    13: ("majorAccident", "seriousDishonesty", "violation", "falsification"),
    14: ("falsification", "unansweredReport"),
}


def reapplication_ban(f, cautious, reading):
    barred = listed(f.revocations, lambda revocation: bars(revocation, f, cautious, *reading))
    incomplete = certainly(f.certificate.is_revoked) & certainly(~own_revocation(f))
    return ~(barred | Answer(incomplete, True))


def bars(revocation, f, cautious, start, article_14):
    """Article 13 bars; Article 14 for falsified data, by one reading; each article has grounds of its own."""
    by_article = {12: NO, 13: YES, 14: NO}
    bar = {(article, ground): by_article[article] for article in GROUNDS for ground in GROUNDS[article]}
    if article_14 == "article-14-bars":
        bar[14, "falsification"] = YES
    may = {pair: revocation.article.may[pair[0]] & revocation.ground.may[pair[1]] for pair in bar}
    contradictory = negation(functools.reduce(lambda a, b: a | b, may.values()))
    barring = join([given(may[pair], bar[pair]) for pair in bar] + [given(contradictory, OPEN)])

    # The event came before the decision that punished it.
    event, decided = revocation.event, revocation.decided
    since = {
        "from-decision": narrowed(decided, decided.at_least(event), cautious),
        "from-event": narrowed(event, event.at_most(decided), cautious),
    }[start].unless(event.low > decided.high, ANY_DAY)
    return barring & before_filing(since, f, cautious, lambda since: f.filed <= since.through(years_on(BAN_YEARS)))


def own_revocation(f):
    """Whether a revocation of this certificate is listed; one decided before its grant is another's."""
    granted = f.certificate.granted.unless(impossible_grant(f), ANY_DAY)
    return listed(f.revocations, lambda revocation: Answer((granted <= revocation.decided).yes, True))


def impossible_grant(f):
    granted = f.certificate.granted
    return (granted.low > f.filed.high) | (granted.low > f.certificate.valid_until.high)


def review_right(f, cautious):
    """A review needs a certificate of this product, not revoked, and a right to review not cancelled."""
    c, own = f.certificate, own_revocation(f)
    revoked = agree(c.is_revoked, own)
    doubtful = certainly(~c.is_revoked) & own.yes & (f.revocations is not None)
    sound = Answer(True, doubtful | impossible_grant(f))
    right = agree(c.is_for_product, c.has_same_name) & ~revoked & ~c.is_cancelled & sound
    if "certificate-not-named" in cautious:
        right &= c.is_named
    return f.kind.match({"first": NOT_ASKED, "review": right})


# --------------------------------------------------------------------------------- Annex 1, 1: specialisation

FIELD_YEARS, FIELD_YEARS_OF_NEW = 7, 3
MEAN_REVENUE = 200_000_000_00  # fen
REVENUE_YEARS = 3

# What a mean or a jump between two years must exceed or stay under to be believed without confirmation.
LEAST_MEAN, GREATEST_MEAN, JUMP = 1_000_000_00, 100_000_000_000_00, 1000


def focus_years(f, cautious):
    """Complete years at the end of the year before the round; a start after the filing says nothing."""
    start = f.start.unless(f.start.low > f.filed.high, ANY_DAY)
    long, long_if_new = (
        start <= f.round.through(lambda year: first_day(year - years)) for years in (FIELD_YEARS, FIELD_YEARS_OF_NEW)
    )
    return long | (f.is_new & long_if_new)


def average_revenue(f, cautious):
    """Annex 2(1): audited figures of the three years before the round, which add up to three times the mean."""
    if f.years is None:
        return OPEN
    sums = [
        year.main.unless(negation(certainly(year.is_audited)), ANY_AMOUNT).at_most(year.operating) for year in f.years
    ]
    total = functools.reduce(Span.__add__, sums)
    unit_doubtful = some([
        ~(exactly(REVENUE_YEARS * LEAST_MEAN) <= total),
        ~(total <= exactly(REVENUE_YEARS * GREATEST_MEAN)),
        *(b.through(lambda amount: JUMP * amount) <= a for a in sums for b in sums if a is not b),
    ])
    rule = exactly(REVENUE_YEARS * MEAN_REVENUE) <= total
    if not f.is_unit_confirmed:
        rule = depending(unit_doubtful, OPEN, rule)

    impossible = f.has_repeated_year
    for year in f.years:
        impossible = impossible | (year.main.low > year.operating.high)
        impossible = impossible | (certainly(year.is_audited) & (f.filed.high <= year.last_day))
    if "year-not-audited" in cautious:
        for year in f.years:
            impossible = impossible | negation(certainly(year.is_audited)) | (year.main.low < year.main.high)
    if "year-not-named" in cautious:
        impossible = impossible | f.has_unnamed_year
    return join([given(impossible, OPEN), given(negation(impossible), rule)])


def priority_recommendation(f, cautious):
    """Annex 2(3) asks only of the little giant that it is still valid."""
    earns = lambda r: r.kind.match({"littleGiant": f.filed <= r.valid_until, "specialisedLeader": YES})
    return listed(f.recognitions, earns)


# ------------------------------------------------------------------------- Annex 1, 2: position in the market

PROVINCE_RANK, NATION_RANK, WORLD_RANK = 1, 5, 10


def market_position(f, cautious):
    """Ranks of the last full year; in a wider market a rank is never better."""
    province, nation, world = f.province_rank, f.nation_rank, f.world_rank
    impossible = (province.low > nation.high) | (nation.low > world.high) | (province.low > world.high)
    in_order = [
        (province.at_most(nation).at_most(world), PROVINCE_RANK),
        (nation.at_least(province).at_most(world), NATION_RANK),
        (world.at_least(nation).at_least(province), WORLD_RANK),
    ]
    first, leading, leading_abroad = (rank.unless(impossible, ANY_RANK) <= exactly(limit) for rank, limit in in_order)
    rule = first & (leading | leading_abroad)
    if f.share_year is None:  # Annex 2(1): without another statement it is the last full year
        return rule
    last_year = f.round.through(lambda year: year - 1)
    return depending((f.share_year <= last_year) & (last_year <= f.share_year), rule, OPEN)


def energy_benchmark(f, cautious):
    e = f.energy
    rule = depending(e.is_standard_named, e.use <= e.advanced, OPEN)
    if "energy-figure-missing" in cautious:
        missing = (e.use.high >= ANY_AMOUNT.high) | (e.advanced.high >= ANY_AMOUNT.high)
        rule = join([given(missing, OPEN), given(negation(missing), rule)])
    return depending(e.has_standard, rule, NOT_ASKED)


# ----------------------------------------------------------- Annex 1, 3 and 4: innovation, operation and talent

LEVELS = ("national", "provincial", "municipal", "below")
STANDARD_LEVELS = ("international", "national", "industry")


def rd_institution(f, cautious):
    return listed(f.institutions, lambda level: level.among("national", "provincial", "municipal"))


def core_ip(f, cautious):
    return listed(f.core_ip, lambda _: YES)


def standards(f, cautious, reading):
    others = {"levels-named": (), "levels-open": ("other",)}[reading]
    return listed(f.standards, lambda level: level.among(*STANDARD_LEVELS, *others))


def applied_results(f, cautious):
    return listed(f.results, lambda result: result.is_used & result.benefits)


def talent_programme(f, cautious, reading):
    higher = {"as-named": (), "at-least": ("national",)}[reading]
    return listed(f.programmes, lambda level: level.among("provincial", "municipal", *higher))


def talent_cooperation(f, cautious):
    return listed(f.cooperations, lambda _: YES)


# -------------------------------------------------------------- what is for experts, and what counts in favour

THREE_YEARS, LAST_YEAR = slice(0, REVENUE_YEARS), slice(REVENUE_YEARS - 1, REVENUE_YEARS)
FIGURES = {  # that are computed for the experts, besides the statement and its evidence
    "product-focus": (THREE_YEARS, ("productRevenue", "mainBusinessRevenue")),
    "steady-growth": (THREE_YEARS, ("mainBusinessRevenue",)),
    "international-brand": (LAST_YEAR, ("internationalRevenue", "operatingRevenue")),
    "rd-intensity": (THREE_YEARS, ("researchAndDevelopment", "operatingRevenue")),
    "transfer-effect": (LAST_YEAR, ("innovationIncome", "operatingRevenue")),
    "operating-performance": (THREE_YEARS, ("mainBusinessRevenue", "profit")),
}


def material(criterion):
    return lambda f, cautious: f.material[criterion]


def bonus(criterion):
    def rule(f, cautious):
        claims = f.claims[criterion]
        if claims is None:
            return OPEN
        return NOT_ASKED if not claims else YES if all(claims) else OPEN

    return rule


CONDITION, INDICATOR, JUDGEMENT, PREFERENCE, BONUS = "condition", "indicator", "judgement", "preference", "bonus"

# Identifier, role, rule, and the readings that stay open; in the order of the regulation.
CRITERIA = [
    ("jilin-registered", CONDITION, jilin_registered, None),
    ("legal-person", CONDITION, legal_person, None),
    ("sector", CONDITION, sector, None),
    ("public-interest", CONDITION, public_interest, None),
    ("abnormal-operations-list", CONDITION, abnormal_operations_list, None),
    ("serious-dishonesty-list", CONDITION, serious_dishonesty_list, None),
    ("product-policy", CONDITION, product_policy, ["all-products", "product-applied-for"]),
    ("clean-record", CONDITION, clean_record, [
        (window, major)
        for window in ("months-to-filing", "calendar-years")
        for major in ("major-governs-all", "major-governs-safety")
    ]),
    ("reapplication-ban", CONDITION, reapplication_ban, [
        (start, article_14)
        for start in ("from-decision", "from-event")
        for article_14 in ("article-14-is-free", "article-14-bars")
    ]),
    ("review-right", CONDITION, review_right, None),
    ("focus-years", CONDITION, focus_years, None),
    ("product-focus", JUDGEMENT, material("product-focus"), None),
    ("average-revenue", CONDITION, average_revenue, None),
    ("steady-growth", JUDGEMENT, material("steady-growth"), None),
    ("priority-recommendation", PREFERENCE, priority_recommendation, None),
    ("market-position", CONDITION, market_position, None),
    ("product-excellence", JUDGEMENT, material("product-excellence"), None),
    ("energy-benchmark", INDICATOR, energy_benchmark, None),
    ("international-brand", JUDGEMENT, material("international-brand"), None),
    ("rd-institution", INDICATOR, rd_institution, None),
    ("rd-intensity", JUDGEMENT, material("rd-intensity"), None),
    ("core-ip", INDICATOR, core_ip, None),
    ("patent-lead", JUDGEMENT, material("patent-lead"), None),
    ("standards", INDICATOR, standards, ["levels-named", "levels-open"]),
    ("applied-results", INDICATOR, applied_results, None),
    ("transfer-effect", JUDGEMENT, material("transfer-effect"), None),
    ("operating-performance", JUDGEMENT, material("operating-performance"), None),
    ("management", JUDGEMENT, material("management"), None),
    ("culture", JUDGEMENT, material("culture"), None),
    ("talent-programme", INDICATOR, talent_programme, ["as-named", "at-least"]),
    ("talent-cooperation", INDICATOR, talent_cooperation, None),
    ("local-orientation", JUDGEMENT, material("local-orientation"), None),
    ("key-chain", JUDGEMENT, material("key-chain"), None),
    ("bonus-national-innovation", BONUS, bonus("bonus-national-innovation"), None),
    ("bonus-chain-strengthening", BONUS, bonus("bonus-chain-strengthening"), None),
    ("bonus-open-innovation", BONUS, bonus("bonus-open-innovation"), None),
]
ROLES = {identifier: role for identifier, role, _, _ in CRITERIA}


def answer(rule, readings, f, cautious=frozenset(EXCEPTIONS)):
    """The answer under every reading that stays open."""
    if readings is None:
        return rule(f, cautious)
    return join(rule(f, cautious, reading) for reading in readings)


def outcome(role, answer):
    if answer.yes + answer.no + answer.none != 1:
        return "undetermined"
    if answer.none:
        return "notApplicable"
    if role in (JUDGEMENT, BONUS):
        return "forReview"
    return "met" if answer.yes else "unmet"


def verdict(outcomes, strict=False):
    """The three-valued "and" of the conditions."""
    deciding = {outcomes[c] for c, role in ROLES.items() if role == CONDITION or strict and role == INDICATOR}
    return "ineligible" if "unmet" in deciding else "undetermined" if "undetermined" in deciding else "eligible"


def judge(application, filed=None):
    """The outcome of every criterion for an application as read by `read`; `filed` replaces its filing date."""
    f = facts(application, filed)
    return {identifier: outcome(role, answer(rule, readings, f)) for identifier, role, rule, readings in CRITERIA}


# ------------------------------------------------------------------------------- an application's own statements

FEN = {"元": 100, "万元": 10_000_00, "亿元": 100_000_000_00}
BRANCHES = ("分公司", "分厂")
PARTNERSHIPS = ("合伙", "合伙企业")
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read(text):
    return json.loads(text, parse_float=Decimal)


@functools.cache
def date(text):
    """Days that a year, a month or a day may be, by the precision that it is stated with."""
    if text is None:
        return ANY_DAY
    year, *rest = map(int, unicodedata.normalize("NFKC", str(text)).split("-"))
    if not rest:
        return Span(first_day(year), last_day(year))
    month, *rest = rest
    if rest:
        return exactly(day(year, month, rest[0]))
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return Span(day(year, month, 1), day(year, month, DAYS[month - 1] + leap))


def truth(value):
    return OPEN if value is None else YES if value else NO


@functools.cache
def one(value, values):
    return Choice({v: value is None or v == value for v in values})


def amount(value, unit=1, unknown=ANY_AMOUNT):
    return unknown if value is None else exactly(value * unit)


def items(application, key, fact):
    return None if application.get(key) is None else [fact(item) for item in application[key]]


def is_shown(statement):
    """Text and evidence: a statement without either is no material."""
    return bool(statement and statement.get("text") and statement.get("evidence"))


INCIDENT_KINDS = ("safetyAccident", "securityIncident", *NOT_OF_SAFETY, *VIOLATIONS)
GRADES = (*GRAVE, "larger", "ordinary")
STATUSES = ("confirmed", "pending", "cleared")
ALL_GROUNDS = tuple(dict.fromkeys(ground for grounds in GROUNDS.values() for ground in grounds))
SECTORS = ("manufacturing", "productiveServices", "other")
DIVISIONS = ("manufacturing", "services", "neither")
CODE_KINDS = (ENTERPRISE, INDIVIDUAL_BUSINESS, "another")
NAME_FORMS = ("plain", "doubtful")


def facts(application, filed=None):
    """What the rules read, from an application without faults; a member that is absent or null is unknown."""
    part = lambda key, whole=application: whole.get(key) or {}
    enterprise, product, figures, market = map(part, ("enterprise", "product", "figures", "market"))
    innovation, talent, certificate = map(part, ("innovation", "talent", "certificate"))
    capabilities, energy = part("capabilities", enterprise), part("energy", product)
    year = application.get("applicationYear")

    f = Facts(round=ANY_YEAR if year is None else exactly(year), filed=date(filed or application.get("filingDate")))
    f.kind = one(application.get("kind"), ("first", "review"))

    domicile, code = enterprise.get("domicile"), enterprise.get("creditCode")
    f.province = one(domicile and (JILIN if half_width(domicile).startswith(JILIN) else "another"), (JILIN, "another"))
    f.code_kind = one(code and kind_of_code(half_width(code)[:2]), CODE_KINDS)
    f.name_form = one(enterprise.get("name") and form_of_name(enterprise["name"]), NAME_FORMS)
    f.is_legal_person = truth(enterprise.get("isLegalPerson"))
    f.sector = one(enterprise.get("sector"), SECTORS)
    f.division = one(enterprise.get("industryCode") and division(enterprise["industryCode"]), DIVISIONS)
    f.develops, f.designs, f.manufactures = (
        truth(capabilities.get(key)) for key in ("development", "design", "manufacturing")
    )
    f.has_harmed = truth(enterprise.get("hasHarmedPublicInterest"))
    f.abnormal_operations, f.serious_dishonesty = (
        Facts(is_listed=truth(register.get("isListed")), looked_up=date(register.get("lookedUp")))
        for register in (part(key, enterprise) for key in ("abnormalOperationsList", "seriousDishonestyList"))
    )
    f.product_excluded = excluded(product)
    others = application.get("otherProducts")
    f.others_excluded = OPEN if others is None else some(map(excluded, others))

    f.incidents = items(application, "incidents", incident)
    f.revocations = items(application, "revocations", revocation)
    f.certificate = Facts(
        granted=date(certificate.get("granted")),
        valid_until=date(certificate.get("validUntil")),
        is_revoked=truth(certificate.get("isRevoked")),
        is_cancelled=truth(certificate.get("isReviewRightCancelled")),
        is_for_product=truth(certificate.get("isForThisProduct")),
        has_same_name=YES if certificate.get("product") and certificate["product"] == product.get("name") else OPEN,
        is_named=YES if certificate.get("product") else OPEN,
    )

    # A new product is one with grounds; declared without them it is as if nothing had been declared.
    is_new = product.get("isNew")
    f.is_new = OPEN if is_new and not product.get("noveltyGrounds") else truth(is_new)
    f.start = date(product.get("fieldSince"))
    f.recognitions = items(application, "recognitions", recognition)
    f.province_rank, f.nation_rank, f.world_rank = (
        amount(part(place, market).get("rank"), unknown=ANY_RANK) for place in ("province", "nation", "world")
    )
    f.share_year = None if market.get("year") is None else exactly(market["year"])
    f.energy = Facts(
        has_standard=truth(energy.get("hasQuotaStandard")),
        is_standard_named=YES if energy.get("standard") else OPEN,
        use=amount(energy.get("consumption")),
        advanced=amount(energy.get("advancedValue")),
    )
    level = lambda item: one(item.get("level"), LEVELS)
    f.institutions = items(innovation, "institutions", level)
    f.core_ip = items(innovation, "coreIntellectualProperty", bool)
    f.standards = items(innovation, "standards", lambda item: one(item.get("level"), (*STANDARD_LEVELS, "other")))
    f.results = items(
        innovation, "appliedResults",
        lambda item: Facts(is_used=truth(item.get("isInUse")), benefits=truth(item.get("bringsBenefit"))),
    )
    f.programmes = items(talent, "programmes", level)
    f.cooperations = items(talent, "cooperations", bool)

    years = last_years(f, figures, year)
    patents = all(innovation.get(key) is not None for key in ("domesticPatents", "internationalPatents"))
    statements, bonuses = part("statements"), part("bonuses")
    f.material, f.claims = {}, {}
    for identifier, role in ROLES.items():
        if role == JUDGEMENT:
            shown = is_shown(statements.get(identifier)) and (patents or identifier != "patent-lead")
            if identifier in FIGURES:
                which, columns = FIGURES[identifier]
                shown = shown and years and all(
                    entry and entry.get(column) is not None for entry in years[which] for column in columns
                )
            f.material[identifier] = YES if shown else OPEN
        if role == BONUS:
            f.claims[identifier] = items(bonuses, identifier, is_shown)
    return f


def last_years(f, figures, year):
    """Sets the facts on figures; gives the entries of the years before the round, None for one not to be told."""
    entries, unit = figures.get("years"), FEN.get(figures.get("unit"))
    f.years, f.is_unit_confirmed = None, figures.get("isUnitConfirmed") is True
    if entries is None or unit is None or year is None:
        return None
    named = {y: [e for e in entries if e.get("year") == y] for y in range(year - REVENUE_YEARS, year)}
    f.has_unnamed_year = any(entry.get("year") is None for entry in entries)
    f.has_repeated_year = any(len(same) > 1 for same in named.values())
    f.years = []
    for y, same in named.items():
        entry = same[0] if same else {}
        f.years.append(Facts(
            last_day=last_day(y),
            is_audited=truth(entry.get("isAudited")),
            main=amount(entry.get("mainBusinessRevenue"), unit),
            operating=amount(entry.get("operatingRevenue"), unit),
        ))
    return [same[0] if len(same) == 1 and not f.has_unnamed_year else None for same in named.values()]


def half_width(text):
    return unicodedata.normalize("NFKC", text).strip()


def kind_of_code(digits):
    return digits if digits in (ENTERPRISE, INDIVIDUAL_BUSINESS) else "another"


def form_of_name(name):
    """By the last words of a name; those in brackets count as well, since they state the legal form."""
    name = unicodedata.normalize("NFKC", name).strip().rstrip(")").strip()
    return "doubtful" if name.endswith(BRANCHES + PARTNERSHIPS) else "plain"


def division(code):
    number = int(half_width(code)[:2])
    return "manufacturing" if number in MANUFACTURING else "services" if number in SERVICES else "neither"


def excluded(product):
    policy = product.get("policyClass")
    return truth(None if policy is None else policy in EXCLUDED)


def incident(item):
    determination = item.get("determination") or {}
    return Facts(
        kind=one(item.get("kind"), INCIDENT_KINDS),
        date=date(item.get("date")),
        grade=one(item.get("grade"), GRADES),
        status=one(determination.get("status"), STATUSES),
        determined=date(determination.get("date")),
    )


def revocation(item):
    return Facts(
        article=one(item.get("article"), tuple(GROUNDS)),
        ground=one(item.get("ground"), ALL_GROUNDS),
        decided=date(item.get("decided")),
        event=date(item.get("event")),
    )


def recognition(item):
    return Facts(
        kind=one(item.get("kind"), ("littleGiant", "specialisedLeader", "other")),
        valid_until=date(item.get("validUntil")),
    )
