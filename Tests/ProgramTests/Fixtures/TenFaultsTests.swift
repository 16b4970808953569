// One file with ten slips of ten kinds: all must show in one run, each where an editor finds it.

import Foundation
import Testing

@testable import Judging

struct TenFaultsTests {
  /// The faults as they were put into the file, by hand.
  static let faults: [(id: String, line: Int, column: Int)] = [
    ("wrong-type", 3, 22),  // "2025年" for the year
    ("misspelt-choice", 6, 13),  // changchung
    ("credit-code-check", 9, 19),  // D where 7 belongs
    ("bare-word", 12, 22),  // 是
    ("code-as-number", 15, 21),  // 3451 without quotation marks
    ("bad-date", 32, 19),  // 30 February
    ("number-as-text", 55, 32),  // "2亿"
    ("misspelt-key", 67, 9),  // operatingRevnue
    ("wrong-punctuation", 91, 22),  // a Chinese colon
    ("out-of-range", 108, 29),  // -3 patents
  ]

  @Test func `all ten show in the order of the file`() throws {
    let report = try #require(Fixture.named("ten-faults")?.report)
    let places = SourceMap(report.text)
    let found = try report.faults.map { fault in
      let position = places.position(of: try #require(fault.range))
      return "\(fault.reason.message.id) \(position.line):\(position.column)"
    }
    #expect(found == TenFaultsTests.faults.map { "\($0.id) \($0.line):\($0.column)" })
    #expect(Set(TenFaultsTests.faults.map(\.id)).count == 10)
    #expect(Set(TenFaultsTests.faults.map(\.line)).count == 10)
  }

  /// The places are counted in characters, as here with Foundation instead of the program's index.
  @Test(arguments: [
    (3, 22, "[2025]"), (6, 13, #""changchung""#), (9, 19, #""91310115MA1H8R7C6D""#),
    (12, 22, "是"), (15, 21, "3451"), (32, 19, #""2012-02-30""#), (55, 32, #""2亿""#),
    (67, 9, #""operatingRevnue""#), (91, 22, "："), (108, 29, "-3"),
  ])
  func `the place holds the slip`(line: Int, column: Int, slip: String) throws {
    let fixture = try #require(Fixture.named("ten-faults"))
    let lines = String(decoding: fixture.bytes, as: UTF8.self).components(separatedBy: "\n")
    #expect(lines[line - 1].dropFirst(column - 1).hasPrefix(slip))
  }

  @Test(arguments: ["zh", "en"])
  func `the report links to each`(language: String) throws {
    let fixture = try #require(Fixture.named("ten-faults"))
    let (status, output, _) = Fixture.run(["check", "--lang", language, fixture.path])
    #expect(status == .malformed)
    for fault in TenFaultsTests.faults {
      #expect(output.contains("\(fixture.path):\(fault.line):\(fault.column)"), "\(fault)")
    }
  }
}
