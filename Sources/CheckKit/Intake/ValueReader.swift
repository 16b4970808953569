// How one JSON value becomes one fact: the typed ways of reading, of which the tables of a format are made.

import Eligibility
import LocatedJSON

/// Reads the value that comes next in a plain text.
typealias PlainRead<Value> = @Sendable (inout PlainIntake) throws(NotPlain) -> Value

/// Reads the value that comes next in a plain text into a blank one.
typealias PlainFill<Value> = @Sendable (inout PlainIntake, inout Value) throws(NotPlain) -> Void

/// Reads values of one kind, each of which is known or is not.
struct ValueReader<Value>: Sendable {
  /// How a value is read; it is kept as a `Value?`.
  let form: Form

  /// The kind of value.
  var type: ValueType { form.type }

  fileprivate init(form: Form) { self.form = form }

  /// A reader; without a way to read plain texts for files that never come in great numbers.
  init(
    type: @autoclosure @escaping @Sendable () -> ValueType,
    read: @escaping @Sendable (Document.Index, inout Intake) -> Value?,
    plain: @escaping PlainRead<Value> = { _ throws(NotPlain) in throw NotPlain() }
  ) {
    self.init(type: type(), read: read, makePlain: { plain })
  }

  /// A reader whose way to read plain texts is made only where one is read.
  init(
    type: @autoclosure @escaping @Sendable () -> ValueType,
    read: @escaping @Sendable (Document.Index, inout Intake) -> Value?,
    makePlain: @escaping @Sendable () -> PlainRead<Value>
  ) {
    self.init(type: type(), read: read) {
      let plain = makePlain()
      return PlainAction { intake, slot throws(NotPlain) in
        slot.keep(Optional(try plain(&intake)))
      }
    }
  }

  /// A reader whose way to read plain texts keeps the value itself, as a `Value?`.
  init(
    type: @autoclosure @escaping @Sendable () -> ValueType,
    read: @escaping @Sendable (Document.Index, inout Intake) -> Value?,
    action: @escaping @Sendable () -> PlainAction
  ) {
    let form = CustomForm(type: type) { index, intake, slot in
      let value = index.flatMap { read($0, &intake) }
      slot.keep(value)
      return value != nil
    } plain: {
      action()
    }
    self.init(form: .custom(form))
  }

  /// Reads the value at an index, or notes a fault and returns `nil`.
  func read(_ index: Document.Index, _ intake: inout Intake) -> Value? {
    var value: Value?
    Slot.of(&value) { slot in _ = intake.take(index, as: form, into: slot) }
    return value
  }

  /// Makes the way to read plain texts.
  func plain() -> PlainRead<Value> {
    let form = PlainForm(form)
    return { intake throws(NotPlain) in
      var value: Value?
      try Slot.of(&value) { slot throws(NotPlain) in try intake.read(form, into: slot) }
      guard let value else { throw NotPlain() }
      return value
    }
  }
}

/// Reads values that are filled part by part; of one that is not there everything is unknown.
struct PartReader<Value>: Sendable {
  /// How a value is read; it is kept as a `Value`.
  let form: Form
  /// A value of which nothing is known.
  let blank: @Sendable () -> Value

  /// The kind of value.
  var type: ValueType { form.type }

  /// Reads the value at an index into a blank one; `false` where a fault was noted instead.
  func read(_ index: Document.Index, _ intake: inout Intake, into value: inout Value) -> Bool {
    Slot.of(&value) { intake.take(index, as: form, into: $0) }
  }

  /// Makes the way to read plain texts.
  func plain() -> PlainFill<Value> {
    let form = PlainForm(form)
    return { intake, value throws(NotPlain) in
      try Slot.of(&value) { slot throws(NotPlain) in try intake.read(form, into: slot) }
    }
  }

  /// An object whose members are kept in the value.
  static func object(
    blank: @escaping @Sendable () -> Value, _ fields: (Members<Value>) -> [Field]
  ) -> PartReader {
    PartReader(
      form: .object(ObjectForm(fields(Members())) { $0.keep(blank()) }), blank: blank)
  }

  /// These values with further steps around their reading.
  ///
  /// - Parameter plain: the same for plain texts, given the reading itself.
  func checked(
    _ take: @escaping @Sendable (Document.Index, inout Intake, inout Value) -> Bool,
    plain:
      @escaping @Sendable (inout PlainIntake, inout Value, PlainFill<Value>)
      throws(NotPlain) -> Void
  ) -> PartReader {
    let inner = self
    let checked = CustomForm {
      inner.type
    } take: { index, intake, slot in
      guard let index else {
        slot.keep(inner.blank())
        return false
      }
      return take(index, &intake, &slot.value(Value.self).pointee)
    } plain: {
      let fill = inner.plain()
      return PlainAction { intake, slot throws(NotPlain) in
        try plain(&intake, &slot.value(Value.self).pointee, fill)
      }
    }
    return PartReader(form: .custom(checked), blank: blank)
  }
}

extension ValueReader {
  /// A value filled part by part, as one that is known or is not.
  init(_ part: PartReader<Value>) {
    self.init(type: part.type) { index, intake in
      var value = part.blank()
      return part.read(index, &intake, into: &value) ? value : nil
    } action: {
      let form = PlainForm(part.form)
      return PlainAction { intake, slot throws(NotPlain) in
        var value = part.blank()
        try Slot.of(&value) { part throws(NotPlain) in try intake.read(form, into: part) }
        slot.keep(Optional(value))
      }
    }
  }

  /// An object whose members are kept in a value that starts out as `blank`.
  static func object(
    blank: @escaping @Sendable () -> Value, _ fields: (Members<Value>) -> [Field]
  ) -> ValueReader {
    ValueReader(PartReader.object(blank: blank, fields))
  }

  /// A list of such values; an item with a fault keeps its place with nothing known of it.
  ///
  /// - Parameter most: how many items it may have; of a longer list nothing is read.
  static func list<Item>(
    of item: PartReader<Item>, atMost most: Int
  ) -> ValueReader where Value == [Item] {
    ValueReader(type: .list(item.type, atMost: most)) { index, intake in
      intake.items(at: index, atMost: most) { index, intake in
        var value = item.blank()
        _ = item.read(index, &intake, into: &value)
        return value
      }
    } action: {
      let form = PlainForm(item.form)
      return PlainAction { intake, slot throws(NotPlain) in
        var items: [Item] = []
        if try intake.reader.beginArray() {
          // Most lists are short, and so grow no more.
          items.reserveCapacity(4)
          repeat {
            guard items.count < most else { throw NotPlain() }
            items.append(item.blank())
            try Slot.of(&items[items.count - 1]) { slot throws(NotPlain) in
              try intake.read(form, into: slot)
            }
          } while try intake.reader.hasAnotherItem()
        }
        slot.keep(Optional(items))
      }
    }
  }

  /// A list of at most so many values each of which is known or is `blank`.
  static func list<Item>(
    of item: ValueReader<Item>, atMost most: Int, blank: @escaping @Sendable () -> Item
  ) -> ValueReader where Value == [Item] {
    ValueReader(type: .list(item.type, atMost: most)) { index, intake in
      intake.items(at: index, atMost: most) { item.read($0, &$1) ?? blank() }
    } makePlain: {
      let read = item.plain()
      return { intake throws(NotPlain) in
        var items: [Item] = []
        guard try intake.reader.beginArray() else { return items }
        repeat {
          guard items.count < most else { throw NotPlain() }
          items.append(try read(&intake))
        } while try intake.reader.hasAnotherItem()
        return items
      }
    }
  }

  /// A word that stands for a case.
  static func choice() -> ValueReader
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    ValueReader(type: .choice(Value.allCases.map(\.rawValue))) { index, intake in
      let word = intake.document.text(index)
      if let value = word.flatMap(Value.init) { return value }
      let words = Value.allCases.map(\.rawValue)
      if let word {
        intake.noteChoice(word, of: words, at: index)
      } else {
        intake.noteWrongType(at: index, expected: .choice(words))
      }
      return nil
    } action: {
      let cases = Array(Value.allCases)
      let words = cases.map { PlainWord($0.rawValue) }
      return PlainAction { intake, slot throws(NotPlain) in
        slot.keep(Optional(cases[try intake.reader.word(of: words)]))
      }
    }
  }
}

extension ValueReader<Int> {
  /// A word of a list, by its number there.
  static func choice(of words: [String]) -> ValueReader {
    ValueReader(type: .choice(words)) { index, intake in
      let word = intake.document.text(index)
      if let number = word.flatMap(words.firstIndex(of:)) { return number }
      if let word {
        intake.noteChoice(word, of: words, at: index)
      } else {
        intake.noteWrongType(at: index, expected: .choice(words))
      }
      return nil
    } action: {
      let words = words.map { PlainWord($0) }
      return PlainAction { intake, slot throws(NotPlain) in
        slot.keep(Optional(try intake.reader.word(of: words)))
      }
    }
  }
}

extension PartReader<Bool> {
  /// A text of which only that it is there is kept.
  static let mention = PartReader(form: .mention) { false }
}

extension ValueReader<Bool> {
  static let flag = ValueReader(form: .flag)
}

extension ValueReader<String> {
  static let text = ValueReader(form: .text)

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
  static let attachments = ValueReader(form: .attachments(atMost: ApplicationFormat.longestList))
  /// A year in which an application or its accounts can fall.
  static let year = whole(1900...2999, type: .year)
  /// A number of things.
  static let count = whole(0...1_000_000_000, type: .count(from: 0))
  /// A place in a ranking.
  static let rank = whole(1...1_000_000_000, type: .count(from: 1))

  static func whole(_ range: ClosedRange<Int>, type: ValueType) -> ValueReader {
    ValueReader(form: .whole(range, type))
  }
}

extension ValueReader<Decimal> {
  static let decimal = ValueReader(form: .decimal)
}

extension ValueReader<Money> {
  /// An amount that is never below zero: revenue or spending.
  static let money = ValueReader(form: .money(mayBeNegative: false))
  /// An amount that may be below zero: a profit that is a loss.
  static let signedMoney = ValueReader(form: .money(mayBeNegative: true))
}

extension ValueReader<Day> {
  static let day = ValueReader(form: .day)
}

extension ValueReader<PartialDate> {
  static let partialDate = ValueReader(form: .partialDate)
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
    let text = try intake.plainText()
    guard let code = SocialCreditCode(utf8: text.utf8.span), code.hasRightCheckCharacter else {
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
    AdministrativeDivision.init, utf8: AdministrativeDivision.init(utf8:))
}

extension ValueReader<IndustryCode> {
  static let industryCode = coded(
    Wording(
      zh: "二至四位国民经济行业代码（大类 01 至 97），如 \"3484\"",
      en: "an industry code of two to four digits (divisions 01 to 97) such as \"3484\""),
    IndustryCode.init, utf8: IndustryCode.init(utf8:))
}

extension ValueReader {
  /// A code that its type accepts or does not.
  private static func coded(
    _ form: Wording, _ make: @escaping @Sendable (String) -> Value?,
    utf8 makePlain: @escaping @Sendable (Span<UInt8>) -> Value?
  ) -> ValueReader {
    ValueReader(type: .code(form)) { index, intake in
      guard let text = intake.code(at: index, for: form) else { return nil }
      if let value = make(text) { return value }
      intake.note(.badCode, ["found": .text(text), "expected": .term(form)], at: index)
      return nil
    } plain: { intake throws(NotPlain) in
      guard let value = makePlain(try intake.plainText().utf8.span) else { throw NotPlain() }
      return value
    }
  }
}
