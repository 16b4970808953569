// Documents and issue trackers show Markdown; what applicants wrote must stay text there.

import Eligibility
import Testing

@testable import Judging
@testable import Reports

struct MarkdownReportTests {
  private func report(_ text: String, _ language: Language = .en) throws -> String {
    let report = try Judged(text).report
    return String(
      decoding: MarkdownReport(language: language, arguments: ["check", "a b"]).bytes([report]),
      as: UTF8.self)
  }

  @Test(arguments: [
    ("# heading", "\\# heading"), ("- item", #"\- item"#), ("+ item", #"\+ item"#),
    ("1. item", #"1\. item"#), ("23) item", #"23\) item"#), ("=== ", #"\=== "#),
    ("    code", "&#32;   code"), ("> quote", "&gt; quote"), ("* item", #"\* item"#),
    ("2025", "2025"), ("", ""), ("正文 1. 二", "正文 1. 二"),
  ])
  func `a line begins nothing but text`(text: String, written: String) {
    #expect(MarkdownText.escapedLine(text) == written)
  }

  @Test func `an applicant's name is text`() throws {
    let hostile = "<b>[x](http://a.b)</b> | `c` @someone"
    let page = try report(
      GoodFile.replacing("\"长春曜北精密轴承有限公司\"", with: "\"\(hostile)\""))
    let lines = page.split(separator: "\n")
    #expect(
      lines.first?.contains("&lt;b&gt;\\[x\\](http&#58;//a.b)&lt;/b&gt; &#124; \\`c\\`") == true)
    #expect(!page.contains("<b>"))
  }

  @Test(arguments: Language.allCases)
  func `has every section`(language: Language) throws {
    let page = try report("{}", language)
    let labels: [ReportLabel] = [
      .conditions, .missing, .indicators, .preference, .review, .evidence, .record,
    ]
    for label in labels {
      #expect(page.contains("\n## \(label.wording[language])\n"), "\(label)")
    }
    #expect(page.contains("\n- [ ] "))
    #expect(page.contains("jlcheck check 'a b'"))
  }

  @Test func `there is a list where there are several`() throws {
    let reports = [try Judged(GoodFile.text).report, try Judged("{}").report]
    let page = String(
      decoding: MarkdownReport(language: .en, arguments: []).bytes(reports), as: UTF8.self)
    #expect(page.hasPrefix("# Reports on 2 applications\n\n- **ELIGIBLE"))
    #expect(page.contains("\n---\n\n# Report on an application"))
  }
}
