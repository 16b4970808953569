// A comparison for people: the verdicts, then each criterion that changed with the facts behind it.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// Writes comparisons as text.
public struct ComparisonText {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which paragraphs are wrapped; lines with places stay whole.
  public let width: Int
  /// Whether titles are bold and places dim, or nothing is styled.
  public let coloring: Coloring

  /// Creates a writer of comparisons with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
  }

  /// All that changed.
  public func text(_ comparison: BatchComparison) -> String {
    var page = Page(width: width)
    for (number, pair) in comparison.pairs.enumerated() {
      if number > 0 { page.append("") }
      write(pair, on: &page)
    }
    list(
      comparison.onlyOld, under: Wording(zh: "仅见于前一批", en: "Only in the old batch"), on: &page)
    list(
      comparison.onlyNew, under: Wording(zh: "仅见于后一批", en: "Only in the new batch"), on: &page)
    return page.text
  }

  private func write(_ pair: Comparison, on page: inout Page) {
    let (before, after) = (pair.old.verdictName[language], pair.new.verdictName[language])
    page.append(
      coloring(before == after ? after : "\(before) → \(after)", .bold))
    let header = pair.new.header
    let name = [header.enterprise?.sanitized(), header.creditCode?.text].compactMap { $0 }
    if !name.isEmpty { page.paragraph(name.joined(separator: "  "), indent: 2) }
    page.append("  \(place(of: pair.old)) → \(place(of: pair.new))")
    let faults = (pair.old.faultCount, pair.new.faultCount)
    if faults != (0, 0) {
      page.append(
        Wording(
          zh: "  文件错误：\(faults.0) 处 → \(faults.1) 处",
          en: "  faults: \(faults.0) → \(faults.1)")[language])
    }
    for change in pair.changes { write(change, in: pair, on: &page) }
    if pair.changes.isEmpty {
      page.append("")
      page.append(
        Wording(zh: "各项标准的结果均无变化", en: "no criterion changed its outcome")[language])
    }
    if !pair.otherFacts.isEmpty {
      page.append("")
      page.append(
        coloring(
          Wording(zh: "其他有变化的数据", en: "Other facts that changed")[language], .bold))
      write(pair.otherFacts, in: pair, on: &page)
    }
  }

  private func write(
    _ change: Comparison.CriterionChange, in pair: Comparison, on page: inout Page
  ) {
    page.append("")
    page.append(
      coloring(change.criterion.title[language], .bold) + "  " + change.criterion.id + "  "
        + "\(change.old.outcome.name[language]) → \(change.new.outcome.name[language])")
    page.paragraph(
      change.old.reason.says(in: language),
      first: Wording(zh: "  原  ", en: "  old  ")[language], hanging: "       ")
    page.paragraph(
      change.new.reason.says(in: language),
      first: Wording(zh: "  新  ", en: "  new  ")[language], hanging: "       ")
    write(change.facts, in: pair, on: &page)
  }

  private func write(_ facts: [FactChange], in pair: Comparison, on page: inout Page) {
    for fact in facts.listed { write(fact, in: pair, on: &page) }
    if facts.unlisted > 0 { page.append("  " + Listing.more(facts.unlisted)[language]) }
  }

  private func write(_ fact: FactChange, in pair: Comparison, on page: inout Page) {
    let absent = Wording(zh: "（无）", en: "(absent)")[language]
    let report = fact.new == nil ? pair.old : pair.new
    let position = (fact.new ?? fact.old)?.position
    page.append(
      "  " + coloring(SourceMap.link(report.text.source, position), .dim) + "  "
        + fact.pointer.excerpt.sanitized())
    page.paragraph(
      "\((fact.old?.value ?? absent).sanitized()) → \((fact.new?.value ?? absent).sanitized())",
      indent: 4)
  }

  private func list(_ reports: [JudgedApplication], under title: Wording, on page: inout Page) {
    if reports.isEmpty { return }
    page.append("")
    page.append(
      coloring(title[language], .bold)
        + Wording(zh: "  \(reports.count) 份", en: "  \(reports.count)")[language])
    for report in reports {
      page.append("  \(place(of: report))  \(report.verdictName[language])")
      if let name = report.header.enterprise { page.paragraph(name.sanitized(), indent: 4) }
    }
  }

  private func place(of report: JudgedApplication) -> String {
    report.text.source.sanitizedName() + (report.text.line.map { ":\($0)" } ?? "")
  }
}
