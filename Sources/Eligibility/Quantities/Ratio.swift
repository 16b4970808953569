// Shares of one number in another are kept as the two numbers, so that nothing is lost in a division.

/// The exact quotient of two amounts, or of two numbers of things.
public struct Ratio: Hashable, Sendable {
  /// The part, in fen or a number of things.
  public let numerator: Int128
  /// The whole, likewise; above zero.
  public let denominator: Int128
  /// Whether both are amounts of money, in fen.
  public let isOfMoney: Bool

  /// The quotient, or `nil` where the whole is not above zero and a share has no meaning.
  public init?(_ numerator: Money, of denominator: Money) {
    self.init(numerator.fen, of: denominator.fen, isOfMoney: true)
  }

  /// The quotient of two numbers of things, or `nil` where the whole is not above zero.
  public init?(count numerator: Int, of denominator: Int) {
    self.init(Int128(numerator), of: Int128(denominator), isOfMoney: false)
  }

  private init?(_ numerator: Int128, of denominator: Int128, isOfMoney: Bool) {
    guard denominator > 0 else { return nil }
    self.init(numerator: numerator, denominator: denominator, isOfMoney: isOfMoney)
  }

  private init(numerator: Int128, denominator: Int128, isOfMoney: Bool) {
    self.numerator = numerator
    self.denominator = denominator
    self.isOfMoney = isOfMoney
  }

  /// A share that a text names in percent.
  public static func percent(_ number: Int) -> Ratio {
    Ratio(numerator: Int128(number), denominator: 100, isOfMoney: false)
  }

  /// Part and whole as plain digits, of amounts in yuan.
  public var digits: (numerator: String, denominator: String) {
    func digits(_ number: Int128) -> String {
      isOfMoney ? Decimal.digits(number, scale: 2, fractionDigits: 2) : String(number)
    }
    return (digits(numerator), digits(denominator))
  }

  /// The share in percent to two decimals, half of one rounded away from zero, and whether that is
  /// exactly the share.
  public var percent: (digits: String, isExact: Bool) {
    let (below, rest) = (numerator.magnitude * 10_000)
      .quotientAndRemainder(dividingBy: denominator.magnitude)
    let hundredths = rest >= denominator.magnitude - rest ? below + 1 : below
    let (whole, fraction) = hundredths.quotientAndRemainder(dividingBy: 100)
    let tail = fraction < 10 ? "0\(fraction)" : "\(fraction)"
    return ((numerator < 0 ? "-" : "") + "\(whole).\(tail)", rest == 0)
  }
}
