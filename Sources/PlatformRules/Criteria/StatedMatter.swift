// Two judgements ask for nothing but a statement with its proofs.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// A judgement that is for review once its statement and a proof are there.
  static func stated(
    _ judgement: PlatformJudgement, clauses: [Clause], title: Wording, rule: Wording,
    statement: @escaping @Sendable (PlatformApplication) -> Statement
  ) -> Criterion {
    Criterion(
      judgement.rawValue, clauses: clauses, role: .judgement, title: title, rule: rule,
      asks: AskedFact.statement(on: judgement.rawValue, statement),
      evidence: [.proofs(of: title, on: judgement.rawValue, statement)],
      decide: { application, _ -> Outcome in
        statement(application).isProven ? .forReview : .undetermined
      },
      explain: { outcome, _, _, say in
        outcome == .forReview
          ? say("experts-decide", zh: "由专家评判", en: "for experts to judge") : .missing
      })
  }
}
