// GitHub's runner reads commands from a job's log and shows them beside the lines of the files.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// Writes inspections as workflow commands of GitHub Actions, one a line, and a summary.
public struct GitHubAnnotations: Sendable {
  private let language: Language
  private var counts: [Inspection.Severity: Int] = [:]

  init(language: Language) { self.language = language }

  static func prepare(_ inspection: Inspection) -> PreparedInspection {
    var prepared = PreparedInspection(source: inspection.place?.source)
    for diagnostic in inspection.cases.flatMap({ $0.diagnostics }) {
      prepared.diagnostics.append(
        PreparedDiagnostic(rule: diagnostic.rule, severity: diagnostic.severity))
      prepared.bytes += command(
        diagnostic.severity.command, properties(of: diagnostic, in: inspection),
        lines(of: diagnostic))
    }
    return prepared
  }

  mutating func add(_ inspection: PreparedInspection) -> [UInt8] {
    for diagnostic in inspection.diagnostics { counts[diagnostic.severity, default: 0] += 1 }
    return inspection.bytes
  }

  mutating func end() -> [UInt8] {
    let parts = Inspection.Severity.allCases.map { severity in
      let count = counts[severity] ?? 0
      return Wording(zh: "\(severity.name.zh) \(count) 条", en: "\(severity.name.en) \(count)")[
        language]
    }
    let summary = parts.joined(separator: Wording(zh: "，", en: ", ")[language])
    return GitHubAnnotations.command("notice", [("title", Program.name)], [summary])
  }

  private static func properties(
    of diagnostic: Inspection.Diagnostic, in inspection: Inspection
  ) -> [(name: String, value: String)] {
    var properties: [(name: String, value: String)] = []
    if let source = inspection.place?.source, source != "-" {
      properties.append(("file", source.withoutIdleSteps))
    }
    if let line = diagnostic.region?.lowerBound.line ?? inspection.place?.line {
      properties.append(("line", String(line)))
    }
    if let column = diagnostic.region?.lowerBound.column {
      properties.append(("col", String(column)))
    }
    properties.append(("title", diagnostic.rule.title))
    return properties
  }

  private static func lines(of diagnostic: Inspection.Diagnostic) -> [String] {
    [diagnostic.message] + (diagnostic.mend.map { ["→ " + $0] } ?? [])
      + diagnostic.related.map { "· \($0.place.name): \($0.message)" }
  }

  /// A command; nothing within it can end it or begin another.
  private static func command(
    _ name: String, _ properties: [(name: String, value: String)], _ lines: [String]
  ) -> [UInt8] {
    var bytes = Array("::\(name) ".utf8)
    for (number, property) in properties.enumerated() {
      bytes += "\(number > 0 ? "," : "")\(property.name)=".utf8
      append(property.value, escaping: "%:,", to: &bytes)
    }
    bytes += "::".utf8
    for (number, line) in lines.enumerated() {
      if number > 0 { bytes += "%0A".utf8 }
      append(line, escaping: "%", to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Line ends and all that a terminal would obey are shown as sanitising shows them.
  private static func append(
    _ text: String, escaping signs: StaticString, to bytes: inout [UInt8]
  ) {
    signs.withUTF8Buffer { signs in
      for byte in text.sanitized().utf8 {
        if signs.contains(byte) {
          bytes += "%\(String(byte, radix: 16, uppercase: true))".utf8
        } else {
          bytes.append(byte)
        }
      }
    }
  }
}

extension Inspection.Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// What is counted, in a summary.
  fileprivate var name: Wording {
    switch self {
    case .error: Wording(zh: "错误", en: "errors:")
    case .warning: Wording(zh: "警告", en: "warnings:")
    case .note: Wording(zh: "提示", en: "notes:")
    }
  }
}
