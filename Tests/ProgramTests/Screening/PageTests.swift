// The page of a batch: everything is in it, in both languages, and nothing of it can be obeyed.

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
@testable import Reports

struct PageTests {
  private static func bytes(_ language: Language, only: Verdict? = nil) -> [UInt8] {
    IntakeBatch.output(ScreeningHTML(language: language).format, only: only)
  }

  private static func screening(_ language: Language, only: Verdict? = nil) -> Screening {
    IntakeBatch.screening(for: ScreeningHTML(language: language).format, only: only).screening
  }

  // MARK: Form

  @Test(arguments: Language.allCases)
  func `every tag is closed and every link leads somewhere`(language: Language) throws {
    let page = try PageMarkup(PageTests.bytes(language))
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in page.elements {
      for key in ["href", "aria-labelledby"] {
        guard let target = element.attributes[key] else { continue }
        #expect(ids.contains(target.hasPrefix("#") ? String(target.dropFirst()) : target))
      }
    }
    #expect(page.all("html").first?.attributes["lang"] == (language == .zh ? "zh-Hans" : "en"))
  }

  @Test(arguments: Language.allCases)
  func `every hole is filled`(language: Language) {
    let page = String(decoding: PageTests.bytes(language), as: UTF8.self)
    for name in Template(PackageResources.page_html).names {
      #expect(!page.contains("{{\(name)}}"), "\(name)")
    }
  }

  @Test func `every label is used and has both languages`() {
    let script = String(decoding: PackageResources.batch_js, as: UTF8.self)
    let used = Set(script.split { !$0.isLetter }.map { String($0) })
    let frame: Set = ["title", "noScript", "contestedHow"]
    for label in PageLabel.allCases {
      #expect(used.contains(label.rawValue) || frame.contains(label.rawValue), "\(label)")
      #expect(!label.wording.zh.isEmpty && !label.wording.en.isEmpty)
      #expect(label.wording.zh.utf8.contains { $0 >= 0x80 })
      #expect(label.wording.en.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `the same batch gives the same bytes`() {
    #expect(PageTests.bytes(.zh) == PageTests.bytes(.zh))
    #expect(PageTests.bytes(.zh) != PageTests.bytes(.en))
  }

  // MARK: Nothing is loaded, nothing foreign runs

  @Test func `the policy names the digests of what the page holds`() throws {
    let page = try PageMarkup(PageTests.bytes(.en))
    let policy = try #require(
      page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
    let parts = (policy.attributes["content"] ?? "").split(separator: ";").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    func digest(_ element: PageMarkup.Element?) -> String {
      "'sha256-\(Base64.encoded(SHA256.digest(Array((element?.text ?? "").utf8))))'"
    }
    let script = page.all("script").first { $0.attributes["type"] == nil }
    #expect(
      parts == [
        "default-src 'none'", "style-src " + digest(page.all("style").first),
        "script-src " + digest(script), "base-uri 'none'", "form-action 'none'",
      ])
    #expect(page.all("script").count == 5 && page.all("style").count == 1)
  }

  @Test func `nothing in the page could load or run anything`() throws {
    let page = try PageMarkup(PageTests.bytes(.en))
    for element in page.elements {
      #expect(!["img", "link", "iframe", "object", "embed", "form", "base"].contains(element.name))
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && key != "style" && key != "src")
        if key == "href" { #expect(value.hasPrefix("#")) }
      }
    }
    let style = String(decoding: ScreeningHTML.style, as: UTF8.self)
    for word in ["url(", "@import", "@font-face"] { #expect(!style.contains(word)) }
    let script = String(decoding: ScreeningHTML.script, as: UTF8.self)
    for word in ["innerHTML", "outerHTML", "insertAdjacent", "eval", "fetch", "XMLHttp", "import("]
    {
      #expect(!script.contains(word), "\(word)")
    }
    // Digests hold for the bytes only as long as nothing in them ends the element.
    #expect(!style.contains("</") && !script.contains("</") && !script.contains("<!--"))
  }

  // MARK: Contents

  private static func data(_ id: String, in page: PageMarkup) throws -> Any {
    let text = try #require(page[id]?.text)
    #expect(!text.contains("<"))
    return try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  /// The page's report with its rows put together again, as its script does.
  private static func report(in page: PageMarkup) throws -> [String: Any] {
    var report = try #require(try data("data", in: page) as? [String: Any])
    let packed = try #require(report["rows"] as? [String: Any])
    let values = try #require(packed["values"] as? [Any])
    var rows: [[String: Any]] = []
    for column in try #require(packed["columns"] as? [[String: Any]]) {
      let key = try #require(column["key"] as? String)
      let plain = column["plain"] as? [Any]
      let shared = column["shared"] as? [Int]
      let count = plain?.count ?? shared?.count ?? 0
      if rows.isEmpty { rows = Array(repeating: [:], count: count) }
      #expect(rows.count == count)
      for number in 0..<count {
        if let plain {
          rows[number][key] = plain[number]
        } else if let place = shared?[number], place >= 0 {
          rows[number][key] = values[place]
        }
      }
    }
    report["rows"] = rows
    return report
  }

  @Test(arguments: Language.allCases)
  func `holds the report of the batch`(language: Language) throws {
    let page = try PageMarkup(PageTests.bytes(language))
    let json = IntakeBatch.output(ScreeningJSON(language: language).format)
    let wanted = try JSONSerialization.jsonObject(with: Data(json))
    #expect(try PageTests.report(in: page) as NSDictionary == wanted as? NSDictionary)
  }

  @Test func `reports come back from the data`() throws {
    let screening = PageTests.screening(.zh)
    let page = try PageMarkup(PageTests.bytes(.zh))
    let data = try #require(try PageTests.data("reports", in: page) as? [String: Any])
    let lines = try #require(data["lines"] as? [String])
    let reports = try #require(data["reports"] as? [[Int]])
    #expect(reports.count == screening.rows.count)
    for (numbers, row) in zip(reports, screening.rows.map(\.row)) {
      #expect(numbers.isEmpty == (row.failure != nil))
      guard let wanted = row.fullReport?() else { continue }
      let found = Data(numbers.map { lines[$0] }.joined(separator: "\n").utf8)
      #expect(
        try JSONSerialization.jsonObject(with: found) as? NSDictionary
          == JSONSerialization.jsonObject(with: Data(wanted)) as? NSDictionary)
    }
    #expect(Set(lines).count == lines.count)
  }

  @Test func `a row far down a piece has its report`() throws {
    let files = ["01-first-in-province", "03-short-by-40-yuan"].map {
      IntakeBatch.files["\(IntakeBatch.folder)/\($0).json"] ?? []
    }
    let lines = files.map { $0.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 } + [10] }
    let bytes =
      Array(repeatElement(lines[0], count: PageReports.mostApplications).joined()) + lines[1]
    let screener = Screener(
      options: ScreenerOptions(programme: .champion, language: .en, only: .ineligible),
      formats: [ScreeningHTML(language: .en).format], claimKey: Claims.key,
      environment: World().environment())
    let rows = screener.result(of: .lines(source: "-", firstLine: 1, bytes: bytes)).rows
    #expect(rows.count == PageReports.mostApplications + 1)
    #expect(rows.last?.fullReport?().isEmpty == false)
    #expect(rows.first?.fullReport == nil)
  }

  @Test func `totals stand there without script`() throws {
    let page = try PageMarkup(PageTests.bytes(.en))
    let text = try #require(page.all("noscript").first?.text)
    #expect(text.contains(PageLabel.noScript.wording.en))
    for (name, count) in ScreeningWords(PageTests.screening(.en), .en).counts {
      #expect(text.contains("\(name): \(count)"))
    }
  }

  @Test func `what is not listed is said`() throws {
    let page = try PageMarkup(PageTests.bytes(.en, only: .eligible))
    let screening = PageTests.screening(.en, only: .eligible)
    let notes = page.all("p", class: "reservation").map(\.text)
    #expect(notes == ScreeningWords(screening, .en).reservations && notes.count == 1)
    let rows = try #require(try PageTests.report(in: page)["rows"] as? [[String: Any]])
    #expect(rows.allSatisfy { $0["verdict"] as? String == "eligible" })
    #expect(rows.count == screening.totals.verdicts[.eligible])
  }

  @Test func `reports that are left out are missed in words`() throws {
    var screening = PageTests.screening(.en)
    screening.rows = (0...PageReports.mostApplications).map { ($0, screening.rows[0].row) }
    let page = try PageMarkup(ScreeningHTML(language: .en).end(screening))
    #expect(page["reports"]?.text == "null")
    let note = page.all("p", class: "reservation").map(\.text).joined()
    #expect(note.contains("--reports DIR --reports-format html"))
    #expect(note.contains("\(PageReports.mostApplications)"))
  }

  @Test func `an interrupted batch without rows is a page too`() throws {
    var screening = Screening()
    screening.wasInterrupted = true
    for language in Language.allCases {
      let page = try PageMarkup(ScreeningHTML(language: language).end(screening))
      #expect(try (PageTests.report(in: page)["rows"] as? [Any])?.isEmpty == true)
      #expect(page.all("p", class: "reservation").count == 1)
    }
  }

  // MARK: Hostile texts

  /// Two batches that differ in what applicants, file names and reasons say have the same elements.
  @Test(arguments: [
    "<script>alert(1)</script>", "</script><script>alert(1)//", "<!--<script>", "]]>",
    "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</table></body></html>",
    "{{rows}}{{style}}", "&lt;b&gt;&amp;&#60;", "javascript:alert(1)",
    "\u{202E}\u{2066}\u{0}\u{1B}[m", "\u{2028}</pre>\n\n# x", "`${alert(1)}`",
    "\\u003c/script\\u003e",
  ])
  func `hostile texts stay texts`(hostile: String) throws {
    let page = try PageMarkup(page(of: hostile))
    let harmless = try PageMarkup(self.page(of: "甲"))
    #expect(page.elements.map(\.shape) == harmless.elements.map(\.shape))
    let report = try PageTests.report(in: page)
    let row = try #require((report["rows"] as? [[String: Any]])?.first)
    for name in ["enterprise", "product"] {
      let found = (row[name] as? String)?.unicodeScalars.map { $0 }
      #expect(found == hostile.unicodeScalars.map { $0 })
    }
    for element in page.elements {
      #expect(!element.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{0}" })
    }
  }

  /// A batch of one application in which a text stands wherever an applicant can write one.
  private func page(of text: String) throws -> [UInt8] {
    let number = try #require(
      IntakeBatch.screening.rows.first { $0.row.unmet.contains { $0.gap != nil } }?.row.place)
    let sample = try #require(
      JSONSerialization.jsonObject(with: Data(IntakeBatch.files[number.source] ?? []))
        as? [String: Any])
    let file = try JSONSerialization.data(
      withJSONObject: PageTests.replaced(sample, by: text), options: [.sortedKeys])
    let format = ScreeningHTML(language: .en)
    let screener = Screener(
      options: ScreenerOptions(programme: .champion, language: .en),
      formats: [format.format],
      claimKey: Claims.key, environment: World().environment())
    let place = "data/\(text).ndjson"
    let result = screener.result(of: .lines(source: place, firstLine: 1, bytes: [UInt8](file)))
    var screening = Screening()
    screening.rows = result.rows.enumerated().map { ($0.offset, $0.element) }
    screening.totals = result.totals
    screening.place = { _ in ApplicationLocation(source: place, line: 1) }
    let wording = Wording(zh: "{text}", en: "{text}")
    let message = Message("hostile", says: wording, mend: wording)
    screening.contradictions = [
      Contradiction(
        kind: .sameApplicant, applications: [0], reason: Reason(message, ["text": .text(text)]))
    ]
    return format.end(screening)
  }

  /// The application with the text in its names and documents.
  private static func replaced(_ value: Any, by text: String) -> Any {
    switch value {
    case let object as [String: Any]:
      var result: [String: Any] = [:]
      for (key, value) in object {
        result[key] = key == "name" || key == "text" ? text : replaced(value, by: text)
      }
      result["bureau"] = object["bureau"] == nil ? nil : text
      return result
    case let list as [Any]: return list.map { replaced($0, by: text) }
    case let name as String where name.hasSuffix(".pdf"): return text
    default: return value
    }
  }
}
