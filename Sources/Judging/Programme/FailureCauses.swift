// A script decides what it stops for: one takes only what is ready to be filed, another only counts.

import Eligibility

/// What of an application may let a run fail.
public enum FailureCause: String, Hashable, Sendable, CaseIterable {
  /// A condition is not met.
  case unmet
  /// A condition cannot be decided.
  case undetermined
  /// Something is odd and to be verified.
  case notices
  /// The file has faults.
  case faults
}

/// For what a run fails; what cannot be read, written or understood fails it anyhow.
public struct FailureCauses: Hashable, Sendable {
  /// The causes chosen; `nil` where a run ends with the status of its worst application.
  public var chosen: Set<FailureCause>?

  /// Creates the causes of a run that ends with the status of its worst application.
  public init() {}

  /// How a run on an application ends.
  public func status(of report: JudgedApplication) -> ExitStatus {
    guard let chosen else { return report.status }
    var found: Set<FailureCause> = []
    if report.verdict == .ineligible { found.insert(.unmet) }
    if report.verdict == .undetermined { found.insert(.undetermined) }
    if !report.notices.isEmpty { found.insert(.notices) }
    if !report.faults.isEmpty { found.insert(.faults) }
    return FailureCauses.status(of: found.intersection(chosen))
  }

  /// The status that stands for the worst of some causes; what is to be verified counts as undetermined.
  public static func status(of causes: Set<FailureCause>) -> ExitStatus {
    if causes.contains(.faults) { return .malformed }
    if causes.contains(.undetermined) || causes.contains(.notices) { return .undetermined }
    return causes.contains(.unmet) ? .ineligible : .success
  }
}
