// Notices point out slips and decide nothing, so each is tried just inside and just outside its limit.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct PlausibilityTests {
  private func notices(after change: (inout Application) -> Void) -> [Notice] {
    var application = Application.eligible
    change(&application)
    return Plausibility.notices(on: application)
  }

  /// The identifiers of the notices that a change brings about.
  private func said(after change: (inout Application) -> Void) -> [String] {
    notices(after: change).map(\.reason.message.id)
  }

  @Test func `nothing is odd about the eligible application`() {
    #expect(said { _ in } == [])
    #expect(Plausibility.notices(on: .furnished) == [])
  }

  @Test func `of nothing known only the missing class is pointed out`() {
    let notices = Plausibility.notices(on: Application())
    #expect(notices.map(\.reason.message.id) == ["classification-missing"])
    #expect(notices.map(\.places) == [["/product/classification"]])
  }

  // MARK: Dates and places

  @Test(arguments: [
    ("2024-12-31", ["filed-outside-round"]), ("2025-12-31", []),
    ("2026-01-01", ["filed-outside-round"]),
  ])
  func `filing belongs in the year of the round`(filing: String, expected: [String]) throws {
    let day = try #require(PartialDate(iso: filing)).earliest
    let found = notices {
      $0.filingDate = day
      $0.enterprise.abnormalOperationsList.lookedUp = "2024-12-01"
      $0.enterprise.seriousDishonestyList.lookedUp = "2024-12-01"
    }
    #expect(found.map(\.reason.message.id) == expected)
    for notice in found {
      #expect(notice.places == ["/filingDate", "/applicationYear"])
      #expect(notice.reason.values["filing"] == .day(day))
      #expect(notice.reason.values["round"] == .year(2025))
    }
  }

  @Test(arguments: [
    (Bureau.changchun, "220106", true), (.changchun, "220201", false), (.jilin, "220201", true),
    (.tonghua, "220502", true), (.meihekou, "220581", true), (.meihekou, "220502", false),
    // Meihekou's code stands under Tonghua, but it has a bureau of its own.
    (.tonghua, "220581", false), (.tonghua, "220582", true),
    (.yanbian, "222426", true), (.changbaishan, "222426", true),
    (.changbaishan, "222401", false), (.changbaishan, "220621", true),
    (.changbaishan, "220623", true), (.siping, "220302", true), (.liaoyuan, "220402", true),
    (.baishan, "220602", true), (.songyuan, "220702", true), (.baicheng, "220802", true),
    (.baicheng, "222401", false),
  ])
  func `the bureau is that of the domicile`(bureau: Bureau, domicile: String, fits: Bool) throws {
    let found = notices {
      $0.bureau = bureau
      $0.enterprise.domicile = AdministrativeDivision(domicile)
    }
    #expect(found.map(\.reason.message.id) == (fits ? [] : ["filed-elsewhere"]))
    for notice in found {
      #expect(notice.places == ["/bureau", "/enterprise/domicile"])
      #expect(notice.reason.values["bureau"] == .term(bureau.name))
      #expect(notice.reason.values["domicile"] == .text(domicile))
    }
  }

  @Test func `dates and places that are unknown are nothing odd`() {
    #expect(said { $0.filingDate = nil } == [])
    #expect(said { $0.applicationYear = nil } == [])
    #expect(said { $0.bureau = nil } == [])
    #expect(said { $0.enterprise.domicile = nil } == [])
    #expect(said { $0.enterprise.creditCode = nil } == [])
  }

  // MARK: Codes

  @Test func `a code of another province is a hint, one of the national organ is none`() {
    let other = notices { $0.enterprise.creditCode = try? SocialCreditCode("91310101MADEM01264") }
    #expect(other.map(\.reason.message.id) == ["registered-elsewhere"])
    #expect(other.map(\.places) == [["/enterprise/creditCode", "/enterprise/domicile"]])
    #expect(other.first?.reason.values["division"] == .text("310101"))
    #expect(
      said { $0.enterprise.creditCode = try? SocialCreditCode("91100000MADEM0126Y") } == [])
  }

  @Test func `the check character of the organisation code inside is checked as well`() {
    // GB 11714 calls for 6 after MADEM012; the whole code's own check character is right.
    let wrong = notices { $0.enterprise.creditCode = try? SocialCreditCode("91220101MADEM0120Y") }
    #expect(wrong.map(\.reason.message.id) == ["organisation-code-check"])
    #expect(wrong.first?.reason.values["found"] == .text("0"))
    #expect(wrong.first?.reason.values["expected"] == .text("6"))
  }

  @Test func `a code wrong as a whole is not faulted twice`() {
    #expect(said { $0.enterprise.creditCode = try? SocialCreditCode("91220101MADEM0120H") } == [])
  }

  // MARK: Look-ups, product, incidents

  @Test func `a look-up is made by the filing date`() {
    for day: Day in ["2025-09-10", "2025-09-09"] {
      #expect(said { $0.enterprise.abnormalOperationsList.lookedUp = day } == [])
      #expect(said { $0.enterprise.seriousDishonestyList.lookedUp = day } == [])
    }
    for path in [\Enterprise.abnormalOperationsList, \.seriousDishonestyList] {
      #expect(said { $0.enterprise[keyPath: path].lookedUp = nil } == [])
      #expect(
        said { $0.enterprise[keyPath: path].lookedUp = "2025-09-11" } == ["look-up-after-filing"])
    }
    let late = notices {
      $0.enterprise.abnormalOperationsList.lookedUp = "2025-09-11"
      $0.enterprise.seriousDishonestyList.lookedUp = "2025-09-11"
    }
    #expect(late.map(\.reason.message.id) == ["look-up-after-filing", "look-up-after-filing"])
    #expect(
      late.map(\.places) == [
        ["/enterprise/abnormalOperationsList/lookedUp"],
        ["/enterprise/seriousDishonestyList/lookedUp"],
      ])
    for notice in late {
      #expect(notice.reason.values["day"] == .day("2025-09-11"))
      #expect(notice.reason.values["filing"] == .day("2025-09-10"))
    }
  }

  @Test func `a class needs a code of a catalogue, or an explanation of its own`() {
    func said(
      _ scheme: Product.Classification.Scheme?, _ code: String?, _ explanation: String?
    ) -> [String] {
      self.said {
        $0.product.classification.scheme = scheme
        $0.product.classification.code = code
        $0.product.classification.explanation = explanation
      }
    }
    let missing = ["classification-missing"]
    #expect(said(.productCatalogue, "35070601", nil) == [])
    #expect(said(.productiveServices, "0112", nil) == [])
    #expect(said(.custom, nil, "按行业惯例") == [])
    #expect(said(.productCatalogue, nil, "按行业惯例") == missing)
    #expect(said(.productiveServices, nil, nil) == missing)
    #expect(said(.custom, "35070601", nil) == missing)
    #expect(said(nil, "35070601", nil) == ["catalogue-missing"])
    #expect(said(nil, "35070601", "按行业惯例") == ["catalogue-missing"])
    #expect(said(nil, nil, "按行业惯例") == missing)
  }

  @Test(
    arguments: [
      (nil, nil, nil, ""), (nil, "35070601", nil, "/scheme"), (nil, nil, "按行业惯例", "/scheme"),
      (.productCatalogue, nil, nil, "/code"), (.productiveServices, nil, "按行业惯例", "/code"),
      (.custom, "35070601", nil, "/explanation"),
    ] as [(Product.Classification.Scheme?, String?, String?, String)])
  func `the member of the class that is missing is named`(
    scheme: Product.Classification.Scheme?, code: String?, explanation: String?, member: String
  ) {
    let found = notices {
      $0.product.classification.scheme = scheme
      $0.product.classification.code = code
      $0.product.classification.explanation = explanation
    }
    #expect(found.map(\.places) == [[Pointer("/product/classification" + member)]])
  }

  @Test(arguments: [
    (Product.Classification.Scheme.productCatalogue, [8, 10]), (.productiveServices, [4]),
    (.custom, Array(0...12)),
  ])
  func `a catalogue accepts codes of its lengths, and no catalogue any code`(
    scheme: Product.Classification.Scheme, lengths: [Int]
  ) {
    let accepted = (0...12).filter { scheme.accepts(String(repeating: "1", count: $0)) }
    #expect(accepted == lengths)
  }

  @Test func `every catalogue says how long its codes are`() {
    #expect(Product.Classification.Scheme.productCatalogue.codeLengths == [8, 10])
    #expect(Product.Classification.Scheme.productiveServices.codeLengths == [4])
    #expect(Product.Classification.Scheme.custom.codeLengths == [])
  }

  @Test(arguments: [
    ("2012-04-01", "2012-04-01", false), ("2012-03-31", "2012-04-01", true),
    ("2012-03", "2012-04-01", true), ("2012-04", "2012-04-30", false),
    ("2012", "2012-12-31", false), ("2011", "2012", true), ("2011-12-31", "2012-01", true),
  ])
  func `work in the field begins when the enterprise exists`(
    start: String, founded: String, isOdd: Bool
  ) {
    let found = notices {
      $0.product.fieldSince = PartialDate(iso: start)
      $0.enterprise.founded = PartialDate(iso: founded)
    }
    #expect(found.map(\.reason.message.id) == (isOdd ? ["start-before-founding"] : []))
    for notice in found {
      #expect(notice.places == ["/product/fieldSince", "/enterprise/founded"])
    }
  }

  @Test(arguments: [
    ("2025-09-10", false), ("2025-09-11", true), ("2025-09", false), ("2025-10", true),
    ("2025", false), ("2026", true),
  ])
  func `an incident and its determination happen by the filing date`(date: String, isOdd: Bool) {
    let found = notices {
      $0.incidents = [
        Incident(.taxEvasion, on: nil, .pending),
        Incident(.taxEvasion, on: PartialDate(iso: date), .pending),
      ]
    }
    #expect(
      found.map(\.reason.message.id) == (isOdd ? ["event-after-filing", "event-after-filing"] : []))
    #expect(
      found.map(\.places)
        == (isOdd
          ? [
            [Pointer("/incidents/*/date", at: 1)],
            [Pointer("/incidents/*/determination/date", at: 1)],
          ] : []))
  }

  // MARK: Figures

  private func yearly(_ fen: [Int64]) -> [YearFigures] {
    zip(2022..., fen).map { year, fen in
      var figures = YearFigures()
      figures.year = year
      figures.mainBusinessRevenue = Money(fen: fen)
      return figures
    }
  }

  @Test func `a unit in doubt is a notice once it is confirmed, until then the criterion says so`()
  {
    func doubts(_ fen: [Int64], isConfirmed: Bool?) -> [[String]] {
      notices {
        $0.figures.years = yearly(fen)
        $0.figures.isUnitConfirmed = isConfirmed
      }.map { notice in
        #expect(notice.reason.message.id == "unit-confirmed")
        #expect(notice.places == ["/figures/isUnitConfirmed", "/figures/years"])
        guard case .list(let items)? = notice.reason.values["doubts"] else { return [] }
        return items.compactMap {
          if case .reason(let reason) = $0 { reason.message.id } else { nil }
        }
      }
    }
    let tooLittle: [Int64] = [99_999_999, 100_000_000, 100_000_000]
    #expect(doubts(tooLittle, isConfirmed: true) == [["sum-implausible"]])
    #expect(doubts(tooLittle, isConfirmed: false) == [])
    #expect(doubts(tooLittle, isConfirmed: nil) == [])
    #expect(doubts([100_000_000, 100_000_000, 100_000_000], isConfirmed: true) == [])
    #expect(doubts([1, 1_000, 1], isConfirmed: true) == [["sum-implausible", "revenue-jumps"]])
    #expect(doubts([1, 1], isConfirmed: true) == [])
    #expect(doubts([1, 1_000], isConfirmed: true) == [["revenue-jumps"]])
  }

  @Test func `an old code whose place has moved is told of, and the new bureau is the right one`() {
    func said(_ domicile: String, _ bureau: Bureau) -> [String] {
      notices {
        $0.enterprise.domicile = AdministrativeDivision(domicile)
        $0.bureau = bureau
      }.map(\.reason.message.id)
    }
    #expect(said("220381", .changchun) == ["division-moved"])
    #expect(said("220381", .siping) == ["division-moved", "filed-elsewhere"])
    #expect(said("220184", .changchun) == [])
    #expect(said("220382", .siping) == [])
    // Outside the province there is no bureau to file with.
    #expect(said("310000", .changchun) == [])
  }

  @Test func `figures need to say whose they are, no figures do not`() {
    let found = notices { $0.figures.scope = nil }
    #expect(found.map(\.reason.message.id) == ["scope-missing"])
    #expect(found.map(\.places) == [["/figures/scope"]])
    for years in [[], nil] as [[YearFigures]?] {
      #expect(
        said {
          $0.figures.scope = nil
          $0.figures.years = years
        } == [])
    }
  }

  struct Part: Sendable, CustomTestStringConvertible {
    let key: String
    let part: WritableKeyPath<YearFigures, Money?> & Sendable
    let whole: WritableKeyPath<YearFigures, Money?> & Sendable
    let names: (part: String, whole: String)
    var testDescription: String { key }
  }

  @Test(arguments: [
    Part(
      key: "productRevenue", part: \.productRevenue, whole: \.mainBusinessRevenue,
      names: ("product revenue", "main-business revenue")),
    Part(
      key: "mainBusinessRevenue", part: \.mainBusinessRevenue, whole: \.operatingRevenue,
      names: ("main-business revenue", "operating revenue")),
    Part(
      key: "internationalRevenue", part: \.internationalRevenue, whole: \.operatingRevenue,
      names: ("international revenue", "operating revenue")),
    Part(
      key: "researchAndDevelopment", part: \.researchAndDevelopment, whole: \.operatingRevenue,
      names: ("research spending", "operating revenue")),
  ])
  func `a part is at most its whole`(part: Part) throws {
    for (surplus, isOdd) in [(-1, false), (0, false), (1, true)] as [(Int64, Bool)] {
      let found = notices {
        var year = YearFigures()
        year.year = 2024
        year[keyPath: part.whole] = Money(fen: 20_000_000_000)
        year[keyPath: part.part] = Money(fen: 20_000_000_000 + surplus)
        $0.figures.years = [YearFigures(of: 2023, mainBusiness: 200_000_000), year]
      }
      #expect(found.map(\.reason.message.id) == (isOdd ? ["part-exceeds-whole"] : []))
      for notice in found {
        #expect(notice.places == [Pointer("/figures/years/*/" + part.key, at: 1)])
        #expect(notice.reason.values["year"] == .year(2024))
        #expect(term("part", of: notice) == part.names.part)
        #expect(term("whole", of: notice) == part.names.whole)
        #expect(notice.reason.values["partAmount"] == .money(Money(fen: 20_000_000_001)))
        #expect(notice.reason.values["wholeAmount"] == .money(Money(fen: 20_000_000_000)))
      }
    }
  }

  /// The English name that a notice gives to a figure or an area.
  private func term(_ name: String, of notice: Notice) -> String? {
    guard case .term(let wording)? = notice.reason.values[name] else { return nil }
    return wording.en
  }

  @Test func `a part is not compared with a whole that is unknown, nor an unknown part`() {
    var parts = YearFigures(of: 2024, mainBusiness: 0)
    parts.productRevenue = Money(yuan: 1)
    parts.mainBusinessRevenue = nil
    parts.operatingRevenue = nil
    var wholes = YearFigures()
    wholes.year = 2023
    wholes.mainBusinessRevenue = Money(yuan: -2)
    wholes.operatingRevenue = Money(yuan: -1)
    #expect(said { $0.figures.years = [parts, wholes] } == [])
  }

  // MARK: Market

  private func market(
    ranks: [Int?] = [nil, nil, nil], shares: [Decimal?] = [nil, nil, nil]
  ) -> [Notice] {
    notices {
      ($0.market.province.rank, $0.market.nation.rank, $0.market.world.rank) = (
        ranks[0], ranks[1], ranks[2]
      )
      ($0.market.province.share, $0.market.nation.share, $0.market.world.share) = (
        shares[0], shares[1], shares[2]
      )
    }
  }

  @Test(arguments: [
    (Decimal(-1, scale: 2), true), (Decimal(0), false), (Decimal(100), false),
    (Decimal(10_001, scale: 2), true),
  ])
  func `a share lies between 0 and 100 percent`(share: Decimal, isOdd: Bool) {
    for (place, key) in ["province", "nation", "world"].enumerated() {
      var shares: [Decimal?] = [nil, nil, nil]
      shares[place] = share
      let found = market(shares: shares)
      #expect(found.map(\.reason.message.id) == (isOdd ? ["share-out-of-range"] : []))
      for notice in found {
        #expect(notice.places == [Pointer("/market/\(key)/share")])
        #expect(notice.reason.values["share"] == .number(share))
        #expect(term("area", of: notice) == ["province", "country", "world"][place])
      }
    }
  }

  @Test(
    arguments: [
      ([1, 1, 1], []), ([1, 2, 3], []), ([2, 1, 3], ["province>nation"]),
      ([1, 3, 2], ["nation>world"]), ([3, 2, 1], ["province>nation", "nation>world"]),
      ([2, nil, 1], ["province>world"]), ([2, nil, 2], []), ([nil, 2, 1], ["nation>world"]),
      ([1, nil, nil], []),
    ] as [([Int?], [String])])
  func `nobody ranks better in a wider market`(ranks: [Int?], expected: [String]) {
    let found = market(ranks: ranks)
    #expect(found.map { places($0, "/rank") } == expected)
    for notice in found {
      #expect(notice.reason.message.id == "rank-better-in-wider-market")
      expectFigures(of: notice, "/rank", "Rank") { ranks[$0].map { .rank($0) } }
    }
  }

  @Test(
    arguments: [
      ([60, 20, 6], []), ([20, 20, 20], []), ([20, 21, 6], ["province>nation"]),
      ([60, 6, 7], ["nation>world"]), ([6, nil, 7], ["province>world"]), ([7, nil, 7], []),
    ] as [([Int64?], [String])])
  func `a share of a wider market is no greater`(shares: [Int64?], expected: [String]) {
    let found = market(shares: shares.map { $0.map { Decimal($0) } })
    #expect(found.map { places($0, "/share") } == expected)
    for notice in found {
      #expect(notice.reason.message.id == "share-greater-in-wider-market")
      expectFigures(of: notice, "/share", "Share") { shares[$0].map { .number(Decimal($0)) } }
    }
  }

  /// Expects that a notice names the areas at its places, with their figures.
  private func expectFigures(
    of notice: Notice, _ suffix: String, _ value: String, _ figure: (Int) -> Quantity?,
    at source: SourceLocation = #_sourceLocation
  ) {
    let (keys, names) = (["province", "nation", "world"], ["province", "country", "world"])
    let areas = places(notice, suffix).split(separator: ">").compactMap {
      keys.firstIndex(of: "\($0)")
    }
    for (place, width) in zip(areas, ["narrow", "wide"]) {
      #expect(term(width, of: notice) == names[place], sourceLocation: source)
      #expect(notice.reason.values[width + value] == figure(place), sourceLocation: source)
    }
  }

  /// The areas that a notice compares.
  private func places(_ notice: Notice, _ suffix: String) -> String {
    notice.places.map { String($0.template.dropFirst("/market/".count).dropLast(suffix.count)) }
      .joined(separator: ">")
  }

  @Test func `everything odd is pointed out in one order`() {
    var application = Application.eligible
    application.filingDate = "2026-09-10"
    application.bureau = .baicheng
    application.enterprise.creditCode = try? SocialCreditCode("91310101MADEM0120H")
    application.enterprise.founded = .year(2020)
    application.enterprise.abnormalOperationsList.lookedUp = "2027-01-01"
    application.enterprise.seriousDishonestyList.lookedUp = "2027-01-01"
    application.product.classification = Product.Classification()
    application.figures.scope = nil
    application.figures.isUnitConfirmed = true
    application.figures.years = yearly([1, 1_000, 1_000_000])
    application.figures.years?[0].productRevenue = Money(yuan: 5)
    application.figures.years?[0].operatingRevenue = .zero
    application.figures.years?[0].internationalRevenue = Money(yuan: 1)
    application.figures.years?[0].researchAndDevelopment = Money(yuan: 1)
    application.market.province = Market.Position(rank: 3, share: -1)
    application.market.nation = Market.Position(rank: 2, share: 101)
    application.market.world = Market.Position(rank: 1, share: 102)
    application.incidents = [Incident(.taxEvasion, on: .year(2027), .pending)]
    #expect(
      Plausibility.notices(on: application).map(\.reason.message.id) == [
        "filed-outside-round", "filed-elsewhere", "registered-elsewhere",
        "organisation-code-check", "look-up-after-filing", "look-up-after-filing",
        "classification-missing", "start-before-founding", "unit-confirmed", "scope-missing",
        "part-exceeds-whole",
        "part-exceeds-whole", "part-exceeds-whole", "part-exceeds-whole", "share-out-of-range",
        "share-out-of-range", "share-out-of-range", "rank-better-in-wider-market",
        "rank-better-in-wider-market", "share-greater-in-wider-market",
        "share-greater-in-wider-market", "event-after-filing", "event-after-filing",
      ])
  }

  @Test func `notices decide nothing: however odd, the verdict stays`() throws {
    var application = Application.eligible
    application.bureau = .baicheng
    application.enterprise.founded = .year(2020)
    application.market.nation.share = Decimal(99)
    application.figures.scope = nil
    #expect(Plausibility.notices(on: application).count == 4)
    let assessment = try Rulebook.champion.assess(application, on: application.filingDate).get()
    #expect(assessment.verdict == .eligible)
  }
}
