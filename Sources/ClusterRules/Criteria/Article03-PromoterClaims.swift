// Article 3: what the promotion organisation says of itself, held against the kind that its code names.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 3: no government body.
  public static let promoterNonGovernment = promoterClaim(
    "promoter-non-government", key: "isNonGovernment",
    title: Wording(zh: "促进组织：非政府", en: "Promotion organisation: not a government body"),
    rule: Wording(
      zh: "声明不是政府机构，且统一社会信用代码校验码正确；代码以 11 开头的为国家机关，不符合；以 1 开头的其他类别（如事业单位 12）须核实",
      en:
        "declared to be no government body, with a valid social credit code; 11 is a state organ "
        + "and fails, other kinds of 1 such as a public institution (12) are to be verified"),
    claim: { $0.isNonGovernment },
    refutes: { $0 == .stateOrgan },
    doubts: { $0 == .publicInstitution || $0 == .otherStateUnit },
    isNameAsked: false,
    words: ClaimWords(
      claim: Wording(zh: "非政府", en: "no government body"),
      refuted: Wording(zh: "属国家机关（11）", en: "is that of a state organ (11)"),
      doubtful: Wording(
        zh: "属国家设立的单位（并非国家机关），是否非政府须核实",
        en: "is that of a body set up by the state, though no organ of it"),
      apply: Wording(
        zh: "由非政府的促进组织申报", en: "a promotion organisation that is no government body must apply")))

  /// Article 3: not for profit.
  public static let promoterNonProfit = promoterClaim(
    "promoter-non-profit", key: "isNonProfit",
    title: Wording(zh: "促进组织：非营利", en: "Promotion organisation: not for profit"),
    rule: Wording(
      zh: "声明不以营利为目的，且统一社会信用代码校验码正确；代码以 91、92 开头的（公司、个体工商户）须核实",
      en:
        "declared not to be for profit, with a valid social credit code; a company's (91) or an "
        + "individual business's (92) is to be verified"),
    claim: { $0.isNonProfit },
    refutes: { _ in false },
    doubts: { $0 == .enterprise || $0 == .individualBusiness },
    isNameAsked: false,
    words: ClaimWords(
      claim: Wording(zh: "非营利", en: "not for profit"),
      refuted: Wording(zh: "", en: ""),
      doubtful: Wording(
        zh: "属公司或个体工商户，这种形式通常以营利为目的",
        en: "is that of a company or an individual business, a form that speaks for profit"),
      apply: Wording(
        zh: "由非营利的促进组织申报", en: "a promotion organisation that is not for profit must apply")))

  /// Article 3: an independent legal person.
  public static let promoterLegalPerson = promoterClaim(
    "promoter-legal-person", key: "isLegalPerson",
    title: Wording(zh: "促进组织：独立法人", en: "Promotion organisation: independent legal person"),
    rule: Wording(
      zh: "声明为独立法人，统一社会信用代码校验码正确且以 51、52、53、11、12 或 91 开头，名称不是分会、代表处或分公司；"
        + "以 92 开头的个体工商户不符合；其他类别须核实",
      en:
        "declared an independent legal person, with a valid social credit code of kind 51, 52, 53, "
        + "11, 12 or 91 and a name that is not a branch's; an individual business (92) fails, other "
        + "kinds are to be verified"),
    claim: { $0.isLegalPerson },
    refutes: { $0 == .individualBusiness },
    doubts: { $0 == .otherStateUnit || $0 == .other },
    isNameAsked: true,
    words: ClaimWords(
      claim: Wording(zh: "独立法人", en: "an independent legal person"),
      refuted: Wording(
        zh: "属个体工商户（92），不是法人", en: "is that of an individual business (92), no legal person"),
      doubtful: Wording(
        zh: "的类别不能说明是法人", en: "is of a kind that does not show a legal person"),
      apply: Wording(
        zh: "由具有独立法人资格的促进组织申报",
        en: "a promotion organisation that is a legal person must apply")))

  private static func promoterClaim(
    _ id: String, key: String, title: Wording, rule: Wording,
    claim: @escaping @Sendable (ClusterPromoter) -> Bool?,
    refutes: @escaping @Sendable (SocialCreditCode.Organisation) -> Bool,
    doubts: @escaping @Sendable (SocialCreditCode.Organisation) -> Bool,
    isNameAsked: Bool, words: ClaimWords
  ) -> Criterion {
    let place = Pointer("/promoter/\(key)")
    return Criterion(
      id, clauses: [.article(3)], role: .condition, title: title, rule: rule,
      settledReadings: [.promoterMustBe, .kindFromCode],
      asks: [
        AskedFact(place) { claim($0.promoter) == nil },
        AskedFact("/promoter/creditCode") { $0.promoter.creditCode == nil },
      ] + (isNameAsked ? [AskedFact("/promoter/name") { $0.promoter.name == nil }] : []),
      evidence: [.promoterLicence],
      decide: { application, _ -> PromoterClaimState in
        let promoter = application.promoter
        if claim(promoter) == false { return .denied }
        guard let code = promoter.creditCode else { return .unknown }
        if !code.hasRightCheckCharacter { return .wrongCheckCharacter }
        if refutes(code.organisation) { return .refuted }
        if claim(promoter) == nil { return .unknown }
        if doubts(code.organisation) { return .doubtful }
        if !isNameAsked { return .holds }
        guard let name = promoter.name else { return .unknown }
        return name.isBranchName ? .namedAsBranch : .holds
      },
      explain: { state, application, _, say in
        let code = application.promoter.creditCode
        lazy var values: Reason.Values = [
          "claim": .term(words.claim), "code": code.quantity { .text($0.text) },
          "refuted": .term(words.refuted), "doubtful": .term(words.doubtful),
          "apply": .term(words.apply), "name": application.promoter.name.quantity { .text($0) },
          "expected": code.quantity { .text(String($0.expectedCheckCharacter)) },
        ]
        return switch state {
        case .unknown: .missing
        case .denied:
          say(
            "promoter-denies", zh: "声明不是{claim}", en: "denied to be {claim}",
            mend: Wording(zh: "{apply}", en: "{apply}"), values, at: [place])
        case .refuted:
          say(
            "promoter-code-refutes", zh: "统一社会信用代码 {code} {refuted}",
            en: "social credit code {code} {refuted}", mend: Wording(zh: "{apply}", en: "{apply}"),
            values, at: ["/promoter/creditCode"])
        case .wrongCheckCharacter:
          say(
            "promoter-check-character", zh: "统一社会信用代码 {code} 的校验码不符，不能据以判断类别",
            en: "the check character of {code} is wrong, so it does not show what kind it is",
            mend: Wording(zh: "对照登记证书更正代码", en: "correct the code from the certificate"),
            values, at: ["/promoter/creditCode"])
        case .doubtful:
          say(
            "promoter-kind-doubtful", zh: "声明为{claim}，但代码 {code} {doubtful}",
            en: "declared to be {claim}, but code {code} {doubtful}",
            mend: Wording(
              zh: "对照登记证书和章程核实", en: "verify it on the certificate and the charter"),
            values, at: ["/promoter/creditCode"], asking: .nothing)
        case .namedAsBranch:
          say(
            "promoter-named-as-branch", zh: "声明为{claim}，但名称“{name}”是分支机构的称谓",
            en: "declared to be {claim}, but the name “{name}” is a branch's",
            mend: Wording(
              zh: "对照登记证书核实法人资格", en: "verify on the certificate that it is a legal person"),
            values, at: ["/promoter/name"], asking: .nothing)
        case .holds:
          say(
            "promoter-claim-holds", zh: "声明为{claim}，代码 {code} 的类别与之不矛盾",
            en: "declared to be {claim}; the kind of code {code} does not contradict it", values)
        }
      })
  }
}

/// The words in which one of the claims is told.
private struct ClaimWords: Sendable {
  /// What is claimed.
  let claim: Wording
  /// What a code says that refutes it.
  let refuted: Wording
  /// What a code says that leaves it in doubt.
  let doubtful: Wording
  /// Who has to apply.
  let apply: Wording
}

/// What a claim, the code and the name say together.
enum PromoterClaimState: CriterionState {
  case unknown, denied, refuted, wrongCheckCharacter, doubtful, namedAsBranch, holds

  var outcome: Outcome {
    switch self {
    case .holds: .met
    case .denied, .refuted: .unmet
    case .unknown, .wrongCheckCharacter, .doubtful, .namedAsBranch: .undetermined
    }
  }
}

extension Reading {
  /// How the promotion organisation's kind is known.
  static let kindFromCode = Reading(
    "kind-from-code",
    Wording(
      zh: "以统一社会信用代码前两位核对声明：51、52、53 与三项声明相符，11、12、91 与法人相符；"
        + "11 不是非政府，92 不是法人，12 等是否非政府、91 是否非营利须核实；声明否定的，以声明为准",
      en:
        "the claims are held against the first two characters of the social credit code: 51, 52 and "
        + "53 agree with all three, 11, 12 and 91 with a legal person; 11 is a government body and 92 "
        + "no legal person; whether 12 is no government body and 91 not for profit is to be verified; "
        + "a claim that is denied fails"),
    ground: Wording(
      zh: "GB 32100-2015 前两位为登记管理部门和机构类别；事业单位由国家设立而不是国家机关，公司这一形式通常以营利为目的",
      en:
        "the first two characters name registrar and kind (GB 32100-2015); a public institution is "
        + "set up by the state and is no organ of it, a company's form speaks for profit"))
}

extension Evidence where Applicant == ClusterApplication {
  /// The promotion organisation's certificate of registration.
  static let promoterLicence = Evidence(
    zh: "促进组织法人登记证书", en: "the promotion organisation's certificate of registration",
    by: .authority, under: .article(3), at: "/promoter/licence"
  ) { $0.promoter.licence }
}

extension String {
  /// Whether a name has a word in it by which branches are called.
  var isBranchName: Bool {
    contains(text: "分会") || contains(text: "代表处") || contains(text: "分公司")
  }

  private func contains(text part: String) -> Bool {
    utf8.indices.contains { utf8[$0...].starts(with: part.utf8) }
  }
}
