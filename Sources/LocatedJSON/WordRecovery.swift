// Numbers that are not quite numbers, and words without quotation marks.

extension Parser {
  // MARK: Keys

  /// Reads a key without quotation marks, or without the first one.
  mutating func bareKey(_ kind: SyntaxFault.Kind) {
    let start = at
    at = scanner.afterWord(at)
    let hasMark = scanner[at] == Byte.quote && scanner.structureFollows(at + 1)
    if hasMark { at += 1 }
    report(hasMark ? .unopenedString : kind, start..<at)
    append(.string, start, at, closingWidth: hasMark ? 1 : 0)
    expected = .colon
  }

  /// Reads the groups of digits that follow the first one, as in `12,000`: they look like keys.
  /// Whether it was so.
  mutating func thousands() -> Bool {
    guard expected == .key, comma == at - 1, let number = nodes.last, number.kind == .number,
      Int(number.end) == comma, let end = groups(comma)
    else { return false }
    report(.badNumber(.thousandsSeparators), Int(number.start)..<end)
    nodes[nodes.count - 1].kind = .invalid
    nodes[nodes.count - 1].end = UInt32(truncatingIfNeeded: end)
    at = end
    expected = .separator
    return true
  }

  /// Reads the groups of digits that follow a number after commas of another kind, as in `12，000`. Whether it
  /// was so.
  mutating func foreignThousands() -> Bool {
    guard let number = nodes.last, number.kind == .number, Int(number.end) == comma,
      let end = groups(comma)
    else { return false }
    report(.badNumber(.thousandsSeparators), Int(number.start)..<end)
    nodes[nodes.count - 1].kind = .invalid
    nodes[nodes.count - 1].end = UInt32(truncatingIfNeeded: end)
    at = end
    return true
  }

  /// The end of the groups of digits, each after a comma, that begin here and end a number.
  private func groups(_ offset: Int) -> Int? {
    var end = offset
    while end < scanner.count {
      let sign = scanner.sign(at: end)
      guard sign.meant == Byte.comma, let digits = scanner.afterDigits(end + sign.width) else {
        break
      }
      end = digits
    }
    if scanner[end] == Byte.dot, let digits = scanner.afterDigits(end + 1) { end = digits }
    return end > offset && scanner.endsCleanly(at: end) ? end : nil
  }

  // MARK: Numbers

  /// Reads what begins like a number.
  mutating func unusualNumber() {
    let start = at
    at = scanner.afterWord(at)
    if scanner[at] == Byte.colon, scanner[at + 1] &- Byte.zero < 10 {
      // A time of day.
      at = scanner.afterWords(start)
    }
    let range = start..<at
    if scanner.numberEnd(start) == at { return append(.number, start, at) }
    let signed = scanner[start] == Byte.minus || scanner[start] == Byte.plus
    switch signed ? wordMeaning(start + 1..<at) : nil {
    case .infinity: report(.bareWord(.infinity), range)
    case .notANumber: report(.bareWord(.notANumber), range)
    default: report(.badNumber(badNumber(range)), range)
    }
    append(.invalid, start, at)
  }

  /// What is wrong with something like a number.
  private func badNumber(_ range: Range<Int>) -> SyntaxFault.BadNumber {
    let text = narrow(range)
    guard let text else { return .malformed }
    if text.count < range.count {
      return Numeral(text).isNumber ? .fullWidth : .malformed
    }
    return Numeral(text).fault
  }

  /// A text with full-width digits and signs written as ASCII ones; nil if it has other letters.
  private func narrow(_ range: Range<Int>) -> [UInt8]? {
    var narrow: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let sign = scanner.sign(at: i)
      if sign.scalar.isASCII {
        narrow.append(scanner[i])
      } else if sign.meant == Byte.zero {
        narrow.append(UInt8(truncatingIfNeeded: sign.scalar.value &- 0xFF10 &+ 0x30))
      } else if sign.meant != Byte.letter {
        narrow.append(sign.meant)
      } else {
        return nil
      }
      i += sign.width
    }
    return narrow
  }

  // MARK: Words

  /// Reads words where a value was expected.
  mutating func bareWord() {
    let start = at
    at = scanner.afterWord(at)
    let meaning = wordMeaning(start..<at)
    let isLiteral = ["true", "false", "null"].contains(text(start..<at))
    if meaning == .other {
      at = scanner.afterWords(start)
      if scanner[at] == Byte.quote, scanner.structureFollows(at + 1) {
        at += 1
        report(.unopenedString, start..<at)
        return append(.string, start, at, closingWidth: 1)
      }
    }
    if !isLiteral { report(.bareWord(meaning), start..<at) }
    let kind: Node.Kind =
      switch meaning {
      case .true: .true
      case .false: .false
      case .null: .null
      default: .invalid
      }
    append(kind, start, at)
  }

  /// What a word was meant as.
  func wordMeaning(_ range: Range<Int>) -> SyntaxFault.BareWord {
    // No known word is longer, and no longer one needs to be copied.
    guard range.count <= 9 else { return .other }
    return switch text(range).lowercased() {
    case "true": .true
    case "false": .false
    case "null", "none", "nil": .null
    case "nan": .notANumber
    case "infinity", "inf": .infinity
    case "undefined": .undefined
    default: .other
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: range.map { scanner[$0] }, as: UTF8.self)
  }
}

/// Something like a number, taken apart.
private struct Numeral {
  private var text: ArraySlice<UInt8>
  private var digits: ArraySlice<UInt8> = []
  private var hasDot = false
  private var fraction: ArraySlice<UInt8> = []
  private var hasExponent = false
  private var exponent: ArraySlice<UInt8> = []
  private var isHexadecimal = false

  init(_ bytes: [UInt8]) {
    text = bytes[...]
    if text.first == Byte.plus || text.first == Byte.minus {
      text.removeFirst()
    }
    digits = takeDigits()
    if digits == [Byte.zero], let mark = text.first, mark | 0x20 == UInt8(ascii: "x") {
      isHexadecimal = text.dropFirst().allSatisfy { hexadecimalDigit($0) != nil }
    }
    if text.first == Byte.dot {
      hasDot = true
      text.removeFirst()
      fraction = takeDigits()
    }
    if let mark = text.first, mark | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      text.removeFirst()
      if text.first == Byte.plus || text.first == Byte.minus { text.removeFirst() }
      exponent = takeDigits()
    }
  }

  private mutating func takeDigits() -> ArraySlice<UInt8> {
    let taken = text.prefix { (Byte.zero...Byte.nine).contains($0) }
    text = text[taken.endIndex...]
    return taken
  }

  /// Whether it is a number, perhaps with a fault of its own.
  var isNumber: Bool { text.isEmpty && !(digits.isEmpty && fraction.isEmpty) }

  /// What is wrong with it, supposed that something is: if nothing else, a plus sign.
  var fault: SyntaxFault.BadNumber {
    if isHexadecimal { return .hexadecimal }
    if !text.isEmpty { return .malformed }
    if digits.isEmpty, fraction.isEmpty { return .missingDigits }
    if digits.count > 1, digits.first == Byte.zero { return .leadingZero }
    if digits.isEmpty { return .bareDot }
    if hasDot, fraction.isEmpty { return .trailingDot }
    if hasExponent, exponent.isEmpty { return .missingExponent }
    return .leadingPlus
  }
}
