// What the years still open have to bring: the threshold of the mean less the years that are settled.

import CommonFacts
import Eligibility

extension Application {
  func revenueWays(_ law: Thresholds, now: Int) -> [Way] {
    guard let round = applicationYear,
      // Amounts whose unit is not known are not known either.
      let unit = figures.unit ?? ((figures.years ?? []).isEmpty ? .yuan : nil)
    else { return [] }
    let count = law.averagedYears.value
    var planned = figures
    var edits: [FactEdit] = []
    var (sum, last) = (Money.zero, Money.zero)
    var open: [OpenYear] = []
    var unaudited: [Int] = []
    var contradicted: [(year: Int, revenue: Money)] = []
    func place(_ index: Int, _ member: String) -> String { "/figures/years/\(index)/\(member)" }
    for year in (round - count)..<round {
      switch figures.entry(of: year) {
      case .none: open.append(OpenYear(year: year))
      // Entries that contradict each other are to be put right first.
      case .repeated: return []
      case .one(let index):
        let entry = figures.years?[index]
        // A year that was not over has figures that are not final.
        guard let revenue = entry?.mainBusinessRevenue, entry?.isAudited == true || year < now
        else {
          // Main-business revenue is a part of operating revenue, which a year that is over has settled.
          open.append(
            OpenYear(
              year: year, index: index, greatest: year < now ? entry?.operatingRevenue : nil))
          continue
        }
        (sum, last) = (sum + revenue, revenue)
        if let operating = entry?.operatingRevenue, operating < revenue {
          // Main-business revenue is a part of operating revenue, so one of the two is not as stated.
          contradicted.append((year, revenue))
          planned.years?[index].operatingRevenue = revenue
          edits.append(
            FactEdit(place(index, "operatingRevenue"), .number(revenue.digits(in: unit))))
        }
        if entry?.isAudited != true {
          unaudited.append(year)
          planned.years?[index].isAudited = true
          edits.append(FactEdit(place(index, "isAudited"), .flag(true)))
        }
      }
    }
    let gap = law.revenueSum - sum
    guard let shares = OpenYear.shares(of: gap, in: open, otherwise: last) else { return [] }
    for (year, share) in zip(open, shares) {
      guard let index = year.index, let entry = figures.years?[index] else {
        var entry = YearFigures()
        (entry.year, entry.isAudited, entry.mainBusinessRevenue) = (year.year, true, share)
        planned.years = (planned.years ?? []) + [entry]
        edits.append(
          FactEdit(
            "/figures/years/-",
            .object([
              FactValue.Member("year", .number(year.year)),
              FactValue.Member("isAudited", .flag(true)),
              FactValue.Member("mainBusinessRevenue", .number(share.digits(in: unit))),
            ])))
        continue
      }
      planned.years?[index].isAudited = true
      edits.append(FactEdit(place(index, "isAudited"), .flag(true)))
      if let provisional = entry.mainBusinessRevenue, provisional >= share { continue }
      planned.years?[index].mainBusinessRevenue = share
      edits.append(
        FactEdit(place(index, "mainBusinessRevenue"), .number(share.digits(in: unit))))
      // Main-business revenue is a part of operating revenue.
      if let operating = entry.operatingRevenue, operating < share {
        planned.years?[index].operatingRevenue = share
        edits.append(
          FactEdit(place(index, "operatingRevenue"), .number(share.digits(in: unit))))
      }
    }
    if figures.unit == nil { edits.append(FactEdit("/figures/unit", .text(unit.rawValue))) }
    var parts: [Reason] = []
    if !open.isEmpty {
      parts.append(Reason.wanted(open.map { $0.year }, gap: gap, shares: shares))
    }
    if !unaudited.isEmpty {
      parts.append(
        Reason(
          Message(
            "figures-audited", zh: "{years} 年的数据经审计与所填一致",
            en: "the audit confirms the figures given for {years}"),
          ["years": .list(unaudited.map { .year($0) })]))
    }
    parts += contradicted.map { year, revenue in
      Reason(
        Message(
          "operating-revenue-covers", zh: "{year} 年的主营业务收入属实，且营业收入不低于 {amount}",
          en: "main-business revenue of {year} is as stated, and operating revenue {amount} or more"
        ),
        ["year": .year(year), "amount": .money(revenue)])
    }
    let state = AveragedRevenue(planned, years: count, before: round, filed: filingDate)
      .state(required: law.revenueSum)
    if state == .unitDoubtful {
      edits.append(FactEdit("/figures/isUnitConfirmed", .flag(true)))
      parts.append(
        Reason(
          Message(
            "unit-confirmed", zh: "金额和单位核对无误，写 figures.isUnitConfirmed: true",
            en: "the amounts and their unit are right, and figures.isUnitConfirmed: true says so")))
    }
    let isToCome = open.contains { $0.year >= now }
    // Years that are over, audits and units are as they are, known here or not.
    let isFact = parts.count > 1 || open.contains { $0.year < now }
    let basis: Way.Basis =
      switch (isToCome, isFact) {
      case (true, true): .effortAndFact
      case (true, false): gap > .zero ? .effort : .time
      case (false, _): .fact
      }
    return Way(basis, parts: parts, edits).map { [$0] } ?? []
  }
}

/// A year whose main-business revenue is not settled.
private struct OpenYear {
  let year: Int
  /// Its place among the entries, where it has one.
  var index: Int?
  /// What it can be at most, where that is known.
  var greatest: Money?

  /// What each year brings so that together they fill a gap, as evenly as the years allow; `nil` where they
  /// cannot.
  ///
  /// - Parameter usual: what each is taken to bring where there is no gap.
  static func shares(of gap: Money, in years: [OpenYear], otherwise usual: Money) -> [Money]? {
    if gap <= .zero { return years.map { min($0.greatest ?? usual, usual) } }
    var shares = years.map { _ in Money.zero }
    var rest = gap
    // The narrowest first, so that the others make up for them.
    let order = years.indices.sorted { first, second in
      switch (years[first].greatest, years[second].greatest) {
      case (let one?, let other?) where one != other: one < other
      case (let one, let other) where (one == nil) != (other == nil): one != nil
      default: first < second
      }
    }
    for (number, index) in order.enumerated() {
      let even = rest.part(0, of: order.count - number)
      shares[index] = min(years[index].greatest ?? even, even)
      rest = rest - shares[index]
    }
    return rest > .zero ? nil : shares
  }
}

extension Reason {
  /// What years have to bring together, where the others leave a gap.
  ///
  /// - Parameter shares: the amounts at which they are taken.
  fileprivate static func wanted(_ years: [Int], gap: Money, shares: [Money]) -> Reason {
    let named = Quantity.list(years.map { .year($0) })
    if gap <= .zero {
      return Reason(
        Message(
          "revenue-whatever-it-is",
          zh: "{years} 年经审计的主营业务收入多少均可，其余年度合计已达到要求（暂按 {amount} 计）",
          en: "audited main-business revenue of {years}, whatever it is, as the other years reach "
            + "the total ({amount} is taken)"),
        ["years": named, "amount": .list(Set(shares).sorted().map { .money($0) })])
    }
    if years.count == 1 {
      return Reason(
        Message(
          "revenue-of-year", zh: "{years} 年经审计的主营业务收入不低于 {amount}",
          en: "audited main-business revenue of {years} is {amount} or more"),
        ["years": named, "amount": .money(gap)])
    }
    // Nearly equal parts of an amount differ by a fen.
    if let least = shares.min(), let greatest = shares.max(), greatest - least > Money(fen: 1) {
      let each = zip(years, shares).map { year, share in
        Quantity.reason(
          Reason(
            Message("revenue-of-one", zh: "{year} 年 {amount}", en: "{amount} in {year}"),
            ["year": .year(year), "amount": .money(share)]))
      }
      return Reason(
        Message(
          "revenue-of-unequal-years",
          zh: "{years} 年经审计的主营业务收入合计不低于 {amount}（不超过各年营业收入），如 {each}",
          en:
            "audited main-business revenue of {years} totals {amount} or more, within the operating "
            + "revenue of each, as with {each}"),
        ["years": named, "amount": .money(gap), "each": .list(each)])
    }
    return Reason(
      Message(
        "revenue-of-years", zh: "{years} 年经审计的主营业务收入合计不低于 {amount}，如每年 {each}",
        en: "audited main-business revenue of {years} totals {amount} or more, as with {each} in "
          + "each"),
      ["years": named, "amount": .money(gap), "each": .money(gap.part(0, of: years.count))])
  }
}

extension Money {
  /// One of so many nearly equal parts, the first of them the largest; together they are the amount.
  ///
  /// Amounts to be divided are at most the sum that the law requires.
  fileprivate func part(_ number: Int, of count: Int) -> Money {
    let (each, rest) = fen.quotientAndRemainder(dividingBy: Int128(count))
    return Money(fen: Int64(clamping: each + (number < Int(rest) ? 1 : 0)))
  }
}
