// A name of bytes and its text must lead to each other, or one file would be taken for another.

import Testing

@testable import Expectations
@testable import HostSystem

struct FileNameTests {
  private static let names: [[UInt8]] = [
    [], Array("a.json".utf8), Array("申请.json".utf8), [0xC9, 0xEA, 0xC7, 0xEB], [0xE4, 0xB8],
    [0xE4, 0xB8, 0x41], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFE], Array("\u{10FEB0}".utf8),
    [0xB0] + Array("\u{10FEB0}中".utf8) + [0x80], Array("\u{10FE7F}\u{10FF00}".utf8),
    Array("e\u{301}".utf8), Array("é".utf8),
  ]

  @Test func `each name has a text of its own`() {
    var texts: Set<[UInt8]> = []
    for name in FileNameTests.names + (0...0xFF).map({ [0x61, $0] }) + (0...0xFF).map({ [$0] }) {
      let text = FileName.text(of: name)
      #expect(FileName.bytes(of: text) == name)
      #expect(texts.insert(Array(text.utf8)).inserted)
    }
  }

  @Test func `name of UTF-8 is its text`() {
    #expect(FileName.text(of: Array("申请 1.json".utf8)) == "申请 1.json")
    #expect(FileName.text(of: [0x61, 0xB0]) == "a\u{10FEB0}")
  }

  @Test func `a name is written as given and anything else as an escape`() {
    let name = FileName.text(of: [0xC9, 0xEA, 0x0A, 0x61])
    #expect(FileName.written(in: name.sanitizedName()) == [0xC9, 0xEA] + Array(#"\na"#.utf8))
    #expect(name.sanitized() == #"\xC9\xEA\na"#)
    // The bytes of a character that turns the direction of text, which no name has in this form.
    let forged = "\u{10FEE2}\u{10FE80}\u{10FEAE}"
    #expect(FileName.written(in: forged) == Array(#"\xE2\x80\xAE"#.utf8))
  }

  @Test func `endings are of bytes`() {
    #expect("a.JSON".hasEnding(".json") && "\u{600}.json".hasEnding(".json"))
    #expect(!"a.jsom".hasEnding(".json") && !"json".hasEnding(".json"))
    #expect(!"a\u{0E}json".hasEnding(".json"))
    #expect(ExpectationFile.application(of: "b.expect.JSON") == "b.JSON")
    #expect(ExpectationFile.name(for: "b.JSON") == "b.expect.JSON")
  }
}
