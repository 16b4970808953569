// A stranger's file may be of any length; what is read and said of it has a greatest one.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import LocatedJSON
import Testing

@testable import Batch
@testable import BatchReports
@testable import Judging
@testable import Programmes
@testable import Reports

struct LengthTests {
  /// A list of the format.
  struct List: CustomStringConvertible {
    /// The members that lead to it; a list on the way has one item.
    let path: [String]
    /// How many items it may have.
    let most: Int
    /// Whether its items are objects.
    let hasObjects: Bool

    /// The pointer of the list in a file that holds nothing else.
    var description: String { path.map { "/" + ($0 == "*" ? "0" : $0) }.joined() }

    /// An application with so many items in it.
    func text(_ count: Int) -> String {
      let items = Array(repeating: hasObjects ? "{}" : "\"a\"", count: count)
      return text("[" + items.joined(separator: ",") + "]")
    }

    /// An application with a value in its place.
    func text(_ list: String) -> String {
      var value = list
      for key in path.reversed() { value = key == "*" ? "[\(value)]" : "{\"\(key)\":\(value)}" }
      return "{\"formatVersion\":1," + value.dropFirst()
    }
  }

  /// All lists of the format, derived from it.
  static let lists: [List] = {
    var lists: [List] = []
    func walk(_ type: ValueType, _ path: [String]) {
      switch type {
      case .object(let fields): for field in fields { walk(field.type, path + [field.key]) }
      case .list(let item, let most):
        let hasObjects = if case .object = item { true } else { false }
        lists.append(List(path: path, most: most, hasObjects: hasObjects))
        walk(item, path + ["*"])
      default: break
      }
    }
    walk(ChampionFormat.schema, [])
    return lists
  }()

  /// The facts that the fast way reads, if it reads any.
  private static func plain(_ text: String) -> Application? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var application = Application()
      return ChampionFormat.table.readPlain(0..<buffer.count, in: buffer, into: &application)
        ? application : nil
    }
  }

  @Test(arguments: lists)
  func `a list is read up to its greatest length`(list: List) throws {
    #expect((100...1000).contains(list.most))
    let full = try Judged(list.text(list.most))
    #expect(full.ids == [])
    #expect(LengthTests.plain(list.text(list.most)) == full.application)
    let long = try Judged(list.text(list.most + 1))
    let fault = try long.fault
    #expect(fault.reason.message == .tooManyItems)
    #expect(fault.pointer == list.description)
    #expect(fault["found"] == String(list.most + 1) && fault["limit"] == String(list.most))
    #expect(LengthTests.plain(list.text(list.most + 1)) == nil)
    // Nothing is known of it, as of a list that is not there.
    #expect(try long.application == Judged(list.text("null")).application)
  }

  @Test func `there are lists of every kind`() {
    #expect(LengthTests.lists.count > 25)
    #expect(LengthTests.lists.contains { $0.description == "/figures/years" && $0.most == 100 })
    #expect(LengthTests.lists.contains { $0.description == "/figures/years/0/auditReport" })
  }

  // MARK: Faults

  /// An application with so many members that nobody knows.
  private static func unknown(_ count: Int, before rest: String = "\"kind\": \"first\"") -> String {
    "{" + (0..<count).map { "\"member \($0)\": 1,\n" }.joined() + rest + "}"
  }

  @Test(arguments: [99, 100, 101, 250])
  func `the first hundred faults are listed and the others counted`(count: Int) throws {
    let judged = try Judged(LengthTests.unknown(count))
    #expect(judged.filing.faultCount == count)
    #expect(judged.ids.prefix(100).allSatisfy { $0 == "unknown-key" })
    #expect(judged.ids.dropFirst(100) == (count > 100 ? ["more-faults"] : []))
    if count > 100 {
      let last = try #require(judged.faults.last)
      #expect(last["count"] == String(count - 100))
      let range = try #require(last.range)
      #expect(SourceMap(judged.text).position(of: range) == TextPosition(line: 101, column: 1))
    }
  }

  @Test func `faults of the syntax are among the hundred`() throws {
    // 60 commas too many, 60 unknown members.
    let text = "{" + (0..<60).map { "\"member \($0)\": 1,,\n" }.joined() + "\"kind\": \"first\"}"
    let judged = try Judged(text)
    #expect(judged.filing.faultCount == 120)
    #expect(judged.faults.count == 101)
    #expect(judged.faults.last?["count"] == "20")
    // Where the syntax alone is given up, that is said last as before.
    let given = try Judged("{\"x\": 1, \"y\": [1" + String(repeating: ",", count: 300) + "1]}")
    #expect(given.ids.last == "too-many-faults")
    #expect(given.ids.dropLast().last == "more-faults")
    #expect(given.filing.faultCount == 100 + 2 + 1)
  }

  /// That a version is unknown counts wherever it is said.
  @Test func `a version behind many faults is still another version`() throws {
    let rest = "\"market\": {\"province\": {\"rank\": 2}}, \"formatVersion\": 2"
    let judged = try Judged(LengthTests.unknown(200, before: rest))
    #expect(judged.application == Application())
  }

  @Test func `every report counts all faults`() throws {
    let report = try Judged(LengthTests.unknown(250)).report
    let text = TextReport(language: .en, width: 80, coloring: .plain).text(report)
    #expect(text.contains("correct the 250 faults of the file"))
    #expect(text.contains("further faults from here on, not listed: 150"))
    let json = String(
      decoding: JSONReport(language: .zh).bytes([report], usual: .champion), as: UTF8.self)
    #expect(json.contains("自此处起另有 150 处错误未列出"))
    let row = Row(report, at: ApplicationLocation(source: "f.json", line: nil))
    #expect(row.faultCount == 250)
    var line: [UInt8] = []
    ScreeningNDJSON(.champion, language: .en).write(row, to: &line)
    #expect(String(decoding: line, as: UTF8.self).contains("\"faultCount\":250"))
    let remarks = Inspector([.champion], .conditionsOnly, .en)
      .inspection(of: report, at: ApplicationLocation(source: "f.json", line: nil)).cases[0]
      .diagnostics
    #expect(remarks.count == 101)
    #expect(remarks.last?.message.contains("not listed: 150") == true)
  }

  @Test func `a long key is not repeated in pointers`() throws {
    let key = String(repeating: "k", count: 5000)
    let judged = try Judged("{\"kind\": \"first\", \"\(key)\": 1}")
    #expect(try judged.fault.pointer == "/" + String(repeating: "k", count: 200) + "…")
  }

  // MARK: What is missing

  @Test func `of what is missing the first hundred are listed`() throws {
    let events = Array(repeating: "{}", count: 500).joined(separator: ",")
    let report = try Judged("{\"incidents\": [\(events)]}").report
    let finding = try #require(report["clean-record"])
    let left = finding.missing.count - 100
    #expect(left > 1500)
    for language in Language.allCases {
      let mend = try #require(finding.mend(in: language, .champion))
      #expect(mend.hasSuffix(Listing.more(left)[language]))
      let text = TextReport(language: language, width: 80, coloring: .plain).text(report)
      #expect(text.contains(Listing.more(report.missing.count - 100)[language]))
      #expect(text.utf8.count < 50_000)
    }
    let json = JSONReport(language: .en).bytes([report], usual: .champion)
    #expect(String(decoding: json, as: UTF8.self).contains("\"missingNotListed\": \(left)"))
    #expect(json.count < 200_000)
    let row = Row(report, at: ApplicationLocation(source: "f.json", line: nil))
    var line: [UInt8] = []
    ScreeningNDJSON(.champion, language: .en).write(row, to: &line)
    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    let open = try #require(object?["undetermined"] as? [[String: Any]])
    let record = try #require(open.first { $0["criterion"] as? String == "clean-record" })
    #expect((record["missing"] as? [String])?.count == 100)
    #expect(record["missingNotListed"] as? Int == left)
  }

  @Test func `of notices the first hundred are listed`() throws {
    let event = "{\"date\": \"2026-01-01\"}"
    let events = Array(repeating: event, count: 150).joined(separator: ",")
    let report = try Judged("{\"filingDate\": \"2025-09-10\", \"incidents\": [\(events)]}").report
    let more = report.notices.count - 100
    #expect(more > 0)
    let text = TextReport(language: .en, width: 80, coloring: .plain).text(report)
    #expect(text.contains("and \(more) more"))
    let json = String(
      decoding: JSONReport(language: .en).bytes([report], usual: .champion), as: UTF8.self)
    #expect(json.contains("\"noticesNotListed\": \(more)"))
  }
}
