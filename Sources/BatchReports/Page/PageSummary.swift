// What precedes the table: how the batch came out, who contradicts whom, and where it fails.

import Batch
import Eligibility
import Judging
import Reports

/// Writes the parts of the page that speak of the batch as a whole.
struct PageSummary {
  let screening: Screening
  let words: ScreeningWords
  private let rows: [ApplicationLocation: Int]
  private let enterprises: [Int: String]

  init(screening: Screening, words: ScreeningWords) {
    self.screening = screening
    self.words = words
    // A file named twice is in the batch twice; a link then leads to the first of its rows.
    var rows: [ApplicationLocation: Int] = [:]
    var enterprises: [Int: String] = [:]
    for (number, row) in screening.rows.reversed() {
      rows[row.place] = number
      enterprises[number] = row.enterprise ?? ""
    }
    self.rows = rows
    self.enterprises = enterprises
  }

  private var language: Language { words.language }

  // MARK: Totals

  /// What the page does not cover.
  func writeReservations(_ html: inout HTMLWriter) {
    for sentence in words.reservations {
      html.element("p", ["class": "reservation", "role": "note"], text: sentence)
    }
  }

  /// The counts of verdicts as one bar with its figures, and the other counts.
  func writeTotals(_ html: inout HTMLWriter) {
    let totals = screening.totals
    let parts: [(mark: String, name: Wording, count: Int)] =
      [Verdict.eligible, .undetermined, .ineligible].map {
        ($0.rawValue, $0.name, totals.verdicts[$0] ?? 0)
      } + [("unreadable", PageRows.unreadable, totals.unreadable)]
    html.element("ul", ["class": "verdicts"]) { html in
      for part in [("all", ScreeningWords.applicationsTitle, totals.applications)] + parts {
        html.element("li", ["class": part.0]) { html in
          html.element("b", text: String(part.2))
          html.text(" ")
          html.element("span", text: part.1[language])
        }
      }
    }
    writeBar(parts.map { ($0.mark, $0.count) }, of: totals.applications, to: &html)
    let others: [(Wording, Int)] = [
      (Wording(zh: "文件有错误", en: "With faults"), totals.withFaults),
      (
        Wording(zh: "符合条件且优先推荐", en: "Eligible with priority"), totals.eligibleWithPriority
      ),
      (Wording(zh: "符合条件但有矛盾", en: "Eligible but contested"), screening.contestedEligible),
    ]
    html.element("dl", ["class": "counts"]) { html in
      for (name, count) in others {
        html.element("div") { html in
          html.element("dt", text: name[language])
          html.element("dd", text: String(count))
        }
      }
      if screening.contradictions.isEmpty { return }
      html.element("div") { html in
        html.element("dt") { html in
          html.element(
            "a", ["href": "#contradictions-title"],
            text: ScreeningWords.contradictionsTitle[language])
        }
        html.element("dd", text: String(screening.contradictions.count))
      }
    }
  }

  /// A bar whose parts stand side by side.
  ///
  /// An image, because printers leave out backgrounds; the figures beside it say the same.
  private func writeBar(
    _ parts: [(mark: String, size: Int)], of whole: Int, to html: inout HTMLWriter
  ) {
    html.element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 \(max(whole, 1)) 1", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      var start = 0
      for part in parts where part.size > 0 {
        html.element(
          "rect",
          ["class": part.mark, "x": String(start), "width": String(part.size), "height": "1"]
        ) { _ in }
        start += part.size
      }
    }
  }

  // MARK: Contradictions

  /// The contradictions, each with every application concerned.
  func writeContradictions(_ html: inout HTMLWriter) {
    if screening.contradictions.isEmpty { return }
    section("contradictions", ScreeningWords.contradictionsTitle, to: &html) { html in
      html.element("ol", ["class": "contests"]) { html in
        for (number, contradiction) in screening.contradictions.enumerated() {
          html.element("li", ["id": "c\(number + 1)"]) { html in
            html.element("b", text: contradiction.kind.name[language])
            html.element("p", text: contradiction.reason.says(in: language))
            if let mend = contradiction.reason.mend(in: language) {
              html.element("p", ["class": "mend"], text: "→ " + mend)
            }
            html.element("ul") { html in
              for number in contradiction.applications {
                html.element("li") { write(number, &$0) }
              }
            }
          }
          html.lineBreak()
        }
      }
    }
  }

  /// An application by its number, name and place; a link where the page has its row.
  private func write(_ number: Int, _ html: inout HTMLWriter) {
    let place = words.place(screening.place(number))
    guard let name = enterprises[number] else {
      html.text("\(number + 1) ")
      html.element("bdi", text: place)
      return
    }
    link(to: number, name.isEmpty ? place : name, &html)
    if !name.isEmpty {
      html.text(" ")
      html.element("bdi", ["class": "place"], text: place)
    }
  }

  private func link(to number: Int, _ name: String, _ html: inout HTMLWriter) {
    html.element("a", ["href": "#a\(number + 1)"]) { html in
      html.text("\(number + 1) ")
      html.element("bdi", text: name)
    }
  }

  // MARK: Criteria

  /// How many fail each criterion, the most first, and in what way.
  func writeCriteria(_ html: inout HTMLWriter) {
    section("criteria", ScreeningWords.obstaclesTitle, to: &html) { html in
      for role in PageRows.failingRoles {
        let failing = failing(role)
        if failing.isEmpty { continue }
        html.element("h3", text: role.name[language])
        html.element("ul", ["class": "bars"]) { html in
          for (number, unmet, open) in failing {
            html.element("li") { html in
              html.element(
                "a", ["href": "#applications", "data-criterion": String(number)],
                text: words.title(number))
              html.text(" ")
              html.element("span", ["class": "figure"], text: figures(role, unmet, open))
              writeBar(
                [("unmet", unmet), ("open", open)], of: screening.totals.applications, to: &html)
            }
          }
        }
      }
      if PageRows.failingRoles.allSatisfy({ failing($0).isEmpty }) {
        html.element(
          "p",
          text: Wording(zh: "各项标准均没有不符合或待定的情形。", en: "No criterion is unmet or undetermined.")[
            language])
      }
    }
  }

  /// The criteria of a role that somebody fails; indicators that are open stand in nobody's way.
  private func failing(_ role: Role) -> [(criterion: Int, unmet: Int, open: Int)] {
    screening.programme.criteria(of: role).compactMap { number in
      let unmet = screening.totals.count(of: .unmet, under: number)
      let open =
        role == .indicator ? 0 : screening.totals.count(of: .undetermined, under: number)
      return unmet + open > 0 ? (number, unmet, open) : nil
    }
    .sorted { ($1.unmet, $1.open, $0.criterion) < ($0.unmet, $0.open, $1.criterion) }
  }

  private func figures(_ role: Role, _ unmet: Int, _ open: Int) -> String {
    if role == .judgement {
      return Wording(zh: "缺少材料 \(open) 份", en: "\(open) without material")[language]
    }
    return [(Outcome.unmet, unmet), (.undetermined, open)].filter { $0.1 > 0 }
      .map { outcome, count in
        Wording(zh: "\(outcome.name.zh) \(count) 份", en: "\(count) \(outcome.name.en)")[language]
      }
      .joined(separator: Wording(zh: "，", en: ", ")[language])
  }

  /// Who misses a condition by the least.
  func writeNearestMisses(_ html: inout HTMLWriter) {
    if words.nearestMisses.isEmpty { return }
    section("nearest", ScreeningWords.nearestMissesTitle, to: &html) { html in
      for (title, misses) in words.nearestMisses {
        let largest = misses.map { $0.gap.size }.max() ?? 1
        html.element("h3", text: title)
        html.element("ul", ["class": "bars"]) { html in
          for miss in misses {
            html.element("li") { html in
              // The name is enough where the row is at hand.
              let name =
                miss.enterprise.flatMap { $0.isEmpty ? nil : $0 } ?? words.place(miss.place)
              if let number = rows[miss.place] {
                link(to: number, name, &html)
              } else {
                html.element("bdi", text: name)
              }
              html.text(" ")
              html.element("span", ["class": "figure"], text: words.lacking(miss.gap))
              // In thousandths of the largest, at least one so that every bar is seen.
              let size = max(1, Int(1000 * Double(miss.gap.size) / Double(max(largest, 1))))
              writeBar([("near", size)], of: 1000, to: &html)
            }
          }
        }
      }
    }
  }

  private func section(
    _ name: String, _ title: Wording, to html: inout HTMLWriter,
    _ body: (inout HTMLWriter) -> Void
  ) {
    html.element("section", ["class": name, "aria-labelledby": name + "-title"]) { html in
      html.element("h2", ["id": name + "-title"], text: title[language])
      body(&html)
    }
    html.lineBreak()
  }

  // MARK: Notes

  /// What the verdicts mean, and what they do not.
  func writeNotes(_ html: inout HTMLWriter) {
    let colon = Wording(zh: "：", en: ": ")[language]
    for verdict in Verdict.allCases {
      html.element("li", text: verdict.name[language] + colon + verdict.meaning[language])
    }
    let contested = Wording(
      zh: "每份申报材料的结论只取决于该份材料本身；各份之间的矛盾另行列出，须人工核实。",
      en: "The verdict on an application depends on that application alone; contradictions between "
        + "applications are listed apart, for people to verify.")
    html.element("li", text: contested[language])
  }
}
