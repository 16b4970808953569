// What a syntax fault may have changed must not decide anything: half a number is not that number.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging

struct DamageTests {
  private func revenue(_ judged: Judged) -> Money? {
    judged.application.figures.years?.last?.mainBusinessRevenue
  }

  /// Ways to spoil 26150, each of which leaves a number that is not the one meant.
  @Test(arguments: [
    "2 6150", "26 150", "2\u{A0}6150", "2，6150", "2,6150", "2、6150", "2'6150", "2//6150\n",
    "2/*6150*/",
    "2\"6150", "2\"\"6150", "2[]6150", "2[6150]", "2{6150}", "2:6150", "2：6150", "2;6150",
    "2,,6150",
    "2#6150", "2万6150", "26150万", "２6150", "2\u{FEFF}6150", "2 or 26150", "26150 27000", "2]6150",
    "2}6150", "2\\6150", "2\u{0}6150", "0 26150", ": 26150", "-", "26150.", "026150", "+26150",
    "0x26150",
    "2615O", ".26150", "1e", "26150%", "'26150'", "“26150”", "26150\"", "Infinity", "NaN", "26_150",
    "2,615,00", "2615]",
  ])
  func `a spoilt number is unknown`(value: String) throws {
    let judged = try Judged(GoodFile.withRevenue(value))
    #expect(!judged.filing.document.faults.isEmpty || judged.ids.contains("wrong-type"))
    #expect(revenue(judged) == nil || judged.application.figures.years?.count != 3)
    #expect(judged.report["average-revenue"]?.outcome == .undetermined)
    #expect(judged.report.verdict == .undetermined)
    #expect(judged.report.status == .malformed)
  }

  /// Slips of punctuation around a whole value are faults that cost no fact.
  @Test(arguments: [
    ("\"rank\": 3,", "\"rank\"： 3,"), ("\"rank\": 3,", "\"rank\" 3,"),
    ("\"rank\": 3,", "\"rank\": 3，"),
    ("\"rank\": 3,\n", "\"rank\": 3\n"), ("\"rank\": 3,\n", "\"rank\": 3，\n"),
    ("\"rank\": 3,\n", "\"rank\": 3 ;\n"), ("\"share\": 12.4\n", "\"share\": 12.4,\n"),
    ("\"rank\": 3,\n", "\"rank\": 3, // 第三\n"), ("\"rank\": 3,", "“rank”: 3,"),
    ("\"rank\": 3,", "'rank': 3,"), ("\"rank\": 3,", "rank: 3,"),
  ])
  func `a slip of punctuation costs no fact`(passage: String, other: String) throws {
    let text = try GoodFile.replacing("\"nation\": {\n", with: "\"nation\": {\n@")
    let parts = text.split(separator: "@")
    let (head, tail) = (try #require(parts.first), try #require(parts.last))
    let place = try #require(tail.firstRange(of: passage))
    let judged = try Judged(
      head + tail[..<place.lowerBound] + other + tail[place.upperBound...])
    #expect(judged.ids.count == 1, "\(judged.ids)")
    #expect(judged.report.status == .malformed)
    #expect(judged.report.verdict == .undetermined)
    // A comment after a number may hide the rest of it.
    let isComment = other.contains("//")
    #expect(judged.application.market.nation.rank == (isComment ? nil : 3))
    #expect(judged.application.market.nation.share == Decimal(124, scale: 1))
  }

  /// However far a file got through: a number at its end may have had more digits, and a list more
  /// items.
  @Test func `a file cut off anywhere decides nothing against the applicant`() throws {
    let bytes = Array(GoodFile.text.utf8)
    let digits = Set("0123456789".utf8)
    // Behind every digit, where a number would be another one, and at every seventh place.
    for count in bytes.indices
    where count > 0 && (digits.contains(bytes[count - 1]) || count % 7 == 0) {
      let judged = try Judged(Array(bytes[..<count]))
      #expect(judged.report.status == .malformed)
      #expect(judged.report.verdict == .undetermined, "cut off after \(count) bytes")
      for (criterion, finding) in judged.report.findings(.indicator) {
        #expect(finding.outcome != .unmet, "\(criterion.id), cut off after \(count) bytes")
      }
    }
  }

  @Test(arguments: [
    "[", "[,", "[ // 无\n]", "[/* 一起 */]", "[#]", "[}", "[:]", "[,]", "[] {}", "[]]", "[", "[] 1",
    "[]{\"kind\": 1}",
  ])
  func `a list with something in it that was not read is unknown`(list: String) throws {
    let judged = try Judged(
      GoodFile.replacing("\"incidents\": []", with: "\"incidents\": \(list)"))
    #expect(!judged.filing.document.faults.isEmpty)
    #expect(judged.application.incidents != [])
    #expect(judged.report["clean-record"]?.outcome != .met)
    #expect(judged.report.status == .malformed)
  }

  @Test(arguments: ["[{} {}]", "[{},{},]", "[{}，{}]"])
  func `a slip of a comma hides no item`(list: String) throws {
    let judged = try Judged(
      GoodFile.replacing("\"incidents\": []", with: "\"incidents\": \(list)"))
    #expect(judged.ids.count == 1)
    #expect(judged.application.incidents == [Incident(), Incident()])
  }

  /// Where reading was given up, what follows is not read and what was open is not known.
  @Test func `what is behind the end of reading is unknown`() throws {
    let deep = "{\"kind\": \"taxEvasion\", \"x\": " + String(repeating: "[", count: 200) + "}, {}"
    let judged = try Judged("{\"revocations\": [], \"incidents\": [\(deep)], \"kind\": \"first\"}")
    #expect(judged.ids.contains("nesting-too-deep"))
    #expect(judged.application.revocations == [])
    #expect(judged.application.incidents == nil)
    #expect(judged.application.kind == nil)
    let many = "[{}" + String(repeating: ",,", count: 300) + "{\"kind\": \"taxEvasion\"}"
    let other = try Judged("{\"revocations\": [], \"incidents\": \(many)], \"kind\": \"first\"}")
    #expect(other.ids.last == "too-many-faults")
    #expect(other.application.incidents == nil)
    #expect(other.application.kind == nil)
  }

  /// What stands behind a closed object may belong to the last value in it, however deep.
  @Test(arguments: ["5}}}", "}5}}", "}}5}", "}}}5"])
  func `what follows a bracket concerns the last value`(ending: String) throws {
    let judged = try Judged(
      "{\"kind\": \"first\", \"market\": {\"province\": {\"rank\": 1 \(ending)")
    #expect(judged.report.status == .malformed)
    #expect(judged.application.market.province.rank == nil)
    #expect(judged.application.kind == .first)
  }

  /// Even where the faults before leave no room to say that the file was cut off.
  @Test func `a number at the end of the file is unknown`() throws {
    let commas = String(repeating: "1,,", count: 100)
    let judged = try Judged("{\"x\": [\(commas)1], \"market\": {\"province\": {\"rank\": 1")
    #expect(judged.ids.last == "too-many-faults")
    #expect(judged.application.market.province.rank == nil)
  }

  /// Whatever is inserted or deleted anywhere: if that breaks the syntax, no condition turns unmet.
  @Test func `no single slip that breaks the syntax makes the applicant ineligible`() throws {
    let good = Array(GoodFile.text.utf8)
    let pieces: [[UInt8]] = [
      "\"", "'", ",", ":", "{", "}", "[", "]", "\\", "//", "/*", "0", "9", "-", " ", "\n", "，", "“",
      "true", "[]", "\"\"", "\u{FEFF}", "\0",
    ].map { Array($0.utf8) }
    var dice = Dice(seed: 7)
    var broken = 0
    for place in good.indices where good[place] < 0x80 && dice.roll(2) == 0 {
      let piece = dice.roll(4) == 0 ? [] : dice.pick(pieces)
      let rest = piece.isEmpty ? place + 1 : place
      let judged = try Judged(Array(good[..<place]) + piece + Array(good[rest...]))
      if judged.filing.document.faults.isEmpty { continue }
      broken += 1
      #expect(
        judged.report.verdict == .undetermined,
        "\(String(decoding: piece, as: UTF8.self)) at \(place)")
    }
    #expect(broken > 1_000)
  }
}
