// Article 5: the province recognises clusters of its own; a cluster may lie in several districts.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Articles 5 and 7(1): the cluster lies in Jilin.
  public static let clusterLocation = Criterion(
    "cluster-location", clauses: [.article(5), .point(article: 7, point: 1)], role: .condition,
    title: Wording(zh: "集群在省内", en: "Cluster in Jilin"),
    rule: Wording(
      zh: "集群所在区域的行政区划代码（GB/T 2260）均以 {province} 开头；均不是的不符合；部分是的，由主管部门确认",
      en:
        "the division codes (GB/T 2260) of the cluster's areas all begin with {province}; none "
        + "fails; some are for the department to confirm"),
    numbers: { ["province": .text($0.province.value)] },
    settledReadings: [
      Reading(
        "districts-not-provinces",
        Wording(
          zh: "可以跨市（州），跨省的无法判断；空的区域名单没有说明地点",
          en:
            "a cluster may lie in several prefectures; one in several provinces stays open; an empty "
            + "list names no place"),
        ground: Wording(
          zh: "第七条（一）规定了跨行政区集群由牵头市（州）申报，没有规定跨省的；第五条称“省内”",
          en:
            "Article 7(1) has the lead prefecture file for a cluster across districts and knows none "
            + "across provinces; Article 5 speaks of clusters in the province"))
    ],
    asks: [
      AskedFact("/cluster/areas") { application in
        application.cluster.areas.map { $0.isEmpty || $0.contains { $0 == nil } } ?? true
      }
    ],
    decide: { application, law -> Kleene in
      (application.cluster.areas ?? []).lazy
        .map { Kleene($0?.begins(with: law.province.value)) }.agreement()
    },
    explain: { isInside, application, law, say in
      let areas = application.cluster.areas ?? []
      let known = areas.compactMap { $0 }
      lazy var values: Reason.Values = [
        "areas": .list(known.map { .text($0.code) }), "province": .text(law.province.value),
        "outside": .list(
          known.filter { !$0.begins(with: law.province.value) }.map { .text($0.code) }),
      ]
      switch isInside {
      case .yes:
        return say(
          "areas-inside", zh: "所在区域 {areas} 均在吉林省", en: "all areas are in Jilin: {areas}",
          values)
      case .no:
        return say(
          "areas-outside", zh: "所在区域 {areas} 均不在吉林省", en: "no area is in Jilin: {areas}",
          mend: Wording(zh: "省级集群须在吉林省内", en: "a provincial cluster lies in Jilin"), values,
          at: ["/cluster/areas"])
      case .unknown:
        if known.isEmpty || known.count < areas.count { return .missing }
        return say(
          "areas-across-provinces", zh: "部分区域不在吉林省：{outside}；跨省集群如何申报，条款没有规定",
          en: "some areas are outside Jilin: {outside}; nothing is laid down for such clusters",
          mend: Wording(zh: "由主管部门确认", en: "have the department confirm it"), values,
          at: ["/cluster/areas"], asking: .nothing)
      }
    })
}
