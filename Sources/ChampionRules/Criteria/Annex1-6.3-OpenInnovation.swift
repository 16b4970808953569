// Annex 1, 6.3: shared innovation counts in favour.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 6.3: open innovation.
  public static let bonusOpenInnovation = bonus(
    .openInnovation, item: 3,
    title: Wording(zh: "加分：开放共享与融通创新", en: "Bonus: open innovation"),
    rule: Wording(
      zh: "开放共享创新资源，带动产业链上下游和中小企业，予以加分；分值未公布",
      en:
        "shared innovation resources that help suppliers, customers and small enterprises; counts "
        + "in favour, but no points are published"))
}
