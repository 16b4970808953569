// Two judgements ask for nothing but a statement with its proofs.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// A judgement that is for review once its statement and a proof are there.
  static func stated(
    _ judgement: PlatformJudgement, clauses: [Clause], title: Wording, rule: Wording,
    statement: @escaping @Sendable (PlatformApplication) -> Statement
  ) -> Criterion {
    let text = Pointer("/statements/\(judgement.rawValue)/text")
    let proofs = Pointer("/statements/\(judgement.rawValue)/evidence")
    return Criterion(
      judgement.rawValue, clauses: clauses, role: .judgement, title: title, rule: rule,
      asks: [
        AskedFact(text) { !statement($0).hasText },
        AskedFact(proofs) { Kleene(attached: statement($0).evidence) != .yes },
      ],
      evidence: [
        Evidence(
          zh: "\(title.zh)的证明材料", en: "evidence for: \(title.en)", by: .applicant, at: proofs
        ) { statement($0).evidence }
      ],
      decide: { application, _ -> Outcome in
        let statement = statement(application)
        let isComplete = statement.hasText && Kleene(attached: statement.evidence) == .yes
        return isComplete ? .forReview : .undetermined
      },
      explain: { outcome, _, _, say in
        outcome == .forReview
          ? say("experts-decide", zh: "由专家评判", en: "for experts to judge") : .missing
      })
  }
}
