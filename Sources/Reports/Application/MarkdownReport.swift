// A report for documents, wikis and issue trackers, with the sections of the page.

import Eligibility
import HostSystem
import Judging

/// Writes reports as Markdown with tables and task lists as GitHub reads them.
struct MarkdownReport: MarkdownPage {
  /// The language of what is written.
  let language: Language
  /// The command line of the run, without the program's name.
  let arguments: [String]

  /// The reports one after another, each below a heading of its own.
  func bytes(_ reports: [JudgedApplication]) -> [UInt8] {
    var page = ""
    if reports.count > 1 {
      let count = String(reports.count)
      page = "# \(escaped(ReportLabel.titleOfMany.filled(language, ["count": count])))\n\n"
      for report in reports { page += "- **\(text(report.verdictName))** \(name(report))\n" }
      page += "\n"
    }
    page += reports.map(page(of:)).joined(separator: "\n---\n\n")
    return Array(FileName.escaped(in: page).utf8)
  }

  /// One report.
  private func page(of report: JudgedApplication) -> String {
    let places = SourceMap(report.text)
    return [
      "# \(label(.title)) — \(name(report))\n", verdict(report, places), head(report),
      figures(report), findings(report, .condition, .conditions), bases(report),
      faults(report, places), missing(report, places),
      findings(report, .formality, .formalities), findings(report, .quota, .quota),
      findings(report, .indicator, .indicators), findings(report, .preference, .preference),
      review(report), evidence(report, places), record(report),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Parts

  private func verdict(_ report: JudgedApplication, _ places: SourceMap) -> String {
    var lines = report.programme.closed.map { ["**\(text($0))**\n"] } ?? []
    lines.append("## \(text(report.verdictName))\n\n\(text(report.meaning))\n")
    let decision = Decision(
      report, missing: report.missingBesideFaults, in: language)
    if let next = decision.next {
      lines.append("**\(text(Wording(zh: "下一步", en: "Next")))**\(label(.colon))\(escaped(next))\n")
    }
    if report.faultCount > 0 {
      lines.append(
        escaped(ReportLabel.faultsCount.filled(language, ["count": String(report.faultCount)]))
          + "\n")
    }
    if !report.deciding.isEmpty {
      let items = report.deciding.map { number in
        let criterion = report.programme.criteria[number]
        return "- **\(text(criterion.title))**"
          + enclosed(escaped(criterion.citation(in: language)))
          + "\(label(.colon))\(explained(report, number, separator: "<br>\n  "))\n"
      }
      lines.append("### \(label(.decidedBy))\n\n\(items.joined())")
    }
    if !report.notices.isEmpty {
      let items = report.notices.listed.map { notice in
        let place = notice.places.first.map {
          enclosed(escaped(places.link(places.position(of: $0))))
        }
        return "- " + escaped(notice.reason.says(in: language)) + (place ?? "")
          + (notice.reason.mend(in: language).map { "<br>\n  → " + escaped($0) } ?? "") + "\n"
      }
      lines.append("### \(label(.notices))\n\n\(items.joined())\(more(report.notices.unlisted))")
    }
    if let beyond = report.programme.beyond {
      lines.append("### \(label(.beyond))\n\n\(text(beyond))\n")
    }
    return lines.joined(separator: "\n")
  }

  private func head(_ report: JudgedApplication) -> String {
    let code = report.header.creditCode.map { " " + $0.text } ?? ""
    return pairs([
      (.enterprise, (report.header.enterprise ?? ReportLabel.notGiven.wording[language]) + code),
      (.product, report.header.product ?? ReportLabel.notGiven.wording[language]),
      (.round, round(report)), (.rules, rules(report)), (.file, report.text.source),
    ])
  }

  private func figures(_ report: JudgedApplication) -> String {
    let rows = report.findings.flatMap { $0.margins }.map { margin in
      [
        margin.name[language], margin.value.written(in: language),
        margin.requirement(in: language), margin.distance(in: language),
      ].map(escaped)
    }
    return section(.figures, table([.figure, .value, .requirement, .distance], rows))
  }

  private func findings(
    _ report: JudgedApplication, _ role: Role, _ title: ReportLabel
  ) -> String {
    let rows = report.programme.criteria(of: role).map { number in
      let criterion = report.programme.criteria[number]
      return [
        "**\(text(criterion.title))**<br>\(escaped(criterion.citation(in: language)))",
        text(report.findings[number].outcome.name),
        explained(report, number, separator: "<br>"),
      ]
    }
    return section(title, table([.criterion, .outcome, .finding], rows))
  }

  private func bases(_ report: JudgedApplication) -> String {
    let met = report.programme.criteria(of: .condition).filter {
      report.findings[$0].outcome == .met
    }
    let groups = Basis.Kind.allCases.compactMap { kind in
      let items = met.filter { report.bases[$0]?.kind == kind }.map { number in
        let documents = (report.bases[number]?.documents ?? []).map { document in
          [
            document.what[language], document.clause?.citation(in: language),
            document.isNamed ? nil : ReportLabel.notNamed.wording[language],
          ].compactMap { $0 }.joined(by: ReportLabel.comma.wording[language])
        }
        return "- " + text(report.programme.criteria[number].title)
          + documents.map { enclosed(escaped($0)) }.joined() + "\n"
      }
      return items.isEmpty ? nil : "**\(text(kind.name))**\n\n" + items.joined()
    }
    if groups.isEmpty { return "" }
    return section(.basis, ([label(.basisNote) + "\n"] + groups).joined(separator: "\n"))
  }

  private func missing(_ report: JudgedApplication, _ places: SourceMap) -> String {
    let missing = report.missing
    let rows = missing.listed.map { place, criteria in
      [
        escaped(places.link(places.position(of: place))) + "<br>" + escaped(place.description),
        escaped(report.programme.label(of: place, in: language)), titles(criteria, report),
      ]
    }
    return section(
      .missing,
      rows.isEmpty
        ? label(.missingNone) + "\n"
        : table([.place, .content, .neededFor], rows) + more(missing.unlisted))
  }

  private func review(_ report: JudgedApplication) -> String {
    let numbers = report.programme.criteria.indices.filter {
      [.judgement, .bonus].contains(report.programme.criteria[$0].role)
    }
    let rules = report.programme.rules()
    let matters = numbers.map { number in
      let criterion = report.programme.criteria[number]
      let outcome = report.findings[number].outcome
      let state = outcome == .forReview ? "" : text(outcome.name) + label(.comma)
      return "### \(text(criterion.title))"
        + enclosed(escaped(criterion.citation(in: language))) + "\n\n"
        + "- \(label(.question))\(label(.colon))\(escaped(rules[number].says(in: language)))\n"
        + "- \(label(.figuresForExperts))\(label(.colon))\(state)"
        + "\(explained(report, number, separator: "<br>\n  "))\n"
        + "- \(label(.material))\(label(.colon))\(material(report, number))"
        + "- \(label(.opinion))\(label(.colon))\\_\\_\\_\\_\n"
    }
    if matters.isEmpty { return "" }
    return section(.review, ([label(.reviewNote) + "\n"] + matters).joined(separator: "\n"))
  }

  private func material(_ report: JudgedApplication, _ number: Int) -> String {
    let submitted = report.submitted(for: number)
    if submitted.isEmpty { return label(.noMaterial) + "\n" }
    let proofs = submitted.flatMap { $0.proofs }.map { "  - \(MarkdownText.escapedLine($0))\n" }
    return submitted.compactMap { $0.text }.map(escaped).joined(by: "; ") + "\n" + proofs.joined()
  }

  private func evidence(_ report: JudgedApplication, _ places: SourceMap) -> String {
    let items = report.askedEvidence.map { request in
      let purpose = ReportLabel.evidenceFor.filled(
        language, ["criteria": plainTitles(request.criteria, report)])
      let documents = report.documents(at: request.given, places)
      let names = documents.listed.map { "  - \(MarkdownText.escapedLine($0))\n" }
      let lacking = request.places.listed.map { escaped($0.description) }
      return "- [\(request.isNamed ? "x" : " ")] \(text(request.what))"
        + enclosed(escaped(purpose))
        + (lacking.isEmpty ? "" : " " + lacking.joined(by: ", ")) + "\n" + names.joined()
        + more(request.places.unlisted + documents.unlisted)
    }
    if items.isEmpty { return section(.evidence, label(.evidenceNone) + "\n") }
    return section(.evidence, label(.evidenceNote) + "\n\n" + items.joined())
  }

  private func record(_ report: JudgedApplication) -> String {
    section(
      .record,
      pairs([
        (.program, "\(Program.name) \(Version.current)"), (.rules, rules(report)),
        (.dates, dates(report)), (.file, report.text.source), (.digest, report.text.digest),
        (.commandLine, Program.commandLine(arguments)),
      ]))
  }

  // MARK: Sentences

  private func round(_ report: JudgedApplication) -> String {
    var parts = [dates(report)]
    if let note = report.header.kindNote { parts.append(note[language]) }
    if let bureau = report.header.bureau {
      let name = report.programme.bureaus[bureau].label[language]
      parts.append(ReportLabel.filedWith.filled(language, ["bureau": name]))
    }
    return parts.joined(by: ReportLabel.comma.wording[language])
  }

  /// What a finding says, what to do, and how each reading of the clause answers where they differ.
  private func explained(
    _ report: JudgedApplication, _ number: Int, separator: String
  ) -> String {
    let finding = report.findings[number]
    var lines = [escaped(finding.reason.says(in: language))]
    if finding.readings.contains(where: { $0 != finding.readings.first }) {
      for (reading, answer) in zip(report.programme.criteria[number].readings, finding.readings) {
        lines.append(
          "· " + text(reading.meaning) + label(.colon) + text(Outcome(answer).name))
      }
    }
    if let mend = finding.mend(in: language, report.programme) {
      lines.append("→ " + escaped(mend))
    }
    return lines.joined(by: separator)
  }

  private func titles(_ numbers: [Int], _ report: JudgedApplication) -> String {
    escaped(plainTitles(numbers, report))
  }

  private func plainTitles(_ numbers: [Int], _ report: JudgedApplication) -> String {
    numbers.map { report.programme.criteria[$0].title[language] }
      .joined(by: ReportLabel.listComma.wording[language])
  }
}
