// The file format of applications for the provincial clusters: every member's name, meaning and type, in the
// order people fill it in.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

/// Version 1 of the format of applications of clusters.
enum ClusterFormat {
  /// The format.
  static let table = FactTable(version: version, root: application)

  /// What an application holds, for people and programs; putting it together takes long.
  static let schema = table.schema

  fileprivate static let version = 1

  private static let application = PartFormat.object(blank: ClusterApplication.init) { member in
    member.formatVersion(version)
    member.programme(Rulebook.cluster.id, zh: "认定办法", en: "programme")
    member.applicationYear(.round(since: Rulebook.cluster.inForce.year)) {
      .of(&$0.applicationYear)
    }
    .of(.point(article: 7, point: 1))
    .hint(zh: "竞赛申报通知所属的年份", en: "the year of the competition notice")
    member.filingDate(since: Rulebook.cluster.inForce) { .of(&$0.filingDate) }
      .of(.point(article: 7, point: 1))
      .hint(
        zh: "向工信部门递交申报材料的日期；尚未递交的，写计划日期",
        en: "the day on which the documents are handed in, or are planned to be")
    member(
      "kind", .choice(), { .of(&$0.kind) }, zh: "申报类别（首次申报或三年复核）", en: "first application or review"
    )
    .of(.article(11))
    .hint(
      zh: "已认定集群三年复核的，选“review”；其他情况选“first”",
      en: "review for a recognised cluster after three years")
    member("bureau", .choice(), { .of(&$0.bureau) }, zh: "受理的工信部门", en: "bureau filed with")
      .of(.point(article: 7, point: 1))
      .hint(
        zh: "所在地工信部门；跨市（州）的，为牵头市（州）工信部门",
        en: "the bureau of the place; across prefectures that of the lead")
    member(
      "recommendation", recommendation, { .of(&$0.recommendation) }, zh: "工信部门推荐意见",
      en: "opinion of the bureau"
    )
    .of(.point(article: 7, point: 1))
    member("cluster", cluster, { .of(&$0.cluster) }, zh: "集群", en: "cluster")
      .of(.article(2))
    member("promoter", promoter, { .of(&$0.promoter) }, zh: "集群促进组织", en: "promotion organisation")
      .of(.article(3))
    member("members", members, { .of(&$0.members) }, zh: "集群成员", en: "members")
      .of(.article(2))
    member(
      "titles", .list(of: title), { .of(&$0.titles) }, zh: "企业称号", en: "titles of enterprises"
    )
    .of(.point(article: 6, point: 1))
    .hint(
      zh: "“专精特新”“小巨人”、单项冠军等，每个称号一项；没有的，写空列表 []",
      en: "one entry for each title of a member; an empty list [] if there is none")
    member(
      "hasOtherStrongEnterprises", .flag, { .of(&$0.hasOtherStrongEnterprises) },
      zh: "是否有其他优质企业", en: "has other strong enterprises"
    )
    .of(.point(article: 6, point: 1))
    .hint(zh: "没有上述称号而成长性较强的企业", en: "enterprises of growth without such a title")
    member("projects", .list(of: project), { .of(&$0.projects) }, zh: "重大项目", en: "major projects")
      .of(.point(article: 6, point: 3))
      .hint(
        zh: "承担的国家级、省级重大项目；没有的，写空列表 []",
        en: "national and provincial ones; an empty list [] if there are none")
    member("localSupply", localSupply, { .of(&$0.localSupply) }, zh: "本地配套", en: "local supply")
      .of(.point(article: 6, point: 3))
    member(
      "industryAverages", .list(of: industryAverage), { .of(&$0.industryAverages) },
      zh: "同行业平均水平", en: "averages of the same industry"
    )
    .of(.point(article: 6, point: 4))
    .hint(
      zh: "每个平均数一项，写全行业、区域、年度和来源；有多个来源的都列出",
      en: "one entry for each figure and source, with industry, region, year and source")
    member(
      "standards", .list(of: standard), { .of(&$0.standards) }, zh: "参与制修订的标准",
      en: "standards taken part in"
    )
    .of(.point(article: 6, point: 4))
    .hint(zh: "没有的，写空列表 []", en: "an empty list [] if there are none")
    member(
      "incidents", .list(of: incident), { .of(&$0.incidents) }, zh: "事故和突发环境事件",
      en: "accidents and environmental incidents"
    )
    .of(.point(article: 6, point: 7))
    .hint(
      zh: "近三年集群内企业的事故，不论是否已经认定均须列出；没有的，写空列表 []",
      en: "those of the last three years, determined or not; an empty list [] if there were none")
    member(
      "developmentPlan", .attachments, { .of(&$0.developmentPlan) }, zh: "集群发展规划",
      en: "development plan"
    )
    .of(.point(article: 6, point: 2))
    .hint(zh: "规划文本的文件名", en: "file names of the plan")
    member("actionPlan", .attachments, { .of(&$0.actionPlan) }, zh: "集群专项行动方案", en: "action plan")
      .of(.article(11))
      .hint(zh: "复核时提交，包括落实情况", en: "for a review, with how far it was carried out")
    member.statements(statements) { .of(&$0.statements) }
      .of(.point(article: 7, point: 2))
    member.schemaForEditors()
  }

  private static let recommendation = PartFormat.object(blank: ClusterRecommendation.init) {
    member in
    member("isGiven", .flag, { .of(&$0.isGiven) }, zh: "是否已出具", en: "was given")
      .of(.point(article: 7, point: 1))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "推荐意见", en: "opinion")
      .of(.point(article: 7, point: 1))
      .hint(zh: "推荐意见的文件名", en: "file names of the opinion")
  }

  private static let cluster = PartFormat.object(blank: ClusterIdentity.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "集群名称", en: "name of the cluster")
      .of(.article(2))
    member("areas", .list(of: .division), { .of(&$0.areas) }, zh: "所在区域", en: "areas")
      .of(.article(5))
      .hint(
        zh: "所在各县（市、区）的六位行政区划代码，如 \"220106\"",
        en: "six digits for each district or county, such as \"220106\"")
    member(
      "leadPrefecture", .division, { .of(&$0.leadPrefecture) }, zh: "牵头市（州）", en: "lead prefecture"
    )
    .of(.point(article: 7, point: 1))
    .hint(zh: "跨市（州）的，写牵头市（州）的代码，如 \"220100\"", en: "across prefectures, such as \"220100\"")
    member(
      "industries", .list(of: .industryCode), { .of(&$0.industries) }, zh: "主导产业",
      en: "leading industry"
    )
    .of(.point(article: 6, point: 1))
    .hint(
      zh: "GB/T 4754-2017 代码，二至四位，可以有多个",
      en: "codes of GB/T 4754-2017, two to four digits, one or several")
  }
}
