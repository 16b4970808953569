// Contradictions are no fault of a file, so CI servers are told of them apart.

import Batch
import Eligibility
import Judging
import Reports

extension Screening {
  /// What only the whole batch shows: what contradictions say of the applications concerned, in the
  /// order of the batch, and whether it was interrupted.
  func inspections(by inspector: Inspector) -> [Inspection] {
    var concerned: [Int: [Contradiction]] = [:]
    for contradiction in contradictions {
      for number in contradiction.applications {
        concerned[number, default: []].append(contradiction)
      }
    }
    return concerned.sorted { $0.key < $1.key }.map { number, contradictions in
      Inspection(
        place: place(number),
        cases: contradictions.map { inspect($0, of: number, inspector.language) })
    } + (wasInterrupted ? [inspector.inspectionOfInterruption()] : [])
  }

  private func inspect(
    _ contradiction: Contradiction, of number: Int, _ language: Language
  ) -> Inspection.Case {
    let rule = Inspection.Rule(
      id: "contradiction/\(contradiction.kind.rawValue)",
      title: Wording(zh: "矛盾：", en: "Contradiction: ")[language]
        + contradiction.kind.name(programme.names)[language],
      description: contradiction.kind.name(programme.names)[language], severity: .warning)
    let message = contradiction.reason.says(in: language)
    let others = contradiction.applications.lazy.filter { $0 != number }
    let diagnostic = Inspection.Diagnostic(
      rule: rule, severity: .warning, message: message,
      related: others.prefix(ScreeningWords.shownAtMost).map { other in
        Inspection.Related(
          place: place(other),
          message: Wording(zh: "与之矛盾的申报材料", en: "application that contradicts it")[language])
      })
    // An application's own verdict never depends on others, so this fails nothing.
    return Inspection.Case(id: rule.id, result: .skipped(message), diagnostics: [diagnostic])
  }
}
