// A bureau recommends the best of its intake to the province in a list (推荐汇总表), of which most is known
// once the intake is screened.

import Batch
import Eligibility
import HostSystem
import Judging
import Reports

/// Writes the list of those that a bureau may recommend, as a table for a spreadsheet and for paper.
///
/// Whoever is ineligible or cannot be read is left out; eligible applications stand before undetermined ones,
/// each in the order of the batch, since the order of recommendation is the bureau's. What only the bureau can
/// say is left empty under a heading that says so. Headings and long cells are broken into lines, since a
/// spreadsheet makes a column as wide as its longest line, and the list is to fit few pages.
public struct Recommendation: Sendable {
  /// The language of the heading and of what cells say.
  public let language: Language

  /// Creates a writer of lists in a language.
  public init(language: Language) {
    self.language = language
  }

  /// The form in which batches are written.
  public var format: ScreeningFormat {
    .whole(showsFacts: true) { screening in
      let listed = [Verdict.eligible, .undetermined].flatMap { verdict in
        screening.rows.filter { $0.row.verdict == verdict }
      }
      return CSVTable(
        columns: Recommendation.columns(of: screening.programme), language: language,
        headingWidth: Recommendation.headingWidth
      ).bytes(
        listed, ScreeningWords(screening, language, without: screening.commonFolder))
    }
  }

  /// How many columns of characters a line of a heading has at most.
  private static let headingWidth = 10
  /// How many one of a cell has; a name or a code that an applicant filed is not broken.
  fileprivate static let lineWidth = 24
  /// How many things a cell names; the reports name all.
  fileprivate static let partsAtMost = 6

  /// The columns, in the order of the summary of an application form.
  static func columns(of programme: Programme) -> [TableColumn] {
    [
      TableColumn("number", Wording(zh: "序号", en: "No.")) { row, _ in .number(row.place) },
      .bureau, TableColumn(.enterprise, programme.names), TableColumn(.creditCode),
      TableColumn(.product, programme.names),
    ] + TableColumn.facts(of: programme) { $0 != .table }.map { $0.onLines } + [
      TableColumn(.verdict).onLines,
      TableColumn("clauses", Wording(zh: "不符合或待核实的条款", en: "Clauses unmet or to verify")) {
        row, words in words.joined(words.doubts(of: row.row, number: row.number))
      }.onLines,
      TableColumn("material", Wording(zh: "缺少的材料", en: "Material lacking")) { row, words in
        words.joined(words.materialLacking(in: row.row))
      }.onLines,
      TableColumn(forOfficer: "rank", zh: "推荐次序", en: "Rank"),
      TableColumn(forOfficer: "opinion", zh: "推荐意见", en: "Opinion"),
      TableColumn(forOfficer: "contact", zh: "联系人及电话", en: "Contact"),
    ]
  }
}

extension TableColumn {
  /// The column with each of several things in a cell on lines of its own.
  fileprivate var onLines: TableColumn {
    TableColumn(id, title) { row, words in
      let parts: [String]
      switch cell(row, words) {
      case .text(let text): parts = [text]
      case .parts(let texts): parts = texts
      case let other: return other
      }
      let shown = Array(parts.prefix(Recommendation.partsAtMost))
      let more = parts.count - shown.count
      let all = shown + (more > 0 ? [Listing.more(more)[words.language]] : [])
      return .lines(
        all.flatMap { Layout.wrapped($0.sanitized(), width: Recommendation.lineWidth) })
    }
  }
}
