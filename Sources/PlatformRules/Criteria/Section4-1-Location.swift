// Section 4(1): files go to the bureaus of one's own place, so that place is in the province.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 4(1): the domicile is in Jilin.
  public static let location = Criterion(
    "platform-location", clauses: [.section4(1)], role: .condition,
    title: Wording(zh: "住所在吉林省", en: "Domicile in Jilin"),
    rule: Wording(
      zh: "住所的行政区划代码（GB/T 2260）以 {province} 开头",
      en: "the domicile has a division code (GB/T 2260) that begins with {province}"),
    numbers: { ["province": .text($0.province.value)] },
    settledReadings: [
      Reading(
        "place-of-the-bureaus",
        Wording(zh: "平台机构的住所须在本省", en: "the institution's domicile has to be in the province"),
        ground: Wording(
          zh: "四（一）规定向所在地的工信、财政部门申请，而通知只发给本省的部门",
          en:
            "Section 4(1) has platforms apply to the bureaus of their place, and the notice goes to those "
            + "of this province only"))
    ],
    asks: [AskedFact("/enterprise/domicile") { $0.enterprise.domicile == nil }],
    evidence: [.licence],
    decide: { application, law in
      Kleene(application.enterprise.domicile.map { $0.begins(with: law.province.value) })
    },
    explain: { isInside, application, law, say in
      say.domicile(
        application.enterprise.domicile, isInside, in: law.province.value,
        mend: Wording(zh: "由住所在本省的平台机构申报", en: "an institution of the province has to apply"))
    })
}
