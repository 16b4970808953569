// A test is reported from one value, whatever the form.

import Eligibility

/// All there is to report of a test.
struct TestResult {
  /// What was tested and how it came out.
  let run: TestRun
  /// What was not looked at.
  let passedBy: TestPlan.PassedBy
  /// What was changed in the expectations, where that was asked for.
  let update: ExpectationUpdate?
  /// Whether the report is to show what the applications show.
  let countsCoverage: Bool
  /// How many percent of it there have to be.
  let requiredCoverage: Decimal?

  /// The applications that are not as expected.
  var differing: [TestedApplication] { run.applications.filter { !$0.differences.isEmpty } }

  /// Whether as much is shown as is asked for.
  var reachesCoverage: Bool { requiredCoverage.map(run.coverage.reaches) ?? true }

  /// Whether everything is as expected.
  var isAsExpected: Bool { run.status == .success && reachesCoverage }
}
