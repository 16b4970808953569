// Article 6: what of the cluster only experts can judge, since nothing says how much is enough.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 6(1): the leading industry.
  public static let clusterIndustry = judgement(
    .clusterIndustry, clauses: [.point(article: 6, point: 1)],
    rule: Wording(
      zh: "主导产业是否属于先进制造业，由专家评判；列出其行业大类及其在成员营业收入中的占比",
      en: "whether the leading industry is advanced manufacturing is for experts to judge; its "
        + "divisions and its share in the members' revenue are shown"),
    figures: .leadingIndustry)

  /// Article 6(1): strong enterprises, and where they lead.
  public static let clusterDirection = judgement(
    .clusterDirection, clauses: [.point(article: 6, point: 1)],
    rule: Wording(
      zh: "优质企业是否相对集中、能否引领绿色低碳和数字赋能方向，由专家评判；列出各类优质企业的数量和在企业成员中的占比",
      en:
        "whether strong enterprises are concentrated and lead towards green and digital industry is "
        + "for experts to judge; their number by kind and their share in the enterprises are shown"),
    figures: .strongEnterprises)

  /// Article 6(2): agglomeration.
  public static let clusterAgglomeration = judgement(
    .clusterAgglomeration, clauses: [.point(article: 6, point: 2)],
    rule: Wording(
      zh: "空间布局、竞争优势、规模和集聚效应、产业链供应链稳定和要素供给，由专家评判，须有集群发展规划",
      en:
        "layout, competitive edge, scale, stable chains and the supply of talent, technology, capital "
        + "and information are for experts to judge, with the cluster's development plan"),
    documents: [
      Evidence(
        zh: "集群发展规划", en: "the cluster's development plan", by: .applicant,
        under: .point(article: 6, point: 2), at: "/developmentPlan"
      ) { $0.developmentPlan }
    ])

  /// Article 6(3): leading enterprises and the chain.
  public static let clusterChain = judgement(
    .clusterChain, clauses: [.point(article: 6, point: 3)],
    rule: Wording(
      zh: "龙头企业服务生态体系、融链固链和带动上下游企业共生共赢的情况，由专家评判",
      en: "how leading enterprises serve the ecosystem, bind the chain and let others gain is for "
        + "experts to judge"))

  /// Article 6(3): local supply.
  public static let clusterLocalSupply = judgement(
    .clusterLocalSupply, clauses: [.point(article: 6, point: 3)],
    rule: Wording(
      zh: "主导产品本地配套率是否达到较高水平，由专家评判；列出配套率及其口径，没有可以对照的数值",
      en:
        "whether local supply of the leading products is at a relatively high level is for experts "
        + "to judge; the rate and its basis are shown, and there is no number to hold it against"),
    figures: .localSupply)

  /// Article 6(4): division of labour.
  public static let clusterCollaboration = judgement(
    .clusterCollaboration, clauses: [.point(article: 6, point: 4)],
    rule: Wording(
      zh: "围绕产业链、创新链、资金链、人才链的分工协作机制是否紧密高效，由专家评判",
      en:
        "how close and efficient the division of labour along the chains of industry, innovation, "
        + "capital and talent is, experts judge"))

  /// Article 6(4): joint innovation.
  public static let clusterInnovation = judgement(
    .clusterInnovation, clauses: [.point(article: 6, point: 4)],
    rule: Wording(
      zh: "产学研协同创新和知识产权运用的成果是否突出，由专家评判",
      en: "results of joint innovation and of the use of intellectual property are for experts to "
        + "judge"))

  /// Article 6(6): openness.
  public static let clusterOpenness = judgement(
    .clusterOpenness, clauses: [.point(article: 6, point: 6)],
    rule: Wording(
      zh: "开放的治理机制、参与国际竞争和合作以及品牌国际化的情况，由专家评判",
      en: "open governance, international competition and cooperation, and brands abroad are for "
        + "experts to judge"))
}

extension ShownFigures {
  /// The divisions of the leading industry, and its share in the revenue of the enterprises.
  fileprivate static let leadingIndustry = ShownFigures(
    places: [
      "/cluster/industries", "/filingDate", "/members/unit", "/members/list",
      "/members/list/*/kind", "/members/list/*/since", "/members/list/*/until",
      "/members/list/*/isInLeadingIndustry", "/members/list/*/operatingRevenue",
    ]
  ) { application, say in
    var divisions: [Int] = []
    for industry in application.cluster.industries ?? [] {
      if let division = industry?.division, !divisions.contains(division) {
        divisions.append(division)
      }
    }
    return say(
      "leading-industry", zh: "由专家评判；主导产业行业大类：{divisions}；占企业成员营业收入的比重：{share}",
      en: "for experts to judge; divisions of the leading industry: {divisions}; its share in the "
        + "enterprises' revenue: {share}",
      [
        "divisions": divisions.isEmpty
          ? .notGiven
          : .list(divisions.map { .text(($0 < 10 ? "0" : "") + String($0)) }),
        "share": application.leadingShare,
      ])
  }

  /// The enterprises with titles, by kind of title, and their share in all.
  fileprivate static let strongEnterprises = ShownFigures(
    places: [
      "/filingDate", "/titles", "/titles/*/member", "/titles/*/kind", "/titles/*/validFrom",
      "/titles/*/validUntil", "/members/isComplete", "/members/list",
      "/members/list/*/creditCode", "/members/list/*/kind", "/members/list/*/since",
      "/members/list/*/until",
    ]
  ) { application, say in
    guard let titles = application.titles, application.members.list != nil else {
      return say(
        "titles-not-given", zh: "由专家评判；未填称号或成员，无法列出优质企业",
        en: "for experts to judge; no titles or members are given that could be shown")
    }
    let directory = MemberDirectory(application.members)
    let valid = titles.filter { application.counts($0, among: { directory }) == .yes }
    var holders: Set<SocialCreditCode> = []
    for title in valid { if let member = title.member { holders.insert(member) } }
    let enterprises = application.enterprisesAtFiling.count
    var byKind: [Quantity] = []
    for kind in ClusterTitle.kinds {
      var ofKind: Set<SocialCreditCode> = []
      for title in valid where title.recognition.kind == kind {
        if let member = title.member { ofKind.insert(member) }
      }
      if ofKind.isEmpty { continue }
      byKind.append(
        .reason(
          Reason(
            Message("titles-of-kind", zh: "{kind} {count} 家", en: "{kind}: {count}"),
            ["kind": .term(kind.name), "count": .count(ofKind.count)])))
    }
    return say(
      byKind.isEmpty ? "no-strong-enterprises" : "strong-enterprises",
      zh: byKind.isEmpty
        ? "由专家评判；申报日有效的称号：无；企业成员 {enterprises} 家"
        : "由专家评判；申报日有效的称号：{kinds}；合计 {holders} 家，企业成员 {enterprises} 家，占 {share}",
      en: byKind.isEmpty
        ? "for experts to judge; no title is valid at filing; enterprises: {enterprises}"
        : "for experts to judge; titles valid at filing: {kinds}; together {holders} of {enterprises} "
          + "enterprises, {share}",
      [
        "kinds": .list(byKind), "holders": .count(holders.count),
        "enterprises": .count(enterprises),
        "share": Ratio(count: holders.count, of: enterprises).quantity { .ratio($0) },
      ])
  }

  /// The rate of local supply with its basis.
  fileprivate static let localSupply = ShownFigures(
    places: ["/localSupply/rate", "/localSupply/basis"]
  ) { application, say in
    let supply = application.localSupply
    guard let rate = supply.rate else {
      return say(
        "local-rate-not-given", zh: "由专家评判；未填本地配套率",
        en: "for experts to judge; the rate of local supply is not given")
    }
    return say(
      "local-rate", zh: "由专家评判；本地配套率 {rate}%（口径：{basis}），没有可以对照的数值",
      en:
        "for experts to judge; local supply {rate}% ({basis}); there is no number to hold it against",
      ["rate": .number(rate), "basis": supply.basis.quantity { .term($0.name) }])
  }
}

extension ClusterApplication {
  /// The enterprises that are surely members on the filing date.
  public var enterprisesAtFiling: [ClusterMember] {
    (members.list ?? []).filter { $0.isEnterprise(on: filingDate) == .yes }
  }

  /// The share of the leading industry in the revenue of the enterprises, or why there is none.
  fileprivate var leadingShare: Quantity {
    let incomputable = Quantity.term(
      Wording(zh: "数据不全，无法计算", en: "not computable, as figures are missing"))
    var (part, whole): (Money, Money) = (.zero, .zero)
    for member in members.list ?? [] {
      switch member.isEnterprise(on: filingDate) {
      case .no: continue
      case .unknown: return incomputable
      case .yes: break
      }
      guard let revenue = member.operatingRevenue, let isLeading = member.isInLeadingIndustry
      else { return incomputable }
      whole = whole + revenue
      if isLeading { part = part + revenue }
    }
    return Ratio(part, of: whole).map { .ratio($0) } ?? incomputable
  }
}

extension ClusterLocalSupply.Basis {
  /// What reports call it.
  public var name: Wording {
    switch self {
    case .value: Wording(zh: "按价值", en: "by value")
    case .parts: Wording(zh: "按零部件数量", en: "by number of parts")
    }
  }
}

extension Recognition.Kind {
  /// What reports call the titles that Article 6(1) names.
  fileprivate var name: Wording {
    switch self {
    case .srdiMunicipal: Wording(zh: "市级“专精特新”", en: "municipal “specialised and new”")
    case .srdiProvincial: Wording(zh: "省级“专精特新”", en: "provincial “specialised and new”")
    case .littleGiant: Wording(zh: "“小巨人”", en: "little giants")
    case .keyLittleGiant: Wording(zh: "重点“小巨人”", en: "key little giants")
    case .championProvincial: Wording(zh: "省级单项冠军", en: "provincial single champions")
    default: Wording(zh: "国家级单项冠军", en: "national single champions")
    }
  }
}
