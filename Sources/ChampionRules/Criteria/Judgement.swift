// What the judgements have in common: a statement with proofs, and figures that help the experts.

import Eligibility

/// Figures computed for experts, and the facts that are missing for them.
struct Computed {
  let message: Message
  let values: Reason.Values
  let missing: [Pointer]
  /// Facts that contradict each other, so that nothing can be computed from them.
  let contradicting: [Pointer]

  init(
    _ message: Message, _ values: Reason.Values = [:], missing: [Pointer] = [],
    contradicting: [Pointer] = []
  ) {
    self.message = message
    self.values = values
    self.missing = missing
    self.contradicting = contradicting
  }

  /// What amounts of several years show, or why they show nothing.
  init(_ message: Message, of trends: [Trend], values: Reason.Values) {
    let missing = trends.flatMap(\.missing).withoutRepeats
    let repeated = trends.first?.repeatedYears ?? []
    if !repeated.isEmpty {
      self.init(
        .yearRepeated, ["repeated": .list(repeated.map { .year($0) })], missing: missing,
        contradicting: ["/figures/years"])
    } else if trends.contains(where: \.isEmpty) {
      self.init(.figuresLacking, missing: missing)
    } else {
      self.init(message, values, missing: missing)
    }
  }
}

/// The facts that figures for experts are computed from.
///
/// They are passed one by one: an application is large, and a function that is handed a whole one makes
/// a copy of it.
typealias ForFigures<Answer> =
  @Sendable (_ round: Int?, _ figures: Figures, _ innovation: Innovation) -> Answer

extension Criterion where Applicant == Application {
  /// A judgement: for review once its statement, its proofs and the facts for its figures are there.
  ///
  /// - Parameters:
  ///   - isComputable: whether nothing is missing for the figures, as `compute` finds too.
  ///   - compute: the figures for the experts.
  static func judgement(
    _ judgement: Judgement, clause: Clause, further: [Clause] = [], title: Wording, rule: Wording,
    reads: [Pointer] = [],
    isComputable: @escaping ForFigures<Bool> = { _, _, _ in true },
    compute: @escaping ForFigures<Computed> = { _, _, _ in Computed(.expertsDecide) }
  ) -> Criterion {
    let text = Pointer("/statements/\(judgement.rawValue)/text")
    let proofs = Pointer("/statements/\(judgement.rawValue)/evidence")
    return Criterion(
      id: judgement.rawValue, clauses: [clause] + further, role: .judgement, title: title,
      rule: rule, reads: [text, proofs] + reads,
      evidence: [
        Evidence(zh: "\(title.zh)的证明材料", en: "proofs for: \(title.en)") {
          unattached($0.statements[judgement]?.evidence, at: proofs)
        }
      ]
    ) { application, _, why in
      let statement = application.statements[judgement]
      let isStated = statement?.hasText == true && statement?.evidence.isAttached == true
      let isComplete =
        isStated
        && isComputable(
          application.applicationYear, application.figures, application.innovation)
      let outcome: Outcome = isComplete ? .forReview : .undetermined
      // The outcome does not need the figures themselves, only a report does.
      guard why.wants(outcome) else { return outcome }
      let figures = compute(
        application.applicationYear, application.figures, application.innovation)
      return why.conclude(
        outcome, figures.message, figures.values,
        missing: absent([
          text: statement?.hasText != true, proofs: statement?.evidence.isAttached != true,
        ]) + figures.missing, at: figures.contradicting)
    }
  }
}

extension Message {
  static let figuresLacking = Message(
    "figures-lacking",
    says: Wording(
      zh: "由专家评判；缺少年度或金额，无法列出变化",
      en: "for experts to judge; the year or amounts are missing, so no figures can be shown"))
  static let expertsDecide = Message(
    "experts-decide", says: Wording(zh: "由专家评判", en: "for experts to judge"))
}

extension Reason.Values {
  /// These values and then others, leaving out names that are already there.
  func appending(_ others: Reason.Values) -> Reason.Values {
    Reason.Values(entries: entries + others.entries.filter { self[$0.name] == nil })
  }
}

/// An amount over the last full years before the round, and how it changed.
struct Trend {
  /// How many years a trend shows.
  static let years = 3
  /// What every trend reads besides its amounts.
  static let reads: [Pointer] = [
    "/applicationYear", "/figures/unit", "/figures/years", "/figures/years/*/year",
  ]

  private let years: [Int]?
  private let amounts: [Money?]
  /// The facts that are missing.
  let missing: [Pointer]
  /// The years for which there is more than one entry.
  let repeatedYears: [Int]

  init(
    _ figures: Figures, before round: Int?, years count: Int = Trend.years, member: String,
    _ amount: (YearFigures) -> Money?
  ) {
    guard let round else {
      years = nil
      amounts = Array(repeating: nil, count: count)
      self.missing =
        ["/applicationYear"]
        + figures.missingWithoutRound(years: count) { amount($0) == nil ? [member] : [] }
      self.repeatedYears = []
      return
    }
    var missing: [Pointer] = []
    var repeatedYears: [Int] = []
    var amounts: [Money?] = []
    for year in (round - count)..<round {
      switch figures.entry(of: year) {
      case .none:
        amounts.append(nil)
        missing += ["/figures/years"] + figures.missingUnit
      case .repeated:
        amounts.append(nil)
        repeatedYears.append(year)
      case .one(let entry, let index):
        amounts.append(amount(entry))
        if amounts.last == .some(nil) {
          missing += [Pointer("/figures/years/*/\(member)", at: index)] + figures.missingUnit
        }
      }
    }
    years = Array((round - count)..<round)
    self.amounts = amounts
    // An entry of an unknown year may be the one that is lacking.
    if missing.contains("/figures/years") {
      missing += figures.missing {
        amount($0) == nil ? [member] : []
      } where: {
        $0.year == nil
      }
    }
    self.missing = (missing + figures.yearless).withoutRepeats
    self.repeatedYears = repeatedYears
  }

  /// Whether an amount is known for each of the last full years before the round.
  static func isComplete(
    _ figures: Figures, before round: Int?, years count: Int = Trend.years,
    _ amount: (YearFigures) -> Money?
  ) -> Bool {
    guard let round, figures.years?.allSatisfy({ $0.year != nil }) == true else { return false }
    return ((round - count)..<round).allSatisfy { year in
      if case .one(let entry, _) = figures.entry(of: year) {
        amount(entry) != nil
      } else {
        false
      }
    }
  }

  /// Whether there is no amount of any year.
  var isEmpty: Bool { amounts.allSatisfy { $0 == nil } }

  /// The amounts and changes as values named with the number of the year, from 1.
  func values(amounts amountName: String, changes changeName: String) -> Reason.Values {
    var entries: [Reason.Values.Entry] = []
    for (offset, amount) in amounts.enumerated() {
      let number = String(offset + 1)
      entries.append(.init("year" + number, (years?[offset]).quantity { .year($0) }))
      entries.append(.init(amountName + number, amount.quantity { .money($0) }))
      if offset > 0 {
        let earlier = amounts[offset - 1]
        let growth = amount.flatMap { amount in earlier.map { amount - $0 } }
        entries.append(.init(changeName + number, .share(growth, of: earlier) { .change($0) }))
      }
    }
    return Reason.Values(entries: entries)
  }

  /// The amount of each year, oldest first.
  var byYear: [(year: Int?, amount: Money?)] {
    amounts.enumerated().map { (years?[$0.offset], $0.element) }
  }
}

extension Quantity {
  /// An amount as a share of another, or why there is none.
  fileprivate static func share(
    _ part: Money?, of whole: Money?, _ make: (Ratio) -> Quantity
  ) -> Quantity {
    guard let part, let whole else { return .notGiven }
    if let ratio = Ratio(part, of: whole) { return make(ratio) }
    return .term(
      whole == .zero
        ? Wording(zh: "基数为零，无法计算", en: "not computable, as the base is zero")
        : Wording(zh: "基数为负，无法计算", en: "not computable, as the base is negative"))
  }
}

/// An amount as a share of operating revenue or of another amount, year by year.
struct YearlyShare {
  /// The shares as values named with the number of the year, from 1.
  let values: Reason.Values
  /// The amounts and the operating revenue.
  let trends: [Trend]

  /// Whether the share of each year can be computed.
  static func isComplete(
    _ figures: Figures, before round: Int?, years: Int, _ amount: (YearFigures) -> Money?,
    in whole: (YearFigures) -> Money? = \.operatingRevenue
  ) -> Bool {
    Trend.isComplete(figures, before: round, years: years, amount)
      && Trend.isComplete(figures, before: round, years: years, whole)
  }

  init(
    _ figures: Figures, before round: Int?, years: Int, of member: String,
    _ amount: (YearFigures) -> Money?, in wholeMember: String = "operatingRevenue",
    _ wholeAmount: (YearFigures) -> Money? = \.operatingRevenue
  ) {
    let part = Trend(figures, before: round, years: years, member: member, amount)
    let whole = Trend(
      figures, before: round, years: years, member: wholeMember, wholeAmount)
    trends = [part, whole]
    values = Reason.Values(
      entries: zip(part.byYear, whole.byYear).enumerated().flatMap { offset, pair in
        let number = String(offset + 1)
        return [
          Reason.Values.Entry("year" + number, pair.0.year.quantity { .year($0) }),
          Reason.Values.Entry(
            "share" + number, .share(pair.0.amount, of: pair.1.amount) { .ratio($0) }),
        ]
      })
  }
}
