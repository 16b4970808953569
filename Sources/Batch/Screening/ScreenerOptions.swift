// What screens a batch knows nothing of command lines.

import Eligibility
import Judging
import Reports

/// How the applications of a batch are judged, and what is wanted of each.
public struct ScreenerOptions: Sendable {
  /// The programme by which applications are judged.
  public var programme: Programme
  /// The language of what is written.
  public var language: Language
  /// The filing date to assume instead of those in the files.
  public var asOf: Day?
  /// Which roles count as requirements.
  public var strictness = Strictness.conditionsOnly
  /// The verdict to which the rows are limited, where to one.
  public var only: Verdict?
  /// The form of the full reports to be kept, where they are.
  public var fullReports: Format?
  /// Whether lines for a file of claims are written.
  public var writesClaims = false

  /// Creates options; by default all rows are wanted, but no full reports and no claims.
  public init(
    programme: Programme, language: Language, asOf: Day? = nil,
    strictness: Strictness = Strictness.conditionsOnly, only: Verdict? = nil,
    fullReports: Format? = nil, writesClaims: Bool = false
  ) {
    self.programme = programme
    self.language = language
    self.asOf = asOf
    self.strictness = strictness
    self.only = only
    self.fullReports = fullReports
    self.writesClaims = writesClaims
  }
}
