// Sections 2 and 3(2): point-to-point service, and whether its effect is clear, is for experts.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Sections 2 and 3(2): point-to-point service to the province's national little giants.
  public static let targetedService = stated(
    .targeted, clauses: [.section(2), .part(section: 3, part: 2, item: nil)],
    title: Wording(zh: "“点对点”服务", en: "Point-to-point service"),
    rule: Wording(
      zh: "能否为本省的国家级专精特新“小巨人”企业提供针对性强、成效明显的“点对点”服务，由专家评判；对重点“小巨人”企业，应提供“点对点”服务",
      en:
        "whether the province's national little giants get point-to-point service that fits them and "
        + "has clear effect is for experts to judge; key little giants are to get it in any case"),
    statement: { $0.statements.targeted })
}
