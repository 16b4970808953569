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

  /// Whether it is dated after the filing, when it cannot have been known, or before what it is about.
  public func isImpossible(of event: PartialDate?, filed filing: Day?) -> Bool {
    guard let date else { return false }
    if let filing, date.earliest > filing { return true }
    return event.map { date.latest < $0.earliest } ?? false
  }

  /// Whether what it is about happened; one whose date is impossible says nothing.
  public func isConfirmed(of event: PartialDate?, filed filing: Day?) -> Kleene {
    if isImpossible(of: event, filed: filing) { return .unknown }
    return switch status {
    case .confirmed: .yes
    case .cleared: .no
    case .pending, nil: .unknown
    }
  }
}

extension Evidence {
  /// The documents by which the authority determined incidents.
  ///
  /// The authority decides what an incident was; that there was no other one than those listed is the
  /// applicant's word all the same.
  @inlinable
  public static func determinations(
    under clause: Clause, of determinations: @escaping @Sendable (Applicant) -> [Determination]
  ) -> Evidence {
    Evidence(
      zh: "主管部门的认定文书", en: "the authority's determination", by: .authority, under: clause,
      showsAll: false
    ) { applicant in
      determinations(applicant).enumerated().filter { $0.element.status != .pending }.map {
        (
          Pointer("/incidents/*/determination/document", at: $0.offset),
          $0.element.document != nil
        )
      }
    }
  }
}

// What is said of incidents that may count, in whose sentences `free` is the day from which none does.
extension Wording {
  /// When incidents that count no longer do.
  public static let incidentsFreed = Wording(
    zh: "自 {free} 起，按任何理解均不再计入", en: "from {free} none counts under any reading")

  /// What is to be done while the authority has not determined what incidents were.
  public static func incidentsPending(_ release: Day?) -> Wording {
    release == nil
      ? Wording(zh: "认定作出后填写结果", en: "state the result once there is one")
      : Wording(
        zh: "认定作出后填写结果；自 {free} 起，按任何理解均不再计入",
        en: "state the result once there is one; from {free} none counts under any reading")
  }
}

extension Message {
  /// That whether incidents count depends on the reading.
  ///
  /// - Parameter id: its identifier where there is a day from which none counts.
  public static func incidentsByReading(_ id: String, _ release: Day?) -> Message {
    Message(
      release == nil ? id + "-open-end" : id, zh: "是否计入取决于对条款的理解：{incidents}",
      en: "whether it counts depends on how the clause is read: {incidents}",
      mend: release == nil
        ? Wording(zh: "由主管部门确认口径", en: "the department must confirm how it is read")
        : Wording(
          zh: "自 {free} 起，按任何理解均不再计入；此前须由主管部门确认口径",
          en:
            "from {free} none counts under any reading; until then the department must confirm "
            + "how the clause is read"))
  }

  /// That facts are missing to say whether incidents count.
  public static func incidentFactsMissing(_ id: String) -> Message {
    Message(
      id, zh: "尚不能判断是否计入：{incidents}",
      en: "it cannot be decided yet whether these count: {incidents}")
  }
}
