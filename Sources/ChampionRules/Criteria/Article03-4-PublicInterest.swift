// Article 3: the one requirement that knows no time limit.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: no conduct that harmed national or public interest.
  public static let publicInterest = Criterion(
    "public-interest", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "未损害国家和人民利益", en: "No harm to public interest"),
    rule: Wording(
      zh: "企业未产生过损害国家利益或人民利益的行为，不限时间",
      en: "the enterprise's conduct has at no time harmed national or public interest"),
    settledReadings: [.requirementIsCondition],
    asks: [
      AskedFact("/enterprise/hasHarmedPublicInterest") {
        $0.enterprise.hasHarmedPublicInterest == nil
      }
    ],
    decide: { application, _ in !Kleene(application.enterprise.hasHarmedPublicInterest) },
    explain: { isHarmless, _, _, say in
      switch isHarmless {
      case .unknown: .missing
      case .no:
        say(
          "public-interest-harmed", zh: "申报材料写明有损害国家利益或人民利益的行为",
          en: "conduct that harmed national or public interest is declared",
          mend: Wording(
            zh: "此项没有期限，无法补正", en: "no time limit applies, so nothing can make up for it"))
      case .yes:
        say(
          "no-harm-declared", zh: "声明没有损害国家利益和人民利益的行为",
          en: "declared that no conduct harmed national or public interest")
      }
    })
}
