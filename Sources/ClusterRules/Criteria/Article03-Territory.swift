// Article 3: within the territory of the country, which two legal usages draw differently.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 3: registered within the territory of the PRC.
  public static let promoterInChina = Criterion(
    "promoter-in-china", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "促进组织：境内注册", en: "Promotion organisation: registered in China"),
    rule: Wording(
      zh: "注册地为内地且统一社会信用代码校验码正确；注册在境外的不符合；在香港、澳门、台湾注册的，由主管部门确认",
      en:
        "registered on the mainland, with a valid social credit code; abroad fails; Hong Kong, "
        + "Macao and Taiwan are for the department to confirm"),
    settledReadings: [
      .promoterMustBe,
      Reading(
        "territory",
        Wording(
          zh: "内地注册即为境内，外国注册即为境外，港澳台注册无法判断",
          en:
            "the mainland is within, other countries are outside, and Hong Kong, Macao and Taiwan "
            + "stay open"),
        ground: Wording(
          zh: "“境内”在法律文件中有两种用法，有的包括港澳台，有的不包括",
          en: "境内 is used in two senses, with and without Hong Kong, Macao and Taiwan")),
    ],
    asks: [
      AskedFact("/promoter/placeOfRegistration") { $0.promoter.placeOfRegistration == nil },
      AskedFact("/promoter/creditCode") { $0.promoter.creditCode == nil },
    ],
    evidence: [.promoterLicence],
    decide: { application, _ -> TerritoryState in
      switch application.promoter.placeOfRegistration {
      case .abroad: return .abroad
      case .hongKong, .macao, .taiwan: return .open
      case nil: return .unknown
      case .mainland: break
      }
      guard let code = application.promoter.creditCode else { return .unknown }
      return code.hasRightCheckCharacter ? .within : .wrongCheckCharacter
    },
    explain: { state, application, _, say in
      lazy var values: Reason.Values = [
        "code": application.promoter.creditCode.quantity { .text($0.text) }
      ]
      return switch state {
      case .unknown: .missing
      case .abroad:
        say(
          "registered-abroad", zh: "促进组织在境外注册",
          en: "the promotion organisation is registered abroad",
          mend: Wording(
            zh: "由在境内注册的促进组织申报", en: "an organisation registered in China must apply"),
          at: ["/promoter/placeOfRegistration"])
      case .open:
        say(
          "territory-open", zh: "促进组织在香港、澳门或台湾注册，“境内”是否包括，有两种用法",
          en:
            "the promotion organisation is registered in Hong Kong, Macao or Taiwan, which the term "
            + "used may or may not include",
          mend: Wording(zh: "由主管部门确认", en: "have the department confirm it"),
          at: ["/promoter/placeOfRegistration"], asking: .nothing)
      case .wrongCheckCharacter:
        say(
          "territory-check-character", zh: "统一社会信用代码 {code} 的校验码不符，不能证明在境内登记",
          en: "the check character of {code} is wrong, so it does not show the registration",
          mend: Wording(zh: "对照登记证书更正代码", en: "correct the code from the certificate"),
          values, at: ["/promoter/creditCode"])
      case .within:
        say(
          "registered-within", zh: "在内地注册，代码 {code}", en: "registered on the mainland, code {code}",
          values)
      }
    })
}

/// What the place of registration and the code say together.
enum TerritoryState: CriterionState {
  case unknown, abroad, open, wrongCheckCharacter, within

  var outcome: Outcome {
    switch self {
    case .within: .met
    case .abroad: .unmet
    case .unknown, .open, .wrongCheckCharacter: .undetermined
    }
  }
}
