// A batch judges by summaries and a single check by assessments; no file may come out differently.

import ChampionRules
import Eligibility
import Testing

struct SummaryTests {
  @Test(arguments: Fixture.all)
  func `a summary says what the assessment says`(fixture: Fixture) throws {
    let application = ChampionFile(
      source: fixture.path, bytes: fixture.bytes, decodeGB18030: Fixture.decodeGB18030
    ).application
    for strictness in Strictness.allCases {
      let assessment = try Rulebook.champion.assess(
        application, on: application.filingDate, strictness: strictness
      ).get()
      let summary = Rulebook.champion.summariser().summarise(
        application, under: assessment.edition, strictness: strictness)
      #expect(summary.verdict == assessment.verdict)
      #expect(summary.outcomes == Outcomes(assessment.findings.map(\.outcome)))
      let open = zip(Rulebook.champion.criteria, assessment.findings).enumerated().filter {
        $0.element.0.role == .condition
          && [.unmet, .undetermined].contains($0.element.1.outcome)
      }
      #expect(summary.open.map(\.criterion) == open.map(\.offset))
      #expect(summary.open.map(\.finding) == open.map(\.element.1))
    }
  }
}
