// The words in which an assessment speaks: what a criterion is for, how it came out, and the verdict.

/// What a criterion does to the verdict.
@frozen
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// Must hold: one unmet condition makes the applicant ineligible.
  case condition
  /// A fact that reviewers weigh; alone it decides nothing unless indicators are treated as conditions.
  case indicator
  /// Only experts can decide; never met or unmet by data.
  case judgement
  /// Earns priority, is not required.
  case preference
  /// Counts in favour, is not required.
  case bonus
  /// Required of the file and not of the applicant: it enters no verdict, but a statement beside it.
  case formality
  /// Limits how many may be recommended; no application decides it, only a batch.
  case quota
  /// Owed by a day once recognised: it enters no verdict, and what is late is stated with its day.
  case duty
}

extension Role {
  /// What a criterion of this role can come out as: data decide what is a matter of fact, experts
  /// what is a matter of judgement, and a bonus that is not claimed asks nothing.
  public var outcomes: [Outcome] {
    switch self {
    case .condition, .indicator, .preference, .formality: [.met, .unmet, .undetermined]
    case .judgement: [.undetermined, .forReview]
    case .bonus: [.undetermined, .notApplicable, .forReview]
    case .quota: [.notApplicable]
    case .duty: [.met, .unmet, .undetermined, .notApplicable]
    }
  }
}

/// How one criterion came out for one applicant.
@frozen
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// The facts show that the criterion holds.
  case met
  /// The facts show that the criterion does not hold.
  case unmet
  /// A fact is missing, imprecise, unaudited or contradictory, or fair readings disagree.
  case undetermined
  /// The criterion asks nothing of this applicant.
  case notApplicable
  /// The material that experts need is there; the decision is theirs.
  case forReview

  /// The outcome of a question about facts.
  @inlinable
  public init(_ answer: Kleene) {
    switch answer {
    case .yes: self = .met
    case .no: self = .unmet
    case .unknown: self = .undetermined
    }
  }

  /// Whether the facts show that the criterion does not hold, or leave it open.
  @inlinable
  public var isOpen: Bool { self == .unmet || self == .undetermined }

  /// What the outcome contributes to a conjunction of requirements.
  ///
  /// A criterion that does not apply stands in nobody's way; one that awaits experts is open.
  @inlinable
  public var asRequirement: Kleene {
    switch self {
    case .met, .notApplicable: .yes
    case .unmet: .no
    case .undetermined, .forReview: .unknown
    }
  }
}

/// The conjunction of all conditions.
@frozen
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// Every condition that can be checked is met; recognition itself stays the authority's decision.
  case eligible
  /// At least one condition is unmet.
  case ineligible
  /// No condition is unmet, at least one is undetermined.
  case undetermined

  /// The verdict that a conjunction of requirements amounts to.
  public init(_ conjunction: Kleene) {
    switch conjunction {
    case .yes: self = .eligible
    case .no: self = .ineligible
    case .unknown: self = .undetermined
    }
  }
}

/// Which roles count as requirements.
@frozen
public enum Strictness: String, Hashable, Sendable, CaseIterable {
  /// Conditions only, as the regulation says.
  case conditionsOnly
  /// Conditions and indicators, for an applicant who wants to be on the safe side.
  case indicatorsToo

  /// Whether a criterion of this role enters the verdict.
  @inlinable
  public func requires(_ role: Role) -> Bool {
    role == .condition || (self == .indicatorsToo && role == .indicator)
  }
}
