// The duties of recognised clusters (吉工信规划规〔2024〕277号, Articles 10 and 11) as a programme.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

extension Programme {
  /// The identifier of ``clusterHolder``, known before the rulebook is made.
  static let clusterHolderID = "manufacturing-cluster-holder"

  /// What recognised clusters owe.
  static let clusterHolder = Programme(
    rulebook: .clusterHolder,
    table: ClusterHolderFormat.table, schema: { ClusterHolderFormat.schema },
    bureaus: .bureaus,
    example: { PackageResources.cluster_holder_json },
    names: ApplicationNames(
      applicant: Wording(zh: "集群促进组织", en: "Promoter"),
      object: Wording(zh: "集群", en: "Cluster")),
    facts: FactQuestions(
      header: { holder in
        ApplicationHeader(
          enterprise: holder.promoter, creditCode: holder.creditCode, product: holder.cluster,
          filingDate: holder.day, bureau: holder.bureau?.number)
      }, assume: { $1.day = $0 }, title: { $0.status($1) }))
}
