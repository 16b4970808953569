// The question that every reader of a report has first: can this enterprise apply, and what is to be done next.

import Eligibility
import HostSystem
import Judging

/// What decides a verdict, and what is to be done next, in a sentence each.
struct Decision {
  private let report: JudgedApplication
  private let language: Language
  /// The facts that are missing and not faulty besides.
  private let missing: [(place: Pointer, criteria: [Int])]
  /// The conditions in the way.
  private let deciding: [Int]

  /// - Parameter missing: ``JudgedApplication/missingBesideFaults``, which takes long to find.
  init(
    _ report: JudgedApplication, missing: [(place: Pointer, criteria: [Int])],
    in language: Language
  ) {
    self.report = report
    self.language = language
    self.missing = missing
    deciding = report.deciding
  }

  /// What decides: the conditions in the way, or that there are none.
  var reason: String {
    if !report.isApplication { return report.faults.first?.reason.says(in: language) ?? "" }
    switch report.rulesVerdict {
    case .undetermined where !report.faults.isEmpty:
      let count = report.faultCount
      return Wording(
        zh: "文件有 \(count) 处错误，更正后才能判定",
        en: "the file has \(count) fault\(count == 1 ? "" : "s") to correct first")[language]
    case .eligible:
      let isFaulty = !report.faults.isEmpty
      if !isFaulty, let meaning = report.eligibleMeaning { return meaning.says(in: language) }
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
      // Where everything open is named with its reason, that says it all; where much is, names have to do.
      if reasons.count == deciding.count { return joined(reasons) }
      return joined([open] + (doubtful.count > 2 ? [] : reasons))
    }
  }

  /// What is to be done next, the most pressing first; `nil` where nothing is known to be.
  var next: String? {
    if !report.isApplication {
      if report.isOtherText {
        return Wording(
          zh: "这不是申报文件；先运行 jlcheck init 申报.json",
          en: "this is no application; run jlcheck init application.json first")[language]
      }
      return report.faults.first?.reason.mend(in: language)
    }
    let (faults, notices) = (report.faultCount, report.noticesBesideFaults.count)
    let evidence = report.evidence.count
    var steps: [String] = []
    func add(_ zh: String, _ en: String, where isWanted: Bool) {
      if isWanted { steps.append(Wording(zh: zh, en: en)[language]) }
    }
    func plural(_ count: Int) -> String { count == 1 ? "" : "s" }
    add(
      "更正文件中的 \(faults) 处错误", "correct the \(faults) fault\(plural(faults)) of the file",
      where: faults > 0)
    let decisive = missing.filter { report.decidesVerdict(missingFor: $0.criteria) }
    if let first = decisive.first {
      steps.append(filling(first.place, andOthers: decisive.count - 1))
    }
    let only = notices == 1 ? report.noticesBesideFaults[0].reason.mend(in: language) : nil
    add(
      only ?? "核实 \(notices) 条提示", only ?? "verify \(notices) notice\(plural(notices))",
      where: notices > 0)
    // What a condition takes is worked out on what the file says, which faults leave open.
    let inTheWay = report.rulesVerdict == .ineligible ? deciding : doubtful
    if faults == 0 { steps += mends(of: inTheWay) + mends(of: formalitiesUnmet) }
    let rest = missing.count - decisive.count
    // Faults may hide what a verdict takes.
    let isIdle = faults == 0
    let isOrderly = report.fileOrder.map { $0 == .yes } ?? true
    add(
      "补充\(decisive.isEmpty ? "" : "其余") \(rest) 项缺失的内容"
        + (!isIdle ? "" : isOrderly ? "（不影响结论）" : "（不影响结论，影响材料是否合乎要求）"),
      "fill in \(rest) \(decisive.isEmpty ? "" : "other ")missing fact\(plural(rest))"
        + (!isIdle
          ? "" : " (no effect on the verdict\(isOrderly ? "" : ", but on the file's order"))"),
      where: rest > 0)
    add(
      "附上 \(evidence) 项证明材料", "attach \(evidence) piece\(plural(evidence)) of evidence",
      where: evidence > 0)
    add(
      "各项何时、怎样满足，运行 jlcheck plan \(file)",
      "jlcheck plan \(file) says when and how each can be met",
      where: faults == 0 && !inTheWay.isEmpty && report.programme.canBePlanned)
    if notices > 0 {
      // What is doubtful may be the bureau itself.
      add(
        "核实无误后再申报", "file it once that is settled",
        where: report.verdict == .eligible && report.programme.closed == nil)
      return joined(steps)
    }
    let bureau = report.header.bureau.map { report.programme.bureaus[$0].label }
    add(
      "向\(bureau.map { $0.zh + "工信部门" } ?? "受理部门")申报",
      "file it with \(bureau.map { "the bureau of " + $0.en } ?? "the bureau")",
      where: report.verdict == .eligible && report.programme.closed == nil)
    return steps.isEmpty ? nil : joined(steps)
  }

  /// That a fact on which the verdict waits is to be filled in, with what stands for none, and how many more.
  private func filling(_ place: Pointer, andOthers others: Int) -> String {
    let label = report.programme.label(of: place, in: language)
    var none = Wording(zh: "", en: "")
    if case .list(.object, _)? = report.programme.type(of: place) {
      none = Wording(zh: "，没有的，写 []", en: ", [] where there is none")
    }
    let more = Wording(
      zh: others > 0 ? "及另外 \(others) 项影响结论的内容" : "",
      en: others > 0 ? " and \(others) more on which the verdict depends" : "")
    return Wording(
      zh: "填写“\(label)”（\(place)\(none.zh)）\(more.zh)",
      en: "fill in “\(label)” (\(place)\(none.en))\(more.en)")[language]
  }

  /// What would meet conditions, each with its name where there are more, and the first three only.
  private func mends(of criteria: [Int]) -> [String] {
    var mends: [(names: [String], mend: String)] = []
    for number in criteria {
      guard let mend = report.findings[number].reason.mend(in: language) else { continue }
      let name = report.programme.criteria[number].title[language]
      if let known = mends.firstIndex(where: { $0.mend == mend }) {
        mends[known].names.append(name)
      } else {
        mends.append(([name], mend))
      }
    }
    if criteria == deciding, deciding.count == 1 { return mends.map { $0.mend } }
    return mends.prefix(3).map { names, mend in
      names.joined(by: Wording(zh: "、", en: ", ")[language])
        + Wording(zh: "：", en: ": ")[language] + mend
    }
  }

  /// The file as a command names it, where that is short and needs no quotation marks.
  private var file: String {
    let source = report.text.source
    let isPlain =
      report.text.line == nil && source != "-" && source.columns <= 32
      && source.unicodeScalars.allSatisfy { $0.isPlainInShell }
    return isPlain ? source : Wording(zh: "文件", en: "FILE")[language]
  }

  /// The open conditions of which more is open than that facts are missing.
  private var doubtful: [Int] {
    report.rulesVerdict == .undetermined
      ? deciding.filter { report.findings[$0].reason.message != .missing } : []
  }

  /// What the file itself does not meet.
  private var formalitiesUnmet: [Int] {
    report.programme.formalities.filter { report.findings[$0].outcome == .unmet }
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

extension Unicode.Scalar {
  /// Whether a shell takes it as it is, and so does a terminal: ASCII of names of files, and Chinese characters.
  fileprivate var isPlainInShell: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", "\u{4E00}"..."\u{9FFF}": true
    default: false
    }
  }
}
