// Every function of dates ends and is right for every date there is; days are counted here another way.

import Eligibility
import Foundation
import Testing

/// The calendar as a count of days, by the shifted years of Hinnant ("chrono-compatible low-level date
/// algorithms", 2013), which begin in March and share nothing with the functions under test.
enum CountedCalendar {
  /// The days from 1970-01-01 to a day, negative before.
  static func number(of year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of such a number, as year, month and day.
  static func date(of number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  static func number(of day: Day) -> Int { number(of: day.year, day.month, day.day) }

  static let first = number(of: 1, 1, 1)
  static let last = number(of: 9_999, 12, 31)

  /// The number of the day so many months later: the day of that number in the month reached, or its
  /// last one; at the ends of the calendar the first or last day there is.
  static func number(of day: Day, adding months: Int) -> Int {
    // No count of months that leads out of the calendar leads back into it.
    let reach = 12 * 9_999
    let month = day.year * 12 + day.month - 1 + max(-reach, min(months, reach))
    if month < 12 { return first }
    if month >= 12 * 10_000 { return last }
    let start = number(of: month / 12, month % 12 + 1, 1)
    let next = number(of: (month + 1) / 12, (month + 1) % 12 + 1, 1)
    return min(start + day.day - 1, next - 1)
  }

  /// The first and the last two days of every month from 0001 to 9999, leap days among them.
  static func eachDayOfInterest(_ body: (Day, _ number: Int) -> Void) {
    var start = first
    for month in 12..<(12 * 10_000) {
      let next = number(of: (month + 1) / 12, (month + 1) % 12 + 1, 1)
      for number in [start, next - 2, next - 1] {
        let (year, month, day) = date(of: number)
        if let day = Day(year, month, day) { body(day, number) }
      }
      start = next
    }
  }

  static let monthCounts = [
    .min, -119_988, -84, -36, -12, -11, -3, -1, 0, 1, 3, 11, 12, 36, 84, 119_988, .max,
  ]
}

/// After so long the system ends a process of its own in which functions of dates are tried.
///
/// A loop takes no notice of a test's time limit, which counts the time of the tests beside it, too.
private let secondsUntilItHasToEnd: UInt32 = 600

@Suite struct CalendarPropertyTests {
  @Test func `the count is right`() {
    #expect(CountedCalendar.number(of: 1970, 1, 1) == 0)
    #expect(CountedCalendar.number(of: 2000, 3, 1) == 11_017)
    #expect(CountedCalendar.first == -719_162)
    #expect(CountedCalendar.last == 2_932_896)
    #expect(CountedCalendar.date(of: -719_162) == (1, 1, 1))
    #expect(CountedCalendar.date(of: 2_932_896) == (9_999, 12, 31))
  }

  @Test func `every day of interest is a day`() {
    var count = 0
    var leapDays = 0
    CountedCalendar.eachDayOfInterest { day, _ in
      count += 1
      if day.month == 2, day.day == 29 { leapDays += 1 }
    }
    #expect(count == 3 * 12 * 9_999)
    #expect(leapDays == 2_424)
  }

  @Test func `months are added rightly to every day of interest`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      var before = CountedCalendar.monthCounts.map { _ in CountedCalendar.first }
      CountedCalendar.eachDayOfInterest { day, _ in
        var earlier = CountedCalendar.first
        for (place, months) in CountedCalendar.monthCounts.enumerated() {
          let found = CountedCalendar.number(of: day.adding(months: months))
          if found != CountedCalendar.number(of: day, adding: months) {
            wrong.append("\(day) + \(months) months")
          }
          // A later day is never brought before an earlier one, nor a day by more months.
          if found < before[place] || found < earlier {
            wrong.append("\(day) + \(months) goes back")
          }
          before[place] = found
          earlier = found
        }
      }
      #expect(wrong.prefix(5) == [])
    }
  }

  @Test func `years are added rightly to every day of interest`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      let counts = [Int.min, -9_999, -7, -3, -1, 0, 1, 3, 7, 9_999, Int.max]
      CountedCalendar.eachDayOfInterest { day, _ in
        for years in counts {
          let months = max(-9_999, min(years, 9_999)) * 12
          if CountedCalendar.number(of: day.adding(years: years))
            != CountedCalendar.number(of: day, adding: months)
          {
            wrong.append("\(day) + \(years) years")
          }
        }
      }
      #expect(wrong.prefix(5) == [])
    }
  }

  @Test func `days follow and are counted rightly`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      let (firstDay, lastDay) = (Day.first(of: 1), Day.last(of: 9_999))
      var previous = firstDay
      CountedCalendar.eachDayOfInterest { day, number in
        let next = CountedCalendar.number(of: day.next)
        if next != min(number + 1, CountedCalendar.last) { wrong.append("after \(day)") }
        if firstDay.days(until: day) != number - CountedCalendar.first
          || day.days(until: lastDay) != CountedCalendar.last - number
        {
          wrong.append("days to and from \(day)")
        }
        if day < previous || previous.days(until: day) < 0 {
          wrong.append("\(day) is not in order")
        }
        previous = day
      }
      #expect(wrong.prefix(5) == [])
      #expect(previous == lastDay)
    }
  }

  @Test func `every month has its length and is written as read`() async {
    await #expect(processExitsWith: .success) {
      _ = alarm(secondsUntilItHasToEnd)
      var wrong: [String] = []
      for year in 1...9_999 {
        for month in 1...12 {
          let start = CountedCalendar.number(of: year, month, 1)
          let next = CountedCalendar.number(of: month == 12 ? year + 1 : year, month % 12 + 1, 1)
          let partial = PartialDate.month(year, month)
          if Day.length(of: month, in: year) != next - start
            || CountedCalendar.number(of: partial.earliest) != start
            || CountedCalendar.number(of: partial.latest) != next - 1
            || partial.days != Interval(from: partial.earliest, through: partial.latest)
            || Day(year, month, next - start + 1) != nil
          {
            wrong.append("\(partial)")
          }
          let dates = [partial, .day(partial.earliest), .day(partial.latest)]
          if !dates.allSatisfy({ PartialDate(iso: $0.description) == $0 }) {
            wrong.append("\(partial) as text")
          }
        }
        let partial = PartialDate.year(year)
        if CountedCalendar.number(of: partial.earliest) != CountedCalendar.number(of: year, 1, 1)
          || CountedCalendar.number(of: partial.latest) != CountedCalendar.number(of: year, 12, 31)
          || partial.earliest != Day.first(of: year) || partial.latest != Day.last(of: year)
          || PartialDate(iso: partial.description) != partial || PartialDate(year: year) != partial
        {
          wrong.append("\(partial)")
        }
      }
      #expect(wrong.prefix(5) == [])
    }
  }
}
