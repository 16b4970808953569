// Annex 1, 2.2: the standing of the product, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 2.2: quality, process and key performance.
  public static let productExcellence = judgement(
    .productExcellence, clauses: [.item(annex: 1, section: 2, item: 2)],
    title: Wording(zh: "产品质量与技术水平", en: "Product excellence"),
    rule: Wording(
      zh: "质量、生产技术或工艺、关键性能指标的水平，由专家评判",
      en: "quality, the level of technology or process and key performance are for experts to judge"
    ))
}
