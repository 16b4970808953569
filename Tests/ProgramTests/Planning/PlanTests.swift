// What would meet each condition and when: known answers, both sides of each threshold, and what no way
// leads to.

import Testing

@testable import Judging
@testable import Programmes

struct PlanTests {
  private static let good = Tree.good

  // MARK: Known answers

  @Test func `revenue of160 and180 and190 million needs230 million in the next year`() throws {
    let application = Self.good.with(revenue: ["160000000", "180000000", "190000000"])
    let plan = try PlanRun.report(application)
    #expect(plan.outcome == "found")
    #expect(plan.earliest?.applicationYear == 2026)
    #expect(
      plan.earliest?.steps.map(\.sentence) == [
        "audited main-business revenue of 2025 is ¥230,000,000.00 or more"
      ])
    #expect(
      plan.open[0].ways.map(\.sentence) == [
        "audited main-business revenue of 2025 is ¥230,000,000.00 or more",
        "audited main-business revenue of 2025, 2026 totals ¥410,000,000.00 or more, as with "
          + "¥205,000,000.00 in each",
      ])
    #expect(plan.earliest?.restsOnOpenFacts == false)
    #expect(plan.otherwise == nil)
  }

  @Test func `one fen less than asked is not enough`() throws {
    let application = Self.good.with(revenue: ["160000000", "180000000", "190000000"])
    let changed = try #require(try PlanRun.changed(application, by: "earliest"))
    #expect(try Judged(changed.written()).report.verdict == .eligible)
    let less = changed.with("/figures/years/3/mainBusinessRevenue", "229999999.99")
    #expect(try Judged(less.written()).report.verdict == .ineligible)
  }

  /// Main-business revenue of a year that is over cannot exceed its operating revenue, so no plan asks for
  /// that; what is lacking has to come in a later year.
  @Test func `a year that is over brings no more than its operating revenue`() throws {
    let application = Self.good.with("/figures/years/2/isAudited", "false")
      .with("/figures/years/2/mainBusinessRevenue", "null")
      .with("/figures/years/2/operatingRevenue", "15599")
    let plan = try PlanRun.report(application)
    #expect(plan.earliest?.applicationYear == 2026)
    let changed = try #require(try PlanRun.changed(application, by: "earliest"))
    #expect(try Judged(changed.written()).report.verdict == .eligible)
    #expect(changed.written().contains("\"operatingRevenue\":15599"))
    // 600,000,000 less 210,000,000 of 2022 and 234,002,500 of 2023.
    let enough = application.with("/figures/years/2/operatingRevenue", "15599.75")
    #expect(
      try PlanRun.report(enough).earliest?.steps.map(\.sentence) == [
        "audited main-business revenue of 2024 is ¥155,997,500.00 or more"
      ])
    let short = application.with("/figures/years/2/operatingRevenue", "15599.749999")
    #expect(try PlanRun.report(short).earliest?.applicationYear == 2026)
  }

  /// What a year to come has brought so far does not bound what it brings in the end.
  @Test func `a year to come is raised with its operating revenue`() throws {
    let application = Self.good.with(revenue: ["160000000", "180000000", "190000000"])
      .with("/figures/years/3", #"{"year": 2025, "isAudited": false, "operatingRevenue": 99}"#)
    let changed = try #require(try PlanRun.changed(application, by: "earliest")).written()
    #expect(try Judged(changed).report.verdict == .eligible)
    #expect(changed.contains("\"operatingRevenue\":230000000"))
    // One that is enough stays as it is.
    let enough = application.with("/figures/years/3/operatingRevenue", "230000000")
    let kept = try #require(try PlanRun.changed(enough, by: "earliest")).written()
    #expect(kept.contains("\"operatingRevenue\":230000000"))
    let more = application.with("/figures/years/3/operatingRevenue", "230000001")
    #expect(
      try #require(try PlanRun.changed(more, by: "earliest")).written()
        .contains("\"operatingRevenue\":230000001"))
  }

  /// What narrow years cannot bring the others do.
  @Test func `years bring what their operating revenue allows`() throws {
    let unknown = ["0", "1", "2"].reduce(Self.good) { application, index in
      application.with("/figures/years/\(index)/mainBusinessRevenue", "null")
        .with("/figures/years/\(index)/operatingRevenue", index == "0" ? "14000" : "30000")
    }
    let plan = try PlanRun.report(unknown)
    #expect(
      plan.ways("average-revenue").first == "2025 fact revenue-of-unequal-years")
    #expect(
      plan.open.first { $0.criterion == "average-revenue" }?.ways.first?.sentence
        == "audited main-business revenue of 2022, 2023, 2024 totals ¥600,000,000.00 or more, within "
        + "the operating revenue of each, as with ¥140,000,000.00 in 2022; ¥230,000,000.00 in 2023; "
        + "¥230,000,000.00 in 2024")
    let changed = try #require(try PlanRun.changed(unknown, by: "earliest"))
    #expect(try Judged(changed.written()).report.verdict == .eligible)
  }

  /// Who is no manufacturer by the industry code may be a provider of services, if the file says so.
  @Test func `a sector that is not stated follows the industry code`() throws {
    let application = Self.good.with("/enterprise/sector", "null")
      .with("/enterprise/industryCode", "\"7452\"")
    #expect(try PlanRun.report(application).ways("sector") == ["2025 fact services-stated"])
  }

  @Test func `a start in2020 june first qualifies for2028`() throws {
    let plan = try PlanRun.report(Self.good.with("/product/fieldSince", "\"2020-06\""))
    #expect(plan.ways("focus-years") == ["2028 time long-enough"])
    #expect(plan.earliest?.applicationYear == 2028)
    #expect(plan.otherwise == nil)
  }

  @Test func `a year may bring anything where the others reach the sum`() throws {
    let application = Self.good.with(revenue: ["100000000", "300000000", "300000000"])
      .with("/market/nation/rank", "6").with("/market/world/rank", "30")
    let plan = try PlanRun.report(application)
    #expect(
      plan.earliest?.steps.map { "\($0.criterion) \($0.basis) \($0.way)" } == [
        "average-revenue time revenue-whatever-it-is", "market-position effort national-rank",
      ])
    let changed = try #require(try PlanRun.changed(application, by: "earliest"))
    let nothing = changed.with("/figures/years/3/mainBusinessRevenue", "300001")
    #expect(try Judged(nothing.written()).report.verdict == .eligible)
  }

  @Test func `an amount far from the others is to be confirmed`() throws {
    let plan = try PlanRun.report(
      Self.good.with(revenue: ["300000000", "300000000", "300000"]))
    #expect(plan.ways("average-revenue").first == "2025 fact unit-confirmed")
    #expect(plan.earliest?.applicationYear == 2025)
  }

  // MARK: Years in the field

  @Test(arguments: [("2019-01-01", 2026), ("2019-01-02", 2027), ("2028-01-01", 2035)])
  func `seven years are counted to the day`(start: String, round: Int) throws {
    let plan = try PlanRun.report(
      Self.good.with("/enterprise/founded", nil).with("/product/fieldSince", "\"\(start)\""))
    #expect(plan.earliest?.applicationYear == round)
    #expect(plan.ways("focus-years") == ["\(round) time long-enough"])
  }

  @Test func `what begins too late for eleven rounds holds in none`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/enterprise/founded", nil).with("/product/fieldSince", "\"2028-01-02\""))
    #expect(plan.outcome == "blocked")
    #expect(plan.blocking == ["focus-years"])
    #expect(plan.earliest == nil)
    #expect((plan.firstRound, plan.lastRound) == (2025, 2035))
    #expect(plan.withoutBlocking?.applicationYear == 2025)
  }

  @Test func `a product that may be new has a nearer way`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/product/fieldSince", "\"2022-03-01\"").with("/product/isNew", nil))
    #expect(plan.ways("focus-years") == ["2026 fact new-product", "2030 time long-enough"])
    #expect(plan.earliest?.applicationYear == 2026)
    #expect(plan.earliest?.restsOnOpenFacts == true)
    #expect(plan.otherwise?.applicationYear == 2030)
    #expect(plan.otherwise?.restsOnOpenFacts == false)
  }

  @Test func `who says that the product is not new is not told to say otherwise`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/product/fieldSince", "\"2022-03-01\"").with("/product/isNew", "false"))
    #expect(plan.ways("focus-years") == ["2030 time long-enough"])
  }

  @Test func `a start to the year asks for the day`() throws {
    let plan = try PlanRun.report(Self.good.with("/product/fieldSince", "\"2018\""))
    #expect(plan.ways("focus-years") == ["2025 fact field-start-by", "2026 time long-enough"])
    #expect(plan.open[0].ways[0].sentence.contains("2018-01-01"))
  }

  // MARK: Ranks

  @Test func `each path asks its rank the nearest first`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/market/nation/rank", "9").with("/market/world/rank", "12"))
    #expect(
      plan.ways("market-position") == ["2026 effort world-rank", "2026 effort national-rank"])
    #expect(plan.open[0].ways.map(\.sentence)[0].contains("top 10 in the world"))
    #expect(plan.open[0].ways.map(\.sentence)[1].contains("top 5 in the country"))
    #expect(plan.earliest?.applicationYear == 2026)
  }

  @Test func `a path that is open leaves no other to be taken`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/market/province/rank", "2").with("/market/world/rank", "40"))
    #expect(plan.ways("market-position") == ["2026 effort national-rank"])
  }

  @Test func `a rank that is not stated may be good enough now`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/market/nation/rank", "6").with("/market/world", nil))
    #expect(
      plan.ways("market-position") == ["2025 fact world-rank", "2026 effort national-rank"])
    #expect(plan.earliest?.applicationYear == 2025)
    #expect(plan.otherwise?.applicationYear == 2026)
    #expect(plan.open[0].missing.map(\.pointer) == ["/market/world/rank"])
  }

  // MARK: Accidents and bans

  private static func accident(_ date: String, _ status: String = "confirmed") -> String {
    """
    [{"kind": "safetyAccident", "date": "\(date)", "grade": "major",
      "determination": {"status": "\(status)"}}]
    """
  }

  @Test(arguments: [("2022-09-09", 2026), ("2022-12-31", 2026), ("2023-01-01", 2027)])
  func `an accident no longer counts under any reading`(date: String, round: Int) throws {
    let plan = try PlanRun.report(Self.good.with("/incidents", Self.accident(date)))
    #expect(plan.ways("clean-record") == ["\(round) time no-incident-counts"])
    #expect(plan.earliest?.applicationYear == round)
  }

  @Test func `a pending determination may clear`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/incidents", Self.accident("2024-05-01", "pending")))
    #expect(
      plan.ways("clean-record") == [
        "2025 fact determination-clears", "2028 time no-incident-counts",
      ]
    )
    #expect(plan.earliest?.applicationYear == 2025)
    #expect(plan.otherwise?.applicationYear == 2028)
  }

  /// What is not stated of an accident may turn out so that it does not count.
  @Test(arguments: [
    ("null", "null", ["determination-clears", "determined-below-major"]),
    ("\"ordinary\"", "\"pending\"", ["determination-clears", "determined-below-major"]),
    ("null", "\"confirmed\"", ["determined-below-major"]),
    ("\"major\"", "null", ["determination-clears"]),
  ])
  func `an accident of which little is stated may not count`(
    grade: String, status: String, ways: [String]
  ) throws {
    let plan = try PlanRun.report(
      Self.good.with(
        "/incidents",
        """
        [{"kind": "safetyAccident", "date": "2024-05-01", "grade": \(grade),
          "determination": {"status": \(status)}}]
        """))
    #expect(
      plan.ways("clean-record") == ways.map { "2025 fact \($0)" }
        + ["2028 time no-incident-counts"])
    #expect(plan.earliest?.applicationYear == 2025)
  }

  /// Of several incidents each gets what may be so of it.
  @Test func `incidents of several kinds are settled together`() throws {
    let application = Self.good.with(
      "/incidents",
      """
      [{"kind": "safetyAccident", "date": "2024-05-01", "determination": {"status": "confirmed"}},
       {"kind": "taxEvasion", "date": "2024-06-01", "determination": {"status": "pending"}},
       {"kind": "safetyAccident", "date": "2024-07-01"},
       {"kind": "safetyAccident", "date": "2024-08-01", "determination": {"status": "cleared"}}]
      """)
    let plan = try PlanRun.report(application)
    #expect(
      plan.ways("clean-record") == [
        "2025 fact determination-clears", "2028 time no-incident-counts",
      ])
    let changed = try #require(try PlanRun.changed(application, by: "earliest"))
    #expect(try Judged(changed.written()).report.verdict == .eligible)
  }

  /// Figures that contradict each other may be right in the one and wrong in the other.
  @Test func `a contradiction of revenues names what has to be so`() throws {
    let plan = try PlanRun.report(
      Self.good, "/figures/years/2/mainBusinessRevenue=900000000")
    #expect(plan.ways("average-revenue").first == "2025 fact operating-revenue-covers")
    #expect(plan.earliest?.applicationYear == 2025)
    #expect(plan.earliest?.restsOnOpenFacts == true)
  }

  /// A round that is tried takes the filing date with it.
  @Test func `a filing date before the round is moved into it`() throws {
    let plan = try PlanRun.report(Self.good, "/applicationYear=2026")
    #expect(plan.outcome == "found")
    #expect(plan.earliest?.filingDate == "2026-09-10")
    #expect(
      plan.earliest?.assumptions.map(\.reason.id).first == "filing-date-before-round")
    #expect(
      plan.ways("abnormal-operations-list").first?.hasPrefix("2026 time ") == true)
  }

  /// What is to be verified is said, and a member added to a list is put into words.
  @Test func `what is doubtful in a round is named`() throws {
    let run = PlanRun(
      Self.good.with(revenue: ["160000000", "180000000", "190000000"])
        .with("/figures/scope", nil).written())
    #expect(run.output.contains("! To verify first then: it is not stated whether"))
    #expect(run.output.contains("adds an item at the end of figures.years"))
  }

  @Test func `a ban that ends within a round may be over before it closes`() throws {
    let plan = try PlanRun.report(
      Self.good.with(
        "/revocations", #"[{"article": 13, "decided": "2023-11-20", "event": "2023-05-04"}]"#))
    // The ban's last day is 2026-11-20.
    #expect(plan.ways("reapplication-ban") == ["2026 time ban-over"])
    #expect(plan.open[0].ways[0].filingDate == "2026-11-21")
    #expect(plan.open[0].ways[0].isLate)
    #expect(plan.earliest?.filingDate == "2026-11-21")
    #expect(plan.earliest?.assumptions.map(\.reason.id).contains("filed-later") == true)
    #expect(plan.otherwise?.filingDate == "2027-09-10")
  }

  @Test(arguments: [("2023-09-09", "2026-09-10"), ("2023-09-10", "2026-09-11")])
  func `a ban lasts to the day that bears its number`(decided: String, filing: String) throws {
    let plan = try PlanRun.report(
      Self.good.with(
        "/revocations", #"[{"article": 13, "decided": "\#(decided)", "event": "2023-05-04"}]"#))
    #expect(plan.earliest?.filingDate == filing)
  }

  // MARK: Other conditions

  @Test func `what nothing helps blocks and the others are still planned`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/enterprise/domicile", "\"210102\"").with("/market/nation/rank", "6")
        .with("/market/world/rank", "30"))
    #expect(plan.outcome == "blocked")
    #expect(plan.blocking == ["jilin-registered"])
    #expect(plan.ways("jilin-registered") == [])
    #expect(plan.withoutBlocking?.applicationYear == 2026)
    #expect(plan.exitStatus == 2)
  }

  @Test(arguments: [
    ("/enterprise/isLegalPerson", "legal-person", "legal-person-stated"),
    ("/enterprise/sector", "sector", "manufacturing-stated"),
    ("/enterprise/capabilities", "sector", "capabilities-stated"),
    ("/enterprise/hasHarmedPublicInterest", "public-interest", "no-harm-stated"),
    ("/enterprise/abnormalOperationsList", "abnormal-operations-list", "looked-up"),
    ("/enterprise/seriousDishonestyList", "serious-dishonesty-list", "looked-up"),
    ("/otherProducts", "product-policy", "policy-classes-stated"),
    ("/product/policyClass", "product-policy", "policy-classes-stated"),
    ("/incidents", "clean-record", "no-incidents-stated"),
    ("/revocations", "reapplication-ban", "no-revocations-stated"),
    ("/kind", "review-right", "first-application-stated"),
    ("/product/fieldSince", "focus-years", "field-start-by"),
    ("/figures/years/2/mainBusinessRevenue", "average-revenue", "revenue-of-year"),
    ("/figures/years", "average-revenue", "revenue-of-years"),
    ("/figures/years/2/isAudited", "average-revenue", "figures-audited"),
    ("/market/province/rank", "market-position", "national-rank"),
  ])
  func `what is missing is to be filled in`(pointer: String, criterion: String, way: String) throws
  {
    let application = Self.good.with(pointer, nil)
    let plan = try PlanRun.report(application)
    #expect(plan.ways(criterion).first == "2025 fact \(way)")
    #expect(plan.open.first { $0.criterion == criterion }?.missing.isEmpty == false)
    #expect(plan.earliest?.applicationYear == 2025)
    #expect(plan.earliest?.restsOnOpenFacts == true)
    let changed = try #require(try PlanRun.changed(application, by: "earliest"))
    #expect(try Judged(changed.written()).report.verdict == .eligible)
  }

  @Test(arguments: ["/enterprise/domicile", "/enterprise/creditCode", "/enterprise/name"])
  func `who the enterprise is is not invented`(pointer: String) throws {
    let plan = try PlanRun.report(Self.good.with(pointer, nil))
    #expect(plan.outcome == "blocked")
    #expect(plan.open.map(\.ways.count) == [0])
    #expect(plan.withoutBlocking?.applicationYear == 2025)
  }

  @Test(arguments: [
    ("/enterprise/capabilities/design", "false", "sector", "2026 effort capabilities-gained"),
    (
      "/enterprise/abnormalOperationsList/isListed", "true", "abnormal-operations-list",
      "2025 effort removed-from-list"
    ),
    (
      "/otherProducts/0/policyClass", "\"restricted\"", "product-policy",
      "2025 effort excluded-products-given-up"
    ),
    (
      "/figures/years/2/mainBusinessRevenue", "0", "average-revenue",
      "2026 effortAndFact revenue-of-year"
    ),
  ])
  func `what can be brought about is said`(
    pointer: String, value: String, criterion: String, way: String
  ) throws {
    let plan = try PlanRun.report(Self.good.with(pointer, value))
    #expect(plan.ways(criterion).first == way)
    #expect(plan.earliest != nil)
  }

  @Test func `a review that is barred leaves a first application`() throws {
    let plan = try PlanRun.report(
      Self.good.with("/kind", "\"review\"").with(
        "/certificate", #"{"product": "高速主轴用陶瓷球轴承", "isReviewRightCancelled": true}"#))
    #expect(plan.ways("review-right") == ["2025 effort first-application-instead"])
    #expect(plan.earliest?.applicationYear == 2025)
  }

  @Test func `a rank that is assumed stays a fact of its year`() throws {
    let plan = try PlanRun.report(Self.good.with("/market/year", "2023"))
    #expect(plan.ways("market-position").first == "2025 fact national-rank")
  }

  // MARK: What cannot be planned

  @Test func `an eligible application needs nothing`() throws {
    let plan = try PlanRun.report(Self.good)
    #expect(plan.outcome == "eligibleNow")
    #expect(plan.open.isEmpty)
    #expect(plan.exitStatus == 0)
    #expect(PlanRun(Self.good.written()).output.hasPrefix("ELIGIBLE\n"))
  }

  @Test func `without a round none can be named`() throws {
    let bare = Self.good.with("/applicationYear", nil).with("/filingDate", nil)
    let plan = try PlanRun.report(bare)
    #expect(plan.outcome == "roundUnknown")
    #expect(plan.firstRound == nil)
    #expect(plan.exitStatus == 2)
    let dated = try PlanRun.report(bare, "/filingDate=2026-03-01", "/market/year=2025")
    #expect(dated.firstRound == 2026)
    let plan2025 = try PlanRun.report(Self.good.with("/filingDate", nil))
    #expect(plan2025.earliest?.filingDate == "2025-12-31")
  }

  @Test func `a file with faults is to be mended first`() throws {
    let plan = try PlanRun.report(Self.good.with("/bureau", "\"changchung\""))
    #expect(plan.outcome == "faulty")
    #expect(plan.faults.map(\.reason.id) == ["misspelt-choice"])
    #expect(plan.exitStatus == 65)
    #expect(plan.open.isEmpty && plan.earliest == nil)
    for text in ["", "{", "[]", "{\"a\": 1, \"a\": 2}", String(repeating: "[", count: 1000)] {
      let run = PlanRun(text)
      #expect(run.status == .malformed)
      #expect(run.error.isEmpty)
    }
  }

  @Test(arguments: ["2989", "2999"])
  func `the last years of the calendar are not passed`(year: String) throws {
    let late = Self.good.with("/applicationYear", year).with("/filingDate", "\"\(year)-09-10\"")
      .with("/market/nation/rank", "6").with("/market/world/rank", "30")
    let plan = try PlanRun.report(late)
    #expect(plan.outcome == "found" || plan.outcome == "blocked")
  }

  /// Texts of applicants stand in changes; they obey nobody there either.
  @Test func `hostile names stay harmless in changes`() throws {
    let name = #""a\"}\u001b[31m\u202e\n::error::##[x]""#
    let hostile = Self.good.with(
      "/otherProducts",
      "[{\"name\": \(name), \"policyClass\": \"permitted\"}, {\"policyClass\": \"prohibited\"}]")
    let plan = try PlanRun.report(hostile)
    #expect(plan.ways("product-policy") == ["2025 effort excluded-products-given-up"])
    let changed = try #require(try PlanRun.changed(hostile, by: "earliest"))
    #expect(try Judged(changed.written()).report.verdict == .eligible)
    let text = PlanRun(hostile.written()).output
    #expect(text.contains("/otherProducts=["))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
  }

  /// Every condition either has ways or is one that only a fact decides.
  @Test func `no condition is forgotten`() throws {
    let conditions = Programme.champion.criteria(of: .condition)
      .map { Programme.champion.criteria[$0].id }
    #expect(conditions.count == 13)
    let plan = try PlanRun.report(
      Tree.object([]).with("/applicationYear", "2025").with("/enterprise/industryCode", "\"3451\""))
    let planned = plan.open.filter { !$0.ways.isEmpty }.map(\.criterion)
    #expect(Set(conditions).subtracting(planned) == ["jilin-registered", "legal-person"])
  }
}
