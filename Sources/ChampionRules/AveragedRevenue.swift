// The revenue of several years together, with all that may be wrong with it: a criterion decides by it, and
// a notice doubts it.

import CommonFacts
import Eligibility

/// What the figures of the years to be averaged say together.
enum RevenueState: CriterionState {
  case unknown, unitDoubtful, contradictory, lastYearMustReach, lastYearUnneeded, yearsLacking
  case provisionallyReached, provisionallyShort, reached, notReached

  var outcome: Outcome {
    switch self {
    case .reached: .met
    case .notReached: .unmet
    default: .undetermined
    }
  }
}

/// The main-business revenue of the years to be averaged, with all that may be wrong with it.
struct AveragedRevenue {
  private let figures: Figures
  private let filing: Day?
  private let years: Range<Int>
  private var sum = Money.zero
  private var known = 0
  /// The least amount and the greatest.
  private var extremes: (least: (year: Int, amount: Money), greatest: (year: Int, amount: Money))?
  // Lists of what is wrong, empty as a rule.
  private var lackingYears: [Int] = []
  private var unauditedYears: [Int] = []
  private var undeclaredYears: [Int] = []
  private var repeatedYears: [Int] = []
  private var contradictoryEntries: [YearFigures] = []

  /// Collects the figures of so many years before a round.
  init(_ figures: Figures, years count: Int, before round: Int, filed filing: Day?) {
    let entries = figures.years ?? []
    self.figures = figures
    self.filing = filing
    years = (round - count)..<round
    for year in years {
      switch figures.entry(of: year) {
      case .none: lackingYears.append(year)
      case .repeated: repeatedYears.append(year)
      case .one(let index):
        if entries[index].mainExceedsOperating || entries[index].isAuditedBeforeItsEnd(on: filing) {
          contradictoryEntries.append(entries[index])
        }
        if let revenue = entries[index].mainBusinessRevenue {
          add(revenue, of: year)
        } else {
          lackingYears.append(year)
        }
        switch entries[index].isAudited {
        case nil: undeclaredYears.append(year)
        case false?: unauditedYears.append(year)
        case true?: break
        }
      }
    }
  }

  private mutating func add(_ revenue: Money, of year: Int) {
    sum = sum + revenue
    known += 1
    guard let (least, greatest) = extremes else {
      extremes = ((year, revenue), (year, revenue))
      return
    }
    if revenue < least.amount { extremes?.least = (year, revenue) }
    if revenue > greatest.amount { extremes?.greatest = (year, revenue) }
  }

  /// Amounts below zero are faults, so what some of the years exceed all of them do.
  private var isSumImplausible: Bool {
    sum > Plausibility.greatestAverage * years.count
      || known == years.count && sum < Plausibility.leastAverage * years.count
  }

  private var jumps: Bool {
    guard let (least, greatest) = extremes else { return false }
    return greatest.amount >= least.amount * PlausibleFigures.greatestJump
  }

  /// What the figures say about the sum required.
  func state(required: Money) -> RevenueState {
    let isReached = sum >= required
    if figures.isUnitConfirmed != true, isSumImplausible || jumps { return .unitDoubtful }
    if !repeatedYears.isEmpty || !contradictoryEntries.isEmpty { return .contradictory }
    let isAuditOpen = !unauditedYears.isEmpty || !undeclaredYears.isEmpty
    if known + 1 == years.count {
      if !isReached { return .lastYearMustReach }
      return isAuditOpen ? .yearsLacking : .lastYearUnneeded
    }
    if known < years.count { return .yearsLacking }
    if isAuditOpen { return isReached ? .provisionallyReached : .provisionallyShort }
    // An entry of an unknown year may repeat one of the years.
    if figures.years?.contains(where: { $0.year == nil }) == true { return .unknown }
    return isReached ? .reached : .notReached
  }

  /// What is said about a state of the figures.
  func explanation(of state: RevenueState, required: Money, _ say: Say) -> Explanation {
    let doubts = state == .unitDoubtful ? unitDoubts : []
    lazy var values: Reason.Values = [
      "sum": .money(sum), "required": .money(required), "gap": .money((required - sum).magnitude),
      "from": .year(years.lowerBound), "to": .year(years.upperBound - 1),
      "open": .list((doubts + contradictions + openYears).map { .reason($0) }),
    ]
    lazy var lastYear = Reason.Values(
      entries: values.entries + lackingYears.map { Reason.Values.Entry("year", .year($0)) })
    let auditFirst = Wording(
      zh: "未经审计的，审计后更新数据；未说明的，说明是否经审计",
      en: "update what is not audited once it is, and state it where that is open")
    lazy var margin = Margin(
      Wording(zh: "三年主营业务收入合计", en: "sum of main-business revenue"), .money(sum), .atLeast,
      .money(required), surplus: .money(sum - required))
    return switch state {
    case .unknown: say(.missing, values, at: places)
    case .reached:
      say(
        "sum-reached", zh: "{from} 至 {to} 年主营业务收入合计 {sum}，要求不低于 {required}",
        en: "main-business revenue of {from} to {to} totals {sum}; {required} is required", values,
        at: places,
        margins: [margin])
    case .notReached:
      say(
        "sum-not-reached", zh: "{from} 至 {to} 年主营业务收入合计 {sum}，要求不低于 {required}，差 {gap}",
        en:
          "main-business revenue of {from} to {to} totals {sum}, {gap} short of the {required} required",
        mend: Wording(zh: "合计须再增加 {gap}", en: "the total must be {gap} higher"), values,
        at: places, margins: [margin], shortfall: margin.surplus)
    case .lastYearMustReach:
      say(
        "last-year-must-reach", zh: "{open}；其余两年合计 {sum}",
        en: "{open}; the other two years total {sum}",
        mend: Wording(
          zh: "补充 {year} 年经审计的主营业务收入（达到 {gap} 即符合要求）",
          en: "supply the audited main-business revenue of {year}; {gap} or more is enough"),
        lastYear, at: places)
    case .lastYearUnneeded:
      say(
        "last-year-unneeded", zh: "{open}；其余两年合计 {sum}，已达到 {required}",
        en: "{open}; the other two years alone total {sum}, and {required} is required",
        mend: Wording(
          zh: "补充 {year} 年经审计的主营业务收入",
          en: "supply the audited main-business revenue of {year}"),
        lastYear, at: places)
    case .yearsLacking:
      say(
        "years-lacking", zh: "数据不全：{open}", en: "figures are incomplete: {open}",
        mend: Wording(
          zh: "补充各年经审计的数据，三年合计须达到 {required}",
          en: "supply each year's audited figure; the three years must total {required}"), values,
        at: places)
    case .provisionallyReached:
      say(
        "provisionally-reached", zh: "{open}；暂按所填数据合计 {sum}，达到 {required}",
        en: "{open}; provisionally the total is {sum}, which reaches {required}", mend: auditFirst,
        values, at: places)
    case .provisionallyShort:
      say(
        "provisionally-short", zh: "{open}；暂按所填数据合计 {sum}，要求不低于 {required}，差 {gap}",
        en: "{open}; provisionally the total is {sum}, {gap} short of {required}", mend: auditFirst,
        values, at: places)
    case .contradictory:
      say(
        "figures-contradict", zh: "数据相互矛盾：{open}", en: "figures contradict each other: {open}",
        mend: Wording(
          zh: "对照审计报告核对所列数据；同一年度有多条的，只保留一条",
          en: "check the figures named against the audit reports, with one entry for each year"),
        values,
        at: places)
    case .unitDoubtful:
      say(
        "unit-doubtful", zh: "金额单位存疑：{open}", en: "the unit is in doubt: {open}",
        mend: Wording(
          zh: "核对金额及其单位；无误的，在“是否已确认金额单位”一项写 true",
          en: "check the amounts and their unit; if they are right, write true for “the unit of "
            + "unusual amounts is confirmed”"),
        values, at: places)
    }
  }

  /// Why the unit of the amounts is in doubt: their mean or a jump between two of the years.
  var unitDoubts: [Reason] {
    var doubts: [Reason] = []
    if isSumImplausible {
      doubts.append(
        Reason(
          Message(
            "sum-implausible", zh: "主营业务收入合计 {sum}（{words}），不在 {least}至 {greatest}之间",
            en: "main-business revenue totals {sum} ({words}), which is not between {least} and "
              + "{greatest}"),
          [
            "sum": .money(sum), "words": .moneyInWords(sum),
            "least": .money(Plausibility.leastAverage * years.count),
            "greatest": .money(Plausibility.greatestAverage * years.count),
          ]))
    }
    if jumps, let (least, greatest) = extremes {
      doubts.append(
        Reason(
          Message(
            "revenue-jumps",
            zh:
              "{low} 年 {least}（{leastWords}），{high} 年 {greatest}（{greatestWords}），相差 {factor} 倍以上",
            en: "{least} ({leastWords}) in {low} and {greatest} ({greatestWords}) in {high} differ "
              + "by a factor of {factor} or more"),
          [
            "low": .year(least.year), "least": .money(least.amount),
            "leastWords": .moneyInWords(least.amount), "high": .year(greatest.year),
            "greatest": .money(greatest.amount), "greatestWords": .moneyInWords(greatest.amount),
            "factor": .count(PlausibleFigures.greatestJump),
          ]))
    }
    return doubts
  }

  /// Which facts contradict each other.
  private var contradictions: [Reason] {
    var reasons: [Reason] = []
    if !repeatedYears.isEmpty {
      reasons.append(Reason(.yearRepeated, ["repeated": .list(repeatedYears.map { .year($0) })]))
    }
    for entry in contradictoryEntries {
      let year = entry.year.quantity { .year($0) }
      if entry.mainExceedsOperating {
        reasons.append(
          Reason(
            Message(
              "main-exceeds-operating", zh: "{year} 年主营业务收入 {main}，大于营业收入 {operating}",
              en: "main-business revenue of {year}, {main}, exceeds operating revenue, {operating}"),
            [
              "year": year, "main": entry.mainBusinessRevenue.quantity { .money($0) },
              "operating": entry.operatingRevenue.quantity { .money($0) },
            ]))
      }
      if entry.isAuditedBeforeItsEnd(on: filing) {
        reasons.append(
          Reason(
            Message(
              "audited-before-year-end", zh: "{year} 年填写为已经审计，但截至申报日 {filing}，该年度尚未结束",
              en: "{year} is stated to be audited, but the year had not ended by the filing date, "
                + "{filing}"),
            ["year": year, "filing": filing.quantity { .day($0) }]))
      }
    }
    return reasons
  }

  /// Which years are open, and why.
  private var openYears: [Reason] {
    func reason(_ id: String, _ years: [Int], zh: String, en: String) -> [Reason] {
      let message = Message(id, zh: zh, en: en)
      return years.isEmpty ? [] : [Reason(message, ["years": .list(years.map { .year($0) })])]
    }
    return reason(
      "years-without-revenue", lackingYears, zh: "缺少 {years} 年的主营业务收入",
      en: "main-business revenue of {years} is missing")
      + reason(
        "years-not-audited", unauditedYears, zh: "{years} 年未经审计", en: "not audited: {years}")
      + reason(
        "years-of-open-audit", undeclaredYears, zh: "未说明 {years} 年是否经审计",
        en: "not stated whether audited: {years}")
  }

  /// The entries that were summed up, and those that contradict each other.
  private var places: [Pointer] {
    years.flatMap { year in
      let entries = figures.entries(of: year)
      if entries.count > 1 { return entries.map { Pointer("/figures/years/*", at: $0.index) } }
      return entries.filter { $0.figures.mainBusinessRevenue != nil }
        .map { Pointer("/figures/years/*/mainBusinessRevenue", at: $0.index) }
    }
  }
}

extension YearFigures {
  /// Whether main-business revenue, which is a part of operating revenue, is greater.
  fileprivate var mainExceedsOperating: Bool {
    guard let mainBusinessRevenue, let operatingRevenue else { return false }
    return mainBusinessRevenue > operatingRevenue
  }

  /// Whether it is said to be audited although its year had not ended on a day.
  fileprivate func isAuditedBeforeItsEnd(on day: Day?) -> Bool {
    guard isAudited == true, let year, let day else { return false }
    return day <= Day.last(of: year)
  }
}
