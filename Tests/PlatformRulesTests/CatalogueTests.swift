// The catalogue is what people cite, so it is held against the table of the notice, typed in by hand.

import Eligibility
import Foundation
import Testing

@testable import PlatformRules

/// One row of the table: identifier, role, where the requirement stands, and how many readings it has.
private struct Row {
  let id: String
  let role: Role
  let clauses: [Clause]
  let open: [String]
  let settled: [String]

  init(
    _ id: String, _ role: Role, _ clauses: [Clause], open: [String] = [], settled: [String] = []
  ) {
    self.id = id
    self.role = role
    self.clauses = clauses
    self.open = open
    self.settled = settled
  }
}

private func part(_ section: Int, _ part: Int, _ item: Int? = nil) -> Clause {
  .part(section: section, part: part, item: item)
}

private let table = [
  Row(
    "platform-recognised", .condition, [.section(1), part(3, 2), .annex(2)],
    open: ["closed-list", "recognition-suffices"]),
  Row("platform-first-support", .condition, [.section(1)]),
  Row(
    "platform-services", .condition, [part(3, 2)], open: ["all-seven", "any-of-them"],
    settled: ["others-do-not-count"]),
  Row("platform-resources", .judgement, [part(3, 2)]),
  Row("platform-targeted", .judgement, [.section(2), part(3, 2)]),
  Row("platform-location", .condition, [part(4, 1)], settled: ["place-of-the-bureaus"]),
  Row(
    "platform-papers", .formality, [part(4, 2, 1), part(4, 2, 4), part(4, 2, 8), .section(5)],
    settled: ["certificate-stands-in"]),
  Row("platform-profile", .formality, [part(4, 2, 4)], settled: ["characters"]),
  Row("platform-record", .judgement, [part(4, 2, 4)], settled: ["national-little-giants"]),
  Row("platform-deadline", .formality, [.section(5)], open: ["day-included", "day-excluded"]),
  Row("platform-targets", .judgement, [part(4, 2, 8), .section(7)]),
  Row("platform-legal-person", .condition, [.annex(4)], settled: ["table-head-demands"]),
  Row("platform-name", .formality, [.annex(4)]),
  Row("platform-summary", .formality, [.annex(4)], settled: ["not-the-profile", "characters"]),
  Row("platform-quota", .quota, [.section(1), part(3, 2)]),
]

@Suite struct CatalogueTests {
  private let criteria = Rulebook.servicePlatform.criteria

  @Test func `the criteria are the table's, in its order, with its clauses and roles`() {
    #expect(criteria.map(\.id) == table.map(\.id))
    #expect(criteria.map(\.role) == table.map(\.role))
    #expect(criteria.map(\.clauses) == table.map(\.clauses))
    #expect(criteria.count == 15)
    let counts = Role.allCases.map { role in criteria.filter { $0.role == role }.count }
    #expect(
      counts
        == Role.allCases.map { [.condition: 5, .judgement: 4, .formality: 5, .quota: 1][$0] ?? 0 })
  }

  @Test func `the readings are the table's, open and settled`() {
    #expect(criteria.map { $0.readings.map(\.id) } == table.map(\.open))
    #expect(criteria.map { $0.settledReadings.map(\.id) } == table.map(\.settled))
  }

  @Test func `every criterion that is written down is in the rulebook`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let rules = root.appending(path: "Sources/PlatformRules")
    let rulebook = try String(
      contentsOf: rules.appending(path: "PlatformRulebook.swift"), encoding: .utf8)
    let folder = rules.appending(path: "Criteria")
    var written = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for name in source.matches(of: /\n  public static let (\w+)/).map(\.output.1) {
        written += 1
        #expect(rulebook.contains(".\(name),"), "\(name) is not in the rulebook")
      }
    }
    #expect(written == criteria.count)
  }

  @Test func `every text is there in both languages, and titles differ`() {
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

  @Test func `rules state the numbers of the notice, each with its clause`() {
    func numbers(_ id: String) -> Reason.Values? {
      Rulebook.servicePlatform.criterion(id)?.statedRule(under: .of2021).values
    }
    #expect(numbers("platform-recognised") == ["national": .count(10), "provincial": .count(29)])
    #expect(numbers("platform-services")?["count"] == .count(7))
    #expect(numbers("platform-location") == ["province": .text("22")])
    #expect(numbers("platform-profile") == ["limit": .count(5_000)])
    #expect(numbers("platform-summary") == ["limit": .count(3_000)])
    #expect(numbers("platform-deadline") == ["deadline": .day("2021-07-26")])
    #expect(numbers("platform-targets") == ["first": .year(2022), "second": .year(2023)])
    #expect(numbers("platform-quota") == ["limit": .count(3)])
    let law = PlatformThresholds.of2021
    #expect(law.round == Threshold(2021, .section(5)))
    #expect(law.province.clause == part(4, 1))
    #expect(law.lastBatch == Threshold(3, .section(1)))
    #expect(law.deadline.clause == .section(5))
    #expect(law.profileCharacters.clause == part(4, 2, 4))
    #expect(law.summaryCharacters.clause == .annex(4))
    #expect(law.firstGoalYear.clause == part(6, 2, 4))
    #expect(law.secondGoalYear.clause == part(6, 2, 4))
    #expect(law.quota.clause == .section(1))
  }

  @Test func `there is one edition, from the day the notice was signed`() {
    let rulebook = Rulebook.servicePlatform
    #expect(rulebook.id == "service-platform")
    #expect(rulebook.editions.map(\.document) == ["吉工信办联〔2021〕34号"])
    #expect(rulebook.inForce == "2021-07-23")
    #expect(rulebook.assess(PlatformApplication(), on: "2021-07-22").isRefused)
    #expect(!rulebook.assess(PlatformApplication(), on: "2021-07-23").isRefused)
    #expect(rulebook.beyond != nil)
    // The round is over, and nothing suggests another.
    #expect(rulebook.closed?.en.contains("\(PlatformThresholds.of2021.deadline.value)") == true)
    #expect(rulebook.closed?.zh.contains("\(PlatformThresholds.of2021.deadline.value)") == true)
    #expect(rulebook.eligible?.en.contains("decided on merit by others") == true)
  }

  @Test func `the eligible application is so, and the empty one is undetermined`() throws {
    let rulebook = Rulebook.servicePlatform
    let good = try rulebook.assess(.eligible, on: "2021-07-23").get()
    #expect(good.verdict == .eligible)
    let outcomes = zip(rulebook.criteria, good.findings)
    for (criterion, finding) in outcomes {
      switch criterion.role {
      case .judgement: #expect(finding.outcome == .forReview, "\(criterion.id)")
      case .quota: #expect(finding.outcome == .notApplicable)
      default: #expect(finding.outcome == .met, "\(criterion.id)")
      }
      #expect(finding.missing.isEmpty)
    }
    let empty = try rulebook.assess(PlatformApplication(), on: nil).get()
    #expect(empty.verdict == .undetermined)
    for (criterion, finding) in zip(rulebook.criteria, empty.findings)
    where criterion.role != .quota {
      #expect(finding.outcome == .undetermined, "\(criterion.id)")
      #expect(!finding.missing.isEmpty, "\(criterion.id)")
    }
  }
}

extension Result {
  fileprivate var isRefused: Bool { if case .failure = self { true } else { false } }
}
