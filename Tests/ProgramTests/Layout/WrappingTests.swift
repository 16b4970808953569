// Wrapping may move text to another line; it may never lose, add or reorder any of it.

import Testing

@testable import Reports

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
  func `nothing is lost and no line is too wide`(text: String, width: Int) {
    let lines = Layout.wrapped(text, width: width)
    #expect(withoutSpaces(lines.joined()) == withoutSpaces(text))
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(!lines.isEmpty)
  }

  /// Joined again, English words stay apart and Chinese ones together, as they were.
  @Test(arguments: [20, 33, 80])
  func `a break replaces a space or nothing`(width: Int) {
    let english = Self.texts[3]
    #expect(Layout.wrapped(english, width: width).joined(separator: " ") == english)
    let chinese = Self.texts[4]
    #expect(Layout.wrapped(chinese, width: width).joined() == chinese)
  }

  @Test(arguments: texts, [12, 20, 33, 80])
  func `punctuation keeps its place`(text: String, width: Int) {
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
  func `prefixes hang`(width: Int) {
    let text = Self.texts[5]
    let lines = Layout.wrapped(text, width: width, first: "• ", hanging: "  ")
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(lines.first?.hasPrefix("• ") == true)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") && !$0.hasPrefix("   ") })
    #expect(withoutSpaces(lines.map { String($0.dropFirst(2)) }.joined()) == withoutSpaces(text))
  }

  @Test func `lines`() {
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

  @Test func `a width of nothing still ends`() {
    #expect(Layout.wrapped("ab 中", width: 0).joined() == "ab中")
  }

  /// Characters are read from bytes; the lines are those that characters of a string give.
  @Test(arguments: [1, 2, 3, 5, 8])
  func `lines are those of whole characters`(width: Int) {
    let pieces = [
      "a", "bc ", " ", "中", "，", "（", "·", "\n", "\r\n", "\u{3000}", "e\u{301}", "\u{301}", "✓",
      "❤\u{FE0F}", "👨‍👩‍👧", "\u{200D}", "🇨🇳", "\u{1112}\u{1161}", "葛\u{E0100}", "\u{202E}", "\u{37E}",
    ]
    var differing: [String] = []
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = first + second + third + first + second
          let lines = Layout.wrapped(text, width: width, first: "- ", hanging: " ")
          if lines != linesOfCharacters(of: text, width: width) { differing.append(text) }
        }
      }
    }
    #expect(differing == [])
  }

  /// What wrapping means, said of characters: margins are `- ` and a space.
  private func linesOfCharacters(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var (line, used) = ("- ", 2)
    var isEmpty = true
    func end() {
      while isEmpty, line.last == " " { line.removeLast() }
      lines.append(line)
      (line, used, isEmpty) = (" ", 1, true)
    }
    func add(_ text: [Character]) {
      line += String(text)
      used += text.reduce(0) { $0 + $1.columns }
      isEmpty = false
    }
    for (number, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { end() }
      var rest = Array(paragraph)
      while let start = rest.firstIndex(where: { !isSpace($0) }) {
        let stop = rest.indices.first { $0 > start && mayBreak(rest[$0 - 1], rest[$0]) }
        let (space, word) = (Array(rest[..<start]), Array(rest[start..<(stop ?? rest.count)]))
        rest.removeFirst(stop ?? rest.count)
        let isSpaceKept = !isEmpty || lines.isEmpty
        let taken = word.reduce(0) { $0 + $1.columns }
        if used + (isSpaceKept ? space.reduce(0) { $0 + $1.columns } : 0) + taken <= width {
          if isSpaceKept, !space.isEmpty { add(space) }
          add(word)
          continue
        }
        if !isEmpty { end() }
        for character in word {
          if !isEmpty, used + character.columns > width { end() }
          add([character])
        }
      }
    }
    end()
    return lines
  }

  private func isSpace(_ character: Character) -> Bool { " \u{3000}\t".contains(character) }

  private func mayBreak(_ left: Character, _ right: Character) -> Bool {
    isSpace(right)
      || (left.isWide || right.isWide)
        && !"（「『【《〈〔［｛“‘([{￥¥$＄".contains(left)
        && !"，。、；：？！）」』】》〉〕］｝”’…—～·％‰℃,.;:?!)]}%".contains(right)
  }
}
