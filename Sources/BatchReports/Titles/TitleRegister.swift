// A register of titles is read by dates: what is late and what falls due first stands at its top, whoever owes it.

import Eligibility
import HostSystem
import Judging
import Reports

/// The histories of titles that were read, and everything owed for them in the order of its days.
public struct TitleRegister {
  /// The histories in the order in which they were read.
  let histories: [Checked]
  /// What is owed, the earliest first.
  let dates: [OwedDate]

  /// Something owed, with the number of the history from which it follows; what a bureau owes stands once.
  struct OwedDate {
    let history: Int
    let report: JudgedApplication
    let date: DueDate
  }

  /// Puts histories together.
  public init(_ histories: [Checked]) {
    self.histories = histories
    var dates: [OwedDate] = []
    var bureaus: Set<[String]> = []
    for (number, history) in histories.enumerated() {
      guard case .success(let report) = history.result, let title = report.title else { continue }
      for date in title.dates {
        if date.party == .bureau {
          let bureau = report.header.bureau.map(String.init) ?? ""
          guard bureaus.insert([report.programme.id, bureau, date.duty, date.key]).inserted else {
            continue
          }
        }
        dates.append(OwedDate(history: number, report: report, date: date))
      }
    }
    // Numbers are moved, and not what is large.
    let order = dates.indices.sorted {
      (dates[$0].date.days.lower, $0) < (dates[$1].date.days.lower, $1)
    }
    self.dates = order.map { dates[$0] }
  }

  /// The reports of the histories that could be read.
  var reports: [JudgedApplication] { histories.compactMap { try? $0.result.get() } }

  /// How a run ends.
  public var status: ExitStatus { histories.map { $0.titleStatus }.worst() }
}

extension Checked {
  /// How a run on this history alone ends.
  fileprivate var titleStatus: ExitStatus {
    guard case .success(let report) = result, let title = report.title else { return .unreadable }
    if !report.faults.isEmpty { return .malformed }
    switch title.state {
    case .ended, .revoked, .barred, .reviewRightLost: return .ineligible
    case .undetermined: return .undetermined
    case .pending, .valid, .dueForReview: break
    }
    if title.dates.contains(where: { $0.state == .late }) { return .ineligible }
    return title.dates.contains { $0.state == .open } ? .undetermined : .success
  }
}

extension DueDate {
  /// Whether it is still to be looked after.
  var isOutstanding: Bool { state == .late || state == .open || state == .upcoming }
}

/// The words and parts that all forms of a register share.
struct RegisterWords {
  let language: Language

  static let title = Wording(zh: "称号状态与后续义务", en: "Titles and what is owed for them")

  var colon: String { language == .zh ? "：" : ": " }
  var comma: String { language == .zh ? "，" : ", " }

  /// How the title stands and why, in one line.
  func standing(_ report: JudgedApplication) -> String {
    guard let title = report.title else { return "" }
    return title.state.name[language] + colon
      + title.reason.says(in: language)
  }

  /// Who holds which title.
  func holder(_ report: JudgedApplication) -> String {
    let notGiven = Quantity.notGiven.written(in: language)
    let name = report.header.enterprise?.sanitized() ?? notGiven
    let object = report.header.product?.sanitized() ?? notGiven
    return name + comma + object
  }

  /// Whom something owed concerns: the holder, or the bureau.
  func owner(of owed: TitleRegister.OwedDate) -> String {
    guard owed.date.party == .bureau else { return holder(owed.report) }
    return owed.report.header.bureau.map { owed.report.programme.bureaus[$0].label[language] }
      ?? owed.date.party.name[language]
  }

  /// What heads the columns of what is due first.
  static let columns = [
    Wording(zh: "期限", en: "By"), Wording(zh: "状态", en: "State"), Wording(zh: "事项", en: "Duty"),
    Wording(zh: "持有人", en: "Holder"), Wording(zh: "条款", en: "Clause"),
  ]

  /// The clause that states a duty.
  func clause(of date: DueDate, _ programme: Programme) -> String {
    programme.criteria.first { $0.id == date.duty }?.clauses[0].citation(in: language) ?? ""
  }

  /// What a duty is called.
  func title(of date: DueDate, _ programme: Programme) -> String {
    programme.criteria.first { $0.id == date.duty }?.title[language] ?? date.duty
  }

  /// The last day as a column shows it.
  func day(of date: DueDate) -> String { date.days.lower.description }

  /// How many titles stand in which way: `2 valid, 1 ended`.
  func tally(_ register: TitleRegister) -> String {
    let states = register.reports.compactMap { $0.title?.state }
    let parts = TitleState.allCases.compactMap { state -> String? in
      let count = states.count { $0 == state }
      return count == 0
        ? nil
        : Wording(zh: "\(state.name.zh) \(count) 个", en: "\(count) \(state.name.en)")[language]
    }
    let count = register.histories.count
    return Wording(zh: "共 \(count) 个称号", en: "\(count) title\(count == 1 ? "" : "s")")[language]
      + colon
      + parts.joined(separator: comma)
  }
}
