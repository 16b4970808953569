// Texts have a greatest length in 字, and what counts as one is not defined.

import Eligibility

/// Whether a text is within a limit.
public enum LengthState: CriterionState {
  /// Neither the text nor its length is given.
  case notStated
  /// The number declared and the text say opposite things.
  case contradictory
  /// It is within the limit: by the number declared, where there is one, or else however 字 is counted.
  case within
  /// It is beyond the limit, likewise.
  case beyond
  /// It depends on what counts as 字.
  case open

  /// Compares a text with a limit.
  ///
  /// - Parameters:
  ///   - declared: how many characters it is declared to have.
  ///   - counted: the text's own length, from its Chinese characters to all that are not blank.
  public init(declared: Int?, counted: Interval<Int>?, limit: Int) {
    // A declared number is taken as it is, unless the text says the opposite.
    switch (Kleene(declared.map { $0 <= limit }), counted?.isAtMost(limit) ?? .unknown) {
    case (.yes, .no), (.no, .yes): self = .contradictory
    case (.yes, _), (.unknown, .yes): self = .within
    case (.no, _), (.unknown, .no): self = .beyond
    case (.unknown, .unknown): self = counted == nil ? .notStated : .open
    }
  }

  /// Whether it is within the limit.
  public var isWithin: Kleene {
    switch self {
    case .within: .yes
    case .beyond: .no
    case .notStated, .contradictory, .open: .unknown
    }
  }

  /// Whether it is within the limit.
  public var outcome: Outcome { Outcome(isWithin) }
}
