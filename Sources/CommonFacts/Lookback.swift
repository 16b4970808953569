// Accidents count in a period before the filing, which can be counted in months or in calendar years.

import Eligibility

/// The period before a filing date in which an event still counts.
public struct Lookback: Sendable {
  /// The first day of the period where it is known.
  let start: Day?
  /// The filing date, the last day of the period.
  let filing: Day?

  /// The months up to the filing date, both ends included.
  public init(months: Int, upTo filing: Day?) {
    self.start = filing?.adding(months: -months)
    self.filing = filing
  }

  /// The calendar years before a round and the round's own year up to the filing date.
  public init(years: Int, beforeRound round: Int?, upTo filing: Day?) {
    self.start = round.map { Day.first(of: $0 - years) }
    self.filing = filing
  }

  /// Whether an event that happened on one of some days lies in the period.
  ///
  /// An event later than the filing date contradicts it, so whether it counts stays unknown.
  public func contains(_ days: Interval<Day>?) -> Kleene {
    guard let days, let start, let filing, days.lower <= filing else { return .unknown }
    return days.isAtLeast(start) && days.isAtMost(filing)
  }

  /// The first day on which none of some events lies in a period of so many years any more, in whichever way
  /// it is counted: of the two the period of calendar years lasts longer, or as long.
  ///
  /// - Returns: `nil` where a date is not known, the calendar has no such day, or there is no event.
  public static func release(of events: [PartialDate?], years: Int) -> Day? {
    var release: Day?
    for event in events {
      guard let event, let free = Day(event.latest.year + years + 1, 1, 1) else { return nil }
      release = max(release ?? free, free)
    }
    return release
  }
}
