// Annex 1, 1.2: how revenue has changed, for experts.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.2: steady growth.
  public static let steadyGrowth = judgement(
    .steadyGrowth, clause: .item(annex: 1, section: 1, item: 2),
    title: Wording(zh: "发展稳中向好", en: "Steady growth"),
    rule: Wording(
      zh: "企业发展是否稳中向好，由专家评判；列出主营业务收入的逐年变化",
      en:
        "whether business grows steadily is for experts; the year-on-year change of main-business "
        + "revenue is shown"),
    reads: Trend.reads + ["/figures/years/*/mainBusinessRevenue"],
    isComputable: { round, figures, _ in
      Trend.isComplete(figures, before: round, \.mainBusinessRevenue)
    }
  ) { round, figures, _ in
    let trend = Trend(
      figures, before: round, member: "mainBusinessRevenue", \.mainBusinessRevenue)
    return Computed(
      .revenueTrend, of: [trend], values: trend.values(amounts: "revenue", changes: "change"))
  }
}

extension Message {
  static let revenueTrend = Message(
    "revenue-trend",
    says: Wording(
      zh:
        "主营业务收入：{year1} 年 {revenue1}，{year2} 年 {revenue2}（{change2}），{year3} 年 {revenue3}（{change3}）",
      en: "main-business revenue: {year1} {revenue1}, {year2} {revenue2} ({change2}), "
        + "{year3} {revenue3} ({change3})"))
}
