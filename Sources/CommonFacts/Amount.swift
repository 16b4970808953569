// Rules, notices and forms speak of the same amounts of a year: where each stands, and what it is called.

import Eligibility

/// An amount of the figures of a year.
public struct Amount: Sendable {
  /// The name of its member.
  public let key: String
  /// What it is called.
  public let name: Wording
  private let template: String
  /// The amount of a year, `nil` where it is not known.
  public let value: @Sendable (YearFigures) -> Money?

  /// Creates an amount, each part documented at its property.
  public init(
    _ key: String, zh: String, en: String, value: @escaping @Sendable (YearFigures) -> Money?
  ) {
    self.key = key
    name = Wording(zh: zh, en: en)
    template = "/figures/years/*/" + key
    self.value = value
  }

  /// Where it stands in an application.
  public var place: Pointer { Pointer(template) }

  /// Where that of one entry stands.
  public func place(at index: Int) -> Pointer { Pointer(template, at: index) }

  /// The amount as a programme calls it.
  public func called(zh: String, en: String) -> Amount {
    Amount(key, zh: zh, en: en, value: value)
  }

  /// Main-business revenue (主营业务收入).
  public static let mainBusinessRevenue = Amount(
    "mainBusinessRevenue", zh: "主营业务收入", en: "main-business revenue"
  ) { $0.mainBusinessRevenue }
  /// Operating revenue (营业收入).
  public static let operatingRevenue = Amount(
    "operatingRevenue", zh: "营业收入", en: "operating revenue"
  ) { $0.operatingRevenue }
  /// Revenue from the product applied for.
  public static let productRevenue = Amount("productRevenue", zh: "产品收入", en: "product revenue") {
    $0.productRevenue
  }
  /// Revenue from business abroad.
  public static let internationalRevenue = Amount(
    "internationalRevenue", zh: "国际业务收入", en: "international revenue"
  ) { $0.internationalRevenue }
  /// Expenditure on research and development.
  public static let researchAndDevelopment = Amount(
    "researchAndDevelopment", zh: "研发费用", en: "research spending"
  ) { $0.researchAndDevelopment }
  /// Profit; negative for a loss.
  public static let profit = Amount("profit", zh: "利润", en: "profit") { $0.profit }
  /// Income from innovation in science and technology.
  public static let innovationIncome = Amount(
    "innovationIncome", zh: "科技创新收入", en: "income from innovation"
  ) { $0.innovationIncome }
}
