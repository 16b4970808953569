// Annex 1, 4.2: management, for experts.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 4.2: management.
  public static let management = judgement(
    .management, clauses: [.item(annex: 1, section: 4, item: 2)],
    title: Wording(zh: "管理水平", en: "Management"),
    rule: Wording(
      zh: "战略、运营、风险、质量等管理和管理创新，由专家评判",
      en: "the management of strategy, operations, risk and quality, and innovation in it, are for "
        + "experts to judge"))
}
