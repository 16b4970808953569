// Full reports are written by those who check single files and by those who keep one of each.

import Eligibility
import HostSystem
import Judging

/// An application that was looked for, and what it amounts to.
public struct Checked {
  /// Where it was looked for.
  public let place: ApplicationLocation
  /// What is to be said about it, or why it cannot be read.
  public let result: Result<JudgedApplication, ReadFailure>

  /// Puts together a place and what the application there amounts to.
  public init(place: ApplicationLocation, result: Result<JudgedApplication, ReadFailure>) {
    self.place = place
    self.result = result
  }
}

/// Writes full reports in any of the forms.
public struct FullReports {
  /// The programme that is meant where no application names one.
  public let programme: Programme
  /// Which roles count as requirements.
  public let strictness: Strictness
  /// Writes them for people at a terminal.
  public let text: TextReport
  /// The command line of the run, without the program's name.
  public let arguments: [String]

  /// Creates a writer of reports; ``text`` sets the language of the other forms too.
  public init(
    programme: Programme, strictness: Strictness, text: TextReport, arguments: [String]
  ) {
    self.programme = programme
    self.strictness = strictness
    self.text = text
    self.arguments = arguments
  }

  /// The full reports in one of the forms that have them; `nil` where there is none in that form.
  public func bytes(_ files: [Checked], as format: Format) -> [UInt8]? {
    if format.isIntegration {
      let inspector = Inspector(
        of: files.compactMap { try? $0.result.get().programme }, usual: programme, strictness,
        text.language)
      return format.integration(inspector)?.document(
        files.map { file in
          switch file.result {
          case .success(let report): inspector.inspection(of: report, at: file.place)
          case .failure(let failure):
            inspector.inspection(unreadable: failure.reason, at: file.place)
          }
        })
    }
    let reports = files.compactMap { try? $0.result.get() }
    if reports.isEmpty { return nil }
    let json = JSONReport(language: text.language, arguments: arguments)
    return switch format {
    case .json: json.bytes(reports, usual: programme)
    case .html: HTMLReport(json).bytes(reports, usual: programme)
    case .letter: LetterReport(language: text.language).bytes(reports)
    case .markdown:
      MarkdownReport(language: text.language, arguments: arguments).bytes(reports)
    case .text: Program.isInPage ? [] : text.bytes(reports)
    case .ndjson, .csv, .recommendation, .ics, .junit, .sarif, .github: nil
    }
  }
}
