// People often know only the month or the year of an event; that is less than a day, not a wrong day.

/// A date known to the day, to the month or to the year.
public enum PartialDate: Hashable, Sendable {
  /// Some day of a year, 1 to 9999.
  case year(Int)
  /// Some day of a month, 1 to 12, of a year.
  case month(Int, Int)
  /// One day.
  case day(Day)

  /// Reads `2018`, `2018-03` or `2018-03-09` as ISO 8601 writes them.
  ///
  /// - Returns: `nil` for another form or a date the calendar does not have.
  @inlinable
  public init?(iso text: some StringProtocol) {
    var (year, month, day) = (0, 0, 0)
    var length = 0
    for byte in text.utf8 {
      // A dash stands after four and after seven characters, a digit everywhere else.
      if length == 4 || length == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        switch length {
        case 0..<4: year = year * 10 + digit
        case 5..<7: month = month * 10 + digit
        default: day = day * 10 + digit
        }
      }
      length += 1
      if length > 10 { return nil }
    }
    switch length {
    case 4: self.init(year: year)
    case 7: self.init(year: year, month: month)
    case 10: self.init(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// A date of as many parts as are known.
  ///
  /// - Returns: `nil` for a date the calendar does not have.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard Day.years.contains(year) else { return nil }
    guard let month else {
      self = .year(year)
      return
    }
    guard let day else {
      guard Day.months.contains(month) else { return nil }
      self = .month(year, month)
      return
    }
    guard let day = Day(year, month, day) else { return nil }
    self = .day(day)
  }

  /// The days it could be.
  public var days: Interval<Day> { Interval(from: earliest, through: latest) }

  /// The first day it could be.
  ///
  /// A month outside the calendar is the caller's slip; the whole year holds it.
  public var earliest: Day {
    switch self {
    case .year(let year): Day.first(of: year)
    case .month(let year, let month): Day(year, month, 1) ?? Day.first(of: year)
    case .day(let day): day
    }
  }

  /// The last day it could be.
  public var latest: Day {
    switch self {
    case .year(let year): Day.last(of: year)
    case .month(let year, let month):
      Day(year, month, Day.length(of: month, in: year)) ?? Day.last(of: year)
    case .day(let day): day
    }
  }

  static func twoDigits(_ number: Int, after separator: String) -> String {
    separator + (number < 10 ? "0" : "") + String(number)
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as in ISO 8601, to the precision known.
  public var description: String {
    switch self {
    case .year(let year):
      let digits = String(year)
      return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    case .month(let year, let month):
      return PartialDate.year(year).description + PartialDate.twoDigits(month, after: "-")
    case .day(let day): return day.description
    }
  }
}
