// Annex 1, 4.3: culture and staff, for experts.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 4.3: culture.
  public static let culture = judgement(
    .culture, clauses: [.item(annex: 1, section: 4, item: 3)],
    title: Wording(zh: "企业文化", en: "Culture"),
    rule: Wording(
      zh: "企业文化、企业家精神、工匠精神和人才结构，由专家评判",
      en:
        "culture, entrepreneurship, craftsmanship and the structure of staff are for experts to judge"
    ))
}
