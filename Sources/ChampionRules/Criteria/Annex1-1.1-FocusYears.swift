// Annex 1, 1.1: complete years in the field, counted from a start that may be known to the year only.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.1: enough complete years in the field.
  public static let focusYears = Criterion(
    id: "focus-years", clauses: [.item(annex: 1, section: 1, item: 1)], role: .condition,
    title: Wording(zh: "从事相关领域年限", en: "Years in the field"),
    rule: Wording(
      zh: "截至申报年度上一年 12 月 31 日，从事相关领域满 {years} 年；新产品满 {newYears} 年",
      en: "at the end of 31 December before the round, {years} complete years in the field; "
        + "{newYears} for a new product"),
    numbers: {
      ["years": .count($0.focusYears.value), "newYears": .count($0.newProductFocusYears.value)]
    },
    settledReadings: [.requirementIsCondition],
    reads: [
      "/applicationYear", "/filingDate", "/product/fieldSince", "/product/isNew",
      "/product/noveltyGrounds",
    ],
    evidence: [
      Evidence(zh: "从事该领域起始时间的证明", en: "proof of the start in the field") {
        unattached($0.product.fieldEvidence, at: "/product/fieldEvidence")
      }
    ]
  ) { application, thresholds, why in
    let applicationYear = application.applicationYear
    let product = application.product
    // A claim to be new has to say why; without that the status is open.
    let isNew = product.isNew == true && product.noveltyGrounds == nil ? nil : product.isNew
    lazy var missingStatus = absent([
      "/product/isNew": product.isNew == nil,
      "/product/noveltyGrounds": product.isNew != false && product.noveltyGrounds == nil,
    ])
    guard let round = applicationYear, let start = product.fieldSince else {
      return why.lacking(
        absent([
          "/applicationYear": applicationYear == nil,
          "/product/fieldSince": product.fieldSince == nil,
        ]) + missingStatus)
    }
    if let filing = application.filingDate, start.earliest > filing {
      return why.conclude(
        .undetermined, .startAfterFiling, ["start": .date(start), "filing": .day(filing)],
        at: ["/product/fieldSince", "/filingDate"])
    }
    let usual = FieldTime(start, years: thresholds.focusYears.value, round: round)
    let shorter = FieldTime(start, years: thresholds.newProductFocusYears.value, round: round)
    let answer =
      switch isNew {
      case true?: shorter.isLongEnough
      case false?: usual.isLongEnough
      case nil: usual.isLongEnough.agreement(with: shorter.isLongEnough)
      }
    // Where the status is open the threshold that decides is the harder one to pass, or to fail.
    let deciding =
      switch (isNew, answer) {
      case (true?, _), (nil, .no): shorter
      case (nil, .unknown) where usual.isLongEnough == .no: shorter
      default: usual
      }
    switch answer {
    case .yes: return why.conclude(.met, .longEnough, deciding.values, margins: [deciding.margin])
    case .no:
      // Of an open status the usual number of years is certain to do, the shorter one only perhaps.
      return why.conclude(
        .unmet, isNew == nil ? .notLongEnoughEither : .notLongEnough,
        isNew == nil ? usual.values(beside: shorter) : deciding.values,
        margins: [deciding.margin], shortfall: deciding.margin.surplus)
    case .unknown:
      let relevant = isNew == nil ? [usual, shorter] : [deciding]
      if !relevant.contains(where: { $0.isLongEnough == .unknown }) {
        return why.conclude(
          .undetermined, .novelStatusOpen,
          usual.values(beside: shorter), missing: missingStatus, at: ["/product/isNew"])
      }
      return why.conclude(
        .undetermined, start.isYearOnly ? .startNeedsMonth : .startNeedsDay, deciding.values,
        missing: isNew == nil ? missingStatus : [], at: ["/product/fieldSince"])
    }
  }
}

/// The time in the field, held against one of the thresholds.
struct FieldTime {
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
  private var latestStart: Day { Day.first(of: round).adding(years: -years) }

  var isLongEnough: Kleene { start.days.isAtMost(latestStart) }

  /// The complete years that are certain by the end of the year before the round.
  private var completeYears: Int { max(0, round - FieldTime.firstFullYear(from: start.latest)) }

  /// The year of the first 1 January on or after a day.
  private static func firstFullYear(from day: Day) -> Int {
    day == Day.first(of: day.year) ? day.year : day.year + 1
  }

  var values: Reason.Values {
    [
      "start": .date(start), "complete": .years(completeYears), "years": .years(years),
      "latest": .day(latestStart), "yearEnd": .day(Day.last(of: round - 1)),
      "round": .year(FieldTime.firstFullYear(from: start.latest) + years),
    ]
  }

  /// The values of this threshold, and how many years and which round another one asks.
  func values(beside other: FieldTime) -> Reason.Values {
    values.appending([
      "newYears": .years(other.years),
      "newRound": .year(FieldTime.firstFullYear(from: start.latest) + other.years),
    ])
  }

  /// The distance in days, from the day nearest to the threshold that the start could be.
  var margin: Margin {
    let nearest = isLongEnough == .no ? start.earliest : start.latest
    return Margin(
      .date(start), against: .day(latestStart), surplus: .days(nearest.days(until: latestStart)))
  }
}

extension PartialDate {
  /// Whether not even the month is known.
  var isYearOnly: Bool { if case .year = self { true } else { false } }
}

extension Message {
  static let longEnough = Message(
    "long-enough",
    says: Wording(
      zh: "{start} 起从事该领域，至 {yearEnd} 满 {complete}，要求 {years}",
      en: "in the field since {start}: {complete} complete by {yearEnd}, {years} required"))
  static let notLongEnough = Message(
    "not-long-enough",
    says: Wording(
      zh: "{start} 起从事该领域，至 {yearEnd} 仅满 {complete}，要求 {years}（须不晚于 {latest} 开始）",
      en: "in the field since {start}: only {complete} complete by {yearEnd}, {years} required "
        + "(a start by {latest})"),
    mend: Wording(zh: "最早可申报 {round} 年度", en: "the first round possible is {round}"))
  static let startAfterFiling = Message(
    "start-after-filing",
    says: Wording(
      zh: "起始时间 {start} 晚于申报日 {filing}，相互矛盾",
      en: "the start in the field, {start}, is later than the filing date {filing}"),
    mend: Wording(zh: "核对两个日期", en: "check both dates"))
  static let notLongEnoughEither = Message(
    "not-long-enough-either",
    says: Wording(
      zh: "{start} 起从事该领域，至 {yearEnd} 仅满 {complete}，要求 {years}，新产品 {newYears}",
      en: "in the field since {start}: only {complete} complete by {yearEnd}, {years} required, or "
        + "{newYears} for a new product"),
    mend: Wording(
      zh: "最早可申报 {round} 年度；如属新产品，为 {newRound} 年度",
      en: "the first round possible is {round}, or {newRound} if the product is new"))
  static let startNeedsMonth = Message(
    "start-needs-month",
    says: Wording(
      zh: "起始时间只写到年（{start}），须不晚于 {latest} 才满 {years}",
      en: "the start is known to the year only ({start}); {years} need a start by {latest}"),
    mend: Wording(
      zh: "填写起始月份；若为当月，还需填写到日",
      en: "the month is needed: give it, and the day if the month alone leaves it open"))
  static let startNeedsDay = Message(
    "start-needs-day",
    says: Wording(
      zh: "起始时间只写到月（{start}），须不晚于 {latest} 才满 {years}",
      en: "the start is known to the month only ({start}); {years} need a start by {latest}"),
    mend: Wording(zh: "填写起始日期到日", en: "the day is needed: give it"))
  static let novelStatusOpen = Message(
    "novel-status-open",
    says: Wording(
      zh: "{start} 起从事该领域：若属新产品则满足 {newYears}，否则不满 {years}",
      en: "in the field since {start}: enough for a new product ({newYears}), not for any other "
        + "({years})"),
    mend: Wording(
      zh: "说明是否为新产品及其依据；不属新产品的，最早可申报 {round} 年度",
      en:
        "say whether the product is new, and on what grounds; if it is not, the first round possible "
        + "is {round}"))
}
