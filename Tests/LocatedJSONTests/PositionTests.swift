// Counts lines and columns as people do, in texts of every kind.
import LocatedJSON
import Testing

@Suite struct PositionTests {
  static let texts: [[UInt8]] = [
    [], Array("a".utf8), Array("中文\n“字”\r\n😀x\ry\t z\n\r\n".utf8), Array("\r\r\n\n".utf8),
    [0xFF, 0x0A, 0xE4, 0xB8, 0x41, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98],
    Array(String(repeating: "长😀a", count: 600).utf8),
    Array(String(repeating: "长行\r\n", count: 400).utf8),
  ]

  /// The same count by other means: of the scalars Swift decodes, where the text is UTF-8.
  private func counted(_ text: String, _ offset: Int) -> TextPosition {
    var line = 1
    var column = 1
    var at = 0
    let scalars = Array(text.unicodeScalars)
    for (number, scalar) in scalars.enumerated() {
      at += UTF8.width(scalar)
      if at > offset { break }
      let next = number + 1 < scalars.count ? scalars[number + 1] : "x"
      if scalar == "\n" || scalar == "\r" && next != "\n" {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
    }
    return TextPosition(line: line, column: column)
  }

  @Test(arguments: texts)
  func `the index agrees with the walk`(_ bytes: [UInt8]) {
    let index = LineIndex(bytes)
    let document = JSONDocument(parsing: bytes)
    let text = String(validating: bytes, as: UTF8.self)
    for offset in stride(from: 0, through: bytes.count, by: bytes.count > 200 ? 131 : 1) {
      #expect(index.position(at: offset) == document.position(at: offset))
      if let text { #expect(index.position(at: offset) == counted(text, offset)) }
    }
  }

  @Test func `columns are characters`() {
    let index = LineIndex(Array("a中😀\tb\r\nc\rd\ne".utf8))
    // The bytes of each character: a1 中3 😀4 tab1 b1 CR1 LF1 c1 CR1 d1 LF1 e1.
    let columns = [1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 7]
    for (offset, column) in columns.enumerated() {
      #expect(index.position(at: offset) == TextPosition(line: 1, column: column))
    }
    #expect(index.position(at: 12) == TextPosition(line: 2, column: 1))
    #expect(index.position(at: 14) == TextPosition(line: 3, column: 1))
    #expect(index.position(at: 16) == TextPosition(line: 4, column: 1))
    #expect(index.position(at: 17) == TextPosition(line: 4, column: 2))
  }

  @Test func `in a line of a file a carriage return ends nothing`() {
    let bytes = Array("a\r\rb中\rc\r".utf8)
    let index = LineIndex(bytes, isOneLine: true)
    let columns = [1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9]
    for (offset, column) in columns.enumerated() {
      #expect(index.position(at: offset) == TextPosition(line: 1, column: column))
    }
    #expect(LineIndex(bytes).position(at: 3).line == 3)
  }

  @Test func `malformed bytes take a column each`() {
    let index = LineIndex([0xFF, 0xE4, 0xB8, 0x41])
    #expect((0...4).map { index.position(at: $0).column } == [1, 2, 3, 4, 5])
  }

  @Test func `offsets outside of the text are those of its ends`() {
    let index = LineIndex(Array("ab".utf8))
    #expect(index.position(at: -3) == .start)
    #expect(index.position(at: 9) == TextPosition(line: 1, column: 3))
    #expect(parse("ab").position(at: -3) == .start)
  }

  @Test func `positions are ordered`() {
    #expect(TextPosition(line: 1, column: 9) < TextPosition(line: 2, column: 1))
    #expect(TextPosition(line: 2, column: 1) < TextPosition(line: 2, column: 2))
    #expect(!(TextPosition(line: 2, column: 2) < TextPosition(line: 2, column: 2)))
  }
}
