// Article 6(4): averages of the cluster ahead of the industry's, exactly.

import Eligibility
import Testing

@testable import ClusterRules

@Suite struct LeadTests {
  private func research(
    _ change: (inout ClusterApplication) -> Void = { _ in }
  ) -> Finding { ClusterApplication.eligible(change).finding("cluster-rd-lead") }

  private func staff(
    _ change: (inout ClusterApplication) -> Void = { _ in }
  ) -> Finding { ClusterApplication.eligible(change).finding("cluster-researcher-lead") }

  @Test func `to lead is to be strictly above the average`() {
    for (value, outcome) in [
      (Decimal(499_999_999_999_999_999, scale: 17), Outcome.met), (Decimal(5), .unmet),
      (Decimal(500_000_000_000_000_001, scale: 17), .unmet),
    ] {
      #expect(research { $0.industryAverages?[0].value = value }.outcome == outcome)
    }
    for (value, outcome) in [
      (Decimal(999_999, scale: 5), Outcome.met), (Decimal(10), .unmet),
      (Decimal(1_000_001, scale: 5), .unmet),
    ] {
      #expect(staff { $0.industryAverages?[1].value = value }.outcome == outcome)
    }
  }

  @Test func `a fen or a person more or less decides`() {
    for (fen, outcome) in [(499, Outcome.unmet), (500, .unmet), (501, .met)] as [(Int64, Outcome)] {
      let finding = research {
        $0.industryAverages?[0].value = Decimal(5)
        $0.members.list?[0].researchAndDevelopment = Money(fen: fen)
      }
      #expect(finding.outcome == outcome)
    }
    for (people, outcome) in [(9, Outcome.unmet), (10, .unmet), (11, .met)] {
      let finding = staff {
        $0.industryAverages?[1].value = Decimal(10)
        $0.members.list?[0].researchStaff = people
      }
      #expect(finding.outcome == outcome)
    }
  }

  @Test func `what is lacking is said to the fen and the person`() {
    let money = research { $0.industryAverages?[0].value = Decimal(5) }
    #expect(money.reason.message.id == "lead-lacking-part")
    #expect(money.reason.values["short"] == .money(Money(fen: 1)))
    let people = staff { $0.industryAverages?[1].value = Decimal(1005, scale: 2) }
    // 10.05% of 300 is 30.15, and there are 30.
    #expect(people.reason.values["short"] == .count(1))
    #expect(people.shortfall == .count(-1))
    #expect(money.shortfall == .money(Money(fen: -1)))
    // The share leads, and the mean does not: nothing can be said of a sum.
    let open = research {
      $0.members.list?[0].operatingRevenue = Money(yuan: 10_000)
      $0.members.list?[0].researchAndDevelopment = Money(yuan: 600)
      $0.industryAverages?[0].value = Decimal(55, scale: 1)
    }
    #expect(open.readings == [.yes, .no])
  }

  @Test func `the two ways to average can disagree`() {
    let finding = research {
      $0.members.list?[0].operatingRevenue = Money(yuan: 10_000)
      $0.members.list?[0].researchAndDevelopment = Money(yuan: 100)
    }
    // 110 ÷ 10,200 pooled; (1 + 5 + 5) ÷ 3 % as a mean.
    #expect(finding.readings == [.no, .yes])
    #expect(finding.outcome == .undetermined)
    #expect(finding.reason.message.id == "lead-readings-disagree")
  }

  @Test func `several averages are each a reading`() {
    func with(_ value: Decimal?) -> Finding {
      research { $0.industryAverages?.append(ClusterIndustryAverage(.rdIntensity, value)) }
    }
    #expect(with(Decimal(4)).outcome == .met)
    #expect(with(Decimal(6)).outcome == .undetermined)
    #expect(with(Decimal(6)).reason.message.id == "lead-readings-disagree")
    #expect(with(nil).outcome == .undetermined)
    #expect(with(nil).reason.message.id == "average-incomplete")
    let both = research {
      $0.industryAverages = [
        ClusterIndustryAverage(.rdIntensity, Decimal(6)),
        ClusterIndustryAverage(.rdIntensity, Decimal(7)),
      ]
    }
    #expect(both.outcome == .unmet)
    // To be above both, 21 yuan and a fen are needed, and there are 15.
    #expect(both.reason.values["short"] == .money(Money(fen: 601)))
  }

  @Test func `an average needs industry, region, year and source, and has to be comparable`() {
    let changes: [@Sendable (inout ClusterIndustryAverage) -> Void] = [
      { $0.industry = nil }, { $0.region = nil }, { $0.year = nil }, { $0.source = nil },
      { $0.value = nil }, { $0.year = 2023 }, { $0.year = 2025 },
      { $0.industry = IndustryCode("37") },
    ]
    for change in changes {
      let finding = research {
        if var average = $0.industryAverages?[0] {
          change(&average)
          $0.industryAverages?[0] = average
        }
      }
      #expect(finding.outcome == .undetermined)
      #expect(finding.readings == [.unknown, .unknown])
    }
    #expect(research { $0.industryAverages?[0].industry = IndustryCode("3612") }.outcome == .met)
    #expect(research { $0.cluster.industries = nil }.missing == ["/cluster/industries"])
    #expect(research { $0.cluster.industries = [] }.missing == ["/cluster/industries"])
    #expect(research { $0.cluster.industries = [nil] }.outcome == .undetermined)
    #expect(
      research { $0.cluster.industries = [nil, IndustryCode("37")] }.missing
        == ["/cluster/industries"])
    let valueless = research { $0.industryAverages?[0].value = nil }
    guard case .list(let averages)? = valueless.reason.values["averages"],
      case .reason(let average)? = averages.first
    else {
      Issue.record("no averages")
      return
    }
    #expect(average.message.id == "industry-average-unfit")
    #expect(research { $0.cluster.industries = [nil, IndustryCode("36")] }.outcome == .met)
  }

  @Test func `without an average of the figure nothing is compared`() {
    for list in [nil, [], [ClusterIndustryAverage(.researchStaffShare, Decimal(8))]] {
      let finding = research { $0.industryAverages = list }
      #expect(finding.reason.message.id == "average-missing")
      #expect(finding.missing == ["/industryAverages"])
    }
    // One of which the figure is not said may be of either.
    let either = ClusterApplication.eligible {
      $0.industryAverages?.append(ClusterIndustryAverage(nil, Decimal(50)))
    }
    #expect(either.outcome("cluster-rd-lead") == .undetermined)
    #expect(either.outcome("cluster-researcher-lead") == .undetermined)
    #expect(
      either.finding("cluster-rd-lead").missing == [Pointer("/industryAverages/*/figure", at: 2)])
  }

  @Test func `figures are those of the last full year before the round`() {
    for (year, outcome) in [(2023, Outcome.undetermined), (2024, .met), (2025, .undetermined)] {
      #expect(research { $0.members.year = year }.outcome == outcome)
    }
    #expect(research { $0.members.year = 2023 }.reason.message.id == "members-other-year")
    #expect(research { $0.members.year = nil }.missing == ["/members/year"])
    #expect(research { $0.applicationYear = nil }.missing == ["/applicationYear"])
  }

  @Test func `the list must be declared complete`() {
    #expect(research { $0.members.isComplete = nil }.missing == ["/members/isComplete"])
    #expect(
      research { $0.members.isComplete = false }.reason.message.id == "member-list-incomplete")
    #expect(research { $0.members.list = nil }.missing == ["/members/list"])
  }

  @Test func `each enterprise needs both figures, and others none`() {
    let finding = research {
      $0.members.list?[0].researchAndDevelopment = nil
      $0.members.list?[1].operatingRevenue = nil
      $0.members.unit = nil
    }
    #expect(finding.reason.message.id == "member-figures-missing")
    #expect(
      finding.missing == [
        "/members/unit", Pointer("/members/list/*/researchAndDevelopment", at: 0),
        Pointer("/members/list/*/operatingRevenue", at: 1),
      ])
    #expect(staff { $0.members.list?[0].staff = nil }.outcome == .undetermined)
    #expect(staff { $0.members.list?[0].researchStaff = nil }.outcome == .undetermined)
    // Who has left is no enterprise of the cluster.
    let left = research {
      $0.members.list?[0].researchAndDevelopment = nil
      $0.members.list?[0].until = .day("2025-09-09")
    }
    #expect(left.outcome == .met)
  }

  @Test func `who may be an enterprise leaves it open`() {
    #expect(research { $0.members.list?[3].kind = nil }.reason.message.id == "membership-unknown")
    #expect(research { $0.members.list?[0].since = .year(2025) }.outcome == .undetermined)
    let undated = research {
      $0.members.list?[0].since = .year(2020)
      $0.filingDate = nil
    }
    #expect(undated.missing == ["/filingDate"])
    #expect(research { $0.filingDate = nil }.outcome == .met)
    let leaving = research {
      $0.members.list?[0].until = .year(2030)
      $0.filingDate = nil
    }
    #expect(leaving.missing == ["/filingDate"])
    let (dated, always) = (
      research {
        $0.members.list?[0].since = .year(2020)
        $0.members.year = nil
      },
      research {
        $0.filingDate = nil
        $0.members.year = nil
      }
    )
    #expect(dated.missing == ["/members/year"] && always.missing == ["/members/year"])
  }

  @Test func `the unit is asked for where amounts of enterprises are`() {
    let withoutUnit: (inout ClusterApplication) -> Void = {
      $0.members.unit = nil
      $0.members.year = nil
    }
    #expect(research(withoutUnit).missing == ["/members/year"])
    let people = staff {
      withoutUnit(&$0)
      $0.members.list?[0].operatingRevenue = nil
      $0.members.list?[0].staff = nil
    }
    #expect(!people.missing.contains("/members/unit"))
    for (kind, isAsked) in [(.enterprise, true), (nil, true), (.institute, false)]
      as [(ClusterMember.Kind?, Bool)]
    {
      let money = research {
        withoutUnit(&$0)
        $0.members.list?[0].operatingRevenue = nil
        $0.members.list?[0].kind = kind
      }
      #expect(money.missing.contains("/members/unit") == isAsked)
    }
  }

  @Test func `more research staff than staff cannot be, and more spending than revenue can`() {
    for (researchers, id) in [(100, "lead-holds"), (101, "more-research-staff-than-staff")] {
      let finding = staff { $0.members.list?[1].researchStaff = researchers }
      #expect(finding.reason.message.id == id)
      if researchers == 101 { #expect(finding.places == [Pointer("/members/list/*", at: 1)]) }
    }
    #expect(
      research { $0.members.list?[1].researchAndDevelopment = Money(yuan: 101) }.outcome == .met)
  }

  @Test func `facts are asked for only where supplying them is what helps`() {
    let changes: [(inout ClusterApplication) -> Void] = [
      { $0.members.isComplete = false }, { $0.members.year = 2023 },
      { $0.members.list?[1].creditCode = .maker }, { $0.members.list?.removeFirst(3) },
      { $0.members.list?[0].researchStaff = 101 },
    ]
    for change in changes {
      let finding = staff {
        change(&$0)
        $0.industryAverages = nil
      }
      #expect(finding.outcome == .undetermined)
      #expect(finding.missing == [])
    }
    #expect(staff { $0.industryAverages = nil }.missing == ["/industryAverages"])
  }

  @Test func `services count and without an enterprise there is no average`() {
    #expect(research().reason.values["count"] == .count(3))
    #expect(
      research { $0.members.list?.removeFirst(3) }.reason.message.id == "no-enterprise-to-average")
    #expect(research { $0.members.list = [] }.reason.message.id == "no-enterprise-to-average")
  }

  @Test func `a whole of nothing leaves the mean unknown, and of all the sum too`() {
    let one = research { $0.members.list?[0].operatingRevenue = .zero }
    #expect(one.readings == [.yes, .unknown])
    #expect(one.reason.message.id == "average-not-computable")
    let all = staff { for number in 0..<3 { $0.members.list?[number].staff = 0 } }
    #expect(all.readings == [.unknown, .unknown])
    guard case .term? = all.reason.values["pooled"] else {
      Issue.record("a share of nothing")
      return
    }
  }

  @Test func `a figure is shown with as many places as it takes`() {
    func pooled(_ value: Decimal) -> Quantity? {
      research {
        $0.members.list?[0].researchAndDevelopment = Money(fen: 501)
        $0.industryAverages?[0].value = value
      }.reason.values["pooled"]
    }
    // 15.01 ÷ 300 is 5.00333… percent.
    #expect(pooled(Decimal(4)) == .term(Wording(zh: "≈5%", en: "≈5%")))
    #expect(pooled(Decimal(5)) == .term(Wording(zh: "≈5.003333%", en: "≈5.003333%")))
  }
}

@Suite struct AverageTests {
  private func averages(_ quotients: [(Int128, Int128)]) -> MemberAverages {
    var averages = MemberAverages()
    for (part, whole) in quotients { averages.add(part, of: whole) }
    return averages
  }

  @Test func `a mean whose quotients end is compared exactly`() {
    let half = averages([(1, 4), (3, 4)])
    #expect(half.meanExceeds(Decimal(50)) == .no)
    #expect(half.meanExceeds(Decimal(4_999_999_999_999_999, scale: 14)) == .yes)
  }

  @Test func `a mean whose quotients do not end is held from both sides`() {
    let third = averages([(1, 3)])
    #expect(third.meanExceeds(Decimal(333_333_333_333_333_333, scale: 16)) == .yes)
    #expect(third.meanExceeds(Decimal(333_333_333_333_333_334, scale: 16)) == .no)
    // One third and two thirds make exactly a half, which bounds cannot tell from a little less.
    let half = averages([(1, 3), (2, 3)])
    #expect(half.meanExceeds(Decimal(50)) == .unknown)
    #expect(half.meanExceeds(Decimal(4_999_999_999_999_999, scale: 14)) == .yes)
    #expect(half.meanExceeds(Decimal(5_000_000_000_000_001, scale: 14)) == .no)
  }

  @Test func `nothing overflows with a thousand members of the greatest amounts`() {
    let most = Money.limit.fen
    let large = averages(Array(repeating: (most, most), count: 1_000))
    #expect(large.pooledExceeds(Decimal(100)) == .no)
    #expect(large.pooledExceeds(Decimal(999_999_999_999_999_999, scale: 16)) == .yes)
    #expect(large.pooledExceeds(Decimal(1_000_000_000_000_001, scale: 13)) == .no)
    #expect(large.meanExceeds(Decimal(999_999_999_999_999_999, scale: 16)) == .yes)
    #expect(large.meanExceeds(Decimal(100)) == .no)
    let steep = averages(Array(repeating: (most, 1), count: 1_000))
    #expect(steep.meanExceeds(Decimal(999_999_999_999_999_999)) == .yes)
    #expect(steep.pooledExceeds(Decimal(999_999_999_999_999_999)) == .yes)
    #expect(steep.meanPercent(places: 2) == nil)
  }

  @Test func `what has no room is not known, never wrong`() {
    let wide = averages([(Int128.max / 1_000, 1)])
    #expect(wide.meanExceeds(Decimal(1)) == .unknown)
    #expect(wide.pooledExceeds(Decimal(1)) == .yes)
    let sums = averages(Array(repeating: (Int128.max / 1_000_000_000_000_000_000, 1), count: 2))
    #expect(sums.meanExceeds(Decimal(1)) == .unknown)
    // The quotient of 49 · 2^128 ÷ 100 has room in an Int128, and that of 50 · 2^128 has none.
    let percent = Decimal(999_999_999_999_999_999)
    #expect(
      averages([(1, 16673835979125984726380)]).lackingPart(to: percent)
        == 166738359791259847097061640208740152736)
    #expect(averages([(1, 17014118346046923190183)]).lackingPart(to: percent) == nil)
    let absurd = averages([(1, Int128.max / 2)])
    #expect(absurd.lackingPart(to: Decimal(999_999_999_999_999_999)) == nil)
  }

  @Test func `a share is shown rounded down, and is exact where nothing is left of it`() {
    func pooled(_ part: Int128, _ whole: Int128, _ places: Int) -> String? {
      averages([(part, whole)]).pooledPercent(places: places).map {
        $0.digits + ($0.isExact ? "" : "…")
      }
    }
    func mean(_ quotients: [(Int128, Int128)], _ places: Int) -> String? {
      averages(quotients).meanPercent(places: places).map { $0.digits + ($0.isExact ? "" : "…") }
    }
    #expect(pooled(1, 1, 2) == "100")
    #expect(pooled(1, 4, 2) == "25")
    #expect(pooled(1, 3, 2) == "33.33…")
    #expect(pooled(2, 3, 2) == "66.66…")
    #expect(mean([(1, 4)], 2) == "25")
    #expect(mean([(1, 4), (3, 4)], 2) == "50")
    #expect(mean([(1, 3)], 2) == "33.33…")
    // Of the 18 digits that are kept of a quotient none is left, but there were more.
    #expect(mean([(1, 3)], 16) == "33.3333333333333333…")
    #expect(mean([(1, 0)], 2) == nil)
  }

  @Test func `no enterprise and a whole of nothing have no average`() {
    #expect(MemberAverages().pooledExceeds(Decimal(1)) == .unknown)
    #expect(MemberAverages().meanExceeds(Decimal(1)) == .unknown)
    #expect(MemberAverages().pooledPercent(places: 2) == nil)
    #expect(averages([(1, 0)]).lackingPart(to: Decimal(1)) == nil)
  }

  @Test func `what is lacking is the least that leads`() {
    let sums = averages([(5, 100), (5, 100)])
    #expect(sums.lackingPart(to: Decimal(5)) == 1)
    #expect(sums.lackingPart(to: Decimal(54, scale: 1)) == 1)
    #expect(sums.lackingPart(to: Decimal(55, scale: 1)) == 2)
    #expect(sums.lackingPart(to: Decimal(4)) == nil)
  }

  @Test func `the bounds agree with fractions on small numbers`() {
    var generator = SeededGenerator(seed: 277)
    for _ in 0..<5_000 {
      let count = generator.pick(1...4)
      let quotients = (0..<count).map { _ in
        (Int128(generator.pick(0...12)), Int128(generator.pick(1...12)))
      }
      let percent = Decimal(Int64(generator.pick(0...2_000)), scale: generator.pick(0...2))
      // All over 27,720, which 1 to 12 divide.
      let sum = quotients.reduce(0) { $0 + $1.0 * (27_720 / $1.1) }
      var tens: Int128 = 100
      for _ in 0..<percent.scale { tens *= 10 }
      let (left, right) = (sum * tens, Int128(percent.coefficient) * Int128(count) * 27_720)
      let mean = averages(quotients).meanExceeds(percent)
      if left == right {
        #expect(mean != .yes)
      } else {
        #expect(mean == Kleene(left > right))
      }
      let (part, whole) = quotients.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      let isAbove = part * tens > Int128(percent.coefficient) * whole
      #expect(averages(quotients).pooledExceeds(percent) == Kleene(isAbove))
      if let lacking = averages(quotients).lackingPart(to: percent) {
        #expect((part + lacking) * tens > Int128(percent.coefficient) * whole)
        #expect((part + lacking - 1) * tens <= Int128(percent.coefficient) * whole)
      }
    }
  }
}
