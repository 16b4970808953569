// How one JSON value becomes one fact: its type for people and programs, and the function that reads it.

import Eligibility
import LocatedJSON

/// What kind of value a fact is, for messages and descriptions of the format.
indirect enum ValueType: Sendable {
  /// A text that is not blank.
  case text
  /// True or false.
  case flag
  /// A calendar year.
  case year
  /// A day, `2025-09-01`.
  case day
  /// A year, month or day.
  case partialDate
  /// A whole number from 0, or from 1 for a rank.
  case count(from: Int)
  /// A decimal number.
  case decimal
  /// An amount in the unit of its table.
  case money
  /// A code, described in words.
  case code(Wording)
  /// One of these words.
  case choice([String])
  /// A list.
  case list(ValueType)
  /// An object with these members.
  case object([FieldDescription])

  /// What is expected, as the end of a sentence.
  var expectation: Wording {
    switch self {
    case .text: Wording(zh: "非空文字", en: "a text that is not blank")
    case .flag: Wording(zh: "布尔值 true 或 false", en: "true or false")
    case .year: Wording(zh: "四位年份，如 2025", en: "a year such as 2025")
    case .day: Wording(zh: "日期文字，如 \"2025-09-01\"", en: "a date such as \"2025-09-01\"")
    case .partialDate:
      Wording(
        zh: "日期文字，如 \"2018\"、\"2018-03\" 或 \"2018-03-09\"",
        en: "a date such as \"2018\", \"2018-03\" or \"2018-03-09\"")
    case .count(let least):
      Wording(zh: "不小于 \(least) 的整数", en: "a whole number, \(least) or more")
    case .decimal: Wording(zh: "数字", en: "a number")
    case .money: Wording(zh: "数字，单位见 figures.unit", en: "a number in the unit of figures.unit")
    case .code(let form): form
    case .choice(let words):
      Wording(
        zh: "以下之一：" + words.map { "\"\($0)\"" }.joined(separator: "、"),
        en: "one of " + words.map { "\"\($0)\"" }.joined(separator: ", "))
    case .list: Wording(zh: "列表 [ ]", en: "a list [ ]")
    case .object: Wording(zh: "对象 { }", en: "an object { }")
    }
  }
}

/// A member of an object as people and programs see it.
struct FieldDescription: Sendable {
  /// The member's name in the file.
  let key: String
  /// What it means.
  let label: Wording
  /// What kind of value it has.
  let type: ValueType
}

/// Reads values of one kind.
struct ValueReader<Value>: Sendable {
  /// The kind of value.
  let type: ValueType
  /// Reads the value at an index, or notes a fault and returns `nil`.
  let read: @Sendable (Document.Index, inout Intake) -> Value?
  /// Reads the value that comes next in a plain text.
  let plain: @Sendable (inout PlainIntake) throws(NotPlain) -> Value

  /// A reader; without a way to read plain texts for files that never come in great numbers.
  init(
    type: ValueType, read: @escaping @Sendable (Document.Index, inout Intake) -> Value?,
    plain: @escaping @Sendable (inout PlainIntake) throws(NotPlain) -> Value = {
      _ throws(NotPlain) in throw NotPlain()
    }
  ) {
    self.type = type
    self.read = read
    self.plain = plain
  }
}

/// One member of an object: its name, its meaning, how it is read and where it is kept.
struct Field<Owner>: Sendable {
  let description: FieldDescription
  /// The name in UTF-8, for comparing without allocating.
  let key: [UInt8]
  /// Reads the value, or forgets it where there is none to read.
  let take: @Sendable (inout Owner, Document.Index?, inout Intake) -> Void
  /// The same for a plain text.
  let plain: PlainField<Owner>

  init<Value>(
    _ key: String, _ reader: ValueReader<Value>, zh: String, en: String,
    keep: @escaping @Sendable (inout Owner, Value?) -> Void
  ) {
    description = FieldDescription(
      key: key, label: Wording(zh: zh, en: en), type: reader.type)
    self.key = Array(key.utf8)
    take = { owner, index, intake in
      keep(&owner, index.flatMap { reader.read($0, &intake) })
    }
    plain = PlainField { owner, intake throws(NotPlain) in
      keep(&owner, try reader.plain(&intake))
    }
  }
}

extension ValueReader {
  /// An object whose members are kept in a value that starts out as `blank`.
  static func object(
    _ fields: [Field<Value>], blank: @escaping @Sendable () -> Value
  ) -> ValueReader {
    let searched = PlainFields(fields)
    return ValueReader(type: .object(fields.map(\.description))) { index, intake in
      guard intake.expect(.object([]), .object, at: index) else { return nil }
      var value = blank()
      intake.readMembers(of: index, fields, into: &value)
      return value
    } plain: { intake throws(NotPlain) in
      var value = blank()
      try intake.readMembers(searched, into: &value)
      return value
    }
  }

  /// A list of such values; an item with a fault keeps its place with nothing known of it.
  static func list<Item>(
    of item: ValueReader<Item>, blank: @escaping @Sendable () -> Item
  ) -> ValueReader where Value == [Item] {
    ValueReader(type: .list(item.type)) { index, intake in
      guard intake.expect(.list(.text), .array, at: index) else { return nil }
      let items = intake.document.children(of: index).map { item.read($0, &intake) ?? blank() }
      return intake.isDamaged(list: index) ? nil : items
    } plain: { intake throws(NotPlain) in
      var items: [Item] = []
      if try intake.reader.isEmptyArray() { return items }
      // Most lists are short, and so grow no more.
      items.reserveCapacity(4)
      try intake.readItems { intake throws(NotPlain) in items.append(try item.plain(&intake)) }
      return items
    }
  }

  /// A word that stands for a case.
  static func choice() -> ValueReader
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    let cases = Array(Value.allCases)
    let searched = PlainKeys(words)
    return ValueReader(type: .choice(words)) { index, intake in
      guard let word = intake.text(at: index, for: .choice(words)) else { return nil }
      if let value = Value(rawValue: word) { return value }
      intake.noteChoice(word, of: words, at: index)
      return nil
    } plain: { intake throws(NotPlain) in
      cases[try intake.reader.word(of: searched)]
    }
  }
}

extension ValueReader<String> {
  static let text = ValueReader(type: .text) { index, intake in
    guard let text = intake.text(at: index, for: .text) else { return nil }
    if text.unicodeScalars.allSatisfy(\.isInvisible) {
      intake.note(.blankText, at: index)
      return nil
    }
    return text
  } plain: { intake throws(NotPlain) in
    try intake.visibleText().string
  }

  /// Digits of one of these lengths; full-width ones are read as plain ones.
  static let digits = ValueReader(
    type: .code(Wording(zh: "由数字组成的代码", en: "a code of digits, as text"))
  ) { index, intake in
    guard let text = intake.code(at: index, for: digitsForm) else { return nil }
    if text.isASCIIDigits { return text }
    intake.note(
      .badCode, ["found": .text(text), "expected": .term(digitsForm)], at: index)
    return nil
  } plain: { intake throws(NotPlain) in
    let text = try intake.reader.text()
    guard text.count > 0, text.count <= 18, text.digits(text.count, from: 0) != nil else {
      throw NotPlain()
    }
    return text.string
  }

  private static let digitsForm = Wording(zh: "由数字组成的代码", en: "a code of digits")
}

extension ValueReader<Int> {
  /// The names of documents, of which only the number is kept.
  static let attachments = ValueReader(type: .list(.text)) { index, intake in
    guard intake.expect(.list(.text), .array, at: index) else { return nil }
    let count = intake.document.children(of: index).count {
      ValueReader<Bool>.mention.read($0, &intake) != nil
    }
    return intake.isDamaged(list: index) ? nil : count
  } plain: { intake throws(NotPlain) in
    var count = 0
    try intake.readItems { intake throws(NotPlain) in
      _ = try intake.visibleText()
      count += 1
    }
    return count
  }
}

extension ValueReader<Bool> {
  /// A text of which only that it is there is kept.
  static let mention = ValueReader(type: .text) { index, intake in
    ValueReader<String>.text.read(index, &intake).map { _ in true }
  } plain: { intake throws(NotPlain) in
    _ = try intake.visibleText()
    return true
  }
}

extension ValueReader<Bool> {
  static let flag = ValueReader(type: .flag) { index, intake in
    switch intake.document[index].kind {
    case .true: return true
    case .false: return false
    default:
      intake.noteWrongType(at: index, expected: .flag)
      return nil
    }
  } plain: { intake throws(NotPlain) in
    try intake.reader.flag()
  }
}

extension ValueReader<Int> {
  /// A year in which an application or its accounts can fall.
  static let year = whole(1900...2999, type: .year)
  /// A number of things.
  static let count = whole(0...1_000_000_000, type: .count(from: 0))
  /// A place in a ranking.
  static let rank = whole(1...1_000_000_000, type: .count(from: 1))
  /// An article of the regulation.
  static let article = whole(1...22, type: .count(from: 1))

  static func whole(_ range: ClosedRange<Int>, type: ValueType) -> ValueReader {
    ValueReader(type: type) { index, intake in
      guard let number = intake.decimal(at: index, for: type) else { return nil }
      guard number.scale == 0, let value = Int(exactly: number.coefficient), range.contains(value)
      else {
        intake.note(
          .outOfRange,
          [
            "found": .number(number), "least": .digits(String(range.lowerBound)),
            "greatest": .digits(String(range.upperBound)),
          ], at: index)
        return nil
      }
      return value
    } plain: { intake throws(NotPlain) in
      let number = try intake.reader.number()
      guard number.scale == 0, range.contains(Int(number.coefficient)) else { throw NotPlain() }
      return Int(number.coefficient)
    }
  }
}

extension ValueReader<Decimal> {
  static let decimal = ValueReader(type: .decimal) { index, intake in
    intake.decimal(at: index, for: .decimal)
  } plain: { intake throws(NotPlain) in
    try intake.decimal()
  }
}

extension ValueReader<Money> {
  static let money = ValueReader(type: .money) { index, intake in
    if intake.moneyUnit == nil { intake.hasAmountWithoutUnit = true }
    guard let number = intake.decimal(at: index, for: .money), let unit = intake.moneyUnit else {
      return nil
    }
    do throws(Money.Unrepresentable) {
      return try Money(number, in: unit)
    } catch {
      switch error {
      case .finerThanAFen: intake.note(.finerThanAFen, ["found": .number(number)], at: index)
      case .beyondLimit:
        intake.note(
          .amountTooLarge, ["found": .number(number), "limit": .money(Money.limit)], at: index)
      }
      return nil
    }
  } plain: { intake throws(NotPlain) in
    let number = try intake.reader.number()
    guard let unit = intake.moneyUnit,
      let money = Money(number.coefficient, scale: number.scale, in: unit)
    else { throw NotPlain() }
    return money
  }
}

extension ValueReader<Day> {
  static let day = ValueReader(type: .day) { index, intake in
    guard let date = intake.date(at: index, for: .day) else { return nil }
    if case .day(let day) = date { return day }
    intake.note(.dayNeeded, ["found": .date(date)], at: index)
    return nil
  } plain: { intake throws(NotPlain) in
    guard case .day(let day) = try intake.date() else { throw NotPlain() }
    return day
  }
}

extension ValueReader<PartialDate> {
  static let partialDate = ValueReader(type: .partialDate) { index, intake in
    intake.date(at: index, for: .partialDate)
  } plain: { intake throws(NotPlain) in
    try intake.date()
  }
}

extension ValueReader<SocialCreditCode> {
  static let creditCode = ValueReader(type: .code(creditCodeForm)) { index, intake in
    guard let text = intake.code(at: index, for: creditCodeForm) else { return nil }
    do throws(SocialCreditCode.Malformed) {
      let code = try SocialCreditCode(text)
      if !code.hasRightCheckCharacter {
        // The code is kept: that its check fails is what the rules have to say.
        intake.note(
          .creditCodeCheck,
          [
            "found": .text(String(text.suffix(1))),
            "expected": .text(String(code.expectedCheckCharacter)),
          ], at: index)
      }
      return code
    } catch {
      switch error {
      case .length(let count):
        intake.note(
          .creditCodeLength,
          ["found": .count(count), "expected": .count(SocialCreditCode.length)], at: index)
      case .character(let place, let found):
        intake.note(
          .creditCodeCharacter, ["place": .count(place), "found": .text(found)], at: index)
      }
      return nil
    }
  } plain: { intake throws(NotPlain) in
    guard let code = try? SocialCreditCode(intake.code().string), code.hasRightCheckCharacter else {
      throw NotPlain()
    }
    return code
  }

  private static let creditCodeForm = Wording(
    zh: "18 位统一社会信用代码", en: "a social credit code of 18 characters, as text")
}

extension ValueReader<AdministrativeDivision> {
  static let division = coded(
    Wording(zh: "六位行政区划代码，如 \"220106\"", en: "a division code of six digits such as \"220106\""),
    AdministrativeDivision.init)
}

extension ValueReader<IndustryCode> {
  static let industryCode = coded(
    Wording(
      zh: "二至四位国民经济行业代码（大类 01 至 97），如 \"3484\"",
      en: "an industry code of two to four digits (divisions 01 to 97) such as \"3484\""),
    IndustryCode.init)
}

extension ValueReader {
  /// A code that its type accepts or does not.
  private static func coded(
    _ form: Wording, _ make: @escaping @Sendable (String) -> Value?
  ) -> ValueReader {
    ValueReader(type: .code(form)) { index, intake in
      guard let text = intake.code(at: index, for: form) else { return nil }
      if let value = make(text) { return value }
      intake.note(.badCode, ["found": .text(text), "expected": .term(form)], at: index)
      return nil
    } plain: { intake throws(NotPlain) in
      guard let value = make(try intake.code().string) else { throw NotPlain() }
      return value
    }
  }
}
