// A plan for documents, wikis and issue trackers, with the sections of the page.

import Eligibility
import HostSystem
import Judging

/// Writes plans as Markdown.
struct PlanMarkdown: MarkdownPage {
  /// The language of what is written.
  let language: Language
  /// The command line of the run, without the program's name.
  let arguments: [String]

  /// The plan in UTF-8.
  func bytes(_ plan: Plan) -> [UInt8] {
    let page =
      [
        "# \(label(.plan)) — \(name(plan.today))\n",
        "## \(text(plan.headline))\n\n\(escaped(plan.meaning(in: language)))\n", head(plan),
        section(.planTried, written(plan.tried)), faults(plan.today, SourceMap(plan.today.text)),
      ] + plan.described.map { write($1, $0, of: plan) } + [open(in: plan), record(plan)]
    return Array(
      FileName.escaped(in: page.filter { !$0.isEmpty }.joined(separator: "\n")).utf8)
  }

  private func head(_ plan: Plan) -> String {
    let (header, notGiven) = (plan.today.header, ReportLabel.notGiven.wording[language])
    let code = header.creditCode.map { " " + $0.text } ?? ""
    return pairs([
      (.enterprise, (header.enterprise ?? notGiven) + code),
      (.product, header.product ?? notGiven),
      (
        .planNow,
        plan.today.verdictName[language] + ReportLabel.comma.wording[language] + dates(plan.today)
      ), (.file, plan.today.text.source),
    ])
  }

  private func write(_ round: PlannedRound, _ title: ReportLabel, of plan: Plan) -> String {
    let date = ReportLabel.planFiling.filled(
      language, ["year": String(round.round), "date": round.filing.description])
    var parts = ["## \(label(title))\(label(.colon))\(escaped(date))\n"]
    let steps = round.steps.map { step in
      "- [ ] **\(text(plan.today.programme.criteria[step.criterion].title))**\(label(.colon))"
        + escaped(step.way.sentence(in: language)) + "\n"
    }
    if !steps.isEmpty { parts.append(steps.joined()) }
    if !round.assumptions.isEmpty {
      let items = round.assumptions.map { "- \(escaped($0.says(in: language)))\n" }
      parts.append("### \(label(.planAssumed))\n\n\(items.joined())")
    }
    if !round.notices.isEmpty {
      let items = round.notices.listed.map { "- \(escaped($0.reason.says(in: language)))\n" }
      parts.append("### \(label(.planNotices))\n\n\(items.joined())")
    }
    if !round.edits.isEmpty {
      parts.append("### \(label(.planEdits))\n\n\(written(round.edits))")
    }
    return parts.joined(separator: "\n")
  }

  private func open(in plan: Plan) -> String {
    let places = plan.tried.isEmpty ? SourceMap(plan.today.text) : nil
    let entries = plan.open.map { entry in
      let criterion = plan.today.programme.criteria[entry.criterion]
      let finding = plan.today.findings[entry.criterion]
      var lines = [
        "- **\(text(finding.outcome.name))**\(label(.colon))"
          + escaped(finding.reason.says(in: language))
          + (plan.toDo(for: entry, in: language).map { "<br>\n  → " + escaped($0) } ?? "") + "\n"
      ]
      for place in finding.missing.listed {
        let link = places.map { escaped($0.link($0.position(of: place))) + " " } ?? ""
        lines.append(
          "- \(label(.planFillIn))\(label(.colon))"
            + escaped(plan.today.programme.label(of: place, in: language))
            + enclosed(link + escaped(place.description)) + "\n")
      }
      if finding.missing.unlisted > 0 {
        lines.append("- \(text(Listing.more(finding.missing.unlisted)))\n")
      }
      for dated in entry.ways {
        let round = ReportLabel.planRound.filled(language, ["year": String(dated.round)])
        lines.append(
          "- **\(escaped(round))** — \(escaped(dated.sentence(in: language)))\n")
      }
      if let never = plan.never(entry, in: language) { lines.append("- \(escaped(never))\n") }
      return "### \(text(criterion.title))" + enclosed(escaped(criterion.citation(in: language)))
        + "\n\n" + lines.joined()
    }
    return section(.planOpen, entries.joined(separator: "\n"))
  }

  private func record(_ plan: Plan) -> String {
    section(
      .record,
      pairs([
        (.program, "\(Program.name) \(Version.current)"), (.rules, rules(plan.today)),
        (.file, plan.today.text.source), (.digest, plan.today.text.digest),
        (.commandLine, Program.commandLine(arguments)),
      ]))
  }

  /// Changes for copying; nothing where there are none.
  ///
  /// Each begins with the slash of its pointer, so that none can end the block.
  private func written(_ edits: [FactEdit]) -> String {
    if edits.isEmpty { return "" }
    let lines = edits.listed.map { $0.written.sanitized() + "\n" }
    return "```\n\(lines.joined())```\n" + more(edits.unlisted)
  }
}
