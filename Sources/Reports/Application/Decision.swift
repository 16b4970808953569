// The question that every reader of a report has first: can this enterprise apply, and what is to be done next.

import Eligibility
import Judging

/// What decides a verdict, and what is to be done next, in a sentence each.
struct Decision {
  /// What decides: the conditions in the way, or that there are none.
  let reason: Wording
  /// What is to be done next, the most pressing first; `nil` where nothing is known to be.
  let next: Wording?

  init(_ report: JudgedApplication) {
    guard report.isApplication else {
      let fault = report.faults.first?.reason
      reason = Decision.wording { fault?.says(in: $0) ?? "" }
      next = fault?.message.mend.map { _ in Decision.wording { fault?.mend(in: $0) ?? "" } }
      return
    }
    let unmet = report.rulesVerdict == .ineligible ? report.deciding : []
    let open = report.rulesVerdict == .undetermined ? report.deciding : []
    // Where more is open than that facts are missing.
    let doubtful = open.filter { report.findings[$0].reason.message != .missing }
    if !unmet.isEmpty {
      reason = Decision.unmet(unmet, in: report)
    } else if !open.isEmpty {
      reason = Decision.open(open, doubtful, in: report)
    } else {
      let isFaulty = !report.faults.isEmpty
      reason = Wording(
        zh: "此处能够核对的必备条件均已达到" + (isFaulty ? "，但文件有错误" : "；是否认定由主管部门决定"),
        en: "every condition that can be checked here is met"
          + (isFaulty ? ", but the file has faults" : "; recognition is the department's decision"))
    }
    next = Decision.steps(of: report, unmet: unmet, doubtful: doubtful)
  }

  /// The first of some criteria with their reasons.
  private static func named(
    _ criteria: ArraySlice<Int>, in report: JudgedApplication, _ language: Language
  ) -> [String] {
    criteria.map { number in
      report.programme.criteria[number].title[language]
        + Wording(zh: "：", en: ": ")[language]
        + report.findings[number].reason.says(in: language)
    }
  }

  /// The conditions that are unmet, the first ones with their reasons.
  private static func unmet(_ criteria: [Int], in report: JudgedApplication) -> Wording {
    let shown = criteria.prefix(2)
    let more = criteria.count - shown.count
    return wording { language in
      var parts = named(shown, in: report, language)
      if more > 0 {
        parts.append(
          Wording(
            zh: "另有 \(more) 项条件未达到",
            en: "\(more) more condition\(more == 1 ? " is" : "s are") unmet")[language])
      }
      return parts.joined(separator: language == .zh ? "；" : "; ")
    }
  }

  /// How many conditions are open, and which; those where more than facts are missing with their reasons.
  private static func open(
    _ criteria: [Int], _ doubtful: [Int], in report: JudgedApplication
  ) -> Wording {
    let shown = criteria.prefix(3)
    let isCut = criteria.count > shown.count
    return wording { language in
      let titles = shown.map { report.programme.criteria[$0].title[language] }
        .joined(separator: language == .zh ? "、" : ", ")
      let count = Wording(
        zh: "\(criteria.count) 项必备条件尚不能判断（\(titles)\(isCut ? "等" : "")）",
        en: "\(criteria.count) condition\(criteria.count == 1 ? "" : "s") cannot be decided yet "
          + "(\(titles)\(isCut ? ", …" : ""))")[language]
      let reasons = named(doubtful.prefix(2), in: report, language)
      if doubtful.count == criteria.count, criteria.count <= 2 {
        return reasons.joined(separator: language == .zh ? "；" : "; ")
      }
      return ([count] + reasons).joined(separator: language == .zh ? "；" : "; ")
    }
  }

  private static func steps(
    of report: JudgedApplication, unmet: [Int], doubtful: [Int]
  ) -> Wording? {
    var steps: [Wording] = []
    let (faults, missing) = (report.faultCount, report.missing.count)
    let (doubts, evidence) = (report.notices.count, report.evidence.count)
    if faults > 0 {
      steps.append(
        Wording(
          zh: "更正文件中的 \(faults) 处错误",
          en: "correct the \(faults) fault\(faults == 1 ? "" : "s") of the file"))
    }
    if doubts > 0 {
      steps.append(
        Wording(zh: "核实 \(doubts) 条提示", en: "verify \(doubts) notice\(doubts == 1 ? "" : "s")"))
    }
    let deciding = unmet.first ?? doubtful.first
    if let reason = deciding.map({ report.findings[$0].reason }), reason.message.mend != nil {
      steps.append(wording { reason.mend(in: $0) ?? "" })
    }
    if missing > 0 {
      steps.append(
        Wording(
          zh: "补充 \(missing) 项缺失的内容",
          en: "fill in \(missing) missing fact\(missing == 1 ? "" : "s")"))
    }
    if evidence > 0 {
      steps.append(
        Wording(
          zh: "附上 \(evidence) 项证明材料",
          en: "attach \(evidence) piece\(evidence == 1 ? "" : "s") of evidence"))
    }
    if report.verdict == .eligible {
      let bureau = report.header.bureau.map { report.programme.bureaus[$0].label }
      steps.append(
        Wording(
          zh: "向\(bureau.map { $0.zh + "工信部门" } ?? "受理部门")申报",
          en: "file it with \(bureau.map { "the bureau of " + $0.en } ?? "the bureau")"))
    }
    if steps.isEmpty { return nil }
    return wording { language in
      steps.map { $0[language] }.joined(separator: language == .zh ? "；" : "; ")
    }
  }

  private static func wording(_ make: (Language) -> String) -> Wording {
    Wording(zh: make(.zh), en: make(.en))
  }
}

extension JudgedApplication {
  /// The numbers of the criteria that enter the verdict.
  var requirements: [Int] {
    programme.criteria.indices.filter { strictness.requires(programme.criteria[$0].role) }
  }
}
