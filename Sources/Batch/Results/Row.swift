// One application of a batch, reduced to what an officer decides by.

import Eligibility
import HostSystem
import Judging
import LocatedJSON
import Reports

/// One application of a batch.
public struct Row: Sendable {
  /// Where it was found.
  public let place: ApplicationLocation
  /// Why it could not be read at all, or is no application.
  public var failure: Failure?
  /// The registered name.
  public var enterprise: String?
  /// The social credit code.
  public var creditCode: SocialCreditCode?
  /// The product applied for.
  public var product: String?
  /// The verdict; an unreadable file has none.
  public var verdict: Verdict?
  /// How a run on this application alone would end.
  public var status: ExitStatus
  /// How the criteria came out; an unreadable file has no outcomes.
  public internal(set) var outcomes = Outcomes()
  /// The indicators that are not met, by their number in the rulebook.
  public var indicatorsUnmet = CriterionSet()
  /// The judgements whose material is not complete, by their number in the rulebook.
  public var judgementsWithoutMaterial = CriterionSet()
  /// Whether it earns priority recommendation.
  public var hasPriority = false
  /// Whether the file is in order; `nil` where the programme asks nothing of it.
  public var fileOrder: Kleene?
  /// The conditions that are not met or cannot be decided, with why and by how much.
  public var open: [NumberedFinding] = []
  /// What cannot be taken as written; of very many the first ones.
  public var faults: [PlacedFault] = []
  /// How many faults there are.
  public var faultCount = 0
  /// What is odd.
  public var notices: [Notice] = []
  /// The bureau with which it is filed, by its number in the programme.
  public var bureau: Int?
  /// The facts that tables show, one for each of the programme's columns; empty where no table is written.
  public var tabulated: [Quantity?] = []
  /// Makes the full report, where a format may show it.
  public var fullReport: (@Sendable () -> [UInt8])?

  /// Why there is nothing to judge.
  public struct Failure: Sendable {
    /// A stable identifier.
    public let id: String
    /// Why, as the end of a sentence.
    public let reason: Wording
  }

  /// The conditions that are not met.
  public var unmet: [NumberedFinding] { open.filter { $0.finding.outcome == .unmet } }
  /// The conditions that cannot be decided.
  public var undetermined: [NumberedFinding] { open.filter { $0.finding.outcome == .undetermined } }

  /// A fault and its place.
  public struct PlacedFault: Sendable {
    /// Where, in the file's own lines.
    public let position: TextPosition?
    /// The JSON Pointer of the value concerned.
    public let pointer: String?
    /// What is wrong.
    public let reason: Reason
    /// Where the same member stands first, where it is repeated.
    public var earlier: TextPosition?
  }
}

// All values are given at once, since a row that is filled in one by one is copied at the end.
extension Row {
  /// A file that cannot be read.
  init(unreadable failure: ReadFailure, at place: ApplicationLocation) {
    self.init(
      place: place, failure: Failure(id: failure.id, reason: failure.reason), status: .unreadable)
  }

  /// An application with its report.
  init(_ report: JudgedApplication, at place: ApplicationLocation) {
    // A file that is no application has nothing that could be undetermined; of a line that is none its
    // file still tells that it was meant as one.
    if place.line == nil, !report.isApplication, let fault = report.faults.first {
      let reason = Wording(zh: fault.reason.says(in: .zh), en: fault.reason.says(in: .en))
      self.init(
        place: place, failure: Failure(id: fault.reason.message.id, reason: reason),
        status: .unreadable)
      return
    }
    let outcomes = Outcomes(report.findings.lazy.map { $0.outcome })
    let open = report.programme.criteria(of: .condition)
      .map { NumberedFinding(criterion: $0, finding: report.findings[$0]) }
      .filter { [.unmet, .undetermined].contains($0.finding.outcome) }
    self.init(
      place, report.header.enterprise, report.header.creditCode, report.header.product,
      report.verdict, report.status, outcomes, open, report.notices, report.header.bureau,
      report.tabulated, of: report.programme)
    faultCount = report.faultCount
    if faultCount > 0 {
      let places = SourceMap(report.text)
      faults = report.faults.map { fault in
        PlacedFault(
          position: fault.range.map(places.position(of:)), pointer: fault.pointer,
          reason: fault.reason, earlier: fault.earlier.map(places.position(of:)))
      }
    }
  }

  /// An application without any fault, judged in short.
  init(
    _ judged: JudgedInShort, of programme: borrowing Programme, at place: ApplicationLocation
  ) {
    let summary = judged.summary
    self.init(
      place, judged.enterprise, judged.creditCode, judged.product, summary.verdict,
      ExitStatus(summary.verdict), summary.outcomes, summary.open, judged.notices,
      judged.claims?.bureau, judged.tabulated, of: programme)
  }

  private init(
    _ place: ApplicationLocation, _ enterprise: String?, _ creditCode: SocialCreditCode?,
    _ product: String?, _ verdict: Verdict, _ status: ExitStatus, _ outcomes: Outcomes,
    _ open: [NumberedFinding], _ notices: [Notice], _ bureau: Int?, _ tabulated: [Quantity?],
    of programme: borrowing Programme
  ) {
    self.init(
      place: place, enterprise: enterprise, creditCode: creditCode, product: product,
      verdict: verdict, status: status, outcomes: outcomes,
      indicatorsUnmet: outcomes.unmet.intersection(programme.indicators),
      judgementsWithoutMaterial: outcomes.undetermined.intersection(programme.judgements),
      hasPriority: !outcomes.met.intersection(programme.preferences).isEmpty,
      fileOrder: programme.formalities.isEmpty
        ? nil : outcomes.conjunction(of: programme.formalities), open: open,
      notices: notices, bureau: bureau, tabulated: tabulated)
  }
}

extension NumberedFinding {
  /// How much is lacking, as a negative surplus, where that can be said in figures.
  public var gap: Quantity? { finding.shortfall }
}

extension Quantity {
  /// How large the value is, for comparing gaps of one kind.
  public var size: Int128 {
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
