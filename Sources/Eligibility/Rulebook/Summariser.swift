// Whoever judges millions needs little of what is said about each, and needs it fast.

/// Judges one subject after the other by a rulebook and keeps little more than the outcomes.
public struct Summariser<Applicant: Subject>: Sendable {
  private let rulebook: Rulebook<Applicant>
  private let judge: Judge

  private typealias Judge =
    @Sendable (
      Applicant, Applicant.Thresholds, Detail?, inout Outcomes, inout [NumberedFinding]
    ) -> Void

  fileprivate init(_ rulebook: Rulebook<Applicant>) {
    self.rulebook = rulebook
    judge = Summariser.chain(of: rulebook.criteria)
  }

  /// Judges a subject by every criterion.
  ///
  /// The outcomes and the verdict are those of ``Rulebook/assess(_:under:strictness:)``, from the
  /// same rules; only conditions that stand open are explained, if any.
  ///
  /// - Parameters:
  ///   - subject: the facts.
  ///   - edition: the edition of the regulation, usually the one in force on the filing date.
  ///   - strictness: which roles count as requirements.
  ///   - detail: how much is said of conditions that stand open; `nil` for nothing.
  public func summarise(
    _ subject: Applicant, under edition: Edition<Applicant.Thresholds>,
    strictness: Strictness = .conditionsOnly, explaining detail: Detail? = .full
  ) -> Summary {
    var outcomes = Outcomes()
    var open: [NumberedFinding] = []
    judge(subject, edition.thresholds, detail, &outcomes, &open)
    return Summary(
      outcomes: outcomes, open: open, verdict: rulebook.verdict(outcomes, strictness))
  }

  /// All rules as one function: each does its part and calls the next one.
  ///
  /// A rule that is fetched from a list is retained and released, and workers that do so at the same
  /// time slow each other down; the next rule is captured by the one before. Nothing here can be
  /// inlined elsewhere: where a function knows how large the subject is, each rule gets a copy of it,
  /// but where it does not, all get the same one.
  private static func chain(of criteria: [Criterion<Applicant>]) -> Judge {
    var chain: Judge = { _, _, _, _, _ in }
    for number in criteria.indices.reversed() {
      let (decide, explain) = (criteria[number].decide, criteria[number].explain)
      let isCondition = criteria[number].role == .condition
      let next = chain
      chain = { subject, thresholds, detail, outcomes, open in
        let outcome = decide(subject, thresholds)
        outcomes.insert(number, outcome)
        if isCondition, outcome.isOpen, let detail {
          let finding = explain(subject, thresholds, detail)
          open.append(NumberedFinding(criterion: number, finding: finding))
        }
        next(subject, thresholds, detail, &outcomes, &open)
      }
    }
    return chain
  }
}

extension Rulebook {
  /// Makes what judges many subjects fast; making it takes longer than judging one.
  public func summariser() -> Summariser<Applicant> { Summariser(self) }
}

/// What a criterion of a rulebook says.
public struct NumberedFinding: Hashable, Sendable {
  /// The criterion's number in the rulebook, from 0.
  public let criterion: Int
  /// What it says.
  public let finding: Finding

  /// Says which criterion a finding is of.
  public init(criterion: Int, finding: Finding) {
    self.criterion = criterion
    self.finding = finding
  }
}

/// What a rulebook says about one of many applicants.
public struct Summary: Sendable {
  /// How the criteria came out.
  public let outcomes: Outcomes
  /// The conditions that stand open, unmet or undetermined, where they are explained.
  public let open: [NumberedFinding]
  /// The conjunction of the requirements.
  public let verdict: Verdict
}
