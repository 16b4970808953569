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
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.count == width else { return nil }
      var number = 0
      for byte in part {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(number)
    }
    guard Day.years.contains(numbers[0]) else { return nil }
    switch numbers.count {
    case 1: self = .year(numbers[0])
    case 2:
      guard Day.months.contains(numbers[1]) else { return nil }
      self = .month(numbers[0], numbers[1])
    default:
      guard let day = Day(numbers[0], numbers[1], numbers[2]) else { return nil }
      self = .day(day)
    }
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
