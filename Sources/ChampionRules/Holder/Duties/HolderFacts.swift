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

extension ChampionHolder {
  /// What a duty of holders comes to: nothing before the grant, unknown without a day or a grant.
  func held<Answer: DutyAnswer>(_ answer: (Day) -> Answer) -> DutyState<Answer> {
    DutyState(on: day, granted: granted, isGranted: isGranted, answer)
  }
}

extension Say {
  /// Nothing is owed before a certificate is granted.
  var notGranted: Explanation {
    self("not-granted", zh: "尚未颁发证书", en: "no certificate is granted yet")
  }
}
