// Numbers come from files nobody controls: each must be read exactly or refused, and none may crash.

import Eligibility
import Foundation
import Testing

@Suite struct DecimalTests {
  typealias Decimal = Eligibility.Decimal
  typealias Oracle = Foundation.Decimal

  static func read(_ text: String) -> Decimal? { Decimal(jsonNumber: text.utf8) }

  static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test func `keeps as few fraction digits as possible`() {
    #expect(Decimal(1_230, scale: 2) == Decimal(123, scale: 1))
    #expect(Decimal(1_230, scale: 2).coefficient == 123)
    #expect(Decimal(1_230, scale: 2).scale == 1)
    #expect(Decimal(1_200, scale: 1) == Decimal(120))
    #expect(Decimal(-500, scale: 2) == Decimal(-5))
    #expect(Decimal(0, scale: 18) == Decimal(0))
    #expect(Decimal(0, scale: 18).scale == 0)
    #expect(Decimal(1, scale: 18).scale == 18)
    #expect(Decimal(1_000_000_000_000_000_000, scale: 18) == Decimal(1))
    #expect(Decimal(.max, scale: 18).coefficient == .max)
    #expect(Decimal(7).scale == 0)
  }

  @Test func `a scale outside its range is the caller's slip`() async {
    await #expect(processExitsWith: .failure) { _ = Decimal(1, scale: 19) }
    await #expect(processExitsWith: .failure) { _ = Decimal(1, scale: -1) }
  }

  @Test(arguments: [
    ("0", Int64(0), 0), ("-0", 0, 0), ("0.0", 0, 0), ("-0.000", 0, 0), ("0e0", 0, 0),
    ("0e999999999", 0, 0), ("0E-999999999", 0, 0), ("-0.0e+400", 0, 0), ("1", 1, 0), ("-1", -1, 0),
    ("10", 10, 0), ("100200", 100_200, 0), ("1.50", 15, 1), ("-0.05", -5, 2), ("0.1", 1, 1),
    ("3.1400e2", 314, 0), ("3.1400e3", 3_140, 0), ("3.1400e1", 314, 1), ("1E2", 100, 0),
    ("1e+2", 100, 0), ("1e-2", 1, 2), ("1e02", 100, 0), ("1e-00", 1, 0), ("100e-2", 1, 0),
    ("120e-2", 12, 1), ("0.00012e4", 12, 1), ("1e17", 100_000_000_000_000_000, 0), ("1e-18", 1, 18),
    ("999999999999999999", 999_999_999_999_999_999, 0),
    ("-999999999999999999", -999_999_999_999_999_999, 0),
    ("0.999999999999999999", 999_999_999_999_999_999, 18),
    ("123456789012345678e-18", 123_456_789_012_345_678, 18),
    ("123456789.012345678", 123_456_789_012_345_678, 9),
    ("100000000000000001", 100_000_000_000_000_001, 0),
    ("1.00000000000000001", 100_000_000_000_000_001, 17),
    ("0.000000000000000001", 1, 18), ("922337203685477580", 922_337_203_685_477_580, 0),
    ("20000.00", 20_000, 0), ("19999.996", 19_999_996, 3),
  ])
  func `reads numbers exactly`(text: String, coefficient: Int64, scale: Int) throws {
    let number = try #require(Self.read(text))
    #expect(number.coefficient == coefficient)
    #expect(number.scale == scale)
  }

  @Test(arguments: [
    "1e400", "-1e400", "1e-400", "1e999999999999999999999", "1e-999999999999999999999",
    "1e18", "1e-19", "10e-20", "0.1e-18", "1000000000000000000", "-1000000000000000000",
    "1234567890123456789", "999999999999999999.9", "9999999999999999999", "0.1234567890123456789",
    "1000000000000000001", "1.000000000000000001", "123456789012345678e-19", "12e17",
    "999999999999999999e1", "99999999999999999999999999999999999999",
    "9223372036854775807", "9223372036854775808", "9223372036854775809", "-9223372036854775808",
    "922337203685477.5808", "18446744073709551616", "9.223372036854775808e18",
  ])
  func `refuses what it cannot hold`(text: String) {
    #expect(Self.read(text) == nil)
  }

  /// Zeros before and behind the digits add nothing, however many there are.
  @Test func `long runs of zeros change nothing`() {
    for count in [17, 18, 19, 999, 1_000, 1_001, 5_000, 100_000] {
      let run = Self.zeros(count)
      #expect(Self.read("0." + run) == Decimal(0))
      #expect(Self.read("-0." + run + "e5") == Decimal(0))
      #expect(Self.read("1." + run) == Decimal(1))
      #expect(Self.read("2.5" + run) == Decimal(25, scale: 1))
      #expect(Self.read("1" + run + "e-\(count)") == Decimal(1))
      #expect(Self.read("12" + run + ".0e-\(count + 1)") == Decimal(12, scale: 1))
      #expect(Self.read("0." + run + "1e\(count + 1)") == Decimal(1))
      #expect(Self.read("0." + run + "1e\(count + 2)") == Decimal(10))
      #expect(Self.read("1e" + run + "2") == Decimal(100))
      #expect(Self.read("1e-" + run + "2") == Decimal(1, scale: 2))
    }
    for count in [18, 19, 1_000, 100_000] {
      let run = Self.zeros(count)
      #expect(Self.read("1" + run) == nil)
      #expect(Self.read("0." + run + "1") == nil)
      #expect(Self.read("1" + run + "1") == nil)
      #expect(Self.read("1." + run + "1") == nil)
    }
  }

  /// An exponent and a run of zeros that nearly cancel must not be taken for ones that do.
  @Test func `exponents out of reach stay out of reach`() {
    for count in [999, 1_000, 1_001, 2_000] {
      for exponent in [count + 20, count + 500, 10_000, 1_000_000, 999_999_999_999] {
        #expect(Self.read("1" + Self.zeros(count) + "e-\(exponent)") == nil)
        #expect(Self.read("0." + Self.zeros(count) + "1e\(exponent)") == nil)
      }
    }
  }

  /// The digits a number's text stands for, worked out on its characters; `nil` beyond 18 digits.
  static func reference(_ text: String) throws -> String? {
    let unsigned = text.drop { $0 == "-" }
    let halves = unsigned.lowercased().split(separator: "e")
    let mantissa = try #require(halves.first).split(separator: ".")
    let exponent = halves.count > 1 ? try #require(Int(halves[1])) : 0
    let whole = try #require(mantissa.first)
    var digits = String(whole) + (mantissa.count > 1 ? String(mantissa[1]) : "")
    var point = whole.count + exponent
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.last == "0" { digits.removeLast() }
    if digits.isEmpty { return "0" }
    let sign = text.first == "-" ? "-" : ""
    if point >= digits.count {
      return point > 18 ? nil : sign + digits + zeros(point - digits.count)
    }
    if digits.count - point > 18 || digits.count > 18 { return nil }
    if point <= 0 { return sign + "0." + zeros(-point) + digits }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// Digits in runs, so that long stretches of zeros and nines are as common as mixed ones.
  static func runs(_ generator: inout SeededGenerator) -> String {
    (0..<generator.pick(1...3)).map { _ in
      switch generator.pick(0...3) {
      case 0: zeros(generator.pick(1...20))
      case 1: String(repeating: "9", count: generator.pick(1...10))
      default: String(abs(generator.number(upTo: 18)))
      }
    }.joined()
  }

  static func hostileNumber(_ generator: inout SeededGenerator) -> String {
    var text = generator.pick(0...1) == 0 ? "-" : ""
    let whole = runs(&generator).drop { $0 == "0" }
    text += whole.isEmpty ? "0" : whole.prefix(generator.pick(1...30))
    let fraction = generator.pick(0...1) == 0 ? "" : runs(&generator)
    if !fraction.isEmpty { text += "." + fraction }
    if generator.pick(0...1) == 0 {
      let sign = ["", "+", "-"][generator.pick(0...2)]
      text += (generator.pick(0...1) == 0 ? "e" : "E") + sign + String(generator.pick(0...40))
    }
    return text
  }

  @Test func `hostile numbers read as their digits`() throws {
    var generator = SeededGenerator(seed: 8_259)
    var wrong: [String] = []
    var refused = 0
    for _ in 0..<20_000 {
      let text = Self.hostileNumber(&generator)
      let expected = try Self.reference(text)
      if expected == nil { refused += 1 }
      let number = Self.read(text)
      if number?.digits != expected {
        wrong.append("\(text): \(number?.digits ?? "nil"), not \(expected ?? "nil")")
      }
    }
    #expect(wrong == [])
    #expect((4_000...16_000).contains(refused), "both answers are to be tried often")
  }

  @Test func `digits read back as the same number`() {
    var generator = SeededGenerator(seed: 18)
    var wrong: [Decimal] = []
    for _ in 0..<5_000 {
      let number = Decimal(generator.number(upTo: 18), scale: generator.pick(0...18))
      if Self.read(number.digits) != number { wrong.append(number) }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    (Int64(0), 0, "0"), (5, 0, "5"), (-5, 2, "-0.05"), (5, 18, "0.000000000000000005"),
    (123, 1, "12.3"), (-123, 2, "-1.23"), (123, 3, "0.123"), (1_000, 0, "1000"), (1_000, 2, "10"),
    (.max, 0, "9223372036854775807"), (.min, 0, "-9223372036854775808"),
    (.max, 18, "9.223372036854775807"),
  ])
  func `prints plain digits`(coefficient: Int64, scale: Int, digits: String) {
    #expect(Decimal(coefficient, scale: scale).digits == digits)
  }

  @Test func `compares by value`() {
    #expect(Decimal(99, scale: 2) < Decimal(1))
    #expect(!(Decimal(100, scale: 2) < Decimal(1)))
    #expect(Decimal(1) < Decimal(101, scale: 2))
    #expect(Decimal(-1) < Decimal(-99, scale: 2))
    #expect(Decimal(-1, scale: 18) < Decimal(0))
    #expect(Decimal(0) < Decimal(1, scale: 18))
    #expect(Decimal(.max, scale: 18) < Decimal(.max))
    #expect(Decimal(.min) < Decimal(.min, scale: 18))
    #expect(Decimal(.min) < Decimal(.max))
  }

  @Test(arguments: [
    ("1", "1", "0"), ("1.5", "1.50", "0"), ("1", "0.99", "0.01"), ("0.99", "1", "-0.01"),
    ("1.5", "0.5", "1"), ("-1", "1", "-2"), ("0", "0.000000000000000001", "-0.000000000000000001"),
    ("999999999999999999", "0.000000000000000001", "999999999999999998.999999999999999999"),
    ("999999999999999999", "-999999999999999999", "1999999999999999998"),
    ("100", "0.5", "99.5"), ("110", "10", "100"),
  ])
  func `subtracts exactly`(left: String, right: String, difference: String) throws {
    #expect(
      try Decimal.difference(#require(Self.read(left)), #require(Self.read(right))) == difference)
  }

  /// Foundation's 38-digit decimals order the same pairs the same way and leave the same rest.
  @Test func `comparison and difference agree with Foundation`() throws {
    func foundation(_ text: String) throws -> Oracle {
      try #require(Oracle(string: text))
    }
    var generator = SeededGenerator(seed: 38)
    var wrong: [String] = []
    for _ in 0..<5_000 {
      let left = Decimal(generator.number(upTo: 17), scale: generator.pick(0...18))
      // Half of the partners are neighbours, where an inexact comparison would fail first.
      let isNear = generator.pick(0...1) == 0 && left.scale < 18
      let right =
        isNear
        ? Decimal(left.coefficient * 10 + generator.pick(Int64(-1)...1), scale: left.scale + 1)
        : Decimal(generator.number(upTo: 18), scale: generator.pick(0...18))
      let (one, two) = try (foundation(left.digits), foundation(right.digits))
      if (left < right) != (one < two) || (left == right) != (one == two) {
        wrong.append("\(left.digits) < \(right.digits)")
      }
      let difference = Decimal.difference(left, right)
      if try foundation(difference) != one - two || "\(one - two)" != difference {
        wrong.append("\(left.digits) - \(right.digits) = \(difference)")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("0", 0, 0), ("-0.000", 0, 0), ("12.50", 2, 1), ("0.001", 0, 3), ("1200", 4, 0),
    ("1e400", 401, 0),
    ("1e-400", 0, 400), ("12.5E1", 3, 0), ("-12.5e+2", 4, 0), ("0.0125e2", 1, 2), ("100e-2", 1, 0),
    ("0e999999999999999999999", 0, 0),
  ])
  func `the extent of a number is that of its digits written out`(
    text: String, whole: Int, fraction: Int
  ) {
    let extent = Decimal.extent(ofJSONNumber: text.utf8)
    #expect(extent == (whole, fraction))
  }

  @Test(arguments: ["1e999999999999999999999", "1e-999999999999999999999", "1e18", "1e-19"])
  func `what is no decimal has a greater extent than one`(text: String) {
    #expect(Decimal(jsonNumber: text.utf8) == nil)
    let (whole, fraction) = Decimal.extent(ofJSONNumber: text.utf8)
    #expect(max(whole, fraction) > Decimal.greatestExtent)
  }
}
