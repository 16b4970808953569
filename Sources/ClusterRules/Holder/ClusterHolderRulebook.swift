// What Articles 10 and 11 ask of recognised clusters, in their order.

import Eligibility

extension Rulebook where Applicant == ClusterHolder {
  /// The duties of recognised clusters.
  public static let clusterHolder = Rulebook(
    id: "manufacturing-cluster-holder",
    title: Wording(
      zh: "吉林省先进制造业集群认定后的管理（第十条、第十一条）",
      en: "Jilin advanced manufacturing clusters after recognition (Articles 10 and 11)"),
    beyond: Wording(
      zh: "认定前的公示（第七条（三））没有写明期限，不予计算",
      en:
        "the publicity before recognition (Article 7(3)) has no length, so its end is not worked out"
    ),
    first: .clusterOf2024,
    criteria: [.clusterReport, .clusterReview, .clusterNotRevoked])
}
