// Some requirements look back from a filing date, others ahead from an event; both need exact last days.

import CommonFacts
import Eligibility

/// The period before a filing date in which an event still counts.
struct Lookback {
  /// The first day of the period where it is known.
  let start: Day?
  /// The filing date, the last day of the period.
  let filing: Day?

  /// The months up to the filing date, both ends included.
  init(months: Int, upTo filing: Day?) {
    self.start = filing?.adding(months: -months)
    self.filing = filing
  }

  /// The calendar years before a round and the round's own year up to the filing date.
  init(years: Int, beforeRound round: Int?, upTo filing: Day?) {
    self.start = round.map { Day.first(of: $0 - years) }
    self.filing = filing
  }

  /// Whether an event that happened on one of some days lies in the period.
  ///
  /// An event later than the filing date contradicts it, so whether it counts stays unknown.
  func contains(_ days: Interval<Day>?) -> Kleene {
    guard let days, let start, let filing, days.lower <= filing else { return .unknown }
    return days.isAtLeast(start) && days.isAtMost(filing)
  }

  /// The first day on which an event no longer lies in a period of so many months back, or `nil`
  /// where that day is beyond the calendar.
  static func release(from event: PartialDate, months: Int) -> Day? {
    let sameDay = event.latest.next.adding(months: months)
    // Where the month reached is too short, its last day still leads back to the event or before it;
    // the next month's first does not.
    return [sameDay, sameDay.next].first { $0.adding(months: -months) > event.latest }
  }
}

/// The period that an event opens and that is over once so many months have passed.
struct WaitingPeriod {
  private let start: Interval<Day>?
  private let months: Int

  /// The period from an event that happened on one of some days.
  init(from start: Interval<Day>?, months: Int) {
    self.start = start
    self.months = months
  }

  /// Whether a day lies in the period, whose last day bears the number of the day that opened it.
  ///
  /// A day before the event contradicts it, so whether the period bars it stays unknown.
  func bars(_ day: Day?) -> Kleene {
    guard let start, let day else { return .unknown }
    let lastDay = Interval(
      from: start.lower.adding(months: months), through: start.upper?.adding(months: months))
    return lastDay.isAtLeast(day) && (start.isAtMost(day) || .unknown)
  }

  /// The first day after the period, whenever the event was; `nil` where that is not known, or the
  /// day is beyond the calendar.
  var release: Day? {
    guard let lastDay = start?.upper?.adding(months: months), lastDay.next > lastDay else {
      return nil
    }
    return lastDay.next
  }
}
