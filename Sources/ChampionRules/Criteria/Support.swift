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
    map(make) ?? .notGiven
  }
}

extension Quantity {
  /// The words for a fact that is not given.
  static let notGiven = Quantity.term(Wording(zh: "未填", en: "not given"))
}

extension [Pointer] {
  /// The pointers in their order, each once.
  var withoutRepeats: [Pointer] {
    var seen: Set<Pointer> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Figures {
  /// The place of the unit, without which amounts to be supplied could not be read, unless it is given.
  var missingUnit: [Pointer] { unit == nil ? ["/figures/unit"] : [] }

  /// What entries lack.
  ///
  /// - Parameters:
  ///   - members: the names of what an entry lacks.
  ///   - counts: whether an entry counts.
  func missing(
    _ members: (YearFigures) -> [String], where counts: (YearFigures) -> Bool
  ) -> [Pointer] {
    guard let years else { return [] }
    return years.indices.filter { counts(years[$0]) }.flatMap { index in
      members(years[index]).map { Pointer("/figures/years/*/\($0)", at: index) }
    }
  }

  /// What is missing while the round is not known, and so any of the entries may count.
  ///
  /// - Parameter members: the names of what an entry lacks.
  func missingWithoutRound(
    years count: Int, _ members: (YearFigures) -> [String]
  ) -> [Pointer] {
    guard let years else { return ["/figures/years"] + missingUnit }
    let lacking = missing(members) { _ in true }
    let known = Set(years.compactMap(\.year))
    let areYearsLacking = (known.max() ?? 0) - (known.min() ?? 0) + 1 < count || known.count < count
    return (areYearsLacking ? ["/figures/years"] : []) + lacking
      + (areYearsLacking || !lacking.isEmpty ? missingUnit : []) + yearless
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
    guard let start, let day, start.lower <= day else { return .unknown }
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

extension Reading {
  /// Why an item that says what is to be reached, and every requirement of Article 3, is a condition.
  static let requirementIsCondition = Reading(
    "requirement-is-condition",
    Wording(
      zh: "作为必备条件，不作权衡", en: "a condition that must hold, not one to be weighed"),
    ground: Wording(
      zh: "附件1 统称“指标”，第八条用于评价；但第三、十、十一、十三条规定谁可以申报，带数值的各项要求“达到”，没有权衡余地",
      en:
        "Annex 1 calls everything an indicator and Article 8 weighs them; but Articles 3, 10, 11 and "
        + "13 say who may apply, and what is to be reached at a number leaves nothing to weigh"))
}

extension Evidence where Applicant == Application {
  /// A copy of the business licence.
  static let licence = Evidence(zh: "营业执照副本", en: "copy of the business licence") {
    unattached($0.enterprise.licence, at: "/enterprise/licence")
  }
}
