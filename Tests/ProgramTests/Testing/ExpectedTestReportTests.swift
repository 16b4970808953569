// What a CI job shows of a test is kept whole in files, one of each form over the same folder.
//
// JLCHECK_RECORD=1 writes the expected reports anew; read the difference before it is kept.

import Foundation
import Testing

@testable import HostSystem
@testable import Judging

/// One expected report in Fixtures/Reports/test.
struct ExpectedTestReport: Sendable, CustomStringConvertible {
  /// The file's name.
  let name: String
  let arguments: [String]

  var description: String { name }

  static let all = [
    ExpectedTestReport(name: "zh.txt", arguments: ["--lang", "zh"]),
    ExpectedTestReport(name: "en.txt", arguments: ["--lang", "en"]),
    ExpectedTestReport(name: "zh.json", arguments: ["--lang", "zh", "--format", "json"]),
    ExpectedTestReport(
      name: "en-coverage.json",
      arguments: ["--lang", "en", "--format", "json", "--require-coverage", "36.85"]),
    ExpectedTestReport(
      name: "en.xml", arguments: ["--lang", "en", "--format", "junit", "--coverage"]),
    ExpectedTestReport(name: "zh.sarif", arguments: ["--lang", "zh", "--format", "sarif"]),
    ExpectedTestReport(
      name: "zh-github.txt",
      arguments: ["--lang", "zh", "--format", "github", "--require-coverage", "90"]),
    ExpectedTestReport(name: "zh-coverage.txt", arguments: ["--lang", "zh", "--coverage"]),
    ExpectedTestReport(name: "zh-update.txt", arguments: ["--lang", "zh", "--update"]),
    ExpectedTestReport(
      name: "en-update.json", arguments: ["--lang", "en", "--format", "json", "--update"]),
  ]

  static let place = Fixture.root.appending(path: "Fixtures/Reports/test")

  /// A folder in which every kind of difference occurs; some of it is written by nobody's friend.
  static let files = [
    "in/expectations.json": """
    {
      "applications": {
        "fine.json": {"verdict": "eligible", "criteria": {"average-revenue": "met"}},
        "gone.json": {"verdict": "eligible"},
        "locked.json": {"verdict": "eligible"},
        "open.json": {
          "shows": "\\u202e::error::<b>",
          "verdict": "eligible",
          "criteria": {"clean-record": "met", "steady-growth": "undetermined"}
        },
        "short.json": {"verdict": "ineligible"},
        "typo.json": {
          "verdict": "eligible",
          "faults": [{"reason": "comment", "line": 2}]
        }
      }
    }
    """,
    "in/fine.json": GoodFile.text, "in/short.json": GoodFile.ineligible,
    "in/open.json": GoodFile.undetermined, "in/typo.json": GoodFile.faulty,
    "in/unasked.json": GoodFile.text,
    "slips/expectations.json":
      #"{"applications": {"a.json": {"verdict": "eligable"}, "b.json": {}}}"#,
    "slips/a.json": GoodFile.text, "apart/b.json": GoodFile.text,
  ]

  var run: TestWorld.Run {
    TestWorld(ExpectedTestReport.files, failures: ["in/locked.json": .notPermitted])
      .run(["in", "slips", "apart"] + arguments)
  }
}

struct ExpectedTestReportTests {
  @Test(arguments: ExpectedTestReport.all)
  func `is as expected`(expected: ExpectedTestReport) throws {
    let run = expected.run
    #expect(run.status == .unreadable)
    #expect(run.error.isEmpty)
    let file = ExpectedTestReport.place.appending(path: expected.name)
    if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: ExpectedTestReport.place, withIntermediateDirectories: true)
      try Data(run.output.utf8).write(to: file)
    }
    let wanted = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(run.output == wanted)
  }

  @Test func `no expected report is left over`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ExpectedTestReport.place.path())
    #expect(Set(files).subtracting(ExpectedTestReport.all.map(\.name)) == [])
  }
}
