// Annex 1, 4.1: how revenue and profit have changed, for experts.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 4.1: revenue and profit.
  public static let operatingPerformance = judgement(
    .operatingPerformance, clause: .item(annex: 1, section: 4, item: 1),
    title: Wording(zh: "经营业绩", en: "Operating performance"),
    rule: Wording(
      zh: "主营业务收入或利润是否行业领先，由专家评判；列出逐年变化",
      en: "whether revenue or profit leads the industry is for experts; their change is shown"),
    reads: Trend.reads + ["/figures/years/*/mainBusinessRevenue", "/figures/years/*/profit"],
    isComputable: { round, figures, _ in
      Trend.isComplete(figures, before: round, \.mainBusinessRevenue)
        && Trend.isComplete(figures, before: round, \.profit)
    }
  ) { round, figures, _ in
    let revenue = Trend(
      figures, before: round, member: "mainBusinessRevenue", \.mainBusinessRevenue)
    let profit = Trend(figures, before: round, member: "profit", \.profit)
    return Computed(
      .performanceTrend, of: [revenue, profit],
      values: revenue.values(amounts: "revenue", changes: "change")
        .appending(profit.values(amounts: "profit", changes: "profitChange")))
  }
}

extension Message {
  static let performanceTrend = Message(
    "performance-trend",
    says: Wording(
      zh:
        "主营业务收入 {year1} 年 {revenue1}，{year2} 年 {revenue2}（{change2}），{year3} 年 {revenue3}（{change3}）；"
        + "利润：{profit1}，{profit2}（{profitChange2}），{profit3}（{profitChange3}）",
      en: "main-business revenue: {year1} {revenue1}, {year2} {revenue2} ({change2}), {year3} "
        + "{revenue3} ({change3}); profit: {profit1}, {profit2} ({profitChange2}), {profit3} "
        + "({profitChange3})"))
}
