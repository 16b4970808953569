// Annex 1, 4.1: how revenue and profit have changed, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 4.1: revenue and profit.
  public static let operatingPerformance = judgement(
    .operatingPerformance, clauses: [.item(annex: 1, section: 4, item: 1)],
    title: Wording(zh: "经营业绩", en: "Operating performance"),
    rule: Wording(
      zh: "主营业务收入或利润是否行业领先，由专家评判；列出逐年变化",
      en:
        "whether revenue or profit leads the industry is for experts to judge; their year-on-year "
        + "change is shown"),
    figures: .ofYears(
      3, [.mainBusinessRevenue, .profit],
      Message(
        "performance-trend",
        zh:
          "主营业务收入：{year1} 年 {revenue1}，{year2} 年 {revenue2}（同比{change2}），{year3} 年 {revenue3}（同比{change3}）；"
          + "同期利润：{profit1}，{profit2}（同比{profitChange2}），{profit3}（同比{profitChange3}）",
        en: "main-business revenue: {year1} {revenue1}, {year2} {revenue2} ({change2}), {year3} "
          + "{revenue3} ({change3}); profit: {profit1}, {profit2} ({profitChange2}), {profit3} "
          + "({profitChange3})")
    ) { trends in
      trends[0].values(amounts: "revenue", changes: "change")
        .appending(trends[1].values(amounts: "profit", changes: "profitChange"))
    })
}
