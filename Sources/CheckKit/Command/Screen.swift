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
    return ScreenRun(options, environment).status()
  }
}

/// One run of the command: what is gathered while workers judge.
private struct ScreenRun: Sendable {
  private let options: Options
  private let environment: Environment
  private let format: any ScreeningFormat
  private var screening = Screening()
  private var claims = ClaimIndex()
  private var places = Sources()
  private var progress: Progress
  private var output: Output
  private var reports: ReportFolder?
  /// Why nothing more can be written.
  private var problem: WriteProblem?

  init(_ options: Options, _ environment: Environment) {
    self.options = options
    self.environment = environment
    format = options.format.screening(options, environment)
    progress = Progress(environment, language: options.language)
    output = Output(options, environment)
    reports = options.reportsFolder.map { ReportFolder($0, options.reportsFormat, environment) }
    screening.only = options.only
  }

  /// Does all the work.
  consuming func status() -> ExitStatus {
    if let problem = output.begin() ?? reports?.begin() { return fail(problem) }
    let doors = environment.batch
    let screener = Screener(
      options: options, format: format, environment: environment,
      claimKey: ClaimKey(doors.randomWord(), doors.randomWord()))
    let jobs = options.jobs ?? doors.processors()
    let pipeline = Pipeline<Workload, (work: Work, left: Int?), Screener.Result, ScreenRun>(
      from: Workload(options.operands, environment), to: self)
    pipeline.run(
      jobs: jobs, on: doors, next: { load in load.next().map { ($0, load.filesLeft) } },
      perform: { work, left in
        var result = screener.result(of: work)
        result.filesLeft = left
        return result
      }, take: { $0.take($1) })
    return pipeline.finish { _, run in run.conclude() }
  }

  /// Takes the results of the next piece of work.
  ///
  /// - Returns: whether more is wanted.
  private mutating func take(_ result: Screener.Result) -> Bool {
    for claim in result.claims {
      var record = claim.record
      record.place = places.number(of: claim.place)
      claims.add(record)
    }
    for (offset, row) in result.rows.enumerated()
    where options.only == nil || row.verdict == options.only {
      screening.rows.append((screening.totals.applications + offset, row))
    }
    problem = reports?.write(result.reports)
    screening.totals.add(result.totals)
    problem = problem ?? output.write(result.lines)
    progress.show(screening.totals.applications, left: result.filesLeft)
    screening.wasInterrupted = environment.batch.isInterrupted()
    return problem == nil && !screening.wasInterrupted
  }

  /// Says what can be said only at the end.
  private mutating func conclude() -> ExitStatus {
    if let problem { return fail(problem) }
    progress.end()
    if screening.totals.applications == 0, !screening.wasInterrupted {
      output.abandon()
      let names = options.operands.map(Shown.text).joined(separator: ", ")
      environment.complain(
        Wording(
          zh: "在 \(names) 中没有找到申请；文件夹中应有 *.json 或 *.ndjson",
          en: "no application was found in \(names); folders are searched for *.json and *.ndjson"
        )[options.language])
      return .unreadable
    }
    return writeEnd()
  }

  /// Writes what can be written only at the end.
  private mutating func writeEnd() -> ExitStatus {
    let claims = self.claims
    let places = self.places
    screening.contests = claims.contests(bureau: options.bureau)
    screening.contestedEligible = claims.contestedEligible(in: screening.contests)
    screening.place = { places.place(claims[$0].place) }
    let status =
      screening.wasInterrupted ? .interrupted : screening.totals.status
    if let problem = output.write(format.end(screening)) ?? output.complete() {
      return fail(problem)
    }
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
    output.abandon()
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

extension Format {
  /// The form in which a batch is written.
  fileprivate func screening(_ options: Options, _ environment: Environment) -> any ScreeningFormat
  {
    let language = options.language
    return switch self {
    case .text:
      ScreeningText(
        language: language, width: environment.width(for: options),
        coloring: environment.coloring(for: options))
    case .json: ScreeningJSON(language: language)
    case .ndjson: ScreeningNDJSON(language: language)
    case .csv: ScreeningCSV(language: language)
    case .markdown: ScreeningMarkdown(language: language)
    case .html: ScreeningHTML(language: language)
    }
  }
}
