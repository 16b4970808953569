// Programs read both JSON forms; they must be JSON, agree with one another and lose nothing.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import Testing

@testable import Batch
@testable import BatchReports
@testable import HostSystem
@testable import Judging
@testable import Programmes

struct FormatsJSONTests {
  private func object(_ bytes: some Collection<UInt8>) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func lines(_ bytes: [UInt8]) throws -> [[String: Any]] {
    // Readers of lines differ in what ends one; none of them may find another end.
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    #expect(text.split(whereSeparator: \.isNewline).count == lines.count)
    return try lines.map(object)
  }

  /// The members that only the whole report has.
  private let additions: Set = [
    "number", "contested", "sentence", "failureSentence", "verdictSentence", "bureauName",
    "mend", "toDo", "gapWritten", "factsToVerify", "title",
  ]

  /// A value without the members that only the whole report has; the number of a contradiction's
  /// applications is in both.
  private func stripped(_ value: Any, isRow: Bool) -> Any {
    switch value {
    case let object as [String: Any]:
      let kept = object.filter { key, _ in
        // Values of reasons have these names too.
        let isAddition =
          (key == "name" && object["contradiction"] != nil)
          || (key == "bureau" && object["creditCode"] != nil)
        return !isAddition && (!additions.contains(key) || (!isRow && key == "number"))
      }
      return kept.mapValues { stripped($0, isRow: isRow) }
    case let list as [Any]: return list.map { stripped($0, isRow: isRow) }
    default: return value
    }
  }

  @Test(arguments: Language.allCases)
  func `the stream says what the whole says`(language: Language) throws {
    let whole = try object(IntakeBatch.output(ScreeningJSON(language: language).format))
    let stream = try lines(
      IntakeBatch.output(ScreeningNDJSON(.champion, language: language).format))
    let parts = try ["rows": "application", "contradictions": "contradiction"].map { name, kind in
      let expected = try #require(whole[name] as? [[String: Any]])
      let found = stream.filter { $0["kind"] as? String == kind }
      return (expected, found, name == "rows")
    }
    for (expected, found, isRow) in parts {
      #expect(found.count == expected.count && !found.isEmpty)
      for (one, other) in zip(expected, found) {
        // Terms are in the language of the report, in a stream always in English.
        if language == .zh, "\(one)".contains("term") || !isRow { continue }
        var other = other
        other["kind"] = nil
        #expect(stripped(one, isRow: isRow) as? NSObject == other as NSObject)
      }
    }
    var totals = try #require(stream.last)
    #expect(totals.removeValue(forKey: "kind") as? String == "totals")
    #expect(totals as NSObject == stripped(whole["totals"] as Any, isRow: true) as? NSObject)
    #expect(stream.map { $0["kind"] as? String } == kinds)
  }

  private let kinds =
    Array(repeating: "application", count: 11) + Array(repeating: "contradiction", count: 5)
    + ["totals"]

  @Test func `the stream has no language`() {
    let streams = Language.allCases.map {
      IntakeBatch.output(ScreeningNDJSON(.champion, language: $0).format)
    }
    #expect(streams[0] == streams[1])
  }

  @Test func `values are exact`() throws {
    let stream = try lines(IntakeBatch.output(ScreeningNDJSON(.champion, language: .zh).format))
    let unmet = try #require(stream[2]["unmet"] as? [[String: Any]])
    #expect(unmet.map { $0["criterion"] as? String } == ["average-revenue", "market-position"])
    #expect(
      unmet[0]["gap"] as? NSObject == ["kind": "money", "value": "40.00"] as NSObject)
    #expect(unmet[1]["gap"] as? NSObject == ["kind": "places", "value": 2] as NSObject)
    #expect(stream[8]["faultCount"] as? Int == 7)
    #expect((stream[8]["faults"] as? [Any])?.count == 3)
    #expect(stream[10]["failure"] as? String == "absent")
    #expect(stream[10]["verdict"] is NSNull)
    #expect(stream[9]["enterprise"] as? String == "'单引号开头\r\n换行")
  }

  /// The schemas in Fixtures/Schemas list some words of their own; `.ci/schemas.py` holds whole reports to them.
  @Test(arguments: ["screening", "screening-line"])
  func `the schemas know every word`(name: String) throws {
    let file = Fixture.root.appending(path: "Fixtures/Schemas/\(name).schema.json")
    let definitions = try #require(try object(Data(contentsOf: file))["$defs"] as? [String: Any])
    func words(_ path: [String]) -> Set<String> {
      let found = path.reduce(definitions as Any?) { ($0 as? [String: Any])?[$1] }
      return Set((found as? [Any] ?? []).compactMap { $0 as? String })
    }
    #expect(
      words(["kindOfContradiction", "enum"]) == Set(Contradiction.Kind.allCases.map(\.rawValue)))
    #expect(
      words(["passedOver", "properties", "reason", "enum"])
        == Set(PassedOver.Cause.allCases.map(\.rawValue)))
    let criterion = ["totals", "properties", "criteria", "items", "properties"]
    #expect(
      words(criterion + ["outcomes", "required"]) == Set(Outcome.allCases.map(\.rawValue)))
  }

  @Test func `a stream limited to a verdict says of how many`() throws {
    let stream = try lines(
      IntakeBatch.output(ScreeningNDJSON(.champion, language: .en).format, only: .ineligible))
    #expect(stream.filter { $0["kind"] as? String == "application" }.count == 3)
    let totals = try #require(stream.last)
    #expect(totals["shown"] as? Int == 3)
    #expect(totals["applications"] as? Int == 11)
    #expect(totals["only"] as? String == "ineligible")
  }

  @Test func `an interrupted run says so`() throws {
    var screening = Screening()
    screening.wasInterrupted = true
    for format in [
      ScreeningJSON(language: .en).format, ScreeningNDJSON(.champion, language: .en).format,
    ] {
      let report = try object(format.end(screening))
      let totals = report["totals"] as? [String: Any] ?? report
      #expect(totals["wasInterrupted"] as? Bool == true)
      #expect(totals["exitStatus"] as? Int == 130)
    }
  }

  @Test func `hostile texts come back`() throws {
    var texts = HostileTexts(seed: 2)
    for _ in 0..<15 {
      let screening = texts.screening(rows: 12)
      let format = ScreeningNDJSON(.champion, language: .zh)
      var bytes: [UInt8] = []
      for entry in screening.rows { format.write(entry.row, to: &bytes) }
      let stream = try lines(bytes + format.format.end(screening))
      #expect(stream.count == 12 + 12 + 1)
      let whole = try object(ScreeningJSON(language: .en).end(screening))
      let rows = try #require(whole["rows"] as? [[String: Any]])
      for (entry, (line, row)) in zip(screening.rows, zip(stream, rows)) {
        for found in [line, row] {
          for (name, text) in [
            ("source", entry.row.place.source), ("enterprise", entry.row.enterprise),
            ("creditCode", entry.row.creditCode?.text), ("product", entry.row.product),
          ] {
            let found = (found[name] as? String)?.unicodeScalars
            #expect(found.map(Array.init) == text?.unicodeScalars.map { $0 })
          }
        }
      }
    }
  }

  /// Nothing that a terminal obeys, and nothing that ends a line for some reader, stands bare.
  @Test func `invisible characters are escaped`() {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF...0xFEFF,
    ]
    let odd = String.UnicodeScalarView(ranges.joined().compactMap(Unicode.Scalar.init))
    let text = String(odd) + "“é，\u{2027}\u{2030}\"\\/"
    var row = Row(unreadable: .absent, at: ApplicationLocation(source: text, line: nil))
    row.enterprise = text
    var screening = Screening()
    screening.rows = [(0, row)]
    var line: [UInt8] = []
    ScreeningNDJSON(.champion, language: .en).write(row, to: &line)
    for bytes in [line, ScreeningJSON(language: .en).end(screening)] {
      let shown = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
        !(0x20..<0x7F).contains($0.value) && $0 != "\n"
      }
      #expect(Set(shown.map(\.value)) == [0x201C, 0xE9, 0xFF0C, 0x2027, 0x2030])
    }
    #expect(String(decoding: line, as: UTF8.self).contains(#"\"\\/"#))
  }
}
