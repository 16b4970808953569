// A whole batch, judged: its rows, its totals, and what its applications claim against one another.

import Eligibility
import Judging
import Reports

/// A batch as formats see it at its end.
public struct Screening: Sendable {
  /// The programme whose applications were screened.
  public let programme: Programme
  /// The rows that are shown, with their numbers in the batch from 0; empty for formats that stream.
  public var rows: [(number: Int, row: Row)] = []
  /// Whether there are rows at all; of parts that were screened apart only the end is written.
  public var hasRows = true
  /// The totals of all applications, shown or not.
  public var totals: Totals
  /// The contradictions.
  public var contradictions = ContradictionList()
  /// How many eligible applications are named in a contradiction.
  public var contestedEligible = 0
  /// Whether the user ended the run before the batch was complete.
  public var wasInterrupted = false
  /// The verdict to which the rows are limited.
  public var only: Verdict?
  /// Where an application of the batch was found.
  public var place: @Sendable (Int) -> ApplicationLocation = { _ in
    ApplicationLocation(source: "", line: nil)
  }

  /// Creates a batch in which there is no application yet.
  public init(_ programme: Programme) {
    self.programme = programme
    totals = Totals(programme)
  }

  /// The contradictions in which an application is named.
  func contradictions(of number: Int) -> [Contradiction] {
    contradictions.filter { $0.concerns(number) }
  }
}

/// A form in which a batch is written.
public protocol ScreeningFormat: Sendable {
  /// Whether rows are written as they come; other forms get all rows at the end.
  static var streams: Bool { get }
  /// Whether the full report of each application is shown.
  static var showsReports: Bool { get }
  /// Whether it wants what CI servers are told.
  static var inspects: Bool { get }
  /// Adds a row; asked only of forms that stream, by several workers at once.
  func write(_ row: Row, to lines: inout [UInt8])
  /// Writes what a CI server is told about an application; called in the order of the batch.
  mutating func add(_ inspection: Inspection) -> [UInt8]
  /// Writes the end of a stream, or the whole of other forms.
  func end(_ screening: Screening) -> [UInt8]
  /// Writes the same piece by piece, so that a stream never stands in memory as a whole.
  func end(_ screening: Screening, piecewise write: ([UInt8]) -> Void)
}

extension ScreeningFormat {
  /// By default all rows are written at the end.
  public static var streams: Bool { false }
  /// By default no full reports are shown.
  public static var showsReports: Bool { false }
  /// By default nothing of what CI servers are told is wanted.
  public static var inspects: Bool { false }
  /// Writes nothing, for forms without rows that are written as they come.
  public func write(_ row: Row, to lines: inout [UInt8]) {}
  /// Writes nothing, for forms that do not want what CI servers are told.
  public mutating func add(_ inspection: Inspection) -> [UInt8] { [] }
  /// Writes the end as one piece.
  public func end(_ screening: Screening, piecewise write: ([UInt8]) -> Void) {
    write(end(screening))
  }
}
