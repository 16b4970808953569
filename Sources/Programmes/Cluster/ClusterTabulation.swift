// What a bureau's tables show of clusters beside the outcomes.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

extension Tabulation where Facts == ClusterApplication {
  /// The facts of applications that tables show, and by how much averages fall short.
  static let cluster = Tabulation(
    facts: [
      TabulatedFact("prefectures", zh: "所在市（州）", en: "Prefectures", for: .all) { $0.prefectures },
      TabulatedFact("lead-prefecture", zh: "牵头市（州）代码", en: "Lead prefecture", for: .table) {
        $0.cluster.leadPrefecture.map { .text($0.code) }
      },
      TabulatedFact("industries", zh: "主导产业代码", en: "Leading industry", for: .all) { application in
        application.cluster.industries.map { .list($0.compactMap { $0.map { .text($0.code) } }) }
      },
      TabulatedFact("members", zh: "成员数", en: "Members listed", for: .all) {
        $0.members.list.map { .count($0.count) }
      },
      TabulatedFact("enterprises", zh: "企业成员数", en: "Enterprises at filing", for: .all) {
        $0.members.list == nil ? nil : .count($0.enterprisesAtFiling.count)
      },
      TabulatedFact(
        "list-complete", zh: "名单是否完整", en: "List declared complete", for: .table
      ) { $0.members.isComplete.map { .term($0.yesOrNo) } },
      TabulatedFact("titles", zh: "称号数", en: "Titles listed", for: .table) {
        $0.titles.map { .count($0.count) }
      },
      TabulatedFact(
        "revenue", zh: "企业营业收入合计（万元）", en: "Revenue of enterprises (10,000 yuan)", for: .table
      ) { $0.sum { $0.operatingRevenue }.map { .money($0) } },
      TabulatedFact(
        "rd-share", zh: "研发投入强度（合计口径）", en: "Research intensity, pooled", for: .all
      ) { application in
        application.sum { $0.researchAndDevelopment }.flatMap { part in
          application.sum { $0.operatingRevenue }.flatMap { Ratio(part, of: $0) }
        }.map { .ratio($0) }
      },
      TabulatedFact("local-supply", zh: "本地配套率（%）", en: "Local supply (%)", for: .all) {
        $0.localSupply.rate.map { .number($0) }
      },
      TabulatedFact("opinion", zh: "推荐意见是否出具", en: "Opinion given", for: .all) {
        $0.recommendation.isGiven.map { .term($0.yesOrNo) }
      },
      TabulatedFact("kind", zh: "首次申报或复核", en: "First application or review", for: .all) {
        $0.kind.map { .term($0.label) }
      },
      .filingDate { $0.filingDate },
    ],
    gaps: [
      GapColumn(of: "cluster-rd-lead", in: Wording(zh: "万元，研发费用", en: "10,000 yuan of research")),
      GapColumn(of: "cluster-researcher-lead", in: Wording(zh: "人，科研人员", en: "research staff")),
    ])
}

extension Bool {
  fileprivate var yesOrNo: Wording {
    self ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no")
  }
}

extension ClusterApplication {
  /// The places of the bureaus in whose areas the cluster lies; of others the codes.
  fileprivate var prefectures: Quantity? {
    guard let areas = cluster.areas else { return nil }
    var places: [Quantity] = []
    for area in areas {
      guard let area else { continue }
      let place =
        Bureau(of: area).map { Quantity.term($0.name) } ?? .text(area.code)
      if !places.contains(place) { places.append(place) }
    }
    return places.isEmpty ? nil : .list(places)
  }

  /// An amount of all enterprises together, where each states it.
  fileprivate func sum(_ amount: (ClusterMember) -> Money?) -> Money? {
    var sum = Money.zero
    let enterprises = enterprisesAtFiling
    for enterprise in enterprises {
      guard let value = amount(enterprise) else { return nil }
      sum = sum + value
    }
    return enterprises.isEmpty ? nil : sum
  }
}
