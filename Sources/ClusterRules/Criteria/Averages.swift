// Two ways to average and no rounding in either: sums are compared by cross-multiplication, a mean of
// quotients is held between two whole numbers.

import Eligibility

/// One figure as a share of another, of all enterprises of a cluster.
struct MemberAverages: Sendable {
  /// The sum of the parts.
  private(set) var part: Int128 = 0
  /// The sum of the wholes.
  private(set) var whole: Int128 = 0
  /// How many enterprises there are.
  private(set) var count = 0
  /// The sum of the quotients, each times 10^18 and rounded down; `nil` where one has no meaning or no room.
  private var quotients: Int128? = 0
  /// How many of them were rounded, each by less than one.
  private var rounded: Int128 = 0

  /// Quotients are kept in units of 10^-18.
  private static let unit = MemberAverages.powerOfTen(18)

  /// Adds an enterprise; neither figure is below zero.
  mutating func add(_ part: Int128, of whole: Int128) {
    self.part += part
    self.whole += whole
    count += 1
    let (scaled, isTooLarge) = part.multipliedReportingOverflow(by: MemberAverages.unit)
    guard let sum = quotients, whole > 0, !isTooLarge else {
      quotients = nil
      return
    }
    let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: whole)
    let (grown, overflow) = sum.addingReportingOverflow(quotient)
    quotients = overflow ? nil : grown
    if rest != 0 { rounded += 1 }
  }

  /// Whether the sum of the parts is more than a percentage of the sum of the wholes.
  func pooledExceeds(_ percent: Decimal) -> Kleene {
    guard whole > 0 else { return .unknown }
    return Kleene(
      MemberAverages.isLess((whole, percent.numerator), (part, percent.divisor)))
  }

  /// Whether the mean of the quotients is more than a percentage; unknown where the bounds do not decide.
  func meanExceeds(_ percent: Decimal) -> Kleene {
    guard count > 0, let least = quotients else { return .unknown }
    let limit = (Int128(count) * MemberAverages.unit, percent.numerator)
    if rounded == 0 { return Kleene(MemberAverages.isLess(limit, (least, percent.divisor))) }
    // The true sum is more than the least and less than that and one for each quotient rounded.
    if !MemberAverages.isLess((least, percent.divisor), limit) { return .yes }
    return MemberAverages.isLess(limit, (least + rounded, percent.divisor)) ? .unknown : .no
  }

  /// What the parts have to grow by, the wholes staying as they are, for their share to exceed a percentage;
  /// `nil` where it does.
  func lackingPart(to percent: Decimal) -> Int128? {
    guard pooledExceeds(percent) == .no else { return nil }
    let product = whole.multipliedFullWidth(by: percent.numerator)
    // A percentage so absurd that the quotient has no room needs no figure.
    guard product.high < percent.divisor / 2 else { return nil }
    let (reached, _) = percent.divisor.dividingFullWidth(product)
    return reached + 1 - part
  }

  /// The pooled share in percent with so many places behind the point, rounded down, and whether that is all.
  func pooledPercent(places: Int) -> (digits: String, isExact: Bool)? {
    guard whole > 0 else { return nil }
    return MemberAverages.percent(part, of: whole, places: places)
  }

  /// The mean in percent, likewise.
  func meanPercent(places: Int) -> (digits: String, isExact: Bool)? {
    guard count > 0, let quotients else { return nil }
    let whole = Int128(count) * MemberAverages.unit
    guard let mean = MemberAverages.percent(quotients, of: whole, places: places) else {
      return nil
    }
    return (mean.digits, mean.isExact && rounded == 0)
  }

  private static func percent(
    _ part: Int128, of whole: Int128, places: Int
  ) -> (digits: String, isExact: Bool)? {
    let (scaled, overflow) = part.multipliedReportingOverflow(by: powerOfTen(places + 2))
    guard !overflow else { return nil }
    let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: whole)
    return Int64(exactly: quotient).map { (Decimal($0, scale: places).digits, rest == 0) }
  }

  /// Whether one product is less than another, whatever their size.
  private static func isLess(_ left: (Int128, Int128), _ right: (Int128, Int128)) -> Bool {
    let left = left.0.multipliedFullWidth(by: left.1)
    let right = right.0.multipliedFullWidth(by: right.1)
    return (left.high, left.low) < (right.high, right.low)
  }

  fileprivate static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension Decimal {
  /// The number as a percentage is ``numerator`` ÷ ``divisor``.
  fileprivate var numerator: Int128 { Int128(coefficient) }
  fileprivate var divisor: Int128 { MemberAverages.powerOfTen(scale + 2) }
}
