// Full reports are written by those who check single files and by those who keep one of each.

import Eligibility

/// An application that was looked for, and what it amounts to.
struct Checked {
  /// Where it was looked for.
  let place: ApplicationLocation
  /// What is to be said about it, or why it cannot be read.
  let result: Result<JudgedApplication, ReadFailure>
}

/// Writes full reports in any of the forms.
struct FullReports {
  /// The programme that is meant where no application names one.
  let programme: Programme
  /// Which roles count as requirements.
  let strictness: Strictness
  /// Writes them for people at a terminal.
  let text: TextReport

  /// The full reports in one of the forms that have them; `nil` where there is none in that form.
  func bytes(_ files: [Checked], as format: Format) -> [UInt8]? {
    if format.isIntegration {
      let inspector = Inspector(
        of: files.compactMap { try? $0.result.get().programme }, usual: programme, strictness,
        text.language)
      return format.integration(inspector)?.document(
        files.map { file in
          switch file.result {
          case .success(let report): inspector.inspection(of: report, at: file.place)
          case .failure(let failure): inspector.inspection(unreadable: failure, at: file.place)
          }
        })
    }
    let reports = files.compactMap { try? $0.result.get() }
    if reports.isEmpty { return nil }
    return format == .json
      ? JSONReport(language: text.language).bytes(reports, usual: programme)
      : text.bytes(reports)
  }
}
