// Annex 1, 3.3: what results put to use bring in, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.3 and Annex 2(7): effect of results put to use.
  public static let transferEffect = judgement(
    .transferEffect, clauses: [.item(annex: 1, section: 3, item: 3), .note(annex: 2, note: 7)],
    title: Wording(zh: "科技成果转化成效", en: "Effect of results in use"),
    rule: Wording(
      zh: "科技成果转化成效是否明显，由专家评判；列出上一年科技创新收入占营业收入的比重",
      en:
        "whether putting results to use has had marked effect is for experts to judge; income from "
        + "innovation as a share of operating revenue in the last year is shown"),
    figures: .shares(
      ofYears: 1,
      of: .innovationIncome,
      Message(
        "innovation-share", zh: "{year1} 年科技创新收入占营业收入的比重：{share1}",
        en: "income from innovation as a share of operating revenue in {year1}: {share1}")))
}
