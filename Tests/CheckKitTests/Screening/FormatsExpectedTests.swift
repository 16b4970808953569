// What officers get is kept whole in files and compared byte for byte.
//
// JLCHECK_RECORD=1 writes the expected screenings anew; read the difference before it is kept.

import Eligibility
import Foundation
import Testing

@testable import CheckKit

/// One expected screening in Fixtures/Reports/screening.
struct ExpectedScreening: Sendable, CustomStringConvertible {
  /// The path below Fixtures/Reports/screening.
  let path: String
  let format: any ScreeningFormat
  var only: Verdict?

  var description: String { path }

  static let all: [ExpectedScreening] =
    Language.allCases.flatMap { language in
      [
        ExpectedScreening(
          path: "text/\(language.rawValue).txt",
          format: ScreeningText(language: language, width: 80, coloring: .plain)),
        ExpectedScreening(
          path: "csv/\(language.rawValue).csv", format: ScreeningCSV(language: language)),
        ExpectedScreening(
          path: "ndjson/\(language.rawValue).ndjson", format: ScreeningNDJSON(language: language)),
        ExpectedScreening(
          path: "json/\(language.rawValue).json", format: ScreeningJSON(language: language)),
        ExpectedScreening(
          path: "markdown/\(language.rawValue).md", format: ScreeningMarkdown(language: language)),
      ]
    } + [
      ExpectedScreening(
        path: "text/zh-narrow.txt",
        format: ScreeningText(language: .zh, width: 48, coloring: .plain)),
      ExpectedScreening(
        path: "text/en-wide-colored.txt",
        format: ScreeningText(language: .en, width: 100, coloring: .colored)),
      ExpectedScreening(
        path: "text/zh-only-eligible.txt",
        format: ScreeningText(language: .zh, width: 80, coloring: .plain), only: .eligible),
      ExpectedScreening(
        path: "ndjson/only-ineligible.ndjson", format: ScreeningNDJSON(language: .en),
        only: .ineligible),
    ]

  static let place = Fixture.root.appending(path: "Fixtures/Reports/screening")
}

struct FormatsExpectedTests {
  @Test(arguments: ExpectedScreening.all)
  func isAsExpected(expected: ExpectedScreening) throws {
    let output = IntakeBatch.output(expected.format, only: expected.only)
    let file = ExpectedScreening.place.appending(path: expected.path)
    if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output).write(to: file)
    }
    let wanted = try [UInt8](Data(contentsOf: file))
    if output == wanted { return }
    // The first line that differs says more than two whole reports.
    let lines = [output, wanted].map { $0.split(separator: UInt8(ascii: "\n")) }
    let line = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let different = lines.map {
      $0.dropFirst(line).first.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(different[0] == different[1], "line \(line + 1)")
    #expect(output == wanted)
  }

  @Test func noExpectedScreeningIsLeftOver() throws {
    let ours = Set(ExpectedScreening.all.map(\.path))
    for format in ["text", "csv", "ndjson", "json", "markdown"] {
      let folder = ExpectedScreening.place.appending(path: format).path()
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files.filter { !ours.contains("\(format)/\($0)") } == [])
    }
  }

  @Test(arguments: [Format.text, .csv, .ndjson, .json, .markdown])
  func jobsChangeNothing(format: Format) {
    let alone = IntakeBatch.run(format, "--jobs", "1")
    #expect(alone.status == .unreadable)
    #expect(!alone.output.isEmpty)
    for _ in 0..<5 {
      #expect(IntakeBatch.run(format, "--jobs", "3").output == alone.output)
    }
  }
}
