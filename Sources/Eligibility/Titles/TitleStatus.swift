// A recognition is the beginning of duties; how a title stands, and what falls due when, is one value for all reports.

/// How a title stands on a day.
public enum TitleState: String, Hashable, Sendable, CaseIterable {
  /// It has not been granted yet.
  case pending
  /// It holds.
  case valid
  /// Its term has ended or a review of it is due, and no result of the review is known.
  case dueForReview
  /// It holds until its term ends, and will not be reviewed.
  case reviewRightLost
  /// It has ended, and was not revoked.
  case ended
  /// It was revoked; whether a new application is barred is said apart.
  case revoked
  /// It was revoked, and no new application is possible yet.
  case barred
  /// Facts are missing or contradict each other, or fair readings disagree.
  case undetermined
}

/// How a title stands on a day, and what is owed for it.
public struct TitleStatus: Hashable, Sendable {
  /// How it stands.
  public let state: TitleState
  /// Why.
  public let reason: Reason
  /// When what is owed, the earliest first.
  public let dates: [DueDate]

  /// Creates a status; dates are put in their order.
  public init(_ state: TitleState, _ reason: Reason, dates: [DueDate]) {
    self.state = state
    self.reason = reason
    var ordered: [DueDate] = []
    // An insertion, since dates come almost in their order and few at a time.
    for date in dates {
      let place = ordered.lastIndex { $0.days.lower <= date.days.lower }.map { $0 + 1 } ?? 0
      ordered.insert(date, at: place)
    }
    self.dates = ordered
  }
}

/// Something that is owed for a title by a day, or happens to it on that day.
public struct DueDate: Hashable, Sendable {
  /// The identifier of the criterion that states the duty.
  public let duty: String
  /// What tells it apart from other dates of the duty, the same whatever else the history says: `2026`.
  public let key: String
  /// Who owes it.
  public let party: Party
  /// The last day; under different readings the earliest and the latest.
  public let days: LastDay
  /// Whether it is owed under every reading.
  public let isCertain: Bool
  /// What has become of it.
  public let state: State
  /// What is owed and what follows, with `{by}` for the last day.
  public let reason: Reason
  /// The fact that it follows from, where there is one.
  public let place: Pointer?

  /// Creates a date, each part documented at its property.
  public init(
    duty: String, key: String, party: Party = .holder, days: LastDay, isCertain: Bool = true,
    state: State, _ message: Message, _ values: Reason.Values = [:], at place: Pointer? = nil
  ) {
    self.duty = duty
    self.key = key
    self.party = party
    self.days = days
    self.isCertain = isCertain
    self.state = state
    self.reason = Reason(
      message, Reason.Values(entries: values.entries + [.init("by", days.quantity)]))
    self.place = place
  }

  /// Who owes something.
  public enum Party: String, Hashable, Sendable, CaseIterable {
    /// Whoever holds the title.
    case holder
    /// The place of a cluster, for that cluster alone.
    case place
    /// The bureau of the place, once for all titles there.
    case bureau
    /// The department that recognises.
    case department
  }

  /// What has become of something owed.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// It is still to be done, and there is time.
    case upcoming
    /// It was done.
    case done
    /// It was done after the last day.
    case doneLate
    /// It was not done, and the last day is over.
    case late
    /// Facts are missing, or readings disagree on whether it is owed or late.
    case open
  }
}

/// A last day, which fair readings may put differently.
public struct LastDay: Hashable, Sendable {
  /// The earliest under any reading: whoever keeps to it is in time under all.
  public let lower: Day
  /// The latest under any reading.
  public let upper: Day

  /// Creates a last day on which all readings agree.
  public init(_ day: Day) { self.init(day, day) }

  /// Creates a last day from those of two readings, in any order.
  public init(_ one: Day, _ other: Day) {
    lower = min(one, other)
    upper = max(one, other)
  }

  /// Whether a day is in time.
  public func allows(_ day: Day) -> Kleene {
    day <= lower ? .yes : day > upper ? .no : .unknown
  }

  /// It as a report writes it.
  public var quantity: Quantity {
    lower == upper
      ? .day(lower)
      : .reason(
        Reason(
          Message(
            "last-day-readings", zh: "{lower}（另一理解为 {upper}）",
            en: "{lower} ({upper} under another reading)"),
          ["lower": .day(lower), "upper": .day(upper)]))
  }
}

extension Say {
  /// What dates of a duty say, those in a state; where there are none, another sentence.
  public func dates(_ dates: [DueDate], _ states: Set<DueDate.State>, or none: Message)
    -> Explanation
  {
    let told = dates.filter { states.contains($0.state) }
    if told.isEmpty { return self(none) }
    // The first says what to do; the others follow it.
    return self(
      Message(
        "duty-dates", says: Wording(zh: "{dates}", en: "{dates}"), mend: told[0].reason.message.mend
      ),
      ["dates": .list(told.map { .reason($0.reason) })], at: told.compactMap { $0.place })
  }
}
