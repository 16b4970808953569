// Who applies: the facts that Annex 5 asks of the enterprise itself.

import CommonFacts
import Eligibility

/// The applicant.
public struct GiantEnterprise: Hashable, Sendable {
  /// The registered name.
  public var name: String?
  /// The unified social credit code.
  public var creditCode: SocialCreditCode?
  /// When the enterprise was registered.
  public var founded: PartialDate?
  /// The domicile on the licence.
  public var domicile: AdministrativeDivision?
  /// How many copies of the business licence are attached.
  public var licence: Int?
  /// The legal representative.
  public var legalRepresentative: String?
  /// How many people it employs.
  public var headCount: Int?
  /// How many of them work in research and development all the time.
  public var researchStaff: Int?
  /// The registered capital in units of 10,000 yuan, as Annex 5 has it.
  public var registeredCapital: Decimal?
  /// How large it is.
  public var size: Size?
  /// Who owns it.
  public var ownership: Ownership?
  /// The code of its industry in GB/T 4754-2017.
  public var industryCode: IndustryCode?
  /// What that classification calls the division.
  public var industryName: String?
  /// The niche within the industry.
  public var niche: String?
  /// Whether the shares of a company above it are listed.
  public var hasListedParent: Bool?
  /// How many certifications of developed countries or regions it holds (Annex 6).
  public var foreignCertifications: Int?
  /// How many awards of provincial level or above for its main business it holds (Annex 6).
  public var awards: Int?
  /// Whether its products are made to international or national standards (Annex 6).
  public var meetsStandards: Bool?
  /// Whether it runs ERP, MES, CRM or the like (Annex 6).
  public var hasInformationSystems: Bool?

  /// An enterprise of which nothing is known.
  public init() {}

  /// The sizes that 工信部联企业〔2011〕300号 tells apart; Annex 5 has a box for all but the first.
  public enum Size: String, Hashable, Sendable, CaseIterable {
    /// 大型
    case large
    /// 中型
    case medium
    /// 小型
    case small
    /// 微型
    case micro
  }

  /// The owners for whom Annex 5 has a box.
  public enum Ownership: String, Hashable, Sendable, CaseIterable {
    /// 国有
    case state
    /// 民营
    case `private`
    /// 合资
    case joint
    /// 外资
    case foreign
  }
}

/// A title of the enterprise.
public struct GiantRecognition: Hashable, Sendable {
  /// Which title.
  public var kind: Recognition.Kind?
  /// Of a little giant: in which of the ministry's batches.
  public var batch: Int?
  /// Of a little giant: how far the ministry has come.
  public var status: Status?
  /// The name under which the ministry announced it.
  public var announcedName: String?
  /// The last day of its validity.
  public var validUntil: Day?
  /// How many certificates or announcements are attached.
  public var evidence: Int?

  /// A title of which nothing is known.
  public init() {}

  /// How far the ministry has come with a little giant.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It is recognised, and so on the day of filing.
    case recognised
    /// The public is still being heard on it (正在公示).
    case underPublicity
  }
}
