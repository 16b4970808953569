// An enterprise asks where it stands among the titles, before it asks about any one of them.

import Eligibility
import HostSystem
import Judging
import Reports

/// The command `ladder`.
enum LadderCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let language = options.language
    guard let ladder = options.programmes.ladder?() else {
      environment.complain(
        Wording(zh: "没有梯度一览", en: "there is no ladder of titles")[language])
      return .usage
    }
    var texts: [ApplicationText] = []
    var isFaulty = false
    for name in options.operands.isEmpty ? ["-"] : options.operands {
      switch environment.read(Source(name)) {
      case .failure(let failure):
        environment.complain(Shown.text(name) + ": " + failure.reason[language])
        return .unreadable
      case .success(let bytes):
        let text = ApplicationText(
          source: name, bytes: bytes, decodeGB18030: environment.decodeGB18030)
        isFaulty = complain(about: text, ladder, options, environment) || isFaulty
        texts.append(text)
      }
    }
    if let refusal = differentEnterprises(texts, ladder) {
      environment.complain(refusal[language])
      return .usage
    }
    let report = ladder.report(texts, options.asOf)
    return environment.deliver(for: options, ending: isFaulty ? .malformed : .success) { target in
      LadderReports(
        language: language, width: environment.width(for: target.destination),
        coloring: environment.coloring(for: target.destination, options.color)
      ).bytes(report, as: target.format)
    }
  }

  /// Names the faults of a file on standard error, which leave facts unknown.
  private static func complain(
    about text: ApplicationText, _ ladder: LadderView, _ options: Options,
    _ environment: Environment
  ) -> Bool {
    if let named = text.named, named != ladder.id, options.programmes.named(named) == nil {
      let name = Shown.text(named)
      environment.complain(
        Wording(
          zh: "\(Shown.text(text.source))：没有编号为 \(name) 的办法，文件未经核对；programme 应为 "
            + "\(ladder.id) 或某一办法的编号",
          en:
            "\(Shown.text(text.source)): there is no programme \(name), so the file is not checked; "
            + "programme has to be \(ladder.id) or one that there is")[options.language])
      return true
    }
    let programme = options.programmes.programme(of: text, or: options.programme)
    let faults =
      text.named == ladder.id
      ? ladder.faults(text) : programme.judge(text, JudgingOptions(isForReport: false)).faults
    let places = SourceMap(text)
    for fault in faults {
      environment.complain(
        places.link(fault.range.map(places.position(of:))) + ": "
          + fault.reason.says(in: options.language))
    }
    return !faults.isEmpty
  }

  /// Why files cannot be put together: they name different enterprises, by their codes, or by their names where
  /// not both have one.
  private static func differentEnterprises(
    _ texts: [ApplicationText], _ ladder: LadderView
  ) -> Wording? {
    let reports = texts.map { ladder.report([$0], nil) }
    var different: [String] = []
    for (number, one) in reports.enumerated() {
      for other in reports[..<number] {
        let pair: (String?, String?)
        if let code = one.creditCode, let otherCode = other.creditCode {
          pair = (otherCode.text, code.text)
        } else {
          pair = (other.enterprise, one.enterprise)
        }
        guard let first = pair.0, let second = pair.1, first != second else { continue }
        for name in [first, second].map(Shown.text) where !different.contains(name) {
          different.append(name)
        }
      }
    }
    guard !different.isEmpty else { return nil }
    let list = different.joined(by: ", ")
    return Wording(
      zh: "所给文件属于不同企业（\(list)）；请只给出一家企业的文件",
      en: "the files are of different enterprises (\(list)); name those of one")
  }
}
