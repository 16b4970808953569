// Codes from registers and from the standard show that the check characters follow the standard.

import Eligibility
import Testing

@Suite struct SocialCreditCodeTests {
  static let good = [
    "91350100M000100Y43", "91110000600037341L", "914403001922038216", "91110108551385082Q",
    "912201010000003690", "9122010100000006XW", "91220101000000190U", "91210100123456788H",
  ]

  /// GB 32100-2015, table 1: the characters with the values 0 to 30.
  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  @Test(arguments: good)
  func `accepts right codes`(text: String) throws {
    let code = try SocialCreditCode(text)
    #expect(code.text == text)
    #expect(code.hasRightCheckCharacter)
    #expect(code.expectedCheckCharacter == text.last)
    #expect(code.organisation == .enterprise)
    #expect(code.organisationCheck.found == code.organisationCheck.expected)
  }

  @Test func `tells the check character that should stand`() throws {
    let code = try SocialCreditCode("91310115MA1H8R7C6D")
    #expect(!code.hasRightCheckCharacter)
    #expect(code.expectedCheckCharacter == "7")
    #expect(try SocialCreditCode("91310115MA1H8R7C67").hasRightCheckCharacter)
  }

  /// The standard's own example with its check character 3 replaced by each other one.
  @Test func `only one check character is right`() throws {
    for character in Self.alphabet {
      let code = try SocialCreditCode("91350100M000100Y4" + String(character))
      #expect(code.expectedCheckCharacter == "3")
      #expect(code.hasRightCheckCharacter == (character == "3"))
    }
  }

  /// Of a letter that no code has it is still said which character should be there.
  @Test(arguments: ["I", "O", "S", "V", "Z"])
  func `a letter that no code has is a wrong check character`(letter: String) throws {
    let code = try SocialCreditCode("91350100M000100Y4" + letter)
    #expect(!code.hasRightCheckCharacter)
    #expect(code.expectedCheckCharacter == "3")
  }

  /// Every sum modulo 31 has its character: the first place weighs 1, so it walks through all.
  @Test func `every check character occurs`() throws {
    // With all else zero the sum is the first character's value, and the check its complement to 31.
    for (value, character) in Self.alphabet.enumerated() {
      let code = try SocialCreditCode(String(character) + String(repeating: "0", count: 17))
      #expect(code.expectedCheckCharacter == Self.alphabet[(31 - value) % 31])
    }
  }

  /// GB 32100-2015, 5.2: the weight of the i-th place is 3^(i−1) modulo 31.
  @Test func `places have the weights of the standard`() throws {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    for (place, weight) in weights.enumerated() {
      var text = Array(String(repeating: "0", count: 18))
      text[place] = "1"
      #expect(
        try SocialCreditCode(String(text)).expectedCheckCharacter == Self.alphabet[31 - weight])
    }
  }

  /// 31 is prime and neighbouring weights differ: no single slip of the pen may go unnoticed.
  @Test(arguments: good)
  func `notices every single slip`(text: String) throws {
    let original = Array(text)
    for place in original.indices {
      for character in Self.alphabet where character != original[place] {
        var changed = original
        changed[place] = character
        #expect(try !SocialCreditCode(String(changed)).hasRightCheckCharacter)
      }
      if place > 0, original[place] != original[place - 1] {
        var swapped = original
        swapped.swapAt(place, place - 1)
        #expect(try !SocialCreditCode(String(swapped)).hasRightCheckCharacter)
      }
    }
  }

  @Test func `refuses other lengths`() {
    for count in [0, 1, 17, 19, 40] {
      #expect(throws: SocialCreditCode.Malformed.length(count)) {
        try SocialCreditCode(String(repeating: "9", count: count))
      }
    }
    #expect(SocialCreditCode.length == 18)
    // A strange character behind the 18th place says no more than that the text is too long.
    #expect(throws: SocialCreditCode.Malformed.length(19)) {
      try SocialCreditCode("91350100M000100Y43\n")
    }
  }

  @Test(arguments: ["I", "O", "S", "V", "Z", "a", "y", " ", "-", "９", "中", "\u{301}", "é", "\0"])
  func `refuses other characters and says where`(character: String) throws {
    // In the last place any capital letter is a code whose check fails, which says what is right.
    for place in [1, 9, 18] where place < 18 || !["I", "O", "S", "V", "Z"].contains(character) {
      let text = "91350100M000100Y43"
      let changed = text.prefix(place - 1) + character + text.dropFirst(place)
      #expect(throws: SocialCreditCode.Malformed.character(at: place, found: character)) {
        try SocialCreditCode(String(changed))
      }
    }
  }

  @Test func `names the first of two strange characters`() {
    #expect(throws: SocialCreditCode.Malformed.character(at: 2, found: "I")) {
      try SocialCreditCode("9I350100M000100Y4Z")
    }
    // Too short as well, but the character is the more useful thing to say.
    #expect(throws: SocialCreditCode.Malformed.character(at: 1, found: "o")) {
      try SocialCreditCode("o1")
    }
  }

  @Test(arguments: [
    ("91", SocialCreditCode.Organisation.enterprise), ("92", .individualBusiness), ("93", .other),
    ("11", .stateOrgan), ("12", .publicInstitution), ("13", .otherStateUnit),
    ("19", .otherStateUnit), ("51", .society), ("52", .privateInstitution), ("53", .foundation),
    ("54", .other), ("31", .other), ("90", .other), ("N2", .other),
  ])
  func `the first two characters name the kind`(
    start: String, organisation: SocialCreditCode.Organisation
  ) throws {
    let code = try SocialCreditCode(start + "220101MA0Y0AB1X2")
    #expect(code.organisation == organisation)
    #expect(code.registrationDivision == "220101")
  }

  @Test func `digits three to eight name the division`() throws {
    #expect(try SocialCreditCode("91350100M000100Y43").registrationDivision == "350100")
    #expect(try SocialCreditCode("91110000600037341L").registrationDivision == "110000")
  }

  @Test func `the division is that within a wider one`() throws {
    let code = try SocialCreditCode("91350100M000100Y43")
    for division in ["35", "3501", "350100", ""] { #expect(code.isRegistered(in: division)) }
    for division in ["91", "22", "3502", "350101", "5", "350100M", "350100M000"] {
      #expect(!code.isRegistered(in: division), "\(division)")
    }
  }

  @Test func `codes are the same where their texts are`() throws {
    let texts = ["91350100M000100Y43", "91350100M000100Y44", "91350100M000100Y33"]
    for left in texts {
      for right in texts {
        let (one, other) = (try SocialCreditCode(left), try SocialCreditCode(right))
        #expect((one == other) == (left == right))
      }
    }
    #expect(try Set((texts + texts).map { try SocialCreditCode($0) }).count == texts.count)
  }

  /// GB 11714: 11 − Σ modulo 11, where 10 is written X and 11 is written 0; sums worked by hand.
  @Test(arguments: [
    ("M000100Y", Character("4")),  // 22·3 + 1·5 + 34·2 = 139 = 12·11 + 7
    ("00000006", "X"),  // 6·2 = 12 = 11 + 1
    ("00000019", "0"),  // 1·4 + 9·2 = 22
    ("00000000", "0"),  // 0
    ("12345678", "8"),  // 3 + 14 + 27 + 40 + 25 + 48 + 28 + 16 = 201 = 18·11 + 3
    ("60003734", "1"),  // 18 + 15 + 56 + 12 + 8 = 109 = 9·11 + 10
    ("MA1H8R7C", "4"),  // 66 + 70 + 9 + 170 + 40 + 216 + 28 + 24 = 623 = 56·11 + 7
    ("A0000000", "3"),  // 10·3 = 30 = 2·11 + 8
    ("0000000X", "0"),  // 33·2 = 66 = 6·11
  ])
  func `organisation codes have their own check`(code: String, expected: Character) throws {
    let right = try SocialCreditCode("91220101" + code + String(expected) + "0").organisationCheck
    #expect(right.found == expected)
    #expect(right.expected == expected)
    #expect(
      try SocialCreditCode("91220101" + code + String(expected) + "0").hasRightOrganisationCheck)
    let other = try SocialCreditCode("91220101" + code + "5" + "0").organisationCheck
    #expect(other.found == "5")
    #expect(other.expected == expected)
    #expect(try !SocialCreditCode("91220101" + code + "50").hasRightOrganisationCheck)
  }
}
