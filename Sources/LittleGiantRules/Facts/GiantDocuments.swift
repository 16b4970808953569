// What the file consists of: its papers, its texts by their length, its statements for experts.

import CommonFacts
import Eligibility

/// The papers of Section 4(2), by how many documents are named, and their form.
public struct GiantPapers: Hashable, Sendable {
  /// The request (4(2)1).
  public var request: Int?
  /// The table of basics (4(2)5, Annex 5).
  public var basicTable: Int?
  /// The table of targets (4(2)6, Annex 6).
  public var targetTable: Int?
  /// The goals for the first year (4(2)7).
  public var firstYearGoals: Int?
  /// The goals for the second year (4(2)7).
  public var secondYearGoals: Int?
  /// The proofs (Section 5, Annex 5 note 2).
  public var proofs: Int?
  /// Whether everything is stamped.
  public var isStamped: Bool?
  /// Whether it is handed in on paper.
  public var isOnPaper: Bool?
  /// Whether it is handed in electronically.
  public var isElectronic: Bool?
  /// Whether copies can be read.
  public var isLegible: Bool?
  /// Whether the enterprise's papers are one volume.
  public var isOneVolume: Bool?

  /// Papers of which nothing is known.
  public init() {}
}

/// A text by its length, from the text itself or declared.
public struct GiantLength: Hashable, Sendable {
  /// The text's own length, where it is in the file.
  public var text: GiantTextLength?
  /// How many characters it is declared to have.
  public var characters: Int?
  /// The text itself, of one that tables show.
  public var wording: String?

  /// A length of which nothing is known.
  public init() {}

  /// Whether the number declared cannot be that of the text.
  public var isContradictory: Bool {
    guard let text, let characters else { return false }
    return !(text.hanCharacters...text.characters).contains(characters)
  }
}

/// How many characters a text has, however 字 is counted.
public struct GiantTextLength: Hashable, Sendable {
  /// All characters that are not blank.
  public let characters: Int
  /// The Han characters among them.
  public let hanCharacters: Int

  /// Counts the characters of a text.
  public init(_ text: String) {
    var (characters, hanCharacters) = (0, 0)
    for scalar in text.unicodeScalars where !scalar.isBlank {
      characters += 1
      if scalar.isHan { hanCharacters += 1 }
    }
    self.characters = characters
    self.hanCharacters = hanCharacters
  }

  /// The numbers that it can be said to have.
  var range: Interval<Int> { Interval(from: hanCharacters, through: characters) }
}

extension Unicode.Scalar {
  /// Whether nothing is seen of it: white space and signs for layout.
  var isBlank: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether it is a Latin letter, plain or full-width.
  var isLatin: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }
}

extension String {
  /// The text without blanks and with full-width signs as plain ones: two names that differ only so are one.
  var folded: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isBlank {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      folded.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(folded)
  }
}

/// The profile of Section 4(2)3.
public struct GiantProfile: Hashable, Sendable {
  /// How long it is.
  public var length = GiantLength()
  /// Whether it says how the enterprise is run.
  public var coversManagement: Bool?
  /// Whether it says what the main product is.
  public var coversProduct: Bool?
  /// Whether it says how the enterprise innovates.
  public var coversInnovation: Bool?

  /// A profile of which nothing is known.
  public init() {}
}

/// The statements, one for each judgement.
public struct GiantStatements: Hashable, Sendable {
  /// Why it should be chosen.
  public var merit = Statement()
  /// What is to be reached, and how.
  public var targets = Statement()
  /// What stands behind the claims about the industrial direction.
  public var advancedness = Statement()

  /// No statements.
  public init() {}
}
