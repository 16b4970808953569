// A clause with two questions of wording has four readings, which one criterion answers together.

extension Reading {
  /// One reading of two questions, as the answers to each.
  public init(_ id: String, _ first: Reading, _ second: Reading) {
    func joined(_ first: Wording, _ second: Wording) -> Wording {
      Wording(zh: first.zh + "；" + second.zh, en: first.en + "; " + second.en)
    }
    self.init(
      id, joined(first.meaning, second.meaning), ground: joined(first.ground, second.ground))
  }
}

/// What each of two readings answers.
@frozen
public struct TwoReadings: CriterionState {
  /// What the first one answers.
  public let first: Kleene
  /// What the second one answers.
  public let second: Kleene

  /// The same answer under both.
  @inlinable
  public init(_ answer: Kleene) { self.init(answer, answer) }

  /// An answer under each.
  @inlinable
  public init(_ first: Kleene, _ second: Kleene) {
    self.first = first
    self.second = second
  }

  /// What both agree on.
  public var outcome: Outcome { Outcome(first.agreement(with: second)) }
  /// Both answers.
  public var readings: [Kleene] { [first, second] }
}

/// What each of four readings answers.
@frozen
public struct FourReadings: CriterionState {
  @usableFromInline let answers: InlineArray<4, Kleene>

  /// The same answer under every reading.
  @inlinable
  public init(_ answer: Kleene) { answers = InlineArray(repeating: answer) }

  /// The answer under each reading, by its number.
  @inlinable
  public init(_ answer: (Int) -> Kleene) { answers = InlineArray { answer($0) } }

  /// What the reading of a number answers.
  @inlinable
  public subscript(number: Int) -> Kleene { answers[number] }

  /// All answers.
  public var readings: [Kleene] { answers.indices.map { answers[$0] } }

  /// What all agree on.
  public var outcome: Outcome {
    for number in answers.indices where answers[number] != answers[0] { return .undetermined }
    return Outcome(answers[0])
  }
}
