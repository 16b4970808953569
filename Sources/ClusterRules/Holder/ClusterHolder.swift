// What is known of a recognised cluster: when it was recognised, and what has happened since.

import CommonFacts
import Eligibility

/// The history of one cluster's title; whatever is absent is unknown.
public struct ClusterHolder: Hashable, Sendable {
  /// The day for which is asked how the title stands.
  public var day: Day?
  /// What the cluster is called.
  public var cluster: String?
  /// The registered name of the organisation that promotes it.
  public var promoter: String?
  /// Its social credit code.
  public var creditCode: SocialCreditCode?
  /// The bureau of its place, across districts that of the lead prefecture.
  public var bureau: Bureau?
  /// The day of the recognition.
  public var recognised: Day?
  /// The yearly reports of its place (Article 10).
  public var reports: [YearlyReport]?
  /// The reviews since (Article 11).
  public var reviews: [TitleReview]?
  /// The days on which the title was revoked (Article 11).
  public var revocations: [ClusterRevocation]?

  /// A history of which nothing is known.
  public init() {}
}

extension ClusterHolder: Subject {
  /// The numbers that hold for a holder.
  public typealias Thresholds = ClusterThresholds
}

/// The revocation of a cluster's title.
public struct ClusterRevocation: Hashable, Sendable {
  /// The day of the decision.
  public var decided: Day?
  /// What it was revoked for.
  public var ground: Ground?

  /// A revocation of which nothing is known.
  public init() {}

  /// What Article 11 revokes for.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// A review was not passed.
    case reviewFailed
    /// Fraud.
    case fraud
    /// A breach of law or regulation.
    case breachOfLaw
  }
}
