// Two ways lead to a leading position, by the country or by the world; first in the province is part of both.

import CommonFacts
import Eligibility

extension Application {
  func marketWays(_ law: Thresholds, now: Int) -> [Way] {
    guard let round = applicationYear else { return [] }
    // The ranks of a year that is over stay as they are; those of another year are not known.
    let isOfRound = market.year == nil || market.year == round - 1
    let isOpen = round > now || !isOfRound
    func reached(_ rank: Int?, _ limit: Threshold<Int>) -> Int? {
      guard let rank, rank > limit.value else { return rank ?? limit.value }
      return isOpen ? limit.value : nil
    }
    let (province, nation, world) = (
      market.province.rank, market.nation.rank, market.world.rank
    )
    guard let first = reached(province, law.provincialRank) else { return [] }
    func way(_ message: Message, _ ranks: [(market: String, rank: Int?, to: Int)]) -> Way {
      Way(
        round > now ? .effort : .fact,
        Reason(
          message,
          [
            "year": .year(round - 1), "provinceLimit": .rank(law.provincialRank.value),
            "nationLimit": .count(law.nationalRank.value),
            "worldLimit": .count(law.worldRank.value),
            "province": province.quantity { .rank($0) }, "nation": nation.quantity { .rank($0) },
            "world": world.quantity { .rank($0) },
          ]),
        ranks.filter { $0.rank != $0.to }.map {
          FactEdit("/market/\($0.market)/rank", .number($0.to))
        } + (isOfRound ? [] : [FactEdit("/market/year", .number(round - 1))]))
    }
    var ways: [(way: Way, places: Int)] = []
    if let reach = reached(nation, law.nationalRank) {
      // Nobody ranks better in a wider market.
      let others = world.map { isOpen ? max($0, reach) : $0 }
      ways.append(
        (
          way(
            Message(
              "national-rank",
              zh: "{year} 年全省{provinceLimit}，且全国前 {nationLimit} 位（现为全省{province}、全国{nation}）",
              en: "in {year} {provinceLimit} in the province, and top {nationLimit} in the "
                + "country (now: {province}, {nation})"),
            [("province", province, first), ("nation", nation, reach)]
              + (others.map { [("world", world, $0)] } ?? [])),
          nation.map { $0 - reach } ?? .max
        ))
    }
    if let reach = reached(world, law.worldRank) {
      let others = nation.map { isOpen ? min($0, reach) : $0 }
      ways.append(
        (
          way(
            Message(
              "world-rank",
              zh: "{year} 年全省{provinceLimit}，且全球前 {worldLimit} 位（现为全省{province}、全球{world}）",
              en: "in {year} {provinceLimit} in the province, and top {worldLimit} in the "
                + "world (now: {province}, {world})"),
            [("province", province, first), ("world", world, reach)]
              + (others.map { [("nation", nation, $0)] } ?? [])),
          world.map { $0 - reach } ?? .max
        ))
    }
    // A path that is open already leaves no other to be taken.
    if let open = ways.first(where: { $0.places == 0 }) { return [open.way] }
    return (ways.count == 2 && ways[1].places < ways[0].places ? ways.reversed() : ways)
      .map { $0.way }
  }
}
