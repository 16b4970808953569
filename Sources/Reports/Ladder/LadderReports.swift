// Where an enterprise stands is written for people at a terminal, for programs, and as a document to hand on.

import Eligibility
import HostSystem
import Judging

/// Writes views of the ladder of titles in any of the forms that they have.
public struct LadderReports {
  /// The language of what is written.
  let language: Language
  /// The width in columns to which the lines of text are broken.
  let width: Int
  /// How headings are styled.
  let coloring: Coloring

  /// Creates a writer of views with these settings.
  public init(language: Language, width: Int, coloring: Coloring) {
    self.language = language
    self.width = width
    self.coloring = coloring
  }

  /// The view in a form; text in those that it does not have.
  public func bytes(_ report: LadderReport, as format: Format) -> [UInt8] {
    switch format {
    case .json: json(report)
    case .markdown: Array(FileName.escaped(in: markdown(report)).utf8)
    default: Program.isInPage ? [] : text(report)
    }
  }

  // MARK: Words

  private static let title = Wording(zh: "企业梯度一览", en: "Where an enterprise stands")
  private static let mirrorTitle = Wording(
    zh: "以 2021 年的条件对照（没有正在申报的批次，不作结论）",
    en: "the conditions of 2021, as a mirror; no round is open, and nothing follows from it")
  private static let besideTitle = Wording(zh: "梯度之外", en: "Beside the ladder")
  private static let noticesTitle = Wording(zh: "须先核实的事实", en: "Facts to verify first")
  /// What the view is not, said once.
  private static let note = Wording(
    zh: "各级称号并非逐级必经；有的级别在现有文件中没有标准，只说明资料所载，不推断能否取得。",
    en:
      "The titles are no chain of requirements. For some no document at hand sets a standard: what is said is "
      + "what the sources say, and nothing is inferred.")

  private func head(_ report: LadderReport) -> String {
    let notGiven = ReportLabel.notGiven.wording[language]
    let name =
      (report.enterprise?.sanitized() ?? notGiven)
      + (report.creditCode.map { "  " + $0.text } ?? "")
    let day = report.day.map { $0.description } ?? notGiven
    return Wording(zh: "\(name)，以 \(day) 为准", en: "\(name), as of \(day)")[language]
  }

  private func lines(of step: LadderStepReport) -> [String] {
    let colon = ReportLabel.colon.wording[language]
    return step.sentences.map { $0.says(in: language) }
      + (step.passage.map {
        [Wording(zh: "与上一级的关系", en: "From the step before")[language] + colon + $0[language]]
      } ?? [])
      + step.benchmarks.map { $0.sentence.says(in: language) }
      + (step.mirror.isEmpty ? [] : [LadderReports.mirrorTitle[language]])
      + step.mirror.map { condition in
        condition.title[language]
          + Wording(
            zh: "（\(condition.clause.citation(in: .zh))）",
            en: " (\(condition.clause.citation(in: .en)))")[language]
          + colon + condition.outcome.name[language] + ReportLabel.comma.wording[language]
          + condition.reason.says(in: language)
      }
  }

  // MARK: Forms

  private func text(_ report: LadderReport) -> [UInt8] {
    var page = Page(width: width)
    page.append(coloring(LadderReports.title[language], .bold))
    page.paragraph(head(report))
    page.paragraph(LadderReports.note[language])
    for step in report.steps {
      page.append("")
      page.append(coloring(step.title[language], .bold) + "  " + step.state.name[language])
      for line in lines(of: step) { page.paragraph(line, first: "  · ", hanging: "    ") }
      page.paragraph(step.source[language], first: "  ", hanging: "  ")
    }
    section(LadderReports.besideTitle, report.beside.map { $0.says(in: language) }, on: &page)
    section(
      LadderReports.noticesTitle, report.notices.map { $0.reason.says(in: language) }, on: &page)
    return page.bytes
  }

  private func section(_ title: Wording, _ lines: [String], on page: inout Page) {
    if lines.isEmpty { return }
    page.append("")
    page.append(coloring(title[language], .bold))
    for line in lines { page.paragraph(line, first: "  · ", hanging: "    ") }
  }

  private func markdown(_ report: LadderReport) -> String {
    func list(_ lines: [String]) -> String {
      lines.map { "- \(MarkdownText.escapedLine($0))\n" }.joined()
    }
    func section(_ title: Wording, _ lines: [String]) -> String {
      lines.isEmpty ? "" : "\n## \(title[language])\n\n" + list(lines)
    }
    return "# \(LadderReports.title[language])\n\n\(MarkdownText.escapedLine(head(report)))\n\n"
      + "\(LadderReports.note[language])\n"
      + report.steps.map { step in
        section(
          Wording(
            zh: "\(step.title.zh)：\(step.state.name.zh)",
            en: "\(step.title.en): \(step.state.name.en)"),
          lines(of: step) + [step.source[language]])
      }.joined()
      + section(LadderReports.besideTitle, report.beside.map { $0.says(in: language) })
      + section(LadderReports.noticesTitle, report.notices.map { $0.reason.says(in: language) })
  }

  private func json(_ report: LadderReport) -> [UInt8] {
    JSONWriter.object(.pretty) { top in
      top.member("ladderVersion", 1)
      top.member("program", "\(Program.name) \(Version.current)")
      top.member("language", language.rawValue)
      top.member("note", LadderReports.note[language])
      top.member("enterprise", report.enterprise)
      top.member("creditCode", report.creditCode?.text)
      top.member("asOf", report.day?.description)
      top.array("steps") { list in
        for step in report.steps {
          list.object { write(step, into: &$0) }
        }
      }
      top.array("beside") { list in
        for sentence in report.beside { list.element(sentence.says(in: language)) }
      }
      top.array("notices") { list in
        for notice in report.notices {
          list.object { entry in
            entry.member("reason", notice.reason.message.id)
            entry.member("sentence", notice.reason.says(in: language))
            entry.member("pointer", notice.places.first?.description)
          }
        }
      }
    } + [UInt8(ascii: "\n")]
  }

  private func write(_ step: LadderStepReport, into object: inout JSONObject) {
    object.member("id", step.id)
    object.member("title", step.title[language])
    object.member("state", step.state.rawValue)
    object.member("stateName", step.state.name[language])
    object.array("sentences") { list in
      for sentence in step.sentences { list.element(sentence.says(in: language)) }
    }
    object.member("passage", step.passage?[language])
    object.member("source", step.source[language])
    object.member("verdict", step.judged?.verdict.rawValue)
    object.array("benchmarks") { list in
      for benchmark in step.benchmarks {
        list.object { entry in
          entry.member("id", benchmark.id)
          entry.member("isAtGoal", benchmark.isAtGoal)
          entry.member("sentence", benchmark.sentence.says(in: language))
        }
      }
    }
    if step.mirror.isEmpty { return }
    object.object("mirror") { mirror in
      mirror.member("title", LadderReports.mirrorTitle[language])
      mirror.array("conditions") { list in
        for condition in step.mirror {
          list.object { entry in
            entry.member("title", condition.title[language])
            entry.member("clause", condition.clause.citation(in: language))
            entry.member("outcome", condition.outcome.rawValue)
            entry.member("sentence", condition.reason.says(in: language))
          }
        }
      }
    }
  }
}

extension LadderState {
  /// What a report calls the state.
  var name: Wording {
    switch self {
    case .recognised: Wording(zh: "持有", en: "held")
    case .recognisedOpen: Wording(zh: "列有，有效期未写明", en: "listed, end not stated")
    case .ended: Wording(zh: "已届满", en: "ended")
    case .checkable: Wording(zh: "可以核对", en: "can be checked")
    case .closed: Wording(zh: "申报已截止", en: "round closed")
    case .noThreshold: Wording(zh: "现有文件中没有标准", en: "no standard in the documents")
    case .unknown: Wording(zh: "未写明", en: "not stated")
    }
  }
}
