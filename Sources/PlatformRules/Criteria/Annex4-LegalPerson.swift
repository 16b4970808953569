// Annex 4: the institution is a legal person, which many kinds of code can be and a branch's name denies.

import CommonFacts
import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Annex 4: an independent legal person.
  public static let legalPerson = Criterion(
    "platform-legal-person", clauses: [.annex(4)], role: .condition,
    title: Wording(zh: "独立法人资格", en: "Independent legal person"),
    rule: Wording(
      zh: "平台机构声明具有独立法人资格，统一社会信用代码以 91、12、51、52 或 53 开头且校验码正确，名称不是分支机构或合伙企业；"
        + "以 92 开头的个体工商户不符合；其他类别和有疑点的，须核对证照",
      en:
        "the institution is declared an independent legal person, with a social credit code that begins "
        + "with 91, 12, 51, 52 or 53 and a valid check character, and a name that is neither a branch's "
        + "nor a partnership's; an individual business (92) is none; other kinds and doubts are settled by "
        + "the licence or certificate"),
    settledReadings: [
      Reading(
        "table-head-demands",
        Wording(zh: "表头的说明是对平台机构的要求", en: "the words of the table's head are a requirement"),
        ground: Wording(
          zh: "附件4 在机构名称栏注明须具有独立法人资格，推荐时必须如实填写",
          en:
            "Annex 4 demands it of the institution named there, and nobody is recommended without that "
            + "table"))
    ],
    asks: [
      AskedFact("/enterprise/isLegalPerson") { $0.enterprise.isLegalPerson == nil },
      AskedFact("/enterprise/creditCode") { $0.enterprise.creditCode == nil },
      .institutionName,
    ],
    evidence: [.licence],
    decide: { application, _ in
      LegalPersonState(
        isDeclared: application.enterprise.isLegalPerson, code: application.enterprise.creditCode,
        name: application.enterprise.name,
        isFitting: {
          switch $0 {
          case .enterprise, .publicInstitution, .society, .privateInstitution, .foundation: true
          default: false
          }
        }, isBranch: { $0.endsLikeNoLegalPerson })
    },
    explain: { state, application, _, say in
      let code = application.enterprise.creditCode
      lazy var values: Reason.Values = [
        "code": code.quantity { .text($0.text) },
        "expected": code.quantity { .text(String($0.expectedCheckCharacter)) },
        "name": application.enterprise.name.quantity { .text($0) },
      ]
      return switch state {
      case .unknown: .missing
      case .individualBusiness:
        say(
          "individual-business", zh: "统一社会信用代码 {code} 属个体工商户，不是法人",
          en:
            "social credit code {code} belongs to an individual business, which is no legal person",
          mend: Wording(
            zh: "须由具有法人资格的机构申报", en: "an institution that is a legal person has to apply"),
          values, at: ["/enterprise/creditCode"])
      case .declaredNone:
        say(
          "not-a-legal-person", zh: "声明不具有独立法人资格",
          en: "declared not to be an independent legal person",
          mend: Wording(
            zh: "须由具有法人资格的机构申报", en: "an institution that is a legal person has to apply"),
          at: ["/enterprise/isLegalPerson"])
      case .wrongCheckCharacter:
        say(
          "wrong-check-character", zh: "声明为独立法人，但统一社会信用代码 {code} 的校验码不符",
          en: "declared a legal person, but the check character of {code} is wrong",
          mend: Wording(zh: "对照证照更正代码", en: "correct the code from the licence or certificate"),
          values,
          at: ["/enterprise/creditCode"])
      case .anotherKind:
        say(
          "another-kind-of-code", zh: "声明为独立法人，但代码 {code} 属其他类别（如律师事务所、机关），是否法人须核对证照",
          en:
            "declared a legal person, but code {code} is of another kind, such as a law firm's or a state "
            + "organ's, which may be none",
          mend: Wording(
            zh: "对照证照核实法人资格", en: "verify on the licence or certificate that it is a legal person"),
          values,
          at: ["/enterprise/creditCode"])
      case .namedAsBranch:
        say(
          "named-as-branch", zh: "声明为独立法人，但名称“{name}”是分支机构或合伙企业的称谓",
          en: "declared a legal person, but the name “{name}” is that of a branch or a partnership",
          mend: Wording(
            zh: "对照证照核实法人资格", en: "verify on the licence or certificate that it is a legal person"),
          values,
          at: ["/enterprise/name"])
      case .legalPerson:
        say(
          "is-legal-person", zh: "声明为独立法人，代码 {code} 的类别相符且校验码正确",
          en:
            "declared a legal person; {code} is of a fitting kind and has a valid check character",
          values)
      }
    })
}

extension String {
  /// Whether a name ends like that of a branch or a partnership.
  fileprivate var endsLikeNoLegalPerson: Bool {
    switch lastLetters {
    case (_, "分", "公", "司"), (_, _, "分", "所"), (_, _, "分", "厂"), ("分", "支", "机", "构"),
      ("合", "伙", "企", "业"), ("普", "通", "合", "伙"), ("有", "限", "合", "伙"):
      true
    default: false
    }
  }
}
