// What a file is at large: its version, its root, and files that are no applications at all.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Reports

struct RootTests {
  private func withVersion(_ member: String) throws -> Judged {
    try Judged(GoodFile.replacing("\"formatVersion\": 1,", with: member))
  }

  @Test(arguments: ["1", "1.0", "1e0"])
  func `version one is read`(version: String) throws {
    let judged = try withVersion("\"formatVersion\": \(version),")
    #expect(judged.ids.isEmpty)
    #expect(judged.notices.isEmpty)
    #expect(judged.report.status == .eligible)
  }

  /// Nobody knows what the members of another version mean, so no verdict rests on them.
  @Test(arguments: ["2", "0", "1000000000"])
  func `another version says nothing`(version: String) throws {
    let judged = try Judged(
      GoodFile.replacing("\"formatVersion\": 1,", with: "\"formatVersion\": \(version),")
        .replacing("\"isLegalPerson\": true", with: "\"isLegalPerson\": false"))
    try judged.expectOnly("unsupported-version", at: "/formatVersion", #_sourceLocation)
    #expect(judged.application == Application())
    #expect(judged.report.verdict == .undetermined)
  }

  @Test(arguments: [
    ("\"1\"", "number-as-text"), ("1.5", "out-of-range"), ("-1", "out-of-range"),
    ("true", "wrong-type"), ("[1]", "wrong-type"),
  ])
  func `a faulty version is said`(version: String, id: String) throws {
    try withVersion("\"formatVersion\": \(version),")
      .expectOnly(id, at: "/formatVersion", #_sourceLocation)
  }

  @Test(arguments: ["", "\"formatVersion\": null,"])
  func `a missing version is pointed out`(member: String) throws {
    let judged = try withVersion(member)
    #expect(judged.ids.isEmpty)
    #expect(judged.notices == ["version-missing"])
    #expect(judged.report.status == .eligible)
  }

  @Test func `two versions are none`() throws {
    let judged = try withVersion("\"formatVersion\": 1, \"formatVersion\": 2,")
    #expect(judged.ids == ["duplicate-key", "unsupported-version"])
    #expect(judged.report.verdict == .undetermined)
  }

  @Test(arguments: [
    ("[]", "a list [ ]"), ("[{}]", "a list [ ]"), ("\"申报\"", "a text"), ("12", "a number"),
    ("true", "true"), ("null", "null"),
  ])
  func `another root is of the wrong type`(text: String, found: String) throws {
    let judged = try Judged(text)
    try judged.expectOnly("wrong-type", at: "", #_sourceLocation)
    #expect(try judged.fault["found"] == found)
    #expect(try judged.place == TextPosition(line: 1, column: 1))
    #expect(judged.application == Application())
  }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\r\n\t "])
  func `an empty file is malformed`(text: String) throws {
    let judged = try Judged(text)
    try judged.expectOnly("empty-text", at: nil, #_sourceLocation)
    #expect(judged.report.verdict == .undetermined)
  }

  /// Nothing is known, so every condition is open and every absent fact is named.
  @Test func `an empty object is open in every condition`() throws {
    let judged = try Judged("{}")
    #expect(judged.ids.isEmpty)
    #expect(judged.report.status == .undetermined)
    for (criterion, finding) in judged.report.findings(.condition) {
      #expect(finding.outcome == .undetermined, "\(criterion.id)")
      #expect(!finding.missing.isEmpty, "\(criterion.id)")
    }
  }

  @Test func `ten faults are ten faults`() throws {
    let text = """
      {
        "formatVersion": 2,
        "applicationYear": 2023,
        "filingDate": "2025-02-29",
        "kind": "frist",
        "bureu": "changchun",
        "enterprise": {
          "creditCode": "91350100M000100Y4Z", "isLegalPerson": "是", "domicile": 220106
        },
        "figures": {
          "unit": "万元",
          "years": [{"year": 2024, "profit": "2亿"}]
        },
        "market": {"province": {"rank": 0}}
      }
      """
    let judged = try Judged(text)
    #expect(
      judged.ids == [
        "unsupported-version", "round-before-in-force", "bad-date", "misspelt-choice",
        "misspelt-key", "credit-code-check", "answer-in-words", "code-as-number", "number-as-text",
        "out-of-range",
      ])
    let places = SourceMap(judged.text)
    #expect(
      judged.faults.map { $0.range.map(places.position(of:)) } == [
        TextPosition(line: 2, column: 20), TextPosition(line: 3, column: 22),
        TextPosition(line: 4, column: 17),
        TextPosition(line: 5, column: 11), TextPosition(line: 6, column: 3),
        TextPosition(line: 8, column: 19),
        TextPosition(line: 8, column: 58), TextPosition(line: 8, column: 75),
        TextPosition(line: 12, column: 40), TextPosition(line: 14, column: 35),
      ])
    for fault in judged.faults {
      for language in Language.allCases { #expect(fault.reason.mend(in: language) != nil) }
    }
  }
}
