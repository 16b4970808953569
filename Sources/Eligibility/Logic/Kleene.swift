// Facts may be unknown, so every question a rule asks has three possible answers.

/// A truth value of Kleene's strong three-valued logic.
///
/// The order `no < unknown < yes` makes conjunction the minimum and disjunction the maximum, so an
/// answer is decided as soon as the missing facts can no longer change it.
@frozen
public enum Kleene: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// The statement is false whatever the missing facts turn out to be.
  case no
  /// The statement is true for some values of the missing facts and false for others.
  case unknown
  /// The statement is true whatever the missing facts turn out to be.
  case yes

  /// The answer to a question that was asked about a known fact.
  @inlinable
  public init(_ known: Bool) { self = known ? .yes : .no }

  /// The answer to a question about a fact that may be absent: `nil` is unknown, not false.
  @inlinable
  public init(_ fact: Bool?) { self = fact.map { Kleene($0) } ?? .unknown }

  /// Whether the answer can no longer change.
  @inlinable
  public var isDecided: Bool { self != .unknown }

  /// Orders the values by how much they assert: `no`, `unknown`, `yes`.
  @inlinable
  public static func < (left: Kleene, right: Kleene) -> Bool { left.rawValue < right.rawValue }

  /// Conjunction: `no` decides it alone.
  @inlinable
  public static func && (left: Kleene, right: Kleene) -> Kleene { min(left, right) }

  /// Disjunction: `yes` decides it alone.
  @inlinable
  public static func || (left: Kleene, right: Kleene) -> Kleene { max(left, right) }

  /// What two agree on, or unknown where they differ.
  @inlinable
  public func agreement(with other: Kleene) -> Kleene { self == other ? self : .unknown }

  /// Negation; the unknown stays unknown.
  @inlinable
  public static prefix func ! (value: Kleene) -> Kleene {
    switch value {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}

// Rules of other modules ask these of every subject, so they can be compiled into them.
extension Sequence where Element == Kleene {
  /// Whether all hold; an empty sequence holds.
  @inlinable
  public func conjunction() -> Kleene { reduce(.yes) { $0 && $1 } }

  /// Whether at least one holds; an empty sequence does not.
  @inlinable
  public func disjunction() -> Kleene { reduce(.no) { $0 || $1 } }

  /// What all agree on, or unknown where they differ: the answer when several readings are fair.
  ///
  /// An empty sequence settles nothing and is unknown.
  @inlinable
  public func agreement() -> Kleene {
    var common: Kleene?
    for answer in self {
      if let earlier = common, earlier != answer { return .unknown }
      common = answer
    }
    return common ?? .unknown
  }
}
