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
  /// The files of folders that were not judged.
  public var passedOver: [PassedOver] = []
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
