// Holders report every year; which years are owed, and what has become of each, is worked out here once.

import Eligibility

/// The report of one year, as the history of a title lists it.
public struct YearlyReport: Hashable, Sendable {
  /// The year in which it fell due.
  public var year: Int?
  /// Whether and when it was filed.
  public var filed = Deed()
  /// When the holder was reminded that it is missing.
  public var reminded: Day?

  /// A report of which nothing is known.
  public init() {}

  /// The facts that a history should give of each.
  public static var asked: [(name: String, isMissing: @Sendable (YearlyReport) -> Bool)] {
    [
      ("year", { $0.year == nil }),
      ("isFiled", { $0.filed.isDone == nil && $0.filed.day == nil }),
    ]
  }
}

/// The yearly reports owed for a title, held against those that were filed.
public struct OwedReports: Sendable {
  /// The duty.
  let duty: YearlyDuty
  /// The day of the grant.
  let start: Day
  /// The day on which the duty came into force.
  let inForce: Day
  /// The last day of the title's term, `nil` where it has none.
  let end: LastDay?
  /// The day for which it is asked.
  let today: Day
  /// The reports, `nil` where nothing is known of them; a year without an entry was not reported.
  let reports: [YearlyReport]?
  /// Whether the title had been revoked by a day, after which nothing is owed any more.
  let isRevoked: @Sendable (Day) -> Kleene

  /// Holds reports against a duty, each part documented at its property.
  public init(
    _ duty: YearlyDuty, from start: Day, inForce: Day, through end: LastDay?, on today: Day,
    reports: [YearlyReport]?, isRevoked: @escaping @Sendable (Day) -> Kleene
  ) {
    self.duty = duty
    self.start = start
    self.inForce = inForce
    self.end = end
    self.today = today
    self.reports = reports
    self.isRevoked = isRevoked
  }

  /// The report of one year.
  public struct OwedReport: Sendable {
    /// The year.
    public let year: Int
    /// The last day.
    public let days: LastDay
    /// Whether it is owed under every reading.
    public let isCertain: Bool
    /// Whether it is not before the first one under any reading.
    public let isAfterFirst: Bool
    /// What has become of it.
    public let state: DueDate.State
    /// Whether and when it was filed.
    public let filed: Deed
    /// When the holder was reminded, if by the day asked for.
    public let reminded: Day?
    /// The number of the entry, where there is one.
    public let entry: Int?
  }

  /// The first years under both readings; who was recognised before the duty came into force owes it from then on.
  private var firstYears: (earliest: Int, latest: Int) {
    let first = duty.firstYears(after: start)
    let since = duty.firstYears(after: inForce).earliest
    return (max(first.earliest, since), max(first.latest, since))
  }

  /// The reports owed so far and those to come within some years, as far as the term goes.
  public func owed(ahead years: Int) -> [OwedReport] {
    let first = firstYears
    var owed: [OwedReport] = []
    var year = first.earliest
    while year <= today.year + years, let days = duty.lastDay(of: year) {
      if let end, days.lower > end.upper { break }
      let isGone = isRevoked(min(days.upper, today))
      if isGone == .yes { break }
      let isCertain =
        isGone == .no && year >= first.latest && end.map { days.upper <= $0.lower } ?? true
      let filed = self.filed(for: year)
      let entry = reports?.firstIndex { $0.year == year }
      let reminded = reports?.lazy.filter { $0.year == year }.compactMap { $0.reminded }.min()
      owed.append(
        OwedReport(
          year: year, days: days, isCertain: isCertain, isAfterFirst: year >= first.latest,
          state: filed.state(by: days, on: today, isCertain: isCertain), filed: filed,
          reminded: reminded.flatMap { $0 <= today ? $0 : nil }, entry: entry))
      year += 1
    }
    return owed
  }

  /// Whether everything that was owed by the day asked for has been filed, late or not.
  public func isComplete(under reading: YearlyReading) -> Kleene {
    let first = firstYears
    var answer = Kleene.yes
    var year = reading.beginsAfterGrant ? first.earliest : first.latest
    while let days = duty.lastDay(of: year) {
      let last = reading.includesNamedDay ? days.upper : days.lower
      if today <= last { break }
      let isInTerm = end.map { $0.allows(last) } ?? .yes
      if isInTerm == .no { break }
      answer = answer && (filed(for: year).wasDone(by: today) || !isInTerm || isRevoked(last))
      year += 1
    }
    return answer
  }

  /// What is known of the report of a year: of several entries the earliest filing.
  private func filed(for year: Int) -> Deed {
    guard let reports else { return Deed() }
    let entries = reports.filter { $0.year == year }.map { $0.filed }
    if let done = entries.filter({ $0.wasDone(by: today) == .yes })
      .min(by: { ($0.day ?? today) < ($1.day ?? today) })
    {
      return done
    }
    if let unknown = entries.first(where: { $0.wasDone(by: today) == .unknown }) { return unknown }
    // An entry that does not say its year may be that of any.
    return reports.contains { $0.year == nil } ? Deed() : entries.first ?? Deed(isDone: false)
  }
}
