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
    var secret: ClaimSecret?
    if let path = options.claimsKey {
      let refusal: Wording
      switch environment.read(path) {
      case .success(let bytes):
        secret = ClaimSecret(bytes)
        refusal = ClaimSecret.tooShort
      case .failure(let failure): refusal = failure.reason
      }
      if secret == nil {
        environment.complain(Shown.text(path) + ": " + refusal[options.language])
        return .unreadable
      }
    }
    return ScreenRun(options, secret, environment).status()
  }
}

/// One run of the command: what is gathered while workers judge.
private struct ScreenRun: Sendable {
  private let options: Options
  private let environment: Environment
  private let format: any ScreeningFormat
  private var screening = Screening()
  private let claimKey: ClaimKey
  private var claims = PlacedClaims()
  private var claimsFile: ClaimsFile?
  private var progress: Progress
  private var output: Output
  private var reports: ReportFolder?
  /// Why nothing more can be written.
  private var problem: WriteProblem?

  init(_ options: Options, _ secret: ClaimSecret?, _ environment: Environment) {
    self.options = options
    let doors = environment.batch
    claimKey = secret?.key ?? ClaimKey(doors.randomWord(), doors.randomWord())
    if let path = options.claims, let secret {
      claimsFile = ClaimsFile(path, ClaimsHeader(options, secret), environment)
    }
    self.environment = environment
    format = options.format.screening(options, environment)
    progress = Progress(environment, language: options.language)
    output = Output(options, environment)
    reports = options.reportsFolder.map { ReportFolder($0, options.reportsFormat, environment) }
    screening.only = options.only
  }

  /// Does all the work.
  consuming func status() -> ExitStatus {
    if let problem = output.begin() ?? reports?.begin() ?? claimsFile?.begin() {
      return fail(problem)
    }
    let doors = environment.batch
    let screener = Screener(
      options: options, format: format, environment: environment, claimKey: claimKey)
    let jobs = options.jobs ?? doors.processors()
    let pipeline = Pipeline<Workload, (work: Work, left: Int?), Screener.Result, ScreenRun>(
      from: Workload(options.operands, environment, standardInput: options.standardInput), to: self)
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
    for claim in result.claims { claims.add(claim.record, at: claim.place) }
    for (offset, row) in result.rows.enumerated()
    where options.only == nil || row.verdict == options.only {
      screening.rows.append((screening.totals.applications + offset, row))
    }
    problem = reports?.write(result.reports)
    screening.totals.add(result.totals)
    problem = problem ?? output.write(result.lines) ?? claimsFile?.write(result.claimLines)
    progress.show(screening.totals.applications, left: result.filesLeft)
    screening.wasInterrupted = environment.batch.isInterrupted()
    return problem == nil && !screening.wasInterrupted
  }

  /// Says what can be said only at the end.
  private mutating func conclude() -> ExitStatus {
    if let problem { return fail(problem) }
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
    return writeEnd()
  }

  /// Writes what can be written only at the end.
  private mutating func writeEnd() -> ExitStatus {
    claims.conclude(&screening, bureau: options.bureau)
    // What is not whole must not pass for a part.
    if screening.wasInterrupted { claimsFile?.abandon() }
    let status =
      screening.wasInterrupted ? .interrupted : screening.totals.status
    let problem =
      output.write(format.end(screening)) ?? output.complete()
      ?? claimsFile?.complete(screening.totals)
    if let problem {
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

  /// Leaves nothing behind that is not complete.
  private mutating func abandon() {
    output.abandon()
    claimsFile?.abandon()
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

extension Format {
  /// The form in which a batch is written.
  func screening(_ options: Options, _ environment: Environment) -> any ScreeningFormat {
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
