// The periods of the rules end, too, for every date: an event of 9999 has a day of release or none.

import Eligibility
import Foundation
import Testing

@testable import ChampionRules
import CommonFacts

/// After so long the system ends a process of its own in which periods are tried.
private let secondsUntilItHasToEnd: UInt32 = 600

@Suite struct PeriodTests {
  private static let calendarEnd = Day.last(of: 9_999)

  /// The first, the last two and, so, the leap days of every month from 0001 to 9999.
  private static let days: [Day] = (1...9_999).flatMap { year in
    (1...12).flatMap { month in
      let length = Day.length(of: month, in: year)
      return [1, length - 1, length].compactMap { Day(year, month, $0) }
    }
  }

  private static let events: [PartialDate] = [
    .year(1), .month(1, 1), .year(2_024), .month(2_024, 2), .month(9_996, 12), .year(9_996),
    .month(9_999, 12), .year(9_999),
  ]

  /// The day of release is the first on which an event no longer counts, neither in months nor in calendar
  /// years; of an event of the calendar's last years there is none.
  @Test func `an event is released on the first day outside of both periods`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      for event in Self.days.map({ PartialDate.day($0) }) + Self.events {
        guard let release = Lookback.release(of: [event], years: 3) else {
          if event.latest < "9996-01-01" { wrong.append("\(event) is not released") }
          continue
        }
        let isOver = Self.lookbacks(upTo: release).allSatisfy { $0.contains(event.days) == .no }
        guard let dayBefore = Self.dayBefore(release) else {
          wrong.append("\(event) is released on the first day")
          continue
        }
        let wasCounted = Self.lookbacks(upTo: dayBefore).contains {
          $0.contains(event.days) != .no
        }
        if !isOver || !wasCounted { wrong.append("\(event) is released on \(release)") }
      }
      #expect(wrong.prefix(5) == [])
    }
  }

  /// Three years before a filing in the round of its year, counted in each way.
  private static func lookbacks(upTo filing: Day) -> [Lookback] {
    [
      Lookback(months: 36, upTo: filing),
      Lookback(years: 3, beforeRound: filing.year, upTo: filing),
    ]
  }

  @Test func `several events are released with the last of them, and none without a date`() {
    let events: [PartialDate?] = [.year(2024), .day("2025-05-01"), .month(2023, 2)]
    #expect(Lookback.release(of: events, years: 3) == "2029-01-01")
    #expect(Lookback.release(of: events + [nil], years: 3) == nil)
    #expect(Lookback.release(of: [], years: 3) == nil)
  }

  @Test func `an event after the filing contradicts it, in the period or before`() {
    // The round's three years begin on 2026-01-01, after the filing.
    let odd = Lookback(years: 3, beforeRound: 2029, upTo: "2024-08-01")
    #expect(odd.contains(PartialDate.day("2025-05-01").days) == .unknown)
    #expect(odd.contains(PartialDate.day("2024-08-02").days) == .unknown)
    #expect(odd.contains(PartialDate.day("2024-08-01").days) == .no)
    #expect(Lookback(months: 36, upTo: nil).contains(PartialDate.year(2024).days) == .unknown)
    let waiting = WaitingPeriod(from: PartialDate.day("2025-05-01").days, months: 36)
    #expect(waiting.bars("2025-04-30") == .unknown)
    #expect(waiting.bars("2025-05-01") == .yes)
    #expect(waiting.bars(nil) == .unknown)
  }

  @Test func `a waiting period is over on its day of release and not on the day before`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      for start in Self.days.map({ PartialDate.day($0) }) + Self.events {
        let period = WaitingPeriod(from: start.days, months: 36)
        guard let release = period.release, release < Self.calendarEnd else {
          if start.latest < "9996-12-30" { wrong.append("\(start) is not released") }
          continue
        }
        let isOver = period.bars(release) == .no
        let wasBarred = Self.dayBefore(release).map { period.bars($0) != .no } ?? false
        if !isOver || !wasBarred { wrong.append("\(start) is released on \(release)") }
      }
      #expect(wrong.prefix(5) == [])
    }
  }

  @Test func `time in the field ends for every start`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      for start in Self.days.map({ PartialDate.day($0) }) + Self.events {
        for round in [1, 9_999] {
          let time = FieldTime(start, years: 7, round: round)
          // Seven years before the round; before the first year everything is the first day.
          let limit = Day.first(of: max(1, round - 7))
          let isLongEnough =
            start.latest <= limit ? Kleene.yes : start.earliest > limit ? .no : .unknown
          if time.isLongEnough != isLongEnough { wrong.append("\(start) for \(round)") }
          _ = (time.values, time.margin)
        }
      }
      #expect(wrong.prefix(5) == [])
    }
  }

  private static func dayBefore(_ day: Day) -> Day? {
    if day.day > 1 { return Day(day.year, day.month, day.day - 1) }
    if day.month > 1 {
      return Day(day.year, day.month - 1, Day.length(of: day.month - 1, in: day.year))
    }
    return Day(day.year - 1, 12, 31)
  }
}
