// Who reads the verdict alone must see that an eligible application has facts to verify first.

import Eligibility
import Testing

@testable import Judging

struct VerdictLineTests {
  /// One notice: on the figures' scope, which no condition reads.
  private static let one = GoodFile.text.replacing("\"scope\": \"standalone\",", with: "")
  /// Another one: on the start in the field, which a condition reads.
  private static let two = one.replacing("\"2011-04-18\"", with: "\"2014-04-18\"")
  private static let ineligible = two.replacing(
    "\"mainBusinessRevenue\": 26150", with: "\"mainBusinessRevenue\": 15000")

  private static let world = BatchWorld([
    "0.json": GoodFile.text, "1.json": one, "2.json": two, "3.json": ineligible,
    "in/2.json": two,
    "in/expectations.json": #"{"applications": {"2.json": {"verdict": "ineligible"}}}"#,
  ])

  /// What the program prints.
  private func run(_ line: String, ends status: Judging.ExitStatus) -> String {
    let world = BatchWorld(VerdictLineTests.world.files)
    #expect(world.run(line.split(separator: " ").map(String.init)) == status)
    return world.output
  }

  @Test(arguments: [
    ("0.json", "ELIGIBLE", "符合条件"),
    ("1.json", "ELIGIBLE; 1 fact to verify first", "符合条件；有 1 项事实须先核实"),
    ("2.json", "ELIGIBLE; 2 facts to verify first", "符合条件；有 2 项事实须先核实"),
    ("3.json", "INELIGIBLE", "不符合条件"),
  ])
  func `a full report counts the notices`(file: String, en: String, zh: String) {
    let status: Judging.ExitStatus = file == "3.json" ? .ineligible : .eligible
    #expect(run("check \(file) --lang en", ends: status).hasPrefix(en + ": "))
    #expect(run("check \(file) --lang zh", ends: status).hasPrefix(zh + "："))
    let json = run("check \(file) --format json --lang en", ends: status)
    let count = ["0.json": 0, "1.json": 1, "2.json": 2, "3.json": 3][file] ?? 0
    #expect(json.contains("\"noticeCount\": \(count),"))
    #expect(json.contains("\"verdictSentence\": \"\(en)\","))
  }

  @Test(arguments: [
    ("text", "ELIGIBLE; 2 to verify *", "符合条件；待核实 2 项 *"),
    ("csv", "\"ELIGIBLE; 2 facts to verify first\"", "\"符合条件；有 2 项事实须先核实\""),
    ("markdown", "| ELIGIBLE; 2 facts to verify first |", "| 符合条件；有 2 项事实须先核实 |"),
    ("html", "\"ELIGIBLE; 2 facts to verify first\"", "\"符合条件；有 2 项事实须先核实\""),
    (
      "json",
      "\"noticeCount\": 2,\n      \"verdictSentence\": \"ELIGIBLE; 2 facts to verify first\"",
      "\"verdictSentence\": \"符合条件；有 2 项事实须先核实\""
    ),
    ("ndjson", #""verdict":"eligible","noticeCount":2"#, #""verdict":"eligible","noticeCount":0"#),
  ])
  func `a batch counts the notices`(format: String, en: String, zh: String) {
    #expect(
      run("screen 0.json 1.json 2.json --format \(format) --lang en", ends: .eligible).contains(en))
    #expect(
      run("screen 0.json 1.json 2.json --format \(format) --lang zh", ends: .eligible).contains(zh))
  }

  @Test func `the fast way counts them too`() {
    let line = VerdictLineTests.two.split(whereSeparator: \.isNewline).joined()
    let world = BatchWorld(["in.ndjson": line + "\n" + line + "\n"])
    _ = world.run("screen", "in.ndjson", "--format", "ndjson", pieceSize: 1 << 16)
    #expect(world.output.matches(of: /"verdict":"eligible","noticeCount":2,/).count == 2)
  }

  @Test func `a comparison and a test count them`() {
    let text = run("compare 0.json 2.json --lang en", ends: .eligible)
    #expect(text.hasPrefix("ELIGIBLE → ELIGIBLE; 2 facts to verify first\n"))
    let json = run("compare 0.json 2.json --format json --lang en", ends: .eligible)
    #expect(json.contains(#""verdictSentence": "ELIGIBLE; 2 facts to verify first""#))
    let test = run("test in --lang en", ends: .ineligible)
    #expect(
      test.contains(
        "  ✗ verdict: expected INELIGIBLE, found ELIGIBLE; 2 facts to verify first\n"))
    #expect(run("test in --lang zh", ends: .ineligible).contains("实为“符合条件；有 2 项事实须先核实”"))
  }

  @Test func `servers are warned where a condition is concerned`() {
    let output = run("check 2.json --format github --lang en", ends: .eligible)
    #expect(output.contains("title=Notice start-before-founding::"))
    #expect(output.matches(of: /(?m)^::warning .*title=Notice start-before-founding::/).count == 1)
    #expect(output.matches(of: /(?m)^::notice .*title=Notice scope-missing::/).count == 1)
    #expect(output.hasSuffix("errors: 0, warnings: 1, notes: 1\n"))
    let sarif = run("check 2.json --format sarif", ends: .eligible)
    #expect(
      sarif.matches(
        of: /"ruleId":"notice\/start-before-founding","ruleIndex":\d+,"level":"warning"/
      ).count == 1)
    #expect(
      sarif.matches(of: /"ruleId":"notice\/scope-missing","ruleIndex":\d+,"level":"note"/).count
        == 1)
    let junit = run("check 2.json --format junit", ends: .eligible)
    #expect(junit.contains(/name="notices" time="0">\s*<skipped message="/))
    #expect(
      run("check 1.json --format junit", ends: .eligible).contains(
        /name="notices" time="0">\s*<system-out>/))
  }
}
