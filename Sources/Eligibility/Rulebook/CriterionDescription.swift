// Reports and commands speak of criteria without knowing whose facts these read.

/// All that can be said of a criterion apart from any applicant.
public struct CriterionDescription: Sendable {
  /// The stable public identifier: `average-revenue`.
  public let id: String
  /// Where the requirement stands, the main place first.
  public let clauses: [Clause]
  /// What the criterion does to the verdict.
  public let role: Role
  /// What it can come out as.
  public let outcomes: [Outcome]
  /// What it is called.
  public let title: Wording
  /// The fair readings of the clause where it has more than one: all are applied.
  public let readings: [Reading]
  /// How the clause is read where other words of the source decide: this alone is applied.
  public let settledReadings: [Reading]
  /// Every fact that can influence the outcome.
  public let reads: [Pointer]
  /// What is to be attached as evidence.
  public let evidence: [Wording]
}

extension Criterion {
  /// What can be said of it apart from any applicant.
  public var about: CriterionDescription {
    CriterionDescription(
      id: id, clauses: clauses, role: role, outcomes: outcomes, title: title, readings: readings,
      settledReadings: settledReadings, reads: reads, evidence: evidence.map(\.what))
  }
}
