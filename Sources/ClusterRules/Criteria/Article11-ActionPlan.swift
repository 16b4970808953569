// Article 11: at a review the cluster's action plan weighs; what follows a recognition is told here as well.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 11: the action plan, at a review.
  public static let clusterActionPlan = judgement(
    .clusterActionPlan, clauses: [.article(11)],
    rule: Wording(
      zh: "复核时，集群专项行动方案的科学性及落实情况由专家评判；首次申报不适用",
      en:
        "at a review, how sound the cluster's action plan is and how far it was carried out is for "
        + "experts to judge; a first application is not asked for it"),
    documents: [
      Evidence(
        zh: "集群专项行动方案", en: "the cluster's action plan", by: .applicant, under: .article(11),
        at: "/actionPlan", when: { $0.kind == .review }
      ) { $0.actionPlan }
    ],
    settledReadings: [
      Reading(
        "revocation-bars-nothing",
        Wording(
          zh: "被撤销称号的集群可以重新申报，没有期限限制",
          en: "a cluster whose title was revoked may apply again at any time"),
        ground: Wording(
          zh: "第十一条规定撤销，没有规定不得再申报", en: "Article 11 revokes and names no ban")),
      Reading(
        "no-period-of-validity",
        Wording(
          zh: "两次复核之间称号一直有效", en: "between reviews the title stands"),
        ground: Wording(
          zh: "没有规定证书和有效期，只有每三年一次的复核；复核日是周年日还是其前一日，条款未说明，此处不作判断",
          en:
            "no certificate and no period are mentioned, only a review every three years; whether it "
            + "falls on the anniversary or the day before is left open, and nothing here rests on it"
        )),
      Reading(
        "april-report",
        Wording(
          zh: "集群所在地每年 4 月 30 日（含）前报送上一年度发展情况",
          en: "the cluster's place reports on the year before by 30 April, that day included"),
        ground: Wording(
          zh: "第十条写“4月底前”，月底即 30 日；首次报送是认定后的第一个 4 月还是满一个完整年度之后，条款未说明，此处不作判断",
          en:
            "Article 10 says by the end of April, which is the 30th; whether the first report is due "
            + "in the April after recognition or after the first full year is left open, and nothing "
            + "here rests on it")),
    ],
    isForReviewsOnly: true)
}
