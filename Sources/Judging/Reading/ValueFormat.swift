// The words in which the table of a format is written: typed, so that a fact of one type is never kept in
// the place of another.

import Eligibility
import LocatedJSON

/// How values of one kind are written, each of which is known or is not; one is kept as a `Value?`.
public struct ValueFormat<Value>: Sendable {
  /// How a value is read.
  let rule: ValueRule

  /// The kind of value.
  public var type: ValueType { rule.type }
}

/// How values are written that are filled part by part; of one that is not there everything is unknown. It
/// is kept as a `Value`.
public struct PartFormat<Value>: Sendable {
  /// How a value is read.
  let rule: ValueRule
  /// A value of which nothing is known.
  let blank: @Sendable () -> Value

  /// The kind of value.
  var type: ValueType { rule.type }
}

// MARK: Scalars

extension ValueFormat<Bool> {
  /// True or false.
  public static let flag = ValueFormat(rule: .flag)
}

extension PartFormat<Bool> {
  /// A text of which only that it is there is kept.
  public static let presence = PartFormat(rule: .presence) { false }
}

extension ValueFormat<String> {
  /// A text that is not blank.
  public static let text = ValueFormat(rule: .text)
}

extension ValueFormat<Int> {
  /// The names of documents, of which only the number is kept.
  public static let attachments = ValueFormat(rule: .attachments(atMost: longestList))
  /// A year in which an application or its accounts can fall.
  public static let year = whole(1900...2999, isYear: true)
  /// A number of things.
  public static let count = whole(0...1_000_000_000)
  /// A place in a ranking.
  public static let rank = whole(1...1_000_000_000)

  /// A whole number of a range.
  ///
  /// - Parameter isYear: whether messages and descriptions of the format call it a year.
  public static func whole(_ range: ClosedRange<Int>, isYear: Bool = false) -> ValueFormat {
    ValueFormat(
      rule: .whole(
        WholeRange(
          least: Int64(range.lowerBound), greatest: Int64(range.upperBound), isYear: isYear)))
  }
}

extension ValueFormat<Decimal> {
  /// An exact number, 0 or more, with at most 18 digits.
  public static let decimal = ValueFormat(rule: .decimal)
}

extension ValueFormat<Money> {
  /// An amount that is never below zero: revenue or spending.
  public static let money = ValueFormat(rule: .money(mayBeNegative: false))
  /// An amount that may be below zero: a profit that is a loss.
  public static let signedMoney = ValueFormat(rule: .money(mayBeNegative: true))
}

extension ValueFormat<Day> {
  /// A date to the day, in 1900 or later.
  public static let day = ValueFormat(rule: .day)
}

extension ValueFormat<Day> {
  /// A filing date, which cannot be before the regulation.
  public static func filingDay(since inForce: Day) -> ValueFormat {
    day.checked { day in
      day >= inForce
        ? nil : Reason(.filedBeforeInForce, ["found": .day(day), "since": .day(inForce)])
    }
  }
}

extension ValueFormat<PartialDate> {
  /// A date to the day, month or year, in 1900 or later.
  public static let partialDate = ValueFormat(rule: .partialDate)
}

// MARK: Codes

extension ValueFormat {
  /// A text that a type accepts or does not.
  ///
  /// - Parameters:
  ///   - form: what is expected, in words.
  ///   - isVerbatim: whether full-width characters and small letters are taken as they are.
  ///   - objection: what is wrong with a text that is not accepted.
  public static func code(
    _ form: Wording, isVerbatim: Bool = false, objection: (@Sendable (String) -> Reason)? = nil,
    _ parse: @escaping @Sendable (Span<UInt8>) -> Value?
  ) -> ValueFormat {
    ValueFormat(
      rule: .code(
        Permanent(
          CodeRule(
            form: form, isVerbatim: isVerbatim,
            objection: objection
              ?? { Reason(.badCode, ["found": .text($0), "expected": .term(form)]) }
          ) { characters, place in
            guard let value = parse(characters) else { return false }
            place.keep(Optional(value))
            return true
          } clear: {
            $0.keep(Value?.none)
          })))
  }
}

extension ValueFormat<String> {
  /// Digits of any number; full-width ones are read as plain ones.
  public static let digits = code(Wording(zh: "由数字组成的代码", en: "a code of digits")) { characters in
    for place in characters.indices where characters[place] &- UInt8(ascii: "0") > 9 { return nil }
    return characters.isEmpty
      ? nil : characters.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension ValueFormat<SocialCreditCode> {
  /// A social credit code; one whose check character is wrong is a fault, and kept.
  public static let creditCode = code(
    Wording(zh: "统一社会信用代码（18 位）", en: "a social credit code of 18 characters, as text"),
    objection: { text in
      do throws(SocialCreditCode.Malformed) {
        _ = try SocialCreditCode(text)
        preconditionFailure("a code from its bytes is one from its text")
      } catch {
        return switch error {
        case .length(let count):
          Reason(
            .creditCodeLength,
            ["found": .count(count), "expected": .count(SocialCreditCode.length)])
        case .character(let place, let found):
          Reason(.creditCodeCharacter, ["place": .count(place), "found": .text(found)])
        }
      }
    }
  ) {
    SocialCreditCode(utf8: $0)
  }.checked(keepsRefused: true) { code in
    // The code is kept: that its check fails is what the rules have to say.
    code.hasRightCheckCharacter
      ? nil
      // Where both checks fail the slip is before them, and neither character is to be changed.
      : !code.hasRightOrganisationCheck
        ? Reason(.creditCodeChecks, ["found": .text(String(code.text.suffix(2)))])
        : Reason(
          .creditCodeCheck,
          [
            "found": .text(String(code.text.suffix(1))),
            "expected": .text(String(code.expectedCheckCharacter)),
          ])
  }
}

/// What is expected of codes, where more than one message says so.
private enum CodeForm {
  static let division = Wording(
    zh: "行政区划代码（六位），如 \"220106\"", en: "a division code of six digits such as \"220106\"")
  static let industry = Wording(
    zh: "国民经济行业代码（二至四位，大类 01 至 97），如 \"3484\"",
    en: "an industry code of two to four digits (divisions 01 to 97) such as \"3484\"")
}

extension ValueFormat<AdministrativeDivision> {
  /// A code of GB/T 2260: six digits that begin with 1 to 9.
  public static let division = code(
    CodeForm.division,
    objection: { text in
      let values: Reason.Values = ["found": .text(text), "expected": .term(CodeForm.division)]
      let code = text.codeBeforeName
      if AdministrativeDivision(utf8: code.utf8.span) != nil {
        return Reason(.codeAmongWords, values.with("meant", .text(code)))
      }
      return Reason(text.isASCIIDigits ? .badCode : .divisionByName, values)
    }
  ) { AdministrativeDivision(utf8: $0) }
}

extension ValueFormat<IndustryCode> {
  /// A code of GB/T 4754-2017: two to four digits that begin with a division, 01 to 97.
  public static let industryCode = code(
    CodeForm.industry,
    objection: { text in
      let values: Reason.Values = ["found": .text(text), "expected": .term(CodeForm.industry)]
      var code = text.codeBeforeName
      // The letter of the section stands before the code in many documents.
      if ("A"..."T").contains(code.prefix(1)) { code.removeFirst() }
      guard IndustryCode(utf8: code.utf8.span) != nil else { return Reason(.badCode, values) }
      return Reason(.codeAmongWords, values.with("meant", .text(code)))
    }
  ) { IndustryCode(utf8: $0) }
}

extension String {
  /// The code that a text begins with, where a name without digits follows as in many documents; the whole
  /// text otherwise.
  fileprivate var codeBeforeName: String {
    let code = prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return dropFirst(code.count).contains { $0.isNumber } ? self : String(code)
  }
}

// MARK: Choices

/// A value that a file names by a word.
public protocol Choice: CaseIterable & RawRepresentable & Sendable where RawValue == String {
  /// What people call it.
  var label: Wording { get }
}

extension ValueFormat where Value: Choice {
  /// A word that stands for a case, of all cases or of some.
  public static func choice(of cases: [Value] = Array(Value.allCases)) -> ValueFormat {
    ValueFormat(rule: .choice(words(of: cases)))
  }

  /// The words that stand for some cases.
  fileprivate static func words(of cases: [Value]) -> Permanent<ChoiceRule> {
    let words = cases.map { $0.rawValue }
    return Permanent(
      ChoiceRule(words: words, fastWords: words.map { FastWord($0) }) {
        cases.map { ChoiceWord(word: $0.rawValue, label: $0.label) }
      } keep: {
        $1.keep(Optional(cases[$0]))
      } clear: {
        $0.keep(Value?.none)
      })
  }
}

extension ValueFormat<String> {
  /// The identifier of the programme that an application is for; what another one asks is not known.
  public static func programme(_ id: String) -> ValueFormat {
    text.checked { found in
      found == id
        ? nil : Reason(.otherProgramme, ["found": .text(found), "expected": .text(id)])
    }
  }
}

extension ValueFormat<Int> {
  /// A word of a list, by its number there.
  public static func choice(of words: [ChoiceWord]) -> ValueFormat {
    ValueFormat(
      rule: .choice(
        Permanent(
          ChoiceRule(
            words: words.map { $0.word }, fastWords: words.map { FastWord($0.word) }
          ) {
            words
          } keep: {
            $1.keep(Optional($0))
          } clear: {
            $0.keep(Int?.none)
          })))
  }
}

extension Money.Unit: Choice {
  /// What the form calls the units of amounts.
  public var label: Wording {
    switch self {
    case .yuan: Wording(zh: "元", en: "yuan")
    case .tenThousandYuan: Wording(zh: "万元", en: "10,000 yuan")
    case .hundredMillionYuan: Wording(zh: "亿元", en: "100 million yuan")
    }
  }
}

extension ValueFormat<Money.Unit> {
  /// The unit of the amounts in the same object, wherever in it they stand.
  public static let amountUnit = ValueFormat(rule: .amountUnit(words(of: Money.Unit.allCases)))
}

// MARK: Objects

extension PartFormat {
  /// An object whose members are kept in the value.
  ///
  /// - Parameter checks: checks of members against one another.
  public static func object(
    blank: @escaping @Sendable () -> Value, checks: [FieldCheck<Value>] = [],
    @FieldListBuilder _ fields: (FieldBuilder<Value>) -> [Field]
  ) -> PartFormat {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    memory.initialize(to: blank())
    defer { memory.deinitialize(count: 1).deallocate() }
    let rule = ObjectRule(
      fields(FieldBuilder(blank: memory)), checks: checks.map { $0.untyped },
      clear: { $0.keep(blank()) })
    return PartFormat(rule: .object(Permanent(rule)), blank: blank)
  }
}

/// A check of what was read of an object.
public struct FieldCheck<Owner>: Sendable {
  fileprivate let untyped: ObjectRule.Check

  /// - Parameters:
  ///   - key: the member that is at fault, and forgotten, where the object does not pass; without one
  ///     the object is at fault, and kept.
  ///   - objection: what is wrong with the owner, if anything.
  public init(_ key: String? = nil, _ objection: @escaping @Sendable (Owner) -> Reason?) {
    untyped = ObjectRule.Check(key: key) { objection($0.pointer(to: Owner.self).pointee) }
  }
}

extension ValueFormat {
  /// A value filled part by part, as one that is known or is not.
  public init(_ part: PartFormat<Value>) {
    PropertyAddress.checkThatOptionalsBegin(like: part.blank())
    let blank = part.blank
    self.init(
      rule: .optional(
        Permanent(
          OptionalRule(inner: part.rule) {
            $0.keep(Optional(blank()))
          } clear: {
            $0.keep(Value?.none)
          })))
  }

  /// A value that stays unknown until a member of it is known.
  public init(_ part: PartFormat<Value?>) { self.init(rule: part.rule) }

  /// An object whose members are kept in a value that starts out as `blank`.
  public static func object(
    blank: @escaping @Sendable () -> Value,
    @FieldListBuilder _ fields: (FieldBuilder<Value>) -> [Field]
  ) -> ValueFormat {
    ValueFormat(PartFormat.object(blank: blank, fields))
  }

  /// These values with a further check.
  ///
  /// - Parameters:
  ///   - keepsRefused: whether a value that does not pass is kept all the same.
  ///   - objection: what is wrong with a value, if anything.
  public func checked(
    keepsRefused: Bool = false, _ objection: @escaping @Sendable (Value) -> Reason?
  ) -> ValueFormat {
    ValueFormat(
      rule: .checked(
        Permanent(
          CheckedRule(inner: rule, keepsRefused: keepsRefused) {
            $0.pointer(to: Value?.self).pointee.flatMap(objection)
          })))
  }

  /// Values with a way of their own of being read, in files that never come in great numbers.
  public static func custom(
    type: @autoclosure @escaping @Sendable () -> ValueType,
    _ read: @escaping @Sendable (JSONDocument.Index, DocumentReader) -> Value?
  ) -> ValueFormat {
    ValueFormat(
      rule: .custom(
        Permanent(
          CustomRule(type: type) { index, reader, place in
            let value = read(index, reader)
            place.keep(value)
            return value != nil
          } clear: {
            $0.keep(Value?.none)
          })))
  }
}

// MARK: Lists

extension ValueFormat {
  /// How many items a list may have; an application that needs more is none.
  public static var longestList: Int { 1_000 }

  /// A list of such values; an item with a fault keeps its place with nothing known of it.
  ///
  /// - Parameter most: how many items it may have; of a longer list nothing is read.
  public static func list<Item>(
    of item: PartFormat<Item>, atMost most: Int = longestList
  ) -> ValueFormat where Value == [Item] {
    list(of: item.rule, atMost: most, blank: item.blank)
  }

  /// A list of values each of which is known or is not.
  public static func list<Item>(
    of item: ValueFormat<Item>, atMost most: Int = longestList
  ) -> ValueFormat where Value == [Item?] {
    list(of: item.rule, atMost: most) { nil }
  }

  private static func list<Item>(
    of item: ValueRule, atMost most: Int, blank: @escaping @Sendable () -> Item
  ) -> ValueFormat where Value == [Item] {
    PropertyAddress.checkThatOptionalsBegin(like: [Item]())
    return ValueFormat(
      rule: .list(
        Permanent(
          ListRule(item: item, most: most) {
            $0.keep(Optional([Item]()))
          } append: { place in
            append(blank(), to: &place.pointer(to: [Item].self).pointee)
          } clear: {
            $0.keep([Item]?.none)
          })))
  }

  /// Adds an item and says where it is. The list is not touched again before the next item is added, so
  /// that the item stays there.
  private static func append<Item>(_ item: Item, to list: inout [Item]) -> PropertyAddress {
    // Most lists are short, and so grow no more.
    if list.isEmpty { list.reserveCapacity(4) }
    list.append(item)
    return PropertyAddress.of(&list[list.count - 1]) { $0 }
  }
}

// MARK: Members

/// Makes the members of objects whose facts are kept in an `Owner`.
public struct FieldBuilder<Owner> {
  fileprivate let blank: UnsafeMutablePointer<Owner>

  /// A member whose fact is kept in a property, `nil` where it is not known.
  public func callAsFunction<Value>(
    _ key: String, _ format: ValueFormat<Value>, _ property: (inout Owner) -> Property<Value?>,
    zh: String, en: String
  ) -> Field {
    Field(key, zh: zh, en: en, format.rule, at: Property.offset(in: blank, property))
  }

  /// A member whose facts are kept within a property.
  public func callAsFunction<Value>(
    _ key: String, _ format: PartFormat<Value>, _ property: (inout Owner) -> Property<Value>,
    zh: String, en: String
  ) -> Field {
    Field(key, zh: zh, en: en, format.rule, at: Property.offset(in: blank, property))
  }

  /// A member with a text that no rule reads.
  public func ignored(_ key: String, zh: String, en: String) -> Field {
    .ignored(key, zh: zh, en: en)
  }

  /// A member of which nothing is kept once it has been read.
  public func callAsFunction<Value>(
    _ key: String, checking format: ValueFormat<Value>, zh: String, en: String
  ) -> Field {
    self(key, format, zh: zh, en: en) { _, _ in }
  }

  /// A member of which another fact is made.
  public func callAsFunction<Value>(
    _ key: String, _ format: ValueFormat<Value>, zh: String, en: String,
    keep: @escaping @Sendable (inout Owner, Value?) -> Void
  ) -> Field {
    let layout = (MemoryLayout<Value?>.size, MemoryLayout<Value?>.alignment)
    let rule = DerivedRule(inner: format.rule, layout: layout) {
      $0.pointer(to: Value?.self).initialize(to: nil)
    } end: { owner, value in
      keep(&owner.pointer(to: Owner.self).pointee, value.pointer(to: Value?.self).move())
    } clear: { owner in
      keep(&owner.pointer(to: Owner.self).pointee, nil)
    }
    return Field(key, zh: zh, en: en, .derived(Permanent(rule)))
  }
}

/// Lists the members of an object one below the other.
@resultBuilder
public enum FieldListBuilder {
  /// Begins the list with one member.
  public static func buildPartialBlock(first: Field) -> [Field] { [first] }
  /// Begins the list with several members.
  public static func buildPartialBlock(first: [Field]) -> [Field] { first }
  /// Adds one member at the end.
  public static func buildPartialBlock(accumulated: consuming [Field], next: Field) -> [Field] {
    accumulated.append(next)
    return accumulated
  }
  /// Adds several members at the end.
  public static func buildPartialBlock(accumulated: [Field], next: [Field]) -> [Field] {
    accumulated + next
  }
}
