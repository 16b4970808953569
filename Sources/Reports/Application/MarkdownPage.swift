// Reports and plans as Markdown are made of the same few parts.

import Eligibility
import HostSystem
import Judging

/// What writes a document as Markdown, with tables and task lists as GitHub reads them.
protocol MarkdownPage {
  /// The language of what is written.
  var language: Language { get }
}

extension MarkdownPage {
  func label(_ label: ReportLabel) -> String { escaped(label.wording[language]) }

  func text(_ wording: Wording) -> String { escaped(wording[language]) }

  func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  /// What is escaped already, between the parentheses of the language.
  func enclosed(_ text: String) -> String {
    Wording(zh: "（\(text)）", en: " (\(text))")[language]
  }

  /// A section below its heading; nothing where it holds nothing.
  func section(_ title: ReportLabel, _ body: String) -> String {
    body.isEmpty ? "" : "## \(label(title))\n\n\(body)"
  }

  /// Says how many more entries a list has.
  func more(_ count: Int) -> String {
    count > 0 ? "\n" + text(Listing.more(count)) + "\n" : ""
  }

  /// A table of cells that are escaped already; nothing where it has no rows.
  func table(_ titles: [ReportLabel], _ rows: [[String]]) -> String {
    if rows.isEmpty { return "" }
    let lines = [titles.map(label), titles.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// What has a name each, as a list.
  func pairs(_ entries: [(ReportLabel, String)]) -> String {
    entries.map { "- \(label($0))\(label(.colon))\(escaped($1))\n" }.joined()
  }

  /// The faults of the file; nothing where it has none.
  func faults(_ report: JudgedApplication, _ places: SourceMap) -> String {
    let rows = report.faults.map { fault in
      [
        [places.link(fault.range.map(places.position(of:))), fault.pointer ?? ""]
          .filter { !$0.isEmpty }.map(escaped).joined(separator: "<br>"),
        escaped(fault.reason.says(in: language)),
        escaped(fault.reason.mend(in: language) ?? ""),
      ]
    }
    return section(
      .faults,
      table([.place, .problem, .toDo], rows) + more(report.faultCount - report.faults.count))
  }

  /// Who applies, and for what.
  func name(_ report: JudgedApplication) -> String {
    let notGiven = ReportLabel.notGiven.wording[language]
    return escaped(report.header.enterprise ?? notGiven) + label(.comma)
      + escaped(report.header.product ?? notGiven)
  }

  /// The rules applied.
  func rules(_ report: JudgedApplication) -> String {
    let edition = report.edition
    var rules = [
      report.programme.title[language],
      ReportLabel.inForce.filled(
        language, ["document": edition.document, "date": edition.inForce.description]),
    ]
    if report.strictness == .indicatorsToo { rules.append(report.strictness.name[language]) }
    return rules.joined(by: ReportLabel.comma.wording[language])
  }

  /// The round and the filing date.
  func dates(_ report: JudgedApplication) -> String {
    let (header, notGiven) = (report.header, ReportLabel.notGiven.wording[language])
    let assumed = report.isFilingDateAssumed ? ReportLabel.assumed.wording[language] : ""
    return [
      ReportLabel.yearOfRound.filled(
        language, ["year": header.year.map { String($0) } ?? notGiven]),
      ReportLabel.filedOn.filled(language, ["date": header.filingDate?.description ?? notGiven])
        + assumed,
    ].joined(by: ReportLabel.comma.wording[language])
  }
}
