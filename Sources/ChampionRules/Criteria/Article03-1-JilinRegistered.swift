// Article 3: the domicile on the licence decides where an enterprise is registered.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: the domicile is in Jilin.
  public static let jilinRegistered = Criterion(
    "jilin-registered", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "在吉林省注册", en: "Registered in Jilin"),
    rule: Wording(
      zh: "营业执照住所的行政区划代码（GB/T 2260）以 {province} 开头；统一社会信用代码中的登记地只作提示，不作判断依据",
      en:
        "the domicile on the licence has a division code (GB/T 2260) that begins with {province}; "
        + "the registration place inside the social credit code is only a hint"),
    numbers: { ["province": .text($0.province.value)] },
    settledReadings: [.requirementIsCondition],
    asks: [AskedFact("/enterprise/domicile") { $0.enterprise.domicile == nil }],
    evidence: [.licence],
    decide: { application, law in
      Kleene(application.enterprise.domicile.map { $0.begins(with: law.province.value) })
    },
    explain: { isInside, application, law, say in
      say.domicile(
        application.enterprise.domicile, isInside, in: law.province.value,
        mend: Wording(zh: "住所须登记在吉林省内", en: "the licence must name a domicile in Jilin"))
    })
}

extension Evidence where Applicant == Application {
  /// A copy of the business licence, by which an enterprise is registered as Article 3 asks.
  static let licence = Evidence(
    zh: "营业执照副本", en: "copy of the business licence", by: .authority, under: .article(3),
    at: "/enterprise/licence"
  ) { $0.enterprise.licence }
}
