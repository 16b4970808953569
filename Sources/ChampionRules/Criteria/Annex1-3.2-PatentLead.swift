// Annex 1, 3.2: numbers of patents, for experts.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 3.2: patents in comparison.
  public static let patentLead = judgement(
    .patentLead, clauses: [.item(annex: 1, section: 3, item: 2)],
    title: Wording(zh: "专利数量", en: "Patents"),
    rule: Wording(
      zh: "国内外专利数量是否行业领先，由专家评判；列出数量",
      en:
        "whether the number of patents leads the industry is for experts to judge; the numbers are "
        + "shown"),
    figures: ExpertFigures(
      asks: [
        AskedFact("/innovation/domesticPatents") { $0.innovation.domesticPatents == nil },
        AskedFact("/innovation/internationalPatents") {
          $0.innovation.internationalPatents == nil
        },
      ],
      areComplete: { _, _, innovation in
        innovation.domesticPatents != nil && innovation.internationalPatents != nil
      },
      explain: { application, say in
        say(
          "patent-counts", zh: "国内专利（件）：{domestic}；国际专利（件）：{international}",
          en: "domestic patents: {domestic}; international patents: {international}",
          [
            "domestic": application.innovation.domesticPatents.quantity { .count($0) },
            "international": application.innovation.internationalPatents.quantity { .count($0) },
          ])
      }))
}
