// The report for people at a terminal: the verdict first, then why, then what to do.

import Eligibility
import HostSystem
import Judging

/// Writes reports as text.
public struct TextReport {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which lines are broken; names of files stay whole.
  public let width: Int
  /// Whether headings, outcomes and pointers are styled.
  public let coloring: Coloring

  /// Creates a writer of reports with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
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
    page.append(heading(report.verdictName[language], for: report))
    verdict(of: report, on: &page)
    header(of: report, on: &page)
    findings(.condition, Wording(zh: "必备条件", en: "Conditions"), of: report, on: &page)
    faults(of: report, places, on: &page)
    missing(in: report, places, on: &page)
    notices(of: report, places, on: &page)
    findings(.indicator, Wording(zh: "评审指标", en: "Indicators"), of: report, on: &page)
    findings(.judgement, Wording(zh: "专家评判", en: "Judgements"), of: report, on: &page)
    findings(.preference, Wording(zh: "优先推荐", en: "Preference"), of: report, on: &page)
    findings(.bonus, Wording(zh: "加分事项", en: "Bonus"), of: report, on: &page)
    evidence(of: report, on: &page)
  }

  // MARK: Head

  private func heading(_ text: String, for report: JudgedApplication) -> String {
    coloring(text, report.verdict.style)
  }

  private func verdict(of report: JudgedApplication, on page: inout Page) {
    let count = report.faultCount
    if count > 0 {
      page.paragraph(
        Wording(
          zh: "文件有 \(count) 处错误，更正之前不会判定为符合条件；有错误的内容按未知处理",
          en: "the file has \(count) fault\(count == 1 ? "" : "s") and cannot be eligible before "
            + "they are mended; faulty facts count as unknown")[language])
    }
    if !(report.verdict == .undetermined && report.rulesVerdict == .eligible) {
      page.paragraph(report.verdict.meaning[language])
    }
    page.append("")
  }

  private func header(of report: JudgedApplication, on page: inout Page) {
    let edition = report.edition
    let notGiven = Wording(zh: "未填", en: "not given")[language]
    let header = report.header
    let year = header.year.map(String.init) ?? notGiven
    let date = header.filingDate?.description ?? notGiven
    var round = Wording(zh: "\(year) 年度", en: year)[language]
    let comma = Wording(zh: "，", en: ", ")[language]
    if let note = header.kindNote { round += comma + note[language] }
    round += comma + Wording(zh: "申报日 \(date)", en: "filed on \(date)")[language]
    if let bureau = header.bureau.map({ report.programme.bureaus[$0].label }) {
      round += comma + Wording(zh: "受理部门 \(bureau.zh)", en: "with \(bureau.en)")[language]
    }
    if report.isFilingDateAssumed {
      round += Wording(zh: "（由 --as-of 指定）", en: " (assumed by --as-of)")[language]
    }
    var rules = Wording(
      zh: "\(edition.document)，\(edition.inForce) 起施行",
      en: "\(edition.document), in force since \(edition.inForce)")[language]
    if let beyond = report.programme.beyond {
      rules += Wording(zh: "；", en: "; ")[language] + beyond[language]
    }
    if report.strictness == .indicatorsToo {
      rules += Wording(zh: "；", en: "; ")[language] + report.strictness.name[language]
    }
    let names = HeaderNames(language)
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

  /// The findings on the criteria of a role, as a section of their own.
  private func findings(
    _ role: Role, _ title: Wording, of report: JudgedApplication, on page: inout Page
  ) {
    let numbers = report.programme.criteria(of: role)
    section(title, tally(numbers.map { report.findings[$0].outcome }), on: &page)
    // A criterion is large, so it stays in the list.
    let criteria = report.programme.criteria
    for number in numbers {
      let finding = report.findings[number]
      heading(criteria, number, finding.outcome, on: &page)
      page.paragraph(finding.reason.says(in: language), indent: 4)
      if let mend = finding.mend(in: language, report.programme) {
        page.paragraph(mend, first: "    → ", hanging: "      ")
      }
      if finding.readings.contains(where: { $0 != finding.readings.first }) {
        for (reading, answer) in zip(criteria[number].readings, finding.readings) {
          page.paragraph(
            reading.meaning[language] + Wording(zh: "：", en: ": ")[language]
              + Outcome(answer).name[language], first: "    · ",
            hanging: "      ")
        }
      }
      submitted(for: number, in: report, on: &page)
    }
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
    page.write(", ")
    page.write(clause)
    page.append(coloring.end)
  }

  /// What the enterprise submitted for experts to judge.
  private func submitted(
    for criterion: Int, in report: JudgedApplication, on page: inout Page
  ) {
    for statement in report.submitted(for: criterion) {
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
        return count > 0 ? "\(count) \(outcome.name[language])" : nil
      }
      .joined(by: Wording(zh: "，", en: ", ")[language])
  }

  private func tally(_ reports: [JudgedApplication]) -> String {
    let verdicts = Verdict.allCases.map { verdict in
      "\(reports.count { $0.verdict == verdict }) \(verdict.name[language])"
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
    section(Wording(zh: "文件错误", en: "Faults"), String(report.faultCount), on: &page)
    for fault in report.faults {
      entry(
        places.link(fault.range.map(places.position(of:))), fault.pointer?.sanitized() ?? "",
        fault.reason, on: &page)
      if let earlier = fault.earlier {
        page.append(
          "    · " + places.link(places.position(of: earlier)) + "  " + Fault.standsFirst[language])
      }
    }
  }

  private func missing(in report: JudgedApplication, _ places: SourceMap, on page: inout Page) {
    let missing = report.missing
    if missing.isEmpty { return }
    section(
      report.faults.isEmpty
        ? Wording(zh: "缺失内容", en: "Missing") : Wording(zh: "缺失或有误的内容", en: "Missing or faulty"),
      String(missing.count), on: &page)
    for (place, criteria) in missing.listed {
      address(places.link(places.position(of: place)), place.description, on: &page)
      let users = criteria.map { report.programme.criteria[$0].id }.joined(
        by: Wording(zh: "、", en: ", ")[language])
      page.paragraph(
        report.programme.label(of: place, in: language)
          + Wording(zh: "（用于 \(users)）", en: " (for \(users))")[language], indent: 4)
    }
    more(missing.unlisted, on: &page)
  }

  private func notices(of report: JudgedApplication, _ places: SourceMap, on page: inout Page) {
    if report.notices.isEmpty { return }
    section(Wording(zh: "提示", en: "Notices"), String(report.notices.count), on: &page)
    for notice in report.notices.listed {
      let place = notice.places.first
      entry(
        places.link(place.flatMap(places.position(of:))), place?.description ?? "",
        notice.reason, on: &page)
    }
    more(report.notices.unlisted, on: &page)
  }

  /// Says how many more entries a list has.
  private func more(_ count: Int, on page: inout Page) {
    if count > 0 { page.append("  " + Listing.more(count)[language]) }
  }

  private func entry(
    _ link: String, _ pointer: String, _ reason: Reason, on page: inout Page
  ) {
    address(link, pointer, on: &page)
    page.paragraph(reason.says(in: language), indent: 4)
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
      Wording(zh: "待附证明", en: "Evidence still to attach"), String(evidence.count), on: &page)
    for request in evidence {
      page.paragraph(
        request.what[language]
          + Wording(zh: "（", en: " (")[language]
          + request.criteria.map { report.programme.criteria[$0].id }.joined(
            by: Wording(zh: "、", en: ", ")[language])
          + Wording(zh: "）", en: ")")[language],
        first: "  □ ", hanging: "    ")
      page.paragraph(request.places.listed.map(\.description).joined(by: "  "), indent: 4)
      more(request.places.unlisted, on: &page)
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

  init(_ language: Language) {
    enterprise = Wording(zh: "企业", en: "Enterprise")[language]
    product = Wording(zh: "产品", en: "Product")[language]
    round = Wording(zh: "申报", en: "Round")[language]
    rules = Wording(zh: "依据", en: "Rules")[language]
    file = Wording(zh: "文件", en: "File")[language]
    // No other name is wider in its language.
    width = enterprise.columns
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
