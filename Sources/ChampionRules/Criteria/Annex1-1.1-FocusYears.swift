// Annex 1, 1.1: complete years in the field, counted from a start that may be known to the year only.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.1: enough complete years in the field.
  public static let focusYears = Criterion(
    "focus-years", clauses: [.item(annex: 1, section: 1, item: 1)], role: .condition,
    title: Wording(zh: "从事相关领域年限", en: "Years in the field"),
    rule: Wording(
      zh: "截至申报年度上一年 12 月 31 日，从事相关领域满 {years} 年；新产品满 {newYears} 年",
      en: "by the end of 31 December of the year before the round, {years} complete years in the "
        + "field; {newYears} for a new product"),
    numbers: {
      ["years": .count($0.focusYears.value), "newYears": .count($0.newProductFocusYears.value)]
    },
    settledReadings: [.requirementIsCondition],
    asks: [
      .applicationYear, AskedFact(optional: "/filingDate"),
      AskedFact("/product/fieldSince") { $0.product.fieldSince == nil },
      AskedFact("/product/isNew") { $0.product.isNew == nil },
      AskedFact("/product/noveltyGrounds") {
        $0.product.isNew == true && $0.product.noveltyGrounds == nil
      },
    ],
    evidence: [
      // No clause says which document proves it, so the applicant chooses one.
      Evidence(
        zh: "从事该领域起始时间的证明", en: "proof of the start in the field", by: .applicant,
        at: "/product/fieldEvidence"
      ) { $0.product.fieldEvidence }
    ],
    decide: { application, law -> FocusYearsState in
      guard let round = application.applicationYear, let start = application.product.fieldSince
      else { return .unknown }
      if let filing = application.filingDate, start.earliest > filing { return .startAfterFiling }
      // A claim to be new has to say why; without that the status is open.
      var isNew = application.product.isNew
      if isNew == true, application.product.noveltyGrounds == nil { isNew = nil }
      return .counted(
        FieldTime(start, years: law.focusYears.value, round: round),
        new: FieldTime(start, years: law.newProductFocusYears.value, round: round), isNew: isNew)
    },
    explain: { state, application, _, say in
      guard case .counted(let usual, let shorter, let isNew) = state else {
        guard state == .startAfterFiling else { return .missing }
        return say(
          "start-after-filing", zh: "起始时间（{start}）晚于申报日（{filing}），相互矛盾",
          en: "the start in the field, {start}, is later than the filing date {filing}",
          mend: Wording(zh: "核对两个日期", en: "check both dates"),
          [
            "start": application.product.fieldSince.quantity { .date($0) },
            "filing": application.filingDate.quantity { .day($0) },
          ], at: ["/product/fieldSince", "/filingDate"], asking: .nothing)
      }
      // Where the status is open the threshold that decides is the harder one to pass, or to fail.
      let deciding =
        switch (isNew, state.outcome) {
        case (true?, _), (nil, .unmet): shorter
        case (nil, .undetermined) where usual.isLongEnough == .no: shorter
        default: usual
        }
      switch state.outcome {
      case .met:
        return say(
          "long-enough", zh: "从事该领域的起始时间为 {start}，至 {yearEnd} 满 {complete}，要求满 {years}",
          en: "in the field since {start}: {complete} completed by {yearEnd}, {years} required",
          deciding.values, margins: [deciding.margin])
      case .unmet where isNew == nil:
        // Of an open status the usual number of years is certain to do, the shorter one only perhaps.
        return say(
          "not-long-enough-either",
          zh: "从事该领域的起始时间为 {start}，至 {yearEnd} 仅满 {complete}，要求满 {years}，新产品满 {newYears}",
          en:
            "in the field since {start}: only {complete} completed by {yearEnd}, {years} required, "
            + "or {newYears} for a new product",
          mend: Wording(
            zh: "此项条件自 {round} 年度起满足；属于新产品的，自 {newRound} 年度起",
            en:
              "this condition is met from the round of {round} on, or of {newRound} if the product is new"
          ),
          usual.values(beside: shorter), margins: [deciding.margin],
          shortfall: deciding.margin.surplus)
      case .unmet:
        return say(
          "not-long-enough",
          zh: "从事该领域的起始时间为 {start}，至 {yearEnd} 仅满 {complete}，要求满 {years}（须不晚于 {latest} 开始）",
          en:
            "in the field since {start}: only {complete} completed by {yearEnd}, {years} required "
            + "(a start by {latest} at the latest)",
          mend: Wording(
            zh: "此项条件自 {round} 年度起满足",
            en: "this condition is met from the round of {round} on"),
          deciding.values, margins: [deciding.margin], shortfall: deciding.margin.surplus)
      default: break
      }
      if isNew == nil, usual.isLongEnough.isDecided, shorter.isLongEnough.isDecided {
        return say(
          "novel-status-open", zh: "从事该领域的起始时间为 {start}：若属新产品，已满 {newYears}；否则未满 {years}",
          en:
            "in the field since {start}: enough for a new product ({newYears}), not for any other "
            + "({years})",
          mend: Wording(
            zh: "{ask}；不属于新产品的，此项条件自 {round} 年度起满足",
            en: "{ask}; if it is not new, this condition is met from the round of {round} on"),
          usual.values(beside: shorter).appending([
            "ask": .term(
              application.product.isNew == true
                ? Wording(zh: "说明新产品依据", en: "say on what grounds the product is new")
                : Wording(
                  zh: "说明是否为新产品，属于的并说明依据",
                  en: "say whether the product is new and, if so, on what grounds"))
          ]), at: ["/product/isNew"])
      }
      if deciding.start.isYearOnly {
        return say(
          "start-needs-month", zh: "起始时间只写到年（{start}），须不晚于 {latest} 才满 {years}",
          en: "the start is known to the year only ({start}); {years} need a start by {latest}",
          mend: Wording(
            zh: "填写到月；仍不能判断的，填写到日",
            en: "give the month, and the day as well where the month alone does not settle it"),
          deciding.values, at: ["/product/fieldSince"])
      }
      return say(
        "start-needs-day", zh: "起始时间只写到月（{start}），须不晚于 {latest} 才满 {years}",
        en: "the start is known to the month only ({start}); {years} need a start by {latest}",
        mend: Wording(zh: "起始时间填写到日", en: "give the day"), deciding.values,
        at: ["/product/fieldSince"])
    })
}

/// What start, round and novelty say together.
enum FocusYearsState: CriterionState, Equatable {
  case unknown, startAfterFiling
  /// The time in the field against both thresholds, and whether the product is new.
  case counted(FieldTime, new: FieldTime, isNew: Bool?)

  var outcome: Outcome {
    switch self {
    case .unknown, .startAfterFiling: .undetermined
    case .counted(_, let new, true): Outcome(new.isLongEnough)
    case .counted(let usual, _, false): Outcome(usual.isLongEnough)
    case .counted(let usual, let new, nil):
      Outcome(usual.isLongEnough.agreement(with: new.isLongEnough))
    }
  }
}

/// The time in the field, held against one of the thresholds.
struct FieldTime: Equatable {
  let start: PartialDate
  let years: Int
  let round: Int

  init(_ start: PartialDate, years: Int, round: Int) {
    self.start = start
    self.years = years
    self.round = round
  }

  /// The last day on which the work may have begun.
  ///
  /// The end of 31 December is the beginning of 1 January, so a start on 1 January completes a year.
  static func latestStart(before round: Int, years: Int) -> Day {
    Day.first(of: round).adding(years: -years)
  }

  private var latestStart: Day { FieldTime.latestStart(before: round, years: years) }

  var isLongEnough: Kleene { start.days.isAtMost(latestStart) }

  /// The complete years that are certain by the end of the year before the round.
  var completeYears: Int { max(0, round - firstFullYear) }

  /// The year of the first 1 January on or after the last day on which the work can have begun.
  private var firstFullYear: Int {
    let latest = start.latest
    return latest == Day.first(of: latest.year) ? latest.year : latest.year + 1
  }

  var values: Reason.Values {
    [
      "start": .date(start), "complete": .years(completeYears), "years": .years(years),
      "latest": .day(latestStart), "yearEnd": .day(Day.last(of: round - 1)),
      "round": .year(firstFullYear + years),
    ]
  }

  /// The values of this threshold, and how many years and which round another one asks.
  func values(beside other: FieldTime) -> Reason.Values {
    values.appending([
      "newYears": .years(other.years), "newRound": .year(other.firstFullYear + other.years),
    ])
  }

  /// The distance in days, from the day nearest to the threshold that the start could be.
  var margin: Margin {
    let nearest = isLongEnough == .no ? start.earliest : start.latest
    return Margin(
      Wording(zh: "从事相关领域起始时间", en: "start in the field"), .date(start), .atMost,
      .day(latestStart), surplus: .days(nearest.days(until: latestStart)))
  }
}

extension Application {
  /// The complete years in the field that are certain by the end of the year before the round (Annex 1,
  /// 1.1); `nil` where the start or the round is unknown.
  public var completeYearsInField: Int? {
    guard let round = applicationYear, let start = product.fieldSince else { return nil }
    return FieldTime(start, years: 0, round: round).completeYears
  }
}

extension PartialDate {
  /// Whether not even the month is known.
  var isYearOnly: Bool { if case .year = self { true } else { false } }
}
