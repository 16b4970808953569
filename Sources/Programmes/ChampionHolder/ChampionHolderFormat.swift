// The file format of a champion's history: every member's name, meaning and type, in the order people fill it in.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

/// Version 1 of the format of champions' histories.
enum ChampionHolderFormat {
  /// The format.
  static let table = FactTable(version: version, root: history)

  /// What a history holds, for people and programs; putting it together takes long.
  static let schema = table.schema

  private static let version = 1

  private static let history = PartFormat.object(blank: ChampionHolder.init) { member in
    member.formatVersion(version)
    member.programme(Rulebook.championHolder.id, zh: "文件种类", en: "kind of file")
    member.asOf(since: Rulebook.championHolder.inForce) { .of(&$0.day) }
    member("bureau", .choice(), { .of(&$0.bureau) }, zh: "所在地工信部门", en: "bureau of the place")
      .of(.article(11))
    member("enterprise", enterprise, { .of(&$0) }, zh: "企业", en: "enterprise")
    member("product", .text, { .of(&$0.product) }, zh: "证书所列产品", en: "product of the certificate")
      .of(.point(article: 9, point: 3))
      .hint(zh: "与证书所列一致", en: "as on the certificate")
    member(
      "publicityBegan", .day, { .of(&$0.publicityBegan) }, zh: "公示开始日期",
      en: "day on which publicity began"
    )
    .of(.point(article: 9, point: 3))
    .hint(zh: "证书尚未颁发的填写", en: "while no certificate is granted")
    member("certificate", certificate, { .of(&$0) }, zh: "证书", en: "certificate")
      .of(.article(10))
    member.reviews(of: .article(10)) { .of(&$0.reviews) }
    member("reviewRight", reviewRight, { .of(&$0) }, zh: "复核资格", en: "right to review")
      .of(.article(11))
    member(
      "updates", .list(of: HolderFormat.report(of: .article(11))), { .of(&$0.updates) },
      zh: "年度信息更新",
      en: "yearly updates"
    )
    .of(.article(11))
    .hint(
      zh: "每年一项；没有列出的年份视为没有更新；没有的，写空列表 []",
      en: "an item a year; a year that is not listed was not updated; [] if there were none")
    member("changes", .list(of: change), { .of(&$0.changes) }, zh: "重大变化", en: "changes")
      .of(.article(12))
      .hint(zh: "没有的，写空列表 []", en: "[] if there were none")
    member("inquiries", .list(of: inquiry), { .of(&$0.inquiries) }, zh: "省级部门的核实", en: "inquiries")
      .of(.article(14))
      .hint(zh: "没有的，写空列表 []", en: "[] if there were none")
    member(
      "revocations", .list(of: ChampionFormat.revocation), { .of(&$0.revocations) }, zh: "撤销认定",
      en: "revocations"
    )
    .of(.article(13))
    .hint(
      zh: "本证书及以前认定的撤销；没有的，写空列表 []",
      en: "of this recognition and of earlier ones; [] if there were none")
    member.schemaForEditors()
  }

  private static let enterprise = PartFormat.object(blank: ChampionHolder.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "企业名称", en: "registered name")
      .hint(zh: "与营业执照一致", en: "as on the licence")
    member.creditCode { .of(&$0.creditCode) }
  }

  private static let certificate = PartFormat.object(
    blank: ChampionHolder.init,
    checks: [HolderFormat.contradiction { Deed(isDone: $0.isGranted, day: $0.granted) }]
  ) { member in
    member("isGranted", .flag, { .of(&$0.isGranted) }, zh: "是否已颁发", en: "it was granted")
      .of(.point(article: 9, point: 3))
      .hint(zh: "尚未颁发的写 false", en: "false while it is not")
    member("granted", .day, { .of(&$0.granted) }, zh: "颁发日期", en: "granted on")
      .of(.article(10))
    member("validUntil", .day, { .of(&$0.validUntil) }, zh: "有效期至", en: "valid until")
      .of(.article(10))
      .hint(
        zh: "首张证书载明的截止日；没有载明的不填", en: "as the first certificate states it; otherwise leave it out")
  }

  private static let reviewRight = PartFormat.object(
    blank: ChampionHolder.init, checks: [HolderFormat.contradiction { $0.cancellation }]
  ) { member in
    member(
      "isCancelled", .flag, { .of(&$0.cancellation.isDone) }, zh: "是否被取消", en: "it was cancelled"
    )
    .of(.article(11))
    member(
      "decided", .day, { .of(&$0.cancellation.day) }, zh: "取消日期", en: "day of the cancellation"
    )
    .of(.article(11))
    .hint(zh: "被取消的填写", en: "where it was")
  }

  private static let change = PartFormat.object(
    blank: HolderChange.init, checks: [HolderFormat.contradiction { $0.reported }]
  ) { member in
    member("kind", .choice(), { .of(&$0.kind) }, zh: "变化种类", en: "kind")
      .of(.article(12))
    member("date", .day, { .of(&$0.date) }, zh: "发生日期", en: "day of the change")
      .of(.article(12))
      .hint(zh: "如变更登记的日期", en: "as of the changed registration")
    member(
      "isMaterial", .flag, { .of(&$0.isMaterial) }, zh: "是否触及认定条件", en: "it touches the conditions"
    )
    .of(.article(12))
    .hint(zh: "“其他变化”须填写", en: "asked of other changes")
    member("isReported", .flag, { .of(&$0.reported.isDone) }, zh: "是否已报告", en: "it was reported")
      .of(.article(12))
    member("reported", .day, { .of(&$0.reported.day) }, zh: "报告日期", en: "day of the report")
      .of(.article(12))
      .hint(zh: "已报告的填写", en: "where it was")
    member("reminded", .day, { .of(&$0.reminded) }, zh: "提示日期", en: "day of the reminder")
      .of(.article(12))
      .hint(zh: "主管部门提示过的填写", en: "where the department reminded of it")
  }

  private static let inquiry = PartFormat.object(
    blank: Inquiry.init, checks: [HolderFormat.contradiction { $0.answered }]
  ) { member in
    member("answerBy", .day, { .of(&$0.answerBy) }, zh: "要求回复的期限", en: "answer wanted by")
      .of(.article(14))
      .hint(zh: "省级部门核实时提出的最后一天", en: "the last day that the department set")
    member(
      "isAnswered", .flag, { .of(&$0.answered.isDone) }, zh: "是否已按要求回复",
      en: "it was answered as required"
    )
    .of(.article(14))
    member("answered", .day, { .of(&$0.answered.day) }, zh: "回复日期", en: "day of the answer")
      .of(.article(14))
      .hint(zh: "已回复的填写", en: "where it was")
  }
}

extension HolderChange.Kind: Choice {
  /// What the form calls the kinds of change.
  public var label: Wording { name }
}
