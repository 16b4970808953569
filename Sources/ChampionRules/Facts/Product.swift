// What is to be certified: one product or productive service, its field, its policy class, its energy use.

import CommonFacts
import Eligibility

/// The product or productive service applied for.
public struct Product: Hashable, Sendable {
  /// Its name.
  public var name: String?
  /// The class in which its market is measured (Annex 2(4)).
  public var classification = Classification()
  /// Since when the enterprise has worked in this field.
  public var fieldSince: PartialDate?
  /// How many documents are attached that prove the start in the field.
  public var fieldEvidence: Int?
  /// Whether it counts as a new product.
  public var isNew: Bool?
  /// Why it counts as a new product.
  public var noveltyGrounds: String?
  /// How industrial policy classes it.
  public var policyClass: PolicyClass?
  /// Its energy use against the quota standard of its branch.
  public var energy = EnergyUse()

  /// A product of which nothing is known.
  public init() {}

  /// The class of a product or service.
  public struct Classification: Hashable, Sendable {
    /// The catalogue from which the code is.
    public var scheme: Scheme?
    /// The code in that catalogue.
    public var code: String?
    /// How the class is drawn where no catalogue fits.
    public var explanation: String?

    /// A classification of which nothing is known.
    public init() {}

    /// Where the class is defined.
    public enum Scheme: String, Hashable, Sendable, CaseIterable {
      /// 统计用产品分类目录: 8 or 10 digits.
      case productCatalogue
      /// 生产性服务业统计分类（2019）: 4 digits.
      case productiveServices
      /// Neither fits; an explanation follows the custom of the trade.
      case custom

      /// How many digits a code has.
      public var codeLengths: [Int] {
        switch self {
        case .productCatalogue: [8, 10]
        case .productiveServices: [4]
        case .custom: []
        }
      }

      /// Whether a code has one of these lengths; where none is set, any code does.
      public func accepts(_ code: String) -> Bool {
        switch self {
        case .productCatalogue, .productiveServices: codeLengths.contains(code.utf8.count)
        case .custom: true
        }
      }
    }
  }

  /// Energy consumption for each unit of product.
  public struct EnergyUse: Hashable, Sendable {
    /// Whether a quota standard exists for the product at all.
    public var hasQuotaStandard: Bool?
    /// The standard's number.
    public var standard: String?
    /// The unit of both figures: `kgce/t`.
    public var unit: String?
    /// The consumption.
    public var consumption: Decimal?
    /// The advanced value of the standard.
    public var advancedValue: Decimal?
    /// How many measurement reports are attached.
    public var evidence: Int?

    /// Energy use of which nothing is known.
    public init() {}
  }
}

/// How industrial policy classes a product.
public enum PolicyClass: String, Hashable, Sendable, CaseIterable {
  /// Encouraged.
  case encouraged
  /// Neither encouraged nor excluded.
  case permitted
  /// Restricted.
  case restricted
  /// To be eliminated.
  case eliminated
  /// Prohibited.
  case prohibited

  /// Whether Article 3 excludes products of this class.
  public var isExcluded: Bool {
    switch self {
    case .encouraged, .permitted: false
    case .restricted, .eliminated, .prohibited: true
    }
  }

  /// The name of the class.
  public var name: Wording {
    switch self {
    case .encouraged: Wording(zh: "鼓励类", en: "encouraged")
    case .permitted: Wording(zh: "允许类", en: "permitted")
    case .restricted: Wording(zh: "限制类", en: "restricted")
    case .eliminated: Wording(zh: "淘汰类", en: "eliminated")
    case .prohibited: Wording(zh: "禁止类", en: "prohibited")
    }
  }
}

/// Another product of the enterprise.
public struct OtherProduct: Hashable, Sendable {
  /// Its name.
  public var name: String?
  /// How industrial policy classes it.
  public var policyClass: PolicyClass?

  /// A product of which nothing is known.
  public init() {}
}
