// CI servers read many forms that say one thing: what was looked at, how it came out, and where.

import Eligibility
import Judging
import LocatedJSON

/// What a CI server is told about one application, or about the run as a whole.
///
/// Texts are in the language of the run; identifiers never depend on it. Names of files and pointers
/// are as they were given and hostile until a form has escaped them; sentences are harmless in a
/// terminal, not yet in markup.
public struct Inspection: Sendable {
  /// Where the application was found; `nil` for the run as a whole.
  public let place: ApplicationLocation?
  /// What was looked at, in order.
  public var cases: [Case]

  /// Creates an inspection of the application at a place, or of the run as a whole.
  public init(place: ApplicationLocation?, cases: [Case]) {
    self.place = place
    self.cases = cases
  }

  /// The application as people refer to it: the file, and the line where a file holds many.
  var name: String { place?.name ?? Program.name }

  /// One thing that was looked at.
  public struct Case: Sendable {
    /// A stable identifier, unique in the inspection: a criterion's, `faults`.
    public let id: String
    /// How it came out.
    public let result: Result
    /// What deserves attention; at least one where the case failed or stayed open.
    public var diagnostics: [Diagnostic] = []

    /// Creates a case; one that failed or stayed open needs at least one remark.
    public init(id: String, result: Result, diagnostics: [Diagnostic] = []) {
      self.id = id
      self.result = result
      self.diagnostics = diagnostics
    }
  }

  /// How a case came out.
  public enum Result: Hashable, Sendable {
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
  public enum Severity: Hashable, Sendable, CaseIterable {
    /// It stands in the way.
    case error
    /// It may stand in the way.
    case warning
    /// It is worth knowing.
    case note
  }

  /// Something that is to be said, and where.
  public struct Diagnostic: Sendable {
    /// What it is an instance of.
    public let rule: Rule
    /// How much it matters.
    public let severity: Severity
    /// What is the case.
    public let message: String
    /// What would mend it.
    public var mend: String?
    /// Where, in the file's own lines; empty where something is missing there.
    public var region: Range<TextPosition>?
    /// The JSON Pointer of the value concerned.
    public var pointer: String?
    /// What tells it from other remarks under its rule in one file, and stays when lines move,
    /// applications change places, or the language is another.
    public var identity: [String] = []
    /// Other places that belong to it.
    public var related: [Related] = []

    /// Creates a remark as an instance of a rule; what is left out is not known or not there.
    public init(
      rule: Rule, severity: Severity, message: String, mend: String? = nil,
      region: Range<TextPosition>? = nil, pointer: String? = nil, identity: [String] = [],
      related: [Related] = []
    ) {
      self.rule = rule
      self.severity = severity
      self.message = message
      self.mend = mend
      self.region = region
      self.pointer = pointer
      self.identity = identity
      self.related = related
    }
  }

  /// Another place that belongs to a remark.
  public struct Related: Sendable {
    /// Where.
    public let place: ApplicationLocation
    /// Where exactly, in the file's own lines.
    public var region: Range<TextPosition>?
    /// What is there.
    public let message: String

    /// Creates a further place for a remark, with what is there.
    public init(place: ApplicationLocation, region: Range<TextPosition>? = nil, message: String) {
      self.place = place
      self.region = region
      self.message = message
    }
  }

  /// What remarks are instances of.
  public struct Rule: Hashable, Sendable {
    /// A stable identifier: a criterion's, or a kind and a message's, such as `fault/wrong-type`.
    public let id: String
    /// What it is called.
    public let title: String
    /// What it demands or points out, as a sentence.
    public let description: String
    /// How much its remarks usually matter.
    public let severity: Severity
    /// What helps to understand it, a paragraph each.
    var help: [String] = []
    /// What else is known of it, by stable names.
    var properties: [Property] = []

    /// Creates a rule of which remarks can be instances.
    public init(
      id: String, title: String, description: String, severity: Severity, help: [String] = [],
      properties: [Property] = []
    ) {
      self.id = id
      self.title = title
      self.description = description
      self.severity = severity
      self.help = help
      self.properties = properties
    }
  }

  /// Something that is known of a rule.
  public struct Property: Hashable, Sendable {
    /// A stable name.
    let name: String
    /// What is known.
    let value: String
  }
}

extension ApplicationLocation {
  /// The file, and the line where a file holds many.
  public var name: String { source + (line.map { ":\($0)" } ?? "") }
}
