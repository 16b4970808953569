// The question that every reader of a report has first: can this enterprise apply, and what is to be done next.

import Eligibility
import HostSystem
import Judging

/// What decides a verdict, and what is to be done next, in a sentence each.
struct Decision {
  private let report: JudgedApplication
  private let language: Language
  /// How many facts are missing.
  private let missingCount: Int
  /// The conditions in the way.
  private let deciding: [Int]

  /// - Parameter missingCount: how many facts are missing, which takes long to say.
  init(_ report: JudgedApplication, missingCount: Int, in language: Language) {
    self.report = report
    self.language = language
    self.missingCount = missingCount
    deciding = report.deciding
  }

  /// What decides: the conditions in the way, or that there are none.
  var reason: String {
    if !report.isApplication { return report.faults.first?.reason.says(in: language) ?? "" }
    switch report.rulesVerdict {
    case .eligible:
      let isFaulty = !report.faults.isEmpty
      return Wording(
        zh: "此处能够核对的必备条件均已满足" + (isFaulty ? "，但文件有错误" : "；是否认定由主管部门决定"),
        en: "every condition that can be checked here is met"
          + (isFaulty ? ", but the file has faults" : "; recognition is the department's decision"))[
          language]
    case .ineligible:
      let more = deciding.count - 2
      let rest = Wording(
        zh: "另有 \(more) 项条件不符合",
        en: "\(more) more condition\(more == 1 ? " is" : "s are") unmet")
      return joined(named(deciding.prefix(2)) + (more > 0 ? [rest[language]] : []))
    case .undetermined:
      let reasons = named(doubtful.prefix(2))
      // Where everything open is named with its reason, that says it all.
      return joined(reasons.count == deciding.count ? reasons : [open] + reasons)
    }
  }

  /// What is to be done next, the most pressing first; `nil` where nothing is known to be.
  var next: String? {
    if !report.isApplication { return report.faults.first?.reason.mend(in: language) }
    let (faults, notices) = (report.faultCount, report.notices.count)
    let evidence = report.evidence.count
    var steps: [String] = []
    func add(_ zh: String, _ en: String, where isWanted: Bool) {
      if isWanted { steps.append(Wording(zh: zh, en: en)[language]) }
    }
    func plural(_ count: Int) -> String { count == 1 ? "" : "s" }
    add(
      "更正文件中的 \(faults) 处错误", "correct the \(faults) fault\(plural(faults)) of the file",
      where: faults > 0)
    add("核实 \(notices) 条提示", "verify \(notices) notice\(plural(notices))", where: notices > 0)
    let first = report.rulesVerdict == .ineligible ? deciding.first : doubtful.first
    if let mend = first.flatMap({ report.findings[$0].reason.mend(in: language) }) {
      steps.append(mend)
    }
    add(
      "补充 \(missingCount) 项缺失的内容",
      "fill in \(missingCount) missing fact\(plural(missingCount))", where: missingCount > 0)
    add(
      "附上 \(evidence) 项证明材料", "attach \(evidence) piece\(plural(evidence)) of evidence",
      where: evidence > 0)
    let bureau = report.header.bureau.map { report.programme.bureaus[$0].label }
    add(
      "向\(bureau.map { $0.zh + "工信部门" } ?? "受理部门")申报",
      "file it with \(bureau.map { "the bureau of " + $0.en } ?? "the bureau")",
      where: report.verdict == .eligible)
    return steps.isEmpty ? nil : joined(steps)
  }

  /// The open conditions of which more is open than that facts are missing.
  private var doubtful: [Int] {
    report.rulesVerdict == .undetermined
      ? deciding.filter { report.findings[$0].reason.message != .missing } : []
  }

  /// How many conditions are open, and which.
  private var open: String {
    let isCut = deciding.count > 3
    let titles = deciding.prefix(3).map { report.programme.criteria[$0].title[language] }
      .joined(by: Wording(zh: "、", en: ", ")[language])
    return Wording(
      zh: "\(deciding.count) 项必备条件尚不能判断（\(titles)\(isCut ? "等" : "")）",
      en: "\(deciding.count) condition\(deciding.count == 1 ? "" : "s") cannot be decided yet "
        + "(\(titles)\(isCut ? ", …" : ""))")[language]
  }

  /// Some conditions with their reasons.
  private func named(_ criteria: ArraySlice<Int>) -> [String] {
    criteria.map { number in
      report.programme.criteria[number].title[language]
        + Wording(zh: "：", en: ": ")[language]
        + report.findings[number].reason.says(in: language)
    }
  }

  private func joined(_ parts: [String]) -> String {
    parts.joined(by: Wording(zh: "；", en: "; ")[language])
  }
}
