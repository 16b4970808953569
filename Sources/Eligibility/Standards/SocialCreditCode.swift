// Every registered organisation in China is known by one code; its check characters catch typing errors.

/// A unified social credit code in the form of GB 32100-2015: 18 characters, the last a check.
///
/// A value has the right form; whether its check character is right is a question to ask it, because
/// a wrong one is evidence about the file and must be shown, not lost.
public struct SocialCreditCode: Hashable, Sendable {
  /// The 18 characters.
  public let text: String
  /// The kind of organisation, from the first two characters.
  public let organisation: Organisation
  /// The first eight characters in ASCII, the first one highest.
  private let head: UInt64
  /// The check character, and the one that the others call for, in ASCII.
  private let check: (found: UInt8, expected: UInt8)
  /// The check character in the organisation code within, and the one it should be.
  private let organisationDigits: (found: UInt8, expected: UInt8)

  /// Why a text is not a code.
  public enum Malformed: Error, Hashable, Sendable {
    /// It has this many characters, not 18.
    case length(Int)
    /// The character at this place (from 1) is not of the code's alphabet.
    case character(at: Int, found: String)
  }

  /// The number of characters in a code.
  public static let length = 18

  /// Checks the form of a code.
  ///
  /// The last character may be any digit or capital letter: whether it is the right one is for
  /// ``hasRightCheckCharacter`` to say, which also names the right one.
  ///
  /// - Throws: ``Malformed`` for a wrong length, or for the first character outside the alphabet
  ///   (digits and capital letters without I, O, S, V and Z).
  public init(_ text: String) throws(Malformed) {
    var characters = text
    let code = characters.withUTF8 { SocialCreditCode(text, $0) }
    guard let code else { throw SocialCreditCode.fault(of: text) }
    self = code
  }

  /// A code of the right form; `nil` for another.
  private init?(_ text: String, _ characters: UnsafeBufferPointer<UInt8>) {
    guard characters.count == SocialCreditCode.length,
      SocialCreditCode.isCheck(characters[SocialCreditCode.length - 1])
    else { return nil }
    var sum = 0
    for place in (0..<(SocialCreditCode.length - 1)).reversed() {
      guard let value = SocialCreditCode.value(of: characters[place]) else { return nil }
      // GB 32100-2015: weights are powers of 3, of which the first character has the lowest.
      sum = sum * 3 + value
    }
    var organisationSum = 0
    for place in 8..<16 {
      organisationSum +=
        SocialCreditCode.organisationValue(of: characters[place])
        * SocialCreditCode.organisationWeights[place - 8]
    }
    self.text = text
    head = characters.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    organisation =
      switch (characters[0], characters[1]) {
      case (UInt8(ascii: "9"), UInt8(ascii: "1")): .enterprise
      case (UInt8(ascii: "9"), UInt8(ascii: "2")): .individualBusiness
      default: .other
      }
    // The check completes the sum to a multiple of 31.
    check = (
      characters[SocialCreditCode.length - 1], SocialCreditCode.alphabet[(31 - sum % 31) % 31]
    )
    organisationDigits = (
      characters[16], SocialCreditCode.organisationCheck(of: organisationSum)
    )
  }

  /// What is wrong with a text that is no code.
  private static func fault(of text: String) -> Malformed {
    var place = 0
    for character in text.unicodeScalars.prefix(length) {
      place += 1
      let byte = UInt8(exactly: character.value) ?? 0
      if place < length ? value(of: byte) == nil : !isCheck(byte) {
        return .character(at: place, found: String(character))
      }
    }
    return .length(text.unicodeScalars.count)
  }

  /// Whether a character can stand at the end: any digit or capital letter.
  private static func isCheck(_ character: UInt8) -> Bool {
    value(of: character) != nil
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character)
  }

  /// The values 0 to 30 of the characters, in GB 32100-2015's order.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The value of a character; letters leave out I, O, S, V and Z.
  private static func value(of character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "H"): Int(character - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "J")...UInt8(ascii: "N"): Int(character - UInt8(ascii: "J")) + 18
    case UInt8(ascii: "P")...UInt8(ascii: "R"): Int(character - UInt8(ascii: "P")) + 23
    case UInt8(ascii: "T"), UInt8(ascii: "U"): Int(character - UInt8(ascii: "T")) + 26
    case UInt8(ascii: "W")...UInt8(ascii: "Y"): Int(character - UInt8(ascii: "W")) + 28
    default: nil
    }
  }

  /// The check character that the first 17 characters call for.
  public var expectedCheckCharacter: Character { Character(Unicode.Scalar(check.expected)) }

  /// Whether the last character is the one the others call for.
  public var hasRightCheckCharacter: Bool { check.found == check.expected }

  /// The kinds of organisation that the code tells apart as far as rules ask.
  public enum Organisation: Hashable, Sendable {
    /// 91: an enterprise registered for industry and commerce.
    case enterprise
    /// 92: an individual business, which is not a legal person.
    case individualBusiness
    /// Another registration authority or kind.
    case other
  }

  /// Whether the organisation was registered in a division that begins with these digits, at most six.
  public func isRegistered(in division: String) -> Bool {
    // Its own digits follow the first two characters.
    var rest = head << 16
    for digit in division.utf8 {
      if UInt8(truncatingIfNeeded: rest >> 56) != digit { return false }
      rest <<= 8
    }
    return true
  }

  /// Digits 3 to 8: the division whose authority registered the organisation when it got the code.
  public var registrationDivision: String {
    // All characters are ASCII.
    String(Substring(text.utf8.dropFirst(2).prefix(6)))
  }

  /// The check character of the organisation code in places 9 to 17, and the one it should be.
  ///
  /// GB 11714: letters count from A = 10 in the full alphabet, another map than the code's own.
  public var organisationCheck: (found: Character, expected: Character) {
    (
      Character(Unicode.Scalar(organisationDigits.found)),
      Character(Unicode.Scalar(organisationDigits.expected))
    )
  }

  /// Whether the check character of the organisation code is the right one.
  public var hasRightOrganisationCheck: Bool {
    organisationDigits.found == organisationDigits.expected
  }

  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  private static func organisationValue(of character: UInt8) -> Int {
    let isLetter = character >= UInt8(ascii: "A")
    return Int(
      isLetter ? character - UInt8(ascii: "A") + 10 : character - UInt8(ascii: "0"))
  }

  private static func organisationCheck(of sum: Int) -> UInt8 {
    switch 11 - sum % 11 {
    case 10: UInt8(ascii: "X")
    case 11: UInt8(ascii: "0")
    case let digit: UInt8(ascii: "0") + UInt8(digit)
    }
  }
}

extension SocialCreditCode {
  /// Whether two codes are the same; everything else about them follows from the text.
  public static func == (left: SocialCreditCode, right: SocialCreditCode) -> Bool {
    left.text == right.text
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
