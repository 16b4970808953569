// A criterion holds all there is to know of one requirement: where it stands, what it reads, how it decides.

/// What a rulebook judges, usually the facts of one application.
public protocol Subject: Sendable {
  /// The numbers of the law that hold for it, one edition of them.
  associatedtype Thresholds: Sendable
}

/// One fair way to read an ambiguous clause, or the only one that the source allows.
public struct Reading: Hashable, Sendable {
  /// A stable identifier, unique within its criterion.
  public let id: String
  /// What the clause means under this reading.
  public let meaning: Wording
  /// The words of the source, or the sense, on which the reading rests.
  public let ground: Wording

  /// Creates a reading.
  public init(_ id: String, _ meaning: Wording, ground: Wording) {
    self.id = id
    self.meaning = meaning
    self.ground = ground
  }
}

/// A document that proves what a criterion asks.
public struct Evidence<Applicant: Subject>: Sendable {
  /// What is to be attached.
  public let what: Wording
  /// The places where its name is wanted and not given.
  public let lacking: @Sendable (Applicant) -> [Pointer]

  /// Creates a request for evidence.
  public init(
    zh: String, en: String, lacking: @escaping @Sendable (Applicant) -> [Pointer]
  ) {
    self.what = Wording(zh: zh, en: en)
    self.lacking = lacking
  }
}

/// One requirement of a regulation.
public struct Criterion<Applicant: Subject>: Sendable {
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
  /// The exact rule; numbers of the law stand as names in braces, filled in by ``statedRule(under:)``.
  public let rule: Wording
  /// The numbers that the rule names.
  public let numbers: @Sendable (Applicant.Thresholds) -> Reason.Values
  /// The fair readings of the clause where it has more than one: all are applied.
  public let readings: [Reading]
  /// How the clause is read where other words of the source decide: this alone is applied.
  public let settledReadings: [Reading]
  /// Every fact that can influence the outcome.
  public let reads: [Pointer]
  /// The evidence wanted.
  public let evidence: [Evidence<Applicant>]
  /// The requirement as a function of facts and thresholds alone; the reasoning says why.
  public let decide: @Sendable (Applicant, Applicant.Thresholds, inout Reasoning) -> Outcome

  /// Creates a criterion; it can come out as any of its role can unless other outcomes are given.
  public init(
    id: String, clauses: [Clause], role: Role, outcomes: [Outcome]? = nil, title: Wording,
    rule: Wording,
    numbers: @escaping @Sendable (Applicant.Thresholds) -> Reason.Values = { _ in [:] },
    readings: [Reading] = [], settledReadings: [Reading] = [], reads: [Pointer],
    evidence: [Evidence<Applicant>] = [],
    decide: @escaping @Sendable (Applicant, Applicant.Thresholds, inout Reasoning) -> Outcome
  ) {
    self.id = id
    self.clauses = clauses
    self.role = role
    self.outcomes = outcomes ?? role.outcomes
    self.title = title
    self.rule = rule
    self.numbers = numbers
    self.readings = readings
    self.settledReadings = settledReadings
    self.reads = reads
    self.evidence = evidence
    self.decide = decide
  }

  /// What the criterion says about a subject, with every reason.
  @inlinable
  public func evaluate(_ subject: Applicant, _ thresholds: Applicant.Thresholds) -> Finding {
    var reasoning = Reasoning(.everything)
    let outcome = decide(subject, thresholds, &reasoning)
    return reasoning.finding ?? Finding(outcome, .missing)
  }

  /// The rule with the numbers of an edition.
  public func statedRule(under thresholds: Applicant.Thresholds) -> Reason {
    Reason(Message(id, says: rule), numbers(thresholds))
  }
}

extension Array {
  /// The numbers of the criteria with a role that passes.
  @inlinable
  func numbers<Applicant>(where passes: (Role) -> Bool) -> CriterionSet
  where Element == Criterion<Applicant> {
    var numbers = CriterionSet()
    for number in indices where passes(self[number].role) { numbers.insert(number) }
    return numbers
  }
}
