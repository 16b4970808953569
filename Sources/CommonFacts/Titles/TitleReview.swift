// A title is reviewed when its term ends or its years are over; what came of it decides how it stands.

import Eligibility

/// A review of a title and its result.
public struct TitleReview: Hashable, Sendable {
  /// The day of the result.
  public var decided: Day?
  /// Whether it was passed.
  public var isPassed: Bool?
  /// The last day of the new certificate's validity, where one is issued.
  public var validUntil: Day?

  /// A review of which nothing is known.
  public init() {}

  /// The facts that a history should give of each.
  public static var asked: [(name: String, isMissing: @Sendable (TitleReview) -> Bool)] {
    [("decided", { $0.decided == nil }), ("isPassed", { $0.isPassed == nil })]
  }
}
