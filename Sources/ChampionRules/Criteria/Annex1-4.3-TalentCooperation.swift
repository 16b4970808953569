// Annex 1, 4.3: carriers of training built together with schools.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 4.3: training with schools.
  public static let talentCooperation = anyOf(
    "talent-cooperation", clauses: [.item(annex: 1, section: 4, item: 3)],
    title: Wording(zh: "校企合作培养人才", en: "Talent cooperation"),
    rule: Wording(
      zh: "参与建设校企合作的人才培养载体",
      en: "takes part in building platforms on which schools and enterprises train talent together"),
    list: "/talent/cooperations",
    evidence: Wording(zh: "校企合作协议", en: "agreement with the school"),
    by: .applicant, items: { $0.talent.cooperations }, proofs: { $0.evidence },
    test: .none)
}
