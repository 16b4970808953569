// Most texts are written as programs write them; such a one can be read in a single pass, value by
// value, without a node for anything. A batch spends most of its time here, so the text is reached
// through a pointer, and every access says why it is within bounds.

/// A text is not of the plain kind; it may be valid JSON all the same, and has to be read as a
/// ``JSONDocument``.
@frozen
public struct FastStop: Error {
  /// Creates the error.
  @inlinable
  public init() {}
}

/// Reads the values of a plain text one after the other.
///
/// Plain is JSON without escapes, without exponents, and with numbers of at most 18 digits. Whoever
/// reads says what has to come next; where something else comes the reader throws ``FastStop`` and
/// nothing it gave may be used. It never says what is wrong: that is for ``JSONDocument``. A number or a
/// literal has to be followed by a comma or the end of its container, which whoever reads takes next.
///
/// It lives only within the closure of ``read(_:in:_:)`` or ``Lines/readFast(_:)``.
@frozen
public struct FastReader {
  /// What is to be read next, blanks left out; never behind `end`.
  @usableFromInline var at: UnsafePointer<UInt8>
  /// Where the text ends, or one of the lines behind it where it is a line; a control character stands
  /// there, and ``slack`` bytes can be read.
  @usableFromInline let end: UnsafePointer<UInt8>
  /// Whether the text ends at the first line feed.
  @usableFromInline let isLine: Bool

  /// How many bytes can be read from any place of the text on, whatever they are: the longest key.
  @usableFromInline static var slack: Int { 32 }

  private init(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isLine: Bool = false
  ) {
    at = start
    self.end = end
    self.isLine = isLine
    skipBlanks()
  }

  /// Reads a part of some bytes that is one whole text.
  ///
  /// - Returns: what the closure returns; `nil` where the text is not plain, or does not end with
  ///   the value that the closure reads.
  public static func read<Value>(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (inout FastReader) throws(FastStop) -> Value
  ) -> Value? {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count + slack)
    copy.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    copy.append(contentsOf: repeatElement(0, count: slack))
    return copy.withUnsafeBufferPointer { copy in
      guard let start = copy.baseAddress else { return nil }
      var reader = FastReader(from: start, to: start + range.count)
      guard let value = try? body(&reader), reader.at == reader.end else { return nil }
      return value
    }
  }

  /// Reads a line whose end is not known yet.
  ///
  /// - Parameters:
  ///   - start: where it begins.
  ///   - lastEnd: where it or a later line ends, as ``lastEnd(in:)`` says.
  /// - Returns: where the line ends; `nil` where it is not plain.
  static func readLine(
    at start: Int, of bytes: UnsafeBufferPointer<UInt8>, before lastEnd: Int,
    _ body: (inout FastReader) throws(FastStop) -> Void
  ) -> Int? {
    precondition(start >= 0 && start <= lastEnd && lastEnd + slack <= bytes.count)
    guard let base = bytes.baseAddress else { return nil }
    var reader = FastReader(from: base + start, to: base + lastEnd, isLine: true)
    do throws(FastStop) { try body(&reader) } catch { return nil }
    return reader.at.pointee == Byte.lineFeed ? reader.at - base : nil
  }

  /// Where the last line ends behind whose end a reader may look, at the line feed; -1 for none.
  static func lastEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.dropLast(slack - 1).lastIndex(of: Byte.lineFeed) ?? -1
  }

  // MARK: Bytes

  /// Eight bytes from a place of the text or its end on, the first one lowest.
  @inlinable @inline(__always)
  static func eight(_ place: UnsafePointer<UInt8>) -> UInt64 {
    // Within bounds by the slack.
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// Four bytes, likewise.
  @inlinable @inline(__always)
  static func four(_ place: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self))
  }

  /// Goes to the next byte that is not one of JSON's four blanks, or to the end.
  @inlinable @inline(__always)
  mutating func skipBlanks() {
    if at.pointee <= Byte.space { skipLongBlanks() }
  }

  @usableFromInline
  mutating func skipLongBlanks() {
    // Only here the reader could pass a line's end, and so leave the text.
    while at < end {
      switch at.pointee {
      case Byte.space, Byte.carriageReturn, Byte.tab: at += 1
      case Byte.lineFeed where !isLine: at += 1
      default: return
      }
      // Indentation comes in long runs of spaces.
      while end - at >= 8, FastReader.eight(at) == 0x2020_2020_2020_2020 { at += 8 }
    }
  }

  /// Takes a byte of a token, which no control character is, and the blanks behind it.
  @inlinable @inline(__always)
  mutating func takes(_ byte: UInt8) -> Bool {
    // Not the end, at which a control character stands.
    guard at.pointee == byte else { return false }
    at += 1
    skipBlanks()
    return true
  }

  /// Takes a byte of a token that has to come next.
  @inlinable @inline(__always)
  mutating func take(_ byte: UInt8) throws(FastStop) {
    guard takes(byte) else { throw FastStop() }
  }

  // MARK: Containers

  /// Enters an object.
  ///
  /// - Returns: whether it has members; if not, it has been left again.
  @inlinable @inline(__always)
  public mutating func beginObject() throws(FastStop) -> Bool {
    try take(Byte.openBrace)
    return !takes(Byte.closeBrace)
  }

  /// Goes on behind a member's value.
  ///
  /// - Returns: whether another member follows; if not, the object has been left.
  @inlinable @inline(__always)
  public mutating func hasAnotherMember() throws(FastStop) -> Bool {
    if takes(Byte.comma) { return true }
    try take(Byte.closeBrace)
    return false
  }

  /// Enters an array.
  ///
  /// - Returns: whether it has items; if not, it has been left again.
  @inlinable @inline(__always)
  public mutating func beginArray() throws(FastStop) -> Bool {
    try take(Byte.openBracket)
    return !takes(Byte.closeBracket)
  }

  /// Goes on behind an item.
  ///
  /// - Returns: whether another one follows; if not, the array has been left.
  @inlinable @inline(__always)
  public mutating func hasAnotherItem() throws(FastStop) -> Bool {
    if takes(Byte.comma) { return true }
    try take(Byte.closeBracket)
    return false
  }

  /// Takes a member's key with its colon, if it comes next.
  @inlinable @inline(__always)
  public mutating func takes(key: borrowing FastWord) -> Bool {
    guard key.stands(at: at) else { return false }
    // As many bytes as the key has, none of which is the control character at the end.
    let behind = at + key.count
    if behind.pointee == Byte.colon {
      at = behind + 1
      skipBlanks()
      return true
    }
    return takesColon(behind)
  }

  @usableFromInline
  mutating func takesColon(_ behind: UnsafePointer<UInt8>) -> Bool {
    let start = at
    at = behind
    skipBlanks()
    if takes(Byte.colon) { return true }
    at = start
    return false
  }

  // MARK: Scalars

  /// Takes `null`, if it comes next.
  @inlinable @inline(__always)
  public mutating func takesNull() -> Bool {
    guard at.pointee == 0x6E, FastReader.four(at) == 0x6C6C_756E else { return false }
    at += 4
    skipBlanks()
    return true
  }

  /// Reads `true` or `false`.
  @inlinable @inline(__always)
  public mutating func flag() throws(FastStop) -> Bool {
    if FastReader.four(at) == 0x6575_7274 {
      at += 4
      skipBlanks()
      return true
    }
    // The letters behind the first one.
    guard at.pointee == 0x66, FastReader.four(at + 1) == 0x6573_6C61 else { throw FastStop() }
    at += 5
    skipBlanks()
    return false
  }

  /// Reads a number: `coefficient` ÷ 10^`scale`, with the digits as they are written.
  @inlinable @inline(__always)
  public mutating func number() throws(FastStop) -> (coefficient: Int64, scale: Int) {
    let isNegative = at.pointee == Byte.minus
    let start = isNegative ? at + 1 : at
    var digits = EightDigits(FastReader.eight(start))
    var count = digits.count
    // At most the ninth byte from the start on, within the slack.
    var behind = start + count
    var scale = 0
    if behind.pointee == Byte.dot, count < 8 {
      digits = digits.leavingOut(count)
      scale = digits.count - count
      guard scale > 0 else { return try longNumber() }
      count += scale
      behind += 1 + scale
    }
    guard count > scale, count == scale + 1 || start.pointee != Byte.zero else {
      throw FastStop()
    }
    if behind.pointee &- Byte.zero < 10 || behind.pointee == Byte.dot { return try longNumber() }
    let coefficient = digits.value(ofFirst: count)
    at = behind
    skipBlanks()
    return (isNegative ? 0 &- coefficient : coefficient, scale)
  }

  /// Reads a longer number, whose first digits are those of one, digit by digit.
  @usableFromInline
  mutating func longNumber() throws(FastStop) -> (coefficient: Int64, scale: Int) {
    let isNegative = at.pointee == Byte.minus
    var place = isNegative ? at + 1 : at
    let start = place
    var coefficient: Int64 = 0
    // Up to 18 digits fit; more are refused below, and wrap harmlessly until then. A digit is not
    // the end, so the loops stop there at last.
    var digit = place.pointee &- Byte.zero
    while digit < 10 {
      coefficient = coefficient &* 10 &+ Int64(digit)
      place += 1
      digit = place.pointee &- Byte.zero
    }
    var digits = place - start
    var scale = 0
    if place.pointee == Byte.dot {
      place += 1
      let fraction = place
      digit = place.pointee &- Byte.zero
      while digit < 10 {
        coefficient = coefficient &* 10 &+ Int64(digit)
        place += 1
        digit = place.pointee &- Byte.zero
      }
      scale = place - fraction
      guard scale > 0 else { throw FastStop() }
      digits += scale
    }
    guard digits <= 18 else { throw FastStop() }
    at = place
    skipBlanks()
    return (isNegative ? 0 &- coefficient : coefficient, scale)
  }

  /// Takes a string that has the form of a day in ISO 8601, `2024-09-30`, if it comes next.
  ///
  /// - Returns: the numbers; whether the calendar has such a day is another question.
  @inlinable @inline(__always)
  public mutating func takesDay() -> (year: Int, month: Int, day: Int)? {
    // Twelve bytes with the quotation marks, within the slack.
    guard at.pointee == Byte.quote, (at + 11).pointee == Byte.quote else { return nil }
    let start = EightDigits(FastReader.eight(at + 1))
    // The dashes behind the year and the month, less the digit zero.
    guard start.bytes & 0xFF00_00FF_0000_0000 == 0x1D00_001D_0000_0000 else { return nil }
    let day = EightDigits(UInt64(FastReader.four(at + 9) & 0xFFFF))
    // Eight digits once the dashes are left out.
    let digits = EightDigits(
      bytes: start.bytes & 0xFFFF_FFFF | (start.bytes >> 8) & 0xFFFF << 32 | day.bytes << 48)
    guard digits.count == 8 else { return nil }
    let number = Int(digits.value(ofFirst: 8))
    at += 12
    skipBlanks()
    return (number / 10_000, number / 100 % 100, number % 100)
  }

  /// Takes a string that says one of some words, if it comes next.
  ///
  /// - Returns: the word's place.
  @inlinable
  public mutating func takes(wordOf words: [FastWord]) -> Int? {
    for place in words.indices where words[place].stands(at: at) {
      at += words[place].count
      skipBlanks()
      return place
    }
    return nil
  }

  /// Reads a string without escapes.
  @inlinable @inline(__always)
  public mutating func text() throws(FastStop) -> FastText {
    guard at.pointee == Byte.quote else { throw FastStop() }
    let start = at + 1
    var place = start
    var isASCII = true
    // No byte passed is a control character, so the end is not passed.
    while true {
      let bytes = FastReader.eight(place)
      if FastReader.beginsWithTwoCommonCharacters(bytes) {
        isASCII = false
        place += 6
        continue
      }
      // Of these marks too only the lowest is sure, and the byte there says what it is.
      let marks = ByteScanner.endsOfPlainText(in: bytes) | bytes & ByteScanner.tops
      if marks == 0 {
        place += 8
        continue
      }
      place += marks.trailingZeroBitCount / 8
      if place.pointee & 0x80 == 0 { break }
      isASCII = false
      place = try afterCharacter(place)
    }
    guard place.pointee == Byte.quote else { throw FastStop() }
    at = place + 1
    skipBlanks()
    return FastText(start: start, count: place - start, isASCII: isASCII)
  }

  /// Whether eight bytes begin with two common characters, all of which are valid: first bytes E4 to EB,
  /// those of Chinese among them, with two continuation bytes each.
  @inlinable @inline(__always)
  static func beginsWithTwoCommonCharacters(_ bytes: UInt64) -> Bool {
    // Less E4, each of the two first bytes is below 8; a lower one would borrow from what is zero.
    bytes & 0xC0C0_00C0_C000 == 0x8080_0080_8000
      && ((bytes & 0xFF00_00FF) &- 0xE400_00E4) & ~0x0700_0007 == 0
  }

  /// The place behind a character that is not ASCII.
  @inlinable @inline(__always)
  func afterCharacter(_ place: UnsafePointer<UInt8>) throws(FastStop) -> UnsafePointer<UInt8> {
    let bytes = FastReader.four(place)
    if bytes & 0xC0_C000 == 0x80_8000, (bytes & 0xFF) &- 0xE4 < 8 { return place + 3 }
    return try afterUncommonCharacter(place)
  }

  @usableFromInline
  func afterUncommonCharacter(
    _ place: UnsafePointer<UInt8>
  ) throws(FastStop) -> UnsafePointer<UInt8> {
    let rest = UnsafeBufferPointer(start: place, count: end - place)
    let (scalar, width) = ByteScanner(rest).scalar(at: 0)
    guard scalar != nil else { throw FastStop() }
    return place + width
  }
}

/// A word in its quotation marks, such as a key, made ready for being recognised.
@frozen
public struct FastWord: Sendable {
  /// How many bytes it has with its quotation marks.
  @usableFromInline let count: Int
  /// Its bytes by eights.
  @usableFromInline let first: Eight
  @usableFromInline let second: Eight
  @usableFromInline let third: Eight
  @usableFromInline let fourth: Eight

  /// Eight bytes, the first one lowest, and all bits of those that there are.
  @frozen @usableFromInline
  struct Eight: Sendable {
    @usableFromInline let bytes: UInt64
    @usableFromInline let mask: UInt64

    /// The eight bytes from a place of a word on, of which it has so many.
    init(of word: InlineArray<32, UInt8>, from start: Int, count: Int) {
      let present = max(0, min(8, count - start))
      let mask: UInt64 = present == 8 ? .max : (1 << UInt64(8 * present)) - 1
      bytes = withUnsafeBytes(of: word) {
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) & mask
      }
      self.mask = mask
    }

    @inlinable @inline(__always)
    func stands(at place: UnsafePointer<UInt8>) -> Bool {
      (FastReader.eight(place) ^ bytes) & mask == 0
    }
  }

  /// The longest word, in bytes.
  public static var longest: Int { 30 }

  /// Makes a word ready.
  ///
  /// - Precondition: it has at most ``longest`` bytes, and nothing that JSON would escape.
  public init(_ word: String) {
    precondition(word.utf8.count <= FastWord.longest, "the word \(word) is too long")
    var quoted = InlineArray<32, UInt8>(repeating: Byte.quote)
    var end = 1
    for byte in word.utf8 {
      quoted[end] = byte
      end += 1
    }
    count = end + 1
    first = Eight(of: quoted, from: 0, count: count)
    second = Eight(of: quoted, from: 8, count: count)
    third = Eight(of: quoted, from: 16, count: count)
    fourth = Eight(of: quoted, from: 24, count: count)
  }

  /// Whether it stands at a place of a text, from which as many bytes as the longest word has can
  /// be read.
  @inlinable @inline(__always)
  func stands(at place: UnsafePointer<UInt8>) -> Bool {
    // Nearly always only the right word begins like the text.
    guard first.stands(at: place) else { return false }
    if count <= 8 { return true }
    guard second.stands(at: place + 8) else { return false }
    if count <= 16 { return true }
    return third.stands(at: place + 16) && fourth.stands(at: place + 24)
  }
}

/// What a string of a plain text says; valid as long as its reader.
@frozen
public struct FastText {
  @usableFromInline let start: UnsafePointer<UInt8>
  /// How many bytes it has.
  public let count: Int
  @usableFromInline let isASCII: Bool

  @inlinable @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int, isASCII: Bool) {
    self.start = start
    self.count = count
    self.isASCII = isASCII
  }

  /// The byte at a place from 0, zero beyond the end.
  @inlinable @inline(__always)
  public subscript(_ place: Int) -> UInt8 { place < count ? start[place] : 0 }

  /// The text.
  public var string: String {
    // The reader has found every byte valid.
    String(copying: UTF8Span(unchecked: utf8.span, isKnownASCII: isASCII))
  }

  /// The bytes, valid as long as the text is.
  @inlinable @inline(__always)
  public var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The number that so many digits from a place on write; `nil` where others are among them.
  @inlinable @inline(__always)
  public func digits(_ count: Int, from place: Int) -> Int? {
    if count <= 8, place <= self.count {
      // The quotation mark behind the text is no digit.
      let digits = EightDigits(FastReader.eight(start + place))
      return digits.count >= count ? Int(digits.value(ofFirst: count)) : nil
    }
    var number = 0
    for offset in place..<place + count {
      let digit = self[offset] &- Byte.zero
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}
