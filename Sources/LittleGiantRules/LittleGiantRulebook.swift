// The notice as a whole, as far as it is about key little giants: its name, its edition and its criteria in
// the order in which it states them.

import Eligibility

extension Rulebook where Applicant == GiantApplication {
  /// The province's call for the second batch of key little giants.
  public static let keyLittleGiant = Rulebook(
    id: "key-little-giant",
    title: Wording(
      zh: "吉林省第二批国家支持重点“小巨人”企业推荐申报",
      en: "Jilin's recommendation of key “little giants” for national support, second batch"),
    beyond: Wording(
      zh: "所依据的财建〔2021〕2号（附件1）和工企业函〔2021〕204号另有要求的，未纳入核对",
      en:
        "the two national papers on which it rests, 财建〔2021〕2号 (Annex 1) and 工企业函〔2021〕204号, may ask "
        + "for more, which is not checked here"),
    closed: Wording(
      zh: "本次申报已截止：材料须在 2021 年 7 月 26 日前送达省级；所据文件中没有此后的批次",
      en:
        "this round is over: papers were due with the province before 26 July 2021, and the documents "
        + "here name no later one"),
    eligible: Wording(
      zh: "可核对的条件均已符合；是否推荐和支持，由有关部门择优决定（其中 {experts} 项由专家评判）",
      en:
        "every condition that can be checked here is met; whether it is recommended and supported is "
        + "decided on merit by others ({experts} matters are for experts)"),
    first: .giantsOf2021,
    criteria: [
      .giantStatus, .giantFirstSupport, .giantUnlisted, .giantDirection, .giantSpecialisation,
      .giantResearch, .giantInnovation, .giantCertification, .giantGrowth, .giantLocation,
      .giantPapers, .giantProfile, .giantMerit, .giantDeadline, .giantBasicTable,
      .giantTargetTable, .giantTargets, .giantSummary, .giantName, .giantAdvancedness,
    ])
}

extension Edition where Thresholds == GiantThresholds {
  /// 吉工信办联〔2021〕34号, in force from the day on which it was signed.
  public static let giantsOf2021 = Edition(
    document: "吉工信办联〔2021〕34号", inForce: GiantThresholds.of2021.signed,
    thresholds: GiantThresholds.of2021)
}

extension Rulebook where Applicant == GiantApplication {
  /// The yearly and dated conditions with the last full years before a day and the facts of that day, for
  /// comparison only: no round is open.
  public static func keyLittleGiantMirror(on day: Day) -> Rulebook {
    Rulebook(
      id: keyLittleGiant.id, title: keyLittleGiant.title, closed: keyLittleGiant.closed,
      first: Edition(
        document: Edition.giantsOf2021.document, inForce: GiantThresholds.of2021.signed,
        thresholds: GiantThresholds.of2021.mirrored(on: day)),
      criteria: [
        .giantSpecialisation, .giantResearch, .giantInnovation, .giantCertification, .giantGrowth,
      ])
  }
}
