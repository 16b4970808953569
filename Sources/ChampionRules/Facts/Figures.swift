// The money: yearly figures as the audited accounts state them (Annex 2(1)).

import Eligibility

/// The yearly figures of the enterprise.
public struct Figures: Hashable, Sendable {
  /// Whether the figures are those of the group or of the enterprise alone.
  public var scope: Scope?
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
  func entries(of year: Int) -> [(index: Int, figures: YearFigures)] {
    (years ?? []).enumerated().compactMap {
      $0.element.year == year ? ($0.offset, $0.element) : nil
    }
  }

  /// The places where an entry does not say which year it is of.
  var yearless: [Pointer] {
    (years ?? []).enumerated().filter { $0.element.year == nil }
      .map { Pointer("/figures/years/*/year", at: $0.offset) }
  }

  /// The only entry of a year.
  func entry(of year: Int) -> YearFigures? {
    let found = entries(of: year)
    return found.count == 1 ? found[0].figures : nil
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
  /// Revenue from the product applied for.
  public var productRevenue: Money?
  /// Revenue from business abroad (Annex 2(5)).
  public var internationalRevenue: Money?
  /// Expenditure on research and development.
  public var researchAndDevelopment: Money?
  /// Profit; negative for a loss.
  public var profit: Money?
  /// The audit reports attached.
  public var auditReport: [String]?

  /// A year of which nothing is known.
  public init() {}
}
