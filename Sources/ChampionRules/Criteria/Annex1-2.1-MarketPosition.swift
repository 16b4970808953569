// Annex 1, 2.1: ranks in three markets, of which unknown ones are bounded by the known.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 2.1: first in the province, and among the first in the country or the world.
  public static let marketPosition = Criterion(
    id: "market-position",
    clauses: [
      .item(annex: 1, section: 2, item: 1), .note(annex: 2, note: 1), .note(annex: 2, note: 4),
    ], role: .condition,
    title: Wording(zh: "市场占有率位次", en: "Market position"),
    rule: Wording(
      zh: "申报产品的市场占有率居全省第 {province} 位，且居全国前 {nation} 位或全球前 {world} 位；使用上一完整年度数据",
      en: "by market share the product is number {province} in the province, and among the first "
        + "{nation} in the country or the first {world} in the world, in the last full year"),
    numbers: {
      [
        "province": .count($0.provincialRank.value), "nation": .count($0.nationalRank.value),
        "world": .count($0.worldRank.value),
      ]
    },
    settledReadings: [.requirementIsCondition],
    reads: [
      "/market/province/rank", "/market/nation/rank", "/market/world/rank", "/market/year",
      "/applicationYear",
    ],
    evidence: [
      Evidence(zh: "市场占有率证明材料", en: "proof of the market share") {
        unattached($0.market.evidence, at: "/market/evidence")
      }
    ]
  ) { application, thresholds, why in
    let applicationYear = application.applicationYear
    let market = application.market
    let ranks = PlausibleRanks(market)
    lazy var values: Reason.Values = [
      "province": market.province.rank.quantity { .rank($0) },
      "nation": market.nation.rank.quantity { .rank($0) },
      "world": market.world.rank.quantity { .rank($0) },
      "provinceLimit": .rank(thresholds.provincialRank.value),
      "nationLimit": .rank(thresholds.nationalRank.value),
      "worldLimit": .rank(thresholds.worldRank.value),
      "year": market.year.quantity { .year($0) },
      "required": applicationYear.quantity { .year($0 - 1) },
    ]
    lazy var margins = [
      (market.province, thresholds.provincialRank), (market.nation, thresholds.nationalRank),
      (market.world, thresholds.worldRank),
    ].compactMap { position, limit in
      position.rank.map {
        Margin(.rank($0), against: .rank(limit.value), surplus: .places(limit.value - $0))
      }
    }
    lazy var missing = absent([
      "/market/province/rank": market.province.rank == nil,
      "/market/nation/rank": market.nation.rank == nil,
      "/market/world/rank": market.world.rank == nil,
    ])
    if let year = market.year {
      guard let round = applicationYear else {
        return why.lacking(["/applicationYear"] + missing)
      }
      if year != round - 1 {
        return why.conclude(
          .undetermined, .marketOfOtherYear, values, missing: missing, at: ["/market/year"],
          margins: margins)
      }
    }
    let isFirst = ranks.province.isAtMost(thresholds.provincialRank.value)
    let inNation = ranks.nation.isAtMost(thresholds.nationalRank.value)
    let inWorld = ranks.world.isAtMost(thresholds.worldRank.value)
    // Of ranks that contradict each other nobody knows which one is right.
    switch ranks.areConsistent ? isFirst && (inNation || inWorld) : .unknown {
    case .yes: return why.conclude(.met, .leadingMarket, values, margins: margins)
    case .no:
      return why.conclude(
        .unmet, isFirst == .no ? .notFirstInProvince : .notLeading, values,
        at: isFirst == .no
          ? ["/market/province/rank"] : ["/market/nation/rank", "/market/world/rank"],
        margins: margins, shortfall: ranks.shortfall(under: thresholds))
    case .unknown:
      let message: Message =
        !ranks.areConsistent ? .ranksContradict : isFirst == .yes ? .leadUnproven : .ranksMissing
      return why.conclude(.undetermined, message, values, missing: missing, margins: margins)
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

  /// How many places must be made up at least: in the province, and in the country or the world,
  /// whichever is nearer; the larger of the two, since both are required.
  func shortfall(under thresholds: Thresholds) -> Quantity? {
    // An unknown rank is as good as the others allow, so no more is asked than is certain.
    func lacking(_ rank: Interval<Int>, _ limit: Threshold<Int>) -> Int {
      max(0, rank.lower - limit.value)
    }
    let places = max(
      lacking(province, thresholds.provincialRank),
      min(lacking(nation, thresholds.nationalRank), lacking(world, thresholds.worldRank)))
    return places > 0 ? .places(-places) : nil
  }
}

extension Message {
  static let leadingMarket = Message(
    "leading-market",
    says: Wording(
      zh:
        "位次：全省{province}，全国{nation}，全球{world}；要求全省{provinceLimit}，且全国{nationLimit}以内或全球{worldLimit}以内",
      en: "ranks: province {province}, country {nation}, world {world}; required: province "
        + "{provinceLimit}, and country {nationLimit} or better or world {worldLimit} or better"))
  static let notFirstInProvince = Message(
    "not-first-in-province",
    says: Wording(
      zh: "全省{province}，要求{provinceLimit}",
      en: "rank in the province {province}, {provinceLimit} required"),
    mend: Wording(
      zh: "市场占有率须升至全省{provinceLimit}", en: "the product must rank {provinceLimit} in the province"))
  static let notLeading = Message(
    "not-leading",
    says: Wording(
      zh: "全国{nation}、全球{world}，要求全国{nationLimit}以内或全球{worldLimit}以内",
      en:
        "ranks: country {nation}, world {world}; country {nationLimit} or better, or world {worldLimit} or better required"
    ),
    mend: Wording(
      zh: "达到全国{nationLimit}以内或全球{worldLimit}以内之一即可",
      en: "country {nationLimit} or better, or world {worldLimit} or better suffices"))
  static let leadUnproven = Message(
    "lead-unproven",
    says: Wording(
      zh: "全国{nation}、全球{world}，尚不能判断是否在全国{nationLimit}以内或全球{worldLimit}以内",
      en:
        "ranks: country {nation}, world {world}; country {nationLimit} or better, or world {worldLimit} or better, is "
        + "neither shown nor ruled out"))
  static let ranksMissing = Message(
    "ranks-missing",
    says: Wording(
      zh: "位次不全：全省{province}，全国{nation}，全球{world}",
      en: "ranks are missing: province {province}, country {nation}, world {world}"))
  static let ranksContradict = Message(
    "ranks-contradict",
    says: Wording(
      zh: "全省{province}、全国{nation}、全球{world}相互矛盾：更大范围内的位次不可能更靠前",
      en: "ranks {province} in the province, {nation} in the country, {world} in the world "
        + "contradict each other: none can be better in the wider market"),
    mend: Wording(zh: "核对各级位次", en: "check the ranks"))
  static let marketOfOtherYear = Message(
    "market-of-other-year",
    says: Wording(
      zh: "市场数据为 {year} 年，应为 {required} 年",
      en: "the market figures are of {year}, not of {required}"),
    mend: Wording(zh: "改用上一完整年度的数据", en: "give the figures of the last full year"))
}
