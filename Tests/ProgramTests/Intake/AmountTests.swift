// Amounts decide eligibility, so each must be read exactly, in its unit, or not at all.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging

struct AmountTests {
  private static let pointer = "/figures/years/2/mainBusinessRevenue"

  private func revenue(_ judged: Judged) -> Money? {
    judged.application.figures.years?.last?.mainBusinessRevenue
  }

  @Test(
    arguments: [
      ("元", "200000000", 20_000_000_000), ("元", "0.01", 1), ("元", "-0", 0), ("元", "0", 0),
      ("万元", "20000", 20_000_000_000), ("万元", "0.000001", 1), ("万元", "1.5", 1_500_000),
      ("亿元", "2", 20_000_000_000), ("亿元", "0.0000000001", 1), ("亿元", "2.00e0", 20_000_000_000),
      ("元", "199999999.99", 19_999_999_999), ("万元", "19999.999999", 19_999_999_999),
      ("亿元", "1.9999999999", 19_999_999_999), ("万元", "2E4", 20_000_000_000),
      ("元", "1000000000000000", 100_000_000_000_000_000),
      ("亿元", "10000000", 100_000_000_000_000_000),
    ] as [(String, String, Int64)])
  func `is exact to the fen`(unit: String, amount: String, fen: Int64) throws {
    let judged = try Judged(
      GoodFile.withRevenue(amount, unit: "\"unit\": \"\(unit)\","))
    #expect(judged.ids.isEmpty)
    #expect(revenue(judged) == Money(fen: fen))
    #expect(judged.application.figures.unit == Money.Unit(rawValue: unit))
  }

  @Test(arguments: ["-0.01", "-1.5", "-10000000", "-1e-6"])
  func `below zero is a fault but for profit`(amount: String) throws {
    let judged = try Judged(GoodFile.withRevenue(amount))
    try judged.expectOnly("negative-number", at: Self.pointer, #_sourceLocation)
    #expect(revenue(judged) == nil)
    let loss = try Judged(
      GoodFile.replacing("\"profit\": 2385.5", with: "\"profit\": \(amount)"))
    #expect(loss.ids.isEmpty)
  }

  /// A mutant that took them with a sign met no test.
  @Test(arguments: [
    "operatingRevenue", "productRevenue", "internationalRevenue", "researchAndDevelopment",
    "innovationIncome",
  ])
  func `no other amount may be below zero`(member: String) throws {
    let pointer = "/figures/years/0/\(member)"
    let judged = try Judged(Tree.good.with(pointer, "-0.01").written())
    #expect(judged.faults.map { $0.reason.message.id } == ["negative-number"])
    #expect(judged.faults.map { $0.pointer } == [pointer])
    #expect(try Judged(Tree.good.with(pointer, "0").written()).ids.isEmpty)
  }

  @Test(arguments: [
    ("元", "0.001"), ("元", "1.999"), ("万元", "0.0000001"), ("亿元", "0.00000000001"), ("元", "1e-3"),
  ])
  func `below a fen is a fault`(unit: String, amount: String) throws {
    let judged = try Judged(GoodFile.withRevenue(amount, unit: "\"unit\": \"\(unit)\","))
    try judged.expectOnly("finer-than-a-fen", at: Self.pointer, #_sourceLocation)
    #expect(revenue(judged) == nil)
  }

  @Test(arguments: [
    ("元", "1000000000000000.01"), ("万元", "100000000000.000001"), ("亿元", "10000000.0000000001"),
    ("亿元", "999999999999999999"),
  ])
  func `beyond the limit is a fault`(unit: String, amount: String) throws {
    let judged = try Judged(GoodFile.withRevenue(amount, unit: "\"unit\": \"\(unit)\","))
    try judged.expectOnly("amount-too-large", at: Self.pointer, #_sourceLocation)
    #expect(revenue(judged) == nil)
  }

  @Test(arguments: [
    ("1234567890123456789", "amount-too-large"), ("0.1234567890123456789", "finer-than-a-fen"),
    ("1e18", "amount-too-large"), ("1e-19", "finer-than-a-fen"), ("1e400", "amount-too-large"),
    ("1e999999999999999999999", "amount-too-large"), ("1e-400", "finer-than-a-fen"),
    ("-1e-999999999999999999999", "finer-than-a-fen"), ("-1e400", "amount-too-large"),
    ("19980.0000000000000001", "finer-than-a-fen"), ("99999999999.00000000001", "finer-than-a-fen"),
    ("999999999999.0000000001", "amount-too-large"),
  ])
  func `more digits than can be kept are a fault`(amount: String, id: String) throws {
    let judged = try Judged(GoodFile.withRevenue(amount))
    try judged.expectOnly(id, at: Self.pointer, #_sourceLocation)
    #expect(try judged.fault["found"] == amount)
    #expect(revenue(judged) == nil)
  }

  /// The text, the unit of the table, and the number to write in that unit.
  @Test(arguments: [
    ("2亿", "万元", "20000"), ("2亿", "元", "200000000"), ("2亿", "亿元", "2"), ("2亿元", "万元", "20000"),
    ("1,234.5", "万元", "1234.5"), ("１，２３４．５", "万元", "1234.5"), ("２０００", "亿元", "2000"),
    ("¥300万", "万元", "300"), ("￥300万元", "万元", "300"), ("300万元", "元", "3000000"),
    ("300元", "万元", "0.03"), ("3千万", "万元", "3000"), ("1.5百万", "元", "1500000"),
    ("2 000", "万元", "2000"), ("-5万", "元", "-50000"), ("0012", "元", "12"),
  ])
  func `as text shows the number to write`(text: String, unit: String, meant: String) throws {
    let judged = try Judged(
      GoodFile.withRevenue("\"\(text)\"", unit: "\"unit\": \"\(unit)\","))
    try judged.expectOnly("number-as-text", at: Self.pointer, #_sourceLocation)
    #expect(try judged.fault["meant"] == meant)
    #expect(try judged.fault["found"] == text)
    #expect(revenue(judged) == nil)
  }

  @Test(arguments: [
    "约2亿", "2亿多", "两亿", "50%", "3、4", "", "万", "-", ".", "1.2.3", "1e4", "0x10", "NaN", "2-3亿",
    "二〇〇〇",
    "20000万吨", "\u{661}\u{662}",
  ])
  func `other texts are of the wrong type`(text: String) throws {
    let judged = try Judged(GoodFile.withRevenue("\"\(text)\""))
    try judged.expectOnly("wrong-type", at: Self.pointer, #_sourceLocation)
    #expect(revenue(judged) == nil)
  }

  @Test(arguments: ["true", "[26150]", "{}", "[]"])
  func `other values are of the wrong type`(value: String) throws {
    let judged = try Judged(GoodFile.withRevenue(value))
    try judged.expectOnly("wrong-type", at: Self.pointer, #_sourceLocation)
    #expect(revenue(judged) == nil)
  }

  // MARK: The unit

  @Test func `the unit may stand behind the amounts`() throws {
    let text = try GoodFile.withRevenue("2", unit: "")
      .replacing("\"figures\": {", with: "\"figures\": {").replacing(
        "      }\n    ]\n  },\n  \"market\"",
        with: "      }\n    ],\n    \"unit\": \"亿元\"\n  },\n  \"market\"")
    let judged = try Judged(text)
    #expect(judged.ids.isEmpty)
    #expect(revenue(judged) == Money(yuan: 200_000_000))
  }

  private static let allAmounts: [@Sendable (YearFigures) -> Money?] = [
    { $0.mainBusinessRevenue }, { $0.operatingRevenue }, { $0.productRevenue },
    { $0.internationalRevenue }, { $0.researchAndDevelopment }, { $0.profit },
  ]

  private func expectNoAmounts(_ judged: Judged) throws {
    let years = try #require(judged.application.figures.years)
    #expect(years.map(\.year) == [2022, 2023, 2024])
    #expect(judged.application.figures.unit == nil)
    for year in years {
      for amount in Self.allAmounts { #expect(amount(year) == nil) }
    }
    #expect(judged.report.verdict == .undetermined)
    #expect(judged.report.status == .malformed)
  }

  @Test(arguments: ["", "\"unit\": null,"])
  func `amounts without a unit are unknown`(unit: String) throws {
    let judged = try Judged(GoodFile.withRevenue("26150", unit: unit))
    try judged.expectOnly("amounts-without-unit", at: "/figures", #_sourceLocation)
    try expectNoAmounts(judged)
  }

  @Test(arguments: [
    ("\"万\"", "unknown-choice"), ("\"千元\"", "unknown-choice"), ("\"美元\"", "unknown-choice"),
    ("\"万元 \"", "unknown-choice"), ("10000", "wrong-type"), ("true", "wrong-type"),
  ])
  func `amounts in a faulty unit are unknown`(unit: String, id: String) throws {
    let judged = try Judged(GoodFile.withRevenue("26150", unit: "\"unit\": \(unit),"))
    let ids = judged.ids
    #expect(ids == [id] || ids == ["misspelt-choice"])
    #expect(judged.faults.first?.pointer == "/figures/unit")
    try expectNoAmounts(judged)
  }

  @Test(arguments: [("万元", "元"), ("元", "万元"), ("万元", "万元")])
  func `amounts of a table with two units are unknown`(first: String, second: String) throws {
    let judged = try Judged(
      GoodFile.withRevenue("26150", unit: "\"unit\": \"\(first)\", \"unit\": \"\(second)\","))
    try judged.expectOnly("duplicate-key", at: "/figures/unit", #_sourceLocation)
    try expectNoAmounts(judged)
  }

  /// Without the unit nobody knows what number to write for "2亿"; a bare number stays itself.
  @Test func `without a unit no amount is shown`() throws {
    let judged = try Judged(GoodFile.withRevenue("\"2亿\"", unit: ""))
    #expect(judged.ids == ["amounts-without-unit", "wrong-type"])
    let bare = try Judged(GoodFile.withRevenue("\"２０００\"", unit: ""))
    #expect(bare.ids == ["amounts-without-unit", "number-as-text"])
    #expect(bare.faults.last?["meant"] == "2000")
  }

  @Test func `the missing unit is said even where every amount is faulty`() throws {
    let judged = try Judged(
      #"{"figures": {"years": [{"year": 2024, "profit": "约2亿"}]}}"#)
    #expect(judged.ids == ["amounts-without-unit", "wrong-type"])
  }

  @Test func `a table without amounts needs no unit`() throws {
    #expect(try Judged(#"{"figures": {"years": [{"year": 2024}]}}"#).ids.isEmpty)
  }
}
