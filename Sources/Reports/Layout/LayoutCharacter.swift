// What fits on a line is decided character by character, and dividing text into them is the slow part.

import HostSystem

/// One character of a text, as far as a line's layout depends on it.
struct LayoutCharacter {
  /// Where it ends in the text's UTF-8.
  let end: Int
  /// How many terminal columns it takes.
  let columns: Int
  /// What it does to the breaks beside it.
  let kind: Kind

  /// What a character does to the breaks beside it.
  enum Kind {
    /// Begins a new line.
    case newline
    /// May be replaced by a break.
    case space
    /// Must not end a line.
    case opening
    /// Must not begin a line.
    case closing
    /// Nothing of the kind.
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "\n": self = .newline
      case " ", "\u{3000}", "\t": self = .space
      case "（", "「", "『", "【", "《", "〈", "\u{2329}", "〔", "［", "｛", "“", "‘", "(", "[", "{",
        "￥", "¥", "$", "＄":
        self = .opening
      case "，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "】", "》", "〉", "\u{232A}", "〕",
        "］", "｝", "”", "’", "…", "—", "～", "·", "\u{387}", "％", "‰", "℃", ",", ".", ";", "\u{37E}",
        ":", "?", "!", ")", "]", "}", "%":
        self = .closing
      default: self = .other
      }
    }
  }

  /// Whether it is drawn as wide as a Chinese character.
  var isWide: Bool { columns == 2 }
}

/// A text, to be read glyph by glyph.
struct Glyphs {
  private let text: String
  /// The text in UTF-8.
  let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// The glyph that begins at an offset in the text's UTF-8, which another one ends at or which is 0.
  func glyph(at offset: Int) -> LayoutCharacter {
    if let glyph = asciiGlyph(at: offset) ?? chineseGlyph(at: offset) { return glyph }
    let (scalar, end) = scalar(at: offset)
    if scalar.isSimple, end == bytes.count || self.scalar(at: end).scalar.isSimple {
      return LayoutCharacter(
        end: end, columns: scalar.usualColumns, kind: LayoutCharacter.Kind(scalar))
    }
    let character = text[text.utf8.index(text.startIndex, offsetBy: offset)]
    let scalars = character.unicodeScalars
    return LayoutCharacter(
      end: offset + character.utf8.count, columns: character.columns,
      kind: scalars.count == 1 ? LayoutCharacter.Kind(scalar) : .other)
  }

  /// The glyph that begins at an offset where it is one byte, which the next plainly does not join.
  private func asciiGlyph(at offset: Int) -> LayoutCharacter? {
    let next = offset + 1
    guard (0x20..<0x7F).contains(bytes[offset]), next == bytes.count || bytes[next] < 0x80 else {
      return nil
    }
    return LayoutCharacter(
      end: next, columns: 1, kind: LayoutCharacter.Kind(Unicode.Scalar(bytes[offset])))
  }

  /// The glyph that begins at an offset where it is a Chinese character, which the next plainly does
  /// not join.
  private func chineseGlyph(at offset: Int) -> LayoutCharacter? {
    let next = offset + 3
    guard isChinese(at: offset),
      next == bytes.count || (0x20..<0x7F).contains(bytes[next]) || isChinese(at: next)
    else { return nil }
    return LayoutCharacter(end: next, columns: 2, kind: .other)
  }

  /// Whether the character that begins at an offset is of the unifying block, U+4E00 to U+9FFF.
  private func isChinese(at offset: Int) -> Bool {
    let first = bytes[offset]
    return (0xE5...0xE9).contains(first) || (first == 0xE4 && bytes[offset + 1] >= 0xB8)
  }

  /// The last of the visible ASCII characters in a row that begins at an offset, or the offset itself
  /// where there are none.
  func lastOfWord(from offset: Int) -> Int {
    var last = offset
    while last + 1 < bytes.count, Glyphs.isVisibleASCII(bytes[last]),
      Glyphs.isVisibleASCII(bytes[last + 1])
    {
      last += 1
    }
    return last
  }

  private static func isVisibleASCII(_ byte: UInt8) -> Bool { 0x20 < byte && byte < 0x7F }

  /// The scalar whose UTF-8 begins at an offset, and where it ends.
  private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), offset + 1) }
    let end = offset + (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
    // The first byte of n has n + 1 bits that only tell this.
    var value = UInt32(first) & (0x7F >> UInt32(end - offset))
    for byte in bytes[(offset + 1)..<end] { value = value << 6 | UInt32(byte) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", end)
  }
}
