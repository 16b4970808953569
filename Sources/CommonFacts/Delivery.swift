// The second batch of 2021 had to reach the province before a day; what 前 means of that day itself is open.

import Eligibility

/// When the bureaus' package reached the province.
public enum Delivery: CriterionState {
  /// Neither its day nor a filing date from which it would follow is known.
  case notStated
  /// Its day is not known, and it was filed on the day of the deadline.
  case filedOnTheDay
  /// Its day is not known, and it was filed later than the deadline.
  case filedLater
  /// Before the day of the deadline.
  case before
  /// On that day.
  case onTheDay
  /// After it.
  case after
  /// Before it was filed, which cannot be.
  case beforeFiling

  /// Compares the day of arrival, or else the filing date, with a deadline.
  public init(delivered: Day?, filed filing: Day?, deadline: Day) {
    guard let delivered else {
      // Nothing is delivered before it is filed.
      guard let filing, filing >= deadline else {
        self = .notStated
        return
      }
      self = filing == deadline ? .filedOnTheDay : .filedLater
      return
    }
    if let filing, delivered < filing {
      self = .beforeFiling
    } else {
      self = delivered < deadline ? .before : delivered == deadline ? .onTheDay : .after
    }
  }

  /// Whether it was in time.
  public var outcome: Outcome {
    switch self {
    case .before: .met
    case .filedLater, .after: .unmet
    case .notStated, .filedOnTheDay, .onTheDay, .beforeFiling: .undetermined
    }
  }

  /// Whether it was in time if the day named is, and if it is not.
  public var readings: [Kleene] {
    switch self {
    case .before: [.yes, .yes]
    case .filedLater, .after: [.no, .no]
    case .filedOnTheDay: [.unknown, .no]
    case .onTheDay: [.yes, .no]
    case .notStated, .beforeFiling: [.unknown, .unknown]
    }
  }
}
