// The catalogue is what people cite, so it is held against the regulation's own list of clauses.

import Eligibility
import Foundation
import Testing

@testable import ChampionRules
import CommonFacts

/// One row of the regulation's table: identifier, role, and where the requirement stands.
private struct Row: Hashable {
  let id: String
  let role: Role
  let clauses: [Clause]

  init(_ id: String, _ role: Role, _ clauses: Clause...) {
    self.id = id
    self.role = role
    self.clauses = clauses
  }

  static func annex1(_ section: Int, _ item: Int) -> Clause {
    .item(annex: 1, section: section, item: item)
  }
}

private let table = [
  Row("jilin-registered", .condition, .article(3)),
  Row("legal-person", .condition, .article(3)),
  Row("sector", .condition, .article(3)),
  Row("public-interest", .condition, .article(3)),
  Row("abnormal-operations-list", .condition, .article(3), .note(annex: 2, note: 8)),
  Row("serious-dishonesty-list", .condition, .article(3), .note(annex: 2, note: 8)),
  Row("product-policy", .condition, .article(3)),
  Row("clean-record", .condition, .article(3), .note(annex: 2, note: 2)),
  Row("reapplication-ban", .condition, .article(13)),
  Row("review-right", .condition, .article(10), .article(11)),
  Row("focus-years", .condition, Row.annex1(1, 1)),
  Row("product-focus", .judgement, Row.annex1(1, 1), .article(2)),
  Row("average-revenue", .condition, Row.annex1(1, 2), .note(annex: 2, note: 1)),
  Row("steady-growth", .judgement, Row.annex1(1, 2)),
  Row("priority-recommendation", .preference, Row.annex1(1, 3), .note(annex: 2, note: 3)),
  Row(
    "market-position", .condition, Row.annex1(2, 1), .note(annex: 2, note: 1),
    .note(annex: 2, note: 4)),
  Row("product-excellence", .judgement, Row.annex1(2, 2)),
  Row("energy-benchmark", .indicator, Row.annex1(2, 2)),
  Row(
    "international-brand", .judgement, Row.annex1(2, 3), .note(annex: 2, note: 5),
    .note(annex: 2, note: 6)),
  Row("rd-institution", .indicator, Row.annex1(3, 1)),
  Row("rd-intensity", .judgement, Row.annex1(3, 1)),
  Row("core-ip", .indicator, Row.annex1(3, 2)),
  Row("patent-lead", .judgement, Row.annex1(3, 2)),
  Row("standards", .indicator, Row.annex1(3, 2)),
  Row("applied-results", .indicator, Row.annex1(3, 3), .note(annex: 2, note: 7)),
  Row("transfer-effect", .judgement, Row.annex1(3, 3), .note(annex: 2, note: 7)),
  Row("operating-performance", .judgement, Row.annex1(4, 1)),
  Row("management", .judgement, Row.annex1(4, 2)),
  Row("culture", .judgement, Row.annex1(4, 3)),
  Row("talent-programme", .indicator, Row.annex1(4, 3)),
  Row("talent-cooperation", .indicator, Row.annex1(4, 3)),
  Row("local-orientation", .judgement, Row.annex1(5, 1)),
  Row("key-chain", .judgement, Row.annex1(5, 2)),
  Row("bonus-national-innovation", .bonus, Row.annex1(6, 1)),
  Row("bonus-chain-strengthening", .bonus, Row.annex1(6, 2)),
  Row("bonus-open-innovation", .bonus, Row.annex1(6, 3)),
]

@Suite struct CatalogueTests {
  private let criteria = Rulebook.champion.criteria

  @Test func `the criteria are the table's, in its order, with its clauses and roles`() {
    #expect(criteria.map(\.id) == table.map(\.id))
    #expect(criteria.map(\.role) == table.map(\.role))
    #expect(criteria.map(\.clauses) == table.map(\.clauses))
    #expect(criteria.count == 36)
  }

  @Test func `every criterion that is written down is in the rulebook, and has a file of its own`()
    throws
  {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let rules = root.appending(path: "Sources/ChampionRules")
    let rulebook = try String(
      contentsOf: rules.appending(path: "ChampionRulebook.swift"), encoding: .utf8)
    let folder = rules.appending(path: "Criteria")
    var written = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let names = source.matches(of: /\n  public static let (\w+)/).map { String($0.output.1) }
      #expect(names.count <= 1, "\(file)")
      for name in names {
        written += 1
        #expect(rulebook.contains(".\(name),"), "\(name) is not in the rulebook")
      }
    }
    #expect(written == criteria.count)
  }

  @Test func `identifiers are unique and each finds its criterion`() {
    #expect(Set(criteria.map(\.id)).count == criteria.count)
    for criterion in criteria {
      #expect(Rulebook.champion.criterion(criterion.id)?.title == criterion.title)
    }
  }

  @Test
  func `every item of Annex 1, every note of Annex 2 and all articles with requirements are cited`()
  {
    let itemsInSection = [1: 3, 2: 3, 3: 3, 4: 3, 5: 2, 6: 3]
    var clauses: Set<Clause> = [2, 3, 10, 11, 13].map { .article($0) }.reduce(into: []) {
      $0.insert($1)
    }
    for (section, items) in itemsInSection {
      for item in 1...items { clauses.insert(Row.annex1(section, item)) }
    }
    for note in 1...8 { clauses.insert(.note(annex: 2, note: note)) }
    #expect(Set(criteria.flatMap(\.clauses)) == clauses)
  }

  @Test func `every statement of Article 3 has a criterion`() {
    let statements = [
      "registered in Jilin": "jilin-registered", "independent legal person": "legal-person",
      "manufacturer or provider of productive services": "sector",
      "no harm to national or public interest": "public-interest",
      "not on the list of abnormal operations": "abnormal-operations-list",
      "not on the list of seriously dishonest entities": "serious-dishonesty-list",
      "no prohibited, restricted or eliminated product": "product-policy",
      "no major accident and no violation in three years": "clean-record",
    ]
    let cited = criteria.filter { $0.clauses.first == .article(3) }
    #expect(Set(cited.map(\.id)) == Set(statements.values))
    #expect(cited.allSatisfy { $0.role == .condition })
  }

  @Test func `every text is there in both languages`() {
    for criterion in criteria {
      let texts =
        [criterion.title, criterion.rule]
        + (criterion.readings + criterion.settledReadings).flatMap { [$0.meaning, $0.ground] }
        + criterion.evidence.map(\.what)
      for text in texts {
        for language in Language.allCases { #expect(!text[language].isEmpty, "\(criterion.id)") }
        #expect(text.zh != text.en)
      }
    }
    #expect(Set(criteria.map(\.title.zh)).count == criteria.count)
    #expect(Set(criteria.map(\.title.en)).count == criteria.count)
  }

  @Test func `the criteria with several readings are these, and each reading has its own name`() {
    let readings = Dictionary(
      uniqueKeysWithValues: criteria.filter { !$0.readings.isEmpty }
        .map { ($0.id, $0.readings.map(\.id)) })
    #expect(
      readings == [
        "product-policy": ["all-products", "product-applied-for"],
        "clean-record": [
          "months-to-filing", "calendar-years", "months-to-filing-major-safety-only",
          "calendar-years-major-safety-only",
        ],
        "reapplication-ban": [
          "from-decision", "from-event", "from-decision-article-14-bars",
          "from-event-article-14-bars",
        ],
        "standards": ["levels-named", "levels-open"],
        "talent-programme": ["as-named", "at-least"],
      ])
  }

  @Test func `the settled readings are these`() {
    let isCondition = "requirement-is-condition"
    var expected = Dictionary(
      uniqueKeysWithValues: criteria.filter { $0.role == .condition }.map { ($0.id, [isCondition]) }
    )
    expected["sector"] = ["capabilities-of-manufacturers", isCondition]
    expected["review-right"] = ["review-follows-validity", isCondition]
    expected["average-revenue"] = ["each-year-as-audited", isCondition]
    expected["energy-benchmark"] = ["leading-product"]
    expected["standards"] = ["one-standard-suffices"]
    let settled = Dictionary(
      uniqueKeysWithValues: criteria.filter { !$0.settledReadings.isEmpty }
        .map { ($0.id, $0.settledReadings.map(\.id)) })
    #expect(settled == expected)
  }

  @Test func `a finding answers exactly the readings that its criterion has`() {
    var lottery = Lottery(seed: 11)
    for _ in 0..<300 {
      let application = lottery.application()
      for criterion in criteria {
        let finding = criterion.evaluate(application, .of2024)
        #expect(finding.readings.count == criterion.readings.count, "\(criterion.id)")
      }
    }
  }

  @Test func `rules name only numbers that they are given, the same in both languages`() {
    for criterion in criteria {
      let rule = criterion.statedRule(under: .of2024)
      let given = Set(rule.values.entries.map(\.name))
      #expect(placeholders(in: criterion.rule.zh) == given, "\(criterion.id)")
      #expect(placeholders(in: criterion.rule.en) == given, "\(criterion.id)")
    }
  }

  @Test func `rules state the numbers of the law`() {
    func numbers(_ id: String) -> Reason.Values? {
      Rulebook.champion.criterion(id)?.statedRule(under: .of2024).values
    }
    #expect(numbers("jilin-registered") == ["province": .text("22")])
    #expect(numbers("clean-record") == ["years": .count(3)])
    #expect(
      numbers("reapplication-ban") == [
        "years": .count(3), "article": .count(13), "reportArticle": .count(14),
      ])
    #expect(numbers("focus-years") == ["years": .count(7), "newYears": .count(3)])
    #expect(
      numbers("average-revenue") == [
        "years": .count(3), "average": .money(Money(yuan: 200_000_000)),
        "sum": .money(Money(yuan: 600_000_000)),
      ])
    #expect(
      numbers("market-position") == [
        "province": .count(1), "nation": .count(5), "world": .count(10),
      ])
  }

  @Test func `every number of the law names the clause where it stands`() {
    let numbers = Thresholds.of2024
    #expect(numbers.province.clause == .article(3))
    #expect(numbers.cleanRecordYears.clause == .article(3))
    #expect(numbers.banYears.clause == .article(13))
    #expect(numbers.banningArticle.clause == .article(13))
    #expect(numbers.reportArticle.clause == .article(14))
    #expect(numbers.focusYears.clause == Row.annex1(1, 1))
    #expect(numbers.newProductFocusYears.clause == Row.annex1(1, 1))
    #expect(numbers.averagedYears.clause == Row.annex1(1, 2))
    #expect(numbers.averageRevenue.clause == Row.annex1(1, 2))
    #expect(numbers.provincialRank.clause == Row.annex1(2, 1))
    #expect(numbers.nationalRank.clause == Row.annex1(2, 1))
    #expect(numbers.worldRank.clause == Row.annex1(2, 1))
  }
}

@Suite struct MessageTests {
  /// Reasons of many kinds: of random applications, and of ones made to provoke the rarer messages.
  private static let reasons: [Reason] = {
    var lottery = Lottery(seed: 4)
    let applications = (0..<800).map { _ in lottery.application() } + rarities
    return applications.flatMap { application in
      Rulebook.champion.criteria.map { $0.evaluate(application, .of2024).reason }
        + Plausibility.notices(on: application).map(\.reason)
    }
  }()

  /// What chance alone hardly ever brings about.
  private static let rarities: [Application] = [
    changed {
      $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 900_000_000)
      $0.figures.years?[1].mainBusinessRevenue = nil
    },
    changed { $0.figures.years?[0].isAudited = nil },
    changed {
      $0.figures.years?[0].isAudited = false
      $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 100_000_000)
    },
    changed { $0.figures.years?[0].isAudited = false },
    changed {
      $0.figures.years?[0].isAudited = nil
      $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 100_000_000)
    },
    changed { $0.figures.years = [YearFigures(of: 2022, mainBusiness: 1)] },
    changed { $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 1) },
    changed {
      for index in 0...2 { $0.figures.years?[index].mainBusinessRevenue = Money(yuan: 1) }
    },
    changed { $0.enterprise.creditCode = try? SocialCreditCode("91220101MADEM0120Y") },
    changed { $0.enterprise.creditCode = try? SocialCreditCode("91310101MADEM01264") },
    changed { $0.market.province.share = Decimal(101) },
    changed { $0.enterprise.domicile = AdministrativeDivision("220381") },
    changed { $0.enterprise.abnormalOperationsList.lookedUp = "2024-12-31" },
    changed { $0.incidents = [Incident(.taxEvasion, on: .day("9999-12-31"), .pending)] },
    changed {
      $0.certificate.granted = "2022-08-30"
      $0.certificate.isRevoked = true
      $0.revocations = [Revocation(under: 12, decided: .year(2014), event: .year(2013))]
    },
    changed {
      // The calendar has no day on which it no longer counts.
      $0.filingDate = "9999-12-31"
      $0.incidents = [Incident(.taxEvasion, on: .day("9999-06-01"), .confirmed)]
    },
    changed {
      $0.incidents = [
        Incident(.taxEvasion, on: .day("2024-12-31"), .confirmed), Incident(nil, on: nil, .pending),
      ]
    },
    changed {
      $0.filingDate = "9999-12-31"
      $0.incidents = [Incident(.pollutionAccident, on: .year(9999), grade: .ordinary, .confirmed)]
    },
    changed {
      $0.filingDate = "9999-12-31"
      $0.revocations = [Revocation(under: 14, decided: .year(9998), event: .year(9997))]
      $0.revocations?[0].ground = .falsification
    },
    changed {
      $0.revocations = [
        Revocation(under: 13, decided: .year(2024), event: .year(2024)),
        Revocation(under: 13, decided: nil, event: .year(2024)),
      ]
    },
    changed {
      $0.revocations = [Revocation(under: 12, decided: .year(2024), event: .year(2024))]
      $0.revocations?[0].ground = .majorAccident
    },
    changed {
      $0.revocations = [Revocation(under: 13, decided: .day("2027-01-01"), event: .year(2024))]
    },
    changed { $0.kind = nil },
    changed {
      $0.figures.isUnitConfirmed = true
      $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 1)
    },
    changed { $0.figures.years?[0].operatingRevenue = Money(yuan: 1) },
    review { _ in },
    review { $0.isRevoked = true },
    review { $0.isReviewRightCancelled = true },
    review { $0.isForThisProduct = false },
    review {
      $0.isForThisProduct = nil
      $0.product = "另一产品"
    },
    review {
      $0.isForThisProduct = false
      $0.product = "另一产品"
    },
    review { $0.granted = "2026-01-01" },
    review { $0.validUntil = "2022-08-29" },
    changed { $0.product.fieldSince = .year(2026) },
    changed { $0.incidents = [Incident(.taxEvasion, on: .month(2022, 9), .confirmed)] },
    changed {
      $0.kind = .review
      $0.revocations = [Revocation(under: 12, decided: .year(2024), event: .year(2024))]
      $0.certificate = .held
    },
    changed {
      $0.kind = .review
      $0.revocations = [Revocation(under: 12, decided: .year(2024), event: .year(2024))]
      $0.certificate = .held
      $0.certificate.isRevoked = true
    },
    changed { $0.enterprise.founded = .year(2015) },
  ]

  private static func review(_ change: (inout Certificate) -> Void) -> Application {
    changed {
      $0.kind = .review
      $0.certificate = .held
      change(&$0.certificate)
    }
  }

  private static func changed(_ change: (inout Application) -> Void) -> Application {
    var application = Application.eligible
    change(&application)
    return application
  }

  @Test func `every message there is has been given, and no other`() {
    let nested = MessageTests.reasons.flatMap { reason in
      reason.values.entries.flatMap { entry -> [Reason] in
        guard case .list(let items) = entry.quantity else { return [] }
        return items.compactMap { if case .reason(let reason) = $0 { reason } else { nil } }
      }
    }
    let given = Set((MessageTests.reasons + nested).map(\.message.id))
    #expect(Set(criteria + notices).subtracting(given) == [])
    #expect(given.subtracting(criteria + notices) == [])
  }

  @Test func `an identifier belongs to one message`() {
    let messages = Set(MessageTests.reasons.map(\.message))
    #expect(Set(messages.map(\.id)).count == messages.count)
  }

  @Test func `every message speaks both languages`() {
    for message in Set(MessageTests.reasons.map(\.message)) {
      for text in [message.says, message.mend].compactMap({ $0 }) {
        #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(message.id)")
        #expect(text.zh != text.en, "\(message.id)")
      }
    }
  }

  @Test func `a message names the same values in both languages, and is given each`() {
    for reason in Set(MessageTests.reasons) {
      let given = Set(reason.values.entries.map(\.name))
      for text in [reason.message.says, reason.message.mend].compactMap({ $0 }) {
        let named = placeholders(in: text.zh)
        #expect(named == placeholders(in: text.en), "\(reason.message.id)")
        #expect(named.isSubset(of: given), "\(reason.message.id)")
      }
      #expect(given.count == reason.values.entries.count, "\(reason.message.id)")
    }
  }

  @Test func `whatever is unmet says what would mend it`() {
    var lottery = Lottery(seed: 5)
    for _ in 0..<500 {
      let application = lottery.application()
      for criterion in Rulebook.champion.criteria where criterion.role == .condition {
        let finding = criterion.evaluate(application, .of2024)
        if finding.outcome == .unmet { #expect(finding.reason.message.mend != nil) }
      }
    }
  }

  private let criteria = [
    "above-advanced-value", "audited-before-year-end", "ban-dates-after-filing",
    "ban-dates-contradict",
    "ban-dates-unclear",
    "ban-facts-missing", "ban-ground-contradicts", "ban-over", "ban-readings-disagree",
    "ban-readings-disagree-open-end", "banned", "banned-open-end", "capability-lacking",
    "capable-manufacturer", "certificate-for-other-product", "certificate-product-contradicted",
    "certificate-product-differs", "certificate-revoked", "claimed", "determination-pending",
    "determination-pending-open-end", "domicile-inside", "domicile-outside", "excluded-product",
    "experts-decide",
    "figures-contradict", "figures-lacking", "first-application", "granted-after-filing",
    "incident-counts", "incident-counts-beside-others", "incident-counts-beside-others-open-end",
    "incident-counts-open-end",
    "incident-date-imprecise", "incident-dates-contradict", "incident-facts-missing",
    "individual-business",
    "innovation-share", "international-share", "is-legal-person", "items-readings-disagree",
    "kind-missing",
    "last-year-must-reach", "last-year-unneeded", "lead-unproven", "leading-market", "listed",
    "long-enough", "looked-up-after-filing", "looked-up-before-round", "main-exceeds-operating",
    "market-of-other-year", "missing", "named-as-branch", "never-revoked", "no-excluded-product",
    "no-harm-declared", "no-incident-counts", "no-incidents", "no-quota-standard",
    "no-recognitions", "no-valid-recognition", "none-declared", "none-suffices",
    "not-a-legal-person", "not-an-enterprise-code", "not-first-in-province",
    "not-first-nor-leading", "not-leading",
    "not-listed", "not-listed-on-filing-date", "not-long-enough", "not-long-enough-either",
    "nothing-claimed", "novel-status-open", "one-suffices", "other-products-excluded",
    "other-sector", "patent-counts", "performance-trend", "priority-earned", "product-excluded",
    "product-shares", "productive-services", "provisionally-reached", "provisionally-short",
    "public-interest-harmed", "ranks-contradict", "ranks-missing", "record-readings-disagree",
    "record-readings-disagree-open-end", "research-shares", "revenue-jumps", "revenue-trend",
    "review-right-cancelled", "review-right-held", "revocation-contradicted",
    "revocation-not-listed",
    "revocation-may-be-of-certificate",
    "sector-contradicted", "start-after-filing", "start-needs-day", "start-needs-month",
    "sum-implausible",
    "sum-not-reached", "sum-reached", "unit-doubtful", "validity-ends-before-grant",
    "within-advanced-value",
    "wrong-check-character", "year-repeated", "years-lacking", "years-not-audited",
    "years-of-open-audit", "years-without-revenue",
  ]
  private let notices = [
    "catalogue-missing", "classification-missing", "division-moved", "event-after-filing",
    "filed-elsewhere",
    "filed-outside-round", "look-up-after-filing", "organisation-code-check",
    "part-exceeds-whole", "rank-better-in-wider-market", "registered-elsewhere", "scope-missing",
    "share-greater-in-wider-market", "share-out-of-range", "start-before-founding",
    "unit-confirmed",
  ]
}

/// The names in braces in a pattern.
private func placeholders(in pattern: String) -> Set<String> {
  let parts = pattern.split(separator: "{", omittingEmptySubsequences: false)
  return Set(parts.dropFirst().map { String($0.prefix { $0 != "}" }) })
}
