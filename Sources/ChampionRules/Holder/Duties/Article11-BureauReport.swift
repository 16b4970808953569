// Article 11: bureaus report on the year before by the middle of June; no holder owes it, but both need the date.

import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 11: what the bureau owes.
  public static let bureauReport = Criterion(
    "bureau-report", clauses: [.article(11)], role: .duty, outcomes: [.notApplicable],
    title: Wording(zh: "工信部门年度报告", en: "Yearly report of the bureau"),
    rule: Wording(
      zh: "市（州）工信部门每年 {month} 月 {day} 日前报送上一年度企业发展和扶持情况；“前”是否含当日，与企业更新同样理解",
      en:
        "bureaus report before {day}/{month} on the development of enterprises and their own support in the "
        + "year before; whether the day itself is in time is read as for updates"),
    numbers: {
      [
        "month": .count($0.bureauReportDay.value.month),
        "day": .count($0.bureauReportDay.value.day),
      ]
    },
    asks: [],
    decide: { _, _ in Outcome.notApplicable },
    explain: { _, _, _, say in
      say("owed-by-bureau", zh: "由工信部门报送，企业无须办理", en: "owed by the bureau, not by the holder")
    })
}
