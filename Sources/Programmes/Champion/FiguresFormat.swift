// The numbers: yearly figures and the position in the market.

import ChampionRules
import CommonFacts
import Judging

extension ChampionFormat {
  static let figures = PartFormat.object(blank: Figures.init) { member in
    member.unit { .of(&$0.unit) }
      .of(.annex2(1))
    member(
      "isUnitConfirmed", .flag, { .of(&$0.isUnitConfirmed) }, zh: "是否已确认金额单位",
      en: "the unit of unusual amounts is confirmed"
    )
    .of(.annex2(1))
    .hint(
      zh: "金额异常大或异常小的，核对无误后写 true",
      en: "true once unusually large or small amounts have been checked")
    member("scope", .choice(), { .of(&$0.scope) }, zh: "数据口径", en: "whose accounts")
      .of(.annex2(1))
      .hint(
        zh: "数据取自合并报表或本企业报表；有子公司或母公司的，依企业会计准则，各年口径一致",
        en:
          "the group's or its own accounts; with a parent or subsidiaries by the accounting standards, alike for all years"
      )
    member.years(year) { .of(&$0.years) }
      .of(.annex1(1, 2))
      .hint(
        zh: "申报年度之前的三个会计年度，每年一项",
        en: "one entry for each of the three accounting years before the round"
      )
      .blankItems(3)
  }

  private static let year = PartFormat.object(blank: YearFigures.init) { member in
    member("year", .year, { .of(&$0.year) }, zh: "会计年度", en: "accounting year")
      .of(.annex2(1))
      .hint(zh: "四位数字，如 2024", en: "four digits such as 2024")
    member("isAudited", .flag, { .of(&$0.isAudited) }, zh: "是否经审计", en: "audited")
      .of(.annex2(1))
      .hint(
        zh: "期末数经会计师事务所审计后写 true", en: "true once an auditor has confirmed the year-end figures")
    member.amount(.mainBusinessRevenue) { .of(&$0.mainBusinessRevenue) }
      .of(.annex1(1, 2))
      .hint(
        zh: "审计报告附注中的主营业务收入，不能以营业收入代替",
        en: "from the notes of the audit report; operating revenue does not stand in for it")
    member.amount(.operatingRevenue) { .of(&$0.operatingRevenue) }
      .of(.annex2(1))
      .hint(zh: "审计报告利润表中的营业收入", en: "from the income statement in the audit report")
    member.amount(.productRevenue) { .of(&$0.productRevenue) }
      .of(.annex1(1, 1))
      .hint(zh: "申报产品的销售收入", en: "sales of the product applied for")
    member.amount(.internationalRevenue) { .of(&$0.internationalRevenue) }
      .of(.annex2(5))
      .hint(
        zh: "境外投资、国际工程承包、国际贸易等业务产生的营业收入",
        en: "operating revenue from investment, contracting, trade and the like abroad")
    member.amount(.researchAndDevelopment) { .of(&$0.researchAndDevelopment) }
      .of(.annex1(3, 1))
      .hint(zh: "审计报告中的研发费用", en: "from the audit report")
    member.amount(.profit, .signedMoney) { .of(&$0.profit) }
      .of(.annex1(4, 1))
      .hint(zh: "亏损写负数", en: "negative for a loss")
    member.amount(.innovationIncome) { .of(&$0.innovationIncome) }
      .of(.annex2(7))
      .hint(zh: "科技创新成果带来的收入", en: "income that results of science and technology bring")
    member("auditReport", .attachments, { .of(&$0.auditReport) }, zh: "审计报告", en: "audit report")
      .of(.annex2(1))
      .hint(zh: "该年审计报告的文件名", en: "file names of that year's audit report")
  }

  static let market = PartFormat.object(blank: Market.init) { member in
    member("year", .year, { .of(&$0.year) }, zh: "数据年度", en: "year of the figures")
      .of(.annex2(4))
      .hint(zh: "一般为申报年度的上一年", en: "usually the year before the round")
    member("basis", .choice(), { .of(&$0.basis) }, zh: "占有率口径", en: "basis of the share")
      .of(.annex2(4))
      .hint(zh: "按销售收入或销售量计算", en: "whether by sales revenue or by sales volume")
    member.positions(of: .annex1(2, 1))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "市场占有率证明", en: "proof of the share")
      .of(.annex2(4))
      .hint(zh: "行业协会或第三方机构证明的文件名", en: "file names of proofs by an association or a third party")
  }
}
