// What the writer writes is read back by another implementation of the standard and compared.

import Foundation
import Testing

@testable import Reports

struct JSONWriterTests {
  private func parsed(_ bytes: [UInt8]) throws -> NSObject {
    try #require(
      try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
        as? NSObject)
  }

  private func sample(_ layout: JSONWriter.Layout) -> [UInt8] {
    JSONWriter.object(layout) { report in
      report.member("结论", "eligible")
      report.member("count", -12)
      report.member("done", true)
      report.member("none", nil as Int?)
      report.null("void")
      report.member("ratio", number: "0.70")
      report.object("empty") { _ in }
      report.array("nothing") { _ in }
      report.array("list") { list in
        list.element("a")
        list.element(7)
        list.element(false)
        list.element(nil as String?)
        list.element(number: "1e-7")
        list.null()
        list.object { $0.member("id", "x") }
        list.array { $0.element(1) }
      }
    }
  }

  private let expected: NSDictionary = [
    "结论": "eligible", "count": -12, "done": true, "none": NSNull(), "void": NSNull(),
    "ratio": 0.7, "empty": [String: Int](), "nothing": [Int](),
    "list": ["a", 7, false, NSNull(), 1e-7, NSNull(), ["id": "x"], [1]] as [Any],
  ]

  @Test(arguments: [JSONWriter.Layout.pretty, .compact])
  func `another reader reads the same`(layout: JSONWriter.Layout) throws {
    #expect(try parsed(sample(layout)) == expected)
  }

  @Test func `pretty layout`() {
    let bytes = JSONWriter.object(.pretty) { report in
      report.member("id", "中")
      report.array("list") { list in
        list.element(1)
        list.object { $0.member("a", true) }
      }
      report.array("empty") { _ in }
      report.object("void") { _ in }
    }
    let expected = """
      {
        "id": "中",
        "list": [
          1,
          {
            "a": true
          }
        ],
        "empty": [],
        "void": {}
      }
      """
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `compact layout is one line in the order written`() {
    let text = String(decoding: sample(.compact), as: UTF8.self)
    #expect(
      text == #"{"结论":"eligible","count":-12,"done":true,"none":null,"void":null,"ratio":0.70,"#
        + #""empty":{},"nothing":[],"list":["a",7,false,null,1e-7,null,{"id":"x"},[1]]}"#)
  }

  @Test(arguments: [
    "", "中文 and “quotes”", "\"", "\\", "\\\"\\", "/", "\n\r\t\u{8}\u{C}", "\0\u{1}\u{1F}",
    "\u{7F}\u{80}\u{9F}", "\u{2028}\u{2029}", "😀 👨‍👩‍👧 e\u{301}", "</script>", "\u{FFFF}\u{10FFFF}",
  ])
  func `every string survives`(text: String) throws {
    let bytes = JSONWriter.array(.compact) { $0.element(text) }
    let read = try #require(try parsed(bytes) as? [String])
    #expect(read.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
    #expect(bytes.allSatisfy { $0 >= 0x20 })
    let key = JSONWriter.object(.pretty) { $0.member(text, 1) }
    #expect(try parsed(key) == [text: 1] as NSDictionary)
  }

  @Test func `every control character is escaped`() throws {
    let text = String(String.UnicodeScalarView((0..<0x20).map { Unicode.Scalar(UInt8($0)) }))
    let bytes = JSONWriter.array(.compact) { $0.element(text) }
    #expect(try parsed(bytes) == [text] as NSArray)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix(#"["\u0000\u0001\u0002\u0003\u0004\u0005"#))
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(#"\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010"#))
  }

  @Test(arguments: [Int.min, -1, 0, 1, Int.max])
  func `whole numbers`(number: Int) {
    let text = String(decoding: JSONWriter.array(.compact) { $0.element(number) }, as: UTF8.self)
    #expect(text == "[\(number)]")
  }

  @Test func `lines follow each other in one buffer`() {
    var bytes = Array("\u{1E}".utf8)
    for number in 1...2 {
      JSONWriter.appendObject(to: &bytes, .compact) { $0.member("n", number) }
      bytes.append(UInt8(ascii: "\n"))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1E}{\"n\":1}\n{\"n\":2}\n")
  }

  @Test func `depth costs nothing but indentation`() throws {
    func nest(_ depth: Int, _ array: inout JSONArray) {
      if depth > 0 { array.array { nest(depth - 1, &$0) } }
    }
    let bytes = JSONWriter.array(.compact) { nest(200, &$0) }
    #expect(bytes.count == 402)
  }

  #if DEBUG
    @Test func `misuse traps`() async {
      await #expect(processExitsWith: .failure) {
        _ = JSONWriter.object(.compact) { object in
          object.member("a", 1)
          object.member("a", 2)
        }
      }
      await #expect(processExitsWith: .failure) {
        _ = JSONWriter.array(.compact) { $0.element(number: "01") }
      }
      await #expect(processExitsWith: .failure) {
        _ = JSONWriter.array(.compact) { $0.element(number: "1,000") }
      }
    }
  #endif
}
