// Whoever does not qualify yet, or is not sure, asks what it takes and when.

import Eligibility
import HostSystem
import Judging
import Reports

/// The command `plan`.
enum PlanCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    let name = options.operands.first ?? "-"
    let text: ApplicationText
    switch environment.read(Source(name)) {
    case .success(let bytes):
      text = ApplicationText(
        source: name, bytes: bytes, decodeGB18030: environment.decodeGB18030)
    case .failure(let failure):
      environment.complain(Shown.text(name) + ": " + failure.reason[language])
      return .unreadable
    }
    let programme = options.programmes.programme(of: text, or: options.programme)
    guard programme.canBePlanned else {
      environment.complain(
        Wording(
          zh: "该办法没有规划的规则，不能规划", en: "this programme does not say how to plan ahead")[language])
      return .usage
    }
    if let refusal = Check.refusal(of: options.asOf, by: programme, in: language) {
      environment.complain(refusal)
      return .usage
    }
    var plan: Plan
    do throws(EditFault) {
      plan = try programme.plan(text)
      let tried = try edits(options, programme)
      if !tried.isEmpty {
        let changed = try programme.plan(text, trying: tried)
        // Where the file has faults of its own that the changes do not mend, those are to be shown.
        if changed.today.faults.isEmpty {
          plan = changed
        } else if plan.today.faults.isEmpty {
          for fault in changed.today.faults {
            complain(fault.reason, at: fault.pointer ?? "", language, environment)
          }
          return .usage
        }
      }
    } catch {
      complain(error.reason, at: "", language, environment)
      return .usage
    }
    return environment.deliver(for: options, ending: plan.status) { target in
      PlanReports(
        text: PlanText(
          language: language, width: environment.width(for: target.destination),
          coloring: environment.coloring(for: target.destination, options.color)),
        arguments: environment.arguments
      ).bytes(plan, as: target.format)
    }
  }

  /// The changes that are tried, in the order of the line behind the filing date.
  private static func edits(
    _ options: Options, _ programme: Programme
  ) throws(EditFault) -> [FactEdit] {
    var edits: [FactEdit] = []
    if let day = options.asOf { edits.append(FactEdit("/filingDate", .day(day))) }
    for word in options.assumed { edits.append(try programme.edit(word)) }
    return edits
  }

  /// Says what is wrong with a change.
  private static func complain(
    _ reason: Reason, at pointer: String, _ language: Language, _ environment: Environment
  ) {
    var message = Flag.assume.long + (pointer.isEmpty ? "" : " " + Shown.text(pointer)) + ": "
    message += reason.says(in: language)
    if let mend = reason.mend(in: language) {
      message += Wording(zh: "；", en: "; ")[language] + mend
    }
    environment.complain(message)
  }
}
