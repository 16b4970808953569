// Annex 1, 3.2: numbers of patents, for experts.

import Eligibility

extension Criterion where Applicant == Application {
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
}

extension Message {
  static let patentCounts = Message(
    "patent-counts",
    says: Wording(
      zh: "专利：国内 {domestic} 件，国际 {international} 件",
      en: "patents: {domestic} at home, {international} abroad"))
}
