// Usual characters are not looked up; that must change nothing but the time it takes.

import Testing

@testable import HostSystem
@testable import Reports

struct UsualCharactersTests {
  /// Every scalar that counts as usual.
  private static let usual = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    .filter(\.isSimple)

  @Test func `stand apart from one another`() {
    let joined = Self.usual.filter { scalar in
      ["a", "中", "（", "·"].contains { other in
        "\(other)\(scalar)\(other)".count != 3 || "\(scalar)\(scalar)".count != 2
      }
    }
    #expect(joined.isEmpty)
  }

  @Test func `take the columns that their properties say`() {
    let differing = Self.usual.filter { scalar in
      let properties = scalar.properties
      let isWide = properties.isEmojiPresentation || EastAsianWidth.isWide(scalar.value)
      return scalar.usualColumns != (isWide ? 2 : 1)
        || [.nonspacingMark, .enclosingMark, .format].contains(properties.generalCategory)
    }
    #expect(differing.isEmpty)
  }

  @Test(arguments: ["", "a", "中文 a（·≥✓）"])
  func `columns of a text are the sum of its characters`(text: String) {
    #expect(text.usualColumns == text.reduce(0) { $0 + $1.columns })
  }

  @Test(arguments: ["e\u{301}", "中\u{E0100}", "❤\u{FE0F}", "👍🏽", "\n", "\u{AD}", "한"])
  func `a text with other characters is left to their properties`(text: String) {
    #expect(text.usualColumns == nil)
  }
}
