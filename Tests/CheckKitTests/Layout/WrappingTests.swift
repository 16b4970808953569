// Wrapping may move text to another line; it may never lose, add or reorder any of it.

import Testing

@testable import CheckKit

struct WrappingTests {
  private static let texts = [
    "", " ", "a", "The average revenue of the last two years is below the threshold of the clause.",
    "近两年平均主营业务收入为3.97亿元，低于“4亿元”的标准（附件1第三条）；请核对审计报告。",
    "企业（股份有限公司）在 product 领域从事 10 年以上，其中“单项产品”（含关键零部件）占比≥70%。",
    "  two  spaces   inside  ", "中文 与 English 混排 text，标点：不在行首（也不在行尾）。",
    "e\u{301}e\u{301} 👨‍👩‍👧 family 🇨🇳 ＦＵＬＬ ｈａｌｆ", "））））））））", "（（（（（（（（",
    "https://example.invalid/a/very/long/path/that/does/not/fit/on/any/line?query=1#part",
    "第一段\n\n第三段 with words\n", "￥1,000.00 与 100％，25℃……——完",
  ]

  private func withoutSpaces(_ text: String) -> String {
    text.filter { $0 != " " && $0 != "\u{3000}" && $0 != "\n" }
  }

  @Test(arguments: texts, [2, 5, 10, 20, 33, 80])
  func nothingIsLostAndNoLineIsTooWide(text: String, width: Int) {
    let lines = Layout.wrapped(text, width: width)
    #expect(withoutSpaces(lines.joined()) == withoutSpaces(text))
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(!lines.isEmpty)
  }

  /// Joined again, English words stay apart and Chinese ones together, as they were.
  @Test(arguments: [20, 33, 80])
  func aBreakReplacesASpaceOrNothing(width: Int) {
    let english = Self.texts[3]
    #expect(Layout.wrapped(english, width: width).joined(separator: " ") == english)
    let chinese = Self.texts[4]
    #expect(Layout.wrapped(chinese, width: width).joined() == chinese)
  }

  @Test(arguments: texts, [12, 20, 33, 80])
  func punctuationKeepsItsPlace(text: String, width: Int) {
    // A run of punctuation wider than the line has no other place to break.
    guard text.contains(where: { $0.isLetter }) else { return }
    let lines = Layout.wrapped(text, width: width)
    for line in lines.dropFirst() {
      if let first = line.first { #expect(!"，。；：）」、％℃".contains(first), "\(line)") }
    }
    for line in lines.dropLast() {
      if let last = line.last { #expect(!"（「“￥".contains(last), "\(line)") }
    }
  }

  @Test(arguments: [20, 33, 80])
  func prefixesHang(width: Int) {
    let text = Self.texts[5]
    let lines = Layout.wrapped(text, width: width, first: "• ", hanging: "  ")
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(lines.first?.hasPrefix("• ") == true)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") && !$0.hasPrefix("   ") })
    #expect(withoutSpaces(lines.map { String($0.dropFirst(2)) }.joined()) == withoutSpaces(text))
  }

  @Test func lines() {
    #expect(Layout.wrapped("aaa bbb ccc", width: 7) == ["aaa bbb", "ccc"])
    #expect(Layout.wrapped("aaa bbb ccc", width: 6) == ["aaa", "bbb", "ccc"])
    #expect(Layout.wrapped("中文字符", width: 5) == ["中文", "字符"])
    #expect(Layout.wrapped("一二，三", width: 4) == ["一", "二，", "三"])
    #expect(Layout.wrapped("一（二）", width: 4) == ["一", "（二", "）"])
    #expect(Layout.wrapped("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(Layout.wrapped("x abcdefgh", width: 3) == ["x", "abc", "def", "gh"])
    #expect(Layout.wrapped("a\n\nb", width: 9) == ["a", "", "b"])
    #expect(Layout.wrapped("", width: 9, first: "• ", hanging: "  ") == ["•"])
    #expect(Layout.wrapped("a\n\nb", width: 9, first: "• ", hanging: "  ") == ["• a", "", "  b"])
    #expect(Layout.wrapped("a  b", width: 9) == ["a  b"])
    #expect(Layout.wrapped("  a b", width: 3) == ["  a", "b"])
  }

  @Test func aWidthOfNothingStillEnds() {
    #expect(Layout.wrapped("ab 中", width: 0).joined() == "ab中")
  }
}
