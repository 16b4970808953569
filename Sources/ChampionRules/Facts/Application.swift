// The facts of one application; what is not known is nil, and nil never means "none" or "no".

import CommonFacts
import Eligibility

/// What an enterprise states when it applies to be recognised as a single champion.
///
/// Every fact is optional: `nil` is unknown. A list that is `nil` is unknown; an empty list declares
/// that there is none. Fill in what is known and ask the rulebook:
///
/// ```swift
/// var application = Application()
/// application.applicationYear = 2025
/// application.filingDate = Day(2025, 9, 10)
/// application.market.province.rank = 2
/// let assessment = try Rulebook.champion.assess(application, on: application.filingDate).get()
/// assessment.verdict                          // .ineligible
/// assessment["market-position"]?.outcome      // .unmet
/// ```
public struct Application: Subject, Hashable {
  /// The year of the annual round that the application is for.
  public var applicationYear: Int?
  /// The day on which the application is (to be) filed.
  public var filingDate: Day?
  /// Whether this is a first application or the review after three years (Article 10).
  public var kind: ApplicationKind?
  /// The bureau with which it is filed (Article 9).
  public var bureau: Bureau?
  /// The applicant.
  public var enterprise = Enterprise()
  /// The product or productive service applied for; a certificate names one (Article 9).
  public var product = Product()
  /// The enterprise's other products.
  public var otherProducts: [OtherProduct]?
  /// The yearly figures.
  public var figures = Figures()
  /// The product's position in its market.
  public var market = Market()
  /// Accidents and violations.
  public var incidents: [Incident]?
  /// Earlier recognitions as a provincial single champion that were revoked.
  public var revocations: [Revocation]?
  /// The certificate that a review is to extend (Article 10).
  public var certificate = Certificate()
  /// Recognitions by national authorities.
  public var recognitions: [Recognition]?
  /// Research, intellectual property and standards.
  public var innovation = Innovation()
  /// Talent programmes and cooperation.
  public var talent = Talent()
  /// What the enterprise says on matters that experts judge.
  public var statements = Statements()
  /// What the enterprise claims in its favour beyond the requirements.
  public var bonuses = Bonuses()

  /// An application of which nothing is known.
  public init() {}
}
