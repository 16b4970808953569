// Most texts are written as programs write them; such a one can be read in a single pass, value by
// value, without a node for anything.

/// A text is not of the plain kind; it may be valid JSON all the same, and has to be read as a
/// ``Document``.
@frozen
public struct NotPlain: Error {
  /// Creates the error.
  @inlinable
  public init() {}
}

/// Reads the values of a plain text one after the other.
///
/// Plain is JSON without escapes, without exponents, and with numbers of at most 18 digits. Whoever
/// reads says what has to come next; where something else comes the reader throws ``NotPlain`` and
/// nothing it gave may be used. It never says what is wrong: that is for ``Document``.
///
/// It lives only within the closure of ``read(_:in:_:)``.
public struct PlainReader {
  private let scanner: Scanner
  /// The offset of what is to be read next, blanks left out.
  private var position: Int
  /// Where the text ends.
  private let end: Int

  private init(_ scanner: Scanner, from start: Int, to end: Int) {
    self.scanner = scanner
    position = scanner.afterBlanks(start)
    self.end = end
  }

  /// Reads a part of some bytes that is one whole text.
  ///
  /// - Returns: what the closure returns; `nil` where the text is not plain, or does not end with
  ///   the value that the closure reads.
  public static func read<Value>(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (inout PlainReader) throws(NotPlain) -> Value
  ) -> Value? {
    // The scanner sees nothing behind the part, so that no access can leave it.
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    var reader = PlainReader(Scanner(part), from: 0, to: part.count)
    do {
      let value = try body(&reader)
      return reader.position == reader.end ? value : nil
    } catch {
      return nil
    }
  }

  /// Goes on behind a token.
  @inline(__always)
  private mutating func advance(to offset: Int) { position = scanner.afterBlanks(offset) }

  @inline(__always)
  private mutating func take(_ byte: UInt8) throws(NotPlain) {
    guard scanner[position] == byte else { throw NotPlain() }
    advance(to: position + 1)
  }

  // MARK: Containers

  /// Enters an object; its members follow.
  public mutating func beginObject() throws(NotPlain) { try take(Byte.openBrace) }

  /// Takes an array without items, if one comes next.
  public mutating func isEmptyArray() throws(NotPlain) -> Bool {
    guard scanner[position] == Byte.openBracket else { throw NotPlain() }
    let inside = scanner.afterBlanks(position + 1)
    guard scanner[inside] == Byte.closeBracket else { return false }
    advance(to: inside + 1)
    return true
  }

  /// Enters an array; its items follow.
  public mutating func beginArray() throws(NotPlain) { try take(Byte.openBracket) }

  /// Takes the next member's key with its colon; where no member follows, the object is left.
  ///
  /// - Parameters:
  ///   - keys: the keys that there may be.
  ///   - expected: the place of the one that is tried first, then those after it.
  ///   - isFirst: whether no member has been read yet.
  /// - Returns: the key's place, or `nil` at the end of the object.
  public mutating func nextKey(
    of keys: PlainKeys, from expected: Int, isFirst: Bool
  ) throws(NotPlain) -> Int? {
    guard try hasAnother(isFirst: isFirst, before: Byte.closeBrace) else { return nil }
    guard let (place, count) = keys.place(at: position, in: scanner, from: expected) else {
      throw NotPlain()
    }
    advance(to: position + count)
    try take(Byte.colon)
    return place
  }

  /// Whether another item follows; if not, the array is left.
  public mutating func hasItem(isFirst: Bool) throws(NotPlain) -> Bool {
    try hasAnother(isFirst: isFirst, before: Byte.closeBracket)
  }

  @inline(__always)
  private mutating func hasAnother(isFirst: Bool, before close: UInt8) throws(NotPlain) -> Bool {
    switch scanner[position] {
    case close:
      advance(to: position + 1)
      return false
    case Byte.comma where !isFirst:
      advance(to: position + 1)
      return true
    default:
      guard isFirst else { throw NotPlain() }
      return true
    }
  }

  // MARK: Scalars

  /// Takes `null`, if it comes next.
  public mutating func takeNull() -> Bool {
    guard scanner.four(at: position) == Word.null, scanner.endsCleanly(at: position + 4) else {
      return false
    }
    advance(to: position + 4)
    return true
  }

  /// Reads `true` or `false`.
  public mutating func flag() throws(NotPlain) -> Bool {
    let isTrue = scanner.four(at: position) == Word.true
    let length = isTrue ? 4 : 5
    guard isTrue || scanner[position] == Word.f && scanner.four(at: position + 1) == Word.alse,
      scanner.endsCleanly(at: position + length)
    else { throw NotPlain() }
    advance(to: position + length)
    return isTrue
  }

  private enum Word {
    static let `true`: UInt32 = 0x6575_7274
    static let f: UInt8 = 0x66
    static let alse: UInt32 = 0x6573_6C61
    static let null: UInt32 = 0x6C6C_756E
  }

  /// Reads a number: `coefficient` ÷ 10^`scale`, with the digits as they are written.
  public mutating func number() throws(NotPlain) -> (coefficient: Int64, scale: Int) {
    var at = position
    let isNegative = scanner[at] == Byte.minus
    if isNegative { at += 1 }
    let start = at
    var coefficient: Int64 = 0
    // Up to 18 digits fit; more are refused below, and wrap harmlessly until then.
    while scanner[at] &- Byte.zero < 10 {
      coefficient = coefficient &* 10 &+ Int64(scanner[at] &- Byte.zero)
      at += 1
    }
    var digits = at - start
    guard digits > 0, digits == 1 || scanner[start] != Byte.zero else { throw NotPlain() }
    var scale = 0
    if scanner[at] == Byte.dot {
      at += 1
      let fraction = at
      while scanner[at] &- Byte.zero < 10 {
        coefficient = coefficient &* 10 &+ Int64(scanner[at] &- Byte.zero)
        at += 1
      }
      scale = at - fraction
      guard scale > 0 else { throw NotPlain() }
      digits += scale
    }
    guard digits <= 18, scanner.endsCleanly(at: at) else { throw NotPlain() }
    advance(to: at)
    return (isNegative ? -coefficient : coefficient, scale)
  }

  /// Reads a string that says one of some words.
  ///
  /// - Returns: the word's place.
  public mutating func word(of words: PlainKeys) throws(NotPlain) -> Int {
    guard let (place, count) = words.place(at: position, in: scanner, from: 0) else {
      throw NotPlain()
    }
    advance(to: position + count)
    return place
  }

  /// Reads a string without escapes.
  public mutating func text() throws(NotPlain) -> PlainText {
    guard scanner[position] == Byte.quote else { throw NotPlain() }
    let start = position + 1
    guard let (stop, isASCII) = scanner.afterUnescaped(start) else { throw NotPlain() }
    guard isASCII || scanner.isUTF8(start..<stop) else { throw NotPlain() }
    advance(to: stop + 1)
    return PlainText(scanner: scanner, range: start..<stop)
  }
}

/// Some words, such as the keys that an object may have, made ready for being recognised.
public struct PlainKeys: Sendable {
  private let keys: [Key]

  /// One key in its quotation marks, without anything on the heap.
  private struct Key {
    /// How many bytes it has.
    let count: Int
    /// The bytes by eights, the first one lowest, and which of them there are.
    let first: Word
    let second: Word
    let third: Word
    let fourth: Word

    /// Eight bytes, and all bits of those that there are.
    struct Word {
      let bytes: UInt64
      let mask: UInt64

      @inline(__always)
      func matches(_ text: UInt64) -> Bool { (text ^ bytes) & mask == 0 }
    }

    init(_ bytes: [UInt8]) {
      count = bytes.count
      first = Key.word(of: bytes, 0)
      second = Key.word(of: bytes, 1)
      third = Key.word(of: bytes, 2)
      fourth = Key.word(of: bytes, 3)
    }

    private static func word(of bytes: [UInt8], _ number: Int) -> Word {
      var (word, mask): (UInt64, UInt64) = (0, 0)
      let start = number * 8
      for place in start..<max(start, min(start + 8, bytes.count)) {
        word |= UInt64(bytes[place]) << UInt64(8 * (place - start))
        mask |= 0xFF << UInt64(8 * (place - start))
      }
      return Word(bytes: word, mask: mask)
    }
  }

  /// The longest key, in bytes.
  public static let longest = 30

  /// Makes keys ready.
  ///
  /// - Precondition: each has at most ``longest`` bytes, and nothing that JSON would escape.
  public init(_ keys: [String]) {
    self.keys = keys.map { key in
      precondition(key.utf8.count <= PlainKeys.longest, "the key \(key) is too long")
      return Key(Array("\"\(key)\"".utf8))
    }
  }

  /// The place and the bytes of the key that stands at an offset.
  @inline(__always)
  fileprivate func place(
    at offset: Int, in scanner: Scanner, from expected: Int
  ) -> (place: Int, count: Int)? {
    let head = scanner.head(at: offset)
    var place = expected
    var left = keys.count
    while left > 0 {
      if place >= keys.count { place = 0 }
      // Nearly always only the right key begins like the text.
      if keys[place].first.matches(head), ends(place, at: offset, in: scanner) {
        return (place, keys[place].count)
      }
      place += 1
      left -= 1
    }
    return nil
  }

  /// Whether what follows the first eight bytes is this key's too.
  @inline(__always)
  private func ends(_ place: Int, at offset: Int, in scanner: Scanner) -> Bool {
    let count = keys[place].count
    if count <= 8 { return true }
    guard keys[place].second.matches(scanner.head(at: offset + 8)) else { return false }
    if count <= 16 { return true }
    guard keys[place].third.matches(scanner.head(at: offset + 16)) else { return false }
    return count <= 24 || keys[place].fourth.matches(scanner.head(at: offset + 24))
  }
}

/// What a string of a plain text says; valid as long as its reader.
public struct PlainText {
  private let scanner: Scanner
  private let range: Range<Int>

  fileprivate init(scanner: Scanner, range: Range<Int>) {
    self.scanner = scanner
    self.range = range
  }

  /// How many bytes it has.
  public var count: Int { range.count }

  /// The byte at a place from 0, zero beyond the end.
  public subscript(_ place: Int) -> UInt8 {
    place < range.count ? scanner[range.lowerBound + place] : 0
  }

  /// The text.
  public var string: String { scanner.string(range) }

  /// The number that so many digits from a place on write; `nil` where others are among them.
  public func digits(_ count: Int, from place: Int) -> Int? {
    var number = 0
    for offset in place..<place + count {
      let digit = self[offset] &- Byte.zero
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
