// The batch for documents and issue trackers, where applicants' text must not become markup.

import Batch
import Eligibility
import HostSystem
import Reports

/// Writes a batch as Markdown with tables as GitHub reads them.
public struct ScreeningMarkdown: ScreeningFormat {
  /// The language of what is written.
  public let language: Language

  /// Creates a writer of batches in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The table of applications, the contradictions if there are any, and the totals.
  public func end(_ screening: Screening) -> [UInt8] {
    let words = ScreeningWords(screening, language)
    var text = heading(ScreeningWords.applicationsTitle) + rows(of: screening, words)
    if !screening.contradictions.isEmpty {
      text +=
        "\n" + heading(ScreeningWords.contradictionsTitle) + contradictions(in: screening, words)
    }
    return Array((text + "\n" + totals(words)).utf8)
  }

  private func heading(_ title: Wording) -> String { "## \(title[language])\n\n" }

  private func rows(of screening: Screening, _ words: ScreeningWords) -> String {
    let cells = screening.rows.map { number, row in
      ScreeningColumn.allCases.map { words.cell($0, of: row, number: number) }
    }
    if cells.isEmpty { return ScreeningWords.noneShown[language] + "\n" }
    // A column that says nothing of anybody would only make the others narrower.
    let used = ScreeningColumn.allCases.indices.filter { column in
      cells.contains { $0[column] != .empty }
    }
    return table(
      used.map { ScreeningColumn.allCases[$0].title[language] },
      cells.map { row in used.map { row[$0] } })
  }

  private func contradictions(in screening: Screening, _ words: ScreeningWords) -> String {
    let rows = Dictionary(uniqueKeysWithValues: screening.rows.map { ($0.number, $0.row) })
    return screening.contradictions.map { contradiction in
      let named = contradiction.applications.map { number in
        let place = MarkdownText.escaped(words.place(screening.place(number)))
        let enterprise = rows[number]?.enterprise.map { " " + MarkdownText.escaped($0) } ?? ""
        return "  - \(place)\(enterprise)\n"
      }
      return "- " + MarkdownText.escaped(contradiction.reason.says(in: language)) + "\n"
        + named.joined()
    }.joined()
  }

  private func totals(_ words: ScreeningWords) -> String {
    var text = heading(ScreeningWords.totalsTitle)
    for sentence in words.reservations { text += "**\(sentence)**\n\n" }
    text += table(
      [Wording(zh: "项目", en: "What")[language], Wording(zh: "数量", en: "Count")[language]],
      words.counts.map { [.text($0.name), .number($0.count)] })
    if !words.obstacles.isEmpty {
      text += "\n" + heading(ScreeningWords.obstaclesTitle)
      text += table(
        words.obstacleTitles,
        words.obstacles.map {
          [.text($0.title), .text($0.role), .number($0.unmet), .number($0.undetermined)]
        })
    }
    if !words.nearestMisses.isEmpty {
      text += "\n" + heading(ScreeningWords.nearestMissesTitle)
      let titles = [ScreeningColumn.enterprise, .file].map { $0.title[language] }
      text += table(
        [words.obstacleTitles[0], Wording(zh: "差距", en: "Gap")[language]] + titles,
        words.nearestMisses.flatMap { title, misses in
          misses.map { miss in
            [
              .text(title), .text(miss.gap.magnitude.written(in: language)),
              miss.enterprise.map { .text($0) } ?? .empty, .text(words.place(miss.place)),
            ]
          }
        })
    }
    return text
  }

  /// A table; columns with numbers only stand to the right.
  private func table(_ titles: [String], _ rows: [[ScreeningCell]]) -> String {
    let rules = titles.indices.map { column in
      rows.allSatisfy { $0[column].isNumberOrEmpty } ? "---:" : "---"
    }
    let lines =
      [titles.map(MarkdownText.escaped), rules] + rows.map { $0.map(MarkdownText.escaped) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

extension ScreeningCell {
  fileprivate var isNumberOrEmpty: Bool {
    if case .text = self { false } else { true }
  }
}

/// Makes a text mean itself in Markdown.
enum MarkdownText {
  /// What a cell holds.
  static func escaped(_ cell: ScreeningCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): escaped(text)
    case .number(let number): String(number)
    }
  }

  /// The text on one line, without markup, HTML, links, ends of cells, or references.
  ///
  /// Issue trackers look for references to people and issues in what is shown, where a backslash or an
  /// entity is no longer to be seen; an empty comment behind the sign parts it from the name.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.sanitized().unicodeScalars)
    var escaped = ""
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      // An entity, because programs disagree on where a backslash and a bar end a cell.
      case "|": escaped += "&#124;"
      // Bare addresses become links by these.
      case ":" where place + 1 < scalars.count && scalars[place + 1] == "/": escaped += "&#58;"
      case "." where place > 0 && ["w", "W"].contains(scalars[place - 1]): escaped += "&#46;"
      case "\\", "`", "*", "_", "[", "]", "~", "!", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
      if beginsReference(scalars[place...], after: scalars[..<place]) { escaped += "<!-- -->" }
    }
    return escaped
  }

  /// Whether a text begins with the sign of a reference: `@name`, `#1`, `!1`, the hyphen of `GH-1`.
  private static func beginsReference(
    _ text: ArraySlice<Unicode.Scalar>, after before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let sign = text.first, let next = text.dropFirst().first else { return false }
    switch sign {
    case "@": return !next.properties.isWhitespace
    case "#", "!", "$", "%", "&", "~": return next.properties.numericType != nil
    case "-":
      return next.properties.numericType != nil
        && ["GH", "gh", "Gh", "gH"].contains(before.suffix(2).map { String($0) }.joined())
    default: return false
    }
  }
}
