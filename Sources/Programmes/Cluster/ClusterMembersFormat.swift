// The members in the form, with their figures of one year and their titles.

import ClusterRules
import CommonFacts
import Eligibility
import Judging

extension ClusterFormat {
  static let members = PartFormat.object(blank: ClusterMembers.init) { member in
    member("isComplete", .flag, { .of(&$0.isComplete) }, zh: "名单是否完整", en: "the list is complete")
      .of(.point(article: 6, point: 4))
      .hint(
        zh: "列全了所有成员（包括已退出的）的，写 true", en: "true once every member is listed, former ones too")
    member("year", .year, { .of(&$0.year) }, zh: "数据年度", en: "year of the figures")
      .of(.point(article: 6, point: 4))
      .hint(zh: "申报年度的上一年", en: "the year before the round")
    member.unit { .of(&$0.unit) }
      .of(.point(article: 6, point: 4))
    member("list", .list(of: item), { .of(&$0.list) }, zh: "成员名单", en: "list of members")
      .of(.article(2))
      .hint(zh: "每个成员一项，已退出的也列入", en: "one entry a member, former ones too")
      .blankItems(1)
  }

  private static let item = PartFormat.object(blank: ClusterMember.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "名称", en: "name")
      .of(.article(2))
    member.creditCode { .of(&$0.creditCode) }
      .of(.article(2))
      .hint(zh: "18 位代码，以文字填写", en: "18 characters, as text")
    member("kind", .choice(), { .of(&$0.kind) }, zh: "类型", en: "kind of member")
      .of(.article(2))
    member(
      "industryCode", .industryCode, { .of(&$0.industryCode) }, zh: "国民经济行业代码", en: "industry code"
    )
    .of(.article(2))
    .hint(zh: "GB/T 4754-2017 代码，二至四位，以文字填写", en: "two to four digits of GB/T 4754-2017, as text")
    member(
      "isInLeadingIndustry", .flag, { .of(&$0.isInLeadingIndustry) }, zh: "是否属于主导产业",
      en: "in the leading industry"
    )
    .of(.point(article: 6, point: 1))
    member("since", .partialDate, { .of(&$0.since) }, zh: "加入日期", en: "member since")
      .of(.point(article: 6, point: 7))
      .hint(zh: "知道具体日期的写到日，否则写到月或年", en: "to the day where known, else to the month or year")
    member("until", .partialDate, { .of(&$0.until) }, zh: "退出日期", en: "member until")
      .of(.point(article: 6, point: 7))
      .hint(zh: "仍是成员的不填", en: "leave it out while it still is one")
    member.amount(.operatingRevenue) { .of(&$0.operatingRevenue) }
      .of(.point(article: 6, point: 4))
    member.amount(.researchAndDevelopment) { .of(&$0.researchAndDevelopment) }
      .of(.point(article: 6, point: 4))
    member("staff", .count, { .of(&$0.staff) }, zh: "从业人员数", en: "head count")
      .of(.point(article: 6, point: 4))
    member("researchStaff", .count, { .of(&$0.researchStaff) }, zh: "科研人员数", en: "research staff")
      .of(.point(article: 6, point: 4))
      .hint(
        zh: "不以专职研发人员或科技人员代替", en: "not full-time R&D staff or sci-tech staff in their place")
  }

  static let title = PartFormat.object(blank: ClusterTitle.init) { member in
    member(
      "member", .creditCode, { .of(&$0.member) }, zh: "企业", en: "enterprise"
    )
    .of(.point(article: 6, point: 1))
    .hint(zh: "成员名单中该企业的统一社会信用代码", en: "its social credit code as in the list of members")
    member(
      "kind", .choice(of: ClusterTitle.kinds + [.other]), { .of(&$0.recognition.kind) }, zh: "称号",
      en: "title"
    )
    .of(.point(article: 6, point: 1))
    member("validFrom", .day, { .of(&$0.recognition.validFrom) }, zh: "有效期自", en: "valid from")
      .of(.point(article: 6, point: 1))
    member("validUntil", .day, { .of(&$0.recognition.validUntil) }, zh: "有效期至", en: "valid until")
      .of(.point(article: 6, point: 1))
      .hint(
        zh: "证书或公告上的截止日期；长期有效的，写 \"9999-12-31\"",
        en: "the last day on the certificate; \"9999-12-31\" if there is none")
    member(
      "evidence", .attachments, { .of(&$0.recognition.evidence) }, zh: "称号证书", en: "certificate"
    )
    .of(.point(article: 6, point: 1))
    .hint(zh: "证书或公告的文件名", en: "file names of the certificate or announcement")
  }
}
