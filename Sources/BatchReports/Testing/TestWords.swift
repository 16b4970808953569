// The words that every format of a test's result shares.

import Eligibility
import Expectations
import HostSystem
import Judging
import Reports

/// Words about a whole test.
enum TestWords {
  /// How much was tested and how it came out.
  static func totals(of result: TestResult) -> [Wording] {
    let run = result.run
    let there = run.applications.filter { !$0.isGone }
    let (differing, expectations) = (
      result.differing.count, run.applications.reduce(0) { $0 + $1.expectations }
    )
    var lines = [
      Wording(
        zh:
          "\(run.folders.count) 个文件夹，\(there.count) 份申报材料，\(expectations) 项预期；\(differing) 份与预期不一致",
        en: "\(there.count) application\(plural(there.count)), \(expectations) "
          + "expectation\(plural(expectations)), \(run.folders.count) "
          + "folder\(plural(run.folders.count)); \(differing) not as expected")
    ]
    let unusable = run.malformed.count + run.unreadable.count
    if unusable > 0 {
      lines.append(
        Wording(
          zh: "\(unusable) 个预期文件无法使用，有关申报材料没有测试",
          en: "\(unusable) file\(plural(unusable)) of expectations cannot be used; their "
            + "applications were not tested"))
    }
    let passedBy = result.passedBy
    if passedBy.files > 0 {
      lines.append(
        Wording(
          zh: "未查看：\(passedBy.folders) 个没有预期的文件夹中的 \(passedBy.files) 个文件",
          en:
            "not looked at: \(passedBy.files) file\(plural(passedBy.files)) in \(passedBy.folders) "
            + "folder\(plural(passedBy.folders)) without expectations"))
    }
    return lines
  }

  /// How much of what there is to show is shown.
  static func share(of coverage: Coverage) -> Wording {
    let (exercised, required) = (coverage.exercised, coverage.required)
    return Wording(
      zh: "\(required) 种结果中展示了 \(exercised) 种，占 \(coverage.percentage.digits)%",
      en: "\(exercised) of \(required) outcomes shown, \(coverage.percentage.digits)%")
  }

  /// That less is shown than was asked for.
  static func tooLow(_ required: Decimal) -> Wording {
    Wording(zh: "低于要求的 \(required.digits)%", en: "below the \(required.digits)% required")
  }

  /// What introduces the outcomes that no application shows.
  static let neverShown = Wording(zh: "没有展示的结果", en: "Never shown")

  private static func plural(_ count: Int) -> String { count == 1 ? "" : "s" }
}

extension Coverage {
  /// What no application shows, row by row.
  var lacking: [(row: Row, outcomes: [Outcome])] {
    rows.map { row in (row, row.counts.filter { $0.count == 0 }.map { $0.outcome }) }
      .filter { !$0.outcomes.isEmpty }
  }
}

extension Coverage.Row {
  /// The criterion, and the reading after a slash.
  var name: String { reading.map { "\(criterion.id)/\($0.id)" } ?? criterion.id }
}

extension Difference {
  /// Both sides.
  var sentence: Wording {
    switch kind {
    case .verdict(let expected, let found, let notices):
      Wording(
        zh: "结论应为“\(expected.name.zh)”，实为“\(found.name(notices: notices).zh)”",
        en: "verdict: expected \(expected.name.en), found \(found.name(notices: notices).en)")
    case .standing(let expected, let found):
      Wording(
        zh: "称号状态应为“\(expected.name.zh)”，实为“\(found.name.zh)”",
        en: "standing: expected \(expected.name.en), found \(found.name.en)")
    case .outcome(let criterion, let expected, let found):
      Wording(
        zh: "\(criterion.id)（\(criterion.title.zh)）应为“\(expected.name.zh)”，实为“\(found.name.zh)”",
        en: "\(criterion.id): expected \(expected.name.en), found \(found.name.en)")
    case .faultLacking(let fault):
      Wording(
        zh: "应有的错误没有出现：\(fault.shown)", en: "fault expected, not found: \(fault.shown)")
    case .faultUnexpected(let fault):
      Wording(zh: "出现了预期之外的错误：\(fault.shown)", en: "fault not expected: \(fault.shown)")
    case .nothingExpected:
      Wording(zh: "没有写明对这份申报材料的预期", en: "no expectation is stated for it")
    case .gone:
      Wording(zh: "写有预期，但没有这份申报材料", en: "an expectation is stated for it, but it is not there")
    case .unreadable(let failure):
      Wording(zh: "无法读取：\(failure.reason.zh)", en: "cannot be read: \(failure.reason.en)")
    }
  }
}

extension Difference.Fact {
  /// The criterion that found it; `nil` for a fault of the file.
  var criterion: String? {
    if case .criterion(let criterion, _, _) = source { criterion.id } else { nil }
  }

  /// What was found.
  var reason: Reason {
    switch source {
    case .criterion(_, let finding, _): finding.reason
    case .fault(let fault): fault.reason
    }
  }

  /// What would change it.
  func mend(in language: Language) -> String? {
    switch source {
    case .criterion(_, let finding, let programme): finding.mend(in: language, programme)
    case .fault(let fault): fault.reason.mend(in: language)
    }
  }
}

extension ExpectedFault {
  fileprivate var shown: String { description.sanitized() }
}

extension ExpectationUpdate.Change {
  /// What was expected and what is from now on.
  var sentence: Wording {
    guard let member else {
      return Wording(zh: "删去：没有这份申报材料", en: "removed: there is no such application")
    }
    let none = Wording(zh: "（无）", en: "(none)")
    let (old, new) = (old?.sanitized(), new?.sanitized())
    return Wording(
      zh: "\(member.name)：\(old ?? none.zh) → \(new ?? none.zh)",
      en: "\(member.name): \(old ?? none.en) → \(new ?? none.en)")
  }
}

extension ExpectationUpdate.Member {
  /// How the file of expectations calls it.
  var name: String {
    switch self {
    case .verdict: "verdict"
    case .standing: "standing"
    case .criterion(let criterion): criterion.id
    case .fault: "faults"
    }
  }
}
