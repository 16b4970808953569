// Officers sort and file by figures; a programme says here which of an application's facts tables show.

import Eligibility

/// A column of a table of applications that shows a fact.
public struct FactColumn: Sendable {
  /// A stable identifier: `revenue-mean`.
  public let id: String
  /// What heads the column, with the unit of its figures.
  public let title: Wording
  /// Which tables show it.
  public let tables: Tables

  /// The tables that show a fact.
  public enum Tables: Sendable {
    /// The table to work with, which is wide.
    case table
    /// The list of those that may be recommended, which is for paper.
    case recommendation
    /// Both.
    case all
  }
}

/// A fact that tables show, and how it is found.
public struct TabulatedFact<Facts: Subject>: Sendable {
  let column: FactColumn
  let value: @Sendable (Facts) -> Quantity?

  /// Creates a column.
  ///
  /// - Parameter value: the fact, `nil` where it is not known.
  public init(
    _ id: String, zh: String, en: String, for tables: FactColumn.Tables,
    value: @escaping @Sendable (Facts) -> Quantity?
  ) {
    column = FactColumn(id: id, title: Wording(zh: zh, en: en), tables: tables)
    self.value = value
  }
}

/// A column of a table that shows by how much applications miss a condition.
public struct GapColumn: Sendable {
  /// The condition's identifier.
  public let criterion: String
  /// In what it is measured.
  public let unit: Wording

  /// Creates a column.
  public init(of criterion: String, in unit: Wording) {
    self.criterion = criterion
    self.unit = unit
  }
}

/// What tables show of the applications of a programme besides the outcomes of its criteria.
public struct Tabulation<Facts: Subject>: Sendable {
  /// The facts, in the order of the columns.
  let facts: [TabulatedFact<Facts>]
  /// The conditions of which it can be said in figures how much is lacking.
  let gaps: [GapColumn]

  /// Creates a tabulation.
  public init(facts: [TabulatedFact<Facts>] = [], gaps: [GapColumn] = []) {
    self.facts = facts
    self.gaps = gaps
  }
}
