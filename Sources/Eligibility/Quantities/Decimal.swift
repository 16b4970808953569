// Numbers in a file are decimal; reading them as binary fractions would change them.

/// An exact decimal number with at most 18 significant digits.
public struct Decimal: Hashable, Sendable, Comparable {
  /// The digits as one integer; the number is `coefficient` ÷ 10^`scale`.
  public let coefficient: Int64
  /// How many of the digits stand behind the decimal point, 0 to 18; as few as possible.
  public let scale: Int

  /// The number `coefficient` ÷ 10^`scale`, without trailing zeros behind the point.
  ///
  /// - Precondition: `scale` is 0 to 18.
  public init(_ coefficient: Int64, scale: Int = 0) {
    precondition(Decimal.scales.contains(scale), "a decimal has 0 to 18 fraction digits")
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  private static let scales = 0...18

  /// How many digits a number has at most, before the point, behind it, or in all.
  public static let greatestExtent = 18

  /// Reads a number in the grammar of RFC 8259, section 6.
  ///
  /// - Parameter bytes: the ASCII characters of the number, already known to follow that grammar.
  /// - Returns: `nil` where the number, written without an exponent, needs more than 18 digits or
  ///   more than 18 places behind the point.
  public init?(jsonNumber bytes: some Sequence<UInt8>) {
    var coefficient: Int64 = 0
    var scale = 0
    var pendingZeros = 0
    var isNegative = false
    var isFraction = false
    var exponent: Int64 = 0
    var exponentSign: Int64 = 1
    var isExponent = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"):
        if isExponent { exponentSign = -1 } else { isNegative = true }
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if isExponent {
          // No text is long enough for its zeros to make up for an exponent beyond the limit.
          exponent = min(exponent * 10 + Int64(digit), Decimal.exponentLimit)
        } else {
          if isFraction { scale += 1 }
          // Zeros count only once a later digit shows that they are inside the number.
          if digit == 0 {
            pendingZeros += 1
            continue
          }
          guard let grown = Decimal.append(digit, after: pendingZeros, to: coefficient) else {
            return nil
          }
          coefficient = grown
          pendingZeros = 0
        }
      default: continue
      }
    }
    // The pending zeros were counted in the scale, or are a power of ten before the point.
    var shift = exponentSign * exponent + Int64(pendingZeros - scale)
    if coefficient == 0 { shift = 0 }
    while shift > 0 {
      let (grown, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow || grown > Decimal.greatest { return nil }
      coefficient = grown
      shift -= 1
    }
    if -shift > 18 { return nil }
    self.init(isNegative ? -coefficient : coefficient, scale: Int(-shift))
  }

  /// How many digits a number in the grammar of RFC 8259 has before and behind the point, written without
  /// an exponent and without needless zeros; for saying why one cannot be kept.
  public static func extent(
    ofJSONNumber bytes: some Sequence<UInt8>
  ) -> (whole: Int, fraction: Int) {
    let parts = Array(bytes).split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = (parts.first ?? []).filter { $0 != UInt8(ascii: "-") }
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
    let digits = mantissa.filter { $0 != UInt8(ascii: ".") }
    let isNotZero = { (digit: UInt8) in digit != UInt8(ascii: "0") }
    guard let first = digits.firstIndex(where: isNotZero),
      let last = digits.lastIndex(where: isNotZero)
    else { return (0, 0) }
    var exponent: Int64 = 0
    for byte in parts.dropFirst().first ?? [] where (0x30...0x39).contains(byte) {
      exponent = min(exponent * 10 + Int64(byte - 0x30), exponentLimit)
    }
    if parts.last?.first == UInt8(ascii: "-"), parts.count > 1 { exponent = -exponent }
    return (
      max(0, Int(clamping: Int64(point - first) + exponent)),
      max(0, Int(clamping: Int64(last + 1 - point) - exponent))
    )
  }

  private static let greatest: Int64 = 999_999_999_999_999_999

  private static let exponentLimit: Int64 = 100_000_000_000_000_000

  private static func append(_ digit: Int, after zeros: Int, to coefficient: Int64) -> Int64? {
    var result = coefficient
    for step in 0...zeros {
      let (shifted, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      // Before the digit is added, because the sum of both need not fit 64 bits.
      if shifted > greatest { return nil }
      result = step == zeros ? shifted + Int64(digit) : shifted
    }
    return result
  }

  /// The powers of 10 from 0 to 18.
  private static let powers: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000,
  ]

  /// 10 to the power of `exponent`, which is 0 to 18.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    Int128(powers[exponent])
  }

  /// Orders numbers by value.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    let (left, right, _) = onOneScale(left, right)
    return left < right
  }

  /// The exact coefficients of two numbers with the greater of their scales.
  private static func onOneScale(
    _ left: Decimal, _ right: Decimal
  ) -> (left: Int128, right: Int128, scale: Int) {
    let scale = max(left.scale, right.scale)
    return (
      Int128(left.coefficient) * powerOfTen(scale - left.scale),
      Int128(right.coefficient) * powerOfTen(scale - right.scale), scale
    )
  }

  /// The exact difference `left − right` as plain digits; it may have more digits than a `Decimal`.
  public static func difference(_ left: Decimal, _ right: Decimal) -> String {
    let (left, right, scale) = onOneScale(left, right)
    return digits(left - right, scale: scale)
  }

  /// The number as plain digits: `-0.05`; never rounded, no exponent.
  public var digits: String { Decimal.digits(coefficient, scale: scale) }

  /// The number `coefficient` ÷ 10^`scale` as plain digits.
  ///
  /// - Parameter least: how many digits stand behind the point at least.
  static func digits(
    _ coefficient: some FixedWidthInteger & SignedInteger, scale: Int, fractionDigits least: Int = 0
  ) -> String {
    // Numbers of 64 bits are written several times as quickly as wider ones.
    let magnitude = UInt64(exactly: coefficient.magnitude).map { String($0) }
    var digits = Array((magnitude ?? String(coefficient.magnitude)).utf8)
    let zero = UInt8(ascii: "0")
    while digits.count <= scale { digits.insert(zero, at: 0) }
    var fraction = scale
    while fraction > least, digits.last == zero {
      digits.removeLast()
      fraction -= 1
    }
    while fraction < least {
      digits.append(zero)
      fraction += 1
    }
    if fraction > 0 { digits.insert(UInt8(ascii: "."), at: digits.count - fraction) }
    return (coefficient < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}
