// Almost every application is free of faults; reading such a one in a single pass is what makes batches fast.

import ChampionRules
import Eligibility
import LocatedJSON

/// The state of reading one plain text by the same tables as ``Intake``.
///
/// It knows no faults: what is not exactly as the format wants it makes the text not plain, and
/// ``Intake`` reads it again and says why. What it does read is what ``Intake`` would have read.
struct PlainIntake {
  /// Reads the values.
  var reader: PlainReader
  /// The unit of the amounts in the table being read.
  var moneyUnit: Money.Unit?
  /// Whether the version of the format is stated.
  var statesVersion = false

  /// The facts of an application without any fault or notice of reading; `nil` for any other text.
  static func application(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Application? {
    PlainReader.read(range, in: bytes) { reader throws(NotPlain) in
      var intake = PlainIntake(reader: reader)
      let application = try ApplicationFormat.application.plain(&intake)
      guard intake.statesVersion else { throw NotPlain() }
      reader = intake.reader
      return application
    }
  }

  /// Reads the members of an object, each at most once.
  mutating func readMembers<Owner>(
    _ fields: PlainFields<Owner>, into owner: inout Owner
  ) throws(NotPlain) {
    try reader.beginObject()
    var seen: UInt64 = 0
    var expected = 0
    // Files usually keep the format's order and leave some members out.
    while let place = try reader.nextKey(of: fields.keys, from: expected, isFirst: seen == 0) {
      let bit: UInt64 = 1 << UInt64(place)
      guard seen & bit == 0 else { throw NotPlain() }
      seen |= bit
      expected = place + 1
      // A null says that nothing is known, as if the member were not there.
      if reader.takeNull() { continue }
      guard fields.take(place, &owner, &self) else { throw NotPlain() }
    }
  }

  /// Reads the items of a list.
  mutating func readItems(
    _ read: (inout PlainIntake) throws(NotPlain) -> Void
  ) throws(NotPlain) {
    try reader.beginArray()
    var isFirst = true
    while try reader.hasItem(isFirst: isFirst) {
      isFirst = false
      try read(&self)
    }
  }

  /// Reads a text that is surely not blank.
  mutating func visibleText() throws(NotPlain) -> PlainText {
    let text = try reader.text()
    // A letter, a digit or a Chinese character at the start is enough; other texts are looked at
    // closely by those who can say what is wrong with them.
    switch text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0xE4...0xE9:
      return text
    default: throw NotPlain()
    }
  }

  /// Reads an exact number.
  mutating func decimal() throws(NotPlain) -> Decimal {
    let (coefficient, scale) = try reader.number()
    return Decimal(coefficient, scale: scale)
  }

  /// Reads a code, its letters and digits plain and capital as codes are written.
  mutating func code() throws(NotPlain) -> PlainText {
    let text = try reader.text()
    for place in 0..<text.count {
      switch text[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      default: throw NotPlain()
      }
    }
    return text
  }

  /// Reads a date to the precision written.
  mutating func date() throws(NotPlain) -> PartialDate {
    let text = try reader.text()
    guard let year = text.digits(4, from: 0) else { throw NotPlain() }
    var date: PartialDate?
    if text.count == 4 {
      date = PartialDate(year: year)
    } else if text[4] == UInt8(ascii: "-"), let month = text.digits(2, from: 5) {
      if text.count == 7 {
        date = PartialDate(year: year, month: month)
      } else if text.count == 10, text[7] == UInt8(ascii: "-"), let day = text.digits(2, from: 8) {
        date = PartialDate(year: year, month: month, day: day)
      }
    }
    guard let date else { throw NotPlain() }
    return date
  }
}
