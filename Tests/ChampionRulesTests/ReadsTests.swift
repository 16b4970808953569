// What a criterion says it reads is where people look for its cause, so it has to be all and no more.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct ReadsTests {
  /// A fact and a criterion that it can influence.
  private struct Influence: Hashable {
    let criterion: String
    let fact: Pointer
  }

  /// Applications from which a single fact is changed at a time.
  private static let bases: [Application] = {
    var lottery = Lottery(seed: 21)
    return [.eligible, .furnished, Application()] + rarities
      + (0..<30).map { _ in lottery.application() }
  }()

  /// Applications in which a fact that hardly ever matters does.
  private static let rarities: [Application] = {
    let changes: [(inout Application) -> Void] = [
      { $0.product.fieldSince = .day("2020-01-01") },
      {
        $0.product.fieldSince = .day("2020-01-01")
        $0.product.isNew = true
      },
      { $0.incidents = [Incident(.safetyAccident, on: .year(2024), grade: .major, .confirmed)] },
      { $0.revocations = [Revocation(under: 13, decided: .year(2024), event: .year(2024))] },
      { $0.incidents = [Incident(.taxEvasion, on: .day("2022-03-15"), .confirmed)] },
      {
        $0.certificate.isRevoked = true
        $0.certificate.granted = "2022-08-30"
        $0.revocations = [Revocation(under: 12, decided: .year(2014), event: .year(2013))]
      },
      {
        $0.certificate.isRevoked = true
        $0.certificate.granted = "2022-08-30"
        $0.certificate.validUntil = "2020-01-01"
        $0.revocations = [Revocation(under: 12, decided: .year(2014), event: .year(2013))]
      },
      { $0.figures.years?.reverse() },
      { $0.figures.years?[2].mainBusinessRevenue = Money(yuan: 1) },
      {
        $0.filingDate = nil
        $0.product.fieldSince = .year(2030)
      },
      {
        $0.kind = .review
        $0.certificate = .held
        $0.revocations = [Revocation(under: 12, decided: nil, event: nil)]
      },
      {
        $0.kind = .review
        $0.certificate = .held
        $0.certificate.granted = "2022-08-30"
        $0.certificate.validUntil = "2020-01-01"
      },
      {
        $0.kind = .review
        $0.certificate = .held
        $0.certificate.granted = "2025-09-10"
        $0.certificate.validUntil = "2028-09-09"
      },
      {
        $0.kind = .review
        $0.certificate = .held
      },
      {
        $0.kind = .review
        $0.certificate = .held
        $0.certificate.isForThisProduct = nil
        $0.certificate.isRevoked = nil
      },
    ]
    return changes.map { change in
      var application = Application.eligible
      change(&application)
      return application
    }
  }()

  private static let influences: Set<Influence> = {
    var found: Set<Influence> = []
    for base in bases {
      let before = Rulebook.champion.criteria.map { $0.evaluate(base, .of2024).outcome }
      for fact in Fact.all {
        for change in fact.settings + [fact.remove] {
          var application = base
          change(&application)
          if application == base { continue }
          for (criterion, outcome) in zip(Rulebook.champion.criteria, before)
          where criterion.evaluate(application, .of2024).outcome != outcome {
            found.insert(Influence(criterion: criterion.id, fact: fact.pointer))
          }
        }
      }
    }
    return found
  }()

  @Test func `no fact changes the outcome of a criterion that does not read it`() throws {
    for influence in ReadsTests.influences {
      let criterion = try #require(Rulebook.champion.criterion(influence.criterion))
      #expect(
        criterion.reads.contains(influence.fact),
        "\(influence.fact) changes \(influence.criterion)")
    }
  }

  @Test func `every fact that a criterion reads can change its outcome`() {
    for criterion in Rulebook.champion.criteria {
      let idle = criterion.reads.filter { fact in
        fact != unit
          && !ReadsTests.influences.contains(Influence(criterion: criterion.id, fact: fact))
      }
      #expect(idle == [], "\(criterion.id)")
    }
  }

  /// The unit of a file's amounts, which an application holds as amounts of money.
  private let unit: Pointer = "/figures/unit"

  @Test func `a criterion reads the unit where it reads amounts, and nowhere else`() {
    let amounts: Set<Pointer> = [
      "/figures/years/*/mainBusinessRevenue", "/figures/years/*/operatingRevenue",
      "/figures/years/*/internationalRevenue", "/figures/years/*/researchAndDevelopment",
      "/figures/years/*/profit", "/figures/years/*/innovationIncome",
      "/figures/years/*/productRevenue",
    ]
    for criterion in Rulebook.champion.criteria {
      let readsAmounts = !amounts.isDisjoint(with: criterion.reads)
      #expect(criterion.reads.contains(unit) == readsAmounts, "\(criterion.id)")
    }
  }

  @Test func `no criterion names a fact twice`() {
    for criterion in Rulebook.champion.criteria {
      #expect(Set(criterion.reads).count == criterion.reads.count, "\(criterion.id)")
    }
  }

  @Test func `every fact missing is one that the criterion reads, and is named once`() {
    var lottery = Lottery(seed: 22)
    for application in ReadsTests.bases + (0..<500).map({ _ in lottery.application() }) {
      for criterion in Rulebook.champion.criteria {
        let finding = criterion.evaluate(application, .of2024)
        #expect(Set(finding.missing).count == finding.missing.count, "\(criterion.id)")
        for pointer in finding.missing {
          #expect(
            criterion.reads.contains(Pointer(pointer.template)),
            "\(pointer) is missing for \(criterion.id)")
        }
        if finding.outcome == .met || finding.outcome == .unmet {
          #expect(finding.missing.isEmpty, "\(criterion.id)")
        }
      }
    }
  }
}

@Suite struct EvidenceTests {
  private func lacking(_ application: Application) -> [String: [Pointer]] {
    Dictionary(
      uniqueKeysWithValues: Rulebook.champion.criteria.map { criterion in
        (criterion.id, criterion.evidence.flatMap { $0.lacking(application) })
      })
  }

  @Test func `the eligible application has every proof attached`() {
    for application in [Application.eligible, .furnished] {
      for (id, missed) in lacking(application) { #expect(missed.isEmpty, "\(id)") }
    }
  }

  @Test(arguments: Fact.all.filter { $0.pointer.template.hasSuffix("vidence") })
  func `a proof taken away is missed where it stood`(fact: Fact) {
    var application = Application.furnished
    if fact.pointer == "/certificate/evidence" { application.kind = .review }
    fact.remove(&application)
    let isInList = fact.pointer.template.contains("*")
    let missed = Pointer(fact.pointer.template, at: isInList ? 0 : nil)
    #expect(Array(lacking(application).values.filter { !$0.isEmpty }) == [[missed]])
  }

  @Test(arguments: [nil, 0])
  func `without a licence both criteria that rest on it miss it`(licence: Int?) {
    var application = Application.eligible
    application.enterprise.licence = licence
    let missed = lacking(application).filter { !$0.value.isEmpty }
    #expect(
      missed == [
        "jilin-registered": ["/enterprise/licence"], "legal-person": ["/enterprise/licence"],
      ])
  }

  @Test func `an audit report is wanted for each year`() {
    var application = Application.eligible
    application.figures.years?[0].auditReport = nil
    application.figures.years?[2].auditReport = 0
    #expect(
      lacking(application)["average-revenue"] == [
        Pointer("/figures/years/*/auditReport", at: 0),
        Pointer("/figures/years/*/auditReport", at: 2),
      ])
  }

  @Test func `a determination is wanted for each incident unless it is pending`() {
    var application = Application.eligible
    let statuses: [Determination.Status?] = [.pending, .confirmed, .cleared, nil]
    application.incidents = statuses.map { status in
      var incident = Incident(.taxEvasion, on: .year(2024), status)
      incident.determination.document = nil
      return incident
    }
    #expect(
      lacking(application)["clean-record"]
        == (1...3).map { Pointer("/incidents/*/determination/document", at: $0) })
  }

  @Test(arguments: [false, nil])
  func `without a quota standard no report on energy is wanted`(exists: Bool?) {
    var application = Application.eligible
    application.product.energy.hasQuotaStandard = exists
    application.product.energy.evidence = nil
    #expect(lacking(application)["energy-benchmark"]?.isEmpty == true)
  }

  @Test func `of nothing known only what every application needs is wanted`() {
    let missed = lacking(Application()).filter { !$0.value.isEmpty }
    let always = [
      "jilin-registered", "legal-person", "abnormal-operations-list", "serious-dishonesty-list",
      "focus-years", "average-revenue", "market-position",
    ]
    #expect(Set(missed.keys) == Set(always + Judgement.allCases.map(\.rawValue)))
  }
}
