// A bureau's whole intake at once: one row for each application, totals, and contradictions.

import ChampionRules
import Eligibility

/// The command `screen`.
enum Screen {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    if let refusal = Check.refusal(of: options.asOf, in: options.language) {
      environment.complain(refusal)
      return .usage
    }
    var run = ScreenRun(options, environment)
    return run.status()
  }
}

/// One run of the command.
private struct ScreenRun {
  private let options: Options
  private let environment: Environment
  private let screener: Screener
  private var workload: Workload
  private var screening = Screening()
  private var claims = ClaimIndex()
  private var places = Sources()
  private var progress: Progress
  private var outputs: [Output]
  private var reports: ReportFolder?

  init(_ options: Options, _ environment: Environment) {
    self.options = options
    self.environment = environment
    let outlets = options.outlets.all
    let formats = outlets.map { $0.screening(options, environment) }
    screener = Screener(options: options, formats: formats, environment: environment)
    workload = Workload(options.operands, environment)
    progress = Progress(environment, language: options.language)
    outputs = zip(outlets, formats).map { Output($1, $0, options, environment) }
    reports = options.reportsFolder.map { ReportFolder($0, options.reportsFormat, environment) }
    screening.only = options.only
  }

  /// Does all the work.
  mutating func status() -> ExitStatus {
    let problem = eachOutput { output, _ in output.begin() } ?? reports?.begin()
    if let problem { return fail(problem) }
    let jobs = options.jobs ?? environment.batch.processors()
    // Several pieces for each worker, so that a slow piece does not leave the others idle.
    let piecesAtOnce = jobs * 4
    while !screening.wasInterrupted {
      var pieces: [Work] = []
      while pieces.count < piecesAtOnce, let work = workload.next() { pieces.append(work) }
      if pieces.isEmpty { break }
      for result in ordered(pieces, jobs: jobs) {
        if let problem = take(result) { return fail(problem) }
      }
      progress.show(screening.totals.applications) { workload.filesLeft }
      screening.wasInterrupted = environment.batch.isInterrupted()
    }
    progress.end()
    if screening.totals.applications == 0, !screening.wasInterrupted {
      abandon()
      let names = options.operands.map(Shown.text).joined(separator: ", ")
      environment.complain(
        Wording(
          zh: "在 \(names) 中没有找到申请；文件夹中应有 *.json 或 *.ndjson",
          en: "no application was found in \(names); folders are searched for *.json and *.ndjson"
        )[options.language])
      return .unreadable
    }
    return conclude()
  }

  /// The results of several pieces of work, in their order.
  private func ordered(_ pieces: [Work], jobs: Int) -> [Screener.Result] {
    let screener = self.screener
    let slots = Slots<Screener.Result>(pieces.count)
    environment.batch.concurrently(pieces.count, jobs) { number in
      slots.fill(number, with: screener.result(of: pieces[number]))
    }
    return slots.all()
  }

  private mutating func take(_ result: Screener.Result) -> WriteProblem? {
    for claim in result.claims {
      var record = claim.record
      record.place = places.number(of: claim.place)
      claims.add(record)
    }
    for (offset, row) in result.rows.enumerated()
    where options.only == nil || row.verdict == options.only {
      screening.rows.append((screening.totals.applications + offset, row))
    }
    if let problem = reports?.write(result.reports) { return problem }
    screening.totals.add(result.totals)
    return eachOutput { output, number in
      output.write(result.lines[number], result.inspections)
    }
  }

  /// Does something with each output; a reader that went away takes nothing from the others.
  private mutating func eachOutput(
    _ body: (_ output: inout Output, _ number: Int) -> WriteProblem?
  ) -> WriteProblem? {
    for number in outputs.indices {
      switch body(&outputs[number], number) {
      case .failed(let name, let reason): return .failed(name: name, reason: reason)
      case nil, .brokenPipe: continue
      }
    }
    return outputs.allSatisfy(\.isBroken) ? .brokenPipe : nil
  }

  /// Writes what can be said only at the end.
  private mutating func conclude() -> ExitStatus {
    let claims = self.claims
    let places = self.places
    screening.contests = claims.contests(bureau: options.bureau)
    screening.contestedEligible = claims.contestedEligible(in: screening.contests)
    screening.place = { places.place(claims[$0].place) }
    let status =
      screening.wasInterrupted ? .interrupted : screening.totals.status
    let screening = self.screening
    let problem =
      eachOutput { output, _ in output.end(screening) }
      ?? eachOutput { output, _ in output.complete() }
    if let problem { return fail(problem) }
    if screening.wasInterrupted {
      environment.complain(
        Wording(
          zh: "已中止；以上为中止前完成的 \(screening.totals.applications) 份",
          en: "interrupted; the \(screening.totals.applications) applications finished are reported"
        )[options.language])
    }
    return status
  }

  private mutating func fail(_ problem: WriteProblem) -> ExitStatus {
    abandon()
    progress.end()
    switch problem {
    case .brokenPipe: return screening.totals.status
    case .failed(let name, let reason):
      environment.complain(
        Wording(
          zh: "\(name.sanitized()) 无法写入：\(reason.sanitized())",
          en: "\(name.sanitized()) cannot be written: \(reason.sanitized())")[options.language])
      return .unwritable
    }
  }
}

extension ScreenRun {
  /// Leaves nothing behind that is not complete.
  private mutating func abandon() {
    for number in outputs.indices { outputs[number].abandon() }
  }
}

/// The places of applications as numbers of 32 bits; the names of files are kept once.
private struct Sources: Sendable {
  private var names: [String] = []
  /// The number of each file itself; those of its lines follow.
  private var starts: [UInt32] = []
  private var next: UInt32 = 0

  /// The number of a place; files come one after the other, and their lines in order.
  mutating func number(of place: BatchPlace) -> UInt32 {
    if names.last != place.source {
      names.append(place.source)
      starts.append(next)
    }
    // Four thousand million lines have a place; those beyond show the last one.
    let number = UInt32(clamping: Int(starts[starts.count - 1]) + (place.line ?? 0))
    next = max(next, number == .max ? number : number + 1)
    return number
  }

  /// The place of a number.
  func place(_ number: UInt32) -> BatchPlace {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    let line = Int(number - starts[low])
    return BatchPlace(source: names[low], line: line == 0 ? nil : line)
  }
}

/// Places for the results of workers, each filled by one of them.
private final class Slots<Value: Sendable>: @unchecked Sendable {
  // Every slot is written by one worker only and read after all have ended.
  private let values: UnsafeMutableBufferPointer<Value?>

  init(_ count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: nil)
  }

  deinit {
    values.deinitialize()
    values.deallocate()
  }

  func fill(_ number: Int, with value: Value) { values[number] = value }

  func all() -> [Value] { values.compactMap { $0 } }
}

extension Outlet {
  /// The form in which a batch is written there.
  fileprivate func screening(_ options: Options, _ environment: Environment) -> any ScreeningFormat
  {
    let language = options.language
    let inspector = options.inspector
    if let form = format.integration(inspector) { return ScreeningIntegration(form, inspector) }
    return switch format {
    case .json: ScreeningJSON(language: language)
    case .ndjson: ScreeningNDJSON(language: language)
    case .csv: ScreeningCSV(language: language)
    case .markdown: ScreeningMarkdown(language: language)
    case .html: ScreeningHTML(language: language)
    default:
      ScreeningText(
        language: language, width: environment.width(for: destination),
        coloring: environment.coloring(for: destination, options.color))
    }
  }
}
