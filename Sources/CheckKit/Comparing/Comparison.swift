// What changed between two filings of an enterprise, and which facts made it change.

import ChampionRules
import Eligibility

/// Two applications side by side.
struct Comparison {
  /// The earlier application.
  let old: Report
  /// The later application.
  let new: Report
  /// The criteria with another outcome.
  let changes: [CriterionChange]
  /// The facts that changed and are read by no criterion whose outcome changed.
  let otherFacts: [FactChange]

  /// A criterion with another outcome.
  struct CriterionChange {
    /// The criterion.
    let criterion: Criterion<Application>
    /// What it said of the earlier application.
    let old: Finding
    /// What it says of the later one.
    let new: Finding
    /// The facts it reads that changed.
    let facts: [FactChange]
  }

  init(_ old: Report, _ new: Report) {
    self.old = old
    self.new = new
    let facts = FactChange.all(from: FiledFacts(old.filing), to: FiledFacts(new.filing))
    var changes: [CriterionChange] = []
    var explained: Set<String> = []
    for (number, criterion) in new.assessment.rulebook.criteria.enumerated() {
      let (before, after) = (old.assessment.findings[number], new.assessment.findings[number])
      if before.outcome == after.outcome { continue }
      let read = facts.filter { fact in criterion.reads.contains { $0.template == fact.template } }
      explained.formUnion(read.map(\.pointer))
      changes.append(
        CriterionChange(criterion: criterion, old: before, new: after, facts: read))
    }
    self.changes = changes
    otherFacts = facts.filter { !explained.contains($0.pointer) }
  }
}

/// Two batches side by side.
struct BatchComparison {
  /// The applications that are in both.
  var pairs: [Comparison] = []
  /// The applications that are only in the earlier batch.
  var onlyOld: [Report] = []
  /// The applications that are only in the later batch.
  var onlyNew: [Report] = []

  /// Two single applications, which belong together because the user says so.
  init(_ old: Report, _ new: Report) { pairs = [Comparison(old, new)] }

  /// Matches the applications of two batches by social credit code and product.
  init(_ old: [Report], _ new: [Report]) {
    var waiting: [String: ArraySlice<Report>] = [:]
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
      if waiting[key]?.first?.filing.place == report.filing.place {
        onlyOld.append(report)
        _ = waiting[key]?.popFirst()
      }
    }
  }

  /// What an application is about; without a code only the same place tells.
  private static func key(of report: Report) -> String {
    let application = report.filing.application
    guard let code = application.enterprise.creditCode else {
      return "\(report.filing.source):\(report.filing.firstLine)"
    }
    return code.text + " " + (application.product.name ?? "")
  }
}
