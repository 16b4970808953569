// One application of a batch, reduced to what an officer decides by.

import ChampionRules
import Eligibility
import LocatedJSON

/// Where an application of a batch was found.
struct SourceLocation: Hashable, Sendable {
  /// The file, `-` for standard input.
  var source: String
  /// The line, where the file holds one application a line.
  var line: Int?
}

/// One application of a batch.
struct Row: Sendable {
  /// Where it was found.
  let place: SourceLocation
  /// Why it could not be read at all.
  var failure: ReadFailure?
  /// The registered name.
  var enterprise: String?
  /// The social credit code.
  var creditCode: SocialCreditCode?
  /// The product applied for.
  var product: String?
  /// The verdict; an unreadable file has none.
  var verdict: Verdict?
  /// How a run on this application alone would end.
  var status: ExitStatus
  /// How the criteria came out; an unreadable file has no outcomes.
  var outcomes = Outcomes()
  /// The conditions that are not met or cannot be decided, with why and by how much.
  var open: [NumberedFinding] = []
  /// What cannot be taken as written; of very many the first ones.
  var faults: [PlacedFault] = []
  /// How many faults there are.
  var faultCount = 0
  /// What is odd.
  var notices: [Reason] = []
  /// The full report, where the format shows it.
  var fullReport: String?

  /// The conditions that are not met.
  var unmet: [NumberedFinding] { open.filter { $0.finding.outcome == .unmet } }
  /// The conditions that cannot be decided.
  var undetermined: [NumberedFinding] { open.filter { $0.finding.outcome == .undetermined } }

  /// The indicators that are not met, by their number in the rulebook.
  var indicatorsUnmet: CriterionSet { outcomes.unmet.intersection(Row.indicators) }
  /// The judgements whose material is not complete, by their number in the rulebook.
  var judgementsWithoutMaterial: CriterionSet {
    outcomes.undetermined.intersection(Row.judgements)
  }
  /// Whether it earns priority recommendation.
  var hasPriority: Bool { !outcomes.met.intersection(Row.preferences).isEmpty }

  /// A fault and its place.
  struct PlacedFault: Sendable {
    /// Where, in the file's own lines.
    let position: Position?
    /// The JSON Pointer of the value concerned.
    let pointer: String?
    /// What is wrong.
    let reason: Reason
    /// Where the same member stands first, where it is repeated.
    var earlier: Position?
  }

  private static let indicators = Rulebook.champion.criteria(of: .indicator)
  private static let judgements = Rulebook.champion.criteria(of: .judgement)
  private static let preferences = Rulebook.champion.criteria(of: .preference)
}

// All values are given at once, since a row that is filled in one by one is copied at the end.
extension Row {
  /// A file that cannot be read.
  init(unreadable failure: ReadFailure, at place: SourceLocation) {
    self.init(place: place, failure: failure, status: .unreadable)
  }

  /// An application with its report.
  init(_ report: Report, at place: SourceLocation) {
    self.init(
      report.filing.application, report.assessment.summary, status: report.status,
      notices: report.notices, at: place)
    // A file with faults is never eligible, whatever the rules say about what could be read.
    verdict = report.verdict
    faultCount = report.filing.faultCount
    if faultCount > 0 {
      let places = SourceMap(report.filing)
      faults = report.filing.faults.map { fault in
        PlacedFault(
          position: fault.range.map(places.position(of:)), pointer: fault.pointer,
          reason: fault.reason, earlier: fault.earlier.map(places.position(of:)))
      }
    }
  }

  /// An application without any fault, with what the rules say in short.
  init(
    _ application: Application, _ summary: Summary, status: ExitStatus,
    notices: [Notice], at place: SourceLocation
  ) {
    self.init(
      place: place, enterprise: application.enterprise.name,
      creditCode: application.enterprise.creditCode, product: application.product.name,
      verdict: summary.verdict, status: status, outcomes: summary.outcomes, open: summary.open,
      notices: notices.map(\.reason))
  }
}

extension NumberedFinding {
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
