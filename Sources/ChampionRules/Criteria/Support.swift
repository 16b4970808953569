// What several criteria share: naming absent facts, and looking back from a filing date.

import Eligibility

/// The pointers of those facts that are absent.
func absent(_ facts: KeyValuePairs<Pointer, Bool>) -> [Pointer] {
  facts.filter(\.value).map(\.key)
}

/// The place where proofs should be, unless there are some.
func unattached(_ proofs: Int?, at place: Pointer) -> [Pointer] {
  proofs.isAttached ? [] : [place]
}

/// The places in the items of a list where proofs should be and are not.
func unattached<Item>(
  in items: [Item]?, at place: String, _ proofs: (Item) -> Int?
) -> [Pointer] {
  (items ?? []).enumerated().flatMap {
    unattached(proofs($0.element), at: Pointer(place, at: $0.offset))
  }
}

extension Int? {
  /// Whether this is the number of proofs and there is one.
  var isAttached: Bool { self.map { $0 > 0 } == true }
}

extension Optional {
  /// The value as a quantity, or the words for a fact that is not given.
  func quantity(_ make: (Wrapped) -> Quantity) -> Quantity {
    map(make) ?? .term(Wording(zh: "未填", en: "not given"))
  }
}

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

  /// Whether an event lies in the period.
  ///
  /// An event later than the filing date contradicts it, so whether it counts stays unknown.
  func contains(_ event: PartialDate?) -> Kleene {
    guard let days = event?.days, let start else { return .unknown }
    let isRecent = days.isAtLeast(start)
    guard let filing, days.lower <= filing else { return .unknown }
    return isRecent && (days.isAtMost(filing) || .unknown)
  }

  /// The first day on which an event no longer lies in a period of so many months back.
  static func release(from event: PartialDate, months: Int) -> Day {
    // Month ends shift when counted back (29 to 28 February), so the next day may still be inside.
    var day = event.latest.adding(months: months).next
    while day.adding(months: -months) <= event.latest { day = day.next }
    return day
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
    guard let start, let day, start.lower <= day else { return .unknown }
    let lastDay = Interval(
      from: start.lower.adding(months: months), through: start.upper?.adding(months: months))
    return lastDay.isAtLeast(day) && (start.isAtMost(day) || .unknown)
  }

  /// The first day after the period, whenever the event was.
  var release: Day? { start?.upper?.adding(months: months).next }
}
