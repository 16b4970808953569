// A criterion is one requirement: what can be said of it, how it decides, and how it explains itself.

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

/// All that can be said of a criterion whatever it judges.
///
/// A class, because criteria are copied at each start of a program, with all that describes them.
public final class CriterionDescription: Sendable {
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
  /// The exact rule; numbers of the law stand as names in braces.
  public let rule: Wording
  /// The fair readings of the clause where it has more than one: all are applied.
  public let readings: [Reading]
  /// How the clause is read where other words of the source decide: this alone is applied.
  public let settledReadings: [Reading]
  /// Every fact that can influence the outcome.
  public let reads: [Pointer]
  /// The evidence wanted.
  public let evidence: [Wording]

  /// Creates a description.
  public init(
    id: String, clauses: [Clause], role: Role, outcomes: [Outcome], title: Wording, rule: Wording,
    readings: [Reading], settledReadings: [Reading], reads: [Pointer], evidence: [Wording]
  ) {
    self.id = id
    self.clauses = clauses
    self.role = role
    self.outcomes = outcomes
    self.title = title
    self.rule = rule
    self.readings = readings
    self.settledReadings = settledReadings
    self.reads = reads
    self.evidence = evidence
  }
}

/// One requirement of a regulation.
public struct Criterion<Applicant: Subject>: Sendable {
  /// All that can be said of it whatever it judges.
  public let about: CriterionDescription
  /// The numbers that the rule names.
  public let numbers: @Sendable (Applicant.Thresholds) -> Reason.Values
  /// The evidence wanted.
  public let evidence: [Evidence<Applicant>]
  /// How it comes out: a function of facts and thresholds alone.
  public let decide: @Sendable (Applicant, Applicant.Thresholds) -> Outcome
  /// The same with reasons, as many as are wanted.
  let explain: @Sendable (Applicant, Applicant.Thresholds, Detail) -> Finding

  /// Creates a criterion; it can come out as any of its role can unless other outcomes are given.
  ///
  /// Whoever calls it must not specialise it: an applicant is large, and would be copied for each
  /// criterion of a batch.
  ///
  /// - Parameters:
  ///   - asks: the facts that can influence the outcome, in the order in which they are named.
  ///   - decide: what is the case, as far as it makes a difference; a batch asks no more.
  ///   - explain: what is said about that.
  public init<State: CriterionState>(
    _ id: String, clauses: [Clause], role: Role, outcomes: [Outcome]? = nil, title: Wording,
    rule: Wording,
    numbers: @escaping @Sendable (Applicant.Thresholds) -> Reason.Values = { _ in [:] },
    readings: [Reading] = [], settledReadings: [Reading] = [], asks: [AskedFact<Applicant>],
    evidence: [Evidence<Applicant>] = [],
    decide: @escaping @Sendable (Applicant, Applicant.Thresholds) -> State,
    explain: @escaping @Sendable (State, Applicant, Applicant.Thresholds, Say) -> Explanation
  ) {
    // By their numbers: this is not specialised, and iterators would be instantiated at each start.
    var reads: [Pointer] = []
    for number in asks.indices { reads += asks[number].places }
    var documents: [Wording] = []
    for number in evidence.indices { documents.append(evidence[number].what) }
    about = CriterionDescription(
      id: id, clauses: clauses, role: role, outcomes: outcomes ?? role.outcomes, title: title,
      rule: rule, readings: readings, settledReadings: settledReadings,
      reads: reads, evidence: documents)
    self.numbers = numbers
    self.evidence = evidence
    self.decide = { decide($0, $1).outcome }
    self.explain = { applicant, thresholds, detail in
      let state = decide(applicant, thresholds)
      return explain(state, applicant, thresholds, Say(detail)).finding(
        state.outcome, readings: detail == .full ? state.readings : []
      ) { counts, missing in asks.ask(applicant, counts, &missing) }
    }
  }

  /// What the criterion says about a subject, with every reason.
  public func evaluate(_ subject: Applicant, _ thresholds: Applicant.Thresholds) -> Finding {
    explain(subject, thresholds, .full)
  }

  /// The rule with the numbers of an edition.
  public func statedRule(under thresholds: Applicant.Thresholds) -> Reason {
    Reason(Message(id, says: rule), numbers(thresholds))
  }

  /// The stable public identifier: `average-revenue`.
  public var id: String { about.id }
  /// Where the requirement stands, the main place first.
  public var clauses: [Clause] { about.clauses }
  /// What the criterion does to the verdict.
  public var role: Role { about.role }
  /// What it can come out as.
  public var outcomes: [Outcome] { about.outcomes }
  /// What it is called.
  public var title: Wording { about.title }
  /// The exact rule; numbers of the law stand as names in braces.
  public var rule: Wording { about.rule }
  /// The fair readings of the clause where it has more than one.
  public var readings: [Reading] { about.readings }
  /// How the clause is read where other words of the source decide.
  public var settledReadings: [Reading] { about.settledReadings }
  /// Every fact that can influence the outcome.
  public var reads: [Pointer] { about.reads }
}
