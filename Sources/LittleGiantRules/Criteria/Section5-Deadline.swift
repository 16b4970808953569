// Section 5: packages reach the province before 26 July 2021; what 前 means of that day is open.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 5: the deadline.
  public static let giantDeadline = Criterion(
    "giant-deadline", clauses: [.section(5)], role: .formality,
    title: Wording(zh: "报送期限", en: "Deadline"),
    rule: Wording(
      zh: "各地材料于 {deadline} 前送达省级；以送达日期为准",
      en: "the bureaus' package reached the province before {deadline}; the day of arrival counts"),
    numbers: { ["deadline": .day($0.deadline.value)] },
    readings: [
      Reading(
        "day-included", Wording(zh: "当日送达的算按时", en: "on the day itself is in time"),
        ground: Wording(zh: "日常用语中“某日前”常含当日", en: "in common use 前 often includes the day named")),
      Reading(
        "day-excluded", Wording(zh: "须早于当日", en: "before that day only"),
        ground: Wording(zh: "“前”的字面意思是早于", en: "literally 前 is “before”")),
    ],
    settledReadings: [
      Reading(
        "arrival-counts",
        Wording(
          zh: "以各地材料送达省级的日期为准，不以企业申报日为准",
          en: "the bureaus' package counts, not the day on which the enterprise files"),
        ground: Wording(
          zh: "第五部分的期限是对各地工信局统一报送规定的", en: "Section 5 sets the day for the bureaus' delivery"))
    ],
    asks: [
      AskedFact("/delivered") { $0.delivered == nil }, AskedFact(optional: "/filingDate"),
    ],
    decide: { application, law in
      Delivery(
        delivered: application.delivered, filed: application.filingDate,
        deadline: law.deadline.value)
    },
    explain: { state, application, law, say in
      lazy var values: Reason.Values = [
        "delivered": application.delivered.quantity { .day($0) },
        "filing": application.filingDate.quantity { .day($0) },
        "deadline": .day(law.deadline.value),
        "late": .days(
          law.deadline.value.days(until: application.delivered ?? law.deadline.value)),
      ]
      return switch state {
      case .notStated, .filedOnTheDay: .missing
      case .before:
        say(
          "in-time", zh: "{delivered} 送达，早于 {deadline}",
          en: "delivered on {delivered}, before {deadline}", values)
      case .onTheDay:
        say(
          "on-the-day", zh: "{delivered} 当日送达，是否按时取决于“前”是否含当日",
          en: "delivered on {delivered}, the day itself: in time only if 前 includes it",
          mend: Message.readingsDisagree.mend, values)
      case .after:
        say(
          "late", zh: "{delivered} 送达，晚于 {deadline}（{late}）",
          en: "delivered on {delivered}, {late} after {deadline}", values)
      case .filedLater:
        say(
          "filed-after-deadline", zh: "申报日 {filing} 已晚于 {deadline}",
          en: "the filing date {filing} is after {deadline} already", values)
      case .beforeFiling:
        say(
          "delivered-before-filing", zh: "送达日期 {delivered} 早于申报日 {filing}",
          en: "delivered on {delivered}, before it was filed on {filing}",
          mend: Wording(zh: "核对日期", en: "check the dates"), values)
      }
    })
}
