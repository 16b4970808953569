// Who applies: the facts that Article 3 asks of the enterprise itself.

import Eligibility

/// The applicant.
public struct Enterprise: Hashable, Sendable {
  /// The registered name.
  public var name: String?
  /// The unified social credit code.
  public var creditCode: SocialCreditCode?
  /// When the enterprise came into being.
  public var founded: PartialDate?
  /// The domicile on the licence.
  public var domicile: AdministrativeDivision?
  /// Whether it declares to be an independent legal person.
  public var isLegalPerson: Bool?
  /// How many copies of the business licence are attached.
  public var licence: Int?
  /// What the enterprise does.
  public var sector: Sector?
  /// Its branch.
  public var industryCode: IndustryCode?
  /// What it can do itself.
  public var capabilities = Capabilities()
  /// Whether its conduct has harmed national or public interest.
  public var hasHarmedPublicInterest: Bool?
  /// What the look-up in the list of abnormal operations found.
  public var abnormalOperationsList = ListLookUp()
  /// What the look-up in the list of seriously dishonest entities found.
  public var seriousDishonestyList = ListLookUp()

  /// An enterprise of which nothing is known.
  public init() {}

  /// The kinds of business that Article 3 tells apart.
  public enum Sector: String, Hashable, Sendable, CaseIterable {
    /// A manufacturer.
    case manufacturing
    /// A provider of services to producers.
    case productiveServices
    /// Anything else.
    case other
  }

  /// The three capabilities a manufacturer needs.
  public struct Capabilities: Hashable, Sendable {
    /// Develops industrial products.
    public var development: Bool?
    /// Designs them.
    public var design: Bool?
    /// Manufactures them.
    public var manufacturing: Bool?

    /// Capabilities of which nothing is known.
    public init() {}
  }

  /// The result of looking the enterprise up in a public list (Annex 2(8)).
  public struct ListLookUp: Hashable, Sendable {
    /// Whether the enterprise is on the list.
    public var isListed: Bool?
    /// The day of the look-up.
    public var lookedUp: Day?
    /// How many records of the look-up are attached.
    public var evidence: Int?

    /// A look-up that has not been made.
    public init() {}
  }
}
