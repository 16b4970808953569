// What Articles 9 to 14 ask of recognised champions, in their order.

import Eligibility

extension Rulebook where Applicant == ChampionHolder {
  /// The duties of holders of the title.
  public static let championHolder = Rulebook(
    id: "single-champion-holder",
    title: Wording(
      zh: "吉林省制造业单项冠军企业认定后的管理（第九条至第十四条）",
      en: "Jilin single champions after recognition (Articles 9 to 14)"),
    first: .of2024,
    criteria: [
      .publicity, .certificateTerm, .yearlyUpdate, .reviewRightKept, .bureauReport, .changeReport,
      .notRevoked, .newApplication, .inquiryAnswer,
    ])
}
