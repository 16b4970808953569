// A test is reported from one value, whatever the form.

import Eligibility
import Judging

/// All there is to report of a test.
public struct TestResult {
  /// What was tested and how it came out.
  public let run: TestRun
  /// What was not looked at.
  public let passedBy: TestPlan.PassedBy
  /// What was changed in the expectations, where that was asked for.
  public let update: ExpectationUpdate?
  /// Whether the report is to show what the applications show.
  public let countsCoverage: Bool
  /// How many percent of it there have to be.
  public let requiredCoverage: Decimal?

  /// Creates a result from what a test found and what is to be reported of it.
  public init(
    run: TestRun, passedBy: TestPlan.PassedBy, update: ExpectationUpdate?, countsCoverage: Bool,
    requiredCoverage: Decimal?
  ) {
    self.run = run
    self.passedBy = passedBy
    self.update = update
    self.countsCoverage = countsCoverage
    self.requiredCoverage = requiredCoverage
  }

  /// The applications that are not as expected.
  public var differing: [TestedApplication] { run.applications.filter { !$0.differences.isEmpty } }

  /// Whether as much is shown as is asked for.
  public var reachesCoverage: Bool { requiredCoverage.map(run.coverage.reaches) ?? true }

  /// Whether everything is as expected.
  public var isAsExpected: Bool { run.status == .success && reachesCoverage }
}
