// Amounts are whole fen, so that no comparison with a threshold ever depends on rounding.

/// An amount of renminbi, exact to the fen (0.01 yuan).
public struct Money: Hashable, Sendable, Comparable {
  /// The amount in fen. Wide enough that sums of 64-bit amounts cannot overflow.
  public let fen: Int128

  private init(wide fen: Int128) { self.fen = fen }

  /// An amount in fen.
  public init(fen: Int64) { self.fen = Int128(fen) }

  /// An amount in whole yuan.
  public init(yuan: Int64) { self.fen = Int128(yuan) * 100 }

  /// An amount written as a decimal number of a unit.
  ///
  /// - Throws: ``Unrepresentable`` where the number is finer than a fen or beyond ``limit``.
  public init(_ number: Decimal, in unit: Unit) throws(Unrepresentable) {
    let scaled = Int128(number.coefficient) * unit.fen
    let divisor = Decimal.powerOfTen(number.scale)
    let (fen, rest) = scaled.quotientAndRemainder(dividingBy: divisor)
    if rest != 0 { throw .finerThanAFen }
    if fen.magnitude > Money.limit.fen.magnitude { throw .beyondLimit }
    self.fen = fen
  }

  /// An amount written as a number `coefficient` ÷ 10^`scale` of a unit.
  ///
  /// - Parameter scale: 0 to 18.
  /// - Returns: `nil` where the number is finer than a fen or beyond ``limit``.
  public init?(_ coefficient: Int64, scale: Int, in unit: Unit) {
    // Amounts are usually written with few digits behind the point and fit 64 bits.
    let exponent = unit.exponent - scale
    if exponent >= 0 {
      let (fen, overflow) = coefficient.multipliedReportingOverflow(by: Money.powers[exponent])
      if !overflow, fen.magnitude <= Money.limit.fen.magnitude {
        self.fen = Int128(fen)
        return
      }
    }
    guard let money = try? Money(Decimal(coefficient, scale: scale), in: unit) else { return nil }
    self = money
  }

  private static let powers: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000,
  ]

  /// No amount.
  public static var zero: Money { Money(fen: 0) }

  /// The largest amount accepted from a file: ¥10¹⁵, far above any enterprise's revenue.
  public static var limit: Money { Money(yuan: 1_000_000_000_000_000) }

  /// Why a number is not an amount.
  public enum Unrepresentable: Error, Hashable, Sendable {
    /// The number has digits below 0.01 yuan.
    case finerThanAFen
    /// The number is larger than ``Money/limit``.
    case beyondLimit
  }

  /// The unit in which a table of figures is drawn up.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// 元, one yuan.
    case yuan = "元"
    /// 万元, ten thousand yuan.
    case tenThousandYuan = "万元"
    /// 亿元, one hundred million yuan.
    case hundredMillionYuan = "亿元"

    /// The power of ten that the unit in fen is.
    fileprivate var exponent: Int {
      switch self {
      case .yuan: 2
      case .tenThousandYuan: 6
      case .hundredMillionYuan: 10
      }
    }

    /// The unit in fen.
    public var fen: Int128 {
      switch self {
      case .yuan: 100
      case .tenThousandYuan: 1_000_000
      case .hundredMillionYuan: 10_000_000_000
      }
    }
  }

  /// Orders amounts.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// The exact sum.
  public static func + (left: Money, right: Money) -> Money { Money(wide: left.fen + right.fen) }

  /// The exact difference.
  public static func - (left: Money, right: Money) -> Money { Money(wide: left.fen - right.fen) }

  /// The amount without its sign.
  public var magnitude: Money { fen < 0 ? Money(wide: -fen) : self }

  /// The amount taken `count` times.
  public static func * (amount: Money, count: Int) -> Money {
    Money(wide: amount.fen * Int128(count))
  }

  /// A part of the amount, rounded down to a whole fen, so that it reaches an amount of whole fen exactly
  /// where the part itself does.
  public func roundedDownQuotient(by count: Int) -> Money {
    let (quotient, remainder) = fen.quotientAndRemainder(dividingBy: Int128(count))
    return Money(wide: remainder < 0 ? quotient - 1 : quotient)
  }

  /// The amount in a unit as plain digits, every digit of it: `19999.996`; never rounded.
  ///
  /// - Parameter fractionDigits: how many digits stand behind the point at least.
  public func digits(in unit: Unit, fractionDigits: Int = 0) -> String {
    Decimal.digits(fen, scale: unit.exponent, fractionDigits: fractionDigits)
  }
}
