// Whatever stands for a member, both ways of judging end, and they say the same.

import ChampionRules
import CommonFacts
import Eligibility
import Foundation
import Testing

@testable import Batch
@testable import Judging
@testable import Reports

/// Values at the ends of what can be written, as JSON; each is tried for every member of the format.
enum ExtremeValues {
  static let all: [String] = words + numbers + dates + texts + containers + unreadable

  private static let words = ["null", "true", "false"]

  private static let numbers = [
    "0", "-0", "1", "-1", "0.5", "1.000", "1E+2", "1900", "2999", "9999", "1000000000",
    "1000000001",
    "999999999999999999", "9223372036854775808", "0.000000000000000001", "1e400", "-1e400",
    "1e-400",
    "0e999999999999", "1e999999999999999999999", String(repeating: "9", count: 2_000),
  ]

  private static let dates = [
    "9999-12-31", "9999-12", "9999", "0001-01-01", "0001", "0000-01-01", "1899-12-31", "1900-01-01",
    "2024-02-29", "2025-02-29", "2024-07-22", "2025-09-10T00:00:00Z", "２０２５-０９-０１",
  ].map { "\"\($0)\"" }

  private static let texts =
    [
      "", " ", "\u{3000}", "\u{2800}", "\u{200B}\u{FEFF}", "\u{202E}gnp.exe", "1", "1e400",
      "2.15亿元", "９１２２０１０１ＭＡ０ＹＢ１Ｘ７８Ｅ", "=1+1", "::error::x", "<script>", "{filing}",
      "\u{10FFFF}\u{FFFE}", String(repeating: "长", count: 2_000),
      String(repeating: "7", count: 2_000),
    ].map { "\"\($0)\"" } + [
      #""\u0000""#, #""\u001b[2J""#, #""a\r\n::error::b""#, #""\ud83d\ude00""#, #""\ud800""#,
      #""\"\\\/""#,
    ]

  private static let containers = [
    "[]", "{}", "[[]]", "[{}]", "[null]", "[1]", #"[{"a":1},[{}],null,-0]"#, #"{"":1}"#,
    #"{"a":1,"a":2}"#, "[" + Array(repeating: "{}", count: 12).joined(separator: ",") + "]",
    String(repeating: #"[{"a":"#, count: 40) + "1" + String(repeating: "}]", count: 40),
  ]

  private static let unreadable = ["NaN", "+1", "007", "-", "\"a", "“a”", "[1,,2]"]

  /// The same and the values that belong to a kind.
  static func all(for type: ValueType) -> [String] {
    guard case .choice(let words) = type else { return all }
    return all + words.flatMap { ["\"\($0.word)\"", "\"\($0.word.uppercased())\""] }
  }
}

struct ExtremeValueTests {
  /// An eligible application with an item in each list, so that each member has a neighbour.
  static let base: Tree = {
    var draw = ApplicationDraw(seed: 11)
    var tree = Tree.good
    for list in ApplicationDraw.lists {
      if case .list(let items)? = tree[list], !items.isEmpty { continue }
      // Chance finds an item that leaves the application eligible; few of them do not.
      for _ in 0..<200 {
        guard let items = try? draw.items(at: list, 1) else { break }
        let fuller = tree.setting(list, to: .list(items))
        if (try? Judged(fuller.written()))?.report.status == .eligible {
          tree = fuller
          break
        }
      }
    }
    return tree
  }()

  @Test func `the base is eligible and has an item in each list`() throws {
    #expect(try Judged(Self.base.written()).report.status == .eligible)
    let empty = ApplicationDraw.lists.filter { Self.base[$0 + [.item(0)]] == nil }
    #expect(empty.map { Tree.pointer($0) } == [])
    #expect(Set(ExtremeValues.all).count == ExtremeValues.all.count)
    #expect(ExtremeValues.all.count >= 70)
  }

  /// The same with no item in any list, as far as it stays eligible: what is short is judged sooner.
  private static let shortBase = ApplicationDraw.lists.reduce(base) { tree, list in
    let shorter = tree.setting(list, to: .list([]))
    return (try? Judged(shorter.written()))?.report.status == .eligible ? shorter : tree
  }

  /// An eligible application with the lists in which a member stands.
  private static func base(for member: FormatMember) -> Tree {
    ApplicationDraw.lists.filter { member.way.starts(with: $0) }
      .reduce(shortBase) { $0.setting($1, to: base[$1]) }
  }

  /// The time limit, which counts the time of all tests beside it, names a member at which a run does
  /// not end; only who waits for the tests can end it.
  @Test(.timeLimit(.minutes(60)), arguments: FormatMember.all)
  func `check and screen end and agree`(member: FormatMember) throws {
    let values = ExtremeValues.all(for: member.type)
    let base = Self.base(for: member)
    let texts = values.map { base.setting(member.way, to: .scalar($0)).written() }
    let names = texts.indices.map { "\($0).json" }
    var files = Dictionary(uniqueKeysWithValues: zip(names, texts))
    files["all.ndjson"] = texts.joined(separator: "\n")

    let check = run(["check", "--format", "junit", "--lang", "en"] + names, files)
    let checked = Self.judgements(inJUnit: check.output)
    // Files and lines are read in ways of their own.
    let screened = names.count.isMultiple(of: 2) ? names : ["all.ndjson"]
    let screen = run(["screen", "--format", "ndjson"] + screened, files)
    let (rows, totals) = try Self.judgements(inNDJSON: screen.output)

    try #require(checked.count == values.count && rows.count == values.count)
    for (value, (fromCheck, fromScreen)) in zip(values, zip(checked, rows)) {
      #expect(fromCheck.essence == fromScreen, "\(value.prefix(60))")
    }
    #expect(check.status == screen.status)
    #expect(check.status == checked.map(\.essence.status).max())
    for criterion in Rulebook.champion.criteria {
      let outcomes = checked.compactMap { $0.outcomes[criterion.id]?.rawValue }
      let counts = Dictionary(outcomes.map { ($0, 1) }, uniquingKeysWith: +)
      #expect(totals[criterion.id]?.filter { $0.value > 0 } == counts, "\(criterion.id)")
    }
  }

  private func run(
    _ arguments: [String], _ files: [String: String]
  ) -> (status: Judging.ExitStatus, output: String) {
    let world = BatchWorld(files)
    let status = world.run(arguments, pieceSize: 1 << 20)
    #expect(world.error.isEmpty)
    return (status, world.output)
  }

  /// What both ways of judging say about an application.
  private struct Essence: Equatable {
    var verdict: Verdict
    var status: Judging.ExitStatus
    /// The identifiers of criteria by how they came out.
    var unmetConditions: Set<String>
    var openConditions: Set<String>
    var unmetIndicators: Set<String>
    var openJudgements: Set<String>
    var hasPriority: Bool
  }

  /// What the command for single files says.
  private struct Checked {
    var outcomes: [String: Outcome] = [:]
    var hasFaults = false

    private func criteria(_ role: Role, _ outcome: Outcome) -> Set<String> {
      Set(
        Rulebook.champion.criteria.filter { $0.role == role && outcomes[$0.id] == outcome }
          .map(\.id))
    }

    var essence: Essence {
      let (unmet, open) = (criteria(.condition, .unmet), criteria(.condition, .undetermined))
      let verdict: Verdict =
        !unmet.isEmpty ? .ineligible : !open.isEmpty || hasFaults ? .undetermined : .eligible
      return Essence(
        verdict: verdict, status: hasFaults ? .malformed : Judging.ExitStatus(verdict),
        unmetConditions: unmet, openConditions: open,
        unmetIndicators: criteria(.indicator, .unmet),
        openJudgements: criteria(.judgement, .undetermined),
        hasPriority: !criteria(.preference, .met).isEmpty)
    }
  }

  /// Reads what `check` has written; no text of an applicant can begin a line with a tag.
  private static func judgements(inJUnit report: String) -> [Checked] {
    var judgements: [Checked] = []
    var id = ""
    func set(_ outcome: Outcome?) {
      guard !judgements.isEmpty else { return }
      if id == "faults" { judgements[judgements.count - 1].hasFaults = outcome != .met }
      judgements[judgements.count - 1].outcomes[id] = outcome
    }
    for line in report.utf8.split(separator: UInt8(ascii: "\n")) {
      let inner = line.drop { $0 == UInt8(ascii: " ") }
      guard inner.first == UInt8(ascii: "<") else { continue }
      let tag = Substring(inner)
      if tag.hasPrefix("<testsuite ") {
        judgements.append(Checked())
      } else if tag.hasPrefix("<testcase "), let name = attribute("name", of: tag) {
        id = name
        set(.met)
      } else if tag.hasPrefix("<failure ") {
        set(.unmet)
      } else if tag.hasPrefix("<error ") {
        set(.undetermined)
      } else if tag.hasPrefix("<skipped "), let message = attribute("message", of: tag) {
        // What is not decisive begins with its outcome.
        set(Outcome.allCases.first { message.hasPrefix($0.name.en + ":") })
      }
    }
    return judgements
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return String(tag[start...].prefix { $0 != "\"" })
  }

  private struct Row: Decodable {
    struct Open: Decodable { var criterion: String }
    var verdict: String
    var exitStatus: Int32
    var unmet, undetermined: [Open]
    var indicatorsUnmet, judgementsWithoutMaterial: [String]
    var hasPriority: Bool
  }

  private struct Line: Decodable {
    struct Criterion: Decodable {
      var criterion: String
      var outcomes: [String: Int]
    }
    var kind: String
    var criteria: [Criterion]?
  }

  /// Reads what `screen` has written: its rows, and for each criterion how often each outcome occurred.
  private static func judgements(
    inNDJSON report: String
  ) throws -> (rows: [Essence], totals: [String: [String: Int]]) {
    var rows: [Essence] = []
    var totals: [String: [String: Int]] = [:]
    let decoder = JSONDecoder()
    for text in report.split(separator: "\n") {
      let data = Data(text.utf8)
      let line = try decoder.decode(Line.self, from: data)
      for criterion in line.criteria ?? [] { totals[criterion.criterion] = criterion.outcomes }
      guard line.kind == "application" else { continue }
      let row = try decoder.decode(Row.self, from: data)
      let status = Judging.ExitStatus(rawValue: row.exitStatus)
      rows.append(
        Essence(
          verdict: try #require(Verdict(rawValue: row.verdict)),
          status: try #require(status),
          unmetConditions: Set(row.unmet.map(\.criterion)),
          openConditions: Set(row.undetermined.map(\.criterion)),
          unmetIndicators: Set(row.indicatorsUnmet),
          openJudgements: Set(row.judgementsWithoutMaterial), hasPriority: row.hasPriority))
    }
    return (rows, totals)
  }
}
