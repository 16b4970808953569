// Section 4(2), Section 5 and notes 2 and 4 of Annex 5: what is handed in, and in which form.

import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 4(2)1, 2, 5 to 7, Section 5 and Annex 5: the papers.
  public static let giantPapers = formality(
    "giant-papers",
    clauses: [
      .part(section: 4, part: 2, item: 1), .part(section: 4, part: 2, item: 2),
      .part(section: 4, part: 2, item: 5), .part(section: 4, part: 2, item: 6),
      .part(section: 4, part: 2, item: 7), .section(5), .note(annex: 5, note: 2),
      .note(annex: 5, note: 4),
    ],
    title: Wording(zh: "申报材料", en: "Papers"),
    rule: Wording(
      zh: "请示、营业执照复印件、基本情况表、目标表、两个年度的预期目标和佐证材料齐全；纸质版和电子版均有，加盖公章，复印件清晰，单独成册",
      en:
        "request, copy of the licence, both tables, goals for each of two years and proofs are attached; "
        + "stamped, on paper and electronic, legible, one volume for the enterprise"),
    settledReadings: [
      Reading(
        "invalid-if-not-in-order",
        Wording(
          zh: "材料不合要求的，在结论旁单独说明，不改变是否符合条件的结论",
          en: "papers that are not as required are said beside the verdict and do not change it"),
        ground: Wording(
          zh: "第五部分把不规范、不清晰的材料视同无效，针对的是材料而不是企业的条件",
          en: "Section 5 treats papers that are not as required as invalid; it is about the file"))
    ],
    parts: [
      .attached("/papers/request", zh: "申报请示", en: "request") { $0.papers.request },
      .attached("/enterprise/licence", zh: "营业执照复印件", en: "copy of the licence") {
        $0.enterprise.licence
      },
      .attached("/papers/basicTable", zh: "基本情况表", en: "table of basics") {
        $0.papers.basicTable
      },
      .attached("/papers/targetTable", zh: "目标表", en: "target table") { $0.papers.targetTable },
      .attached("/papers/firstYearGoals", zh: "实施期满 1 年的预期目标和成效", en: "goals after one year") {
        $0.papers.firstYearGoals
      },
      .attached("/papers/secondYearGoals", zh: "实施期满 2 年的预期目标和成效", en: "goals after two years") {
        $0.papers.secondYearGoals
      },
      .attached("/papers/proofs", zh: "佐证材料", en: "proofs") { $0.papers.proofs },
      FormalPart("/papers/isStamped", zh: "加盖公章", en: "stamp") { Kleene($0.papers.isStamped) },
      FormalPart("/papers/isOnPaper", zh: "纸质版", en: "version on paper") {
        Kleene($0.papers.isOnPaper)
      },
      FormalPart("/papers/isElectronic", zh: "电子版", en: "electronic version") {
        Kleene($0.papers.isElectronic)
      },
      FormalPart("/papers/isLegible", zh: "复印件清晰", en: "legible copies") {
        Kleene($0.papers.isLegible)
      },
      FormalPart("/papers/isOneVolume", zh: "单独成册", en: "one volume") {
        Kleene($0.papers.isOneVolume)
      },
    ], evidence: [.licence])
}
