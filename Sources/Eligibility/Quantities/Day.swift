// Periods in a regulation run in calendar days, months and years; a clock or time zone plays no part.

/// A day of the Gregorian calendar in the years 1 to 9999.
public struct Day: Hashable, Sendable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day, or `nil` where the calendar has no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard Day.years.contains(year), Day.months.contains(month),
      day >= 1, day <= Day.length(of: month, in: year)
    else { return nil }
    self.init(known: year, month, day)
  }

  private init(known year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  static let years = 1...9999
  static let months = 1...12

  /// How many days a month has.
  public static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The first day of a year; the year is brought into 1 to 9999.
  public static func first(of year: Int) -> Day { Day(known: clamped(year), 1, 1) }

  /// The last day of a year; the year is brought into 1 to 9999.
  public static func last(of year: Int) -> Day { Day(known: clamped(year), 12, 31) }

  private static func clamped(_ year: Int) -> Int {
    min(max(year, years.lowerBound), years.upperBound)
  }

  /// The same day so many months later (earlier where negative).
  ///
  /// Where the month reached is too short the last day of it is taken: 30 November and 3 months is
  /// 28 or 29 February. Beyond the calendar's range its first or last day is taken.
  public func adding(months count: Int) -> Day {
    // A count that leads out of the calendar from anywhere is as good as any larger one.
    let reach = Day.years.upperBound * Day.months.upperBound
    let total = year * 12 + (month - 1) + min(max(count, -reach), reach)
    let newYear = total / 12
    if newYear < Day.years.lowerBound { return Day.first(of: Day.years.lowerBound) }
    if newYear > Day.years.upperBound { return Day.last(of: Day.years.upperBound) }
    let newMonth = total % 12 + 1
    return Day(known: newYear, newMonth, min(day, Day.length(of: newMonth, in: newYear)))
  }

  /// The same day so many years later; 29 February becomes the 28th where there is none.
  public func adding(years count: Int) -> Day {
    let reach = Day.years.upperBound
    return adding(months: min(max(count, -reach), reach) * 12)
  }

  /// The following day; the calendar's last day follows itself.
  public var next: Day {
    if day < Day.length(of: month, in: year) { return Day(known: year, month, day + 1) }
    if month < 12 { return Day(known: year, month + 1, 1) }
    return year < Day.years.upperBound ? Day(known: year + 1, 1, 1) : self
  }

  /// The day before; the calendar's first day precedes itself.
  public var previous: Day {
    if day > 1 { return Day(known: year, month, day - 1) }
    if month > 1 { return Day(known: year, month - 1, Day.length(of: month - 1, in: year)) }
    return year > Day.years.lowerBound ? Day(known: year - 1, 12, 31) : self
  }

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool {
    // The calendar's first day is a Monday.
    (ordinal - 1) % 7 >= 5
  }

  /// How many days lie between two days; positive where `later` is later.
  public func days(until later: Day) -> Int { later.ordinal - ordinal }

  private var ordinal: Int {
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400
    for earlier in 1..<month { days += Day.length(of: earlier, in: year) }
    return days + day
  }

  /// Orders days in time.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension Day: CustomStringConvertible, ExpressibleByStringLiteral {
  /// A day written in the program text as in ISO 8601.
  ///
  /// - Precondition: the calendar has the day; a slip here is a defect of the program.
  public init(stringLiteral text: String) {
    guard case .day(let day)? = PartialDate(iso: text) else {
      preconditionFailure("no such day: \(text)")
    }
    self = day
  }

  /// The day as in ISO 8601: `2025-09-01`.
  public var description: String {
    PartialDate.month(year, month).description + PartialDate.twoDigits(day, after: "-")
  }
}
