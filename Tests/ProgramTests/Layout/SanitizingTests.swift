// Applicants may write anything; nothing of it may act on a terminal or hide from a reader.

import Testing

@testable import HostSystem
@testable import Reports

struct SanitizingTests {
  @Test(arguments: [
    "", "plain ASCII ~", "江苏某某精密机械有限公司（集团）", "e\u{301}", "ＦＵＬＬ", "😀 ✅ ❤️", "한글",
    "葛\u{E0100}城", "a:b # c：：＃＃", "naïve “quotes” … — ·", "a\u{A0}b\u{3000}c", #"back\slash"#,
  ])
  func `harmless text stays`(text: String) {
    #expect(text.sanitized() == text)
  }

  @Test(arguments: [
    ("\n", #"\n"#), ("a\r\nb", #"a\r\nb"#), ("\t", #"\t"#), ("\0", #"\u{0}"#),
    ("\u{1B}[2J", #"\u{1B}[2J"#), ("\u{1B}]0;title\u{7}", #"\u{1B}]0;title\u{7}"#),
    ("\u{9B}31m", #"\u{9B}31m"#), ("\u{7F}\u{8}", #"\u{7F}\u{8}"#), ("\u{85}", #"\u{85}"#),
    ("合格\u{202E}格合不", #"合格\u{202E}格合不"#), ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
    ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
    ("a\u{200B}b\u{200D}c\u{2060}d\u{FEFF}", #"a\u{200B}b\u{200D}c\u{2060}d\u{FEFF}"#),
    ("a\u{2028}b\u{2029}", #"a\u{2028}b\u{2029}"#), ("\u{AD}", #"\u{AD}"#),
    ("\u{3164}\u{115F}\u{1160}\u{FFA0}", #"\u{3164}\u{115F}\u{1160}\u{FFA0}"#),
    ("\u{E0041}", #"\u{E0041}"#), ("\u{E000}", #"\u{E000}"#), ("\u{FFFF}", #"\u{FFFF}"#),
    ("\u{FE0F}", #"\u{FE0F}"#), ("a\u{FE0F}\u{FE0F}", "a\u{FE0F}" + #"\u{FE0F}"#),
    ("::error::x", #":\u{3A}error:\u{3A}x"#), ("中::: ##[a] ###", #"中:\u{3A}: #\u{23}[a] #\u{23}#"#),
    (" \u{E0100}", #" \u{E0100}"#), ("\u{1B}\u{FE0F}", #"\u{1B}\u{FE0F}"#),
  ])
  func `hostile text is shown`(text: String, expected: String) {
    #expect(text.sanitized() == expected)
  }

  /// Over all of Unicode: whatever passes takes a column of its own or joins a visible character.
  @Test func `nothing invisible passes`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(String.UnicodeScalarView([scalar]))
      guard text.sanitized() == text else { continue }
      if scalar.columns == 0 {
        let category = scalar.properties.generalCategory
        if category != .nonspacingMark && category != .enclosingMark && category != .otherLetter {
          Issue.record("U+\(String(value, radix: 16)) passes unseen")
        }
      }
    }
  }

  /// Over all of Unicode: what passes is what the properties allow, and a selector passes exactly
  /// after a visible character.
  @Test func `properties decide`() {
    var differing: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isHidden =
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          .unassigned:
          true
        default: properties.isDefaultIgnorableCodePoint
        }
      let text = String(String.UnicodeScalarView([scalar, "\u{FE0F}"]))
      let wanted =
        if isHidden || properties.isVariationSelector {
          "none"
        } else if properties.isWhitespace {
          "first"
        } else {
          "both"
        }
      let sanitized = text.sanitized()
      let found =
        if sanitized == text {
          "both"
        } else {
          sanitized.unicodeScalars.first == scalar ? "first" : "none"
        }
      if found != wanted { differing.append(value) }
    }
    #expect(differing == [])
  }

  @Test func `sanitizing twice changes nothing`() {
    let once = "a\u{1B}[0m\n\u{202E}中".sanitized()
    #expect(once.sanitized() == once)
    #expect(once.columns == once.unicodeScalars.count + 1)
  }

  /// A text of nothing but what is hidden takes time in proportion to its length.
  ///
  /// All tests begin at once, so the limit holds for what is left of them all; quadratic time takes days.
  @Test(.timeLimit(.minutes(60)))
  func `a long hostile text is shown soon`() {
    let count = 1_000_000
    let text = String(repeating: "\u{200D}", count: count)
    #expect(text.sanitized().utf8.count == count * #"\u{200D}"#.utf8.count)
  }
}
