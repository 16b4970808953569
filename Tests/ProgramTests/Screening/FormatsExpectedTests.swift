// What officers get is kept whole in files and compared byte for byte.
//
// JLCHECK_RECORD=1 writes the expected screenings anew; read the difference before it is kept.

import Eligibility
import Foundation
import Testing

@testable import Judging
@testable import Reports

/// One expected screening in Fixtures/Reports/screening.
struct ExpectedScreening: Sendable, CustomStringConvertible {
  /// The path below Fixtures/Reports/screening.
  let path: String
  let format: Format
  let flags: [String]
  var columns: Int?

  var description: String { path }

  static let all: [ExpectedScreening] =
    ["zh", "en"].flatMap { language in
      [
        (Format.text, "txt"), (.csv, "csv"), (.ndjson, "ndjson"), (.json, "json"),
        (.markdown, "md"), (.recommendation, "csv"), (.letter, "txt"),
      ]
      .map { format, ending in
        ExpectedScreening(
          path: "\(format.rawValue)/\(language).\(ending)", format: format,
          flags: ["--lang", language])
      }
    } + [
      ExpectedScreening(
        path: "text/zh-narrow.txt", format: .text, flags: ["--lang", "zh"], columns: 48),
      ExpectedScreening(
        path: "text/en-wide-colored.txt", format: .text,
        flags: ["--lang", "en", "--color", "always"], columns: 100),
      ExpectedScreening(
        path: "text/zh-only-eligible.txt", format: .text,
        flags: ["--lang", "zh", "--only", "eligible"]),
      ExpectedScreening(
        path: "ndjson/only-ineligible.ndjson", format: .ndjson, flags: ["--only", "ineligible"]),
      ExpectedScreening(
        path: "junit/zh-only-ineligible.xml", format: .junit,
        flags: ["--lang", "zh", "--only", "ineligible"]),
      ExpectedScreening(path: "sarif/en.sarif", format: .sarif, flags: ["--lang", "en"]),
      ExpectedScreening(path: "github/zh.txt", format: .github, flags: ["--lang", "zh"]),
    ]

  static let place = Fixture.root.appending(path: "Fixtures/Reports/screening")
}

struct FormatsExpectedTests {
  @Test(arguments: ExpectedScreening.all)
  func `is as expected`(expected: ExpectedScreening) throws {
    let (status, output) = IntakeBatch.run(
      expected.format, expected.flags + ["--bureau", "changchun"], columns: expected.columns)
    #expect(status == .unreadable)
    let file = ExpectedScreening.place.appending(path: expected.path)
    if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output).write(to: file)
    }
    let wanted = try [UInt8](Data(contentsOf: file))
    // The first line that differs says more than two whole reports.
    let lines = [output, wanted].map { $0.split(separator: UInt8(ascii: "\n")) }
    let line = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let different = lines.map {
      $0.dropFirst(line).first.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(different[0] == different[1], "line \(line + 1)")
    let isSame = output == wanted
    #expect(isSame)
  }

  @Test func `no expected screening is left over`() throws {
    let ours = Set(ExpectedScreening.all.map(\.path))
    for format in ["text", "csv", "ndjson", "json", "markdown", "junit", "sarif", "github"] {
      let folder = ExpectedScreening.place.appending(path: format).path()
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files.filter { !ours.contains("\(format)/\($0)") } == [])
    }
  }

  @Test(arguments: [Format.text, .csv, .ndjson, .json, .markdown] + Format.integrations)
  func `jobs change nothing`(format: Format) {
    let alone = IntakeBatch.run(format, ["--jobs", "1"])
    #expect(alone.status == .unreadable)
    #expect(!alone.output.isEmpty)
    for _ in 0..<5 {
      let isSame = IntakeBatch.run(format, ["--jobs", "3"]).output == alone.output
      #expect(isSame)
    }
  }
}
