// What screens a batch knows nothing of command lines.

import Eligibility

/// How the applications of a batch are judged, and what is wanted of each.
struct ScreenerOptions: Sendable {
  /// The programme by which applications are judged.
  var programme: Programme
  /// The language of what is written.
  var language: Language
  /// The filing date to assume instead of those in the files.
  var asOf: Day?
  /// Which roles count as requirements.
  var strictness = Strictness.conditionsOnly
  /// The verdict to which the rows are limited, where to one.
  var only: Verdict?
  /// The form of the full reports to be kept, where they are.
  var fullReports: Format?
  /// Whether lines for a file of claims are written.
  var writesClaims = false
}
