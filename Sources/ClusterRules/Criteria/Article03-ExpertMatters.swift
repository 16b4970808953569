// Articles 3 and 6(5): what of the promotion organisation only experts can judge.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 3: what the promotion organisation furthers.
  public static let promoterFunction = judgement(
    .promoterFunction, clauses: [.article(3)],
    rule: Wording(
      zh: "促进组织推动成员合作交流、网络化协作、协同创新和行业自律的情况，由专家评判",
      en: "how the promotion organisation furthers cooperation, networks, joint innovation and the "
        + "self-discipline of the industry is for experts to judge"))

  /// Article 3: operations and finances.
  public static let promoterOperations = judgement(
    .promoterOperations, clauses: [.article(3)],
    rule: Wording(
      zh: "促进组织的运营和财务状况是否良好，由专家评判；列出各年收入、结余、资产和负债",
      en: "whether its operations and finances are in good order is for experts to judge; income, "
        + "surplus, assets and liabilities are shown by year"),
    figures: .ofAccounts(
      ["income", "surplus", "assets", "liabilities"],
      Message(
        "accounts-by-year", zh: "由专家评判；{years}", en: "for experts to judge; {years}")
    ) { year in
      Reason(
        Message(
          "accounts-of-year",
          zh: "{year} 年：收入 {income}，结余 {surplus}，资产 {assets}，负债 {liabilities}",
          en:
            "{year}: income {income}, surplus {surplus}, assets {assets}, liabilities {liabilities}"
        ),
        [
          "year": year.year.quantity { .year($0) }, "income": year.income.quantity { .money($0) },
          "surplus": year.surplus.quantity { .money($0) },
          "assets": year.assets.quantity { .money($0) },
          "liabilities": year.liabilities.quantity { .money($0) },
        ])
    })

  /// Articles 3 and 6(5): structure and rules.
  public static let promoterGovernance = judgement(
    .promoterGovernance, clauses: [.article(3), .point(article: 6, point: 5)],
    rule: Wording(
      zh: "促进组织的组织架构是否健全、规章制度是否完善，由专家评判",
      en: "whether its structure is sound and its rules are complete is for experts to judge"),
    documents: [
      Evidence(zh: "促进组织章程", en: "its charter", by: .applicant, at: "/promoter/charter") {
        $0.promoter.charter
      },
      Evidence(
        zh: "组织架构材料", en: "documents on its structure", by: .applicant,
        at: "/promoter/structure"
      ) { $0.promoter.structure },
      Evidence(zh: "规章制度目录", en: "list of its rules", by: .applicant, at: "/promoter/rules") {
        $0.promoter.rules
      },
    ])

  /// Article 6(5): ability and vitality.
  public static let promoterCapability = judgement(
    .promoterCapability, clauses: [.point(article: 6, point: 5)],
    rule: Wording(
      zh: "促进组织促进交流合作的能力、创新活力、“造血”能力和服务成效，由专家评判；列出各年非财政性收入占比",
      en: "its ability to further cooperation, its vitality, how it sustains itself and what its "
        + "service achieves are for experts to judge; the share of income that is not public money is "
        + "shown"),
    figures: .ofAccounts(
      ["income", "publicIncome"],
      Message(
        "own-income-by-year", zh: "由专家评判；非财政性收入占收入的比重：{years}",
        en: "for experts to judge; share of income that is not public money: {years}")
    ) { year in
      Reason(
        Message("own-income-of-year", zh: "{year} 年 {share}", en: "{year}: {share}"),
        ["year": year.year.quantity { .year($0) }, "share": year.ownShare])
    })
}

extension ClusterPromoter.Accounts.Year {
  /// The share of income that is not public money, or why there is none.
  fileprivate var ownShare: Quantity {
    guard let income, let publicIncome else { return .notGiven }
    return Ratio(income - publicIncome, of: income).map { .ratio($0) }
      ?? .term(Wording(zh: "没有收入，无法计算", en: "not computable, as there is no income"))
  }
}

extension ShownFigures {
  /// What is stated of each year of the promotion organisation's accounts.
  fileprivate static func ofAccounts(
    _ keys: [String], _ message: Message,
    _ describe: @escaping @Sendable (ClusterPromoter.Accounts.Year) -> Reason
  ) -> ShownFigures {
    let list = "/promoter/accounts/years"
    return ShownFigures(
      places: ["/promoter/accounts/unit", Pointer(list), Pointer(list + "/*/year")]
        + keys.map { Pointer(list + "/*/" + $0) }
    ) { application, say in
      let years = (application.promoter.accounts.years ?? []).sorted {
        ($0.year ?? 0) < ($1.year ?? 0)
      }
      return years.isEmpty
        ? say(
          "accounts-not-given", zh: "由专家评判；未填各年收支，无法列出",
          en: "for experts to judge; no accounts are given that could be shown")
        : say(message, ["years": .list(years.map { .reason(describe($0)) })])
    }
  }
}
