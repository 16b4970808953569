// Article 6(4): the cluster takes part in making standards, of which one can be checked.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 6(4): a part in making or revising standards.
  public static let clusterStandards = anyOf(
    "cluster-standards", clause: .point(article: 6, point: 4),
    title: Wording(zh: "参与标准制修订", en: "Part in making standards"),
    rule: Wording(
      zh: "参与制定或修订国际、国家、行业、地方或团体标准，有一项即可；企业标准不算",
      en: "takes part in making or revising an international, national, industry, local or "
        + "association standard; one suffices, an enterprise's own does not count"),
    wanted: Wording(
      zh: "国际、国家、行业、地方或团体标准",
      en: "an international, national, industry, local or association standard"),
    list: "/standards",
    settledReadings: [
      Reading(
        "any-public-standard",
        Wording(
          zh: "国际、国家、行业、地方、团体标准均算，主导和参与同等；企业标准不算",
          en:
            "international, national, industry, local and association standards count, led or taken "
            + "part in alike; an enterprise's own does not"),
        ground: Wording(
          zh: "第六条（四）称“国际国内标准”，没有限定级别，用语是“参与”；企业标准不对外适用",
          en:
            "Article 6(4) speaks of international and domestic standards without naming levels, and "
            + "of taking part; an enterprise's own binds nobody else"))
    ],
    evidence: Wording(zh: "参与标准制修订的证明", en: "proof of the part in the standard"),
    judgement: .clusterInnovation, members: [("level", { @Sendable in $0.level == nil })],
    items: { $0.standards }, proofs: { $0.evidence },
    passes: { standard in
      switch standard.level {
      case .international, .national, .industry, .local, .association: .yes
      case .enterprise: .no
      case .other, nil: .unknown
      }
    })
}
