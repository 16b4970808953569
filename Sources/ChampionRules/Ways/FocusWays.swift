// Years in the field come with time; what can be supplied is a more precise start and whether the product is
// new.

import CommonFacts
import Eligibility

extension Application {
  func focusWays(_ law: Thresholds) -> [Way] {
    guard let round = applicationYear else { return [] }
    let isKnownNew = product.isNew == true && product.noveltyGrounds != nil
    let years = isKnownNew ? law.newProductFocusYears.value : law.focusYears.value
    let latest = FieldTime.latestStart(before: round, years: years)
    var ways: [Way] = []
    if product.isNew != false, !isKnownNew {
      ways.append(
        Way(
          .fact,
          Reason(
            Message(
              "new-product", zh: "如属新产品：写明并说明依据，满 {newYears}即可",
              en: "if the product is new: say so, with the grounds, and {newYears} suffice"),
            ["newYears": .years(law.newProductFocusYears.value)]),
          [FactEdit("/product/isNew", .flag(true))]
            + (product.noveltyGrounds == nil
              ? [FactEdit("/product/noveltyGrounds", .text("（属于新产品的依据）"))] : [])))
    }
    let start = product.fieldSince
    if start.map({ $0.earliest <= latest && latest < $0.latest }) ?? true {
      ways.append(
        Way(
          .fact,
          Reason(
            Message(
              "field-start-by", zh: "起始日期不晚于 {latest}，写到日",
              en: "the start was on {latest} or before, and is given to the day"),
            ["latest": .day(latest)]), [FactEdit("/product/fieldSince", .day(latest))]))
    }
    return ways
  }
}
