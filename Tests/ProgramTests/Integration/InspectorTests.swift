// What fails a CI job is decided in one place; here every outcome, role and strictness goes through it.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Batch
@testable import BatchReports
@testable import HostSystem
@testable import Judging
@testable import Programmes
@testable import Reports

extension Fixture {
  /// What a CI server is told about it.
  func inspection(
    _ strictness: Strictness = .conditionsOnly, _ language: Language = .en
  ) throws -> (report: JudgedApplication, inspection: Inspection) {
    let report = JudgedApplication(try #require(report).text, strictness: strictness)
    let inspector = Inspector([.champion], strictness, language)
    return (
      report, inspector.inspection(of: report, at: ApplicationLocation(source: path, line: nil))
    )
  }
}

struct InspectorTests {
  /// How a case comes out, and how much its remark matters, for an outcome and a role.
  private static func wanted(
    _ outcome: Outcome, _ role: Role, _ strictness: Strictness
  ) -> (result: String, severity: Inspection.Severity?) {
    let isRequired = role == .condition || role == .indicator && strictness == .indicatorsToo
    return switch (outcome, role) {
    case (.met, _): ("passed", nil)
    case (.notApplicable, _), (.forReview, _): ("skipped", nil)
    case (.unmet, _) where isRequired: ("failed", .error)
    case (.undetermined, _) where isRequired: ("undecided", .warning)
    case (_, .indicator), (_, .judgement): ("skipped", .note)
    default: ("skipped", nil)
    }
  }

  private static func name(_ result: Inspection.Result) -> String {
    if case .skipped = result { "skipped" } else { "\(result)" }
  }

  @Test(arguments: Fixture.all, Strictness.allCases)
  func `every outcome is told for what it is`(fixture: Fixture, strictness: Strictness) throws {
    let (report, inspection) = try fixture.inspection(strictness)
    #expect(inspection.cases.first?.id == "faults")
    let criteria = zip(report.programme.criteria, report.findings)
    for ((criterion, finding), item) in zip(criteria, inspection.cases.dropFirst()) {
      let wanted = InspectorTests.wanted(finding.outcome, criterion.role, strictness)
      #expect(item.id == criterion.id)
      #expect(InspectorTests.name(item.result) == wanted.result, "\(criterion.id)")
      #expect(item.diagnostics.first?.severity == wanted.severity, "\(criterion.id)")
      #expect(item.diagnostics.allSatisfy { $0.rule.id == criterion.id })
      if case .skipped(let why) = item.result {
        #expect(why.hasPrefix(finding.outcome.name.en + ": "))
      }
    }
    let faults = try #require(inspection.cases.first)
    #expect(faults.diagnostics.count == report.faults.count)
    #expect(
      faults.diagnostics.allSatisfy { $0.severity == .error && $0.rule.id.hasPrefix("fault/") })
    #expect(faults.result == (report.faults.isEmpty ? .passed : .failed))
    let notices = inspection.cases.last { $0.id == "notices" }
    #expect(notices?.diagnostics.count ?? 0 == report.notices.count)
    // A notice on a fact that a condition reads is a warning, every other one a note.
    let read = Set(criteria.filter { strictness.requires($0.0.role) }.flatMap(\.0.reads))
    for (diagnostic, notice) in zip(notices?.diagnostics ?? [], report.notices) {
      let isRead = notice.places.contains { read.contains(Pointer($0.template)) }
      #expect(diagnostic.severity == (isRead ? .warning : .note), "\(diagnostic.rule.id)")
    }
    if let notices {
      let isWarning = notices.diagnostics.contains { $0.severity == .warning }
      #expect(InspectorTests.name(notices.result) == (isWarning ? "skipped" : "passed"))
    }
  }

  @Test func `what a doubt concerns decides how much it matters`() throws {
    let reports = try Fixture.all.map { try $0.inspection().inspection }
    let notices = reports.flatMap(\.cases).filter { $0.id == "notices" }.flatMap(\.diagnostics)
    func severities(_ id: String) -> Set<Inspection.Severity> {
      Set(notices.filter { $0.rule.id == "notice/" + id }.map(\.severity))
    }
    #expect(severities("look-up-after-filing") == [.warning])
    #expect(severities("rank-better-in-wider-market") == [.warning])
    #expect(severities("classification-missing") == [.note])
    #expect(severities("scope-missing") == [.note])
  }

  /// The fixtures show every outcome that the table above tells apart, so that none is only claimed.
  @Test func `the fixtures show every kind`() throws {
    var shown: Set<String> = []
    for fixture in Fixture.all {
      for strictness in Strictness.allCases {
        for item in try fixture.inspection(strictness).inspection.cases {
          let severity = item.diagnostics.first.map { "\($0.severity)" } ?? "silent"
          shown.insert("\(InspectorTests.name(item.result)) \(severity)")
        }
      }
    }
    #expect(
      shown == [
        "passed silent", "passed note", "failed error", "undecided warning", "skipped silent",
        "skipped note", "skipped warning",
      ])
  }

  /// A job that looks at the cases and one that looks at the exit status come to the same.
  @Test(arguments: Fixture.all, Strictness.allCases)
  func `something fails exactly where the run does`(fixture: Fixture, strictness: Strictness) throws
  {
    let (report, inspection) = try fixture.inspection(strictness)
    let stands = inspection.cases.contains { $0.result == .failed || $0.result == .undecided }
    #expect(stands == (report.status != .success))
  }

  @Test(arguments: Fixture.all, Language.allCases)
  func `every remark says something and where`(fixture: Fixture, language: Language) throws {
    let (report, inspection) = try fixture.inspection(.indicatorsToo, language)
    let lines = String(decoding: report.text.document.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    #expect(Set(inspection.cases.map(\.id)).count == inspection.cases.count)
    for item in inspection.cases {
      switch item.result {
      case .failed, .undecided: #expect(!item.diagnostics.isEmpty)
      case .passed, .skipped, .unreadable: break
      }
      for diagnostic in item.diagnostics {
        #expect(!diagnostic.message.isEmpty && !diagnostic.rule.title.isEmpty)
        #expect(!diagnostic.message.contains("\n") && !(diagnostic.mend ?? "").contains("\n"))
        if let region = diagnostic.region {
          #expect((1...max(1, lines.count)).contains(region.upperBound.line))
        }
      }
    }
  }

  @Test func `the region is the fact itself`() throws {
    let (_, inspection) = try #require(Fixture.named("average-revenue-one-fen-below")).inspection()
    let item = try #require(inspection.cases.first { $0.id == "average-revenue" })
    let diagnostic = try #require(item.diagnostics.first)
    #expect(diagnostic.pointer == "/figures/years/0/mainBusinessRevenue")
    // The twelve characters 185005000.00 on line 55 of the file.
    #expect(
      diagnostic.region == TextPosition(line: 55, column: 32)..<TextPosition(line: 55, column: 44))
    #expect(diagnostic.mend == "the total must be ¥0.01 higher")
    #expect(diagnostic.rule.title == "Average revenue (Annex 1, 1.2; Annex 2(1))")
  }

  @Test func `what is missing has a place but no extent`() throws {
    let (_, inspection) = try #require(Fixture.named("nothing-stated")).inspection()
    let diagnostics = inspection.cases.flatMap(\.diagnostics).filter { $0.severity == .warning }
    #expect(diagnostics.count == 13)
    #expect(diagnostics.allSatisfy { $0.region?.isEmpty == true && $0.pointer != nil })
  }

  @Test func `readings that disagree are named`() throws {
    let fixture = try #require(
      Fixture.named("clean-record-accident-2022-09-09-readings-disagree"))
    let (_, inspection) = try fixture.inspection()
    let item = try #require(inspection.cases.first { $0.id == "clean-record" })
    let message = try #require(item.diagnostics.first?.message)
    #expect(message.hasSuffix(": unmet") && message.contains(": met; "))
  }

  @Test(arguments: Language.allCases, Strictness.allCases)
  func `rules are the catalogue`(language: Language, strictness: Strictness) {
    let rules = Inspector([.champion], strictness, language).rules
    let criteria = Rulebook.champion.criteria
    #expect(rules.map(\.id) == criteria.map(\.id))
    for (rule, criterion) in zip(rules, criteria) {
      #expect(rule.title.hasPrefix(criterion.title[language]))
      #expect(rule.title.contains(criterion.clauses[0].citation(in: language)))
      #expect(!rule.description.contains("{") && !rule.help.isEmpty)
      #expect((rule.severity == .error) == strictness.requires(criterion.role))
      #expect(rule.properties.map(\.name) == ["clause", "role"])
    }
  }

  @Test func `patterns of faults name no file`() throws {
    let (_, inspection) = try #require(Fixture.named("ten-faults")).inspection()
    let rules = inspection.cases[0].diagnostics.map(\.rule)
    #expect(rules.first?.id == "fault/wrong-type")
    #expect(rules.first?.title == "Fault wrong-type")
    #expect(rules.first?.description == "found …, expected …")
    #expect(rules.first?.help == ["→ write …"])
    #expect(rules.allSatisfy { !$0.description.contains("{") })
  }

  @Test func `an unreadable file is no pass`() {
    let place = ApplicationLocation(source: "a.json", line: nil)
    let inspection = Inspector([.champion], .conditionsOnly, .en)
      .inspection(unreadable: ReadFailure.notPermitted.reason, at: place)
    #expect(inspection.cases.map(\.result) == [.unreadable])
    #expect(inspection.cases[0].diagnostics.map(\.message) == ["there is no permission to read it"])
  }

  @Test func `contradictions are remarks on all concerned`() throws {
    let screening = IntakeBatch.screening
    let inspections = screening.inspections(by: Inspector([.champion], .conditionsOnly, .en))
    // The applications that the five contradictions of the batch name, each once.
    #expect(
      inspections.map(\.name) == [0, 1, 2, 6, 7].map { screening.place($0).name })
    let first = inspections[0].cases
    #expect(
      first.map(\.id) == [
        "contradiction/same-applicant-other-product", "contradiction/first-in-province",
        "contradiction/provincial-shares",
      ])
    #expect(
      first.map { $0.diagnostics.flatMap(\.related).map(\.place.name) } == [
        [screening.place(2).name], [screening.place(1).name], [screening.place(1).name],
      ])
    for item in inspections.flatMap(\.cases) {
      #expect(InspectorTests.name(item.result) == "skipped")
      #expect(item.diagnostics.map(\.severity) == [.warning])
    }
  }

  @Test func `a crowded contradiction names only some`() {
    var screening = Screening()
    screening.contradictions = [
      IntakeBatch.contradiction(.sameContent, Array(0..<1000), zh: "相同", en: "the same", [:])
    ]
    screening.place = { ApplicationLocation(source: "a.ndjson", line: $0 + 1) }
    let inspections = screening.inspections(by: Inspector([.champion], .conditionsOnly, .en))
    #expect(inspections.count == 1000)
    for (number, inspection) in inspections.enumerated() {
      let related = inspection.cases[0].diagnostics[0].related.map(\.place.line)
      #expect(related == [1, 2, 3, 4].filter { $0 != number + 1 }.prefix(3).map { $0 })
    }
  }
}
