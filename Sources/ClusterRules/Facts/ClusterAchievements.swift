// What the cluster does and what it is compared with: projects, supply, averages, standards; and its accidents.

import CommonFacts
import Eligibility

/// A major project (Article 6(3)).
public struct ClusterProject: Hashable, Sendable {
  /// The level of the authority that set it up.
  public var level: Level?
  /// Whether the leading industry undertakes it.
  public var isInLeadingIndustry: Bool?
  /// How many proofs are attached.
  public var evidence: Int?

  /// A project of which nothing is known.
  public init() {}
}

/// The share of local supply of the leading products (Article 6(3)).
public struct ClusterLocalSupply: Hashable, Sendable {
  /// The share in percent.
  public var rate: Decimal?
  /// What it is a share of.
  public var basis: Basis?
  /// How many proofs are attached.
  public var evidence: Int?

  /// A share of which nothing is known.
  public init() {}

  /// What the share is measured in.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The value of the parts.
    case value
    /// Their number.
    case parts
  }
}

/// An average of the same industry, as some source states it (Article 6(4)).
public struct ClusterIndustryAverage: Hashable, Sendable {
  /// Of what it is the average.
  public var figure: Figure?
  /// Of which branch.
  public var industry: IndustryCode?
  /// Of which region.
  public var region: String?
  /// Of which year.
  public var year: Int?
  /// The average in percent.
  public var value: Decimal?
  /// Who states it.
  public var source: String?

  /// An average of which nothing is known.
  public init() {}

  /// The figures that are compared.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    /// Research and development in operating revenue.
    case rdIntensity
    /// Research staff in all staff.
    case researchStaffShare
  }
}

/// A standard in whose making or revision the cluster takes part (Article 6(4)).
public struct ClusterStandard: Hashable, Sendable {
  /// Where it applies.
  public var level: StandardLevel?
  /// How many proofs are attached.
  public var evidence: Int?

  /// A standard of which nothing is known.
  public init() {}
}

/// An accident or an environmental incident (Article 6(7)).
public struct ClusterIncident: Hashable, Sendable {
  /// Whose, by the member's social credit code.
  public var member: SocialCreditCode?
  /// What happened.
  public var kind: Kind?
  /// When it happened.
  public var date: PartialDate?
  /// How grave it was.
  public var grade: IncidentGrade?
  /// What the authority responsible has determined.
  public var determination = Determination()

  /// An incident of which nothing is known.
  public init() {}

  /// The kinds that Article 6(7) names, and the rest.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A work-safety accident (生产安全事故).
    case workSafety
    /// A sudden environmental incident (突发环境事件).
    case environment
    /// Anything else.
    case other
  }
}
