// A test that only says no is of little help; a difference names both sides, their places and reasons.

import Eligibility
import HostSystem
import Judging
import LocatedJSON

/// One way in which an application is not as expected.
public struct Difference {
  /// What differs.
  public let kind: Kind
  /// Where the expectation is stated, where there is one.
  public let stated: Location?
  /// Why it was found so.
  public let facts: [Fact]

  /// What can differ.
  public enum Kind {
    /// The verdict; and how many notices stand beside the one found.
    case verdict(expected: Verdict, found: Verdict, notices: Int)
    /// How the title stands.
    case standing(expected: TitleState, found: TitleState)
    /// The outcome of a criterion.
    case outcome(CriterionDescription, expected: Outcome, found: Outcome)
    /// A fault that was expected is not there.
    case faultLacking(ExpectedFault)
    /// A fault that is there was not expected.
    case faultUnexpected(ExpectedFault)
    /// Nothing at all is expected of the application.
    case nothingExpected
    /// Something is expected of an application that is not there.
    case gone
    /// The application cannot be read.
    case unreadable(ReadFailure)
  }

  /// Something that was found, with its place.
  public struct Fact {
    /// What was found.
    public let source: Source
    /// Where.
    public let location: Location

    /// What finds something.
    public enum Source {
      /// A criterion.
      case criterion(CriterionDescription, Finding, Programme)
      /// The reading of the file.
      case fault(Fault)
    }
  }

  /// Whether something is expected of an application that is not there.
  public var isGone: Bool { if case .gone = kind { true } else { false } }

  /// Whether the application is there and cannot be read.
  var isUnreadable: Bool { if case .unreadable = kind { true } else { false } }

  init(_ kind: Kind, at stated: Location?, because facts: [Fact] = []) {
    self.kind = kind
    self.stated = stated
    self.facts = facts
  }

  /// Everything that differs, in the order in which expectations are written.
  static func all(
    _ entry: ExpectationFile.Entry, in file: ExpectationFile, _ report: JudgedApplication
  ) -> [Difference] {
    let examination = Examination(report)
    return examination.verdict(entry.expectation, in: file)
      + examination.standing(entry.expectation, in: file)
      + examination.criteria(entry.expectation, in: file)
      + examination.faults(entry, in: file)
  }

  /// An application side by side with what is expected of it.
  private struct Examination {
    let report: JudgedApplication
    let places: SourceMap

    init(_ report: JudgedApplication) {
      self.report = report
      places = SourceMap(report.text)
    }

    func verdict(_ expectation: Expectation, in file: ExpectationFile) -> [Difference] {
      let found = report.verdict
      guard let stated = expectation.verdict, stated.value != found else { return [] }
      return [
        Difference(
          .verdict(expected: stated.value, found: found, notices: report.notices.count),
          at: file.location(of: stated.range), because: facts(behind: found))
      ]
    }

    func standing(_ expectation: Expectation, in file: ExpectationFile) -> [Difference] {
      guard let stated = expectation.standing, let title = report.title,
        stated.value != title.state
      else { return [] }
      return [
        Difference(
          .standing(expected: stated.value, found: title.state),
          at: file.location(of: stated.range), because: facts(behind: report.rulesVerdict))
      ]
    }

    /// What stands in the way of an applicant who is not eligible.
    private func facts(behind verdict: Verdict) -> [Fact] {
      guard verdict != .eligible else { return [] }
      if verdict != report.rulesVerdict { return report.faults.map(fact) }
      return report.programme.criteria.indices.filter { number in
        let role = report.programme.criteria[number].role
        return report.strictness.requires(role)
          && Verdict(report.findings[number].outcome.asRequirement) == verdict
      }.map(fact)
    }

    func criteria(_ expectation: Expectation, in file: ExpectationFile) -> [Difference] {
      expectation.criteria.sorted { $0.key < $1.key }.compactMap { number, stated in
        let found = report.findings[number].outcome
        if found == stated.value { return nil }
        return Difference(
          .outcome(
            report.programme.criteria[number], expected: stated.value, found: found),
          at: file.location(of: stated.range), because: [fact(of: number)])
      }
    }

    func faults(_ entry: ExpectationFile.Entry, in file: ExpectationFile) -> [Difference] {
      let found = report.stateableFaults
      let match = FaultMatch(entry.expectation, found)
      let stated = file.location(of: entry.expectation.faults?.range ?? entry.range)
      return match.lacking.map {
        Difference(.faultLacking($0.value), at: file.location(of: $0.range))
      }
        + found.indices.filter { match.expected[$0] == nil }.map {
          Difference(
            .faultUnexpected(found[$0]), at: stated, because: [fact(report.faults[$0])])
        }
    }

    private func fact(of number: Int) -> Fact {
      let finding = report.findings[number]
      let criterion = report.programme.criteria[number]
      let place = finding.missing.first ?? finding.places.first ?? criterion.reads.first
      return Fact(
        source: .criterion(criterion, finding, report.programme),
        location: location(place.flatMap(places.region(of:))))
    }

    private func fact(_ fault: Fault) -> Fact {
      Fact(source: .fault(fault), location: location(fault.range.map(places.region(of:))))
    }

    private func location(_ region: Range<TextPosition>?) -> Location {
      Location(path: report.text.source, region: region)
    }
  }
}

extension JudgedApplication {
  /// The faults of the file as an expectation states them.
  var stateableFaults: [ExpectedFault] {
    if faults.isEmpty { return [] }
    let places = SourceMap(text)
    return faults.map { fault in
      let position = fault.range.map(places.position(of:))
      return ExpectedFault(
        reason: fault.reason.message.id, pointer: fault.pointer, line: position?.line,
        column: position?.column)
    }
  }
}
