// A month is thirty possible days; reading it as its first would decide questions it leaves open.

import Eligibility
import Testing

@Suite struct PartialDateTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year, month, day))
  }

  @Test func `reads three precisions`() throws {
    #expect(PartialDate(iso: "2018") == .year(2018))
    #expect(PartialDate(iso: "2018-03") == .month(2018, 3))
    #expect(try PartialDate(iso: "2018-03-09") == .day(Self.day(2018, 3, 9)))
    #expect(try PartialDate(iso: "2024-02-29") == .day(Self.day(2024, 2, 29)))
    #expect(PartialDate(iso: "0001") == .year(1))
    #expect(PartialDate(iso: "9999-12") == .month(9_999, 12))
    #expect(PartialDate(iso: "on 2018-03".dropFirst(3)) == .month(2018, 3))
  }

  @Test(arguments: [
    "", "-", "--", "0000", "201", "02018", "12018", "2018-", "2018-3", "2018-003", "2018-00",
    "2018-13", "2018-00-01", "2018-03-", "2018-03-9", "2018-03-009", "2018-03-00", "2018-03-32",
    "2023-02-29", "2018-04-31", "0000-01-01", "2018-03-09-01", "2018-03-09T00:00", "-2018", "+2018",
    "2018/03", "2018.03", " 2018", "2018 ", "20a8", "２０１８", "2018年", "201803", "20180309",
    "2018--09", "2018-0/", "2018-0:", "2018-03-0é",
  ])
  func `refuses other forms`(text: String) {
    #expect(PartialDate(iso: text) == nil)
  }

  @Test func `is made of as many parts as are known`() throws {
    #expect(PartialDate(year: 2018) == .year(2018))
    #expect(PartialDate(year: 2018, month: 3) == .month(2018, 3))
    #expect(try PartialDate(year: 2024, month: 2, day: 29) == .day(Self.day(2024, 2, 29)))
    #expect(PartialDate(year: 1, month: 1) == .month(1, 1))
    #expect(PartialDate(year: 9_999, month: 12) == .month(9_999, 12))
    for year in [0, 10_000] {
      #expect(PartialDate(year: year) == nil)
      #expect(PartialDate(year: year, month: 1) == nil)
      #expect(PartialDate(year: year, month: 1, day: 1) == nil)
    }
    for month in [0, 13] {
      #expect(PartialDate(year: 2018, month: month) == nil)
      #expect(PartialDate(year: 2018, month: month, day: 1) == nil)
    }
    #expect(PartialDate(year: 2023, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2023, month: 4, day: 0) == nil)
  }

  @Test func `spans the days it could be`() throws {
    let year = PartialDate.year(2018)
    #expect(try year.days == Interval(from: Self.day(2018, 1, 1), through: Self.day(2018, 12, 31)))
    #expect(try year.earliest == Self.day(2018, 1, 1))
    #expect(try year.latest == Self.day(2018, 12, 31))
    let february = PartialDate.month(2024, 2)
    #expect(
      try february.days == Interval(from: Self.day(2024, 2, 1), through: Self.day(2024, 2, 29)))
    #expect(try february.earliest == Self.day(2024, 2, 1))
    #expect(try february.latest == Self.day(2024, 2, 29))
    #expect(try PartialDate.month(2023, 2).latest == Self.day(2023, 2, 28))
    #expect(try PartialDate.month(2023, 12).latest == Self.day(2023, 12, 31))
    let exact = try Self.day(2018, 3, 9)
    #expect(PartialDate.day(exact).days == Interval(exact))
    #expect(PartialDate.day(exact).earliest == exact)
    #expect(PartialDate.day(exact).latest == exact)
  }

  @Test func `a month outside the calendar is its year`() throws {
    for month in [0, 13, -1, .max] {
      #expect(PartialDate.month(2018, month).days == PartialDate.year(2018).days)
    }
    #expect(try PartialDate.month(10_000, 5).latest == Self.day(9_999, 12, 31))
    #expect(try PartialDate.year(0).earliest == Self.day(1, 1, 1))
  }

  /// Seven years to the end of 2024 need a start by 1 January 2018; its year alone leaves that open.
  @Test func `imprecision leaves questions open`() throws {
    let limit = try Self.day(2018, 1, 1)
    for (text, answer) in [
      ("2017", Kleene.yes), ("2017-12", .yes), ("2017-12-31", .yes), ("2018-01-01", .yes),
      ("2018", .unknown), ("2018-01", .unknown), ("2018-01-02", .no), ("2018-02", .no),
      ("2019", .no),
    ] {
      #expect(try #require(PartialDate(iso: text)).days.isAtMost(limit) == answer, "\(text)")
    }
  }

  @Test func `prints as ISO 8601`() throws {
    #expect(PartialDate.year(2018).description == "2018")
    #expect(PartialDate.year(7).description == "0007")
    #expect(PartialDate.month(2018, 3).description == "2018-03")
    #expect(PartialDate.month(987, 11).description == "0987-11")
    #expect(try PartialDate.day(Self.day(2018, 3, 9)).description == "2018-03-09")
  }

  @Test func `every printed date reads back`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let (year, month) = (generator.pick(1...9_999), generator.pick(1...12))
      let day = try Self.day(year, month, generator.pick(1...Day.length(of: month, in: year)))
      for date in [PartialDate.year(year), .month(year, month), .day(day)] {
        try #require(PartialDate(iso: date.description) == date)
      }
    }
  }
}
