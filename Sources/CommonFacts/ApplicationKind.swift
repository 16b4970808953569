// Recognitions end, so an application is for a new one or for the review of one that is held.

/// What is applied for.
public enum ApplicationKind: String, Hashable, Sendable, CaseIterable {
  /// The first recognition, or a new one.
  case first
  /// The review when a certificate's three years end.
  case review
}
