// Key little giants (吉工信办联〔2021〕34号) as a programme: its rules, its form and its tables.

import CommonFacts
import Eligibility
import Judging
import LittleGiantRules

extension Programme {
  /// The identifier of ``keyLittleGiant``, known before the rulebook is made.
  static let keyLittleGiantID = "key-little-giant"

  /// The recommendation of key little giants for national support, second batch.
  static let keyLittleGiant = Programme(
    rulebook: .keyLittleGiant,
    table: GiantFormat.table, schema: { GiantFormat.schema },
    bureaus: .bureaus,
    example: { PackageResources.little_giant_json },
    names: ApplicationNames(
      applicant: Wording(zh: "企业", en: "Enterprise"),
      object: Wording(zh: "主导产品", en: "Main product")),
    facts: FactQuestions(
      header: { $0.header }, assume: { $1.filingDate = $0 },
      notices: { GiantPlausibility.notices(on: $0) },
      // An enterprise without a code is not compared by its name.
      claims: {
        ClaimRecord(
          isEligible: $1, bureau: $0.bureau, creditCode: $0.enterprise.creditCode, name: nil,
          object: $0.product.name, $2)
      },
      statements: { $0.statementPlaces(for: $1) }, tabulation: { .keyLittleGiants }))
}

extension Programme {
  /// The conditions of the round with the facts of another day, for the view of an enterprise's titles.
  static func keyLittleGiantMirror(on day: Day) -> Programme {
    Programme(
      rulebook: .keyLittleGiantMirror(on: day), table: GiantFormat.table,
      schema: { GiantFormat.schema }, bureaus: [], example: { PackageResources.little_giant_json },
      facts: FactQuestions(header: { $0.header }, assume: { $1.filingDate = $0 }))
  }
}

extension GiantApplication {
  /// Who applies, for what, when and where.
  fileprivate var header: ApplicationHeader {
    ApplicationHeader(
      enterprise: enterprise.name, creditCode: enterprise.creditCode, product: product.name,
      year: applicationYear, filingDate: filingDate, bureau: bureau?.number)
  }

  /// Where what was submitted for a judgement stands, as far as it counts.
  fileprivate func statementPlaces(for criterion: String) -> [StatementPlace] {
    let statement: Statement
    switch criterion {
    case "giant-merit": statement = statements.merit
    case "giant-targets": statement = statements.targets
    case "giant-advancedness": statement = statements.advancedness
    default: return []
    }
    return [StatementPlace(of: statement, for: criterion)]
  }
}

extension Tabulation where Facts == GiantApplication {
  /// The lines of Annex 3, and the figures that conditions compare.
  fileprivate static let keyLittleGiants = Tabulation(
    facts: [
      TabulatedFact("batch", zh: "“小巨人”批次", en: "Batch", for: .all) { application in
        let titles = (application.recognitions ?? []).filter { $0.kind == .littleGiant }
        return titles.compactMap { $0.batch }.min().map { .count($0) }
      },
      TabulatedFact("industry", zh: "所属行业", en: "Industry", for: .all) { application in
        application.enterprise.industryCode.map {
          .text($0.code.prefix(2) + " " + (application.enterprise.industryName ?? ""))
        }
      },
      TabulatedFact(
        "note", zh: "产品、技术先进性的说明", en: "Note on product and technology", for: .recommendation
      ) { $0.summary.wording.map { .text($0) } },
      TabulatedFact("domicile", zh: "住所区划代码", en: "Domicile", for: .table) {
        $0.enterprise.domicile.map { .text($0.code) }
      },
      TabulatedFact("product-code", zh: "主导产品类别代码", en: "Product code", for: .table) {
        $0.product.classification.code.map { .text($0) }
      },
      revenue(of: 2020), revenue(of: 2019),
      TabulatedFact("main-business-share", zh: "主营业务收入占比", en: "Share of main business", for: .all)
      {
        share(of: 2020, $0) { $0.mainBusinessRevenue }
      },
      TabulatedFact("research-share-2019", zh: "2019 年研发占比", en: "Research share 2019", for: .all) {
        share(of: 2019, $0) { $0.researchAndDevelopment }
      },
      TabulatedFact("research-share-2020", zh: "2020 年研发占比", en: "Research share 2020", for: .all) {
        share(of: 2020, $0) { $0.researchAndDevelopment }
      },
      .filingDate { $0.filingDate },
      TabulatedFact("delivered", zh: "送达日期", en: "Delivered", for: .table) {
        $0.delivered.map { .day($0) }
      },
    ])

  private static func revenue(of year: Int) -> TabulatedFact<GiantApplication> {
    TabulatedFact(
      "revenue-\(year)", zh: "\(year) 年主营业务收入（万元）",
      en: "Main-business revenue \(year) (10,000 yuan)", for: .table
    ) { $0.figures.mainBusinessRevenue(of: year).map { .money($0) } }
  }

  /// An amount of a year as a share of operating revenue.
  private static func share(
    of year: Int, _ application: GiantApplication, _ part: (YearFigures) -> Money?
  ) -> Quantity? {
    guard case .one(let index) = application.figures.entry(of: year),
      let entry = application.figures.years?[index], let part = part(entry),
      let whole = entry.operatingRevenue
    else { return nil }
    return Ratio(part, of: whole).map { .ratio($0) }
  }
}
