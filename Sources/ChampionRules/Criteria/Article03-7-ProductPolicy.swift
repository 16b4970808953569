// Article 3: which products are meant can be read in two ways.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: no product in a prohibited, restricted or eliminated class.
  public static let productPolicy = Criterion(
    id: "product-policy", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "产品不属于禁限汰类", en: "No excluded product"),
    rule: Wording(
      zh: "所提供的产品不在国家禁止、限制或淘汰之列",
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
    reads: ["/product/policyClass", "/otherProducts", "/otherProducts/*/policyClass"]
  ) { application, _, why in
    let policyClass = application.product.policyClass
    let otherProducts = application.otherProducts
    let own = Kleene(policyClass.map { !$0.isExcluded })
    let others =
      otherProducts.map { products in
        products.lazy.map { Kleene($0.policyClass.map { !$0.isExcluded }) }.conjunction()
      } ?? .unknown
    lazy var readings = [own && others, own]
    lazy var missing =
      absent([
        "/product/policyClass": policyClass == nil,
        "/otherProducts": otherProducts == nil,
      ])
      + (otherProducts ?? []).enumerated()
      .filter { $0.element.policyClass == nil }
      .map { Pointer("/otherProducts/*/policyClass", at: $0.offset) }
    lazy var excludedOthers = (otherProducts ?? []).enumerated()
      .filter { $0.element.policyClass?.isExcluded == true }
    switch (own && others).agreement(with: own) {
    case .yes: return why.conclude(.met, .noExcludedProduct, readings: readings)
    case .no:
      return why.conclude(
        .unmet, .productExcluded,
        ["class": policyClass.quantity { .term($0.name) }],
        at: ["/product/policyClass"], readings: readings)
    case .unknown:
      if excludedOthers.isEmpty { return why.lacking(missing, readings: readings) }
      return why.conclude(
        .undetermined, .otherProductsExcluded,
        [
          "products": .list(
            excludedOthers.map { _, other in
              .reason(
                Reason(
                  .excludedProduct,
                  [
                    "product": other.name.quantity { .text($0) },
                    "class": other.policyClass.quantity { .term($0.name) },
                  ]))
            })
        ], missing: missing,
        at: excludedOthers.map { Pointer("/otherProducts/*/policyClass", at: $0.offset) },
        readings: readings)
    }
  }
}

extension Message {
  static let noExcludedProduct = Message(
    "no-excluded-product",
    says: Wording(
      zh: "申报产品和其他产品均不属于禁止、限制或淘汰类",
      en: "neither the product applied for nor any other is in an excluded class"))
  static let productExcluded = Message(
    "product-excluded",
    says: Wording(
      zh: "申报产品属于{class}", en: "the product applied for is in an excluded class: {class}"),
    mend: Wording(zh: "另选不属于上述类别的产品申报", en: "apply for a product outside these classes"))
  static let otherProductsExcluded = Message(
    "other-products-excluded",
    says: Wording(
      zh: "其他产品属于禁止、限制或淘汰类：{products}；是否影响本次申报取决于对条款的理解",
      en:
        "other products are in an excluded class: {products}; whether that matters depends on how the "
        + "clause is read"),
    mend: Wording(
      zh: "停止提供这些产品，或向主管部门确认条款口径",
      en: "stop supplying them, or have the department confirm how the clause is read"))
  static let excludedProduct = Message(
    "excluded-product", says: Wording(zh: "“{product}”（{class}）", en: "“{product}” ({class})"))
}
