// Numbers are short and differ in length, so a loop over their digits mispredicts its last branch for most
// of them; eight digits are converted at once, without a branch.

/// Eight bytes of a text, taken for digits.
@frozen @usableFromInline
struct EightDigits {
  /// The bytes, the first one lowest, in which a digit is what it counts.
  @usableFromInline let bytes: UInt64

  @inlinable @inline(__always)
  init(_ text: UInt64) { bytes = text ^ 0x3030_3030_3030_3030 }

  @inlinable @inline(__always)
  init(bytes: UInt64) { self.bytes = bytes }

  /// How many digits they begin with.
  @inlinable @inline(__always)
  var count: Int {
    // The sum sets the top bit of a byte from 10 on, unless the byte has it itself. Only such a byte can
    // carry into the next one, so that the lowest mark is always a true one.
    let marks = ((bytes &+ 0x7676_7676_7676_7676) | bytes) & ByteScanner.tops
    return marks.trailingZeroBitCount / 8
  }

  /// The number that the first digits write, 1 to 8 of them.
  @inlinable @inline(__always)
  func value(ofFirst count: Int) -> Int64 {
    // So that the last digit is the eighth, with zeros before the first.
    let digits = bytes &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    // Each byte becomes the number of its digit and the next one; every other byte is such a pair.
    let pairs = digits &* 10 &+ (digits >> 8)
    // The upper halves of the products add up to 1,000,000 × first + 100 × third pair and to
    // 10,000 × second + fourth pair.
    let odd = (pairs & 0xFF_0000_00FF) &* (1_000_000 << 32 | 100)
    let even = (pairs >> 16 & 0xFF_0000_00FF) &* (10_000 << 32 | 1)
    return Int64(truncatingIfNeeded: (odd &+ even) >> 32)
  }

  /// The same without the byte at a place below 8; the last one is no digit then.
  @inlinable @inline(__always)
  func leavingOut(_ place: Int) -> EightDigits {
    let before: UInt64 = (1 &<< UInt64(truncatingIfNeeded: 8 &* place)) &- 1
    return EightDigits(bytes: bytes & before | (bytes >> 8) & ~before | 0xFF << 56)
  }
}
