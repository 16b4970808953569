// Shares are added up over any number of applicants, exactly, and none may be called too large by rounding.

import Eligibility

/// A share of a market as a whole number of its unit, which needs 40 bits.
///
/// The unit is a ten-thousand-millionth of a percent. Further digits are cut: they are residue of
/// binary fractions (100 ÷ 3 = 33.333333333333336), which must not add up to a contradiction, and
/// cutting never does.
public struct MarketShare: Hashable, Sendable {
  /// How many units it is; 0 claims nothing.
  public let units: Int64

  /// How many digits behind the point are kept.
  static let places = 10
  /// A percent.
  static let percent: Int64 = 10_000_000_000
  /// All there is.
  static let whole = MarketShare(units: 100 * percent)

  /// A share of so many units, of 10⁻¹⁰ percent each.
  public init(units: Int64) { self.units = units }

  /// A share in percent; nothing is claimed by one that is unknown, not positive or above 100, which
  /// no other application has to contradict: its own row says that it cannot be.
  public init(_ share: Decimal?) {
    guard let share, share.coefficient > 0 else {
      units = 0
      return
    }
    let whole = MarketShare.whole.units
    if share.scale <= MarketShare.places {
      let power = MarketShare.powers[MarketShare.places - share.scale]
      let (units, isTooLarge) = share.coefficient.multipliedReportingOverflow(by: power)
      self.units = !isTooLarge && units <= whole ? units : 0
    } else {
      let power = MarketShare.powers[share.scale - MarketShare.places]
      let (units, rest) = share.coefficient.quotientAndRemainder(dividingBy: power)
      self.units = units < whole || units == whole && rest == 0 ? units : 0
    }
  }

  /// The powers of 10 between the scale of a decimal, 0 to 18, and that of a share.
  private static let powers: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000,
  ]

  /// The percentage with all its digits.
  public var percentage: Decimal { Decimal(units, scale: MarketShare.places) }
}

/// Shares added up; in whole percents and the rest, because millions of shares overflow one number.
public struct ShareSum: Sendable {
  private var percents = 0
  private var rest: Int64 = 0

  /// Creates a sum of no shares.
  public init() {}

  /// Adds a share.
  public mutating func add(_ share: MarketShare) {
    rest += share.units
    percents += Int(rest / MarketShare.percent)
    rest %= MarketShare.percent
  }

  /// Whether it is more than the whole.
  public var exceedsWhole: Bool { percents > 100 || percents == 100 && rest > 0 }

  /// The percentage with all its digits.
  public var digits: String {
    // The rest is written as 0 and its fraction, if any.
    String(percents) + MarketShare(units: rest).percentage.digits.dropFirst()
  }
}
