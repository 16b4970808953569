// A plan for people at a terminal: the earliest round first, then what stands in the way and what helps.

import Eligibility
import HostSystem
import Judging

/// Writes plans as text.
public struct PlanText {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which lines are broken; places and changes stay whole.
  public let width: Int
  /// Whether headings are styled.
  public let coloring: Coloring

  /// Creates a writer of plans with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
  }

  /// The plan in UTF-8.
  public func bytes(_ plan: Plan) -> [UInt8] {
    var page = Page(width: width)
    let style: Style = plan.status == .success ? .green : .yellow
    page.append(coloring(plan.headline[language], style))
    page.paragraph(plan.meaning(in: language))
    page.append("")
    header(of: plan, on: &page)
    faults(of: plan, on: &page)
    open(in: plan, on: &page)
    for (title, round) in plan.described { write(round, title, of: plan, on: &page) }
    return page.bytes
  }

  private func header(of plan: Plan, on page: inout Page) {
    let header = plan.today.header
    let notGiven = Wording(zh: "未填", en: "not given")[language]
    let names = [
      Wording(zh: "企业", en: "Enterprise"), Wording(zh: "产品", en: "Product"),
      Wording(zh: "目前", en: "Now"), Wording(zh: "文件", en: "File"),
    ].map { $0[language] }
    let margin = names.map { $0.columns }.max() ?? 0
    let year = header.year.map {
      Wording(zh: "\($0) 年度", en: "round \($0)")[language]
    }
    let date = header.filingDate.map {
      Wording(zh: "申报日 \($0)", en: "filed on \($0)")[language]
    }
    let time = [year, date].compactMap { $0 }
      .joined(by: Wording(zh: "，", en: ", ")[language])
    let now =
      plan.today.verdictName[language]
      + (time.isEmpty ? "" : Wording(zh: "（\(time)）", en: " (\(time))")[language])
    let enterprise =
      (header.enterprise?.sanitized() ?? notGiven)
      + (header.creditCode.map { "  " + $0.text } ?? "")
    let values = [enterprise, header.product?.sanitized() ?? notGiven, now]
    for (name, value) in zip(names, values) {
      page.paragraph(
        value, first: "  " + name.padded(to: margin) + "  ",
        hanging: String(repeating: " ", count: margin + 4))
    }
    // The file's name is for copying, so it stays in one piece.
    page.append("  " + names[3].padded(to: margin) + "  " + plan.today.text.source.sanitizedName())
    if plan.tried.isEmpty { return }
    section(Wording(zh: "假设的修改", en: "Changes assumed"), items(plan.tried.count), on: &page)
    write(plan.tried, on: &page)
  }

  private func faults(of plan: Plan, on page: inout Page) {
    if plan.today.faults.isEmpty { return }
    let places = SourceMap(plan.today.text)
    section(
      Wording(zh: "文件错误", en: "Faults"),
      Wording(zh: "\(plan.today.faultCount) 处", en: "\(plan.today.faultCount)")[language], on: &page
    )
    for fault in plan.today.faults {
      let link = places.link(fault.range.map(places.position(of:)))
      let pointer = fault.pointer?.sanitized() ?? ""
      let fits = link.columns + pointer.columns + 4 <= width
      page.append("  " + link + (fits && !pointer.isEmpty ? "  " + coloring(pointer, .dim) : ""))
      if !fits { page.append("    " + coloring(pointer, .dim)) }
      page.paragraph(fault.reason.says(in: language), indent: 4)
      if let mend = fault.reason.mend(in: language) {
        page.paragraph(mend, first: "    → ", hanging: "      ")
      }
    }
  }

  private func open(in plan: Plan, on page: inout Page) {
    if plan.open.isEmpty { return }
    section(
      Wording(zh: "不符合或待定的条件", en: "Conditions unmet or undetermined"),
      items(plan.open.count), on: &page)
    for entry in plan.open {
      let criterion = plan.today.programme.criteria[entry.criterion]
      let finding = plan.today.findings[entry.criterion]
      page.paragraph(
        coloring(criterion.title[language], .bold) + "  " + criterion.id
          + Wording(zh: "，", en: ", ")[language]
          + criterion.clauses[0].citation(in: language) + "  " + finding.outcome.name[language],
        first: "  ", hanging: "    ")
      page.paragraph(finding.reason.says(in: language), indent: 4)
      // What is listed below says the same with its year, or with its place; but a ruling helps as well.
      let isForRuling = finding.readings.contains { $0 != finding.readings.first }
      if isForRuling || entry.ways.allSatisfy({ $0.way.basis == .time }),
        finding.reason.message != .missing, let mend = finding.reason.mend(in: language)
      {
        page.paragraph(mend, first: "    → ", hanging: "      ")
      }
      missing(finding.missing, of: plan, on: &page)
      for dated in entry.ways {
        let late = Wording(
          zh: "（不早于 \(dated.filing) 申报）", en: " (filed not before \(dated.filing))")
        page.paragraph(
          sentence(of: dated.way) + (dated.isLate ? late[language] : ""),
          first: "    \(dated.round)  ", hanging: "          ")
      }
      if entry.ways.isEmpty, let rounds = plan.rounds {
        let never =
          finding.missing.isEmpty
          ? Wording(
            zh: "\(rounds.lowerBound) 至 \(rounds.upperBound) 年度均不能满足，除非上述事实改变",
            en: "in no round from \(rounds.lowerBound) to \(rounds.upperBound), unless these facts "
              + "change")
          : Wording(zh: "补充以上各项之后才能判断", en: "to be said once these are filled in")
        page.paragraph(never[language], first: "    —     ", hanging: "          ")
      }
    }
  }

  private func missing(_ places: [Pointer], of plan: Plan, on page: inout Page) {
    let map = plan.tried.isEmpty ? SourceMap(plan.today.text) : nil
    for place in places.listed {
      page.paragraph(
        Wording(zh: "请补充：", en: "fill in: ")[language]
          + plan.today.programme.label(of: place, in: language) + "  " + place.description,
        first: "    + ", hanging: "      ")
      if let map { page.append("      " + coloring(map.link(map.position(of: place)), .dim)) }
    }
    if places.unlisted > 0 { page.append("      " + Listing.more(places.unlisted)[language]) }
  }

  private func write(
    _ round: PlannedRound, _ title: Wording, of plan: Plan, on page: inout Page
  ) {
    section(
      title,
      Wording(
        zh: "\(round.round) 年度，申报日 \(round.filing)",
        en: "\(round.round), filed on \(round.filing)")[language], on: &page)
    for step in round.steps {
      let title = plan.today.programme.criteria[step.criterion].title[language]
      page.paragraph(
        title + Wording(zh: "：", en: ": ")[language] + sentence(of: step.way), first: "  → ",
        hanging: "    ")
    }
    for assumption in round.assumptions {
      page.paragraph(
        Wording(zh: "假定：", en: "assumed: ")[language] + assumption.says(in: language),
        first: "  · ", hanging: "    ")
    }
    for notice in round.notices.listed {
      page.paragraph(
        Wording(zh: "届时须先核实：", en: "to verify first then: ")[language]
          + notice.reason.says(in: language), first: "  ! ", hanging: "    ")
    }
    if round.notices.unlisted > 0 {
      page.append("  ! " + Listing.more(round.notices.unlisted)[language])
    }
    if round.edits.isEmpty { return }
    page.append("  " + Wording(zh: "对文件的修改：", en: "Changes to the file:")[language])
    write(round.edits, on: &page)
  }

  private func sentence(of way: Way) -> String {
    way.basis.name[language] + Wording(zh: "：", en: ": ")[language]
      + way.reason.says(in: language)
  }

  private func write(_ edits: [FactEdit], on page: inout Page) {
    // For copying, so each stays in one piece.
    for edit in edits.listed {
      page.append("    \(edit.pointer)=\(edit.value.json)".sanitized())
      if edit.pointer.hasSuffix("/-") {
        let list = edit.pointer.split(separator: "/").dropLast().joined(separator: ".")
        page.paragraph(
          Wording(zh: "在 \(list) 末尾添加一项", en: "adds an item at the end of \(list)")[language],
          indent: 6)
      }
    }
    if edits.unlisted > 0 { page.append("    " + Listing.more(edits.unlisted)[language]) }
  }

  /// A number of entries.
  private func items(_ count: Int) -> String { Wording(zh: "\(count) 项", en: "\(count)")[language] }

  private func section(_ title: Wording, _ detail: String, on page: inout Page) {
    page.append("")
    page.append(coloring(title[language], .bold) + "  " + detail)
  }
}
