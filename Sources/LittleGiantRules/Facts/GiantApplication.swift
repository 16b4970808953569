// The facts of one application; what is not known is nil, and nil never means "none" or "no".

import CommonFacts
import Eligibility

/// What an enterprise states when it applies to be supported as a key little giant (吉工信办联〔2021〕34号).
///
/// Every fact is optional: `nil` is unknown. A list that is `nil` is unknown; an empty list declares that
/// there is none.
public struct GiantApplication: Subject, Hashable {
  /// The year of the round; there was one, that of 2021.
  public var applicationYear: Int?
  /// The day on which the application is (to be) filed.
  public var filingDate: Day?
  /// The prefecture in whose area it is filed.
  public var bureau: Bureau?
  /// The division whose bureau receives it, which may be a county's (Section 4(1)).
  public var bureauDivision: AdministrativeDivision?
  /// The applicant.
  public var enterprise = GiantEnterprise()
  /// Its titles.
  public var recognitions: [GiantRecognition]?
  /// Whether it received national money in the first batch (Section 1).
  public var hasFirstBatchSupport: Bool?
  /// The last day of the ministry's publicity (Section 6(2)5).
  public var publicityEnd: Day?
  /// Where its shares are or were listed.
  public var listings: [GiantListing]?
  /// Its plan to go public.
  public var listingPlan = GiantListingPlan()
  /// The six ways of fitting the industrial direction (Section 3(1)2).
  public var direction = GiantDirection()
  /// The main product.
  public var product = GiantProduct()
  /// The yearly figures.
  public var figures = Figures()
  /// The product's position in its market, for experts.
  public var market = Market()
  /// Patents, institutions, standards, certifications.
  public var innovation = GiantInnovation()
  /// The target table of Annex 6.
  public var targets = GiantTargetTable()
  /// What is handed in.
  public var papers = GiantPapers()
  /// The enterprise's profile (Section 4(2)3).
  public var profile = GiantProfile()
  /// The bureau's note on the enterprise (Annex 3).
  public var summary = GiantLength()
  /// When the bureaus' package reached the province (Section 5).
  public var delivered: Day?
  /// What the enterprise says on matters that experts judge.
  public var statements = GiantStatements()

  /// An application of which nothing is known.
  public init() {}
}
