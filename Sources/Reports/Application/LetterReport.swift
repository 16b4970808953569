// A bureau writes to an applicant what its application lacks; the applicant mends it with the letter in hand.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// Writes letters that ask applicants to complete or correct what they filed.
///
/// Plain text with a line for each thing, so that it can be pasted into a document; a letter is about one
/// application and says nothing of others. Office, person, date and seal are left for the officer to fill in.
public struct LetterReport {
  /// The language of the letter.
  public let language: Language

  /// Creates a writer of letters in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The letters in UTF-8, each on pages of its own.
  public func bytes(_ reports: [JudgedApplication]) -> [UInt8] {
    // A form feed ends a page on paper.
    Array(reports.map(letter).joined(separator: "\u{0C}\n").utf8)
  }

  private func letter(_ report: JudgedApplication) -> String {
    let parts = self.parts(of: report)
    var lines = [
      Wording(zh: "申报材料补正通知", en: "Notice to complete an application")[language], "",
      Wording(zh: "编号：", en: "Number: ")[language] + blank(12), "",
      addressee(report), "", opening(report, asksForNothing: parts.isEmpty),
    ]
    for (number, part) in parts.enumerated() {
      let numeral =
        language == .zh ? "一二三四五六七八九".dropFirst(number).prefix(1) + "、" : "\(number + 1). "
      lines += ["", numeral + part.title[language]] + part.lines.map { "    " + $0 }
    }
    lines += ["", closing, ""] + signature(report)
    return lines.joined(by: "\n") + "\n"
  }

  /// A part of a letter.
  private struct Part {
    let title: Wording
    let lines: [String]
  }

  /// What is to be done, the most pressing first; parts that ask nothing are left out.
  private func parts(of report: JudgedApplication) -> [Part] {
    let places = SourceMap(report.text)
    var parts = [
      Part(
        title: Wording(zh: "须更正的内容", en: "To be corrected"),
        lines: numbered(faults(of: report, places)))
    ]
    if report.isApplication {
      let missing = report.missingBesideFaults
      func entries(isNeeded: Bool) -> [String] {
        let wanted = missing.filter { fact in
          fact.criteria.contains { isCondition($0, of: report) } == isNeeded
        }
        return self.missing(wanted, of: report)
      }
      parts += [
        Part(
          title: Wording(zh: "须核实或说明的内容", en: "To be verified or explained"),
          lines: numbered(
            open(report)
              + report.noticesBesideFaults.listed.map { notice in
                sentence(
                  notice.places.first.map { report.programme.label(of: $0, in: language) } ?? "",
                  notice.reason)
              }, unlisted: report.noticesBesideFaults.unlisted)),
        Part(
          title: Wording(
            zh: "须补充的内容（必备条件据此核对）", en: "To be supplied, since conditions depend on it"),
          lines: numbered(entries(isNeeded: true))),
        Part(
          title: Wording(
            zh: "依现有材料不符合的条件（填写有误的，请更正并附证明）",
            en: "Conditions not met by what was filed (correct what is wrong, with proof)"),
          lines: numbered(unmet(of: report))),
        Part(
          title: Wording(
            zh: "尚未填写的其他内容（供专家评审和优先推荐）",
            en: "Not filled in, for experts and for preference"),
          lines: numbered(entries(isNeeded: false))),
        Part(
          title: Wording(zh: "须附送的证明材料", en: "Evidence to be attached"), lines: evidence(of: report)
        ),
      ]
    }
    return parts.filter { !$0.lines.isEmpty }
  }

  private func faults(of report: JudgedApplication, _ places: SourceMap) -> [String] {
    let listed = report.faults.map { fault in
      let label = fault.pointer.map { report.programme.label(ofPlace: $0, in: language) } ?? ""
      let line = fault.range.flatMap(places.position(of:)).map { position in
        Wording(
          zh: "（文件第 \(position.line) 行第 \(position.column) 列）",
          en: " (line \(position.line), column \(position.column) of the file)")[language]
      }
      return sentence(label, fault.reason) + (line ?? "")
    }
    let more = report.faultCount - report.faults.count
    return listed + (more > 0 ? [Listing.more(more)[language]] : [])
  }

  /// What is missing, by the first criterion that needs it, in the order of the form.
  private func missing(
    _ facts: [(place: Pointer, criteria: [Int])], of report: JudgedApplication
  ) -> [String] {
    let criteria = report.programme.criteria
    var groups: [(criterion: Int, labels: [String])] = []
    for (place, users) in facts {
      // A condition is what most depends on it.
      let condition = users.first { isCondition($0, of: report) }
      guard let criterion = condition ?? users.first else { continue }
      let label = report.programme.label(of: place, in: language)
      if let known = groups.firstIndex(where: { $0.criterion == criterion }) {
        groups[known].labels.append(label)
      } else {
        groups.append((criterion, [label]))
      }
    }
    return groups.map { criterion, labels in
      let shown = Array(labels.listed).joined(by: Wording(zh: "；", en: "; ")[language])
      let more = labels.unlisted
      return named(criteria[criterion]) + colon + shown
        + (more > 0 ? Wording(zh: "；", en: "; ")[language] + Listing.more(more)[language] : "")
    }
  }

  /// The conditions that are open for more than facts that are missing, with what would settle them.
  private func open(_ report: JudgedApplication) -> [String] {
    report.requirements
      .filter { report.findings[$0].outcome == .undetermined }
      .filter { number in
        let message = report.findings[number].reason.message
        return report.findings[number].missing.isEmpty
          || message != .missing && message.mend != nil
      }
      .map { sentence(named(report.programme.criteria[$0]), report.findings[$0].reason) }
  }

  private func unmet(of report: JudgedApplication) -> [String] {
    report.requirements
      .filter { report.findings[$0].outcome == .unmet }
      .map { number in
        named(report.programme.criteria[number]) + colon
          + report.findings[number].reason.says(in: language)
      }
  }

  private func evidence(of report: JudgedApplication) -> [String] {
    let evidence = report.evidence
    let lines = evidence.listed.map { request in
      var clauses: [String] = []
      for number in request.criteria {
        let clause = report.programme.criteria[number].clauses[0].citation(in: language)
        if !clauses.contains(clause) { clauses.append(clause) }
      }
      return "□ " + request.what[language]
        + Wording(zh: "（", en: " (")[language]
        + clauses.joined(by: Wording(zh: "、", en: ", ")[language])
        + Wording(zh: "）", en: ")")[language]
    }
    return lines + (evidence.unlisted > 0 ? [Listing.more(evidence.unlisted)[language]] : [])
  }

  // MARK: Frame

  private func addressee(_ report: JudgedApplication) -> String {
    let name = report.header.enterprise?.sanitized() ?? blank(16)
    let code = report.header.creditCode.map { code in
      Wording(zh: "（统一社会信用代码 \(code.text)）", en: " (social credit code \(code.text))")[language]
    }
    return name + (code ?? "") + Wording(zh: "：", en: ":")[language]
  }

  private func opening(_ report: JudgedApplication, asksForNothing: Bool) -> String {
    let year = report.header.year.map { String($0) } ?? blank(4)
    let product = report.header.product?.sanitized() ?? blank(12)
    let title = report.programme.title
    let document = report.edition.document
    let received = Wording(
      zh: "贵单位 \(year) 年度依《\(title.zh)》（\(document)）申报的材料（产品：\(product)）收悉。经逐条核对，",
      en:
        "We have received your application of \(year) under the \(title.en) (\(document); product: "
        + "\(product)). Held against them clause by clause, ")
    let request = Wording(
      zh: "请于\(blank(4))年\(blank(2))月\(blank(2))日前按下列事项补正，并将补正后的材料报送我单位。",
      en: "it needs what follows; please send us the completed application by \(blank(12)).")
    let nothing = Wording(zh: "材料中没有需要补正的事项。", en: "nothing in it needs to be completed.")
    return received[language] + (asksForNothing ? nothing : request)[language]
  }

  private var closing: String {
    Wording(
      zh: "本通知只列明申报材料中需要补正的事项，不是认定意见；是否认定由主管部门决定。",
      en:
        "This notice lists what the application lacks; it is no decision, which is the department's."
    )[
      language]
  }

  private func signature(_ report: JudgedApplication) -> [String] {
    let bureau = report.header.bureau.map { report.programme.bureaus[$0].label }
    return [
      Wording(
        zh: "联系人：\(blank(8))  电话：\(blank(12))", en: "Contact: \(blank(12))  Telephone: \(blank(12))"
      )[language],
      "",
      Wording(
        zh: "受理部门（盖章）：" + (bureau.map { $0.zh + "工信部门" } ?? blank(16)),
        en: "Office (seal): " + (bureau.map { "the bureau of " + $0.en } ?? blank(16)))[language],
      Wording(zh: "\(blank(4))年\(blank(2))月\(blank(2))日", en: "Date: \(blank(12))")[language],
    ]
  }

  // MARK: Parts of sentences

  /// Whether a criterion counts as a condition in this run.
  private func isCondition(_ number: Int, of report: JudgedApplication) -> Bool {
    report.strictness.requires(report.programme.criteria[number].role)
  }

  private var colon: String { Wording(zh: "：", en: ": ")[language] }

  private func blank(_ count: Int) -> String { String(repeating: "_", count: count) }

  private func named(_ criterion: CriterionDescription) -> String {
    criterion.title[language] + Wording(zh: "（", en: " (")[language]
      + criterion.clauses[0].citation(in: language) + Wording(zh: "）", en: ")")[language]
  }

  /// What is wrong, with what it is about, and what to do.
  private func sentence(_ label: String, _ reason: Reason) -> String {
    let mend = reason.mend(in: language).map {
      Wording(zh: "；处理办法：", en: "; to do: ")[language] + $0
    }
    return (label.isEmpty ? "" : label + colon) + reason.says(in: language) + (mend ?? "")
  }

  private func numbered(_ entries: [String], unlisted: Int = 0) -> [String] {
    let lines = entries.enumerated().map { number, entry in
      Wording(zh: "\(number + 1)．", en: "(\(number + 1)) ")[language] + entry
    }
    return lines + (unlisted > 0 ? [Listing.more(unlisted)[language]] : [])
  }
}
