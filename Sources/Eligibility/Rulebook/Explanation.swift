// A verdict needs only states, a report needs reasons; an explanation is what a state says to people.

/// What a criterion found of an applicant, as finely as its reasons differ.
///
/// Deciding makes one of each applicant of a batch, so it should need no memory of its own.
public protocol CriterionState: Sendable {
  /// How the criterion comes out.
  var outcome: Outcome { get }
  /// What each of the criterion's readings answers, in their order; empty where there are none.
  var readings: [Kleene] { get }
}

extension CriterionState {
  /// No readings.
  public var readings: [Kleene] { [] }
}

extension Outcome: CriterionState {
  /// The outcome itself.
  @inlinable
  public var outcome: Outcome { self }
}

extension Kleene: CriterionState {
  /// The outcome of a question about facts.
  @inlinable
  public var outcome: Outcome { Outcome(self) }
}

/// What is said about a state: why, and with which figures.
public struct Explanation: Hashable, Sendable {
  let message: Message
  let values: Reason.Values
  let places: [Pointer]
  let margins: [Margin]
  let shortfall: Quantity?
  let asking: Asking

  /// Which of the facts that are missing an explanation asks for.
  public enum Asking: Hashable, Sendable {
    /// All that the criterion asks.
    case all
    /// None, because supplying them would not help yet.
    case nothing
    /// Those outside lists, and those of items with these numbers.
    case items([Int])
  }

  /// Creates an explanation from a message that is already there.
  ///
  /// - Parameters:
  ///   - message: what is the case, and what would mend it.
  ///   - values: the values that the message names.
  ///   - places: the facts that decided, where they are narrower than what the criterion reads.
  ///   - margins: the distances to the thresholds compared.
  ///   - shortfall: the surplus, negative, that has to be made up at least.
  ///   - asking: which missing facts it asks for; only an undetermined criterion asks at all.
  public init(
    _ message: Message, _ values: Reason.Values = [:], at places: [Pointer] = [],
    margins: [Margin] = [], shortfall: Quantity? = nil, asking: Asking = .all
  ) {
    self.message = message
    self.values = values
    self.places = places
    self.margins = margins
    self.shortfall = shortfall
    self.asking = asking
  }

  /// What is said with a message of its own; the parameters are those of the initialiser.
  public static func say(
    _ id: String, zh: String, en: String, mend: Wording? = nil, _ values: Reason.Values = [:],
    at places: [Pointer] = [], margins: [Margin] = [], shortfall: Quantity? = nil,
    asking: Asking = .all
  ) -> Explanation {
    Explanation(
      Message(id, zh: zh, en: en, mend: mend), values, at: places, margins: margins,
      shortfall: shortfall, asking: asking)
  }

  /// What is said where nothing but missing facts stands in the way.
  public static var missing: Explanation { Explanation(.missing) }

  /// The same, of some items of a list.
  public static func missing(ofItems numbers: [Int]) -> Explanation {
    Explanation(.missing, asking: .items(numbers))
  }

  /// The finding that it amounts to.
  @usableFromInline
  func finding<Applicant>(
    _ state: some CriterionState, of applicant: Applicant, asks: [AskedFact<Applicant>]
  ) -> Finding {
    let missing: [Pointer] =
      switch (state.outcome, asking) {
      case (.undetermined, .all): asks.missing(of: applicant) { _ in true }
      case (.undetermined, .items(let numbers)):
        asks.missing(of: applicant) { numbers.contains($0) }
      default: []
      }
    return Finding(
      state.outcome, message, values, missing: missing, at: places, margins: margins,
      shortfall: shortfall, readings: state.readings)
  }
}
