// What a batch amounts to: counts that help to decide, and no invented score.

import Eligibility
import Judging

/// The totals of a batch, or of a part of it.
public struct Totals: Sendable {
  /// How many applications there were, the unreadable ones included.
  public var applications = 0
  private var verdictCounts = VerdictCounts()
  /// How many files have faults.
  public var withFaults = 0
  /// How many applications are noted as odd in some way.
  public var withNotices = 0
  /// How many files cannot be read.
  public var unreadable = 0
  /// How many eligible applications earn priority recommendation.
  public var eligibleWithPriority = 0
  private var outcomeCounts: [OutcomeCounts]
  /// For each criterion the applications that miss it by the least.
  public private(set) var nearestMisses: [[NearMiss]]
  /// The worst status of all.
  public var status = ExitStatus.success

  /// An application that misses a condition by a known amount.
  public struct NearMiss: Sendable {
    /// Where it was found.
    public let place: ApplicationLocation
    /// Its enterprise.
    public let enterprise: String?
    /// How much it lacks.
    public let gap: Quantity
  }

  /// How many near misses are kept for each criterion.
  static let nearMissesKept = 5

  init(_ programme: Programme) {
    let count = programme.criteria.count
    outcomeCounts = Array(repeating: OutcomeCounts(), count: count)
    nearestMisses = Array(repeating: [], count: count)
  }

  /// How many came out which way; an unreadable file has no verdict.
  public var verdicts: [Verdict: Int] {
    get { verdictCounts.byVerdict }
    set { verdictCounts = VerdictCounts(newValue) }
  }

  /// For each criterion how often each outcome occurred.
  var outcomes: [[Outcome: Int]] { outcomeCounts.map { $0.byOutcome } }

  /// How often a criterion came out so.
  public func count(of outcome: Outcome, under criterion: Int) -> Int {
    outcomeCounts[criterion][outcome]
  }

  /// What the applications amount to under one criterion.
  struct Criterion: Sendable {
    /// How often each outcome occurred.
    var outcomes: [Outcome: Int] = [:]
    /// The applications that miss it by the least.
    var nearestMisses: [NearMiss] = []
  }

  /// All criteria in the rulebook's order.
  var criteria: [Criterion] {
    get { zip(outcomes, nearestMisses).map { Criterion(outcomes: $0, nearestMisses: $1) } }
    set {
      outcomeCounts = newValue.map { OutcomeCounts($0.outcomes) }
      nearestMisses = newValue.map { $0.nearestMisses }
    }
  }

  /// Adds an application.
  mutating func add(_ row: Row) {
    applications += 1
    status = max(status, row.status)
    if let verdict = row.verdict { verdictCounts[verdict] += 1 }
    if row.failure != nil { unreadable += 1 }
    if !row.faults.isEmpty { withFaults += 1 }
    if !row.notices.isEmpty { withNotices += 1 }
    if row.verdict == .eligible, row.hasPriority { eligibleWithPriority += 1 }
    outcomeCounts.withUnsafeMutableBufferPointer { counts in
      for number in row.outcomes.met { counts[number].met += 1 }
      for number in row.outcomes.unmet { counts[number].unmet += 1 }
      for number in row.outcomes.undetermined { counts[number].undetermined += 1 }
      for number in row.outcomes.notApplicable { counts[number].notApplicable += 1 }
      for number in row.outcomes.forReview { counts[number].forReview += 1 }
    }
    // By their numbers, because findings are large to copy.
    for number in row.open.indices where row.open[number].finding.outcome == .unmet {
      let criterion = row.open[number].criterion
      guard let gap = row.open[number].gap, isNear(gap, at: criterion) else { continue }
      insert(NearMiss(place: row.place, enterprise: row.enterprise, gap: gap), at: criterion)
    }
  }

  /// Adds the totals of the part that follows.
  public mutating func add(_ later: Totals) {
    applications += later.applications
    for verdict in Verdict.allCases { verdictCounts[verdict] += later.verdictCounts[verdict] }
    withFaults += later.withFaults
    withNotices += later.withNotices
    unreadable += later.unreadable
    eligibleWithPriority += later.eligibleWithPriority
    status = max(status, later.status)
    for number in outcomeCounts.indices {
      for outcome in Outcome.allCases {
        outcomeCounts[number][outcome] += later.outcomeCounts[number][outcome]
      }
      for miss in later.nearestMisses[number] where isNear(miss.gap, at: number) {
        insert(miss, at: number)
      }
    }
  }

  /// How a run on the batch ends that fails for some causes only.
  public func status(failingOn causes: FailureCauses) -> ExitStatus {
    if unreadable > 0 { return status }
    return causes.status(otherwise: status) { cause in
      switch cause {
      case .unmet: verdictCounts[.ineligible] > 0
      case .undetermined: verdictCounts[.undetermined] > 0
      case .notices: withNotices > 0
      case .faults: withFaults > 0
      }
    }
  }

  /// Whether a gap is among the least so far; equal ones that come later are not.
  private func isNear(_ gap: Quantity, at criterion: Int) -> Bool {
    let count = nearestMisses[criterion].count
    return count < Totals.nearMissesKept
      || gap.size < nearestMisses[criterion][count - 1].gap.size
  }

  private mutating func insert(_ miss: NearMiss, at criterion: Int) {
    let size = miss.gap.size
    if nearestMisses[criterion].isEmpty {
      nearestMisses[criterion].reserveCapacity(Totals.nearMissesKept)
    } else if nearestMisses[criterion].count == Totals.nearMissesKept {
      nearestMisses[criterion].removeLast()
    }
    // Equal gaps keep the order of the batch, so that the number of workers changes nothing.
    var place = nearestMisses[criterion].count
    while place > 0, nearestMisses[criterion][place - 1].gap.size > size { place -= 1 }
    nearestMisses[criterion].insert(miss, at: place)
  }
}

/// How often each verdict occurred.
private struct VerdictCounts: Sendable {
  private var eligible = 0
  private var ineligible = 0
  private var undetermined = 0

  init(_ counts: [Verdict: Int] = [:]) {
    for (verdict, count) in counts { self[verdict] = count }
  }

  subscript(verdict: Verdict) -> Int {
    get {
      switch verdict {
      case .eligible: eligible
      case .ineligible: ineligible
      case .undetermined: undetermined
      }
    }
    set {
      switch verdict {
      case .eligible: eligible = newValue
      case .ineligible: ineligible = newValue
      case .undetermined: undetermined = newValue
      }
    }
  }

  /// The verdicts that occurred.
  var byVerdict: [Verdict: Int] {
    let counts = Verdict.allCases.map { ($0, self[$0]) }
    return Dictionary(uniqueKeysWithValues: counts.filter { $0.1 > 0 })
  }
}

/// How often each outcome of a criterion occurred.
private struct OutcomeCounts: Sendable {
  var met = 0
  var unmet = 0
  var undetermined = 0
  var notApplicable = 0
  var forReview = 0

  init(_ counts: [Outcome: Int] = [:]) {
    for (outcome, count) in counts { self[outcome] = count }
  }

  subscript(outcome: Outcome) -> Int {
    get {
      switch outcome {
      case .met: met
      case .unmet: unmet
      case .undetermined: undetermined
      case .notApplicable: notApplicable
      case .forReview: forReview
      }
    }
    set {
      switch outcome {
      case .met: met = newValue
      case .unmet: unmet = newValue
      case .undetermined: undetermined = newValue
      case .notApplicable: notApplicable = newValue
      case .forReview: forReview = newValue
      }
    }
  }

  /// The outcomes that occurred.
  var byOutcome: [Outcome: Int] {
    let counts = Outcome.allCases.map { ($0, self[$0]) }
    return Dictionary(uniqueKeysWithValues: counts.filter { $0.1 > 0 })
  }
}
