// Annex 1, section 1 has the thresholds most often missed: years in the field and average revenue.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct FocusYearsTests {
  private func weigh(
    _ start: String, isNew: Bool?, grounds: String? = "鉴定证书"
  ) throws -> Finding {
    try judge("focus-years") {
      $0.product.fieldSince = PartialDate(iso: start)
      $0.product.isNew = isNew
      $0.product.noveltyGrounds = grounds
    }
  }

  @Test(arguments: [
    // 1 January 2018 to the end of 31 December 2024 are exactly seven years.
    ("2017-12-31", Outcome.met, 7, 1), ("2018-01-01", .met, 7, 0), ("2018-01-02", .unmet, 6, -1),
    ("2010-06-15", .met, 14, 2757), ("2024-12-31", .unmet, 0, -2556),
    ("2025-09-10", .unmet, 0, -2809),
  ])
  func `seven complete years are needed at the end of the year before the round`(
    start: String, outcome: Outcome, complete: Int, surplus: Int
  ) throws {
    let finding = try weigh(start, isNew: false)
    #expect(finding.outcome == outcome)
    #expect(finding.said == (outcome == .met ? "long-enough" : "not-long-enough"))
    #expect(finding.value("years") == .years(7))
    #expect(finding.value("complete") == .years(complete))
    #expect(finding.value("yearEnd") == .day("2024-12-31"))
    #expect(finding.value("latest") == .day("2018-01-01"))
    let margin = try #require(finding.margins.first)
    #expect(finding.margins.count == 1)
    #expect(margin.value == .date(try #require(PartialDate(iso: start))))
    #expect(margin.threshold == .day("2018-01-01"))
    #expect(margin.surplus == .days(surplus))
    #expect(finding.shortfall == (outcome == .met ? nil : .days(surplus)))
  }

  @Test(arguments: [
    ("2021-12-31", Outcome.met, 1), ("2022-01-01", .met, 0), ("2022-01-02", .unmet, -1),
  ])
  func `three complete years suffice for a new product`(
    start: String, outcome: Outcome, surplus: Int
  ) throws {
    let finding = try weigh(start, isNew: true)
    #expect(finding.outcome == outcome)
    #expect(finding.value("years") == .years(3))
    #expect(finding.value("latest") == .day("2022-01-01"))
    #expect(finding.margins.map(\.surplus) == [.days(surplus)])
  }

  @Test(arguments: [
    ("2018-01-01", Outcome.met, 7, "long-enough"),
    ("2018-01-02", .undetermined, 7, "novel-status-open"),
    ("2022-01-01", .undetermined, 7, "novel-status-open"),
    ("2022-01-02", .unmet, 7, "not-long-enough-either"),
  ])
  func `while it is unknown whether the product is new, only what both thresholds say is decided`(
    start: String, outcome: Outcome, years: Int, said: String
  ) throws {
    let finding = try weigh(start, isNew: nil, grounds: nil)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
    #expect(finding.value("years") == .years(years))
    // Grounds are wanted of a product that is new.
    #expect(finding.missing == (outcome == .undetermined ? ["/product/isNew"] : []))
  }

  @Test func `a product said to be new without grounds may be new or not`() throws {
    let open = try weigh("2020-01-01", isNew: true, grounds: nil)
    #expect(open.outcome == .undetermined)
    #expect(open.said == "novel-status-open")
    #expect(open.missing == ["/product/noveltyGrounds"])
    #expect(open.value("newYears") == .years(3))
    #expect(try weigh("2017-01-01", isNew: true, grounds: nil).outcome == .met)
    #expect(try weigh("2023-01-01", isNew: true, grounds: nil).outcome == .unmet)
  }

  @Test func `a product that is not new needs no grounds`() throws {
    #expect(try weigh("2020-01-01", isNew: false, grounds: nil).outcome == .unmet)
    #expect(try weigh("2017-01-01", isNew: false, grounds: nil).outcome == .met)
  }

  @Test(arguments: [
    ("2017", false, Outcome.met, "long-enough"), ("2017-12", false, .met, "long-enough"),
    ("2018", false, .undetermined, "start-needs-month"),
    ("2018-01", false, .undetermined, "start-needs-day"),
    ("2018-02", false, .unmet, "not-long-enough"), ("2019", false, .unmet, "not-long-enough"),
    ("2021", true, .met, "long-enough"), ("2022", true, .undetermined, "start-needs-month"),
    ("2022-01", true, .undetermined, "start-needs-day"),
    ("2022-02", true, .unmet, "not-long-enough"),
  ])
  func `a start known to the month or year may be any day of it`(
    start: String, isNew: Bool, outcome: Outcome, said: String
  ) throws {
    let finding = try weigh(start, isNew: isNew)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
    #expect(finding.missing.isEmpty)
    #expect(finding.places == (outcome == .undetermined ? ["/product/fieldSince"] : []))
  }

  @Test(arguments: [
    ("2018", 7, "2018-01-01"), ("2018-01", 7, "2018-01-01"), ("2022", 3, "2022-01-01"),
    ("2022-01", 3, "2022-01-01"),
  ])
  func `where date and status are both open the threshold named is the one the date leaves open`(
    start: String, years: Int, latest: String
  ) throws {
    let finding = try weigh(start, isNew: nil, grounds: nil)
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == (start.count == 4 ? "start-needs-month" : "start-needs-day"))
    #expect(finding.value("years") == .years(years))
    #expect(finding.value("latest") == .day(try #require(PartialDate(iso: latest)).earliest))
    #expect(finding.missing == ["/product/isNew"])
  }

  @Test func `complete years and distance are those that are certain`() throws {
    let late = try weigh("2017", isNew: false)
    #expect(late.value("complete") == .years(7))
    #expect(late.margins.map(\.surplus) == [.days(1)])
    let short = try weigh("2019", isNew: false)
    #expect(short.value("complete") == .years(5))
    #expect(short.margins.map(\.surplus) == [.days(-365)])
  }

  @Test(arguments: [
    ("2018-01-02", false, 2026), ("2020-06-15", false, 2028), ("2020-01-01", false, 2027),
    ("2022-01-02", true, 2026),
  ])
  func `the first round possible is the one whose year before completes the time`(
    start: String, isNew: Bool, round: Int
  ) throws {
    let finding = try weigh(start, isNew: isNew)
    #expect(finding.outcome == .unmet)
    #expect(finding.value("round") == .year(round))
    for (year, outcome) in [(round - 1, Outcome.unmet), (round, .met)] {
      let other = try judge("focus-years") {
        $0.applicationYear = year
        $0.product.fieldSince = PartialDate(iso: start)
        $0.product.isNew = isNew
      }
      #expect(other.outcome == outcome)
    }
  }

  @Test(arguments: [
    ("2025-09-10", "not-long-enough"), ("2025-09-11", "start-after-filing"),
    ("2025-09", "not-long-enough"), ("2025-10", "start-after-filing"),
    ("9999-12-31", "start-after-filing"),
  ])
  func `a start after the filing date contradicts it`(start: String, said: String) throws {
    let finding = try weigh(start, isNew: true)
    #expect(finding.said == said)
    #expect(finding.outcome == (said == "start-after-filing" ? .undetermined : .unmet))
  }

  @Test func `of an open status the round of each threshold is said`() throws {
    let finding = try weigh("2023-05-01", isNew: nil, grounds: nil)
    #expect(finding.outcome == .unmet)
    #expect(finding.value("round") == .year(2031))
    #expect(finding.value("newRound") == .year(2027))
    #expect(finding.shortfall == .days(-485))
    let open = try weigh("2020-01-01", isNew: nil, grounds: nil)
    #expect(open.said == "novel-status-open")
    #expect(open.value("round") == .year(2027))
  }

  @Test func `of an imprecise start the first round is the one that is certain`() throws {
    let finding = try weigh("2020", isNew: false)
    #expect(finding.outcome == .unmet)
    #expect(finding.value("round") == .year(2028))
  }

  @Test func `every missing fact is named`() throws {
    #expect(
      try judge("focus-years") { $0.applicationYear = nil }
        == .lacking(["/applicationYear"]))
    #expect(
      try judge("focus-years") { $0.product.fieldSince = nil }
        == .lacking(["/product/fieldSince"]))
    #expect(
      try judge(Application(), by: "focus-years")
        == .lacking(["/applicationYear", "/product/fieldSince", "/product/isNew"]))
  }
}

@Suite struct AverageRevenueTests {
  private static let required = Money(yuan: 600_000_000)

  private func weigh(_ change: (inout [YearFigures]) -> Void) throws -> Finding {
    try judge("average-revenue") {
      var years = $0.figures.years ?? []
      change(&years)
      // A part is no greater than the whole, unless that is what the test is about.
      for index in years.indices {
        years[index].operatingRevenue = [
          years[index].operatingRevenue, years[index].mainBusinessRevenue,
        ].compactMap { $0 }.max()
      }
      $0.figures.years = years
    }
  }

  @Test(
    arguments: [
      (59_999_999_999, Outcome.unmet, -1), (60_000_000_000, .met, 0), (60_000_000_001, .met, 1),
    ] as [(Int64, Outcome, Int64)])
  func `a sum of 600,000,000.00 is an average of 200 million, a fen less is not`(
    fen: Int64, outcome: Outcome, surplus: Int64
  ) throws {
    let finding = try weigh {
      $0[0].mainBusinessRevenue = Money(yuan: 150_000_000)
      $0[1].mainBusinessRevenue = Money(fen: 20_000_000_001)
      $0[2].mainBusinessRevenue = Money(fen: fen - 35_000_000_001)
    }
    #expect(finding.outcome == outcome)
    #expect(finding.said == (outcome == .met ? "sum-reached" : "sum-not-reached"))
    #expect(finding.value("sum") == .money(Money(fen: fen)))
    #expect(finding.value("required") == .money(AverageRevenueTests.required))
    #expect(finding.value("gap") == .money(Money(fen: abs(surplus))))
    #expect(finding.shortfall == (outcome == .met ? nil : .money(Money(fen: surplus))))
    #expect(finding.value("from") == .year(2022))
    #expect(finding.value("to") == .year(2024))
    #expect(
      finding.margins == [
        Margin(
          Wording(zh: "三年主营业务收入合计", en: "sum of main-business revenue"),
          .money(Money(fen: fen)), .atLeast, .money(AverageRevenueTests.required),
          surplus: .money(Money(fen: surplus)))
      ])
    #expect(
      finding.places == (0...2).map { Pointer("/figures/years/*/mainBusinessRevenue", at: $0) })
  }

  @Test func `the years are the three before the round, others do not count`() throws {
    let finding = try weigh {
      $0[0].mainBusinessRevenue = Money(yuan: 100_000_000)
      $0[1].mainBusinessRevenue = Money(yuan: 100_000_000)
      $0[2].mainBusinessRevenue = Money(yuan: 100_000_000)
      $0.insert(YearFigures(of: 2021, mainBusiness: 900_000_000), at: 0)
      $0.append(YearFigures(of: 2025, mainBusiness: 900_000_000))
    }
    #expect(finding.outcome == .unmet)
    #expect(finding.value("sum") == .money(Money(yuan: 300_000_000)))
    #expect(
      finding.places == (1...3).map { Pointer("/figures/years/*/mainBusinessRevenue", at: $0) })
  }

  @Test func `operating revenue never stands in for main-business revenue`() throws {
    let finding = try weigh {
      for index in $0.indices {
        $0[index].mainBusinessRevenue = nil
        $0[index].operatingRevenue = Money(yuan: 900_000_000)
      }
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "years-lacking")
    #expect(finding.open == ["years-without-revenue": [2022, 2023, 2024]])
    #expect(
      finding.missing == (0...2).map { Pointer("/figures/years/*/mainBusinessRevenue", at: $0) })
  }

  @Test func `an unaudited year leaves it open with the provisional result`() throws {
    let reaching = try weigh { $0[2].isAudited = false }
    #expect(reaching.outcome == .undetermined)
    #expect(reaching.said == "provisionally-reached")
    #expect(reaching.open == ["years-not-audited": [2024]])
    #expect(reaching.margins.isEmpty)
    let short = try weigh {
      $0[0].isAudited = false
      $0[2].isAudited = false
      $0[2].mainBusinessRevenue = Money(yuan: 150_000_000)
    }
    #expect(short.outcome == .undetermined)
    #expect(short.said == "provisionally-short")
    #expect(short.open == ["years-not-audited": [2022, 2024]])
    #expect(short.value("gap") == .money(Money(yuan: 10_000_000)))
  }

  @Test func `an audit of which nothing is said leaves it open with the provisional result`()
    throws
  {
    let reaching = try weigh { $0[1].isAudited = nil }
    #expect(reaching.outcome == .undetermined)
    #expect(reaching.said == "provisionally-reached")
    #expect(reaching.open == ["years-of-open-audit": [2023]])
    #expect(reaching.missing == [Pointer("/figures/years/*/isAudited", at: 1)])
    let short = try weigh {
      $0[1].isAudited = nil
      $0[1].mainBusinessRevenue = Money(yuan: 1_000_000)
    }
    #expect(short.outcome == .undetermined)
    #expect(short.said == "provisionally-short")
  }

  @Test func `a missing figure leaves it open and is told what it has to reach`() throws {
    let needed = try weigh { $0[1].mainBusinessRevenue = nil }
    #expect(needed.outcome == .undetermined)
    #expect(needed.said == "last-year-must-reach")
    #expect(needed.value("gap") == .money(Money(yuan: 130_000_000)))
    #expect(needed.open == ["years-without-revenue": [2023]])
    #expect(needed.missing == [Pointer("/figures/years/*/mainBusinessRevenue", at: 1)])
    #expect(
      needed.places == [0, 2].map { Pointer("/figures/years/*/mainBusinessRevenue", at: $0) })
    let unneeded = try weigh {
      $0[0].mainBusinessRevenue = Money(yuan: 340_000_000)
      $0[1].mainBusinessRevenue = nil
    }
    #expect(unneeded.outcome == .undetermined)
    #expect(unneeded.said == "last-year-unneeded")
  }

  @Test func `a year without an entry is missing, and so is all else that is`() throws {
    let absent = try weigh { $0.remove(at: 0) }
    #expect(absent.outcome == .undetermined)
    #expect(absent.said == "last-year-must-reach")
    #expect(absent.missing == ["/figures/years"])
    let more = try weigh {
      $0.remove(at: 0)
      $0[0].isAudited = nil
      $0[1].mainBusinessRevenue = nil
    }
    #expect(more.said == "years-lacking")
    #expect(
      more.open == ["years-without-revenue": [2022, 2024], "years-of-open-audit": [2023]])
    #expect(
      more.missing == [
        "/figures/years", Pointer("/figures/years/*/isAudited", at: 0),
        Pointer("/figures/years/*/mainBusinessRevenue", at: 1),
      ])
    let none = try weigh { $0 = [] }
    #expect(none.said == "years-lacking")
    #expect(none.missing == ["/figures/years"])
    #expect(none.value("sum") == .money(.zero))
  }

  @Test func `two entries of one year contradict each other, even if they say the same`() throws {
    let finding = try weigh { $0.append($0[1]) }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "figures-contradict")
    #expect(finding.open == ["year-repeated": [2023]])
    #expect(
      finding.places == [
        Pointer("/figures/years/*/mainBusinessRevenue", at: 0),
        Pointer("/figures/years/*", at: 1), Pointer("/figures/years/*", at: 3),
        Pointer("/figures/years/*/mainBusinessRevenue", at: 2),
      ])
  }

  @Test(arguments: [[0, 0, 1, 2], [0, 1, 1, 2], [0, 1, 2, 2], [2, 1, 0, 2], [0, 1, 2, 0, 0]])
  func `wherever the entries of one year stand, they contradict each other`(order: [Int]) throws {
    let finding = try weigh { years in years = order.map { years[$0] } }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "figures-contradict")
    let repeated = (0...2).filter { year in order.count { $0 == year } > 1 }
    #expect(finding.open["year-repeated"] == repeated.map { 2022 + $0 })
    let growth = try judge("steady-growth") { application in
      let years = application.figures.years ?? []
      application.figures.years = order.map { years[$0] }
    }
    #expect(growth.outcome == .undetermined)
    #expect(growth.said == "year-repeated")
    #expect(growth.value("repeated") == .list(repeated.map { .year(2022 + $0) }))
  }

  @Test func `an entry of an unknown year may be a second one of a year that counts`() throws {
    let finding = try weigh {
      $0.append($0[0])
      $0[3].year = nil
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "missing")
    #expect(finding.missing == [Pointer("/figures/years/*/year", at: 3)])
  }

  @Test func `without round or figures they are named`() throws {
    #expect(
      try judge("average-revenue") { $0.applicationYear = nil }
        == .lacking(["/applicationYear"]))
    #expect(
      try judge("average-revenue") { $0.figures.years = nil }
        == .lacking(["/figures/years"]))
    #expect(
      try judge(Application(), by: "average-revenue")
        == .lacking(["/applicationYear", "/figures/years", "/figures/unit"]))
  }

  @Test func `where amounts are missing so is the unit they will be stated in`() throws {
    let finding = try judge("average-revenue") {
      $0.figures.unit = nil
      $0.figures.years?[1].mainBusinessRevenue = nil
      $0.figures.years?[2].mainBusinessRevenue = nil
    }
    #expect(
      finding.missing == [
        Pointer("/figures/years/*/mainBusinessRevenue", at: 1), "/figures/unit",
        Pointer("/figures/years/*/mainBusinessRevenue", at: 2),
      ])
    #expect(try judge("average-revenue") { $0.figures.unit = nil }.outcome == .met)
  }

  // MARK: Doubt

  private func weighAverage(
    yuan amounts: [Int64], isConfirmed: Bool? = nil
  ) throws -> Finding {
    try judge("average-revenue") {
      $0.figures.isUnitConfirmed = isConfirmed
      $0.figures.years = amounts.enumerated().map { offset, amount in
        YearFigures(of: 2022 + offset, mainBusiness: amount)
      }
    }
  }

  @Test(
    arguments: [
      // A mean of one million and of one hundred billion are the ends of what is plausible.
      ([999_999, 1_000_000, 1_000_000], "sum-implausible"),
      ([1_000_000, 1_000_000, 1_000_000], nil),
      ([100_000_000_000, 100_000_000_000, 100_000_000_000], nil),
      ([100_000_000_000, 100_000_000_000, 100_000_000_001], "sum-implausible"),
      // A jump by a factor of a thousand between any two of the years.
      ([999_000_000, 30_000_000, 1_000_000], nil),
      ([1_000_000, 1_000_000_000, 1_000_000_000], "revenue-jumps"),
      ([1_000_000_000, 30_000_000, 1_000_000], "revenue-jumps"),
      ([1_000_000_000, 0, 1_000_000_000], "revenue-jumps"),
    ] as [([Int64], String?)])
  func `a unit in doubt leaves it open until it is confirmed`(
    amounts: [Int64], doubt: String?
  ) throws {
    let decided: Outcome = amounts.reduce(0, +) >= 600_000_000 ? .met : .unmet
    let finding = try weighAverage(yuan: amounts)
    #expect(finding.outcome == (doubt == nil ? decided : .undetermined))
    if let doubt {
      #expect(finding.said == "unit-doubtful")
      #expect(Array(finding.open.keys) == [doubt])
      #expect(finding.missing.isEmpty)
    }
    #expect(try weighAverage(yuan: amounts, isConfirmed: false).outcome == finding.outcome)
    #expect(try weighAverage(yuan: amounts, isConfirmed: true).outcome == decided)
  }

  /// What two years exceed all three do, so that the doubt does not wait for the third.
  @Test(
    arguments: [
      ([150_000_000_000, 149_999_999_999], "last-year-unneeded"),
      ([150_000_000_000, 150_000_000_000], "last-year-unneeded"),
      ([150_000_000_000, 150_000_000_001], "unit-doubtful"),
      // What they fall short of the third may bring.
      ([100, 100], "last-year-must-reach"),
    ] as [([Int64], String)])
  func `a sum too great for its unit is in doubt before all years are known`(
    amounts: [Int64], said: String
  ) throws {
    let finding = try weighAverage(yuan: amounts)
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == said)
    let confirmed = try weighAverage(yuan: amounts, isConfirmed: true)
    #expect(confirmed.outcome == .undetermined)
    #expect(confirmed.said == (said == "unit-doubtful" ? "last-year-unneeded" : said))
  }

  @Test func `main-business revenue above operating revenue in one of the years leaves it open`()
    throws
  {
    func weigh(_ yuan: Int64, year: Int = 1) throws -> Finding {
      try judge("average-revenue") {
        $0.figures.years?[year].mainBusinessRevenue = Money(yuan: 230_000_000)
        $0.figures.years?[year].operatingRevenue = Money(yuan: yuan)
      }
    }
    #expect(try weigh(230_000_000).outcome == .met)
    let finding = try weigh(229_999_999)
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "figures-contradict")
    #expect(Array(finding.open.keys) == ["main-exceeds-operating"])
    let confirmed = try judge("average-revenue") {
      $0.figures.isUnitConfirmed = true
      $0.figures.years?[0].operatingRevenue = .zero
    }
    #expect(confirmed.outcome == .undetermined)
  }

  @Test(arguments: [
    ("2024-12-30", Outcome.undetermined), ("2024-12-31", .undetermined), ("2025-01-01", .met),
  ])
  func `accounts cannot be audited before their year has ended`(
    filing: String, outcome: Outcome
  ) throws {
    let filing = try #require(PartialDate(iso: filing)).earliest
    let finding = try judge("average-revenue") { $0.filingDate = filing }
    #expect(finding.outcome == outcome)
    if outcome == .undetermined {
      #expect(Array(finding.open.keys) == ["audited-before-year-end"])
    }
    let unaudited = try judge("average-revenue") {
      $0.filingDate = filing
      $0.figures.years?[2].isAudited = false
    }
    #expect(unaudited.said == "provisionally-reached")
  }
}

@Suite struct ProductFocusTests {
  @Test func `the product's share of main-business revenue is shown for each year`() throws {
    let finding = try judge("product-focus") { _ in }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "product-shares")
    #expect(
      finding.value("share3")
        == Ratio(Money(yuan: 130_000_000), of: Money(yuan: 260_000_000)).map { .ratio($0) })
    let open = try judge("product-focus") { $0.figures.years?[1].productRevenue = nil }
    #expect(open.outcome == .undetermined)
    #expect(open.missing == [Pointer("/figures/years/*/productRevenue", at: 1)])
  }

  @Test func `a share that cannot be computed says why`() throws {
    let finding = try judge("product-focus") {
      $0.figures.years?[0].mainBusinessRevenue = .zero
      $0.figures.years?[1].mainBusinessRevenue = nil
      $0.figures.years?[2].mainBusinessRevenue = Money(yuan: -1)
    }
    func words(_ name: String) -> String? {
      if case .term(let wording)? = finding.value(name) { wording.en } else { nil }
    }
    #expect(words("share1") == "not computable, as the base is zero")
    #expect(words("share2") == "not computable, as an amount is not given")
    #expect(words("share3") == "not computable, as the base is negative")
  }
}

@Suite struct SteadyGrowthTests {
  @Test func `the change from year to year is shown, oldest first`() throws {
    let finding = try judge("steady-growth") {
      $0.figures.years = [
        YearFigures(of: 2024, mainBusiness: 276_000_000),
        YearFigures(of: 2022, mainBusiness: 200_000_000),
        YearFigures(of: 2023, mainBusiness: 230_000_000),
        YearFigures(of: 2021, mainBusiness: 999_000_000),
      ]
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "revenue-trend")
    #expect(finding.value("year1") == .year(2022))
    #expect(finding.value("year3") == .year(2024))
    #expect(finding.value("revenue2") == .money(Money(yuan: 230_000_000)))
    #expect(
      finding.value("change2")
        == Ratio(Money(yuan: 30_000_000), of: Money(yuan: 200_000_000)).map { .change($0) })
    #expect(
      finding.value("change3")
        == Ratio(Money(yuan: 46_000_000), of: Money(yuan: 230_000_000)).map { .change($0) })
    #expect(finding.value("change1") == nil)
  }

  @Test func `a missing figure leaves it open and is named`() throws {
    let figure = try judge("steady-growth") { $0.figures.years?[1].mainBusinessRevenue = nil }
    #expect(figure.outcome == .undetermined)
    #expect(figure.missing == [Pointer("/figures/years/*/mainBusinessRevenue", at: 1)])
    let notComputable = Quantity.term(
      Wording(zh: "数据未填，无法计算", en: "not computable, as an amount is not given"))
    #expect(figure.value("change2") == notComputable)
    #expect(figure.value("change3") == notComputable)
    let years = try judge("steady-growth") { $0.figures.years?.removeLast(2) }
    #expect(years.missing == ["/figures/years"])
    let round = try judge("steady-growth") { $0.applicationYear = nil }
    #expect(round.missing == ["/applicationYear"])
    #expect(round.said == "figures-lacking")
    let all = try judge("steady-growth") { $0.figures.years = nil }
    #expect(all.missing == ["/figures/years"])
  }

  @Test func `a year entered twice has no figure to show`() throws {
    let finding = try judge("steady-growth") {
      $0.figures.years?.append(YearFigures(of: 2023, mainBusiness: 1))
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "year-repeated")
    #expect(finding.value("repeated") == .list([.year(2023)]))
  }

  @Test func `an entry that does not say its year leaves it open`() throws {
    let finding = try judge("steady-growth") { $0.figures.years?[1].year = nil }
    #expect(finding.outcome == .undetermined)
    #expect(finding.missing.contains(Pointer("/figures/years/*/year", at: 1)))
  }
}

@Suite struct PriorityRecommendationTests {
  @Test(arguments: [
    ("2025-09-09", Outcome.unmet), ("2025-09-10", .met), ("2025-09-11", .met),
  ])
  func `a little giant earns priority while it is valid, its last day included`(
    until: String, outcome: Outcome
  ) throws {
    let day = try #require(PartialDate(iso: until)).earliest
    let finding = try judge("priority-recommendation") {
      $0.recognitions = [Recognition(.littleGiant, validUntil: day)]
    }
    #expect(finding.outcome == outcome)
    #expect(finding.said == (outcome == .met ? "priority-earned" : "no-valid-recognition"))
  }

  @Test func `a specialised leader earns priority without any date`() throws {
    let finding = try judge("priority-recommendation") {
      $0.filingDate = nil
      $0.recognitions = [
        Recognition(.other, validUntil: nil), Recognition(.specialisedLeader, validUntil: nil),
        Recognition(nil, validUntil: nil),
      ]
    }
    #expect(finding.outcome == .met)
  }

  @Test func `other recognitions earn none, and none at all earn none either`() throws {
    let other = try judge("priority-recommendation") {
      $0.recognitions = [Recognition(.other, validUntil: "2030-01-01")]
    }
    #expect(other.outcome == .unmet)
    #expect(other.said == "no-valid-recognition")
    #expect(other.value("count") == .count(1))
    let none = try judge("priority-recommendation") {
      $0.recognitions = []
      $0.filingDate = nil
    }
    #expect(none.outcome == .unmet)
    #expect(none.said == "no-recognitions")
  }

  @Test func `what is missing leaves it open and is named`() throws {
    #expect(
      try judge("priority-recommendation") { $0.recognitions = nil }
        == .lacking(["/recognitions"]))
    #expect(
      try judge(Application(), by: "priority-recommendation")
        == .lacking(["/recognitions", "/filingDate"]))
    #expect(
      try judge("priority-recommendation") { $0.filingDate = nil } == .lacking(["/filingDate"]))
    #expect(
      try judge("priority-recommendation") {
        $0.recognitions = [
          Recognition(.other, validUntil: nil), Recognition(.littleGiant, validUntil: nil),
        ]
      } == .lacking([Pointer("/recognitions/*/validUntil", at: 1)]))
  }

  @Test func `a recognition of unknown kind may be one without a last day`() throws {
    for until: Day in ["2025-09-09", "2026-09-09"] {
      let finding = try judge("priority-recommendation") {
        $0.recognitions = [Recognition(nil, validUntil: until)]
      }
      #expect(finding == .lacking([Pointer("/recognitions/*/kind", at: 0)]))
    }
  }

  @Test func `without priority an enterprise stays eligible`() throws {
    var application = Application.eligible
    application.recognitions = []
    let assessment = try Rulebook.champion.assess(
      application, on: application.filingDate, strictness: .indicatorsToo
    ).get()
    #expect(assessment.verdict == .eligible)
  }
}
