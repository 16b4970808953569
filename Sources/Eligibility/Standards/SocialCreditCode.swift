// Every registered organisation in China is known by one code; its check characters catch typing errors.

/// A unified social credit code in the form of GB 32100-2015: 18 characters, the last a check.
///
/// A value has the right form; whether its check character is right is a question to ask it, because
/// a wrong one is evidence about the file and must be shown, not lost.
public struct SocialCreditCode: Hashable, Sendable {
  /// The first eight characters: kind of organisation and division.
  private let start: ShortCode
  /// The next eight: the organisation code.
  private let organisationCode: ShortCode
  /// The check character of the organisation code.
  private let organisationCheckFound: UInt8
  /// The check character.
  private let checkFound: UInt8
  /// The check character that the others call for.
  private let checkExpected: UInt8

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
    guard let code = SocialCreditCode(utf8: text.utf8.span) else {
      throw SocialCreditCode.fault(of: text)
    }
    self = code
  }

  /// The code from its characters in UTF-8; `nil` where they have another form.
  public init?(utf8 code: Span<UInt8>) {
    guard code.count == SocialCreditCode.length, SocialCreditCode.isCheck(code[17]) else {
      return nil
    }
    var sum = 0
    for place in (0..<17).reversed() {
      guard let value = SocialCreditCode.value(of: code[place]) else { return nil }
      // GB 32100-2015: weights are powers of 3, of which the first character has the lowest.
      sum = sum * 3 + value
    }
    start = ShortCode(code.extracting(0..<8))
    organisationCode = ShortCode(code.extracting(8..<16))
    organisationCheckFound = code[16]
    checkFound = code[17]
    // The check completes the sum to a multiple of 31.
    checkExpected = SocialCreditCode.alphabet[(31 - sum % 31) % 31]
  }

  /// The 18 characters.
  public var text: String {
    withUnsafeBytes(of: utf8) { String(decoding: $0, as: UTF8.self) }
  }

  /// The 18 characters in UTF-8.
  public var utf8: InlineArray<18, UInt8> {
    var characters = InlineArray<18, UInt8>(repeating: checkFound)
    for place in 0..<8 {
      characters[place] = start[place]
      characters[place + 8] = organisationCode[place]
    }
    characters[16] = organisationCheckFound
    return characters
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

  /// The characters in the order of their values, 0 to 30: letters leave out I, O, S, V and Z.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The value of each byte, or -1.
  private static let values: InlineArray<256, Int8> = {
    var values = InlineArray<256, Int8>(repeating: -1)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = Int8(value) }
    return values
  }()

  /// The value of a character in GB 32100-2015's order.
  private static func value(of character: UInt8) -> Int? {
    let value = values[Int(character)]
    return value < 0 ? nil : Int(value)
  }

  /// The check character that the first 17 characters call for.
  public var expectedCheckCharacter: Character { Character(Unicode.Scalar(checkExpected)) }

  /// Whether the last character is the one the others call for.
  public var hasRightCheckCharacter: Bool { checkFound == checkExpected }

  /// The kind of organisation, from the first two characters.
  public var organisation: Organisation {
    switch (start[0], start[1]) {
    case (UInt8(ascii: "1"), UInt8(ascii: "1")): .stateOrgan
    case (UInt8(ascii: "1"), UInt8(ascii: "2")): .publicInstitution
    case (UInt8(ascii: "1"), _): .otherStateUnit
    case (UInt8(ascii: "5"), UInt8(ascii: "1")): .society
    case (UInt8(ascii: "5"), UInt8(ascii: "2")): .privateInstitution
    case (UInt8(ascii: "5"), UInt8(ascii: "3")): .foundation
    case (UInt8(ascii: "9"), UInt8(ascii: "1")): .enterprise
    case (UInt8(ascii: "9"), UInt8(ascii: "2")): .individualBusiness
    default: .other
    }
  }

  /// The kinds of organisation that the code tells apart as far as rules ask.
  public enum Organisation: Hashable, Sendable, CaseIterable {
    /// 11: an organ of the state.
    case stateOrgan
    /// 12: a public institution (事业单位).
    case publicInstitution
    /// Other kinds of 1, which the office for the organs of the state registers.
    case otherStateUnit
    /// 51: a society.
    case society
    /// 52: a private non-enterprise unit.
    case privateInstitution
    /// 53: a foundation.
    case foundation
    /// 91: an enterprise registered for industry and commerce.
    case enterprise
    /// 92: an individual business, which is not a legal person.
    case individualBusiness
    /// Another registration authority or kind.
    case other
  }

  /// Whether the organisation was registered in a division that begins with these digits.
  public func isRegistered(in division: String) -> Bool {
    // Its own digits follow the first two characters.
    start.dropFirst(2).begins(with: division)
  }

  /// Digits 3 to 8: the division whose authority registered the organisation when it got the code.
  public var registrationDivision: String { start.dropFirst(2).text }

  /// The check character of the organisation code in places 9 to 17, and the one it should be.
  public var organisationCheck: (found: Character, expected: Character) {
    (
      Character(Unicode.Scalar(organisationCheckFound)),
      Character(Unicode.Scalar(organisationCheckExpected))
    )
  }

  /// Whether the check character of the organisation code is the right one.
  public var hasRightOrganisationCheck: Bool {
    organisationCheckFound == organisationCheckExpected
  }

  private static let organisationWeights: InlineArray<8, Int> = [3, 7, 9, 10, 5, 8, 4, 2]

  private var organisationCheckExpected: UInt8 {
    var sum = 0
    for place in SocialCreditCode.organisationWeights.indices {
      let character = organisationCode[place]
      // GB 11714: letters count from A = 10 in the full alphabet, another map than the code's own.
      let first = character < UInt8(ascii: "A") ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10
      sum += Int(character - first) * SocialCreditCode.organisationWeights[place]
    }
    return switch 11 - sum % 11 {
    case 10: UInt8(ascii: "X")
    case 11: UInt8(ascii: "0")
    case let digit: UInt8(ascii: "0") + UInt8(digit)
    }
  }
}
