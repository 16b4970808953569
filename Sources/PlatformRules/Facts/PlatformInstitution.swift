// Who applies and with which platform: the two may bear different names, and either may be the published one.

import Eligibility

/// The institution behind a platform.
public struct PlatformInstitution: Hashable, Sendable {
  /// The registered name.
  public var name: String?
  /// The unified social credit code.
  public var creditCode: SocialCreditCode?
  /// When the institution came into being.
  public var founded: PartialDate?
  /// The domicile on the licence.
  public var domicile: AdministrativeDivision?
  /// Whether it declares to be an independent legal person (Annex 4).
  public var isLegalPerson: Bool?
  /// How many copies of the business licence are attached.
  public var licence: Int?
  /// How many copies of an institution's certificate of legal person are attached.
  public var legalPersonCertificate: Int?

  /// An institution of which nothing is known.
  public init() {}
}

/// A service platform.
public struct PlatformIdentity: Hashable, Sendable {
  /// What the platform is called.
  public var name: String?
  /// Who has recognised it as an SME public service demonstration platform.
  public var level: PlatformLevel?
  /// The number of the recognising document (Annex 4).
  public var recognitionDocument: String?
  /// The name under which the recognising authority published it (Annex 4).
  public var publishedName: String?
  /// How many copies of the recognising document are attached.
  public var evidence: Int?

  /// A platform of which nothing is known.
  public init() {}
}

/// Who has recognised a platform.
public enum PlatformLevel: String, Hashable, Sendable, CaseIterable {
  /// The Ministry of Industry and Information Technology.
  case national
  /// The department of the province that is responsible for SMEs.
  case provincial
  /// Neither of them.
  case neither

  /// The name of the level.
  public var name: Wording {
    switch self {
    case .national: Wording(zh: "国家级", en: "national")
    case .provincial: Wording(zh: "省级", en: "provincial")
    case .neither: Wording(zh: "均未认定", en: "neither")
    }
  }
}
