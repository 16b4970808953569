// The file format of applications of key little giants: every member's name, meaning and type, in the order
// people fill it in.

import CommonFacts
import Eligibility
import Judging
import LittleGiantRules

/// Version 1 of the format of applications of key little giants.
enum GiantFormat {
  /// The format.
  static let table = FactTable(version: version, root: application)

  /// What an application holds, for people and programs; putting it together takes long.
  static let schema = table.schema

  fileprivate static let version = 1

  private static let application = PartFormat.object(blank: GiantApplication.init) { member in
    member.formatVersion(version)
    member.programme(Rulebook.keyLittleGiant.id, zh: "申报项目", en: "programme")
    member.applicationYear(onlyRound: GiantThresholds.of2021.round) { .of(&$0.applicationYear) }
      .of(.section(6))
    member.filingDate(since: Rulebook.keyLittleGiant.inForce) { .of(&$0.filingDate) }
      .of(.clause(4, 1))
      .hint(
        zh: "向所在地工信、财政部门提出推荐申请的日期",
        en: "the day on which the local bureaus received the application")
    member("delivered", .day, { .of(&$0.delivered) }, zh: "送达日期", en: "day of arrival")
      .of(.section(5))
      .hint(
        zh: "各地统一报送的材料到达省级部门的日期", en: "when the bureaus' package reached the province")
    member.prefecturesBureau { .of(&$0.bureau) }
      .of(.clause(4, 1))
    member.bureauDivision { .of(&$0.bureauDivision) }
      .of(.clause(4, 1))
    member("enterprise", enterprise, { .of(&$0.enterprise) }, zh: "企业", en: "enterprise")
      .of(.annex(5))
    member(
      "recognitions", .list(of: recognition), { .of(&$0.recognitions) }, zh: "称号", en: "titles"
    )
    .of(.clause(3, 1, 1))
    .hint(
      zh: "专精特新“小巨人”等称号，正在公示的也列出；没有的，写空列表 []",
      en: "“little giant”, also under publicity, and others; an empty list [] if there are none")
    member.hasFirstBatchSupport { .of(&$0.hasFirstBatchSupport) }
      .of(.section(1))
      .hint(zh: "得到过国家第一批资金支持的，不在支持对象之内", en: "whoever received it is not supported again")
    member(
      "publicityEnd", .day, { .of(&$0.publicityEnd) }, zh: "公示截止日", en: "end of the publicity"
    )
    .of(.clause(6, 2, 5))
    .hint(
      zh: "工业和信息化部公示的最后一日；不知道的不填", en: "the last day of the ministry's publicity, if it is known")
    member(
      "listings", .list(of: listing), { .of(&$0.listings) }, zh: "股票上市情况", en: "listings of shares"
    )
    .of(.section(1))
    .hint(
      zh: "本企业股票的各次上市、挂牌和境外公开发行；没有的，写空列表 []",
      en: "each listing of its own shares, and issues abroad; an empty list [] if there are none")
    member(
      "listingPlan", listingPlan, { .of(&$0.listingPlan) }, zh: "上市计划", en: "plan to go public"
    )
    .of(.clause(3, 1, 4))
    member("direction", direction, { .of(&$0.direction) }, zh: "产业导向", en: "industrial direction")
      .of(.clause(3, 1, 2))
      .hint(zh: "六项有一项即可，逐项写明", en: "one of six suffices; say of each whether it applies")
    member("product", product, { .of(&$0.product) }, zh: "主导产品", en: "main product")
      .of(.annex(5))
    member("figures", figures, { .of(&$0.figures) }, zh: "历年数据", en: "yearly figures")
      .of(.clause(6, 2, 4))
    member("market", market, { .of(&$0.market) }, zh: "市场占有情况", en: "market position")
      .of(.clause(4, 2, 3))
      .hint(zh: "供专家参考", en: "for experts only")
    member("innovation", innovation, { .of(&$0.innovation) }, zh: "创新与管理", en: "innovation")
      .of(.clause(3, 1, 4))
    member("targets", targets, { .of(&$0.targets) }, zh: "目标表（附件6）", en: "target table (Annex 6)")
      .of(.annex(6))
      .hint(
        zh: "与附件6 一致，各格以文字填写，如 \"30\"；没有的写 \"0\"",
        en: "as in Annex 6, each cell as text such as \"30\"; \"0\" where there is nothing")
    member("papers", papers, { .of(&$0.papers) }, zh: "申报材料", en: "papers")
      .of(.section(5))
    member("profile", profile, { .of(&$0.profile) }, zh: "企业简介", en: "profile")
      .of(.clause(4, 2, 3))
      .hint(zh: "不超过 5000 字；附全文或填写字数", en: "at most 5,000 characters: the text, or how many it has")
    member("summary", length, { .of(&$0.summary) }, zh: "先进性说明", en: "note on advancedness")
      .of(.annex(3))
      .hint(
        zh: "推荐名单汇总表中的一栏，不超过 100 字；附全文或填写字数",
        en: "the column of Annex 3, at most 100 characters: the text, or how many it has")
    member.statements(statements) { .of(&$0.statements) }
    member.schemaForEditors()
  }
}
