// The facts of one application; what is not known is nil, and nil never means "none" or "no".

import CommonFacts
import Eligibility

/// What a platform's institution states when it applies for the support of service platforms.
///
/// Every fact is optional: `nil` is unknown. A list that is `nil` is unknown; an empty list declares
/// that there is none.
public struct PlatformApplication: Subject, Hashable {
  /// The year of the round that the application is for.
  public var applicationYear: Int?
  /// The day on which the application is (to be) filed.
  public var filingDate: Day?
  /// The day on which the bureaus' package reached the province (Section 5).
  public var delivered: Day?
  /// The bureau in whose area it is filed (Section 4(1)).
  public var bureau: Bureau?
  /// The place of the bureau that received it, where that is a county's (Section 4(1)).
  public var bureauDivision: AdministrativeDivision?
  /// The institution behind the platform, which applies.
  public var enterprise = PlatformInstitution()
  /// The platform.
  public var platform = PlatformIdentity()
  /// Whether the platform has received the first batch's national money (Section 1).
  public var hasFirstBatchSupport: Bool?
  /// The kinds of service that the platform provides (Section 3(2)).
  public var services = PlatformServices()
  /// The services already given, each time one (Section 4(2)4).
  public var servicesGiven: [PlatformServiceGiven]?
  /// What is handed in (Sections 4(2) and 5).
  public var papers = PlatformPapers()
  /// The profile of the platform (Section 4(2)4).
  public var profile = PlatformWriting()
  /// The note on services and results (Annex 4).
  public var summary = PlatformWriting()
  /// The goals of each year (Section 4(2)8).
  public var goals = PlatformGoals()
  /// What is said on matters that experts judge.
  public var statements = PlatformStatements()

  /// An application of which nothing is known.
  public init() {}
}
