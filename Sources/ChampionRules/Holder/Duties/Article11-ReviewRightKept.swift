// Article 11: whoever does not update after a reminder loses the right to review.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 11: the right to review has not been lost.
  public static let reviewRightKept = Criterion(
    "review-right-kept", clauses: [.article(11)], role: .condition,
    outcomes: Role.condition.outcomes + [.notApplicable],
    title: Wording(zh: "复核资格", en: "Right to review"),
    rule: Wording(
      zh: "年度信息经提示仍未更新的，取消复核资格", en: "an update missing after a reminder costs the right to review"),
    readings: [
      Reading(
        "lost-by-decision", Wording(zh: "经决定取消的才丧失", en: "it is lost once that is decided"),
        ground: Wording(
          zh: "第十一条写“取消”，须有决定", en: "Article 11 says “cancelled”, which somebody decides")),
      Reading(
        "lost-by-default",
        Wording(zh: "经提示仍未更新即丧失", en: "it is lost once an update is missing after a reminder"),
        ground: Wording(zh: "第十一条没有另设程序", en: "Article 11 sets no procedure")),
    ],
    asks: [
      .day, .granted,
      AskedFact("/reviewRight/isCancelled") {
        $0.cancellation.isDone == nil && $0.cancellation.day == nil
      },
      AskedFact(optional: "/reviewRight/decided"), AskedFact("/updates") { $0.updates == nil },
      AskedFact(optional: "/updates/*/reminded"), AskedFact(optional: "/certificate/isGranted"),
    ],
    decide: { holder, law in
      holder.held { today in
        let isKept = !holder.cancellation.wasDone(by: today)
        let isMissing = holder.missesUpdateAfterReminder(on: today, law)
        return RightAnswers(byDecision: isKept, byDefault: isKept && !isMissing)
      }
    },
    explain: { state, holder, _, say in
      switch state {
      case .unknown: .missing
      case .notGranted: say.notGranted
      case .known(let answers):
        switch (answers.byDecision, answers.byDefault) {
        case (.yes, .yes):
          say("review-right-kept", zh: "复核资格未被取消", en: "the right to review was not cancelled")
        case (.no, _):
          say(
            "review-right-lost", zh: "复核资格已被取消", en: "the right to review was cancelled",
            at: ["/reviewRight/isCancelled"])
        case (.yes, _) where !holder.mayHideReminder:
          say(
            "review-right-at-risk", zh: "经提示仍未更新，尚未作出取消的决定",
            en: "an update is missing after a reminder; the right has not been cancelled so far",
            mend: Wording(zh: "立即更新企业信息", en: "update the information at once"),
            at: ["/updates"], asking: .nothing)
        default: .missing
        }
      }
    })
}

/// Whether the right to review is kept under each reading.
struct RightAnswers: DutyAnswer {
  static let open = RightAnswers(byDecision: .unknown, byDefault: .unknown)

  let byDecision: Kleene
  let byDefault: Kleene

  var readings: [Kleene] { [byDecision, byDefault] }
  var outcome: Outcome { Outcome(byDecision.agreement(with: byDefault)) }
}

extension ChampionHolder {
  /// Whether an update about which nothing is known may be missing after a reminder.
  fileprivate var mayHideReminder: Bool { updates.map { $0.contains { $0.year == nil } } ?? true }

  /// Whether an update is missing after a reminder on a day; where none is, nothing else of the updates matters.
  fileprivate func missesUpdateAfterReminder(on today: Day, _ law: Thresholds) -> Kleene {
    let owed = owedUpdates(on: today, law)?.owed(ahead: 0) ?? []
    return owed.lazy.map { update in
      let isReminded: Kleene = update.reminded != nil ? .yes : mayHideReminder ? .unknown : .no
      return isReminded && !update.days.allows(today) && !update.filed.wasDone(by: today)
    }.disjunction()
  }
}
