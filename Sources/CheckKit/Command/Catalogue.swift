// The commands that show the rules themselves: the catalogue, and one criterion in full.

import Eligibility

/// The command `criteria`.
enum CriteriaCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let programme = options.programme
    return environment.deliver(Array(programme.criteria.indices), options) {
      $0.table(of: programme)
    }
  }
}

/// The command `explain`.
enum Explain {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let programme = options.programme
    let all = Array(programme.criteria.indices)
    let criteria =
      options.operands.first.map { id in all.filter { programme.criteria[$0].id == id } } ?? all
    return environment.deliver(criteria, options) {
      $0.explanation(of: criteria, of: programme)
    }
  }
}

extension Environment {
  /// Hands over criteria of the programme chosen, in the form chosen.
  fileprivate func deliver(
    _ criteria: [Int], _ options: Options, text: (TextCatalogue) -> String
  ) -> ExitStatus {
    deliver(for: options, ending: .success) { target in
      if target.format == .json { return JSONCatalogue.bytes(criteria, of: options.programme) }
      let catalogue = TextCatalogue(
        language: options.language, width: width(for: target.destination),
        coloring: coloring(for: target.destination, options.color))
      return Array(text(catalogue).utf8)
    }
  }
}
