// Choices, truth values, whole numbers, decimals and texts: each right, wrong and at its limits.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging
@testable import Reports

struct ScalarTests {
  // MARK: Choices

  @Test(arguments: [
    ("\"kind\": \"first\"", "\"kind\": \"frist\"", "/kind", "first"),
    ("\"kind\": \"first\"", "\"kind\": \"FIRST\"", "/kind", "first"),
    ("\"changchun\"", "\"chang chun\"", "/bureau", "changchun"),
    (
      "\"sector\": \"manufacturing\"", "\"sector\": \"manufacture\"", "/enterprise/sector",
      "manufacturing"
    ),
    ("\"encouraged\"", "\"encourage\"", "/product/policyClass", "encouraged"),
    ("\"basis\": \"revenue\"", "\"basis\": \"revenues\"", "/market/basis", "revenue"),
  ])
  func `a misspelt choice is shown the right one`(
    passage: String, other: String, pointer: String, meant: String
  ) throws {
    let judged = try Judged(GoodFile.replacing(passage, with: other))
    try judged.expectOnly("misspelt-choice", at: pointer, #_sourceLocation)
    #expect(try judged.fault["meant"] == meant)
  }

  @Test(arguments: ["北京", "xyzzyplugh", "", " ", "null"])
  func `another choice is a fault that names the possible ones`(word: String) throws {
    let judged = try Judged(GoodFile.replacing("\"changchun\"", with: "\"\(word)\""))
    try judged.expectOnly("unknown-choice", at: "/bureau", #_sourceLocation)
    let expected = try #require(try judged.fault["expected"])
    for bureau in Bureau.allCases { #expect(expected.contains("\"\(bureau.rawValue)\"")) }
    #expect(judged.application.bureau == nil)
  }

  /// Every choice of every kind is read as what it says.
  @Test func `every choice is taken`() throws {
    for sector in Enterprise.Sector.allCases {
      let judged = try Judged(
        GoodFile.replacing(
          "\"sector\": \"manufacturing\"", with: "\"sector\": \"\(sector.rawValue)\""))
      #expect(judged.application.enterprise.sector == sector)
      #expect(judged.ids.isEmpty)
    }
    for policy in PolicyClass.allCases {
      let judged = try Judged(GoodFile.replacing("\"encouraged\"", with: "\"\(policy.rawValue)\""))
      #expect(judged.application.product.policyClass == policy)
      #expect(judged.ids.isEmpty)
    }
    for bureau in Bureau.allCases {
      let judged = try Judged(GoodFile.replacing("\"changchun\"", with: "\"\(bureau.rawValue)\""))
      #expect(judged.application.bureau == bureau)
      #expect(judged.ids.isEmpty)
    }
  }

  // MARK: Truth values

  @Test(arguments: [
    ("\"true\"", "answer-in-words"), ("\"false\"", "answer-in-words"), ("\"是\"", "answer-in-words"),
    ("1", "answer-in-words"), ("0", "answer-in-words"), ("2", "wrong-type"), ("\"\"", "wrong-type"),
    ("[true]", "wrong-type"), ("{}", "wrong-type"),
  ])
  func `only true and false are truth values`(value: String, fault: String) throws {
    for (key, pointer) in [
      ("isLegalPerson\": true", "/enterprise/isLegalPerson"),
      ("hasHarmedPublicInterest\": false", "/enterprise/hasHarmedPublicInterest"),
      ("isNew\": false", "/product/isNew"),
    ] {
      let name = try #require(key.split(separator: "\"").first)
      let judged = try Judged(GoodFile.replacing(key, with: "\(name)\": \(value)"))
      try judged.expectOnly(fault, at: pointer, #_sourceLocation)
    }
    let judged = try Judged(
      GoodFile.replacing("isLegalPerson\": true", with: "isLegalPerson\": \(value)"))
    #expect(judged.application.enterprise.isLegalPerson == nil)
    #expect(judged.report["legal-person"]?.outcome == .undetermined)
  }

  @Test func `null means not given`() throws {
    let judged = try Judged(
      GoodFile.replacing("isLegalPerson\": true", with: "isLegalPerson\": null"))
    #expect(judged.ids.isEmpty)
    #expect(judged.application.enterprise.isLegalPerson == nil)
    #expect(judged.report.status == .undetermined)
    #expect(judged.report.missing.map(\.place) == ["/enterprise/isLegalPerson"])
  }

  // MARK: Whole numbers

  private func withRank(_ value: String) throws -> Judged {
    try Judged(
      GoodFile.replacing("\"rank\": 3,", with: "\"rank\": \(value),"))
  }

  @Test(arguments: [("1", 1), ("1.0", 1), ("1e0", 1), ("10e-1", 1), ("1000000000", 1_000_000_000)])
  func `whole numbers are taken`(value: String, rank: Int) throws {
    let judged = try withRank(value)
    #expect(judged.ids.isEmpty)
    #expect(judged.application.market.nation.rank == rank)
  }

  @Test(
    arguments: ["0", "-1", "-0", "1.5", "1000000001", "999999999999999999", "0.1e1e"].dropLast())
  func `numbers out of range are faults`(value: String) throws {
    let judged = try withRank(value)
    try judged.expectOnly("out-of-range", at: "/market/nation/rank", #_sourceLocation)
    #expect(try judged.fault["least"] == "1")
    #expect(judged.application.market.nation.rank == nil)
  }

  @Test(arguments: [("3", "3"), ("３", "3"), ("第3", "3"), ("3位", "3"), ("前三", nil), ("第", nil)])
  func `ranks as text are faults`(text: String, meant: String?) throws {
    let judged = try withRank("\"\(text)\"")
    try judged.expectOnly(
      meant == nil ? "wrong-type" : "number-as-text", at: "/market/nation/rank", #_sourceLocation)
    #expect(try judged.fault["meant"] == meant)
    #expect(judged.application.market.nation.rank == nil)
  }

  @Test func `no patents is a number and no number is not`() throws {
    let none = try Judged(
      GoodFile.replacing("\"domesticPatents\": 46", with: "\"domesticPatents\": 0"))
    #expect(none.ids.isEmpty)
    #expect(none.application.innovation.domesticPatents == 0)
    let negative = try Judged(
      GoodFile.replacing("\"domesticPatents\": 46", with: "\"domesticPatents\": -1"))
    try negative.expectOnly("out-of-range", at: "/innovation/domesticPatents", #_sourceLocation)
  }

  @Test(
    arguments: [
      (0, "out-of-range"), (1, "no-revoking-article"), (3, "no-revoking-article"),
      (9, "no-revoking-article"), (11, "no-revoking-article"), (12, nil), (13, nil), (14, nil),
      (15, "no-revoking-article"), (22, "no-revoking-article"), (23, "out-of-range"),
    ] as [(Int, String?)])
  func `only articles that revoke are accepted`(article: Int, fault: String?) throws {
    let judged = try Judged(
      GoodFile.replacing(
        "\"revocations\": []",
        with: "\"revocations\": [{\"article\": \(article), \"decided\": \"2025-01-01\"}]"))
    #expect(judged.ids == [fault].compactMap { $0 })
    #expect(judged.application.revocations?.first?.article == (fault == nil ? article : nil))
    // Of an unknown article nobody knows whether its revocations bar an application.
    if fault != nil {
      #expect(judged.report["reapplication-ban"]?.outcome == .undetermined)
    }
  }

  // MARK: Decimals

  @Test(arguments: [
    ("61.5", Decimal(615, scale: 1)), ("0.000000000000000001", Decimal(1, scale: 18)),
    ("123456789012345678", Decimal(123_456_789_012_345_678)), ("1.50", Decimal(15, scale: 1)),
    ("-0", Decimal(0)), ("5e-1", Decimal(5, scale: 1)),
  ])
  func `decimals are exact`(value: String, share: Decimal) throws {
    let judged = try Judged(GoodFile.replacing("\"share\": 12.4", with: "\"share\": \(value)"))
    #expect(judged.ids.isEmpty)
    #expect(judged.application.market.nation.share == share)
  }

  @Test(arguments: ["-0.5", "-1e-18", "-123456789012345678"])
  func `below zero is a fault`(value: String) throws {
    let judged = try Judged(GoodFile.replacing("\"share\": 12.4", with: "\"share\": \(value)"))
    try judged.expectOnly("negative-number", at: "/market/nation/share", #_sourceLocation)
    #expect(judged.application.market.nation.share == nil)
  }

  @Test(arguments: [("12.4%", "12.4"), ("１２．４％", "12.4"), ("12.4", "12.4"), ("约12%", nil)])
  func `shares as text are faults`(text: String, meant: String?) throws {
    let judged = try Judged(GoodFile.replacing("\"share\": 12.4", with: "\"share\": \"\(text)\""))
    try judged.expectOnly(
      meant == nil ? "wrong-type" : "number-as-text", at: "/market/nation/share", #_sourceLocation)
    #expect(try judged.fault["meant"] == meant)
    #expect(judged.application.market.nation.share == nil)
  }

  // MARK: Texts

  @Test(arguments: [
    "", " ", "　", "\\t\\n", "\\u200B", "\\uFEFF\\u2060", "\\u0000", "\\u00AD", "\\u3164",
    "\\u2800", "\\u2800 \\u2800", "\\u115F\\u1160", "\\uFFA0", "\\uFFFC", "\\uD834\\uDD59",
    "\\u302A", "\\u0301",
    "\\u202E", "\\uFE0F", "\u{2800}", "\u{302A}", "\u{3000}", "\u{E0020}",
  ])
  func `what nobody sees is no text`(text: String) throws {
    let name = try Judged(
      GoodFile.replacing("\"长春曜北精密轴承有限公司\"", with: "\"\(text)\""))
    try name.expectOnly("blank-text", at: "/enterprise/name", #_sourceLocation)
    let judged = try Judged(
      GoodFile.replacing(
        "\"isNew\": false", with: "\"isNew\": true, \"noveltyGrounds\": \"\(text)\""))
    try judged.expectOnly("blank-text", at: "/product/noveltyGrounds", #_sourceLocation)
    #expect(judged.application.product.noveltyGrounds == nil)
  }

  /// What is said of a number is true of it, in either language.
  @Test(arguments: [
    ("1e400", "number-too-large", "整数部分超过 18 位", "more than 18 digits before the point"),
    ("-1e400", "number-too-large", "整数部分超过 18 位", "more than 18 digits before the point"),
    (
      "1234567890123456789", "number-too-large", "整数部分超过 18 位",
      "more than 18 digits before the point"
    ),
    ("1e-400", "number-too-fine", "小数部分超过 18 位", "more than 18 digits after the point"),
    (
      "0.0000000000000000001", "number-too-fine", "小数部分超过 18 位",
      "more than 18 digits after the point"
    ),
    ("12.34567890123456789", "too-many-digits", "超过 18 位有效数字", "more than the 18 digits"),
    ("123456789012345678.9", "too-many-digits", "超过 18 位有效数字", "more than the 18 digits"),
  ])
  func `a number that cannot be kept is called what it is`(
    number: String, id: String, zh: String, en: String
  ) throws {
    let judged = try Judged(GoodFile.replacing("\"share\": 12.4", with: "\"share\": \(number)"))
    try judged.expectOnly(id, at: "/market/nation/share", #_sourceLocation)
    #expect(try judged.fault.reason.says(in: .zh).contains(zh))
    #expect(try judged.fault.reason.says(in: .en).contains(en))
  }

  @Test(arguments: ["1e400", "1e-400", "-1e400", "1.0000000000000000001", "12345678901234567890"])
  func `a whole number out of reach is out of range`(number: String) throws {
    let judged = try Judged(GoodFile.replacing("\"rank\": 9", with: "\"rank\": \(number)"))
    try judged.expectOnly("out-of-range", at: "/market/world/rank", #_sourceLocation)
    #expect(
      try judged.fault.reason.says(in: .en)
        == "found \(number), expected a whole number from 1 to 1000000000")
    #expect(try judged.fault.reason.says(in: .zh) == "数字 \(number) 应为 1 至 1000000000 的整数")
  }

  @Test func `texts are kept as written`() throws {
    let judged = try Judged(
      GoodFile.replacing(
        "\"长春曜北精密轴承有限公司\"", with: #"" A\u0041\u4e2d\ud83d\ude00\n\u202e\"\\\/ ""#))
    #expect(judged.ids.isEmpty)
    #expect(judged.application.enterprise.name == " AA中😀\n\u{202E}\"\\/ ")
  }

  @Test(arguments: ["12", "true", "[\"名称\"]", "{\"zh\": \"名称\"}"])
  func `other values are no texts`(value: String) throws {
    let judged = try Judged(GoodFile.replacing("\"长春曜北精密轴承有限公司\"", with: value))
    try judged.expectOnly("wrong-type", at: "/enterprise/name", #_sourceLocation)
    #expect(judged.application.enterprise.name == nil)
    #expect(judged.report["legal-person"]?.outcome == .undetermined)
  }

  /// A branch stays one whatever nobody sees behind its name.
  @Test(arguments: ["", "\\u200B", "\\u200D", "。", "）", " ", "\\u3000\\u00AD", "1"])
  func `a branch is recognised`(ending: String) throws {
    let judged = try Judged(
      GoodFile.replacing("轴承有限公司\"", with: "轴承有限公司（长春）分公司\(ending)\""))
    #expect(judged.ids.isEmpty)
    #expect(judged.report["legal-person"]?.outcome == .undetermined)
    #expect(judged.report.verdict == .undetermined)
  }

  // MARK: Lists

  @Test(arguments: [
    ("{}", "wrong-type"), ("\"无\"", "answer-in-words"), ("0", "wrong-type"),
    ("false", "wrong-type"),
  ])
  func `only a list is a list`(value: String, fault: String) throws {
    let judged = try Judged(
      GoodFile.replacing("\"incidents\": []", with: "\"incidents\": \(value)"))
    try judged.expectOnly(fault, at: "/incidents", #_sourceLocation)
    #expect(judged.application.incidents == nil)
    #expect(judged.report["clean-record"]?.outcome == .undetermined)
  }

  @Test(arguments: ["\"无\"", "null", "0", "[]"])
  func `a faulty item keeps its place with nothing known`(item: String) throws {
    let judged = try Judged(
      GoodFile.replacing("\"incidents\": []", with: "\"incidents\": [\(item)]"))
    try judged.expectOnly("wrong-type", at: "/incidents/0", #_sourceLocation)
    #expect(judged.application.incidents == [Incident()])
    #expect(judged.report["clean-record"]?.outcome == .undetermined)
  }

  @Test(arguments: ["[null]", "[\"\"]", "[1]", "[[]]", "[\"  \", \"\\u200b\"]"])
  func `blank proofs prove nothing`(list: String) throws {
    let judged = try Judged(
      GoodFile.replacing(
        "\"licence\": [\n      \"营业执照副本.pdf\"\n    ]", with: "\"licence\": \(list)"))
    #expect(!judged.ids.isEmpty)
    #expect(judged.application.enterprise.licence == 0)
    #expect(judged.report.evidence.flatMap(\.places) == ["/enterprise/licence"])
  }

  @Test(arguments: ["[null", "[1"])
  func `a list that is not closed is unknown`(list: String) throws {
    let judged = try Judged("{\"incidents\": \(list)")
    #expect(judged.application.incidents == nil)
  }
}
