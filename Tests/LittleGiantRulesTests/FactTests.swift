// What the facts of the file say of themselves: characters, lengths, numbers in tables, spans, counts.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

@Suite struct CharacterTests {
  /// The first and the last sign of each range, and whether the sign before the first and after the last are outside.
  private func wrong(
    _ ranges: [ClosedRange<UInt32>], _ isOf: (Unicode.Scalar) -> Bool
  ) -> [String] {
    ranges.flatMap { range in
      [
        (range.lowerBound, true), (range.upperBound, true), (range.upperBound + 1, false),
        (range.lowerBound == 0 ? range.upperBound + 1 : range.lowerBound - 1, false),
      ].compactMap { value, wanted in
        guard let scalar = Unicode.Scalar(value), isOf(scalar) != wanted else { return nil }
        return String(value, radix: 16)
      }
    }
  }

  @Test func `blanks are the white space and the signs for layout`() {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x20, 0x7F...0xA0, 0x1680...0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
      0x3000...0x3000, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    ]
    #expect(wrong(ranges) { $0.isBlank } == [])
  }

  @Test func `Chinese characters are those of the Han blocks, and the round zero`() {
    let ranges: [ClosedRange<UInt32>] = [
      0x3007...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF,
    ]
    #expect(wrong(ranges) { $0.isHan } == [])
  }

  @Test func `Latin letters are plain or full-width`() {
    let plain: [ClosedRange<Unicode.Scalar>] = ["A"..."Z", "a"..."z", "Ａ"..."Ｚ", "ａ"..."ｚ"]
    #expect(wrong(plain.map { $0.lowerBound.value...$0.upperBound.value }) { $0.isLatin } == [])
  }

  @Test func `full-width signs are folded to plain ones, their neighbours stay`() {
    #expect("！～".folded == "!~")
    #expect("\u{FF00}\u{FF5F}".folded == "\u{FF00}\u{FF5F}")
    #expect("Ａ１ （甲）\u{3000}".folded == "A1(甲)")
  }
}

@Suite struct GiantLengthTests {
  private func length(_ text: String?, _ characters: Int?) -> GiantLength {
    var length = GiantLength()
    length.text = text.map { GiantTextLength($0) }
    length.characters = characters
    return length
  }

  @Test(arguments: [(2, true), (3, false), (4, false), (5, true)])
  func `a declared number is at least the Chinese characters and at most all`(
    declared: Int, isContradictory: Bool
  ) {
    #expect(length("一二三。", declared).isContradictory == isContradictory)
    #expect(!length(nil, declared).isContradictory)
    #expect(!length("一二三。", nil).isContradictory)
  }

  @Test func `what is said of a length follows from the text or the number declared`() {
    let cases: [(String?, Int?, String, Int)] = [
      (nil, nil, "length-not-stated", 0), ("一二三", 4, "length-contradicts", 1),
      ("一二三四", 3, "length-contradicts", 0), (nil, 3, "length-declared", 0),
      ("一二三", nil, "length-within", 0), (nil, 5, "length-declared-beyond", 2),
      ("一二三四五", nil, "length-beyond", 2), ("一二三。", nil, "length-open", 0),
    ]
    for (text, declared, id, excess) in cases {
      let reason = length(text, declared).reason(limit: 3)
      #expect(reason.message.id == id)
      #expect(reason.values["excess"] == .count(excess), "\(id)")
    }
  }
}

@Suite struct GiantTableNumberTests {
  @Test(arguments: ["0", "-1", "1.5", "-0.50", "123456789012345", "12345678901234.5"])
  func `a number is digits with a sign before and a point within`(text: String) {
    #expect(GiantTableNumber(text) != nil)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "-.5", "--1", "1-", "1.-5", "1.2.3", "1,000", "+1", "1%",
    "1234567890123456", "1.234567890123456",
  ])
  func `all else is none`(text: String) {
    #expect(GiantTableNumber(text) == nil)
  }

  @Test(arguments: [
    ("69", true), ("70", false), ("71", false), ("69.99", true), ("70.00", false),
    ("70.01", false), ("-70", true),
  ])
  func `it is below a whole number or not, however many digits it has`(
    text: String, isBelow: Bool
  ) throws {
    #expect(try #require(GiantTableNumber(text)).isBelow(70) == isBelow)
  }

  @Test func `it is a quotient rounded half away from zero`() throws {
    let half = try (#require(GiantTableNumber("0.5")), #require(GiantTableNumber("1")))
    #expect(half.0.isRounded(1, over: 2) && half.1.isRounded(1, over: 2))
    #expect(try #require(GiantTableNumber("-1")).isRounded(-1, over: 2))
    #expect(try !#require(GiantTableNumber("0")).isRounded(-1, over: 2))
    #expect(try #require(GiantTableNumber("0")).isRounded(0, over: 2))
    #expect(try #require(GiantTableNumber("0")).isRounded(49, over: 100))
  }
}

@Suite struct GiantSpanTests {
  private let days = GiantDays(snapshot: "2021-05-31", filing: Interval("2021-07-24"))

  private func span(
    _ began: PartialDate?, isCurrent: Bool? = nil, _ ended: PartialDate?
  ) -> GiantSpan {
    GiantSpan(began: began, isCurrent: isCurrent, ended: ended)
  }

  @Test func `an end before the beginning contradicts it, on the same day it does not`() {
    #expect(!span(.day("2020-01-02"), .day("2020-01-02")).isContradictory(days))
    #expect(span(.day("2020-01-02"), .day("2020-01-01")).isContradictory(days))
    #expect(!span(.day("2020-01-02"), .year(2020)).isContradictory(days))
  }

  @Test func `what is over when filing ended before that day, and what lasts did not`() {
    for (day, isOver, lasts) in [
      ("2021-07-23", false, true), ("2021-07-24", true, false), ("2021-07-25", true, false),
    ] as [(Day, Bool, Bool)] {
      #expect(span(nil, isCurrent: false, .day(day)).isContradictory(days) == isOver)
      #expect(span(nil, isCurrent: true, .day(day)).isContradictory(days) == lasts)
    }
  }

  @Test func `what is over when filing does not hold then, however vague its end`() {
    let vague = span(.year(2015), isCurrent: false, .year(2021))
    #expect(vague.hasNotEnded(before: .filing, days) == .no)
    #expect(
      span(.year(2015), .year(2021)).hasNotEnded(before: .filing, days) == .unknown)
  }

  @Test func `of two vague days the later is known where they do not overlap`() {
    let first = Interval<Day>(from: "2021-01-01", through: "2021-01-31")
    let touching = Interval<Day>(from: "2021-01-31", through: "2021-02-28")
    let later = Interval<Day>(from: "2021-02-01", through: "2021-02-28")
    #expect(touching.isAtOrAfter(first) == .yes)
    #expect(first.isAtOrAfter(touching) == .unknown)
    #expect(first.isAtOrAfter(later) == .no)
    #expect(first.isAtOrAfter(first) == .unknown)
  }
}

@Suite struct CountedItemsTests {
  @Test func `the number shows what is open, and that a list is not given`() {
    let given = CountedItems([Kleene.yes, .no, .yes]) { $1 }
    #expect(given.quantity == .count(2))
    let open = CountedItems([Kleene.yes, .unknown]) { $1 }
    guard case .reason(let reason) = open.quantity else {
      Issue.record("\(open.quantity)")
      return
    }
    #expect(reason.message.id == "count-open")
    #expect(reason.values["certain"] == .count(1) && reason.values["open"] == .count(1))
    let absent = CountedItems([Kleene]?.none) { $1 }
    #expect(absent.quantity == .notGiven)
  }
}
