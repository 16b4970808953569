// The format of a file is data: one table of what may stand where, which every way of reading follows.

import Eligibility
import LocatedJSON

/// How a value is read and what is kept of it.
///
/// A batch goes through these in its innermost loop, so a rule is plain memory: copying one counts no
/// references. What it refers to is made once and lasts as long as the program.
enum ValueRule: Sendable {
  /// A text that is not blank, kept as a `String?`.
  case text
  /// A text of which only that it is there is kept, as a `Bool`.
  case presence
  /// A text of which nothing is kept.
  case ignored
  /// True or false, kept as a `Bool?`.
  case flag
  /// A whole number of a range, kept as an `Int?`.
  case whole(WholeRange)
  /// An exact number, 0 or more, kept as a `Decimal?`.
  case decimal
  /// An amount in the unit of its table, kept as a `Money?`; below zero only where it may be.
  case money(mayBeNegative: Bool)
  /// A day, kept as a `Day?`.
  case day
  /// A year, month or day, kept as a `PartialDate?`.
  case partialDate
  /// The names of documents, at most so many, of which only the number is kept, as an `Int?`.
  case attachments(atMost: Int)
  /// A text that some type accepts.
  case code(Permanent<CodeRule>)
  /// One of some words.
  case choice(Permanent<ChoiceRule>)
  /// The unit of the amounts in the same object, kept as a `Money.Unit?`.
  case amountUnit(Permanent<ChoiceRule>)
  /// An object; its members are kept in place.
  case object(Permanent<ObjectRule>)
  /// An object that is known or is not.
  case optional(Permanent<OptionalRule>)
  /// A list.
  case list(Permanent<ListRule>)
  /// A value that has to pass a further check.
  case checked(Permanent<CheckedRule>)
  /// A value of which another fact of the owner is made.
  case derived(Permanent<DerivedRule>)
  /// A value with a way of its own of being read, from a ``JSONDocument`` only.
  case custom(Permanent<CustomRule>)

  /// What kind of value it is, for messages and descriptions of the format.
  var type: ValueType {
    switch self {
    case .text, .presence, .ignored: .text
    case .flag: .flag
    case .whole(let range):
      range.isYear
        ? .year(from: Int(range.least), to: Int(range.greatest))
        : .count(from: Int(range.least), to: Int(range.greatest))
    case .decimal: .decimal
    case .money(let mayBeNegative): .money(mayBeNegative: mayBeNegative)
    case .day: .day
    case .partialDate: .partialDate
    case .attachments(let most): .list(.text, atMost: most)
    case .code(let rule): rule.use { .code($0.form) }
    case .choice(let rule), .amountUnit(let rule): rule.use { .choice($0.described()) }
    case .object(let rule): rule.use { .object($0.fields.map { $0.schema }) }
    case .optional(let rule): rule.use { $0.inner }.type
    case .list(let rule): .list(rule.use { $0.item }.type, atMost: rule.use { $0.most })
    case .checked(let rule): rule.use { $0.inner }.type
    case .derived(let rule): rule.use { $0.inner }.type
    case .custom(let rule): rule.use { $0.type() }
    }
  }

  /// Forgets what was kept of a value.
  func clear(_ place: PropertyAddress) {
    switch self {
    case .text: place.keep(String?.none)
    case .presence: place.keep(false)
    case .ignored: break
    case .flag: place.keep(Bool?.none)
    case .whole, .attachments: place.keep(Int?.none)
    case .decimal: place.keep(Decimal?.none)
    case .money: place.keep(Money?.none)
    case .day: place.keep(Day?.none)
    case .partialDate: place.keep(PartialDate?.none)
    case .code(let rule): rule.use { $0.clear(place) }
    case .choice(let rule), .amountUnit(let rule): rule.use { $0.clear(place) }
    case .object(let rule): rule.use { $0.clear(place) }
    case .optional(let rule): rule.use { $0.clear(place) }
    case .list(let rule): rule.use { $0.clear(place) }
    case .checked(let rule): rule.use { $0.inner }.clear(place)
    case .derived(let rule): rule.use { $0.clear(place) }
    case .custom(let rule): rule.use { $0.clear(place) }
    }
  }
}

/// A part of a table, kept as long as the program; as it cannot be copied, looking into it counts no
/// references.
struct Permanent<Part: ~Copyable & Sendable>: @unchecked Sendable {
  private let part: UnsafePointer<Part>

  init(_ part: consuming Part) {
    let memory = UnsafeMutablePointer<Part>.allocate(capacity: 1)
    memory.initialize(to: part)
    self.part = UnsafePointer(memory)
  }

  @inline(__always)
  func use<Outcome>(_ body: (borrowing Part) -> Outcome) -> Outcome { body(part.pointee) }
}

/// What is done to the memory of a fact whose type only the table knows.
typealias MemoryAction = @Sendable (PropertyAddress) -> Void

/// The whole numbers of a range.
struct WholeRange: Sendable {
  let least: Int64
  let greatest: Int64
  /// Whether they are calendar years.
  let isYear: Bool
}

/// How a text becomes a code.
struct CodeRule: ~Copyable, Sendable {
  /// What is expected, in words.
  let form: Wording
  /// Whether full-width characters and small letters are taken as they are.
  let isVerbatim: Bool
  /// What is wrong with a text that is no code.
  let objection: @Sendable (String) -> Reason
  /// Keeps the code that some characters are; `false` where they are none.
  let keep: @Sendable (Span<UInt8>, PropertyAddress) -> Bool
  let clear: MemoryAction
}

/// The words of which one is chosen.
struct ChoiceRule: ~Copyable, Sendable {
  let words: [String]
  /// The same, made ready for being recognised.
  let fastWords: [FastWord]
  /// The words with their labels; made where they are asked for, since few runs do.
  let described: @Sendable () -> [ChoiceWord]
  /// Keeps the value for which the word at a place stands.
  let keep: @Sendable (Int, PropertyAddress) -> Void
  let clear: MemoryAction
}

/// An object that is known or is not: the memory of a value that may be `nil`.
struct OptionalRule: ~Copyable, Sendable {
  let inner: ValueRule
  /// Keeps a value of which nothing is known; it begins where the optional one does.
  let begin: MemoryAction
  let clear: MemoryAction
}

/// A list of at most so many items.
struct ListRule: ~Copyable, Sendable {
  let item: ValueRule
  let most: Int
  /// Keeps an empty list.
  let begin: MemoryAction
  /// Adds an item of which nothing is known; its address holds until the next one is added.
  let append: @Sendable (PropertyAddress) -> PropertyAddress
  let clear: MemoryAction
}

/// A value that has to pass a further check.
struct CheckedRule: ~Copyable, Sendable {
  let inner: ValueRule
  /// Whether a value that does not pass is kept all the same.
  let keepsRefused: Bool
  /// What is wrong with the value that was kept, if anything.
  let objection: @Sendable (PropertyAddress) -> Reason?
}

/// A value that is read into memory of its own, to make another fact of it.
struct DerivedRule: ~Copyable, Sendable {
  let inner: ValueRule
  /// The bytes that the value takes, and their alignment.
  let layout: (size: Int, alignment: Int)
  /// Makes that memory a value that is not known.
  let begin: MemoryAction
  /// Gives the value to its owner and ends its memory.
  let end: @Sendable (_ owner: PropertyAddress, _ value: PropertyAddress) -> Void
  /// Tells the owner that the value is not known.
  let clear: MemoryAction
}

/// A value with a way of its own of being read, in files that never come in great numbers.
struct CustomRule: ~Copyable, Sendable {
  let type: @Sendable () -> ValueType
  /// Reads and keeps the value at an index; `false` where nothing was read.
  let take: @Sendable (JSONDocument.Index, DocumentReader, PropertyAddress) -> Bool
  let clear: MemoryAction
}

/// One member of an object: its name, its meaning, how it is read and where it is kept.
public struct Field: Sendable {
  /// The member's name in the file.
  public let key: String
  let label: Wording
  private(set) var hint: Wording?
  private(set) var clause: Clause?
  /// How it is read.
  let rule: ValueRule
  /// Where it is kept, in bytes from the beginning of the object's value.
  let offset: Int
  /// How many items a blank form has of the list that it is.
  private(set) var blankItems = 0
  /// What is said where the member is missing or null.
  private(set) var absence = Absence.unremarkable

  /// What is said of a member that is not there; indirect, because few fields say anything.
  public indirect enum Absence: Sendable {
    case unremarkable
    case notice(Notice)
    case fault(Reason)
  }

  init(_ key: String, zh: String, en: String, _ rule: ValueRule, at offset: Int = 0) {
    self.key = key
    label = Wording(zh: zh, en: en)
    self.rule = rule
    self.offset = offset
  }

  /// A member with a text that no rule reads.
  public static func ignored(_ key: String, zh: String, en: String) -> Field {
    Field(key, zh: zh, en: en, .ignored)
  }

  /// The member as people and programs see it.
  var schema: FieldSchema {
    let isRequired = if case .fault = absence { true } else { false }
    return FieldSchema(
      key: key, label: label, hint: hint, clause: clause, type: rule.type, isRequired: isRequired)
  }

  /// The member with a hint for whoever fills it in.
  public consuming func hint(zh: String, en: String) -> Field {
    hint = Wording(zh: zh, en: en)
    return self
  }

  /// The member as one that a clause asks for.
  public consuming func of(_ clause: Clause?) -> Field {
    self.clause = clause
    return self
  }

  /// The member as a list of which a blank form has so many items.
  public consuming func blankItems(_ count: Int) -> Field {
    blankItems = count
    return self
  }

  /// The member as one whose absence is remarked on.
  public consuming func whereMissing(_ absence: Absence) -> Field {
    self.absence = absence
    return self
  }
}

/// The members of an object, laid out for the loop in which a batch spends its time.
struct ObjectRule: ~Copyable, @unchecked Sendable {
  let fields: [Field]
  /// The rows, one a field; written only here, before anyone else sees them.
  let rows: UnsafePointer<Row>
  /// Where they end.
  let end: UnsafePointer<Row>
  /// The bits of the members whose absence is remarked on.
  let expected: UInt64
  /// The row of the unit of the amounts within, where the object says it.
  let unit: UnsafePointer<Row>?
  /// The name of that member, or nothing.
  let unitKey: String
  /// Checks of what was read.
  let checks: [Check]
  let hasChecks: Bool
  /// Forgets everything that was read.
  let clear: MemoryAction

  /// One member.
  struct Row {
    let key: FastWord
    let rule: ValueRule
    /// Where its fact is kept, in bytes from the beginning of the object's value.
    let offset: Int
    /// A bit of its own.
    let bit: UInt64
  }

  /// A check of what was read.
  struct Check: Sendable {
    /// The member at fault, which is forgotten; without one the object is at fault, and kept.
    let key: String?
    /// What is wrong with the object's value at an address, if anything.
    let objection: @Sendable (PropertyAddress) -> Reason?
  }

  init(_ fields: [Field], checks: [Check] = [], clear: @escaping MemoryAction) {
    precondition((1...64).contains(fields.count), "an object has 1 to 64 members")
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: fields.count)
    var unit: UnsafePointer<Row>?
    var unitKey = ""
    var expected: UInt64 = 0
    for (place, field) in fields.enumerated() {
      let row = Row(
        key: FastWord(field.key), rule: field.rule, offset: field.offset, bit: 1 << UInt64(place))
      (rows + place).initialize(to: row)
      if case .amountUnit = field.rule {
        unit = UnsafePointer(rows + place)
        unitKey = field.key
      }
      if case .unremarkable = field.absence { continue }
      expected |= row.bit
    }
    self.fields = fields
    self.rows = UnsafePointer(rows)
    end = self.rows + fields.count
    self.unit = unit
    self.unitKey = unitKey
    self.expected = expected
    self.checks = checks
    hasChecks = !checks.isEmpty
    self.clear = clear
  }
}
