// The criteria for people: a table of all, or everything about one.

import Eligibility
import HostSystem
import Judging

/// Writes criteria as text.
public struct TextCatalogue {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which explanations are wrapped; the table is as wide as its cells.
  public let width: Int
  /// Whether titles are bold, or nothing is styled.
  public let coloring: Coloring

  /// Creates a writer of criteria with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
  }

  /// One line a criterion: identifier, clause, role, title.
  public func table(of programme: Programme) -> String {
    let rows = programme.criteria.map { criterion in
      [
        criterion.id, criterion.clauses[0].citation(in: language), criterion.role.name[language],
        criterion.title[language],
      ]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].columns }.max() ?? 0 }
    var page = Page(width: width)
    for row in rows {
      let cells = zip(row, widths).map { $0.0.padded(to: $0.1) } + [row[3]]
      page.append(cells.joined(separator: "  "))
    }
    return page.text
  }

  /// Everything about criteria and members.
  public func text(_ explained: Explained) -> String {
    let programme = explained.programme
    let rules = programme.rules()
    return
      (explained.criteria.map { text(programme.criteria[$0], rules[$0], programme) }
      + explained.members.map { text($0, programme) }).joined(separator: "\n")
  }

  private func text(
    _ criterion: CriterionDescription, _ rule: Reason, _ programme: Programme
  ) -> String {
    func line(_ reading: Reading) -> String {
      let ground = reading.ground[language]
      return "\(reading.id): \(reading.meaning[language])"
        + Wording(zh: "（依据：\(ground)）", en: " (ground: \(ground))")[language]
    }
    let only = Wording(zh: "无，口径唯一", en: "none; there is only one reading")
    let open = criterion.readings.isEmpty ? [only[language]] : criterion.readings.map(line)
    return page(
      criterion.title[language], criterion.id,
      [
        (Wording(zh: "条款", en: "Clause"), [criterion.citation(in: language)]),
        (
          Wording(zh: "作用", en: "Role"),
          [
            criterion.role.name[language] + Wording(zh: "：", en: ": ")[language]
              + criterion.role.meaning[language]
          ]
        ),
        (Wording(zh: "规则", en: "Rule"), [rule.says(in: language)]),
        (Wording(zh: "待定口径", en: "Open readings"), open),
        (Wording(zh: "已定口径", en: "Settled readings"), criterion.settledReadings.map(line)),
        (
          Wording(zh: "依据数据", en: "Reads"),
          criterion.reads.map { "\($0)  \(programme.label(of: $0, in: language))" }
        ),
        (Wording(zh: "所需证明", en: "Evidence"), criterion.evidence.map { $0[language] }),
      ])
  }

  private func text(_ member: FormMember, _ programme: Programme) -> String {
    var rows: [(Wording, [String])] = [
      (Wording(zh: "位置", en: "Place"), [member.labels.map { $0[language] }.joined(by: " › ")]),
      (Wording(zh: "填写", en: "Write"), [member.field.type.expectation[language]]),
    ]
    if let members = member.field.type.members {
      rows.append(
        (
          Wording(zh: "内容", en: "Members"),
          members.map { "\($0.key)  \($0.label[language])" }
        ))
    }
    if let hint = member.field.hint {
      rows.append((Wording(zh: "说明", en: "Hint"), [hint[language]]))
    }
    if case .choice(let choices) = member.field.type {
      rows.append(
        (
          Wording(zh: "可选值", en: "Choices"), choices.map { "\($0.word)  \($0.label[language])" }
        ))
    }
    if let clause = member.field.clause {
      rows.append((Wording(zh: "条款", en: "Clause"), [clause.citation(in: language)]))
    }
    let readers = programme.criteria(reading: member.pointer).map {
      "\($0.id)  \($0.title[language])"
    }
    let isDocuments: Bool = if case .list(.text, _) = member.field.type { true } else { false }
    let unread =
      isDocuments
      ? Wording(
        zh: "证明材料，不参与判断；没有填写的，报告列为尚须附送",
        en: "no criterion; it names evidence, which reports ask for where it is missing")
      : Wording(
        zh: "不参与判断；写入报告，并核对是否相互矛盾",
        en: "no criterion; reports show it and check it for contradictions")
    rows.append((Wording(zh: "用于", en: "Read by"), readers.isEmpty ? [unread[language]] : readers))
    return page(member.field.label[language], member.pointer.template, rows)
  }

  /// A heading and rows of a name and some lines each.
  private func page(
    _ title: String, _ id: String, _ rows: [(Wording, [String])]
  ) -> String {
    var page = Page(width: width)
    page.append(coloring(title, .bold) + "  " + id)
    let column = rows.map { $0.0[language].columns }.max() ?? 0
    let none = Wording(zh: "无", en: "none")[language]
    for (name, lines) in rows {
      for (number, line) in (lines.isEmpty ? [none] : lines).enumerated() {
        let label = number == 0 ? name[language] : ""
        page.paragraph(
          line, first: "  " + label.padded(to: column) + "  ",
          hanging: String(repeating: " ", count: column + 4))
      }
    }
    return page.text
  }
}
