// Explanations are longer than a line; they break where both English and Chinese allow it.

import HostSystem

/// How text is laid out in lines.
public enum Layout {
  /// The width in columns where the terminal's is unknown.
  public static let usualWidth = 80
  /// The width in columns under which tables are no longer tables.
  public static let leastWidth = 40
  /// The width in columns beyond which lines are hard to read.
  public static let greatestWidth = 100

  /// A text in lines no wider than a width.
  ///
  /// Lines break at spaces, which the break replaces, and beside Chinese characters, but never
  /// before closing or after opening punctuation. Only what is wider than a whole line by itself is
  /// broken elsewhere. Nothing but spaces at breaks and ends is lost; a newline is a break too.
  ///
  /// - Parameters:
  ///   - text: the text, without styles.
  ///   - width: the width in columns of the whole line.
  ///   - first: what the first line begins with.
  ///   - hanging: what every other line begins with.
  /// - Returns: the lines, at least one.
  public static func wrapped(
    _ text: String, width: Int, first: String = "", hanging: String = ""
  ) -> [String] {
    if fitsAsItIs(text, in: width, after: first) { return [first + text] }
    var filling = Filling(Glyphs(text), width: width, first: first, hanging: hanging)
    filling.fill()
    return filling.lines
  }

  /// Whether a text plainly needs no break, which most do not.
  ///
  /// No character takes more columns than bytes, so a text with few bytes is never too wide.
  static func fitsAsItIs(_ text: String, in width: Int, after first: String = "") -> Bool {
    guard let last = text.unicodeScalars.last, last != " ", last != "\u{3000}" else { return false }
    return first.utf8.count + text.utf8.count <= width && !text.hasByte { $0 < 0x20 }
  }
}

/// A stretch of text without a place to break, by its places in the text's UTF-8.
private struct Atom {
  /// The spaces before it.
  var space: Range<Int>
  /// How many columns they take.
  var spaceColumns = 0
  /// The text; empty only at the end of a line.
  var text: Range<Int>
  /// How many columns it takes.
  var columns = 0
}

/// Lines being filled.
private struct Filling {
  private(set) var lines: [String] = []
  private let glyphs: Glyphs
  private let width: Int
  private let hanging: String
  private let hangingColumns: Int
  /// What the line begins with.
  private var margin: String
  /// The text on the line; `nil` as long as there is none.
  private var text: Range<Int>?
  private var used: Int
  /// The glyph before which the last atom ended, as it has been read already.
  private var ahead: LayoutCharacter?

  init(_ glyphs: Glyphs, width: Int, first: String, hanging: String) {
    self.glyphs = glyphs
    self.width = width
    self.hanging = hanging
    hangingColumns = hanging.columns
    margin = first
    used = first.columns
  }

  mutating func fill() {
    var place = 0
    while place < glyphs.bytes.count {
      let atom = atom(at: place)
      place = atom.text.upperBound
      if !atom.text.isEmpty { put(atom) }
      if place < glyphs.bytes.count, glyphs.bytes[place] == UInt8(ascii: "\n") {
        breakLine()
        ahead = nil
        place += 1
      }
    }
    breakLine()
  }

  /// The atom that begins at a place; one without text where only spaces are left on the line.
  private mutating func atom(at start: Int) -> Atom {
    var atom = Atom(space: start..<start, text: start..<start)
    var last: LayoutCharacter?
    while atom.text.upperBound < glyphs.bytes.count {
      let glyph = ahead ?? glyphs.glyph(at: atom.text.upperBound)
      ahead = glyph
      if glyph.kind == .newline { break }
      if let last, Filling.mayBreak(between: last, and: glyph) { break }
      ahead = nil
      if last == nil, glyph.kind == .space {
        atom.space = start..<glyph.end
        atom.spaceColumns += glyph.columns
        atom.text = glyph.end..<glyph.end
        continue
      }
      atom.text = atom.text.lowerBound..<glyph.end
      atom.columns += glyph.columns
      last = glyph
      if glyph.isWide { continue }
      // Nothing breaks inside a word of ASCII, so only its end is looked at again.
      let end = glyphs.lastOfWord(from: glyph.end)
      atom.text = atom.text.lowerBound..<end
      atom.columns += end - glyph.end
    }
    return atom
  }

  private static func mayBreak(between left: LayoutCharacter, and right: LayoutCharacter) -> Bool {
    if right.kind == .space { return true }
    return (left.isWide || right.isWide) && left.kind != .opening && right.kind != .closing
  }

  private mutating func put(_ atom: Atom) {
    let space = text == nil && !lines.isEmpty ? 0 : atom.spaceColumns
    if used + space + atom.columns <= width {
      if space > 0 { append(atom.space, space) }
      append(atom.text, atom.columns)
      return
    }
    if text != nil { breakLine() }
    if used + atom.columns <= width {
      append(atom.text, atom.columns)
      return
    }
    // Wider than a line by itself, a long address perhaps: it breaks wherever the line is full.
    var place = atom.text.lowerBound
    while place < atom.text.upperBound {
      let glyph = glyphs.glyph(at: place)
      if text != nil, used + glyph.columns > width { breakLine() }
      append(place..<glyph.end, glyph.columns)
      place = glyph.end
    }
  }

  private mutating func breakLine() {
    if let text {
      lines.append(margin + String(decoding: glyphs.bytes[text], as: UTF8.self))
    } else {
      lines.append(Filling.trimmed(margin))
    }
    margin = hanging
    used = hangingColumns
    text = nil
  }

  private mutating func append(_ range: Range<Int>, _ columns: Int) {
    text = (text?.lowerBound ?? range.lowerBound)..<range.upperBound
    used += columns
  }

  /// Without the spaces of a beginning that nothing follows.
  private static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
