// The batch for people at a terminal: a table, what stands in each one's way, contradictions, totals.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// Writes a batch as text that fits a width.
public struct ScreeningText: Sendable {
  /// The language of what is written.
  public let language: Language
  /// The width in columns to which the table and paragraphs are fitted.
  public let width: Int
  /// Whether titles are bold and verdicts coloured, or nothing is styled.
  public let coloring: Coloring

  /// Creates a writer of batches with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat { .whole(end) }

  /// The table of applications, the contradictions and the totals.
  public func end(_ screening: Screening) -> [UInt8] {
    let folder = screening.commonFolder
    let words = ScreeningWords(screening, language, without: folder)
    var page = Page(width: width)
    if !folder.isEmpty {
      // Said once, it leaves room for the names.
      page.paragraph(
        Wording(zh: "文件均在 \(folder) 中", en: "all files are in \(folder)")[language])
      if screening.hasRows { page.append("") }
    }
    if screening.hasRows { rows(of: screening, words, on: &page) }
    contradictions(in: screening, words, on: &page)
    if !screening.passedOver.isEmpty {
      section(words.passedOverTitle, on: &page)
      for other in words.passedOver { page.paragraph(other, first: "  · ", hanging: "    ") }
    }
    totals(words, on: &page)
    return page.bytes
  }

  // MARK: Rows

  /// The width from which a line holds all that identifies an application.
  static let tableWidth = 64

  /// What stands in the line of an application; the rest follows below it where there is any.
  private var lineColumns: [ScreeningColumn] {
    width < ScreeningText.tableWidth
      ? [.verdict, .enterprise] : [.verdict, .enterprise, .creditCode, .product, .file]
  }

  /// What follows below the line.
  private var detailColumns: [ScreeningColumn] {
    let identity: [ScreeningColumn] =
      width < ScreeningText.tableWidth ? [.creditCode, .product, .file] : []
    return identity + [
      .unmet, .undetermined, .contested, .indicators, .judgements, .faults, .notices, .failure,
    ]
  }

  private func rows(of screening: Screening, _ words: ScreeningWords, on page: inout Page) {
    if screening.rows.isEmpty {
      page.append(ScreeningWords.noneShown[language])
      return
    }
    let titles = lineColumns.map { $0.title(screening.programme.names)[language] }
    let lines = screening.rows.map { number, row in
      lineColumns.map { column in
        let text = text(column, of: row, number: number, words) ?? "–"
        return column == .verdict && row.hasPriority ? text + ScreeningText.priorityMark : text
      }
    }
    let widths = self.widths([titles] + lines)
    page.append(coloring(line(titles, widths).joined(separator: "  "), .bold))
    for ((number, row), texts) in zip(screening.rows, lines) {
      var cells = line(texts, widths)
      cells[0] = coloring(cells[0], row.style)
      page.append(cells.joined(separator: "  "))
      for column in detailColumns {
        if let text = text(column, of: row, number: number, words) {
          detail(column.title(screening.programme.names), text, column.style, on: &page)
        }
      }
    }
    if screening.rows.contains(where: { $0.row.hasPriority }) {
      page.append("")
      page.append(
        Wording(zh: "* 属于优先推荐情形", en: "* earns priority recommendation")[language])
    }
  }

  /// What follows the verdict of those that earn priority; a line for each would take much room.
  private static let priorityMark = " *"

  /// What an application has in a column, made harmless.
  private func text(
    _ column: ScreeningColumn, of row: Row, number: Int, _ words: ScreeningWords
  ) -> String? {
    if column == .file { return words.place(row.place) }
    if column == .verdict, let verdict = row.verdict {
      return verdict.shortName(notices: row.notices.count, order: row.fileOrder)[language]
    }
    return switch words.cell(column, of: row, number: number) {
    case .empty: nil
    case .text(let text): text.sanitized()
    case .number(let number): String(number)
    case .figure(let digits): digits
    case .parts(let texts), .lines(let texts): texts.joined(separator: " ").sanitized()
    }
  }

  /// The widths of the columns: all they need where that fits, otherwise the widest ones give way.
  private func widths(_ lines: [[String]]) -> [Int] {
    var widths = lineColumns.indices.map { column in
      // A name may be as long as a file; the codes that count have one length.
      let limit = lineColumns[column] == .creditCode ? SocialCreditCode.length : width
      return min(limit, lines.map { $0[column].columns }.max() ?? 0)
    }
    let room = width - 2 * (widths.count - 1)
    // A verdict or a code that is cut off says nothing; a name still does.
    let elastic = lineColumns.indices.filter {
      ![.verdict, .creditCode].contains(lineColumns[$0])
    }
    while widths.reduce(0, +) > room,
      let widest = elastic.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1
    { widths[widest] -= 1 }
    return widths
  }

  private func line(_ texts: [String], _ widths: [Int]) -> [String] {
    lineColumns.indices.map { column in
      let text =
        lineColumns[column] == .file
        ? texts[column].endTruncated(to: widths[column])
        : texts[column].truncated(to: widths[column])
      return column == lineColumns.count - 1 ? text : text.padded(to: widths[column])
    }
  }

  private func detail(_ title: Wording, _ text: String, _ style: Style, on page: inout Page) {
    let label = "  " + title[language] + Wording(zh: "：", en: ": ")[language]
    var lines = Layout.wrapped(text, width: width, first: label, hanging: "    ")
    // Styles count as text, so they come after wrapping.
    if lines[0].hasPrefix(label) {
      lines[0] = coloring(label, style) + lines[0].dropFirst(label.count)
    }
    for line in lines { page.append(line) }
  }

  // MARK: Contradictions

  private func contradictions(
    in screening: Screening, _ words: ScreeningWords, on page: inout Page
  ) {
    if screening.contradictions.isEmpty { return }
    section(ScreeningWords.contradictionsTitle, on: &page)
    let rows = Dictionary(uniqueKeysWithValues: screening.rows.map { ($0.number, $0.row) })
    for contradiction in screening.contradictions {
      page.paragraph(contradiction.reason.says(in: language), first: "  ! ", hanging: "    ")
      for number in contradiction.applications {
        let place = words.place(screening.place(number))
        let enterprise = rows[number]?.enterprise.map { "  " + $0.sanitized() } ?? ""
        page.paragraph(place + enterprise, first: "    · ", hanging: "      ")
      }
    }
  }

  // MARK: Totals

  private func totals(_ words: ScreeningWords, on page: inout Page) {
    section(ScreeningWords.totalsTitle, on: &page)
    for sentence in words.reservations { page.paragraph(sentence, indent: 2) }
    numbers(words.counts.map { ([$0.name], [$0.count]) }, on: &page)
    let obstacles = words.obstacles
    if !obstacles.isEmpty {
      section(ScreeningWords.obstaclesTitle, on: &page)
      // The name says enough where there is no room for what it counts as.
      let names = width < ScreeningText.tableWidth ? 1 : 2
      numbers(
        obstacles.map { (Array([$0.title, $0.role].prefix(names)), [$0.unmet, $0.undetermined]) },
        titles: Array(words.obstacleTitles.suffix(2)), on: &page)
    }
    if words.nearestMisses.isEmpty { return }
    section(ScreeningWords.nearestMissesTitle, on: &page)
    for (title, misses) in words.nearestMisses {
      page.paragraph(title, indent: 2)
      for miss in misses {
        let enterprise = miss.enterprise.map { $0.sanitized() + "  " } ?? ""
        page.paragraph(
          words.lacking(miss.gap) + "  " + enterprise + words.place(miss.place),
          first: "    · ", hanging: "      ")
      }
    }
  }

  private func section(_ title: Wording, on page: inout Page) {
    if !page.isEmpty { page.append("") }
    page.append(coloring(title[language], .bold))
  }

  /// Numbers under one another behind what they count.
  private func numbers(
    _ lines: [(names: [String], numbers: [Int])], titles: [String] = [], on page: inout Page
  ) {
    func widest(_ texts: [String]) -> Int { texts.map { $0.columns }.max() ?? 0 }
    guard let first = lines.first else { return }
    let columns = first.numbers.indices.map { column in
      widest(lines.map { String($0.numbers[column]) } + titles.dropFirst(column).prefix(1))
    }
    var names = first.names.indices.map { column in widest(lines.map { $0.names[column] }) }
    let taken = (names.dropFirst() + columns).reduce(0) { $0 + $1 + 2 }
    names[0] = min(names[0], width - 2 - taken)
    func write(_ texts: [String], _ cells: [String]) {
      let texts = zip(texts, names).map { $0.0.truncated(to: $0.1).padded(to: $0.1) }
      let cells = zip(cells, columns).map { $0.0.paddedLeft(to: $0.1) }
      page.append("  " + (texts + cells).joined(separator: "  "))
    }
    if !titles.isEmpty { write(names.map { _ in "" }, titles) }
    for line in lines { write(line.names, line.numbers.map { String($0) }) }
  }
}

extension StringProtocol {
  /// The text, or as much of its end as fits into a width together with an ellipsis; of a path the
  /// end says most.
  fileprivate func endTruncated(to width: Int) -> String {
    guard columns > width else { return String(self) }
    var taken = 1
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      taken += self[before].columns
      if taken > width { break }
      start = before
    }
    return width > 0 ? "…" + self[start...] : ""
  }
}

extension Row {
  fileprivate var style: Style { verdict?.style ?? .red }
}

extension ScreeningColumn {
  fileprivate var style: Style {
    switch self {
    case .unmet, .faults, .failure: .red
    case .undetermined, .contested: .yellow
    default: .dim
    }
  }
}
