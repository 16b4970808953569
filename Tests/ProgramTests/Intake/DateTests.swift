// Dates open and close periods, so a date is taken as written or not at all.

import ChampionRules
import Eligibility
import Testing

@testable import Judging

struct DateTests {
  private func withStart(_ value: String) throws -> Judged {
    try Judged(
      GoodFile.replacing("\"fieldSince\": \"2012-03-01\"", with: "\"fieldSince\": \(value)"))
  }

  private func withFiling(_ value: String) throws -> Judged {
    try Judged(
      GoodFile.replacing("\"filingDate\": \"2025-09-10\"", with: "\"filingDate\": \(value)"))
  }

  @Test(arguments: [
    ("\"2012\"", PartialDate.year(2012)), ("2012", .year(2012)), ("\"2012-03\"", .month(2012, 3)),
    ("\"2012-02-29\"", .day("2012-02-29")), ("\"２０１２－０２－２９\"", .day("2012-02-29")),
    ("\"1900-01-01\"", .day("1900-01-01")),
  ])
  func `are taken to the precision written`(value: String, date: PartialDate) throws {
    let judged = try withStart(value)
    #expect(judged.ids.isEmpty)
    #expect(judged.application.product.fieldSince == date)
  }

  /// Forms that name a date beyond doubt, and how to write it.
  @Test(arguments: [
    ("20120301", "2012-03-01"), ("201203", "2012-03"), ("2012/3/1", "2012-03-01"),
    ("2012.03.01", "2012-03-01"), ("2012年3月1日", "2012-03-01"), ("2012年3月", "2012-03"),
    ("2012年", "2012"), ("２０１２年３月１日", "2012-03-01"), ("2012-3-1", "2012-03-01"),
    ("2012-03-01 ", "2012-03-01"), ("2012 03 01", "2012-03-01"),
  ])
  func `other forms are shown the right one`(text: String, meant: String) throws {
    let judged = try withStart("\"\(text)\"")
    try judged.expectOnly("date-form", at: "/product/fieldSince", #_sourceLocation)
    #expect(try judged.fault["meant"] == meant)
    #expect(judged.application.product.fieldSince == nil)
  }

  @Test(arguments: [
    "2025-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-31", "20250229", "2025/2/29",
    "0000", "1/3/2012", "12-03-01", "2012年之前", "约2012年", "2012-03-01T00:00:00", "去年", "-", "",
    "２０２５－０２－２９", "2012-03-01-02", "٢٠١٢",
  ])
  func `what is no date is a fault`(text: String) throws {
    let judged = try withStart("\"\(text)\"")
    try judged.expectOnly("bad-date", at: "/product/fieldSince", #_sourceLocation)
    #expect(judged.application.product.fieldSince == nil)
  }

  @Test(arguments: [("20120301", "2012-03-01"), ("201203", "2012-03")])
  func `a date as a number is shown the right form`(number: String, meant: String) throws {
    let judged = try withStart(number)
    try judged.expectOnly("date-form", at: "/product/fieldSince", #_sourceLocation)
    #expect(try judged.fault["meant"] == meant)
    #expect(judged.application.product.fieldSince == nil)
  }

  @Test(arguments: ["true", "{}", "[\"2012\"]"])
  func `other values are of the wrong type`(value: String) throws {
    let judged = try withStart(value)
    try judged.expectOnly("wrong-type", at: "/product/fieldSince", #_sourceLocation)
    #expect(judged.application.product.fieldSince == nil)
  }

  @Test(arguments: ["\"2025-09\"", "\"2025\"", "2025"])
  func `a day is needed where one decides`(value: String) throws {
    let judged = try withFiling(value)
    try judged.expectOnly("day-needed", at: "/filingDate", #_sourceLocation)
    #expect(judged.application.filingDate == nil)
  }

  // MARK: The regulation's beginning

  @Test func `the day the regulation began is the first`() throws {
    let first = try withFiling("\"2024-07-23\"")
    #expect(first.ids.isEmpty)
    #expect(first.application.filingDate == "2024-07-23")
    let before = try withFiling("\"2024-07-22\"")
    try before.expectOnly("filed-before-in-force", at: "/filingDate", #_sourceLocation)
    #expect(before.application.filingDate == nil)
    #expect(before.report.verdict == .undetermined)
  }

  @Test(arguments: [(2024, true), (2025, true), (2999, true), (2023, false), (1900, false)])
  func `rounds begin with the regulation`(year: Int, isPossible: Bool) throws {
    let judged = try Judged(
      GoodFile.replacing("\"applicationYear\": 2025", with: "\"applicationYear\": \(year)"))
    if isPossible {
      #expect(judged.ids.isEmpty)
      #expect(judged.application.applicationYear == year)
    } else {
      try judged.expectOnly("round-before-in-force", at: "/applicationYear", #_sourceLocation)
      #expect(judged.application.applicationYear == nil)
      #expect(judged.report.verdict == .undetermined)
    }
  }

  @Test(arguments: ["1899", "3000", "-2025", "2025.5", "0"])
  func `years outside the range are faults`(year: String) throws {
    let judged = try Judged(
      GoodFile.replacing("\"applicationYear\": 2025", with: "\"applicationYear\": \(year)"))
    try judged.expectOnly("out-of-range", at: "/applicationYear", #_sourceLocation)
    #expect(judged.application.applicationYear == nil)
  }
}
