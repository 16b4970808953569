// The main job: reads each application, judges it, and writes one report for each.

import ChampionRules
import Eligibility

/// The command `check`.
enum Check {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    if let refusal = refusal(of: options.asOf, in: language) {
      environment.complain(refusal)
      return .usage
    }
    var reports: [Report] = []
    var status = ExitStatus.success
    for (source, name) in zip(options.sources, options.operands) {
      switch environment.read(source) {
      case .success(let bytes):
        let filing = Filing(
          source: name, bytes: bytes, decodeGB18030: environment.decodeGB18030)
        guard
          let report = Report(filing, asOf: options.asOf, strictness: options.strictness)
        else { return .defect }
        reports.append(report)
        status = max(status, report.status)
      case .failure(let failure):
        environment.complain(Shown.text(name) + ": " + failure.reason[language])
        status = max(status, .unreadable)
      }
    }
    if reports.isEmpty { return status }
    switch options.format {
    case .text:
      let report = TextReport(
        language: language, width: environment.width(for: options),
        coloring: environment.coloring(for: options))
      return environment.deliver(report.text(reports), for: options, ending: status)
    default:
      return environment.deliver(
        JSONReport(language: language).bytes(reports), for: options, ending: status)
    }
  }

  /// Why the regulation does not apply on an assumed day, if it does not.
  static func refusal(of day: Day?, in language: Language) -> String? {
    guard let day, case .failure(let refusal) = Rulebook.champion.edition(on: day) else {
      return nil
    }
    return Wording(
      zh: "--as-of \(refusal.day) 早于办法施行之日 \(refusal.since)，不能依本办法判断；请改为该日或之后的日期",
      en: "--as-of \(refusal.day) is before the measures took effect on \(refusal.since), so they "
        + "do not apply; name that day or a later one")[language]
  }
}
