// CI servers read many forms that say one thing: what was looked at, how it came out, and where.

import Eligibility
import LocatedJSON

/// What a CI server is told about one application, or about the run as a whole.
///
/// Texts are in the language of the run; identifiers never depend on it. Names of files and pointers
/// are as they were given and hostile until a form has escaped them; sentences are harmless in a
/// terminal, not yet in markup.
struct Inspection: Sendable {
  /// Where the application was found; `nil` for the run as a whole.
  let place: ApplicationLocation?
  /// What was looked at, in order.
  var cases: [Case]

  /// The application as people refer to it: the file, and the line where a file holds many.
  var name: String { place?.name ?? Program.name }

  /// One thing that was looked at.
  struct Case: Sendable {
    /// A stable identifier, unique in the inspection: a criterion's, `faults`.
    let id: String
    /// How it came out.
    let result: Result
    /// What deserves attention; at least one where the case failed or stayed open.
    var diagnostics: [Diagnostic] = []
  }

  /// How a case came out.
  enum Result: Hashable, Sendable {
    /// Nothing stands in the way.
    case passed
    /// It stands in the way.
    case failed
    /// It cannot be decided and stands in the way until it can.
    case undecided
    /// Not asked, or not decisive, for this reason.
    case skipped(String)
    /// It could not be looked at.
    case unreadable
  }

  /// How much a remark matters.
  enum Severity: Hashable, Sendable, CaseIterable {
    /// It stands in the way.
    case error
    /// It may stand in the way.
    case warning
    /// It is worth knowing.
    case note
  }

  /// Something that is to be said, and where.
  struct Diagnostic: Sendable {
    /// What it is an instance of.
    let rule: Rule
    /// How much it matters.
    let severity: Severity
    /// What is the case.
    let message: String
    /// What would mend it.
    var mend: String?
    /// Where, in the file's own lines; empty where something is missing there.
    var region: Range<TextPosition>?
    /// The JSON Pointer of the value concerned.
    var pointer: String?
    /// What tells it from other remarks under its rule in one file, and stays when lines move,
    /// applications change places, or the language is another.
    var identity: [String] = []
    /// Other places that belong to it.
    var related: [Related] = []
  }

  /// Another place that belongs to a remark.
  struct Related: Sendable {
    /// Where.
    let place: ApplicationLocation
    /// Where exactly, in the file's own lines.
    var region: Range<TextPosition>?
    /// What is there.
    let message: String
  }

  /// What remarks are instances of.
  struct Rule: Hashable, Sendable {
    /// A stable identifier: a criterion's, or a kind and a message's, such as `fault/wrong-type`.
    let id: String
    /// What it is called.
    let title: String
    /// What it demands or points out, as a sentence.
    let description: String
    /// How much its remarks usually matter.
    let severity: Severity
    /// What helps to understand it, a paragraph each.
    var help: [String] = []
    /// What else is known of it, by stable names.
    var properties: [Property] = []
  }

  /// Something that is known of a rule.
  struct Property: Hashable, Sendable {
    /// A stable name.
    let name: String
    /// What is known.
    let value: String
  }
}

extension ApplicationLocation {
  /// The file, and the line where a file holds many.
  var name: String { source + (line.map { ":\($0)" } ?? "") }
}

/// A form in which CI servers read inspections, written as they come.
///
/// What opens the document comes with the first part, so that nothing is written where nothing was
/// found.
protocol IntegrationFormat: Sendable {
  /// Creates a form.
  ///
  /// - Parameter rules: what is looked for in every application, for forms that list it.
  init(rules: [Inspection.Rule], language: Language)
  /// Writes the next inspection.
  mutating func add(_ inspection: Inspection) -> [UInt8]
  /// Writes what can be said only at the end.
  mutating func end() -> [UInt8]
}
