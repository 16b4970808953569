// What the judgements have in common: a statement with proofs, and figures for the experts as far as stated.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// A judgement: for review once its statement and its proofs are there.
  ///
  /// - Parameters:
  ///   - shows: the facts from which its figures come; they are shown as far as they are stated.
  ///   - figures: the figures.
  static func judgement(
    _ id: String, clauses: [Clause], title: Wording, rule: Wording,
    settledReadings: [Reading] = [], shows: [Pointer],
    statement: @escaping @Sendable (GiantStatements) -> Statement,
    figures: @escaping @Sendable (GiantApplication, GiantThresholds) -> [Reason]
  ) -> Criterion {
    Criterion(
      id, clauses: clauses, role: .judgement, title: title, rule: rule,
      settledReadings: settledReadings,
      asks: AskedFact.statement(on: id) { statement($0.statements) }
        + shows.map { AskedFact(optional: $0) },
      evidence: [.proofs(of: title, on: id) { statement($0.statements) }],
      decide: { application, _ -> Outcome in
        statement(application.statements).isProven ? .forReview : .undetermined
      },
      explain: { _, application, law, say in
        let figures = figures(application, law)
        return figures.isEmpty
          ? say("experts-decide", zh: "由专家评判", en: "for experts to judge")
          : say(
            "experts-decide-figures", zh: "由专家评判；{figures}", en: "for experts to judge; {figures}",
            ["figures": .list(figures.map { .reason($0) })])
      })
  }
}
