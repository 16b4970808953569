// Whoever is handed a report can have it made again from the application, and see whether it is the same.

import Eligibility
import HostSystem
import Judging
import Reports

/// The command `verify`.
enum Verify {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    func complain(_ name: String, _ reason: Wording) {
      environment.complain(Shown.text(name) + ": " + reason[language])
    }
    let name = options.operands[0]
    let files = Array(options.operands.dropFirst())
    let receipt: Receipt
    switch environment.read(Source(name)) {
    case .failure(let failure):
      complain(name, failure.reason)
      return .unreadable
    case .success(let bytes):
      guard let read = Receipt(of: bytes), let _ = options.programmes.named(read.programme) else {
        complain(name, noReport)
        return .malformed
      }
      receipt = read
    }
    if receipt.applications.count != files.count {
      let count = receipt.applications.count
      complain(
        name,
        Wording(
          zh: "报告有 \(count) 份申报材料，给出了 \(files.count) 个文件；请按报告的次序逐一给出",
          en: "it reports on \(count), and \(files.count) files are named; name them in its order"))
      return .usage
    }
    let usual = options.programmes.named(receipt.programme) ?? options.programme
    var reports: [JudgedApplication] = []
    for (filed, file) in zip(receipt.applications, files) {
      switch environment.read(Source(file)) {
      case .failure(let failure):
        complain(file, failure.reason)
        return .unreadable
      case .success(let bytes):
        let text = ApplicationText(
          source: filed.source, line: filed.line,
          bytes: filed.line.map { Verify.line($0, of: bytes) } ?? bytes,
          decodeGB18030: environment.decodeGB18030)
        reports.append(
          options.programmes.programme(of: text, or: usual).judge(
            text, JudgingOptions(asOf: filed.assumedDay, strictness: filed.strictness)))
      }
    }
    let verification = Verification(receipt, against: reports, usual: usual)
    let status: ExitStatus = verification.isSame ? .success : .ineligible
    return environment.deliver(for: options, ending: status) { target in
      target.format == .json
        ? VerificationJSON(language: language).bytes(verification)
        : VerificationText(language: language, width: environment.width(for: target.destination))
          .bytes(verification)
    }
  }

  private static let noReport = Wording(
    zh: "不是 check --format json 写出的报告（或其形式为另一版本）",
    en: "it is no report that check --format json wrote, or one of another form")

  /// One line of a file, which reports count from 1; empty where there are fewer.
  private static func line(_ number: Int, of bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: max(number, 1), omittingEmptySubsequences: false)
    return (1...lines.count).contains(number) ? Array(lines[number - 1]) : []
  }
}
