// Properties speak of "any fact", so the facts are listed once, each with its place and values to try.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

/// One fact of an application: where it stands, how to remove it, and values that it may take.
///
/// A fact of a list's items is that of the first item; where there is none, nothing changes.
struct Fact: Sendable {
  /// Its place, with `*` for the item of a list.
  let pointer: Pointer
  /// Makes it unknown.
  let remove: @Sendable (inout Application) -> Void
  /// Each sets it to another value.
  let settings: [@Sendable (inout Application) -> Void]

  init<Value: Sendable>(
    _ pointer: Pointer, _ values: [Value],
    set: @escaping @Sendable (inout Application, Value?) -> Void
  ) {
    self.pointer = pointer
    remove = { set(&$0, nil) }
    settings = values.map { value in { set(&$0, value) } }
  }

  init<Value: Sendable>(
    _ pointer: Pointer, _ path: WritableKeyPath<Application, Value?> & Sendable, _ values: [Value]
  ) {
    self.init(pointer, values) { $0[keyPath: path] = $1 }
  }

  init<Item: Sendable, Value: Sendable>(
    _ pointer: Pointer, in list: WritableKeyPath<Application, [Item]?> & Sendable,
    _ path: WritableKeyPath<Item, Value?> & Sendable, _ values: [Value]
  ) {
    self.init(pointer, values) { application, value in
      if application[keyPath: list]?.isEmpty == false {
        application[keyPath: list]?[0][keyPath: path] = value
      }
    }
  }
}

extension Fact {
  /// Every fact, in the order of ``Application``.
  static let all: [Fact] =
    filing + enterprise + product + figures + market + record + innovation + statements

  private static let proofs = [0, 1, 2]
  private static let texts = ["甲", "乙分公司"]
  private static let flags = [true, false]
  private static let counts = [0, 1, 12]
  private static let dates: [PartialDate] = [
    .year(2012), .month(2018, 1), .day("2018-01-01"), .day("2018-01-02"), .day("2021-06-01"),
    .year(2022), .day("2022-06-01"), .day("2024-09-02"), .month(2025, 9), .day("2026-01-05"),
  ]
  private static let days: [Day] = ["2024-09-10", "2025-09-10", "2025-12-31", "2026-07-01"]

  private static let filing: [Fact] = [
    Fact("/applicationYear", \.applicationYear, [2024, 2025, 2026, 2029]),
    Fact("/filingDate", \.filingDate, days),
    Fact("/kind", \.kind, ApplicationKind.allCases),
    Fact("/bureau", \.bureau, Bureau.allCases),
  ]

  private static let enterprise: [Fact] =
    [
      Fact("/enterprise/name", \.enterprise.name, texts),
      Fact(
        "/enterprise/creditCode", \.enterprise.creditCode,
        [.changchun, .individualBusiness, .institution, .misspelt].compactMap { $0 }),
      Fact("/enterprise/founded", \.enterprise.founded, dates),
      Fact(
        "/enterprise/domicile", \.enterprise.domicile,
        ["220106", "222401", "310000", "210100"].compactMap(AdministrativeDivision.init)),
      Fact("/enterprise/isLegalPerson", \.enterprise.isLegalPerson, flags),
      Fact("/enterprise/licence", \.enterprise.licence, proofs),
      Fact("/enterprise/sector", \.enterprise.sector, Enterprise.Sector.allCases),
      Fact(
        "/enterprise/industryCode", \.enterprise.industryCode,
        ["13", "3451", "7310"].compactMap(IndustryCode.init)),
      Fact(
        "/enterprise/capabilities/development", \.enterprise.capabilities.development, flags),
      Fact("/enterprise/capabilities/design", \.enterprise.capabilities.design, flags),
      Fact(
        "/enterprise/capabilities/manufacturing", \.enterprise.capabilities.manufacturing, flags),
      Fact(
        "/enterprise/hasHarmedPublicInterest", \.enterprise.hasHarmedPublicInterest, flags),
    ]
    + lookUp("/enterprise/abnormalOperationsList", \.enterprise.abnormalOperationsList)
    + lookUp("/enterprise/seriousDishonestyList", \.enterprise.seriousDishonestyList)

  private static func lookUp(
    _ place: String, _ path: WritableKeyPath<Application, Enterprise.ListLookUp> & Sendable
  ) -> [Fact] {
    [
      Fact(Pointer(place + "/isListed"), flags) { $0[keyPath: path].isListed = $1 },
      Fact(Pointer(place + "/lookedUp"), days) { $0[keyPath: path].lookedUp = $1 },
      Fact(Pointer(place + "/evidence"), proofs) { $0[keyPath: path].evidence = $1 },
    ]
  }

  private static let product: [Fact] = [
    Fact("/product/name", \.product.name, texts),
    Fact(
      "/product/classification/scheme", \.product.classification.scheme,
      Product.Classification.Scheme.allCases),
    Fact(
      "/product/classification/code", \.product.classification.code, ["35070601", "0112"]),
    Fact("/product/classification/explanation", \.product.classification.explanation, texts),
    Fact("/product/fieldSince", \.product.fieldSince, dates),
    Fact("/product/fieldEvidence", \.product.fieldEvidence, proofs),
    Fact("/product/isNew", \.product.isNew, flags),
    Fact("/product/noveltyGrounds", \.product.noveltyGrounds, texts),
    Fact("/product/policyClass", \.product.policyClass, PolicyClass.allCases),
    Fact("/product/energy/hasQuotaStandard", \.product.energy.hasQuotaStandard, flags),
    Fact("/product/energy/standard", \.product.energy.standard, texts),
    Fact("/product/energy/unit", \.product.energy.unit, texts),
    Fact("/product/energy/consumption", \.product.energy.consumption, decimals),
    Fact("/product/energy/advancedValue", \.product.energy.advancedValue, decimals),
    Fact("/product/energy/evidence", \.product.energy.evidence, proofs),
    Fact("/otherProducts", \.otherProducts, [[], [OtherProduct("丙", .prohibited)]]),
    Fact("/otherProducts/*/name", in: \.otherProducts, \.name, texts),
    Fact("/otherProducts/*/policyClass", in: \.otherProducts, \.policyClass, PolicyClass.allCases),
  ]

  private static let decimals = [Decimal(0), Decimal(6, scale: 1), Decimal(7, scale: 1)]
  private static let amounts = [Money.zero, Money(yuan: 100_000_000), Money(yuan: 900_000_000)]

  private static let figures: [Fact] = [
    Fact("/figures/unit", \.figures.unit, Money.Unit.allCases),
    Fact("/figures/isUnitConfirmed", \.figures.isUnitConfirmed, flags),
    Fact("/figures/scope", \.figures.scope, Figures.Scope.allCases),
    Fact("/figures/years", \.figures.years, [[], [YearFigures(of: 2024, mainBusiness: 1)]]),
    Fact("/figures/years/*/year", in: \.figures.years, \.year, [2021, 2022, 2023]),
    Fact("/figures/years/*/isAudited", in: \.figures.years, \.isAudited, flags),
    Fact(
      "/figures/years/*/mainBusinessRevenue", in: \.figures.years, \.mainBusinessRevenue, amounts),
    Fact("/figures/years/*/operatingRevenue", in: \.figures.years, \.operatingRevenue, amounts),
    Fact("/figures/years/*/productRevenue", in: \.figures.years, \.productRevenue, amounts),
    Fact(
      "/figures/years/*/internationalRevenue", in: \.figures.years, \.internationalRevenue,
      amounts),
    Fact(
      "/figures/years/*/researchAndDevelopment", in: \.figures.years, \.researchAndDevelopment,
      amounts),
    Fact("/figures/years/*/profit", in: \.figures.years, \.profit, amounts),
    Fact("/figures/years/*/innovationIncome", in: \.figures.years, \.innovationIncome, amounts),
    Fact("/figures/years/*/auditReport", in: \.figures.years, \.auditReport, proofs),
  ]

  private static let ranks = [1, 2, 5, 6, 10, 11]

  private static let market: [Fact] = [
    Fact("/market/year", \.market.year, [2023, 2024]),
    Fact("/market/basis", \.market.basis, Market.Basis.allCases),
    Fact("/market/province/rank", \.market.province.rank, ranks),
    Fact("/market/province/share", \.market.province.share, decimals),
    Fact("/market/nation/rank", \.market.nation.rank, ranks),
    Fact("/market/nation/share", \.market.nation.share, decimals),
    Fact("/market/world/rank", \.market.world.rank, ranks),
    Fact("/market/world/share", \.market.world.share, decimals),
    Fact("/market/evidence", \.market.evidence, proofs),
  ]

  private static let record: [Fact] = [
    Fact(
      "/incidents", \.incidents, [[], [Incident(.taxEvasion, on: .day("2024-09-02"), .confirmed)]]),
    Fact("/incidents/*/kind", in: \.incidents, \.kind, Incident.Kind.allCases),
    Fact("/incidents/*/date", in: \.incidents, \.date, dates),
    Fact("/incidents/*/grade", in: \.incidents, \.grade, IncidentGrade.allCases),
    Fact(
      "/incidents/*/determination/status", in: \.incidents, \.determination.status,
      Determination.Status.allCases),
    Fact(
      "/incidents/*/determination/authority", in: \.incidents, \.determination.authority, texts),
    Fact(
      "/incidents/*/determination/document", in: \.incidents, \.determination.document, texts),
    Fact("/incidents/*/determination/date", in: \.incidents, \.determination.date, dates),
    Fact(
      "/revocations", \.revocations,
      [[], [Revocation(under: 13, decided: .year(2024), event: .year(2024))]]),
    Fact("/revocations/*/article", in: \.revocations, \.article, [12, 13, 14]),
    Fact("/revocations/*/ground", in: \.revocations, \.ground, Revocation.Ground.allCases),
    Fact("/revocations/*/decided", in: \.revocations, \.decided, dates),
    Fact("/revocations/*/event", in: \.revocations, \.event, dates),
    Fact("/certificate/product", \.certificate.product, texts + ["虚构轴承单元"]),
    Fact("/certificate/isForThisProduct", \.certificate.isForThisProduct, flags),
    Fact("/certificate/granted", \.certificate.granted, days),
    Fact("/certificate/validUntil", \.certificate.validUntil, days),
    Fact("/certificate/isRevoked", \.certificate.isRevoked, flags),
    Fact("/certificate/isReviewRightCancelled", \.certificate.isReviewRightCancelled, flags),
    Fact("/certificate/evidence", \.certificate.evidence, proofs),
    Fact(
      "/recognitions", \.recognitions,
      [[], [Recognition(.specialisedLeader, validUntil: nil)]]),
    Fact("/recognitions/*/kind", in: \.recognitions, \.kind, Recognition.Kind.allCases),
    Fact("/recognitions/*/validFrom", in: \.recognitions, \.validFrom, days),
    Fact("/recognitions/*/validUntil", in: \.recognitions, \.validUntil, days),
    Fact("/recognitions/*/evidence", in: \.recognitions, \.evidence, proofs),
  ]

  private static let innovation: [Fact] = [
    Fact(
      "/innovation/institutions", \.innovation.institutions,
      [[], [Innovation.Institution(level: .municipal)]]),
    Fact(
      "/innovation/institutions/*/level", in: \.innovation.institutions, \.level, Level.allCases),
    Fact("/innovation/institutions/*/evidence", in: \.innovation.institutions, \.evidence, proofs),
    Fact(
      "/innovation/coreIntellectualProperty", \.innovation.coreIntellectualProperty,
      [[], [.proven]]),
    Fact(
      "/innovation/coreIntellectualProperty/*/evidence",
      in: \.innovation.coreIntellectualProperty, \.evidence, proofs),
    Fact("/innovation/domesticPatents", \.innovation.domesticPatents, counts),
    Fact("/innovation/internationalPatents", \.innovation.internationalPatents, counts),
    Fact(
      "/innovation/standards", \.innovation.standards,
      [[], [Innovation.Standard(level: .industry)]]),
    Fact(
      "/innovation/standards/*/level", in: \.innovation.standards, \.level, StandardLevel.allCases),
    Fact("/innovation/standards/*/evidence", in: \.innovation.standards, \.evidence, proofs),
    Fact(
      "/innovation/appliedResults", \.innovation.appliedResults,
      [[], [Innovation.AppliedResult(isInUse: true, bringsBenefit: true)]]),
    Fact(
      "/innovation/appliedResults/*/isInUse", in: \.innovation.appliedResults, \.isInUse, flags),
    Fact(
      "/innovation/appliedResults/*/bringsBenefit", in: \.innovation.appliedResults,
      \.bringsBenefit, flags),
    Fact(
      "/innovation/appliedResults/*/evidence", in: \.innovation.appliedResults, \.evidence, proofs),
    Fact(
      "/talent/programmes", \.talent.programmes, [[], [Talent.Programme(level: .municipal)]]),
    Fact("/talent/programmes/*/level", in: \.talent.programmes, \.level, Level.allCases),
    Fact("/talent/programmes/*/evidence", in: \.talent.programmes, \.evidence, proofs),
    Fact("/talent/cooperations", \.talent.cooperations, [[], [.proven]]),
    Fact("/talent/cooperations/*/evidence", in: \.talent.cooperations, \.evidence, proofs),
  ]

  private static let statements: [Fact] =
    Judgement.allCases.flatMap { judgement in
      let place = "/statements/\(judgement.rawValue)"
      return [
        Fact(Pointer(place + "/text"), [true]) {
          $0.statements[judgement, default: Statement()].hasText = $1 == true
        },
        Fact(Pointer(place + "/evidence"), proofs) {
          $0.statements[judgement, default: Statement()].evidence = $1
        },
      ]
    }
    + Bonus.allCases.flatMap { bonus in
      let place = "/bonuses/\(bonus.rawValue)"
      return [
        Fact(Pointer(place), [[], [Statement.proven]]) { $0.bonuses[bonus] = $1 },
        Fact(Pointer(place + "/*/text"), [true]) {
          if $0.bonuses[bonus]?.isEmpty == false { $0.bonuses[bonus]?[0].hasText = $1 == true }
        },
        Fact(Pointer(place + "/*/evidence"), proofs) {
          if $0.bonuses[bonus]?.isEmpty == false { $0.bonuses[bonus]?[0].evidence = $1 }
        },
      ]
    }
}

extension Statements {
  /// The statement on a judgement, or one to begin with.
  fileprivate subscript(judgement: Judgement, default initial: Statement) -> Statement {
    get { self[judgement] ?? initial }
    set { self[judgement] = newValue }
  }
}

@Suite struct FactTests {
  /// Walks a value and names every fact in it as the file format does.
  private func places(in value: Any, under place: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      return mirror.children.flatMap { places(in: $0.value, under: place) }
    }
    if let list = value as? [Any] {
      return [place] + Set(list.flatMap { places(in: $0, under: place + "/*") })
    }
    guard mirror.displayStyle == .struct,
      ["ChampionRules.", "CommonFacts."].contains(
        where: String(reflecting: type(of: value)).hasPrefix)
    else { return [place] }
    return mirror.children.flatMap { child in
      child.label.map { places(in: child.value, under: place + "/" + $0) } ?? []
    }
  }

  @Test func `the list names every fact that an application can hold, each once`() {
    let listed = Fact.all.map(\.pointer.template)
    #expect(Set(listed).count == listed.count)
    let perMatter = ["/statements", "/bonuses"]
    func isPlain(_ place: String) -> Bool { !perMatter.contains(where: place.hasPrefix) }
    let found = places(in: Application.furnished, under: "").filter(isPlain)
    #expect(found.sorted() == listed.filter(isPlain).sorted())
  }

  @Test func `the furnished application knows every fact, so removing any changes it`() {
    for fact in Fact.all {
      var application = Application.furnished
      fact.remove(&application)
      #expect(application != .furnished, "\(fact.pointer)")
    }
  }

  @Test func `removing every fact leaves the empty application but for empty statements`() {
    var application = Application.furnished
    for fact in Fact.all { fact.remove(&application) }
    for judgement in Judgement.allCases { application.statements[judgement] = nil }
    #expect(application == Application())
  }
}
