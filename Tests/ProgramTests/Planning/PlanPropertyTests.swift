// Advice has to hold: whoever does what a plan says and applies in the round that it names is eligible.

import Eligibility
import Testing

@testable import Judging

struct PlanPropertyTests {
  @Test func `following the plan makes eligible`() throws {
    var draw = ApplicationDraw(seed: 2028)
    var rounds: [String: Int] = [:]
    for round in 0..<120 {
      var tree = try draw.application()
      if round.isMultiple(of: 3) { tree = draw.removingMembers(of: tree) }
      let plan = try PlanRun.report(tree)
      rounds[plan.outcome, default: 0] += 1
      for (name, planned) in [("earliest", plan.earliest), ("otherwise", plan.otherwise)] {
        guard let planned else { continue }
        let changed = try #require(try PlanRun.changed(tree, by: name))
        let report = try Judged(changed.written()).report
        #expect(report.faults.isEmpty)
        #expect(report.verdict == .eligible, "\(name) of \(tree.written())")
        #expect(report.header.year == planned.applicationYear)
        #expect(report.header.filingDate?.description == planned.filingDate)
      }
      if let earliest = plan.earliest {
        let first = try #require(plan.firstRound)
        #expect((first...(first + 10)).contains(earliest.applicationYear))
        if let otherwise = plan.otherwise {
          #expect(otherwise.applicationYear > earliest.applicationYear)
        }
        // What is open has a way, and none is said to be open before all are.
        let latest = plan.open.compactMap { $0.ways.map(\.applicationYear).min() }.max() ?? 0
        #expect(plan.open.allSatisfy { !$0.ways.isEmpty })
        #expect(earliest.applicationYear >= latest)
      }
      // The plan says no more than the check: what is eligible today is so without a change.
      let today = try Judged(tree.written()).report
      #expect((plan.outcome == "eligibleNow") == (today.verdict == .eligible))
    }
    // Chance came to most of what a plan can come to.
    #expect(rounds["found", default: 0] > 20 && rounds["blocked", default: 0] > 5, "\(rounds)")
  }
}
