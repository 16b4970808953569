// The past: incidents, revocations, the certificate under review, national titles.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension ChampionFormat {
  static let incident = PartFormat.object(blank: Incident.init) { member in
    member("kind", .choice(), { .of(&$0.kind) }, zh: "类别", en: "kind")
      .of(.annex2(2))
      .hint(
        zh: "以主管部门的判定为准，条款不看罚款数额和信用修复；属于哪一类、是否属于“等违法违规行为”拿不准的，向受理部门咨询",
        en:
          "as the authority has it, whatever the fine and though credit was restored; ask the bureau where it is not clear"
      )
    member("date", .partialDate, { .of(&$0.date) }, zh: "发生日期", en: "date")
      .of(.annex2(2))
      .hint(
        zh: "知道具体日期的写到日，否则写到月或年", en: "to the day where it is known, otherwise to the month or year"
      )
    member("grade", .choice(), { .of(&$0.grade) }, zh: "等级", en: "grade")
      .of(.annex2(2))
      .hint(
        zh: "主管部门认定的事故等级；违法违规行为不填",
        en: "as the authority graded an accident; leave it out for a violation")
    member(
      "determination",
      CommonFormat.determination(
        of: .annex2(2),
        status: Wording(
          zh: "依监管部门出具的判定意见；“认定不属此类”也须有文书",
          en:
            "by the opinion of the supervising authority; that it is no such incident needs a document too"
        )), { .of(&$0.determination) }, zh: "主管部门认定", en: "determination"
    )
    .of(.annex2(2))
    .hint(zh: "以主管部门的正式认定为准", en: "what the authority formally determined")
  }

  static let revocation = PartFormat.object(blank: Revocation.init) { member in
    member("article", .revokingArticle, { .of(&$0.article) }, zh: "撤销所依条款", en: "article applied")
      .of(.article(13))
      .hint(zh: "撤销决定所引的条：12、13 或 14", en: "the article that the decision cites: 12, 13 or 14")
    member("ground", .choice(), { .of(&$0.ground) }, zh: "撤销事由", en: "ground of the revocation")
      .of(.article(13))
    member("decided", .partialDate, { .of(&$0.decided) }, zh: "撤销决定日期", en: "date of the decision")
      .of(.article(13))
      .hint(zh: "撤销决定的落款日期", en: "the date of the decision")
    member("event", .partialDate, { .of(&$0.event) }, zh: "行为发生日期", en: "date of the event")
      .of(.article(13))
      .hint(zh: "被处理的行为发生的日期", en: "when the conduct that it punished took place")
  }

  static let certificate = PartFormat.object(blank: Certificate.init) { member in
    member("product", .text, { .of(&$0.product) }, zh: "证书所列产品", en: "product it names")
      .of(.article(9))
      .hint(zh: "与证书所列一致", en: "as on the certificate")
    member(
      "isForThisProduct", .flag, { .of(&$0.isForThisProduct) }, zh: "是否即本次申报的产品",
      en: "the product is the one applied for"
    )
    .of(.article(10))
    .hint(zh: "证书所列与申报产品写法不同的，须填写", en: "where the two names are written differently")
    member("granted", .day, { .of(&$0.granted) }, zh: "颁发日期", en: "granted on")
      .of(.article(9))
    member("validUntil", .day, { .of(&$0.validUntil) }, zh: "有效期至", en: "valid until")
      .of(.article(10))
      .hint(zh: "自颁发之日起三年", en: "three years from the grant")
    member(
      "isRevoked", .flag, { .of(&$0.isRevoked) }, zh: "认定是否被撤销", en: "the recognition was revoked"
    )
    .of(.article(12))
    member(
      "isReviewRightCancelled", .flag, { .of(&$0.isReviewRightCancelled) }, zh: "复核资格是否被取消",
      en: "the right to review was cancelled"
    )
    .of(.article(11))
    .hint(
      zh: "经提示仍未更新企业信息的，会被取消复核资格", en: "cancelled if information is not updated after a reminder")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证书", en: "certificate")
      .of(.article(10))
      .hint(zh: "证书扫描件的文件名", en: "file names of the scanned certificate")
  }

  static let recognition = PartFormat.object(blank: Recognition.init) { member in
    member(
      "kind", .choice(of: [.littleGiant, .specialisedLeader, .other]), { .of(&$0.kind) }, zh: "称号",
      en: "recognition"
    )
    .of(.annex1(1, 3))
    member("validUntil", .day, { .of(&$0.validUntil) }, zh: "有效期至", en: "valid until")
      .of(.annex2(3))
      .hint(
        zh: "证书或公告上的截止日期；长期有效的，写 \"9999-12-31\"",
        en: "the last day on the certificate; \"9999-12-31\" if there is none")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "称号证书", en: "certificate")
      .of(.annex2(3))
      .hint(zh: "证书或公告的文件名", en: "file names of the certificate or announcement")
  }
}

extension ValueFormat<Int> {
  /// An article that revokes recognitions.
  fileprivate static let revokingArticle = whole(1...22).checked { article in
    Revocation.articles.contains(article)
      ? nil
      : Reason(
        .noRevokingArticle,
        [
          "found": .count(article), "articles": .list(Revocation.articles.map { .count($0) }),
        ])
  }
}
