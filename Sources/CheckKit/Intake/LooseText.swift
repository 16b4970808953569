// People write numbers and dates in many ways; those are never guessed, but the right form is shown.

import Eligibility

extension String {
  /// The text with full-width letters, digits and signs as their ASCII counterparts.
  func withPlainWidth() -> String {
    // The full-width forms stand in the order of ASCII, this far above it.
    let offset: UInt32 = 0xFEE0
    let forms: ClosedRange<UInt32> = 0xFF01...0xFF5E
    guard unicodeScalars.contains(where: { forms.contains($0.value) }) else { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let value = forms.contains(scalar.value) ? scalar.value - offset : scalar.value
      plain.append(Unicode.Scalar(value) ?? scalar)
    }
    return String(plain)
  }
}

/// Numbers written as text.
enum NumberText {
  /// The number to write instead, in the unit of its table; `nil` where the text is no number.
  ///
  /// - Parameter unit: the unit of amounts, or `nil` for other numbers.
  static func rewritten(_ text: String, in unit: Money.Unit?) -> String? {
    var rest = Substring(
      text.withPlainWidth().filter { !$0.isWhitespace && $0 != "," && $0 != "¥" && $0 != "、" })
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    rest = rest.dropFirst(number.count)
    let bytes = Array(number.utf8)
    guard isPlainNumber(bytes), let value = Decimal(jsonNumber: bytes) else { return nil }
    guard let power = power(of: rest) else { return nil }
    if rest.isEmpty || rest == "%" { return value.digits }
    guard let unit else {
      return shifted(value, by: power)
    }
    // From yuan to the table's unit: 1, 10⁴ or 10⁸ yuan.
    let unitPower = unit == .yuan ? 0 : unit == .tenThousandYuan ? 4 : 8
    return shifted(value, by: power - unitPower)
  }

  /// By what power of ten the words after a number multiply it.
  private static func power(of words: Substring) -> Int? {
    var words = words
    for currency in ["人民币", "RMB", "元"] where words.hasSuffix(currency) {
      words = words.dropLast(currency.count)
      break
    }
    switch words {
    case "", "%": return 0
    case "百": return 2
    case "千": return 3
    case "万": return 4
    case "百万": return 6
    case "千万": return 7
    case "亿": return 8
    case "万亿": return 12
    default: return nil
    }
  }

  private static func shifted(_ value: Decimal, by power: Int) -> String? {
    Decimal(jsonNumber: Array("\(value.digits)e\(power)".utf8))?.digits
  }

  private static func isPlainNumber(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      }
  }
}

/// Dates written in other forms than ISO 8601.
enum DateText {
  /// The date as ISO 8601 writes it, where the text names one in the order year, month, day.
  static func rewritten(_ text: String) -> String? {
    let parts = text.split { !$0.isASCII || !$0.isNumber }
    guard (1...3).contains(parts.count), let year = parts.first,
      year.utf8.count == 4 || parts.count == 1
    else { return nil }
    // Eight or six digits in a row are a day or a month without separators.
    let numbers: [Substring] =
      if parts.count == 1, year.utf8.count == 8 {
        [year.prefix(4), year.dropFirst(4).prefix(2), year.suffix(2)]
      } else if parts.count == 1, year.utf8.count == 6 {
        [year.prefix(4), year.suffix(2)]
      } else {
        parts
      }
    let padded = numbers.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }
    let iso = padded.joined(separator: "-")
    return PartialDate(iso: iso) == nil ? nil : iso
  }
}
