// Annex 1, 3.3: a result counts that is in use and brings benefit.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.3 and Annex 2(7): results of research in use.
  public static let appliedResults = anyOf(
    "applied-results", clauses: [.item(annex: 1, section: 3, item: 3), .note(annex: 2, note: 7)],
    title: Wording(zh: "科技成果转化", en: "Applied results"),
    rule: Wording(
      zh: "专利或其他知识产权已经实际应用，并产生经济效益",
      en: "patents or other intellectual property are in actual use and bring economic benefit"),
    list: "/innovation/appliedResults",
    evidence: Wording(zh: "成果应用和效益证明", en: "proof of use and benefit"),
    by: .applicant, items: { $0.innovation.appliedResults }, proofs: { $0.evidence },
    test: ItemTest.member("isInUse", wanted: Wording(zh: "实际应用", en: "actual use")) {
      Kleene($0.isInUse)
    }
      && ItemTest.member("bringsBenefit", wanted: Wording(zh: "经济效益", en: "economic benefit")) {
        Kleene($0.bringsBenefit)
      })
}
