// Sections 1 and 3(2): how many the province recommends is known only once all applications are.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Sections 1 and 3(2): a limit to what the province recommends.
  public static let quota = Criterion(
    "platform-quota", clauses: [.section(1), .part(section: 3, part: 2, item: nil)], role: .quota,
    title: Wording(zh: "推荐名额", en: "Quota"),
    rule: Wording(
      zh: "全省推荐不超过 {limit} 个平台", en: "the province recommends at most {limit} platforms"),
    numbers: { ["limit": .count($0.quota.value)] },
    asks: [],
    decide: { _, _ in Outcome.notApplicable },
    explain: { _, _, law, say in
      say(
        "decided-among-all", zh: "全省推荐不超过 {limit} 个，由省级部门在全部申报中择优确定，单份材料不作判断",
        en:
          "at most {limit} platforms of the province are recommended, chosen on merit among all; one "
          + "application does not decide it",
        ["limit": .count(law.quota.value)])
    })
}
