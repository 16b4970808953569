// Explanations are longer than a line; they break where both English and Chinese allow it.

/// How text is laid out in lines.
enum Layout {
  /// The width in columns where the terminal's is unknown.
  static let usualWidth = 80
  /// The width in columns under which tables are no longer tables.
  static let leastWidth = 40
  /// The width in columns beyond which lines are hard to read.
  static let greatestWidth = 100

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
  static func wrapped(
    _ text: String, width: Int, first: String = "", hanging: String = ""
  ) -> [String] {
    if fitsAsItIs(text, in: width, after: first) { return [first + text] }
    var filling = Filling(width: width, first: first, hanging: hanging)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { filling.breakLine() }
      for atom in Atoms(line) { filling.place(atom) }
    }
    filling.breakLine()
    return filling.lines
  }

  /// Whether a text plainly needs no break, which most do not.
  ///
  /// No character takes more columns than bytes, so a text with few bytes is never too wide.
  private static func fitsAsItIs(_ text: String, in width: Int, after first: String) -> Bool {
    let space = UInt8(ascii: " ")
    return !text.isEmpty && first.utf8.count + text.utf8.count <= width
      && text.utf8.first != space && text.utf8.last != space
      && !text.utf8.contains { $0 < space } && !text.unicodeScalars.contains("\u{3000}")
  }
}

/// A stretch of text without a place to break.
private struct Atom {
  /// The spaces before it.
  var space: Substring
  /// The text.
  var text: Substring
}

/// The atoms of a line.
private struct Atoms: Sequence, IteratorProtocol {
  private var rest: Substring

  init(_ line: Substring) { rest = line }

  mutating func next() -> Atom? {
    let space = rest.prefix { LineBreaking.isSpace($0) }
    rest = rest[space.endIndex...]
    guard var last = rest.first else { return nil }
    var end = rest.index(after: rest.startIndex)
    while end < rest.endIndex, !LineBreaking.mayBreak(between: last, and: rest[end]) {
      last = rest[end]
      end = rest.index(after: end)
    }
    defer { rest = rest[end...] }
    return Atom(space: space, text: rest[..<end])
  }
}

/// Where a line may break.
private enum LineBreaking {
  static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\u{3000}" || character == "\t"
  }

  static func mayBreak(between left: Character, and right: Character) -> Bool {
    if isSpace(right) { return true }
    return (left.isWide || right.isWide) && !opening.contains(left) && !closing.contains(right)
  }

  /// What must not end a line.
  private static let opening = Set("（「『【《〈〔［｛“‘([{￥¥$＄")

  /// What must not begin a line.
  private static let closing = Set("，。、；：？！）」』】》〉〕］｝”’…—～·％‰℃,.;:?!)]}%")
}

/// Lines being filled.
private struct Filling {
  private(set) var lines: [String] = []
  private let width: Int
  private let hanging: String
  private var line: String
  private var used: Int
  private var isEmpty = true

  init(width: Int, first: String, hanging: String) {
    self.width = width
    self.hanging = hanging
    self.line = first
    self.used = first.columns
  }

  mutating func place(_ atom: Atom) {
    let taken = atom.text.columns
    let space = isEmpty && !lines.isEmpty ? 0 : atom.space.columns
    if used + space + taken <= width {
      if space > 0 { append(atom.space, space) }
      append(atom.text, taken)
      return
    }
    if !isEmpty { breakLine() }
    if used + taken <= width {
      append(atom.text, taken)
      return
    }
    // Wider than a line by itself, a long address perhaps: it breaks wherever the line is full.
    for index in atom.text.indices {
      let character = atom.text[index]
      if !isEmpty, used + character.columns > width { breakLine() }
      append(atom.text[index...index], character.columns)
    }
  }

  mutating func breakLine() {
    lines.append(isEmpty ? Filling.trimmed(line) : line)
    line = hanging
    used = hanging.columns
    isEmpty = true
  }

  private mutating func append(_ text: Substring, _ columns: Int) {
    line += text
    used += columns
    isEmpty = false
  }

  /// Without the spaces of a beginning that nothing follows.
  private static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
