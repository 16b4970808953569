// Annex 1, 5.1: how the product fits the province, for experts.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 5.1: fit with the province's direction and resources.
  public static let localOrientation = judgement(
    .localOrientation, clauses: [.item(annex: 1, section: 5, item: 1)],
    title: Wording(zh: "符合全省产业导向", en: "Fit with the province"),
    rule: Wording(
      zh: "产品是否符合全省产业导向、是否利用特色资源，由专家评判",
      en:
        "fit with the province's industrial direction and use of its resources are for experts to "
        + "judge"))
}
