// Annex 1, section 6 counts in favour without points, so the tool may only say what is claimed.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct BonusTests {
  @Test(arguments: Bonus.allCases)
  func `what is claimed with its proofs is for review`(bonus: Bonus) throws {
    let finding = try judge(bonus.rawValue) {
      $0.bonuses[bonus] = [.proven, .proven]
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "claimed")
    #expect(finding.value("count") == .count(2))
  }

  @Test(arguments: Bonus.allCases)
  func `nothing claimed does not apply`(bonus: Bonus) throws {
    let finding = try judge(bonus.rawValue) { $0.bonuses[bonus] = [] }
    #expect(finding.outcome == .notApplicable)
    #expect(finding.said == "nothing-claimed")
  }

  @Test(arguments: Bonus.allCases)
  func `nothing said about claims is open`(bonus: Bonus) throws {
    let finding = try judge(bonus.rawValue) { $0.bonuses[bonus] = nil }
    #expect(finding == .lacking([Pointer("/bonuses/\(bonus.rawValue)")]))
  }

  @Test(arguments: Bonus.allCases)
  func `a claim without words or proof is open, and what lacks is named`(bonus: Bonus) throws {
    let place = "/bonuses/\(bonus.rawValue)/*/"
    let finding = try judge(bonus.rawValue) {
      $0.bonuses[bonus] = [.proven, Statement(), .proven]
      $0.bonuses[bonus]?[2].evidence = 0
    }
    #expect(finding.outcome == .undetermined)
    #expect(
      finding.missing == [
        Pointer(place + "text", at: 1), Pointer(place + "evidence", at: 1),
        Pointer(place + "evidence", at: 2),
      ])
  }

  @Test(arguments: Bonus.allCases)
  func `words or proof alone leave the claims open, however well the others are proven`(
    bonus: Bonus
  ) throws {
    var (silent, unproven) = (Statement.proven, Statement.proven)
    silent.hasText = false
    unproven.evidence = nil
    for (claim, member) in [(silent, "text"), (unproven, "evidence")] {
      let finding = try judge(bonus.rawValue) { $0.bonuses[bonus] = [.proven, claim] }
      #expect(finding.outcome == .undetermined)
      #expect(finding.missing == [Pointer("/bonuses/\(bonus.rawValue)/*/" + member, at: 1)])
    }
  }

  @Test func `no claim, and no word about claims, changes the verdict`() throws {
    for claims in [[], nil] as [[Statement]?] {
      var application = Application.eligible
      for bonus in Bonus.allCases { application.bonuses[bonus] = claims }
      let assessment = try Rulebook.champion.assess(
        application, on: application.filingDate, strictness: .indicatorsToo
      ).get()
      #expect(assessment.verdict == .eligible)
    }
  }
}
