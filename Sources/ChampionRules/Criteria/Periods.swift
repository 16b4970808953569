// What a revocation opens is a period that ends, so its last day has to be exact.

import Eligibility

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
