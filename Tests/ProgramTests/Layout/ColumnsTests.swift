// Tables line up only where widths are right; every kind of character that matters is measured.

import Testing

@testable import Reports

struct ColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("a b", 3), ("中文", 4), ("中a文b", 6), ("，。（）", 8), ("ＡＢ１", 6),
    ("ｱｲｳ", 3), ("é", 1), ("e\u{301}", 1), ("n\u{303}\u{323}", 1), ("“”…—·", 5), ("￥¥", 3),
    ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ひらカタ", 8), ("が", 2), ("か\u{3099}", 2),
    ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("❤️", 2), ("❤", 1), ("✅", 2), ("✓", 1),
    ("𠀀", 2), ("\u{3007}", 2), ("\u{303F}", 1), ("①", 1), ("㎡", 2), ("℃", 1), ("\u{3000}", 2),
    ("\u{A0}", 1), ("\u{200B}\u{FEFF}\u{2060}", 0), ("\n\t\u{1B}\u{7F}\u{85}", 0), ("\r\n", 0),
    ("葛\u{E0100}", 2), ("½", 1), ("±", 1), ("䷀", 2),
  ])
  func `width`(text: String, expected: Int) {
    #expect(text.columns == expected)
  }

  @Test func `the table is sorted and apart`() {
    let ranges = EastAsianWidth.ranges
    for range in ranges { #expect(range.first <= range.last) }
    for (left, right) in zip(ranges, ranges.dropFirst()) { #expect(left.last + 1 < right.first) }
    for range in ranges {
      #expect(EastAsianWidth.isWide(range.first) && EastAsianWidth.isWide(range.last))
      #expect(!EastAsianWidth.isWide(range.first - 1) && !EastAsianWidth.isWide(range.last + 1))
    }
    #expect(!EastAsianWidth.isWide(0) && !EastAsianWidth.isWide(0x10FFFF))
  }

  @Test(arguments: [
    ("", 3, "   "), ("a", 3, "a  "), ("中", 3, "中 "), ("中文", 3, "中文"), ("abc", 3, "abc"),
  ])
  func `padding`(text: String, width: Int, expected: String) {
    #expect(text.padded(to: width) == expected)
  }

  @Test func `padding on the left`() {
    #expect("中".paddedLeft(to: 5) == "   中")
    #expect("12345".paddedLeft(to: 3) == "12345")
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("中文字", 6, "中文字"), ("中文字", 5, "中文…"),
    ("中文字", 4, "中…"), ("中文字", 2, "…"), ("中文", 1, "…"), ("abc", 0, ""), ("", 0, ""),
    ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"), ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"), ("ab中", 4, "ab中"),
    ("ab中文", 4, "ab…"),
  ])
  func `truncating`(text: String, width: Int, expected: String) {
    #expect(text.truncated(to: width) == expected)
    #expect(text.truncated(to: width).columns <= width)
  }

  @Test func `styles vanish without color`() {
    for style in Style.allCases {
      #expect(Coloring.plain("中文", style) == "中文")
      let styled = Coloring.colored("中文", style)
      #expect(styled.hasPrefix("\u{1B}[\(style.rawValue)m中文") && styled.hasSuffix("\u{1B}[0m"))
    }
  }
}
