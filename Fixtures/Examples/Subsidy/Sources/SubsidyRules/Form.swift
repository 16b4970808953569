// The form of applications: one row a member, from which reader, messages, explain, schema and page follow.

import Eligibility
import Judging

extension FactTable<SubsidyApplication> {
  static let subsidy = FactTable(
    version: 1,
    root: .object(blank: SubsidyApplication.init) { member in
      member("programme", checking: .programme("equipment-subsidy"), zh: "办法", en: "programme")
        .hint(zh: "所依据的办法", en: "the measures under which is applied")
      member("name", .text, { .of(&$0.name) }, zh: "企业名称", en: "name")
        .hint(zh: "照营业执照填写", en: "as on the business licence")
      member(
        "filed", .filingDay(since: Rulebook.subsidy.inForce), { .of(&$0.filed) }, zh: "申报日",
        en: "day of filing"
      )
      .hint(zh: "如 2025-09-01", en: "such as 2025-09-01")
      member("domicile", .division, { .of(&$0.domicile) }, zh: "住所地代码", en: "domicile")
        .of(.article(2))
        .hint(zh: "六位行政区划代码", en: "division code of six digits")
      member(
        "registered", .partialDate, { .of(&$0.registered) }, zh: "注册日期", en: "registered since"
      )
      .of(.article(3))
      .hint(zh: "尽可能写到日", en: "to the day if possible")
      member("spending", spending, { .of(&$0) }, zh: "设备投入", en: "spending")
      member("owesWages", .flag, { .of(&$0.owesWages) }, zh: "是否拖欠工资", en: "wages are owed")
        .of(.article(5))
        .hint(zh: "没有写 false", en: "false if none are")
      member("plan", .presence, { .of(&$0.hasPlan) }, zh: "更新方案", en: "renewal plan")
        .of(.article(6))
        .hint(zh: "供专家评判", en: "for experts to judge")
    })

  private static let spending = PartFormat.object(blank: SubsidyApplication.init) { member in
    member("unit", .amountUnit, { .of(&$0.unit) }, zh: "金额单位", en: "unit of the amounts")
      .of(.article(4))
      .hint(zh: "以下金额的单位", en: "the unit of the amounts below")
    member(
      "machines", .list(of: machine), { .of(&$0.machines) }, zh: "设备", en: "machines"
    )
    .of(.article(4))
    .hint(zh: "每台一项；没有的，写空列表 []", en: "an item each; [] if there is none")
    member("software", .money, { .of(&$0.software) }, zh: "软件", en: "software")
      .of(.article(4))
      .hint(zh: "没有写 0", en: "0 if none was bought")
  }

  private static let machine = PartFormat.object(blank: SubsidyApplication.Machine.init) { member in
    member("cost", .money, { .of(&$0.cost) }, zh: "价款", en: "cost")
      .of(.article(4))
      .hint(zh: "不含软件", en: "without software")
    member("invoices", .attachments, { .of(&$0.invoices) }, zh: "发票", en: "invoices")
      .of(.article(4))
      .hint(zh: "发票的文件名", en: "names of the invoices' files")
  }
}
