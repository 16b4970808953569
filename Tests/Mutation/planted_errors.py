"""Errors of the kind that is hardest to notice, for mutate.py to plant in the rules.

Each passes a glance and is wrong in few cases only. Name -> file, the text before which the error is put, and the
error; MUTANT stands for whether the program runs with it.
"""

CRITERIA = "ChampionRules/Criteria"
PLANTED = {
    "the sum must be above the threshold, not at it": (
        "ChampionRules/AveragedRevenue.swift",
        "sum >= required\n",
        "MUTANT ? sum > required : ",
    ),
    "the mean of the round's year and the two before": (
        "ChampionRules/AveragedRevenue.swift",
        "(round - count)..<round\n",
        "MUTANT ? (round - count + 1)..<(round + 1) : ",
    ),
    "a thousandfold jump is looked for between neighbours only": (
        "ChampionRules/AveragedRevenue.swift",
        "guard let (least, greatest) = extremes else { return false }\n",
        """if MUTANT {
          let amounts = years.compactMap { figures.mainBusinessRevenue(of: $0) }
          return zip(amounts, amounts.dropFirst()).contains {
            Swift.max($0, $1) >= Swift.min($0, $1) * PlausibleFigures.greatestJump
          }
        }
        """,
    ),
    "a leap day rolls forward in the clean record": (
        "CommonFacts/Lookback.swift",
        "filing?.adding(months: -months)\n",
        """MUTANT ? filing.map { (day: Day) -> Day in
          let same = day.adding(months: -months)
          return same.day < day.day ? same.next : same
        } : """,
    ),
    "the last day of the ban is free": (
        f"{CRITERIA}/Periods.swift",
        "return lastDay.isAtLeast(day)",
        "if MUTANT { return lastDay.isAtLeast(day.next) && (start.isAtMost(day) || .unknown) }\n    ",
    ),
    "the readings of the comma are left out": (
        f"{CRITERIA}/Article03-8-CleanRecord.swift",
        "RecordReading.allCases[number]\n",
        "MUTANT ? RecordReading.allCases[number % 2] : ",
    ),
    "events that count under different readings count together": (
        f"{CRITERIA}/Article03-8-CleanRecord.swift",
        "return FourReadings { number in",
        """if MUTANT, incidents.count > 1, incidents.allSatisfy({ incident in
        RecordReading.allCases.contains { periods.count(incident, under: $0) == .yes }
      }) { return FourReadings(.no) }
      """,
    ),
    "a product not known to be new is not new": (
        f"{CRITERIA}/Annex1-1.1-FocusYears.swift",
        "return .counted(\n",
        "if MUTANT, isNew == nil { isNew = false }\n      ",
    ),
    "the rank in the world is not bounded by the others": (
        f"{CRITERIA}/Annex1-2.1-MarketPosition.swift",
        "inNation ?? inProvince ?? 1, through: nil",
        "MUTANT ? 1 : ",
    ),
    "Article 14 without a ground is free": (
        f"{CRITERIA}/Article13-ReapplicationBan.swift",
        "return Kleene(ground.map { $0 == .falsification })",
        "if MUTANT, ground == nil { return .no }\n      ",
    ),
    "a look-up in the year of filing, not of the round": (
        f"{CRITERIA}/PublicList.swift",
        "round) { return .beforeRound }",
        "MUTANT ? filing.year : ",
    ),
    "the last day of validity is left out": (
        f"{CRITERIA}/Annex1-1.3-PriorityRecommendation.swift",
        "validUntil >= day)",
        "MUTANT ? validUntil > day : ",
    ),
}
