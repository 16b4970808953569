// Article 11: clusters are reviewed every three years, and lose the title for cause.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterHolder {
  /// Article 11: no review is outstanding, and none was failed.
  public static let clusterReview = Criterion(
    "cluster-review", clauses: [.article(11)], role: .condition,
    outcomes: Role.condition.outcomes + [.notApplicable],
    title: Wording(zh: "三年复核", en: "Review every three years"),
    rule: Wording(
      zh: "自认定起每 {years} 年复核一次，专项行动方案的科学性和落实情况是重要参考；两次复核之间称号仍在",
      en:
        "from its recognition on a cluster is reviewed every {years} years, in which the action plan weighs; "
        + "between reviews the title stands"),
    numbers: { ["years": .count($0.reviewYears.value)] },
    readings: [
      Reading(
        "after-anniversary", Wording(zh: "三年至认定日的对应日", en: "the years end on the anniversary"),
        ground: Wording(
          zh: "按年计算的期间，到期月的对应日为最后一日",
          en: "periods in years usually end on the day that bears the same number")),
      Reading(
        "after-day-before", Wording(zh: "三年至对应日的前一日", en: "the years end on the day before it"),
        ground: Wording(zh: "认定当日计入三年", en: "the day of recognition is one of them")),
    ],
    asks: [
      .day, .recognised,
      AskedFact(
        list: "/reviews", { $0.reviews ?? ($0.mayBeDue ? nil : []) }, members: TitleReview.asked),
    ],
    decide: { holder, law in
      holder.held { today in
        switch holder.isReviewed(on: today, law) {
        case .failed: TwoReadings(.no)
        case .upToDate: TwoReadings(.yes)
        case .readingsDiffer: TwoReadings(.yes, .unknown)
        case .due, .unknown: TwoReadings(.unknown)
        }
      }
    },
    explain: { state, holder, law, say in
      guard case .known = state, let day = holder.day else {
        if case .notGranted = state { return say.notRecognised }
        return .missing
      }
      if holder.isReviewed(on: day, law) == .unknown { return .missing }
      let reason = holder.reviewReason(on: day, law)
      return say(reason.message, reason.values, at: ["/recognised"], asking: .nothing)
    })

  /// Article 11: the title was not revoked.
  public static let clusterNotRevoked = Criterion(
    "cluster-not-revoked", clauses: [.article(11)], role: .condition,
    outcomes: Role.condition.outcomes + [.notApplicable],
    title: Wording(zh: "称号未被撤销", en: "Not revoked"),
    rule: Wording(
      zh: "未通过复核，或有弄虚作假、违反法律法规的，按程序撤销称号；是否限制再次申报没有规定",
      en:
        "the title is revoked where a review is not passed, for fraud and for breach of law; no ban on applying "
        + "again is named"),
    asks: [
      .day, .recognised,
      AskedFact(
        list: "/revocations", { $0.revocations }, members: [("decided", { $0.decided == nil })]),
    ],
    decide: { holder, _ in holder.held { !holder.isRevoked(on: $0) } },
    explain: { state, _, _, say in
      switch state.outcome {
      case .met: say("cluster-stands", zh: "称号未被撤销", en: "the title was not revoked")
      case .unmet:
        say(
          "cluster-title-revoked", zh: "称号已被撤销", en: "the title was revoked", at: ["/revocations"])
      case .notApplicable: say.notRecognised
      default: .missing
      }
    })
}

extension ClusterHolder {
  /// Whether the three years may be over, so that a review is to be stated.
  fileprivate var mayBeDue: Bool {
    guard let day else { return false }
    return nextReview(on: day, .of2024)?.allows(day) != .yes
  }
}
