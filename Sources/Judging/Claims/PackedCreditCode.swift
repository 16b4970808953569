// Social credit codes of millions of applications are kept, so each takes no more room than it must.

import Eligibility

/// A social credit code as two numbers in base 37, which need 94 bits.
public struct PackedCreditCode: Hashable, Sendable {
  /// The low 64 bits.
  public let low: UInt64
  /// The bits above.
  public let high: UInt32

  /// How many bits nine characters need: 37⁹ is less than 2⁴⁷.
  private static let halfWidth: UInt64 = 47
  private static let halfLength = SocialCreditCode.length / 2

  init(low: UInt64, high: UInt32) {
    self.low = low
    self.high = high
  }

  /// Packs a code so that ``text`` gives the same characters back.
  public static func packed(_ code: SocialCreditCode) -> PackedCreditCode {
    let characters = code.utf8
    let halves = (
      number(characters, at: 0..<halfLength), number(characters, at: halfLength..<characters.count)
    )
    return PackedCreditCode(
      low: halves.0 << halfWidth | halves.1,
      high: UInt32(truncatingIfNeeded: halves.0 >> (64 - halfWidth)))
  }

  private static func number(_ characters: InlineArray<18, UInt8>, at places: Range<Int>) -> UInt64
  {
    var number: UInt64 = 0
    for place in places {
      let byte = characters[place]
      // From 1, so that nothing but an unknown code is 0.
      let zero = byte <= UInt8(ascii: "9") ? UInt8(ascii: "0") - 1 : UInt8(ascii: "A") - 11
      number = number &* 37 &+ UInt64(byte &- zero)
    }
    return number
  }

  /// Whether it stands for no code.
  var isBlank: Bool { low == 0 && high == 0 }

  /// The 18 characters.
  public var text: String {
    let width = PackedCreditCode.halfWidth
    var halves = [UInt64(high) << (64 - width) | low >> width, low & (1 << width - 1)]
    return String(unsafeUninitializedCapacity: SocialCreditCode.length) { characters in
      for place in characters.indices.prefix(SocialCreditCode.length).reversed() {
        let half = place / PackedCreditCode.halfLength
        let digit = UInt8(max(1, halves[half] % 37) - 1)
        halves[half] /= 37
        characters[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit
      }
      return SocialCreditCode.length
    }
  }
}
