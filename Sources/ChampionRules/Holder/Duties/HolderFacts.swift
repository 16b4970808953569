// The facts of a holder's history that several duties ask.

import CommonFacts
import Eligibility

extension AskedFact where Applicant == ChampionHolder {
  /// The day for which is asked.
  static let day = AskedFact("/asOf") { $0.day == nil }
  /// The day of the grant.
  static let granted = AskedFact("/certificate/granted") {
    $0.granted == nil && $0.isGranted != false
  }
  /// The revocations, with what decides of which recognition they are.
  static let revocationDays = AskedFact(
    list: "/revocations", { $0.revocations }, members: [("decided", { $0.decided == nil })])
}

/// What a duty's readings answer, where anything is owed at all.
protocol DutyAnswer: CriterionState {
  /// Nothing is known under any reading.
  static var open: Self { get }
}

extension Kleene: DutyAnswer {
  static var open: Kleene { .unknown }
}

extension FourReadings: DutyAnswer {
  static var open: FourReadings { FourReadings(.unknown) }
}

/// Whether something is owed at all, and what is known of it.
enum DutyState<Answer: DutyAnswer>: CriterionState {
  /// No certificate is granted by the day.
  case notGranted
  /// The day or the grant is not known.
  case unknown
  /// What the facts and readings answer.
  case known(Answer)

  var outcome: Outcome {
    switch self {
    case .notGranted: .notApplicable
    case .unknown: .undetermined
    case .known(let answer): answer.outcome
    }
  }

  var readings: [Kleene] {
    if case .known(let answer) = self { answer.readings } else { Answer.open.readings }
  }
}

extension ChampionHolder {
  /// What a duty of holders comes to: nothing before the grant, unknown without a day or a grant.
  func held<Answer: DutyAnswer>(_ answer: (Day) -> Answer) -> DutyState<Answer> {
    guard let day else { return .unknown }
    guard let granted else { return isGranted == false ? .notGranted : .unknown }
    return granted > day ? .notGranted : .known(answer(day))
  }
}

extension Say {
  /// Nothing is owed before a certificate is granted.
  var notGranted: Explanation {
    self("not-granted", zh: "尚未颁发证书", en: "no certificate is granted yet")
  }
}
