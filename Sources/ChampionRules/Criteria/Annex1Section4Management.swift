// Annex 1, section 4: results of operation, management, culture and people.

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

  /// Annex 1, 4.2: management.
  public static let management = judgement(
    .management, clause: .item(annex: 1, section: 4, item: 2),
    title: Wording(zh: "管理水平", en: "Management"),
    rule: Wording(
      zh: "战略、运营、风险、质量等管理和管理创新，由专家评判",
      en: "strategy, operation, risk, quality and innovation in management are for experts"))

  /// Annex 1, 4.3: culture.
  public static let culture = judgement(
    .culture, clause: .item(annex: 1, section: 4, item: 3),
    title: Wording(zh: "企业文化", en: "Culture"),
    rule: Wording(
      zh: "企业文化、企业家精神、工匠精神和人才结构，由专家评判",
      en: "culture, enterprise, craftsmanship and the structure of staff are for experts"))

  /// Annex 1, 4.3: someone in a talent programme.
  public static let talentProgramme = anyOf(
    "talent-programme", clause: .item(annex: 1, section: 4, item: 3),
    title: Wording(zh: "省、市级人才计划", en: "Talent programme"),
    rule: Wording(
      zh: "有人入选省级或市级人才计划", en: "someone is selected for a provincial or municipal talent programme"),
    list: "/talent/programmes",
    evidence: Wording(zh: "人才计划入选文件", en: "proof of the selection"),
    items: \.talent.programmes, proofs: \.evidence,
    test: ItemTest(
      "level", wanted: Wording(zh: "省级或市级计划", en: "a provincial or municipal programme"),
      Reading(
        "as-named",
        Wording(zh: "仅指省级或市级计划", en: "provincial or municipal programmes only"),
        ground: Wording(zh: "附件1 四.3 只写省、市级", en: "Annex 1, 4.3 names these two levels")),
      { Kleene($0.level.map { $0 == .provincial || $0 == .municipal }) },
      or: Reading(
        "at-least", Wording(zh: "国家级计划也算", en: "national programmes count as well"),
        ground: Wording(zh: "级别更高的当然包含较低的", en: "the higher level includes the lower")),
      { Kleene($0.level.map { $0 != .below }) }))

  /// Annex 1, 4.3: training with schools.
  public static let talentCooperation = anyOf(
    "talent-cooperation", clause: .item(annex: 1, section: 4, item: 3),
    title: Wording(zh: "校企合作培养人才", en: "Talent cooperation"),
    rule: Wording(
      zh: "参与建设校企合作的人才培养载体",
      en: "takes part in building carriers of talent training shared by schools and enterprises"),
    list: "/talent/cooperations",
    evidence: Wording(zh: "校企合作协议", en: "agreement with the school"),
    items: \.talent.cooperations, proofs: \.evidence,
    test: .none)
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
