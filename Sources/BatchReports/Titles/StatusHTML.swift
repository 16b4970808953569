// A register to print and to hand on: one page that needs no other file and runs no script.

import Eligibility
import HostSystem
import Judging
import Reports

/// Writes registers as one HTML file that works offline.
struct StatusHTML {
  let words: RegisterWords

  private var language: Language { words.language }

  func bytes(_ register: TitleRegister) -> [UInt8] {
    let style = PackageResources.register_css
    let title = RegisterWords.title[language]
    return Template(PackageResources.register_html).filled(with: [
      "lang": Array((language == .zh ? "zh-Hans" : "en").utf8),
      "title": HTMLWriter.bytes { $0.text(title) },
      "program": HTMLWriter.bytes { $0.text("\(Program.name) \(Version.current)") },
      "style": style,
      "styleDigest": Array(("sha256-" + Base64.encoded(SHA256.digest(style))).utf8),
      "body": HTMLWriter.bytes { write(register, on: &$0) },
    ])
  }

  private func write(_ register: TitleRegister, on html: inout HTMLWriter) {
    let reports = register.reports
    // A page has one title at a time.
    if !Program.isInPage, reports.count > 1 {
      html.element("p", text: words.tally(register))
      overview(register, on: &html)
    }
    for (number, report) in reports.enumerated() {
      html.element("section", ["id": "title-\(number + 1)"]) { html in
        html.element("h2", text: words.standing(report))
        if let mend = report.title?.reason.mend(in: language) {
          html.element("p", ["class": "mend"], text: "→ " + mend)
        }
        html.element("dl") { html in
          for (label, text) in words.header(report) {
            html.element("dt", text: label)
            html.element("dd", text: text)
          }
        }
        for section in words.sections(report) { write(section, on: &html) }
      }
      html.lineBreak()
    }
  }

  private func overview(_ register: TitleRegister, on html: inout HTMLWriter) {
    let outstanding = register.dates.filter { $0.date.isOutstanding }
    if outstanding.isEmpty { return }
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for title in RegisterWords.columns {
            html.element("th", ["scope": "col"], text: title[language])
          }
        }
      }
      html.element("tbody") { html in
        for owed in outstanding {
          html.element("tr", ["class": owed.date.state.rawValue]) { html in
            html.element("td", text: words.day(of: owed.date))
            html.element("td", text: owed.date.state.name[language])
            html.element("td", text: words.title(of: owed.date, owed.report.programme))
            html.element("td", text: words.owner(of: owed))
            html.element("td", text: words.clause(of: owed.date, owed.report.programme))
          }
          html.lineBreak()
        }
      }
    }
  }

  private func write(_ section: HistorySection, on html: inout HTMLWriter) {
    html.element("h3", text: section.title[language])
    html.element("ul") { html in
      for entry in section.entries {
        html.element("li", ["class": entry.state?.rawValue ?? ""]) { html in
          if let day = entry.day {
            html.element("b", text: day + " " + (entry.state?.name[language] ?? ""))
            html.text(" ")
          }
          html.text(entry.text)
          for note in entry.notes { html.element("small", text: note) }
        }
      }
    }
  }
}
