// The table that officers open in a spreadsheet: what they see there must be what was filed.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// Writes a batch as a table to work with: a heading and one record for each application, nothing else, so
/// that sorting and filtering meet no totals.
public struct ScreeningCSV: Sendable {
  /// The language of the heading and of what cells say.
  public let language: Language
  /// The columns by their names, in their order; all where none are chosen.
  private let chosen: [String]?

  /// Creates a writer of tables in a language.
  ///
  /// - Parameter chosen: the names of the columns wanted, in their order; `nil` for all.
  public init(language: Language, columns chosen: [String]? = nil) {
    self.language = language
    self.chosen = chosen
  }

  /// The names of the columns that there are for a programme.
  public static func columnNames(of programme: Programme) -> [String] {
    TableColumn.all(of: programme).map { $0.id }
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat { .whole(showsFacts: true, end) }

  /// The byte order mark, the heading and one record for each row.
  public func end(_ screening: Screening) -> [UInt8] {
    let all = TableColumn.all(of: screening.programme)
    let columns = chosen.map { names in
      names.compactMap { name in all.first { $0.id == name } }
    }
    return CSVTable(columns: columns ?? all, language: language)
      .bytes(screening.rows, ScreeningWords(screening, language))
  }
}

/// Writes rows as CSV (RFC 4180).
///
/// UTF-8 with a byte order mark and CRLF, since that is how spreadsheets recognise Chinese on a
/// double click. Numbers and days stand bare, everything else is quoted; ``SpreadsheetText`` says what else
/// happens to texts.
struct CSVTable {
  let columns: [TableColumn]
  let language: Language
  /// How many columns of characters a line of a heading has at most, where headings are broken.
  var headingWidth: Int?

  /// The byte order mark, the heading and one record for each row.
  func bytes(_ rows: [(number: Int, row: Row)], _ words: ScreeningWords) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.append(record: columns.map { heading(of: $0) }, in: language)
    for (place, (number, row)) in rows.enumerated() {
      let row = TableRow(row: row, number: number, place: place + 1)
      bytes.append(record: columns.map { $0.cell(row, words) }, in: language)
    }
    return bytes
  }

  private func heading(of column: TableColumn) -> ScreeningCell {
    let title = column.title[language]
    return headingWidth.map { .lines(Layout.wrapped(title, width: $0)) } ?? .text(title)
  }
}

extension [UInt8] {
  /// Adds a record of a table (RFC 4180), its texts guarded against being read as anything else.
  mutating func append(record cells: [ScreeningCell], in language: Language) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .number(let number): append(contentsOf: String(number).utf8)
      case .figure(let digits): append(contentsOf: digits.utf8)
      case .text(let text): append(quoted: SpreadsheetText.guarded(text))
      case .parts(let texts):
        let text = texts.joined(separator: ScreeningWords.separator[language])
        append(quoted: SpreadsheetText.guarded(text))
      case .lines(let lines):
        let text = lines.joined(separator: "\n")
        append(quoted: SpreadsheetText.isMisread(text) ? "'" + text : text)
      }
    }
    append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(quoted text: String) {
    let quote = UInt8(ascii: "\"")
    append(quote)
    for byte in text.utf8 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }
}

/// Makes a text stay a text in a spreadsheet.
///
/// Spreadsheets read cells of a CSV file as if they were typed, whether quoted or not: `=1+1` runs,
/// an 18-digit code loses its last digits, `007` its zeros, `3-1` becomes a day. What they would
/// read as anything but text gets an apostrophe in front, the sign that people type for the same
/// purpose. The apostrophe is chosen over `="…"`, which is a formula itself and no plain CSV, and
/// over a tab, which nobody sees when a search for the code then fails. A text that begins with an
/// apostrophe gets another one, so that dropping one leading apostrophe always gives the text back.
///
/// Control, bidirectional and invisible characters, which spreadsheets lose or which make a cell show
/// something else than it holds, are written as visible escapes; line ends too, since nobody's text may
/// begin a line of a CI server's log.
enum SpreadsheetText {
  /// The text as it can stand in a cell.
  static func guarded(_ text: String) -> String {
    let shown = text.sanitized()
    return isMisread(shown) ? "'" + shown : shown
  }

  /// Whether a spreadsheet might take the text for a formula, a number, a date or a truth value.
  static func isMisread(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "'" { return true }
    // Some programs look for a formula behind blanks.
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
    if let start, formulaSigns.contains(start) { return true }
    return hasOnlyWordsOfNumbers(text)
  }

  /// Signs that begin a formula, full-width ones as Chinese keyboards type them.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  /// Whether the text has digits and no word but those that numbers, dates and times are written
  /// with, or is a truth value.
  private static func hasOnlyWordsOfNumbers(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let beginsWithLetter =
      scalars.first { !$0.properties.isWhitespace }?.properties.isAlphabetic ?? false
    var hasDigit = false
    var word = ""
    for scalar in scalars {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        word.unicodeScalars.append(scalar)
        continue
      }
      if scalar.properties.numericType != nil { hasDigit = true }
      if !isWordOfNumbers(word, mayFollow: !beginsWithLetter) { return false }
      word = ""
    }
    return isWordOfNumbers(word, mayFollow: !beginsWithLetter)
      && (hasDigit || truthValues.contains(text.lowercased()))
  }

  private static func isWordOfNumbers(_ word: String, mayFollow: Bool) -> Bool {
    if word.unicodeScalars.allSatisfy(calendarLetters.contains) { return true }
    // Most texts begin with a longer word than any of numbers.
    guard word.utf8.count <= longestWord else { return false }
    let word = word.lowercased()
    return (mayFollow && followingWords.contains(word)) || truthValues.contains(word)
      || months.contains { word == $0 || word == $0.prefix(3) || word == $0.prefix(4) }
  }

  private static let longestWord = 9
  private static let truthValues: Set = ["true", "false"]
  /// Words that follow digits: the halves of the day, and the sign of an exponent.
  private static let followingWords: Set = ["a", "p", "am", "pm", "e"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let calendarLetters: Set<Unicode.Scalar> = [
    "年", "月", "日", "时", "時", "点", "點", "分", "秒", "上", "下", "午", "周", "星", "期",
  ]
}
