// A rulebook is a regulation as code: its criteria in its own order and its numbers by date.

/// The numbers of a regulation from one day on.
public final class Edition<Thresholds: Sendable>: Sendable {
  /// The document that put them in force.
  public let document: String
  /// The first day on which they hold.
  public let inForce: Day
  /// The numbers.
  public let thresholds: Thresholds

  /// Creates an edition.
  public init(document: String, inForce: Day, thresholds: Thresholds) {
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
  /// What else may be asked of an applicant that the rulebook does not hold; said beside every verdict.
  public let beyond: Wording?
  /// That its only round is over, said before every verdict; `nil` where rounds go on.
  public let closed: Wording?
  /// What *eligible* means here, where it is less or other than that all conditions are met; `{experts}` in
  /// it is how many judgements are for experts.
  public let eligible: Wording?
  /// The editions, oldest first.
  public let editions: [Edition<Applicant.Thresholds>]
  /// The criteria in the regulation's order.
  public let criteria: [Criterion<Applicant>]
  /// The criteria's roles, in their order.
  @usableFromInline let roles: [Role]
  /// The criteria that enter the verdict under each strictness.
  @usableFromInline let conditions: CriterionSet
  @usableFromInline let conditionsAndIndicators: CriterionSet

  /// Creates a rulebook of one first edition and any later ones, oldest first.
  ///
  /// - Precondition: there are at most ``CriterionSet/limit`` criteria.
  @inlinable
  public init(
    id: String, title: Wording, beyond: Wording? = nil, closed: Wording? = nil,
    eligible: Wording? = nil, first: Edition<Applicant.Thresholds>,
    later: [Edition<Applicant.Thresholds>] = [],
    criteria: [Criterion<Applicant>]
  ) {
    self.id = id
    self.title = title
    self.beyond = beyond
    self.closed = closed
    self.eligible = eligible
    var editions = later
    editions.insert(first, at: 0)
    self.editions = editions
    precondition(criteria.count <= CriterionSet.limit, "a rulebook has too many criteria")
    self.criteria = criteria
    roles = criteria.map { $0.role }
    conditions = CriterionSet(of: roles) { Strictness.conditionsOnly.requires($0) }
    conditionsAndIndicators = CriterionSet(of: roles) { Strictness.indicatorsToo.requires($0) }
    self.newest = editions[later.count]
    self.inForce = first.inForce
  }

  /// The first day on which the regulation was in force.
  public let inForce: Day

  /// The edition that came into force last.
  public let newest: Edition<Applicant.Thresholds>

  /// The criteria of a role.
  public func criteria(of role: Role) -> CriterionSet { CriterionSet(of: roles) { $0 == role } }

  /// The criterion of that identifier.
  public func criterion(_ id: String) -> Criterion<Applicant>? { criteria.first { $0.id == id } }

  /// The edition in force on a day: the newest where the day is unknown, and the first for any day
  /// before the regulation was in force.
  public func editionInForce(on day: Day?) -> Edition<Applicant.Thresholds> {
    guard let day, day < newest.inForce else { return newest }
    return editions.last { $0.inForce <= day } ?? editions[0]
  }

  /// The edition in force on a day, or the refusal of a day before there was one.
  ///
  /// The newest is taken where the day is unknown.
  public func edition(on day: Day?) -> Result<Edition<Applicant.Thresholds>, NotInForce> {
    if let day, day < inForce { return .failure(NotInForce(day: day, since: inForce)) }
    return .success(editionInForce(on: day))
  }

  /// Judges a subject by every criterion.
  ///
  /// - Parameters:
  ///   - subject: the facts.
  ///   - edition: the edition of the regulation, usually the one in force on the filing date.
  ///   - strictness: which roles count as requirements.
  public func assess(
    _ subject: Applicant, under edition: Edition<Applicant.Thresholds>,
    strictness: Strictness = .conditionsOnly
  ) -> Assessment<Applicant> {
    let findings = criteria.map { $0.evaluate(subject, edition.thresholds) }
    let outcomes = Outcomes(findings.lazy.map { $0.outcome })
    return Assessment(
      rulebook: self, edition: edition, strictness: strictness, findings: findings,
      verdict: verdict(outcomes, strictness))
  }

  /// Judges a subject by every criterion, under the edition in force on a day.
  ///
  /// - Returns: the assessment, or the refusal of a day before the regulation was in force.
  public func assess(
    _ subject: Applicant, on day: Day?, strictness: Strictness = .conditionsOnly
  ) -> Result<Assessment<Applicant>, NotInForce> {
    edition(on: day).map { assess(subject, under: $0, strictness: strictness) }
  }

  @inlinable
  func verdict(_ outcomes: Outcomes, _ strictness: Strictness) -> Verdict {
    let required =
      switch strictness {
      case .conditionsOnly: conditions
      case .indicatorsToo: conditionsAndIndicators
      }
    return Verdict(outcomes.conjunction(of: required))
  }
}

extension CriterionSet {
  /// The criteria with a role that passes.
  @usableFromInline
  init(of roles: [Role], where passes: (Role) -> Bool) {
    self.init()
    for number in roles.indices where passes(roles[number]) { insert(number) }
  }
}

/// What a rulebook says about one applicant.
public struct Assessment<Applicant: Subject>: Sendable {
  /// The rulebook applied.
  public let rulebook: Rulebook<Applicant>
  /// The edition applied.
  public let edition: Edition<Applicant.Thresholds>
  /// Which roles counted as requirements.
  public let strictness: Strictness
  /// One finding for each criterion, in the rulebook's order.
  public let findings: [Finding]
  /// The conjunction of the requirements.
  public let verdict: Verdict

  @usableFromInline
  init(
    rulebook: Rulebook<Applicant>, edition: Edition<Applicant.Thresholds>, strictness: Strictness,
    findings: [Finding], verdict: Verdict
  ) {
    self.rulebook = rulebook
    self.edition = edition
    self.strictness = strictness
    self.findings = findings
    self.verdict = verdict
  }

  /// The finding of a criterion.
  public subscript(id: String) -> Finding? {
    rulebook.criteria.firstIndex { $0.id == id }.map { findings[$0] }
  }

  /// The outcomes, and the findings of conditions that stand open.
  public var summary: Summary {
    let open = rulebook.criteria(of: .condition)
      .map { NumberedFinding(criterion: $0, finding: findings[$0]) }
      .filter { $0.finding.outcome.isOpen }
    return Summary(
      outcomes: Outcomes(findings.lazy.map { $0.outcome }), open: open, verdict: verdict)
  }
}
