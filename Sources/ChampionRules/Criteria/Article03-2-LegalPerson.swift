// Article 3: only a legal person can apply, and a branch may look like one.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: an independent legal person.
  public static let legalPerson = Criterion(
    "legal-person", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "独立法人资格", en: "Independent legal person"),
    rule: Wording(
      zh: "声明具有独立法人资格，且统一社会信用代码以 91 开头、校验码正确、名称不是分公司、分厂或合伙企业；"
        + "有疑点的，须核对营业执照；以 92 开头的个体工商户不符合",
      en:
        "declared to be an independent legal person, with a social credit code that begins with 91 "
        + "and a valid check character, and a name that is neither a branch's nor a partnership's; "
        + "doubts are settled by the licence; an individual business (92) is not one"),
    settledReadings: [.requirementIsCondition],
    asks: [
      AskedFact("/enterprise/isLegalPerson") { $0.enterprise.isLegalPerson == nil },
      AskedFact("/enterprise/creditCode") { $0.enterprise.creditCode == nil },
      AskedFact("/enterprise/name") { $0.enterprise.name == nil },
    ],
    evidence: [.licence],
    decide: { application, _ in
      LegalPersonState(
        isDeclared: application.enterprise.isLegalPerson, code: application.enterprise.creditCode,
        name: application.enterprise.name, isFitting: { $0 == .enterprise },
        isBranch: { $0.endsLikeNoLegalPerson })
    },
    explain: { state, application, _, say in
      let code = application.enterprise.creditCode
      lazy var codeValue: Reason.Values = ["code": code.quantity { .text($0.text) }]
      return switch state {
      case .unknown: .missing
      case .individualBusiness:
        say(
          "individual-business", zh: "统一社会信用代码 {code} 属个体工商户，不是法人",
          en:
            "social credit code {code} belongs to an individual business, which is no legal person",
          mend: Wording(zh: "须以企业法人身份申报", en: "apply as an enterprise that is a legal person"),
          codeValue, at: ["/enterprise/creditCode"])
      case .declaredNone:
        say(
          "not-a-legal-person", zh: "声明不具有独立法人资格",
          en: "declared not to be an independent legal person",
          mend: Wording(
            zh: "由具有法人资格的企业申报", en: "the enterprise that is the legal person must apply"),
          at: ["/enterprise/isLegalPerson"])
      case .wrongCheckCharacter:
        say(
          "wrong-check-character",
          zh: "声明为独立法人，但统一社会信用代码 {code} 的校验码不符",
          en: "declared a legal person, but the check character of {code} is wrong",
          mend: Wording(zh: "对照营业执照更正代码", en: "correct the code from the licence"),
          [
            "code": code.quantity { .text($0.text) },
            "expected": code.quantity { .text(String($0.expectedCheckCharacter)) },
          ], at: ["/enterprise/creditCode"])
      case .anotherKind:
        say(
          "not-an-enterprise-code", zh: "声明为独立法人，但代码 {code} 不以 91（企业）开头",
          en: "declared a legal person, but code {code} does not begin with 91 (enterprise)",
          mend: Wording(
            zh: "对照营业执照核实主体类型", en: "verify the kind of organisation on the licence"),
          codeValue, at: ["/enterprise/creditCode"])
      case .namedAsBranch:
        say(
          "named-as-branch", zh: "声明为独立法人，但名称“{name}”是分支机构或合伙企业的称谓",
          en: "declared a legal person, but the name “{name}” is that of a branch or a partnership",
          mend: Wording(
            zh: "对照营业执照核实法人资格", en: "verify on the licence that it is a legal person"),
          ["name": application.enterprise.name.quantity { .text($0) }], at: ["/enterprise/name"])
      case .legalPerson:
        say(
          "is-legal-person", zh: "声明为独立法人，代码 {code} 为企业代码且校验码正确",
          en:
            "declared a legal person; {code} is an enterprise's code with a valid check character",
          codeValue)
      }
    })
}

extension String {
  /// Whether a name ends like that of a branch or a partnership.
  fileprivate var endsLikeNoLegalPerson: Bool {
    switch lastLetters {
    case (_, "分", "公", "司"), (_, _, "分", "厂"), ("合", "伙", "企", "业"), ("普", "通", "合", "伙"),
      ("有", "限", "合", "伙"):
      true
    default: false
    }
  }
}
