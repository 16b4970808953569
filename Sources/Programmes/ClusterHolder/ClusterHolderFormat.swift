// The file format of a cluster's history: every member's name, meaning and type, in the order people fill it in.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

/// Version 1 of the format of clusters' histories.
enum ClusterHolderFormat {
  /// The format.
  static let table = FactTable(version: version, root: history)

  /// What a history holds, for people and programs; putting it together takes long.
  static let schema = table.schema

  private static let version = 1

  private static let history = PartFormat.object(blank: ClusterHolder.init) { member in
    member.formatVersion(version)
    member.programme(Rulebook.clusterHolder.id, zh: "文件种类", en: "kind of file")
    member.asOf(since: Rulebook.clusterHolder.inForce) { .of(&$0.day) }
    member("bureau", .choice(), { .of(&$0.bureau) }, zh: "所在地工信部门", en: "bureau of the place")
      .of(.article(10))
      .hint(zh: "跨行政区的写牵头市（州）", en: "across districts that of the lead prefecture")
    member("cluster", .text, { .of(&$0.cluster) }, zh: "集群名称", en: "name of the cluster")
    member("promoter", promoter, { .of(&$0) }, zh: "集群发展促进组织", en: "promotion organisation")
    member("recognised", .day, { .of(&$0.recognised) }, zh: "认定日期", en: "recognised on")
      .of(.article(11))
    member(
      "reports", .list(of: HolderFormat.report(of: .article(10))), { .of(&$0.reports) },
      zh: "年度发展情况报送",
      en: "yearly reports"
    )
    .of(.article(10))
    .hint(
      zh: "每年一项；没有列出的年份视为没有报送；没有的，写空列表 []",
      en: "an item a year; for a year that is not listed none was filed; [] if there were none")
    member.reviews(of: .article(11)) { .of(&$0.reviews) }
    member(
      "revocations", .list(of: revocation), { .of(&$0.revocations) }, zh: "撤销称号", en: "revocations"
    )
    .of(.article(11))
    .hint(zh: "没有的，写空列表 []", en: "[] if there were none")
    member.schemaForEditors()
  }

  private static let promoter = PartFormat.object(blank: ClusterHolder.init) { member in
    member("name", .text, { .of(&$0.promoter) }, zh: "组织名称", en: "registered name")
    member.creditCode { .of(&$0.creditCode) }
  }

  private static let revocation = PartFormat.object(blank: ClusterRevocation.init) { member in
    member("decided", .day, { .of(&$0.decided) }, zh: "撤销决定日期", en: "date of the decision")
      .of(.article(11))
    member("ground", .choice(), { .of(&$0.ground) }, zh: "撤销事由", en: "ground of the revocation")
      .of(.article(11))
  }
}

extension ClusterRevocation.Ground: Choice {
  /// What the form calls the grounds.
  public var label: Wording {
    switch self {
    case .reviewFailed: Wording(zh: "未通过复核", en: "a review that was not passed")
    case .fraud: Wording(zh: "弄虚作假", en: "fraud")
    case .breachOfLaw: Wording(zh: "违反法律法规", en: "breach of law")
    }
  }
}
