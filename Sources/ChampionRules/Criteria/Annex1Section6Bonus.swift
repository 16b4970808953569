// Annex 1, section 6: what counts in favour; the regulation sets no points, so none are given here.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 6.1: part in national innovation.
  public static let bonusNationalInnovation = bonus(
    .nationalInnovation, item: 1,
    title: Wording(zh: "加分：参与国家科技创新体系", en: "Bonus: national innovation"),
    rule: Wording(
      zh: "国家级创新平台、科技项目、先进技术转化目录或大赛奖项、国家级人才等，加分，分值未公布",
      en: "national innovation platforms, projects, listed or prize-winning technology, national "
        + "talent; counts in favour, by points not published"))

  /// Annex 1, 6.2: strengthening of chains.
  public static let bonusChainStrengthening = bonus(
    .chainStrengthening, item: 2,
    title: Wording(zh: "加分：强链补链", en: "Bonus: stronger chains"),
    rule: Wording(
      zh: "强链补链、关键技术攻关、科技产业金融一体化、重大装备和国产替代等，加分，分值未公布",
      en:
        "stronger chains, key technology, links of science and finance, major equipment, domestic "
        + "substitution; counts in favour, by points not published"))

  /// Annex 1, 6.3: open innovation.
  public static let bonusOpenInnovation = bonus(
    .openInnovation, item: 3,
    title: Wording(zh: "加分：开放共享与融通创新", en: "Bonus: open innovation"),
    rule: Wording(
      zh: "开放创新资源，带动上下游和中小企业，加分，分值未公布",
      en:
        "shared innovation resources that help suppliers, customers and small enterprises; counts "
        + "in favour, by points not published"))

  private static func bonus(_ bonus: Bonus, item: Int, title: Wording, rule: Wording) -> Criterion {
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
