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
    /// The lines for a file of claims, where one is wanted.
    var claimLines: [UInt8] = []
    /// How many files are still to be opened after it, where that is known.
    var filesLeft: Int?
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
        case .success(let bytes):
          bytes.withUnsafeBufferPointer { buffer in
            add(0..<buffer.count, of: buffer, at: place, to: &result)
          }
        case .failure(let failure): add(unreadable: failure, at: place, to: &result)
        }
      }
    case .lines(let source, let firstLine, let bytes):
      bytes.withUnsafeBufferPointer { bytes in
        Workload.eachLine(of: bytes, from: firstLine) { range, line in
          add(range, of: bytes, at: BatchPlace(source: source, line: line), to: &result)
        }
      }
    }
    return result
  }

  private func add(unreadable failure: ReadFailure, at place: BatchPlace, to result: inout Result) {
    append(Row(unreadable: failure, at: place), to: &result)
    append(ClaimRecord(), at: place, to: &result)
  }

  /// Judges the application that is a part of some bytes.
  private func add(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, at place: BatchPlace,
    to result: inout Result
  ) {
    if needsReports || !addPlain(range, of: bytes, at: place, to: &result) {
      add(report: Array(bytes[range]), at: place, to: &result)
    }
  }

  /// Whether more is wanted of each application than its row.
  private var needsReports: Bool { type(of: format).showsReports || options.reportsFolder != nil }

  /// Judges an application in the fastest way, if nothing is wrong with the file.
  private func addPlain(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, at place: BatchPlace,
    to result: inout Result
  ) -> Bool {
    guard var application = PlainIntake.application(range, in: bytes) else { return false }
    if let day = options.asOf { application.filingDate = day }
    guard
      case .success(let summary) = Rulebook.champion.summarise(
        application, on: application.filingDate, strictness: options.strictness)
    else { return false }
    append(Row(application, summary, at: place), to: &result)
    let record = ClaimRecord.claims(
      of: application, isEligible: summary.verdict == .eligible, claimKey)
    append(record, at: place, to: &result)
    return true
  }

  private func add(report bytes: [UInt8], at place: BatchPlace, to result: inout Result) {
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
    append(row, to: &result)
    let record = ClaimRecord.claims(
      of: report.filing.application, isEligible: row.verdict == .eligible, claimKey)
    append(record, at: place, to: &result)
  }

  private func append(_ record: ClaimRecord, at place: BatchPlace, to result: inout Result) {
    result.claims.append((record, place))
    if options.claims != nil { ClaimLine.append(record, at: place, to: &result.claimLines) }
  }

  private func append(_ row: Row, to result: inout Result) {
    result.totals.add(row)
    guard options.only == nil || row.verdict == options.only else {
      // The number of a row counts those that are not shown.
      if !type(of: format).streams { result.rows.append(row) }
      return
    }
    if type(of: format).streams {
      format.write(row, to: &result.lines)
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
