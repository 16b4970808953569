// Reports that come back every year begin in a first year, which a regulation may leave open.

/// A day that comes back every year.
public struct YearlyDay: Hashable, Sendable {
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month; of 29 February and other days that a year has not, that year has none.
  public let day: Int

  /// Creates a day.
  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// The day of a year; `nil` where the calendar has none.
  public func of(_ year: Int) -> Day? { Day(year, month, day) }
}

/// A duty that comes back every year from a grant on.
public struct YearlyDuty: Hashable, Sendable {
  /// The day that the regulation names.
  public let named: YearlyDay
  /// Whether it can be read as the first day that is too late.
  public let mayExcludeNamedDay: Bool

  /// Creates a duty.
  public init(by named: YearlyDay, mayExcludeNamedDay: Bool) {
    self.named = named
    self.mayExcludeNamedDay = mayExcludeNamedDay
  }

  /// The first year in which it is owed: under one reading that of the first such day after the grant, under
  /// the other the year after the first full one.
  public func firstYears(after grant: Day) -> (earliest: Int, latest: Int) {
    let isBefore = named.of(grant.year).map { grant < $0 } ?? false
    let firstFullYear = grant == Day.first(of: grant.year) ? grant.year : grant.year + 1
    return (isBefore ? grant.year : grant.year + 1, firstFullYear + 1)
  }

  /// The last day of a year; `nil` beyond the calendar.
  public func lastDay(of year: Int) -> LastDay? {
    named.of(year).map { LastDay($0, mayExcludeNamedDay ? $0.previous : $0) }
  }
}

/// What a yearly duty comes to under each of its readings.
public enum YearlyReading: String, CaseIterable, Sendable {
  case includedFromGrant = "included-from-grant"
  case excludedFromGrant = "excluded-from-grant"
  case includedFromFullYear = "included-from-full-year"
  case excludedFromFullYear = "excluded-from-full-year"

  /// Whether the day named is still in time.
  public var includesNamedDay: Bool {
    self == .includedFromGrant || self == .includedFromFullYear
  }

  /// Whether the first such day after the grant counts.
  public var beginsAfterGrant: Bool { self == .includedFromGrant || self == .excludedFromGrant }
}
