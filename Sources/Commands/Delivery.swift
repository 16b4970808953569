// A report is worth nothing where it cannot be handed over; here that outcome becomes a status.

import Eligibility
import HostSystem
import Judging
import Reports

extension Environment {
  /// Hands each report of a run to where the options want it.
  ///
  /// - Parameters:
  ///   - options: where reports go, whether they are wanted at all, and the language of complaints.
  ///   - status: how the run ends where the reports arrive.
  ///   - report: writes the whole report in UTF-8, or nothing where there is none of that form.
  /// - Returns: that status, or that output cannot be written, after saying so on standard error.
  func deliver(
    for options: Options, ending status: ExitStatus, _ report: (ReportTarget) -> [UInt8]?
  ) -> ExitStatus {
    var ending = status
    for target in options.targets.all {
      if target.destination == .standardOutput, options.verbosity == .statusOnly { continue }
      guard let bytes = report(target) else { continue }
      switch target.destination {
      case .file(let path):
        ending = conclude(
          writeWhole(path, bytes), status: ending, options.language, target: Shown.quoted(path))
      case .standardOutput: ending = print(bytes, in: options.language, ending: ending)
      }
    }
    return ending
  }

  /// Writes to standard output; see `deliver` for the status.
  func print(_ text: [UInt8], in language: Language, ending status: ExitStatus) -> ExitStatus {
    conclude(
      write(text, .output), status: status, language,
      target: Wording(zh: "标准输出", en: "standard output"))
  }

  /// Says something on standard error, where the program's name begins every message.
  ///
  /// A message that cannot be delivered there has nowhere else to go.
  func complain(_ message: String) {
    _ = write(FileName.written(in: "\(Program.name): \(message)\n"), .error)
  }

  private func conclude(
    _ result: WriteResult, status: ExitStatus, _ language: Language, target: Wording
  ) -> ExitStatus {
    switch result {
    case .written, .brokenPipe: return status
    case .failed(let reason):
      let message = Wording(
        zh: "\(target.zh)无法写入：\(reason.sanitized())",
        en: "\(target.en) cannot be written: \(reason.sanitized())")
      complain(message[language])
      return max(status, .unwritable)
    }
  }
}

extension Environment {
  /// All bytes of a source.
  func read(_ source: Source) -> Result<[UInt8], ReadFailure> {
    switch source {
    case .standardInput: readStandardInput(greatestSize)
    case .file(let path): read(path)
    }
  }

  /// The same world, in which a run reads as much of a file as its options allow.
  func limited(by options: Options) -> Environment {
    var limited = self
    limited.greatestSize = options.greatestSize
    return limited
  }
}
