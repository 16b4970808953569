// Strings with escapes, and strings gone wrong: where such a one ends is a guess, and a good guess
// saves the rest of the text.

extension Parser {
  /// Reads a string on from the first byte that is not plain text; where it ends.
  @inline(never)
  mutating func unusualString(_ start: Int, from first: Int, isKey: Bool) -> Int {
    var i = first
    var hasEscapes = false
    var isSound = true
    var firstBreak: Int?
    var judged = 0
    while true {
      i = scanner.afterPlainText(i)
      guard i < scanner.count else {
        report(.unterminatedString, start..<i)
        append(
          isKey ? .string : .invalid, start, i, hasEscapes: hasEscapes, openingWidth: 1)
        return i
      }
      switch scanner[i] {
      case Byte.quote:
        append(
          isSound || isKey ? .string : .invalid, start, i + 1, hasEscapes: hasEscapes,
          openingWidth: 1, closingWidth: 1)
        return i + 1
      case Byte.backslash:
        hasEscapes = true
        let (end, isRight) = escape(at: i, delimiter: Byte.quote)
        isSound = isSound && isRight
        i = end
      case Byte.lineFeed, Byte.carriageReturn:
        // The blanks after a break are looked at once only, however many breaks are among them.
        if i >= judged {
          judged = scanner.afterBlanks(i)
          if endsBeforeBreak(judged) {
            let end = trimmed(start + 1, i, dropsComma: scanner[judged] == Byte.quote)
            report(.unterminatedString, start..<end)
            append(.string, start, end, hasEscapes: hasEscapes, openingWidth: 1)
            return end
          }
          if firstBreak == nil {
            firstBreak = i
            report(.lineBreakInString, i..<i + breakWidth(i))
          }
        }
        i += 1
      default:
        i = controlCharacters(i)
      }
    }
  }

  /// Whether a string that a line break interrupts was most likely meant to end there, given the
  /// offset of what comes next.
  private func endsBeforeBreak(_ next: Int) -> Bool {
    switch scanner[next] {
    case Byte.closeBrace, Byte.closeBracket: true
    // A quotation mark begins the next string, unless the structure goes on after it.
    case Byte.quote: !scanner.structureFollows(next + 1)
    default: next >= scanner.count
    }
  }

  private func breakWidth(_ offset: Int) -> Int {
    scanner[offset] == Byte.carriageReturn && scanner[offset + 1] == Byte.lineFeed ? 2 : 1
  }

  /// The end of a line without the blanks there, and without a comma that was meant to follow the
  /// string.
  private func trimmed(_ start: Int, _ end: Int, dropsComma: Bool) -> Int {
    var end = afterBlanks(backFrom: end, to: start)
    if dropsComma, end > start, scanner[end - 1] == Byte.comma {
      end = afterBlanks(backFrom: end - 1, to: start)
    }
    return end
  }

  private func afterBlanks(backFrom end: Int, to start: Int) -> Int {
    var end = end
    while end > start, scanner[end - 1] == Byte.space || scanner[end - 1] == Byte.tab { end -= 1 }
    return end
  }

  /// Reports a run of equal control characters; where it ends.
  private mutating func controlCharacters(_ offset: Int) -> Int {
    let byte = scanner[offset]
    var end = offset + 1
    while end < scanner.count, scanner[end] == byte { end += 1 }
    report(.controlCharacter(Unicode.Scalar(byte)), offset..<end)
    return end
  }

  /// Checks the escape that begins here; where it ends and whether it is right.
  private mutating func escape(at offset: Int, delimiter: UInt8) -> (end: Int, isRight: Bool) {
    switch scanner[offset + 1] {
    case Byte.quote, Byte.backslash, Byte.slash, UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), delimiter:
      return (offset + 2, true)
    case UInt8(ascii: "u"):
      return unicodeEscape(at: offset)
    case 0..<Byte.space:
      // A control character, or the end of the text, is a fault of its own.
      return (offset + 1, false)
    default:
      let (scalar, width) = scanner.scalar(at: offset + 1)
      let end = offset + 1 + width
      report(.badEscape(scalar ?? "\u{FFFD}"), offset..<end)
      return (end, false)
    }
  }

  private mutating func unicodeEscape(at offset: Int) -> (end: Int, isRight: Bool) {
    let (end, unit) = codeUnit(offset)
    guard let unit else {
      report(.badUnicodeEscape, offset..<end)
      return (end, false)
    }
    guard UTF16.isSurrogate(unit) else { return (end, true) }
    if UTF16.isLeadSurrogate(unit), scanner[end] == Byte.backslash,
      scanner[end + 1] == UInt8(ascii: "u")
    {
      let (pairEnd, trail) = codeUnit(end)
      if let trail, UTF16.isTrailSurrogate(trail) { return (pairEnd, true) }
    }
    report(.loneSurrogate(unit), offset..<end)
    return (end, false)
  }

  /// The four digits of a `\u`; where they end, which is earlier if they are not four.
  private func codeUnit(_ offset: Int) -> (end: Int, unit: UInt16?) {
    var unit: UInt16 = 0
    for i in offset + 2..<offset + 6 {
      guard let digit = hexadecimalDigit(scanner[i]) else { return (i, nil) }
      unit = unit << 4 | UInt16(digit)
    }
    return (offset + 6, unit)
  }

  // MARK: Quotation marks

  /// Reads a string in quotation marks other than JSON's, which ends on its line.
  mutating func foreignString(_ sign: Sign, isKey: Bool) {
    let start = at
    let content = start + sign.width
    let (close, width, closing) = closingMark(content, scanner.quotationFamily(sign.scalar))
    let end: Int
    if width == 0 {
      let next = scanner.afterBlanks(close)
      let opensString = next < scanner.count && scanner.sign(at: next).meant == Byte.quote
      end = trimmed(content, close, dropsComma: opensString)
      report(.unterminatedString, start..<end)
    } else {
      end = close + width
      report(
        sign.scalar == "'" && closing == "'"
          ? .singleQuotedString : .typographicQuotes(open: sign.scalar, close: closing),
        start..<end)
    }
    let delimiter = sign.scalar.isASCII ? scanner[start] : Byte.quote
    let (hasEscapes, isSound) = checkContent(content..<end - width, delimiter: delimiter)
    append(
      isSound || isKey ? .string : .invalid, start, end, hasEscapes: hasEscapes,
      openingWidth: sign.width, closingWidth: width)
    at = end
  }

  /// The mark that closes a string, and its width: on this line, the first one with structure after
  /// it, or the first one at all. If there is none, the end of the line and no width.
  private mutating func closingMark(
    _ start: Int, _ family: ByteScanner.QuotationFamily
  ) -> (offset: Int, width: Int, scalar: Unicode.Scalar) {
    var first: (offset: Int, width: Int, scalar: Unicode.Scalar)?
    let known = searched[.foreign(family)] ?? 0
    var i = start
    while i < scanner.count, scanner[i] != Byte.lineFeed, scanner[i] != Byte.carriageReturn {
      if scanner[i] == Byte.backslash {
        // Not beyond the end of the text or of the line.
        i += scanner[i + 1] < Byte.space ? 1 : 2
        continue
      }
      let (scalar, width) = scanner.scalar(at: i)
      if let scalar, scanner.quotationFamily(scalar) == family {
        let mark = (offset: i, width: width, scalar: scalar)
        if i < known { return mark }
        if scanner.structureFollows(i + width) { return mark }
        if first == nil { first = mark }
      }
      i += width
    }
    searched[.foreign(family)] = i
    return first ?? (i, 0, "\"")
  }

  /// Checks what stands between quotation marks that were found before.
  private mutating func checkContent(
    _ content: Range<Int>, delimiter: UInt8
  ) -> (hasEscapes: Bool, isSound: Bool) {
    var hasEscapes = false
    var isSound = true
    var i = scanner.afterPlainText(content.lowerBound)
    while i < content.upperBound {
      switch scanner[i] {
      case Byte.quote:
        i += 1
      case Byte.backslash:
        hasEscapes = true
        let (end, isRight) = escape(at: i, delimiter: delimiter)
        isSound = isSound && isRight
        i = end
      default:
        i = controlCharacters(i)
      }
      i = scanner.afterPlainText(i)
    }
    return (hasEscapes, isSound)
  }

  /// Reads a string on that seemed to be over, but goes on directly after its closing quotation
  /// mark: that mark was part of it. Whether it was so.
  mutating func resumeString(isKey: Bool) -> Bool {
    guard let last = nodes.last, last.kind == .string || last.kind == .invalid,
      Int(last.end) == at, last.closingWidth == 1, scanner[at - 1] == Byte.quote,
      scanner[Int(last.start)] == Byte.quote, scanner.wordWidth(at: at) > 0,
      at >= searched[isKey ? .key : .value] ?? 0, let (inner, end) = lastMark(at - 1, isKey: isKey)
    else { return false }
    report(.unescapedQuote, at - 1..<inner + 1)
    let (hasEscapes, isSound) = checkContent(at..<end - 1, delimiter: Byte.quote)
    nodes[nodes.count - 1].end = UInt32(truncatingIfNeeded: end)
    if hasEscapes { nodes[nodes.count - 1].hasEscapes = true }
    if !isSound, !isKey { nodes[nodes.count - 1].kind = .invalid }
    at = end
    return true
  }

  /// The quotation mark on this line with structure after it, where its end is, and the mark before
  /// it.
  private mutating func lastMark(_ first: Int, isKey: Bool) -> (inner: Int, end: Int)? {
    var inner = first
    var i = first + 1
    while true {
      i = scanner.afterPlainText(i)
      switch scanner[i] {
      case Byte.quote:
        if isKey ? colonFollows(i + 1) : scanner.structureFollows(i + 1) { return (inner, i + 1) }
        inner = i
        i += 1
      case Byte.backslash where scanner[i + 1] >= Byte.space:
        i += 2
      case Byte.tab:
        i += 1
      default:
        searched[isKey ? .key : .value] = i
        return nil
      }
    }
  }
}
