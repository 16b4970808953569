// Articles 2, 3, 5 and 7: composition, promotion organisation, place, the bureau's opinion.

import CommonFacts
import Eligibility
import Testing

@testable import ClusterRules

@Suite struct CompositionTests {
  private func composition(
    _ change: (inout ClusterApplication) -> Void
  ) -> (outcome: Outcome, message: String) { found("cluster-composition", change) }

  @Test func `two manufacturers, an institute and an organisation are enough not to be refuted`() {
    let finding = ClusterApplication.eligible.finding("cluster-composition")
    #expect(finding.outcome == .met)
    #expect(finding.reason.message.says.zh.contains("专家"))
    #expect(
      finding.reason.values["judgement"] == .term(ClusterJudgement.clusterAgglomeration.title))
    #expect(finding.reason.values["manufacturers"] == .count(2))
    #expect(finding.reason.values["institutes"] == .count(1))
  }

  @Test func `one manufacturer stays open, since several has no number`() {
    #expect(composition { $0.members.list?.remove(at: 0) } == (.undetermined, "one-manufacturer"))
  }

  @Test func `no manufacturer fails on a complete list only`() {
    func none(_ isComplete: Bool?) -> (outcome: Outcome, message: String) {
      composition {
        $0.members.list?.removeFirst(2)
        $0.members.isComplete = isComplete
      }
    }
    #expect(none(true) == (.unmet, "no-manufacturer"))
    #expect(none(nil) == (.undetermined, "missing"))
    #expect(none(false) == (.undetermined, "member-list-incomplete"))
    #expect(composition { $0.members.list = [] } == (.unmet, "no-manufacturer"))
  }

  @Test func `members that may be manufacturers leave it open`() {
    #expect(composition { $0.members.list?[0].kind = nil }.outcome == .undetermined)
    #expect(composition { $0.members.list?[0].industryCode = nil }.outcome == .undetermined)
    #expect(composition { $0.members.list?[0].since = .year(2025) }.outcome == .undetermined)
    #expect(composition { $0.members.list = nil } == (.undetermined, "missing"))
    // Without codes two may be one, or one more.
    #expect(composition { $0.members.list?[0].creditCode = nil } == (.undetermined, "missing"))
    let nameless = composition {
      $0.members.list?[0].creditCode = nil
      $0.members.list?[1].creditCode = nil
    }
    #expect(nameless == (.undetermined, "missing"))
    let finding = ClusterApplication.eligible {
      $0.members.list?[0].industryCode = nil
    }.finding("cluster-composition")
    #expect(finding.missing == [Pointer("/members/list/*/industryCode", at: 0)])
  }

  @Test func `divisions 13 to 43 are manufacturing`() {
    for (code, outcome) in [
      ("12", Outcome.undetermined), ("13", .met), ("43", .met), ("44", .undetermined),
    ] {
      #expect(
        composition { $0.members.list?[0].industryCode = IndustryCode(code) }.outcome == outcome)
    }
  }

  @Test func `without an institute or an organisation it stays open`() {
    #expect(composition { $0.members.list?.remove(at: 3) } == (.undetermined, "no-institute"))
    #expect(composition { $0.members.list?[3].kind = .other } == (.undetermined, "no-institute"))
    #expect(
      composition { $0.members.list?[3].until = .day("2025-09-09") }
        == (.undetermined, "no-institute"))
    #expect(composition { $0.promoter.name = nil }.outcome == .met)
    #expect(composition { $0.promoter.creditCode = nil }.outcome == .met)
    let nameless = ClusterApplication.eligible {
      $0.promoter.name = nil
      $0.promoter.creditCode = nil
    }.finding("cluster-composition")
    #expect(nameless.outcome == .undetermined)
    #expect(nameless.missing == ["/promoter/name"])
  }

  @Test func `a member counts from the day it joins to the day it leaves`() {
    for (since, until, outcome) in [
      ("2025-09-10", nil, Outcome.met), ("2025-09-11", nil, .undetermined),
      (nil, "2025-09-10", .met), (nil, "2025-09-09", .undetermined),
    ] as [(Day?, Day?, Outcome)] {
      let answer = composition {
        $0.members.list?[0].since = since.map { .day($0) }
        $0.members.list?[0].until = until.map { .day($0) }
      }
      #expect(answer.outcome == outcome)
    }
    let undated = composition {
      $0.filingDate = nil
      $0.members.list?[0].since = .year(2020)
    }
    #expect(undated == (.undetermined, "missing"))
    #expect(composition { $0.filingDate = nil }.outcome == .met)
  }
}

@Suite struct PromoterClaimTests {
  private static let kinds = ["11", "12", "13", "51", "52", "53", "91", "92", "54"]

  private func outcomes(_ id: String) -> [Outcome] {
    PromoterClaimTests.kinds.map { kind in
      found(id) { $0.promoter.creditCode = .made(kind, 7) }.outcome
    }
  }

  @Test func `each kind of code agrees with each claim as settled`() {
    #expect(
      outcomes("promoter-non-government") == [
        .unmet, .undetermined, .undetermined, .met, .met, .met, .met, .met, .met,
      ])
    #expect(
      outcomes("promoter-non-profit") == [
        .met, .met, .met, .met, .met, .met, .undetermined, .undetermined, .met,
      ])
    #expect(
      outcomes("promoter-legal-person") == [
        .met, .met, .undetermined, .met, .met, .met, .met, .unmet, .undetermined,
      ])
  }

  private static let claims: [(id: String, set: @Sendable (inout ClusterPromoter, Bool?) -> Void)] =
    [
      ("promoter-non-government", { $0.isNonGovernment = $1 }),
      ("promoter-non-profit", { $0.isNonProfit = $1 }),
      ("promoter-legal-person", { $0.isLegalPerson = $1 }),
    ]

  @Test func `a claim denied fails whatever the code`() {
    for claim in PromoterClaimTests.claims {
      for code: SocialCreditCode? in [nil, .promoter, .promoter.misspelt, .made("91", 1)] {
        let answer = found(claim.id) {
          claim.set(&$0.promoter, false)
          $0.promoter.creditCode = code
        }
        #expect(answer == (.unmet, "promoter-denies"))
      }
    }
  }

  @Test func `a code refutes a claim that is not stated, but only where its check is right`() {
    for (id, kind) in [("promoter-non-government", "11"), ("promoter-legal-person", "92")] {
      let refuted = found(id) {
        $0.promoter.isNonGovernment = nil
        $0.promoter.isLegalPerson = nil
        $0.promoter.creditCode = .made(kind, 7)
      }
      #expect(refuted == (.unmet, "promoter-code-refutes"))
      let misspelt = found(id) { $0.promoter.creditCode = .made(kind, 7).misspelt }
      #expect(misspelt == (.undetermined, "promoter-check-character"))
    }
  }

  @Test func `what is not stated leaves each claim open`() {
    for claim in PromoterClaimTests.claims {
      #expect(found(claim.id) { claim.set(&$0.promoter, nil) } == (.undetermined, "missing"))
      #expect(found(claim.id) { $0.promoter.creditCode = nil } == (.undetermined, "missing"))
    }
    #expect(found("promoter-legal-person") { $0.promoter.name = nil } == (.undetermined, "missing"))
    #expect(found("promoter-non-profit") { $0.promoter.name = nil }.outcome == .met)
  }

  @Test func `a branch's name leaves the legal person open`() {
    for name in ["集群促进会长春分会", "某协会驻吉林代表处", "促进中心分公司"] {
      #expect(
        found("promoter-legal-person") { $0.promoter.name = name }
          == (.undetermined, "promoter-named-as-branch"))
    }
    #expect(found("promoter-legal-person") { $0.promoter.name = "会" }.outcome == .met)
  }

  @Test func `the place of registration decides what is within the territory`() {
    func within(_ place: ClusterPromoter.Place?) -> (outcome: Outcome, message: String) {
      found("promoter-in-china") { $0.promoter.placeOfRegistration = place }
    }
    #expect(within(.mainland) == (.met, "registered-within"))
    #expect(within(.abroad) == (.unmet, "registered-abroad"))
    for place: ClusterPromoter.Place in [.hongKong, .macao, .taiwan] {
      #expect(within(place) == (.undetermined, "territory-open"))
    }
    #expect(within(nil) == (.undetermined, "missing"))
    #expect(found("promoter-in-china") { $0.promoter.creditCode = nil }.message == "missing")
    #expect(
      found("promoter-in-china") { $0.promoter.creditCode = .promoter.misspelt }
        == (.undetermined, "territory-check-character"))
  }
}

@Suite struct CreditTests {
  private func credit(
    _ entries: [ClusterPromoter.CreditRecords.Status?]?, on day: Day? = "2025-09-01"
  ) -> Finding {
    ClusterApplication.eligible {
      $0.promoter.creditRecords.entries = entries?.map { .init($0) }
      $0.promoter.creditRecords.lookedUp = day
    }.finding("promoter-credit")
  }

  @Test func `both readings answer`() {
    #expect(credit([]).readings == [.yes, .yes])
    #expect(credit([]).outcome == .met)
    #expect(credit([.outstanding]).readings == [.no, .no])
    #expect(credit([.outstanding]).outcome == .unmet)
    #expect(credit([.repaired, .removed]).readings == [.yes, .no])
    #expect(credit([.repaired]).outcome == .undetermined)
    #expect(credit([.repaired]).reason.message.id == "adverse-record-repaired")
    #expect(credit([nil]).readings == [.unknown, .no])
    #expect(credit([nil]).reason.message.id == "adverse-record-status-missing")
    #expect(credit([nil, .outstanding]).readings == [.no, .no])
    #expect(credit(nil).readings == [.unknown, .unknown])
  }

  @Test func `the look-up must be dated and not after the filing date`() {
    #expect(credit([], on: "2025-09-10").outcome == .met)
    #expect(credit([], on: "2025-09-11").readings == [.unknown, .unknown])
    #expect(credit([.outstanding], on: "2025-09-11").outcome == .undetermined)
    #expect(credit([], on: "2025-09-11").reason.message.id == "credit-looked-up-after-filing")
    #expect(credit([], on: nil).missing == ["/promoter/creditRecords/lookedUp"])
    #expect(found("promoter-credit") { $0.filingDate = nil }.outcome == .undetermined)
  }
}

@Suite struct LocationTests {
  private func location(_ areas: [String?]?) -> (outcome: Outcome, message: String) {
    found("cluster-location") {
      $0.cluster.areas = areas?.map { code in code.flatMap { AdministrativeDivision($0) } }
    }
  }

  @Test func `all, none or some of the areas are in the province`() {
    #expect(location(["220102", "222401"]) == (.met, "areas-inside"))
    #expect(location(["210102", "230102"]) == (.unmet, "areas-outside"))
    #expect(location(["220102", "210102"]) == (.undetermined, "areas-across-provinces"))
  }

  @Test func `an empty list, none and one with a faulty item name no place`() {
    for areas in [nil, [], ["220102", nil], ["210102", nil]] as [[String?]?] {
      #expect(location(areas) == (.undetermined, "missing"))
    }
  }
}

@Suite struct RecommendationTests {
  @Test func `the opinion is given, missing or not stated`() {
    func opinion(_ isGiven: Bool?) -> Outcome {
      found("cluster-recommendation") { $0.recommendation.isGiven = isGiven }.outcome
    }
    #expect(opinion(true) == .met)
    #expect(opinion(false) == .unmet)
    #expect(opinion(nil) == .undetermined)
  }
}

func == (
  left: (outcome: Outcome, message: String), right: (outcome: Outcome, message: String)
) -> Bool { left.outcome == right.outcome && left.message == right.message }
