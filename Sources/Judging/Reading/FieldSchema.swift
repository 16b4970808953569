// What a field of a file is called, asks for and accepts: the one description from which messages,
// explanations, schemas and forms derive.

import Eligibility

/// A member of an object as people and programs see it.
public struct FieldSchema: Sendable {
  /// The member's name in the file.
  public let key: String
  /// What it means.
  public let label: Wording
  /// What to write and from which document, for whoever fills it in; `nil` where the label says it all.
  public var hint: Wording?
  /// The clause for which it is asked; `nil` where there is none.
  public var clause: Clause?
  /// What kind of value it has.
  public var type: ValueType
  /// Whether it is a fault that it is not there.
  public var isRequired = false
}

/// A word that a choice accepts.
public struct ChoiceWord: Hashable, Sendable {
  /// The word as the file has it.
  public let word: String
  /// What people call it.
  public let label: Wording

  /// Creates a word with what people call it; by default nothing else.
  public init(word: String, label: Wording? = nil) {
    self.word = word
    self.label = label ?? Wording(zh: word, en: word)
  }
}

extension ChoiceWord {
  /// The word as it is written, and what it is called where that is something else.
  fileprivate func named(in language: Language) -> String {
    if label[language].lowercased() == word { return "\"\(word)\"" }
    return "\"\(word)\"" + Wording(zh: "（\(label.zh)）", en: " (\(label.en))")[language]
  }
}

/// What kind of value a fact is, for messages and descriptions of the format.
public indirect enum ValueType: Sendable {
  /// A text that is not blank.
  case text
  /// True or false.
  case flag
  /// A calendar year of a range.
  case year(from: Int, to: Int)
  /// A day, `2025-09-01`.
  case day
  /// A year, month or day.
  case partialDate
  /// A whole number of a range, which begins with 0, or with 1 for a rank.
  case count(from: Int, to: Int)
  /// A decimal number, 0 or more.
  case decimal
  /// An amount in the unit of its table, 0 or more unless it may be negative.
  case money(mayBeNegative: Bool)
  /// A code, described in words.
  case code(Wording)
  /// One of these words.
  case choice([ChoiceWord])
  /// A list of at most so many items.
  case list(ValueType, atMost: Int)
  /// An object with these members.
  case object([FieldSchema])

  /// What is expected, as the end of a sentence.
  public var expectation: Wording {
    switch self {
    case .text: Wording(zh: "非空文字", en: "a text that is not blank")
    case .flag: Wording(zh: "布尔值 true 或 false", en: "true or false")
    case .year: Wording(zh: "四位年份，如 2025", en: "a year such as 2025")
    case .day: Wording(zh: "日期，如 \"2025-09-01\"", en: "a date such as \"2025-09-01\"")
    case .partialDate:
      Wording(
        zh: "日期，如 \"2018\"、\"2018-03\" 或 \"2018-03-09\"",
        en: "a date such as \"2018\", \"2018-03\" or \"2018-03-09\"")
    case .count(let least, _):
      Wording(zh: "不小于 \(least) 的整数", en: "a whole number, \(least) or more")
    case .decimal: Wording(zh: "不小于 0 的数字", en: "a number, 0 or more")
    case .money(mayBeNegative: true):
      Wording(zh: "数字，以所填金额单位计", en: "a number in the unit stated")
    case .money(mayBeNegative: false):
      Wording(zh: "不小于 0 的数字，以所填金额单位计", en: "a number in the unit stated, 0 or more")
    case .code(let form): form
    case .choice(let words):
      Wording(
        zh: "以下之一：" + words.map { $0.named(in: .zh) }.joined(separator: "、"),
        en: "one of " + words.map { $0.named(in: .en) }.joined(separator: ", "))
    case .list: Wording(zh: "列表 [ ]", en: "a list [ ]")
    case .object: Wording(zh: "对象 { }", en: "an object { }")
    }
  }
}

extension ValueType {
  /// The members of the object that it is, or that each of its items is; `nil` for other values.
  public var members: [FieldSchema]? {
    switch self {
    case .object(let fields): fields
    case .list(let item, _): item.members
    default: nil
    }
  }

  /// The meanings of the members on the way to the one that a pointer names, its own last; as far as the
  /// format knows them.
  func labels(of pointer: Pointer) -> [Wording] {
    var labels: [Wording] = []
    _ = type(of: pointer) { labels.append($0.label) }
    return labels
  }

  /// The kind of value that a pointer names; `nil` where the format does not know it.
  ///
  /// - Parameter pass: called with each member on the way, its own last.
  func type(of pointer: Pointer, passing pass: (FieldSchema) -> Void = { _ in }) -> ValueType? {
    var template = pointer.template
    // As bytes in one piece: reports ask for the labels of every missing fact.
    return template.withUTF8 { bytes in
      var type = self
      for token in bytes.split(separator: UInt8(ascii: "/")) {
        if case .list(let item, _) = type {
          type = item
          continue
        }
        // By their numbers, because fields are large to copy.
        guard case .object(let fields) = type,
          let number = fields.indices.first(where: { number in
            fields[number].key.utf8.count == token.count
              && fields[number].key.utf8.elementsEqual(token)
          })
        else { return nil }
        pass(fields[number])
        type = fields[number].type
      }
      return type
    }
  }

  /// The pointer of the one member that has this name or is called so, with `*` for the items of lists;
  /// `nil` where there is none, or more than one.
  func onlyPlace(of name: String) -> String? {
    let places = places(of: name)
    return places.count == 1 ? places[0] : nil
  }

  /// Whether a member is called so in Chinese, wherever it stands; English labels such as “name” are
  /// the keys of any file.
  func hasMember(called name: String) -> Bool {
    name.utf8.contains { $0 >= 0x80 } && !places(of: name, orKey: false).isEmpty
  }

  /// The pointers of the members that are called so, or have it as their name.
  private func places(of name: String, orKey: Bool = true) -> [String] {
    var places: [String] = []
    func visit(_ type: ValueType, _ pointer: String) {
      switch type {
      case .object(let fields):
        for field in fields {
          let place = "\(pointer)/\(field.key)"
          if orKey && field.key == name || AnswerInWords.isCalled(field.label, name) {
            places.append(place)
          }
          visit(field.type, place)
        }
      case .list(let item, _): visit(item, pointer + "/*")
      default: break
      }
    }
    visit(self, "")
    return places
  }
}
