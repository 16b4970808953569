// The duties of recognised champions (吉工信产业规〔2024〕204号, Articles 9 to 14) as a programme.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension Programme {
  /// The identifier of ``championHolder``, known before the rulebook is made.
  static let championHolderID = "single-champion-holder"

  /// What holders of the title of a single champion owe.
  static let championHolder = Programme(
    rulebook: .championHolder,
    table: ChampionHolderFormat.table, schema: { ChampionHolderFormat.schema },
    bureaus: .bureaus,
    example: { PackageResources.champion_holder_json },
    facts: FactQuestions(
      header: { holder in
        ApplicationHeader(
          enterprise: holder.name, creditCode: holder.creditCode, product: holder.product,
          filingDate: holder.day, bureau: holder.bureau?.number)
      }, assume: { $1.day = $0 }, notices: { ChampionHolderPlausibility.notices(on: $0) },
      title: { $0.status($1) }))
}
