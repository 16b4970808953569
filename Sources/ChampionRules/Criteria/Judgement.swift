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
    var known: Set<Pointer> = []
    let missing = trends.flatMap(\.missing).filter { known.insert($0).inserted }
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
    var missing = absent([
      "/applicationYear": round == nil,
      "/figures/years": figures.years == nil,
    ])
    var repeatedYears: [Int] = []
    guard let round else {
      years = nil
      amounts = Array(repeating: nil, count: count)
      self.missing = missing + figures.yearless
      self.repeatedYears = []
      return
    }
    var amounts: [Money?] = []
    for year in (round - count)..<round {
      switch figures.entry(of: year) {
      case .none:
        amounts.append(nil)
        if !missing.contains("/figures/years") { missing.append("/figures/years") }
      case .repeated:
        amounts.append(nil)
        repeatedYears.append(year)
      case .one(let entry, let index):
        amounts.append(amount(entry))
        if amounts.last == .some(nil) {
          missing.append(Pointer("/figures/years/*/\(member)", at: index))
        }
      }
    }
    years = Array((round - count)..<round)
    self.amounts = amounts
    self.missing = missing + figures.yearless
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
        entries.append(.init(changeName + number, change(to: offset).quantity { .change($0) }))
      }
    }
    return Reason.Values(entries: entries)
  }

  private func change(to offset: Int) -> Ratio? {
    guard let amount = amounts[offset], let earlier = amounts[offset - 1] else { return nil }
    return Ratio(amount - earlier, of: earlier)
  }

  /// The amount of each year, oldest first.
  var byYear: [(year: Int?, amount: Money?)] {
    amounts.enumerated().map { (years?[$0.offset], $0.element) }
  }
}

/// An amount as a share of operating revenue, year by year.
struct YearlyShare {
  /// The shares as values named with the number of the year, from 1.
  let values: Reason.Values
  /// The amounts and the operating revenue.
  let trends: [Trend]

  /// Whether the share of each year can be computed.
  static func isComplete(
    _ figures: Figures, before round: Int?, years: Int, _ amount: (YearFigures) -> Money?
  ) -> Bool {
    Trend.isComplete(figures, before: round, years: years, amount)
      && Trend.isComplete(figures, before: round, years: years, \.operatingRevenue)
  }

  init(
    _ figures: Figures, before round: Int?, years: Int, of member: String,
    _ amount: (YearFigures) -> Money?
  ) {
    let part = Trend(figures, before: round, years: years, member: member, amount)
    let whole = Trend(
      figures, before: round, years: years, member: "operatingRevenue", \.operatingRevenue)
    trends = [part, whole]
    values = Reason.Values(
      entries: zip(part.byYear, whole.byYear).enumerated().flatMap { offset, pair in
        let number = String(offset + 1)
        let share = pair.0.amount.flatMap { part in
          pair.1.amount.flatMap { Ratio(part, of: $0) }
        }
        return [
          Reason.Values.Entry("year" + number, pair.0.year.quantity { .year($0) }),
          Reason.Values.Entry("share" + number, share.quantity { .ratio($0) }),
        ]
      })
  }
}
