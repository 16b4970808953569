// The regulation as a whole: its name, its edition and its criteria in the order in which it states them.

import Eligibility

extension Rulebook where Applicant == ClusterApplication {
  /// The provisional rules for recognising advanced manufacturing clusters of Jilin.
  public static let cluster = Rulebook(
    id: "manufacturing-cluster",
    title: Wording(
      zh: "吉林省先进制造业集群认定实施细则（暂行）",
      en: "Jilin provisional rules for recognising advanced manufacturing clusters"),
    beyond: Wording(
      zh: "竞赛申报通知（第七条（一））可能另有要求，未纳入核对；世界级、国家级集群由工业和信息化部确定（第五条）",
      en:
        "the competition notice (Article 7(1)) may add requirements, which are not checked here; "
        + "world-class and national clusters are the ministry's to decide (Article 5)"),
    eligible: Wording(
      zh: "能够核对的各项没有不利于申报的；第三条、第六条同样要求的 {experts} 项由专家评判，认定须经竞赛（第五条）",
      en:
        "nothing that can be checked stands against the application; {experts} matters that "
        + "Articles 3 and 6 require as well are for experts, and recognition follows a competition "
        + "(Article 5)"),
    first: .clusterOf2024,
    criteria: [
      .clusterComposition, .promoterFunction, .promoterNonGovernment, .promoterNonProfit,
      .promoterLegalPerson, .promoterInChina, .promoterOperations, .promoterCredit,
      .promoterGovernance, .clusterLocation, .clusterIndustry, .clusterQualityEnterprises,
      .clusterDirection, .clusterAgglomeration, .clusterProjects, .clusterChain,
      .clusterLocalSupply, .clusterCollaboration, .clusterResearchLead, .clusterResearcherLead,
      .clusterStandards, .clusterInnovation, .promoterCapability, .clusterOpenness,
      .clusterAccidents, .clusterRecommendation, .clusterActionPlan,
    ])
}

extension Edition where Thresholds == ClusterThresholds {
  /// 吉工信规划规〔2024〕277号, in force from the day it was issued (Article 12).
  public static let clusterOf2024 = Edition(
    document: "吉工信规划规〔2024〕277号", inForce: "2024-11-04", thresholds: .of2024)
}
