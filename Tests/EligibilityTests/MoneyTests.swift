// Amounts decide against thresholds to the fen, so reading, adding and printing must lose nothing.

import Eligibility
import Foundation
import Testing

@Suite struct MoneyTests {
  typealias Decimal = Eligibility.Decimal
  typealias Oracle = Foundation.Decimal
  typealias Unit = Money.Unit

  static func read(_ text: String, _ unit: Unit) throws -> Money {
    try Money(#require(Decimal(jsonNumber: text.utf8)), in: unit)
  }

  @Test func `constructors agree on the fen`() {
    #expect(Money(fen: 100) == Money(yuan: 1))
    #expect(Money(yuan: -3).fen == -300)
    #expect(Money.zero.fen == 0)
    #expect(Money.limit.fen == 100_000_000_000_000_000)
    #expect(Money(yuan: .max).fen == 922_337_203_685_477_580_700)
  }

  @Test func `units have their names and sizes`() {
    #expect(Unit.allCases.map(\.rawValue) == ["元", "万元", "亿元"])
    #expect(Unit.allCases.map(\.fen) == [100, 1_000_000, 10_000_000_000])
  }

  @Test(arguments: [
    ("1", Unit.yuan, Int64(100)), ("0.01", .yuan, 1), ("-0.01", .yuan, -1), ("0", .yuan, 0),
    ("12.30", .yuan, 1_230), ("20000", .tenThousandYuan, 20_000_000_000),
    ("0.000001", .tenThousandYuan, 1), ("19999.996", .tenThousandYuan, 19_999_996_000),
    ("2", .hundredMillionYuan, 20_000_000_000), ("0.0000000001", .hundredMillionYuan, 1),
    ("-1.5e-3", .hundredMillionYuan, -15_000_000),
  ])
  func `reads numbers of a unit`(text: String, unit: Unit, fen: Int64) throws {
    #expect(try Self.read(text, unit) == Money(fen: fen))
  }

  @Test(arguments: [
    ("0.001", Unit.yuan), ("0.009", .yuan), ("-1.005", .yuan), ("0.0000005", .tenThousandYuan),
    ("0.0000011", .tenThousandYuan), ("0.00000000001", .hundredMillionYuan),
    ("0.000000000000000001", .hundredMillionYuan),
  ])
  func `refuses what is finer than a fen`(text: String, unit: Unit) {
    #expect(throws: Money.Unrepresentable.finerThanAFen) { try Self.read(text, unit) }
  }

  @Test func `accepts the limit and nothing beyond`() throws {
    #expect(try Self.read("1000000000000000", .yuan) == Money.limit)
    #expect(try Self.read("-1000000000000000", .yuan) == Money.zero - Money.limit)
    #expect(try Self.read("999999999999999.99", .yuan) == Money.limit - Money(fen: 1))
    #expect(try Self.read("100000000000", .tenThousandYuan) == Money.limit)
    #expect(try Self.read("10000000", .hundredMillionYuan) == Money.limit)
    for (text, unit) in [
      ("1000000000000000.01", Unit.yuan), ("-1000000000000000.01", .yuan),
      ("100000000000.000001", .tenThousandYuan), ("10000000.0000000001", .hundredMillionYuan),
      ("999999999999999999", .hundredMillionYuan), ("-999999999999999999", .hundredMillionYuan),
    ] {
      #expect(throws: Money.Unrepresentable.beyondLimit) { try Self.read(text, unit) }
    }
  }

  @Test(arguments: [
    (Int64(12_345), 2, Unit.yuan, Int64(12_345)), (12_345, 3, .tenThousandYuan, 12_345_000),
    (-15, 4, .hundredMillionYuan, -15_000_000), (1, 10, .hundredMillionYuan, 1),
    (7, 0, .yuan, 700), (0, 18, .yuan, 0), (0, 0, .hundredMillionYuan, 0),
    // More digits behind the point than a fen has, but they are zeros.
    (12_300, 3, .yuan, 1_230), (5_000_000_000_000_000_00, 18, .yuan, 50),
    // The limit from both sides.
    (10_000_000, 0, .hundredMillionYuan, 100_000_000_000_000_000),
    (-1_000_000_000_000_000, 0, .yuan, -100_000_000_000_000_000),
  ])
  func `reads coefficients with a scale`(coefficient: Int64, scale: Int, unit: Unit, fen: Int64) {
    #expect(Money(coefficient, scale: scale, in: unit) == Money(fen: fen))
  }

  @Test(arguments: [
    (Int64(1), 3, Unit.yuan), (12_345, 7, .tenThousandYuan), (1, 18, .hundredMillionYuan),
    (10_000_001, 0, .hundredMillionYuan), (-1_000_000_000_000_001, 0, .yuan),
    (100_000_000_000_000_001, 2, .yuan), (.max, 0, .yuan), (.min, 2, .yuan),
    (.max, 0, .hundredMillionYuan), (.min, 0, .hundredMillionYuan),
  ])
  func `refuses coefficients that are no amount`(coefficient: Int64, scale: Int, unit: Unit) {
    #expect(Money(coefficient, scale: scale, in: unit) == nil)
  }

  /// The short way by 64 bits and the long way by a decimal number are one rule.
  @Test func `coefficients are read as the number they are`() {
    var generator = SeededGenerator(seed: 61)
    var (read, refused) = (0, 0)
    for _ in 0..<20_000 {
      let bits = UInt64.random(in: 0..<63, using: &generator)
      let coefficient = Int64.random(in: -(1 << bits)...(1 << bits), using: &generator)
      for unit in Unit.allCases {
        let scale = Int.random(in: 0...18, using: &generator)
        let amount = Money(coefficient, scale: scale, in: unit)
        #expect(amount == (try? Money(Decimal(coefficient, scale: scale), in: unit)))
        if amount == nil { refused += 1 } else { read += 1 }
      }
    }
    #expect(read > 5_000 && refused > 5_000)
  }

  @Test func `orders by amount`() {
    #expect(Money(fen: 59_999_999_999) < Money(yuan: 600_000_000))
    #expect(!(Money(fen: 60_000_000_000) < Money(yuan: 600_000_000)))
    #expect(Money(fen: 60_000_000_001) > Money(yuan: 600_000_000))
    #expect(Money(fen: -1) < .zero)
  }

  @Test func `adds subtracts and repeats beyond64 bits`() {
    let most = Money(fen: .max)
    #expect((most + most).fen == 18_446_744_073_709_551_614)
    #expect((Money.zero - most - Money(fen: 2)).fen == -9_223_372_036_854_775_809)
    #expect((most * 3).fen == 27_670_116_110_564_327_421)
    #expect(Money(yuan: 200_000_000) * 3 == Money(yuan: 600_000_000))
    #expect(Money(fen: -7) * 2 == Money(fen: -14))
    #expect(Money(fen: 7) * -2 == Money(fen: -14))
    #expect(Money(fen: 7) * 0 == .zero)
  }

  @Test func `magnitude drops the sign`() {
    #expect(Money(fen: -1).magnitude == Money(fen: 1))
    #expect(Money(fen: 1).magnitude == Money(fen: 1))
    #expect(Money.zero.magnitude == .zero)
    #expect(Money(fen: .min).magnitude.fen == 9_223_372_036_854_775_808)
  }

  @Test(arguments: [
    (Int64(19_999_996_000), Unit.tenThousandYuan, 2, "19999.996"),
    (19_999_999_999, .tenThousandYuan, 2, "19999.999999"),
    (20_000_000_000, .tenThousandYuan, 2, "20000.00"),
    (20_000_000_000, .tenThousandYuan, 0, "20000"),
    (1, .yuan, 0, "0.01"), (-1, .yuan, 0, "-0.01"), (10, .yuan, 0, "0.1"), (10, .yuan, 2, "0.10"),
    (100, .yuan, 0, "1"), (0, .yuan, 0, "0"), (0, .yuan, 2, "0.00"),
    (1, .hundredMillionYuan, 0, "0.0000000001"), (-15_000_000_000, .hundredMillionYuan, 1, "-1.5"),
    (-15_000_000_000, .hundredMillionYuan, 2, "-1.50"),
    (9_223_372_036_854_775_807, .yuan, 0, "92233720368547758.07"),
  ])
  func `prints every digit`(fen: Int64, unit: Unit, fractionDigits: Int, text: String) {
    #expect(Money(fen: fen).digits(in: unit, fractionDigits: fractionDigits) == text)
  }

  /// The number of digits asked for is kept even where the unit itself has fewer.
  @Test func `prints at least the digits asked for`() {
    #expect(Money(yuan: 1).digits(in: .yuan, fractionDigits: 2) == "1.00")
    #expect(Money(yuan: 1).digits(in: .yuan, fractionDigits: 4) == "1.0000")
    #expect(Money(fen: 101).digits(in: .yuan, fractionDigits: 4) == "1.0100")
    #expect(Money(fen: 1).digits(in: .tenThousandYuan, fractionDigits: 7) == "0.0000010")
  }

  /// What is printed, read by Foundation and multiplied by the unit, is the amount again.
  @Test func `printed amounts read back in Foundation`() throws {
    var generator = SeededGenerator(seed: 20_240_723)
    var wrong: [String] = []
    for _ in 0..<4_000 {
      let fen = generator.number(upTo: 18)
      for unit in Unit.allCases {
        let text = Money(fen: fen).digits(in: unit, fractionDigits: generator.pick(0...12))
        let number = try #require(Oracle(string: text))
        let size = try #require(Oracle(string: "\(unit.fen)"))
        if number * size != Oracle(fen) { wrong.append("\(fen) in \(unit): \(text)") }
      }
    }
    #expect(wrong == [])
  }

  /// Reading is exact or refused, as Foundation's multiplication says.
  @Test func `read amounts agree with Foundation`() throws {
    var generator = SeededGenerator(seed: 204)
    var wrong: [String] = []
    var refused = 0
    for _ in 0..<4_000 {
      let number = Decimal(generator.number(upTo: 13), scale: generator.pick(0...12))
      for unit in Unit.allCases {
        let size = try #require(Oracle(string: "\(unit.fen)"))
        let fen = try #require(Oracle(string: number.digits)) * size
        let isWhole = !"\(fen)".contains(".")
        let isWithin = abs(fen) <= Oracle(100_000_000_000_000_000 as Int64)
        do throws(Money.Unrepresentable) {
          let amount = try Money(number, in: unit)
          if !isWhole || !isWithin || "\(amount.fen)" != "\(fen)" { wrong.append(number.digits) }
        } catch {
          refused += 1
          if error != (isWhole ? .beyondLimit : .finerThanAFen) || (isWhole && isWithin) {
            wrong.append(number.digits)
          }
        }
      }
    }
    #expect(wrong == [])
    #expect((2_000...10_000).contains(refused), "both answers are to be tried often")
  }

  /// A part is rounded down, so that it never reaches what the whole does not.
  @Test(arguments: [(7, 3, 2), (6, 3, 2), (5, 3, 1), (0, 3, 0), (-1, 3, -1), (-3, 3, -1)])
  func `a part of an amount is no more than it is`(fen: Int64, count: Int, part: Int64) {
    #expect(Money(fen: fen).roundedDownQuotient(by: count) == Money(fen: part))
  }
}
