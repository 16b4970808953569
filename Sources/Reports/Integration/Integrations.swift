// The list of the forms for CI servers: a new one is a file beside these, a name and a line here.

import Eligibility

extension Format {
  /// The form for CI servers that it is, if it is one.
  private var integration: (any IntegrationFormat.Type)? {
    switch self {
    case .junit: JUnit.self
    case .sarif: SARIF.self
    case .github: GitHubAnnotations.self
    case .text, .json, .ndjson, .csv, .markdown, .html: nil
    }
  }

  /// Whether it is a form for CI servers.
  var isIntegration: Bool { integration != nil }

  /// The forms for CI servers.
  public static let integrations = allCases.filter(\.isIntegration)

  /// The form for CI servers that it is, if it is one, ready to be written.
  public func integration(_ inspector: Inspector) -> (any IntegrationFormat)? {
    integration(listing: inspector.rules, in: inspector.language)
  }

  /// The same with other rules than the rulebook's.
  public func integration(
    listing rules: [Inspection.Rule], in language: Language
  ) -> (any IntegrationFormat)? {
    integration.map { $0.init(rules: rules, language: language) }
  }
}

extension IntegrationFormat {
  /// A whole document.
  public consuming func document(_ inspections: some Sequence<Inspection>) -> [UInt8] {
    var bytes: [UInt8] = []
    for inspection in inspections { bytes += add(inspection) }
    return bytes + end()
  }
}
