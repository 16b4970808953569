// The way of a batch: work is cut, judged by several workers, and put together again in order.

import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// Judges the applications of one piece of work.
public struct Screener: Sendable {
  let options: ScreenerOptions
  let formats: [ScreeningFormat]
  let environment: Environment
  private let programme: Programme
  private let judging: JudgingOptions
  private let fastJudge: FastJudge
  /// Tells CI servers, where a form wants that; its rules take a while to make.
  private let inspector: Inspector?
  /// Whether more is wanted of each application than its row.
  private let needsReports: Bool
  /// Whether rows are kept for the end.
  private let keepsRows: Bool
  /// Up to how many rows their full reports may be wanted at the end.
  public let reportsAtMost: Int

  /// Creates a screener that writes in some forms at once and hashes claims under a key.
  public init(
    options: ScreenerOptions, formats: [ScreeningFormat], claimKey: ClaimKey,
    environment: Environment
  ) {
    self.options = options
    self.formats = formats
    self.environment = environment
    programme = options.programme
    inspector =
      formats.contains { $0.inspects }
      ? Inspector([options.programme], options.strictness, options.language) : nil
    keepsRows = formats.contains { !$0.streams }
    let writesReports = options.fullReports != nil || formats.contains { $0.writeReport != nil }
    needsReports = writesReports || inspector != nil
    reportsAtMost = formats.map { $0.reportsAtMost }.max() ?? 0
    // CI servers are told of criteria, not of evidence.
    judging = JudgingOptions(
      asOf: options.asOf, strictness: options.strictness, claimKey: claimKey,
      isForReport: writesReports, isForTable: formats.contains { $0.showsFacts })
    // Lines that are written at once say only what stands in the way and how much is lacking.
    fastJudge = programme.fastJudge(judging, keepsRows ? .full : .gaps)
  }

  /// What one piece of work came to.
  public struct Result: Sendable {
    /// The rows, for forms that do not stream.
    public var rows: [Row] = []
    /// The lines written, for each form that does.
    public var lines: [[UInt8]]
    /// What CI servers are told, for each form; none for other forms.
    public var inspections: [[PreparedInspection]]
    /// The totals.
    public var totals: Totals
    /// The claims, file by file and in order; a file that cannot be read claims nothing.
    public var claims: [SourceClaims] = []
    /// The lines for a file of claims, where one is wanted.
    public var claimLines: [UInt8] = []
    /// How many files are still to be opened after it, where that is known.
    public var filesLeft: Int?
    /// How many rows can make their full report.
    var reportsKept = 0
    /// The full reports to be written to a folder.
    public var reports: [(enterprise: String?, bytes: [UInt8])] = []
  }

  /// Judges a piece of work.
  public func result(of work: Work) -> Result {
    var result = Result(
      lines: formats.map { _ in [] }, inspections: formats.map { _ in [] },
      totals: Totals(programme))
    switch work {
    case .failure(let place, let failure): add(unreadable: failure, at: place, to: &result)
    case .files(let paths):
      for path in paths {
        let place = ApplicationLocation(source: path, line: nil)
        switch environment.read(path) {
        case .success(let bytes):
          bytes.withUnsafeBufferPointer { buffer in
            add(buffer, at: place, to: &result)
          }
        case .failure(let failure): add(unreadable: failure, at: place, to: &result)
        }
      }
    case .lines(let named, let firstLine, let bytes):
      // A copy: workers that retain and release one shared string contend for its count.
      let source = String(decoding: named.utf8, as: UTF8.self)
      // A line of the result has about a quarter of the application's length, of 2 KiB as a rule.
      for number in formats.indices where formats[number].streams {
        result.lines[number].reserveCapacity(bytes.count / 3)
      }
      result.claims.append(SourceClaims(source))
      result.claims[0].reserve(bytes.count / 2048)
      bytes.withUnsafeBufferPointer { bytes in
        BatchInput.eachLine(of: bytes, from: firstLine) { lines, line in
          addPlain(nextOf: lines, at: ApplicationLocation(source: source, line: line), to: &result)
        } _: { range, line in
          let place = ApplicationLocation(source: source, line: line)
          add(report: Array(bytes[range]), at: place, to: &result)
        }
      }
    }
    return result
  }

  private func add(
    unreadable failure: ReadFailure, at place: ApplicationLocation, to result: inout Result
  ) {
    append(Row(unreadable: failure, at: place), to: &result)
    if options.only == nil { append(Checked(place: place, result: .failure(failure)), to: &result) }
    if let inspector, options.only == nil {
      append(inspector.inspection(unreadable: failure.reason, at: place), to: &result)
    }
    append(ClaimRecord(), [], at: place, to: &result)
  }

  /// Judges the application that is the whole of some bytes.
  private func add(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: ApplicationLocation, to result: inout Result
  ) {
    if !needsReports, let judged = fastJudge.judge(bytes, 0..<bytes.count) {
      add(judged, at: place, to: &result)
      keep(Array(bytes), to: &result)
    } else {
      add(report: Array(bytes), at: place, to: &result)
    }
  }

  /// Judges the application of the next line in the fastest way, if nothing is wrong with it.
  ///
  /// - Returns: where the line ends; `nil` where nothing has been done.
  private func addPlain(
    nextOf lines: Lines, at place: ApplicationLocation, to result: inout Result
  ) -> Int? {
    guard !needsReports, let (judged, end) = fastJudge.judgeNext(lines) else { return nil }
    add(judged, at: place, to: &result)
    keep(Array(lines.rest[..<end]), to: &result)
    return end
  }

  /// Lets the last row make its full report, which needs a copy of its text, as long as so many may be
  /// wanted at the end.
  private func keep(_ text: @autoclosure () -> [UInt8], to result: inout Result) {
    let last = result.rows.count - 1
    guard last >= 0, result.reportsKept < reportsAtMost, isShown(result.rows[last]) else { return }
    result.reportsKept += 1
    let (bytes, place) = (text(), result.rows[last].place)
    result.rows[last].fullReport = {
      fullReport(
        judge(bytes, at: place, JudgingOptions(asOf: options.asOf, strictness: options.strictness)),
        at: place, as: .json)
    }
  }

  private func judge(
    _ bytes: [UInt8], at place: ApplicationLocation, _ options: JudgingOptions
  ) -> JudgedApplication {
    let text = ApplicationText(
      source: place.source, line: place.line, bytes: bytes,
      decodeGB18030: environment.decodeGB18030)
    return programme.judge(text, options)
  }

  private func add(
    _ judged: consuming JudgedInShort, at place: ApplicationLocation, to result: inout Result
  ) {
    if let claims = judged.claims {
      append(claims, judged.participants, at: place, to: &result)
    }
    append(Row(judged, of: programme, at: place), to: &result)
  }

  private func add(report bytes: [UInt8], at place: ApplicationLocation, to result: inout Result) {
    let report = judge(bytes, at: place, judging)
    let row = Row(report, at: place)
    if let format = options.fullReports {
      result.reports.append((row.enterprise, fullReport(report, at: place, as: format)))
    }
    append(row, to: &result)
    keep(bytes, to: &result)
    if isShown(row) { append(Checked(place: place, result: .success(report)), to: &result) }
    if let inspector, isShown(row) {
      append(
        row.failure.map { inspector.inspection(unreadable: $0.reason, at: place) }
          ?? inspector.inspection(of: report, at: place), to: &result)
    }
    if let claims = report.claims {
      append(claims, report.participants, at: place, to: &result)
    }
  }

  private func append(
    _ record: ClaimRecord, _ participants: [PackedCreditCode], at place: ApplicationLocation,
    to result: inout Result
  ) {
    // Each file is one of its own, even where its name looks like that of the last one.
    if place.line == nil || result.claims.last?.source != place.source {
      result.claims.append(SourceClaims(place.source))
    }
    result.claims[result.claims.count - 1].add(record, participants, line: place.line)
    if options.writesClaims {
      ClaimLine.append(
        record, participants, of: programme, at: place, to: &result.claimLines)
    }
  }

  /// Writes an inspection, in the forms for CI servers.
  private func append(_ inspection: Inspection, to result: inout Result) {
    for number in formats.indices {
      if let prepared = formats[number].prepare(inspection) {
        result.inspections[number].append(prepared)
      }
    }
  }

  /// Writes a report, in the forms that are made of reports.
  private func append(_ report: Checked, to result: inout Result) {
    for number in formats.indices {
      if let write = formats[number].writeReport { result.lines[number] += write(report) }
    }
  }

  private func append(_ row: borrowing Row, to result: inout Result) {
    result.totals.add(row)
    if isShown(row) {
      for number in formats.indices { formats[number].writeRow?(row, &result.lines[number]) }
    }
    // The number of a row counts those that are not shown.
    if keepsRows { result.rows.append(copy row) }
  }

  private func isShown(_ row: borrowing Row) -> Bool {
    options.only == nil || row.verdict == options.only
  }

  private var fullText: TextReport {
    TextReport(
      language: options.language, width: Layout.usualWidth, coloring: .plain, isVerbose: true)
  }

  private func fullReport(
    _ report: JudgedApplication, at place: ApplicationLocation, as format: Format
  ) -> [UInt8] {
    let file = Checked(place: place, result: .success(report))
    return FullReports(
      programme: options.programme, strictness: options.strictness, text: fullText,
      arguments: environment.arguments
    ).bytes([file], as: format) ?? []
  }
}
