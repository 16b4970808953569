// Periods in working days need the holidays and shifted working days that the State Council announces year by year.

import Eligibility

/// The notice on the holidays of one year.
public struct HolidayNotice: Sendable {
  /// The year.
  public let year: Int
  /// The notice.
  public let document: String
  /// The days off that fall on Monday to Friday, as first and last days of runs; weekends in between are off anyway.
  let daysOff: [(Day, Day)]
  /// The Saturdays and Sundays that are worked.
  let workedWeekends: [Day]

  /// Whether a day of the year is worked.
  func isWorked(_ day: Day) -> Bool {
    if workedWeekends.contains(day) { return true }
    return !day.isWeekend && !daysOff.contains { $0.0 <= day && day <= $0.1 }
  }

  /// The notices known here, by General Office of the State Council.
  public static let all = [
    HolidayNotice(
      year: 2024, document: "国办发明电〔2023〕7号",
      daysOff: [
        ("2024-01-01", "2024-01-01"), ("2024-02-10", "2024-02-17"), ("2024-04-04", "2024-04-06"),
        ("2024-05-01", "2024-05-05"), ("2024-06-10", "2024-06-10"), ("2024-09-15", "2024-09-17"),
        ("2024-10-01", "2024-10-07"),
      ],
      workedWeekends: [
        "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
        "2024-09-29", "2024-10-12",
      ]),
    HolidayNotice(
      year: 2025, document: "国办发明电〔2024〕12号",
      daysOff: [
        ("2025-01-01", "2025-01-01"), ("2025-01-28", "2025-02-04"), ("2025-04-04", "2025-04-06"),
        ("2025-05-01", "2025-05-05"), ("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08"),
      ],
      workedWeekends: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]),
    HolidayNotice(
      year: 2026, document: "国办发明电〔2025〕7号",
      daysOff: [
        ("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
        ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
        ("2026-10-01", "2026-10-07"),
      ],
      workedWeekends: [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
      ]),
  ]
}

/// The last day of a period of working days.
public enum WorkingPeriod: Hashable, Sendable {
  /// It ends on that day.
  case ends(Day)
  /// It reaches into a year whose notice is not known here.
  case noNotice(year: Int)

  /// The last of some working days.
  ///
  /// - Parameters:
  ///   - count: how many, at least 1.
  ///   - first: the day on which the period begins.
  ///   - countsFirst: whether that day is one of them where it is worked; otherwise they begin on the next.
  public init(of count: Int, from first: Day, countsFirst: Bool) {
    var day = countsFirst ? first : first.next
    var left = count
    while true {
      guard let notice = HolidayNotice.all.first(where: { $0.year == day.year }) else {
        self = .noNotice(year: day.year)
        return
      }
      if notice.isWorked(day) { left -= 1 }
      if left <= 0 {
        self = .ends(day)
        return
      }
      day = day.next
    }
  }
}
