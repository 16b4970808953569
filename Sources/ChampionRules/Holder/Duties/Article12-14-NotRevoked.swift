// Articles 12, 13 and 14 revoke recognitions; nothing else does.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Articles 12 to 14: this recognition was not revoked.
  public static let notRevoked = Criterion(
    "not-revoked", clauses: [.article(12), .article(13), .article(14)], role: .condition,
    outcomes: Role.condition.outcomes + [.notApplicable],
    title: Wording(zh: "认定未被撤销", en: "Not revoked"),
    rule: Wording(
      zh: "不再符合认定标准、经提示仍未报告变化的（第十二条），发生重大事故、严重失信、违法违规或数据造假的（第十三条），"
        + "未按要求回复核实或经核实弄虚作假的（第十四条），撤销认定",
      en:
        "recognition is revoked where the standard is no longer met or a change stays unreported after a "
        + "reminder (12), after a major accident, serious dishonesty, a violation or falsified data (13), and for "
        + "not answering as required or confirmed fraud, by gravity (14)"),
    settledReadings: [
      Reading(
        "of-this-recognition",
        Wording(
          zh: "颁发日及以后决定的撤销，针对本证书的认定",
          en: "a revocation decided on the day of the grant or later is of this recognition"),
        ground: Wording(zh: "更早的撤销针对更早的认定", en: "an earlier one was of an earlier recognition"))
    ],
    asks: [.day, .granted, .revocationDays, AskedFact(optional: "/certificate/isGranted")],
    decide: { holder, _ in holder.held { !holder.isRevoked(on: $0) } },
    explain: { state, holder, law, say in
      guard case .known(let answer) = state, let day = holder.day else {
        if case .notGranted = state { return say.notGranted }
        return .missing
      }
      if answer == .yes { return say("not-revoked", zh: "认定未被撤销", en: "the recognition stands") }
      if holder.revocations == nil { return .missing }
      let (_, reason) = holder.standing(on: day, law)
      return say(reason.message, reason.values, at: ["/revocations"])
    })
}
