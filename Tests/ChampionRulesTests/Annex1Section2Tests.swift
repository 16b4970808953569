// Annex 1, section 2 asks for ranks, which bound one another, and for energy use, which need not apply.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct MarketPositionTests {
  private func weigh(province: Int?, nation: Int?, world: Int?) throws -> Finding {
    try judge("market-position") {
      $0.market.province.rank = province
      $0.market.nation.rank = nation
      $0.market.world.rank = world
    }
  }

  @Test(arguments: [
    // In the country 5 suffices and 6 does not, in the world 10 and 11.
    (1, 4, 11, Outcome.met), (1, 5, 11, .met), (1, 6, 11, .unmet),
    (1, 6, 9, .met), (1, 6, 10, .met), (1, 5, 10, .met), (1, 10, 10, .met), (1, 11, 11, .unmet),
    (1, 1, 1, .met), (1, 40, 200, .unmet),
  ])
  func `the first five in the country or the first ten in the world`(
    province: Int, nation: Int, world: Int, outcome: Outcome
  ) throws {
    let finding = try weigh(province: province, nation: nation, world: world)
    #expect(finding.outcome == outcome)
    #expect(finding.said == (outcome == .met ? "leading-market" : "not-leading"))
    #expect(
      finding.places == (outcome == .met ? [] : ["/market/nation/rank", "/market/world/rank"]))
    #expect(
      finding.margins == [
        Margin(
          Wording(zh: "全省位次", en: "rank in the province"), .rank(province), .atMost, .rank(1),
          surplus: .places(0)),
        Margin(
          Wording(zh: "全国位次（与全球满足其一）", en: "rank in the country (or the world)"), .rank(nation),
          .atMost, .rank(5),
          surplus: .places(5 - nation)),
        Margin(
          Wording(zh: "全球位次（与全国满足其一）", en: "rank in the world (or the country)"), .rank(world),
          .atMost, .rank(10),
          surplus: .places(10 - world)),
      ])
    #expect(finding.value("year") == .year(2024))
    #expect(finding.value("required") == .year(2024))
  }

  @Test(
    arguments: [
      // Both are required, so the larger step counts; of country and world the nearer one.
      (2, 8, 30, -3), (2, 3, 3, -1), (4, 6, 30, -3), (1, 6, 11, -1), (1, 12, 12, -2),
      // What is unknown may be good enough already, as far as the other ranks allow.
      (2, 8, nil, -1), (2, nil, 30, -1), (2, nil, nil, -1), (1, 13, nil, -3), (nil, 13, nil, -3),
    ] as [(Int?, Int?, Int?, Int)])
  func `what has to be made up is the larger of the steps that are certain`(
    province: Int?, nation: Int?, world: Int?, places: Int
  ) throws {
    #expect(
      try weigh(province: province, nation: nation, world: world).shortfall == .places(places))
    #expect(try weigh(province: 1, nation: 5, world: 10).shortfall == nil)
  }

  @Test(arguments: [1, 2, 3, 6, 11, nil], [1, 2, 5, 9, 11, nil])
  func `second in the province is unmet whatever the other ranks are, unless they contradict it`(
    nation: Int?, world: Int?
  ) throws {
    for province in [2, 3] {
      let finding = try weigh(province: province, nation: nation, world: world)
      let ranks = [province, nation, world].compactMap { $0 }
      if ranks != ranks.sorted() {
        #expect(finding.outcome == .undetermined)
        continue
      }
      #expect(finding.outcome == .unmet)
      // What is not given is as good as the others allow.
      let fails = (nation ?? province) > 5 && (world ?? nation ?? province) > 10
      #expect(finding.said == (fails ? "not-first-nor-leading" : "not-first-in-province"))
      #expect(
        finding.places
          == (fails
            ? ["/market/province/rank", "/market/nation/rank", "/market/world/rank"]
            : ["/market/province/rank"]))
    }
  }

  @Test(
    arguments: [
      // One rank may settle what the other could only confirm.
      (3, nil, Outcome.met, "leading-market"), (5, nil, .met, "leading-market"),
      (nil, 10, .met, "leading-market"), (nil, 5, .met, "leading-market"),
      // Nobody ranks better in the world than in the country.
      (11, nil, .unmet, "not-leading"), (12, nil, .unmet, "not-leading"),
      // The unknown rank would decide.
      (6, nil, .undetermined, "lead-unproven"), (10, nil, .undetermined, "lead-unproven"),
      (nil, 11, .undetermined, "lead-unproven"), (nil, nil, .undetermined, "lead-unproven"),
    ] as [(Int?, Int?, Outcome, String)])
  func `an unknown rank leaves it open only where some value of it would change the answer`(
    nation: Int?, world: Int?, outcome: Outcome, said: String
  ) throws {
    let finding = try weigh(province: 1, nation: nation, world: world)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
    let absent: [Pointer] =
      (nation == nil ? ["/market/nation/rank"] : []) + (world == nil ? ["/market/world/rank"] : [])
    #expect(finding.missing == (outcome == .undetermined ? absent : []))
  }

  @Test(
    arguments: [
      // First in the country or the world is first in the province.
      (1, nil, Outcome.met, "leading-market"), (nil, 1, .met, "leading-market"),
      (2, nil, .undetermined, "ranks-missing"), (nil, 2, .undetermined, "ranks-missing"),
      (3, 8, .undetermined, "ranks-missing"), (nil, nil, .undetermined, "ranks-missing"),
      (6, 11, .unmet, "not-leading"), (11, nil, .unmet, "not-leading"),
    ] as [(Int?, Int?, Outcome, String)])
  func `an unknown rank in the province is bounded by the wider ranks`(
    nation: Int?, world: Int?, outcome: Outcome, said: String
  ) throws {
    let finding = try weigh(province: nil, nation: nation, world: world)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
    if outcome == .undetermined {
      #expect(finding.missing.first == "/market/province/rank")
    }
  }

  @Test(arguments: [
    (1, 4, 3), (1, 5, 1), (1, 6, 5), (1, 12, 11), (1, 40, 20), (2, 1, 1), (2, 1, 9), (3, 3, 2),
    (2, 3, 1),
  ])
  func `of ranks that cannot all be true none decides`(
    province: Int, nation: Int, world: Int
  ) throws {
    let finding = try weigh(province: province, nation: nation, world: world)
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "ranks-contradict")
    if nation > world {
      let unranked = try weigh(province: nil, nation: nation, world: world)
      #expect(unranked.outcome == .undetermined)
    }
  }

  @Test func `every missing rank is named`() throws {
    let finding = try judge(Application(), by: "market-position")
    #expect(finding.outcome == .undetermined)
    #expect(
      finding.missing == ["/market/province/rank", "/market/nation/rank", "/market/world/rank"])
    #expect(finding.margins.isEmpty)
  }

  @Test(arguments: [2023, 2025])
  func `figures of another year than the last full one decide nothing`(year: Int) throws {
    let finding = try judge("market-position") { $0.market.year = year }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "market-of-other-year")
    #expect(finding.value("year") == .year(year))
    #expect(finding.value("required") == .year(2024))
    #expect(finding.places == ["/market/year"])
    #expect(finding.margins.count == 3)
  }

  @Test func `a year not stated is the last full year, whichever round it is`() throws {
    let finding = try judge("market-position") {
      $0.market.year = nil
      $0.applicationYear = nil
    }
    #expect(finding.outcome == .met)
  }

  @Test func `a year stated needs the round to be compared with`() throws {
    let finding = try judge("market-position") {
      $0.applicationYear = nil
      $0.market.world.rank = nil
    }
    #expect(finding == .lacking(["/applicationYear", "/market/world/rank"]))
  }
}

@Suite struct EnergyBenchmarkTests {
  private func weigh(_ consumption: Decimal, against advanced: Decimal) throws -> Finding {
    try judge("energy-benchmark") {
      $0.product.energy.consumption = consumption
      $0.product.energy.advancedValue = advanced
    }
  }

  @Test(arguments: [
    (Decimal(59_999_999, scale: 8), Outcome.met, "0.00000001"),
    (Decimal(6, scale: 1), .met, "0"), (Decimal(60_000_000, scale: 8), .met, "0"),
    (Decimal(60_000_001, scale: 8), .unmet, "-0.00000001"),
  ])
  func `consumption equal to the advanced value suffices, any more does not`(
    consumption: Decimal, outcome: Outcome, surplus: String
  ) throws {
    let finding = try weigh(consumption, against: Decimal(6, scale: 1))
    #expect(finding.outcome == outcome)
    #expect(finding.said == (outcome == .met ? "within-advanced-value" : "above-advanced-value"))
    #expect(finding.shortfall == (outcome == .met ? nil : .digits(surplus)))
    #expect(finding.value("standard") == .text("虚构标准 1-2020"))
    #expect(finding.value("unit") == .text("kgce/t"))
    #expect(
      finding.margins == [
        Margin(
          Wording(zh: "单位能耗", en: "energy use of a unit"), .number(consumption), .atMost,
          .number(Decimal(6, scale: 1)), surplus: .digits(surplus))
      ])
  }

  @Test func `without a quota standard it does not apply, and stands in nobody's way`() throws {
    var application = Application.eligible
    application.product.energy = Product.EnergyUse()
    application.product.energy.hasQuotaStandard = false
    let finding = try judge(application, by: "energy-benchmark")
    #expect(finding.outcome == .notApplicable)
    #expect(finding.said == "no-quota-standard")
    let assessment = try Rulebook.champion.assess(
      application, on: application.filingDate, strictness: .indicatorsToo
    ).get()
    #expect(assessment.verdict == .eligible)
  }

  @Test func `every missing fact leaves it open and is named`() throws {
    let id = "energy-benchmark"
    #expect(
      try judge(id) { $0.product.energy.hasQuotaStandard = nil }
        == .lacking(["/product/energy/hasQuotaStandard"]))
    #expect(
      try judge(id) { $0.product.energy.standard = nil }
        == .lacking(["/product/energy/standard"]))
    #expect(
      try judge(id) { $0.product.energy.consumption = nil }
        == .lacking(["/product/energy/consumption"]))
    #expect(
      try judge(id) { $0.product.energy.advancedValue = nil }
        == .lacking(["/product/energy/advancedValue"]))
    #expect(
      try judge(Application(), by: id)
        == .lacking([
          "/product/energy/hasQuotaStandard", "/product/energy/standard",
          "/product/energy/consumption", "/product/energy/advancedValue",
        ]))
  }
}

@Suite struct InternationalBrandTests {
  @Test func `the share of international in operating revenue of the last year is shown`() throws {
    let finding = try judge("international-brand") {
      $0.figures.years?[2].internationalRevenue = Money(yuan: 27_000_000)
      $0.figures.years?[2].operatingRevenue = Money(yuan: 270_000_000)
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "international-share")
    #expect(finding.value("year1") == .year(2024))
    #expect(
      finding.value("share1")
        == Ratio(Money(yuan: 27_000_000), of: Money(yuan: 270_000_000)).map { .ratio($0) })
    #expect(finding.value("year2") == nil)
  }

  @Test func `only the last year's figures are needed, and those missing are named`() throws {
    let earlier = try judge("international-brand") {
      $0.figures.years?[1].internationalRevenue = nil
      $0.figures.years?[1].operatingRevenue = nil
    }
    #expect(earlier.outcome == .forReview)
    let last = try judge("international-brand") {
      $0.figures.years?[2].internationalRevenue = nil
      $0.figures.years?[2].operatingRevenue = nil
    }
    #expect(last.outcome == .undetermined)
    #expect(
      last.missing == [
        Pointer("/figures/years/*/internationalRevenue", at: 2),
        Pointer("/figures/years/*/operatingRevenue", at: 2),
      ])
    let none = try judge("international-brand") { $0.figures.years = nil }
    #expect(none.missing == ["/figures/years"])
  }

  @Test func `a share of no revenue at all is no number`() throws {
    let finding = try judge("international-brand") {
      $0.figures.years?[2].operatingRevenue = .zero
    }
    #expect(finding.outcome == .forReview)
    #expect(
      finding.value("share1")
        == .term(Wording(zh: "基数为零，无法计算", en: "not computable, as the base is zero")))
  }
}
