// Section 3(1)3: main business makes up most of operating revenue.

import CommonFacts
import Eligibility

/// What the figures of the base year say.
enum SpecialisationState: CriterionState {
  case notStated, repeated, noBase, contradictory, reached, notReached

  var outcome: Outcome {
    switch self {
    case .reached: .met
    case .notReached: .unmet
    case .notStated, .repeated, .noBase, .contradictory: .undetermined
    }
  }
}

extension Criterion where Applicant == GiantApplication {
  /// Section 3(1)3 and Annex 6: share of main business.
  public static let giantSpecialisation = Criterion(
    "giant-specialisation",
    clauses: [.part(section: 3, part: 1, item: 3), .annex(6)], role: .condition,
    title: Wording(zh: "主营业务收入占比", en: "Share of main business"),
    rule: Wording(
      zh: "{year} 年主营业务收入占营业收入的比重不低于 {least}，按金额计算，不作舍入",
      en:
        "main-business revenue of {year} is at least {least} of operating revenue, from the amounts and "
        + "without rounding"),
    numbers: {
      [
        "year": .year($0.baseYear.value),
        "least": .ratio(.percent($0.mainBusinessPercent.value)),
      ]
    },
    settledReadings: [.includesTheNumber, .amountsDecide],
    asks: [
      .amounts(
        [.mainBusinessRevenue, .operatingRevenue], of: [GiantThresholds.of2021.baseYear.value])
    ],
    decide: { application, law -> SpecialisationState in
      let figures = application.figures
      if figures.isRepeated(law.baseYear.value) { return .repeated }
      guard let entry = figures.only(law.baseYear.value), !figures.hasEntryWithoutYear,
        let main = entry.mainBusinessRevenue, let operating = entry.operatingRevenue
      else { return .notStated }
      if main > operating { return .contradictory }
      if operating <= .zero { return .noBase }
      let share = PercentageState(
        part: main, whole: operating, required: law.mainBusinessPercent.value)
      return share.isReached ? .reached : .notReached
    },
    explain: { state, application, law, say in
      let year = law.baseYear.value
      let entry = application.figures.only(year)
      let share = PercentageState(
        part: entry?.mainBusinessRevenue ?? .zero, whole: entry?.operatingRevenue ?? .zero,
        required: law.mainBusinessPercent.value)
      lazy var values: Reason.Values = [
        "year": .year(year), "main": .money(share.part), "operating": .money(share.whole),
        "share": share.share, "least": .ratio(.percent(share.required)),
        "gap": .money((share.leastPart - share.part).magnitude),
        "enough": .money(share.leastPart), "repeated": .list([.year(year)]),
      ]
      lazy var margin = share.margin(
        Wording(zh: "主营业务收入占营业收入比重", en: "share of main business in operating revenue"))
      lazy var places = application.figures.places(
        of: [.mainBusinessRevenue, .operatingRevenue], in: [year])
      return switch state {
      case .notStated: .missing
      case .repeated: Explanation(.giantYearRepeated, values, at: ["/figures/years"])
      case .noBase:
        say(
          "no-operating-revenue", zh: "{year} 年营业收入为 {operating}，无法计算比重",
          en: "operating revenue of {year} is {operating}, of which there is no share",
          mend: Wording(zh: "核对营业收入", en: "check operating revenue"), values, at: places)
      case .contradictory:
        say(
          "main-exceeds-operating", zh: "{year} 年主营业务收入 {main}，大于营业收入 {operating}",
          en: "main-business revenue of {year}, {main}, exceeds operating revenue, {operating}",
          mend: Wording(zh: "核对两项数据", en: "check both figures"), values, at: places)
      case .reached:
        say(
          "share-reached", zh: "{year} 年主营业务收入 {main}，占营业收入（{operating}）的 {share}，要求不低于 {least}",
          en:
            "main-business revenue of {year}, {main}, is {share} of operating revenue, {operating}; {least} "
            + "is required", values, at: places, margins: [margin])
      case .notReached:
        say(
          "share-not-reached",
          zh:
            "{year} 年主营业务收入 {main}，占营业收入（{operating}）的 {share}，要求不低于 {least}（即 {enough}），差 {gap}",
          en:
            "main-business revenue of {year}, {main}, is {share} of operating revenue, {operating}; {least} "
            + "is required, which is {enough}: {gap} short", values, at: places, margins: [margin],
          shortfall: margin.surplus)
      }
    })
}

extension Reading {
  /// What is typed into the target table decides nothing.
  static let amountsDecide = Reading(
    "amounts-decide",
    Wording(
      zh: "比重按金额计算，目标表中填写的百分数不作依据", en: "shares come from amounts, not from what is typed in"),
    ground: Wording(
      zh: "比重只是两项金额之比，目标表中的百分数可能已经舍入",
      en: "a share is the quotient of two amounts; one typed into the target table may be rounded"))
}

extension Message {
  /// A year for which there is more than one entry.
  static let giantYearRepeated = Message(
    "year-repeated", zh: "{repeated} 年出现多条数据",
    en: "there is more than one entry for {repeated}",
    mend: Wording(zh: "每年只保留一条", en: "keep one entry a year"))
}
