// Whether an incident counts is what an authority determined of it: how grave it was, and whether it was one.

import Eligibility

/// The grade of an accident as authorities determine it.
public enum IncidentGrade: String, Hashable, Sendable, CaseIterable {
  /// 特别重大
  case extraordinarilyMajor
  /// 重大
  case major
  /// 较大
  case larger
  /// 一般
  case ordinary

  /// Whether it is one of the two highest grades.
  public var isMajor: Bool {
    switch self {
    case .extraordinarilyMajor, .major: true
    case .larger, .ordinary: false
    }
  }
}

/// An authority's formal determination.
public struct Determination: Hashable, Sendable {
  /// How far it has come.
  public var status: Status?
  /// Which authority.
  public var authority: String?
  /// Which document.
  public var document: String?
  /// When.
  public var date: PartialDate?

  /// A determination of which nothing is known.
  public init() {}

  /// How far a determination has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// The authority has determined that it happened and how grave it was.
    case confirmed
    /// The authority has not determined it yet.
    case pending
    /// The authority has determined that it was no such incident.
    case cleared
  }
}
