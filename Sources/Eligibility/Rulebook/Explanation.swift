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

  /// What is said where nothing but missing facts stands in the way.
  public static var missing: Explanation { Explanation(.missing) }

  /// The same, of some items of a list.
  public static func missing(ofItems numbers: [Int]) -> Explanation {
    Explanation(.missing, asking: .items(numbers))
  }

  /// The finding that it amounts to.
  ///
  /// - Parameter ask: adds the places of what is wanted and not given, of items with some numbers.
  func finding(
    _ outcome: Outcome, readings: [Kleene], ask: ((Int) -> Bool, inout [Pointer]) -> Void
  ) -> Finding {
    var missing: [Pointer] = []
    if outcome == .undetermined {
      switch asking {
      case .all: ask({ _ in true }, &missing)
      case .items(let numbers): ask({ numbers.contains($0) }, &missing)
      case .nothing: break
      }
    }
    return Finding(
      outcome, message, values, missing: missing, at: places, margins: margins,
      shortfall: shortfall, readings: readings)
  }
}

/// How much is wanted of what can be said about a state.
public enum Detail: Hashable, Sendable, CaseIterable {
  /// What is the case, what is missing and how much is lacking; values, places, margins and readings
  /// stay empty. A batch of millions needs no more, and it costs a fraction.
  case gaps
  /// Everything.
  case full
}

/// Makes the explanations of a criterion, each as far as it is wanted.
///
/// Figures are passed unevaluated, so that nothing is built that nobody reads.
@frozen
public struct Say: Sendable {
  /// How much is wanted.
  public let detail: Detail

  /// Says so much.
  @inlinable
  public init(_ detail: Detail) { self.detail = detail }

  /// Explains a state.
  ///
  /// - Parameters:
  ///   - message: what is the case, and what would change the outcome, where something would.
  ///   - values: the values that the message names.
  ///   - places: the facts that decided, where they are narrower than what the criterion reads.
  ///   - margins: the distances to the thresholds compared.
  ///   - shortfall: the surplus, below zero, that has to be made up at least.
  ///   - asking: which missing facts it asks for; only an undetermined criterion asks at all.
  @inlinable
  public func callAsFunction(
    _ message: Message, _ values: @autoclosure () -> Reason.Values = [:],
    at places: @autoclosure () -> [Pointer] = [], margins: @autoclosure () -> [Margin] = [],
    shortfall: @autoclosure () -> Quantity? = nil, asking: Explanation.Asking = .all
  ) -> Explanation {
    detail == .gaps
      ? Explanation(message, shortfall: shortfall(), asking: asking)
      : Explanation(
        message, values(), at: places(), margins: margins(), shortfall: shortfall(),
        asking: asking)
  }

  /// Explains a state with a message of its own.
  @inlinable
  public func callAsFunction(
    _ id: String, zh: String, en: String, mend: Wording? = nil,
    _ values: @autoclosure () -> Reason.Values = [:], at places: @autoclosure () -> [Pointer] = [],
    margins: @autoclosure () -> [Margin] = [], shortfall: @autoclosure () -> Quantity? = nil,
    asking: Explanation.Asking = .all
  ) -> Explanation {
    self(
      Message(id, zh: zh, en: en, mend: mend), values(), at: places(), margins: margins(),
      shortfall: shortfall(), asking: asking)
  }
}
