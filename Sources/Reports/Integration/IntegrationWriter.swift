// The list of the forms for CI servers: a new one is a file beside these, a name, and its cases here.

import Eligibility

extension Format {
  /// Whether it is a form for CI servers.
  var isIntegration: Bool { IntegrationWriter(self, listing: [], in: .en) != nil }

  /// The forms for CI servers.
  public static let integrations = allCases.filter { $0.isIntegration }

  /// Writes inspections in it, if it is a form for CI servers.
  public func integration(_ inspector: Inspector) -> IntegrationWriter? {
    IntegrationWriter(self, listing: inspector.rules, in: inspector.language)
  }
}

/// Writes inspections in a form that CI servers read, as they come.
///
/// What opens the document comes with the first part, so that nothing is written where nothing was
/// found.
public enum IntegrationWriter: Sendable {
  /// JUnit XML.
  case junit(JUnit)
  /// SARIF.
  case sarif(SARIF)
  /// Workflow commands of GitHub Actions.
  case github(GitHubAnnotations)

  /// Creates the writer of a form, if that is one for CI servers.
  ///
  /// - Parameter rules: what is looked for in every application, for forms that list it.
  public init?(_ format: Format, listing rules: [Inspection.Rule], in language: Language) {
    if Program.isInPage { return nil }
    switch format {
    case .junit: self = .junit(JUnit())
    case .sarif: self = .sarif(SARIF(rules: rules, language: language))
    case .github: self = .github(GitHubAnnotations(language: language))
    default: return nil
    }
  }

  /// Writes what of an inspection needs no other; several workers can do so at once.
  public func prepare(_ inspection: Inspection) -> PreparedInspection {
    if Program.isInPage { return PreparedInspection(source: nil) }
    return switch self {
    case .junit: JUnit.prepare(inspection)
    case .sarif: SARIF.prepare(inspection)
    case .github: GitHubAnnotations.prepare(inspection)
    }
  }

  /// Writes the next inspection.
  public mutating func add(_ inspection: PreparedInspection) -> [UInt8] {
    if Program.isInPage { return [] }
    // Taken out and put back: with two owners, what a writer remembers would be copied each time.
    switch consume self {
    case .junit(var writer):
      defer { self = .junit(writer) }
      return writer.add(inspection)
    case .sarif(var writer):
      defer { self = .sarif(writer) }
      return writer.add(inspection)
    case .github(var writer):
      defer { self = .github(writer) }
      return writer.add(inspection)
    }
  }

  /// Writes what can be said only at the end.
  public mutating func end() -> [UInt8] {
    if Program.isInPage { return [] }
    switch consume self {
    case .junit(var writer):
      defer { self = .junit(writer) }
      return writer.end()
    case .sarif(var writer):
      defer { self = .sarif(writer) }
      return writer.end()
    case .github(var writer):
      defer { self = .github(writer) }
      return writer.end()
    }
  }

  /// A whole document.
  public consuming func document(_ inspections: [Inspection]) -> [UInt8] {
    var bytes: [UInt8] = []
    for inspection in inspections { bytes += add(prepare(inspection)) }
    return bytes + end()
  }
}

/// An inspection as far as a form can write it without those before it.
public struct PreparedInspection: Sendable {
  /// The file of the application; `nil` for the run as a whole.
  let source: String?
  /// What stands in the document as it is.
  var bytes: [UInt8] = []
  /// What the form needs to know of each diagnostic.
  var diagnostics: [PreparedDiagnostic] = []
}

/// A diagnostic of which something depends on those before it.
struct PreparedDiagnostic: Sendable {
  let rule: Inspection.Rule
  let severity: Inspection.Severity
  /// Whether it says that something could not be looked at.
  var isFailure = false
  /// The members of the object that it is, as an object.
  var object: [UInt8] = []
  /// The digest of what tells it from others in the file.
  var digest: [UInt8] = []
}
