// People read the text report top down: the verdict first, every fault and missing fact with its place.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Reports

struct TextReportTests {
  private func text(_ judged: Judged, _ language: Language = .en, _ width: Int = 80) -> String {
    TextReport(language: language, width: width, coloring: .plain).text(judged.report)
  }

  private func lines(_ judged: Judged, _ language: Language = .en) -> [Substring] {
    text(judged, language).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [
    ("\"isLegalPerson\": true", Language.en, "ELIGIBLE"), ("\"isLegalPerson\": true", .zh, "符合条件"),
    ("\"isLegalPerson\": false", .en, "INELIGIBLE"), ("\"isLegalPerson\": false", .zh, "不符合条件"),
    ("\"isLegalPerson\": null", .en, "UNDETERMINED"), ("\"isLegalPerson\": null", .zh, "尚不能判定"),
    ("\"isLegalPerson\": 1", .en, "UNDETERMINED"), ("\"isLegalPerson\": 1", .zh, "尚不能判定"),
  ])
  func `the verdict stands first`(member: String, language: Language, verdict: String) throws {
    let judged = try Judged(GoodFile.replacing("\"isLegalPerson\": true", with: member))
    let colon = language == .en ? ": " : "："
    #expect(lines(judged, language).first?.hasPrefix(verdict + colon) == true)
  }

  /// A file that is right but for a fault elsewhere is not called eligible anywhere.
  @Test(arguments: Language.allCases)
  func `a file with a fault is never called eligible`(language: Language) throws {
    let judged = try Judged(
      GoodFile.replacing("\"bureau\": \"changchun\"", with: "\"bureau\": \"changchum\""))
    let text = text(judged, language)
    #expect(judged.report.rulesVerdict == .eligible)
    #expect(judged.report.verdict == .undetermined)
    #expect(!text.contains(Verdict.eligible.meaning[language]))
    #expect(text.contains("f.json:6:13  /bureau"))
    #expect(text.contains(language == .en ? "write “changchun” if" : "如指“changchun”"))
    #expect(text.contains(language == .en ? "correct the 1 fault" : "更正文件中的 1 处错误"))
  }

  @Test func `faults are counted in singular and plural`() throws {
    #expect(text(try Judged("{\"kind\": 1}")).contains("correct the 1 fault of"))
    #expect(text(try Judged("{\"kind\": 1, \"bureau\": 1}")).contains("correct the 2 faults of"))
  }

  @Test func `every missing fact is named with its place`() throws {
    let judged = try Judged("{\n  \"market\": {}\n}")
    let text = text(judged)
    #expect(judged.report.missing.count > 30)
    let places = SourceMap(judged.text)
    for (pointer, criteria) in judged.report.missing {
      let place = try #require(places.position(of: pointer))
      let line = try #require(
        text.split(separator: "\n").first { $0.contains(" \(pointer)") }, "\(pointer)")
      // The place of the part of the form stands above, that of a fact elsewhere behind it.
      #expect(
        place.line == 1 || line.hasSuffix("\(place.line):\(place.column)")
          || text.contains("  f.json:\(place.line):\(place.column)\n  * /market"))
      #expect(!criteria.isEmpty)
    }
    #expect(text.contains("  f.json:2:13\n  * /market/province/rank  in the province › rank\n"))
  }

  /// Issue: a sum just below the threshold is never printed as the threshold.
  @Test(arguments: Language.allCases)
  func `a sum just below the threshold shows that it is`(language: Language) throws {
    let amount = "\"mainBusinessRevenue\": 15599.749999"
    let judged = try Judged(
      GoodFile.replacing("\"mainBusinessRevenue\": 26150", with: amount))
    let words = text(judged, language).split(whereSeparator: \.isWhitespace).joined()
    #expect(words.contains(language == .en ? "¥599,999,999.99" : "59,999.999999万元"))
    #expect(words.contains(language == .en ? "¥0.01" : "差0.01元"))
    #expect(judged.report["average-revenue"]?.outcome == .unmet)
    let met = try Judged(
      GoodFile.replacing(
        "\"mainBusinessRevenue\": 26150", with: "\"mainBusinessRevenue\": 15599.75"))
    #expect(met.report["average-revenue"]?.outcome == .met)
  }

  @Test(arguments: ["\u{1B}[2J", "\n✓ 伪造", "\u{202E}", "\r", "\u{9B}31m", "\u{200F}", "\u{0}"])
  func `names cannot forge lines`(hostile: String) throws {
    let escaped = hostile.unicodeScalars.map {
      "\\u" + String(0x10000 + $0.value, radix: 16).dropFirst()
    }.joined()
    let plain = lines(try Judged(GoodFile.text)).count
    for passage in ["长春曜北精密轴承有限公司", "高速主轴用陶瓷球轴承", "三年收入持续增长", "订单与客户清单.pdf"] {
      let judged = try Judged(GoodFile.replacing(passage, with: escaped + passage))
      let text = text(judged)
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
        })
      // At most a line is longer and therefore broken.
      #expect(abs(lines(judged).count - plain) <= 1)
    }
  }

  @Test func `hostile keys cannot forge lines`() throws {
    let judged = try Judged("{\"kind\": \"first\", \"\\u001b[2J\\nkind\": 1}")
    let text = text(judged)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("/\\u{1B}[2J\\nkind"))
  }

  /// A fault about a long text quotes its beginning, in a report that stays readable.
  @Test func `long texts are quoted in part`() throws {
    let long = String(repeating: "长", count: 5_000)
    for value in ["\"kind\": \"\(long)\"", "\"applicationYear\": \"\(long)\""] {
      let judged = try Judged("{\(value)}")
      #expect(judged.ids.count == 1)
      #expect(text(judged).utf8.count < 30_000)
    }
    let digits = String(repeating: "7", count: 100_000)
    let judged = try Judged("{\"formatVersion\": \(digits)}")
    try judged.expectOnly("out-of-range", at: "/formatVersion", #_sourceLocation)
    let found = try #require(try judged.fault["found"])
    #expect(found.hasPrefix("777") && found.hasSuffix("…"))
    #expect(found.count < 300)
  }

  @Test(arguments: [80, 100], Language.allCases)
  func `paragraphs keep to the width`(width: Int, language: Language) throws {
    for judged in [try Judged(GoodFile.text), try Judged("{}")] {
      for line in text(judged, language, width).split(separator: "\n") {
        // Places and headings stay in one piece, so that they can be copied.
        let isOnePiece =
          line.contains("f.json")
          || ["✓", "✗", "?", "○", "–"].contains { line.hasPrefix("  \($0) ") }
          || line.contains(", Ar") || line.contains(", An") || line.contains(", 第")
          || line.contains(", 附")
        #expect(isOnePiece || line.columns <= width, "\(line)")
      }
    }
  }

  @Test func `several reports end with a tally`() throws {
    let reports = [
      try Judged(GoodFile.text).report, try Judged("{}").report, try Judged("[").report,
    ]
    let text = TextReport(language: .en, width: 80, coloring: .plain).text(reports)
    #expect(
      text.hasSuffix("\n3 applications: 1 ELIGIBLE, 0 INELIGIBLE, 2 UNDETERMINED; 1 with faults\n"))
  }
}
