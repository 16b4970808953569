// The file format of applications for the provincial single-champion programme: every member's name, meaning
// and type, in the order people fill it in.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

/// Version 1 of the format of applications.
enum ChampionFormat {
  /// The format.
  static let table = FactTable(version: version, root: application)

  /// What an application holds, for people and programs; putting it together takes long.
  static let schema = table.schema

  fileprivate static let version = 1

  private static let application = PartFormat.object(blank: Application.init) { member in
    member.formatVersion(version)
    member("programme", checking: .programme(Rulebook.champion.id), zh: "认定办法", en: "programme")
      .hint(
        zh: "不写的，按省级单项冠军认定办法核对", en: "the provincial single champions if nothing is written")
    member.applicationYear(.round(since: Rulebook.champion.inForce.year)) {
      .of(&$0.applicationYear)
    }
    .of(.article(9))
    .hint(zh: "年度申报通知所属的年份", en: "the year of the annual notice under which you apply")
    member.filingDate(since: Rulebook.champion.inForce) { .of(&$0.filingDate) }
      .of(.article(9))
      .hint(
        zh: "向工信部门递交申报材料的日期；尚未递交的，写计划日期",
        en: "the day on which the documents are handed in, or are planned to be")
    member(
      "kind", .choice(), { .of(&$0.kind) }, zh: "申报类别（首次申报或期满复核）", en: "first application or review"
    )
    .of(.article(10))
    .hint(
      zh: "证书三年期满后申报复核的，选“期满复核”；其他情况选“首次申报”",
      en:
        "a review follows the three years of a certificate; anything else is a first application")
    member("bureau", .choice(), { .of(&$0.bureau) }, zh: "受理的工信部门", en: "bureau filed with")
      .of(.article(9))
      .hint(
        zh: "企业住所所在地的市（州）、长白山或梅河口工信部门", en: "the bureau responsible for the place of the domicile")
    member("enterprise", enterprise, { .of(&$0.enterprise) }, zh: "企业", en: "enterprise")
      .of(.article(3))
    member(
      "product", product, { .of(&$0.product) }, zh: "申报产品（生产性服务）",
      en: "product or service applied for"
    )
    .of(.article(9))
    .hint(
      zh: "证书只列一项产品或服务，只填申报的这一项",
      en: "a certificate names one product or service: only the one applied for")
    member(
      "otherProducts", .list(of: otherProduct), { .of(&$0.otherProducts) }, zh: "其他产品",
      en: "other products"
    )
    .of(.article(3))
    .hint(
      zh: "企业提供的其他产品；没有的，写空列表 []",
      en: "everything else the enterprise supplies; an empty list [] if there is nothing")
    member("figures", figures, { .of(&$0.figures) }, zh: "历年数据", en: "yearly figures")
      .of(.annex2(1))
      .hint(zh: "按各年度审计报告期末数填写", en: "year-end figures from the audit reports")
    member("market", market, { .of(&$0.market) }, zh: "市场占有情况", en: "market position")
      .of(.annex1(2, 1))
      .hint(zh: "申报产品最近一个完整年度的位次和占有率", en: "rank and share of the product in the last full year")
    member(
      "incidents", .list(of: incident), { .of(&$0.incidents) }, zh: "事故和违法违规",
      en: "accidents and violations"
    )
    .of(.article(3))
    .hint(
      zh: "近三年的事故和违法违规行为，不论是否已经认定均须列出；没有的，写空列表 []",
      en: "those of the last three years, determined or not; an empty list [] if there were none")
    member(
      "revocations", .list(of: revocation), { .of(&$0.revocations) }, zh: "被撤销认定的记录",
      en: "earlier revocations"
    )
    .of(.article(13))
    .hint(
      zh: "列出省级单项冠军认定历次被撤销的情况；没有的，写空列表 []",
      en: "each revoked recognition as provincial champion; an empty list [] if there was none")
    member(
      "certificate", certificate, { .of(&$0.certificate) }, zh: "复核的证书",
      en: "certificate to be reviewed"
    )
    .of(.article(10))
    .hint(zh: "仅期满复核时填写，与现有证书一致", en: "for a review only, from the present certificate")
    member(
      "recognitions", .list(of: recognition), { .of(&$0.recognitions) }, zh: "国家级称号",
      en: "national recognitions"
    )
    .of(.annex1(1, 3))
    .hint(
      zh: "专精特新“小巨人”、创建世界一流专业领军示范企业等称号；没有的，写空列表 []",
      en: "national titles such as “little giant”; an empty list [] if there are none")
    member("innovation", innovation, { .of(&$0.innovation) }, zh: "自主创新", en: "innovation")
      .of(.annex1(3, 1))
    member("talent", talent, { .of(&$0.talent) }, zh: "人才", en: "talent")
      .of(.annex1(4, 3))
    member.statements(statements) { .of(&$0.statements) }
      .of(.article(8))
    member("bonuses", bonuses, { .of(&$0.bonuses) }, zh: "加分事项", en: "facts that count in favour")
      .hint(zh: "逐项列出；没有的，写空列表 []", en: "list each; an empty list [] if there is none")
    member.schemaForEditors()
  }

  /// The criteria of a role; the matters that they read stand in the same order.
  static func criteria(of role: Role) -> [Criterion<Application>] {
    Rulebook.champion.criteria.filter { $0.role == role }
  }
}

extension Clause {
  /// An item of Annex 1.
  static func annex1(_ section: Int, _ item: Int) -> Clause {
    .item(annex: 1, section: section, item: item)
  }

  /// A note of Annex 2.
  static func annex2(_ note: Int) -> Clause { .note(annex: 2, note: note) }
}
