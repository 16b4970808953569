// The CSV is read back by a strict parser, and what a spreadsheet would change is looked at closely.

import Eligibility
import Foundation
import Testing

@testable import Batch
@testable import BatchReports
@testable import HostSystem
@testable import Judging

/// A parser of RFC 4180 that accepts nothing else.
enum StrictCSV {
  /// The records, or `nil` where the bytes are not such a file with a byte order mark.
  static func records(_ bytes: [UInt8]) -> [[String]]? {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]), bytes.suffix(2) == [0x0D, 0x0A] else {
      return nil
    }
    var records: [[String]] = []
    var record: [String] = []
    var place = 3
    while place < bytes.count {
      var cell: [UInt8] = []
      if bytes[place] == UInt8(ascii: "\"") {
        place += 1
        while true {
          guard place < bytes.count else { return nil }
          if bytes[place] == UInt8(ascii: "\"") {
            place += 1
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { break }
          }
          cell.append(bytes[place])
          place += 1
        }
      } else {
        while ![UInt8(ascii: ","), 0x0D].contains(bytes[place]) {
          if bytes[place] == UInt8(ascii: "\"") || bytes[place] == 0x0A { return nil }
          cell.append(bytes[place])
          place += 1
        }
      }
      guard let text = String(validating: cell, as: UTF8.self) else { return nil }
      record.append(text)
      switch bytes[place] {
      case UInt8(ascii: ","): place += 1
      case 0x0D where bytes[place + 1] == 0x0A:
        records.append(record)
        record = []
        place += 2
      default: return nil
      }
    }
    return record.isEmpty ? records : nil
  }

  /// The text that a cell stands for.
  static func text(_ cell: String) -> String {
    // By scalars, because an apostrophe and an accent after it are one character.
    cell.unicodeScalars.first == "'" ? String(cell.unicodeScalars.dropFirst()) : cell
  }
}

struct FormatsCSVTests {
  @Test(arguments: Language.allCases)
  func `every cell comes back`(language: Language) throws {
    let format = ScreeningCSV(language: language)
    let screening = IntakeBatch.screening
    let records = try #require(StrictCSV.records(format.end(screening)))
    let columns = TableColumn.all(of: screening.programme)
    #expect(records.first == columns.map { $0.title[language] })
    #expect(records.count == 12)
    let column = { (column: ScreeningColumn) in
      ScreeningColumn.allCases.firstIndex(of: column) ?? 0
    }
    for (record, entry) in zip(records.dropFirst(), screening.rows) {
      let row = entry.row
      #expect(record.count == columns.count)
      #expect(StrictCSV.text(record[column(.product)]).contains("\u{200B}") == false)
      for (cell, text) in [
        (ScreeningColumn.enterprise, row.enterprise), (.creditCode, row.creditCode?.text),
        (.product, row.product), (.file, row.place.source),
      ] {
        // Applications hide and reorder letters; that is shown.
        let text = text?.replacing("\u{202E}", with: "\\u{202E}")
          .replacing("\u{202C}", with: "\\u{202C}").replacing("\u{200B}", with: "\\u{200B}")
          .replacing("\t", with: "\\t").replacing("\r\n", with: "\\r\\n").replacing(
            "\n", with: "\\n")
        #expect(StrictCSV.text(record[column(cell)]) == text ?? "")
      }
    }
    let contested = records.map { $0[column(.contested)].isEmpty ? 0 : 1 }
    #expect(contested == [1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0])
  }

  @Test func `codes and names stay texts`() throws {
    let format = ScreeningCSV(language: .en)
    let records = try #require(StrictCSV.records(IntakeBatch.output(format.format)))
    let cells = Set(records.joined())
    for cell in [
      "'912202014021776183", "91220101MA1KQ7B32B", "'007", "'3-1", "'-1+1", "'+8643100000000",
      "'@辽源沐川|钻采装备有限公司", "''单引号开头\\r\\n换行",
      "'=HYPERLINK(\"http://example.invalid\",\"点此查看\")",
      "<script>alert(\"轴承\")</script> | 第一行\\n第二行，含\\t制表符",
    ] { #expect(cells.contains(cell), "\(cell)") }
  }

  @Test(arguments: [
    "=1+1", "+8643100000000", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a",
    " =1", "\u{3000}=1", "\u{A0}=1", "'", "'a", "007", "0", "912202014021776183",
    "912201011234567E89", "1.5", "1,234", "1E5", "1e-5", "50%", "¥5", "$ 5", "(5)", "3-1", "3/4",
    "1 1/2", "12:30", "1:30 PM", "1:30 p", "3 A", "2025-03-01", "2025年3月", "3月1日", "１２３", "MAR1",
    "Sept 2",
    "5 May", "1-december-2025", "true", "FALSE", "上午9时5分", "٣",
  ])
  func `what a spreadsheet would misread is guarded`(text: String) {
    #expect(SpreadsheetText.guarded(text) == "'" + text)
  }

  @Test(arguments: [
    "", "a", "中文", "长春岚岳精密传动有限公司", "91220101MA1KQ7B32B", "轴承 6204-2RS", "3D 打印机", "E", "e", "may",
    "March", "true story", "5G 模组", "第 3 代", "三一", "（吉林）", "\"引号\"", "a=1", "1 组", "12V 电源",
    "#REF!", "…", "MARS1", "12 monkeys", "e\u{301}1", "A1", "E5",
  ])
  func `what is a text anyway is left alone`(text: String) {
    #expect(SpreadsheetText.guarded(text) == text)
  }

  @Test(arguments: [
    ("a\u{202E}b", "a\\u{202E}b"), ("a\nb\tc\r\nd\re\r", "a\\nb\\tc\\r\\nd\\re\\r"),
    ("\t=1", "\\t=1"),
    ("\r", "\\r"), ("\u{0}", "\\u{0}"), ("\r\n=1", "\\r\\n=1"),
    ("a\n::error::b", "a\\n:\\u{3A}error:\\u{3A}b"),
    ("a\u{1B}\n\u{9B}", "a\\u{1B}\\n\\u{9B}"), ("", ""), ("中\u{200B}文", "中\\u{200B}文"),
  ])
  func `what hides or breaks the line is shown`(text: String, shown: String) {
    #expect(SpreadsheetText.guarded(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test func `hostile texts come back`() throws {
    var texts = HostileTexts(seed: 1)
    for _ in 0..<15 {
      let screening = texts.screening(rows: 12)
      let records = try #require(
        StrictCSV.records(ScreeningCSV(language: .zh).end(screening)))
      #expect(records.count == 13)
      let words = ScreeningWords(screening, .zh)
      for (record, entry) in zip(records.dropFirst(), screening.rows) {
        for (cell, column) in zip(record, ScreeningColumn.allCases) {
          let text: String =
            switch words.cell(column, of: entry.row, number: entry.number) {
            case .empty: ""
            case .number(let number): String(number)
            case .figure(let digits): digits
            case .parts(let texts): texts.joined(separator: "；").sanitized()
            case .lines(let lines): lines.joined(separator: "\n")
            case .text(let text): text.sanitized()
            }
          let found = [column == .line ? cell : StrictCSV.text(cell)]
          // Without regard to which sequences of scalars look the same.
          #expect(found.map { Array($0.utf8) } == [Array(text.utf8)])
          let start = cell.unicodeScalars.first { !$0.properties.isWhitespace }
          #expect(start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } != true)
        }
      }
    }
  }
}
