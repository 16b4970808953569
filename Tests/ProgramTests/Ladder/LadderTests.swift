// The page of titles says what files state and what sources say: each state, each goal just below, at and above.

import CommonFacts
import Eligibility
import Foundation
import HostSystem
import Testing

@testable import Judging
@testable import Programmes
@testable import Reports

struct LadderTests {
  private func report(_ members: String..., on day: Day? = nil) -> LadderReport {
    LadderView.jilin.report(members.map(text), day)
  }

  private func text(_ members: String) -> ApplicationText {
    ApplicationText(
      source: "titles.json",
      bytes: Array(#"{"programme":"enterprise-ladder","filingDate":"2026-03-01",\#(members)}"#.utf8)
    ) { _ in nil }
  }

  private func step(_ id: String, _ report: LadderReport) throws -> LadderStepReport {
    try #require(report.steps.first { $0.id == id })
  }

  private func state(_ id: String, of titles: String, on day: Day? = nil) throws -> LadderState {
    try step(id, report(#""recognitions":[\#(titles)]"#, on: day)).state
  }

  // MARK: Titles

  @Test func `without a list no title is known, and an empty list declares that none is held`()
    throws
  {
    #expect(report(#""staff":{}"#).steps.allSatisfy { $0.state == .unknown })
    let none = report(#""recognitions":[]"#)
    #expect(
      none.steps.map(\.state) == [
        .noThreshold, .noThreshold, .noThreshold, .noThreshold, .closed, .checkable, .noThreshold,
        .noThreshold,
      ])
    #expect(
      none.steps.map(\.id) == [
        "seed", "srdi-municipal", "srdi-provincial", "little-giant", "key-little-giant",
        "champion-provincial", "champion-national", "chain-leader",
      ])
  }

  @Test(arguments: [
    ("2026-02-28", LadderState.ended), ("2026-03-01", .recognised), ("2026-03-02", .recognised),
  ])
  func `a title is held to its last day`(until: String, expected: LadderState) throws {
    let title = #"{"kind":"littleGiant","validUntil":"\#(until)"}"#
    #expect(try state("little-giant", of: title) == expected)
  }

  @Test func `a title without an end, or of which no day is asked, is stated and no more`() throws {
    #expect(try state("seed", of: #"{"kind":"seed"}"#) == .recognisedOpen)
    let held = LadderView.jilin.report(
      [
        ApplicationText(
          source: "a.json",
          bytes: Array(
            #"{"programme":"enterprise-ladder","recognitions":[{"kind":"seed","validUntil":"2030-01-01"}]}"#
              .utf8)
        ) { _ in nil }
      ], nil)
    #expect(try step("seed", held).state == .recognisedOpen)
  }

  @Test func `a title that begins later is not held yet, and an entry without its kind may be any`()
    throws
  {
    let later = #"{"kind":"seed","validFrom":"2026-03-02","validUntil":"2030-01-01"}"#
    #expect(try state("seed", of: later) == .noThreshold)
    #expect(try state("seed", of: later, on: "2026-03-02") == .recognised)
    #expect(try state("seed", of: #"{"validUntil":"2030-01-01"}"#) == .unknown)
    // One title says nothing of another.
    let giant = #"{"kind":"littleGiant","validUntil":"2030-01-01"}"#
    #expect(try state("srdi-provincial", of: giant) == .noThreshold)
    #expect(try state("champion-provincial", of: giant) == .checkable)
  }

  // MARK: Goals

  private func goal(_ id: String, _ members: String) throws -> LadderBenchmark {
    let step = try step("srdi-provincial", report(members))
    return try #require(step.benchmarks.first { $0.id == id })
  }

  @Test(arguments: [("1.999999", false), ("2", true), ("2.000001", true)])
  func `research spending is held to 2 percent of sales`(spent: String, isAtGoal: Bool) throws {
    let benchmark = try goal(
      "goal-rd-sales",
      #"""
      "figures":{"unit":"万元","years":[{"year":2025,"salesRevenue":100,"researchAndDevelopment":\#(spent)}]}
      """#)
    #expect(benchmark.isAtGoal == isAtGoal)
  }

  @Test func `what is lacking to the goal is the least amount that reaches it`() throws {
    let benchmark = try goal(
      "goal-rd-sales",
      #"""
      "figures":{"unit":"元","years":[{"year":2025,"salesRevenue":100.01,"researchAndDevelopment":2}]}
      """#)
    #expect(benchmark.isAtGoal == false)
    #expect(benchmark.sentence.says(in: .zh).contains("差 0.01 元"))
  }

  @Test(arguments: [
    (9, 100, false), (10, 100, true), (11, 100, true), (10, 101, false), (11, 101, true),
  ])
  func `sci-tech staff is held to 10 percent of all`(science: Int, all: Int, isAtGoal: Bool) throws
  {
    let benchmark = try goal(
      "goal-scitech-staff",
      #""staff":{"all":\#(all),"science":\#(science),"counted":"2025-12-31"}"#)
    #expect(benchmark.isAtGoal == isAtGoal)
  }

  @Test(arguments: [
    #""figures":{"unit":"元","years":[{"year":2024,"salesRevenue":100,"researchAndDevelopment":2}]}"#,
    #""figures":{"unit":"元","years":[{"year":2025,"operatingRevenue":100,"researchAndDevelopment":2}]}"#,
    #""figures":{"unit":"元","years":[{"year":2025,"salesRevenue":0,"researchAndDevelopment":2}]}"#,
    #""staff":{"all":0,"science":0,"counted":"2025-12-31"}"#,
    #""staff":{"all":10,"science":2}"#,
  ])
  func `nothing is compared with figures of another year or kind`(members: String) throws {
    #expect(try goal("goal-rd-sales", members).isAtGoal == nil)
    #expect(try goal("goal-scitech-staff", members).isAtGoal == nil)
  }

  // MARK: Files

  @Test func `what is odd is said`() {
    let odd = report(
      #"""
      "enterprise":{"founded":"2020"},"staff":{"all":1,"science":2,"counted":"2025-12-31"},
      "figures":{"unit":"元","years":[{"year":2025,"salesRevenue":1,"operatingRevenue":2,"researchAndDevelopment":3}]},
      "recognitions":[{"kind":"seed","validFrom":"2019-12-31","validUntil":"2027-01-01"},
      {"kind":"seed","validFrom":"2026-03-02","validUntil":"2028-01-01"}]
      """#)
    #expect(
      Set(odd.notices.map(\.reason.message.id)) == [
        "science-staff-above-all", "research-above-sales", "sales-far-from-operating",
        "title-before-founding", "title-later", "title-twice",
      ])
  }

  @Test func `several files are put together, and each says what the others do not`() throws {
    let both = report(
      #""enterprise":{"name":"甲"},"recognitions":[{"kind":"seed","validUntil":"2030-01-01"}]"#,
      #""recognitions":[{"kind":"littleGiant","validUntil":"2030-01-01"}]"#
    )
    #expect(both.enterprise == "甲")
    #expect(try step("seed", both).state == .recognised)
    #expect(try step("little-giant", both).state == .recognised)
  }

  @Test func `what is stated differently counts as unknown and is pointed out`() throws {
    func goal(_ one: String, _ other: String) throws -> [Bool?] {
      let report = report(one, other)
      #expect(report.notices.map(\.reason.message.id) == ["stated-differently"])
      return try step("srdi-provincial", report).benchmarks.map(\.isAtGoal)
    }
    let staff = { (science: Int) in
      #""staff":{"all":10,"science":\#(science),"counted":"2025-12-31"}"#
    }
    #expect(try goal(staff(1), staff(5)) == [nil, nil])
    #expect(try goal(staff(5), staff(1)) == [nil, nil])
    let figures = { (spent: Int) in
      #""figures":{"unit":"元","years":[{"year":2025,"salesRevenue":100,"researchAndDevelopment":\#(spent)}]}"#
    }
    #expect(try goal(figures(1), figures(3)) == [nil, nil])
    #expect(report(staff(1), staff(1)).notices.isEmpty)
  }

  @Test func `a title that ends before it begins shows nothing`() throws {
    let title = #"{"kind":"seed","validFrom":"2025-01-01","validUntil":"2020-01-01"}"#
    #expect(try state("seed", of: title) == .recognisedOpen)
    #expect(
      report(#""recognitions":[\#(title)]"#).notices.map(\.reason.message.id) == [
        "title-ends-first"
      ])
  }

  private func filed(_ programme: Programme) -> ApplicationText {
    ApplicationText(source: programme.id, bytes: programme.example()) { _ in nil }
  }

  @Test
  func `the champion's application is judged, and the closed round's conditions are a mirror`()
    throws
  {
    let report = LadderView.jilin.report([filed(.champion)], nil)
    let champion = try step("champion-provincial", report)
    #expect(
      champion.judged?.verdict
        == Programme.champion.judge(filed(.champion), JudgingOptions()).verdict)
    #expect(try step("key-little-giant", report).mirror.isEmpty)
    let giant = LadderView.jilin.report([filed(.keyLittleGiant)], "2021-07-24")
    let mirror = try step("key-little-giant", giant).mirror
    #expect(mirror.count == 5)
    #expect(mirror.allSatisfy { $0.outcome == .met })
    // Figures of 2019 and 2020 say nothing of the years before 2025.
    let later = try step(
      "key-little-giant", LadderView.jilin.report([filed(.keyLittleGiant)], "2025-07-24"))
    #expect(later.mirror.map(\.outcome).filter { $0 == .undetermined }.count >= 3)
  }

  @Test(arguments: [("2024-07-22" as Day, false), ("2024-07-23", true), ("2024-07-24", true)])
  func `nothing is judged for a day before the measures were in force`(
    day: Day, isJudged: Bool
  ) throws {
    let champion = try step(
      "champion-provincial", LadderView.jilin.report([filed(.champion)], day))
    #expect((champion.judged != nil) == isJudged)
  }

  @Test func `a cluster tells whether it lists the enterprise`() throws {
    let listed = #""enterprise":{"creditCode":"\#(try member())"}"#
    let report = LadderView.jilin.report([text(listed), filed(.cluster)], nil)
    #expect(report.beside.map(\.message.id) == ["cluster-member"])
    let stranger = #""enterprise":{"creditCode":"91220101MA0YB1X78E"}"#
    #expect(
      LadderView.jilin.report([text(stranger), filed(.cluster)], nil).beside.map(\.message.id)
        == ["no-cluster-member"])
  }

  private func member() throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(Programme.cluster.example()))
    let members = try #require((object as? [String: Any])?["members"] as? [String: Any])
    let list = try #require(members["list"] as? [[String: Any]])
    return try #require(
      list.first { $0["kind"] as? String == "enterprise" }?["creditCode"] as? String)
  }
}

struct LadderCommandTests {
  @Test func `files of two enterprises are refused`() {
    let run = Fixture.run([
      "ladder", "--lang", "en", "Fixtures/Applications/eligible/manufacturer-of-bearings.json",
      "Fixtures/Applications/ineligible/average-revenue-one-fen-below.json",
    ])
    #expect(run.status == .usage)
    #expect(run.error.contains("different enterprises"))
  }

  @Test func `files under two names are refused where not both have a code`() {
    let run = Fixture.run([
      "ladder", "--lang", "en", "Fixtures/Ladder/titles.json",
      "Fixtures/Applications/eligible/manufacturer-of-bearings.json",
    ])
    #expect(run.status == .usage)
    #expect(run.error.contains("different enterprises"))
  }

  @Test func `faults are named and leave facts unknown`() {
    let run = Fixture.run([
      "ladder", "--lang", "en", "Fixtures/Applications/faulty/ten-faults.json",
    ])
    #expect(run.status == .malformed)
    #expect(!run.error.isEmpty && !run.output.isEmpty)
  }

  @Test func `what cannot be read is said`() {
    #expect(Fixture.run(["ladder", "absent.json"]).status == .unreadable)
  }
}
