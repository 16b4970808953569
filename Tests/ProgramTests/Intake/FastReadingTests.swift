// What is read in one pass must be what the careful reader reads; here both read the same bytes.

import ChampionRules
import CommonFacts
import Foundation
import Testing

@testable import Judging
@testable import Programmes

struct FastReadingTests {
  /// The facts of a text read in one pass, from a buffer that ends where the text does.
  private static func plain(_ bytes: [UInt8]) -> Application? {
    bytes.withUnsafeBufferPointer { plain(0..<$0.count, in: $0) }
  }

  private static func plain(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Application? {
    var application = Application()
    return ChampionFormat.table.readPlain(range, in: bytes, into: &application) ? application : nil
  }

  /// What is wrong where both readings are compared, or `nil`.
  private static func disagreement(on bytes: [UInt8]) -> String? {
    guard let application = plain(bytes) else { return nil }
    let filing = ChampionFile(source: "-", bytes: bytes) { _ in nil }
    if !filing.faults.isEmpty { return "faults: \(filing.faults.map(\.reason.message.id))" }
    if !filing.notices.isEmpty { return "notices: \(filing.notices.map(\.reason.message.id))" }
    return application == filing.application ? nil : "other facts"
  }

  @Test func `both read the same facts in every fixture`() {
    var count = 0
    for fixture in Fixture.all {
      #expect(FastReadingTests.disagreement(on: fixture.bytes) == nil, "\(fixture)")
      if FastReadingTests.plain(fixture.bytes) != nil { count += 1 }
    }
    // Else the fast way would be taken by nobody.
    let sound = Fixture.all.count { $0.folder != .faulty }
    #expect(count > sound * 9 / 10)
    #expect(count <= sound)
  }

  @Test(arguments: [
    ("无", false), ("没有", false), ("暂无", false), ("不详", false), ("未知", false), ("待定", false),
    ("None", false), ("no", false), ("unknown", false), ("TBD", false), ("n/a", false),
    ("ＮＯ", false),
    ("/", false), ("—", false), ("不清楚\u{3000}\u{3000}\u{3000}\u{3000}", false),
    ("无锡", true), ("Nova", true), ("未来", true),
  ])
  func `both take the same texts for nothing`(text: String, isText: Bool) throws {
    let fixture = try #require(Fixture.all.first { $0.folder == .eligible })
    let whole = String(decoding: fixture.bytes, as: UTF8.self)
    let start = try #require(whole.range(of: "\"name\": \"")).upperBound
    let end = try #require(whole[start...].firstIndex(of: "\""))
    let changed = [UInt8]((whole[..<start] + text + whole[end...]).utf8)
    #expect((FastReadingTests.plain(changed) != nil) == isText)
    #expect(FastReadingTests.disagreement(on: changed) == nil)
  }

  @Test(arguments: 0..<6)
  func `both read the same facts in damaged files`(kind: Int) throws {
    let fixture = try #require(Fixture.all.first { $0.folder == .eligible })
    let end = try #require(fixture.bytes.lastIndex(of: UInt8(ascii: "}")))
    for place in stride(from: kind, to: end, by: 6) {
      for byte in [0x22, 0x2C, 0x30, 0x39, 0x5C, 0x7D, 0x0A, 0xE4, 0xFF] as [UInt8] {
        var bytes = fixture.bytes
        bytes[place] = byte
        #expect(FastReadingTests.disagreement(on: bytes) == nil, "\(byte) at \(place)")
      }
      var shorter = fixture.bytes
      shorter.remove(at: place)
      #expect(FastReadingTests.disagreement(on: shorter) == nil, "without \(place)")
      #expect(FastReadingTests.plain(Array(fixture.bytes[..<place])) == nil, "until \(place)")
    }
  }

  @Test(arguments: [
    #"{"formatVersion": 1}"#, #"{ "formatVersion" : 1 , "enterprise" : { } }"#,
    #"{"formatVersion": 1, "applicationYear": null, "incidents": []}"#,
    #"{"formatVersion": 1, "figures": {"unit": "万元", "years": [{"profit": -0.5}]}}"#,
    "{\"formatVersion\": 1, \"market\": {\"province\": {\"rank\": 1, \"share\": 40.50}}}\r\n",
    #"{"formatVersion": 1, "product": {"name": "a中é𠀀"}}"#,
    #"{"formatVersion": 1, "product": {"name": "《轴承》"}, "enterprise": {"licence": ["（副本）"]}}"#,
    #"{"formatVersion": 1, "product": {"name": "“轴承”"}, "enterprise": {"licence": ["、", "Ａ"]}}"#,
  ])
  func `plain texts are read in one pass`(text: String) {
    let bytes = Array(text.utf8)
    #expect(FastReadingTests.plain(bytes) != nil)
    #expect(FastReadingTests.disagreement(on: bytes) == nil)
  }

  @Test(arguments: [
    "", "{}", "null", #"{"formatVersion": null}"#, #"{"formatVersion": 2}"#,
    #"{"formatVersion": 1,}"#, #"{"formatVersion": 1} {}"#, #"{"formatVersion": 1, "b": 1}"#,
    #"{"formatVersion": 1, "kind": "first", "kind": "first"}"#,
    #"{"formatVersion": 1, "applicationYear": 2023}"#,
    #"{"formatVersion": 1, "applicationYear": 2.025e3}"#,
    #"{"formatVersion": 1, "product": {"name": "\u0041"}}"#,
    #"{"formatVersion": 1, "product": {"name": " "}}"#,
    #"{"formatVersion": 1, "product": {"name": "　"}}"#,
    "{\"formatVersion\": 1, \"product\": {\"name\": \"\u{200B}\"}}",
    #"{"formatVersion": 1, "figures": {"years": [{"profit": 1}]}}"#,
    #"{"formatVersion": 1, "figures": {"years": [{"profit": 1}], "unit": "元"}}"#,
    #"{"formatVersion": 1, "market": {"province": {"rank": 01}}}"#,
    #"{"formatVersion": 1, "market": {"province": {"rank": 1234567890123456789}}}"#,
    #"{"formatVersion": 1, "filingDate": "2025-02-29"}"#, #"{"formatVersion": 1, "product": {}"#,
  ])
  func `other texts are left to the careful reader`(text: String) {
    #expect(FastReadingTests.plain(Array(text.utf8)) == nil)
  }

  @Test func `a part of a buffer is read as if nothing were beside it`() {
    let text = #"{"formatVersion": 1, "kind": "first"}"#
    for (before, after) in [("", "}"), ("{", ""), ("\n", "\n{\"formatVersion\": 1}"), ("1", "1")] {
      let bytes = Array((before + text + after).utf8)
      let range = before.utf8.count..<before.utf8.count + text.utf8.count
      let read = bytes.withUnsafeBufferPointer { FastReadingTests.plain(range, in: $0) }
      #expect(read?.kind == .first)
    }
  }
}
