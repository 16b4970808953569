// What an applicant says to experts is counted here and read by them.

/// A statement and the proofs that go with it.
public struct Statement: Hashable, Sendable {
  /// Whether the enterprise says something.
  public var hasText = false
  /// How many proofs are attached.
  public var evidence: Int?

  /// A statement that says nothing.
  public init() {}
}
