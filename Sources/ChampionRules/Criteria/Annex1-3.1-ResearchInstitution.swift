// Annex 1, 3.1: who recognised a research institution decides.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.1: a research institution recognised at city level or above.
  public static let researchInstitution = anyOf(
    "rd-institution", clauses: [.item(annex: 1, section: 3, item: 1)],
    title: Wording(zh: "市级以上研发机构", en: "Research institution"),
    rule: Wording(
      zh: "拥有市级及以上部门认定的研发机构",
      en: "a research and development institution recognised at city level or above"),
    list: "/innovation/institutions",
    evidence: Wording(zh: "研发机构认定文件", en: "proof of the institution's recognition"),
    by: .authority, items: { $0.innovation.institutions }, proofs: { $0.evidence },
    test: .member(
      "level", wanted: Wording(zh: "市级及以上认定", en: "recognition at city level or above")
    ) {
      Kleene($0.level.map { $0 != .below })
    })
}
