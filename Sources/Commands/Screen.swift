// A bureau's whole intake at once: one row for each application, totals, and contradictions.

import Batch
import BatchReports
import Eligibility
import HostSystem
import Judging
import Reports

/// The command `screen`.
enum Screen {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    if let refusal = Check.refusal(
      of: options.asOf, by: options.programme, in: options.language)
    {
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
  private let screener: Screener
  private var screening: Screening
  private var claims = PlacedClaims()
  private var claimsFile: ClaimsFile?
  private var progress: Progress
  private var outputs: [BatchWriter]
  private var reports: ReportFolder?
  /// Why nothing more can be written.
  private var problem: WriteProblem?

  init(_ options: Options, _ secret: ClaimSecret?, _ environment: Environment) {
    self.options = options
    screening = Screening(options.programme)
    let system = environment.batch
    let claimKey = secret?.key ?? ClaimKey(system.randomWord(), system.randomWord())
    if let path = options.claims, let secret {
      claimsFile = ClaimsFile(
        path, ClaimsHeader(secret, asOf: options.asOf, strictness: options.strictness), environment)
    }
    self.environment = environment
    let targets = options.targets.all
    let formats = targets.map { $0.screening(options, environment) }
    screener = Screener(
      options: ScreenerOptions(
        programme: options.programme, language: options.language, asOf: options.asOf,
        strictness: options.strictness, only: options.only,
        fullReports: options.reportsFolder.map { _ in options.reportsFormat },
        writesClaims: options.claims != nil), formats: formats, claimKey: claimKey,
      environment: environment)
    progress = Progress(environment, language: options.language)
    outputs = zip(targets, formats).map { target, format in
      BatchWriter(
        format, to: target.destination, in: options.language,
        isSilent: options.verbosity == .statusOnly, environment)
    }
    reports = options.reportsFolder.map { ReportFolder($0, options.reportsFormat, environment) }
    screening.only = options.only
  }

  /// Does all the work.
  consuming func status() -> ExitStatus {
    let problem =
      eachOutput { output, _ in output.begin() } ?? reports?.begin() ?? claimsFile?.begin()
    if let problem { return fail(problem) }
    let screener = self.screener
    let system = environment.batch
    let jobs = options.jobs ?? system.processors()
    let pipeline = Pipeline<BatchInput, (work: Work, left: Int?), Screener.Result, ScreenRun>(
      from: BatchInput(
        options.operands, environment, standardInput: options.standardInput,
        excluding: options.excluded),
      to: self)
    pipeline.run(
      jobs: jobs, on: system, next: { load in load.next().map { ($0, load.filesLeft) } },
      perform: { work, left in
        var result = screener.result(of: work)
        result.filesLeft = left
        return result
      }, take: { $0.take($1) })
    return pipeline.finish { input, run in
      run.screening.passedOver = input.passedOver
      return run.conclude()
    }
  }

  /// Takes the results of the next piece of work.
  ///
  /// - Returns: whether more is wanted.
  private mutating func take(_ result: Screener.Result) -> Bool {
    for source in result.claims { claims.add(source) }
    for (offset, row) in result.rows.enumerated()
    where options.only == nil || row.verdict == options.only {
      screening.rows.append((screening.totals.applications + offset, row))
      // Of too many nobody shows the reports, so the texts need not be kept.
      if screening.rows.count > screener.reportsAtMost {
        screening.rows[screening.rows.count - 1].row.fullReport = nil
      }
    }
    problem = reports?.write(result.reports)
    screening.totals.add(result.totals)
    problem =
      problem
      ?? eachOutput { output, number in
        output.write(result.lines[number], result.inspections[number])
      }
      ?? claimsFile?.write(result.claimLines)
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
          zh: "在 \(names) 中没有找到申报材料；文件夹中应有 *.json 或 *.ndjson",
          en: "no application was found in \(names); folders are searched for *.json and *.ndjson"
        )[options.language])
      for other in screening.passedOver.listed {
        environment.complain(
          Shown.text(other.source) + ": " + other.reason.sentence[options.language])
      }
      if screening.passedOver.unlisted > 0 {
        environment.complain(Listing.more(screening.passedOver.unlisted)[options.language])
      }
      return .unreadable
    }
    return writeEnd()
  }

  /// Does something with each output, until one cannot be written.
  private mutating func eachOutput(
    _ body: (_ output: inout BatchWriter, _ number: Int) -> WriteProblem?
  ) -> WriteProblem? {
    for number in outputs.indices {
      if let problem = body(&outputs[number], number) { return problem }
    }
    return nil
  }

  /// Writes what can be written only at the end.
  private mutating func writeEnd() -> ExitStatus {
    let system = environment.batch
    claims.conclude(&screening, bureau: options.bureauIntake) { count, body in
      system.concurrently(count, options.jobs ?? system.processors(), body)
    }
    // What is not whole must not pass for a part.
    if screening.wasInterrupted { claimsFile?.abandon() }
    let status =
      screening.wasInterrupted
      ? .interrupted : screening.totals.status(failingOn: options.failureCauses)
    let screening = self.screening
    if let problem = eachOutput({ output, _ in output.end(screening) }) { return fail(problem) }
    if screening.wasInterrupted { return keep() ?? status }
    let problem =
      eachOutput { output, _ in output.complete() }
      ?? claimsFile?.complete(screening.totals, of: options.programme)
    return problem.map { fail($0) } ?? status
  }

  /// Keeps what was finished before an interruption, and says so.
  private mutating func keep() -> ExitStatus? {
    let environment = self.environment
    let language = options.language
    environment.complain(
      Wording(
        zh: "已中止；已报告中止前完成的 \(screening.totals.applications) 份",
        en: "interrupted; applications finished and reported: \(screening.totals.applications)"
      )[language])
    let problem = eachOutput { output, _ in
      output.keep { kept, own in
        let (place, target) = (kept.sanitizedName(), own.sanitizedName())
        environment.complain(
          Wording(
            zh: "未完成的报告保存在 \(place)，未写入 \(target)",
            en: "the unfinished report is kept in \(place); \(target) is left as it was")[language])
      }
    }
    return problem.map { fail($0) }
  }

  /// Leaves nothing behind that is not complete.
  private mutating func abandon() {
    for number in outputs.indices { outputs[number].abandon() }
    claimsFile?.abandon()
  }

  private mutating func fail(_ problem: WriteProblem) -> ExitStatus {
    abandon()
    progress.end()
    let (name, reason) = (problem.name.sanitizedName(), problem.reason.sanitized())
    environment.complain(
      Wording(zh: "\(name) 无法写入：\(reason)", en: "\(name) cannot be written: \(reason)")[
        options.language])
    return .unwritable
  }
}

extension ReportTarget {
  /// The form in which a batch is written there.
  func screening(_ options: Options, _ environment: Environment) -> ScreeningFormat {
    let language = options.language
    let inspector = options.inspector(for: [options.programme])
    switch format {
    case .json: return ScreeningJSON(language: language).format
    case .html: return ScreeningHTML(language: language).format
    default:
      if Program.isInPage {
        return ScreeningCSV(language: language, columns: options.columns).format
      }
    }
    if let form = format.integration(inspector) { return .integration(form, inspector) }
    return switch format {
    case .letter: ScreeningLetters(language: language).format
    case .recommendation: Recommendation(language: language).format
    case .ndjson: ScreeningNDJSON(options.programme, language: language).format
    case .csv: ScreeningCSV(language: language, columns: options.columns).format
    case .markdown: ScreeningMarkdown(language: language).format
    default:
      ScreeningText(
        language: language, width: environment.width(for: destination),
        coloring: environment.coloring(for: destination, options.color)
      ).format
    }
  }
}
