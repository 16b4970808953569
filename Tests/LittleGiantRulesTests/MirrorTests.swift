// The round is over, but its numbers can be held to the facts of another day, for comparison only.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

@Suite struct MirrorTests {
  private func outcomes(
    on day: Day, _ change: (inout GiantApplication) -> Void = { _ in }
  ) -> [String: Outcome] {
    var application = GiantApplication.eligible
    application.filingDate = day
    change(&application)
    let mirror = Rulebook.keyLittleGiantMirror(on: day)
    let findings = mirror.assess(application, under: mirror.newest).findings
    return Dictionary(uniqueKeysWithValues: zip(mirror.criteria.map(\.id), findings.map(\.outcome)))
  }

  @Test func `it holds the yearly and dated conditions and no others`() {
    #expect(
      Rulebook.keyLittleGiantMirror(on: "2025-06-01").criteria.map(\.id) == [
        "giant-specialisation", "giant-rd", "giant-innovation", "giant-certification",
        "giant-growth",
      ])
  }

  @Test func `it asks the last full years before its day`() {
    #expect(GiantThresholds.of2021.mirrored(on: "2025-06-01").baseYear.value == 2024)
    #expect(outcomes(on: "2021-07-24")["giant-growth"] == .met)
    // Figures of 2019 and 2020 say nothing of 2023 and 2024.
    #expect(outcomes(on: "2025-06-01")["giant-growth"] == .undetermined)
    let later = outcomes(on: "2025-06-01") { application in
      application.figures.years = application.figures.years?.map { year in
        var year = year
        year.year = year.year.map { $0 + 4 }
        return year
      }
    }
    #expect(later["giant-growth"] == .met)
    #expect(later["giant-specialisation"] == .met)
  }

  @Test func `dated facts count on its day under both readings`() {
    let outcomes = outcomes(on: "2025-06-01") { application in
      application.innovation.institutions = []
      application.innovation.standards = []
      application.innovation.patents = application.innovation.patents?.map { patent in
        var patent = patent
        patent.granted = .day("2025-06-01")
        return patent
      }
    }
    #expect(outcomes["giant-innovation"] == .met)
  }
}
