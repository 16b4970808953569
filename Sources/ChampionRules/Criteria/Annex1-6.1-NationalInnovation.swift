// Annex 1, 6.1: part in national innovation counts in favour.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 6.1: part in national innovation.
  public static let bonusNationalInnovation = bonus(
    .nationalInnovation, item: 1,
    title: Wording(zh: "加分：参与国家科技创新体系", en: "Bonus: national innovation"),
    rule: Wording(
      zh: "国家重大创新平台、重大科技项目、先进技术目录或大赛奖项、国家级人才等，予以加分；分值未公布",
      en: "national innovation platforms, projects, listed or prize-winning technology, national "
        + "talent; counts in favour, but no points are published"))
}
