// The columns that a bureau's tables may have: each is one entry here, whatever tables it stands in.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// A column of a table of applications.
struct TableColumn: Sendable {
  /// What people choose it by: `average-revenue`.
  let id: String
  /// What heads it.
  let title: Wording
  /// What an application has in it; the number is that of the row in the table, from 1.
  let cell: @Sendable (_ row: TableRow, _ words: ScreeningWords) -> ScreeningCell

  /// Creates a column.
  init(
    _ id: String, _ title: Wording,
    cell: @escaping @Sendable (_ row: TableRow, _ words: ScreeningWords) -> ScreeningCell
  ) {
    self.id = id
    self.title = title
    self.cell = cell
  }

  /// A column that other forms have as well.
  init(_ column: ScreeningColumn, _ names: ApplicationNames = .usual) {
    self.init(column.id, column.title(names)) { $1.cell(column, of: $0.row, number: $0.number) }
  }

  /// A column that the officer fills in.
  init(forOfficer id: String, zh: String, en: String) {
    self.init(
      id, Wording(zh: "\(zh)（由工信部门填写）", en: "\(en) (for the bureau to fill in)")
    ) { _, _ in .empty }
  }
}

/// An application in a table.
struct TableRow {
  /// What is known of it.
  let row: Row
  /// Its number in the batch, from 0.
  let number: Int
  /// Its place in the table, from 1.
  let place: Int
}

extension TableColumn {
  /// All columns of the table to work with, in their order.
  static func all(of programme: Programme) -> [TableColumn] {
    let criteria = programme.criteria.enumerated()
    return ScreeningColumn.allCases.map { TableColumn($0, programme.names) } + [
      bureau, noticeTexts, missing,
    ]
      + facts(of: programme) { $0 != .recommendation }
      + criteria.map { number, criterion in
        TableColumn(criterion.id, criterion.titleWithClause) { row, words in
          words.outcome(of: number, in: row.row)
        }
      }
      + programme.gapColumns().compactMap { gap(of: $0, in: programme) }
      + [
        TableColumn(forOfficer: "finding", zh: "初核意见", en: "Finding"),
        TableColumn(forOfficer: "remark", zh: "备注", en: "Remark"),
      ]
  }

  /// The columns that show facts.
  static func facts(
    of programme: Programme, where isShown: (FactColumn.Tables) -> Bool
  ) -> [TableColumn] {
    programme.factColumns().enumerated().filter { isShown($0.element.tables) }
      .map { number, fact in
        TableColumn(fact.id, fact.title) { row, words in
          // A file that is no application has no facts.
          guard number < row.row.tabulated.count, let value = row.row.tabulated[number] else {
            return .empty
          }
          return words.cell(of: value)
        }
      }
  }

  private static func gap(of column: GapColumn, in programme: Programme) -> TableColumn? {
    guard let number = programme.criteria.firstIndex(where: { $0.id == column.criterion }) else {
      return nil
    }
    let (title, unit) = (programme.criteria[number].titleWithClause, column.unit)
    return TableColumn(
      column.criterion + "-gap",
      Wording(zh: "\(title.zh)：差距（\(unit.zh)）", en: "\(title.en): gap (\(unit.en))")
    ) { row, words in
      let gap = row.row.open.first { $0.criterion == number }?.gap
      return gap.map { words.cell(of: $0.magnitude) } ?? .empty
    }
  }

  static let bureau = TableColumn("bureau", Wording(zh: "受理部门", en: "Bureau")) { row, words in
    words.bureau(of: row.row)
  }

  private static let noticeTexts = TableColumn(
    "notice-texts", Wording(zh: "提示", en: "What is odd")
  ) { row, words in words.joined(words.notices(of: row.row)) }

  private static let missing = TableColumn(
    "missing", Wording(zh: "必备条件缺少的内容", en: "Missing for conditions")
  ) { row, words in words.joined(words.missing(in: row.row)) }
}

extension CriterionDescription {
  /// What the criterion is called, behind the clause that it comes from.
  var titleWithClause: Wording {
    let clause = clauses[0]
    return Wording(
      zh: "\(clause.citation(in: .zh)) \(title.zh)", en: "\(clause.citation(in: .en)), \(title.en)")
  }
}
