// Almost every application is free of faults; reading such a one in a single pass is what makes batches
// fast.

import Eligibility
import LocatedJSON

/// The values of a text as they come.
///
/// It knows no faults: what is not exactly as the format wants it ends the reading, and the text is parsed
/// to say why. What it does give is what a ``DocumentReader`` would have given.
///
/// Its functions are not marked for inlining: so the compiler inlines them into the reader's; marked, it
/// inlines them into what the protocol calls and calls that, 10% more instructions an application.
struct FastSource: ValueSource {
  /// Reads the values.
  var reader: FastReader

  /// The value that comes next, the only one that can be read.
  struct Next {}

  /// The rest of a container.
  struct Rest: Contents {
    let isEmpty: Bool
    /// How many items may follow.
    var left = 0
  }

  // MARK: Objects

  mutating func beginObject(
    _ value: Next, _ object: Permanent<ObjectRule>
  ) throws(FastStop) -> Rest? {
    Rest(isEmpty: !(try reader.beginObject()))
  }

  mutating func hasAnotherMember(_ members: inout Rest) throws(FastStop) -> Bool {
    try reader.hasAnotherMember()
  }

  mutating func row(
    of members: inout Rest, in object: Permanent<ObjectRule>,
    from expected: UnsafePointer<ObjectRule.Row>, _ end: UnsafePointer<ObjectRule.Row>
  ) throws(FastStop) -> UnsafePointer<ObjectRule.Row>? {
    var row = expected
    while !reader.takes(key: row.pointee.key) {
      row += 1
      if row == end { row = object.use { $0.rows } }
      guard row != expected else { throw FastStop() }
    }
    return row
  }

  func value(_ rest: Rest) -> Next { Next() }

  mutating func noteRepeated(
    _ members: inout Rest, _ row: UnsafePointer<ObjectRule.Row>, in object: Permanent<ObjectRule>
  ) throws(FastStop) {
    throw FastStop()
  }

  mutating func takesNull(_ value: Next) -> Bool { reader.takesNull() }

  func isReliable(_ rest: Rest) -> Bool { true }

  func noteMissing(_ field: @autoclosure () -> Field, of object: Next) throws(FastStop) {
    throw FastStop()
  }

  static var looksAhead: Bool { false }

  func amountUnit(of object: Next, at key: @autoclosure () -> String) -> Money.Unit? { nil }

  func member(_ key: String, of object: Next) -> Next? { nil }

  func needLookAhead() throws(FastStop) { throw FastStop() }

  // MARK: Lists

  mutating func beginList(
    _ value: Next, atMost most: Int, by rule: ValueRule
  ) throws(FastStop) -> Rest? {
    Rest(isEmpty: !(try reader.beginArray()), left: most - 1)
  }

  mutating func hasAnotherItem(_ items: inout Rest) throws(FastStop) -> Bool {
    guard try reader.hasAnotherItem() else { return false }
    guard items.left > 0 else { throw FastStop() }
    items.left -= 1
    return true
  }

  // MARK: Scalars

  /// A text that surely says something.
  mutating func visibleText(_ value: Next) throws(FastStop) -> FastText? {
    let text = try anyText()
    if FastSource.saysNothing(text) { throw FastStop() }
    // A letter, a digit, a Chinese character or the punctuation that titles begin with is enough at
    // the start; other texts are looked at closely by those who can say what is wrong with them.
    switch text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0xE4...0xE9:
      return text
    // U+3001 to U+3029, among them 《 and 「; marks that need a letter follow.
    case 0xE3 where text[1] == 0x80 && (0x81...0xA9).contains(text[2]): return text
    // U+FF01 to U+FF3F, among them （ and full-width letters.
    case 0xEF where text[1] == 0xBC && text[2] != 0x80: return text
    // U+2018 to U+201D, quotation marks.
    case 0xE2 where text[1] == 0x80 && (0x98...0x9D).contains(text[2]): return text
    default: throw FastStop()
    }
  }

  /// Whether a text says only that there is nothing; the few that begin like that are looked at closely.
  @inline(__always)
  private static func saysNothing(_ text: FastText) -> Bool {
    // The first character of one byte or three; none of two or four begins like that.
    let (a, b, c) = (UInt32(text[0]), UInt32(text[1]), UInt32(text[2]))
    let first = a < 0x80 ? a : (a & 0xF) << 12 | (b & 0x3F) << 6 | c & 0x3F
    guard a < 0x80 || a & 0xF0 == 0xE0, let scalar = Unicode.Scalar(first),
      AnswerInWords.maySayNothing(scalar)
    else { return false }
    return AnswerInWords.saysNothing(text.string)
  }

  /// Reads a text; compiled once, not wherever a text may stand.
  @inline(never)
  private mutating func anyText() throws(FastStop) -> FastText { try reader.text() }

  mutating func codeText(
    _ value: Next, _ code: Permanent<CodeRule>
  ) throws(FastStop) -> FastText? {
    try anyText()
  }

  mutating func choice(_ value: Next, _ choice: Permanent<ChoiceRule>) throws(FastStop) -> Int? {
    guard let place = choice.use({ reader.takes(wordOf: $0.fastWords) }) else { throw FastStop() }
    return place
  }

  mutating func flag(_ value: Next) throws(FastStop) -> Bool? { try reader.flag() }

  mutating func number(
    _ value: Next, for rule: ValueRule, in unit: Money.Unit?
  ) throws(FastStop) -> WrittenNumber? {
    let (coefficient, scale) = try reader.number()
    return WrittenNumber(coefficient: coefficient, scale: scale)
  }

  mutating func date(_ value: Next, for rule: ValueRule) throws(FastStop) -> PartialDate? {
    if let (year, month, day) = reader.takesDay() {
      return try known(PartialDate(year: year, month: month, day: day))
    }
    let text = try anyText()
    guard let year = text.digits(4, from: 0) else { throw FastStop() }
    if text.count == 7, text[4] == UInt8(ascii: "-"), let month = text.digits(2, from: 5) {
      return try known(PartialDate(year: year, month: month))
    }
    guard text.count == 4 else { throw FastStop() }
    return try known(PartialDate(year: year))
  }

  @inline(__always)
  private func known(_ date: PartialDate?) throws(FastStop) -> PartialDate {
    guard let date else { throw FastStop() }
    return date
  }

  static func read(
    _ value: Next, _ custom: Permanent<CustomRule>, into place: PropertyAddress,
    _ reader: inout FactReader<FastSource>
  ) throws(FastStop) -> Bool {
    throw FastStop()
  }

  func note(_ reason: @autoclosure () -> Reason, at value: Next) throws(FastStop) {
    throw FastStop()
  }
}

extension FastText: WrittenText {
  @inline(__always)
  func withCharacters<Outcome>(_ body: (Span<UInt8>) -> Outcome) -> Outcome { body(utf8.span) }
}
