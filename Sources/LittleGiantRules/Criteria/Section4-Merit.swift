// Section 1, 4(2)3 and 4(3): the choice is one on merit; figures that help are shown.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 1, 4(2)3 and 4(3): choice on merit.
  public static let giantMerit = judgement(
    "giant-merit",
    clauses: [
      .section(1), .part(section: 4, part: 2, item: 3), .part(section: 4, part: 3, item: nil),
    ],
    title: Wording(zh: "择优推荐", en: "Choice on merit"),
    rule: Wording(
      zh: "由工信和财政部门择优推荐，不公布分值；列出所填的近三年主导产品收入和市场占有率、研发经费、发明专利、标准和位次",
      en:
        "bureaus recommend on merit, without published points; shown as far as stated: product revenue and "
        + "market share of three years, research, patents, standards, rank"),
    shows: [
      "/figures/years", "/figures/years/*/year", "/figures/years/*/productRevenue",
      "/figures/years/*/marketShare", "/figures/years/*/researchAndDevelopment",
      "/innovation/patents", "/innovation/standards", "/market/year", "/market/basis",
      "/market/province/rank", "/market/nation/rank", "/market/world/rank",
      "/market/province/share", "/market/nation/share", "/market/world/share",
    ],
    statement: { $0.merit }
  ) { application, law in
    let years = Array((law.baseYear.value - 2)...law.baseYear.value)
    return years.compactMap { application.figures.only($0)?.merit($0) }
      + application.innovation.merit(application.days(law)) + application.market.ranks
  }
}

extension YearFigures {
  /// What a year shows of the main product and of research; `nil` where nothing is stated.
  fileprivate func merit(_ year: Int) -> Reason? {
    if productRevenue == nil, marketShare == nil, researchAndDevelopment == nil { return nil }
    return Reason(
      Message(
        "merit-of-year", zh: "{year} 年主导产品收入 {product}、市场占有率（%）{share}、研发经费 {research}",
        en: "{year}: product revenue {product}, market share (%) {share}, research {research}"),
      [
        "year": .year(year), "product": productRevenue.quantity { .money($0) },
        "share": marketShare.quantity { .number($0) },
        "research": researchAndDevelopment.quantity { .money($0) },
      ])
  }
}

extension GiantInnovation {
  /// How many patents and standards count when filing.
  fileprivate func merit(_ days: GiantDays) -> [Reason] {
    if patents == nil, standards == nil { return [] }
    return [
      Reason(
        Message(
          "merit-of-innovation", zh: "有效发明专利 {patents} 项、标准 {standards} 个",
          en: "invention patents in force {patents}, standards {standards}"),
        [
          "patents": patents(on: .filing, days).quantity,
          "standards": standards(on: .filing, days).quantity,
        ])
    ]
  }
}

extension Market {
  /// The ranks in the niche.
  fileprivate var ranks: [Reason] {
    let places = [
      (Wording(zh: "全省", en: "province"), province), (Wording(zh: "全国", en: "country"), nation),
      (Wording(zh: "全球", en: "world"), world),
    ]
    return places.compactMap { area, position in
      guard let rank = position.rank else { return nil }
      return Reason(
        Message("merit-of-rank", zh: "{area}{rank}", en: "{rank} ({area})"),
        ["area": .term(area), "rank": .rank(rank)])
    }
  }
}
