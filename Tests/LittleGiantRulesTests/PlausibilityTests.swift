// Notices decide nothing, so each is tried where it has to be given and where not.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

/// The identifiers of the notices on the eligible enterprise with a change.
func notices(_ change: @escaping (inout GiantApplication) -> Void) -> [String] {
  var application = GiantApplication.eligible
  change(&application)
  let notices = GiantPlausibility.notices(on: application)
  #expect(notices.allSatisfy { $0.reason.isComplete && !$0.places.isEmpty })
  return notices.map(\.reason.message.id)
}

/// Whether a notice is among them.
func isNoticed(_ id: String, _ change: @escaping (inout GiantApplication) -> Void) -> Bool {
  notices(change).contains(id)
}

private let oddities: [(String, @Sendable (inout GiantApplication) -> Void)] = [
  ("filed-after-round", { $0.filingDate = "2021-07-27" }),
  ("delivered-before-filing", { $0.delivered = "2021-07-23" }),
  ("division-moved", { $0.enterprise.domicile = AdministrativeDivision("220381") }),
  ("filed-elsewhere", { $0.bureau = .jilin }),
  ("filed-with-another-county", { $0.bureauDivision = AdministrativeDivision("220183") }),
  (
    "registered-elsewhere",
    { $0.enterprise.creditCode = try? SocialCreditCode("91310101MADEM01264") }
  ),
  (
    "organisation-code-check",
    { $0.enterprise.creditCode = try? SocialCreditCode("912201010000000616") }
  ),
  ("large-enterprise", { $0.enterprise.size = .large }),
  ("listed-parent", { $0.enterprise.hasListedParent = true }),
  ("staff-exceeds-head-count", { $0.enterprise.researchStaff = 201 }),
  ("key-title-without-support", { $0.recognitions?.append(GiantRecognition(.keyLittleGiant)) }),
  (
    "plan-beside-listing",
    {
      $0.listings = [GiantListing(.star, since: .year(2018))]
      $0.listingPlan.stage = .tutoring
    }
  ),
  ("scope-missing", { $0.figures.scope = nil }),
  ("part-exceeds-whole", { $0.figures.years?[2].exports = Money(yuan: 900_000_000) }),
  ("part-exceeds-whole", { $0.figures.years?[2].productRevenue = Money(yuan: 111_000_000) }),
  ("part-exceeds-whole", { $0.figures.years?[0].mainBusinessRevenue = Money(yuan: 900_000_000) }),
  (
    "part-exceeds-whole", { $0.figures.years?[0].researchAndDevelopment = Money(yuan: 900_000_000) }
  ),
  ("amounts-jump", { $0.figures.years?[2].researchAndDevelopment = Money(yuan: 6_000) }),
  ("share-out-of-range", { $0.market.nation.share = Decimal(101) }),
  ("share-out-of-range", { $0.figures.years?[0].marketShare = Decimal(101) }),
  ("rank-better-in-wider-market", { $0.market.nation.rank = 10 }),
  ("event-after-filing", { $0.enterprise.founded = .year(2022) }),
  ("event-after-filing", { $0.innovation.patents?[0].granted = .year(2022) }),
  ("event-after-filing", { $0.innovation.standards?[0].published = .year(2022) }),
  ("event-after-filing", { $0.innovation.certifications?[0].obtained = .year(2022) }),
  ("event-after-filing", { $0.listingPlan.since = .day("2021-07-25") }),
  ("before-founding", { $0.innovation.patents?[0].granted = .year(2009) }),
  ("used-but-not-in-force", { $0.innovation.patents?[0].isInForce = false }),
  ("more-led-than-listed", { $0.targets[.standardsLed].start = "2" }),
]

@Suite struct PlausibilityTests {
  @Test func `nothing is odd about the eligible enterprise but that it has to stay unlisted`() {
    #expect(notices { _ in } == ["has-to-stay-unlisted"])
    #expect(GiantPlausibility.notices(on: GiantApplication()).isEmpty)
  }

  @Test(arguments: oddities)
  func `what is odd is pointed out`(
    id: String, change: @escaping @Sendable (inout GiantApplication) -> Void
  ) {
    #expect(isNoticed(id, change))
    #expect(!notices { _ in }.contains(id))
  }

  @Test func `at the limits nothing is odd`() {
    #expect(
      notices {
        $0.filingDate = "2021-07-26"
        $0.delivered = "2021-07-26"
        $0.bureauDivision = AdministrativeDivision("220100")
        $0.enterprise.researchStaff = 200
        $0.targets[.researchStaffShare].start = "100"
        $0.market.nation.share = Decimal(100)
        $0.figures.years?[2].exports = Money(yuan: 120_000_000)
        $0.targets[.exportShare].start = "100"
      } == ["has-to-stay-unlisted"])
    // The successor of an old code is the bureau's place too.
    #expect(
      !isNoticed("filed-with-another-county") {
        $0.enterprise.domicile = AdministrativeDivision("220381")
        $0.bureauDivision = AdministrativeDivision("220184")
      })
    #expect(
      !isNoticed("filed-elsewhere") { $0.enterprise.domicile = AdministrativeDivision("110101") })
    #expect(
      isNoticed("registered-elsewhere") {
        $0.enterprise.creditCode = try? SocialCreditCode("91100000100003962T")
      } == false)
  }

  @Test(arguments: [
    (GiantTarget.mainBusinessRevenue, "11000.5"), (.mainBusinessShare, "91.66"),
    (.exportShare, "10.1"), (.foreignCertifications, "2"), (.researchShare, "5.01"),
    (.researchStaffShare, "14"), (.patentsInUse, "3"), (.institutionLevel, "无研发机构"),
    (.standardsLed, "1"), (.industryStandardsLed, "0"), (.standardsTakenPartIn, "1"),
    (.awards, "1"), (.certifications, "2"), (.meetsStandards, "否"), (.informationSystems, "否"),
    (.listingPlan, "已进入辅导期"), (.revenueGrowth, "10.1"),
  ])
  func `a starting value that differs from the facts is pointed out`(
    target: GiantTarget, text: String
  ) {
    let ids = notices { $0.targets[target].start = text }
    #expect(ids.contains("start-differs") == (target != .institutionLevel), "\(target)")
  }

  @Test(arguments: ["91.67", "91.7", "92", "91.6667"])
  func `a share typed in is compared as far as it is typed`(text: String) {
    #expect(!isNoticed("start-differs") { $0.targets[.mainBusinessShare].start = text })
  }

  @Test func `what the facts leave open, or is no value, is not compared`() {
    #expect(
      !isNoticed("start-differs") { $0.targets[.mainBusinessShare].start = "91%" })
    let open: [(inout GiantApplication) -> Void] = [
      {
        $0.targets[.researchStaffShare].start = "1"
        $0.enterprise.headCount = nil
      },
      {
        $0.targets[.listingPlan].start = "递交申请书"
        $0.listingPlan.stage = nil
      },
      {
        $0.targets[.patentsInUse].start = "9"
        $0.innovation.patents?[0].isInUse = nil
      },
      {
        $0.targets[.exportShare].start = "9"
        $0.figures.years?[2].operatingRevenue = .zero
        $0.figures.years?[2].exports = .zero
        $0.targets[.researchShare].start = nil
        $0.targets[.mainBusinessShare].start = nil
      },
      { $0.targets[.averageProfitGrowth].start = "99" },
      {
        $0.targets[.meetsStandards].start = "否"
        $0.enterprise.meetsStandards = nil
      },
    ]
    for change in open { #expect(!isNoticed("start-differs", change)) }
    #expect(
      notices {
        $0.listingPlan.stage = .applicationFiled
        $0.targets[.listingPlan].start = "递交申请书"
        $0.innovation.institutions = []
        $0.targets[.institutionLevel].start = "无研发机构"
      } == ["has-to-stay-unlisted"])
    #expect(
      notices {
        $0.innovation.institutions = []
        $0.figures.years?[2].mainBusinessRevenue = Money(yuan: 90_000_000)
      }.count { $0 == "start-differs" } == 4)
    #expect(
      isNoticed("start-differs") { $0.listingPlan.stage = .tutoring })
  }

  @Test func `what a starting value should be is shown with its digits`() throws {
    func expected(_ change: (inout GiantApplication) -> Void) throws -> Quantity? {
      var application = GiantApplication.eligible
      change(&application)
      let notices = GiantPlausibility.notices(on: application)
      return notices.first { $0.reason.message.id == "start-differs" }?.reason.values["expected"]
    }
    #expect(try expected { $0.targets[.mainBusinessRevenue].start = "1" } == .digits("11000"))
    #expect(try expected { $0.targets[.mainBusinessShare].start = "1" } == .digits("91.6666…"))
    #expect(
      try expected { $0.figures.years?[2].mainBusinessRevenue = Money(yuan: 90_000_000) }
        == .digits("9000"))
    #expect(
      try expected {
        $0.targets = GiantTargetTable()
        $0.targets[.revenueGrowth].start = "10"
        $0.figures.years?[2].mainBusinessRevenue = Money(yuan: 90_000_000)
      } == .digits("-10"))
  }

  @Test func `a fall is rounded as it is written`() throws {
    let number = try #require(GiantTableNumber("-9.1"))
    #expect(number.isRounded(-100, over: 11))
    #expect(!number.isRounded(100, over: 11))
    #expect(GiantTableNumber("0.5")?.isRounded(9, over: 20) == true)
    #expect(GiantTableNumber("0.4")?.isRounded(9, over: 20) == false)
  }
}
