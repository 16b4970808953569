// One application of a batch, reduced to what an officer decides by.

import ChampionRules
import Eligibility
import LocatedJSON

/// Where an application of a batch was found.
struct BatchPlace: Hashable, Sendable {
  /// The file, `-` for standard input.
  let source: String
  /// The line, where the file holds one application a line.
  let line: Int?
}

/// One application of a batch.
struct Row: Sendable {
  /// Where it was found.
  let place: BatchPlace
  /// Why it could not be read at all.
  var failure: ReadFailure?
  /// The registered name.
  var enterprise: String?
  /// The social credit code.
  var creditCode: String?
  /// The product applied for.
  var product: String?
  /// The verdict; an unreadable file has none.
  var verdict: Verdict?
  /// How a run on this application alone would end.
  var status: ExitStatus
  /// The conditions that are not met, with why and by how much.
  var unmet: [OpenCriterion] = []
  /// The conditions that cannot be decided, with why.
  var undetermined: [OpenCriterion] = []
  /// The indicators that are not met, by their number in the rulebook.
  var indicatorsUnmet: [Int] = []
  /// The judgements whose material is not complete, by their number in the rulebook.
  var judgementsWithoutMaterial: [Int] = []
  /// Whether it earns priority recommendation.
  var hasPriority = false
  /// What cannot be taken as written.
  var faults: [PlacedFault] = []
  /// What is odd.
  var notices: [Reason] = []
  /// The full report, where the format shows it.
  var fullReport: String?

  /// A criterion that stands in the way.
  struct OpenCriterion: Sendable {
    /// The criterion's number in the rulebook.
    let criterion: Int
    /// What it says.
    let finding: Finding
  }

  /// A fault and its place.
  struct PlacedFault: Sendable {
    /// Where, in the file's own lines.
    let position: Position?
    /// The JSON Pointer of the value concerned.
    let pointer: String?
    /// What is wrong.
    let reason: Reason
  }

  /// A file that cannot be read.
  init(unreadable failure: ReadFailure, at place: BatchPlace) {
    self.place = place
    self.failure = failure
    status = .unreadable
  }

  /// An application that was judged.
  init(_ report: Report, at place: BatchPlace) {
    self.place = place
    let application = report.filing.application
    enterprise = application.enterprise.name
    creditCode = application.enterprise.creditCode?.text
    product = application.product.name
    verdict = report.verdict
    status = report.status
    for (number, finding) in report.assessment.findings.enumerated() {
      let criterion = report.assessment.rulebook.criteria[number]
      switch (criterion.role, finding.outcome) {
      case (.condition, .unmet):
        unmet.append(OpenCriterion(criterion: number, finding: finding))
      case (.condition, .undetermined):
        undetermined.append(OpenCriterion(criterion: number, finding: finding))
      case (.indicator, .unmet): indicatorsUnmet.append(number)
      case (.judgement, .undetermined): judgementsWithoutMaterial.append(number)
      case (.preference, .met): hasPriority = true
      default: break
      }
    }
    notices = report.notices.map(\.reason)
    if !report.filing.faults.isEmpty {
      let places = Places(report.filing)
      faults = report.filing.faults.map { fault in
        PlacedFault(
          position: fault.range.map(places.position(of:)), pointer: fault.pointer,
          reason: fault.reason)
      }
    }
  }
}

extension Row.OpenCriterion {
  /// How much is lacking, as a negative surplus, where that can be said in figures.
  var gap: Quantity? { finding.shortfall }
}

extension Quantity {
  /// How large the value is, for comparing gaps of one kind.
  var size: Int128 {
    switch self {
    case .count(let number), .days(let number), .years(let number), .places(let number):
      Int128(number.magnitude)
    case .money(let money): money.magnitude.fen
    case .digits(let digits): Decimal(jsonNumber: digits.utf8)?.size ?? .max
    default: .max
    }
  }
}

extension Decimal {
  /// How far the number is from zero, in units of its finest possible digit.
  fileprivate var size: Int128 {
    var size = Int128(coefficient.magnitude)
    for _ in scale..<18 { size *= 10 }
    return size
  }
}
