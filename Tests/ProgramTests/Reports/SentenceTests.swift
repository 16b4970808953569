// Sentences carry figures that people act on and texts from strangers; both must come out as they are.

import Eligibility
import Testing

@testable import Reports

struct SentenceTests {
  private func amount(_ number: String, _ unit: Money.Unit) throws -> Money {
    try Money(#require(Decimal(jsonNumber: Array(number.utf8))), in: unit)
  }

  @Test(arguments: [
    ("19999.996", Money.Unit.tenThousandYuan, "19,999.996 万元", "¥199,999,960.00"),
    ("20000", .tenThousandYuan, "20,000.00 万元", "¥200,000,000.00"),
    ("599999999.99", .yuan, "59,999.999999 万元", "¥599,999,999.99"),
    ("600000000", .yuan, "60,000.00 万元", "¥600,000,000.00"),
    ("0.01", .yuan, "0.01 元", "¥0.01"), ("-0.01", .yuan, "-0.01 元", "-¥0.01"),
    ("0", .yuan, "0.00 万元", "¥0.00"),
    ("-1234.5", .tenThousandYuan, "-1,234.50 万元", "-¥12,345,000.00"),
    ("-100", .yuan, "-100.00 元", "-¥100.00"), ("999", .yuan, "999.00 元", "¥999.00"),
    ("-999999.99", .yuan, "-99.999999 万元", "-¥999,999.99"),
    ("10000000", .hundredMillionYuan, "100,000,000,000.00 万元", "¥1,000,000,000,000,000.00"),
  ])
  func `amounts keep every digit`(number: String, unit: Money.Unit, zh: String, en: String) throws {
    let quantity = Quantity.money(try amount(number, unit))
    #expect(quantity.written(in: .zh) == zh)
    #expect(quantity.written(in: .en) == en)
  }

  /// No amount below a threshold is ever written as the threshold.
  @Test func `the threshold is written for the threshold only`() {
    for language in Language.allCases {
      let threshold = Quantity.money(Money(yuan: 600_000_000)).written(in: language)
      for distance: Int64 in [1, 2, 49, 50, 99, 100, 499_999, 500_000, 999_999] {
        for fen in [60_000_000_000 - distance, 60_000_000_000 + distance] {
          #expect(Quantity.money(Money(fen: fen)).written(in: language) != threshold)
        }
      }
    }
  }

  @Test(arguments: [
    (Quantity.years(1), "1 年", "1 year"), (.years(0), "0 年", "0 years"),
    (.years(7), "7 年", "7 years"),
    (.days(1), "1 天", "1 day"), (.days(-1), "-1 天", "-1 days"), (.days(9), "9 天", "9 days"),
    (.rank(1), "第 1 位", "1st"), (.rank(2), "第 2 位", "2nd"), (.rank(3), "第 3 位", "3rd"),
    (.rank(4), "第 4 位", "4th"), (.rank(11), "第 11 位", "11th"), (.rank(12), "第 12 位", "12th"),
    (.rank(21), "第 21 位", "21st"), (.rank(113), "第 113 位", "113th"), (.count(12), "12", "12"),
    (.year(2025), "2025", "2025"),
    (.day("2025-09-01"), "2025-09-01", "2025-09-01"),
    (.date(.year(2018)), "2018 年", "2018"), (.date(.month(2018, 3)), "2018-03", "2018-03"),
    (.number(Decimal(5, scale: 2)), "0.05", "0.05"), (.digits("-0.5"), "-0.5", "-0.5"),
    (.list([.year(2022), .year(2024)]), "2022、2024", "2022, 2024"), (.list([]), "", ""),
    (.term(Wording(zh: "一", en: "one")), "一", "one"),
  ])
  func `quantities are written the way of each language`(quantity: Quantity, zh: String, en: String)
  {
    #expect(quantity.written(in: .zh) == zh)
    #expect(quantity.written(in: .en) == en)
  }

  @Test(
    arguments: [
      (1, 4, "25.00%", "+25.00%"), (-1, 4, "-25.00%", "-25.00%"), (0, 4, "0.00%", "0.00%"),
      (1, 3, "≈33.33%", "≈+33.33%"), (2, 3, "≈66.67%", "≈+66.67%"), (-2, 3, "≈-66.67%", "≈-66.67%"),
      (1, 1_000_000, "≈0.00%", "≈+0.00%"), (12, 4, "300.00%", "+300.00%"),
      (99_999_999, 100_000_000, "≈100.00%", "≈+100.00%"),
    ] as [(Int64, Int64, String, String)])
  func `shares are rounded and marked`(part: Int64, whole: Int64, share: String, change: String)
    throws
  {
    let ratio = try #require(Ratio(Money(fen: part), of: Money(fen: whole)))
    for language in Language.allCases {
      #expect(Quantity.ratio(ratio).written(in: language) == share)
      #expect(Quantity.change(ratio).written(in: language) == change)
    }
  }

  @Test func `texts of applicants are made harmless`() {
    let text = "a\u{1B}[31m\n\u{202E}b\u{200B}\u{9B}中\u{2066}"
    #expect(
      Quantity.text(text).written(in: .en)
        == "a\\u{1B}[31m\\n\\u{202E}b\\u{200B}\\u{9B}中\\u{2066}")
    #expect(Quantity.list([.text("\r"), .text("\t")]).written(in: .zh) == "\\r、\\t")
  }

  private let message = Message(
    "m", says: Wording(zh: "{a}与{b}", en: "{b} and {a}"), mend: Wording(zh: "改{a}", en: "mend {a}"))

  @Test func `values stand where each language wants them`() {
    let reason = Reason(message, ["a": .count(1), "b": .text("x")])
    #expect(reason.says(in: .zh) == "1与x")
    #expect(reason.says(in: .en) == "x and 1")
    #expect(reason.mend(in: .zh) == "改1")
    #expect(Reason(Message("n", says: Wording(zh: "无", en: "none"))).mend(in: .en) == nil)
  }

  /// A text with braces is a text; it never calls up another value.
  @Test func `braces in values are themselves`() {
    let reason = Reason(message, ["a": .text("{b}{a}{"), "b": .text("}{c}")])
    #expect(reason.says(in: .en) == "}{c} and {b}{a}{")
  }

  @Test func `braces that name no value are themselves`() {
    let odd = Message("o", says: Wording(zh: "{}", en: "{ } {x} {a} {"))
    #expect(Reason(odd, ["a": .count(1)]).says(in: .en) == "{ } {x} 1 {")
    #expect(Reason(odd).says(in: .zh) == "{}")
  }
}
