// The batch as one page that an officer opens without a network, mails upwards and prints.

import Batch
import Eligibility
import Judging
import Reports

/// Writes a batch as one HTML file that needs no other.
///
/// The page holds the JSON report of the batch, with its rows in columns, and a script that draws it, so
/// that both say the same by construction. The totals stand in it as text besides, for where no script
/// runs.
public struct ScreeningHTML: Sendable {
  /// The language of the page.
  public let language: Language

  /// Creates a writer of pages in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The form in which batches are written; it holds the full reports of a small one.
  public var format: ScreeningFormat { .whole(reportsAtMost: PageReports.mostApplications, end) }

  static var style: [UInt8] { HTMLReport.style + PackageResources.batch_css }
  static var script: [UInt8] {
    HTMLReport.drawing + PackageResources.batch_js + PackageResources.page_js
  }

  /// The whole page, with its style, its script and its data.
  public func end(_ screening: Screening) -> [UInt8] {
    let words = ScreeningWords(screening, language)
    let reports = PageReports.island(of: screening)
    var values = [
      "lang": text(language == .zh ? "zh-Hans" : "en"),
      "title": text(PageLabel.title.wording[language]),
      "rulebook": text(rulebook(of: screening.programme)),
      "noScript": text(PageLabel.noScript.wording[language]),
      "program": text("\(Program.name) \(Version.current)"),
      "reservations": HTMLWriter.bytes { html in
        for sentence in words.reservations + (reports == nil ? [reportsLeftOut] : []) {
          html.element("p", ["class": "reservation", "role": "note"], text: sentence)
        }
      },
      "totals": HTMLWriter.bytes { html in
        for (name, count) in words.counts {
          html.element("li", text: name + Wording(zh: "：", en: ": ")[language] + String(count))
        }
      },
      "notes": HTMLWriter.bytes { html in
        for sentence in notes { html.element("li", text: sentence) }
      },
      "words": HTMLWriter.scriptData(PageLabel.json(in: language)),
      "reportWords": HTMLWriter.scriptData(HTMLReport.words(in: language)),
      "data": HTMLWriter.scriptData(ScreeningJSON(language: language).packed(screening)),
      "reports": reports ?? Array("null".utf8),
    ]
    for (name, bytes) in [("style", ScreeningHTML.style), ("script", ScreeningHTML.script)] {
      values[name] = bytes
      values[name + "Digest"] = text("sha256-" + Base64.encoded(SHA256.digest(bytes)))
    }
    return Template(PackageResources.page_html).filled(with: values)
  }

  /// What the verdicts mean, and what they do not.
  private var notes: [String] {
    Verdict.allCases.map {
      $0.name[language] + Wording(zh: "：", en: ": ")[language] + $0.meaning[language]
    } + [PageLabel.contestedHow.wording[language]]
  }

  /// That the page does not hold the full reports, by which rule, and how to get them.
  private var reportsLeftOut: String {
    let (count, size) = (PageReports.mostApplications, PageReports.mostBytes / 1_000_000)
    return Wording(
      zh: "本页只在所列申报材料不超过 \(count) 份、完整报告合计不超过 \(size) MB 时附完整报告；本批超出，未附。"
        + "另存完整报告：--reports DIR --reports-format html",
      en: "The page holds full reports only of up to \(count) applications listed and \(size) MB; "
        + "this batch has more, so it holds none. To write them: "
        + "--reports DIR --reports-format html")[language]
  }

  private func rulebook(of programme: Programme) -> String {
    let edition = programme.newest
    return programme.title[language]
      + Wording(
        zh: "（\(edition.document)，自 \(edition.inForce) 起施行）",
        en: " (\(edition.document), in force since \(edition.inForce))")[language]
      + [programme.beyond, programme.closed].compactMap { $0 }
      .map { Wording(zh: "；", en: "; ")[language] + $0[language] }.joined()
  }

  private func text(_ text: String) -> [UInt8] { HTMLWriter.bytes { $0.text(text) } }
}
