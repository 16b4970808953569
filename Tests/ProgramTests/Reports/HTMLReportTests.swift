// The page is handed in, so it must hold what the JSON report says, and obey nobody's text.

import Eligibility
import Foundation
import Testing

@testable import HostSystem
@testable import Judging
@testable import Reports

struct HTMLReportTests {
  private static func page(
    _ language: Language, _ paths: [String], by command: String = "check"
  ) -> [UInt8] {
    Array(
      Fixture.run([command, "--format", "html", "--lang", language.rawValue] + paths).output.utf8)
  }

  private static let hostile = ["hostile-texts", "hostile-keys-and-values"].compactMap {
    Fixture.named($0)?.path
  }

  private static func data(_ id: String, in page: PageMarkup) throws -> [String: Any] {
    let island = try #require(page.all("script").first { $0.attributes["id"] == id })
    #expect(island.attributes["type"] == "application/json")
    #expect(!island.text.contains("<"))
    return try #require(
      try JSONSerialization.jsonObject(with: Data(island.text.utf8)) as? [String: Any])
  }

  /// The report without the command line, in which the forms differ.
  private static func plain(_ report: [String: Any]) -> NSDictionary {
    NSDictionary(
      dictionary: report.filter { !["arguments", "commandLine"].contains($0.key) })
  }

  /// The JSON report has tests of its own, so a part of the fixtures will do.
  @Test(
    arguments: Fixture.all.enumerated().filter { $0.offset % 16 == 0 }.map(\.element),
    ["check", "plan"])
  func `holds the report of each language`(fixture: Fixture, command: String) throws {
    let page = try PageMarkup(HTMLReportTests.page(.zh, [fixture.path], by: command))
    for language in Language.allCases {
      let json = Fixture.run(
        [command, "--format", "json", "--lang", language.rawValue, fixture.path])
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let held = try HTMLReportTests.data("report-\(language.rawValue)", in: page)
      #expect(HTMLReportTests.plain(held) == HTMLReportTests.plain(report))
      #expect(
        held["arguments"] as? [String] == [
          command, "--format", "html", "--lang", "zh", fixture.path,
        ])
    }
  }

  @Test func `obeys no applicant`() throws {
    let page = try PageMarkup(HTMLReportTests.page(.en, HTMLReportTests.hostile))
    let usual = try PageMarkup(
      HTMLReportTests.page(.en, [Fixture.all[0].path, Fixture.all[1].path]))
    #expect(page.elements.map(\.shape) == usual.elements.map(\.shape))
    let text = page.elements.filter { $0.name == "main" }.map(\.text).joined()
    #expect(!text.unicodeScalars.contains { !$0.isHarmless && $0 != "\n" })
  }

  @Test func `the policy names the digests of what the page holds`() throws {
    let page = try PageMarkup(HTMLReportTests.page(.zh, HTMLReportTests.hostile))
    let policy = try #require(
      page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
    let parts = (policy.attributes["content"] ?? "").split(separator: ";").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    func digest(_ element: PageMarkup.Element) -> String {
      "'sha256-\(Base64.encoded(SHA256.digest(Array(element.text.utf8))))'"
    }
    let scripts = page.all("script").filter { $0.attributes["type"] == nil }
    #expect(
      parts == [
        "default-src 'none'", "style-src " + page.all("style").map(digest).joined(),
        "script-src " + scripts.map(digest).joined(separator: " "), "base-uri 'none'",
        "form-action 'none'",
      ])
  }

  @Test func `the verdict stands in the page as text`() throws {
    let path = try #require(Fixture.named("average-revenue-one-fen-below")?.path)
    let page = try PageMarkup(HTMLReportTests.page(.zh, [path]))
    let main = try #require(page.all("main").first)
    #expect(main.text.contains("不符合条件：至少有一项必备条件不符合"))
    #expect(page.all("html").first?.attributes["lang"] == "zh-Hans")
  }

  /// The script asks for words by name; each is there, in both languages.
  @Test(arguments: Language.allCases)
  func `no word is lacking`(language: Language) throws {
    let words = try #require(
      try JSONSerialization.jsonObject(with: Data(ReportLabel.json(in: language))) as? NSDictionary)
    let source = String(decoding: PlanReports.drawing, as: UTF8.self)
    let names = source.matches(of: /\bwords\.(\w+)/).map { String($0.output.1) }
    #expect(!names.isEmpty)
    #expect(Set(names).filter { words[$0] == nil } == [])
    for label in ReportLabel.allCases { #expect(!label.wording[language].isEmpty) }
  }

  /// Of the script, no function makes markup of texts or runs them.
  @Test(arguments: ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("])
  func `the script makes no markup of texts`(name: String) {
    #expect(!String(decoding: PlanReports.drawing, as: UTF8.self).contains(name))
  }
}
