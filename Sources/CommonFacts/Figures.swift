// The money: yearly figures as accounts state them.

import Eligibility

/// The yearly figures of the enterprise.
public struct Figures: Hashable, Sendable {
  /// The unit in which a file states the amounts; amounts themselves are whole fen and need none.
  public var unit: Money.Unit?
  /// Whether the figures are those of the group or of the enterprise alone.
  public var scope: Scope?
  /// Whether the applicant has confirmed the unit of amounts that look wrong by orders of magnitude.
  public var isUnitConfirmed: Bool?
  /// One entry a year, in any order.
  public var years: [YearFigures]?

  /// Figures of which nothing is known.
  public init() {}

  /// Whose accounts the figures are from.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Consolidated accounts of a group.
    case consolidated
    /// The enterprise's own accounts.
    case standalone
  }

  /// The entries of a year with their places in the list; more than one contradict each other.
  public func entries(of year: Int) -> [(index: Int, figures: YearFigures)] {
    (years ?? []).enumerated().compactMap {
      $0.element.year == year ? ($0.offset, $0.element) : nil
    }
  }

  /// The main-business revenue of a year; `nil` where none is stated, or more than one entry is of it.
  public func mainBusinessRevenue(of year: Int) -> Money? {
    guard case .one(let index) = entry(of: year) else { return nil }
    return years?[index].mainBusinessRevenue
  }

  /// What there is of one year.
  public enum Entry: Sendable {
    /// No entry.
    case none
    /// One entry, by its place in the list: the figures of a year are large to hand around.
    case one(at: Int)
    /// Entries that contradict each other.
    case repeated
  }

  /// What there is of a year.
  @inlinable
  public func entry(of year: Int) -> Entry {
    guard let years, let first = years.firstIndex(where: { $0.year == year }) else { return .none }
    let isRepeated = years[(first + 1)...].contains { $0.year == year }
    return isRepeated ? .repeated : .one(at: first)
  }
}

/// The figures of one year.
public struct YearFigures: Hashable, Sendable {
  /// The accounting year.
  public var year: Int?
  /// Whether an auditor has confirmed the year-end figures.
  public var isAudited: Bool?
  /// Main-business revenue (主营业务收入).
  public var mainBusinessRevenue: Money?
  /// Operating revenue (营业收入).
  public var operatingRevenue: Money?
  /// Sales revenue (销售收入), which is neither of these two.
  public var salesRevenue: Money?
  /// Revenue from the product applied for.
  public var productRevenue: Money?
  /// Revenue from business abroad.
  public var internationalRevenue: Money?
  /// Expenditure on research and development.
  public var researchAndDevelopment: Money?
  /// Profit; negative for a loss.
  public var profit: Money?
  /// Income from innovation in science and technology (科技创新收入).
  public var innovationIncome: Money?
  /// Revenue from exports of the main product.
  public var exports: Money?
  /// The main product's share of its market in percent.
  public var marketShare: Decimal?
  /// How many audit reports are attached.
  public var auditReport: Int?

  /// A year of which nothing is known.
  public init() {}
}
