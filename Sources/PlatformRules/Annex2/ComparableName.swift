// Names are compared as people read them: width, blanks, brackets and the mark 国家 make no difference.

import Eligibility

/// A name without what makes no difference; nothing else of it is changed.
struct ComparableName: Hashable, Sendable {
  private let letters: String

  /// Takes from a name its width, blanks, the mark （国家） at its end, and brackets.
  init(_ name: String) {
    var letters: [Unicode.Scalar] = []
    for letter in name.unicodeScalars {
      let folded = letter.inNarrowForm
      let properties = folded.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { continue }
      letters.append(folded)
    }
    // Only within brackets is it a mark: 国家 is part of some names.
    if letters.count >= 4, letters.last?.isBracket == true, letters[letters.count - 4].isBracket,
      letters[letters.count - 3] == "国", letters[letters.count - 2] == "家"
    {
      letters.removeLast(4)
    }
    var text = String.UnicodeScalarView()
    for letter in letters where !letter.isBracket { text.append(letter) }
    self.letters = String(text)
  }

  /// Whether nothing is left of the name.
  var isEmpty: Bool { letters.isEmpty }
}

extension Unicode.Scalar {
  /// The character of ASCII that a full-width one stands for; every other character itself.
  fileprivate var inNarrowForm: Unicode.Scalar {
    guard ("\u{FF01}"..."\u{FF5E}").contains(self) else { return self }
    return Unicode.Scalar(UInt8(value - 0xFEE0))
  }

  /// Whether it is a bracket of a kind that names have.
  fileprivate var isBracket: Bool {
    switch self {
    case "(", ")", "[", "]", "{", "}", "〔", "〕", "【", "】", "〈", "〉", "《", "》", "「", "」":
      true
    default: false
    }
  }
}

extension PlatformList {
  private static let comparable = entries.map { ComparableName($0.name) }

  /// The entries that bear one of some names.
  static func entries(named names: [String]) -> [Entry] {
    let wanted = names.map { ComparableName($0) }
    return entries.indices.filter { wanted.contains(comparable[$0]) }.map { entries[$0] }
  }
}

extension PlatformApplication {
  /// The names that the published one may be: the platform's and its institution's.
  var names: [String] {
    var names: [String] = []
    if let name = platform.name { names.append(name) }
    if let name = enterprise.name { names.append(name) }
    return names
  }

  /// The names as a sentence cites them.
  var citedNames: Quantity {
    .list(
      names.map {
        .reason(Reason(Message("name", zh: "“{name}”", en: "“{name}”"), ["name": .text($0)]))
      })
  }

  /// The entries of Annex 2 that bear one of the names.
  public var listEntries: [PlatformList.Entry] { PlatformList.entries(named: names) }

  /// Whether something holds of one of the two names, of which one may be unknown.
  func eitherName(_ holds: (ComparableName) -> Bool) -> Kleene {
    func answer(_ name: String?) -> Kleene {
      Kleene(name.map { holds(ComparableName($0)) })
    }
    return answer(platform.name) || answer(enterprise.name)
  }

  /// Whether one of the names is on the list of Annex 2.
  var isListed: Kleene {
    if !listEntries.isEmpty { return .yes }
    return names.count == 2 ? .no : .unknown
  }
}
