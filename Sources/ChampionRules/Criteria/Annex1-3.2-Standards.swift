// Annex 1, 3.2: which levels of standards count can be read in two ways.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.2: a part in making standards.
  public static let standards = anyOf(
    "standards", clauses: [.item(annex: 1, section: 3, item: 2)],
    title: Wording(zh: "主导或参与制定标准", en: "Standards"),
    rule: Wording(
      zh: "主导或参与制定国际、国家或行业标准，有一项即可",
      en:
        "led or took part in setting an international, national or industry standard; one suffices"),
    list: "/innovation/standards",
    evidence: Wording(zh: "参与标准制定的证明", en: "proof of the part in the standard"),
    by: .applicant, items: { $0.innovation.standards }, proofs: { $0.evidence },
    test: .member(
      "level",
      wanted: Wording(zh: "国际、国家或行业标准", en: "an international, national or industry standard"),
      Reading(
        "levels-named", Wording(zh: "仅指国际、国家和行业标准", en: "only the three levels named"),
        ground: Wording(zh: "附件1 三.2 逐一列出三个级别", en: "Annex 1, 3.2 names three levels")),
      { Kleene($0.level?.isNamed) },
      or: Reading(
        "levels-open", Wording(zh: "其他级别的标准也算", en: "standards of other levels count as well"),
        ground: Wording(zh: "所列之后有“等”字", en: "the list ends in 等, “and the like”")),
      { _ in .yes }),
    settledReadings: [
      Reading(
        "one-standard-suffices", Wording(zh: "有一项标准即可", en: "any one standard suffices"),
        ground: Wording(
          zh: "三个级别择一即可，并不要求一家企业全部具备",
          en: "the levels are alternatives; no enterprise is expected to take part at each of them")
      )
    ])
}

extension StandardLevel {
  /// Whether Annex 1, 3.2 names the level.
  fileprivate var isNamed: Bool {
    switch self {
    case .international, .national, .industry: true
    case .local, .association, .enterprise, .other: false
    }
  }
}
