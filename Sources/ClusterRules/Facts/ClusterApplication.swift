// The facts of one application; what is not known is nil, and nil never means "none" or "no".

import CommonFacts
import Eligibility

/// What a promotion organisation states when a cluster applies to be recognised by the province.
///
/// Every fact is optional: `nil` is unknown. A list that is `nil` is unknown; an empty list declares
/// that there is none.
public struct ClusterApplication: Subject, Hashable {
  /// The year of the competition notice under which it is filed (Article 7(1)).
  public var applicationYear: Int?
  /// The day on which the application is (to be) filed.
  public var filingDate: Day?
  /// Whether this is a first application or the review after three years (Article 11).
  public var kind: ApplicationKind?
  /// The bureau with which it is filed, for a cluster across districts that of the lead prefecture
  /// (Article 7(1)).
  public var bureau: Bureau?
  /// What the bureau says after its first check (Article 7(1)).
  public var recommendation = ClusterRecommendation()
  /// The cluster.
  public var cluster = ClusterIdentity()
  /// The organisation that files for it (Article 3).
  public var promoter = ClusterPromoter()
  /// Who belongs to it, and their figures.
  public var members = ClusterMembers()
  /// Titles of its enterprises.
  public var titles: [ClusterTitle]?
  /// Whether it has other strong enterprises than those with a title (Article 6(1)).
  public var hasOtherStrongEnterprises: Bool?
  /// The projects that it undertakes (Article 6(3)).
  public var projects: [ClusterProject]?
  /// How much of what its leading products need comes from nearby (Article 6(3)).
  public var localSupply = ClusterLocalSupply()
  /// The averages of the industry with which it is compared (Article 6(4)).
  public var industryAverages: [ClusterIndustryAverage]?
  /// The standards in whose making it takes part (Article 6(4)).
  public var standards: [ClusterStandard]?
  /// Accidents of its enterprises (Article 6(7)).
  public var incidents: [ClusterIncident]?
  /// How many documents of its development plan are attached (Article 6(2)).
  public var developmentPlan: Int?
  /// How many documents of its action plan are attached (Article 11).
  public var actionPlan: Int?
  /// What is said on matters that experts judge.
  public var statements = ClusterStatements()

  /// An application of which nothing is known.
  public init() {}
}

/// What the bureau says of an application after its first check (Article 7(1)).
public struct ClusterRecommendation: Hashable, Sendable {
  /// Whether it gave its opinion.
  public var isGiven: Bool?
  /// How many documents of it are attached.
  public var evidence: Int?

  /// An opinion of which nothing is known.
  public init() {}
}

/// What the cluster is called, where it lies and what it makes.
public struct ClusterIdentity: Hashable, Sendable {
  /// Its name.
  public var name: String?
  /// The places in which it lies; an item that could not be read is unknown.
  public var areas: [AdministrativeDivision?]?
  /// The prefecture that leads where it lies in several (Article 7(1)).
  public var leadPrefecture: AdministrativeDivision?
  /// The branches of its leading industry; an item that could not be read is unknown.
  public var industries: [IndustryCode?]?

  /// A cluster of which nothing is known.
  public init() {}
}
