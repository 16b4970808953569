// The report for people at a terminal: the verdict first, then why, then what to do.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// Writes reports as text.
public struct TextReport {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which lines are broken; names of files stay whole.
  public let width: Int
  /// Whether headings, outcomes and pointers are styled.
  public let coloring: Coloring
  /// Whether everything is said of what is well too.
  public let isVerbose: Bool

  /// Creates a writer of reports with these settings.
  public init(language: Language, width: Int, coloring: Coloring, isVerbose: Bool = false) {
    self.language = language
    self.width = width
    self.coloring = coloring
    self.isVerbose = isVerbose
  }

  /// The reports in UTF-8, a blank line between them, and how many came out which way.
  func bytes(_ reports: [JudgedApplication]) -> [UInt8] {
    var page = Page(width: width)
    for report in reports {
      write(report, on: &page)
      if reports.count > 1 { page.append("") }
    }
    if reports.count > 1 { page.append(tally(reports)) }
    return page.bytes
  }

  /// One report, for where only characters can be written.
  public func text(_ report: JudgedApplication) -> String {
    FileName.escaped(in: FileName.text(of: bytes([report])))
  }

  private func write(_ report: JudgedApplication, on page: inout Page) {
    let places = SourceMap(report.text)
    let missing = report.missingBesideFaults
    let decision = Decision(report, missing: missing, in: language)
    if let closed = report.programme.closed { page.paragraph(closed[language]) }
    verdict(decision, of: report, on: &page)
    // What is doubtful stands beside the verdict; its place and what to do follow in a section.
    for notice in report.noticesBesideFaults.prefix(report.isApplication ? 2 : 0) {
      page.paragraph("! " + notice.reason.says(in: language), hanging: "  ")
    }
    next(decision, on: &page)
    page.append("")
    header(of: report, on: &page)
    faults(of: report, places, on: &page)
    if report.isApplication {
      requirements(of: report, .unmet, Wording(zh: "不符合的条件", en: "Unmet"), on: &page)
      requirements(of: report, .undetermined, Wording(zh: "待定的条件", en: "Undetermined"), on: &page)
      self.missing(missing, in: report, places, on: &page)
      notices(of: report, places, on: &page)
      requirements(of: report, .met, Wording(zh: "符合的条件", en: "Met"), on: &page)
      for (role, title) in others
      where !report.strictness.requires(role) && !report.programme.criteria(of: role).isEmpty {
        section(role, title, of: report, on: &page)
      }
      evidence(of: report, on: &page)
    }
    page.append("")
    next(decision, on: &page)
    verdict(decision, of: report, on: &page)
  }

  /// The roles that decide nothing by themselves, and what their sections are called.
  private var others: [(Role, Wording)] {
    [
      (.indicator, Wording(zh: "评审指标", en: "Indicators")),
      (.judgement, Wording(zh: "专家评判", en: "Judgements")),
      (.preference, Wording(zh: "优先推荐", en: "Preference")),
      (.bonus, Wording(zh: "加分事项", en: "Bonus")),
      (.formality, Wording(zh: "材料要求", en: "Formalities")),
      (.quota, Wording(zh: "名额限制", en: "Quota")),
    ]
  }

  // MARK: Head and end

  private func verdict(
    _ decision: Decision, of report: JudgedApplication, on page: inout Page
  ) {
    let name = report.verdictName[language]
    let colon = Wording(zh: "：", en: ": ")[language]
    // Colour is put in afterwards, since it takes no width.
    var head = Page(width: width)
    head.paragraph(name + colon + decision.reason, hanging: "  ")
    let text = head.text
    page.write(coloring(name, report.verdict.style))
    page.write(String(text.dropFirst(name.count)))
  }

  private func next(_ decision: Decision, on page: inout Page) {
    guard let next = decision.next else { return }
    page.paragraph(
      Wording(zh: "下一步：", en: "Next: ")[language] + next, hanging: "  ")
  }

  private func header(of report: JudgedApplication, on page: inout Page) {
    let edition = report.edition
    let notGiven = Wording(zh: "未填", en: "not given")[language]
    let header = report.header
    var round =
      header.year.map { Wording(zh: "\($0) 年度", en: String($0)) }?[language]
      ?? Wording(zh: "年度未填", en: "year not given")[language]
    let comma = Wording(zh: "，", en: ", ")[language]
    if let note = header.kindNote { round += comma + note[language] }
    let date = header.filingDate.map { Wording(zh: "申报日 \($0)", en: "filed on \($0)") }
    round += comma + (date ?? Wording(zh: "申报日未填", en: "filing date not given"))[language]
    if let bureau = header.bureau.map({ report.programme.bureaus[$0].label }) {
      round +=
        comma + Wording(zh: "受理部门：\(bureau.zh)工信部门", en: "with the \(bureau.en) bureau")[language]
    }
    if report.isFilingDateAssumed {
      round += Wording(zh: "（由 --as-of 指定）", en: " (assumed by --as-of)")[language]
    }
    var rules = Wording(
      zh: "\(edition.document)，自 \(edition.inForce) 起施行",
      en: "\(edition.document), in force since \(edition.inForce)")[language]
    if let beyond = report.programme.beyond {
      rules += Wording(zh: "；", en: "; ")[language] + beyond[language]
    }
    if report.strictness == .indicatorsToo {
      rules += Wording(zh: "；", en: "; ")[language] + report.strictness.name[language]
    }
    let names = HeaderNames(report.programme.names, language)
    page.paragraph(
      (header.enterprise?.sanitized() ?? notGiven)
        + (header.creditCode.map { "  " + $0.text } ?? ""),
      first: names.margin(names.enterprise), hanging: names.margin(""))
    page.paragraph(
      header.product?.sanitized() ?? notGiven, first: names.margin(names.product),
      hanging: names.margin(""))
    page.paragraph(round, first: names.margin(names.round), hanging: names.margin(""))
    page.paragraph(rules, first: names.margin(names.rules), hanging: names.margin(""))
    // The file's name is for copying, so it stays in one piece.
    let margin = names.margin(names.file)
    let name = report.text.source.sanitizedName()
    let fits = margin.columns + name.columns <= width
    page.append(fits ? margin + name : "  " + names.file + "\n    " + name)
  }

  // MARK: Findings

  private func section(_ title: Wording, _ detail: String, on page: inout Page) {
    page.append("")
    page.append(coloring(title[language], .bold) + "  " + detail)
  }

  /// The requirements that came out in one way; of those that are well a line each.
  private func requirements(
    of report: JudgedApplication, _ outcome: Outcome, _ title: Wording, on page: inout Page
  ) {
    let numbers = report.requirements.filter { number in
      switch report.findings[number].outcome {
      case .unmet: outcome == .unmet
      case .undetermined, .forReview: outcome == .undetermined
      case .met, .notApplicable: outcome == .met
      }
    }
    if numbers.isEmpty { return }
    // What does not apply stands there as well, but is not met.
    let others = numbers.count { report.findings[$0].outcome == .notApplicable }
    var count = Wording(zh: "\(numbers.count - others) 项", en: "\(numbers.count - others)")[
      language]
    if others > 0 {
      count += Wording(zh: "，不适用 \(others) 项", en: ", \(others) not applicable")[language]
    }
    page.append("")
    page.append(coloring(title[language], outcome.style) + "  " + count)
    // What only waits for facts, which are listed elsewhere, takes one line together.
    let waiting =
      isVerbose ? [] : numbers.filter { report.findings[$0].reason.message == .missing }
    let isLong = waiting.count > 3
    for number in numbers where !isLong || !waiting.contains(number) {
      finding(number, in: report, on: &page)
    }
    if !isLong { return }
    page.paragraph(
      waiting.map { report.programme.criteria[$0].title[language] }
        .joined(by: Wording(zh: "、", en: ", ")[language]),
      first: "  \(Outcome.undetermined.mark) "
        + Wording(zh: "内容缺失或有误：", en: "facts are missing or faulty: ")[language],
      hanging: "    ")
  }

  /// The findings on the criteria of a role, as a section of their own.
  private func section(
    _ role: Role, _ title: Wording, of report: JudgedApplication, on page: inout Page
  ) {
    let numbers = report.programme.criteria(of: role)
    section(title, tally(numbers.map { report.findings[$0].outcome }), on: &page)
    for number in numbers { finding(number, in: report, on: &page) }
  }

  /// How a criterion came out, and why where it is open or everything is wanted.
  private func finding(_ number: Int, in report: JudgedApplication, on page: inout Page) {
    let finding = report.findings[number]
    // A criterion is large, so it stays in the list.
    let criteria = report.programme.criteria
    heading(criteria, number, finding.outcome, on: &page)
    if finding.outcome.isOpen || isVerbose {
      // What is missing stands in its section, once for all that need it.
      if isVerbose || finding.reason.message != .missing {
        page.paragraph(finding.reason.says(in: language), indent: 4)
      }
      let mend =
        isVerbose
        ? finding.mend(in: language, report.programme)
        : finding.reason.message == .missing ? nil : finding.reason.mend(in: language)
      if let mend { page.paragraph(mend, first: "    → ", hanging: "      ") }
      if finding.readings.contains(where: { $0 != finding.readings.first }) {
        for (reading, answer) in zip(criteria[number].readings, finding.readings) {
          page.paragraph(
            reading.meaning[language] + Wording(zh: "：", en: ": ")[language]
              + Outcome(answer).name[language], first: "    · ", hanging: "      ")
        }
      }
    }
    submitted(for: number, in: report, on: &page)
  }

  /// The line that names a criterion and says how it came out.
  private func heading(
    _ criteria: [CriterionDescription], _ number: Int, _ outcome: Outcome, on page: inout Page
  ) {
    let title = criteria[number].title[language]
    let id = criteria[number].id
    let clause = criteria[number].clauses[0].citation(in: language)
    let fits = 4 + title.columns + 2 + id.columns + 2 + clause.columns <= width
    page.write("  ")
    page.write(coloring(outcome.mark, outcome.style))
    page.write(" ")
    page.write(coloring(title, .bold))
    page.write(fits ? "  " : "\n    ")
    page.write(coloring.start(.dim))
    page.write(id)
    page.write(Wording(zh: "，", en: ", ")[language])
    page.write(clause)
    page.append(coloring.end)
  }

  /// What the enterprise submitted for experts to judge.
  private func submitted(
    for criterion: Int, in report: JudgedApplication, on page: inout Page
  ) {
    for statement in report.submitted(for: criterion) {
      if !isVerbose {
        let counts = [
          statement.text.map { Wording(zh: "说明 \($0.count) 字", en: "\($0.count) characters") },
          statement.proofs.isEmpty
            ? nil
            : Wording(
              zh: "证明材料 \(statement.proofs.count) 份",
              en: "\(statement.proofs.count) document\(statement.proofs.count == 1 ? "" : "s")"),
        ]
        page.paragraph(
          counts.compactMap { $0?[language] }.joined(by: Wording(zh: "，", en: ", ")[language]),
          indent: 4)
        continue
      }
      if let text = statement.text {
        page.paragraph("“" + text.sanitized() + "”", indent: 4)
      }
      if !statement.proofs.isEmpty {
        page.paragraph(
          statement.proofs.map { $0.sanitized() }
            .joined(by: Wording(zh: "；", en: "; ")[language]),
          first: "    + ", hanging: "      ")
      }
    }
  }

  private func tally(_ outcomes: [Outcome]) -> String {
    Outcome.allCases
      .compactMap { outcome in
        let count = outcomes.count { $0 == outcome }
        return count > 0
          ? Wording(zh: "\(outcome.name.zh) \(count) 项", en: "\(count) \(outcome.name.en)")[
            language]
          : nil
      }
      .joined(by: Wording(zh: "，", en: ", ")[language])
  }

  private func tally(_ reports: [JudgedApplication]) -> String {
    let verdicts = Verdict.allCases.map { verdict in
      let count = reports.count { $0.verdict == verdict }
      return Wording(zh: "\(verdict.name.zh) \(count) 份", en: "\(count) \(verdict.name.en)")[
        language]
    }
    let faulty = reports.count { !$0.faults.isEmpty }
    let counts = verdicts.joined(by: Wording(zh: "，", en: ", ")[language])
    return Wording(
      zh: "共 \(reports.count) 份：\(counts)；其中 \(faulty) 份文件有错误",
      en: "\(reports.count) applications: \(counts); \(faulty) with faults")[language]
  }

  // MARK: Places

  private func faults(of report: JudgedApplication, _ places: SourceMap, on page: inout Page) {
    if report.faults.isEmpty { return }
    section(
      Wording(zh: "文件错误", en: "Faults"),
      Wording(zh: "\(report.faultCount) 处", en: "\(report.faultCount)")[language], on: &page)
    for fault in report.faults {
      let label = fault.pointer.map { report.programme.label(ofPlace: $0, in: language) } ?? ""
      entry(
        places.link(fault.range.map(places.position(of:))), fault.pointer?.sanitized() ?? "",
        label, fault.reason, on: &page)
      if let earlier = fault.earlier {
        page.append(
          "    · " + places.link(places.position(of: earlier)) + "  " + Fault.standsFirst[language])
      }
    }
  }

  private func missing(
    _ missing: [(place: Pointer, criteria: [Int])], in report: JudgedApplication,
    _ places: SourceMap, on page: inout Page
  ) {
    if missing.isEmpty { return }
    let decisive = missing.count { report.decidesVerdict(missingFor: $0.criteria) }
    var count = Wording(zh: "\(missing.count) 项", en: "\(missing.count)")[language]
    if decisive > 0 {
      count +=
        Wording(
          zh: "，标 * 的 \(decisive) 项影响结论", en: "; the verdict depends on those with * (\(decisive))")[
          language]
    }
    section(Wording(zh: "缺失内容", en: "Missing"), count, on: &page)
    var part: (key: Substring, position: TextPosition?)?
    for (place, criteria) in missing.listed {
      let labels = report.programme.labels(of: place, in: language)
      let position = places.position(of: place)
      let choice = whatToWrite(at: place, of: report.programme)
      let mark = report.decidesVerdict(missingFor: criteria) ? "* " : "  "
      let key = place.template.dropFirst().prefix { $0 != "/" }
      if key != part?.key {
        // Facts of one part of the form stand together, under where the part is.
        let isPart = labels.count > 1
        let (label, link) = (labels.first ?? "", places.link(position))
        let pointer = isPart ? "" : "  " + place.description
        let fits = label.columns + link.columns + pointer.columns + 4 <= width
        page.append(
          (isPart ? "  " : mark) + coloring(label, .bold) + (fits ? "  " + link + pointer : ""))
        if !fits {
          page.append("    " + link)
          if !isPart { page.append("    " + coloring(place.description, .dim)) }
        }
        part = (key, position)
        if !isPart {
          if !choice.isEmpty { page.paragraph(String(choice.drop { $0 == " " }), indent: 4) }
          continue
        }
      }
      var line = labels.dropFirst().joined(separator: " › ") + choice
      if let position, position != part?.position {
        line += "  \(position.line):\(position.column)"
      }
      if isVerbose {
        let users = criteria.map { report.programme.criteria[$0].id }.joined(
          by: Wording(zh: "、", en: ", ")[language])
        line += Wording(zh: "（用于 \(users)）", en: " (for \(users))")[language]
      }
      page.write("  " + mark + coloring(place.description, .dim))
      if line.isEmpty || 4 + place.description.columns + 2 + line.columns <= width {
        page.append(line.isEmpty ? "" : "  " + line)
      } else {
        page.append("")
        page.paragraph(line, indent: 6)
      }
    }
    more(missing.unlisted, on: &page)
  }

  /// What a missing fact may be, in brackets: a word has to be written exactly, and of many
  /// things there are none; empty where what it is called says enough.
  private func whatToWrite(at place: Pointer, of programme: Programme) -> String {
    switch programme.type(of: place) {
    case .choice(let words):
      let shown = words.prefix(3).map { "\"\($0.word)\"" }
        .joined(by: Wording(zh: "、", en: ", ")[language])
      return words.count > 3
        ? Wording(zh: "（如 \(shown)）", en: " (such as \(shown))")[language]
        : Wording(zh: "（\(shown)）", en: " (\(shown))")[language]
    case .list(.object, _):
      return programme.mayBeEmpty(place)
        ? Wording(zh: "（没有的，写 []）", en: " ([] where there is none)")[language]
        : Wording(zh: "（每年一项）", en: " (an item for each year)")[language]
    default: return ""
    }
  }

  private func notices(of report: JudgedApplication, _ places: SourceMap, on page: inout Page) {
    let notices = report.noticesBesideFaults
    if notices.isEmpty { return }
    section(
      Wording(zh: "提示", en: "Notices"),
      Wording(zh: "\(notices.count) 条", en: "\(notices.count)")[language], on: &page)
    for notice in notices.listed {
      let place = notice.places.first
      entry(
        places.link(place.flatMap(places.position(of:))), place?.description ?? "",
        place.map { report.programme.label(of: $0, in: language) } ?? "", notice.reason, on: &page)
    }
    more(notices.unlisted, on: &page)
  }

  /// Says how many more entries a list has.
  private func more(_ count: Int, on page: inout Page) {
    if count > 0 { page.append("  " + Listing.more(count)[language]) }
  }

  private func entry(
    _ link: String, _ pointer: String, _ label: String, _ reason: Reason, on page: inout Page
  ) {
    address(link, pointer, on: &page)
    let colon = Wording(zh: "：", en: ": ")[language]
    page.paragraph((label.isEmpty ? "" : label + colon) + reason.says(in: language), indent: 4)
    if let mend = reason.mend(in: language) {
      page.paragraph(mend, first: "    → ", hanging: "      ")
    }
  }

  /// A place in the file and the pointer of what stands there, on two lines where one is too short.
  private func address(_ link: String, _ pointer: String, on page: inout Page) {
    let fits = link.columns + pointer.columns + 4 <= width
    page.append("  " + link + (fits && !pointer.isEmpty ? "  " + coloring(pointer, .dim) : ""))
    if !fits { page.append("    " + coloring(pointer, .dim)) }
  }

  private func evidence(of report: JudgedApplication, on page: inout Page) {
    let evidence = report.evidence
    if evidence.isEmpty { return }
    section(
      Wording(zh: "尚须附送的证明材料", en: "Evidence still to attach"),
      Wording(zh: "\(evidence.count) 项", en: "\(evidence.count)")[language], on: &page)
    for request in evidence {
      page.paragraph(
        request.what[language]
          + Wording(zh: "（", en: " (")[language]
          + request.criteria.map { report.programme.criteria[$0].id }.joined(
            by: Wording(zh: "、", en: ", ")[language])
          + Wording(zh: "）", en: ")")[language],
        first: "  □ ", hanging: "    ")
      if isVerbose {
        page.paragraph(request.places.listed.map { $0.description }.joined(by: "  "), indent: 4)
        more(request.places.unlisted, on: &page)
      }
    }
  }
}

/// What the lines of the header are called.
private struct HeaderNames {
  let enterprise: String
  let product: String
  let round: String
  let rules: String
  let file: String
  private let width: Int

  init(_ names: ApplicationNames, _ language: Language) {
    enterprise = names.applicant[language]
    product = names.object[language]
    round = Wording(zh: "申报", en: "Round")[language]
    rules = Wording(zh: "依据", en: "Rules")[language]
    file = Wording(zh: "文件", en: "File")[language]
    width = [enterprise, product, round, rules, file].map { $0.columns }.max() ?? 0
  }

  /// What a line begins with; all of them equally wide.
  func margin(_ name: String) -> String { "  " + name.padded(to: width) + "  " }
}

extension Outcome {
  /// One character that stands for the outcome.
  fileprivate var mark: String {
    switch self {
    case .met: "✓"
    case .unmet: "✗"
    case .undetermined: "?"
    case .notApplicable: "–"
    case .forReview: "○"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .met: .green
    case .unmet: .red
    case .undetermined: .yellow
    case .notApplicable, .forReview: .dim
    }
  }
}

extension Verdict {
  /// How a report sets the verdict off.
  public var style: Style {
    switch self {
    case .eligible: .green
    case .ineligible: .red
    case .undetermined: .yellow
    }
  }
}
