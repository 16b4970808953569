// What several criteria share: facts they ask, words for what is not given, readings that hold for many.

import Eligibility

extension AskedFact where Applicant == ClusterApplication {
  /// The year of the round.
  static let applicationYear = AskedFact("/applicationYear") { $0.applicationYear == nil }
  /// The filing date.
  static let filingDate = AskedFact("/filingDate") { $0.filingDate == nil }
  /// Whether the list of members is complete.
  static let isListComplete = AskedFact("/members/isComplete") { $0.members.isComplete == nil }
}

extension Message {
  /// The list of members is declared not to be complete, so others may belong to the cluster.
  static let listIncomplete = Message(
    "member-list-incomplete", zh: "成员名单声明为不完整，名单之外的成员无法核对",
    en: "the list of members is declared incomplete, and those not listed cannot be checked",
    mend: Wording(
      zh: "列全成员（包括已退出的）并写明名单完整",
      en: "list every member, former ones included, and say that the list is complete"))
}

extension Reading {
  /// Why what Article 6 asks is a condition.
  static let allAtOnce = Reading(
    "all-at-once",
    Wording(zh: "作为必备条件，不作权衡", en: "a condition that must hold, not one to be weighed"),
    ground: Wording(
      zh: "第六条要求各项基本条件“同时满足”", en: "Article 6 asks for all its basic conditions at once"))

  /// Why what Article 3 says of the promotion organisation is a condition.
  static let promoterMustBe = Reading(
    "promoter-must-be",
    Wording(zh: "作为必备条件，不作权衡", en: "a condition that must hold, not one to be weighed"),
    ground: Wording(
      zh: "第三条规定什么是促进组织、它应当怎样，不符合的不能牵头申报（第七条（一））",
      en:
        "Article 3 says what a promotion organisation is and has to be; only one can file "
        + "(Article 7(1))"))

  /// Why a clause without a number is met by the least that its words imply.
  static let leastImplied = Reading(
    "least-implied",
    Wording(
      zh: "条款没有数量要求的，只核对其字面所含的最低事实；是否足够，由专家评判",
      en:
        "where a clause has no number, only the least that its words imply is checked; whether it "
        + "is enough is for experts"),
    ground: Wording(
      zh: "除“近三年”外，第二条、第六条没有数字，“较强”“相对集中”等程度用语没有标准",
      en:
        "but for “the last three years” Articles 2 and 6 hold no number, and nothing says how much "
        + "“strong” or “concentrated” is"))

  /// What the year of a round is.
  static let yearOfNotice = Reading(
    "year-of-notice",
    Wording(
      zh: "申报年度即竞赛申报通知所属的年份", en: "the round is the year of the competition notice"),
    ground: Wording(
      zh: "第七条（一）由竞赛申报通知启动申报，没有规定每年一次，也没有规定截止日期",
      en:
        "the notice opens the applications (Article 7(1)); no yearly rhythm and no closing date are "
        + "laid down"))
}
