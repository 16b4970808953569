// A folder of applications is as good as what it shows: each outcome and each answer, or only some.

import Eligibility
import Judging

/// How often applications show each outcome of a criterion and each answer of its readings.
public struct Coverage {
  /// The counts, a row for each criterion and after it one for each of its readings.
  public private(set) var rows: [Row]
  private let programme: Programme

  /// The counts of a criterion, or of one of its readings.
  public struct Row {
    /// The criterion.
    public let criterion: CriterionDescription
    /// The reading; `nil` for the criterion itself.
    public let reading: Reading?
    /// How often it came out each way that it can.
    public var counts: [(outcome: Outcome, count: Int)]

    fileprivate mutating func add(_ outcome: Outcome) {
      if let place = counts.firstIndex(where: { $0.outcome == outcome }) {
        counts[place].count += 1
      }
    }
  }

  /// The counts before any application.
  init(_ programme: Programme) {
    self.programme = programme
    rows = programme.criteria.flatMap { criterion in
      [Row(criterion: criterion, reading: nil, counts: criterion.outcomes.map { ($0, 0) })]
        + criterion.readings.map { reading in
          Row(
            criterion: criterion, reading: reading,
            counts: [Kleene.yes, .no, .unknown].map { (Outcome($0), 0) })
        }
    }
  }

  /// Counts what one application shows.
  mutating func add(_ findings: [Finding]) {
    var row = 0
    for (criterion, finding) in zip(programme.criteria, findings) {
      rows[row].add(finding.outcome)
      for (number, answer) in finding.readings.prefix(criterion.readings.count).enumerated() {
        rows[row + 1 + number].add(Outcome(answer))
      }
      row += 1 + criterion.readings.count
    }
  }

  /// How much is shown at least once.
  public var exercised: Int { rows.reduce(0) { $0 + $1.counts.count { $0.count > 0 } } }

  /// How much there is to show.
  public var required: Int { rows.reduce(0) { $0 + $1.counts.count } }

  /// The share that is shown in percent, rounded down so that only all of it is 100.
  public var percentage: Decimal {
    Decimal(Int64(exercised) * 100_00 / Int64(max(1, required)), scale: 2)
  }

  /// Whether at least so many percent are shown, by exact arithmetic.
  func reaches(_ percentage: Decimal) -> Bool {
    var scaled = Int128(exercised) * 100
    for _ in 0..<percentage.scale { scaled *= 10 }
    return scaled >= Int128(percentage.coefficient) * Int128(required)
  }
}
