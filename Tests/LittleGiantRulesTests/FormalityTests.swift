// What is asked of the file and not of the applicant.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

@Suite struct PapersTests {
  private let flags: [(String, @Sendable (inout GiantPapers, Bool?) -> Void)] = [
    ("isStamped", { $0.isStamped = $1 }), ("isOnPaper", { $0.isOnPaper = $1 }),
    ("isElectronic", { $0.isElectronic = $1 }), ("isLegible", { $0.isLegible = $1 }),
    ("isOneVolume", { $0.isOneVolume = $1 }),
    ("request", { $0.request = $1.map { $0 ? 1 : 0 } }),
    ("basicTable", { $0.basicTable = $1.map { $0 ? 1 : 0 } }),
    ("targetTable", { $0.targetTable = $1.map { $0 ? 1 : 0 } }),
    ("firstYearGoals", { $0.firstYearGoals = $1.map { $0 ? 1 : 0 } }),
    ("secondYearGoals", { $0.secondYearGoals = $1.map { $0 ? 1 : 0 } }),
    ("proofs", { $0.proofs = $1.map { $0 ? 1 : 0 } }),
  ]

  @Test func `each paper that is lacking is unmet, each that is not stated is asked for`() throws {
    for (key, set) in flags {
      let lacking = try judge("giant-papers") { set(&$0.papers, false) }
      #expect(lacking.outcome == .unmet)
      #expect(lacking.said == "not-in-order")
      #expect(lacking.places == [Pointer("/papers/\(key)")])
      let open = try judge("giant-papers") { set(&$0.papers, nil) }
      #expect(open.outcome == .undetermined)
      #expect(open.asked == ["/papers/\(key)"])
    }
    #expect(try judge("giant-papers") { $0.enterprise.licence = 0 }.outcome == .unmet)
  }

  @Test func `one that is lacking decides whatever is not stated`() throws {
    let finding = try judge("giant-papers") {
      $0.papers.isStamped = false
      $0.papers.proofs = nil
    }
    #expect(finding.said == "not-in-order-others-open")
  }

  @Test func `a file that is not in order is eligible all the same`() {
    var application = GiantApplication.eligible
    application.papers.isStamped = false
    application.delivered = "2021-08-01"
    let assessment = Rulebook.keyLittleGiant.assess(
      application, under: Rulebook.keyLittleGiant.newest)
    #expect(assessment.verdict == .eligible)
  }
}

@Suite struct TextLengthTests {
  private func judgeProfile(_ text: String?, declared: Int? = nil) throws -> Finding {
    try judge("giant-profile") {
      $0.profile.length.text = text.map { GiantTextLength($0) }
      $0.profile.length.characters = declared
    }
  }

  @Test func `5,000 characters are within the limit, one more is not`() throws {
    let most = String(repeating: "字", count: 5_000)
    #expect(try judgeProfile(most).outcome == .met)
    #expect(try judgeProfile(most + " \n　").outcome == .met)
    let beyond = try judgeProfile(most + "字")
    #expect(beyond.outcome == .unmet)
    #expect(beyond.said == "profile-too-long")
    let between = try judgeProfile(most + "。")
    #expect(between.outcome == .undetermined)
    #expect(between.said == "profile-length-open")
  }

  @Test func `a declared number is taken as it is, unless the text says the opposite`() throws {
    #expect(try judgeProfile(nil, declared: 5_000).outcome == .met)
    #expect(try judgeProfile(nil, declared: 5_001).outcome == .unmet)
    #expect(try judgeProfile("一二三", declared: 3).outcome == .met)
    #expect(try judgeProfile("一二三", declared: 4).outcome == .met)
    #expect(try judgeProfile("一二三", declared: 5_001).outcome == .undetermined)
    let long = String(repeating: "字", count: 5_001)
    #expect(try judgeProfile(long, declared: 5_000).outcome == .undetermined)
    #expect(try judgeProfile(long, declared: 5_001).outcome == .unmet)
    #expect(
      isNoticed("length-of-another-text") {
        $0.summary.text = GiantTextLength("一二三")
        $0.summary.characters = 4
      })
    #expect(try judgeProfile("一二三。", declared: 4).outcome == .met)
    #expect(try judgeProfile(nil).asked == ["/profile/text"])
  }

  @Test func `each of the three parts has to be there`() throws {
    let parts: [(String, (inout GiantProfile, Bool?) -> Void)] = [
      ("coversManagement", { $0.coversManagement = $1 }),
      ("coversProduct", { $0.coversProduct = $1 }),
      ("coversInnovation", { $0.coversInnovation = $1 }),
    ]
    for (key, set) in parts {
      let lacking = try judge("giant-profile") { set(&$0.profile, false) }
      #expect(lacking.outcome == .unmet)
      #expect(lacking.places == [Pointer("/profile/\(key)")])
      let open = try judge("giant-profile") { set(&$0.profile, nil) }
      #expect(open.outcome == .undetermined)
      #expect(open.asked == ["/profile/\(key)"])
    }
  }

  @Test func `the bureau's note has at most 100 characters`() throws {
    func judgeNote(_ text: String?, declared: Int? = nil) throws -> Finding {
      try judge("giant-summary") {
        $0.summary.text = text.map { GiantTextLength($0) }
        $0.summary.characters = declared
      }
    }
    let most = String(repeating: "先", count: 100)
    #expect(try judgeNote(most).outcome == .met)
    #expect(try judgeNote(most + "进").outcome == .unmet)
    #expect(try judgeNote(most + "A").outcome == .undetermined)
    #expect(try judgeNote(nil, declared: 100).outcome == .met)
    #expect(try judgeNote(nil, declared: 101).outcome == .unmet)
    #expect(try judgeNote(nil).asked == ["/summary/text"])
    #expect(try judgeNote("一", declared: 9).asked.isEmpty)
  }

  @Test func `characters are counted without blanks, Chinese ones apart`() {
    let length = GiantTextLength("甲 A\u{3000}、乙\n1〇\u{20000}")
    #expect(length.characters == 7)
    #expect(length.hanCharacters == 4)
  }
}

@Suite struct DeadlineTests {
  @Test(
    arguments: [
      ("2021-07-25", [.yes, .yes], Outcome.met, "in-time"),
      ("2021-07-26", [.yes, .no], .undetermined, "on-the-day"),
      ("2021-07-27", [.no, .no], .unmet, "late"),
      ("2021-07-23", [.unknown, .unknown], .undetermined, "delivered-before-filing"),
    ] as [(String, [Kleene], Outcome, String)])
  func `the day of arrival decides`(
    day: String, readings: [Kleene], outcome: Outcome, said: String
  ) throws {
    let finding = try judge("giant-deadline") {
      guard case .day(let day)? = PartialDate(iso: day) else { return }
      $0.delivered = day
    }
    #expect(finding.readings == readings)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
  }

  @Test func `where the arrival is not known a filing after the day decides`() throws {
    let late = try judge("giant-deadline") {
      $0.delivered = nil
      $0.filingDate = "2021-07-27"
    }
    #expect(late.said == "filed-after-deadline")
    #expect(late.outcome == .unmet)
    #expect(late.readings == [.no, .no])
    for (day, strictly) in [("2021-07-26", .no), ("2021-07-25", .unknown), (nil, .unknown)]
      as [(Day?, Kleene)]
    {
      let open = try judge("giant-deadline") {
        $0.delivered = nil
        $0.filingDate = day
      }
      #expect(open.readings == [.unknown, strictly])
      #expect(open.asked == ["/delivered"])
    }
    #expect(
      try judge("giant-deadline") { $0.filingDate = nil }.outcome == .met)
  }
}

@Suite struct BasicTableTests {
  @Test func `a product code has 8 or 10 digits`() throws {
    for (code, outcome) in [
      ("35070601", Outcome.met), ("3507060000", .met), ("350706000", .unmet), ("3507", .unmet),
    ] {
      let finding = try judge("giant-basic-table") { $0.product.classification.code = code }
      #expect(finding.outcome == outcome, "\(code)")
    }
  }

  @Test func `by the trade's custom an explanation stands in for the code`() throws {
    let finding = try judge("giant-basic-table") {
      $0.product.classification.scheme = .custom
      $0.product.classification.code = nil
      $0.product.classification.explanation = "按行业惯例"
    }
    #expect(finding.outcome == .met)
    let silent = try judge("giant-basic-table") {
      $0.product.classification.scheme = .custom
      $0.product.classification.code = "1"
    }
    #expect(silent.asked == ["/product/classification/explanation"])
    let unknown = try judge("giant-basic-table") {
      $0.product.classification.scheme = nil
      $0.product.classification.code = "1"
    }
    #expect(
      unknown.asked == ["/product/classification/scheme", "/product/classification/code"])
    #expect(
      try judge("giant-basic-table") { $0.product.classification.code = nil }.asked
        == ["/product/classification/code"])
  }

  @Test func `a name without a Chinese character is English, letters in a Chinese one are noticed`()
    throws
  {
    #expect(try judge("giant-basic-table") { $0.product.name = "CNC Lathe" }.outcome == .unmet)
    #expect(try judge("giant-basic-table") { $0.product.name = "CNC 车床" }.outcome == .met)
    #expect(isNoticed("letters-in-product-name") { $0.product.name = "CNC 车床" })
    #expect(isNoticed("product-names-separated") { $0.product.name = "车床，铣床" })
    #expect(notices { $0.product.name = "车床、铣床" } == notices { _ in })
    #expect(notices { $0.product.name = nil } == notices { _ in })
  }

  @Test func `what Annex 5 asks is asked for`() throws {
    let finding = try judge("giant-basic-table") {
      $0.enterprise = GiantEnterprise()
      $0.product = GiantProduct()
      $0.direction = GiantDirection()
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.asked.count == 19)
  }

  @Test func `a claim of Annex 5 needs its details`() throws {
    let gap = try judge("giant-basic-table") {
      $0.direction.gap.isClaimed = true
      $0.direction.gap.specification = "检测"
    }
    #expect(gap.asked == ["/direction/gap/isClaimed"])
    #expect(
      try judge("giant-basic-table") {
        $0.direction.gap.isClaimed = true
        $0.direction.gap.specification = "检测"
        $0.direction.gap.reach = .home
        $0.direction.shortBoard.isClaimed = true
        $0.direction.shortBoard.specification = "轴承"
        $0.direction.fourBases.isClaimed = false
      }.outcome == .met)
  }
}

@Suite struct TargetTableTests {
  private func judgeCell(_ target: GiantTarget, _ text: String?) throws -> Finding {
    try judge("giant-target-table") { $0.targets[target].start = text }
  }

  @Test func `numbers stand without a sign or unit behind them`() throws {
    for text in ["30", "0", "30.5", "0.00"] {
      #expect(try judgeCell(.mainBusinessShare, text).outcome == .met, "\(text)")
    }
    for text in [
      "30%", "30％", "3,000", "", " ", "无", "-1", "1.", ".5", "-", "1e3", "12345678901234567",
    ] {
      let finding = try judgeCell(.mainBusinessShare, text)
      #expect(finding.outcome == .unmet, "\(text)")
      #expect(finding.places == [Pointer("/targets/mainBusinessShare/start")])
    }
    #expect(try judgeCell(.revenueGrowth, "-3.2").outcome == .met)
    #expect(try judgeCell(.revenueGrowth, "--3").outcome == .unmet)
    #expect(try judgeCell(.awards, "1.5").outcome == .unmet)
    #expect(try judgeCell(.awards, "2个").outcome == .unmet)
    #expect(try judgeCell(.awards, "-2").outcome == .unmet)
  }

  @Test func `some rows have words of their own`() throws {
    for (target, good, bad) in [
      (GiantTarget.listingPlan, ["递交申请书", "已进入辅导期", "无"], ["0", "新三板", "拟上市"]),
      (.institutionLevel, ["国家级", "省部级", "其他", "无研发机构"], ["0", "无", "省级"]),
      (.meetsStandards, ["是", "否"], ["0", "√"]), (.informationSystems, ["是", "否"], ["ERP"]),
    ] {
      for text in good { #expect(try judgeCell(target, text).outcome == .met, "\(text)") }
      for text in bad { #expect(try judgeCell(target, text).outcome == .unmet, "\(text)") }
    }
  }

  @Test func `all 53 cells are asked for, and no target of the last two rows`() throws {
    let finding = try judge("giant-target-table") { $0.targets = GiantTargetTable() }
    #expect(finding.outcome == .undetermined)
    #expect(finding.asked.count == 53)
    #expect(finding.asked.count { $0.hasSuffix("/start") } == 19)
    #expect(finding.asked.count { $0.hasSuffix("/end2022") } == 17)
    #expect(try judgeCell(.awards, nil).asked == ["/targets/awards/start"])
  }

  @Test func `every row and column has a name`() {
    for target in GiantTarget.allCases {
      #expect(!target.name.zh.isEmpty && !target.name.en.isEmpty)
    }
    for column in GiantTargetColumn.allCases { #expect(!column.name.zh.isEmpty) }
  }

  @Test func `a table of which nothing is known stays one`() {
    var table = GiantTargetTable()
    table[.awards] = GiantTargetRow()
    #expect(table == GiantTargetTable())
  }
}

@Suite struct NameTests {
  @Test func `the name has to be the announced one`() throws {
    #expect(try judge("giant-name") { _ in }.outcome == .met)
    let other = try judge("giant-name") {
      $0.enterprise.name = "另一家公司"
      $0.recognitions?.append(GiantRecognition(.srdiProvincial))
    }
    #expect(other.outcome == .unmet)
    let open = try judge("giant-name") { $0.recognitions?[0].announcedName = nil }
    #expect(open.asked == ["/recognitions/0/announcedName"])
    #expect(
      try judge("giant-name") { $0.recognitions = [.recognised, GiantRecognition(.littleGiant)] }
        .outcome == .met)
  }

  @Test func `where nothing was announced it is open`() throws {
    for titles in [[], [GiantRecognition(.other)]] {
      let finding = try judge("giant-name") { $0.recognitions = titles }
      #expect(finding.said == "nothing-announced")
      #expect(finding.outcome == .undetermined)
    }
    let kind = try judge("giant-name") {
      $0.recognitions = [.recognised]
      $0.recognitions?[0].kind = nil
    }
    #expect(kind.asked == ["/recognitions/0/kind"])
    #expect(
      try judge("giant-name") {
        $0.recognitions?[0].kind = nil
        $0.recognitions?[0].announcedName = "另一家公司"
      }.outcome == .undetermined)
    #expect(try judge("giant-name") { $0.recognitions = nil }.asked == ["/recognitions"])
    #expect(try judge("giant-name") { $0.enterprise.name = nil }.asked == ["/enterprise/name"])
  }
}

@Suite struct JudgementTests {
  @Test(arguments: ["giant-merit", "giant-targets", "giant-advancedness"])
  func `a statement with proofs is for review`(id: String) throws {
    #expect(try judge(id) { _ in }.outcome == .forReview)
    let bare = try judge(id) { $0.statements = GiantStatements() }
    #expect(bare.outcome == .undetermined)
    #expect(bare.asked == ["/statements/\(id)/text", "/statements/\(id)/evidence"])
    for half in [
      { $0.hasText = false }, { $0.evidence = 0 },
    ] as [@Sendable (inout Statement) -> Void] {
      let open = try judge(id) {
        half(&$0.statements.merit)
        half(&$0.statements.targets)
        half(&$0.statements.advancedness)
      }
      #expect(open.outcome == .undetermined)
    }
  }

  @Test func `of merit each of three years, patents or standards, and each rank is shown`() throws {
    let all = try judge("giant-merit") {
      $0.figures.years? += [2017, 2021].map { YearFigures(of: $0, main: 1) }
    }
    let figures = all.value("figures")?.reasons ?? []
    #expect(
      figures.map(\.message.id) == [
        "merit-of-year", "merit-of-year", "merit-of-year", "merit-of-innovation", "merit-of-rank",
        "merit-of-rank", "merit-of-rank",
      ])
    #expect(figures.prefix(3).map { $0.values["year"] } == [2018, 2019, 2020].map { .year($0) })
    for keep in [
      { $0.productRevenue = Money(yuan: 1) }, { $0.marketShare = Decimal(1) },
      { $0.researchAndDevelopment = Money(yuan: 1) },
    ] as [@Sendable (inout YearFigures) -> Void] {
      var year = YearFigures()
      year.year = 2020
      keep(&year)
      let one = try judge("giant-merit") {
        $0.figures.years = [year]
        $0.innovation = GiantInnovation()
        $0.market = Market()
      }
      #expect(one.value("figures")?.reasons.map(\.message.id) == ["merit-of-year"])
    }
    for keep in [
      { $0.patents = [] }, { $0.standards = [] },
    ] as [@Sendable (inout GiantInnovation) -> Void] {
      let one = try judge("giant-merit") {
        $0.figures.years = []
        $0.innovation = GiantInnovation()
        keep(&$0.innovation)
        $0.market = Market()
      }
      #expect(one.value("figures")?.reasons.map(\.message.id) == ["merit-of-innovation"])
    }
  }

  @Test func `a row of targets is shown where it changes in either year, and is given whole`()
    throws
  {
    for (texts, isShown) in [
      (["1", "1", "1"], false), (["1", "2", "1"], true), (["1", "1", "2"], true),
      (["1", "2", "2"], true), ([nil, "1", "2"], false), (["1", nil, "2"], false),
      (["1", "2", nil], false),
    ] as [([String?], Bool)] {
      let finding = try judge("giant-targets") {
        $0.targets = GiantTargetTable()
        $0.targets[.awards].start = texts[0]
        $0.targets[.awards].end2022 = texts[1]
        $0.targets[.awards].end2023 = texts[2]
      }
      #expect(finding.said == (isShown ? "experts-decide-figures" : "experts-decide"))
    }
  }

  @Test func `targets are below what is asked, at it or above`() throws {
    for (text, isBelow) in [("69.99", true), ("70", false), ("70.01", false), ("七十", false)] {
      let finding = try judge("giant-targets") {
        $0.targets = GiantTargetTable()
        $0.targets[.mainBusinessShare].end2022 = text
      }
      #expect(finding.said == (isBelow ? "experts-decide-figures" : "experts-decide"))
    }
  }

  @Test func `the claims are shown to experts`() throws {
    let finding = try judge("giant-advancedness") { _ in }
    #expect(finding.value("figures")?.reasons.map(\.message.id) == ["direction-to-judge"])
  }

  @Test func `figures are shown as far as they are stated`() throws {
    let merit = try judge("giant-merit") { _ in }
    #expect(merit.said == "experts-decide-figures")
    let nothing = try judge("giant-merit") {
      $0.figures.years = [YearFigures()]
      $0.figures.years?[0].year = 2020
      $0.innovation = GiantInnovation()
      $0.market = Market()
    }
    #expect(nothing.said == "experts-decide")
    let targets = try judge("giant-targets") {
      $0.targets[.mainBusinessShare].end2022 = "69.9"
      $0.targets[.researchShare].end2023 = "3.99"
    }
    let ids = targets.value("figures")?.reasons.map(\.message.id) ?? []
    #expect(ids.count { $0 == "target-below" } == 2)
    #expect(ids.contains("target-changes"))
    #expect(
      try judge("giant-targets") { $0.targets = GiantTargetTable() }.said == "experts-decide")
    #expect(
      try judge("giant-advancedness") { $0.direction = .denied }.said == "experts-decide")
  }
}

extension Quantity {
  /// The reason it is, or those of a list.
  var reasons: [Reason] {
    switch self {
    case .reason(let reason): [reason]
    case .list(let list): list.flatMap(\.reasons)
    default: []
    }
  }
}
