// The page of a batch: everything is in it, in both languages, and nothing of it can be obeyed.

import ChampionRules
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
  func everyTagIsClosedAndEveryLinkLeadsSomewhere(language: Language) throws {
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
  func everyHoleIsFilled(language: Language) {
    let page = String(decoding: PageTests.bytes(language), as: UTF8.self)
    for name in Template(PackageResources.page_html).names {
      #expect(!page.contains("{{\(name)}}"), "\(name)")
    }
  }

  @Test func everyLabelHasItsHoleAndBothLanguages() {
    let holes = Template(PackageResources.page_html).names
    for label in PageLabel.allCases {
      #expect(holes.contains(label.rawValue))
      #expect(!label.wording.zh.isEmpty && !label.wording.en.isEmpty)
      #expect(label.wording.zh.utf8.contains { $0 >= 0x80 })
      #expect(label.wording.en.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func theSameBatchGivesTheSameBytes() {
    #expect(PageTests.bytes(.zh) == PageTests.bytes(.zh))
    #expect(PageTests.bytes(.zh) != PageTests.bytes(.en))
  }

  // MARK: Nothing is loaded, nothing foreign runs

  @Test func thePolicyNamesTheDigestsOfWhatThePageHolds() throws {
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
    #expect(page.all("script").count == 2 && page.all("style").count == 1)
  }

  @Test func nothingInThePageCouldLoadOrRunAnything() throws {
    let page = try PageMarkup(PageTests.bytes(.en))
    for element in page.elements {
      #expect(!["img", "link", "iframe", "object", "embed", "form", "base"].contains(element.name))
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && key != "style" && key != "src")
        if key == "href" { #expect(value.hasPrefix("#")) }
      }
    }
    let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    for word in ["url(", "@import", "@font-face"] { #expect(!style.contains(word)) }
    let script = String(decoding: PackageResources.page_js, as: UTF8.self)
    for word in ["innerHTML", "outerHTML", "insertAdjacent", "eval", "fetch", "XMLHttp", "import("]
    {
      #expect(!script.contains(word), "\(word)")
    }
    // Digests hold for the bytes only as long as nothing in them ends the element.
    #expect(!style.contains("</") && !script.contains("</") && !script.contains("<!--"))
  }

  // MARK: Contents

  @Test(arguments: Language.allCases)
  func everyRowStandsThereWithItsReasons(language: Language) throws {
    let screening = PageTests.screening(language)
    let page = try PageMarkup(PageTests.bytes(language))
    #expect(page.all("tbody").count == screening.rows.count)
    for (number, row) in screening.rows {
      let body = try #require(page["a\(number + 1)"])
      #expect(body.attributes["data-verdict"] == row.verdict?.rawValue ?? "unreadable")
      let texts = [
        String(number + 1), row.enterprise?.sanitized(), row.creditCode?.text,
        row.product?.sanitized(),
        row.place.source, row.verdict?.name[language], row.failure?.reason[language],
      ]
      for text in texts.compactMap({ $0 }) { #expect(body.text.contains(text), "\(text)") }
      for open in row.unmet + row.undetermined {
        #expect(body.text.contains(Rulebook.champion.criteria[open.criterion].title[language]))
        #expect(body.text.contains(open.finding.reason.says(in: language)))
        #expect(body.text.contains(open.finding.mend(in: language, .champion) ?? ""))
      }
      for number in Array(row.indicatorsUnmet) + Array(row.judgementsWithoutMaterial) {
        #expect(body.text.contains(Rulebook.champion.criteria[number].title[language]))
      }
      for fault in row.faults {
        #expect(body.text.contains(fault.reason.says(in: language)))
        let place = fault.position.map { "\($0.line):\($0.column)" } ?? ""
        #expect(body.text.contains(place))
      }
      for notice in row.notices { #expect(body.text.contains(notice.says(in: language))) }
      #expect(
        body.attributes["data-contests"] == String(screening.contradictions(of: number).count))
    }
  }

  @Test(arguments: Language.allCases)
  func everyContradictionNamesAndLinksAllConcerned(language: Language) throws {
    let screening = PageTests.screening(language)
    let page = try PageMarkup(PageTests.bytes(language))
    for (number, contradiction) in screening.contradictions.enumerated() {
      let entry = try #require(page["c\(number + 1)"])
      #expect(entry.text.contains(contradiction.kind.name[language]))
      #expect(entry.text.contains(contradiction.reason.says(in: language)))
      let links = page.inside("c\(number + 1)").compactMap { $0.attributes["href"] }
      #expect(links == contradiction.applications.map { "#a\($0 + 1)" })
      for application in contradiction.applications {
        let links = page.inside("a\(application + 1)").compactMap { $0.attributes["href"] }
        #expect(links.contains("#c\(number + 1)"))
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theCountsAreThoseOfTheTotals(language: Language) throws {
    let screening = PageTests.screening(language)
    let totals = screening.totals
    let page = try PageMarkup(PageTests.bytes(language))
    let shown = page.all("ul", class: "verdicts").first?.text ?? ""
    for verdict in Verdict.allCases {
      #expect(shown.contains("\(totals.verdicts[verdict] ?? 0) \(verdict.name[language])"))
    }
    #expect(shown.contains("\(totals.applications) "))
    let bars = page.all("ul", class: "bars").map(\.text).joined()
    for (criterion, outcomes) in zip(Rulebook.champion.criteria, totals.outcomes)
    where criterion.role == .condition && (outcomes[.unmet] ?? 0) > 0 {
      #expect(bars.contains(criterion.title[language]))
    }
    for misses in totals.nearestMisses {
      for miss in misses {
        #expect(bars.contains(miss.enterprise?.sanitized() ?? miss.place.source))
        #expect(bars.contains(miss.gap.magnitude.written(in: language)))
      }
    }
    // The parts of the verdicts' bar are as long as their counts, the bar as all together.
    let bar = try #require(page.elements.firstIndex { $0.name == "svg" })
    #expect(page.elements[bar].attributes["viewBox"] == "0 0 \(totals.applications) 1")
    let parts = page.elements.filter { $0.ancestors.last == bar }
    let widths = parts.compactMap { $0.attributes["width"].flatMap { Int($0) } }
    #expect(widths.reduce(0, +) == totals.applications)
    for (verdict, count) in totals.verdicts where count > 0 {
      let part = parts.first { $0.classes.contains(verdict.rawValue[...]) }
      #expect(part?.attributes["width"] == String(count))
    }
  }

  @Test func reportsComeBackFromTheData() throws {
    let screening = PageTests.screening(.zh)
    let page = try PageMarkup(PageTests.bytes(.zh))
    let text = try #require(page["reports"]?.text)
    #expect(!text.contains("<"))
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let lines = try #require(data["lines"] as? [String])
    let reports = try #require(data["reports"] as? [Any])
    #expect(reports.count == screening.rows.count)
    for (report, row) in zip(reports, screening.rows.map(\.row)) {
      let numbers = report as? [Int]
      #expect(numbers.map { $0.map { lines[$0] }.joined(separator: "\n") } == row.fullReport)
    }
    #expect(Set(lines).count == lines.count)
  }

  @Test func whatIsNotListedIsSaid() throws {
    let page = try PageMarkup(PageTests.bytes(.en, only: .eligible))
    let screening = PageTests.screening(.en, only: .eligible)
    let notes = page.all("p", class: "reservation").map(\.text)
    #expect(notes == ScreeningWords(screening, .en).reservations && notes.count == 1)
    #expect(page.all("tbody").allSatisfy { $0.attributes["data-verdict"] == "eligible" })
    #expect(page.all("tbody").count == screening.totals.verdicts[.eligible])
    // A contradiction still names those whose rows are not listed.
    for (number, contradiction) in screening.contradictions.enumerated() {
      let text = page["c\(number + 1)"]?.text ?? ""
      for application in contradiction.applications {
        #expect(text.contains("\(application + 1) "))
        #expect(text.contains(screening.place(application).source))
      }
    }
  }

  @Test func anInterruptedBatchWithoutRowsIsAPageToo() throws {
    var screening = Screening()
    screening.wasInterrupted = true
    for language in Language.allCases {
      let page = try PageMarkup(ScreeningHTML(language: language).end(screening))
      #expect(page.all("tbody").isEmpty)
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
  func hostileTextsStayTexts(hostile: String) throws {
    let page = try PageMarkup(page(of: hostile))
    let harmless = try PageMarkup(self.page(of: "甲"))
    #expect(page.elements.map(\.shape) == harmless.elements.map(\.shape))
    let shown = hostile.sanitized()
    let body = try #require(page["a1"])
    #expect(body.text.components(separatedBy: shown).count > 3)
    #expect(page["c1"]?.text.contains(shown) == true)
    #expect(page.all("section", class: "nearest").first?.text.contains(shown) == true)
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
