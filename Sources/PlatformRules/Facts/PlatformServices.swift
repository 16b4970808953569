// What a platform can do and what it has done: the same seven fields, asked as offers and as records.

import CommonFacts
import Eligibility

/// The fields of service that Sections 3(2) and 4(2)4 name, and the rest.
public enum PlatformServiceField: String, Hashable, Sendable, CaseIterable {
  /// Innovation in technology.
  case technologyInnovation
  /// Financing, such as tutoring before a listing.
  case financing
  /// Transfer and use of results of innovation.
  case resultsTransfer
  /// Digital and intelligent conversion.
  case digitalConversion
  /// Use of intellectual property.
  case intellectualProperty
  /// The move to the cloud and its use.
  case cloud
  /// Industrial design.
  case industrialDesign
  /// Anything else.
  case other

  /// The seven that the source names.
  public static let named: [PlatformServiceField] = [
    .technologyInnovation, .financing, .resultsTransfer, .digitalConversion,
    .intellectualProperty, .cloud, .industrialDesign,
  ]

  /// The name of the field.
  public var name: Wording {
    switch self {
    case .technologyInnovation: Wording(zh: "技术创新", en: "technology innovation")
    case .financing: Wording(zh: "上市辅导等融资", en: "financing such as listing tutoring")
    case .resultsTransfer: Wording(zh: "创新成果转化与应用", en: "transfer and use of results")
    case .digitalConversion:
      Wording(zh: "数字化智能化改造", en: "digital and intelligent conversion")
    case .intellectualProperty: Wording(zh: "知识产权应用", en: "use of intellectual property")
    case .cloud: Wording(zh: "上云用云", en: "move to the cloud")
    case .industrialDesign: Wording(zh: "工业设计", en: "industrial design")
    case .other: Wording(zh: "其他", en: "another field")
    }
  }
}

/// Which of the seven kinds of service a platform provides.
public struct PlatformServices: Hashable, Sendable {
  /// Innovation in technology.
  public var technologyInnovation: Bool?
  /// Financing, such as tutoring before a listing.
  public var financing: Bool?
  /// Transfer and use of results of innovation.
  public var resultsTransfer: Bool?
  /// Digital and intelligent conversion.
  public var digitalConversion: Bool?
  /// Use of intellectual property.
  public var intellectualProperty: Bool?
  /// The move to the cloud and its use.
  public var cloud: Bool?
  /// Industrial design.
  public var industrialDesign: Bool?

  /// Services of which nothing is known.
  public init() {}

  /// Whether services of a field are provided; of fields that the source does not name nothing is asked.
  public subscript(field: PlatformServiceField) -> Bool? {
    switch field {
    case .technologyInnovation: technologyInnovation
    case .financing: financing
    case .resultsTransfer: resultsTransfer
    case .digitalConversion: digitalConversion
    case .intellectualProperty: intellectualProperty
    case .cloud: cloud
    case .industrialDesign: industrialDesign
    case .other: nil
    }
  }
}

/// One service that the platform has given.
public struct PlatformServiceGiven: Hashable, Sendable {
  /// The client's name.
  public var client: String?
  /// The client's social credit code.
  public var creditCode: SocialCreditCode?
  /// The client's highest title on the ladder of specialised and new enterprises.
  public var title: Recognition.Kind?
  /// The batch in which the ministry recognised the client as a little giant.
  public var batch: Int?
  /// The client's domicile.
  public var domicile: AdministrativeDivision?
  /// The field of the service.
  public var field: PlatformServiceField?
  /// When it was given.
  public var date: PartialDate?
  /// How many copies of contracts are attached.
  public var contract: Int?
  /// How many copies of invoices are attached.
  public var invoice: Int?
  /// How many copies of proofs of payment are attached.
  public var receipt: Int?
  /// Whether the originals of these are presented as well.
  public var hasOriginals: Bool?

  /// A service of which nothing is known.
  public init() {}
}
