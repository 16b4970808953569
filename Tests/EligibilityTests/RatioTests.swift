// A share is shown to experts; it must be rounded honestly and never exist of nothing.

import Eligibility
import Testing

@Suite struct RatioTests {
  @Test func `needs a whole above zero`() throws {
    #expect(Ratio(Money(fen: 1), of: .zero) == nil)
    #expect(Ratio(Money(fen: 1), of: Money(fen: -1)) == nil)
    #expect(Ratio(.zero, of: .zero) == nil)
    let least = try #require(Ratio(Money(fen: 3), of: Money(fen: 1)))
    #expect(least.numerator == 3)
    #expect(least.denominator == 1)
  }

  @Test(arguments: [
    (Int64(1), Int64(1), "100.00", true), (0, 5, "0.00", true), (1, 8, "12.50", true),
    (1, 3, "33.33", false), (2, 3, "66.67", false), (199_999, 200_000, "100.00", false),
    (1, 10_000, "0.01", true), (1, 10_001, "0.01", false), (1, 16, "6.25", true),
    (1, 20, "5.00", true), (3, 2, "150.00", true), (-1, 3, "-33.33", false),
    (-1, 4, "-25.00", true), (-1, 100_000, "-0.00", false), (9, 10_000, "0.09", true),
    (1, 1_000, "0.10", true), (1, 800, "0.13", false), (-1, 800, "-0.13", false),
    (1, 20_000, "0.01", false), (-1, 20_000, "-0.01", false), (1, 20_001, "0.00", false),
  ])
  func `percent is rounded and says so`(part: Int64, whole: Int64, digits: String, isExact: Bool)
    throws
  {
    let percent = try #require(Ratio(Money(fen: part), of: Money(fen: whole))).percent
    #expect(percent.digits == digits)
    #expect(percent.isExact == isExact)
  }

  @Test func `percent of the greatest amounts does not overflow`() throws {
    let most = Money(yuan: .max)
    #expect(try #require(Ratio(most, of: most)).percent.digits == "100.00")
    // 922 337 203 685 477 580 700 hundred times, with two decimals behind.
    #expect(
      try #require(Ratio(most, of: Money(fen: 1))).percent.digits == "92233720368547758070000.00")
  }

  /// The digits are the hundredths of a percent nearest to the quotient, the greater ones of two.
  @Test func `percent is nearest to the quotient`() throws {
    var generator = SeededGenerator(seed: 31)
    var wrong: [String] = []
    for _ in 0..<4_000 {
      let part = generator.pick(0...(1 << 62) >> generator.pick(0...62))
      let whole = generator.pick(1...(1 << 62) >> generator.pick(0...61))
      let percent = try #require(Ratio(Money(fen: Int64(part)), of: Money(fen: Int64(whole))))
        .percent
      let hundredths = try #require(Int128(percent.digits.filter { $0 != "." }))
      let scaled = Int128(part) * 10_000
      let excess = 2 * (hundredths * Int128(whole) - scaled)
      let isNearest = -Int128(whole) < excess && excess <= Int128(whole)
      if !isNearest || percent.isExact != (excess == 0) { wrong.append("\(part)/\(whole)") }
      if percent.digits.suffix(3).first != "." { wrong.append(percent.digits) }
    }
    #expect(wrong == [])
  }

  @Test func `digits are those of amounts in yuan, or of counts`() throws {
    let amounts = try #require(Ratio(Money(fen: -5), of: Money(fen: 12_300))).digits
    #expect(amounts == ("-0.05", "123.00"))
    let counts = try #require(Ratio(count: 10, of: 101)).digits
    #expect(counts == ("10", "101"))
    #expect(Ratio(count: 1, of: 0) == nil)
    #expect(Ratio.percent(70).percent == ("70.00", true))
    #expect(Ratio.percent(70) == Ratio(count: 70, of: 100))
  }
}
