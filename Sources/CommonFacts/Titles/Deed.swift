// Whether something owed was done is a fact of its own, apart from when, and both may be unknown.

import Eligibility

/// Whether and when something was done.
public struct Deed: Hashable, Sendable {
  /// Whether it was done.
  public var isDone: Bool?
  /// The day on which it was done.
  public var day: Day?

  /// A deed of which nothing is known.
  public init() {}

  /// Creates a deed.
  public init(isDone: Bool?, day: Day? = nil) {
    self.isDone = isDone
    self.day = day
  }

  /// Whether the two facts contradict each other.
  public var isContradictory: Bool { isDone == false && day != nil }

  /// Whether it was done on a day or before; what was done later had not been done then.
  public func wasDone(by today: Day) -> Kleene {
    if isContradictory { return .unknown }
    return day.map { Kleene($0 <= today) } ?? Kleene(isDone)
  }

  /// What has become of something that was owed by a last day.
  ///
  /// - Parameter isCertain: whether it is owed under every reading.
  public func state(by last: LastDay, on today: Day, isCertain: Bool) -> DueDate.State {
    switch wasDone(by: today) {
    case .yes: day.map { last.allows($0) } == .no ? .doneLate : .done
    case .unknown: last.allows(today) == .yes ? .upcoming : .open
    case .no:
      switch last.allows(today) {
      case .yes: .upcoming
      case .no: isCertain ? .late : .open
      case .unknown: .open
      }
    }
  }
}
