// Two applications are compared by what they say, not by the order in which it was written down.

import Eligibility
import Testing

@testable import ChampionRules

@Suite struct PerMatterTests {
  @Test func `judgements and bonuses are numbered from 0 in their own order`() {
    #expect(Judgement.allCases.map(\.number) == Array(0..<Judgement.count))
    #expect(Bonus.allCases.map(\.number) == Array(0..<Bonus.count))
  }

  @Test func `each matter has its own value, and the others none`() {
    for judgement in Judgement.allCases {
      var values = PerMatter<Judgement, Int>()
      values[judgement] = 7
      for other in Judgement.allCases {
        #expect(values[other] == (other == judgement ? 7 : nil), "\(judgement) and \(other)")
      }
    }
  }

  @Test func `a value is that which was set last`() {
    var values = PerMatter<Bonus, Int>()
    for bonus in Bonus.allCases { values[bonus] = bonus.number }
    values[.chainStrengthening] = 9
    #expect(Bonus.allCases.map { values[$0] } == [0, 9, 2])
  }

  @Test func `equality and hash do not see in which order values were set`() {
    var generator = SeededGenerator(seed: 51)
    for count in 0...Judgement.allCases.count {
      for _ in 0..<20 {
        let chosen = Judgement.allCases.shuffled(using: &generator).prefix(count)
        let (one, other) = (filled(Array(chosen)), filled(chosen.shuffled(using: &generator)))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
      }
    }
  }

  @Test func `a value taken away leaves what there was before`() {
    var generator = SeededGenerator(seed: 52)
    for count in 0..<Judgement.allCases.count {
      let chosen = Judgement.allCases.shuffled(using: &generator)
      let before = filled(Array(chosen.prefix(count)))
      for removals in [chosen[count...].shuffled(using: &generator), chosen[count...].reversed()] {
        var values = filled(chosen)
        #expect(values != before)
        for judgement in removals { values[judgement] = nil }
        #expect(values == before)
        #expect(values.hashValue == before.hashValue)
      }
    }
  }

  @Test func `no value for any matter is nothing at all`() {
    var values = PerMatter<Bonus, Int>()
    for bonus in Bonus.allCases.reversed() { values[bonus] = nil }
    #expect(values == PerMatter())
    #expect(Bonus.allCases.map { values[$0] } == [nil, nil, nil])
  }

  private func filled(_ judgements: [Judgement]) -> PerMatter<Judgement, Int> {
    var values = PerMatter<Judgement, Int>()
    for judgement in judgements { values[judgement] = judgement.number }
    return values
  }
}
