// Annex 4: the note on services and results has a limit of its own.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Annex 4: services and results in at most so many characters.
  public static let summary = limited(
    "platform-summary", clause: .annex(4),
    title: Wording(zh: "服务内容、绩效说明", en: "Services and results"),
    rule: Wording(
      zh: "汇总表中的机构简介及服务内容、绩效说明不超过 {limit} 字",
      en: "the note on the institution, its services and results in the summary table has at most "
        + "{limit} characters"),
    place: "/summary", name: Wording(zh: "服务内容、绩效说明", en: "note on services and results"),
    settledReadings: [
      Reading(
        "not-the-profile",
        Wording(zh: "与平台简介是两份材料", en: "another text than the profile"),
        ground: Wording(
          zh: "四（二）4 的平台简介由平台提交，上限不同；此项是附件4 汇总表的一栏",
          en:
            "the profile of Section 4(2)4 is the platform's and has another limit; this one is a column "
            + "of the table in Annex 4"))
    ],
    writing: { $0.summary }, limit: { $0.summaryCharacters.value })
}
