// Words and values that several criteria use.

import Eligibility

extension AskedFact where Applicant == GiantApplication {
  /// The filing date.
  static let filingDate = AskedFact("/filingDate") { $0.filingDate == nil }
}

extension Evidence where Applicant == GiantApplication {
  /// A copy of the business licence (Section 4(2)2).
  static let licence = Evidence(
    zh: "营业执照复印件", en: "copy of the business licence", by: .authority,
    under: .part(section: 4, part: 2, item: 2), at: "/enterprise/licence"
  ) { $0.enterprise.licence }
}

extension Message {
  /// Nothing is missing, but the readings of a clause give different answers.
  static let readingsDisagree = Message(
    "readings-disagree", zh: "取决于对条款的理解", en: "it depends on how the clause is read",
    mend: Wording(zh: "向主管部门确认口径", en: "have the department confirm how the clause is read"))
}

extension Kleene {
  /// The answer in a word.
  var word: Quantity {
    switch self {
    case .yes: .term(Wording(zh: "符合", en: "met"))
    case .no: .term(Wording(zh: "不符合", en: "unmet"))
    case .unknown: .term(Wording(zh: "无法判断", en: "undetermined"))
    }
  }
}

/// What the two readings of the day on which facts have to hold answer.
struct DatedState: CriterionState {
  let snapshot: Kleene
  let filing: Kleene

  /// Asks for each of the two days.
  init(_ answer: (GiantDay) -> Kleene) {
    snapshot = answer(.snapshot)
    filing = answer(.filing)
  }

  var outcome: Outcome { Outcome(snapshot.agreement(with: filing)) }
  var readings: [Kleene] { [snapshot, filing] }

  /// Whether both are decided, and differ.
  var disagree: Bool { snapshot.isDecided && filing.isDecided && snapshot != filing }
}

extension Reading {
  /// Facts have to hold on the day for which the tables ask them.
  static let snapshot = Reading(
    "snapshot", Wording(zh: "以 2021 年 5 月 31 日为准", en: "on 31 May 2021"),
    ground: Wording(
      zh: "六（二）4 和附件6 注 3：非年度数据按 2021 年 5 月 31 日填写",
      en: "Section 6(2)4 and note 3 of Annex 6 take facts that are not yearly from 31 May 2021"))
  /// Facts have to hold when it is filed.
  static let filing = Reading(
    "filing", Wording(zh: "以申报日为准", en: "on the filing date"),
    ground: Wording(
      zh: "三（一）要求申报企业具备，没有写明日期", en: "Section 3(1) asks them of the applicant and names no day"))

  /// A number “以上” is reached by the number itself.
  static let includesTheNumber = Reading(
    "includes-the-number",
    Wording(zh: "“以上”包含本数", en: "以上 (“or above”) includes the number itself"),
    ground: Wording(
      zh: "六（二）5 把“4%以上”解释为不低于 4%", en: "Section 6(2)5 explains 4% 以上 as not below 4%"))
}
