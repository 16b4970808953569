// The main product, the numbers, and what the enterprise can show of innovation and management.

import CommonFacts
import Eligibility
import Judging
import LittleGiantRules

extension GiantFormat {
  static let product = PartFormat.object(blank: GiantProduct.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "主导产品名称", en: "name of the product")
      .of(.clause(6, 1))
      .hint(zh: "不用英文；多个产品之间用“、”分隔", en: "not in English; 、 between several")
    member(
      "classification", classification, { .of(&$0.classification) }, zh: "主导产品类别",
      en: "class of the product"
    )
    .of(.clause(6, 1))
    member("isNew", .flag, { .of(&$0.isNew) }, zh: "是否新产品", en: "new product")
      .of(.annex(5))
  }

  private static let classification = PartFormat.object(blank: GiantProduct.Classification.init) {
    member in
    member("scheme", .choice(), { .of(&$0.scheme) }, zh: "分类目录", en: "catalogue")
      .of(.annex(5))
      .hint(
        zh: "目录中没有的，选“其他”并说明", en: "custom, with an explanation, where the catalogue has no class")
    member("code", .digits, { .of(&$0.code) }, zh: "类别代码", en: "code of the class")
      .of(.clause(6, 1))
      .hint(
        zh: "8 位或 10 位，以文字填写，如 \"3507060000\"", en: "8 or 10 digits as text, such as \"3507060000\""
      )
    member("name", .text, { .of(&$0.name) }, zh: "类别名称", en: "name of the class")
      .of(.clause(6, 1))
      .hint(zh: "与代码对应的名称，如“冲孔机床”", en: "the name that the catalogue gives to the code")
    member(
      "explanation", .text, { .of(&$0.explanation) }, zh: "分类说明", en: "explanation of the class"
    )
    .of(.annex(5))
    .hint(zh: "目录中没有的：按行业惯例如何分类", en: "where the catalogue has none: how the trade draws the class")
  }

  static let figures = PartFormat.object(blank: Figures.init) { member in
    member.unit { .of(&$0.unit) }
      .of(.annex(6))
    member("scope", .choice(), { .of(&$0.scope) }, zh: "数据口径", en: "whose accounts")
      .of(.annex(6))
      .hint(zh: "合并报表或本企业报表，各年一致", en: "the group's accounts or its own, alike for all years")
    member.years(year) { .of(&$0.years) }
      .of(.clause(6, 2, 4))
      .hint(
        zh: "2018 至 2020 年，每年一项；条件看 2019 和 2020 年",
        en: "2018 to 2020, one entry each; conditions look at 2019 and 2020"
      )
      .blankItems(3)
  }

  private static let year = PartFormat.object(blank: YearFigures.init) { member in
    member("year", .year, { .of(&$0.year) }, zh: "会计年度", en: "accounting year")
      .of(.clause(6, 2, 4))
      .hint(zh: "四位数字，如 2020", en: "four digits such as 2020")
    member.amount(.mainBusinessRevenue) { .of(&$0.mainBusinessRevenue) }
      .of(.clause(3, 1, 3))
    member.amount(.operatingRevenue) { .of(&$0.operatingRevenue) }
      .of(.clause(3, 1, 3))
    member(
      "productRevenue", .money, { .of(&$0.productRevenue) }, zh: "主导产品收入", en: "product revenue"
    )
    .of(.clause(4, 2, 3))
    member("exports", .money, { .of(&$0.exports) }, zh: "主导产品出口额", en: "exports")
      .of(.annex(6))
    member(
      "researchAndDevelopment", .money, { .of(&$0.researchAndDevelopment) }, zh: "研发经费支出",
      en: "research spending"
    )
    .of(.clause(3, 1, 4))
    member.amount(.profit, .signedMoney) { .of(&$0.profit) }
      .of(.annex(6))
      .hint(zh: "亏损写负数", en: "negative for a loss")
    member(
      "marketShare", .decimal, { .of(&$0.marketShare) }, zh: "主导产品市场占有率（%）", en: "market share"
    )
    .of(.clause(4, 2, 3))
    .hint(zh: "按百分数填写，12.5% 写 12.5", en: "percent: 12.5 for 12.5%")
  }

  static let market = PartFormat.object(blank: Market.init) { member in
    member("year", .year, { .of(&$0.year) }, zh: "数据年度", en: "year of the figures")
      .of(.clause(4, 2, 3))
    member("basis", .choice(), { .of(&$0.basis) }, zh: "占有率口径", en: "basis of the share")
      .of(.clause(4, 2, 3))
    member.positions(of: .clause(4, 2, 3))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "市场占有率证明", en: "proof of the share")
      .of(.note(annex: 5, note: 2))
  }

  static let innovation = PartFormat.object(blank: GiantInnovation.init) { member in
    member("patents", .list(of: patent), { .of(&$0.patents) }, zh: "专利", en: "patents")
      .of(.clause(3, 1, 4))
      .hint(zh: "逐项列出；没有的，写空列表 []", en: "one by one; an empty list [] if there are none")
    member(
      "institutions", .list(of: institution), { .of(&$0.institutions) }, zh: "研发机构",
      en: "research institutions"
    )
    .of(.clause(3, 1, 4))
    .hint(
      zh: "自建或与高校、科研机构联合建立的；没有的，写空列表 []",
      en: "its own or joint ones; an empty list [] if there are none")
    member(
      "standards", .list(of: standard), { .of(&$0.standards) }, zh: "主持或参与制（修）订的标准",
      en: "standards led or taken part in"
    )
    .of(.clause(3, 1, 4))
    .hint(zh: "没有的，写空列表 []", en: "an empty list [] if there are none")
    member(
      "certifications", .list(of: certification), { .of(&$0.certifications) }, zh: "管理体系认证",
      en: "certifications"
    )
    .of(.clause(3, 1, 4))
    .hint(zh: "没有的，写空列表 []", en: "of management systems; an empty list [] if there are none")
  }

  private static let patent = PartFormat.object(blank: GiantInnovation.Patent.init) { member in
    member("kind", .choice(), { .of(&$0.kind) }, zh: "种类", en: "kind")
      .of(.clause(3, 1, 4))
      .hint(zh: "只有发明专利计入", en: "only invention patents count")
    member("number", .text, { .of(&$0.number) }, zh: "专利号", en: "number")
      .of(.clause(3, 1, 4))
    member("granted", .partialDate, { .of(&$0.granted) }, zh: "授权日期", en: "granted on")
      .of(.clause(6, 2, 4))
      .hint(zh: "授权公告日", en: "when the grant was announced")
    member("isInForce", .flag, { .of(&$0.isInForce) }, zh: "申报时是否有效", en: "in force when filing")
      .of(.clause(3, 1, 4))
    member("ended", .partialDate, { .of(&$0.ended) }, zh: "有效的最后一日", en: "last day in force")
      .of(.clause(3, 1, 4))
      .hint(zh: "仍有效的不填", en: "leave it out while it is in force")
    member("isInUse", .flag, { .of(&$0.isInUse) }, zh: "是否实际应用", en: "in actual use")
      .of(.annex(6))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "专利证书", en: "certificate")
      .of(.note(annex: 5, note: 2))
  }

  private static let institution = PartFormat.object(blank: GiantInnovation.Institution.init) {
    member in
    member.ignored("name", zh: "机构名称", en: "name of the institution")
      .of(.clause(3, 1, 4))
    member("establishment", .choice(), { .of(&$0.establishment) }, zh: "建立方式", en: "established by")
      .of(.clause(3, 1, 4))
    member("since", .partialDate, { .of(&$0.since) }, zh: "建立日期", en: "established on")
      .of(.clause(6, 2, 4))
    member("level", .choice(), { .of(&$0.level) }, zh: "认定级别", en: "level of recognition")
      .of(.annex(6))
      .hint(zh: "不影响判断", en: "no level is asked")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证明材料", en: "proof")
      .of(.note(annex: 5, note: 2))
  }

  private static let standard = PartFormat.object(blank: GiantInnovation.Standard.init) { member in
    member.ignored("name", zh: "标准编号或名称", en: "number or name")
      .of(.clause(3, 1, 4))
    member(
      "level", .choice(of: [.international, .national, .industry, .other]), { .of(&$0.level) },
      zh: "标准级别", en: "level of the standard"
    )
    .of(.clause(3, 1, 4))
    member("part", .choice(), { .of(&$0.part) }, zh: "主持或参与", en: "part taken")
      .of(.annex(6))
    member("isDraft", .flag, { .of(&$0.isDraft) }, zh: "是否尚未发布", en: "still a draft")
      .of(.clause(3, 1, 4))
    member("published", .partialDate, { .of(&$0.published) }, zh: "发布日期", en: "published on")
      .of(.clause(6, 2, 4))
    member(
      "evidence", .attachments, { .of(&$0.evidence) }, zh: "参与证明", en: "proof of the part taken"
    )
    .of(.note(annex: 5, note: 2))
  }

  private static let certification = PartFormat.object(
    blank: GiantInnovation.Certification.init
  ) { member in
    member("system", .choice(), { .of(&$0.system) }, zh: "体系", en: "system")
      .of(.clause(3, 1, 4))
    member("number", .text, { .of(&$0.number) }, zh: "证书编号", en: "number")
      .of(.clause(3, 1, 4))
    member("obtained", .partialDate, { .of(&$0.obtained) }, zh: "取得日期", en: "obtained on")
      .of(.clause(6, 2, 4))
      .hint(zh: "首次取得的日期；换证的，写首次", en: "when it was first obtained, also after renewals")
    member("validUntil", .partialDate, { .of(&$0.validUntil) }, zh: "有效期至", en: "valid until")
      .of(.clause(3, 1, 4))
      .hint(zh: "现有证书的截止日期", en: "the last day of the present certificate")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "认证证书", en: "certificate")
      .of(.note(annex: 5, note: 2))
  }
}
