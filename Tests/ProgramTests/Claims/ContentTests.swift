// Every fact of an application belongs to its content, unless it says who files it, when, where or in
// what unit.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging
@testable import Programmes

struct ContentTests {
  /// One fact that can be taken over from another application.
  private struct Fact {
    let copy: (_ from: Application, _ to: inout Application) -> Void

    init<Value>(_ path: WritableKeyPath<Application, Value>) {
      copy = { $1[keyPath: path] = $0[keyPath: path] }
    }
  }

  private static var facts: [Fact] {
    [
      Fact(\.applicationYear), Fact(\.product.name), Fact(\.product.classification.scheme),
      Fact(\.product.classification.code), Fact(\.product.classification.explanation),
      Fact(\.product.fieldSince), Fact(\.product.fieldEvidence), Fact(\.product.isNew),
      Fact(\.product.noveltyGrounds), Fact(\.product.policyClass),
      Fact(\.product.energy.hasQuotaStandard), Fact(\.product.energy.standard),
      Fact(\.product.energy.unit), Fact(\.product.energy.consumption),
      Fact(\.product.energy.advancedValue), Fact(\.product.energy.evidence),
      Fact(\.otherProducts![0].name), Fact(\.otherProducts![0].policyClass),
      Fact(\.figures.scope), Fact(\.figures.years![0].year), Fact(\.figures.years![0].isAudited),
      Fact(\.figures.years![0].mainBusinessRevenue), Fact(\.figures.years![0].operatingRevenue),
      Fact(\.figures.years![0].productRevenue), Fact(\.figures.years![0].internationalRevenue),
      Fact(\.figures.years![0].researchAndDevelopment), Fact(\.figures.years![0].profit),
      Fact(\.figures.years![0].innovationIncome),
      Fact(\.figures.years![0].auditReport), Fact(\.market.year), Fact(\.market.basis),
      Fact(\.market.province.rank), Fact(\.market.province.share), Fact(\.market.nation.rank),
      Fact(\.market.nation.share), Fact(\.market.world.rank), Fact(\.market.world.share),
      Fact(\.market.evidence), Fact(\.incidents![0].kind), Fact(\.incidents![0].date),
      Fact(\.incidents![0].grade), Fact(\.incidents![0].determination.status),
      Fact(\.incidents![0].determination.authority),
      Fact(\.incidents![0].determination.document), Fact(\.incidents![0].determination.date),
      Fact(\.revocations![0].article), Fact(\.revocations![0].ground),
      Fact(\.revocations![0].decided),
      Fact(\.revocations![0].event), Fact(\.recognitions![0].kind),
      Fact(\.recognitions![0].validFrom), Fact(\.recognitions![0].validUntil),
      Fact(\.recognitions![0].evidence), Fact(\.innovation.institutions![0].level),
      Fact(\.innovation.institutions![0].evidence),
      Fact(\.innovation.coreIntellectualProperty![0].evidence),
      Fact(\.innovation.domesticPatents), Fact(\.innovation.internationalPatents),
      Fact(\.innovation.standards![0].level), Fact(\.innovation.standards![0].evidence),
      Fact(\.innovation.appliedResults![0].isInUse),
      Fact(\.innovation.appliedResults![0].bringsBenefit),
      Fact(\.innovation.appliedResults![0].evidence), Fact(\.talent.programmes![0].level),
      Fact(\.talent.programmes![0].evidence), Fact(\.talent.cooperations![0].evidence),
    ]
      + Judgement.allCases.flatMap { judgement -> [Fact] in
        [Fact(\.statements[judgement]!.hasText), Fact(\.statements[judgement]!.evidence)]
      }
      + Bonus.allCases.flatMap { bonus -> [Fact] in
        [Fact(\.bonuses[bonus]![0].hasText), Fact(\.bonuses[bonus]![0].evidence)]
      }
  }

  /// What is no part of the content.
  private static let others = [
    "enterprise", "certificate", "kind", "bureau", "filingDate", "figures.unit",
    "figures.isUnitConfirmed",
  ]

  @Test func `each fact makes a difference, and the list of them is complete`() throws {
    let (one, other) = (Filled.application(0), Filled.application(1))
    let hash = try #require(one.contentHash(Claims.key))
    let values = Filled.values(of: one)
    #expect(!values.values.contains("nil"), "every fact is stated")
    var covered: Set<String> = []
    for fact in ContentTests.facts {
      var changed = one
      fact.copy(other, &changed)
      let changes = Filled.values(of: changed).filter { values[$0.key] != $0.value }.map(\.key)
      #expect(changes.count == 1, "\(changes)")
      #expect(changed.contentHash(Claims.key) != hash, "\(changes)")
      covered.formUnion(changes)
    }
    // Which judgements there are statements on, the statements say.
    let content = values.keys.filter { path in
      path != "statements.present"
        && !ContentTests.others.contains { path == $0 || path.hasPrefix($0 + ".") }
    }
    #expect(covered == Set(content))
  }

  @Test func `which matters are stated makes a difference`() {
    var hashes: Set = [Filled.application(0).contentHash(Claims.key)]
    for judgement in Judgement.allCases {
      var application = Filled.application(0)
      application.statements[judgement] = nil
      hashes.insert(application.contentHash(Claims.key))
    }
    for bonus in Bonus.allCases {
      var application = Filled.application(0)
      application.bonuses[bonus] = nil
      hashes.insert(application.contentHash(Claims.key))
    }
    #expect(hashes.count == 1 + Judgement.allCases.count + Bonus.allCases.count)
    #expect(!hashes.contains(nil))
  }

  @Test func `who files, when and where, and in what unit, makes none`() throws {
    let (one, other) = (Filled.application(0), Filled.application(1))
    let hash = try #require(one.contentHash(Claims.key))
    let facts = [
      Fact(\.enterprise), Fact(\.kind), Fact(\.bureau), Fact(\.filingDate), Fact(\.figures.unit),
      Fact(\.figures.isUnitConfirmed), Fact(\.certificate),
    ]
    for fact in facts {
      var changed = one
      fact.copy(other, &changed)
      #expect(changed != one)
      #expect(changed.contentHash(Claims.key) == hash)
    }
  }

  @Test func `unknown, none and several are three things`() throws {
    func hashes<Item>(_ list: WritableKeyPath<Application, [Item]?>) -> Set<UInt64?> {
      Set(
        [0, 1, 2, nil].map { count in
          var application = Filled.application(0)
          let item = application[keyPath: list]?.last
          application[keyPath: list] = count.map { Array(repeating: item!, count: $0) }
          return application.contentHash(Claims.key)
        })
    }
    #expect(hashes(\.otherProducts).count == 4)
    #expect(hashes(\.incidents).count == 4)
    #expect(hashes(\.revocations).count == 4)
    #expect(hashes(\.recognitions).count == 4)
    #expect(hashes(\.innovation.institutions).count == 4)
    #expect(hashes(\.innovation.coreIntellectualProperty).count == 4)
    #expect(hashes(\.innovation.standards).count == 4)
    #expect(hashes(\.innovation.appliedResults).count == 4)
    #expect(hashes(\.talent.programmes).count == 4)
    #expect(hashes(\.talent.cooperations).count == 4)
    #expect(hashes(\.bonuses[.openInnovation]).count == 4)
  }
}

/// Applications of which every fact is stated.
private enum Filled {
  /// One of two applications without any fact in common.
  static func application(_ variant: Int) -> Application {
    var application = Application()
    application.applicationYear = 2025 + variant
    application.filingDate = Day(2025, 9, 1 + variant)
    application.kind = [.first, .review][variant]
    application.bureau = [.changchun, .jilin][variant]
    application.enterprise = enterprise(variant)
    application.product = product(variant)
    var otherProduct = OtherProduct()
    otherProduct.name = "其他产品\(variant)"
    otherProduct.policyClass = [.permitted, .restricted][variant]
    application.otherProducts = [otherProduct]
    application.figures = figures(variant)
    application.market = market(variant)
    addPast(variant, to: &application)
    addInnovation(variant, to: &application)
    for judgement in Judgement.allCases { application.statements[judgement] = statement(variant) }
    for bonus in Bonus.allCases { application.bonuses[bonus] = [statement(variant)] }
    return application
  }

  private static func enterprise(_ variant: Int) -> Enterprise {
    var enterprise = Enterprise()
    enterprise.name = "企业\(variant)"
    enterprise.creditCode = Claims.code(variant)
    enterprise.founded = .year(2001 + variant)
    enterprise.domicile = AdministrativeDivision(["220106", "220202"][variant])
    enterprise.isLegalPerson = variant == 0
    enterprise.licence = variant
    enterprise.sector = [.manufacturing, .productiveServices][variant]
    enterprise.industryCode = IndustryCode(["3451", "3452"][variant])
    enterprise.capabilities.development = variant == 0
    enterprise.capabilities.design = variant == 0
    enterprise.capabilities.manufacturing = variant == 0
    enterprise.hasHarmedPublicInterest = variant == 1
    enterprise.abnormalOperationsList.isListed = variant == 1
    enterprise.abnormalOperationsList.lookedUp = Day(2025, 8, 1 + variant)
    enterprise.abnormalOperationsList.evidence = variant
    enterprise.seriousDishonestyList = enterprise.abnormalOperationsList
    return enterprise
  }

  private static func product(_ variant: Int) -> Product {
    var product = Product()
    product.name = "产品\(variant)"
    product.classification.scheme = [.productCatalogue, .productiveServices][variant]
    product.classification.code = ["35070601", "0112"][variant]
    product.classification.explanation = "说明\(variant)"
    product.fieldSince = .month(2011, 3 + variant)
    product.fieldEvidence = variant
    product.isNew = variant == 0
    product.noveltyGrounds = "依据\(variant)"
    product.policyClass = [.encouraged, .eliminated][variant]
    product.energy.hasQuotaStandard = variant == 0
    product.energy.standard = "GB \(variant)"
    product.energy.unit = ["kgce/t", "kWh/t"][variant]
    product.energy.consumption = Decimal(12 + Int64(variant))
    product.energy.advancedValue = Decimal(125, scale: 1 + variant)
    product.energy.evidence = variant
    return product
  }

  private static func figures(_ variant: Int) -> Figures {
    var year = YearFigures()
    year.year = 2023 + variant
    year.isAudited = variant == 0
    year.mainBusinessRevenue = Money(yuan: 100 + Int64(variant))
    year.operatingRevenue = Money(yuan: 200 + Int64(variant))
    year.productRevenue = Money(yuan: 300 + Int64(variant))
    year.internationalRevenue = Money(yuan: 400 + Int64(variant))
    year.researchAndDevelopment = Money(yuan: 500 + Int64(variant))
    year.profit = Money(yuan: -5 + Int64(variant))
    year.innovationIncome = Money(yuan: 600 + Int64(variant))
    year.auditReport = variant
    var figures = Figures()
    figures.unit = [.yuan, .tenThousandYuan][variant]
    figures.isUnitConfirmed = variant == 0
    figures.scope = [.consolidated, .standalone][variant]
    figures.years = [year]
    return figures
  }

  private static func market(_ variant: Int) -> Market {
    var market = Market()
    market.year = 2023 + variant
    market.basis = [.revenue, .volume][variant]
    for (place, position) in [\Market.province, \.nation, \.world].enumerated() {
      market[keyPath: position].rank = 1 + variant + place
      market[keyPath: position].share = Decimal(31 - Int64(place + variant))
    }
    market.evidence = variant
    return market
  }

  private static func addPast(_ variant: Int, to application: inout Application) {
    var incident = Incident()
    incident.kind = [.safetyAccident, .taxEvasion][variant]
    incident.date = .day(Day.first(of: 2020 + variant))
    incident.grade = [.major, .ordinary][variant]
    incident.determination.status = [.confirmed, .cleared][variant]
    incident.determination.authority = "机关\(variant)"
    incident.determination.document = "文号\(variant)"
    incident.determination.date = .year(2021 + variant)
    application.incidents = [incident]
    var revocation = Revocation()
    revocation.article = 12 + variant
    revocation.ground = [.unreportedChange, .violation][variant]
    revocation.decided = .year(2019 + variant)
    revocation.event = .year(2017 + variant)
    application.revocations = [revocation]
    application.certificate.product = "产品\(variant)"
    application.certificate.isForThisProduct = variant == 0
    application.certificate.granted = Day(2022, 1, 1 + variant)
    application.certificate.validUntil = Day(2025, 1, 1 + variant)
    application.certificate.isRevoked = variant == 0
    application.certificate.isReviewRightCancelled = variant == 0
    application.certificate.evidence = variant
    var recognition = Recognition()
    recognition.kind = [.littleGiant, .other][variant]
    recognition.validFrom = Day(2023, 1, 1 + variant)
    recognition.validUntil = Day(2026, 1, 1 + variant)
    recognition.evidence = variant
    application.recognitions = [recognition]
  }

  private static func addInnovation(_ variant: Int, to application: inout Application) {
    var institution = Innovation.Institution()
    institution.level = [.national, .below][variant]
    institution.evidence = variant
    var document = Innovation.Document()
    document.evidence = variant
    var standard = Innovation.Standard()
    standard.level = [.international, .other][variant]
    standard.evidence = variant
    var result = Innovation.AppliedResult()
    result.isInUse = variant == 0
    result.bringsBenefit = variant == 0
    result.evidence = variant
    var programme = Talent.Programme()
    programme.level = [.provincial, .municipal][variant]
    programme.evidence = variant
    application.innovation.institutions = [institution]
    application.innovation.coreIntellectualProperty = [document]
    application.innovation.domesticPatents = variant
    application.innovation.internationalPatents = variant
    application.innovation.standards = [standard]
    application.innovation.appliedResults = [result]
    application.talent.programmes = [programme]
    application.talent.cooperations = [document]
  }

  private static func statement(_ variant: Int) -> Statement {
    var statement = Statement()
    statement.hasText = variant == 0
    statement.evidence = variant
    return statement
  }

  /// Every fact by the way to it, as far as structures of the rulebook and lists lead.
  static func values(of value: Any, at path: String = "") -> [String: String] {
    let mirror = Mirror(reflecting: value)
    let isInside =
      mirror.displayStyle == .optional || mirror.displayStyle == .collection
      || mirror.displayStyle == .struct
        && String(reflecting: type(of: value)).hasPrefix("ChampionRules.")
    guard isInside, !mirror.children.isEmpty else { return [path: "\(value)"] }
    var values: [String: String] = [:]
    for (number, child) in mirror.children.enumerated() {
      let name = mirror.displayStyle == .optional ? "" : child.label ?? String(number)
      let way = [path, name].filter { !$0.isEmpty }.joined(separator: ".")
      values.merge(Filled.values(of: child.value, at: way)) { $1 }
    }
    return values
  }
}
