// What Section 3(1) asks, each number just below, at and above, each reading on both sides.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

@Suite struct DirectionTests {
  private let ways:
    [(
      String, @Sendable (inout GiantDirection, Bool?) -> Void,
      @Sendable (inout GiantDirection) -> Void
    )] = [
      ("fourBases", { $0.fourBases.isClaimed = $1 }, { $0.fourBases.technologyFoundation = true }),
      ("tenFields", { $0.tenFields.isClaimed = $1 }, { $0.tenFields.specification = "新材料" }),
      ("shortBoard", { $0.shortBoard.isClaimed = $1 }, { $0.shortBoard.specification = "轴承" }),
      (
        "keyTechnology", { $0.keyTechnology.isClaimed = $1 },
        { $0.keyTechnology.specification = "控制" }
      ),
      ("gap", { $0.gap.isClaimed = $1 }, { $0.gap.specification = "检测" }),
      (
        "jointInnovation", { $0.jointInnovation.isClaimed = $1 },
        { $0.jointInnovation.specification = "某集团" }
      ),
    ]

  @Test func `any of six ways suffices, once it says what is claimed`() throws {
    for (key, claim, specify) in ways {
      let vague = try judge("giant-direction") {
        $0.direction = .denied
        claim(&$0.direction, true)
      }
      #expect(vague.outcome == .undetermined)
      #expect(vague.said == "direction-vague")
      #expect(vague.asked.allSatisfy { $0.hasPrefix("/direction/\(key)/") } && !vague.asked.isEmpty)
      let clear = try judge("giant-direction") {
        $0.direction = .denied
        claim(&$0.direction, true)
        specify(&$0.direction)
      }
      #expect(clear.outcome == .met)
      let open = try judge("giant-direction") {
        $0.direction = .denied
        claim(&$0.direction, nil)
        specify(&$0.direction)
      }
      #expect(open.outcome == .undetermined)
      #expect(open.asked == ["/direction/\(key)/isClaimed"])
    }
  }

  @Test func `each box of the four bases specifies the claim`() throws {
    let boxes: [(inout GiantDirection.FourBases) -> Void] = [
      { $0.coreParts = true }, { $0.keyMaterials = true }, { $0.advancedProcesses = true },
      { $0.technologyFoundation = true },
    ]
    for tick in boxes {
      let finding = try judge("giant-direction") {
        $0.direction = .denied
        $0.direction.fourBases.isClaimed = true
        tick(&$0.direction.fourBases)
      }
      #expect(finding.outcome == .met)
    }
  }

  @Test func `all six denied is unmet`() throws {
    let finding = try judge("giant-direction") { $0.direction = .denied }
    #expect(finding.outcome == .unmet)
  }
}

@Suite struct SpecialisationTests {
  private func judgeShare(main: Int64, operating: Int64) throws -> Finding {
    try judge("giant-specialisation") {
      $0.figures.years?[2].mainBusinessRevenue = Money(fen: main)
      $0.figures.years?[2].operatingRevenue = Money(fen: operating)
    }
  }

  @Test func `70 percent is enough, a fen less is not`() throws {
    #expect(try judgeShare(main: 70_000_000, operating: 100_000_000).outcome == .met)
    let short = try judgeShare(main: 69_999_999, operating: 100_000_000)
    #expect(short.outcome == .unmet)
    let lacking = try judgeShare(main: 69, operating: 100)
    #expect(
      lacking.shortfall == Ratio(Money(fen: -100), of: Money(fen: 10_000)).quantity { .ratio($0) })
    #expect(short.value("gap") == .money(Money(fen: 1)))
    #expect(short.margins.count == 1)
    #expect(short.shortfall != nil)
    #expect(try judgeShare(main: 70_000_001, operating: 100_000_000).outcome == .met)
  }

  @Test func `what is enough is rounded up to a whole fen`() throws {
    // 70% of 1.01 yuan is 70.7 fen.
    let finding = try judgeShare(main: 70, operating: 101)
    #expect(finding.outcome == .unmet)
    #expect(finding.value("enough") == .money(Money(fen: 71)))
    #expect(try judgeShare(main: 71, operating: 101).outcome == .met)
  }

  @Test func `the greatest amounts are compared exactly`() throws {
    let most: Int64 = 100_000_000_000_000_000
    #expect(try judgeShare(main: most / 100 * 70, operating: most).outcome == .met)
    #expect(try judgeShare(main: most / 100 * 70 - 1, operating: most).outcome == .unmet)
  }

  @Test func `no operating revenue, or less than main business, leaves it open`() throws {
    #expect(try judgeShare(main: 0, operating: 0).said == "no-operating-revenue")
    let odd = try judgeShare(main: 101, operating: 100)
    #expect(odd.outcome == .undetermined)
    #expect(odd.said == "main-exceeds-operating")
    #expect(try judgeShare(main: 100, operating: 100).outcome == .met)
  }

  @Test func `what is missing is asked for, with the unit`() throws {
    let amount = try judge("giant-specialisation") {
      $0.figures.years?[2].mainBusinessRevenue = nil
    }
    #expect(amount.asked == ["/figures/years/2/mainBusinessRevenue"])
    let year = try judge("giant-specialisation") {
      $0.figures.years?.removeLast()
      $0.figures.unit = nil
    }
    #expect(year.asked == ["/figures/years", "/figures/unit"])
    let yearless = try judge("giant-specialisation") { $0.figures.years?[0].year = nil }
    #expect(yearless.outcome == .undetermined)
    #expect(yearless.asked == ["/figures/years/0/year"])
  }

  @Test func `two entries of the year contradict each other`() throws {
    let finding = try judge("giant-specialisation") {
      $0.figures.years?.append(YearFigures(of: 2020, main: 110_000_000))
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "year-repeated")
    let lacking = try judge("giant-specialisation") {
      $0.figures.years?.insert(YearFigures(of: 2020, main: 110_000_000), at: 0)
      $0.figures.years?[0].mainBusinessRevenue = nil
    }
    #expect(lacking.asked == [])
  }

  @Test func `the unit is asked for with amounts only`() throws {
    let yearless = try judge("giant-specialisation") {
      $0.figures.unit = nil
      $0.figures.years?[0].year = nil
    }
    #expect(yearless.asked == ["/figures/years/0/year"])
  }
}

@Suite struct ResearchTests {
  private func judgeResearch(_ first: Int64?, _ second: Int64?) throws -> Finding {
    try judge("giant-rd") {
      for (index, amount) in [(1, first), (2, second)] {
        $0.figures.years?[index].operatingRevenue = Money(yuan: 100)
        $0.figures.years?[index].researchAndDevelopment = amount.map { Money(fen: $0) }
      }
    }
  }

  @Test func `4 percent in each year is enough, a fen less in one of them is not`() throws {
    #expect(try judgeResearch(400, 400).outcome == .met)
    #expect(try judgeResearch(401, 401).outcome == .met)
    let first = try judgeResearch(399, 9_000)
    #expect(first.outcome == .unmet)
    #expect(first.margins.count == 2)
    #expect(first.shortfall != nil)
    #expect(try judgeResearch(9_000, 399).outcome == .unmet)
  }

  @Test func `one year below decides whatever the other is, one above does not`() throws {
    #expect(try judgeResearch(399, nil).outcome == .unmet)
    let open = try judgeResearch(nil, 400)
    #expect(open.outcome == .undetermined)
    #expect(open.asked == ["/figures/years/1/researchAndDevelopment"])
  }

  @Test func `the worse of two years is what is lacking`() throws {
    let finding = try judgeResearch(100, 300)
    #expect(finding.shortfall == finding.margins[0].surplus)
    #expect(try judgeResearch(300, 100).shortfall == finding.margins[0].surplus)
  }

  @Test func `no operating revenue, repeated and unknown years leave it open`() throws {
    let noBase = try judge("giant-rd") { $0.figures.years?[1].operatingRevenue = .zero }
    #expect(noBase.outcome == .undetermined)
    let repeated = try judge("giant-rd") { $0.figures.years?[0].year = 2019 }
    #expect(repeated.outcome == .undetermined)
    #expect(repeated.said == "research-open")
    #expect(
      repeated.value("years")?.reasons.map(\.message.id)
        == ["year-repeated", "research-of-year"])
    let neither = try judgeResearch(nil, nil)
    #expect(neither.said == "missing")
    let below = try judgeResearch(399, nil)
    #expect(
      below.value("years")?.reasons.map(\.message.id)
        == ["research-of-year-short", "year-not-stated"])
    let yearless = try judge("giant-rd") { $0.figures.years?[0].year = nil }
    #expect(yearless.asked == ["/figures/years/0/year"])
    #expect(try judge("giant-rd") { $0.figures.years = [] }.asked == ["/figures/years"])
  }
}

@Suite struct InnovationTests {
  private func judgeInnovation(
    _ change: (inout GiantInnovation) -> Void
  ) throws -> Finding {
    try judge("giant-innovation") {
      ($0.innovation.patents, $0.innovation.institutions, $0.innovation.standards) = ([], [], [])
      change(&$0.innovation)
    }
  }

  @Test func `two invention patents in force suffice, one does not`() throws {
    #expect(try judgeInnovation { $0.patents = [.inForce("1"), .inForce("2")] }.outcome == .met)
    let one = try judgeInnovation { $0.patents = [.inForce("1")] }
    #expect(one.outcome == .unmet)
    #expect(one.said == "innovation-not-shown")
  }

  @Test func `other kinds and ended patents do not count`() throws {
    for kind in [GiantInnovation.Patent.Kind.application, .utilityModel, .design] {
      let finding = try judgeInnovation {
        $0.patents = [.inForce("1"), .inForce("2")]
        $0.patents?[1].kind = kind
      }
      #expect(finding.outcome == .unmet)
    }
    let ended = try judgeInnovation {
      $0.patents = [.inForce("1"), .inForce("2")]
      $0.patents?[1].isInForce = false
      $0.patents?[1].ended = .day("2021-05-30")
    }
    #expect(ended.outcome == .unmet)
    let unknown = try judgeInnovation {
      $0.patents = [.inForce("1"), .inForce("2")]
      $0.patents?[1].kind = nil
    }
    #expect(unknown.outcome == .undetermined)
    #expect(unknown.asked == ["/innovation/patents/1/kind"])
    for (kind, isAsked) in [(nil, true), (.invention, true), (.design, false)]
      as [(GiantInnovation.Patent.Kind?, Bool)]
    {
      let undated = try judgeInnovation {
        $0.patents = [.inForce("1"), .inForce("2", since: nil), .inForce("3", since: nil)]
        $0.patents?[2].kind = kind
      }
      #expect(undated.asked.contains("/innovation/patents/1/granted"))
      #expect(undated.asked.contains("/innovation/patents/2/granted") == isAsked)
    }
  }

  @Test func `one patent listed twice is not two`() throws {
    let finding = try judgeInnovation { $0.patents = [.inForce("ZL 1"), .inForce("ZL1")] }
    #expect(finding.outcome == .undetermined)
    #expect(
      isNoticed("patent-repeated") { $0.innovation.patents = [.inForce("1"), .inForce("1")] })
    #expect(try judgeInnovation { $0.patents = [.inForce(nil), .inForce(nil)] }.outcome == .met)
  }

  @Test(arguments: GiantInnovation.Institution.Establishment.allCases)
  func `an institution of its own, with a university or an institute suffices`(
    establishment: GiantInnovation.Institution.Establishment
  ) throws {
    let finding = try judgeInnovation {
      $0.institutions = [GiantInnovation.Institution(establishment)]
    }
    #expect(finding.outcome == (establishment == .withEnterprise ? .unmet : .met))
  }

  @Test func `how it was established has to be known`() throws {
    let finding = try judgeInnovation { $0.institutions = [GiantInnovation.Institution(nil)] }
    #expect(finding.outcome == .undetermined)
    #expect(finding.asked == ["/innovation/institutions/0/establishment"])
  }

  @Test(arguments: StandardLevel.allCases)
  func `an international, national or industry standard suffices`(level: StandardLevel) throws {
    let finding = try judgeInnovation { $0.standards = [GiantInnovation.Standard(level)] }
    let counts = [.international, .national, .industry].contains(level)
    #expect(finding.outcome == (counts ? .met : .unmet))
    let partless = try judgeInnovation {
      $0.standards = [GiantInnovation.Standard(level)]
      $0.standards?[0].part = nil
    }
    #expect(partless.outcome == finding.outcome)
  }

  @Test func `whether a draft counts is open`() throws {
    let draft = try judgeInnovation {
      $0.standards = [GiantInnovation.Standard(.national, published: nil)]
      $0.standards?[0].isDraft = true
    }
    #expect(draft.outcome == .undetermined)
    #expect(draft.asked.isEmpty)
    let silent = try judgeInnovation {
      $0.standards = [GiantInnovation.Standard(.national, published: nil)]
      $0.standards?[0].isDraft = nil
    }
    #expect(silent.readings == [.unknown, .unknown])
    #expect(silent.asked == ["/innovation/standards/0/published"])
    let level = try judgeInnovation { $0.standards = [GiantInnovation.Standard(nil)] }
    #expect(level.asked == ["/innovation/standards/0/level"])
  }

  @Test func `what came between the two days is open between the readings`() throws {
    let finding = try judgeInnovation {
      $0.institutions = [GiantInnovation.Institution(.own, since: .day("2021-06-01"))]
    }
    #expect(finding.readings == [.no, .yes])
    #expect(finding.said == "innovation-readings-disagree")
    let onTheDay = try judgeInnovation {
      $0.institutions = [GiantInnovation.Institution(.own, since: .day("2021-05-31"))]
    }
    #expect(onTheDay.outcome == .met)
    let later = try judgeInnovation {
      $0.institutions = [GiantInnovation.Institution(.own, since: .day("2021-07-25"))]
    }
    #expect(later.outcome == .unmet)
    #expect(
      isNoticed("event-after-filing") {
        $0.innovation.institutions?[0].since = .day("2021-07-25")
      })
  }

  @Test func `what has no beginning counts when filing and is unknown before`() throws {
    let finding = try judgeInnovation {
      $0.institutions = [GiantInnovation.Institution(.own, since: nil)]
    }
    #expect(finding.readings == [.unknown, .yes])
    #expect(finding.asked == ["/innovation/institutions/0/since"])
  }

  @Test func `the filing date is asked for where it is missing`() throws {
    let finding = try judge("giant-innovation") {
      $0.filingDate = nil
      $0.innovation.patents = []
      $0.innovation.standards = []
      $0.innovation.institutions = [
        GiantInnovation.Institution(.own, since: .day("2021-07-24"))
      ]
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.asked == ["/filingDate"])
  }

  @Test func `lists that are not there are asked for`() throws {
    let finding = try judge("giant-innovation") { $0.innovation = GiantInnovation() }
    #expect(
      finding.asked == ["/innovation/patents", "/innovation/institutions", "/innovation/standards"])
  }
}

@Suite struct CertificationTests {
  private func judgeCertification(
    _ certifications: [GiantInnovation.Certification]
  ) throws -> Finding {
    try judge("giant-certification") { $0.innovation.certifications = certifications }
  }

  @Test func `quality systems count, and the family of ISO 14000`() throws {
    for system in [GiantInnovation.Certification.System.iso9000, .iso14000, .otherQuality] {
      #expect(try judgeCertification([.init(system)]).outcome == .met)
    }
  }

  @Test func `where any system counts it need not be known which one it is`() throws {
    let finding = try judgeCertification([.init(nil)])
    #expect(finding.readings == [.unknown, .unknown, .yes, .yes, .unknown, .unknown, .yes, .yes])
  }

  @Test func `each reading says what its identifier does`() throws {
    let readings = try #require(Rulebook.keyLittleGiant.criterion("giant-certification")).readings
    let days = ["snapshot": "31 May 2021", "filing": "filing date"]
    let systems = [
      "any-system": "any management system", "quality-only": "quality system is asked",
    ]
    let ends = ["once": "once suffices", "valid": "valid still"]
    var expected: [String: String] = [:]
    for (day, dayName) in days {
      for (system, systemName) in systems {
        for (end, endName) in ends {
          let reading = try #require(readings.first { $0.id == "\(day)-\(system)-\(end)" })
          for name in [dayName, systemName, endName] { #expect(reading.meaning.en.contains(name)) }
          expected[reading.id] = reading.meaning.zh
        }
      }
    }
    #expect(Set(expected.values).count == 8 && readings.count == 8)
  }

  @Test func `readings disagree only where both are decided`() {
    for (snapshot, filing, disagree) in [
      (.yes, .no, true), (.no, .yes, true), (.yes, .yes, false), (.yes, .unknown, false),
      (.unknown, .no, false), (.unknown, .unknown, false),
    ] as [(Kleene, Kleene, Bool)] {
      #expect(DatedState { $0 == .snapshot ? snapshot : filing }.disagree == disagree)
    }
  }

  @Test func `another management system is open between readings`() throws {
    let finding = try judgeCertification([.init(.otherManagement)])
    #expect(finding.readings == [.no, .no, .yes, .yes, .no, .no, .yes, .yes])
    #expect(finding.said == "certification-readings-disagree")
  }

  @Test func `an ended certificate is open between readings, on its last day it is not ended`()
    throws
  {
    let ended = try judgeCertification([.init(.iso9000, until: .day("2021-07-23"))])
    #expect(ended.readings == [.yes, .yes, .yes, .yes, .no, .yes, .no, .yes])
    #expect(ended.outcome == .undetermined)
    #expect(try judgeCertification([.init(.iso9000, until: .day("2021-07-24"))]).outcome == .met)
    let long = try judgeCertification([.init(.iso9000, until: .day("2021-05-30"))])
    #expect(long.readings == [.no, .yes, .no, .yes, .no, .yes, .no, .yes])
  }

  @Test func `one obtained between the two days is open, one obtained later does not count`() throws
  {
    let between = try judgeCertification([.init(.iso9000, obtained: .day("2021-06-01"))])
    #expect(between.readings == [.no, .no, .no, .no, .yes, .yes, .yes, .yes])
    let later = try judgeCertification([.init(.iso9000, obtained: .day("2021-07-25"))])
    #expect(later.outcome == .unmet)
    #expect(later.said == "certified-later")
  }

  @Test func `none is unmet, unknown is asked for, contradictory is open`() throws {
    #expect(try judgeCertification([]).said == "no-certification")
    #expect(
      try judge("giant-certification") { $0.innovation.certifications = nil }.asked
        == ["/innovation/certifications"])
    let bare = try judgeCertification([GiantInnovation.Certification()])
    #expect(bare.said == "certification-open")
    #expect(bare.asked.count == 3)
    let odd = try judgeCertification([.init(.iso9000, until: .year(2018))])
    #expect(odd.readings.allSatisfy { $0 == .unknown })
    for system in GiantInnovation.Certification.System.allCases { #expect(!system.name.zh.isEmpty) }
  }
}

@Suite struct GrowthTests {
  private func judgeGrowth(
    _ before: Int64?, _ after: Int64?, _ change: (inout GiantListingPlan) -> Void = { _ in }
  ) throws -> Finding {
    try judge("giant-growth") {
      $0.figures.years?[1].mainBusinessRevenue = before.map { Money(fen: $0) }
      $0.figures.years?[2].mainBusinessRevenue = after.map { Money(fen: $0) }
      change(&$0.listingPlan)
    }
  }

  @Test func `a fen more is growth, the same is none`() throws {
    #expect(try judgeGrowth(100, 101).said == "revenue-grew")
    let same = try judgeGrowth(100, 100)
    #expect(same.outcome == .unmet)
    #expect(same.said == "no-growth-no-plan")
    let less = try judgeGrowth(100, 99)
    #expect(less.said == "shrunk-no-plan")
    #expect(less.shortfall == .money(Money(fen: -1)))
    #expect(try judgeGrowth(0, 1).outcome == .met)
  }

  @Test(arguments: GiantListingPlan.Stage.allCases)
  func `a plan that has got so far stands in for growth`(stage: GiantListingPlan.Stage) throws {
    let finding = try judgeGrowth(100, 100) {
      ($0.stage, $0.market, $0.since) = (stage, .star, .day("2021-05-31"))
    }
    #expect(finding.outcome == (stage == GiantListingPlan.Stage.none ? .unmet : .met))
    #expect(!stage.name.zh.isEmpty)
  }

  @Test func `a plan for the NEEQ does not count, one for an unnamed market is open`() throws {
    let neeq = try judgeGrowth(100, 100) { ($0.stage, $0.market) = (.tutoring, .neeq) }
    #expect(neeq.outcome == .unmet)
    let unnamed = try judgeGrowth(100, 100) {
      ($0.stage, $0.since) = (.tutoring, .day("2021-01-01"))
    }
    #expect(unnamed.outcome == .undetermined)
    #expect(unnamed.asked == ["/listingPlan/market"])
  }

  @Test func `the plan is dated`() throws {
    let between = try judgeGrowth(100, 100) {
      ($0.stage, $0.market, $0.since) = (.tutoring, .star, .day("2021-06-01"))
    }
    #expect(between.readings == [.no, .yes])
    #expect(between.said == "plan-readings-disagree")
    let undated = try judgeGrowth(100, 100) { ($0.stage, $0.market) = (.tutoring, .star) }
    #expect(undated.readings == [.unknown, .yes])
    #expect(undated.asked == ["/listingPlan/since"])
    let later = try judgeGrowth(100, 100) {
      ($0.stage, $0.market, $0.since) = (.tutoring, .star, .day("2021-07-25"))
    }
    #expect(later.outcome == .unmet)
  }

  @Test func `what is unknown decides nothing, unless a plan does`() throws {
    let open = try judgeGrowth(nil, 100)
    #expect(open.asked == ["/figures/years/1/mainBusinessRevenue"])
    let planned = try judgeGrowth(nil, 100) {
      ($0.stage, $0.market, $0.since) = (.applicationFiled, .star, .year(2020))
    }
    #expect(planned.said == "plan-counts")
    let repeated = try judge("giant-growth") { $0.figures.years?[0].year = 2019 }
    #expect(repeated.said == "year-repeated")
    let yearless = try judge("giant-growth") { $0.figures.years?[0].year = nil }
    #expect(yearless.asked == ["/figures/years/0/year"])
    let unfiled = try judge("giant-growth") {
      $0.figures.years?[2].mainBusinessRevenue = Money(yuan: 1)
      $0.filingDate = nil
      ($0.listingPlan.stage, $0.listingPlan.market) = (.tutoring, .star)
      $0.listingPlan.since = .day("2021-07-25")
    }
    #expect(unfiled.asked == ["/filingDate"])
  }
}
