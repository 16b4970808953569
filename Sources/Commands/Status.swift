// Holders and their bureaus ask how titles stand, and what falls due when.

import Batch
import BatchReports
import Eligibility
import HostSystem
import Judging
import Reports

/// The command `status`.
enum StatusCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    guard let usual = options.programmes.holders.first else {
      environment.complain(
        Wording(zh: "没有关于称号后续义务的办法", en: "there is no programme for holders of titles")[language])
      return .usage
    }
    var reader = HistoryReader(options, usual, environment)
    reader.readAll()
    if let refusal = reader.refusal {
      environment.complain(refusal)
      return .usage
    }
    if reader.histories.isEmpty {
      let names = options.operands.map(Shown.text).joined(separator: ", ")
      environment.complain(
        Wording(
          zh: "在 \(names) 中没有找到称号的历史；文件夹中应有 *.json 或 *.ndjson",
          en: "no history was found in \(names); folders are searched for *.json and *.ndjson")[
            language])
      return .unreadable
    }
    let register = TitleRegister(reader.histories)
    return environment.deliver(for: options, ending: register.status) { target in
      let reports = StatusReports(
        language: language, width: environment.width(for: target.destination),
        coloring: environment.coloring(for: target.destination, options.color))
      let bytes = reports.bytes(register, as: target.format)
      if bytes == nil {
        environment.complain(
          Wording(zh: "没有将到期的日期，未写日历", en: "no date is to come, so no calendar is written")[
            language])
      }
      return bytes
    }
  }
}

/// Reads histories one after the other; a register is small beside what a batch can be.
private struct HistoryReader {
  let options: Options
  let usual: Programme
  let environment: Environment
  var histories: [Checked] = []
  /// Why the regulation of a history says nothing about the day asked for, if it does not.
  var refusal: String?

  init(_ options: Options, _ usual: Programme, _ environment: Environment) {
    self.options = options
    self.usual = options.programmeID.flatMap(options.programmes.any) ?? usual
    self.environment = environment
  }

  mutating func readAll() {
    // A page has no folders and no streams.
    if Program.isInPage {
      for path in options.operands { read(path) }
      return
    }
    var input = BatchInput(options.operands, environment, excluding: options.excluded)
    while let work = input.next() {
      switch work {
      case .failure(let place, let failure): add(place, .failure(failure))
      case .files(let paths):
        for path in paths { read(path) }
      case .lines(let source, let firstLine, let bytes):
        var lines: [(Int, [UInt8])] = []
        bytes.withUnsafeBufferPointer { all in
          BatchInput.eachLine(of: all, from: firstLine) { lines.append(($1, Array(all[$0]))) }
        }
        for (line, bytes) in lines {
          judge(ApplicationLocation(source: source, line: line), bytes)
        }
      }
    }
  }

  private mutating func read(_ path: String) {
    let place = ApplicationLocation(source: path, line: nil)
    switch environment.read(path) {
    case .failure(let failure): add(place, .failure(failure))
    case .success(let bytes): judge(place, bytes)
    }
  }

  private mutating func judge(_ place: ApplicationLocation, _ bytes: [UInt8]) {
    let text = ApplicationText(
      source: place.source, line: place.line, bytes: bytes,
      decodeGB18030: environment.decodeGB18030)
    let programme = options.programmes.holders(of: text, or: usual)
    refusal = refusal ?? Check.refusal(of: options.asOf, by: programme, in: options.language)
    add(
      place,
      .success(programme.judge(text, JudgingOptions(asOf: options.asOf, isForReport: false))))
  }

  private mutating func add(
    _ place: ApplicationLocation, _ result: Result<JudgedApplication, ReadFailure>
  ) {
    if case .failure(let failure) = result {
      environment.complain(Shown.text(place.source) + ": " + failure.reason[options.language])
    }
    histories.append(Checked(place: place, result: result))
  }
}
