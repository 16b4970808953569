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

  /// Where lines end that a reader reads as one flag each; it stops at the first that is none.
  private static func endsOfFlags(in text: String) -> [Int] {
    // Exactly as large as the text, so that reading beyond it shows under a memory checker.
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var lines = Lines(of: bytes)
      var ends: [Int] = []
      while let end = lines.readFast({ reader throws(FastStop) in _ = try reader.flag() }) {
        ends.append(end)
        lines.pass(lineThatEndsAt: end)
      }
      #expect(lines.isAtEnd == (ends.last.map { $0 + 1 >= bytes.count } ?? bytes.isEmpty))
      return ends
    }
  }

  @Test func `plain lines are read without being looked for first`() {
    // The last lines, behind which little or nothing stands, are read another way.
    for count in 0...20 {
      let lines = (0..<count).map { $0 % 2 == 0 ? "true" : " false\t" }
      var ends: [Int] = []
      for line in lines { ends.append((ends.last.map { $0 + 1 } ?? 0) + line.utf8.count) }
      for end in ["\n", ""] where !(lines.isEmpty && end == "\n") {
        #expect(LinesTests.endsOfFlags(in: lines.joined(separator: "\n") + end) == ends)
      }
      let returned = lines.map { $0 + "\r\n" }.joined()
      #expect(LinesTests.endsOfFlags(in: returned) == ends.enumerated().map { $1 + $0 + 1 })
    }
  }

  @Test(arguments: ["true\n,\n", "true\nfalse true\n", "true\n\nfalse\n", "true\ntru\ne\n"])
  func `a line that is not plain stays the next`(start: String) {
    for rest in ["", String(repeating: "false\n", count: 20)] {
      #expect(LinesTests.endsOfFlags(in: start + rest) == [4])
    }
  }

  @Test func `a value that goes on in the next line is not plain`() {
    for rest in ["", String(repeating: " ", count: 64)] {
      let bytes = Array(("[true\n,false]\n" + rest).utf8)
      let end = bytes.withUnsafeBufferPointer {
        Lines(of: $0).readFast { reader throws(FastStop) in
          _ = try reader.beginArray()
          _ = try reader.flag()
          _ = try reader.hasAnotherItem()
        }
      }
      #expect(end == nil)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 255, 4_080, 4_081, 4_096, 70_001])
  func `lines are found whatever the length`(length: Int) {
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
