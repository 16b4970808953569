// The commands that show the rules and the form themselves: the catalogue, and single entries in full.

import HostSystem
import Judging
import Reports

/// The command `criteria`.
enum CriteriaCommand {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    let programme = options.programme
    return environment.deliver(programme.wholeRulebook, options) { $0.table(of: programme) }
  }
}

/// The command `explain`.
enum Explain {
  static func run(_ options: Options, _ environment: Environment) -> ExitStatus {
    // A page asks for all of it, as JSON.
    if Program.isInPage {
      return environment.deliver(options.programme.wholeRulebook, options) { _ in "" }
    }
    let meant = options.operands.first
      .flatMap { options.programmes.meaning(of: $0, in: options.programme) }
    let explained = meant ?? options.programme.wholeRulebook
    return environment.deliver(explained, options) { $0.text(explained) }
  }
}

extension Programme {
  /// All criteria.
  fileprivate var wholeRulebook: Explained {
    Explained(programme: self, criteria: Array(criteria.indices))
  }
}

extension Explained {
  /// With all members of the form too, where all criteria are meant; people would not read so much.
  fileprivate var completed: Explained {
    guard criteria.count == programme.criteria.count else { return self }
    return Explained(programme: programme, criteria: criteria, members: programme.members)
  }
}

extension Environment {
  /// Hands over criteria and members in the form chosen.
  fileprivate func deliver(
    _ explained: Explained, _ options: Options, text: (TextCatalogue) -> String
  ) -> ExitStatus {
    deliver(for: options, ending: .success) { target in
      if Program.isInPage || target.format == .json {
        return JSONCatalogue.bytes(explained.completed, among: options.programmes)
      }
      let catalogue = TextCatalogue(
        language: options.language, width: width(for: target.destination),
        coloring: coloring(for: target.destination, options.color))
      return Array(text(catalogue).utf8)
    }
  }
}
