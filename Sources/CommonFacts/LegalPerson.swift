// Only a legal person can apply, which its own word, its code and its name have to say together.

import Eligibility

/// What declaration, code and name say together.
public enum LegalPersonState: CriterionState {
  /// The code is that of an individual business, which is none.
  case individualBusiness
  /// It is declared to be none.
  case declaredNone
  /// Declaration, code or name is not given.
  case unknown
  /// The code's check character is wrong, so that it says nothing.
  case wrongCheckCharacter
  /// The code is of a kind that may be none.
  case anotherKind
  /// The name is that of a part of a legal person, or of a partnership.
  case namedAsBranch
  /// All say that it is one.
  case legalPerson

  /// Compares declaration, code and name.
  ///
  /// - Parameters:
  ///   - isFitting: whether all organisations of a kind are legal persons.
  ///   - isBranch: whether a name is that of a part of a legal person, or of a partnership.
  public init(
    isDeclared: Bool?, code: SocialCreditCode?, name: String?,
    isFitting: (SocialCreditCode.Organisation) -> Bool, isBranch: (String) -> Bool
  ) {
    if let code, code.organisation == .individualBusiness, code.hasRightCheckCharacter {
      self = .individualBusiness
    } else if isDeclared == false {
      self = .declaredNone
    } else if isDeclared == true, let code, let name {
      if !code.hasRightCheckCharacter {
        self = .wrongCheckCharacter
      } else if !isFitting(code.organisation) {
        self = .anotherKind
      } else {
        self = isBranch(name) ? .namedAsBranch : .legalPerson
      }
    } else {
      self = .unknown
    }
  }

  /// Whether it is a legal person.
  public var outcome: Outcome {
    switch self {
    case .legalPerson: .met
    case .individualBusiness, .declaredNone: .unmet
    case .unknown, .wrongCheckCharacter, .anotherKind, .namedAsBranch: .undetermined
    }
  }
}

extension String {
  /// The last four letters of a name, blanks before them where there are fewer.
  ///
  /// Blanks, signs and what nobody sees change nothing of what a name says.
  public var lastLetters: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) {
    var letters = InlineArray<4, Unicode.Scalar>(repeating: " ")
    var place = letters.endIndex
    for letter in unicodeScalars.reversed() where letter.isLetter {
      place -= 1
      letters[place] = letter
      if place == letters.startIndex { break }
    }
    return (letters[0], letters[1], letters[2], letters[3])
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter that can be seen.
  fileprivate var isLetter: Bool {
    // The common Chinese characters, without a look-up.
    if ("\u{4E00}"..."\u{9FFF}").contains(self) { return true }
    return properties.isAlphabetic && !properties.isDefaultIgnorableCodePoint
  }
}
