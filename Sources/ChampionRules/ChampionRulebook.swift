// The regulation as a whole: its name, its edition and its criteria in the order in which it states them.

import Eligibility

extension Rulebook where Applicant == Application {
  /// The measures for recognising provincial manufacturing single champions of Jilin.
  public static let champion = Rulebook(
    id: "jilin-single-champion",
    title: Wording(
      zh: "吉林省制造业单项冠军企业认定管理办法",
      en: "Jilin measures for recognising manufacturing single-champion enterprises"),
    beyond: Wording(
      zh: "认定领域（第七条）和年度申报通知（第九条（一））可能另有要求，未纳入核对",
      en:
        "the recognition fields (Article 7) and the annual notice (Article 9(1)) may ask for more, "
        + "which is not checked here"),
    first: .of2024,
    criteria: [
      .jilinRegistered, .legalPerson, .sector, .publicInterest, .abnormalOperationsList,
      .seriousDishonestyList, .productPolicy, .cleanRecord,
      .reapplicationBan, .reviewRight,
      .focusYears, .productFocus, .averageRevenue, .steadyGrowth, .priorityRecommendation,
      .marketPosition, .productExcellence, .energyBenchmark, .internationalBrand,
      .researchInstitution, .researchIntensity, .coreIntellectualProperty, .patentLead, .standards,
      .appliedResults, .transferEffect,
      .operatingPerformance, .management, .culture, .talentProgramme, .talentCooperation,
      .localOrientation, .keyChain,
      .bonusNationalInnovation, .bonusChainStrengthening, .bonusOpenInnovation,
    ])
}

extension Edition where Thresholds == ChampionRules.Thresholds {
  /// 吉工信产业规〔2024〕204号, in force from the day it was issued (Article 22).
  public static let of2024 = Edition(
    document: "吉工信产业规〔2024〕204号",
    inForce: "2024-07-23", thresholds: .of2024)
}

extension Reading {
  /// Why an item that says what is to be reached, and every requirement of Article 3, is a condition.
  static let requirementIsCondition = Reading(
    "requirement-is-condition",
    Wording(
      zh: "作为必备条件，不作权衡", en: "a condition that must hold, not one to be weighed"),
    ground: Wording(
      zh: "附件1 统称“指标”，第八条据以评价；但第三、十、十一、十三条规定谁可以申报，带有数值的各项要求“达到”，没有权衡余地",
      en:
        "Annex 1 calls everything an indicator and Article 8 weighs them; but Articles 3, 10, 11 and "
        + "13 say who may apply, and a requirement to reach a number leaves nothing to weigh"))
}
