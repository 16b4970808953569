// Identifiers of outcomes are printed and parsed by others, and what counts decides who is eligible.

import Eligibility
import Testing

@Suite struct OutcomeTests {
  @Test func `names are stable`() {
    #expect(
      Role.allCases.map(\.rawValue)
        == [
          "condition", "indicator", "judgement", "preference", "bonus", "formality", "quota",
          "duty",
        ])
    #expect(
      Outcome.allCases.map(\.rawValue)
        == ["met", "unmet", "undetermined", "notApplicable", "forReview"])
    #expect(Verdict.allCases.map(\.rawValue) == ["eligible", "ineligible", "undetermined"])
    #expect(Strictness.allCases.map(\.rawValue) == ["conditionsOnly", "indicatorsToo"])
  }

  /// What the role says: facts decide, experts judge, and a bonus may not be claimed.
  @Test(arguments: [
    (Role.condition, [Outcome.met, .unmet, .undetermined]),
    (.indicator, [.met, .unmet, .undetermined]), (.preference, [.met, .unmet, .undetermined]),
    (.judgement, [.undetermined, .forReview]),
    (.bonus, [.undetermined, .notApplicable, .forReview]),
    (.formality, [.met, .unmet, .undetermined]), (.quota, [.notApplicable]),
    (.duty, [.met, .unmet, .undetermined, .notApplicable]),
  ])
  func `outcomes follow from the role`(role: Role, outcomes: [Outcome]) {
    #expect(role.outcomes == outcomes)
  }

  @Test func `answers become outcomes`() {
    #expect(Outcome(.yes) == .met)
    #expect(Outcome(.no) == .unmet)
    #expect(Outcome(.unknown) == .undetermined)
    for answer in Kleene.allCases { #expect(Outcome(answer).asRequirement == answer) }
  }

  @Test(arguments: [
    (Outcome.met, Kleene.yes), (.unmet, .no), (.undetermined, .unknown),
    (.notApplicable, .yes), (.forReview, .unknown),
  ])
  func `outcomes count as requirements`(outcome: Outcome, requirement: Kleene) {
    #expect(outcome.asRequirement == requirement)
  }

  @Test func `conjunctions become verdicts`() {
    #expect(Verdict(.yes) == .eligible)
    #expect(Verdict(.no) == .ineligible)
    #expect(Verdict(.unknown) == .undetermined)
  }

  @Test func `only indicators move with strictness`() {
    #expect(Role.allCases.filter(Strictness.conditionsOnly.requires) == [.condition])
    #expect(Role.allCases.filter(Strictness.indicatorsToo.requires) == [.condition, .indicator])
  }
}
