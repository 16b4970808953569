// Annex 1, 2.2: energy use against the standard that the applicant names.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 2.2: energy use against the advanced value of the quota standard.
  public static let energyBenchmark = Criterion(
    "energy-benchmark", clauses: [.item(annex: 1, section: 2, item: 2)], role: .indicator,
    outcomes: Role.indicator.outcomes + [.notApplicable],
    title: Wording(zh: "能耗先进值", en: "Energy benchmark"),
    rule: Wording(
      zh: "主导产品单位产品能耗不高于所列能耗限额标准的先进值；没有此类标准的，不适用",
      en: "energy use per unit of product does not exceed the advanced value of the quota standard "
        + "named; without such a standard the criterion does not apply"),
    settledReadings: [
      Reading(
        "leading-product",
        Wording(
          zh: "指企业的主导产品，通常就是申报产品",
          en: "the enterprise's leading product is meant, usually the one applied for"),
        ground: Wording(
          zh: "附件1 二.2 此处写“主导产品”，同项他处写“申请产品”",
          en: "Annex 1, 2.2 says the leading product here and the product applied for elsewhere"))
    ],
    asks: [
      AskedFact("/product/energy/hasQuotaStandard") { $0.product.energy.hasQuotaStandard == nil },
      AskedFact("/product/energy/standard") { $0.product.energy.standard == nil },
      AskedFact("/product/energy/consumption") { $0.product.energy.consumption == nil },
      AskedFact("/product/energy/advancedValue") { $0.product.energy.advancedValue == nil },
    ],
    evidence: [
      // No clause says who measures it.
      Evidence(
        zh: "能耗检测报告", en: "report on energy use", by: .applicant, at: "/product/energy/evidence",
        when: { $0.product.energy.hasQuotaStandard == true },
        count: { $0.product.energy.evidence })
    ],
    decide: { application, _ -> Outcome in
      let energy = application.product.energy
      if energy.hasQuotaStandard == false { return .notApplicable }
      guard energy.hasQuotaStandard == true, energy.standard != nil,
        let consumption = energy.consumption, let advanced = energy.advancedValue
      else { return .undetermined }
      return consumption <= advanced ? .met : .unmet
    },
    explain: { outcome, application, _, say in
      let energy = application.product.energy
      if outcome == .notApplicable {
        return say(
          "no-quota-standard", zh: "声明该产品没有能耗限额标准",
          en: "declared that no energy quota standard exists for the product")
      }
      guard let consumption = energy.consumption, let advanced = energy.advancedValue else {
        return .missing
      }
      lazy var values: Reason.Values = [
        "consumption": .number(consumption), "advanced": .number(advanced),
        "unit": energy.unit.quantity { .text($0) },
        "standard": energy.standard.quantity { .text($0) },
      ]
      lazy var margin = Margin(
        Wording(zh: "单位能耗", en: "energy use of a unit"), .number(consumption), .atMost,
        .number(advanced),
        surplus: .digits(Decimal.difference(advanced, consumption)))
      return switch outcome {
      case .met:
        say(
          "within-advanced-value",
          zh: "单位产品能耗 {consumption}，不高于“{standard}”的先进值 {advanced}（单位：{unit}）",
          en: "energy use {consumption}, within the advanced value of “{standard}”, {advanced} "
            + "(unit: {unit})", values,
          margins: [margin])
      case .unmet:
        say(
          "above-advanced-value",
          zh: "单位产品能耗 {consumption}，高于“{standard}”的先进值 {advanced}（单位：{unit}）",
          en: "energy use {consumption}, above the advanced value of “{standard}”, {advanced} "
            + "(unit: {unit})",
          mend: Wording(zh: "单位产品能耗须降至先进值以内", en: "bring energy use down to the advanced value"),
          values, margins: [margin], shortfall: margin.surplus)
      default: .missing
      }
    })
}
