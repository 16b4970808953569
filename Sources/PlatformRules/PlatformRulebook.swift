// The notice as a whole, as far as it concerns platforms: its name, its edition and its criteria in order.

import Eligibility

extension Rulebook where Applicant == PlatformApplication {
  /// The support of public service demonstration platforms, second batch.
  public static let servicePlatform = Rulebook(
    id: "service-platform",
    title: Wording(
      zh: "国家支持的中小企业公共服务示范平台（第二批）推荐申报",
      en: "SME public service demonstration platforms to be supported by the state, second batch"),
    beyond: Wording(
      zh: "通知所依据的财建〔2021〕2号（附件1）和工企业函〔2021〕204号可能另有要求，未纳入核对",
      en: "财建〔2021〕2号 (Annex 1) and 工企业函〔2021〕204号, on which the notice rests, may ask for more, "
        + "which is not checked here"),
    closed: Wording(
      zh: "第二批推荐申报已于 2021-07-26 截止，现有资料中未见此后的批次",
      en: "The second batch closed on 2021-07-26, and no later one is known from the sources here"),
    eligible: Wording(
      zh: "此处能够核对的必备条件均已满足；是否推荐、是否支持由各级主管部门择优决定",
      en:
        "meets every condition that can be checked here; whether it is recommended and supported is "
        + "decided on merit by others"),
    first: .of2021,
    criteria: [
      .recognised, .firstBatchSupport, .services, .resources, .targetedService, .location,
      .papers, .profile, .record, .deadline, .targets,
      .legalPerson, .publishedName, .summary, .quota,
    ])
}

extension Edition where Thresholds == PlatformThresholds {
  /// 吉工信办联〔2021〕34号, from the day on which it was signed.
  public static let of2021 = Edition(
    document: "吉工信办联〔2021〕34号", inForce: "2021-07-23", thresholds: .of2021)
}
