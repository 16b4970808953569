// How titles stand is written for people, for programs, for spreadsheets and for calendars.

import Eligibility
import HostSystem
import Judging
import Reports

/// Writes registers of titles in any of the forms that they have.
public struct StatusReports {
  let words: RegisterWords
  /// The width in columns to which the lines of text are broken.
  let width: Int
  /// How headings are styled.
  let coloring: Coloring

  var language: Language { words.language }

  /// Creates a writer of registers with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    words = RegisterWords(language: language)
    self.width = width
    self.coloring = coloring
  }

  /// The register in a form, text in those that it does not have; `nil` where a calendar would be empty.
  public func bytes(_ register: TitleRegister, as format: Format) -> [UInt8]? {
    switch format {
    case .json: StatusJSON(words: words).bytes(register)
    case .ics: StatusCalendar(words: words).bytes(register)
    // A register for a spreadsheet has many titles, a page one.
    case .csv: Program.isInPage ? [] : StatusCSV(words: words).bytes(register)
    case .markdown: StatusMarkdown(words: words).bytes(register)
    case .html: StatusHTML(words: words).bytes(register)
    default:
      Program.isInPage
        ? [] : StatusText(words: words, width: width, coloring: coloring).bytes(register)
    }
  }
}
