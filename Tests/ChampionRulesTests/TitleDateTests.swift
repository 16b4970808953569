// What is said of a date must follow from what is known, and a date must be told from all others.

import Eligibility
import Testing

@testable import ChampionRules
@testable import CommonFacts

@Suite struct TitleDateTests {
  private func update(_ year: Int, _ filed: Deed) -> YearlyReport {
    var report = YearlyReport()
    report.year = year
    report.filed = filed
    return report
  }

  private func change(
    _ date: Day, _ reported: Deed, kind: HolderChange.Kind = .other, reminded: Day? = nil
  ) -> HolderChange {
    var change = HolderChange()
    change.kind = kind
    change.date = date
    change.reported = reported
    change.reminded = reminded
    return change
  }

  private func revocation(decided: String?, event: String?) -> Revocation {
    var revocation = Revocation()
    revocation.article = 13
    revocation.ground = .violation
    revocation.decided = decided.flatMap { PartialDate(iso: $0) }
    revocation.event = event.flatMap { PartialDate(iso: $0) }
    return revocation
  }

  private let no = Deed(isDone: false)

  @Test func `a grant from before the measures leaves no reading of the first update open`() throws
  {
    func outcome(granted: Day) throws -> Outcome {
      try ChampionHolder.sound.with {
        $0.granted = granted
        $0.day = "2025-06-10"
      }.finding("yearly-update").outcome
    }
    #expect(try outcome(granted: "2023-06-01") == .unmet)
    #expect(try outcome(granted: "2024-06-01") == .undetermined)
  }

  @Test func `an update that may be outside of the term is said to be so`() {
    let holder = ChampionHolder.sound.with {
      $0.granted = "2025-05-31"
      $0.day = "2028-06-10"
      $0.updates = [2026, 2027].map { update($0, Deed(isDone: true)) }
    }
    #expect(
      holder.dates("yearly-update").map { $0.reason.message.id }
        == ["update-done", "update-done", "update-open-readings"])
  }

  @Test func `lateness in spite of a reminder is not said to be without consequence`() {
    let late = Deed(isDone: true, day: "2026-05-06")
    let holder = ChampionHolder.sound.with {
      $0.day = "2026-07-01"
      $0.changes = [change("2026-02-05", late, kind: .merger, reminded: "2026-04-01")]
    }
    #expect(
      holder.dates("change-report").map { $0.reason.message.id } == ["change-done-late-reminded"])
  }

  @Test func `a change from before the measures is not owed under them`() throws {
    let holder = ChampionHolder.sound.with {
      $0.granted = "2023-06-01"
      $0.day = "2025-06-10"
      $0.changes = [change("2024-07-22", no, kind: .renaming)]
    }
    #expect(try holder.finding("change-report").outcome == .met)
    let later = holder.with { $0.changes = [change("2024-07-23", no, kind: .renaming)] }
    #expect(try later.finding("change-report").outcome == .unmet)
  }

  @Test func `changes that share day and kind are told apart`() {
    let holder = ChampionHolder.sound.with {
      $0.day = "2026-07-01"
      $0.changes = [
        change("2026-02-05", no), change("2026-02-05", no, kind: .merger), change("2026-02-05", no),
      ]
    }
    let dates = holder.dates("change-report")
    #expect(
      dates.map { $0.key } == ["2026-02-05-other", "2026-02-05-merger", "2026-02-05-other-2"])
    #expect(dates[0].reason.message.id == "change-open-unreported")
  }

  @Test func `a ban without an end that is known names no day`() throws {
    func id(_ revocation: Revocation) throws -> String {
      try ChampionHolder.sound.with { $0.revocations = [revocation] }.finding("new-application")
        .reason.message.id
    }
    #expect(
      try id(revocation(decided: nil, event: "2026-01-10")) == "application-barred-open-end")
    #expect(try id(revocation(decided: nil, event: nil)) == "application-ban-unknown")
    #expect(
      try id(revocation(decided: "2026-02-10", event: "2026-01-10")) == "application-barred")
  }
}
