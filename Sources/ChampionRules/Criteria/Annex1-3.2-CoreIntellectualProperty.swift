// Annex 1, 3.2: whether there is any core intellectual property.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.2: core intellectual property.
  public static let coreIntellectualProperty = anyOf(
    "core-ip", clauses: [.item(annex: 1, section: 3, item: 2)],
    title: Wording(zh: "核心自主知识产权", en: "Core intellectual property"),
    rule: Wording(zh: "拥有核心自主知识产权", en: "owns core intellectual property"),
    list: "/innovation/coreIntellectualProperty",
    evidence: Wording(zh: "知识产权证书", en: "certificates of the intellectual property"),
    by: .authority, items: { $0.innovation.coreIntellectualProperty }, proofs: { $0.evidence },
    test: .none)
}
