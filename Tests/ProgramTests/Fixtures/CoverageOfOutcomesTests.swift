// The fixtures are only as good as what they show, beside outcomes: readings, facts, faults, notices.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging

struct CoverageOfOutcomesTests {
  /// The reports of all fixtures whose files have no faults.
  static let sound = Fixture.all.filter { $0.folder != .faulty }.compactMap(\.report)
  /// The reports of all fixtures.
  static let all = Fixture.all.compactMap(\.report)

  /// Readings must be shown to agree on either side, and to disagree.
  @Test(arguments: Rulebook.champion.criteria.filter { !$0.readings.isEmpty }.map(\.id))
  func `readings agree and disagree`(id: String) {
    let answers = CoverageOfOutcomesTests.sound.compactMap { $0[id]?.readings }
    let decided = answers.filter { $0.allSatisfy(\.isDecided) }.map { Set($0) }
    for agreement in [Set([Kleene.yes]), [.no], [.yes, .no]] {
      #expect(decided.contains(agreement), "\(agreement)")
    }
  }

  /// A disagreement of readings is never decided, an agreement always.
  @Test func `readings decide together`() {
    for report in CoverageOfOutcomesTests.all {
      for (criterion, finding) in zip(Rulebook.champion.criteria, report.findings)
      where !criterion.readings.isEmpty {
        #expect(
          finding.outcome == Outcome(finding.readings.agreement()),
          "\(report.text.source) \(criterion.id)")
      }
    }
  }

  @Test func `every fact read is missing somewhere`() {
    let read = Set(Rulebook.champion.criteria.flatMap(\.reads).map(\.template))
    let missed = Set(
      CoverageOfOutcomesTests.sound.flatMap { report in
        report.findings.flatMap { $0.missing.map(\.template) }
      })
    // The year of the market figures is taken as the last full one where it is not stated; the others
    // only raise doubts, settle them, or can be said in another way.
    #expect(
      read.subtracting(missed).isSubset(of: [
        "/market/year", "/figures/isUnitConfirmed", "/certificate/granted",
        "/certificate/validUntil", "/product/name", "/incidents/*/determination/date",
      ]))
  }

  @Test func `every kind of fault is shown`() {
    let shown = Set(
      CoverageOfOutcomesTests.all.flatMap { $0.faults.map(\.reason.message.id) })
    #expect(Set(CoverageOfOutcomesTests.faults).subtracting(shown) == [])
    #expect(shown.subtracting(CoverageOfOutcomesTests.faults) == [])
  }

  /// All but a file too long to stand here, and single bytes that are no text: those show before the
  /// syntax is looked at.
  static let faults = [
    // The file.
    "utf-16", "not-text", "more-faults", "empty-text", "content-after-end", "nesting-too-deep",
    "too-many-faults",
    // Signs and structure.
    "unexpected-character", "stray-text", "missing-comma", "missing-colon", "leading-comma",
    "trailing-comma", "doubled-comma", "missing-value", "missing-key", "unquoted-key",
    "number-as-key", "wrong-punctuation", "wrong-space", "comment", "unterminated-comment",
    "unclosed-object", "unclosed-array", "mismatched-closer", "surplus-closer",
    // Texts, numbers and words.
    "single-quoted-string", "typographic-quotes", "unterminated-string", "unopened-string",
    "unescaped-quote", "line-break-in-string", "control-character", "bad-escape",
    "bad-unicode-escape", "lone-surrogate", "bad-number", "bare-word",
    // Members.
    "wrong-type", "too-many-items", "unknown-key", "misspelt-key", "duplicate-key", "blank-text",
    "misspelt-choice", "unknown-choice", "answer-in-words", "label-as-choice", "label-as-key",
    "misplaced-key", "other-file", "no-application", "number-as-text", "too-many-digits",
    "number-too-large", "number-too-fine",
    "out-of-range", "finer-than-a-fen",
    "amount-too-large", "negative-number", "date-too-early", "no-revoking-article",
    "amounts-without-unit", "day-needed", "date-form", "bad-date",
    "code-as-number", "bad-code", "code-length", "credit-code-length", "credit-code-character",
    "credit-code-check", "unsupported-version", "other-programme", "filed-before-in-force",
    "round-before-in-force",
  ]

  @Test func `every notice is shown`() {
    let shown = Set(CoverageOfOutcomesTests.sound.flatMap { $0.notices.map(\.reason.message.id) })
    #expect(Set(CoverageOfOutcomesTests.notices).subtracting(shown) == [])
    #expect(shown.subtracting(CoverageOfOutcomesTests.notices) == [])
  }

  static let notices = [
    "read-as-gb18030", "version-missing", "filed-outside-round", "filed-elsewhere",
    "registered-elsewhere", "organisation-code-check", "look-up-after-filing",
    "classification-missing", "catalogue-missing", "start-before-founding", "unit-confirmed",
    "division-moved",
    "scope-missing", "part-exceeds-whole", "share-out-of-range", "rank-better-in-wider-market",
    "share-greater-in-wider-market", "event-after-filing",
  ]
}
