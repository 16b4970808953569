// The regulation as a whole: from which day it holds, and what its criteria amount to together.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct RulebookTests {
  private func assess(
    _ application: Application, _ strictness: Strictness = .conditionsOnly
  ) throws -> Assessment<Application> {
    try Rulebook.champion.assess(
      application, on: application.filingDate, strictness: strictness
    ).get()
  }

  private static let conditions = [
    "jilin-registered", "legal-person", "sector", "public-interest", "abnormal-operations-list",
    "serious-dishonesty-list", "product-policy", "clean-record", "reapplication-ban",
    "review-right", "focus-years", "average-revenue", "market-position",
  ]
  private static let indicators = [
    "energy-benchmark", "rd-institution", "core-ip", "standards", "applied-results",
    "talent-programme", "talent-cooperation",
  ]

  @Test func `the regulation has its name and its document`() {
    #expect(Rulebook.champion.id == "jilin-single-champion")
    #expect(!Rulebook.champion.title.zh.isEmpty && !Rulebook.champion.title.en.isEmpty)
    #expect(Rulebook.champion.editions.map(\.document) == ["吉工信产业规〔2024〕204号"])
    #expect(Rulebook.champion.inForce == "2024-07-23")
    let beyond = Rulebook.champion.beyond
    #expect(beyond?.en.contains("Article 7") == true && beyond?.en.contains("Article 9(1)") == true)
    #expect(beyond?.zh.contains("第七条") == true && beyond?.zh.contains("第九条（一）") == true)
  }

  @Test func `it says nothing about a day before 23 July 2024, when it was issued`() throws {
    guard case .failure(let refusal) = Rulebook.champion.assess(.eligible, on: "2024-07-22") else {
      Issue.record("the day before is not refused")
      return
    }
    #expect(refusal.day == "2024-07-22")
    #expect(refusal.since == "2024-07-23")
    let first = try Rulebook.champion.assess(.eligible, on: "2024-07-23").get()
    #expect(first.edition.document == "吉工信产业规〔2024〕204号")
    let later = try Rulebook.champion.assess(.eligible, on: "2025-09-10").get()
    #expect(later.edition.thresholds == .of2024)
  }

  @Test func `without a day the newest edition is taken`() throws {
    let assessment = try Rulebook.champion.assess(.eligible, on: nil).get()
    #expect(assessment.edition.inForce == "2024-07-23")
    #expect(assessment.verdict == .eligible)
  }

  @Test func `the eligible application meets everything and leaves judgements to experts`() throws {
    for application in [Application.eligible, .furnished] {
      for strictness in Strictness.allCases {
        let assessment = try assess(application, strictness)
        #expect(assessment.verdict == .eligible)
        for (criterion, finding) in zip(Rulebook.champion.criteria, assessment.findings) {
          let expected: Outcome =
            switch criterion.role {
            case .condition where criterion.id == "review-right": .notApplicable
            case .condition, .indicator, .preference, .formality: .met
            case .quota, .duty: .notApplicable
            case .judgement, .bonus: .forReview
            }
          #expect(finding.outcome == expected, "\(criterion.id)")
          #expect(finding.missing == [], "\(criterion.id)")
        }
      }
    }
  }

  @Test func `of the empty application every condition is open and the verdict with them`() throws {
    for strictness in Strictness.allCases {
      let assessment = try assess(Application(), strictness)
      #expect(assessment.verdict == .undetermined)
      for id in RulebookTests.conditions + RulebookTests.indicators {
        #expect(assessment[id]?.outcome == .undetermined, "\(id)")
      }
    }
  }

  @Test func `of the empty application everything missing for the conditions is named`() throws {
    let assessment = try assess(Application())
    let missing = RulebookTests.conditions.flatMap { assessment[$0]?.missing ?? [] }
    #expect(
      Set(missing) == [
        "/applicationYear", "/filingDate", "/kind", "/figures/unit", "/enterprise/domicile",
        "/enterprise/isLegalPerson",
        "/enterprise/creditCode", "/enterprise/name", "/enterprise/sector",
        "/enterprise/industryCode", "/enterprise/capabilities/development",
        "/enterprise/capabilities/design", "/enterprise/capabilities/manufacturing",
        "/enterprise/hasHarmedPublicInterest", "/enterprise/abnormalOperationsList/isListed",
        "/enterprise/abnormalOperationsList/lookedUp",
        "/enterprise/seriousDishonestyList/isListed",
        "/enterprise/seriousDishonestyList/lookedUp", "/product/policyClass", "/otherProducts",
        "/incidents", "/revocations", "/product/fieldSince", "/product/isNew",
        "/figures/years", "/market/province/rank", "/market/nation/rank", "/market/world/rank",
      ])
    for id in Rulebook.champion.criteria.map(\.id) {
      #expect(assessment[id]?.missing.isEmpty == false, "\(id)")
    }
  }

  @Test(arguments: conditions)
  func `one unmet condition makes an application ineligible, one open leaves it open`(id: String)
    throws
  {
    let unmet = try #require(RulebookTests.unmet[id])
    var application = Application.eligible
    unmet(&application)
    let assessment = try assess(application)
    #expect(assessment.verdict == .ineligible)
    let others = zip(Rulebook.champion.criteria, assessment.findings)
      .filter { $0.1.outcome == .unmet }
    #expect(others.map(\.0.id) == [id])

    let missing = try #require(try judge(Application(), by: id).missing.first)
    var open = Application.eligible
    try #require(Fact.all.first { $0.pointer == missing }).remove(&open)
    #expect(try assess(open)[id]?.outcome == .undetermined)
    #expect(try assess(open).verdict == .undetermined)
  }

  /// For each condition the change that leaves it alone unmet.
  private static let unmet: [String: @Sendable (inout Application) -> Void] = [
    "jilin-registered": { $0.enterprise.domicile = AdministrativeDivision("210100") },
    "legal-person": { $0.enterprise.isLegalPerson = false },
    "sector": { $0.enterprise.capabilities.design = false },
    "public-interest": { $0.enterprise.hasHarmedPublicInterest = true },
    "abnormal-operations-list": { $0.enterprise.abnormalOperationsList.isListed = true },
    "serious-dishonesty-list": { $0.enterprise.seriousDishonestyList.isListed = true },
    "product-policy": { $0.product.policyClass = .restricted },
    "clean-record": {
      $0.incidents = [Incident(.taxEvasion, on: .year(2024), .confirmed)]
    },
    "reapplication-ban": {
      $0.revocations = [Revocation(under: 13, decided: .year(2024), event: .year(2023))]
    },
    "review-right": {
      $0.kind = .review
      $0.certificate = .held
      $0.certificate.isReviewRightCancelled = true
    },
    "focus-years": { $0.product.fieldSince = .year(2020) },
    "average-revenue": {
      $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 100_000_000)
    },
    "market-position": { $0.market.province.rank = 2 },
  ]

  @Test(arguments: indicators)
  func `an indicator decides nothing unless indicators are treated as conditions`(id: String)
    throws
  {
    let change = try #require(RulebookTests.unmetIndicators[id])
    var application = Application.eligible
    change(&application)
    #expect(try judge(application, by: id).outcome == .unmet)
    #expect(try assess(application).verdict == .eligible)
    #expect(try assess(application, .indicatorsToo).verdict == .ineligible)

    let missing = try #require(try judge(Application(), by: id).missing.first)
    var open = Application.eligible
    try #require(Fact.all.first { $0.pointer == missing }).remove(&open)
    #expect(try assess(open).verdict == .eligible)
    #expect(try assess(open, .indicatorsToo).verdict == .undetermined)
  }

  /// For each indicator the change that leaves it unmet.
  private static let unmetIndicators: [String: @Sendable (inout Application) -> Void] = [
    "energy-benchmark": { $0.product.energy.consumption = Decimal(1) },
    "rd-institution": { $0.innovation.institutions = [] },
    "core-ip": { $0.innovation.coreIntellectualProperty = [] },
    "standards": { $0.innovation.standards = [] },
    "applied-results": { $0.innovation.appliedResults = [] },
    "talent-programme": { $0.talent.programmes = [] },
    "talent-cooperation": { $0.talent.cooperations = [] },
  ]

  @Test func `judgements never decide, however empty they are`() throws {
    var application = Application.eligible
    for judgement in Judgement.allCases { application.statements[judgement] = nil }
    #expect(try assess(application, .indicatorsToo).verdict == .eligible)
  }

  @Test func `the verdict is the conjunction of the conditions, computed here by hand`() throws {
    var lottery = Lottery(seed: 1)
    var seen: [Verdict: Int] = [:]
    for _ in 0..<2_000 {
      let application = lottery.application()
      for (strictness, ids) in [
        (Strictness.conditionsOnly, RulebookTests.conditions),
        (.indicatorsToo, RulebookTests.conditions + RulebookTests.indicators),
      ] {
        let assessment = try assess(application, strictness)
        let outcomes = ids.compactMap { assessment[$0]?.outcome }
        #expect(outcomes.count == ids.count)
        let expected: Verdict =
          if outcomes.contains(.unmet) {
            .ineligible
          } else if outcomes.contains(.undetermined) || outcomes.contains(.forReview) {
            .undetermined
          } else {
            .eligible
          }
        #expect(assessment.verdict == expected)
        seen[expected, default: 0] += 1
      }
    }
    for verdict in Verdict.allCases { #expect(seen[verdict, default: 0] > 200, "\(verdict)") }
  }

  @Test func `bureaus are eleven places with names and areas of their own, all in Jilin`() {
    #expect(Bureau.allCases.count == 11)
    #expect(Set(Bureau.allCases.map(\.name.zh)).count == 11)
    #expect(Set(Bureau.allCases.map(\.name.en)).count == 11)
    let divisions = Bureau.allCases.flatMap(\.divisions)
    #expect(Set(divisions).count == divisions.count)
    for division in divisions { #expect(division.hasPrefix("22")) }
  }
}
