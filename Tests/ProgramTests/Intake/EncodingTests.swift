// Files of Chinese enterprises come in several encodings; none may be misread in silence.

import Eligibility
import LocatedJSON
import Synchronization
import Testing

@testable import Judging
@testable import Reports

/// A converter that notes that it was asked.
private final class Converter: Sendable {
  private let answer: [UInt8]?
  private let asked = Mutex(0)

  init(_ answer: [UInt8]?) { self.answer = answer }

  var questions: Int { asked.withLock { $0 } }

  func convert(_ bytes: [UInt8]) -> [UInt8]? {
    asked.withLock { $0 += 1 }
    return answer
  }
}

struct EncodingTests {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let good = Array(GoodFile.text.utf8)

  private func judged(_ bytes: [UInt8], _ converter: Converter) throws -> Judged {
    try Judged(bytes, decodeGB18030: converter.convert)
  }

  @Test func `UTF-8 is read as it is`() throws {
    let converter = Converter(Self.good)
    for bytes in [Self.good, Self.mark + Self.good] {
      let judged = try judged(bytes, converter)
      #expect(judged.ids.isEmpty)
      #expect(judged.notices.isEmpty)
      #expect(judged.report.status == .eligible)
    }
    #expect(converter.questions == 0)
  }

  @Test func `a byte order mark takes no column`() throws {
    let judged = try Judged(Self.mark + Array("{\"kind\": 1}".utf8))
    #expect(try judged.place == TextPosition(line: 1, column: 10))
  }

  /// One mark belongs to the encoding; any more are stray characters, however many there are.
  @Test(arguments: [2, 3, 100_000])
  func `further marks are faults`(count: Int) throws {
    let marks = Array(repeatElement(Self.mark, count: count).joined())
    let judged = try Judged(marks + Self.good)
    #expect(judged.ids == ["wrong-space"])
    #expect(judged.report.status == .malformed)
  }

  /// 长春 in GB18030, as Windows editors write it.
  private static let gb18030 =
    Array("{\"enterprise\": {\"name\": \"".utf8) + [0xB3, 0xA4, 0xB4, 0xBA]
    + Array("\"}}".utf8)

  @Test func `GB18030 is converted and said`() throws {
    let converter = Converter(Array("{\"enterprise\": {\"name\": \"长春\"}}".utf8))
    let judged = try judged(Self.gb18030, converter)
    #expect(converter.questions == 1)
    #expect(judged.ids.isEmpty)
    #expect(judged.notices.contains("read-as-gb18030"))
    #expect(judged.application.enterprise.name == "长春")
  }

  /// What decoders read differently is read by none, whatever stands before it.
  @Test(
    arguments: [
      ([0x80], false), ([0xA3, 0xA0], false), ([0xA3, 0xA1], true), ([0xFE, 0x50], true),
      ([0xFE, 0x51], false), ([0xFE, 0x53], false), ([0xFE, 0x54], true), ([0xFE, 0x91], false),
      ([0x82, 0x35, 0x90, 0x36], true), ([0x82, 0x35, 0x90, 0x37], false),
      ([0x82, 0x35, 0x91, 0x34], false), ([0x82, 0x35, 0x91, 0x35], true),
      ([0x84, 0x31, 0x82, 0x35], true), ([0x84, 0x31, 0x82, 0x36], false),
      ([0x84, 0x31, 0x83, 0x35], false), ([0x84, 0x31, 0x83, 0x36], true),
    ] as [([UInt8], Bool)])
  func `what decoders read differently is not read`(sequence: [UInt8], isRead: Bool) throws {
    let name: [UInt8] = [0xB3, 0xA4, 0x81, 0x30, 0x81, 0x30, 0x61]
    let start = Array("{\"enterprise\": {\"name\": \"".utf8)
    let converter = Converter(Array("{}".utf8))
    let judged = try judged(start + name + sequence + Array("\"}}".utf8), converter)
    #expect(converter.questions == (isRead ? 1 : 0))
    #expect(judged.ids == (isRead ? [] : ["not-text"]))
  }

  /// Places are those of the text as an editor shows it, not of the file's bytes.
  @Test func `places in GB18030 are those of the text`() throws {
    let converter = Converter(Array("{\"enterprise\": {\"name\": \"长春\", \"sector\": 1}}".utf8))
    let judged = try judged(Self.gb18030, converter)
    #expect(try judged.place == TextPosition(line: 1, column: 41))
  }

  @Test func `what is no text is a fault with its place`() throws {
    let converter = Converter(nil)
    let judged = try judged(Array("{\n \"\u{1F600}\": \"".utf8) + [0xFF, 0x22, 0x7D], converter)
    #expect(converter.questions == 1)
    try judged.expectOnly("not-text", at: nil, #_sourceLocation)
    #expect(try judged.fault["found"] == "FF")
    #expect(try judged.place == TextPosition(line: 2, column: 8))
    let text = TextReport(language: .en, width: 80, coloring: .plain).text(judged.report)
    #expect(text.contains("f.json:2:8"))
  }

  @Test func `a file with a mark is not tried as GB18030`() throws {
    let converter = Converter(Self.good)
    let judged = try judged(Self.mark + Self.gb18030, converter)
    #expect(converter.questions == 0)
    try judged.expectOnly("not-text", at: nil, #_sourceLocation)
  }

  /// Whichever byte of whichever Chinese character is lost or cut off: it is never read as other
  /// characters.
  @Test func `damaged UTF-8 is never read as GB18030`() throws {
    let converter = Converter(Self.good)
    var count = 0
    for place in Self.good.indices where Self.good[place] >= 0x80 {
      var bytes = Self.good
      bytes.remove(at: place)
      if place % 7 == 0 { bytes[place] = 0x3F }
      let judged = try judged(bytes, converter)
      #expect(judged.ids == ["not-text"])
      count += 1
    }
    #expect(converter.questions == 0)
    #expect(count > 500)
  }

  @Test func `damage in several places is no GB18030 either`() throws {
    let converter = Converter(Self.good)
    var dice = Dice(seed: 5)
    for _ in 0..<50 {
      var bytes = Self.good
      for _ in 0..<20 {
        let places = bytes.indices.filter { bytes[$0] >= 0x80 }
        bytes.remove(at: dice.pick(places))
      }
      #expect(try judged(bytes, converter).ids == ["not-text"])
    }
    #expect(converter.questions == 0)
  }

  @Test func `a file that ends within a character is not read`() throws {
    let text = Array("{\"enterprise\": {\"name\": \"长春".utf8)
    let converter = Converter(Self.good)
    for count in 1...2 {
      let judged = try judged(Array(text.dropLast(count)), converter)
      try judged.expectOnly("not-text", at: nil, #_sourceLocation)
      #expect(try judged.place == TextPosition(line: 1, column: 27))
    }
    #expect(converter.questions == 0)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0xAF], [0xF8],
    ] as [[UInt8]])
  func `what UTF-8 forbids is no text`(bytes: [UInt8]) throws {
    let judged = try Judged(Array("\"".utf8) + bytes + Array("\"".utf8))
    try judged.expectOnly("not-text", at: nil, #_sourceLocation)
    #expect(try judged.place == TextPosition(line: 1, column: 2))
  }

  // MARK: UTF-16

  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false], ["", "\u{FEFF}"])
  func `utf16 is named as such`(isLittle: Bool, mark: String) throws {
    let converter = Converter(Self.good)
    for text in [GoodFile.text, "{}", "[]", " "] {
      let judged = try judged(utf16(mark + text, isLittle: isLittle), converter)
      try judged.expectOnly("utf-16", at: nil, #_sourceLocation)
      #expect(judged.report.verdict == .undetermined)
    }
    #expect(converter.questions == 0)
  }

  @Test func `zero bytes are no text`() throws {
    for count in [1, 2, 1_000] {
      let judged = try Judged([UInt8](repeating: 0, count: count))
      #expect(!judged.ids.isEmpty)
      #expect(judged.report.status == .malformed)
    }
  }
}
