// Accidents and revocations count under some readings and not under others; both are told alike.

import Eligibility

/// What each of four readings answers.
struct FourReadings: CriterionState {
  private let answers: InlineArray<4, Kleene>

  /// The same answer under every reading.
  init(_ answer: Kleene) { answers = InlineArray(repeating: answer) }

  /// The answer under each reading, by its number.
  init(_ answer: (Int) -> Kleene) { answers = InlineArray { answer($0) } }

  var readings: [Kleene] { answers.indices.map { answers[$0] } }

  var outcome: Outcome {
    for number in answers.indices where answers[number] != answers[0] { return .undetermined }
    return Outcome(answers[0])
  }
}

/// Which of several events stand in the way under which readings.
struct PastEvents {
  /// Whether each event counts, under each reading.
  let counts: [[Kleene]]
  /// The numbers of the events that are not known to count under no reading.
  let open: [Int]
  /// Those of them that count under every reading.
  let certain: [Int]
  /// The others.
  let uncertain: [Int]
  /// All of them, those first that count under every reading.
  var named: [Int] { certain + uncertain }

  init(_ counts: [[Kleene]]) {
    self.counts = counts
    let open = counts.indices.filter { counts[$0].disjunction() != .no }
    let certain = open.filter { counts[$0].conjunction() == .yes }
    self.open = open
    self.certain = certain
    uncertain = open.filter { !certain.contains($0) }
  }

  /// Whether it is open under some reading whether an event counts.
  var isUnclear: Bool { open.contains { counts[$0].contains(.unknown) } }

  /// The places of the events named.
  func places(in list: String) -> [Pointer] { named.map { Pointer(list + "/*", at: $0) } }
}

extension Reading {
  /// One reading of two questions, as the answers to each.
  init(_ id: String, _ first: Reading, _ second: Reading) {
    func joined(_ first: Wording, _ second: Wording) -> Wording {
      Wording(zh: first.zh + "；" + second.zh, en: first.en + "; " + second.en)
    }
    self.init(
      id, joined(first.meaning, second.meaning), ground: joined(first.ground, second.ground))
  }
}
