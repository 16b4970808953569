// Article 6(3): the leading industry undertakes major projects, of which one can be checked.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 6(3): a major project of national or provincial level.
  public static let clusterProjects = anyOf(
    "cluster-projects", clause: .point(article: 6, point: 3),
    title: Wording(zh: "承担国家、省级重大项目", en: "National or provincial major projects"),
    rule: Wording(
      zh: "主导产业承担国家级或省级重大项目，有一项即可；市级及以下的不算",
      en: "the leading industry undertakes a major project of national or provincial level; one "
        + "suffices, a municipal one does not count"),
    wanted: Wording(
      zh: "主导产业承担的国家级或省级重大项目",
      en: "a national or provincial major project of the leading industry"),
    list: "/projects",
    settledReadings: [
      Reading(
        "either-level",
        Wording(
          zh: "国家级或省级均可，不限时间，须属主导产业；市级的不算",
          en:
            "either level suffices, at any time, for a project of the leading industry; a municipal "
            + "one does not count"),
        ground: Wording(
          zh: "第六条（三）以“国家、省级”并列，主语是主导产业，没有期限",
          en:
            "Article 6(3) names both levels side by side, speaks of the leading industry and sets no "
            + "period"))
    ],
    evidence: Wording(zh: "项目批复或任务书", en: "approval or contract of the project"),
    judgement: .clusterChain,
    members: [
      ("level", { @Sendable in $0.level == nil }),
      ("isInLeadingIndustry", { @Sendable in $0.isInLeadingIndustry == nil }),
    ],
    items: { $0.projects }, proofs: { $0.evidence },
    passes: { project in
      Kleene(project.level.map { $0 == .national || $0 == .provincial })
        && Kleene(project.isInLeadingIndustry)
    })
}
