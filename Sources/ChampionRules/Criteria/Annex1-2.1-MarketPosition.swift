// Annex 1, 2.1: ranks in three markets, of which unknown ones are bounded by the known.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 2.1: first in the province, and among the first in the country or the world.
  public static let marketPosition = Criterion(
    "market-position",
    clauses: [
      .item(annex: 1, section: 2, item: 1), .note(annex: 2, note: 1), .note(annex: 2, note: 4),
    ], role: .condition,
    title: Wording(zh: "市场占有率位次", en: "Market position"),
    rule: Wording(
      zh: "申报产品的市场占有率居全省第 {province} 位，且居全国前 {nation} 位或全球前 {world} 位；使用上一完整年度数据",
      en:
        "by market share the product ranks number {province} in the province, and in the top {nation} "
        + "in the country or the top {world} in the world, on figures of the last full year"),
    numbers: {
      [
        "province": .count($0.provincialRank.value), "nation": .count($0.nationalRank.value),
        "world": .count($0.worldRank.value),
      ]
    },
    settledReadings: [.requirementIsCondition],
    asks: [
      AskedFact("/market/province/rank") { $0.market.province.rank == nil },
      AskedFact("/market/nation/rank") { $0.market.nation.rank == nil },
      AskedFact("/market/world/rank") { $0.market.world.rank == nil },
      AskedFact(optional: "/market/year"),
      AskedFact("/applicationYear", first: true) {
        $0.applicationYear == nil && $0.market.year != nil
      },
    ],
    evidence: [
      // Annex 2(4) lets the applicant prove the share, or others.
      Evidence(
        zh: "市场占有率证明材料", en: "proof of the market share", by: .applicant,
        under: .note(annex: 2, note: 4), at: "/market/evidence"
      ) { $0.market.evidence }
    ],
    decide: { application, law -> MarketState in
      let market = application.market
      if let year = market.year {
        guard let round = application.applicationYear else { return .roundUnknown }
        if year != round - 1 { return .ofOtherYear }
      }
      let ranks = PlausibleRanks(market)
      // Of ranks that contradict each other nobody knows which one is right.
      if !ranks.areConsistent { return .contradictory }
      let isFirst = ranks.province.isAtMost(law.provincialRank.value)
      return switch (isFirst, ranks.isLeading(under: law)) {
      case (.yes, .yes): .leading
      case (.no, _): .notFirstInProvince
      case (_, .no): .notLeading
      case (.yes, .unknown): .leadUnproven
      case (.unknown, _): .ranksMissing
      }
    },
    explain: { state, application, law, say in
      let market = application.market
      let ranks = PlausibleRanks(market)
      lazy var values: Reason.Values = [
        "province": market.province.rank.quantity { .rank($0) },
        "nation": market.nation.rank.quantity { .rank($0) },
        "world": market.world.rank.quantity { .rank($0) },
        "provinceLimit": .rank(law.provincialRank.value),
        "nationLimit": .count(law.nationalRank.value), "worldLimit": .count(law.worldRank.value),
        "year": market.year.quantity { .year($0) },
        "required": application.applicationYear.quantity { .year($0 - 1) },
      ]
      func margin(
        _ name: Wording, _ position: Market.Position, _ limit: Threshold<Int>
      ) -> [Margin] {
        guard let rank = position.rank else { return [] }
        return [
          Margin(
            name, .rank(rank), .atMost, .rank(limit.value), surplus: .places(limit.value - rank))
        ]
      }
      lazy var margins =
        margin(Wording(zh: "全省位次", en: "rank in the province"), market.province, law.provincialRank)
        + margin(
          Wording(zh: "全国位次（与全球满足其一）", en: "rank in the country (or the world)"), market.nation,
          law.nationalRank)
        + margin(
          Wording(zh: "全球位次（与全国满足其一）", en: "rank in the world (or the country)"), market.world,
          law.worldRank)
      return switch state {
      case .roundUnknown: .missing
      case .ofOtherYear:
        say(
          "market-of-other-year", zh: "市场数据为 {year} 年，应为 {required} 年",
          en: "the market figures are for {year}, not for {required}",
          mend: Wording(zh: "改用上一完整年度的数据", en: "give the figures of the last full year"), values,
          at: ["/market/year"], margins: margins)
      case .contradictory:
        say(
          "ranks-contradict",
          zh: "全省{province}、全国{nation}、全球{world}相互矛盾：更大范围内的位次不可能更靠前",
          en: "ranks {province} in the province, {nation} in the country, {world} in the world "
            + "contradict each other: a rank cannot be better in a wider market",
          mend: Wording(zh: "核对各级位次", en: "check the ranks"), values,
          at: ["/market/province/rank", "/market/nation/rank", "/market/world/rank"],
          margins: margins)
      case .leading:
        say(
          "leading-market",
          zh:
            "位次：全省{province}，全国{nation}，全球{world}；要求全省{provinceLimit}，且全国前 {nationLimit} 位或全球前 {worldLimit} 位",
          en: "ranks: province {province}, country {nation}, world {world}; required: province "
            + "{provinceLimit}, and top {nationLimit} in the country or top {worldLimit} in the world",
          values, margins: margins)
      case .notFirstInProvince where ranks.isLeading(under: law) == .no:
        say(
          "not-first-nor-leading",
          zh: "全省{province}，要求{provinceLimit}；全国{nation}、全球{world}，"
            + "要求全国前 {nationLimit} 位或全球前 {worldLimit} 位（满足其一）",
          en:
            "ranks: province {province}, {provinceLimit} required; country {nation}, world {world}, "
            + "top {nationLimit} in the country or top {worldLimit} in the world required",
          mend: Wording(
            zh: "须居全省{provinceLimit}，并达到全国前 {nationLimit} 位或全球前 {worldLimit} 位之一",
            en:
              "the product must rank {provinceLimit} in the province, and in the top "
              + "{nationLimit} in the country or the top {worldLimit} in the world"), values,
          at: ["/market/province/rank", "/market/nation/rank", "/market/world/rank"],
          margins: margins, shortfall: ranks.shortfall(under: law))
      case .notFirstInProvince:
        say(
          "not-first-in-province", zh: "全省{province}，要求{provinceLimit}",
          en: "ranks {province} in the province; {provinceLimit} required",
          mend: Wording(
            zh: "市场占有率须居全省{provinceLimit}",
            en: "the product must rank {provinceLimit} in the province"), values,
          at: ["/market/province/rank"], margins: margins,
          shortfall: ranks.shortfall(under: law))
      case .notLeading:
        say(
          "not-leading",
          zh: "全国{nation}、全球{world}，要求全国前 {nationLimit} 位或全球前 {worldLimit} 位",
          en:
            "ranks: country {nation}, world {world}; required: top {nationLimit} in the country or "
            + "top {worldLimit} in the world",
          mend: Wording(
            zh: "达到全国前 {nationLimit} 位或全球前 {worldLimit} 位之一即可",
            en: "top {nationLimit} in the country or top {worldLimit} in the world suffices"),
          values,
          at: ["/market/nation/rank", "/market/world/rank"], margins: margins,
          shortfall: ranks.shortfall(under: law))
      case .leadUnproven:
        say(
          "lead-unproven",
          zh: "全国{nation}、全球{world}，尚不能判断是否在全国前 {nationLimit} 位或全球前 {worldLimit} 位",
          en:
            "ranks: country {nation}, world {world}; top {nationLimit} in the country or top "
            + "{worldLimit} in the world is neither shown nor ruled out", values, margins: margins)
      case .ranksMissing:
        say(
          "ranks-missing", zh: "位次不全：全省{province}，全国{nation}，全球{world}",
          en: "ranks are missing: province {province}, country {nation}, world {world}", values,
          margins: margins)
      }
    })
}

/// What year and ranks say together.
enum MarketState: CriterionState {
  case roundUnknown, ofOtherYear, contradictory, leading, notFirstInProvince, notLeading
  case leadUnproven, ranksMissing

  var outcome: Outcome {
    switch self {
    case .leading: .met
    case .notFirstInProvince, .notLeading: .unmet
    default: .undetermined
    }
  }
}

/// The ranks with what each says about the others: nobody ranks better in a wider market.
private struct PlausibleRanks {
  let province: Interval<Int>
  let nation: Interval<Int>
  let world: Interval<Int>
  let areConsistent: Bool

  init(_ market: Market) {
    let (inProvince, inNation, inWorld) = (
      market.province.rank, market.nation.rank, market.world.rank
    )
    let beforeWorld = inNation ?? inProvince
    areConsistent =
      (inProvince ?? 1) <= (inNation ?? .max) && (beforeWorld ?? 1) <= (inWorld ?? .max)
    province = inProvince.map { Interval($0) } ?? Interval(from: 1, through: inNation ?? inWorld)
    nation =
      inNation.map { Interval($0) } ?? Interval(from: inProvince ?? 1, through: inWorld)
    world =
      inWorld.map { Interval($0) } ?? Interval(from: inNation ?? inProvince ?? 1, through: nil)
  }

  /// Whether the rank in the country or the one in the world is good enough.
  func isLeading(under law: Thresholds) -> Kleene {
    nation.isAtMost(law.nationalRank.value) || world.isAtMost(law.worldRank.value)
  }

  /// The surplus, negative, of places that must be made up at least: in the province, and in the
  /// country or the world, whichever is nearer; the larger of the two, since both are required.
  func shortfall(under thresholds: Thresholds) -> Quantity? {
    // An unknown rank is as good as the others allow, so no more is asked than is certain.
    func surplus(_ rank: Interval<Int>, _ limit: Threshold<Int>) -> Int {
      min(0, limit.value - rank.lower)
    }
    let places = min(
      surplus(province, thresholds.provincialRank),
      max(surplus(nation, thresholds.nationalRank), surplus(world, thresholds.worldRank)))
    return places < 0 ? .places(places) : nil
  }
}
