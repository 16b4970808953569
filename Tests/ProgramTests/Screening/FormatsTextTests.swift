// A table for people must fit, line up, say all that counts and obey no applicant.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Batch
@testable import BatchReports
@testable import HostSystem
@testable import Judging
@testable import Reports

struct FormatsTextTests {
  private func text(
    _ screening: Screening, _ language: Language = .en, width: Int = 80,
    coloring: Coloring = .plain
  ) -> String {
    let format = ScreeningText(language: language, width: width, coloring: coloring)
    return String(decoding: format.end(screening), as: UTF8.self)
  }

  @Test(arguments: Array(Layout.leastWidth...Layout.greatestWidth), Language.allCases)
  func `fits`(width: Int, language: Language) {
    let lines = text(IntakeBatch.screening, language, width: width).split(separator: "\n")
    #expect(lines.filter { $0.columns > width } == [])
    #expect(lines.filter { $0.last == " " } == [])
  }

  @Test(arguments: [40, 63, 64, 80, 100])
  func `hostile texts fit and show as they are`(width: Int) {
    var texts = HostileTexts(seed: UInt64(width))
    for _ in 0..<10 {
      let text = text(texts.screening(rows: 12), .zh, width: width)
      #expect(text.split(separator: "\n").filter { $0.columns > width } == [])
      let odd = text.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n"
        case .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
      }
      #expect(odd.isEmpty)
    }
  }

  @Test func `columns line up`() throws {
    let lines = text(IntakeBatch.screening, .zh).split(separator: "\n").map(String.init)
    let head = try #require(lines.firstIndex { $0.hasPrefix("结论") })
    let code = try #require(lines[head].range(of: "统一社会信用代码"))
    let column = lines[head][..<code.lowerBound].columns
    let rows = lines.filter { $0.contains("  9122") && !$0.hasPrefix(" ") }
    #expect(rows.count == 8)
    for row in rows {
      let code = try #require(row.range(of: "  9122"))
      #expect(row[..<code.lowerBound].columns + 2 == column)
    }
  }

  @Test func `colors follow the verdict and change no letter`() {
    let colored = text(IntakeBatch.screening, coloring: .colored)
    #expect(colored.contains("\u{1B}[32mELIGIBLE"))
    #expect(colored.contains("\u{1B}[31mINELIGIBLE"))
    #expect(colored.contains("\u{1B}[33mUNDETERMINED"))
    #expect(colored.contains("\u{1B}[31mUNREADABLE"))
    #expect(colored.replacing(/\u{1B}\[\d+m/, with: "") == text(IntakeBatch.screening))
  }

  @Test func `what limits the batch is said`() {
    var screening = IntakeBatch.screening
    screening.only = .eligible
    screening.wasInterrupted = true
    screening.rows = []
    for (language, words) in [
      (Language.en, ["no application to list", "interrupted: ", "4 of 11"]),
      (.zh, ["没有可列出的申报材料", "已中止：", "共 11 份，列出 4 份"]),
    ] {
      let texts = [
        text(screening, language),
        String(decoding: ScreeningMarkdown(language: language).end(screening), as: UTF8.self),
      ]
      for text in texts {
        for word in words { #expect(text.contains(word), "\(word)") }
      }
    }
    #expect(!text(IntakeBatch.screening).contains("interrupted"))
  }

  @Test func `many contradictions are marked briefly`() {
    var screening = IntakeBatch.screening
    screening.contradictions = [
      IntakeBatch.contradiction(.sameContent, Array(0...10), zh: "", en: "", [:])
    ]
    let words = ScreeningWords(screening, .en)
    let cell = words.cell(.contested, of: screening.rows[1].row, number: 1)
    #expect(
      cell
        == .text(
          "same content under another name (see Fixtures/Intake/01-first-in-province.json, "
            + "Fixtures/Intake/03-short-by-40-yuan.json, Fixtures/Intake/04-not-all-stated.json, "
            + "7 more)"))
  }

  @Test func `the folder is said once only where it is common`() {
    func rows(_ sources: String...) -> Screening {
      var screening = Screening()
      for (number, source) in sources.enumerated() {
        let place = ApplicationLocation(source: source, line: nil)
        screening.rows.append((number, Row(unreadable: .absent, at: place)))
      }
      return screening
    }
    #expect(text(rows("a/b/c.json", "a/b/d.json")).hasPrefix("all files are in a/b/\n"))
    #expect(text(rows("a/b/c.json", "a/bc/d.json")).hasPrefix("all files are in a/\n"))
    #expect(text(rows("a/b/c.json", "b/c.json")).hasPrefix("Verdict"))
    #expect(text(rows("a/b.json", "-")).hasPrefix("Verdict"))
  }

  /// Of conditions, indicators and judgements alike, and of nothing that is merely welcome.
  @Test func `obstacles are counted`() {
    let words = ScreeningWords(IntakeBatch.screening, .en)
    let obstacles = words.obstacles
    let titles = ["average-revenue", "market-position"].map {
      Rulebook.champion.criterion($0)?.title.en
    }
    #expect(obstacles.first { $0.title == titles[0] }?.unmet == 1)
    #expect(Set(obstacles.map(\.role)) == ["condition", "indicator", "judgement"])
    #expect(words.counts.map(\.count) == [11, 4, 3, 3, 1, 2, 3, 4, 5])
    #expect(words.nearestMisses.map(\.title) == titles)
  }

  @Test(arguments: [
    (Quantity.count(-3), Quantity.count(3)), (.days(-40), .days(40)), (.years(-1), .years(1)),
    (.money(Money(fen: -1)), .money(Money(fen: 1))), (.digits("-0.05"), .digits("0.05")),
    (.rank(2), .rank(2)),
  ])
  func `shortfalls`(surplus: Quantity, shortfall: Quantity) {
    #expect(surplus.magnitude == shortfall)
  }
}

struct FormatsMarkdownTests {
  private func check(_ screening: Screening, _ language: Language) {
    let bytes = ScreeningMarkdown(language: language).end(screening)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var columns: Int?
    for line in lines {
      guard line.hasPrefix("|") else {
        columns = nil
        #expect(!line.utf8.contains(UInt8(ascii: "|")))
        continue
      }
      // Every bar ends a cell, escaped or not, so that all readers find the same cells.
      let bars = line.utf8.count { $0 == UInt8(ascii: "|") }
      if let columns { #expect(bars == columns, "\(line)") }
      columns = bars
    }
    for line in lines {
      // References live on in what is shown; a comment after the sign ends them.
      let entities = /&(lt|gt|amp|#124|#58|#46);/.matchingSemantics(.unicodeScalar)
      let shown = line.replacing(entities, with: "·").replacing("\\", with: "")
      #expect(
        !shown.contains(/@[^\s<]|[#!$~]\d|GH-\d/.matchingSemantics(.unicodeScalar)), "\(line)")
      let line = line.replacing(
        /<!-- -->/.matchingSemantics(.unicodeScalar), with: "")
      let signs = /<|>|:\/\/|www\./.matchingSemantics(.unicodeScalar)
      #expect(!line.contains(signs), "\(line)")
      // Signs of markup stand behind a backslash; an ampersand begins an entity of our own.
      // By scalars, because an accent after a sign would make another character of both.
      let escapes = /\\[\\`*_\[\]~!$]|&(lt|gt|amp|#124|#58|#46);/.matchingSemantics(.unicodeScalar)
      let bare = line.replacing(escapes, with: "").replacing("**", with: "")
      #expect(
        !bare.unicodeScalars.contains { #"\`*_[]~!$&"#.unicodeScalars.contains($0) }, "\(line)")
    }
  }

  @Test(arguments: Language.allCases)
  func `tables are whole`(language: Language) {
    check(IntakeBatch.screening, language)
  }

  @Test func `hostile texts stay in their cells`() {
    var texts = HostileTexts(seed: 3)
    for _ in 0..<15 { check(texts.screening(rows: 12), .en) }
  }

  @Test(arguments: [
    ("a|b", "a&#124;b"), ("a\\|b", "a\\\\&#124;b"), ("<b>&", "&lt;b&gt;&amp;"), ("a\nb", "a\\\\nb"),
    ("[x](https://a.b)", "\\[x\\](https&#58;//a.b)"), ("www.a", "www&#46;a"),
    ("*_`~!$", "\\*\\_\\`\\~\\!\\$"),
    ("@name a@b.cn @ #1 1# #a", "@<!-- -->name a@<!-- -->b.cn @ #<!-- -->1 1# #a"),
    ("o/r#12 GH-7 6204-2RS !3", "o/r#<!-- -->12 GH-<!-- -->7 6204-2RS \\!<!-- -->3"),
    ("中文，“引号”", "中文，“引号”"), ("\u{202E}", "\\\\u{202E}"),
  ])
  func `escaping`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }
}
