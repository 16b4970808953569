// Shares of one amount in another are kept as the two amounts, so that nothing is lost in a division.

/// The exact quotient of two amounts.
public struct Ratio: Hashable, Sendable {
  /// The part.
  public let numerator: Money
  /// The whole; above zero.
  public let denominator: Money

  /// The quotient, or `nil` where the whole is not above zero and a share has no meaning.
  public init?(_ numerator: Money, of denominator: Money) {
    guard denominator > .zero else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share in percent to two decimals, half of one rounded away from zero, and whether that is
  /// exactly the share.
  public var percent: (digits: String, isExact: Bool) {
    let (below, rest) = (numerator.fen.magnitude * 10_000)
      .quotientAndRemainder(dividingBy: denominator.fen.magnitude)
    let hundredths = rest >= denominator.fen.magnitude - rest ? below + 1 : below
    let (whole, fraction) = hundredths.quotientAndRemainder(dividingBy: 100)
    let tail = fraction < 10 ? "0\(fraction)" : "\(fraction)"
    return ((numerator < .zero ? "-" : "") + "\(whole).\(tail)", rest == 0)
  }
}
