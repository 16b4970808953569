// The batch as one page that an officer opens without a network, mails upwards and prints.

import Batch
import Eligibility
import Judging
import Reports

/// Writes a batch as one HTML file that needs no other.
///
/// The frame, the style and the script are files of their own, `Page/page.*`; here their holes are
/// filled. Everything that decides stands in the page as HTML and can be read and printed without
/// the script, which only sorts, filters, searches, folds, and shows the full reports.
public struct ScreeningHTML: Sendable {
  /// The language of the page.
  public let language: Language

  /// Creates a writer of pages in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The form in which batches are written; it holds the full report of each application.
  public var format: ScreeningFormat { .whole(showsReports: true, end) }

  /// The whole page, with its style, its script and the full reports.
  public func end(_ screening: Screening) -> [UInt8] {
    let words = ScreeningWords(screening, language)
    let summary = PageSummary(screening: screening, words: words)
    let rows = PageRows(screening: screening, words: words)
    var values = PageLabel.values(in: language)
    values["lang"] = text(language == .zh ? "zh-Hans" : "en")
    values["rulebook"] = text(rulebook(of: screening.programme))
    values["program"] = text("\(Program.name) \(Version.current)")
    values["applicationsTitle"] = text(ScreeningWords.applicationsTitle[language])
    values["totalsTitle"] = text(ScreeningWords.totalsTitle[language])
    values["reservations"] = HTMLWriter.bytes(summary.writeReservations)
    values["totals"] = HTMLWriter.bytes(summary.writeTotals)
    values["contradictions"] = HTMLWriter.bytes(summary.writeContradictions)
    values["criteria"] = HTMLWriter.bytes(summary.writeCriteria)
    values["nearestMisses"] = HTMLWriter.bytes(summary.writeNearestMisses)
    values["notes"] = HTMLWriter.bytes(summary.writeNotes)
    values["verdictOptions"] = HTMLWriter.bytes(rows.writeVerdictOptions)
    values["criterionOptions"] = HTMLWriter.bytes(rows.writeCriterionOptions)
    values["columns"] = HTMLWriter.bytes(rows.writeColumns)
    values["rows"] = HTMLWriter.bytes(rows.write)
    values["counterStart"] = text(rows.counter)
    values["reports"] = PageReports.island(screening.rows.map { $0.row.fullReport })
    for (name, bytes) in [
      ("style", PackageResources.page_css), ("script", PackageResources.page_js),
    ] {
      values[name] = bytes
      values[name + "Digest"] = text("sha256-" + Base64.encoded(SHA256.digest(bytes)))
    }
    return Template(PackageResources.page_html).filled(with: values)
  }

  private func rulebook(of programme: Programme) -> String {
    let edition = programme.newest
    return programme.title[language]
      + Wording(
        zh: "（\(edition.document)，自 \(edition.inForce) 起施行）",
        en: " (\(edition.document), in force since \(edition.inForce))")[language]
      + (programme.beyond.map { Wording(zh: "；", en: "; ")[language] + $0[language] } ?? "")
  }

  private func text(_ text: String) -> [UInt8] { HTMLWriter.bytes { $0.text(text) } }
}
