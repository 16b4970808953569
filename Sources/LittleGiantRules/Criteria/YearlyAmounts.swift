// Amounts of single years: whether they are there, beyond doubt, and what is missing of them.

import CommonFacts
import Eligibility

extension Figures {
  /// Whether some entries cannot be told to be of another year than the one asked for.
  var hasEntryWithoutYear: Bool { years?.contains { $0.year == nil } ?? false }

  /// The only entry of a year; `nil` where there is none or more than one.
  func only(_ year: Int) -> YearFigures? {
    guard case .one(let index) = entry(of: year) else { return nil }
    return years?[index]
  }

  /// Whether more than one entry is of a year.
  func isRepeated(_ year: Int) -> Bool {
    if case .repeated = entry(of: year) { true } else { false }
  }

  /// The places of amounts of some years.
  func places(of amounts: [Amount], in wanted: [Int]) -> [Pointer] {
    wanted.flatMap { year -> [Pointer] in
      guard case .one(let index) = entry(of: year) else { return [] }
      return amounts.map { $0.place(at: index) }
    }
  }
}

extension AskedFact where Applicant == GiantApplication {
  /// Amounts of some years.
  static func amounts(_ amounts: [Amount], of years: [Int]) -> AskedFact {
    let places: [Pointer] =
      ["/figures/unit", "/figures/years", "/figures/years/*/year"]
      + amounts.map { $0.place }
    return AskedFact(at: places) { application in
      let figures = application.figures
      let entries = figures.years ?? []
      var missing: [Pointer] = []
      for year in years where !figures.isRepeated(year) {
        guard let index = entries.firstIndex(where: { $0.year == year }) else {
          if !missing.contains("/figures/years") { missing.append("/figures/years") }
          continue
        }
        for amount in amounts where entries[index][amount] == nil {
          missing.append(amount.place(at: index))
        }
      }
      // Without the unit amounts to be supplied could not be read.
      if !missing.isEmpty, figures.unit == nil { missing.append("/figures/unit") }
      for index in entries.indices where entries[index].year == nil {
        missing.append(Pointer("/figures/years/*/year", at: index))
      }
      return missing
    }
  }
}

/// Whether a part of an amount is so many percent of it or more, exactly.
struct PercentageState {
  let part: Money
  let whole: Money
  let required: Int

  var isReached: Bool { part * 100 >= whole * required }

  /// The part that is required at least, to the next whole fen.
  var leastPart: Money {
    Money.zero - (Money.zero - whole * required).roundedDownQuotient(by: 100)
  }

  /// The share.
  var share: Quantity { Ratio(part, of: whole).quantity { .ratio($0) } }

  /// How much of the whole is lacking or too much.
  var surplus: Quantity {
    Ratio(part * 100 - whole * required, of: whole * 100).quantity { .ratio($0) }
  }

  /// How far it is from what is required.
  func margin(_ name: Wording) -> Margin {
    Margin(name, share, .atLeast, .ratio(.percent(required)), surplus: surplus)
  }
}
