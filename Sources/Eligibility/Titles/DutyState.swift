// Nothing is owed for a title before it is granted, so what a duty comes to begins with whether it was.

/// What a duty's readings answer, where anything is owed at all.
public protocol DutyAnswer: CriterionState {
  /// Nothing is known under any reading.
  static var open: Self { get }
}

extension Kleene: DutyAnswer {
  /// Nothing is known.
  public static var open: Kleene { .unknown }
}

extension TwoReadings: DutyAnswer {
  /// Nothing is known under either reading.
  public static var open: TwoReadings { TwoReadings(.unknown) }
}

extension FourReadings: DutyAnswer {
  /// Nothing is known under any reading.
  public static var open: FourReadings { FourReadings(.unknown) }
}

/// Whether something is owed at all, and what is known of it.
public enum DutyState<Answer: DutyAnswer>: CriterionState {
  /// The title is not granted by the day.
  case notGranted
  /// The day or the grant is not known.
  case unknown
  /// What the facts and readings answer.
  case known(Answer)

  /// What a duty comes to on a day: nothing before the grant, unknown without a day or a grant.
  ///
  /// - Parameter isGranted: whether the title is granted, where its day is not known.
  public init(
    on day: Day?, granted: Day?, isGranted: Bool? = nil, _ answer: (Day) -> Answer
  ) {
    guard let day else {
      self = .unknown
      return
    }
    guard let granted else {
      self = isGranted == false ? .notGranted : .unknown
      return
    }
    self = granted > day ? .notGranted : .known(answer(day))
  }

  /// How the duty comes out.
  public var outcome: Outcome {
    switch self {
    case .notGranted: .notApplicable
    case .unknown: .undetermined
    case .known(let answer): answer.outcome
    }
  }

  /// What its readings answer.
  public var readings: [Kleene] {
    if case .known(let answer) = self { answer.readings } else { Answer.open.readings }
  }
}
