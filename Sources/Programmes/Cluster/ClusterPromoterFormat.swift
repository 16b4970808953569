// The promotion organisation in the form: what it is, its credit, its accounts and its papers.

import ClusterRules
import Eligibility
import Judging

extension ClusterFormat {
  static let promoter = PartFormat.object(blank: ClusterPromoter.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "名称", en: "registered name")
      .of(.article(3))
      .hint(zh: "与登记证书一致的全称", en: "the full name as on the certificate of registration")
    member.creditCode { .of(&$0.creditCode) }
      .of(.article(3))
      .hint(zh: "登记证书上的 18 位代码，以文字填写", en: "the 18 characters on the certificate, as text")
    member(
      "placeOfRegistration", .choice(), { .of(&$0.placeOfRegistration) }, zh: "注册地",
      en: "place of registration"
    )
    .of(.article(3))
    member(
      "isNonGovernment", .flag, { .of(&$0.isNonGovernment) }, zh: "是否非政府", en: "no government body"
    )
    .of(.article(3))
    .hint(zh: "不是国家机关等政府机构的，写 true", en: "true unless it is a government body")
    member("isNonProfit", .flag, { .of(&$0.isNonProfit) }, zh: "是否非营利", en: "not for profit")
      .of(.article(3))
      .hint(zh: "不以营利为目的的，写 true", en: "true unless it is for profit")
    member.isLegalPerson { .of(&$0.isLegalPerson) }
      .of(.article(3))
      .hint(zh: "分会、代表处、分公司不是独立法人", en: "branches and offices are not")
    member(
      "licence", .attachments, { .of(&$0.licence) }, zh: "登记证书", en: "certificate of registration"
    )
    .of(.article(3))
    .hint(zh: "法人登记证书扫描件的文件名", en: "file names of the scanned certificate")
    member(
      "creditRecords", creditRecords, { .of(&$0.creditRecords) }, zh: "不良信用记录",
      en: "adverse credit records"
    )
    .of(.article(3))
    .hint(zh: "在“信用中国”等网站查询", en: "look them up on the Credit China site")
    member("accounts", accounts, { .of(&$0.accounts) }, zh: "历年收支", en: "yearly accounts")
      .of(.article(3))
    member("charter", .attachments, { .of(&$0.charter) }, zh: "章程", en: "charter")
      .of(.article(3))
      .hint(zh: "章程的文件名", en: "file names of the charter")
    member("structure", .attachments, { .of(&$0.structure) }, zh: "组织架构", en: "structure")
      .of(.article(3))
      .hint(zh: "组织架构材料的文件名", en: "file names of documents on the structure")
    member("rules", .attachments, { .of(&$0.rules) }, zh: "规章制度", en: "rules")
      .of(.article(3))
      .hint(zh: "规章制度目录和文本的文件名", en: "file names of the rules and their list")
  }

  private static let creditRecords = PartFormat.object(blank: ClusterPromoter.CreditRecords.init) {
    member in
    member("lookedUp", .day, { .of(&$0.lookedUp) }, zh: "查询日期", en: "day of the look-up")
      .of(.article(3))
      .hint(zh: "不晚于申报日", en: "not after the filing date")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "查询结果", en: "result of the look-up")
      .of(.article(3))
      .hint(zh: "查询结果截图或报告的文件名", en: "file names of the result")
    member(
      "entries", .list(of: entry), { .of(&$0.entries) }, zh: "不良记录", en: "adverse entries"
    )
    .of(.article(3))
    .hint(
      zh: "列出每一条，包括已修复、已移除的；没有的，写空列表 []",
      en: "every one, repaired ones too; an empty list [] if there is none")
  }

  private static let entry = PartFormat.object(blank: ClusterPromoter.CreditRecords.Entry.init) {
    member in
    member("status", .choice(), { .of(&$0.status) }, zh: "状态", en: "status")
      .of(.article(3))
    member.ignored("content", zh: "内容", en: "what it says")
  }

  private static let accounts = PartFormat.object(blank: ClusterPromoter.Accounts.init) { member in
    member.unit { .of(&$0.unit) }
      .of(.article(3))
    member.years(year) { .of(&$0.years) }
      .of(.article(3))
      .hint(zh: "每年一项", en: "one entry a year")
      .blankItems(1)
  }

  private static let year = PartFormat.object(blank: ClusterPromoter.Accounts.Year.init) { member in
    member("year", .year, { .of(&$0.year) }, zh: "会计年度", en: "accounting year")
      .of(.article(3))
      .hint(zh: "四位数字，如 2024", en: "four digits such as 2024")
    member("income", .money, { .of(&$0.income) }, zh: "收入", en: "income")
      .of(.article(3))
    member(
      "publicIncome", .money, { .of(&$0.publicIncome) }, zh: "其中财政性收入", en: "of that public money"
    )
    .of(.point(article: 6, point: 5))
    .hint(zh: "财政拨款、补助等", en: "grants and subsidies from public budgets")
    member("surplus", .signedMoney, { .of(&$0.surplus) }, zh: "结余", en: "surplus")
      .of(.article(3))
      .hint(zh: "亏损写负数", en: "negative for a deficit")
    member("assets", .money, { .of(&$0.assets) }, zh: "资产", en: "assets")
      .of(.article(3))
    member("liabilities", .money, { .of(&$0.liabilities) }, zh: "负债", en: "liabilities")
      .of(.article(3))
  }
}
