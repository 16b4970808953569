// Whoever judges millions needs little of what is said about each, and needs it fast.

/// Judges one subject after the other by a rulebook and keeps little more than the outcomes.
public struct Summariser<Applicant: Subject>: Sendable {
  private let rulebook: Rulebook<Applicant>
  private let judge: Judge

  private typealias Judge =
    @Sendable (Applicant, Applicant.Thresholds, inout Reasoning, inout Outcomes) -> Void

  fileprivate init(_ rulebook: Rulebook<Applicant>) {
    self.rulebook = rulebook
    judge = Summariser.chain(of: rulebook.criteria)
  }

  /// Judges a subject by every criterion.
  ///
  /// The outcomes and the verdict are those of ``Rulebook/assess(_:on:strictness:)``, from the same
  /// rules; reasons are kept only of conditions that stand open.
  ///
  /// - Parameters:
  ///   - subject: the facts.
  ///   - day: the day on which the edition is chosen, usually the filing date; `nil` where unknown.
  ///   - strictness: which roles count as requirements.
  ///   - extent: how much is kept of the reasons.
  /// - Returns: the summary, or the reason why the regulation cannot be applied on that day.
  public func summarise(
    _ subject: Applicant, on day: Day?, strictness: Strictness = .conditionsOnly,
    keeping extent: Reasoning.Extent = .open
  ) -> Result<Summary, NotInForce> {
    let newest = rulebook.newest
    // Workers that count the owners of an edition at the same time do so slowly, so the usual one is not
    // handed around.
    if newest.inForce <= day ?? newest.inForce {
      return .success(summary(of: subject, under: newest.thresholds, strictness, keeping: extent))
    }
    do throws(NotInForce) {
      let edition = try rulebook.holding(on: day)
      return .success(summary(of: subject, under: edition.thresholds, strictness, keeping: extent))
    } catch {
      return .failure(error)
    }
  }

  /// Judges a subject by every criterion under an edition.
  public func summarise(
    _ subject: Applicant, under edition: Edition<Applicant.Thresholds>,
    strictness: Strictness = .conditionsOnly, keeping extent: Reasoning.Extent = .open
  ) -> Summary {
    summary(of: subject, under: edition.thresholds, strictness, keeping: extent)
  }

  /// What the numbers of one edition make of a subject.
  private func summary(
    of subject: Applicant, under thresholds: Applicant.Thresholds, _ strictness: Strictness,
    keeping extent: Reasoning.Extent
  ) -> Summary {
    var reasoning = Reasoning(extent)
    var outcomes = Outcomes()
    judge(subject, thresholds, &reasoning, &outcomes)
    return Summary(
      outcomes: outcomes, open: reasoning.findings,
      verdict: rulebook.verdict(outcomes, strictness))
  }

  /// All rules as one function: each does its part and calls the next one.
  ///
  /// A rule that is fetched from a list has its owners counted, which workers that do so at the same
  /// time do slowly; the next rule belongs to the one before. Nothing here can be inlined elsewhere:
  /// where a function knows how large the subject is, each rule gets a copy of it, but where it does
  /// not, all get the same one.
  private static func chain(of criteria: [Criterion<Applicant>]) -> Judge {
    var chain: Judge = { _, _, _, _ in }
    for number in criteria.indices.reversed() {
      let decide = criteria[number].decide
      let isCondition = criteria[number].role == .condition
      let next = chain
      chain = { subject, thresholds, reasoning, outcomes in
        reasoning.turn(to: number, isCondition: isCondition)
        outcomes.insert(number, decide(subject, thresholds, &reasoning))
        next(subject, thresholds, &reasoning, &outcomes)
      }
    }
    return chain
  }
}

extension Rulebook {
  /// Makes what judges many subjects fast; making it takes longer than judging one.
  public func summariser() -> Summariser<Applicant> { Summariser(self) }
}

/// What a rulebook says about one of many applicants.
public struct Summary: Sendable {
  /// How the criteria came out.
  public let outcomes: Outcomes
  /// The conditions that stand open.
  public let open: [NumberedFinding]
  /// The conjunction of the requirements.
  public let verdict: Verdict
}
