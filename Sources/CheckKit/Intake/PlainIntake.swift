// Almost every application is free of faults; reading such a one in a single pass is what makes batches fast.

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

  /// Reads the facts of an application into the place of a blank one.
  static func read(
    _ form: PlainForm, _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, into slot: Slot
  ) -> Bool {
    PlainReader.read(range, in: bytes) { reader throws(NotPlain) in
      try read(form, &reader, into: slot)
    } != nil
  }

  /// Likewise the facts that the next line states.
  static func read(_ form: PlainForm, nextOf lines: Lines, into slot: Slot) -> Int? {
    lines.readPlain { reader throws(NotPlain) in try read(form, &reader, into: slot) }
  }

  private static func read(
    _ form: PlainForm, _ reader: inout PlainReader, into application: Slot
  ) throws(NotPlain) {
    var intake = PlainIntake(reader: reader)
    try intake.read(form, into: application)
    guard intake.statesVersion else { throw NotPlain() }
    reader = intake.reader
  }

  /// Reads the members of an object, each at most once.
  private mutating func readMembers(_ table: PlainTable, into owner: Slot) throws(NotPlain) {
    guard try reader.beginObject() else { return }
    var seen: UInt64 = 0
    var row = table.rows
    repeat {
      // Files usually keep the format's order and leave some members out.
      let expected = row
      while !reader.takes(key: row.pointee.key) {
        row = table.row(after: row)
        guard row != expected else { throw NotPlain() }
      }
      guard seen & row.pointee.bit == 0 else { throw NotPlain() }
      seen |= row.pointee.bit
      // A null says that nothing is known, as if the member were not there.
      if !reader.takesNull() {
        try keep(row.pointee.form, in: owner.member(at: row.pointee.offset))
      }
      row = table.row(after: row)
    } while try reader.hasAnotherMember()
  }

  /// Reads a value and keeps it.
  mutating func read(_ form: PlainForm, into slot: Slot) throws(NotPlain) {
    try keep(form, in: slot)
  }

  @inline(__always)
  private mutating func keep(_ form: PlainForm, in slot: Slot) throws(NotPlain) {
    switch form.kind {
    case .text: slot.keep(Optional(try visibleText().string))
    case .mention:
      _ = try visibleText()
      slot.keep(true)
    case .remark: _ = try visibleText()
    case .flag: slot.keep(Optional(try reader.flag()))
    case .whole: slot.keep(Optional(try whole(form.range)))
    case .decimal:
      let (coefficient, scale) = try reader.number()
      if coefficient < 0 { throw NotPlain() }
      slot.keep(Optional(Decimal(coefficient, scale: scale)))
    case .money:
      let amount = try money()
      if amount < .zero { throw NotPlain() }
      slot.keep(Optional(amount))
    case .signedMoney: slot.keep(Optional(try money()))
    case .day:
      guard case .day(let day) = try date() else { throw NotPlain() }
      slot.keep(Optional(day))
    case .partialDate: slot.keep(Optional(try date()))
    case .attachments: slot.keep(Optional(try attachments(form.range)))
    case .object:
      guard let members = form.members else { throw NotPlain() }
      try readMembers(members, into: slot)
    case .custom:
      guard let custom = form.custom else { throw NotPlain() }
      let isPlain = custom._withUnsafeGuaranteedRef { custom in
        do throws(NotPlain) {
          try custom.take(&self, slot)
          return true
        } catch {
          return false
        }
      }
      if !isPlain { throw NotPlain() }
    }
  }

  // MARK: Values

  /// Reads a text that is surely not blank.
  @inline(__always)
  private mutating func visibleText() throws(NotPlain) -> PlainText {
    let text = try plainText()
    // A letter, a digit, a Chinese character or the punctuation that titles begin with is enough at
    // the start; other texts are looked at closely by those who can say what is wrong with them.
    switch text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0xE4...0xE9:
      return text
    // U+3001 to U+3029, among them 《 and 「; marks that need a letter follow.
    case 0xE3 where text[1] == 0x80 && (0x81...0xA9).contains(text[2]): return text
    // U+FF01 to U+FF3F, among them （ and full-width letters.
    case 0xEF where text[1] == 0xBC && text[2] != 0x80: return text
    // U+2018 to U+201D, quotation marks.
    case 0xE2 where text[1] == 0x80 && (0x98...0x9D).contains(text[2]): return text
    default: throw NotPlain()
    }
  }

  /// Reads a text.
  // Once, not wherever a text may stand.
  @inline(never)
  mutating func plainText() throws(NotPlain) -> PlainText { try reader.text() }

  @inline(__always)
  private mutating func whole(_ range: ClosedRange<Int>) throws(NotPlain) -> Int {
    let number = try reader.number()
    guard number.scale == 0, range.contains(Int(number.coefficient)) else { throw NotPlain() }
    return Int(number.coefficient)
  }

  @inline(__always)
  private mutating func money() throws(NotPlain) -> Money {
    let number = try reader.number()
    guard let unit = moneyUnit,
      let money = Money(number.coefficient, scale: number.scale, in: unit)
    else { throw NotPlain() }
    return money
  }

  private mutating func attachments(_ range: ClosedRange<Int>) throws(NotPlain) -> Int {
    guard try reader.beginArray() else { return 0 }
    var count = 0
    repeat {
      _ = try visibleText()
      count += 1
    } while try reader.hasAnotherItem()
    guard range.contains(count) else { throw NotPlain() }
    return count
  }

  /// Reads a date to the precision written.
  private mutating func date() throws(NotPlain) -> PartialDate {
    if let (year, month, day) = reader.takesDay() {
      guard let date = PartialDate(year: year, month: month, day: day), date.isPlausible
      else { throw NotPlain() }
      return date
    }
    let text = try reader.text()
    guard let year = text.digits(4, from: 0) else { throw NotPlain() }
    var date: PartialDate?
    if text.count == 7, text[4] == UInt8(ascii: "-"), let month = text.digits(2, from: 5) {
      date = PartialDate(year: year, month: month)
    } else if text.count == 4 {
      date = PartialDate(year: year)
    }
    guard let date, date.isPlausible else { throw NotPlain() }
    return date
  }
}
