// Rules, notices and forms speak of the same amounts of a year: where each stands, and what it is called.

import Eligibility

/// An amount of the figures of a year, by the name of its member.
///
/// An enumeration, because notices go through pairs of them for each year of each application of a batch.
public enum Amount: String, Sendable {
  /// Main-business revenue (主营业务收入).
  case mainBusinessRevenue
  /// Operating revenue (营业收入).
  case operatingRevenue
  /// Revenue from the product applied for.
  case productRevenue
  /// Revenue from business abroad.
  case internationalRevenue
  /// Exports of the product.
  case exports
  /// Expenditure on research and development.
  case researchAndDevelopment
  /// Profit; negative for a loss.
  case profit
  /// Income from innovation in science and technology.
  case innovationIncome

  /// What it is called.
  public var name: Wording {
    switch self {
    case .mainBusinessRevenue: Wording(zh: "主营业务收入", en: "main-business revenue")
    case .operatingRevenue: Wording(zh: "营业收入", en: "operating revenue")
    case .productRevenue: Wording(zh: "产品收入", en: "product revenue")
    case .internationalRevenue: Wording(zh: "国际业务收入", en: "international revenue")
    case .exports: Wording(zh: "主导产品出口额", en: "exports of the main product")
    case .researchAndDevelopment: Wording(zh: "研发费用", en: "research spending")
    case .profit: Wording(zh: "利润", en: "profit")
    case .innovationIncome: Wording(zh: "科技创新收入", en: "income from innovation")
    }
  }

  /// Where it stands in an application.
  public var place: Pointer { Pointer("/figures/years/*/" + rawValue) }

  /// Where that of one entry stands.
  public func place(at index: Int) -> Pointer { Pointer("/figures/years/*/" + rawValue, at: index) }
}

extension YearFigures {
  /// An amount of the year, `nil` where it is not known.
  @inlinable
  public subscript(amount: Amount) -> Money? {
    switch amount {
    case .mainBusinessRevenue: mainBusinessRevenue
    case .operatingRevenue: operatingRevenue
    case .productRevenue: productRevenue
    case .internationalRevenue: internationalRevenue
    case .exports: exports
    case .researchAndDevelopment: researchAndDevelopment
    case .profit: profit
    case .innovationIncome: innovationIncome
    }
  }
}
