// Knows the signs people type instead of the ones JSON knows, above all with Chinese input methods.

/// A character as the parser takes it.
struct Sign {
  /// What it stands for: a sign of JSON; `"` for every quotation mark, a zero for every digit, a
  /// small letter for whatever may begin a word, a space for foreign blanks; otherwise zero.
  var meant: UInt8
  /// The character itself; U+FFFD if the bytes are not UTF-8.
  var scalar: Unicode.Scalar
  /// Whether the bytes are not UTF-8.
  var isMalformed = false
  /// How many bytes it takes.
  var width: Int
  /// Whether JSON does not know it in this meaning.
  var isForeign: Bool
}

extension ByteScanner {
  /// The character at an offset within the text.
  func sign(at offset: Int) -> Sign {
    let (scalar, width) = scalar(at: offset)
    guard let scalar else {
      return Sign(meant: 0, scalar: "\u{FFFD}", isMalformed: true, width: 1, isForeign: true)
    }
    let (meant, isForeign) =
      scalar.isASCII
      ? meaning(ofASCII: UInt8(truncatingIfNeeded: scalar.value)) : (meaning(of: scalar), true)
    return Sign(meant: meant, scalar: scalar, width: width, isForeign: isForeign)
  }

  private func meaning(ofASCII byte: UInt8) -> (meant: UInt8, isForeign: Bool) {
    switch byte {
    case Byte.zero...Byte.nine: (Byte.zero, false)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"):
      (Byte.letter, false)
    case Byte.quote, Byte.comma, Byte.colon, Byte.openBrace, Byte.closeBrace, Byte.openBracket,
      Byte.closeBracket, Byte.plus, Byte.minus, Byte.dot:
      (byte, false)
    case Byte.apostrophe, Byte.backtick: (Byte.quote, true)
    case 0x0B, 0x0C: (Byte.space, true)
    default: (0, true)
    }
  }

  private func meaning(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case "，", "、", "；", "﹐", "﹑", "﹔", "､": Byte.comma
    case "：", "﹕", "︰", "＝": Byte.colon
    case "｛", "﹛": Byte.openBrace
    case "｝", "﹜": Byte.closeBrace
    case "［", "【", "〔", "〖": Byte.openBracket
    case "］", "】", "〕", "〗": Byte.closeBracket
    case "０"..."９": Byte.zero
    case "－", "−", "﹣": Byte.minus
    case "＋", "﹢": Byte.plus
    case "．": Byte.dot
    case "\u{85}", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200F}", "\u{2028}"..."\u{202F}",
      "\u{205F}"..."\u{2064}", "\u{3000}", "\u{FEFF}":
      Byte.space
    case "\u{80}"..."\u{9F}": 0
    default: quotationFamily(scalar) == .noMark ? Byte.letter : Byte.quote
    }
  }

  /// Quotation marks that may open and close the same string.
  enum QuotationFamily { case single, double, corner, whiteCorner, angle, backtick, noMark }

  /// The family of a quotation mark.
  func quotationFamily(_ scalar: Unicode.Scalar) -> QuotationFamily {
    switch scalar {
    case "'", "‘", "’", "‚", "‛", "＇": .single
    case "\"", "“", "”", "„", "‟", "＂", "〝", "〞", "〟": .double
    case "「", "」", "｢", "｣": .corner
    case "『", "』": .whiteCorner
    case "«", "»": .angle
    case "`": .backtick
    default: .noMark
    }
  }

  /// Whether the structure of the text goes on here, or the line ends: what follows a string if its
  /// quotation mark was truly the last one.
  func structureFollows(_ offset: Int) -> Bool {
    var at = offset
    while self[at] == Byte.space || self[at] == Byte.tab { at += 1 }
    guard at < count else { return true }
    switch sign(at: at).meant {
    case Byte.comma, Byte.colon, Byte.closeBrace, Byte.closeBracket: return true
    default: return self[at] == Byte.lineFeed || self[at] == Byte.carriageReturn
    }
  }

  /// How many bytes of a word stand here: those of one character, or none if no word can have it.
  func wordWidth(at offset: Int) -> Int {
    let byte = self[offset]
    switch byte {
    case 0...Byte.space, Byte.quote, Byte.comma, Byte.colon, Byte.semicolon, Byte.equals,
      Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace, 0x7F:
      return 0
    case Byte.slash:
      let opensComment = self[offset + 1] == Byte.slash || self[offset + 1] == Byte.asterisk
      return opensComment ? 0 : 1
    case 0..<0x80: return 1
    default:
      let sign = sign(at: offset)
      switch sign.meant {
      case Byte.letter, Byte.zero, Byte.plus, Byte.minus, Byte.dot: return sign.width
      default: return 0
      }
    }
  }

  /// The end of the word that begins here.
  func afterWord(_ offset: Int) -> Int {
    var at = offset
    while true {
      let width = wordWidth(at: at)
      if width == 0 { return at }
      at += width
    }
  }

  /// The end of the words that begin here, with the blanks and colons between them, on one line: a
  /// string whose quotation marks were forgotten.
  func afterWords(_ offset: Int) -> Int {
    var end = afterWord(offset)
    while true {
      var at = end
      if self[at] == Byte.colon {
        at += 1
        while self[at] == Byte.slash { at += 1 }  // as in an address
      }
      while self[at] == Byte.space || self[at] == Byte.tab { at += 1 }
      let next = afterWord(at)
      if next == at { return end }
      end = next
    }
  }
}
