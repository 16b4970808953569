// A cluster's title stands until it is revoked; its place reports by the end of April, and every three years it is
// reviewed.

import CommonFacts
import Eligibility
import Testing

@testable import ClusterRules

extension ClusterHolder {
  /// A cluster recognised in June 2025 of which everything is known and nothing is outstanding in March 2026.
  static var sound: ClusterHolder {
    var holder = ClusterHolder()
    holder.day = "2026-03-01"
    holder.recognised = "2025-06-20"
    holder.reports = []
    holder.reviews = []
    holder.revocations = []
    return holder
  }

  func with(_ change: (inout ClusterHolder) -> Void) -> ClusterHolder {
    var holder = self
    change(&holder)
    return holder
  }

  func finding(_ id: String) throws -> Finding {
    try #require(Rulebook.clusterHolder.criterion(id)).evaluate(self, .of2024)
  }

  var state: TitleState { status(.of2024).state }
  var reason: String { status(.of2024).reason.message.id }

  func dates(_ duty: String) -> [DueDate] { status(.of2024).dates.filter { $0.duty == duty } }
}

private func day(_ text: String) -> Day {
  PartialDate(iso: text).map { $0.earliest } ?? "0001-01-01"
}

private func report(_ year: Int?, _ filed: Deed) -> YearlyReport {
  var report = YearlyReport()
  report.year = year
  report.filed = filed
  return report
}

private func review(_ decided: Day?, _ isPassed: Bool?) -> TitleReview {
  var review = TitleReview()
  review.decided = decided
  review.isPassed = isPassed
  return review
}

private func revocation(_ decided: Day?) -> ClusterRevocation {
  var revocation = ClusterRevocation()
  revocation.decided = decided
  revocation.ground = .fraud
  return revocation
}

@Suite struct ClusterHolderTests {
  @Test(arguments: [
    // 30 April itself is in time; whether 2026 is the first year can be read in two ways.
    ("2026-04-30", Outcome.met, [Kleene.yes, .yes], DueDate.State.upcoming),
    ("2026-05-01", .undetermined, [.no, .yes], .open),
    ("2027-04-30", .undetermined, [.no, .yes], .open),
    ("2027-05-01", .unmet, [.no, .no], .open),
  ])
  func `a report is late after the last of April`(
    on text: String, outcome: Outcome, readings: [Kleene], state: DueDate.State
  ) throws {
    let holder = ClusterHolder.sound.with { $0.day = day(text) }
    let finding = try holder.finding("cluster-report")
    #expect(finding.outcome == outcome)
    #expect(finding.readings == readings)
    #expect(holder.dates("cluster-report").first?.state == state)
    #expect(holder.dates("cluster-report").first?.isCertain == false)
  }

  @Test func `what was filed late is met, and said to be late`() throws {
    func message(_ filed: Deed) throws -> String? {
      let holder = ClusterHolder.sound.with {
        $0.day = "2027-06-01"
        $0.reports = [report(2026, Deed(isDone: true)), report(2027, filed)]
      }
      return holder.dates("cluster-report")[1].reason.message.id
    }
    #expect(try message(Deed(isDone: true, day: "2027-04-30")) == "report-done")
    #expect(try message(Deed(isDone: true, day: "2027-05-01")) == "report-done-late")
    #expect(try message(Deed(isDone: false)) == "report-late")
    #expect(try message(Deed()) == "report-open")
    #expect(ClusterHolder.sound.dates("cluster-report")[0].reason.message.id == "report-upcoming")
    let open = ClusterHolder.sound.with { $0.day = "2026-05-01" }
    #expect(open.dates("cluster-report")[0].reason.message.id == "report-open-first")
    let done = ClusterHolder.sound.with {
      $0.day = "2027-06-01"
      $0.reports = [report(2026, Deed(isDone: true)), report(2027, Deed(isDone: true))]
    }
    #expect(try done.finding("cluster-report").outcome == .met)
    #expect(try done.finding("cluster-report").reason.message.id == "duty-dates")
    #expect(try ClusterHolder.sound.finding("cluster-report").reason.message.id == "no-report-owed")
  }

  @Test func `nothing is owed before the rules were in force`() {
    let holder = ClusterHolder.sound.with {
      $0.recognised = "2023-01-10"
      $0.day = "2025-01-01"
    }
    #expect(holder.dates("cluster-report").map { $0.key } == ["2025", "2026"])
  }

  @Test(arguments: [
    ("2028-06-19", TitleState.valid, Outcome.met, [Kleene.yes, .yes], "cluster-valid"),
    ("2028-06-20", .undetermined, .undetermined, [.yes, .unknown], "cluster-review-readings"),
    ("2028-06-21", .dueForReview, .undetermined, [.unknown, .unknown], "cluster-review-due"),
  ])
  func `every three years a review is due`(
    on text: String, state: TitleState, outcome: Outcome, readings: [Kleene], reason: String
  ) throws {
    let holder = ClusterHolder.sound.with { $0.day = day(text) }
    #expect(holder.state == state)
    #expect(holder.reason == reason)
    let finding = try holder.finding("cluster-review")
    #expect(finding.outcome == outcome)
    #expect(finding.readings == readings)
  }

  @Test func `a review that is passed lets three years begin from the recognition again`() {
    let passed = ClusterHolder.sound.with {
      $0.day = "2029-01-01"
      $0.reviews = [review("2028-09-01", true), review("2031-09-01", true)]
    }
    #expect(passed.state == .valid)
    #expect(passed.nextReview(on: "2029-01-01", .of2024) == LastDay("2031-06-19", "2031-06-20"))
    #expect(passed.with { $0.day = "2028-08-31" }.state == .dueForReview)
    #expect(passed.dates("cluster-review").map { $0.state } == [.upcoming])
    #expect(
      passed.with { $0.day = "2028-08-31" }.dates("cluster-review").map { $0.state } == [.open])
    for (on, id) in [
      ("2028-08-31", "cluster-review-open"), ("2028-09-01", "cluster-review-upcoming"),
    ] {
      #expect(
        passed.with { $0.day = day(on) }.dates("cluster-review").map { $0.reason.message.id } == [
          id
        ])
    }
    let unsaid = passed.with { $0.reviews = [review("2028-09-01", nil)] }
    #expect(unsaid.with { $0.day = "2028-08-31" }.reason == "cluster-review-due")
    #expect(unsaid.with { $0.day = "2028-09-01" }.reason == "cluster-reviews-missing")
  }

  @Test func `a report is about the year before`() {
    #expect(
      ClusterHolder.sound.dates("cluster-report").map { $0.reason.values["year"] }
        == ClusterHolder.sound.dates("cluster-report").map { Int($0.key).map { .year($0 - 1) } })
    #expect(
      ClusterHolder.sound.dates("cluster-report").first?.reason.values["year"] == .year(2025))
  }

  @Test func `without a day the reviews are not asked for`() throws {
    let holder = ClusterHolder.sound.with {
      $0.day = nil
      $0.reviews = nil
    }
    #expect(try holder.finding("cluster-review").missing == ["/asOf"])
  }

  @Test func `after a review that is not passed the revocation is awaited`() throws {
    let failed = ClusterHolder.sound.with {
      $0.day = "2028-09-01"
      $0.reviews = [review("2028-09-01", false)]
    }
    #expect(failed.reason == "cluster-review-failed")
    #expect(failed.state == .undetermined)
    #expect(try failed.finding("cluster-review").outcome == .unmet)
    #expect(failed.with { $0.day = "2028-08-31" }.state == .dueForReview)
  }

  @Test(arguments: [
    (nil as [TitleReview]?, ["/reviews"]), ([review(nil, true)], ["/reviews/*/decided"]),
    ([review("2028-09-01", nil)], ["/reviews/*/isPassed"]),
  ])
  func `once a review may be due its result is asked for`(
    reviews: [TitleReview]?, missing: [String]
  ) throws {
    let holder = ClusterHolder.sound.with {
      $0.day = "2028-09-02"
      $0.reviews = reviews
    }
    #expect(holder.reason == "cluster-reviews-missing")
    #expect(try holder.finding("cluster-review").missing.map { $0.template } == missing)
    let before = holder.with { $0.day = "2028-01-01" }
    #expect(try before.finding("cluster-review").outcome == .met)
  }

  @Test(arguments: [
    ("2025-06-19", TitleState.valid, Outcome.met), ("2025-06-20", .revoked, .unmet),
    ("2026-03-01", .revoked, .unmet), ("2026-03-02", .valid, .met),
  ])
  func `a revocation from the recognition to the day ends the title`(
    decided: String, state: TitleState, outcome: Outcome
  ) throws {
    let holder = ClusterHolder.sound.with { $0.revocations = [revocation(day(decided))] }
    #expect(holder.state == state)
    #expect(try holder.finding("cluster-not-revoked").outcome == outcome)
    #expect(holder.status(.of2024).dates.isEmpty == (state == .revoked))
  }

  @Test func `a report that fell due after the revocation is not owed`() throws {
    let holder = ClusterHolder.sound.with {
      $0.day = "2027-06-01"
      $0.reports = [report(2026, Deed(isDone: true))]
      $0.revocations = [revocation("2027-04-29")]
    }
    #expect(try holder.finding("cluster-report").outcome == .met)
    let later = holder.with { $0.revocations = [revocation("2027-05-01")] }
    #expect(try later.finding("cluster-report").outcome == .unmet)
    #expect(later.status(.of2024).dates == [])
  }

  @Test func `unknown facts are asked for`() throws {
    #expect(ClusterHolder().reason == "day-missing")
    #expect(ClusterHolder.sound.with { $0.recognised = nil }.reason == "recognition-missing")
    let open = ClusterHolder.sound.with { $0.revocations = [revocation(nil)] }
    #expect(open.reason == "cluster-revocations-missing")
    #expect(
      try open.finding("cluster-not-revoked").missing == [Pointer("/revocations/*/decided", at: 0)])
    let nothing = ClusterHolder.sound.with { $0.revocations = nil }
    #expect(try nothing.finding("cluster-not-revoked").missing == ["/revocations"])
    for id in ["cluster-report", "cluster-review", "cluster-not-revoked"] {
      let finding = try ClusterHolder.sound.with { $0.day = nil }.finding(id)
      #expect(finding.outcome == .undetermined, "\(id)")
      #expect(finding.missing.contains("/asOf"), "\(id)")
      #expect(finding.readings.allSatisfy { $0 == .unknown }, "\(id)")
    }
  }

  @Test func `before the recognition nothing is owed`() throws {
    let holder = ClusterHolder.sound.with { $0.day = "2025-06-19" }
    #expect(holder.state == .pending)
    #expect(holder.reason == "recognised-later")
    for id in ["cluster-report", "cluster-review", "cluster-not-revoked"] {
      #expect(try holder.finding(id).outcome == .notApplicable, "\(id)")
    }
    #expect(holder.status(.of2024).dates == [])
  }

  @Test func `every clause on recognised clusters has its criterion`() {
    #expect(
      Rulebook.clusterHolder.criteria.map {
        "\($0.id) \($0.clauses[0].citation(in: .en)) \($0.role.rawValue)"
      }
        == [
          "cluster-report Article 10 duty", "cluster-review Article 11 condition",
          "cluster-not-revoked Article 11 condition",
        ])
    let law = ClusterThresholds.of2024
    #expect(law.reportDay == Threshold(YearlyDay(month: 4, day: 30), .article(10)))
    #expect(law.reviewYears == Threshold(3, .article(11)))
    for criterion in Rulebook.clusterHolder.criteria {
      for entry in criterion.numbers(law).entries where entry.name != "day" {
        #expect(criterion.rule.zh.contains("{\(entry.name)}"), "\(criterion.id)")
      }
    }
  }
}
