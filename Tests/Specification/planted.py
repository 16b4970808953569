"""Makes wrong specifications on purpose, because a proof or comparison that cannot fail shows nothing.

Each is an error of the kind that is easily made and hardly seen; check.py expects every one to be noticed.
"""

import pathlib
import types

SOURCE = pathlib.Path(__file__).with_name("specification.py")
CLUSTER = pathlib.Path(__file__).with_name("cluster.py")
ROUND2021 = pathlib.Path(__file__).with_name("round2021.py")

# Name -> who must notice it (proofs of a rule, or cells of a criterion), what stands there, and what is put instead.
PLANTS = {
    "unknown novelty taken as no": (
        "prove", "field_and_market",
        "long | (f.is_new & long_if_new)",
        "long | (Answer(certainly(f.is_new), negation(certainly(f.is_new))) & long_if_new)",
    ),
    "a reading left out": (
        "prove", "article_3",
        "join(rule(f, cautious, reading) for reading in readings)",
        "join(rule(f, cautious, reading) for reading in readings[1:])",
    ),
    "a rank in the world not bounded by the one in the country": (
        "prove", "field_and_market",
        "(world.at_least(nation).at_least(province), WORLD_RANK)", "(world, WORLD_RANK)",
    ),
    "contradicting ranks believed": (
        "prove", "field_and_market",
        "(rank.unless(impossible, ANY_RANK) <= exactly(limit) for rank, limit in in_order)",
        "(rank <= exactly(limit) for rank, limit in in_order)",
    ),
    "a sum that takes one end for the other": (
        "prove", "average_revenue",
        "Span(self.low + other.low, self.high + other.high)", "Span(self.low + other.low, self.high + other.low)",
    ),
    "a caution without an entry": (
        "prove", "review_right",
        'if "certificate-not-named" in cautious:', "if True:",
    ),
    "more than the mean": (
        "cells", "average-revenue",
        "rule = exactly(REVENUE_YEARS * MEAN_REVENUE) <= total", "rule = ~(total <= exactly(REVENUE_YEARS * MEAN_REVENUE))",
    ),
    "the mean of the wrong years": (
        "cells", "average-revenue",
        "for y in range(year - REVENUE_YEARS, year)}", "for y in range(year - REVENUE_YEARS + 1, year + 1)}",
    ),
    "jumps looked for between neighbours only": (
        "cells", "average-revenue",
        "for a in sums for b in sums if a is not b", "for a, b in [*zip(sums, sums[1:]), *zip(sums[1:], sums)]",
    ),
    "a year of a day less": (
        "cells", "focus-years",
        "first_day(year - years)) for years in", "last_day(year - years - 1)) for years in",
    ),
    "the last day of validity left out": (
        "cells", "priority-recommendation",
        "f.filed <= r.valid_until", "~(r.valid_until <= f.filed)",
    ),
    "a look-up of any year": (
        "cells", "abnormal-operations-list",
        "current = (f.round.through(first_day) <= register.looked_up) & (register.looked_up <= f.filed)",
        "current = register.looked_up <= f.filed",
    ),
    "other products never asked": (
        "cells", "product-policy",
        '{"all-products": f.others_excluded,', '{"all-products": NO,',
    ),
}

# The same of the statement on clusters, which cells of the criterion have to notice, or the laws on these cells.
CLUSTER_PLANTS = {
    "one manufacturer is several": (
        "cells", "cluster-composition",
        "SEVERAL = 2", "SEVERAL = 1",
    ),
    "any public body is government": (
        "cells", "promoter-non-government",
        'OPEN if kind is None or kind.startswith("1") else YES',
        'OPEN if kind is None else NO if kind[0] == "1" else YES',
    ),
    "a title of one who left": (
        "cells", "cluster-quality-enterprises",
        "& is_valid & holder", "& is_valid",
    ),
    "as much as the average is a lead": (
        "cells", "cluster-rd-lead",
        'percent > Fraction(average["value"])', 'percent >= Fraction(average["value"])',
    ),
    "one average suffices": (
        "cells", "cluster-researcher-lead",
        """    return join(
        OPEN if percent is None else""", """    return some(
        OPEN if percent is None else""",
    ),
    "the first day of the window left out": (
        "cells", "cluster-accidents",
        "in_window = (start <= day)", "in_window = ~(day <= start)",
    ),
    "members of whom no beginning is stated": (
        "cells", "cluster-accidents",
        '(date(member.get("since")) <= day) & lasted',
        '(date(member.get("since")) <= day if "since" in member else YES) & lasted',
    ),
    "who is not listed is no member, of whatever list": (
        "cells", "cluster-quality-enterprises",
        "return holds if certainly(is_found) or is_complete(a) else holds | OPEN", "return holds",
    ),
    "a member without a code is never meant": (
        "laws", "cluster-quality-enterprises",
        'named = [(among(member.get("creditCode"), code), member)',
        'named = [(among(member.get("creditCode", ""), code), member)',
    ),
    "an average of an unknown figure left out": (
        "laws", "cluster-rd-lead",
        'average.get("figure") in (figure, None)]', 'average.get("figure") == figure]',
    ),
    "who may be an enterprise is one": (
        "cells", "cluster-researcher-lead",
        "    if any(is_one.yes and is_one.no for is_one, _ in members):\n        return None\n", "",
    ),
    "unknown accidents taken as none": (
        "laws", "cluster-accidents",
        'listed(a.get("incidents"), lambda', 'listed(a.get("incidents") or [], lambda',
    ),
}

# The same of the statement on the second batch of 2021, for cells of the criterion or batches.
ROUND2021_PLANTS = {
    "more than 70 per cent": (
        "cells", "giant-specialisation", "100 * part >= percent * whole", "100 * part > percent * whole",
    ),
    "research of the last year alone": (
        "cells", "giant-rd", "    return one & other\n", "    return other\n",
    ),
    "as much as the year before is growth": (
        "cells", "giant-growth", "YES if last > before else NO", "YES if last >= before else NO",
    ),
    "a plan for the NEEQ": (
        "cells", "giant-growth", '~among(stated(plan, "market"), "neeq")', "YES",
    ),
    "a third patent asked": (
        "cells", "giant-innovation", "PATENTS = 2", "PATENTS = 3",
    ),
    "the snapshot a day late": (
        "cells", "giant-certification", "exactly(day(2021, 5, 31))", "exactly(day(2021, 5, 31) + 1)",
    ),
    "what begins after the filing counts": (
        "cells", "giant-innovation",
        '(date(begin) <= day_of(reading, a)) & (date(begin) <= filed(a))', "YES",
    ),
    "the last day of the publicity left out": (
        "cells", "giant-unlisted",
        "depending(is_to_come, later <= last", "depending(is_to_come, ~(last <= later)",
    ),
    "a batch beyond the third": (
        "cells", "giant-status", "batch is None or batch <= LAST_BATCH", "True",
    ),
    "the deadline a day early": (
        "cells", "giant-deadline", "DEADLINE = exactly(day(2021, 7, 26))", "DEADLINE = exactly(day(2021, 7, 25))",
    ),
    "blanks are characters": (
        "cells", "platform-summary", "sum(not character.isspace() for character in words)", "len(words)",
    ),
    "a list with its marks": (
        "cells", "platform-recognised", '.removesuffix("(国家)")', "",
    ),
    "six services suffice": (
        "cells", "platform-services",
        "~some(~service for service in provided)", "~some(~service for service in provided[1:])",
    ),
    "an individual business may be one": (
        "cells", "platform-legal-person", "NO if kind == INDIVIDUAL_BUSINESS", "OPEN if kind == INDIVIDUAL_BUSINESS",
    ),
    "a fourth institution": (
        "cells", "platform-quota", "MOST_PLATFORMS = 3", "MOST_PLATFORMS = 4",
    ),
    "applications counted, not institutions": (
        "cells", "platform-quota", "len(eligible) > MOST", "len(applications) > MOST",
    ),
}


def load(plant=None, source=SOURCE, plants=PLANTS):
    """The statement, or one with a rule that is wrong."""
    text = source.read_text("utf-8")
    if plant:
        _, _, right, wrong = plants[plant]
        if text.count(right) != 1:
            raise SystemExit(f"{plant}: the text to change stands {text.count(right)} times in the specification")
        text = text.replace(right, wrong)
    module = types.ModuleType(source.stem)
    exec(compile(text, str(source), "exec"), module.__dict__)
    return module
