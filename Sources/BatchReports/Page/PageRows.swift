// The table: a line for each application, and beneath it the reasons for its verdict.

import Batch
import Eligibility
import Judging
import LocatedJSON
import Reports

/// Writes the table of applications and what its filters offer.
struct PageRows {
  let screening: Screening
  let words: ScreeningWords
  private let contradictions: [Int: [Int]]

  init(screening: Screening, words: ScreeningWords) {
    self.screening = screening
    self.words = words
    var contradictions: [Int: [Int]] = [:]
    for (index, contradiction) in screening.contradictions.enumerated() {
      for number in contradiction.applications { contradictions[number, default: []].append(index) }
    }
    self.contradictions = contradictions
  }

  private var language: Language { words.language }

  /// What stands in place of the verdict on a file that cannot be read.
  static let unreadable = Wording(zh: "无法读取", en: "UNREADABLE")

  /// The roles whose criteria an application can fail or leave without material.
  static let failingRoles: [Role] = [.condition, .indicator, .judgement]

  // MARK: Columns

  /// A column of the table.
  private enum Column: String, CaseIterable {
    case number, enterprise, product, verdict, conditions, indicators, judgements, faults, file

    var title: Wording {
      switch self {
      case .number: Wording(zh: "序号", en: "No.")
      case .enterprise: Wording(zh: "企业", en: "Enterprise")
      case .product: Wording(zh: "产品", en: "Product")
      case .verdict: Wording(zh: "结论", en: "Verdict")
      case .conditions: Wording(zh: "不符合或待定的必备条件", en: "Conditions unmet or undetermined")
      case .indicators: Wording(zh: "未达到的评审指标", en: "Indicators unmet")
      case .judgements: Wording(zh: "缺少供专家评判的材料", en: "Material lacking")
      case .faults: Wording(zh: "文件错误", en: "Faults")
      case .file: Wording(zh: "文件", en: "File")
      }
    }
  }

  /// The head of the table.
  func writeColumns(_ html: inout HTMLWriter) {
    for column in Column.allCases {
      html.element("th", ["scope": "col", "class": column.rawValue], text: column.title[language])
    }
  }

  // MARK: Filters

  /// The verdicts to choose from, with their counts among the rows.
  func writeVerdictOptions(_ html: inout HTMLWriter) {
    html.element("option", ["value": ""], text: Wording(zh: "全部", en: "all")[language])
    for verdict in [Verdict.eligible, .undetermined, .ineligible] {
      option(
        verdict.rawValue, verdict.name, screening.rows.count { $0.row.verdict == verdict }, &html)
    }
    option("unreadable", PageRows.unreadable, screening.rows.count { $0.row.verdict == nil }, &html)
  }

  private func option(_ value: String, _ name: Wording, _ count: Int, _ html: inout HTMLWriter) {
    if count == 0 { return }
    html.element(
      "option", ["value": value],
      text: Wording(zh: "\(name.zh)（\(count) 份）", en: "\(name.en) (\(count))")[language])
  }

  /// The criteria to choose from: those that some row fails.
  func writeCriterionOptions(_ html: inout HTMLWriter) {
    html.element("option", ["value": ""], text: Wording(zh: "不限", en: "any")[language])
    let missed = Set(screening.rows.flatMap { failed(by: $0.row) })
    for role in PageRows.failingRoles {
      let numbers = screening.programme.criteria(of: role).filter(missed.contains)
      if numbers.isEmpty { continue }
      html.element("optgroup", ["label": role.name[language]]) { html in
        for number in numbers {
          html.element("option", ["value": String(number)], text: words.title(number))
        }
      }
    }
  }

  private func failed(by row: Row) -> [Int] {
    (row.unmet + row.undetermined).map { $0.criterion } + Array(row.indicatorsUnmet)
      + Array(row.judgementsWithoutMaterial)
  }

  // MARK: Rows

  /// How many rows there are, as long as no filter is set.
  var counter: String {
    let count = Quantity.count(screening.rows.count)
    let message = Message("counter", says: PageLabel.counter.wording)
    return Reason(message, ["shown": count, "total": count]).says(in: language)
  }

  /// All rows.
  func write(_ html: inout HTMLWriter) {
    for (number, row) in screening.rows { write(row, number, &html) }
  }

  /// An application: one body of the table with two lines, so that both sort and print together.
  private func write(_ row: Row, _ number: Int, _ html: inout HTMLWriter) {
    let contradictions = contradictions[number] ?? []
    html.element(
      "tbody",
      [
        "id": "a\(number + 1)", "data-verdict": row.verdict?.rawValue ?? "unreadable",
        "data-unmet": numbers(row.unmet.map { $0.criterion }),
        "data-open": numbers(row.undetermined.map { $0.criterion }),
        "data-other": numbers(Array(row.indicatorsUnmet) + Array(row.judgementsWithoutMaterial)),
        "data-contests": String(contradictions.count),
      ]
    ) { html in
      html.element("tr", ["class": "row"]) { html in
        html.element("td", ["class": "number"], text: String(number + 1))
        html.element("th", ["class": "enterprise", "scope": "row"]) {
          writeEnterprise(of: row, &$0)
        }
        html.element("td", ["class": "product"], text: row.product ?? "")
        html.element("td", ["class": "verdict"]) { writeVerdict(of: row, contradictions, &$0) }
        html.element("td", ["class": "conditions"]) { writeConditions(of: row, &$0) }
        count(row.indicatorsUnmet.count, .indicators, &html)
        count(row.judgementsWithoutMaterial.count, .judgements, &html)
        count(row.faultCount, .faults, &html)
        html.element("td", ["class": "file"], text: words.place(row.place))
      }
      html.element("tr", ["class": "detail"]) { html in
        html.element("td", ["colspan": String(Column.allCases.count)]) { html in
          html.element("dl") { writeReasons(for: row, contradictions, &$0) }
        }
      }
    }
    html.lineBreak()
  }

  private func numbers(_ numbers: [Int]) -> String {
    numbers.map { String($0) }.joined(separator: " ")
  }

  private func writeEnterprise(of row: Row, _ html: inout HTMLWriter) {
    let none = Wording(zh: "未填", en: "not given")[language]
    if let name = row.enterprise, !name.isEmpty {
      html.element("span", ["class": "name"], text: name)
    } else if row.failure == nil {
      html.element("span", ["class": "name none"], text: none)
    }
    if let code = row.creditCode {
      html.text(" ")
      html.element("span", ["class": "code"], text: code.text)
    }
  }

  private func writeVerdict(of row: Row, _ contradictions: [Int], _ html: inout HTMLWriter) {
    let name = row.verdict?.name(notices: row.notices.count) ?? PageRows.unreadable
    html.element("span", ["class": "badge"]) { html in
      html.element("span", ["aria-hidden": "true"], text: row.verdict?.mark ?? "!")
      html.text(" " + name[language])
    }
    if !contradictions.isEmpty {
      html.text(" ")
      html.element(
        "a", ["class": "chip contested", "href": "#c\(contradictions[0] + 1)"],
        text: Wording(zh: "矛盾 \(contradictions.count) 项", en: "contested: \(contradictions.count)")[
          language])
    }
    if row.hasPriority {
      html.text(" ")
      html.element(
        "span", ["class": "chip"], text: Wording(zh: "优先推荐", en: "priority")[language])
    }
  }

  private func writeConditions(of row: Row, _ html: inout HTMLWriter) {
    if let failure = row.failure { html.text(failure.reason[language]) }
    for open in row.unmet {
      html.element("div", ["class": "unmet"]) { html in
        html.text("✗ " + words.title(open.criterion))
        if let gap = open.gap {
          html.text(" ")
          html.element("span", ["class": "gap"], text: words.lacking(gap))
        }
      }
    }
    if !row.undetermined.isEmpty {
      let titles = row.undetermined.map { words.title($0.criterion) }
        .joined(separator: Wording(zh: "、", en: ", ")[language])
      html.element("div", ["class": "open"], text: "? " + titles)
    }
  }

  private func count(_ count: Int, _ column: Column, _ html: inout HTMLWriter) {
    html.element(
      "td", ["class": "count \(column.rawValue)", "data-label": column.title[language]],
      text: count == 0 ? "" : String(count))
  }

  // MARK: Reasons

  private func writeReasons(for row: Row, _ contradictions: [Int], _ html: inout HTMLWriter) {
    if let failure = row.failure {
      group(PageRows.unreadable, &html) { $0.element("dd", text: failure.reason[language]) }
    }
    if !contradictions.isEmpty {
      group(ScreeningWords.contradictionsTitle, &html) { html in
        for index in contradictions {
          let contradiction = screening.contradictions[index]
          html.element("dd") { html in
            html.element("a", ["href": "#c\(index + 1)"], text: contradiction.kind.name[language])
            html.text(" " + contradiction.reason.says(in: language))
          }
        }
      }
    }
    findings(row.unmet, ScreeningColumn.unmet.title, &html)
    findings(row.undetermined, ScreeningColumn.undetermined.title, &html)
    if !row.faults.isEmpty {
      group(ScreeningColumn.faults.title, &html) { html in
        for fault in row.faults { write(fault, &html) }
      }
    }
    titles(row.indicatorsUnmet, ScreeningColumn.indicators.title, &html)
    titles(row.judgementsWithoutMaterial, ScreeningColumn.judgements.title, &html)
    if !row.notices.isEmpty {
      group(Wording(zh: "提示", en: "Notices"), &html) { html in
        for notice in row.notices.listed { html.element("dd", text: notice.says(in: language)) }
        if row.notices.unlisted > 0 {
          html.element("dd", text: Listing.more(row.notices.unlisted)[language])
        }
      }
    }
  }

  private func group(
    _ title: Wording, _ html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    html.element("div") { html in
      html.element("dt", text: title[language])
      body(&html)
    }
  }

  private func findings(
    _ open: [NumberedFinding], _ title: Wording, _ html: inout HTMLWriter
  ) {
    if open.isEmpty { return }
    group(title, &html) { html in
      for open in open {
        html.element("dd") { html in
          html.element("b", text: words.title(open.criterion))
          html.text(" " + open.finding.reason.says(in: language))
          write(mend: open.finding.mend(in: language, screening.programme), &html)
        }
      }
    }
  }

  private func titles(_ numbers: CriterionSet, _ title: Wording, _ html: inout HTMLWriter) {
    if numbers.isEmpty { return }
    let titles = numbers.map(words.title)
      .joined(separator: Wording(zh: "、", en: ", ")[language])
    group(title, &html) { $0.element("dd", text: titles) }
  }

  private func write(_ fault: Row.PlacedFault, _ html: inout HTMLWriter) {
    html.element("dd") { html in
      let place = [fault.position.map { "\($0.line):\($0.column)" }, fault.pointer]
        .compactMap { $0 }.joined(separator: " ")
      if !place.isEmpty {
        html.element("span", ["class": "place"], text: place)
        html.text(" ")
      }
      html.text(words.sentence(of: fault))
      write(mend: fault.reason.mend(in: language), &html)
    }
  }

  private func write(mend: String?, _ html: inout HTMLWriter) {
    guard let mend else { return }
    html.text(" ")
    html.element("span", ["class": "mend"], text: "→ " + mend)
  }
}

extension Verdict {
  /// One character that stands for the verdict.
  fileprivate var mark: String {
    switch self {
    case .eligible: "✓"
    case .ineligible: "✗"
    case .undetermined: "?"
    }
  }
}
