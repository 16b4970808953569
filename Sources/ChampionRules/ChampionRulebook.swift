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
      zh: "认定领域（第七条）和年度申报通知（第九条（一））可能另有要求，未列入核对",
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
