// Annex 1, section 3: research, intellectual property, standards and results in use.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.1: a research institution recognised at city level or above.
  public static let researchInstitution = anyOf(
    "rd-institution", clause: .item(annex: 1, section: 3, item: 1),
    title: Wording(zh: "市级以上研发机构", en: "Research institution"),
    rule: Wording(
      zh: "拥有市级及以上部门认定的研发机构",
      en: "a research and development institution recognised at city level or above"),
    list: "/innovation/institutions",
    evidence: Wording(zh: "研发机构认定文件", en: "recognition of the institution"),
    items: \.innovation.institutions, proofs: \.evidence,
    test: ItemTest(
      "level", wanted: Wording(zh: "市级及以上认定", en: "recognition at city level or above")
    ) {
      Kleene($0.level.map { $0 != .below })
    })

  /// Annex 1, 3.1: spending on research.
  public static let researchIntensity = judgement(
    .researchIntensity, clause: .item(annex: 1, section: 3, item: 1),
    title: Wording(zh: "研发投入强度", en: "Research intensity"),
    rule: Wording(
      zh: "研发投入强度是否行业领先，由专家评判；列出各年研发费用占营业收入的比重，办法没有规定数值",
      en: "whether spending on research leads the industry is for experts; its share of operating "
        + "revenue is shown for each year; the regulation sets no number"),
    reads: Trend.reads + [
      "/figures/years/*/researchAndDevelopment", "/figures/years/*/operatingRevenue",
    ],
    isComputable: { round, figures, _ in
      YearlyShare.isComplete(
        figures, before: round, years: Trend.years, \.researchAndDevelopment)
    }
  ) { round, figures, _ in
    let shares = YearlyShare(
      figures, before: round, years: Trend.years, of: "researchAndDevelopment",
      \.researchAndDevelopment)
    return Computed(.researchShares, of: shares.trends, values: shares.values)
  }

  /// Annex 1, 3.2: core intellectual property.
  public static let coreIntellectualProperty = anyOf(
    "core-ip", clause: .item(annex: 1, section: 3, item: 2),
    title: Wording(zh: "核心自主知识产权", en: "Core intellectual property"),
    rule: Wording(zh: "拥有核心自主知识产权", en: "owns core intellectual property"),
    list: "/innovation/coreIntellectualProperty",
    evidence: Wording(zh: "知识产权证书", en: "certificates of the property"),
    items: \.innovation.coreIntellectualProperty, proofs: \.evidence,
    test: .none)

  /// Annex 1, 3.2: patents in comparison.
  public static let patentLead = judgement(
    .patentLead, clause: .item(annex: 1, section: 3, item: 2),
    title: Wording(zh: "专利数量", en: "Patents"),
    rule: Wording(
      zh: "国内外专利数量是否行业领先，由专家评判；列出数量",
      en: "whether the number of patents leads the industry is for experts; the numbers are shown"),
    reads: ["/innovation/domesticPatents", "/innovation/internationalPatents"],
    isComputable: { _, _, innovation in
      innovation.domesticPatents != nil && innovation.internationalPatents != nil
    }
  ) { _, _, innovation in
    Computed(
      .patentCounts,
      [
        "domestic": innovation.domesticPatents.quantity { .count($0) },
        "international": innovation.internationalPatents.quantity { .count($0) },
      ],
      missing: absent([
        "/innovation/domesticPatents": innovation.domesticPatents == nil,
        "/innovation/internationalPatents": innovation.internationalPatents == nil,
      ]))
  }

  /// Annex 1, 3.2: a part in making standards.
  public static let standards = anyOf(
    "standards", clause: .item(annex: 1, section: 3, item: 2),
    title: Wording(zh: "主导或参与制定标准", en: "Standards"),
    rule: Wording(
      zh: "主导或参与制定国际、国家或行业标准，有一项即可",
      en: "led or took part in an international, national or industry standard; one suffices"),
    list: "/innovation/standards",
    evidence: Wording(zh: "参与标准制定的证明", en: "proof of the part in the standard"),
    items: \.innovation.standards, proofs: \.evidence,
    test: ItemTest(
      "level",
      wanted: Wording(zh: "国际、国家或行业标准", en: "an international, national or industry standard"),
      Reading(
        "levels-named", Wording(zh: "仅指国际、国家和行业标准", en: "only the three levels named"),
        ground: Wording(zh: "附件1 三.2 逐一列出三级", en: "Annex 1, 3.2 names three levels")),
      { Kleene($0.level?.isNamed) },
      or: Reading(
        "levels-open", Wording(zh: "其他级别的标准也算", en: "standards of other levels count as well"),
        ground: Wording(zh: "所列之后有“等”字", en: "the list ends in 等, “and the like”")),
      { _ in .yes }),
    settledReadings: [
      Reading(
        "one-standard-suffices", Wording(zh: "有一项标准即可", en: "any one standard suffices"),
        ground: Wording(
          zh: "三个级别是可以选择的对象，不要求一家企业样样具备",
          en: "the levels are alternatives; that one enterprise has a part at each is not meant"))
    ])

  /// Annex 1, 3.3 and Annex 2(7): results of research in use.
  public static let appliedResults = anyOf(
    "applied-results", clause: .item(annex: 1, section: 3, item: 3),
    further: [.note(annex: 2, note: 7)],
    title: Wording(zh: "科技成果转化", en: "Applied results"),
    rule: Wording(
      zh: "专利或其他知识产权已经实际使用，并带来经济效益",
      en: "patents or other intellectual property are in actual use and bring economic benefit"),
    list: "/innovation/appliedResults",
    evidence: Wording(zh: "成果应用和效益证明", en: "proof of use and benefit"),
    items: \.innovation.appliedResults, proofs: \.evidence,
    test: ItemTest("isInUse", wanted: Wording(zh: "实际应用", en: "actual use")) {
      Kleene($0.isInUse)
    }
      && ItemTest("bringsBenefit", wanted: Wording(zh: "经济效益", en: "economic benefit")) {
        Kleene($0.bringsBenefit)
      })

  /// Annex 1, 3.3 and Annex 2(7): effect of results put to use.
  public static let transferEffect = judgement(
    .transferEffect, clause: .item(annex: 1, section: 3, item: 3),
    further: [.note(annex: 2, note: 7)],
    title: Wording(zh: "科技成果转化成效", en: "Effect of results in use"),
    rule: Wording(
      zh: "科技成果转化成效是否明显，由专家评判；列出上一年科技创新收入占营业收入的比重",
      en:
        "whether the effect of results put to use is marked is for experts; the share of income from "
        + "innovation in operating revenue of the last year is shown"),
    reads: Trend.reads + [
      "/figures/years/*/innovationIncome", "/figures/years/*/operatingRevenue",
    ],
    isComputable: { round, figures, _ in
      YearlyShare.isComplete(figures, before: round, years: 1, \.innovationIncome)
    }
  ) { round, figures, _ in
    let shares = YearlyShare(
      figures, before: round, years: 1, of: "innovationIncome", \.innovationIncome)
    return Computed(.innovationShare, of: shares.trends, values: shares.values)
  }
}

extension Message {
  static let researchShares = Message(
    "research-shares",
    says: Wording(
      zh: "研发费用占营业收入：{year1} 年 {share1}，{year2} 年 {share2}，{year3} 年 {share3}",
      en: "research spending in operating revenue: {year1} {share1}, {year2} {share2}, "
        + "{year3} {share3}"))
  static let innovationShare = Message(
    "innovation-share",
    says: Wording(
      zh: "{year1} 年科技创新收入占营业收入 {share1}",
      en: "income from innovation was {share1} of operating revenue in {year1}"))
  static let patentCounts = Message(
    "patent-counts",
    says: Wording(
      zh: "专利：国内 {domestic} 件，国际 {international} 件",
      en: "patents: {domestic} at home, {international} abroad"))
}
