// Everything said to people is said in two languages; one value holds both so that neither is forgotten.

/// A language of reports.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Chinese, in simplified characters.
  case zh
  /// English.
  case en
}

/// The same text in every language of reports.
public struct Wording: Hashable, Sendable {
  /// The text in Chinese.
  public let zh: String
  /// The text in English.
  public let en: String

  /// Creates a text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

extension PartialDate {
  /// The date with its preposition in English: `on 2024-05-01`, `in 2024`.
  public var onOrIn: String {
    if case .day = self { return "on " + description }
    return "in " + description
  }

  /// The date as sentences write it: in Chinese a year by itself is followed by 年.
  public var wording: Wording {
    if case .year = self { return Wording(zh: description + " 年", en: description) }
    return Wording(zh: description, en: description)
  }
}
