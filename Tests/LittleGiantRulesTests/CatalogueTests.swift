// The catalogue is what people cite, so it is held against the contract's own table.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

/// One row of the table: identifier, role, where the requirement stands, how many readings there are.
private struct Row {
  let id: String
  let role: Role
  let open: Int
  let settled: Int
  let clauses: [Clause]

  init(_ id: String, _ role: Role, open: Int = 0, settled: Int = 0, _ clauses: Clause...) {
    (self.id, self.role, self.open, self.settled) = (id, role, open, settled)
    self.clauses = clauses
  }
}

private func part(_ section: Int, _ part: Int, _ item: Int? = nil) -> Clause {
  .part(section: section, part: part, item: item)
}

private let table = [
  Row("giant-status", .condition, settled: 2, .section(1), part(3, 1, 1), .annex(3)),
  Row("giant-first-support", .condition, .section(1)),
  Row(
    "giant-unlisted", .condition, open: 2, settled: 3, .section(1), part(3, 1, 1), part(6, 2, 5)),
  Row("giant-direction", .condition, settled: 1, part(3, 1, 2), .annex(5)),
  Row("giant-specialisation", .condition, settled: 2, part(3, 1, 3), .annex(6)),
  Row("giant-rd", .condition, settled: 3, part(3, 1, 4), part(6, 2, 5), .annex(6)),
  Row("giant-innovation", .condition, open: 2, settled: 4, part(3, 1, 4)),
  Row("giant-certification", .condition, open: 8, settled: 1, part(3, 1, 4)),
  Row(
    "giant-growth", .condition, open: 2, settled: 4, part(3, 1, 4), part(6, 2, 3), part(6, 2, 5)),
  Row("giant-location", .condition, settled: 1, part(4, 1)),
  Row(
    "giant-papers", .formality, settled: 1, part(4, 2, 1), part(4, 2, 2), part(4, 2, 5),
    part(4, 2, 6), part(4, 2, 7), .section(5), .note(annex: 5, note: 2), .note(annex: 5, note: 4)),
  Row("giant-profile", .formality, settled: 1, part(4, 2, 3), .annex(5)),
  Row("giant-merit", .judgement, .section(1), part(4, 2, 3), part(4, 3)),
  Row("giant-deadline", .formality, open: 2, settled: 1, .section(5)),
  Row("giant-basic-table", .formality, settled: 1, part(6, 1), .annex(5)),
  Row(
    "giant-target-table", .formality, settled: 2, part(6, 2, 1), part(6, 2, 2), part(6, 2, 3),
    part(6, 2, 4), .annex(6)),
  Row("giant-targets", .judgement, settled: 1, part(4, 2, 7), .section(7)),
  Row("giant-summary", .formality, settled: 1, .annex(3)),
  Row("giant-name", .formality, settled: 1, .annex(3), .note(annex: 5, note: 1)),
  Row("giant-advancedness", .judgement, .annex(3), .annex(5)),
]

@Suite struct CatalogueTests {
  private let criteria = Rulebook.keyLittleGiant.criteria

  @Test func `the criteria are the table's, in its order, with its clauses, roles and readings`() {
    #expect(criteria.map(\.id) == table.map(\.id))
    #expect(criteria.map(\.role) == table.map(\.role))
    #expect(criteria.map(\.clauses) == table.map(\.clauses))
    #expect(criteria.map { $0.readings.count } == table.map(\.open))
    #expect(criteria.map { $0.settledReadings.count } == table.map(\.settled))
    #expect(criteria.count { $0.role == .condition } == 10)
    #expect(criteria.count { $0.role == .judgement } == 3)
    #expect(criteria.count { $0.role == .formality } == 7)
  }

  @Test func `every text is there in both languages, and rules name only numbers of the law`() {
    for criterion in criteria {
      let readings = criterion.readings + criterion.settledReadings
      let texts =
        [criterion.title, criterion.rule] + readings.flatMap { [$0.meaning, $0.ground] }
        + criterion.about.evidence
      #expect(texts.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
      #expect(Set(readings.map(\.id)).count == readings.count)
      #expect(criterion.statedRule(under: .of2021).isComplete, "\(criterion.id)")
    }
  }

  @Test func `one edition is in force from the day of the notice, and nothing is judged before`() {
    let rulebook = Rulebook.keyLittleGiant
    #expect(rulebook.id == "key-little-giant")
    #expect(rulebook.inForce == "2021-07-23")
    #expect(rulebook.editions.map(\.document) == ["吉工信办联〔2021〕34号"])
    #expect((try? rulebook.edition(on: "2021-07-22").get()) == nil)
    #expect((try? rulebook.edition(on: "2021-07-23").get()) != nil)
    #expect(rulebook.closed != nil && rulebook.eligible != nil && rulebook.beyond != nil)
  }

  @Test func `the numbers of the notice stand at their clauses`() {
    let law = GiantThresholds.of2021
    #expect(law.round == 2021)
    #expect(law.province == Threshold("22", part(4, 1)))
    #expect(law.newestBatch == Threshold(3, .section(1)))
    #expect(law.baseYear == Threshold(2020, part(6, 2, 4)))
    #expect(law.researchYears == Threshold(2, part(3, 1, 4)))
    #expect(law.productCodeLengths == Threshold([8, 10], part(6, 1, 1)))
    #expect(law.mainBusinessPercent == Threshold(70, part(3, 1, 3)))
    #expect(law.researchPercent == Threshold(4, part(3, 1, 4)))
    #expect(law.patents == Threshold(2, part(3, 1, 4)))
    #expect(law.profileCharacters == Threshold(5_000, part(4, 2, 3)))
    #expect(law.summaryCharacters == Threshold(100, .annex(3)))
    #expect(law.snapshot == Threshold("2021-05-31", part(6, 2, 4)))
    #expect(law.deadline == Threshold("2021-07-26", .section(5)))
    #expect(law.yearsOfResearch == [2019, 2020])
    #expect(GiantTarget.allCases.count == 19)
    #expect(GiantTarget.allCases.count(where: \.hasTargets) == 17)
  }

  @Test func `the enterprise that meets everything is eligible, and in order`() throws {
    let assessment = Rulebook.keyLittleGiant.assess(
      .eligible, under: Rulebook.keyLittleGiant.newest)
    #expect(assessment.verdict == .eligible)
    for (criterion, finding) in zip(criteria, assessment.findings) {
      #expect(
        finding.outcome == (criterion.role == .judgement ? .forReview : .met), "\(criterion.id)")
      #expect(finding.reason.isComplete)
    }
  }

  @Test func `of an application of which nothing is known nothing is decided`() {
    let assessment = Rulebook.keyLittleGiant.assess(
      GiantApplication(), under: Rulebook.keyLittleGiant.newest)
    #expect(assessment.verdict == .undetermined)
    for (criterion, finding) in zip(criteria, assessment.findings) {
      #expect(finding.outcome == .undetermined, "\(criterion.id)")
      #expect(!finding.missing.isEmpty, "\(criterion.id)")
      #expect(finding.reason.isComplete, "\(criterion.id)")
    }
  }

  @Test func `nothing that is missing is asked for where it is not read`() {
    for application in [GiantApplication(), .eligible] {
      for criterion in criteria {
        for place in criterion.evaluate(application, .of2021).missing {
          #expect(criterion.reads.contains { $0.template == place.template })
        }
      }
    }
  }
}
