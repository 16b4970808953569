// A rulebook is a regulation as code: its criteria in its own order and its numbers by date.

/// The numbers of a regulation from one day on.
public final class Edition<Applicant: Subject>: Sendable {
  /// The document that put them in force.
  public let document: String
  /// The first day on which they hold.
  public let inForce: Day
  /// The numbers.
  public let thresholds: Applicant.Thresholds

  /// Creates an edition.
  public init(document: String, inForce: Day, thresholds: Applicant.Thresholds) {
    self.document = document
    self.inForce = inForce
    self.thresholds = thresholds
  }
}

/// The regulation was not in force on the day asked for, so it says nothing about that day.
public struct NotInForce: Error, Hashable, Sendable {
  /// The day asked for.
  public let day: Day
  /// The first day on which the regulation was in force.
  public let since: Day

  @usableFromInline
  init(day: Day, since: Day) {
    self.day = day
    self.since = since
  }
}

/// A regulation that says who is eligible.
public final class Rulebook<Applicant: Subject>: Sendable {
  /// A stable identifier.
  public let id: String
  /// What the regulation is called.
  public let title: Wording
  /// The editions, oldest first.
  public let editions: [Edition<Applicant>]
  /// The criteria in the regulation's order.
  public let criteria: [Criterion<Applicant>]

  /// Creates a rulebook of one first edition and any later ones, oldest first.
  public init(
    id: String, title: Wording, first: Edition<Applicant>, later: [Edition<Applicant>] = [],
    criteria: [Criterion<Applicant>]
  ) {
    self.id = id
    self.title = title
    self.editions = [first] + later
    self.criteria = criteria
    self.newest = later.last ?? first
    self.inForce = first.inForce
  }

  /// The first day on which the regulation was in force.
  public let inForce: Day

  /// The edition that came into force last.
  public let newest: Edition<Applicant>

  /// The criterion of that identifier.
  public func criterion(_ id: String) -> Criterion<Applicant>? { criteria.first { $0.id == id } }

  /// The edition that holds on a day, or the newest where the day is unknown.
  @inlinable
  public func edition(on day: Day?) -> Result<Edition<Applicant>, NotInForce> {
    guard let day else { return .success(newest) }
    return editions.last { $0.inForce <= day }.map { .success($0) }
      ?? .failure(NotInForce(day: day, since: inForce))
  }

  /// Judges a subject by every criterion.
  ///
  /// - Parameters:
  ///   - subject: the facts.
  ///   - day: the day on which the edition is chosen, usually the filing date; `nil` where unknown.
  ///   - strictness: which roles count as requirements.
  /// - Returns: the assessment, or the reason why the regulation cannot be applied on that day.
  public func assess(
    _ subject: Applicant, on day: Day?, strictness: Strictness = .conditionsOnly
  ) -> Result<Assessment<Applicant>, NotInForce> {
    edition(on: day).map { edition in
      let findings = criteria.map { $0.evaluate(subject, edition.thresholds) }
      let requirements = zip(criteria, findings)
        .map { strictness.asRequirement($1.outcome, of: $0.role) }
      return Assessment(
        rulebook: self, edition: edition, strictness: strictness, findings: findings,
        verdict: Verdict(requirements.conjunction()))
    }
  }

  /// Judges a subject by every criterion and keeps little more than the outcomes.
  ///
  /// The outcomes and the verdict are those of ``assess(_:on:strictness:)``, from the same rules;
  /// reasons are kept only of conditions that stand open.
  @inlinable
  public func summarise(
    _ subject: Applicant, on day: Day?, strictness: Strictness = .conditionsOnly
  ) -> Result<Summary, NotInForce> {
    switch edition(on: day) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let edition):
      var summary = Summary(capacity: criteria.count)
      var reasoning = Reasoning(.outcome)
      let thresholds = edition.thresholds
      let criteria = self.criteria
      for number in criteria.indices {
        let role = criteria[number].role
        reasoning.extent = role == .condition ? .open : .outcome
        let outcome = criteria[number].decide(subject, thresholds, &reasoning)
        if reasoning.hasFinding { summary.keep(&reasoning) }
        summary.add(outcome, requirement: strictness.asRequirement(outcome, of: role))
      }
      return .success(summary)
    }
  }
}

/// What a rulebook says about one of many applicants.
public struct Summary: Sendable {
  /// One outcome for each criterion, in the rulebook's order.
  public private(set) var outcomes: [Outcome] = []
  /// The conditions that stand open, by their number in the rulebook.
  public private(set) var open: [(criterion: Int, finding: Finding)] = []
  private var requirements = Kleene.yes

  @usableFromInline
  init(capacity: Int) { outcomes.reserveCapacity(capacity) }

  /// The conjunction of the requirements.
  public var verdict: Verdict { Verdict(requirements) }

  @usableFromInline
  mutating func keep(_ reasoning: inout Reasoning) {
    if let finding = reasoning.take() { open.append((outcomes.count, finding)) }
  }

  @usableFromInline
  mutating func add(_ outcome: Outcome, requirement: Kleene) {
    outcomes.append(outcome)
    requirements = requirements && requirement
  }
}

/// What a rulebook says about one applicant.
public struct Assessment<Applicant: Subject>: Sendable {
  /// The rulebook applied.
  public let rulebook: Rulebook<Applicant>
  /// The edition applied.
  public let edition: Edition<Applicant>
  /// Which roles counted as requirements.
  public let strictness: Strictness
  /// One finding for each criterion, in the rulebook's order.
  public let findings: [Finding]
  /// The conjunction of the requirements.
  public let verdict: Verdict

  /// The finding of a criterion.
  public subscript(id: String) -> Finding? {
    rulebook.criteria.firstIndex { $0.id == id }.map { findings[$0] }
  }
}
