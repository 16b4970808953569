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
    let notGiven = ReportLabel.notGiven.wording[language]
    let names = [ReportLabel.enterprise, .product, .planNow, .file].map { $0.wording[language] }
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
    section(.planTried, items(plan.tried.count), on: &page)
    write(plan.tried, on: &page)
  }

  private func faults(of plan: Plan, on page: inout Page) {
    if plan.today.faults.isEmpty { return }
    let places = SourceMap(plan.today.text)
    section(
      .faults, Wording(zh: "\(plan.today.faultCount) 处", en: "\(plan.today.faultCount)")[language],
      on: &page)
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
    section(.planOpen, items(plan.open.count), on: &page)
    for entry in plan.open {
      let criterion = plan.today.programme.criteria[entry.criterion]
      let finding = plan.today.findings[entry.criterion]
      page.paragraph(
        coloring(criterion.title[language], .bold) + "  " + criterion.id
          + Wording(zh: "，", en: ", ")[language]
          + criterion.clauses[0].citation(in: language) + "  " + finding.outcome.name[language],
        first: "  ", hanging: "    ")
      page.paragraph(finding.reason.says(in: language), indent: 4)
      if let toDo = plan.toDo(for: entry, in: language) {
        page.paragraph(toDo, first: "    → ", hanging: "      ")
      }
      missing(finding.missing, of: plan, on: &page)
      for dated in entry.ways {
        page.paragraph(
          dated.sentence(in: language), first: "    \(dated.round)  ", hanging: "          ")
      }
      if let never = plan.never(entry, in: language) {
        page.paragraph(never, first: "    —     ", hanging: "          ")
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
    _ round: PlannedRound, _ title: ReportLabel, of plan: Plan, on page: inout Page
  ) {
    section(
      title,
      ReportLabel.planFiling.filled(
        language, ["year": String(round.round), "date": round.filing.description]), on: &page)
    for step in round.steps {
      let title = plan.today.programme.criteria[step.criterion].title[language]
      page.paragraph(
        title + ReportLabel.colon.wording[language] + step.way.sentence(in: language),
        first: "  → ", hanging: "    ")
    }
    for assumption in round.assumptions {
      page.paragraph(
        Wording(zh: "假定：", en: "assumed: ")[language] + assumption.says(in: language),
        first: "  · ", hanging: "    ")
    }
    for notice in round.notices.listed {
      page.paragraph(
        ReportLabel.planNotices.wording[language] + ReportLabel.colon.wording[language]
          + notice.reason.says(in: language), first: "  ! ", hanging: "    ")
    }
    if round.notices.unlisted > 0 {
      page.append("  ! " + Listing.more(round.notices.unlisted)[language])
    }
    if round.edits.isEmpty { return }
    let colon = Wording(zh: "：", en: ":")[language]
    page.append("  " + ReportLabel.planEdits.wording[language] + colon)
    write(round.edits, on: &page)
  }

  private func write(_ edits: [FactEdit], on page: inout Page) {
    // For copying, so each stays in one piece.
    for edit in edits.listed {
      page.append("    " + edit.written.sanitized())
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

  private func section(_ title: ReportLabel, _ detail: String, on page: inout Page) {
    page.append("")
    page.append(coloring(title.wording[language], .bold) + "  " + detail)
  }
}
