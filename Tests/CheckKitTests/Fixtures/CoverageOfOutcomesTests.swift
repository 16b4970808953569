// The fixtures are only as good as what they show; the table of all that there is to show stands here.

import ChampionRules
import Eligibility
import Testing

@testable import CheckKit

struct CoverageOfOutcomesTests {
  /// What can be found of each criterion, by its role in the law: a condition or an indicator is met
  /// or not, a judgement is never decided by data, a bonus is claimed or not.
  static let outcomes: [String: Set<Outcome>] = [
    "jilin-registered": [.met, .unmet, .undetermined],
    "legal-person": [.met, .unmet, .undetermined],
    "sector": [.met, .unmet, .undetermined],
    "public-interest": [.met, .unmet, .undetermined],
    "abnormal-operations-list": [.met, .unmet, .undetermined],
    "serious-dishonesty-list": [.met, .unmet, .undetermined],
    "product-policy": [.met, .unmet, .undetermined],
    "clean-record": [.met, .unmet, .undetermined],
    "reapplication-ban": [.met, .unmet, .undetermined],
    "focus-years": [.met, .unmet, .undetermined],
    "average-revenue": [.met, .unmet, .undetermined],
    "steady-growth": [.forReview, .undetermined],
    "priority-recommendation": [.met, .unmet, .undetermined],
    "market-position": [.met, .unmet, .undetermined],
    "product-excellence": [.forReview, .undetermined],
    "energy-benchmark": [.met, .unmet, .undetermined, .notApplicable],
    "international-brand": [.forReview, .undetermined],
    "rd-institution": [.met, .unmet, .undetermined],
    "rd-intensity": [.forReview, .undetermined],
    "core-ip": [.met, .unmet, .undetermined],
    "patent-lead": [.forReview, .undetermined],
    "standards": [.met, .unmet, .undetermined],
    "applied-results": [.met, .unmet, .undetermined],
    "operating-performance": [.forReview, .undetermined],
    "management": [.forReview, .undetermined],
    "culture": [.forReview, .undetermined],
    "talent-programme": [.met, .unmet, .undetermined],
    "talent-cooperation": [.met, .unmet, .undetermined],
    "local-orientation": [.forReview, .undetermined],
    "key-chain": [.forReview, .undetermined],
    "bonus-national-innovation": [.forReview, .undetermined, .notApplicable],
    "bonus-chain-strengthening": [.forReview, .undetermined, .notApplicable],
    "bonus-open-innovation": [.forReview, .undetermined, .notApplicable],
  ]

  /// The readings of each clause that has more than one; each must be shown with every answer.
  static let readings: [String: [String]] = [
    "product-policy": ["all-products", "product-applied-for"],
    "clean-record": ["months-to-filing", "calendar-years"],
    "reapplication-ban": ["from-decision", "from-event"],
    "talent-programme": ["as-named", "at-least"],
  ]

  /// The reports of all fixtures whose files have no faults.
  static let sound = Fixture.all.filter { $0.folder != .faulty }.compactMap(\.report)
  /// The reports of all fixtures.
  static let all = Fixture.all.compactMap(\.report)

  @Test func theTablesNameEveryCriterionAndReading() {
    let criteria = Rulebook.champion.criteria
    #expect(Set(CoverageOfOutcomesTests.outcomes.keys) == Set(criteria.map(\.id)))
    for criterion in criteria {
      #expect(
        criterion.readings.map(\.id) == CoverageOfOutcomesTests.readings[criterion.id] ?? [],
        "\(criterion.id)")
    }
  }

  @Test(arguments: Rulebook.champion.criteria.map(\.id))
  func everyOutcomeIsShownAndNoOther(id: String) {
    let shown = Set(CoverageOfOutcomesTests.sound.compactMap { $0.assessment[id]?.outcome })
    let possible = CoverageOfOutcomesTests.outcomes[id] ?? []
    #expect(possible.subtracting(shown) == [], "no fixture shows these outcomes of \(id)")
    #expect(shown.subtracting(possible) == [], "these outcomes of \(id) cannot be")
  }

  @Test(arguments: readings.keys.sorted())
  func everyReadingIsAnsweredEveryWay(id: String) throws {
    let findings = CoverageOfOutcomesTests.sound.compactMap { $0.assessment[id] }
    for (place, reading) in try #require(CoverageOfOutcomesTests.readings[id]).enumerated() {
      let answers = Set(findings.compactMap { $0.readings.dropFirst(place).first })
      #expect(
        Set(Kleene.allCases).subtracting(answers) == [],
        "no fixture has these answers to \(reading) of \(id)")
    }
    // Readings must be shown to agree on either side, and to disagree.
    let decided = findings.filter { $0.readings.allSatisfy(\.isDecided) }.map { Set($0.readings) }
    for agreement in [Set([Kleene.yes]), [.no], [.yes, .no]] {
      #expect(decided.contains(agreement), "\(id): \(agreement)")
    }
  }

  /// A disagreement of readings is never decided, an agreement always.
  @Test func readingsDecideTogether() {
    for report in CoverageOfOutcomesTests.all {
      for (criterion, finding) in zip(Rulebook.champion.criteria, report.assessment.findings)
      where !criterion.readings.isEmpty {
        #expect(
          finding.outcome == Outcome(finding.readings.agreement()),
          "\(report.filing.source) \(criterion.id)")
      }
    }
  }

  @Test func everyFactReadIsMissingSomewhere() {
    let read = Set(Rulebook.champion.criteria.flatMap(\.reads).map(\.template))
    let missed = Set(
      CoverageOfOutcomesTests.sound.flatMap { report in
        report.assessment.findings.flatMap { $0.missing.map(\.template) }
      })
    // The year of the market figures is taken as the last full one where it is not stated; amounts
    // without a unit are a fault.
    #expect(read.subtracting(missed).isSubset(of: ["/market/year", "/figures/unit"]))
  }

  @Test func everyKindOfFaultIsShown() {
    let shown = Set(
      CoverageOfOutcomesTests.all.flatMap { $0.filing.faults.map(\.reason.message.id) })
    #expect(Set(CoverageOfOutcomesTests.faults).subtracting(shown) == [])
    #expect(shown.subtracting(CoverageOfOutcomesTests.faults) == [])
  }

  /// All but a file too long to stand here, and single bytes that are no text: those show before the
  /// syntax is looked at.
  static let faults = [
    // The file.
    "utf-16", "not-text", "empty-text", "content-after-end", "nesting-too-deep", "too-many-faults",
    // Signs and structure.
    "unexpected-character", "stray-text", "missing-comma", "missing-colon", "leading-comma",
    "trailing-comma", "doubled-comma", "missing-value", "missing-key", "unquoted-key",
    "number-as-key", "wrong-punctuation", "wrong-space", "comment", "unterminated-comment",
    "unclosed-object", "unclosed-array", "mismatched-closer",
    // Texts, numbers and words.
    "single-quoted-string", "typographic-quotes", "unterminated-string", "unopened-string",
    "unescaped-quote", "line-break-in-string", "control-character", "bad-escape",
    "bad-unicode-escape", "lone-surrogate", "bad-number", "bare-word",
    // Members.
    "wrong-type", "unknown-key", "misspelt-key", "duplicate-key", "blank-text", "misspelt-choice",
    "unknown-choice", "number-as-text", "too-many-digits", "out-of-range", "finer-than-a-fen",
    "amount-too-large", "amounts-without-unit", "day-needed", "date-form", "bad-date",
    "code-as-number", "bad-code", "code-length", "credit-code-length", "credit-code-character",
    "credit-code-check", "unsupported-version", "filed-before-in-force", "round-before-in-force",
  ]

  @Test func everyNoticeIsShown() {
    let shown = Set(CoverageOfOutcomesTests.sound.flatMap { $0.notices.map(\.reason.message.id) })
    #expect(Set(CoverageOfOutcomesTests.notices).subtracting(shown) == [])
    #expect(shown.subtracting(CoverageOfOutcomesTests.notices) == [])
  }

  static let notices = [
    "read-as-gb18030", "version-missing", "filed-outside-round", "filed-elsewhere",
    "registered-elsewhere", "organisation-code-check", "look-up-after-filing",
    "classification-missing", "start-before-founding", "average-implausible", "revenue-jumps",
    "scope-missing", "part-exceeds-whole", "share-out-of-range", "rank-better-in-wider-market",
    "share-greater-in-wider-market", "incident-dated-later",
  ]
}
