// The notice limits texts and does not say what it counts as a character; this counts what is certain.

/// How long a text is, as far as that can be said without a definition of a character.
struct TextLength: Equatable {
  /// All characters but blanks.
  var all = 0
  /// Chinese characters.
  var han = 0

  init(_ text: String) {
    for character in text where !character.isWhitespace {
      all += 1
      if let first = character.unicodeScalars.first, first.isHan { han += 1 }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character.
  fileprivate var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
