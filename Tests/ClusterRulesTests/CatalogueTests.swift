// The catalogue is what people cite, so it is held against the regulation's own list, typed in by hand.

import Eligibility
import Foundation
import Testing

@testable import ClusterRules

private struct Row: Equatable {
  let id: String
  let role: Role
  let clauses: [Clause]
  let readings: Int

  init(_ id: String, _ role: Role, _ clauses: Clause..., readings: Int = 0) {
    self.id = id
    self.role = role
    self.clauses = clauses
    self.readings = readings
  }

  init(_ criterion: Criterion<ClusterApplication>) {
    id = criterion.id
    role = criterion.role
    clauses = criterion.clauses
    readings = criterion.readings.count
  }
}

private func six(_ point: Int) -> Clause { .point(article: 6, point: point) }

private let table = [
  Row("cluster-composition", .condition, .article(2)),
  Row("promoter-function", .judgement, .article(3)),
  Row("promoter-non-government", .condition, .article(3)),
  Row("promoter-non-profit", .condition, .article(3)),
  Row("promoter-legal-person", .condition, .article(3)),
  Row("promoter-in-china", .condition, .article(3)),
  Row("promoter-operations", .judgement, .article(3)),
  Row("promoter-credit", .condition, .article(3), readings: 2),
  Row("promoter-governance", .judgement, .article(3), six(5)),
  Row("cluster-location", .condition, .article(5), .point(article: 7, point: 1)),
  Row("cluster-industry", .judgement, six(1)),
  Row("cluster-quality-enterprises", .condition, six(1)),
  Row("cluster-direction", .judgement, six(1)),
  Row("cluster-agglomeration", .judgement, six(2)),
  Row("cluster-projects", .condition, six(3)),
  Row("cluster-chain", .judgement, six(3)),
  Row("cluster-local-supply", .judgement, six(3)),
  Row("cluster-collaboration", .judgement, six(4)),
  Row("cluster-rd-lead", .condition, six(4), readings: 2),
  Row("cluster-researcher-lead", .condition, six(4), readings: 2),
  Row("cluster-standards", .condition, six(4)),
  Row("cluster-innovation", .judgement, six(4)),
  Row("promoter-capability", .judgement, six(5)),
  Row("cluster-openness", .judgement, six(6)),
  Row("cluster-accidents", .condition, six(7), readings: 4),
  Row("cluster-recommendation", .formality, .point(article: 7, point: 1)),
  Row("cluster-action-plan", .judgement, .article(11)),
]

@Suite struct CatalogueTests {
  @Test func `the criteria are those of the table, in its order`() {
    #expect(Rulebook.cluster.criteria.map { Row($0) } == table)
    #expect(table.filter { $0.role == .condition }.count == 13)
    #expect(table.filter { $0.role == .judgement }.count == 13)
    #expect(table.filter { $0.role == .formality }.count == 1)
  }

  @Test
  func `every clause of Articles 2, 3 and 6 and what 5, 7 and 11 ask of an applicant is cited`() {
    let cited = Set(Rulebook.cluster.criteria.flatMap { $0.clauses })
    let wanted: Set<Clause> = [
      .article(2), .article(3), .article(5), six(1), six(2), six(3), six(4), six(5), six(6),
      six(7), .point(article: 7, point: 1), .article(11),
    ]
    #expect(cited == wanted)
  }

  @Test func `the open readings are those of the contract`() {
    let open = Rulebook.cluster.criteria.filter { !$0.readings.isEmpty }
      .map { "\($0.id): " + $0.readings.map { $0.id }.joined(separator: ", ") }
    #expect(
      open == [
        "promoter-credit: outstanding, ever",
        "cluster-rd-lead: pooled, mean-of-enterprises",
        "cluster-researcher-lead: pooled, mean-of-enterprises",
        "cluster-accidents: months-to-filing-members-at-filing, "
          + "months-to-filing-members-when-it-happened, calendar-years-members-at-filing, "
          + "calendar-years-members-when-it-happened",
      ])
  }

  @Test func `the settled readings of the contract all stand with the criteria that they are of`() {
    let settled: [String: [String]] = [
      "cluster-composition": ["least-implied", "several-has-no-number"],
      "promoter-non-government": ["promoter-must-be", "kind-from-code"],
      "promoter-non-profit": ["promoter-must-be", "kind-from-code"],
      "promoter-legal-person": ["promoter-must-be", "kind-from-code"],
      "promoter-in-china": ["promoter-must-be", "territory"],
      "promoter-credit": ["promoter-must-be", "every-entry-counts"],
      "cluster-location": ["districts-not-provinces"],
      "cluster-quality-enterprises": ["all-at-once", "least-implied", "title-valid-at-filing"],
      "cluster-projects": ["all-at-once", "least-implied", "either-level"],
      "cluster-rd-lead": [
        "all-at-once", "strictly-more", "all-enterprises", "stated-average", "year-of-notice",
      ],
      "cluster-researcher-lead": [
        "all-at-once", "strictly-more", "all-enterprises", "stated-average", "year-of-notice",
        "research-staff-only",
      ],
      "cluster-standards": ["all-at-once", "least-implied", "any-public-standard"],
      "cluster-accidents": ["all-at-once", "two-highest-grades", "year-of-notice"],
      "cluster-recommendation": ["lead-bureau"],
      "cluster-action-plan": ["revocation-bars-nothing", "no-period-of-validity", "april-report"],
    ]
    for criterion in Rulebook.cluster.criteria {
      #expect(criterion.settledReadings.map { $0.id } == settled[criterion.id] ?? [])
    }
  }

  @Test func `outcomes follow the roles, and an action plan may not apply`() {
    for criterion in Rulebook.cluster.criteria where criterion.id != "cluster-action-plan" {
      #expect(criterion.outcomes == criterion.role.outcomes)
    }
    #expect(
      Rulebook.cluster.criterion("cluster-action-plan")?.outcomes
        == [.undetermined, .notApplicable, .forReview])
  }

  @Test func `the numbers of the law stand with their clauses`() {
    let law = ClusterThresholds.of2024
    #expect(law.province.value == "22" && law.province.clause == .article(5))
    #expect(law.severalManufacturers.value == 2 && law.severalManufacturers.clause == .article(2))
    #expect(law.accidentYears.value == 3 && law.accidentYears.clause == six(7))
  }

  @Test func `the rulebook has been in force since 4 November 2024`() {
    let rulebook = Rulebook.cluster
    #expect(rulebook.id == "manufacturing-cluster")
    #expect(rulebook.newest.document == "吉工信规划规〔2024〕277号")
    #expect((try? rulebook.edition(on: "2024-11-03").get()) == nil)
    #expect((try? rulebook.edition(on: "2024-11-04").get()) != nil)
  }

  @Test func `every text is in both languages and no name in braces lacks its value`() {
    for criterion in Rulebook.cluster.criteria {
      let rule = criterion.statedRule(under: .of2024)
      for wording in [criterion.title, criterion.rule] + criterion.about.evidence {
        #expect(!wording.zh.isEmpty && !wording.en.isEmpty)
      }
      for reading in criterion.readings + criterion.settledReadings {
        for wording in [reading.meaning, reading.ground] {
          #expect(!wording.zh.isEmpty && !wording.en.isEmpty)
        }
      }
      #expect(rule.unnamed == [])
    }
  }
}

extension Reason {
  /// The names that its patterns have and its values do not.
  var unnamed: [String] {
    let patterns = [
      message.says.zh, message.says.en, message.mend?.zh ?? "", message.mend?.en ?? "",
    ]
    let names = patterns.flatMap { pattern in
      pattern.components(separatedBy: "{").dropFirst().compactMap {
        $0.components(separatedBy: "}").first
      }
    }
    return names.filter { self[value: $0] == nil }
  }

  private subscript(value name: String) -> Quantity? { values[name] }
}
