// Nearly every CI server reads JUnit's XML and shows it as a list of tests with what failed in front.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// Writes inspections as JUnit XML, in the form whose schema Jenkins' xUnit plugin publishes.
///
/// An application is a test suite, a criterion a test. What cannot be decided is an error: CI servers
/// show that as neither passed nor failed, and never let it pass.
public struct JUnit: Sendable {
  private var hasBegun = false

  init() {}

  static func prepare(_ inspection: Inspection) -> PreparedInspection {
    var xml = XMLWriter(depth: 1)
    let results = inspection.cases.map { $0.result }
    // Times are part of the form, but would make equal runs differ.
    xml.element(
      "testsuite",
      [
        ("name", inspection.name), ("tests", String(results.count)),
        ("failures", String(results.count { $0 == .failed })),
        ("errors", String(results.count { $0 == .undecided || $0 == .unreadable })),
        ("skipped", String(results.count { $0.isSkipped })), ("time", "0"),
        ("file", inspection.place?.source),
      ]
    ) { suite in
      for item in inspection.cases {
        suite.element(
          "testcase",
          [("classname", inspection.className), ("name", item.id), ("time", "0")]
        ) { JUnit.write(item, of: inspection, into: &$0) }
      }
    }
    return PreparedInspection(source: inspection.place?.source, bytes: xml.bytes)
  }

  mutating func add(_ inspection: PreparedInspection) -> [UInt8] { head() + inspection.bytes }

  mutating func end() -> [UInt8] { head() + Array("</testsuites>\n".utf8) }

  private mutating func head() -> [UInt8] {
    if hasBegun { return [] }
    hasBegun = true
    return Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
      + Array("\n<testsuites name=\"\(Program.name)\">\n".utf8)
  }

  private static func write(
    _ item: Inspection.Case, of inspection: Inspection, into test: inout XMLWriter
  ) {
    let lines = item.diagnostics.flatMap { $0.lines(in: inspection) }
    switch item.result {
    case .passed:
      if !lines.isEmpty { test.element("system-out", [], lines: lines) }
    case .skipped(let reason):
      test.element("skipped", [("message", reason)], lines: lines)
    case .failed: test.element("failure", attributes(item), lines: lines)
    case .undecided, .unreadable: test.element("error", attributes(item), lines: lines)
    }
  }

  /// What a list of tests shows: the first remark, and how many more there are.
  private static func attributes(
    _ item: Inspection.Case
  ) -> [(name: StaticString, value: String?)] {
    let message = item.diagnostics.first.map { "\($0.rule.title): \($0.message)" }
    let more = item.diagnostics.count - 1
    return [
      ("message", message.map { more > 0 ? "\($0) (+\(more))" : $0 }),
      ("type", item.diagnostics.first?.rule.id),
    ]
  }
}

extension Inspection {
  /// The application as tests are grouped by it; servers would take an ending for a name of its own.
  fileprivate var className: String {
    let ending = ".json"
    return place?.line == nil && name.hasSuffix(ending)
      ? String(name.dropLast(ending.count)) : name
  }
}

extension Inspection.Result {
  fileprivate var isSkipped: Bool { if case .skipped = self { true } else { false } }
}

extension Inspection.Diagnostic {
  /// The place, as servers find it in text; what is the case; what would mend it; other places.
  fileprivate func lines(in inspection: Inspection) -> [String] {
    let link = inspection.place.map { SourceMap.link($0, region) }
    let address = [link, pointer].compactMap { $0 }.joined(separator: "  ")
    return (address.isEmpty ? [] : [address]) + ["  " + message]
      + (mend.map { ["  → " + $0] } ?? [])
      + related.map { "  · \(SourceMap.link($0.place, $0.region))  \($0.message)" }
  }
}

extension SourceMap {
  /// `file:line:column`, or as much of it as is known.
  fileprivate static func link(_ place: ApplicationLocation, _ region: Range<TextPosition>?)
    -> String
  {
    region.map { link(place.source, $0.lowerBound) } ?? place.name.sanitized()
  }
}
