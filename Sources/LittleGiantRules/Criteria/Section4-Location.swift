// Section 4(1): applications go to the bureaus of the place, so the applicant has its domicile in Jilin.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 4(1): the domicile is in Jilin.
  public static let giantLocation = Criterion(
    "giant-location", clauses: [.part(section: 4, part: 1, item: nil)], role: .condition,
    title: Wording(zh: "住所在吉林省", en: "Domicile in Jilin"),
    rule: Wording(
      zh: "营业执照住所的行政区划代码（GB/T 2260）以 {province} 开头",
      en: "the domicile on the licence has a division code (GB/T 2260) that begins with {province}"),
    numbers: { ["province": .text($0.province.value)] },
    settledReadings: [
      Reading(
        "place-of-bureau",
        Wording(zh: "申报企业须在吉林省内", en: "an applicant has to be in Jilin"),
        ground: Wording(
          zh: "四（一）规定向所在市（州）、县（市）或长白山的部门申请",
          en: "Section 4(1) sends applications to the bureaus of the enterprise's place"))
    ],
    asks: [AskedFact("/enterprise/domicile") { $0.enterprise.domicile == nil }],
    evidence: [.licence],
    decide: { application, law -> Kleene in
      Kleene(application.enterprise.domicile.map { $0.begins(with: law.province.value) })
    },
    explain: { isInside, application, law, say in
      say.domicile(
        application.enterprise.domicile, isInside, in: law.province.value,
        mend: Wording(zh: "住所须登记在吉林省内", en: "the licence must name a domicile in Jilin"))
    })
}
