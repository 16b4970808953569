// Lines are found by words of several bytes; here they are found byte by byte too, for comparison.

import LocatedJSON
import Testing

struct LinesTests {
  private static func found(in bytes: [UInt8]) -> (lines: [Range<Int>], count: Int) {
    bytes.withUnsafeBufferPointer { (Array(Lines(of: $0)), Lines.count(in: $0)) }
  }

  /// The same, byte by byte.
  private static func expected(in bytes: [UInt8]) -> (lines: [Range<Int>], count: Int) {
    var lines: [Range<Int>] = []
    var start = 0
    for place in bytes.indices where bytes[place] == 0x0A {
      lines.append(start..<place)
      start = place + 1
    }
    let count = lines.count
    if start < bytes.count { lines.append(start..<bytes.count) }
    return (lines, count)
  }

  @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 255, 4_080, 4_081, 4_096, 70_001])
  func linesAreFoundWhateverTheLength(length: Int) {
    var generator = SystemRandomNumberGenerator()
    for share in [0, 3, 50, 256] {
      // Bytes next to a line feed in value, and with its low bits, are what a word could confuse.
      let bytes = (0..<length).map { _ in
        Int.random(in: 0..<256, using: &generator) < share
          ? UInt8(0x0A)
          : [0x0B, 0x09, 0x8A, 0x00, 0xFF, 0x2A].randomElement(using: &generator) ?? 0
      }
      let (found, expected) = (LinesTests.found(in: bytes), LinesTests.expected(in: bytes))
      #expect(found.lines == expected.lines)
      #expect(found.count == expected.count)
    }
  }
}
