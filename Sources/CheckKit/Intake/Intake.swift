// Walks a document once, turns its values into facts, and notes every fault on the way.

import Eligibility
import LocatedJSON

/// The state of reading one document.
struct Intake {
  /// What is read.
  let document: Document
  /// The faults found so far, as many as can be listed and one more.
  private var found: [Found] = []
  /// How many faults were found.
  private var count = 0
  /// Whether the application says to be of a version that cannot be read.
  private(set) var isOfOtherVersion = false
  /// Which values the faults of the syntax reach; `nil` where there are none.
  private let damage: Damage?
  /// Whether what follows the object to be read may have cut off the last value in it.
  private var isEndDamaged = false
  /// The unit of the amounts in the table being read.
  var moneyUnit: Money.Unit?
  /// Whether an amount was left out because its table names no unit.
  var hasAmountWithoutUnit = false

  /// A fault whose place has no name yet; naming all of them at once spares a walk for each.
  private struct Found {
    let reason: Reason
    let range: Range<Int>
    let value: Document.Index
    var earlier: Range<Int>?
  }

  init(_ document: Document) {
    self.document = document
    damage = Damage(document)
    if let damage, let root = document.root { isEndDamaged = damage.reachesEnd(ofRoot: root) }
  }

  // MARK: Objects

  /// Reads the members of an object; unknown and repeated ones are faults.
  private mutating func readMembers(
    of index: Document.Index, _ fields: [Field], into owner: Slot
  ) {
    let isEndDamaged = isEndDamaged
    self.isEndDamaged = false
    var seen: UInt64 = 0
    var firstKeys: [Int: Document.Index]?
    var expected = 0
    for (key, value) in document.members(of: index) {
      // Files usually keep the format's order, so the next field is tried first.
      guard let place = place(of: key, in: fields, from: expected) else {
        noteUnknownKey(key, among: fields)
        continue
      }
      expected = place + 1
      let bit: UInt64 = 1 << UInt64(place)
      if seen & bit != 0 {
        let first = firstKeys ?? self.firstKeys(of: index, fields)
        firstKeys = first
        note(
          .duplicateKey, ["key": .text(document.text(key) ?? "")], in: document[key].range,
          at: value, earlier: first[place].map { document[$0].range })
        forget(fields[place], of: owner, reading: value)
        continue
      }
      seen |= bit
      // A null says that nothing is known, as if the member were not there.
      if document[value].kind == .null { continue }
      let isLast = document[value].next == document[index].next
      let isCutOff = isReached(endOf: value, in: index) || isLast && isEndDamaged
      if document[value].kind == .object {
        // What is wrong behind an object concerns the last value in it.
        self.isEndDamaged = isCutOff
        take(value, for: fields[place], of: owner)
        self.isEndDamaged = false
      } else if isCutOff || damage?.reachesWithin(value) == true {
        forget(fields[place], of: owner, reading: value)
      } else {
        take(value, for: fields[place], of: owner)
      }
    }
  }

  /// Where each field's key stands first; most objects repeat none and are never asked.
  private func firstKeys(
    of index: Document.Index, _ fields: [Field]
  ) -> [Int: Document.Index] {
    var first: [Int: Document.Index] = [:]
    for (key, _) in document.members(of: index) {
      guard let place = place(of: key, in: fields, from: 0), first[place] == nil else { continue }
      first[place] = key
    }
    return first
  }

  private mutating func take(_ value: Document.Index, for field: Field, of owner: Slot) {
    _ = take(value, as: field.form, into: owner.member(at: field.offset))
  }

  /// Makes a fact unknown, after looking for the faults of a value given for it.
  private mutating func forget(_ field: Field, of owner: Slot, reading value: Document.Index) {
    if document[value].kind != .null { take(value, for: field, of: owner) }
    clear(field.form, in: owner.member(at: field.offset))
  }

  private func isReached(endOf value: Document.Index, in object: Document.Index) -> Bool {
    damage?.reachesEnd(of: value, in: object) ?? false
  }

  /// Whether a fault of the syntax may have hidden items of a list.
  private func isDamaged(list: Document.Index) -> Bool { damage?.reaches(list: list) ?? false }

  private func place(of key: Document.Index, in fields: [Field], from expected: Int) -> Int? {
    for offset in fields.indices {
      let place = (expected + offset) % fields.count
      if document.isText(key, utf8: fields[place].key.utf8) { return place }
    }
    return nil
  }

  /// The value of a member, for what has to be known before the others are read.
  func member(_ key: StaticString, of index: Document.Index) -> Document.Index? {
    document.members(of: index).first { document.isText($0.key, key) }?.value
  }

  /// The value of a member that stands there once and that no fault of the syntax reaches.
  func soleMember(_ key: StaticString, of index: Document.Index) -> Document.Index? {
    let values = document.members(of: index).filter { document.isText($0.key, key) }.map(\.value)
    guard values.count == 1, let value = values.first, !isReached(endOf: value, in: index),
      damage?.reachesWithin(value) != true
    else { return nil }
    return value
  }

  // MARK: Values

  /// Reads the value at an index and keeps it, or notes a fault and forgets what was there.
  ///
  /// - Returns: whether anything was read.
  mutating func take(_ index: Document.Index, as form: Form, into slot: Slot) -> Bool {
    func keep<Value>(_ value: Value?) -> Bool {
      slot.keep(value)
      return value != nil
    }
    switch form {
    case .text: return keep(visibleText(at: index))
    case .mention:
      let isThere = visibleText(at: index) != nil
      slot.keep(isThere)
      return isThere
    case .remark: return visibleText(at: index) != nil
    case .flag: return keep(flag(at: index))
    case .whole(let range, let type): return keep(whole(range, at: index, for: type))
    case .decimal: return keep(notNegative(decimal(at: index, for: .decimal), at: index))
    case .money(let mayBeNegative):
      return keep(money(at: index, mayBeNegative: mayBeNegative))
    case .day: return keep(day(at: index))
    case .partialDate: return keep(date(at: index, for: .partialDate))
    case .attachments(let most):
      return keep(items(at: index, atMost: most) { $1.visibleText(at: $0) }?.count { $0 != nil })
    case .object(let object):
      guard expect(.object([]), .object, at: index) else { return false }
      readMembers(of: index, object.fields, into: slot)
      return true
    case .custom(let custom): return custom.take(index, &self, slot)
    }
  }

  /// Forgets a fact.
  private mutating func clear(_ form: Form, in slot: Slot) {
    switch form {
    case .text: slot.keep(String?.none)
    case .mention: slot.keep(false)
    case .remark: break
    case .flag: slot.keep(Bool?.none)
    case .whole, .attachments: slot.keep(Int?.none)
    case .decimal: slot.keep(Decimal?.none)
    case .money: slot.keep(Money?.none)
    case .day: slot.keep(Day?.none)
    case .partialDate: slot.keep(PartialDate?.none)
    case .object(let object): object.clear(slot)
    case .custom(let custom): _ = custom.take(nil, &self, slot)
    }
  }

  /// The items of a list; `nil` where it is none or too long, or a fault of the syntax may have hidden
  /// some.
  mutating func items<Item>(
    at index: Document.Index, atMost most: Int, _ read: (Document.Index, inout Intake) -> Item
  ) -> [Item]? {
    guard expect(.list(.text, atMost: most), .array, at: index) else { return nil }
    guard document.hasItems(index, atMost: most) else {
      let count = document.children(of: index).reduce(0) { count, _ in count + 1 }
      note(.tooManyItems, ["found": .count(count), "limit": .count(most)], at: index)
      return nil
    }
    let items = document.children(of: index).map { read($0, &self) }
    return isDamaged(list: index) ? nil : items
  }

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

  /// A text that is not blank.
  private mutating func visibleText(at index: Document.Index) -> String? {
    guard let text = text(at: index, for: .text) else { return nil }
    if text.unicodeScalars.allSatisfy(\.isInvisible) {
      note(.blankText, at: index)
      return nil
    }
    return text
  }

  private mutating func flag(at index: Document.Index) -> Bool? {
    switch document[index].kind {
    case .true: return true
    case .false: return false
    default:
      noteWrongType(at: index, expected: .flag)
      return nil
    }
  }

  private mutating func whole(
    _ range: ClosedRange<Int>, at index: Document.Index, for type: ValueType
  ) -> Int? {
    if document[index].kind == .number,
      document.withBytes(of: index, { Decimal(jsonNumber: $0) }) == nil
    {
      noteOutside(range, .text(document.lexeme(index)), at: index)
      return nil
    }
    guard let number = decimal(at: index, for: type) else { return nil }
    guard number.scale == 0, let value = Int(exactly: number.coefficient), range.contains(value)
    else {
      noteOutside(range, .number(number), at: index)
      return nil
    }
    return value
  }

  /// A number that is not below zero.
  private mutating func notNegative(_ number: Decimal?, at index: Document.Index) -> Decimal? {
    guard let number, number < Decimal(0) else { return number }
    note(.negativeNumber, ["found": .number(number)], at: index)
    return nil
  }

  private mutating func noteOutside(
    _ range: ClosedRange<Int>, _ found: Quantity, at index: Document.Index
  ) {
    note(
      .outOfRange,
      [
        "found": found, "least": .digits(String(range.lowerBound)),
        "greatest": .digits(String(range.upperBound)),
      ], at: index)
  }

  private mutating func money(at index: Document.Index, mayBeNegative: Bool) -> Money? {
    if moneyUnit == nil { hasAmountWithoutUnit = true }
    let written = decimal(at: index, for: .money(mayBeNegative: mayBeNegative))
    guard let number = mayBeNegative ? written : notNegative(written, at: index),
      let unit = moneyUnit
    else { return nil }
    do throws(Money.Unrepresentable) {
      return try Money(number, in: unit)
    } catch {
      switch error {
      case .finerThanAFen: note(.finerThanAFen, ["found": .number(number)], at: index)
      case .beyondLimit:
        note(.amountTooLarge, ["found": .number(number), "limit": .money(Money.limit)], at: index)
      }
      return nil
    }
  }

  private mutating func day(at index: Document.Index) -> Day? {
    guard let date = date(at: index, for: .day) else { return nil }
    if case .day(let day) = date { return day }
    note(.dayNeeded, ["found": .date(date)], at: index)
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
      noteInexpressible(at: index, for: type)
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
      return notTooEarly(year, at: index)
    }
    let isNumber = document[index].kind == .number && document.lexeme(index).isASCIIDigits
    guard
      let text = isNumber ? document.lexeme(index) : text(at: index, for: type)?.withPlainWidth()
    else { return nil }
    if let date = PartialDate(iso: text) { return notTooEarly(date, at: index) }
    let values: Reason.Values = ["found": .text(text), "expected": .term(type.expectation)]
    if text.utf8.count <= Reason.Values.longest, let written = DateText.rewritten(text) {
      note(.dateForm, values.with("meant", .text(written)), at: index)
    } else {
      note(.badDate, values, at: index)
    }
    return nil
  }

  /// A date that an enterprise alive today can have to do with.
  private mutating func notTooEarly(_ date: PartialDate, at index: Document.Index) -> PartialDate? {
    if date.isPlausible { return date }
    note(
      .dateTooEarly, ["found": .date(date), "least": .year(PartialDate.earliestYear)], at: index)
    return nil
  }

  // MARK: Faults

  /// Notes a fault of the value at an index.
  mutating func note(
    _ message: Message, _ values: Reason.Values = [:], at index: Document.Index
  ) {
    note(message, values, in: document[index].range, at: index)
  }

  /// Notes a fault of a value, shown at other bytes than its own, and perhaps at earlier ones too.
  mutating func note(
    _ message: Message, _ values: Reason.Values, in range: Range<Int>, at index: Document.Index,
    earlier: Range<Int>? = nil
  ) {
    if message == .unsupportedVersion { isOfOtherVersion = true }
    count += 1
    if found.count > Intake.mostListed { return }
    found.append(
      Found(
        reason: Reason(message, values.excerpted), range: range, value: index, earlier: earlier))
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
    if let meant = suggestion(for: word, among: words) {
      note(.misspeltChoice, values.with("meant", .text(meant)), at: index)
    } else {
      note(.unknownChoice, values, at: index)
    }
  }

  /// The word that was probably meant; a text far too long for one is not compared.
  private func suggestion(for word: String, among words: [String]) -> String? {
    word.utf8.count > Reason.Values.longest ? nil : Suggestion.nearest(to: word, among: words)
  }

  private mutating func noteUnknownKey(_ key: Document.Index, among fields: [Field]) {
    if document[key].kind != .string { return }
    // What can no more be listed needs no words.
    if self.found.count > Intake.mostListed {
      count += 1
      return
    }
    let found = document.text(key) ?? ""
    let keys = fields.map(\.key)
    let values: Reason.Values = [
      "found": .text(found), "expected": .list(keys.map { .text($0) }),
    ]
    if let meant = suggestion(for: found, among: keys) {
      note(.misspeltKey, values.with("meant", .text(meant)), in: document[key].range, at: key + 1)
    } else {
      note(.unknownKey, values, in: document[key].range, at: key + 1)
    }
  }

  /// Notes that a number has more digits than can be kept, as what is wrong with it where it stands.
  private mutating func noteInexpressible(at index: Document.Index, for type: ValueType) {
    let found = Quantity.text(document.lexeme(index))
    let (whole, fraction) = document.withBytes(of: index) { Decimal.extent(ofJSONNumber: $0) }
    let message: Message =
      if whole > Decimal.greatestExtent {
        .numberTooLarge
      } else if fraction > Decimal.greatestExtent {
        .numberTooFine
      } else {
        .tooManyDigits
      }
    switch (type, moneyUnit) {
    case (.money, let unit?):
      // What is within the limit has its many digits behind the point.
      if whole > Money.limit.digits(in: unit).utf8.count - 1 {
        note(.amountTooLarge, ["found": found, "limit": .money(Money.limit)], at: index)
      } else {
        note(.finerThanAFen, ["found": found], at: index)
      }
    default: note(message, ["found": found], at: index)
    }
  }

  private mutating func noteNumberAsText(
    _ text: String, expected type: ValueType, at index: Document.Index
  ) {
    let measure: NumberText.Measure =
      if case .money = type { .amount(moneyUnit) } else { .number }
    let values: Reason.Values = ["found": .text(text), "expected": .term(type.expectation)]
    if text.utf8.count <= Reason.Values.longest,
      let number = NumberText.rewritten(text, as: measure)
    {
      note(.numberAsText, values.with("meant", .text(number)), at: index)
    } else {
      noteWrongType(at: index, expected: type)
    }
  }

  /// How many faults are listed; as many of the syntax alone end the reading.
  static let mostListed = Limits().maximumFaults

  /// The faults in the order in which a reader meets them, those of the syntax first at each place, and
  /// how many there are; where some are not listed, the list says so.
  func faultsInOrder() -> (listed: [Fault], count: Int) {
    let pointers = document.pointers(to: found.map(\.value))
    // That the rest was not read is said in any case.
    var syntax = document.faults[...]
    var last: SyntaxFault?
    if case .tooManyFaults = syntax.last?.kind { last = syntax.removeLast() }
    let faults =
      syntax.map { Fault(syntax: $0) }
      + found.map {
        Fault($0.reason, in: $0.range, at: pointers[$0.value], earlier: $0.earlier)
      }
    let inOrder = faults.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.range?.lowerBound, right.element.range?.lowerBound)
        return (first ?? 0, left.offset) < (second ?? 0, right.offset)
      }
      .map(\.element)
    var listed = Array(inOrder.prefix(Intake.mostListed))
    let left = syntax.count + count - listed.count
    if left > 0 {
      listed.append(
        Fault(.moreFaults, ["count": .count(left)], in: inOrder[listed.count].range, at: nil))
    }
    if let last { listed.append(Fault(syntax: last)) }
    return (listed, document.faults.count + count)
  }
}

extension PartialDate {
  /// The first year of dates that are read.
  static let earliestYear = 1900

  /// Whether it is not before all that an application can speak of.
  var isPlausible: Bool { earliest.year >= PartialDate.earliestYear }
}

extension Reason.Values {
  /// These values and one more.
  func with(_ name: String, _ quantity: Quantity) -> Reason.Values {
    Reason.Values(entries: entries + [Entry(name, quantity)])
  }

  /// How many characters of an applicant's text a fault quotes at most.
  fileprivate static let longest = 200

  /// These values with long texts cut, so that a fault stays readable whatever it is about.
  fileprivate var excerpted: Reason.Values {
    Reason.Values(
      entries: entries.map { entry in
        guard case .text(let text) = entry.quantity else { return entry }
        return Entry(entry.name, .text(text.excerpt))
      })
  }
}

extension Document {
  /// Whether a list has no more items than so many.
  func hasItems(_ list: Index, atMost most: Int) -> Bool {
    // Each takes a node at least, so most lists need not be gone through.
    if Int(self[list].next) - list - 1 <= most { return true }
    return children(of: list).prefix(most + 1).reduce(0) { count, _ in count + 1 } <= most
  }

  /// The JSON Pointers of values, found in one walk through what contains them.
  fileprivate func pointers(to targets: [Index]) -> [Index: String] {
    guard let root else { return [:] }
    var rest = Array(Set(targets)).sorted()[...]
    var pointers: [Index: String] = [:]
    if rest.first == root { pointers[rest.removeFirst()] = "" }
    collect(&rest, within: root, named: "", into: &pointers)
    return pointers
  }

  private func collect(
    _ rest: inout ArraySlice<Index>, within container: Index, named name: String,
    into pointers: inout [Index: String]
  ) {
    for (place, child) in children(of: container).enumerated() {
      guard let target = rest.first, target < Int(self[container].next) else { return }
      if target >= Int(self[child].next) { continue }
      let token =
        self[container].kind == .object ? (text(child - 1) ?? "").excerpt : String(place)
      let pointer = name + "/" + token.asPointerToken
      if target == child { pointers[rest.removeFirst()] = pointer }
      collect(&rest, within: child, named: pointer, into: &pointers)
    }
  }
}

extension String {
  /// The text, cut where it is too long to be quoted.
  var excerpt: String {
    if utf8.count <= Reason.Values.longest { return self }
    let excerpt = unicodeScalars.prefix(Reason.Values.longest)
    return excerpt.endIndex == unicodeScalars.endIndex ? self : String(excerpt) + "…"
  }

  /// A key as JSON Pointers write it (RFC 6901, section 3).
  ///
  /// Written sign by sign: the standard way to replace brings a library for regular expressions
  /// along, which would have to be loaded at every start.
  fileprivate var asPointerToken: String {
    var token: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "~"): token += "~0".utf8
      case UInt8(ascii: "/"): token += "~1".utf8
      default: token.append(byte)
      }
    }
    return String(decoding: token, as: UTF8.self)
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
