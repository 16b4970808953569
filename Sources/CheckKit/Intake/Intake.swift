// Walks a document once, turns its values into facts, and notes every fault on the way.

import ChampionRules
import Eligibility
import LocatedJSON

/// The state of reading one document.
struct Intake {
  /// What is read.
  let document: Document
  /// The faults found so far.
  private(set) var faults: [Fault] = []
  /// The unit of the amounts in the table being read.
  var moneyUnit: Money.Unit?
  /// Whether an amount was left out because its table names no unit.
  var hasAmountWithoutUnit = false

  init(_ document: Document) {
    self.document = document
    faults = document.faults.map { Fault(syntax: $0) }
  }

  // MARK: Objects

  /// Reads the members of an object; unknown and repeated ones are faults.
  mutating func readMembers<Owner>(
    of index: Document.Index, _ fields: [Field<Owner>], into owner: inout Owner
  ) {
    var seen: UInt64 = 0
    var expected = 0
    for (key, value) in document.members(of: index) {
      // Files usually keep the format's order, so the next field is tried first.
      guard let place = place(of: key, in: fields, from: expected) else {
        noteUnknownKey(key, among: fields.map(\.description.key))
        continue
      }
      expected = place + 1
      let bit: UInt64 = 1 << UInt64(place)
      if seen & bit != 0 {
        note(
          .duplicateKey, ["key": .text(document.text(key) ?? "")], in: document[key].range,
          at: value)
        fields[place].take(&owner, nil, &self)
        continue
      }
      seen |= bit
      // A null says that nothing is known, as if the member were not there.
      if document[value].kind != .null { fields[place].take(&owner, value, &self) }
    }
  }

  private func place<Owner>(
    of key: Document.Index, in fields: [Field<Owner>], from expected: Int
  ) -> Int? {
    for offset in fields.indices {
      let place = (expected + offset) % fields.count
      if document.isText(key, utf8: fields[place].key) { return place }
    }
    return nil
  }

  /// The value of a member, for what has to be known before the others are read.
  func member(_ key: StaticString, of index: Document.Index) -> Document.Index? {
    document.members(of: index).first { document.isText($0.key, key) }?.value
  }

  // MARK: Scalars

  /// Whether the value is a container of this type; if not, a fault is noted.
  mutating func expect(_ type: ValueType, _ kind: Node.Kind, at index: Document.Index) -> Bool {
    if document[index].kind == kind { return true }
    noteWrongType(at: index, expected: type)
    return false
  }

  /// The text of a string.
  mutating func text(at index: Document.Index, for type: ValueType) -> String? {
    if let text = document.text(index) { return text }
    noteWrongType(at: index, expected: type)
    return nil
  }

  /// The text of a code, full-width characters made plain and letters capital.
  mutating func code(at index: Document.Index, for form: Wording) -> String? {
    if document[index].kind == .number {
      note(
        .codeAsNumber, ["found": .text(document.lexeme(index)), "expected": .term(form)], at: index)
      return nil
    }
    return text(at: index, for: .code(form)).map { $0.withPlainWidth().uppercased() }
  }

  /// A number, exactly as written.
  mutating func decimal(at index: Document.Index, for type: ValueType) -> Decimal? {
    switch document[index].kind {
    case .number:
      if let number = document.withBytes(of: index, { Decimal(jsonNumber: $0) }) { return number }
      note(.tooManyDigits, ["found": .text(document.lexeme(index))], at: index)
      return nil
    case .string:
      noteNumberAsText(document.text(index) ?? "", expected: type, at: index)
      return nil
    default:
      noteWrongType(at: index, expected: type)
      return nil
    }
  }

  /// A date to the precision written.
  mutating func date(at index: Document.Index, for type: ValueType) -> PartialDate? {
    if document[index].kind == .number, let year = PartialDate(iso: document.lexeme(index)) {
      // A bare year is written as a number as often as not, and means the same.
      return year
    }
    guard let text = text(at: index, for: type)?.withPlainWidth() else { return nil }
    if let date = PartialDate(iso: text) { return date }
    let values: Reason.Values = ["found": .text(text), "expected": .term(type.expectation)]
    if let written = DateText.rewritten(text) {
      note(.dateForm, values.with("meant", .text(written)), at: index)
    } else {
      note(.badDate, values, at: index)
    }
    return nil
  }

  // MARK: Faults

  /// Notes a fault of the value at an index.
  mutating func note(_ message: Message, _ values: Reason.Values = [:], at index: Document.Index) {
    note(message, values, in: document[index].range, at: index)
  }

  /// Notes a fault of a value, shown at other bytes than its own.
  mutating func note(
    _ message: Message, _ values: Reason.Values, in range: Range<Int>, at index: Document.Index
  ) {
    faults.append(Fault(message, values, in: range, at: document.pointer(to: index)))
  }

  /// Notes that a value is of the wrong type; a value that could not be read has its fault already.
  mutating func noteWrongType(at index: Document.Index, expected type: ValueType) {
    let kind = document[index].kind
    if kind == .invalid { return }
    note(
      .wrongType, ["found": .term(kind.name), "expected": .term(type.expectation)], at: index)
  }

  mutating func noteChoice(_ word: String, of words: [String], at index: Document.Index) {
    let values: Reason.Values = [
      "found": .text(word), "expected": .term(ValueType.choice(words).expectation),
    ]
    if let meant = Suggestion.nearest(to: word, among: words) {
      note(.misspeltChoice, values.with("meant", .text(meant)), at: index)
    } else {
      note(.unknownChoice, values, at: index)
    }
  }

  private mutating func noteUnknownKey(_ key: Document.Index, among keys: [String]) {
    guard let found = document.text(key) else { return }
    let values: Reason.Values = [
      "found": .text(found), "expected": .list(keys.map { .text($0) }),
    ]
    if let meant = Suggestion.nearest(to: found, among: keys) {
      note(.misspeltKey, values.with("meant", .text(meant)), in: document[key].range, at: key + 1)
    } else {
      note(.unknownKey, values, in: document[key].range, at: key + 1)
    }
  }

  private mutating func noteNumberAsText(
    _ text: String, expected type: ValueType, at index: Document.Index
  ) {
    let unit: Money.Unit? = if case .money = type { moneyUnit } else { nil }
    let values: Reason.Values = ["found": .text(text), "expected": .term(type.expectation)]
    if let number = NumberText.rewritten(text, in: unit) {
      note(.numberAsText, values.with("meant", .text(number)), at: index)
    } else {
      noteWrongType(at: index, expected: type)
    }
  }

  /// Moves the faults to the order in which a reader meets them.
  func faultsInOrder() -> [Fault] {
    faults.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.range?.lowerBound, right.element.range?.lowerBound)
        return (first ?? 0, left.offset) < (second ?? 0, right.offset)
      }
      .map(\.element)
  }
}

extension Reason.Values {
  /// These values and one more.
  func with(_ name: String, _ quantity: Quantity) -> Reason.Values {
    Reason.Values(entries: entries + [Entry(name, quantity)])
  }
}

extension Node.Kind {
  /// What messages call a value of this kind.
  var name: Wording {
    switch self {
    case .object: Wording(zh: "对象 { }", en: "an object { }")
    case .array: Wording(zh: "列表 [ ]", en: "a list [ ]")
    case .string: Wording(zh: "文字", en: "a text")
    case .number: Wording(zh: "数字", en: "a number")
    case .true: Wording(zh: "true", en: "true")
    case .false: Wording(zh: "false", en: "false")
    case .null: Wording(zh: "null", en: "null")
    case .invalid: Wording(zh: "无法识别的内容", en: "something unreadable")
    }
  }
}
