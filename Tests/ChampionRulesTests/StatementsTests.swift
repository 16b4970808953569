// Two applications are compared by what they say, not by the order in which it was written down.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct StatementsTests {
  @Test func `judgements are numbered from 0 in their own order`() {
    #expect(Judgement.allCases.map(\.number) == Array(0..<Judgement.count))
  }

  @Test func `each judgement has its own statement, and the others none`() {
    for judgement in Judgement.allCases {
      var statements = Statements()
      statements[judgement] = statement(7)
      for other in Judgement.allCases {
        #expect(
          statements[other] == (other == judgement ? statement(7) : nil),
          "\(judgement) and \(other)")
      }
    }
  }

  @Test func `a statement is that which was set last`() {
    var statements = Statements()
    for judgement in Judgement.allCases { statements[judgement] = statement(judgement.number) }
    statements[.patentLead] = statement(99)
    #expect(
      Judgement.allCases.map { statements[$0]?.evidence } == [
        0, 1, 2, 3, 4, 99, 6, 7, 8, 9, 10, 11,
      ])
  }

  @Test func `equality and hash do not see in which order statements were set`() {
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

  @Test func `a statement taken away leaves what there was before`() {
    var generator = SeededGenerator(seed: 52)
    for count in 0..<Judgement.allCases.count {
      let chosen = Judgement.allCases.shuffled(using: &generator)
      let before = filled(Array(chosen.prefix(count)))
      for removals in [chosen[count...].shuffled(using: &generator), chosen[count...].reversed()] {
        var statements = filled(chosen)
        #expect(statements != before)
        for judgement in removals { statements[judgement] = nil }
        #expect(statements == before)
        #expect(statements.hashValue == before.hashValue)
      }
    }
  }

  @Test func `taking away what is not there changes nothing`() {
    var statements = Statements()
    for judgement in Judgement.allCases.reversed() { statements[judgement] = nil }
    #expect(statements == Statements())
  }

  @Test func `each bonus has its own claims, and the others none`() {
    for bonus in Bonus.allCases {
      var bonuses = Bonuses()
      bonuses[bonus] = [statement(1)]
      for other in Bonus.allCases {
        #expect(
          bonuses[other] == (other == bonus ? [statement(1)] : nil), "\(bonus) and \(other)")
      }
      bonuses[bonus] = nil
      #expect(bonuses == Bonuses())
    }
  }

  private func statement(_ evidence: Int) -> Statement {
    var statement = Statement()
    statement.hasText = true
    statement.evidence = evidence
    return statement
  }

  private func filled(_ judgements: [Judgement]) -> Statements {
    var statements = Statements()
    for judgement in judgements { statements[judgement] = statement(judgement.number) }
    return statements
  }
}
