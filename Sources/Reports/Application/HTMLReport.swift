// A report to print and hand in: one page that needs no other file, in both languages.

import Eligibility
import HostSystem
import Judging

/// Writes reports as one HTML file that works offline.
///
/// The page holds the JSON report in each language and a script that draws it, so that both say the same
/// by construction. The verdicts stand in it as text besides, for where no script runs.
struct HTMLReport {
  /// The report in the language in which the page opens.
  private let json: JSONReport

  /// Creates a writer of pages that open in the language of a report.
  init(_ json: JSONReport) { self.json = json }

  /// What draws a report, a function of the report's object and the words of a language.
  static var drawing: [UInt8] { PackageResources.report_js }

  /// How what is drawn looks.
  static var style: [UInt8] { PackageResources.report_css }

  /// The whole page.
  func bytes(_ reports: [JudgedApplication], usual: Programme) -> [UInt8] {
    let language = json.language
    var values = [
      "lang": text(language == .zh ? "zh-Hans" : "en"),
      "title": text(title(of: reports)),
      "program": text("\(Program.name) \(Version.current)"),
      "verdicts": HTMLWriter.bytes { html in
        for report in reports { write(report, on: &html) }
      },
      "noScript": text(ReportLabel.noScript.wording[language]),
      "language": text(ReportLabel.language.wording[language]),
    ]
    for language in Language.allCases {
      var json = json
      json.language = language
      values["report-\(language.rawValue)"] = HTMLWriter.scriptData(
        json.bytes(reports, usual: usual, layout: .compact))
      values["words-\(language.rawValue)"] = HTMLWriter.scriptData(ReportLabel.json(in: language))
    }
    for (name, bytes) in [
      ("style", HTMLReport.style), ("drawing", HTMLReport.drawing),
      ("switch", PackageResources.switch_js),
    ] {
      values[name] = bytes
      values[name + "Digest"] = text("sha256-" + Base64.encoded(SHA256.digest(bytes)))
    }
    return Template(PackageResources.report_html).filled(with: values)
  }

  private func title(of reports: [JudgedApplication]) -> String {
    reports.count == 1
      ? ReportLabel.title.wording[json.language]
      : ReportLabel.titleOfMany.filled(json.language, ["count": String(reports.count)])
  }

  /// The verdict as text.
  private func write(_ report: JudgedApplication, on html: inout HTMLWriter) {
    let language = json.language
    html.element("p") { html in
      html.element("b", text: report.verdictName[language])
      html.text(ReportLabel.colon.wording[language] + report.meaning[language])
      html.text(
        " " + (report.header.enterprise ?? ReportLabel.notGiven.wording[language])
          + ReportLabel.comma.wording[language]
          + (report.header.product ?? ReportLabel.notGiven.wording[language]))
    }
    // What the page draws says so too; here it stands for where no script runs.
    let decision = Decision(
      report, missingCount: report.missingBesideFaults.count, in: language)
    html.lineBreak()
    html.element("p", text: decision.reason)
    if let next = decision.next {
      html.lineBreak()
      html.element("p", text: Wording(zh: "下一步：", en: "Next: ")[language] + next)
    }
    html.lineBreak()
  }

  private func text(_ text: String) -> [UInt8] { HTMLWriter.bytes { $0.text(text) } }
}

extension ApplicationText {
  /// The SHA-256 of the bytes that were given, in hexadecimal digits.
  var digest: String {
    SHA256.digest(original).map { byte in
      (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
    }.joined(by: "")
  }
}
