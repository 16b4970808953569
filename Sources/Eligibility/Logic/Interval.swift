// A fact known imprecisely is the set of values it could have; rules compare such sets.

/// All values from a lower bound up to an upper one, both included; no upper bound means no limit.
@frozen
public struct Interval<Bound: Comparable & Sendable & Hashable>: Hashable, Sendable {
  /// The least value the fact could have.
  public let lower: Bound
  /// The greatest value the fact could have, or `nil` where nothing limits it.
  public let upper: Bound?

  /// Creates the interval; an upper bound below the lower one is raised to it.
  @inlinable
  public init(from lower: Bound, through upper: Bound?) {
    self.lower = lower
    self.upper = upper.map { max(lower, $0) }
  }

  /// Creates the interval of a fact that is known exactly.
  @inlinable
  public init(_ value: Bound) { self.init(from: value, through: value) }

  /// Whether the fact is at most `limit`.
  @inlinable
  public func isAtMost(_ limit: Bound) -> Kleene {
    if let upper, upper <= limit { return .yes }
    return lower > limit ? .no : .unknown
  }

  /// Whether the fact is at least `limit`.
  @inlinable
  public func isAtLeast(_ limit: Bound) -> Kleene {
    if lower >= limit { return .yes }
    if let upper, upper < limit { return .no }
    return .unknown
  }
}
