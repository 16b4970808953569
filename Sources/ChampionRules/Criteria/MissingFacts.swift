// The facts that several criteria ask, and what is missing of the yearly figures.

import CommonFacts
import Eligibility

extension AskedFact where Applicant == Application {
  /// The year of the round.
  static let applicationYear = AskedFact("/applicationYear") { $0.applicationYear == nil }
  /// The filing date.
  static let filingDate = AskedFact("/filingDate") { $0.filingDate == nil }
}

extension Figures {
  /// The places of an amount that is missing for one of some years before a round.
  ///
  /// - Parameters:
  ///   - amount: the amount wanted.
  ///   - count: of how many years; where the round is not known any entry may be one of them.
  ///   - isAuditAsked: whether it must also be said if a year is audited.
  func missing(
    _ amount: Amount, years count: Int, before round: Int?, audited isAuditAsked: Bool = false
  ) -> [Pointer] {
    // Without the unit amounts to be supplied could not be read.
    let unit: [Pointer] = self.unit == nil ? ["/figures/unit"] : []
    let noEntry: [Pointer] = ["/figures/years"] + unit
    let entries = years ?? []
    func lacksAmount(_ index: Int) -> [Pointer] {
      entries[index][amount] == nil ? [amount.place(at: index)] : []
    }
    func lacksAudit(_ index: Int) -> [Pointer] {
      isAuditAsked && entries[index].isAudited == nil
        ? [Pointer("/figures/years/*/isAudited", at: index)] : []
    }
    let yearless = entries.indices.filter { entries[$0].year == nil }
    var missing: [Pointer] = []
    if let round {
      for year in (round - count)..<round {
        switch entry(of: year) {
        case .none: missing += noEntry
        case .repeated: break
        case .one(let index):
          let amount = lacksAmount(index)
          missing += amount + (amount.isEmpty ? [] : unit) + lacksAudit(index)
        }
      }
      // An entry of an unknown year may be the one that is lacking.
      if missing.contains("/figures/years") {
        missing += yearless.flatMap { lacksAmount($0) + lacksAudit($0) }
      }
    } else {
      missing.append("/applicationYear")
      let lacking = entries.indices.flatMap { lacksAmount($0) + lacksAudit($0) }
      let known = Set(entries.compactMap { $0.year })
      let areYearsLacking =
        (known.max() ?? 0) - (known.min() ?? 0) + 1 < count || known.count < count
      missing += (areYearsLacking ? ["/figures/years"] : []) + lacking
      missing += areYearsLacking || !lacking.isEmpty ? unit : []
    }
    missing += yearless.map { Pointer("/figures/years/*/year", at: $0) }
    return missing.withoutRepeats
  }
}

extension [Pointer] {
  /// The pointers in their order, each once.
  var withoutRepeats: [Pointer] {
    var seen: Set<Pointer> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Reason.Values {
  /// These values and then others, leaving out names that are already there.
  func appending(_ others: Reason.Values) -> Reason.Values {
    Reason.Values(entries: entries + others.entries.filter { self[$0.name] == nil })
  }
}
