// A report to print and hand in: one page that needs no other file, in both languages.

import Eligibility
import HostSystem
import Judging

/// Writes reports as one HTML file that works offline.
///
/// The page holds the JSON report in each language and a script that draws it, so that both say the same
/// by construction. The verdicts stand in it as text besides, for where no script runs.
public struct HTMLReport {
  /// The report in the language in which the page opens.
  private let json: JSONReport

  /// Creates a writer of pages that open in the language of a report.
  init(_ json: JSONReport) { self.json = json }

  /// What draws a report, a function of the report's object and the words of a language.
  public static var drawing: [UInt8] { PackageResources.report_js }

  /// How what is drawn looks.
  public static var style: [UInt8] { PackageResources.report_css }

  /// The words of a language that it is drawn with, as JSON.
  public static func words(in language: Language) -> [UInt8] { ReportLabel.json(in: language) }

  /// The whole page.
  func bytes(_ reports: [JudgedApplication], usual: Programme) -> [UInt8] {
    HTMLReport.page(
      json.language, title: title(of: reports), drawing: HTMLReport.drawing
    ) { html in
      for report in reports { write(report, on: &html) }
    } report: { language in
      var json = json
      json.language = language
      return json.bytes(reports, usual: usual, layout: .compact)
    }
  }

  /// A page that draws what it holds.
  ///
  /// - Parameters:
  ///   - language: the language in which it opens.
  ///   - title: what it is called there.
  ///   - drawing: the script that draws.
  ///   - gist: writes the text for where no script runs.
  ///   - report: what is drawn, in a language, as JSON.
  static func page(
    _ language: Language, title: String, drawing: [UInt8], gist: (inout HTMLWriter) -> Void,
    report: (Language) -> [UInt8]
  ) -> [UInt8] {
    var values = [
      "lang": text(language == .zh ? "zh-Hans" : "en"), "title": text(title),
      "program": text("\(Program.name) \(Version.current)"), "gist": HTMLWriter.bytes(gist),
      "noScript": text(ReportLabel.noScript.wording[language]),
      "language": text(ReportLabel.language.wording[language]),
    ]
    for language in Language.allCases {
      values["report-\(language.rawValue)"] = HTMLWriter.scriptData(report(language))
      values["words-\(language.rawValue)"] = HTMLWriter.scriptData(words(in: language))
    }
    for (name, bytes) in [
      ("style", HTMLReport.style), ("drawing", drawing), ("switch", PackageResources.switch_js),
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
    HTMLReport.write(
      report.verdictName[json.language], report.meaning[json.language], of: report, json.language,
      on: &html)
  }

  /// What a report comes to as text, and whom it is about.
  static func write(
    _ headline: String, _ meaning: String, of report: JudgedApplication, _ language: Language,
    on html: inout HTMLWriter
  ) {
    html.element("p") { html in
      html.element("b", text: headline)
      html.text(ReportLabel.colon.wording[language] + meaning)
      html.text(
        " " + (report.header.enterprise ?? ReportLabel.notGiven.wording[language])
          + ReportLabel.comma.wording[language]
          + (report.header.product ?? ReportLabel.notGiven.wording[language]))
    }
    // What the page draws says so too; here it stands for where no script runs.
    let decision = Decision(
      report, missing: report.missingBesideFaults, in: language)
    html.lineBreak()
    html.element("p", text: decision.reason)
    if let next = decision.next {
      html.lineBreak()
      html.element("p", text: Wording(zh: "下一步：", en: "Next: ")[language] + next)
    }
    html.lineBreak()
  }

  private static func text(_ text: String) -> [UInt8] { HTMLWriter.bytes { $0.text(text) } }
}

extension ApplicationText {
  /// The SHA-256 of the bytes that were given, in hexadecimal digits.
  var digest: String { SHA256.digits(of: SHA256.digest(original)) }
}
