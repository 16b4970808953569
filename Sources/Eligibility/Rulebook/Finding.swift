// A finding is what one criterion says about one applicant, with everything needed to defend it.

/// How far a value lies from a threshold, in exact figures.
public struct Margin: Hashable, Sendable {
  /// On which side of the threshold the value has to lie.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    /// At the threshold or above it.
    case atLeast
    /// At the threshold or below it; of dates, not later.
    case atMost
    /// Above the threshold; a surplus of zero falls short.
    case above
  }

  /// What the value is called.
  public let name: Wording
  /// The value that was compared.
  public let value: Quantity
  /// On which side of the threshold it has to lie.
  public let bound: Bound
  /// The threshold it was compared with.
  public let threshold: Quantity
  /// How much better than required the value is: zero at the threshold, negative where it falls short.
  public let surplus: Quantity

  /// Creates a margin.
  public init(
    _ name: Wording, _ value: Quantity, _ bound: Bound, _ threshold: Quantity, surplus: Quantity
  ) {
    self.name = name
    self.value = value
    self.bound = bound
    self.threshold = threshold
    self.surplus = surplus
  }
}

/// What one criterion says about one applicant.
public struct Finding: Hashable, Sendable {
  /// How the criterion came out.
  public let outcome: Outcome
  /// Why, with the values read.
  public let reason: Reason
  /// The facts that are missing and would help to decide; empty where nothing is missing.
  public var missing: [Pointer]
  /// The facts that decided, as far as they are narrower than what the criterion reads at large.
  public var places: [Pointer]
  /// The distances to the thresholds compared.
  public var margins: [Margin]
  /// The surplus that has to be made up at least for the criterion to be met, where that can be said
  /// in figures; always below zero, as every surplus of what falls short.
  public var shortfall: Quantity?
  /// What each of the criterion's readings answers, in their order; empty where there are none.
  public var readings: [Kleene]

  /// Creates a finding.
  public init(
    _ outcome: Outcome, _ message: Message, _ values: Reason.Values = [:],
    missing: [Pointer] = [], at places: [Pointer] = [], margins: [Margin] = [],
    shortfall: Quantity? = nil, readings: [Kleene] = []
  ) {
    self.outcome = outcome
    self.reason = Reason(message, values)
    self.missing = missing
    self.places = places
    self.margins = margins
    self.shortfall = shortfall
    self.readings = readings
  }
}

extension Message {
  /// Facts that the criterion reads are not in the application.
  public static let missing = Message(
    "missing", zh: "缺少判断所需的信息", en: "facts needed to decide are missing",
    mend: Wording(zh: "请补充下列缺失项", en: "supply the missing facts listed"))
}

/// Something odd about an application that decides nothing by itself but deserves a second look.
public struct Notice: Hashable, Sendable {
  /// What is odd, with the figures.
  public let reason: Reason
  /// The facts concerned.
  public let places: [Pointer]

  /// Creates a notice.
  public init(_ message: Message, _ values: Reason.Values = [:], at places: [Pointer]) {
    self.reason = Reason(message, values)
    self.places = places
  }
}
