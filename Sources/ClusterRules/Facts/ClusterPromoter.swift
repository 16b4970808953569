// The promotion organisation: what it is, its credit and its accounts.

import Eligibility

/// The organisation that files for a cluster (Article 3).
public struct ClusterPromoter: Hashable, Sendable {
  /// Its registered name.
  public var name: String?
  /// Its social credit code, which says what kind of organisation it is.
  public var creditCode: SocialCreditCode?
  /// Where it is registered.
  public var placeOfRegistration: Place?
  /// Whether it says that it is no government body.
  public var isNonGovernment: Bool?
  /// Whether it says that it is not for profit.
  public var isNonProfit: Bool?
  /// Whether it says that it is an independent legal person.
  public var isLegalPerson: Bool?
  /// How many copies of its certificate of registration are attached.
  public var licence: Int?
  /// Its adverse credit records.
  public var creditRecords = CreditRecords()
  /// Its income, assets and liabilities.
  public var accounts = Accounts()
  /// How many documents of its charter are attached.
  public var charter: Int?
  /// How many documents on its structure are attached.
  public var structure: Int?
  /// How many documents of its rules are attached.
  public var rules: Int?

  /// An organisation of which nothing is known.
  public init() {}

  /// The parts of the world that tell registrations apart.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// The mainland.
    case mainland
    /// Hong Kong.
    case hongKong
    /// Macao.
    case macao
    /// Taiwan.
    case taiwan
    /// Another country.
    case abroad
  }

  /// What was found when the credit records were looked up.
  public struct CreditRecords: Hashable, Sendable {
    /// On which day.
    public var lookedUp: Day?
    /// How many records of the look-up are attached.
    public var evidence: Int?
    /// Every adverse entry; an empty list says that there is none.
    public var entries: [Entry]?

    /// A look-up of which nothing is known.
    public init() {}

    /// An adverse entry.
    public struct Entry: Hashable, Sendable {
      /// What has become of it.
      public var status: Status?

      /// An entry of which nothing is known.
      public init() {}
    }

    /// What has become of an adverse entry.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      /// It stands.
      case outstanding
      /// The conduct was made good, and the credit restored.
      case repaired
      /// It was taken off the record.
      case removed
    }
  }

  /// The accounts by year.
  public struct Accounts: Hashable, Sendable {
    /// The unit in which a file states the amounts; amounts themselves are whole fen and need none.
    public var unit: Money.Unit?
    /// One entry a year, in any order.
    public var years: [Year]?

    /// Accounts of which nothing is known.
    public init() {}

    /// The accounts of one year.
    public struct Year: Hashable, Sendable {
      /// The accounting year.
      public var year: Int?
      /// All income.
      public var income: Money?
      /// The part of the income that is public money.
      public var publicIncome: Money?
      /// What is left of the income; negative where more was spent.
      public var surplus: Money?
      /// What it owns at the year's end.
      public var assets: Money?
      /// What it owes at the year's end.
      public var liabilities: Money?

      /// A year of which nothing is known.
      public init() {}
    }
  }
}
