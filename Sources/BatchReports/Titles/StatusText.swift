// For a terminal: how the title stands in the first line, then what is late and what falls due first.

import Eligibility
import HostSystem
import Judging
import Reports

/// Writes registers as text.
struct StatusText {
  let words: RegisterWords
  let width: Int
  let coloring: Coloring

  private var language: Language { words.language }

  func bytes(_ register: TitleRegister) -> [UInt8] {
    var page = Page(width: width)
    let reports = register.reports
    if reports.count > 1 {
      page.append(coloring(RegisterWords.title[language], .bold))
      page.paragraph(words.tally(register))
      overview(register, on: &page)
      page.append("")
    }
    for (number, report) in reports.enumerated() {
      if number > 0 { page.append("") }
      write(report, on: &page)
    }
    return page.bytes
  }

  /// What is outstanding for all titles, a line each.
  private func overview(_ register: TitleRegister, on page: inout Page) {
    let outstanding = register.dates.filter { $0.date.isOutstanding }
    if outstanding.isEmpty { return }
    page.append("")
    page.append(
      coloring(Wording(zh: "最先到期的在前", en: "What is due first")[language], .bold))
    for owed in outstanding {
      let date = owed.date
      page.paragraph(
        words.day(of: date) + "  " + styled(date.state) + "  "
          + words.title(of: date, owed.report.programme) + words.colon + words.owner(of: owed),
        hanging: "            ")
    }
  }

  private func write(_ report: JudgedApplication, on page: inout Page) {
    page.paragraph(coloring(words.standing(report), .bold))
    if let mend = report.title?.reason.mend(in: language) {
      page.paragraph(mend, first: "  → ", hanging: "    ")
    }
    page.append("")
    let header = words.header(report)
    let width = header.map { $0.label.columns }.max() ?? 0
    for (label, text) in header {
      page.paragraph(
        text, first: "  " + label.padded(to: width) + "  ",
        hanging: String(repeating: " ", count: width + 4))
    }
    for section in words.sections(report) {
      page.append("")
      page.append(coloring(section.title[language], .bold))
      for entry in section.entries {
        let day = entry.day.map { $0 + "  " } ?? ""
        page.paragraph(
          day + (entry.state.map { styled($0) + "  " } ?? "") + entry.text, first: "  ",
          hanging: "    ")
        for note in entry.notes { page.paragraph(note, first: "    ", hanging: "      ") }
      }
    }
  }

  private func styled(_ state: DueDate.State) -> String {
    let name = state.name[language]
    return switch state {
    case .late: coloring(name, .red)
    case .open: coloring(name, .yellow)
    case .upcoming, .done, .doneLate: name
    }
  }
}
