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
    guard chosen != nil, report.isApplication else { return report.status }
    return status(otherwise: report.status) { cause in
      switch cause {
      case .unmet: report.verdict == .ineligible
      case .undetermined: report.verdict == .undetermined
      case .notices: !report.notices.isEmpty
      case .faults: !report.faults.isEmpty
      }
    }
  }

  /// The status that stands for the worst of the causes chosen that are there; what is to be verified
  /// counts as undetermined.
  ///
  /// - Parameters:
  ///   - status: the status where none are chosen.
  ///   - isThere: whether a cause is there.
  public func status(
    otherwise status: ExitStatus, _ isThere: (FailureCause) -> Bool
  ) -> ExitStatus {
    guard let chosen else { return status }
    return chosen.filter(isThere).map { cause in
      switch cause {
      case .unmet: ExitStatus.ineligible
      case .undetermined, .notices: ExitStatus.undetermined
      case .faults: ExitStatus.malformed
      }
    }.worst()
  }
}
