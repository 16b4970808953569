// The way of a batch: work is cut, judged by several workers, and put together again in order.

import ChampionRules
import Eligibility
import LocatedJSON

/// Judges the applications of one piece of work.
struct Screener: Sendable {
  let options: Options
  let format: any ScreeningFormat
  let environment: Environment
  let claimKey: ClaimKey

  /// What one piece of work came to.
  struct Result: Sendable {
    /// The rows, for forms that do not stream.
    var rows: [Row] = []
    /// The lines written, for forms that do.
    var lines: [UInt8] = []
    /// The totals.
    var totals = Totals()
    /// The claims, in order; a file that cannot be read claims nothing.
    var claims: [(record: ClaimRecord, place: BatchPlace)] = []
    /// The full reports to be written to a folder.
    var reports: [(enterprise: String?, bytes: [UInt8])] = []
  }

  /// Judges a piece of work.
  func result(of work: Work) -> Result {
    var result = Result()
    switch work {
    case .failure(let source, let failure):
      add(unreadable: failure, at: BatchPlace(source: source, line: nil), to: &result)
    case .files(let paths):
      for path in paths {
        let place = BatchPlace(source: path, line: nil)
        switch environment.read(path) {
        case .success(let bytes): add(bytes, at: place, to: &result)
        case .failure(let failure): add(unreadable: failure, at: place, to: &result)
        }
      }
    case .lines(let source, let firstLine, let bytes):
      Workload.eachLine(of: bytes, from: firstLine) { text, line in
        add(Array(text), at: BatchPlace(source: source, line: line), to: &result)
      }
    }
    return result
  }

  private func add(unreadable failure: ReadFailure, at place: BatchPlace, to result: inout Result) {
    append(Row(unreadable: failure, at: place), [], to: &result)
    result.claims.append((ClaimRecord(), place))
  }

  private func add(_ bytes: [UInt8], at place: BatchPlace, to result: inout Result) {
    let filing = Filing(
      source: place.source, firstLine: place.line ?? 1, bytes: bytes,
      decodeGB18030: environment.decodeGB18030)
    guard let report = Report(filing, asOf: options.asOf, strictness: options.strictness) else {
      return
    }
    var row = Row(report, at: place)
    if type(of: format).showsReports { row.fullReport = text(report) }
    if options.reportsFolder != nil {
      result.reports.append((row.enterprise, fullReport(report)))
    }
    append(row, report.assessment.findings, to: &result)
    let record = ClaimRecord.claims(
      of: report.filing.application, isEligible: row.verdict == .eligible, claimKey)
    result.claims.append((record, place))
  }

  private func append(_ row: Row, _ findings: [Finding], to result: inout Result) {
    result.totals.add(row, findings)
    guard options.only == nil || row.verdict == options.only else {
      // The number of a row counts those that are not shown.
      if !type(of: format).streams { result.rows.append(row) }
      return
    }
    if type(of: format).streams {
      result.lines += format.line(row)
    } else {
      result.rows.append(row)
    }
  }

  private func text(_ report: Report) -> String {
    TextReport(language: options.language, width: Layout.usualWidth, coloring: .plain).text(report)
  }

  private func fullReport(_ report: Report) -> [UInt8] {
    switch options.reportsFormat {
    case .json: JSONReport(language: options.language).bytes([report])
    default: Array(text(report).utf8)
    }
  }
}
