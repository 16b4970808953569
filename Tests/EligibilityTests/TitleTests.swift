// Dates of titles are kept in their order, and a last day that can be read in two ways is in time, late or neither.

import Testing

@testable import Eligibility

@Suite struct TitleTests {
  @Test(arguments: [
    ("2025-01-01", "2024-12-31"), ("2024-03-01", "2024-02-29"), ("2025-03-01", "2025-02-28"),
    ("2025-05-31", "2025-05-30"), ("0001-01-01", "0001-01-01"),
  ])
  func `the day before is the one to which this is the next`(day: String, before: String) throws {
    let found = try #require(PartialDate(iso: day)).earliest.previous
    #expect(found.description == before)
    if day != before { #expect(found.next.description == day) }
  }

  @Test(arguments: [
    ("2026-02-13", false), ("2026-02-14", true), ("2026-02-15", true), ("2026-02-16", false),
    ("2000-01-01", true), ("1970-01-01", false), ("0001-01-01", false), ("9999-12-31", false),
  ])
  func `weekends are Saturdays and Sundays`(day: String, isWeekend: Bool) throws {
    #expect(try #require(PartialDate(iso: day)).earliest.isWeekend == isWeekend)
  }

  @Test func `a last day allows what is before it under every reading`() {
    let last = LastDay("2026-05-31", "2026-05-30")
    #expect(last == LastDay("2026-05-30", "2026-05-31"))
    #expect(
      (["2026-05-30", "2026-05-31", "2026-06-01"] as [Day]).map { last.allows($0) }
        == [.yes, .unknown, .no])
    #expect(LastDay("2026-05-30").quantity == .day("2026-05-30"))
    guard case .reason(let reason) = last.quantity else {
      Issue.record("two days are one")
      return
    }
    #expect(reason.values["lower"] == .day("2026-05-30"))
    #expect(reason.values["upper"] == .day("2026-05-31"))
  }

  private func date(_ day: Day, _ key: String, _ state: DueDate.State = .upcoming) -> DueDate {
    DueDate(
      duty: "duty", key: key, days: LastDay(day), state: state,
      Message("m", zh: "{by}", en: "{by}"))
  }

  @Test func `dates are in their order, those of one day as they came`() {
    let status = TitleStatus(
      .valid, Reason(Message("m", zh: "一", en: "one")),
      dates: [
        date("2026-05-30", "b"), date("2026-01-01", "a"), date("2026-05-30", "c"),
        date("2027-01-01", "d"),
      ])
    #expect(status.dates.map { $0.key } == ["a", "b", "c", "d"])
    #expect(status.dates[1].reason.values["by"] == .day("2026-05-30"))
    #expect(status.dates[0].party == .holder)
    #expect(status.dates[0].isCertain)
  }

  @Test func `dates of a duty are told by their state, or another sentence is`() {
    let dates = [date("2026-05-30", "a", .late), date("2027-05-30", "b")]
    let none = Message("none", zh: "无", en: "none")
    let late = Say(.full).dates(dates, [.late], or: none)
    #expect(late.message.id == "duty-dates")
    #expect(late.values["dates"] == .list([.reason(dates[0].reason)]))
    #expect(Say(.full).dates(dates, [.done], or: none).message == none)
  }

  @Test(arguments: [
    // The first 31 May after the grant; the year after the first full one.
    ("2026-05-29", 2026, 2028), ("2026-05-30", 2026, 2028), ("2026-05-31", 2027, 2028),
    ("2026-06-01", 2027, 2028), ("2026-01-01", 2026, 2027), ("2025-12-31", 2026, 2027),
    ("2026-01-02", 2026, 2028),
  ])
  func `the first year is read in two ways`(grant: String, earliest: Int, latest: Int) throws {
    let duty = YearlyDuty(by: YearlyDay(month: 5, day: 31), mayExcludeNamedDay: true)
    let first = duty.firstYears(after: try #require(PartialDate(iso: grant)).earliest)
    #expect(first.earliest == earliest)
    #expect(first.latest == latest)
  }

  @Test func `the day named is in time under one reading at least`() {
    let may = YearlyDay(month: 5, day: 31)
    #expect(
      YearlyDuty(by: may, mayExcludeNamedDay: true).lastDay(of: 2026)
        == LastDay("2026-05-30", "2026-05-31"))
    #expect(
      YearlyDuty(by: may, mayExcludeNamedDay: false).lastDay(of: 2026) == LastDay("2026-05-31"))
    #expect(YearlyDuty(by: may, mayExcludeNamedDay: true).lastDay(of: 10_000) == nil)
    #expect(YearlyDay(month: 2, day: 29).of(2027) == nil)
    // A year without the day begins with the next.
    let leap = YearlyDuty(by: YearlyDay(month: 2, day: 29), mayExcludeNamedDay: false)
    #expect(leap.firstYears(after: "2027-01-05").earliest == 2028)
  }

  @Test func `readings of a yearly duty are the pairs of two questions`() {
    #expect(
      YearlyReading.allCases.map { [$0.includesNamedDay, $0.beginsAfterGrant] }
        == [[true, true], [false, true], [true, false], [false, false]])
  }
}
