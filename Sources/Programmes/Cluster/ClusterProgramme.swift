// The provincial advanced manufacturing clusters (吉工信规划规〔2024〕277号) as a programme.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

extension Programme {
  /// The identifier of ``cluster``, known before the rulebook is made.
  static let clusterID = "manufacturing-cluster"

  /// The recognition of advanced manufacturing clusters of Jilin.
  static let cluster = Programme(
    rulebook: .cluster,
    table: ClusterFormat.table, schema: { ClusterFormat.schema },
    bureaus: .bureaus,
    example: { PackageResources.cluster_json },
    names: ApplicationNames(
      applicant: Wording(zh: "集群促进组织", en: "Promoter"),
      object: Wording(zh: "集群", en: "Cluster")),
    facts: FactQuestions(
      header: { $0.header }, assume: { $1.filingDate = $0 },
      notices: { ClusterPlausibility.notices(on: $0) },
      claims: {
        ClaimRecord(
          isEligible: $1, bureau: $0.bureau, creditCode: $0.promoter.creditCode,
          name: $0.promoter.name, object: $0.cluster.name, $2)
      },
      participants: { application in
        application.enterprisesAtFiling.compactMap { $0.creditCode.map(PackedCreditCode.packed) }
      },
      statements: { $0.statementPlaces(for: $1) },
      tabulation: { .cluster }))
}

extension ClusterApplication {
  /// Who applies, for what, when and where.
  fileprivate var header: ApplicationHeader {
    ApplicationHeader(
      enterprise: promoter.name, creditCode: promoter.creditCode, product: cluster.name,
      year: applicationYear, filingDate: filingDate, kind: kind?.rawValue,
      kindNote: kind == .review ? Wording(zh: "三年复核", en: "review after three years") : nil,
      bureau: bureau?.number)
  }

  /// Where what was submitted for a judgement stands.
  fileprivate func statementPlaces(for criterion: String) -> [StatementPlace] {
    guard let statement = ClusterJudgement(rawValue: criterion).flatMap({ statements[$0] }) else {
      return []
    }
    return [StatementPlace(of: statement, for: criterion)]
  }
}
