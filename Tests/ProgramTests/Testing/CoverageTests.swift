// A percentage is easily flattered: only what sound applications show as expected counts, rounded down.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import BatchReports
@testable import Expectations
@testable import Judging
@testable import Programmes

struct CoverageTests {
  private let manifest = """
    {"applications": {"good.json": {"verdict": "eligible"}, "short.json": {"verdict": "ineligible"}}}
    """

  /// Every outcome of every criterion, and three answers to every reading.
  @Test func `everything there is to show is asked for`() {
    let criteria = Rulebook.champion.criteria
    let wanted = criteria.reduce(0) { $0 + $1.outcomes.count + 3 * $1.readings.count }
    #expect(Coverage(.champion).required == wanted)
    #expect(Coverage(.champion).exercised == 0)
    // Two of the products, four each of the record and the ban, two each of standards and talent.
    #expect(
      Coverage(.champion).rows.filter { $0.reading != nil }.map(\.counts.count)
        == Array(repeating: 3, count: 14))
    for row in Coverage(.champion).rows where row.reading != nil {
      #expect(row.counts.map(\.outcome) == [.met, .unmet, .undetermined])
    }
  }

  /// The fixtures show everything, and each as stated.
  @Test func `the fixtures show all`() {
    let run = Fixture.run(
      ["test", "Fixtures/Applications", "--coverage", "--require-coverage", "100"])
    #expect(run.status == .success, "\(run.output)\(run.error)")
    #expect(run.output.contains("140 of 140 outcomes shown, 100%"))
  }

  @Test func `one application shows one outcome of each`() throws {
    let fixture = try #require(Fixture.named("manufacturer-of-bearings")?.report)
    var coverage = Coverage(.champion)
    coverage.add(fixture.findings)
    // 36 criteria, and the fourteen readings of five of them.
    #expect(coverage.exercised == 50)
    #expect(coverage.rows.allSatisfy { $0.counts.reduce(0) { $0 + $1.count } == 1 })
    coverage.add(fixture.findings)
    #expect(coverage.exercised == 50)
    #expect(coverage.rows[0].counts.map(\.count) == [2, 0, 0])
  }

  @Test(arguments: [
    ("short", "met 1, unmet 1"), ("faulty", "met 1, unmet 0"), ("wrong", "met 1, unmet 0"),
  ])
  func `only sound applications that are as expected count`(name: String, counts: String) {
    let second: (file: String, stated: String) =
      switch name {
      case "short": (GoodFile.ineligible, #"{"verdict": "ineligible"}"#)
      case "faulty":
        (
          GoodFile.ineligible.replacing("\"kind\": \"first\"", with: "\"kind\": \"frist\""),
          #"{"faults": [{"reason": "misspelt-choice", "pointer": "/kind"}]}"#
        )
      default: (GoodFile.ineligible, #"{"verdict": "undetermined"}"#)
      }
    let world = TestWorld([
      "in/good.json": GoodFile.text, "in/good.expect.json": #"{"verdict": "eligible"}"#,
      "in/second.json": second.file, "in/second.expect.json": second.stated,
    ])
    let run = world.run("in", "--coverage")
    #expect(
      run.output.contains("  average-revenue                       \(counts), undetermined 0\n"))
    #expect(run.status == (name == "wrong" ? .ineligible : .success))
  }

  @Test func `what is never shown is named`() {
    let world = TestWorld([
      "in/expectations.json": manifest, "in/good.json": GoodFile.text,
      "in/short.json": GoodFile.ineligible,
    ])
    let run = world.run("in", "--coverage")
    #expect(run.status == .success)
    #expect(run.output.contains("Coverage  51 of 140 outcomes shown, 36.42%\n"))
    #expect(run.output.contains("Never shown  89\n  jilin-registered  unmet, undetermined\n"))
    #expect(run.output.contains("\n  clean-record/calendar-years  unmet, undetermined\n"))
    #expect(run.output.contains("\n  average-revenue  undetermined\n"))
    #expect(!world.run("in").output.contains("Coverage"))
  }

  /// 51 of 140 is 36.428571428571428…%.
  @Test(arguments: [
    ("0", true), ("36.42", true), ("36.428571428571428", true), ("36.428571428571429", false),
    ("36.43", false), ("100", false), ("100.0", false),
  ])
  func `what is required is compared exactly`(percentage: String, isEnough: Bool) {
    let world = TestWorld([
      "in/expectations.json": manifest, "in/good.json": GoodFile.text,
      "in/short.json": GoodFile.ineligible,
    ])
    let run = world.run("in", "--require-coverage", percentage)
    #expect(run.status == (isEnough ? .success : .ineligible))
    #expect(run.output.contains("Coverage  51 of 140"))
    #expect(run.output.contains("required") != isEnough)
    #expect(run.output.hasPrefix(isEnough ? "AS EXPECTED\n" : "NOT AS EXPECTED\n"))
  }

  @Test(arguments: ["-1", "100.1", "101", "1e1", "50%", ".5", "5.", "five", "１０"])
  func `other percentages are wrong usage`(percentage: String) {
    let run = TestWorld([:]).run("in", "--require-coverage=\(percentage)")
    #expect(run.status == .usage)
    #expect(run.error.contains("expected a number from 0 to 100"))
  }

  /// Only all of it is 100, however much there is.
  @Test func `the share is rounded down`() throws {
    var coverage = Coverage(.champion)
    for fixture in Fixture.all
    where fixture.folder != .faulty && fixture.name != "public-interest-harmed" {
      coverage.add(try #require(fixture.report).findings)
    }
    #expect(coverage.exercised == 139)
    #expect(coverage.percentage.digits == "99.28")
    #expect(!coverage.reaches(Decimal(100)))
    #expect(coverage.lacking.map(\.row.name) == ["public-interest"])
    #expect(coverage.lacking.map(\.outcomes) == [[.unmet]])
  }
}
