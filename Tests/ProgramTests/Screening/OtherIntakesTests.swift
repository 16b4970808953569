// What programmes other than the champions' are screened for is seen in whole intakes, kept in every form.
//
// JLCHECK_RECORD=1 writes the expected reports anew; read the difference before it is kept.

import Eligibility
import Foundation
import HostSystem
import Judging
import Testing

@testable import Batch

/// An intake of a programme, made of fixtures.
struct OtherIntake: Sendable, CustomStringConvertible {
  let name: String
  let programme: String
  /// The files below Fixtures, without their ending.
  let files: [String]
  /// The kinds of contradictions that are planted.
  let planted: [Contradiction.Kind]

  var description: String { name }

  static let all = [
    OtherIntake(
      name: "cluster", programme: "manufacturing-cluster",
      files: [
        "Clusters/eligible/automotive-electronics", "Clusters/eligible/two-manufacturers",
        "Clusters/undetermined/promoter-a-company", "Clusters/ineligible/no-manufacturer",
        "Clusters/faulty/member-kind-misspelt",
      ], planted: [.sameApplicant, .sharedParticipant]),
    OtherIntake(
      name: "giant", programme: "key-little-giant",
      files: [
        "LittleGiants/eligible/all-stated", "LittleGiants/undetermined/base-year-lacking",
        "LittleGiants/eligible/growth-of-one-fen",
      ], planted: [.sameApplicant]),
    OtherIntake(
      name: "platform", programme: "service-platform",
      files: [
        "Platforms/eligible/all-stated", "Platforms/eligible/legal-person-foundation",
        "Platforms/eligible/legal-person-society",
        "Platforms/eligible/legal-person-private-institution",
        "Platforms/eligible/legal-person-public-institution",
        "Platforms/ineligible/domicile-in-liaoning",
      ], planted: [.sameApplicant, .quota]),
  ]

  /// What the program writes about it.
  func output(_ format: String, _ language: Language) throws -> String {
    var texts: [String: String] = [:]
    for file in files {
      let url = Fixture.root.appending(path: "Fixtures/\(file).json")
      texts[file + ".json"] = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    }
    let world = BatchWorld(texts)
    let arguments =
      ["screen", "--programme", programme, "--lang", language.rawValue, "--format", format]
      + files.map { $0 + ".json" }
    _ = world.run(arguments, canWrite: { _ in true })
    return world.output
  }
}

struct OtherIntakesTests {
  private static let formats = [
    "text", "json", "ndjson", "csv", "markdown", "letter", "recommendation", "junit", "sarif",
    "github",
  ]

  @Test(arguments: OtherIntake.all, formats)
  func `is as expected in both languages`(intake: OtherIntake, format: String) throws {
    for language in Language.allCases {
      let output = try intake.output(format, language)
      #expect(!output.isEmpty)
      let file = ExpectedReport.place.appending(
        path: "\(intake.name)/intake.\(format).\(language.rawValue)")
      if ProcessInfo.processInfo.environment["JLCHECK_RECORD"] == "1" {
        try Data(output.utf8).write(to: file)
      }
      let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
      let (found, wanted) = (
        output.components(separatedBy: "\n"), expected.components(separatedBy: "\n")
      )
      let line = zip(found, wanted).prefix { $0 == $1 }.count
      #expect(found.dropFirst(line).first == wanted.dropFirst(line).first, "line \(line + 1)")
      #expect(output == expected)
    }
  }

  @Test(arguments: OtherIntake.all)
  func `shows the contradictions that are planted and no others`(intake: OtherIntake) throws {
    let lines = try intake.output("ndjson", .en).components(separatedBy: "\n")
    let kinds = Contradiction.Kind.allCases.filter { kind in
      lines.contains { $0.contains("\"contradiction\":\"\(kind.rawValue)\"") }
    }
    #expect(kinds == intake.planted)
  }
}
