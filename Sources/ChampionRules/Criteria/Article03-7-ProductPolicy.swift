// Article 3: which products are meant can be read in two ways.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: no product in a prohibited, restricted or eliminated class.
  public static let productPolicy = Criterion(
    "product-policy", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "产品不属于禁止、限制或淘汰类", en: "No excluded product"),
    rule: Wording(
      zh: "提供的全部产品均不属于国家禁止、限制或淘汰类",
      en: "none of the products supplied is in a prohibited, restricted or eliminated class"),
    readings: [
      Reading(
        "all-products",
        Wording(zh: "企业提供的全部产品", en: "all products that the enterprise supplies"),
        ground: Wording(
          zh: "第三条说的是企业“提供的产品”", en: "Article 3 speaks of what the enterprise supplies")),
      Reading(
        "product-applied-for", Wording(zh: "本次申报的产品", en: "the product applied for"),
        ground: Wording(
          zh: "认定的是单项产品，证书标注产品名称（第九条）",
          en: "one product is recognised, and the certificate names it (Article 9)")),
    ],
    settledReadings: [.requirementIsCondition],
    asks: [
      AskedFact("/product/policyClass") { $0.product.policyClass == nil },
      AskedFact(
        list: "/otherProducts", { $0.otherProducts },
        members: [("policyClass", { $0.policyClass == nil })]),
    ],
    decide: { application, _ in
      ProductPolicyState(
        own: Kleene(application.product.policyClass.map { !$0.isExcluded }),
        others: application.otherProducts.map { products in
          products.lazy.map { Kleene($0.policyClass.map { !$0.isExcluded }) }.conjunction()
        } ?? .unknown)
    },
    explain: { state, application, _, say in
      let excludedOthers = (application.otherProducts ?? []).enumerated()
        .filter { $0.element.policyClass?.isExcluded == true }
      switch state.outcome {
      case .met:
        return say(
          "no-excluded-product", zh: "申报产品和其他产品均不属于禁止、限制或淘汰类",
          en: "neither the product applied for nor any other is in a prohibited, restricted or "
            + "eliminated class")
      case .unmet:
        return say(
          "product-excluded", zh: "申报产品属于{class}",
          en: "the product applied for is in the {class} class",
          mend: Wording(zh: "另选不属于禁止、限制或淘汰类的产品申报", en: "apply for a product outside these classes"),
          ["class": application.product.policyClass.quantity { .term($0.name) }],
          at: ["/product/policyClass"])
      default:
        if excludedOthers.isEmpty { return .missing }
        return say(
          "other-products-excluded",
          zh: "其他产品属于禁止、限制或淘汰类：{products}；是否影响本次申报取决于对条款的理解",
          en:
            "other products are in a prohibited, restricted or eliminated class: {products}; whether that "
            + "matters depends on how the clause is read",
          mend: Wording(
            zh: "已停止提供的，说明并附证明；否则由主管部门确认口径",
            en:
              "if they are no longer supplied, say and prove so; else the department must confirm the reading"
          ),
          ["products": .list(excludedOthers.map { .reason($0.element.exclusion) })],
          at: excludedOthers.map { Pointer("/otherProducts/*/policyClass", at: $0.offset) })
      }
    })
}

/// Whether products are outside the classes excluded: the one applied for, and all others.
struct ProductPolicyState: CriterionState {
  let own: Kleene
  let others: Kleene

  var readings: [Kleene] { [own && others, own] }
  var outcome: Outcome { Outcome((own && others).agreement(with: own)) }
}

extension OtherProduct {
  /// What it is called and in which excluded class it is.
  fileprivate var exclusion: Reason {
    Reason(
      Message("excluded-product", zh: "“{product}”（{class}）", en: "“{product}” ({class})"),
      [
        "product": name.quantity { .text($0) }, "class": policyClass.quantity { .term($0.name) },
      ])
  }
}
