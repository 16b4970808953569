// A number of the law is worth nothing without the place where it stands.

/// A number of a regulation and the clause that states it.
public struct Threshold<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The number.
  public let value: Value
  /// Where it stands.
  public let clause: Clause

  /// Creates a number with its clause.
  public init(_ value: Value, _ clause: Clause) {
    self.value = value
    self.clause = clause
  }
}
