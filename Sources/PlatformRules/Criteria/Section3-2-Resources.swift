// Section 3(2): whether resources are gathered is for experts.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 3(2): technology, capital and talent are gathered.
  public static let resources = stated(
    .resources, clauses: [.part(section: 3, part: 2, item: nil)],
    title: Wording(zh: "集聚创新资源", en: "Resources gathered"),
    rule: Wording(
      zh: "是否集聚技术、资金、人才等创新资源，由专家评判",
      en:
        "whether technology, capital, talent and other resources are gathered is for experts to judge"
    ),
    statement: { $0.statements.resources })
}
