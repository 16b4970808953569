// What the judgements have in common: a statement with proofs, and figures that help the experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// A judgement: for review once its statement, its proofs and the facts for its figures are there.
  static func judgement(
    _ judgement: Judgement, clauses: [Clause], title: Wording, rule: Wording,
    figures: ExpertFigures = .none
  ) -> Criterion {
    Criterion(
      judgement.rawValue, clauses: clauses, role: .judgement, title: title, rule: rule,
      asks: AskedFact.statement(on: judgement.rawValue) { $0.statements[judgement] } + figures.asks,
      evidence: [.proofs(of: title, on: judgement.rawValue) { $0.statements[judgement] }],
      decide: { application, _ -> Outcome in
        let statement = application.statements[judgement]
        let isComplete =
          statement?.isProven == true
          && figures.areComplete(
            application.applicationYear, application.figures, application.innovation)
        return isComplete ? .forReview : .undetermined
      },
      explain: { _, application, _, say in figures.explain(application, say) })
  }

  /// What counts in favour: claims and proofs are shown to the experts, since no points are published.
  static func bonus(_ bonus: Bonus, item: Int, title: Wording, rule: Wording) -> Criterion {
    let list = "/bonuses/\(bonus.rawValue)"
    return Criterion(
      bonus.rawValue, clauses: [.item(annex: 1, section: 6, item: item)], role: .bonus,
      title: title, rule: rule,
      asks: [
        AskedFact(
          list: list, { $0.bonuses[bonus] },
          members: [("text", { !$0.hasText }), ("evidence", { !$0.hasProof })])
      ],
      evidence: [
        Evidence(
          zh: "加分事项的证明材料", en: "proof of the facts that count in favour",
          by: .applicant,
          atEach: list + "/*/evidence", of: { $0.bonuses[bonus] }, count: { $0.evidence })
      ],
      decide: { application, _ -> Outcome in
        guard let claims = application.bonuses[bonus] else { return .undetermined }
        if claims.isEmpty { return .notApplicable }
        return claims.allSatisfy { $0.isProven } ? .forReview : .undetermined
      },
      explain: { _, application, _, say in
        guard let claims = application.bonuses[bonus] else { return .missing }
        return claims.isEmpty
          ? say("nothing-claimed", zh: "未申报此类加分事项", en: "no bonus of this kind is claimed")
          : say(
            "claimed", zh: "申报 {count} 项，由专家评判", en: "{count} claimed, for experts to judge",
            ["count": .count(claims.count)])
      })
  }
}
