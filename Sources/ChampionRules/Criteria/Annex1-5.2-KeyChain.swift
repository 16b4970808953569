// Annex 1, 5.2: the place of the product in the province's chains, for experts.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 5.2: place in the province's key chains.
  public static let keyChain = judgement(
    .keyChain, clauses: [.item(annex: 1, section: 5, item: 2)],
    title: Wording(zh: "重点产业链节点", en: "Key industrial chain"),
    rule: Wording(
      zh: "产品在全省重点产业链中的位置，由专家评判",
      en: "the product's place in the province's key industrial chains is for experts to judge"))
}
