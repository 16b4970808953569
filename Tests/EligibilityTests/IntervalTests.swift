// An imprecise fact may only decide where each value it could have decides alike.

import Eligibility
import Testing

@Suite struct IntervalTests {
  @Test func `keeps its bounds`() {
    let range = Interval(from: 3, through: 7)
    #expect(range.lower == 3)
    #expect(range.upper == 7)
    #expect(Interval(5) == Interval(from: 5, through: 5))
    #expect(Interval(from: 3, through: nil).upper == nil)
    #expect(Interval(from: 3, through: nil) != Interval(3))
  }

  @Test func `raises an upper bound below the lower`() {
    #expect(Interval(from: 7, through: 3) == Interval(7))
    #expect(Interval(from: 7, through: 7) == Interval(7))
  }

  @Test(arguments: [
    (2, Kleene.no), (3, .unknown), (4, .unknown), (6, .unknown), (7, .yes), (8, .yes),
  ])
  func `at most around its bounds`(limit: Int, answer: Kleene) {
    #expect(Interval(from: 3, through: 7).isAtMost(limit) == answer)
  }

  @Test(arguments: [
    (2, Kleene.yes), (3, .yes), (4, .unknown), (7, .unknown), (8, .no),
  ])
  func `at least around its bounds`(limit: Int, answer: Kleene) {
    #expect(Interval(from: 3, through: 7).isAtLeast(limit) == answer)
  }

  @Test func `without upper bound high limits stay open`() {
    let open = Interval(from: 3, through: nil)
    #expect(open.isAtMost(2) == .no)
    #expect(open.isAtMost(3) == .unknown)
    #expect(open.isAtMost(.max) == .unknown)
    #expect(open.isAtLeast(3) == .yes)
    #expect(open.isAtLeast(4) == .unknown)
    #expect(open.isAtLeast(.max) == .unknown)
  }

  @Test func `an exact fact is always decided`() {
    for limit in -2...2 {
      #expect(Interval(0).isAtMost(limit) == Kleene(0 <= limit))
      #expect(Interval(0).isAtLeast(limit) == Kleene(0 >= limit))
    }
  }

  /// Asks each value of every small interval singly and expects what they all say.
  @Test func `decides exactly where its values agree`() {
    func agreed(_ answers: [Bool]) -> Kleene { answers.map { Kleene($0) }.agreement() }
    for lower in 0...6 {
      for upper in lower...6 {
        let range = Interval(from: lower, through: upper)
        for limit in -1...7 {
          let values = Array(lower...upper)
          #expect(range.isAtMost(limit) == agreed(values.map { $0 <= limit }))
          #expect(range.isAtLeast(limit) == agreed(values.map { $0 >= limit }))
        }
      }
    }
  }
}
