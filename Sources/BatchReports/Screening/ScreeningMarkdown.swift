// The batch for documents and issue trackers, where applicants' text must not become markup.

import Batch
import Eligibility
import Judging
import Reports

/// Writes a batch as Markdown with tables as GitHub reads them.
public struct ScreeningMarkdown: Sendable {
  /// The language of what is written.
  public let language: Language

  /// Creates a writer of batches in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat { .whole(end) }

  /// The table of applications, the contradictions if there are any, and the totals.
  public func end(_ screening: Screening) -> [UInt8] {
    let words = ScreeningWords(screening, language)
    var text = heading(ScreeningWords.applicationsTitle) + rows(of: screening, words)
    if !screening.contradictions.isEmpty {
      text +=
        "\n" + heading(ScreeningWords.contradictionsTitle) + contradictions(in: screening, words)
    }
    if !screening.passedOver.isEmpty {
      text += "\n" + heading(words.passedOverTitle)
      for other in words.passedOver { text += "- " + MarkdownText.escaped(other) + "\n" }
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
      used.map { ScreeningColumn.allCases[$0].title(screening.programme.names)[language] },
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
      let titles = [ScreeningColumn.enterprise, .file].map {
        $0.title(words.names)[language]
      }
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
    switch self {
    case .text, .parts, .lines: false
    case .empty, .number, .figure: true
    }
  }
}

extension MarkdownText {
  /// What a cell holds.
  static func escaped(_ cell: ScreeningCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): escaped(text)
    case .number(let number): String(number)
    case .figure(let digits): digits
    case .parts(let texts), .lines(let texts): escaped(texts.joined(separator: " "))
    }
  }
}
