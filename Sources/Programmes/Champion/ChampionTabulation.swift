// What a bureau's tables show of single champions beside the outcomes: the figures that its summary is about.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension Tabulation where Facts == Application {
  /// The facts of applications that tables show, and what the conditions with numbers are measured in.
  static let champion = Tabulation(
    facts: [
      TabulatedFact("product-code", zh: "产品代码", en: "Product code", for: .all) {
        $0.product.classification.code.map { .text($0) }
      },
      TabulatedFact("field-years", zh: "从事相关领域满几年", en: "Complete years in the field", for: .all) {
        $0.completeYearsInField.map { .count($0) }
      },
      TabulatedFact(
        "revenue-mean", zh: "\(years) 年平均主营业务收入（万元）",
        en: "Mean main-business revenue of \(years) years (10,000 yuan)", for: .all
      ) { application in
        application.revenueSum(of: years).map { .money($0.roundedDownQuotient(by: years)) }
      },
      TabulatedFact(
        "revenue-sum", zh: "\(years) 年主营业务收入合计（万元）",
        en: "Sum of main-business revenue of \(years) years (10,000 yuan)", for: .table
      ) { application in application.revenueSum(of: years).map { .money($0) } },
    ] + (1...years).reversed().map(revenue) + positions + [
      TabulatedFact("source", zh: "占有率口径与证明", en: "Basis and proof of shares", for: .recommendation)
      {
        $0.market.source
      },
      TabulatedFact(
        "little-giant-until", zh: "“小巨人”有效期至", en: "Little giant valid until", for: .recommendation
      ) { application in
        (application.recognitions ?? []).filter { $0.kind == .littleGiant }
          .compactMap { $0.validUntil }.max().map { .day($0) }
      },
      TabulatedFact("kind", zh: "首次申报或期满复核", en: "First application or review", for: .all) {
        $0.kind.map { .term($0.label) }
      },
      .filingDate { $0.filingDate },
      TabulatedFact("recognitions", zh: "国家级认定及有效期", en: "National recognitions", for: .table) {
        $0.recognitions.map { .list($0.map { .reason($0.inShort) }) }
      },
    ],
    gaps: [
      GapColumn(of: "focus-years", in: Wording(zh: "天", en: "days")),
      GapColumn(
        of: "average-revenue",
        in: Wording(zh: "万元，\(years) 年合计", en: "10,000 yuan, sum of \(years) years")),
      GapColumn(of: "market-position", in: Wording(zh: "位", en: "places")),
    ])

  private static let years = Rulebook.champion.newest.thresholds.averagedYears.value

  private static func revenue(yearsBefore count: Int) -> TabulatedFact<Application> {
    TabulatedFact(
      "revenue-\(count)", zh: "申报年度前第 \(count) 年主营业务收入（万元）",
      en:
        "Main-business revenue \(count) year\(count == 1 ? "" : "s") before the round (10,000 yuan)",
      for: .table
    ) { application in
      application.revenue(yearsBefore: count).map { .money($0) }
    }
  }

  /// Ranks and shares: a column each to work with, and together where paper is narrow.
  private static let positions: [TabulatedFact<Application>] =
    Market.areas.flatMap { area in
      [
        TabulatedFact(
          "\(area.id)-rank", zh: "\(area.name.zh)位次", en: "Rank in \(area.name.en)", for: .table
        ) { area.position($0.market).rank.map { .rank($0) } },
        TabulatedFact(
          "\(area.id)-share", zh: "\(area.name.zh)占有率（%）", en: "Share in \(area.name.en) (%)",
          for: .table
        ) { area.position($0.market).share.map { .number($0) } },
      ]
    } + [
      TabulatedFact("ranks", zh: "市场位次", en: "Ranks", for: .recommendation) { application in
        Market.inAllAreas("rank", "") { $0.rank.map { .count($0) } }(application.market)
      },
      TabulatedFact("shares", zh: "市场占有率", en: "Shares", for: .recommendation) { application in
        Market.inAllAreas("share", "%") { $0.share.map { .number($0) } }(application.market)
      },
    ]
}

extension Application {
  /// The main-business revenue of one of the years before the round.
  fileprivate func revenue(yearsBefore count: Int) -> Money? {
    applicationYear.flatMap { figures.mainBusinessRevenue(of: $0 - count) }
  }

  /// That of so many years together, where all of them are known.
  fileprivate func revenueSum(of years: Int) -> Money? {
    let known = (1...years).compactMap(revenue)
    return known.count == years ? known.reduce(.zero, +) : nil
  }
}

extension Market {
  /// A part of the world in which a product has a position.
  fileprivate struct Area: Sendable {
    let id: String
    let name: Wording
    let position: @Sendable (Market) -> Position
  }

  fileprivate static let areas = [
    Area(id: "province", name: Wording(zh: "全省", en: "the province")) { $0.province },
    Area(id: "nation", name: Wording(zh: "全国", en: "the country")) { $0.nation },
    Area(id: "world", name: Wording(zh: "全球", en: "the world")) { $0.world },
  ]

  /// What is known of the positions in all areas, as one value.
  fileprivate static func inAllAreas(
    _ id: String, _ unit: String, _ value: @escaping @Sendable (Position) -> Quantity?
  ) -> @Sendable (Market) -> Quantity? {
    { market in
      let known = areas.compactMap { area -> Quantity? in
        value(area.position(market)).map { value in
          .reason(
            Reason(
              Message(
                id, zh: "\(area.name.zh) {value}\(unit)", en: "{value}\(unit) in \(area.name.en)"),
              ["value": value]))
        }
      }
      return known.isEmpty ? nil : .list(known)
    }
  }

  /// From which year and by what measure the shares are, and how many proofs are attached.
  fileprivate var source: Quantity? {
    var known: [Quantity] = []
    if let year { known.append(.year(year)) }
    if let basis { known.append(.term(basis.label)) }
    if let evidence {
      known.append(
        .reason(
          Reason(
            Message("proofs", zh: "证明 {count} 份", en: "proofs: {count}"),
            ["count": .count(evidence)])))
    }
    return known.isEmpty ? nil : .list(known)
  }
}

extension Recognition {
  /// Which recognition it is and until when, as far as that is known.
  fileprivate var inShort: Reason {
    let unknown = Quantity.term(Wording(zh: "未填", en: "not filled in"))
    return Reason(
      Message("recognition", zh: "{kind}至 {until}", en: "{kind} until {until}"),
      [
        "kind": kind.map { .term($0.label) } ?? unknown,
        "until": validUntil.map { .day($0) } ?? unknown,
      ])
  }
}
