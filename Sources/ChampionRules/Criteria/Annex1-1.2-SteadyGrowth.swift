// Annex 1, 1.2: how revenue has changed, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.2: steady growth.
  public static let steadyGrowth = judgement(
    .steadyGrowth, clauses: [.item(annex: 1, section: 1, item: 2)],
    title: Wording(zh: "发展稳中向好", en: "Steady growth"),
    rule: Wording(
      zh: "企业发展是否稳中向好，由专家评判；列出主营业务收入的逐年变化",
      en:
        "whether business grows steadily is for experts to judge; the year-on-year change of "
        + "main-business revenue is shown"),
    figures: .ofYears(
      3, [.mainBusinessRevenue],
      Message(
        "revenue-trend",
        zh:
          "主营业务收入：{year1} 年 {revenue1}，{year2} 年 {revenue2}（同比{change2}），{year3} 年 {revenue3}（同比{change3}）",
        en: "main-business revenue: {year1} {revenue1}, {year2} {revenue2} ({change2}), "
          + "{year3} {revenue3} ({change3})")
    ) { trends in
      trends[0].values(amounts: "revenue", changes: "change")
    })
}
