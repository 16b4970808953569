// What experts judge is not decided here, but figures that help them are computed from the facts.

import CommonFacts
import Eligibility

/// The figures that are shown to the experts of one judgement.
struct ExpertFigures: Sendable {
  /// The facts from which they are computed.
  let asks: [AskedFact<Application>]
  /// Whether they can be computed.
  ///
  /// The facts are passed one by one: an application is large, and a function that is handed a whole
  /// one makes a copy of it.
  let areComplete: @Sendable (_ round: Int?, _ figures: Figures, _ innovation: Innovation) -> Bool
  /// What they show.
  let explain: @Sendable (Application, Say) -> Explanation

  /// No figures.
  static var none: ExpertFigures {
    ExpertFigures(asks: [], areComplete: { _, _, _ in true }) { _, say in
      say("experts-decide", zh: "由专家评判", en: "for experts to judge")
    }
  }

  /// Amounts of the last full years before the round.
  ///
  /// - Parameters:
  ///   - count: of how many years.
  ///   - values: the values that the message names, from the amounts of each kind.
  static func ofYears(
    _ count: Int, _ amounts: [Amount], _ message: Message,
    values: @escaping @Sendable ([Trend]) -> Reason.Values
  ) -> ExpertFigures {
    let places: [Pointer] = [
      "/applicationYear", "/figures/unit", "/figures/years", "/figures/years/*/year",
    ]
    return ExpertFigures(
      asks: [
        AskedFact(at: places + amounts.map { $0.place }) { application in
          amounts.flatMap {
            application.figures.missing($0, years: count, before: application.applicationYear)
          }.withoutRepeats
        }
      ],
      areComplete: { round, figures, _ in
        guard let round, let years = figures.years, years.allSatisfy({ $0.year != nil }) else {
          return false
        }
        for year in (round - count)..<round {
          guard case .one(let index) = figures.entry(of: year) else { return false }
          for number in amounts.indices where years[index][amounts[number]] == nil { return false }
        }
        return true
      },
      explain: { application, say in
        let (figures, round) = (application.figures, application.applicationYear)
        let years = round.map { Array(($0 - count)..<$0) } ?? []
        let repeated = years.filter { figures.entries(of: $0).count > 1 }
        if !repeated.isEmpty {
          return Explanation(
            .yearRepeated, ["repeated": .list(repeated.map { .year($0) })], at: ["/figures/years"])
        }
        let trends = amounts.map { amount in
          Trend(
            years: (0..<count).map { years.isEmpty ? nil : years[$0] },
            amounts: (0..<count).map { number in
              guard !years.isEmpty, let entries = figures.years,
                case .one(let index) = figures.entry(of: years[number])
              else { return nil }
              return entries[index][amount]
            })
        }
        if trends.contains(where: { $0.amounts.allSatisfy { $0 == nil } }) {
          return say(
            "figures-lacking", zh: "由专家评判；缺少年度或金额，无法列出有关数据",
            en: "for experts to judge; years or amounts are missing, so no figures can be shown")
        }
        return Explanation(message, values(trends))
      })
  }

  /// One amount as a share of another, year by year.
  static func shares(
    ofYears count: Int, of part: Amount, in whole: Amount = .operatingRevenue, _ message: Message
  ) -> ExpertFigures {
    ofYears(count, [part, whole], message) { trends in
      Reason.Values(
        entries: (0..<count).flatMap { number in
          [
            Reason.Values.Entry(
              "year\(number + 1)", trends[0].years[number].quantity { .year($0) }),
            Reason.Values.Entry(
              "share\(number + 1)",
              .share(trends[0].amounts[number], of: trends[1].amounts[number]) { .ratio($0) }),
          ]
        })
    }
  }
}

/// One amount over several years, oldest first; `nil` is what is not known.
struct Trend {
  let years: [Int?]
  let amounts: [Money?]

  /// The amounts and changes as values named with the number of the year, from 1.
  func values(amounts amountName: String, changes changeName: String) -> Reason.Values {
    var entries: [Reason.Values.Entry] = []
    for (offset, amount) in amounts.enumerated() {
      let number = String(offset + 1)
      entries.append(.init("year" + number, years[offset].quantity { .year($0) }))
      entries.append(.init(amountName + number, amount.quantity { .money($0) }))
      if offset > 0 {
        let earlier = amounts[offset - 1]
        let growth = amount.flatMap { amount in earlier.map { amount - $0 } }
        entries.append(.init(changeName + number, .share(growth, of: earlier) { .change($0) }))
      }
    }
    return Reason.Values(entries: entries)
  }
}

extension Quantity {
  /// An amount as a share of another, or why there is none.
  fileprivate static func share(
    _ part: Money?, of whole: Money?, _ make: (Ratio) -> Quantity
  ) -> Quantity {
    guard let part, let whole else {
      return .term(Wording(zh: "数据未填，无法计算", en: "not computable, as an amount is not given"))
    }
    if let ratio = Ratio(part, of: whole) { return make(ratio) }
    return .term(
      whole == .zero
        ? Wording(zh: "基数为零，无法计算", en: "not computable, as the base is zero")
        : Wording(zh: "基数为负，无法计算", en: "not computable, as the base is negative"))
  }
}

extension Message {
  /// A year for which there is more than one entry.
  static let yearRepeated = Message(
    "year-repeated", zh: "{repeated} 年出现多条数据",
    en: "there is more than one entry for {repeated}",
    mend: Wording(zh: "每年只保留一条", en: "keep one entry a year"))
}
