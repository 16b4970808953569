// A test for CI servers: one case an expectation, its remark where the application shows the fact.

import Eligibility
import Expectations
import HostSystem
import Judging
import LocatedJSON
import Reports

extension TestResult {
  /// What CI servers are told: files of expectations, then applications, then the coverage.
  public func inspections(in language: Language) -> [Inspection] {
    run.unreadable.map { path, failure in
      TestResult.inspection(unreadable: path, failure.reason[language], language)
    }
      + run.malformed.map { $0.inspection(in: language) }
      + run.applications.map { $0.inspection(in: language) }
      + (countsCoverage ? [inspectionOfCoverage(in: language)] : [])
  }

  private static func inspection(
    unreadable path: String, _ reason: String, _ language: Language
  ) -> Inspection {
    let diagnostic = Inspection.Diagnostic(
      rule: Inspection.Rule(.unreadable, language), severity: .error, message: reason)
    return Inspection(
      place: ApplicationLocation(source: path, line: nil),
      cases: [Inspection.Case(id: "expectations", result: .unreadable, diagnostics: [diagnostic])])
  }

  /// Code scanning drops what has no place, so what no application shows stands with what is expected.
  private func inspectionOfCoverage(in language: Language) -> Inspection {
    let path =
      run.folders.lazy.flatMap { $0.files }.first?.path ?? run.applications.first?.place.source
      ?? run.unreadable.first?.path
    let lacking = run.coverage.lacking.map { row, outcomes in
      row.name + " " + outcomes.map { $0.name[language] }.joined(separator: "/")
    }
    let separator = Wording(zh: "、", en: ", ")[language]
    let diagnostic = Inspection.Diagnostic(
      rule: Inspection.Rule(.coverage, language), severity: .error,
      message: TestWords.share(of: run.coverage)[language],
      mend: TestWords.neverShown[language] + Wording(zh: "：", en: ": ")[language]
        + lacking.joined(separator: separator))
    return Inspection(
      place: path.map { ApplicationLocation(source: $0, line: nil) },
      cases: [
        reachesCoverage
          ? Inspection.Case(id: "coverage", result: .passed)
          : Inspection.Case(id: "coverage", result: .failed, diagnostics: [diagnostic])
      ])
  }
}

extension ExpectationFile {
  fileprivate func inspection(in language: Language) -> Inspection {
    let diagnostics = faults.map { fault in
      Inspection.Diagnostic(
        rule: Inspection.Rule(.malformed, language), severity: .error,
        message: fault.reason.says(in: language), mend: fault.reason.mend(in: language),
        region: location(of: fault.range).region, pointer: fault.pointer,
        identity: [fault.reason.message.id, fault.pointer ?? ""])
    }
    return Inspection(
      place: ApplicationLocation(source: path, line: nil),
      cases: [Inspection.Case(id: "expectations", result: .failed, diagnostics: diagnostics)])
  }
}

extension TestedApplication {
  fileprivate func inspection(in language: Language) -> Inspection {
    // What is not there cannot be shown; where it is expected can.
    if isGone, let difference = differences.first, let stated = difference.stated {
      return Inspection(
        place: ApplicationLocation(source: stated.path, line: nil),
        cases: [
          Inspection.Case(
            id: name, result: .failed,
            diagnostics: [difference.diagnostic(at: stated.region, of: name, language)])
        ])
    }
    return Inspection(
      place: place,
      cases: subjects.map { subject in
        let concerned = differences.filter { $0.subject == subject }
        return Inspection.Case(
          id: subject,
          result: concerned.isEmpty ? .passed : isUnreadable ? .unreadable : .failed,
          diagnostics: concerned.map {
            $0.diagnostic(at: $0.facts.first?.location.region, of: name, language)
          })
      })
  }

  /// What is looked at, one for each expectation; the application itself where there is none.
  private var subjects: [String] {
    guard let expectation, found != nil else { return [Difference.application] }
    return (expectation.verdict == nil ? [] : ["verdict"])
      + (expectation.standing == nil ? [] : ["standing"])
      + expectation.criteria.keys.sorted().map { programme.criteria[$0].id } + ["faults"]
  }
}

extension Difference {
  /// The case of an application that is unreadable or unexpected.
  fileprivate static let application = "application"

  /// The case that it belongs to.
  fileprivate var subject: String {
    switch kind {
    case .verdict: "verdict"
    case .standing: "standing"
    case .outcome(let criterion, _, _): criterion.id
    case .faultLacking, .faultUnexpected: "faults"
    case .nothingExpected, .gone, .unreadable: Difference.application
    }
  }

  /// What tells it from the others of its kind, however the file changes otherwise.
  private var identity: String {
    switch kind {
    case .outcome(let criterion, _, _): criterion.id
    case .faultLacking(let fault), .faultUnexpected(let fault):
      [fault.reason, fault.pointer ?? ""].joined(separator: " ")
    case .verdict, .standing, .nothingExpected, .gone, .unreadable: ""
    }
  }

  fileprivate func diagnostic(
    at region: Range<TextPosition>?, of name: String, _ language: Language
  ) -> Inspection.Diagnostic {
    var related = facts.map { fact in
      Inspection.Related(
        place: ApplicationLocation(source: fact.location.path, line: nil),
        region: fact.location.region,
        message: [fact.criterion, fact.reason.says(in: language)].compactMap { $0 }
          .joined(separator: Wording(zh: "：", en: ": ")[language]))
    }
    if let stated, !isGone {
      related.append(
        Inspection.Related(
          place: ApplicationLocation(source: stated.path, line: nil), region: stated.region,
          message: Wording(zh: "预期写在这里", en: "what is expected")[language]))
    }
    return Inspection.Diagnostic(
      rule: Inspection.Rule(rule, language), severity: .error,
      message: (isGone
        ? name.sanitized() + Wording(zh: "：", en: ": ")[language] : "") + sentence[language],
      mend: facts.count == 1 ? facts[0].mend(in: language) : nil, region: region,
      identity: [name, identity], related: related)
  }

  private var rule: TestRule {
    switch kind {
    case .verdict: .verdict
    case .standing: .standing
    case .outcome: .criterion
    case .faultLacking, .faultUnexpected: .faults
    case .nothingExpected: .unexpected
    case .gone: .gone
    case .unreadable: .unreadable
    }
  }
}

/// What a test demands of applications and expectations.
private enum TestRule: String {
  case verdict, standing, criterion, faults, unexpected, gone, unreadable, malformed, coverage

  /// What it is called, and what it demands.
  var wording: (title: Wording, description: Wording) {
    switch self {
    case .verdict:
      (
        Wording(zh: "结论与预期不一致", en: "Verdict not as expected"),
        Wording(zh: "结论应与预期一致", en: "the verdict is the one expected")
      )
    case .standing:
      (
        Wording(zh: "称号状态与预期不一致", en: "Standing not as expected"),
        Wording(zh: "称号状态应与预期一致", en: "the title stands as expected")
      )
    case .criterion:
      (
        Wording(zh: "标准的结果与预期不一致", en: "Outcome not as expected"),
        Wording(zh: "各标准的结果应与预期一致", en: "the outcome of each criterion is the one expected")
      )
    case .faults:
      (
        Wording(zh: "文件错误与预期不一致", en: "Faults not as expected"),
        Wording(zh: "文件的错误应恰为预期的错误", en: "the file has exactly the faults expected")
      )
    case .unexpected:
      (
        Wording(zh: "没有预期", en: "No expectation"),
        Wording(zh: "每份申报材料都应写明预期", en: "an expectation is stated for each application")
      )
    case .gone:
      (
        Wording(zh: "没有这份申报材料", en: "Application missing"),
        Wording(zh: "写有预期的申报材料都应存在", en: "each application with an expectation is there")
      )
    case .unreadable:
      (
        Wording(zh: "文件无法读取", en: "Unreadable file"),
        Wording(zh: "每个文件都应能读取", en: "every file can be read")
      )
    case .malformed:
      (
        Wording(zh: "预期的格式有误", en: "Malformed expectation"),
        Wording(zh: "预期应按规定的格式书写", en: "expectations follow their format")
      )
    case .coverage:
      (
        Wording(zh: "覆盖率", en: "Coverage"),
        Wording(zh: "各份申报材料展示的结果应达到要求的比例", en: "the applications show as many outcomes as required")
      )
    }
  }
}

extension Inspection.Rule {
  fileprivate init(_ rule: TestRule, _ language: Language) {
    self.init(
      id: "test/\(rule.rawValue)", title: rule.wording.title[language],
      description: rule.wording.description[language], severity: .error)
  }
}
