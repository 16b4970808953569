// The unsafe memory accesses of the module are in this file and in FastReader, so that they can be
// reviewed together: here the text is reached through one buffer, and every access says why it is within
// bounds.

/// The ASCII signs the parser knows by name.
@usableFromInline
enum Byte {
  @inlinable static var tab: UInt8 { 0x09 }
  @inlinable static var lineFeed: UInt8 { 0x0A }
  @inlinable static var carriageReturn: UInt8 { 0x0D }
  @inlinable static var space: UInt8 { 0x20 }
  @inlinable static var quote: UInt8 { 0x22 }
  @inlinable static var apostrophe: UInt8 { 0x27 }
  @inlinable static var asterisk: UInt8 { 0x2A }
  @inlinable static var plus: UInt8 { 0x2B }
  @inlinable static var comma: UInt8 { 0x2C }
  @inlinable static var minus: UInt8 { 0x2D }
  @inlinable static var dot: UInt8 { 0x2E }
  @inlinable static var slash: UInt8 { 0x2F }
  @inlinable static var zero: UInt8 { 0x30 }
  @inlinable static var nine: UInt8 { 0x39 }
  @inlinable static var colon: UInt8 { 0x3A }
  @inlinable static var semicolon: UInt8 { 0x3B }
  @inlinable static var equals: UInt8 { 0x3D }
  @inlinable static var openBracket: UInt8 { 0x5B }
  @inlinable static var backslash: UInt8 { 0x5C }
  @inlinable static var closeBracket: UInt8 { 0x5D }
  @inlinable static var backtick: UInt8 { 0x60 }
  @inlinable static var letter: UInt8 { 0x61 }
  @inlinable static var openBrace: UInt8 { 0x7B }
  @inlinable static var closeBrace: UInt8 { 0x7D }
}

/// Reads a text that is not moved or freed while this exists: it lives only within the closure of
/// the `withUnsafeBufferPointer` that gave the buffer.
@usableFromInline
struct ByteScanner {
  private let buffer: UnsafeBufferPointer<UInt8>

  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  @inline(__always)
  var count: Int { buffer.count }

  /// The byte at an offset that is not negative, and zero at the end of the text and beyond. No
  /// caller computes a negative offset: all of them start at zero and add, or check against the
  /// start of a token before they step back.
  @inline(__always)
  subscript(_ offset: Int) -> UInt8 {
    offset < buffer.count ? buffer[offset] : 0
  }

  /// Eight bytes, the first one lowest. The caller has checked that `offset + 8 <= count`.
  @inline(__always)
  private func eight(at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// Four bytes, the first one lowest; zero when fewer are left.
  @inline(__always)
  func four(at offset: Int) -> UInt32 {
    guard offset + 4 <= buffer.count else { return 0 }
    return UInt32(
      littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(
        fromByteOffset: offset, as: UInt32.self))
  }

  /// The first offset from here on that is not one of JSON's four blanks.
  @inline(__always)
  func afterBlanks(_ offset: Int) -> Int {
    self[offset] > Byte.space ? offset : afterLongBlanks(offset)
  }

  @inline(never)
  private func afterLongBlanks(_ offset: Int) -> Int {
    var at = offset
    while at < buffer.count {
      // Within bounds by the condition of the loop.
      guard isBlank(buffer[at]) else { return at }
      at += 1
      // Indentation comes in long runs of spaces.
      while at + 8 <= buffer.count, eight(at: at) == 0x2020_2020_2020_2020 { at += 8 }
    }
    return at
  }

  @usableFromInline static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Marks the top bit of each byte at which a string stops being plain; of the marks only the lowest
  /// is sure.
  @inlinable @inline(__always)
  static func endsOfPlainText(in bytes: UInt64) -> UInt64 {
    // Subtracting one from a byte sets its top bit, where it was clear, only when the byte was
    // zero; and 0x20 likewise, when it was below 0x20. A borrow can mark the bytes above a byte
    // that is truly marked, but never one below it, so that the lowest mark is always a true one.
    let quotes = bytes ^ (ones &* 0x22)
    let backslashes = bytes ^ (ones &* 0x5C)
    return
      ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      | (bytes &- ones &* 0x20) & ~bytes) & tops
  }

  /// The first offset from here on at which a string stops being plain: a quotation mark, a
  /// backslash, a control character, or the end of the text.
  @inline(__always)
  func afterPlainText(_ offset: Int) -> Int {
    var at = offset
    while at + 8 <= buffer.count {
      let marks = ByteScanner.endsOfPlainText(in: eight(at: at))
      if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < buffer.count {
      // Within bounds by the condition of the loop.
      let byte = buffer[at]
      if byte == Byte.quote || byte == Byte.backslash || byte < Byte.space { return at }
      at += 1
    }
    return at
  }

  /// Which of the sixteen bytes from an offset are line feeds. The caller has checked that
  /// `offset + 16 <= count`.
  @inline(__always)
  private func lineFeeds(at offset: Int) -> SIMDMask<SIMD16<Int8>> {
    UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      .== SIMD16(repeating: Byte.lineFeed)
  }

  /// How many line feeds there are.
  func lineFeeds() -> Int {
    var count = 0
    var at = 0
    while at + 64 <= buffer.count {
      // Sixteen counts side by side, which grow by at most 4 × 63 before they are added up.
      let stop = min(at + 64 * 63, buffer.count & ~63)
      var counts = SIMD16<UInt8>(repeating: 0)
      while at < stop {
        // Within bounds: `at` and `stop` are multiples of 64, and `stop` is at most the count.
        for part in 0..<4 { counts &-= lineFeeds(at: at &+ 16 &* part).asBytes }
        at &+= 64
      }
      count += (0..<16).reduce(0) { $0 + Int(counts[$1]) }
    }
    while at < buffer.count {
      if buffer[at] == Byte.lineFeed { count += 1 }
      at += 1
    }
    return count
  }

  /// The offset of the first line feed from here on, or of the end of the text.
  @inline(__always)
  func lineEnd(_ offset: Int) -> Int {
    var at = offset
    while at &+ 64 <= buffer.count {
      let marks =
        lineFeeds(at: at) .| lineFeeds(at: at &+ 16) .| lineFeeds(at: at &+ 32)
        .| lineFeeds(at: at &+ 48)
      if marks.isSomewhereTrue { break }
      at &+= 64
    }
    while at &+ 16 <= buffer.count, !lineFeeds(at: at).isSomewhereTrue { at &+= 16 }
    while at < buffer.count, buffer[at] != Byte.lineFeed { at += 1 }
    return at
  }

  /// The end of a well-formed number that begins here and has a blank, a comma, a closing bracket
  /// or the end of the text after it; nil if anything is unusual.
  @inline(__always)
  func plainNumberEnd(_ offset: Int) -> Int? {
    guard let end = numberEnd(offset), endsCleanly(at: end) else { return nil }
    return end
  }

  /// The end of the well-formed number that begins here, whatever follows it.
  @inline(__always)
  func numberEnd(_ offset: Int) -> Int? {
    var at = offset
    if self[at] == Byte.minus { at += 1 }
    if self[at] == Byte.zero {
      at += 1
    } else {
      guard let end = afterDigits(at) else { return nil }
      at = end
    }
    if self[at] == Byte.dot {
      guard let end = afterDigits(at + 1) else { return nil }
      at = end
    }
    if self[at] | 0x20 == 0x65 {
      at += 1
      if self[at] == Byte.plus || self[at] == Byte.minus { at += 1 }
      guard let end = afterDigits(at) else { return nil }
      at = end
    }
    return at
  }

  /// The end of a run of at least one digit.
  @inline(__always)
  func afterDigits(_ offset: Int) -> Int? {
    var at = offset
    while self[at] &- Byte.zero < 10 { at += 1 }
    return at == offset ? nil : at
  }

  /// Whether a number or literal may end here: before a blank, a comma, a closing bracket or the
  /// end of the text.
  @inline(__always)
  func endsCleanly(at offset: Int) -> Bool {
    switch self[offset] {
    case Byte.comma, Byte.closeBrace, Byte.closeBracket, Byte.lineFeed, Byte.carriageReturn,
      Byte.space, Byte.tab:
      true
    case 0: offset >= buffer.count
    default: false
    }
  }

  /// Whether a byte is one of JSON's four blanks.
  @inline(__always)
  func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.lineFeed || byte == Byte.carriageReturn || byte == Byte.tab
  }

  /// The character at an offset and how many bytes it takes; nil, and one byte, where the bytes are
  /// not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar?, width: Int) {
    let lead = UInt32(self[offset])
    let width: Int
    var value: UInt32
    let least: UInt32
    switch lead {
    case 0..<0x80: return (Unicode.Scalar(lead), 1)
    case 0xC2..<0xE0: (width, value, least) = (2, lead & 0x1F, 0x80)
    case 0xE0..<0xF0: (width, value, least) = (3, lead & 0x0F, 0x800)
    case 0xF0..<0xF5: (width, value, least) = (4, lead & 0x07, 0x10000)
    default: return (nil, 1)
    }
    for step in 1..<width {
      // The zero beyond the end is not a continuation byte, so that a character cut off is refused.
      let byte = UInt32(self[offset + step])
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | byte & 0x3F
    }
    // Surrogates and values beyond the last character give nil here.
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, width)
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// The mask as it is in memory: all bits of a byte set, or none.
  @inline(__always)
  fileprivate var asBytes: SIMD16<UInt8> { unsafeBitCast(self, to: SIMD16<UInt8>.self) }

  /// Whether the mask is true at any place. The standard library's `any` looks at each in turn.
  @inline(__always)
  fileprivate var isSomewhereTrue: Bool {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return halves.x | halves.y != 0
  }
}
