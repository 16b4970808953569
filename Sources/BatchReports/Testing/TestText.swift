// A test for people: whether all is as expected, then each difference with both sides and their places.

import Eligibility
import Expectations
import HostSystem
import Judging
import Reports

/// Writes the result of a test as text.
public struct TestText {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which paragraphs are wrapped; lines with places stay whole.
  public let width: Int
  /// Whether the result is coloured, titles are bold and places dim, or nothing is styled.
  public let coloring: Coloring

  /// Creates a writer of results with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
  }

  /// The whole result.
  public func text(_ result: TestResult) -> String {
    var page = Page(width: width)
    page.append(
      result.isAsExpected
        ? coloring(Wording(zh: "与预期一致", en: "AS EXPECTED")[language], .green)
        : coloring(Wording(zh: "与预期不一致", en: "NOT AS EXPECTED")[language], .red))
    for line in TestWords.totals(of: result) { page.paragraph(line[language]) }
    changes(result, on: &page)
    malformed(result.run, on: &page)
    for application in result.differing { differences(of: application, on: &page) }
    if result.countsCoverage { coverage(result, on: &page) }
    return page.text
  }

  // MARK: What differs

  private func malformed(_ run: TestRun, on page: inout Page) {
    for (path, failure) in run.unreadable {
      page.append("")
      page.append(coloring(path.sanitizedName(), .bold))
      page.paragraph(failure.reason[language], first: "  ✗ ", hanging: "    ")
    }
    for file in run.malformed {
      page.append("")
      page.append(coloring(file.path.sanitizedName(), .bold))
      for fault in file.faults {
        page.append("  " + file.location(of: fault.range).link)
        page.paragraph(fault.reason.says(in: language), indent: 4)
        if let mend = fault.reason.mend(in: language) {
          page.paragraph(mend, first: "    → ", hanging: "      ")
        }
      }
    }
  }

  private func differences(of application: TestedApplication, on page: inout Page) {
    page.append("")
    page.append(coloring(application.place.name.sanitizedName(), .bold))
    if let shows = application.expectation?.shows {
      page.paragraph("“" + shows.sanitized() + "”", indent: 2)
    }
    for difference in application.differences {
      page.paragraph(difference.sentence[language], first: "  ✗ ", hanging: "    ")
      if let stated = difference.stated {
        page.append(
          "    " + Wording(zh: "预期写在 ", en: "expected in ")[language]
            + coloring(stated.link, .dim))
      }
      for fact in difference.facts {
        page.append(
          "    " + coloring(fact.location.link, .dim)
            + (fact.criterion.map { "  " + $0 } ?? ""))
        page.paragraph(fact.reason.says(in: language), indent: 6)
        if let mend = fact.mend(in: language) {
          page.paragraph(mend, first: "      → ", hanging: "        ")
        }
      }
    }
  }

  // MARK: What was changed

  private func changes(_ result: TestResult, on page: inout Page) {
    guard let update = result.update else { return }
    page.append("")
    page.append(
      coloring(Wording(zh: "已改写的预期", en: "Expectations rewritten")[language], .bold)
        + Wording(zh: "  \(update.changes.count) 处", en: "  \(update.changes.count)")[language])
    for path in update.files.map({ $0.path }) { page.append("  " + path.sanitizedName()) }
    var last: ApplicationLocation?
    for change in update.changes {
      if change.place != last { page.append("  " + change.place.name.sanitizedName()) }
      last = change.place
      page.paragraph(change.sentence[language], indent: 4)
    }
  }

  // MARK: What is shown

  private func coverage(_ result: TestResult, on page: inout Page) {
    let coverage = result.run.coverage
    page.append("")
    page.append(
      coloring(Wording(zh: "覆盖率", en: "Coverage")[language], .bold) + "  "
        + TestWords.share(of: coverage)[language])
    if let required = result.requiredCoverage, !result.reachesCoverage {
      page.paragraph(
        coloring(TestWords.tooLow(required)[language], .red), first: "  ✗ ", hanging: "    ")
    }
    let names = coverage.rows.map { $0.reading.map { "  " + $0.id } ?? $0.criterion.id }
    let column = (names.map { $0.columns }.max() ?? 0) + 4
    for (name, row) in zip(names, coverage.rows) {
      let counts = row.counts.map { outcome, count in
        Wording(zh: "\(outcome.name.zh) \(count) 份", en: "\(outcome.name.en) \(count)")[language]
      }
      page.paragraph(
        counts.joined(separator: Wording(zh: "，", en: ", ")[language]),
        first: "  " + name.padded(to: column - 2),
        hanging: String(repeating: " ", count: column))
    }
    let lacking = coverage.lacking
    if lacking.isEmpty { return }
    page.append("")
    page.append(
      coloring(TestWords.neverShown[language], .bold)
        + Wording(
          zh: "  \(coverage.required - coverage.exercised) 种",
          en: "  \(coverage.required - coverage.exercised)")[language])
    for (row, outcomes) in lacking {
      let names = outcomes.map { $0.name[language] }
      page.paragraph(
        names.joined(separator: Wording(zh: "，", en: ", ")[language]), first: "  \(row.name)  ",
        hanging: "    ")
    }
  }
}
