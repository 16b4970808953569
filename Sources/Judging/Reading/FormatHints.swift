// People write numbers and dates in many ways; those are never guessed, but the right form is shown.

import Eligibility
import HostSystem

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

extension Unicode.Scalar {
  /// Whether nothing is seen of it where it stands alone.
  var isInvisible: Bool {
    if isSimple { return self == " " }
    switch properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return true
    default:
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || Unicode.Scalar.blankSymbols.contains(self)
    }
  }

  /// Symbols that are drawn as nothing: the Braille cell without dots, the place of an object that is
  /// not there, and the null note head.
  private static let blankSymbols: Set<Unicode.Scalar> = ["\u{2800}", "\u{FFFC}", "\u{1D159}"]
}

/// Numbers written as text.
enum NumberText {
  /// What a number counts.
  enum Measure {
    /// Nothing that has a unit, or one that its place names.
    case number
    /// Money, in the unit of its table where that is known.
    case amount(Money.Unit?)
  }

  /// The number to write instead, in the unit of its table; `nil` where the text is no number or
  /// the unit is needed and not known.
  static func rewritten(_ text: String, as measure: Measure) -> String? {
    var rest = Substring(
      text.withPlainWidth().filter { !$0.isWhitespace && $0 != "," && $0 != "¥" && $0 != "￥" })
    if case .number = measure { rest = ordinal(rest) }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    rest = rest.dropFirst(number.count)
    let bytes = Array(number.utf8)
    guard isPlainNumber(bytes), let value = Decimal(jsonNumber: bytes) else { return nil }
    if rest.isEmpty { return value.digits }
    switch measure {
    case .number:
      if rest == "%" || counters.contains(rest) { return value.digits }
      return power(of: rest).flatMap { shifted(value, by: $0) }
    case .amount(let unit):
      guard let unit, let power = power(of: rest) else { return nil }
      // From yuan to the table's unit: 1, 10⁴ or 10⁸ yuan.
      let unitPower = unit == .yuan ? 0 : unit == .tenThousandYuan ? 4 : 8
      return shifted(value, by: power - unitPower)
    }
  }

  /// What a number counts, where that adds nothing to it.
  private static let counters: Set<Substring> = [
    "名", "位", "年", "年度", "家", "项", "件", "人", "个", "种", "次",
  ]

  /// The text without what makes a number an ordinal, and with a Chinese number below ten in digits.
  private static func ordinal(_ text: Substring) -> Substring {
    let rest = text.first == "第" ? text.dropFirst() : text
    guard let first = rest.first, let digit = Array("零一二三四五六七八九").firstIndex(of: first),
      counters.contains(rest.dropFirst()) || rest.count == 1
    else { return rest }
    return Substring(String(digit) + rest.dropFirst())
  }

  /// By what power of ten the words after a number multiply it.
  private static func power(of words: Substring) -> Int? {
    var words = words
    for currency in ["人民币", "RMB", "元"] where words.hasSuffix(currency) {
      words = words.dropLast(currency.count)
      break
    }
    switch words {
    case "": return 0
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
  /// What stands between and after the numbers of a date and adds nothing to them.
  private static let separators = Set("-/.年月日号 \u{3000}")

  /// The date as ISO 8601 writes it, where the text names one in the order year, month, day.
  static func rewritten(_ text: String) -> String? {
    let parts = text.split { separators.contains($0) }
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0.isASCIIDigits }),
      let year = parts.first,
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
