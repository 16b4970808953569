// Reasons travel as data to several reports, so their values must keep order, names and kinds.

import Eligibility
import Testing

@Suite struct ReasonTests {
  static let hives = Wording(zh: "蜂箱数", en: "hives")
  static let message = Message(
    "hives-below-threshold",
    says: Wording(zh: "{hives} 少于 {threshold}", en: "{hives} is below {threshold}"),
    mend: Wording(zh: "增加蜂箱", en: "add hives"))

  @Test func `a message says what is the case and what mends it`() {
    #expect(Self.message.id == "hives-below-threshold")
    #expect(Self.message.says[.en] == "{hives} is below {threshold}")
    #expect(Self.message.mend?[.zh] == "增加蜂箱")
    #expect(Message("plain", says: Wording(zh: "甲", en: "a")).mend == nil)
  }

  @Test func `values keep their order and are found by name`() {
    let reason = Reason(
      Self.message, ["threshold": .count(50), "hives": .count(9), "asked": .year(2025)])
    #expect(reason.message == Self.message)
    #expect(reason.values.entries.map(\.name) == ["threshold", "hives", "asked"])
    #expect(reason.values.entries.map(\.quantity) == [.count(50), .count(9), .year(2025)])
    #expect(reason.values["hives"] == .count(9))
    #expect(reason.values["asked"] == .year(2025))
    #expect(reason.values["absent"] == nil)
  }

  @Test func `values may be absent and the first of a name counts`() {
    #expect(Reason(Self.message).values.entries.isEmpty)
    let twice: Reason.Values = ["hives": .count(1), "hives": .count(2)]
    #expect(twice["hives"] == .count(1))
    #expect(twice.entries.count == 2)
  }

  @Test func `values can be built piece by piece`() {
    let entry = Reason.Values.Entry("hives", .count(9))
    #expect(entry.name == "hives")
    #expect(entry.quantity == .count(9))
    let values = Reason.Values(entries: [entry, .init("asked", .year(2025))])
    #expect(values == ["hives": .count(9), "asked": .year(2025)])
    #expect(values != ["asked": .year(2025), "hives": .count(9)])
  }

  /// The same figure means another thing as a year than as a rank.
  @Test func `kinds of quantity differ`() throws {
    let day = try #require(Day(2025, 9, 1))
    let money = Money(fen: 7)
    let kinds: Set<Quantity> = [
      .count(7), .year(7), .years(7), .days(7), .rank(7), .day(day), .date(.day(day)),
      .money(money), .ratio(try #require(Ratio(money, of: money))), .number(Decimal(7)),
      .digits("7"), .text("7"), .term(Wording(zh: "7", en: "7")), .list([.count(7)]),
    ]
    #expect(kinds.count == 14)
    #expect(kinds.contains(.list([.count(7)])))
    #expect(!kinds.contains(.list([.count(7), .count(7)])))
  }

  @Test func `a margin holds what was compared`() {
    let margin = Margin(Self.hives, .count(9), .atLeast, .count(50), surplus: .count(-41))
    #expect(margin.name == Self.hives)
    #expect(margin.bound == .atLeast)
    #expect(margin.value == .count(9))
    #expect(margin.threshold == .count(50))
    #expect(margin.surplus == .count(-41))
  }

  @Test func `a finding holds its reason and nothing unasked`() {
    let bare = Finding(.met, Self.message)
    #expect(bare.outcome == .met)
    #expect(bare.reason == Reason(Self.message))
    #expect(bare.missing.isEmpty)
    #expect(bare.places.isEmpty)
    #expect(bare.margins.isEmpty)
    #expect(bare.readings.isEmpty)
    let margin = Margin(Self.hives, .count(9), .atLeast, .count(50), surplus: .count(-41))
    let full = Finding(
      .unmet, Self.message, ["hives": .count(9)], missing: ["/name"],
      at: [Pointer("/hives/*", at: 2)],
      margins: [margin], readings: [.no, .unknown])
    #expect(full.outcome == .unmet)
    #expect(full.reason.values["hives"] == .count(9))
    #expect(full.missing == ["/name"])
    #expect(full.places == [Pointer("/hives/*", at: 2)])
    #expect(full.margins == [margin])
    #expect(full.readings == [.no, .unknown])
  }

  @Test func `a notice names its figures and places`() {
    let notice = Notice(Self.message, ["hives": .count(9)], at: ["/hives", "/name"])
    #expect(notice.reason == Reason(Self.message, ["hives": .count(9)]))
    #expect(notice.places == ["/hives", "/name"])
    #expect(Notice(Self.message, at: []).reason.values.entries.isEmpty)
  }

  @Test func `the message about missing facts says what mends it`() {
    #expect(Message.missing.id == "missing")
    #expect(Message.missing.mend != nil)
  }
}
