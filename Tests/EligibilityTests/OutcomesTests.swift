// Sets of criteria are bits of one word; here they are compared with sets of numbers.

import Testing

@testable import Eligibility

struct OutcomesTests {
  @Test func `a set holds every number once and in order`() {
    var set = CriterionSet()
    #expect(set.isEmpty)
    #expect(Array(set).isEmpty)
    for number in [63, 0, 31, 32, 0] { set.insert(number) }
    #expect(Array(set) == [0, 31, 32, 63])
    #expect(set.count == 4)
    #expect(!set.isEmpty)
    var all = CriterionSet()
    for number in 0..<CriterionSet.limit { all.insert(number) }
    #expect(Array(all) == Array(0..<64))
    #expect(all.intersection(set) == set)
    #expect(CriterionSet().intersection(set).isEmpty)
  }

  @Test func `each outcome knows its criteria`() {
    let cases = Outcome.allCases
    let outcomes = Outcomes(cases + cases.reversed())
    for (number, outcome) in cases.enumerated() {
      #expect(Set(outcomes[outcome]) == [number, 2 * cases.count - 1 - number])
    }
    #expect(outcomes.met == outcomes[.met])
    #expect(outcomes.unmet == outcomes[.unmet])
    #expect(outcomes.undetermined == outcomes[.undetermined])
    #expect(outcomes.notApplicable == outcomes[.notApplicable])
    #expect(outcomes.forReview == outcomes[.forReview])
  }

  /// All requirements together come to what each of them contributes.
  @Test func `the conjunction is that of the criteria required`() {
    for first in Outcome.allCases {
      for second in Outcome.allCases {
        for third in Outcome.allCases {
          var required = CriterionSet()
          required.insert(0)
          required.insert(2)
          #expect(
            Outcomes([first, second, third]).conjunction(of: required)
              == (first.asRequirement && third.asRequirement))
        }
      }
    }
    #expect(Outcomes([.unmet]).conjunction(of: CriterionSet()) == .yes)
  }
}
