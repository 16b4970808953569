// The notice limits texts and does not say what it counts as a character; this counts what is certain.

import CommonFacts
import Eligibility

/// How long a text is, as far as that can be said without a definition of a character.
struct TextLength: Equatable {
  /// All characters but blanks.
  var all = 0
  /// Chinese characters.
  var han = 0

  init(_ text: String) {
    for character in text where !character.isWhitespace {
      all += 1
      if let first = character.unicodeScalars.first, first.isHan { han += 1 }
    }
  }

  /// The numbers that it can be said to have.
  var range: Interval<Int> { Interval(from: han, through: all) }
}
