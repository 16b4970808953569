// The past: accidents, violations, revoked and held recognitions, each with the dates that rules count from.

import CommonFacts
import Eligibility

/// An accident or a violation.
public struct Incident: Hashable, Sendable {
  /// What happened.
  public var kind: Kind?
  /// When it happened.
  public var date: PartialDate?
  /// How grave an accident was; a violation has no grade.
  public var grade: IncidentGrade?
  /// What the authority responsible has determined (Annex 2(2)).
  public var determination = Determination()

  /// An incident of which nothing is known.
  public init() {}

  /// What Article 3 names.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An accident at work, of a product or of a construction.
    case safetyAccident
    /// An incident of network security, data security or secrecy.
    case securityIncident
    /// A quality accident.
    case qualityAccident
    /// An accident that polluted the environment.
    case pollutionAccident
    /// Tax evasion.
    case taxEvasion
    /// Falsified data.
    case dataFalsification
    /// Another violation of the same kind.
    case otherViolation

    /// Whether it is an accident, which counts only where it is major.
    public var isAccident: Bool {
      switch self {
      case .safetyAccident, .securityIncident, .qualityAccident, .pollutionAccident: true
      case .taxEvasion, .dataFalsification, .otherViolation: false
      }
    }

    /// The name of the kind.
    public var name: Wording {
      switch self {
      case .safetyAccident: Wording(zh: "安全事故", en: "safety accident")
      case .securityIncident:
        Wording(zh: "网络安全、数据安全或安全保密事件", en: "network, data or secrecy incident")
      case .qualityAccident: Wording(zh: "质量事故", en: "quality accident")
      case .pollutionAccident: Wording(zh: "环境污染事故", en: "pollution accident")
      case .taxEvasion: Wording(zh: "偷税漏税", en: "tax evasion")
      case .dataFalsification: Wording(zh: "数据造假", en: "data falsification")
      case .otherViolation: Wording(zh: "其他违法违规行为", en: "other violation")
      }
    }
  }
}

/// The certificate of a recognition that a review is to extend (Articles 9(3) and 10).
public struct Certificate: Hashable, Sendable {
  /// The product that it names.
  public var product: String?
  /// Whether that is the product applied for, where the two are written differently.
  public var isForThisProduct: Bool?
  /// The day on which it was granted.
  public var granted: Day?
  /// The last day of its validity.
  public var validUntil: Day?
  /// Whether the recognition was revoked (Articles 12 to 14).
  public var isRevoked: Bool?
  /// Whether the right to review was cancelled, an update missing after a reminder (Article 11).
  public var isReviewRightCancelled: Bool?
  /// How many copies of the certificate are attached.
  public var evidence: Int?

  /// A certificate of which nothing is known.
  public init() {}
}

/// The revocation of an earlier recognition.
public struct Revocation: Hashable, Sendable {
  /// The article under which it was revoked: 12, 13 or 14.
  public var article: Int?
  /// What it was revoked for.
  public var ground: Ground?
  /// When the revocation was decided.
  public var decided: PartialDate?
  /// When the conduct that it punished took place.
  public var event: PartialDate?

  /// A revocation of which nothing is known.
  public init() {}

  /// The articles that revoke; under Article 10 a recognition ends and under Article 11 the right to
  /// review does, which is no revocation.
  public static let articles = 12...14

  /// What Articles 12, 13 and 14 revoke for.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// Article 12: the standard is no longer met.
    case standardNoLongerMet
    /// Article 12: a change was not reported, nor after a reminder.
    case unreportedChange
    /// Article 13: a major accident.
    case majorAccident
    /// Article 13: serious dishonesty.
    case seriousDishonesty
    /// Article 13: a violation of law such as tax evasion.
    case violation
    /// Articles 13 and 14: falsified data.
    case falsification
    /// Article 14: no answer as required to a report from the public.
    case unansweredReport

    /// The articles that revoke on this ground.
    public var articles: ClosedRange<Int> {
      switch self {
      case .standardNoLongerMet, .unreportedChange: 12...12
      case .majorAccident, .seriousDishonesty, .violation: 13...13
      case .falsification: 13...14
      case .unansweredReport: 14...14
      }
    }
  }
}
