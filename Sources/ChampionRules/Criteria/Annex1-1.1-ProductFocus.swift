// Annex 1, 1.1: how far an enterprise lives by the product, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.1 and Article 2: long and deep focus.
  public static let productFocus = judgement(
    .productFocus, clauses: [.item(annex: 1, section: 1, item: 1), .article(2)],
    title: Wording(zh: "专注程度", en: "Product focus"),
    rule: Wording(
      zh: "是否长期专注深耕某一环节或产品，由专家评判；列出各年产品收入占主营业务收入的比重",
      en: "long and deep focus on one link of a chain or one product is for experts to judge; the "
        + "product's share of main-business revenue is shown for each year"),
    figures: .shares(
      ofYears: 3,
      of: .productRevenue,
      in: .mainBusinessRevenue,
      Message(
        "product-shares",
        zh: "产品收入占主营业务收入的比重：{year1} 年 {share1}，{year2} 年 {share2}，{year3} 年 {share3}",
        en:
          "product revenue as a share of main-business revenue: {year1} {share1}, {year2} {share2}, "
          + "{year3} {share3}")))
}
