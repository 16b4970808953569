// Who belongs to the cluster, since when, with which figures and titles.

import CommonFacts
import Eligibility

/// The members of a cluster and their figures of one year.
public struct ClusterMembers: Hashable, Sendable {
  /// Whether the list holds every member, former ones included.
  public var isComplete: Bool?
  /// The year of the figures.
  public var year: Int?
  /// The unit in which a file states the amounts; amounts themselves are whole fen and need none.
  public var unit: Money.Unit?
  /// The members in any order.
  public var list: [ClusterMember]?

  /// Members of which nothing is known.
  public init() {}
}

/// A member of a cluster, or a former one.
public struct ClusterMember: Hashable, Sendable {
  /// Its name.
  public var name: String?
  /// Its social credit code.
  public var creditCode: SocialCreditCode?
  /// What it is.
  public var kind: Kind?
  /// Its branch.
  public var industryCode: IndustryCode?
  /// Whether it belongs to the cluster's leading industry.
  public var isInLeadingIndustry: Bool?
  /// When it became a member.
  public var since: PartialDate?
  /// When it ceased to be one; it still is one where nothing is said.
  public var until: PartialDate?
  /// Operating revenue (营业收入) of the year.
  public var operatingRevenue: Money?
  /// Expenditure on research and development in the year.
  public var researchAndDevelopment: Money?
  /// How many people it employs.
  public var staff: Int?
  /// How many of them are research staff (科研人员, Article 6(4)).
  public var researchStaff: Int?

  /// A member of which nothing is known.
  public init() {}

  /// What a member is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An enterprise.
    case enterprise
    /// A research institute.
    case institute
    /// Anything else.
    case other
  }
}

/// A title that a member holds.
public struct ClusterTitle: Hashable, Sendable {
  /// The member, by its social credit code.
  public var member: SocialCreditCode?
  /// The title and the days for which it is held.
  public var recognition = Recognition()

  /// A title of which nothing is known.
  public init() {}

  /// The titles that Article 6(1) names, the lowest first.
  public static let kinds: [Recognition.Kind] = [
    .srdiMunicipal, .srdiProvincial, .littleGiant, .keyLittleGiant, .championProvincial,
    .championNational,
  ]
}
