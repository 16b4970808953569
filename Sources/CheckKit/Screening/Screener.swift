// The way of a batch: work is cut, judged by several workers, and put together again in order.

import ChampionRules
import Eligibility
import LocatedJSON

/// Judges the applications of one piece of work.
struct Screener: Sendable {
  let options: Options
  let formats: [any ScreeningFormat]
  let environment: Environment
  private let inspector: Inspector

  init(options: Options, formats: [any ScreeningFormat], environment: Environment) {
    self.options = options
    self.formats = formats
    self.environment = environment
    inspector = options.inspector
  }

  /// What one piece of work came to.
  struct Result: Sendable {
    /// The rows, for forms that do not stream.
    var rows: [Row] = []
    /// The lines written, for each form that does.
    var lines: [[UInt8]]
    /// What CI servers are told.
    var inspections: [Inspection] = []
    /// The totals.
    var totals = Totals()
    /// The claims, in order; a file that cannot be read claims nothing.
    var claims: [(record: ClaimRecord, place: BatchPlace)] = []
    /// The full reports to be written to a folder.
    var reports: [(enterprise: String?, bytes: [UInt8])] = []
  }

  /// Judges a piece of work.
  func result(of work: Work) -> Result {
    var result = Result(lines: formats.map { _ in [] })
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
    append(Row(unreadable: failure, at: place), [], to: &result) {
      inspector.inspection(unreadable: failure, at: place)
    }
    result.claims.append((ClaimRecord(Application(), isEligible: false), place))
  }

  private func add(_ bytes: [UInt8], at place: BatchPlace, to result: inout Result) {
    let filing = Filing(
      source: place.source, firstLine: place.line ?? 1, bytes: bytes,
      decodeGB18030: environment.decodeGB18030)
    guard let report = Report(filing, asOf: options.asOf, strictness: options.strictness) else {
      return
    }
    var row = Row(report, at: place)
    if formats.contains(where: { type(of: $0).showsReports }) {
      row.fullReport = fullText.text(report)
    }
    if options.reportsFolder != nil {
      result.reports.append((row.enterprise, fullReport(report, at: place)))
    }
    append(row, report.assessment.findings, to: &result) {
      inspector.inspection(of: report, at: place)
    }
    let record = ClaimRecord(report.filing.application, isEligible: row.verdict == .eligible)
    result.claims.append((record, place))
  }

  private func append(
    _ row: Row, _ findings: [Finding], to result: inout Result, inspect: () -> Inspection
  ) {
    result.totals.add(row, findings)
    let isShown = options.only == nil || row.verdict == options.only
    // The number of a row counts those that are not shown.
    if formats.contains(where: { !type(of: $0).streams }) { result.rows.append(row) }
    guard isShown else { return }
    for (number, format) in formats.enumerated() { result.lines[number] += format.line(row) }
    if formats.contains(where: { type(of: $0).inspects }) { result.inspections.append(inspect()) }
  }

  private var fullText: TextReport {
    TextReport(language: options.language, width: Layout.usualWidth, coloring: .plain)
  }

  private func fullReport(_ report: Report, at place: BatchPlace) -> [UInt8] {
    let file = Check.Checked(place: place, result: .success(report))
    return Check.bytes([file], as: options.reportsFormat, options, fullText) ?? []
  }
}
