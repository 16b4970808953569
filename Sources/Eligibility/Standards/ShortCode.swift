// Millions of codes are read, kept and compared, so a short one is a number and needs no memory of its own.

/// Up to eight ASCII characters in one word.
struct ShortCode: Hashable, Sendable {
  /// The first character is the highest byte; zeros follow the last.
  private let bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  /// A code of at most eight characters.
  init(_ characters: Span<UInt8>) {
    var bits: UInt64 = 0
    for place in 0..<characters.count {
      bits |= UInt64(characters[place]) << UInt64(56 - 8 * place)
    }
    self.bits = bits
  }

  /// How many characters there are.
  var count: Int { 8 - bits.trailingZeroBitCount / 8 }

  /// The character at a place from 0, zero behind the last.
  subscript(place: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * place)) }

  /// The characters.
  var text: String {
    withUnsafeBytes(of: bits.bigEndian) { String(decoding: $0.prefix(count), as: UTF8.self) }
  }

  /// The code without so many characters at its beginning.
  func dropFirst(_ count: Int) -> ShortCode { ShortCode(bits: bits << UInt64(8 * count)) }

  /// Whether a text stands at the beginning.
  func begins(with text: String) -> Bool {
    let characters = text.utf8.span
    guard characters.count <= count else { return false }
    return (bits ^ ShortCode(characters).bits) >> UInt64(64 - 8 * characters.count) == 0
  }
}
