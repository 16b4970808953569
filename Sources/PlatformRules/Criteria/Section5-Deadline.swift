// Section 5: the package has to be with the province before a day, which may or may not be meant itself.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 5: with the province before the day named.
  public static let deadline = Criterion(
    "platform-deadline", clauses: [.section(5)], role: .formality,
    title: Wording(zh: "报送时间", en: "Deadline"),
    rule: Wording(
      zh: "由工信部门于 {deadline} 前统一报送到省级部门；以送达日期为准，未填写的以申报日推断",
      en:
        "with the province, sent by the bureaus, before {deadline}; the day of arrival counts, and where "
        + "it is not stated the filing date shows what it can"),
    numbers: { ["deadline": .day($0.deadline.value)] },
    readings: [
      Reading(
        "day-included", Wording(zh: "含当日", en: "the day itself included"),
        ground: Wording(
          zh: "公文中“某日前”常含当日，与“之前”有别", en: "“before a day” of official notices often includes it")),
      Reading(
        "day-excluded", Wording(zh: "不含当日", en: "the day itself excluded"),
        ground: Wording(zh: "“前”的字面意思不含当日", en: "taken by its letter, before a day is not on it")),
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
      let (delivered, filing) = (application.delivered, application.filingDate)
      lazy var values: Reason.Values = [
        "delivered": delivered.quantity { .day($0) }, "filing": filing.quantity { .day($0) },
        "deadline": .day(law.deadline.value),
      ]
      func margin(_ day: Day) -> Margin {
        Margin(
          Wording(zh: "送达日期", en: "day of arrival"), .day(day), .atMost, .day(law.deadline.value),
          surplus: .days(day.days(until: law.deadline.value)))
      }
      guard let day = delivered ?? filing else { return .missing }
      switch state {
      case .notStated, .filedOnTheDay: return .missing
      case .filedLater:
        return say(
          "filed-too-late", zh: "申报日 {filing} 已晚于 {deadline}，不可能在此之前送达",
          en: "filed on {filing}, after {deadline}, so it cannot have arrived before", values,
          at: ["/filingDate"], margins: [margin(day)], shortfall: margin(day).surplus)
      case .beforeFiling:
        return say(
          "delivered-before-filing", zh: "送达日期 {delivered} 早于申报日 {filing}，相互矛盾",
          en: "the day of arrival, {delivered}, is before the filing date {filing}",
          mend: Wording(zh: "核对两个日期", en: "check both dates"), values,
          at: ["/delivered", "/filingDate"], asking: .nothing)
      case .before:
        return say(
          "delivered-in-time", zh: "{delivered} 送达，早于 {deadline}",
          en: "arrived on {delivered}, before {deadline}", values, at: ["/delivered"],
          margins: [margin(day)])
      case .after:
        return say(
          "delivered-too-late", zh: "{delivered} 送达，晚于 {deadline}",
          en: "arrived on {delivered}, after {deadline}", values, at: ["/delivered"],
          margins: [margin(day)], shortfall: margin(day).surplus)
      case .onTheDay:
        return say(
          "delivered-on-the-day", zh: "{deadline} 当日送达，是否及时取决于“前”是否含当日",
          en: "arrived on {deadline} itself, which is in time only if the day is included",
          mend: Wording(
            zh: "向省级部门确认口径", en: "have the province confirm how the clause is read"), values,
          at: ["/delivered"], margins: [margin(day)])
      }
    })
}
