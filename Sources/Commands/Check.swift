// The main job: reads each application, judges it, and writes one report for each.

import Eligibility
import HostSystem
import Judging
import Reports

/// The command `check`.
enum Check {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    var files: [Checked] = []
    var status = ExitStatus.success
    for name in options.operands {
      let source = Source(name)
      let place = ApplicationLocation(source: name, line: nil)
      switch environment.read(source) {
      case .success(let bytes):
        let text = ApplicationText(
          source: name, bytes: bytes, decodeGB18030: environment.decodeGB18030)
        if let id = text.named, options.programmes.holderIDs.contains(id) {
          environment.complain(Shown.text(name) + ": " + Check.history[language])
          return .usage
        }
        let programme = options.programmes.programme(of: text, or: options.programme)
        if let refusal = refusal(of: options.asOf, by: programme, in: language) {
          environment.complain(refusal)
          return .usage
        }
        let report = programme.judge(
          text, JudgingOptions(asOf: options.asOf, strictness: options.strictness))
        if options.passesByOthers, report.isOtherObject {
          environment.complain(Shown.text(name) + ": " + Check.passedBy[language])
          continue
        }
        files.append(Checked(place: place, result: .success(report)))
        status = max(status, options.failureCauses.status(of: report))
      case .failure(let failure):
        environment.complain(
          Shown.text(name) + ": "
            + (failure == .isDirectory ? Check.folder : failure.reason)[language])
        files.append(Checked(place: place, result: .failure(failure)))
        status = max(status, .unreadable)
      }
    }
    return environment.deliver(for: options, ending: status) { target in
      FullReports(
        programme: options.programme, strictness: options.strictness,
        text: TextReport(
          language: language, width: environment.width(for: target.destination),
          coloring: environment.coloring(for: target.destination, options.color),
          isVerbose: options.verbosity == .everything),
        arguments: environment.arguments
      ).bytes(files, as: target.format)
    }
  }

  /// What is said of a folder.
  private static let folder = Wording(
    zh: "这是文件夹；check 逐个核对文件，整个文件夹用 \(Program.name) screen 核对",
    en: "it is a folder, and check takes single files; \(Program.name) screen takes whole folders")

  /// What is said of the history of a title.
  private static let history = Wording(
    zh: "这是称号的历史，不是申报材料；运行 \(Program.name) status",
    en: "it is the history of a title and no application; \(Program.name) status takes it")

  /// What is said of an object that has nothing of an application, where such are passed by.
  private static let passedBy = Wording(
    zh: "不是申报材料，已略过", en: "it is no application, and is passed by")

  /// Why the regulation does not apply on an assumed day, if it does not.
  static func refusal(
    of day: Day?, by programme: Programme, in language: Language
  ) -> String? {
    guard let day, day < programme.inForce else { return nil }
    let since = programme.inForce
    return Wording(
      zh: "--as-of \(day) 早于办法施行之日 \(since)，不能依本办法判断；请改为该日或之后的日期",
      en: "--as-of \(day) is before the measures took effect on \(since), so they "
        + "do not apply; name that day or a later one")[language]
  }
}
