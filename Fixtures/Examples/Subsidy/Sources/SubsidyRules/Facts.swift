// What an enterprise states when it applies, each fact known or not, and the numbers of the law.

import Eligibility

/// An application for the subsidy. Every fact may be unknown, and unknown is neither yes nor no.
public struct SubsidyApplication: Subject, Hashable {
  /// The enterprise's registered name.
  public var name: String?
  /// The day of filing.
  public var filed: Day?
  /// The division of the enterprise's domicile.
  public var domicile: AdministrativeDivision?
  /// Since when the enterprise is registered, which may be known to the year or month only.
  public var registered: PartialDate?
  /// The unit of the amounts in the file; amounts themselves are exact.
  public var unit: Money.Unit?
  /// The machines that were bought; a list that is not there is unknown, an empty one says none.
  public var machines: [Machine]?
  /// What was spent on software.
  public var software: Money?
  /// Whether wages are owed.
  public var owesWages: Bool?
  /// Whether a plan was submitted, which experts read.
  public var hasPlan = false

  /// An application of which nothing is known.
  public init() {}

  /// A machine that was bought.
  public struct Machine: Sendable, Hashable {
    /// What it cost.
    public var cost: Money?
    /// How many invoices for it are attached.
    public var invoices: Int?

    /// A machine of which nothing is known.
    public init() {}
  }

  /// The numbers of the measures, each with its article.
  public struct Thresholds: Sendable {
    /// Article 2: the first two digits of domiciles in the province.
    let province = "99"
    /// Article 3: for how many years an enterprise is registered by the day of filing.
    let years = 2
    /// Article 4: how much is spent at least.
    let spending = Money(yuan: 5_000_000)
  }
}
