// What counts in favour has no points published: claims and proofs are shown to the experts.

import Eligibility

extension Criterion where Applicant == Application {
  static func bonus(_ bonus: Bonus, item: Int, title: Wording, rule: Wording) -> Criterion {
    let list = "/bonuses/\(bonus.rawValue)"
    return Criterion(
      id: bonus.rawValue, clauses: [.item(annex: 1, section: 6, item: item)], role: .bonus,
      title: title, rule: rule,
      reads: [Pointer(list), Pointer(list + "/*/text"), Pointer(list + "/*/evidence")],
      evidence: [
        Evidence(zh: "加分事项证明", en: "proof of the facts that count in favour") {
          unattached(in: $0.bonuses[bonus], at: list + "/*/evidence", \.evidence)
        }
      ]
    ) { application, _, why in
      guard let claims = application.bonuses[bonus] else { return why.lacking([Pointer(list)]) }
      if claims.isEmpty { return why.conclude(.notApplicable, .nothingClaimed) }
      lazy var missing = claims.enumerated().flatMap { index, claim in
        absent([
          Pointer(list + "/*/text", at: index): !claim.hasText,
          Pointer(list + "/*/evidence", at: index): !claim.evidence.isAttached,
        ])
      }
      return why.conclude(
        claims.allSatisfy(\.isProven) ? .forReview : .undetermined, .claimed,
        ["count": .count(claims.count)],
        missing: missing)
    }
  }
}

extension Statement {
  /// Whether it has a text and at least one proof.
  fileprivate var isProven: Bool { hasText && evidence.isAttached }
}

extension Message {
  static let nothingClaimed = Message(
    "nothing-claimed", says: Wording(zh: "未申报此类事项", en: "nothing of the kind is claimed"))
  static let claimed = Message(
    "claimed",
    says: Wording(zh: "申报 {count} 项，由专家评判", en: "{count} claimed, for experts to judge"))
}
