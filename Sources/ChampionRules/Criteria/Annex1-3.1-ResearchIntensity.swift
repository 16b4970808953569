// Annex 1, 3.1: spending on research, for experts; the regulation sets no number.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.1: spending on research.
  public static let researchIntensity = judgement(
    .researchIntensity, clauses: [.item(annex: 1, section: 3, item: 1)],
    title: Wording(zh: "研发投入强度", en: "Research intensity"),
    rule: Wording(
      zh: "研发投入强度是否行业领先，由专家评判；列出各年研发费用占营业收入的比重，办法没有规定数值",
      en: "whether spending on research leads the industry is for experts to judge; its share of "
        + "operating revenue is shown for each year; the regulation sets no number"),
    figures: .shares(
      ofYears: 3,
      of: .researchAndDevelopment,
      Message(
        "research-shares",
        zh: "研发费用占营业收入的比重：{year1} 年 {share1}，{year2} 年 {share2}，{year3} 年 {share3}",
        en:
          "research spending as a share of operating revenue: {year1} {share1}, {year2} {share2}, "
          + "{year3} {share3}")))
}
