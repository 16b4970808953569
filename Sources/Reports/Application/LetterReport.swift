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
    let isNothingAsked = parts.allSatisfy { !$0.asks }
    var lines = [
      (isNothingAsked
        ? Wording(zh: "申报材料核对情况告知", en: "Notice on a checked application")
        : Wording(zh: "申报材料补正通知", en: "Notice to complete an application"))[language],
      "", Wording(zh: "编号：", en: "Number: ")[language] + blank(12), "",
      addressee(report), "", opening(report, isNothingAsked: isNothingAsked),
    ]
    for (number, part) in parts.enumerated() {
      let numeral =
        language == .zh ? "一二三四五六七八九".dropFirst(number).prefix(1) + "、" : "\(number + 1). "
      lines += ["", numeral + part.title[language]] + part.lines.map { "    " + $0 }
    }
    lines += ["", closing(isNothingAsked: isNothingAsked), ""] + signature(report)
    return lines.joined(by: "\n") + "\n"
  }

  /// A part of a letter.
  private struct Part {
    let title: Wording
    let lines: [String]
    /// Whether the applicant is asked for something.
    var asks = true
  }

  /// What is to be done, the most pressing first; parts that have nothing to say are left out.
  private func parts(of report: JudgedApplication) -> [Part] {
    var parts = [
      Part(
        title: Wording(zh: "须更正的内容", en: "To be corrected"),
        lines: numbered(faults(of: report)))
    ]
    if report.isApplication {
      let asked = Asked(report)
      let hasFormalities = !report.programme.formalities.isEmpty
      let open = self.open(asked)
      let told = report.requirements.filter(asked.isTold).map { report.findings[$0] }
      let notices = asked.notices.filter { notice in
        !told.contains { $0.tells(of: notice) }
      }
      parts += [
        Part(
          title: Wording(zh: "须核实或说明的内容", en: "To be verified or explained"),
          lines: numbered(
            absent(asked) + open.conditions
              + notices.listed.map { notice in
                sentence(labels(of: Array(notice.places.prefix(1)), asked), notice.reason)
              }, unlisted: notices.unlisted)),
        Part(
          title: Wording(
            zh: "须补充的内容（必备条件\(hasFormalities ? "和材料要求" : "")据此核对）",
            en: "To be supplied, since conditions \(hasFormalities ? "or the file's order " : "")"
              + "depend on it"),
          lines: numbered(supplied(asked, areNeeded: true))),
        Part(
          title: Wording(
            zh: "依现有材料不符合的条件（填写有误的，请更正并附证明；所填无误的，目前不符合申报条件）",
            en:
              "Conditions not met by what was filed (correct what is wrong, with proof; if all is right, "
              + "there is no eligibility now)"),
          lines: numbered(unmet(of: report))),
        Part(
          title: Wording(
            zh: "不合要求的材料（请按要求重新报送）", en: "Not as the file has to be (to be filed anew)"),
          lines: numbered(
            report.programme.formalities.filter { report.findings[$0].outcome == .unmet }.map {
              sentence(named(report.programme.criteria[$0]), report.findings[$0].reason)
            })),
        Part(
          title: Wording(
            zh: "待主管部门确认的事项（无须补正）", en: "For the department to confirm; nothing is asked of you"),
          lines: numbered(open.readings), asks: false),
        Part(
          title: Wording(
            zh: "尚未填写的其他内容（供评审参考，不影响必备条件；没有的，请声明没有）",
            en:
              "Not filled in (for experts and for preference; no condition depends on it; declare what "
              + "there is none of)"),
          lines: numbered(supplied(asked, areNeeded: false))),
        Part(
          title: Wording(zh: "须附送的证明材料", en: "Evidence to be attached"), lines: evidence(asked)
        ),
      ]
    }
    return parts.filter { !$0.lines.isEmpty }
  }

  /// What is asked besides the faults, each thing in one place of the letter only.
  private struct Asked {
    let report: JudgedApplication
    let places: SourceMap
    /// The evidence, with the places where it still belongs.
    let evidence: [(what: Wording, criteria: [Int], places: [Pointer])]
    /// The facts that are asked as such, each with the criteria that need it: the conditions among them
    /// where there are any.
    let facts: [(place: Pointer, criteria: [Int], isNeeded: Bool)]
    let notices: [Notice]
    private let missing: Set<Pointer>
    private let faulty: FaultyPlaces

    init(_ report: JudgedApplication) {
      let faulty = FaultyPlaces(report)
      evidence = report.evidence.map { request in
        (request.what, request.criteria, request.places.filter { !faulty.cover($0) })
      }.filter { !$0.places.isEmpty }
      let documents = Set(evidence.flatMap { $0.places })
      let missing = report.missingBesideFaults
      facts = missing.filter { !documents.contains($0.place) }.map { place, criteria in
        let conditions = criteria.filter { number in
          let role = report.programme.criteria[number].role
          return role == .formality || report.strictness.requires(role)
        }
        return (place, conditions.isEmpty ? criteria : conditions, !conditions.isEmpty)
      }
      self.missing = Set(missing.map { $0.place })
      notices = report.noticesBesideFaults
      (self.report, self.faulty) = (report, faulty)
      places = SourceMap(report.text)
    }

    /// The facts that only one criterion needs.
    func facts(of criterion: Int) -> [Pointer] {
      facts.filter { $0.criteria == [criterion] }.map { $0.place }
    }

    /// Whether something of its own is said of an open condition: more than that facts are missing, and
    /// nothing that only follows from faults.
    func isTold(_ criterion: Int) -> Bool {
      let finding = report.findings[criterion]
      return finding.outcome == .undetermined && finding.reason.message != .missing
        && finding.missing.allSatisfy { missing.contains($0) }
        && (finding.places.isEmpty || !finding.places.allSatisfy(faulty.contain))
        && (finding.missing.isEmpty || finding.reason.message.mend != nil)
    }

    /// Whether what belongs into every application is not there, and no criterion asks for it.
    func lacks(_ place: Pointer) -> Bool {
      report.programme.type(of: place) != nil && !missing.contains(place) && !faulty.cover(place)
    }
  }

  private func faults(of report: JudgedApplication) -> [String] {
    let places = SourceMap(report.text)
    // Slips of a text that is no application are not worth mending.
    let other = Reason(.noApplication)
    let faults = report.faults.filter {
      !report.isOtherText || $0.reason.message.mend == other.message.mend
    }
    if faults.isEmpty, report.isOtherText { return [sentence("", other)] }
    return faults.map { fault in
      let label = fault.pointer.map { report.programme.label(ofPlace: $0, in: language) } ?? ""
      let line = fault.range.flatMap(places.position(of:)).map { position in
        Wording(
          zh: "（文件第 \(position.line) 行第 \(position.column) 列）",
          en: " (line \(position.line), column \(position.column) of the file)")[language]
      }
      return sentence(label, fault.reason) + (line ?? "")
    }
  }

  /// What belongs into every application, is not there and is not asked by any criterion.
  private func absent(_ asked: Asked) -> [String] {
    // What heads a report is asked by no criterion.
    let header = asked.report.header
    let members = asked.report.programme.members
    let places =
      (header.product == nil ? ["/product/name"] : []) + (header.bureau == nil ? ["/bureau"] : [])
    return places.map { Pointer($0) }.filter(asked.lacks).map { place in
      let clause = members.first { $0.pointer == place }?.field.clause
      return labels(of: [place], asked) + cited(clause.map { [$0] } ?? [])
        + Wording(zh: "：请填写", en: ": to be filled in")[language]
    }
  }

  /// What is missing, in the order of the form: each fact that several criteria need, and what only one needs
  /// under that one, with all that is to be said of it.
  private func supplied(_ asked: Asked, areNeeded: Bool) -> [String] {
    let criteria = asked.report.programme.criteria
    var lines: [String] = []
    var told: Set<Int> = []
    for (place, users, isNeeded) in asked.facts where isNeeded == areNeeded {
      if users.count > 1 {
        lines.append(
          labels(of: [place], asked, isNoneSaid: areNeeded)
            + cited(users.map { criteria[$0].clauses[0] }))
      } else if let user = users.first, told.insert(user).inserted {
        let facts = labels(
          of: asked.facts(of: user), asked, isNoneSaid: areNeeded)
        lines.append(
          areNeeded && asked.isTold(user)
            ? self.told(user, asked) + Wording(zh: "；填写：", en: "; fill in: ")[language] + facts
            : named(criteria[user]) + colon + facts)
      }
    }
    return lines
  }

  /// The conditions that are open although nothing is missing that they alone need, with what would settle
  /// them, and those that only wait for the department to say how a clause is read.
  private func open(_ asked: Asked) -> (conditions: [String], readings: [String]) {
    var open: (conditions: [String], readings: [String]) = ([], [])
    for number in asked.report.requirements
    where asked.isTold(number) && asked.facts(of: number).isEmpty {
      let finding = asked.report.findings[number]
      if finding.readings.isEmpty || finding.readings.contains(.unknown) {
        open.conditions.append(told(number, asked))
      } else {
        let reason = finding.reason
        open.readings.append(
          ([named(asked.report.programme.criteria[number]) + colon + reason.says(in: language)]
            + (reason.mend(in: language).map { [$0] } ?? [])).joined(by: semicolon))
      }
    }
    return open
  }

  /// What is said of a condition that is open, with the places of all notices that say the same.
  private func told(_ criterion: Int, _ asked: Asked) -> String {
    let (report, finding) = (asked.report, asked.report.findings[criterion])
    let notices = asked.notices.filter { finding.tells(of: $0) }
    let told = sentence(named(report.programme.criteria[criterion]), finding.reason)
    if notices.isEmpty { return told }
    return told + bracketed(labels(of: notices.map { $0.places[0] }, asked))
  }

  private func unmet(of report: JudgedApplication) -> [String] {
    report.requirements
      .filter { report.findings[$0].outcome == .unmet }
      .map { number in
        let reason = report.findings[number].reason
        // From when it is met again helps those whose statements are right.
        var mend: String?
        if case .day? = reason.values["free"] { mend = reason.mend(in: language) }
        return named(report.programme.criteria[number]) + colon + reason.says(in: language)
          + (mend.map { semicolon + $0 } ?? "")
      }
  }

  private func evidence(_ asked: Asked) -> [String] {
    let lines = asked.evidence.listed.map { what, criteria, places in
      let items = places.filter { $0.index != nil }
      return "□ " + what[language]
        + cited(criteria.flatMap { asked.report.programme.criteria[$0].clauses })
        + (items.isEmpty ? "" : colon + labels(of: items, asked, dropping: 1))
    }
    return lines
      + (asked.evidence.unlisted > 0 ? [Listing.more(asked.evidence.unlisted)[language]] : [])
  }

  // MARK: Frame

  private func addressee(_ report: JudgedApplication) -> String {
    let name = report.header.enterprise?.sanitized() ?? blank(16)
    let code = report.header.creditCode.map { code in
      Wording(zh: "（统一社会信用代码 \(code.text)）", en: " (social credit code \(code.text))")[language]
    }
    return name + (code ?? "") + Wording(zh: "：", en: ":")[language]
  }

  private func opening(_ report: JudgedApplication, isNothingAsked: Bool) -> String {
    let year = report.header.year.map { String($0) } ?? blank(4)
    let product = report.header.product?.sanitized() ?? blank(12)
    let object = report.programme.names.object
    let title = report.programme.title
    let document = report.edition.document
    let received = Wording(
      zh: "贵单位 \(year) 年度依《\(title.zh)》（\(document)）申报的材料（\(object.zh)：\(product)）收悉。",
      en:
        "We have received your application of \(year) under the \(title.en) (\(document); "
        + "\(object.en.lowercased()): \(product)). ")
    let checked =
      report.isApplication
      ? Wording(zh: "经逐条核对，", en: "We have checked it clause by clause: ")
      : Wording(zh: "所报文件无法读取，尚未核对；", en: "The file cannot be read and is not checked yet: ")
    // Of a round that is over nothing can be filed anew.
    if let closed = report.programme.closed {
      let follows =
        isNothingAsked
        ? Wording(zh: "材料中没有需要补正的事项。", en: "nothing in it needs to be completed. ")
        : Wording(zh: "材料有下列不足。", en: "it lacks what follows. ")
      let end = Wording(zh: "\(closed.zh)。", en: "\(closed.en).")
      return received[language] + checked[language] + follows[language] + end[language]
    }
    let asked =
      isNothingAsked
      ? Wording(zh: "材料中没有需要补正的事项。", en: "nothing in it needs to be completed.")
      : Wording(
        zh: "请于\(blank(4))年\(blank(2))月\(blank(2))日前按下列事项补正，并重新报送材料。",
        en: "it needs what follows; please file the completed application by \(blank(12)).")
    return received[language] + checked[language] + asked[language]
  }

  private func closing(isNothingAsked: Bool) -> String {
    let what =
      isNothingAsked
      ? Wording(zh: "本告知不要求补正", en: "This notice asks for nothing")
      : Wording(zh: "本通知只列明需要补正的事项", en: "This notice lists what the application lacks")
    let end = Wording(
      zh: "，不是认定意见；是否认定由主管部门决定。", en: "; it is no decision, which is the department's.")
    return what[language] + end[language]
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

  private var colon: String { Wording(zh: "：", en: ": ")[language] }

  private func blank(_ count: Int) -> String { String(repeating: "_", count: count) }

  private var semicolon: String { Wording(zh: "；", en: "; ")[language] }

  private func bracketed(_ text: String) -> String {
    Wording(zh: "（\(text)）", en: " (\(text))")[language]
  }

  /// The clauses in brackets, each once.
  private func cited(_ clauses: [Clause]) -> String {
    var known: [String] = []
    for clause in clauses.map({ $0.citation(in: language) }) where !known.contains(clause) {
      known.append(clause)
    }
    return known.isEmpty ? "" : bracketed(known.joined(by: Wording(zh: "、", en: "; ")[language]))
  }

  private func named(_ criterion: CriterionDescription) -> String {
    criterion.title[language] + cited(criterion.clauses)
  }

  /// What some facts are called, without the containers that a fact shares with the one before it.
  ///
  /// - Parameters:
  ///   - last: how many of the last parts of each name are left out.
  ///   - isNoneSaid: whether of what there may be none of it is said how to say so.
  private func labels(
    of facts: [Pointer], _ asked: Asked, dropping last: Int = 0, isNoneSaid: Bool = false
  ) -> String {
    let none = Wording(zh: "没有的，请声明没有", en: "declare it where there is none")[language]
    var text = ""
    var former: [String] = []
    for fact in facts.listed {
      let labels = Array(
        asked.places.labels(of: fact, of: asked.report.programme, in: language).dropLast(last))
      let shared = zip(former, labels).prefix { $0 == $1 }.count
      if !former.isEmpty {
        text +=
          shared + 1 == labels.count && shared + 1 == former.count
          ? Wording(zh: "、", en: ", ")[language] : semicolon
      }
      text += Array(labels.dropFirst(min(shared, labels.count - 1))).joined(by: " › ")
      if isNoneSaid, asked.report.programme.mayBeEmpty(fact) { text += bracketed(none) }
      former = labels
    }
    return facts.unlisted > 0 ? text + semicolon + Listing.more(facts.unlisted)[language] : text
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

extension Finding {
  /// Whether it says of an open condition what a notice says of the same facts.
  fileprivate func tells(of notice: Notice) -> Bool {
    !notice.places.isEmpty
      && notice.places.allSatisfy { place in
        places.contains { own in
          own.index == place.index
            && (own == place || place.template.hasPrefix(own.template + "/"))
        }
      }
  }
}
