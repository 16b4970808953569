// Lines are gathered in memory of fixed size; whatever their pieces, nothing may be lost or reordered.

import Testing

@testable import BatchReports

struct LineBufferTests {
  /// Pieces that end below, at and beyond the size of the memory, in every order of two.
  @Test func `pieces of any length stand in their order`() {
    let lengths = [0, 1, 2, 511, 1_021, 1_022, 1_023, 1_024, 1_025, 3_000]
    for first in lengths {
      for second in lengths {
        let pieces = [
          [UInt8](repeating: 0x61, count: first), [UInt8](repeating: 0x62, count: second),
        ]
        var bytes = Array("before".utf8)
        LineBuffer.append(to: &bytes) { line in
          for piece in pieces {
            piece.withUnsafeBytes { line.append($0) }
            piece.withUnsafeBytes { line.append($0, between: UInt8(ascii: "|")) }
          }
          line.append("end")
        }
        let expected = pieces.map { String(decoding: $0, as: UTF8.self) }
          .map { $0 + "|" + $0 + "|" }.joined()
        #expect(String(decoding: bytes, as: UTF8.self) == "before" + expected + "end")
      }
    }
  }

  @Test(arguments: [0, 9, 10, -1, 99, 100, 1_234_567, Int.max, Int.min])
  func `numbers are written in full`(number: Int) {
    var bytes: [UInt8] = []
    LineBuffer.append(to: &bytes) { line in
      // As many as do not fit at once.
      for _ in 0..<200 {
        line.append(number)
        line.append(" ")
      }
    }
    let written = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    #expect(written == Array(repeating: "\(number)"[...], count: 200))
  }
}
