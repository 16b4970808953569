// The provincial single champions (吉工信产业规〔2024〕204号) as a programme: its rules, form and claims.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension Programme {
  /// The identifier of ``champion``, known before the rulebook is made.
  static let championID = "jilin-single-champion"

  /// The recognition of provincial manufacturing single champions of Jilin.
  static let champion = Programme(
    rulebook: .champion,
    table: ChampionFormat.table, schema: { ChampionFormat.schema },
    bureaus: .bureaus,
    example: { PackageResources.example_json },
    facts: FactQuestions(
      header: { $0.header }, assume: { $1.filingDate = $0 },
      notices: { Plausibility.notices(on: $0) },
      claims: { ClaimRecord(of: $0, isEligible: $1, $2) },
      statements: { $0.statementPlaces(for: $1) }, planning: PlannedAhead { .champion },
      tabulation: { .champion }))
}

extension Application {
  /// Who applies, for what, when and where.
  fileprivate var header: ApplicationHeader {
    ApplicationHeader(
      enterprise: enterprise.name, creditCode: enterprise.creditCode, product: product.name,
      year: applicationYear, filingDate: filingDate, kind: kind?.rawValue,
      kindNote: kind == .review ? Wording(zh: "期满复核", en: "review after three years") : nil,
      bureau: bureau?.number)
  }

  /// Where what was submitted for a judgement or a bonus stands, as far as it counts.
  fileprivate func statementPlaces(for criterion: String) -> [StatementPlace] {
    func place(_ statement: Statement, in object: String, item: Int? = nil) -> StatementPlace {
      StatementPlace(
        path: [object, criterion], item: item, hasText: statement.hasText,
        hasProofs: statement.evidence != nil)
    }
    if let judgement = Judgement(rawValue: criterion) {
      return statements[judgement].map { [place($0, in: "statements")] } ?? []
    }
    let claims = Bonus(rawValue: criterion).flatMap { bonuses[$0] } ?? []
    return claims.enumerated().map {
      place($0.element, in: "bonuses", item: $0.offset)
    }
  }
}
