// Article 7(1): the bureau checks first and gives its opinion, which belongs to the file.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 7(1): the bureau's opinion.
  public static let clusterRecommendation = Criterion(
    "cluster-recommendation", clauses: [.point(article: 7, point: 1)], role: .formality,
    title: Wording(zh: "工信部门推荐意见", en: "Opinion of the bureau"),
    rule: Wording(
      zh: "所在地工信部门对材料作初步审核并出具推荐意见；跨行政区的，由牵头市（州）工信部门出具",
      en:
        "the bureau checks the documents first and gives its opinion; across districts that of the "
        + "lead prefecture does"),
    settledReadings: [
      Reading(
        "lead-bureau",
        Wording(
          zh: "跨行政区的集群，只需牵头市（州）工信部门的意见",
          en: "of a cluster across districts the opinion of the lead prefecture's bureau suffices"),
        ground: Wording(
          zh: "第七条（一）括号内的规定", en: "Article 7(1) says so in brackets"))
    ],
    asks: [AskedFact("/recommendation/isGiven") { $0.recommendation.isGiven == nil }],
    evidence: [
      Evidence(
        zh: "工信部门推荐意见", en: "opinion of the bureau", by: .authority,
        under: .point(article: 7, point: 1), at: "/recommendation/evidence"
      ) { $0.recommendation.evidence }
    ],
    decide: { application, _ in Kleene(application.recommendation.isGiven) },
    explain: { isGiven, _, _, say in
      switch isGiven {
      case .unknown: .missing
      case .yes:
        say(
          "recommendation-given", zh: "工信部门已出具推荐意见", en: "the bureau has given its opinion")
      case .no:
        say(
          "recommendation-lacking", zh: "尚无工信部门的推荐意见", en: "the bureau's opinion is missing",
          mend: Wording(
            zh: "由所在地（跨行政区的由牵头市（州））工信部门初步审核并出具",
            en: "have the bureau, across districts that of the lead prefecture, check and give it"),
          at: ["/recommendation/isGiven"])
      }
    })
}
