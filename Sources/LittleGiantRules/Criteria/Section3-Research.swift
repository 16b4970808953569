// Section 3(1)4 and 6(2)5: research and development in each of two years, never their average.

import CommonFacts
import Eligibility

/// What the figures of each year say together.
struct ResearchState: CriterionState {
  let outcome: Outcome
}

/// What the figures of one year say.
private enum YearOfResearch {
  case notStated, repeated, noBase
  case shown(PercentageState)

  init(_ year: Int, _ figures: Figures, required: Int) {
    if figures.isRepeated(year) {
      self = .repeated
    } else if let entry = figures.only(year), let research = entry.researchAndDevelopment,
      let operating = entry.operatingRevenue
    {
      self =
        operating <= .zero
        ? .noBase : .shown(PercentageState(part: research, whole: operating, required: required))
    } else {
      self = .notStated
    }
  }

  var isNotStated: Bool { if case .notStated = self { true } else { false } }

  var isReached: Kleene {
    if case .shown(let share) = self { Kleene(share.isReached) } else { .unknown }
  }

  /// What is said of it.
  func reason(_ year: Int) -> Reason {
    switch self {
    case .notStated:
      Reason(
        Message("year-not-stated", zh: "{year} 年数据不全", en: "figures of {year} are incomplete"),
        ["year": .year(year)])
    case .repeated:
      Reason(.giantYearRepeated, ["repeated": .list([.year(year)])])
    case .noBase:
      Reason(
        Message(
          "no-operating-revenue-in-year", zh: "{year} 年没有营业收入，无法计算比重",
          en: "no operating revenue in {year}, of which there is no share"),
        ["year": .year(year)])
    case .shown(let share) where share.isReached:
      Reason(
        Message(
          "research-of-year", zh: "{year} 年 {share}（{research}，营业收入 {operating}）",
          en: "{share} in {year} ({research} of {operating})"),
        share.values(year))
    case .shown(let share):
      Reason(
        Message(
          "research-of-year-short",
          zh: "{year} 年 {share}（{research}，营业收入 {operating}），应为 {enough}，差 {gap}",
          en:
            "{share} in {year} ({research} of {operating}; {enough} is needed, {gap} short)"),
        share.values(year))
    }
  }
}

extension PercentageState {
  fileprivate func values(_ year: Int) -> Reason.Values {
    [
      "year": .year(year), "share": share, "research": .money(part), "operating": .money(whole),
      "enough": .money(leastPart), "gap": .money((leastPart - part).magnitude),
    ]
  }
}

extension Criterion where Applicant == GiantApplication {
  /// Section 3(1)4, 6(2)5 and Annex 6: share of research and development.
  public static let giantResearch = Criterion(
    "giant-rd",
    clauses: [
      .part(section: 3, part: 1, item: 4), .part(section: 6, part: 2, item: 5), .annex(6),
    ], role: .condition,
    title: Wording(zh: "研发经费占比", en: "Share of research and development"),
    rule: Wording(
      zh: "{first} 年和 {last} 年，每年研发经费支出占营业收入的比重均不低于 {least}；两年平均达到不算",
      en:
        "in {first} and in {last}, each year alone, research and development is at least {least} of "
        + "operating revenue; an average never helps"),
    numbers: {
      [
        "first": .year($0.yearsOfResearch[0]), "last": .year($0.baseYear.value),
        "least": .ratio(.percent($0.researchPercent.value)),
      ]
    },
    settledReadings: [
      Reading(
        "each-year-alone", Wording(zh: "两年每年均须达到", en: "each of the two years has to reach it"),
        ground: Wording(
          zh: "六（二）5 写明近 2 年每年均不低于 4%",
          en: "Section 6(2)5 says not below 4% in each of the two years")),
      .includesTheNumber, .amountsDecide,
    ],
    asks: [
      .amounts(
        [.researchAndDevelopment, .operatingRevenue], of: GiantThresholds.of2021.yearsOfResearch)
    ],
    decide: { application, law -> ResearchState in
      let figures = application.figures
      // An entry of an unknown year may be of one of these.
      if figures.hasEntryWithoutYear { return ResearchState(outcome: .undetermined) }
      var answer = Kleene.yes
      for year in law.yearsOfResearch {
        answer =
          answer
          && YearOfResearch(year, figures, required: law.researchPercent.value).isReached
      }
      return ResearchState(outcome: Outcome(answer))
    },
    explain: { state, application, law, say in
      let years = law.yearsOfResearch
      let shares = years.map {
        YearOfResearch($0, application.figures, required: law.researchPercent.value)
      }
      lazy var values: Reason.Values = [
        "least": .ratio(.percent(law.researchPercent.value)),
        "years": .list(zip(years, shares).map { .reason($1.reason($0)) }),
      ]
      lazy var margins = zip(years, shares).compactMap { year, share -> Margin? in
        guard case .shown(let share) = share else { return nil }
        return share.margin(
          Wording(zh: "\(year) 年研发经费占营业收入比重", en: "share of research and development in \(year)"))
      }
      lazy var least = shares.compactMap { share -> PercentageState? in
        if case .shown(let share) = share, !share.isReached { share } else { nil }
      }.max { $0.fallsShortLess(than: $1) }
      lazy var places = application.figures.places(
        of: [.researchAndDevelopment, .operatingRevenue], in: years)
      switch state.outcome {
      case .met:
        return say(
          "research-reached", zh: "研发经费占营业收入比重：{years}；要求每年不低于 {least}",
          en: "share in operating revenue: {years}; {least} is required in each", values,
          at: places,
          margins: margins)
      case .unmet:
        return say(
          "research-not-reached", zh: "研发经费占营业收入比重：{years}；要求每年不低于 {least}",
          en: "share in operating revenue: {years}; {least} is required in each", values,
          at: places,
          margins: margins, shortfall: least?.surplus)
      default: break
      }
      if shares.allSatisfy({ $0.isNotStated }) { return .missing }
      return say(
        "research-open", zh: "研发经费占营业收入比重：{years}；要求每年不低于 {least}",
        en: "share in operating revenue: {years}; {least} is required in each",
        mend: Wording(zh: "补充或核对各年数据", en: "supply or check the figures of each year"), values)
    })
}

extension PercentageState {
  /// Whether it is nearer to what is required than another one, of shares that both fall short.
  fileprivate func fallsShortLess(than other: PercentageState) -> Bool {
    // Wide enough: amounts of a file are within 10¹⁷ fen, and so are their products within 10³⁴.
    part.fen * other.whole.fen > other.part.fen * whole.fen
  }
}
