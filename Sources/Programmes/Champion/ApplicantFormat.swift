// Who applies and with which product: the members that describe the enterprise and what it makes.

import ChampionRules
import CommonFacts
import Eligibility
import Judging

extension ChampionFormat {
  static let enterprise = PartFormat.object(blank: Enterprise.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "企业名称", en: "registered name")
      .of(.article(3))
      .hint(zh: "与营业执照一致的全称", en: "the full name as on the business licence")
    member.creditCode { .of(&$0.creditCode) }
      .of(.article(3))
      .hint(zh: "营业执照上的 18 位代码，以文字填写", en: "the 18 characters on the business licence, as text")
    member("founded", .partialDate, { .of(&$0.founded) }, zh: "成立日期", en: "founding date")
      .of(.article(3))
      .hint(zh: "营业执照上的成立日期", en: "the founding date on the business licence")
    member.domicile { .of(&$0.domicile) }
      .of(.article(3))
      .hint(
        zh: "营业执照住所所在县（市、区）的六位代码，如 \"220106\"",
        en: "six digits for the district or county of the domicile, such as \"220106\"")
    member.isLegalPerson { .of(&$0.isLegalPerson) }
      .of(.article(3))
      .hint(zh: "分公司、分厂和个体工商户不是独立法人", en: "branches and individual businesses are not")
    member("licence", .attachments, { .of(&$0.licence) }, zh: "营业执照", en: "business licence")
      .of(.article(3))
      .hint(zh: "营业执照扫描件的文件名", en: "file names of the scanned licence")
    member("sector", .choice(), { .of(&$0.sector) }, zh: "行业类别", en: "sector")
      .of(.article(3))
      .hint(zh: "按主营业务选择", en: "by the main business")
    member(
      "industryCode", .industryCode, { .of(&$0.industryCode) }, zh: "国民经济行业代码", en: "industry code"
    )
    .of(.article(3))
    .hint(
      zh: "统计登记的 GB/T 4754-2017 代码，二至四位，以文字填写",
      en: "two to four digits of GB/T 4754-2017 as registered for statistics, as text")
    member("capabilities", capabilities, { .of(&$0.capabilities) }, zh: "能力", en: "capabilities")
      .of(.article(3))
      .hint(zh: "制造业企业须三项兼备；从事生产性服务业的企业可不填", en: "asked of manufacturers only, who need all three")
    member(
      "hasHarmedPublicInterest", .flag, { .of(&$0.hasHarmedPublicInterest) }, zh: "是否有损害国家和人民利益的行为",
      en: "conduct that harmed national or public interest"
    )
    .of(.article(3))
    member(
      "abnormalOperationsList", lookUp, { .of(&$0.abnormalOperationsList) }, zh: "经营异常名录",
      en: "list of abnormal operations"
    )
    .of(.annex2(8))
    .hint(
      zh: "在国家企业信用信息公示系统查询", en: "look it up in the national enterprise credit publicity system")
    member(
      "seriousDishonestyList", lookUp, { .of(&$0.seriousDishonestyList) }, zh: "严重失信主体名单",
      en: "list of seriously dishonest entities"
    )
    .of(.annex2(8))
    .hint(zh: "在“信用中国”网站查询", en: "look it up on the Credit China site")
  }

  private static let capabilities = PartFormat.object(blank: Enterprise.Capabilities.init) {
    member in
    member("development", .flag, { .of(&$0.development) }, zh: "产品研发", en: "develops products")
      .of(.article(3))
    member("design", .flag, { .of(&$0.design) }, zh: "产品设计", en: "designs products")
      .of(.article(3))
    member(
      "manufacturing", .flag, { .of(&$0.manufacturing) }, zh: "生产制造", en: "manufactures products"
    )
    .of(.article(3))
  }

  private static let lookUp = PartFormat.object(blank: Enterprise.ListLookUp.init) { member in
    member("isListed", .flag, { .of(&$0.isListed) }, zh: "是否被列入", en: "is on the list")
      .of(.annex2(8))
    member("lookedUp", .day, { .of(&$0.lookedUp) }, zh: "查询日期", en: "day of the look-up")
      .of(.annex2(8))
      .hint(zh: "须在申报年度内，且不晚于申报日", en: "within the year of the round and not after the filing date")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "查询记录", en: "record of the look-up")
      .of(.annex2(8))
      .hint(zh: "查询结果截图或报告的文件名", en: "file names of the result")
  }

  static let product = PartFormat.object(blank: Product.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "产品名称", en: "name of the product")
      .of(.article(9))
      .hint(zh: "与拟写入证书的名称一致", en: "as it is to stand on the certificate")
    member(
      "classification", classification, { .of(&$0.classification) }, zh: "产品分类",
      en: "class of the product"
    )
    .of(.annex2(4))
    .hint(zh: "占有率所依据的产品范围", en: "the class in which the market share is measured")
    member(
      "fieldSince", .partialDate, { .of(&$0.fieldSince) }, zh: "从事该领域的起始时间",
      en: "start in the field"
    )
    .of(.annex1(1, 1))
    .hint(
      zh: "企业开始从事产品所属领域的时间，不是某一型号上市的时间；知道具体日期的写到日，否则写到月或年",
      en:
        "when it began in the product's field, not when a model came out; to the day where known, else month or year"
    )
    member(
      "fieldEvidence", .attachments, { .of(&$0.fieldEvidence) }, zh: "起始时间证明",
      en: "proof of the start"
    )
    .of(.annex1(1, 1))
    .hint(
      zh: "能证明起始时间的合同、发票、批文等的文件名",
      en: "file names of contracts, invoices or approvals that prove the start")
    member("isNew", .flag, { .of(&$0.isNew) }, zh: "是否新产品", en: "new product")
      .of(.annex1(1, 1))
      .hint(
        zh: "属于新产品的，从事相关领域满三年即可，须说明依据",
        en: "three years suffice for a new product; give the grounds")
    member(
      "noveltyGrounds", .text, { .of(&$0.noveltyGrounds) }, zh: "新产品依据", en: "grounds for being new"
    )
    .of(.annex1(1, 1))
    .hint(zh: "鉴定、查新或首台（套）等依据", en: "an appraisal, a novelty search or recognition as a first set")
    member.policyClass { .of(&$0.policyClass) }
    member("energy", energy, { .of(&$0.energy) }, zh: "单位产品能耗", en: "energy use")
      .of(.annex1(2, 2))
      .hint(zh: "填写主导产品（一般即申报产品）的能耗", en: "for the leading product, usually the one applied for")
  }

  private static let classification = PartFormat.object(
    blank: Product.Classification.init, checks: [codeLength]
  ) { member in
    member("scheme", .choice(), { .of(&$0.scheme) }, zh: "分类目录", en: "catalogue")
      .of(.annex2(4))
      .hint(
        zh: "产品用《统计用产品分类目录》，服务用《生产性服务业统计分类（2019）》；均不适用的，选“其他”",
        en:
          "products by the product catalogue, services by the services catalogue, custom if neither fits"
      )
    member("code", .digits, { .of(&$0.code) }, zh: "分类代码", en: "code in the catalogue")
      .of(.annex2(4))
      .hint(
        zh: "产品 8 或 10 位，服务 4 位，以文字填写", en: "8 or 10 digits for a product, 4 for a service, as text"
      )
    member(
      "explanation", .text, { .of(&$0.explanation) }, zh: "分类说明", en: "explanation of the class"
    )
    .of(.annex2(4))
    .hint(
      zh: "两种目录均不适用的，说明按行业普遍认可的惯例如何划分",
      en: "where neither catalogue fits: how the trade draws the class"
    )
  }

  private static let energy = PartFormat.object(blank: Product.EnergyUse.init) { member in
    member(
      "hasQuotaStandard", .flag, { .of(&$0.hasQuotaStandard) }, zh: "是否有能耗限额标准",
      en: "a quota standard exists"
    )
    .of(.annex1(2, 2))
    .hint(
      zh: "没有该产品能耗限额标准的，写 false，其余各项不填",
      en: "false if there is no quota standard; leave out the rest")
    member("standard", .text, { .of(&$0.standard) }, zh: "标准编号", en: "number of the standard")
      .of(.annex1(2, 2))
      .hint(zh: "如 \"GB 21256-2013\"", en: "such as \"GB 21256-2013\"")
    member("unit", .text, { .of(&$0.unit) }, zh: "能耗单位", en: "unit of energy use")
      .of(.annex1(2, 2))
      .hint(zh: "标准所用单位，如 \"kgce/t\"", en: "the standard's own unit, such as \"kgce/t\"")
    member(
      "consumption", .decimal, { .of(&$0.consumption) }, zh: "单位产品能耗实测值", en: "energy use measured"
    )
    .of(.annex1(2, 2))
    .hint(zh: "最近一个完整年度的实测值", en: "measured in the last full year")
    member("advancedValue", .decimal, { .of(&$0.advancedValue) }, zh: "标准先进值", en: "advanced value")
      .of(.annex1(2, 2))
      .hint(zh: "标准中的先进值，单位同上", en: "the standard's advanced value in the same unit")
    member(
      "evidence", .attachments, { .of(&$0.evidence) }, zh: "能耗检测报告", en: "report on energy use"
    )
    .of(.annex1(2, 2))
    .hint(zh: "检测或审计报告的文件名", en: "file names of measurement reports")
  }

  static let otherProduct = PartFormat.object(blank: OtherProduct.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "产品名称", en: "name of the product")
      .of(.article(3))
    member.policyClass { .of(&$0.policyClass) }
  }

  /// The number of digits of a code, which its catalogue fixes.
  private static let codeLength = FieldCheck<Product.Classification>("code") { value in
    guard let scheme = value.scheme, let code = value.code, !scheme.accepts(code) else {
      return nil
    }
    let lengths = scheme.codeLengths.map { String($0) }
    return Reason(
      .codeLength,
      [
        "found": .count(code.utf8.count),
        "expected": .term(
          Wording(zh: lengths.joined(separator: " 位或 "), en: lengths.joined(separator: " or "))),
      ])
  }
}

extension FieldBuilder {
  /// The class of a product in industrial policy.
  fileprivate func policyClass(_ property: (inout Owner) -> Property<PolicyClass?>) -> Field {
    self("policyClass", .choice(), property, zh: "产业政策类别", en: "class in industrial policy")
      .of(.article(3))
      .hint(
        zh: "对照《产业结构调整指导目录》；目录未列且符合国家规定的，选允许类",
        en:
          "by the national catalogue of industrial structure; permitted where it lists nothing and the product is lawful"
      )
  }
}
