// The commands that show the rules themselves: the catalogue, and one criterion in full.

import ChampionRules
import Eligibility

/// The command `criteria`.
enum CriteriaCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let catalogue = Catalogue(options, environment)
    return catalogue.deliver(Rulebook.champion.criteria) { $0.table($1) }
  }
}

/// The command `explain`.
enum Explain {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let all = Rulebook.champion.criteria
    let criteria = options.operands.first.map { id in all.filter { $0.id == id } } ?? all
    let catalogue = Catalogue(options, environment)
    return catalogue.deliver(criteria) {
      $0.explanation(of: $1, under: catalogue.edition.thresholds)
    }
  }
}

/// What both commands do: choose the edition and the form, and hand over the result.
private struct Catalogue {
  let edition: Edition<Thresholds>
  private let options: Options
  private let environment: Environment

  init(_ options: Options, _ environment: Environment) {
    self.options = options
    self.environment = environment
    edition = Rulebook.champion.newest
  }

  func deliver(
    _ criteria: [Criterion<Application>],
    text: (TextCatalogue, [Criterion<Application>]) -> String
  ) -> ExitStatus {
    environment.deliver(for: options, ending: .success) { target in
      if target.format == .json { return JSONCatalogue.bytes(criteria, under: edition) }
      let catalogue = TextCatalogue(
        language: options.language, width: environment.width(for: target.destination),
        coloring: environment.coloring(for: target.destination, options.color))
      return Array(text(catalogue, criteria).utf8)
    }
  }
}
