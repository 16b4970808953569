// What changed between two filings of an enterprise, and which facts made it change.

import Eligibility

/// Two applications side by side.
public struct Comparison {
  /// The earlier application.
  public let old: JudgedApplication
  /// The later application.
  public let new: JudgedApplication
  /// The criteria with another outcome.
  public let changes: [CriterionChange]
  /// The facts that changed and are read by no criterion whose outcome changed.
  public let otherFacts: [FactChange]

  /// A criterion with another outcome.
  public struct CriterionChange {
    /// The criterion.
    public let criterion: CriterionDescription
    /// What it said of the earlier application.
    public let old: Finding
    /// What it says of the later one.
    public let new: Finding
    /// The facts it reads that changed.
    public let facts: [FactChange]
  }

  init(_ old: JudgedApplication, _ new: JudgedApplication) {
    self.old = old
    self.new = new
    let facts = FactChange.all(from: FiledFacts(old), to: FiledFacts(new))
    var changes: [CriterionChange] = []
    var explained: Set<String> = []
    for (number, criterion) in new.programme.criteria.enumerated() {
      let (before, after) = (old.findings[number], new.findings[number])
      if before.outcome == after.outcome { continue }
      let read = facts.filter { fact in criterion.reads.contains { $0.template == fact.template } }
      explained.formUnion(read.map { $0.pointer })
      changes.append(
        CriterionChange(criterion: criterion, old: before, new: after, facts: read))
    }
    self.changes = changes
    otherFacts = facts.filter { !explained.contains($0.pointer) }
  }
}

/// Two batches side by side.
public struct BatchComparison {
  /// The applications that are in both.
  public var pairs: [Comparison] = []
  /// The applications that are only in the earlier batch.
  public var onlyOld: [JudgedApplication] = []
  /// The applications that are only in the later batch.
  public var onlyNew: [JudgedApplication] = []

  /// Two single applications, which belong together because the user says so.
  public init(_ old: JudgedApplication, _ new: JudgedApplication) { pairs = [Comparison(old, new)] }

  /// Matches the applications of two batches by social credit code and product.
  public init(_ old: [JudgedApplication], _ new: [JudgedApplication]) {
    var waiting: [String: ArraySlice<JudgedApplication>] = [:]
    for report in old { waiting[BatchComparison.key(of: report), default: []].append(report) }
    for report in new {
      if let earlier = waiting[BatchComparison.key(of: report)]?.popFirst() {
        pairs.append(Comparison(earlier, report))
      } else {
        onlyNew.append(report)
      }
    }
    // What waits still, in the order of the earlier batch.
    for report in old {
      let key = BatchComparison.key(of: report)
      if waiting[key]?.first?.text.place == report.text.place {
        onlyOld.append(report)
        _ = waiting[key]?.popFirst()
      }
    }
  }

  /// What an application is about; without a code only the same place tells.
  private static func key(of report: JudgedApplication) -> String {
    guard let code = report.header.creditCode else {
      return "\(report.text.source):\(report.text.firstLine)"
    }
    return code.text + " " + (report.header.product ?? "")
  }
}
