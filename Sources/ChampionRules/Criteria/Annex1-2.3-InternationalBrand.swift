// Annex 1, 2.3: business abroad, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 2.3 and Annex 2(5)(6): business abroad and brand.
  public static let internationalBrand = judgement(
    .internationalBrand,
    clauses: [
      .item(annex: 1, section: 2, item: 3), .note(annex: 2, note: 5), .note(annex: 2, note: 6),
    ],
    title: Wording(zh: "国际化经营与品牌", en: "Business abroad and brand"),
    rule: Wording(
      zh: "国际化经营、品牌和全球资源配置能力，由专家评判；列出上一年国际业务收入占营业收入的比重",
      en:
        "business abroad, brand and the ability to allocate resources worldwide are for experts to "
        + "judge; international revenue as a share of operating revenue in the last year is shown"),
    figures: .shares(
      ofYears: 1,
      of: .internationalRevenue,
      Message(
        "international-share", zh: "{year1} 年国际业务收入占营业收入的比重：{share1}",
        en: "international revenue as a share of operating revenue in {year1}: {share1}")))
}
