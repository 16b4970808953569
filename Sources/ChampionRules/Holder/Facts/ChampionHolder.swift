// What is known of a recognised single champion: what was granted, and what has happened since.

import CommonFacts
import Eligibility

/// The history of one certificate; whatever is absent is unknown.
public struct ChampionHolder: Hashable, Sendable {
  /// The day for which is asked how the title stands.
  public var day: Day?
  /// The registered name.
  public var name: String?
  /// The social credit code.
  public var creditCode: SocialCreditCode?
  /// The bureau to which it reports.
  public var bureau: Bureau?
  /// The product that the certificate names (Article 9(3)).
  public var product: String?
  /// The day on which the publicity before recognition began (Article 9(3)).
  public var publicityBegan: Day?
  /// Whether the certificate was granted; that it was not yet has to be stated.
  public var isGranted: Bool?
  /// The day on which the certificate was granted.
  public var granted: Day?
  /// The last day of its validity, where the certificate states one.
  public var validUntil: Day?
  /// The reviews since.
  public var reviews: [TitleReview]?
  /// Whether and when the right to review was cancelled (Article 11).
  public var cancellation = Deed()
  /// The yearly updates.
  public var updates: [YearlyReport]?
  /// Changes that touch the conditions (Article 12).
  public var changes: [HolderChange]?
  /// Requests of the department about reports from the public (Article 14).
  public var inquiries: [Inquiry]?
  /// The revocations of this recognition and of earlier ones (Articles 12 to 14).
  public var revocations: [Revocation]?

  /// A history of which nothing is known.
  public init() {}
}

extension ChampionHolder: Subject {
  /// The numbers that hold for a holder.
  public typealias Thresholds = ChampionRules.Thresholds
}

/// A change that has to be reported where it touches the conditions of recognition.
public struct HolderChange: Hashable, Sendable {
  /// What changed.
  public var kind: Kind?
  /// The day of the change.
  public var date: Day?
  /// Whether it touches the conditions of recognition; asked of kinds that Article 12 does not name.
  public var isMaterial: Bool?
  /// Whether and when it was reported.
  public var reported = Deed()
  /// When the holder was reminded that a report is missing.
  public var reminded: Day?

  /// A change of which nothing is known.
  public init() {}

  /// What Article 12 names.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Another name.
    case renaming
    /// A division.
    case division
    /// A merger.
    case merger
    /// A restructuring.
    case restructuring
    /// Another change; the article's list is open.
    case other
  }
}

/// A request of the department to answer a report from the public.
public struct Inquiry: Hashable, Sendable {
  /// The last day that the department set for the answer.
  public var answerBy: Day?
  /// Whether and when it was answered as required.
  public var answered = Deed()

  /// A request of which nothing is known.
  public init() {}
}
