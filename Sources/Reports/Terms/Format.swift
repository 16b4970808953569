// Each report has one form and goes to one place.

/// The form of a report.
public enum Format: String, Hashable, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json
  /// For programs that read line by line.
  case ndjson
  /// For spreadsheets.
  case csv
  /// For documents and issue trackers.
  case markdown
  /// For a browser.
  case html
  /// For the applicant, who is to complete the application.
  case letter
  /// For the province, as the list of those that a bureau recommends.
  case recommendation
  /// For calendars (RFC 5545).
  case ics
  /// For CI servers, as test results.
  case junit
  /// For code scanning.
  case sarif
  /// For GitHub's log, which turns it into annotations.
  case github

  /// Whether this build of the program writes it.
  public var isWritten: Bool {
    switch self {
    case .json, .csv, .markdown, .html, .letter, .recommendation, .ics: true
    case .text, .ndjson, .junit, .sarif, .github: !Program.isInPage
    }
  }

  /// How the names of its files end.
  public var ending: String {
    switch self {
    case .text, .letter, .github: "txt"
    case .json, .ndjson, .csv, .html, .ics, .sarif: rawValue
    case .recommendation: "csv"
    case .markdown: "md"
    case .junit: "xml"
    }
  }
}

/// Where a report goes.
public enum Destination: Hashable, Sendable {
  /// Standard output.
  case standardOutput
  /// A file, written whole or not at all.
  case file(String)

  /// The destination of that name, with `-` for standard output.
  public init(_ name: String) { self = name == "-" ? .standardOutput : .file(name) }

  /// Its name on a command line.
  public var name: String {
    if case .file(let path) = self { path } else { "-" }
  }
}
