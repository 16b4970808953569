// Windows, terms and bans are counted here; another implementation of the calendar must agree.

import Eligibility
import Foundation
import Testing

@Suite struct DayTests {
  static let firstDay = Day.first(of: 1)
  static let lastDay = Day.last(of: 9_999)

  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year, month, day))
  }

  /// Foundation's Gregorian calendar, far from any time zone's changes.
  static func calendar() throws -> Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    return calendar
  }

  static func date(_ day: Day, in calendar: Calendar) throws -> Date {
    let parts = DateComponents(year: day.year, month: day.month, day: day.day)
    return try #require(calendar.date(from: parts))
  }

  static func day(_ date: Date, in calendar: Calendar) throws -> Day {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return try day(
      #require(parts.year), #require(parts.month), #require(parts.day))
  }

  static func randomDay(
    in years: ClosedRange<Int>, _ generator: inout SeededGenerator
  ) throws -> Day {
    let (year, month) = (generator.pick(years), generator.pick(1...12))
    // The ends of months are where the calendar is hard, so every second day is one of the last.
    let length = Day.length(of: month, in: year)
    let least = generator.pick(0...1) == 0 ? 1 : length - 2
    return try day(year, month, generator.pick(least...length))
  }

  @Test func `refuses days that do not exist`() {
    for (year, month, day) in [
      (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2025, 0, 1), (2025, 13, 1), (2025, -1, 1),
      (2025, 1, 0), (2025, 1, 32), (2025, 1, -1), (2025, 4, 31), (2025, 6, 31), (2025, 9, 31),
      (2025, 11, 31), (2025, 2, 29), (2024, 2, 30), (1900, 2, 29), (2100, 2, 29), (Int.max, 1, 1),
      (2025, Int.max, 1), (2025, 1, Int.max), (Int.min, 1, 1),
    ] {
      #expect(Day(year, month, day) == nil, "\(year)-\(month)-\(day)")
    }
  }

  @Test func `accepts the ends of the calendar and leap days`() throws {
    for (year, month, day) in [
      (1, 1, 1), (9_999, 12, 31), (2024, 2, 29), (2000, 2, 29), (1600, 2, 29), (4, 2, 29),
      (2025, 1, 31), (2025, 4, 30),
    ] {
      let found = try Self.day(year, month, day)
      #expect(found.year == year)
      #expect(found.month == month)
      #expect(found.day == day)
    }
  }

  @Test(arguments: [
    (2023, 28), (2024, 29), (1900, 28), (2000, 29), (2100, 28), (2400, 29),
  ])
  func `months have their lengths`(year: Int, february: Int) {
    let lengths = (1...12).map { Day.length(of: $0, in: year) }
    #expect(lengths == [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test func `years begin and end within the calendar`() throws {
    #expect(try Day.first(of: 2025) == Self.day(2025, 1, 1))
    #expect(try Day.last(of: 2025) == Self.day(2025, 12, 31))
    #expect(Day.first(of: 0) == Self.firstDay)
    #expect(try Day.last(of: .min) == Self.day(1, 12, 31))
    #expect(try Day.first(of: 10_000) == Self.day(9_999, 1, 1))
    #expect(Day.last(of: .max) == Self.lastDay)
  }

  @Test(arguments: [
    ("2025-11-30", 3, "2026-02-28"), ("2023-11-30", 3, "2024-02-29"),
    ("2025-11-29", 3, "2026-02-28"), ("2025-11-28", 3, "2026-02-28"),
    ("2025-01-31", 1, "2025-02-28"), ("2025-01-31", 2, "2025-03-31"),
    ("2025-01-31", 3, "2025-04-30"), ("2025-12-31", 1, "2026-01-31"),
    ("2025-12-01", 1, "2026-01-01"), ("2026-01-01", -1, "2025-12-01"),
    ("2025-03-31", -1, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2025-09-01", -36, "2022-09-01"), ("2024-02-29", -36, "2021-02-28"),
    ("2025-09-01", 0, "2025-09-01"), ("2000-01-31", -23_988, "0001-01-31"),
  ])
  func `adds months`(start: String, months: Int, end: String) throws {
    let day = try #require(PartialDate(iso: start)).earliest
    #expect(try day.adding(months: months) == #require(PartialDate(iso: end)).earliest)
  }

  @Test(arguments: [
    ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
    ("2096-02-29", 4, "2100-02-28"), ("2096-02-29", 8, "2104-02-29"),
    ("2025-02-28", 3, "2028-02-28"), ("2024-07-23", -3, "2021-07-23"),
    ("2024-02-29", -1, "2023-02-28"),
  ])
  func `adds years`(start: String, years: Int, end: String) throws {
    let day = try #require(PartialDate(iso: start)).earliest
    #expect(try day.adding(years: years) == #require(PartialDate(iso: end)).earliest)
  }

  @Test func `stays within the calendar`() throws {
    #expect(try Self.day(9_999, 11, 30).adding(months: 1) == Self.day(9_999, 12, 30))
    #expect(try Self.day(9_999, 12, 5).adding(months: 1) == Self.lastDay)
    #expect(try Self.day(1, 2, 28).adding(months: -1) == Self.day(1, 1, 28))
    #expect(try Self.day(1, 1, 28).adding(months: -1) == Self.firstDay)
    #expect(try Self.day(1, 12, 28).adding(months: -12) == Self.firstDay)
    #expect(try Self.day(1, 12, 28).adding(months: -24) == Self.firstDay)
    #expect(try Self.day(1, 6, 5).adding(years: 9_998) == Self.day(9_999, 6, 5))
    #expect(try Self.day(1, 6, 5).adding(years: 9_999) == Self.lastDay)
    #expect(Self.lastDay.next == Self.lastDay)
  }

  /// Any count is answered: periods can come from a file, and none may stop the program.
  @Test func `counts beyond all measure stop at the ends`() throws {
    let day = try Self.day(2025, 9, 1)
    for count in [Int.max, Int.max / 12, 1 << 40] {
      #expect(day.adding(months: count) == Self.lastDay)
      #expect(day.adding(years: count) == Self.lastDay)
    }
    for count in [Int.min, Int.min / 12, -(1 << 40)] {
      #expect(day.adding(months: count) == Self.firstDay)
      #expect(day.adding(years: count) == Self.firstDay)
    }
    #expect(Self.firstDay.adding(months: 119_987) == Day(9_999, 12, 1))
    #expect(Day(9_999, 12, 1)?.adding(months: -119_987) == Self.firstDay)
  }

  /// Four hundred years are 146 097 days, and each is one after the one before.
  @Test func `next and previous walk through every day of the cycle`() throws {
    let start = try Self.day(1_999, 12, 31)
    let end = try Self.day(2_399, 12, 31)
    var (today, steps, leapDays) = (start, 0, 0)
    var wrong: [Day] = []
    while today < end, steps <= 146_097 {
      let tomorrow = today.next
      if !(today < tomorrow) || today.days(until: tomorrow) != 1 || tomorrow.previous != today {
        wrong.append(today)
      }
      if tomorrow.month == 2, tomorrow.day == 29 { leapDays += 1 }
      today = tomorrow
      steps += 1
    }
    #expect(wrong == [])
    #expect(steps == 146_097)
    #expect(leapDays == 97)
    #expect(today == end)
  }

  @Test func `counts days`() throws {
    #expect(try Self.day(2025, 9, 1).days(until: Self.day(2025, 9, 1)) == 0)
    #expect(try Self.day(2025, 9, 1).days(until: Self.day(2025, 9, 2)) == 1)
    #expect(try Self.day(2025, 9, 2).days(until: Self.day(2025, 9, 1)) == -1)
    #expect(try Self.day(2024, 1, 1).days(until: Self.day(2025, 1, 1)) == 366)
    #expect(try Self.day(2025, 1, 1).days(until: Self.day(2026, 1, 1)) == 365)
    #expect(try Self.day(1900, 2, 28).days(until: Self.day(1900, 3, 1)) == 1)
    #expect(try Self.day(2000, 2, 28).days(until: Self.day(2000, 3, 1)) == 2)
    // Rata die of the Unix epoch is 719 163, of the last day 3 652 059; the first day's is 1.
    #expect(try Self.firstDay.days(until: Self.day(1970, 1, 1)) == 719_162)
    #expect(Self.firstDay.days(until: Self.lastDay) == 3_652_058)
  }

  @Test func `orders by year then month then day`() throws {
    let days = try [
      Self.day(2024, 12, 31), Self.day(2025, 1, 1), Self.day(2025, 1, 31), Self.day(2025, 2, 1),
    ]
    for (place, day) in days.enumerated() {
      for (otherPlace, other) in days.enumerated() {
        #expect((day < other) == (place < otherPlace))
        #expect((day == other) == (place == otherPlace))
      }
    }
  }

  @Test func `is written in programs as in ISO 8601`() throws {
    #expect(try "2025-09-01" == Self.day(2025, 9, 1))
    #expect(try "2024-02-29" == Self.day(2024, 2, 29))
  }

  @Test func `a slip in a program's day stops it`() async {
    await #expect(processExitsWith: .failure) { _ = "2025-02-29" as Day }
    await #expect(processExitsWith: .failure) { _ = "2025-02" as Day }
    await #expect(processExitsWith: .failure) { _ = "tomorrow" as Day }
  }

  @Test func `prints as ISO 8601`() throws {
    #expect(try Self.day(2025, 9, 1).description == "2025-09-01")
    #expect(try Self.day(2025, 12, 31).description == "2025-12-31")
    #expect(Self.firstDay.description == "0001-01-01")
    #expect(Self.lastDay.description == "9999-12-31")
    #expect(try Self.day(987, 10, 9).description == "0987-10-09")
  }

  /// The Julian day number by the closed formula of Fliegel and Van Flandern (CACM 11, 1968).
  static func julianDay(_ date: Day) -> Int {
    let (year, month) = (date.year, date.month)
    let shift = (month - 14) / 12
    return 1_461 * (year + 4_800 + shift) / 4 + 367 * (month - 2 - 12 * shift) / 12
      - 3 * ((year + 4_900 + shift) / 100) / 4 + date.day - 32_075
  }

  @Test func `day counts agree with the closed formula`() throws {
    // Noon of 1 January 2000 is the start of day 2 451 545: the formula itself is typed rightly.
    #expect(try Self.julianDay(Self.day(2000, 1, 1)) == 2_451_545)
    var generator = SeededGenerator(seed: 1)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let (one, two) = try (
        Self.randomDay(in: 1...9_999, &generator), Self.randomDay(in: 1...9_999, &generator)
      )
      let days = Self.julianDay(two) - Self.julianDay(one)
      if one.days(until: two) != days { wrong.append("\(one) \(two)") }
      if (one < two) != (days > 0) { wrong.append("\(one) < \(two)") }
      if one != Self.lastDay, Self.julianDay(one.next) != Self.julianDay(one) + 1 {
        wrong.append("after \(one)")
      }
    }
    #expect(wrong == [])
  }

  /// Foundation counts the same days; before 1583 it follows the Julian calendar and is not asked.
  @Test func `day counts agree with Foundation`() throws {
    let calendar = try Self.calendar()
    var generator = SeededGenerator(seed: 4)
    var wrong: [String] = []
    for _ in 0..<3_000 {
      let (one, two) = try (
        Self.randomDay(in: 1_583...9_999, &generator), Self.randomDay(in: 1_583...9_999, &generator)
      )
      let seconds = try Self.date(two, in: calendar).timeIntervalSince(Self.date(one, in: calendar))
      if Double(one.days(until: two)) * 86_400 != seconds { wrong.append("\(one) \(two)") }
    }
    #expect(wrong == [])
  }

  /// Foundation finds the month and its length; the day is the one before, or the last there is.
  ///
  /// Its own clamping is not asked: on Linux it takes 30 March 1796 less 313 months for 1 March.
  @Test func `months and years agree with Foundation`() throws {
    let calendar = try Self.calendar()
    func moved(_ day: Day, by count: Int) throws -> Day {
      let first = try Self.date(Self.day(day.year, day.month, 1), in: calendar)
      let target = try #require(calendar.date(byAdding: .month, value: count, to: first))
      let length = try #require(calendar.range(of: .day, in: .month, for: target)).count
      let start = try Self.day(target, in: calendar)
      return try Self.day(start.year, start.month, min(day.day, length))
    }
    var generator = SeededGenerator(seed: 2)
    var wrong: [String] = []
    for _ in 0..<3_000 {
      let day = try Self.randomDay(in: 1_700...2_500, &generator)
      let (months, years) = (generator.pick(-1_200...1_200), generator.pick(-100...100))
      if try day.adding(months: months) != moved(day, by: months) {
        wrong.append("\(day) + \(months) months")
      }
      if try day.adding(years: years) != moved(day, by: years * 12) {
        wrong.append("\(day) + \(years) years")
      }
    }
    #expect(wrong == [])
  }
}
