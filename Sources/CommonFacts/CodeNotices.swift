// What a social credit code shows besides who is meant: where it was issued, and whether its parts agree.

import Eligibility

extension SocialCreditCode {
  /// The registration place that stands for the national organ (GB 32100-2015).
  private static let nationalOrgan = "100000"

  /// Whether the organisation was registered in a province, or by the national organ.
  ///
  /// - Parameter province: the first digits of the province's divisions.
  public func isRegisteredNationally(orIn province: String) -> Bool {
    isRegistered(in: province) || isRegistered(in: SocialCreditCode.nationalOrgan)
  }
}

extension [Notice] {
  /// Checks that an applicant's code was issued in a province, and that its parts agree.
  ///
  /// - Parameters:
  ///   - province: the first digits of the province's divisions.
  ///   - holder: who has the code, in English with its article.
  ///   - document: the paper by which it is checked.
  public mutating func checkCode(
    _ code: SocialCreditCode?, in province: String, of holder: Wording, document: Wording
  ) {
    guard let code else { return }
    if !code.isRegisteredNationally(orIn: province) {
      append(
        Notice(
          Message(
            "registered-elsewhere",
            zh: "统一社会信用代码第 3 至 8 位为 {division}，不属吉林省（迁入\(holder.zh)的代码不变）",
            en:
              "digits 3 to 8 of the social credit code, {division}, are not those of Jilin (the code "
              + "stays the same when \(holder.en) moves)",
            mend: Wording(
              zh: "对照\(document.zh)核对住所", en: "check the domicile on the \(document.en)")),
          ["division": .text(code.registrationDivision)],
          at: ["/enterprise/creditCode", "/enterprise/domicile"]))
    }
    checkOrganisationCode(in: code, document: document, at: "/enterprise/creditCode")
  }

  /// Checks that the organisation code inside of a code has the right check character.
  ///
  /// - Parameters:
  ///   - document: the paper by which it is checked.
  ///   - place: the fact concerned.
  public mutating func checkOrganisationCode(
    in code: SocialCreditCode, document: Wording, at place: @autoclosure () -> Pointer
  ) {
    guard code.hasRightCheckCharacter, !code.hasRightOrganisationCheck else { return }
    let check = code.organisationCheck
    append(
      Notice(
        Message(
          "organisation-code-check", zh: "统一社会信用代码中，组织机构代码的校验码为 {found}，应为 {expected}",
          en:
            "the organisation code inside ends in {found}; its check character should be {expected}",
          mend: Wording(zh: "对照\(document.zh)核对代码", en: "check the code on the \(document.en)")),
        ["found": .text(String(check.found)), "expected": .text(String(check.expected))],
        at: [place()]))
  }
}
