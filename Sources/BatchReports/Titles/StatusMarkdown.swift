// For documents and issue trackers: what is outstanding as a table, then each title.

import Eligibility
import HostSystem
import Judging
import Reports

/// Writes registers as Markdown.
struct StatusMarkdown {
  let words: RegisterWords

  private var language: Language { words.language }

  func bytes(_ register: TitleRegister) -> [UInt8] {
    let reports = register.reports
    var text = "# \(escaped(RegisterWords.title[language]))\n"
    // A page has one title at a time.
    if !Program.isInPage, reports.count > 1 {
      text += "\n\(MarkdownText.escapedLine(words.tally(register)))\n"
      let rows = register.dates.filter { $0.date.isOutstanding }.map { owed in
        [
          words.day(of: owed.date), owed.date.state.name[language],
          words.title(of: owed.date, owed.report.programme), words.owner(of: owed),
          words.clause(of: owed.date, owed.report.programme),
        ]
      }
      if !rows.isEmpty { text += "\n" + table(RegisterWords.columns.map { $0[language] }, rows) }
    }
    for report in reports {
      text += "\n## \(escaped(words.standing(report)))\n\n"
      if let mend = report.title?.reason.mend(in: language) {
        text += MarkdownText.escapedLine(mend) + "\n\n"
      }
      for (label, value) in words.header(report) {
        text += "- \(escaped(label))\(words.colon)\(escaped(value))\n"
      }
      for section in words.sections(report) {
        text += "\n### \(escaped(section.title[language]))\n\n"
        for entry in section.entries {
          let state = entry.state.map { [$0.name[language]] } ?? []
          let mark = ([entry.day].compactMap { $0 } + state).joined(separator: words.comma)
          text += "- " + (mark.isEmpty ? "" : "**\(escaped(mark))** ")
          text += MarkdownText.escapedLine(entry.text) + "\n"
          for note in entry.notes { text += "  - \(MarkdownText.escapedLine(note))\n" }
        }
      }
    }
    return FileName.written(in: text)
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  private func table(_ titles: [String], _ rows: [[String]]) -> String {
    ([titles, titles.map { _ in "---" }] + rows.map { $0.map(escaped) }).map {
      "| " + $0.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
