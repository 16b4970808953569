// Whether something was the case on a day, as far as its beginning and its end are known.

import Eligibility

/// The days on which a fact may have to hold.
struct GiantDays {
  /// The day of all facts that are not yearly (Section 6(2)4).
  let snapshot: Day
  /// The day of filing: any from the day on which the notice was signed where it is not known.
  let filing: Interval<Day>
}

/// The day on which a fact that is not yearly has to hold: two fair readings of Section 3.
enum GiantDay: CaseIterable {
  /// The snapshot day of Section 6(2)4 and Annex 6.
  case snapshot
  /// The day of filing.
  case filing
}

/// From when until when something is the case.
struct GiantSpan {
  /// Since when; a fact without a beginning counts on the day of filing, since it is in the file.
  let began: PartialDate?
  /// Whether it is so on the day of filing.
  let isCurrent: Bool?
  /// The last day.
  let ended: PartialDate?

  /// Whether its dates contradict one another or what is said of the day of filing.
  func isContradictory(_ days: GiantDays) -> Bool {
    guard let ended else { return false }
    if let began, began.earliest > ended.latest { return true }
    switch isCurrent {
    case true?: return ended.latest < days.filing.lower
    case false?: return days.filing.upper.map { ended.earliest >= $0 } ?? false
    case nil: return false
    }
  }

  /// Whether it was the case on a day.
  func holds(on day: GiantDay, _ days: GiantDays) -> Kleene {
    isContradictory(days) ? .unknown : hasBegun(by: day, days) && hasNotEnded(before: day, days)
  }

  /// Whether it began on a day or before it.
  func hasBegun(by day: GiantDay, _ days: GiantDays) -> Kleene {
    switch day {
    case .snapshot: began.map { $0.days.isAtMost(days.snapshot) } ?? .unknown
    case .filing: began.map { days.filing.isAtOrAfter($0.days) } ?? .yes
    }
  }

  /// Whether it had not ended before a day.
  func hasNotEnded(before day: GiantDay, _ days: GiantDays) -> Kleene {
    // What is the case on the day of filing was so on the snapshot day before it, once it had begun.
    if isCurrent == true { return .yes }
    guard let ended else { return isCurrent == false && day == .filing ? .no : .unknown }
    switch day {
    case .snapshot: return ended.days.isAtLeast(days.snapshot)
    case .filing:
      return isCurrent == false ? .no : ended.days.isAtOrAfter(days.filing)
    }
  }
}

extension Interval where Bound == Day {
  /// Whether one day that is known as far as this is on or after another.
  func isAtOrAfter(_ earlier: Interval<Day>) -> Kleene {
    if let latest = earlier.upper, lower >= latest { return .yes }
    if let upper, upper < earlier.lower { return .no }
    return .unknown
  }
}
