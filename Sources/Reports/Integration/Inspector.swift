// What a report says, put as cases and remarks: the one place that decides what fails a CI job.

import Eligibility
import HostSystem
import Judging

/// Says what CI servers are to be told.
public struct Inspector: Sendable {
  /// The language of what is said.
  public let language: Language
  /// What is looked for in every application: the criteria of the rulebooks, in their order.
  let rules: [Inspection.Rule]
  /// For each programme where its rules begin.
  private let starts: [(programme: Programme, start: Int)]

  /// Creates an inspector that looks for the criteria of some programmes, in their order.
  public init(_ programmes: [Programme], _ strictness: Strictness, _ language: Language) {
    self.language = language
    var rules: [Inspection.Rule] = []
    var starts: [(programme: Programme, start: Int)] = []
    for programme in Program.isInPage ? [] : programmes {
      starts.append((programme, rules.count))
      rules += zip(programme.criteria, programme.rules()).map {
        Inspection.Rule($0, $1, strictness, language)
      }
    }
    self.rules = rules
    self.starts = starts
  }

  /// The rule that a criterion of a programme is.
  fileprivate func rule(_ criterion: Int, of programme: Programme) -> Inspection.Rule {
    let start = starts.first { $0.programme == programme }?.start ?? 0
    return rules[start + criterion]
  }

  /// What is to be said about one application: its faults, each criterion, and what is odd.
  public func inspection(of report: JudgedApplication, at place: ApplicationLocation) -> Inspection
  {
    if Program.isInPage { return Inspection(place: place, cases: []) }
    return ReportInspector(report, self).inspection(at: place)
  }

  /// What is to be said about a file that cannot be read or is no application, and why not.
  public func inspection(unreadable reason: Wording, at place: ApplicationLocation) -> Inspection {
    unreadable(
      Inspection.Rule(
        id: "unreadable",
        title: Wording(zh: "文件无法读取", en: "Unreadable file")[language],
        description: Wording(zh: "每个文件都应能读取", en: "every file can be read")[language],
        severity: .error),
      reason[language], at: place)
  }

  /// What is to be said where the user ended a run before it was complete.
  public func inspectionOfInterruption() -> Inspection {
    unreadable(
      Inspection.Rule(
        id: "interrupted", title: Wording(zh: "已中止", en: "Interrupted")[language],
        description: Wording(zh: "核对全部申报材料", en: "every application is looked at")[language],
        severity: .error),
      Wording(
        zh: "这里只有中止前完成的部分", en: "this is only the part that was finished")[language],
      at: nil)
  }

  private func unreadable(
    _ rule: Inspection.Rule, _ message: String, at place: ApplicationLocation?
  ) -> Inspection {
    let diagnostic = Inspection.Diagnostic(rule: rule, severity: .error, message: message)
    return Inspection(
      place: place,
      cases: [Inspection.Case(id: rule.id, result: .unreadable, diagnostics: [diagnostic])])
  }
}

extension Inspector {
  /// The same for the programmes of some applications, each listed once; where there are none, for the usual one.
  public init(
    of programmes: [Programme], usual: Programme, _ strictness: Strictness, _ language: Language
  ) {
    var named: [Programme] = []
    for programme in programmes where !named.contains(programme) { named.append(programme) }
    self.init(named.isEmpty ? [usual] : named, strictness, language)
  }
}

extension Inspection.Rule {
  fileprivate init(
    _ criterion: CriterionDescription, _ rule: Reason, _ strictness: Strictness,
    _ language: Language
  ) {
    let clause = criterion.citation(in: language)
    let role = criterion.role
    self.init(
      id: criterion.id,
      title: criterion.title[language]
        + Wording(zh: "（\(clause)）", en: " (\(clause))")[language],
      description: rule.says(in: language),
      severity: strictness.requires(role) ? .error : .note,
      help: [
        Wording(
          zh: "\(role.name.zh)：\(role.meaning.zh)", en: "\(role.name.en): \(role.meaning.en)")[
            language]
      ] + criterion.readings.map { "· " + $0.meaning[language] } + [
        Wording(
          zh: "详见 \(Program.name) explain \(criterion.id)",
          en: "more: \(Program.name) explain \(criterion.id)")[language]
      ],
      properties: [
        Inspection.Property(name: "clause", value: clause),
        Inspection.Property(name: "role", value: role.rawValue),
      ])
  }

  /// A rule whose remarks are all in the words of one message.
  fileprivate init(
    _ kind: String, _ name: Wording, _ message: Message, _ severity: Inspection.Severity,
    _ language: Language
  ) {
    self.init(
      id: "\(kind)/\(message.id)", title: "\(name[language]) \(message.id)",
      description: message.says.pattern(in: language), severity: severity,
      help: message.mend.map { ["→ " + $0.pattern(in: language)] } ?? [])
  }
}

extension Wording {
  /// A pattern with `…` for what only a single remark knows.
  fileprivate func pattern(in language: Language) -> String {
    var parts = self[language].split(separator: "{", omittingEmptySubsequences: false)
    let start = parts.removeFirst()
    return parts.reduce(String(start)) { text, part in
      // Braces that name nothing are themselves.
      guard let end = part.firstIndex(of: "}"), end > part.startIndex else {
        return text + "{" + part
      }
      return text + "…" + part[part.index(after: end)...]
    }
  }
}

/// Goes through one report.
private final class ReportInspector {
  private typealias Diagnostic = Inspection.Diagnostic
  private typealias Case = Inspection.Case

  private let report: JudgedApplication
  private let inspector: Inspector
  private var language: Language { inspector.language }
  /// Most applications have nothing to say that needs a place.
  private lazy var places = SourceMap(report.text)

  init(_ report: JudgedApplication, _ inspector: Inspector) {
    self.report = report
    self.inspector = inspector
  }

  func inspection(at place: ApplicationLocation) -> Inspection {
    var cases = [faults(at: place)]
    for (number, finding) in report.findings.enumerated() {
      cases.append(inspect(finding, of: number))
    }
    if !report.notices.isEmpty { cases.append(notices()) }
    return Inspection(place: place, cases: cases)
  }

  // MARK: Criteria

  private func inspect(_ finding: Finding, of number: Int) -> Case {
    let criterion = report.programme.criteria[number]
    let isRequired = report.strictness.requires(criterion.role)
    let sentence = sentence(finding, of: criterion)
    let separator = Wording(zh: "：", en: ": ")[language]
    let skipped = Inspection.Result.skipped(finding.outcome.name[language] + separator + sentence)
    let result: Inspection.Result
    var severity: Inspection.Severity?
    switch (finding.outcome, criterion.role) {
    case (.met, _): result = .passed
    case (.unmet, _) where isRequired: (result, severity) = (.failed, .error)
    case (.undetermined, _) where isRequired: (result, severity) = (.undecided, .warning)
    case (.unmet, .indicator), (.undetermined, .indicator), (.undetermined, .judgement):
      (result, severity) = (skipped, .note)
    // Materials that are not as required may be refused for that alone.
    case (.unmet, .formality), (.undetermined, .formality): (result, severity) = (skipped, .warning)
    default: result = skipped
    }
    guard let severity else { return Case(id: criterion.id, result: result) }
    let fact =
      finding.missing.first ?? finding.places.first
      ?? criterion.reads.first(where: places.isPresent)
    let diagnostic = Diagnostic(
      rule: inspector.rule(number, of: report.programme), severity: severity,
      message: sentence, mend: finding.mend(in: language, report.programme),
      region: fact.flatMap(places.region(of:)), pointer: fact?.description, identity: applicant)
    return Case(id: criterion.id, result: result, diagnostics: [diagnostic])
  }

  /// Why it came out so; where readings of the clause disagree, which gives which answer.
  private func sentence(_ finding: Finding, of criterion: CriterionDescription) -> String {
    let sentence = finding.reason.says(in: language)
    guard finding.readings.contains(where: { $0 != finding.readings.first }) else {
      return sentence
    }
    let answers = zip(criterion.readings, finding.readings).map { reading, answer in
      reading.meaning[language] + Wording(zh: "：", en: ": ")[language]
        + Outcome(answer).name[language]
    }
    let separator = Wording(zh: "；", en: "; ")[language]
    return ([sentence] + answers).joined(separator: separator)
  }

  // MARK: Faults and notices

  private func faults(at place: ApplicationLocation) -> Case {
    let diagnostics = report.faults.map { fault in
      Diagnostic(
        rule: Inspection.Rule(
          "fault", Wording(zh: "错误", en: "Fault"), fault.reason.message, .error, language),
        severity: .error, message: fault.reason.says(in: language),
        mend: fault.reason.mend(in: language), region: fault.range.map(places.region(of:)),
        pointer: fault.pointer,
        identity: applicant + [fault.pointer ?? ""].map(ReportInspector.withoutNumbers)
          + ReportInspector.values(of: fault.reason),
        related: fault.earlier.map { earlier in
          [
            Inspection.Related(
              place: place, region: places.region(of: earlier),
              message: Fault.standsFirst[language])
          ]
        } ?? [])
    }
    return Case(
      id: "faults", result: diagnostics.isEmpty ? .passed : .failed, diagnostics: diagnostics)
  }

  /// What is odd: a warning where a condition reads one of the facts concerned, a note elsewhere.
  private func notices() -> Case {
    let criteria = report.programme.criteria
    let decisive = Set(
      criteria.filter { report.strictness.requires($0.role) }
        .flatMap { $0.reads.map { $0.template } })
    var diagnostics = report.notices.listed.map { notice in
      let fact = notice.places.first
      let isDecisive = notice.places.contains { decisive.contains($0.template) }
      return Diagnostic(
        rule: Inspection.Rule(
          "notice", Wording(zh: "提示", en: "Notice"), notice.reason.message, .note, language),
        severity: isDecisive ? .warning : .note, message: notice.reason.says(in: language),
        mend: notice.reason.mend(in: language), region: fact.flatMap(places.region(of:)),
        pointer: fact?.description,
        identity: applicant + notice.places.map { $0.template }
          + ReportInspector.values(of: notice.reason))
    }
    if report.notices.unlisted > 0, let last = diagnostics.last {
      diagnostics.append(
        Diagnostic(
          rule: last.rule, severity: .note,
          message: Listing.more(report.notices.unlisted)[language], identity: applicant))
    }
    // JUnit has no warnings; what it skips it shows, and it fails nothing.
    let warning = diagnostics.first { $0.severity == .warning }
    return Case(
      id: "notices", result: warning.map { .skipped($0.message) } ?? .passed,
      diagnostics: diagnostics)
  }

  // MARK: Identity

  /// Whose application it is, and for what, as far as it says so.
  private lazy var applicant = [
    report.header.creditCode?.text ?? report.header.enterprise ?? "", report.header.product ?? "",
  ]

  /// The values of a reason, which tell apart what stands in one list; always in one language.
  private static func values(of reason: Reason) -> [String] {
    reason.values.entries.map { $0.quantity.written(in: .zh) }
  }

  /// A pointer with `*` for the items of lists, which may change places.
  private static func withoutNumbers(_ pointer: String) -> String {
    pointer.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.isEmpty || !$0.allSatisfy { $0.isWholeNumber } ? $0 : "*" }.joined(separator: "/")
  }
}
