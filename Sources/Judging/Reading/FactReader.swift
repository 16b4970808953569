// Follows the table of a format through a text and keeps its facts: the only interpreter of the table, over
// texts that were parsed before and over texts that are read as they come.

import Eligibility

/// Where values come from, one after the other, in the order in which the text has them.
///
/// What it cannot give it notes, and gives `nil` instead; or it throws where it notes no faults.
protocol ValueSource {
  /// Says which value is meant.
  associatedtype Value
  /// What a string says.
  associatedtype Text: WrittenText
  /// How far the members of an object have been read.
  associatedtype Members: Contents
  /// How far the items of a list have been read.
  associatedtype Items: Contents
  /// What is thrown in place of noting a fault; `Never` where faults are collected.
  associatedtype Stop: Error

  // MARK: Objects

  /// Enters an object; `nil` where the value is none.
  mutating func beginObject(
    _ value: Value, _ object: Permanent<ObjectRule>
  ) throws(Stop) -> Members?
  /// Goes on to the next member, if there is one.
  mutating func hasAnotherMember(_ members: inout Members) throws(Stop) -> Bool
  /// The row of the member's key, looked for from an expected one on; `nil` for an unknown key.
  mutating func row(
    of members: inout Members, in object: Permanent<ObjectRule>,
    from expected: UnsafePointer<ObjectRule.Row>, _ end: UnsafePointer<ObjectRule.Row>
  ) throws(Stop) -> UnsafePointer<ObjectRule.Row>?
  /// The member's value.
  func value(_ members: Members) -> Value
  /// Notes that the member stands there more than once.
  mutating func noteRepeated(
    _ members: inout Members, _ row: UnsafePointer<ObjectRule.Row>,
    in object: Permanent<ObjectRule>
  ) throws(Stop)
  /// Passes a null, if the value is one.
  mutating func takesNull(_ value: Value) -> Bool
  /// Whether no fault of the syntax may have changed the member's value or cut it off.
  mutating func isReliable(_ members: Members) -> Bool
  /// Notes that a member is missing whose absence is remarked on.
  mutating func noteMissing(_ field: @autoclosure () -> Field, of object: Value) throws(Stop)
  /// Whether members can be looked up before it is their turn; if not, ``amountUnit(of:at:)`` and
  /// ``member(_:of:)`` give nothing.
  static var looksAhead: Bool { get }
  /// The unit that an object names for the amounts in it.
  func amountUnit(of object: Value, at key: @autoclosure () -> String) -> Money.Unit?
  /// The value of a member.
  func member(_ key: String, of object: Value) -> Value?
  /// Reached where something that may stand further on is needed.
  func needLookAhead() throws(Stop)

  // MARK: Lists

  /// Enters a list; `nil` where the value is none, or one of too many items.
  mutating func beginList(
    _ value: Value, atMost most: Int, by rule: ValueRule
  ) throws(Stop) -> Items?
  /// Goes on to the next item, if there is one.
  mutating func hasAnotherItem(_ items: inout Items) throws(Stop) -> Bool
  /// The item's value.
  func value(_ items: Items) -> Value
  /// Whether no fault of the syntax may have hidden items.
  func isReliable(_ items: Items) -> Bool

  // MARK: Scalars

  /// A text that is not blank.
  mutating func visibleText(_ value: Value) throws(Stop) -> Text?
  /// The text of a code.
  mutating func codeText(_ value: Value, _ code: Permanent<CodeRule>) throws(Stop) -> Text?
  /// The place of a word among those of a choice.
  mutating func choice(_ value: Value, _ choice: Permanent<ChoiceRule>) throws(Stop) -> Int?
  /// True or false.
  mutating func flag(_ value: Value) throws(Stop) -> Bool?
  /// A number, exactly as written.
  mutating func number(
    _ value: Value, for rule: ValueRule, in unit: Money.Unit?
  ) throws(Stop) -> WrittenNumber?
  /// A date to the precision written.
  mutating func date(_ value: Value, for rule: ValueRule) throws(Stop) -> PartialDate?
  /// Reads a value that has a way of its own of being read.
  static func read(
    _ value: Value, _ custom: Permanent<CustomRule>, into place: PropertyAddress,
    _ reader: inout FactReader<Self>
  ) throws(Stop) -> Bool

  /// Notes a fault of a value.
  mutating func note(_ reason: @autoclosure () -> Reason, at value: Value) throws(Stop)
}

/// A text as a source gives it.
protocol WrittenText {
  var string: String { get }
  /// Lends the characters in UTF-8.
  func withCharacters<Outcome>(_ body: (Span<UInt8>) -> Outcome) -> Outcome
}

/// The number `coefficient` ÷ 10^`scale`.
struct WrittenNumber {
  let coefficient: Int64
  let scale: Int

  var exact: Decimal { Decimal(coefficient, scale: scale) }
}

/// The members or items of a container, of which the first one comes next.
protocol Contents {
  var isEmpty: Bool { get }
}

/// The state of reading one text.
struct FactReader<Source: ValueSource> {
  typealias Value = Source.Value
  typealias Stop = Source.Stop

  /// Where the values come from.
  var source: Source
  /// The unit of the amounts in the object being read, as far as it is known.
  private var amountUnit: Money.Unit?
  /// Whether an amount was left out because its unit was not known.
  private var lacksUnit = false

  init(_ source: Source) { self.source = source }

  /// Reads a value and keeps it.
  ///
  /// - Returns: whether anything was read; if not, what was there is of no use.
  @inline(never)
  mutating func read(
    _ value: Value, by rule: ValueRule, into place: PropertyAddress
  ) throws(Stop) -> Bool {
    try take(value, by: rule, into: place)
  }

  // Transparent, because it is recursive through objects and so would never be inlined where members are
  // read; as a call it takes 3,600 instructions more for each application of a batch, of some 65,000.
  @_transparent
  private mutating func take(
    _ value: Value, by rule: ValueRule, into place: PropertyAddress
  ) throws(Stop) -> Bool {
    switch rule {
    case .text:
      guard let text = try source.visibleText(value) else { return false }
      place.keep(Optional(text.string))
    case .presence:
      guard try source.visibleText(value) != nil else { return false }
      place.keep(true)
    case .ignored: return try source.visibleText(value) != nil
    case .flag:
      guard let flag = try source.flag(value) else { return false }
      place.keep(Optional(flag))
    case .whole(let range):
      guard let number = try whole(value, of: range, rule) else { return false }
      place.keep(Optional(number))
    case .decimal:
      guard let number = try number(value, rule, mayBeNegative: false) else { return false }
      place.keep(Optional(number.exact))
    case .money(let mayBeNegative):
      guard let amount = try money(value, rule, mayBeNegative: mayBeNegative) else { return false }
      place.keep(Optional(amount))
    case .day:
      guard let date = try date(value, rule) else { return false }
      guard case .day(let day) = date else {
        try source.note(Reason(.dayNeeded, ["found": .date(date)]), at: value)
        return false
      }
      place.keep(Optional(day))
    case .partialDate:
      guard let date = try date(value, rule) else { return false }
      place.keep(Optional(date))
    case .attachments(let most):
      guard let count = try attachments(value, atMost: most) else { return false }
      place.keep(Optional(count))
    case .code(let code):
      guard let text = try source.codeText(value, code) else { return false }
      let isCode = text.withCharacters { text in code.use { $0.keep(text, place) } }
      if !isCode {
        try source.note(code.use { $0.objection(text.string) }, at: value)
        return false
      }
    case .choice(let choice): return try readChoice(value, choice, into: place)
    case .amountUnit(let choice):
      guard try readChoice(value, choice, into: place) else { return false }
      if !Source.looksAhead { amountUnit = place.pointer(to: Money.Unit?.self).pointee }
    case .object(let object): return try readObject(value, object, into: place)
    case .optional(let optional):
      optional.use { $0.begin(place) }
      if try read(value, by: optional.use { $0.inner }, into: place) { return true }
      optional.use { $0.clear(place) }
      return false
    case .list(let list): return try readList(value, list, into: place)
    case .checked(let checked): return try readChecked(value, checked, into: place)
    case .derived(let derived): return try readDerived(value, derived, into: place)
    case .custom(let custom): return try Source.read(value, custom, into: place, &self)
    }
    return true
  }

  // MARK: Objects

  /// Reads the members of an object; unknown and repeated ones are faults.
  @inline(never)
  private mutating func readObject(
    _ value: Value, _ object: Permanent<ObjectRule>, into owner: PropertyAddress
  ) throws(Stop) -> Bool {
    guard var members = try source.beginObject(value, object) else { return false }
    let unit = object.use { $0.unit }
    if unit != nil {
      amountUnit = source.amountUnit(of: value, at: object.use { $0.unitKey })
      lacksUnit = false
    }
    var seen: UInt64 = 0
    var given: UInt64 = 0
    if !members.isEmpty {
      let (rows, end) = object.use { ($0.rows, $0.end) }
      // Files usually keep the format's order and leave some members out.
      var expected = rows
      repeat {
        guard let row = try source.row(of: &members, in: object, from: expected, end) else {
          continue
        }
        expected = row + 1 == end ? rows : row + 1
        let bit = row.pointee.bit
        let place = owner.member(at: row.pointee.offset)
        let member = source.value(members)
        if seen & bit != 0 {
          try source.noteRepeated(&members, row, in: object)
          if !source.takesNull(member) { _ = try read(member, by: row.pointee.rule, into: place) }
          row.pointee.rule.clear(place)
          continue
        }
        seen |= bit
        // A null says that nothing is known, as if the member were not there.
        if source.takesNull(member) { continue }
        given |= bit
        let isReliable = source.isReliable(members)
        _ = try take(member, by: row.pointee.rule, into: place)
        if !isReliable { row.pointee.rule.clear(place) }
      } while try source.hasAnotherMember(&members)
    }
    let missing = object.use { $0.expected } & ~given
    if missing != 0 { try noteMissing(missing, of: value, object) }
    if let unit, lacksUnit, given & unit.pointee.bit == 0 {
      try source.note(
        Reason(.amountsWithoutUnit, ["meant": .text(object.use { $0.unitKey })]), at: value)
    }
    if object.use({ $0.hasChecks }) { try check(value, object, owner) }
    return true
  }

  private mutating func noteMissing(
    _ missing: UInt64, of value: Value, _ object: Permanent<ObjectRule>
  ) throws(Stop) {
    let fields = object.use { $0.fields }
    for place in fields.indices where missing & 1 << UInt64(place) != 0 {
      try source.noteMissing(fields[place], of: value)
    }
  }

  /// Checks what was read of an object.
  private mutating func check(
    _ value: Value, _ object: Permanent<ObjectRule>, _ owner: PropertyAddress
  ) throws(Stop) {
    for check in object.use({ $0.checks }) {
      guard let objection = check.objection(owner) else { continue }
      let member = check.key.flatMap { source.member($0, of: value) }
      try source.note(objection, at: member ?? value)
      for field in object.use({ $0.fields }) where field.key == check.key {
        field.rule.clear(owner.member(at: field.offset))
      }
    }
  }

  // MARK: Lists

  private mutating func readList(
    _ value: Value, _ list: Permanent<ListRule>, into place: PropertyAddress
  ) throws(Stop) -> Bool {
    let (rule, most) = list.use { ($0.item, $0.most) }
    guard var items = try source.beginList(value, atMost: most, by: .list(list)) else {
      return false
    }
    list.use { $0.begin(place) }
    if !items.isEmpty {
      repeat {
        // An item with a fault keeps its place with nothing known of it.
        _ = try read(source.value(items), by: rule, into: list.use { $0.append(place) })
      } while try source.hasAnotherItem(&items)
    }
    if source.isReliable(items) { return true }
    list.use { $0.clear(place) }
    return false
  }

  private mutating func attachments(_ value: Value, atMost most: Int) throws(Stop) -> Int? {
    guard var items = try source.beginList(value, atMost: most, by: .attachments(atMost: most))
    else { return nil }
    var count = 0
    if !items.isEmpty {
      repeat {
        if try source.visibleText(source.value(items)) != nil { count += 1 }
      } while try source.hasAnotherItem(&items)
    }
    return source.isReliable(items) ? count : nil
  }

  // MARK: Other values

  private mutating func readChoice(
    _ value: Value, _ choice: Permanent<ChoiceRule>, into place: PropertyAddress
  ) throws(Stop) -> Bool {
    guard let number = try source.choice(value, choice) else { return false }
    choice.use { $0.keep(number, place) }
    return true
  }

  private mutating func readChecked(
    _ value: Value, _ checked: Permanent<CheckedRule>, into place: PropertyAddress
  ) throws(Stop) -> Bool {
    let inner = checked.use { $0.inner }
    guard try read(value, by: inner, into: place) else { return false }
    guard let objection = checked.use({ $0.objection(place) }) else { return true }
    try source.note(objection, at: value)
    if checked.use({ $0.keepsRefused }) { return true }
    inner.clear(place)
    return false
  }

  private mutating func readDerived(
    _ value: Value, _ derived: Permanent<DerivedRule>, into owner: PropertyAddress
  ) throws(Stop) -> Bool {
    let (size, alignment) = derived.use { $0.layout }
    return try withUnsafeTemporaryAllocation(byteCount: size, alignment: alignment) {
      memory throws(Stop) in
      guard let start = memory.baseAddress else { return false }
      let place = PropertyAddress(start)
      derived.use { $0.begin(place) }
      defer { derived.use { $0.end(owner, place) } }
      return try read(value, by: derived.use { $0.inner }, into: place)
    }
  }

  @inline(__always)
  private mutating func whole(
    _ value: Value, of range: WholeRange, _ rule: ValueRule
  ) throws(Stop) -> Int? {
    guard let number = try source.number(value, for: rule, in: nil) else { return nil }
    guard number.scale == 0, number.coefficient >= range.least, number.coefficient <= range.greatest
    else {
      try source.note(
        range.objection(.number(number.exact)), at: value)
      return nil
    }
    return Int(number.coefficient)
  }

  @inline(__always)
  private mutating func number(
    _ value: Value, _ rule: ValueRule, mayBeNegative: Bool
  ) throws(Stop) -> WrittenNumber? {
    guard let number = try source.number(value, for: rule, in: amountUnit) else { return nil }
    if mayBeNegative || number.coefficient >= 0 { return number }
    try source.note(
      Reason(
        .negativeNumber,
        ["found": .number(number.exact)]), at: value)
    return nil
  }

  @inline(__always)
  private mutating func money(
    _ value: Value, _ rule: ValueRule, mayBeNegative: Bool
  ) throws(Stop) -> Money? {
    if amountUnit == nil { lacksUnit = true }
    guard let number = try number(value, rule, mayBeNegative: mayBeNegative) else { return nil }
    guard let unit = amountUnit else {
      try source.needLookAhead()
      return nil
    }
    if let money = Money(number.coefficient, scale: number.scale, in: unit) { return money }
    try source.note(
      Money.objection(number.exact, in: unit), at: value)
    return nil
  }

  /// A date that an enterprise alive today can have to do with.
  @inline(__always)
  private mutating func date(_ value: Value, _ rule: ValueRule) throws(Stop) -> PartialDate? {
    guard let date = try source.date(value, for: rule) else { return nil }
    if date.isPlausible { return date }
    try source.note(
      Reason(
        .dateTooEarly, ["found": .date(date), "least": .year(PartialDate.earliestYear)]), at: value)
    return nil
  }
}

extension WholeRange {
  /// What is wrong with a number that is not of the range.
  func objection(_ found: Quantity) -> Reason {
    Reason(
      .outOfRange,
      [
        "found": found, "least": .digits(String(least)), "greatest": .digits(String(greatest)),
      ])
  }
}

extension Money {
  /// What is wrong with a number that is no amount.
  fileprivate static func objection(_ number: Decimal, in unit: Unit) -> Reason {
    if case .failure(.finerThanAFen) = Result(catching: { () throws(Unrepresentable) in
      try Money(number, in: unit)
    }) {
      return Reason(.finerThanAFen, ["found": .number(number)])
    }
    return Reason(
      .amountTooLarge,
      ["found": .number(number), "unit": .text(unit.rawValue), "limit": .moneyInWords(Money.limit)])
  }
}

extension PartialDate {
  /// The first year of dates that are read.
  static let earliestYear = 1900

  /// Whether it is not before all that an application can speak of.
  var isPlausible: Bool { earliest.year >= PartialDate.earliestYear }
}
