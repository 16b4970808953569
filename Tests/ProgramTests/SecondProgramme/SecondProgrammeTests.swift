// Nothing outside the list of programmes knows the single champions: a second programme runs through
// every command and every form of report.

import Eligibility
import Foundation
import Testing

@testable import Commands
@testable import Judging
@testable import Programmes
@testable import Reports

struct SecondProgrammeTests {
  private static let eligible =
    #"{"programme": "training-centre", "name": "甲", "places": 40, "isOpenToAll": true, "plan": "三年"}"#
  private static let short =
    #"{"programme": "training-centre", "name": "乙", "places": 39, "isOpenToAll": true}"#
  private static let faulty =
    #"{"programme": "training-centre", "name": "丙", "places": "many", "isOpenToAll": true}"#

  private static let files = [
    "in/a.json": eligible, "in/b.json": short, "in/c.json": faulty,
    "in/expectations.json": """
    {"applications": {
      "a.json": {"verdict": "eligible", "criteria": {"enough-places": "met"}},
      "b.json": {"verdict": "ineligible", "criteria": {"enough-places": "unmet"}},
      "c.json": {"faults": [{"reason": "wrong-type", "pointer": "/places"}]}}}
    """,
  ]

  /// Runs the program with both programmes, that of the single champions being the usual one.
  private func run(_ arguments: String...) -> (status: Judging.ExitStatus, output: String) {
    let world = BatchWorld(Self.files)
    let programmes = ProgrammeList([Programme.championID, "training-centre"]) {
      $0 == Programme.championID ? .champion : .trainingCentre
    }
    let status = world.run(arguments, programmes: programmes)
    #expect(world.error == "")
    return (status, world.output)
  }

  @Test func `every programme is listed by its own identifier`() {
    #expect(ProgrammeList.all.all.map(\.id) == ProgrammeList.all.ids)
  }

  @Test func `the file says whose rules apply`() {
    let run = run("check", "in/a.json", "--lang", "en", "--verbose")
    #expect(run.status == .eligible)
    #expect(run.output.hasPrefix("ELIGIBLE: "))
    #expect(run.output.contains("No. 7, in force since 2020-01-01"))
    #expect(run.output.contains("“三年”"))
    #expect(!run.output.contains("average-revenue"))
  }

  @Test func `what is short and what is wrong is said`() {
    let short = run("check", "in/b.json", "--lang", "en", "--format", "json")
    #expect(short.status == .ineligible)
    #expect(short.output.contains(#""id": "training-centre""#))
    #expect(short.output.contains(#""label": "teaching plan""#))
    #expect(short.output.contains(#""value": -1"#))
    let faulty = run("check", "in/c.json", "--lang", "en")
    #expect(faulty.status == .malformed)
    #expect(faulty.output.contains("in/c.json:1:57"))
  }

  @Test(arguments: Command.check.formats)
  func `every form of report writes it`(format: Format) {
    let run = run(
      "check", "in/a.json", "in/b.json", "in/c.json", "--lang", "en", "--format", format.rawValue)
    #expect(run.status == .malformed)
    let names = ["enough-places", "Places (Article 2)", "**Places**<br>Article 2"]
    #expect(names.contains { run.output.contains($0) })
    #expect(!run.output.contains("average-revenue"))
  }

  @Test(arguments: Command.screen.formats)
  func `every form of a batch writes it`(format: Format) {
    let run = run(
      "screen", "in", "--programme", "training-centre", "--format", format.rawValue, "--lang",
      "en")
    #expect(run.status == .malformed)
    #expect(run.output.contains("enough-places") || run.output.contains("Places"))
    #expect(!run.output.contains("average-revenue"))
    #expect(!run.output.contains("Average revenue"))
  }

  @Test func `who screens another programme is told`() {
    let run = run("screen", "in/a.json", "--lang", "en", "--format", "json")
    #expect(run.status == .malformed)
    #expect(run.output.contains("other-programme"))
  }

  @Test(arguments: Command.test.formats)
  func `its expectations are held to it`(format: Format) {
    let run = run(
      "test", "in", "--programme", "training-centre", "--coverage", "--format", format.rawValue)
    #expect(run.status == .success)
  }

  @Test(arguments: Command.compare.formats)
  func `two of its applications are compared`(format: Format) {
    let run = run("compare", "in/b.json", "in/a.json", "--format", format.rawValue)
    #expect(run.status == .eligible)
    #expect(run.output.contains("enough-places"))
  }

  @Test(arguments: ["text", "json"])
  func `its criteria are listed and explained`(format: String) {
    let criteria = run("criteria", "--programme", "training-centre", "--format", format)
    #expect(criteria.output.contains("open-to-all"))
    #expect(!criteria.output.contains("average-revenue"))
    let one = run("explain", "enough-places", "--format", format, "--lang", "en")
    #expect(one.output.contains("at least 40 places"))
  }

  /// It says nothing of planning ahead, has no indicators, and the report does not pretend so.
  @Test func `what it does not have is not spoken of`() {
    let report = run("check", "in/b.json", "--lang", "en")
    #expect(report.status == .ineligible)
    #expect(report.output.contains("39 places") && report.output.contains("Judgements"))
    #expect(!report.output.contains("jlcheck plan") && !report.output.contains("Indicators"))
    let world = BatchWorld(Self.files)
    let alone = ProgrammeList(["training-centre"]) { _ in .trainingCentre }
    #expect(world.run(["plan", "in/b.json", "--lang", "en"], programmes: alone) == .usage)
    #expect(world.error == "jlcheck: this programme does not say how to plan ahead\n")
    #expect(
      run("check", "in/b.json", "--lang", "en", "--programme", "training-centre").output.contains(
        "No. 7"))
  }

  @Test func `its bureaus are ones to choose from`() {
    let run = run("screen", "in/a.json", "--programme", "training-centre", "--bureau", "north")
    #expect(run.status == .eligible)
  }
}
