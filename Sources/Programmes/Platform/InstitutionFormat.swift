// Who applies, with which platform, and what it does: the members that describe them.

import CommonFacts
import Eligibility
import Judging
import PlatformRules

extension PlatformFormat {
  static let institution = PartFormat.object(blank: PlatformInstitution.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "机构名称", en: "registered name")
      .of(.annex(4))
      .hint(zh: "与营业执照或法人证书一致的全称", en: "the full name as on the licence or certificate")
    member.creditCode { .of(&$0.creditCode) }
      .of(.annex(4))
      .hint(zh: "证照上的 18 位代码，以文字填写", en: "the 18 characters on the licence or certificate, as text")
    member("founded", .partialDate, { .of(&$0.founded) }, zh: "成立日期", en: "founding date")
      .hint(zh: "证照上的成立日期", en: "the founding date on the licence or certificate")
    member.domicile { .of(&$0.domicile) }
      .of(.clause(4, 1))
      .hint(
        zh: "证照上住所所在县（市、区）的六位代码，如 \"220104\"",
        en: "six digits for the district or county of the domicile, such as \"220104\"")
    member.isLegalPerson { .of(&$0.isLegalPerson) }
      .of(.annex(4))
      .hint(zh: "分公司、分所等分支机构和个体工商户不是独立法人", en: "branches and individual businesses are not")
    member("licence", .attachments, { .of(&$0.licence) }, zh: "营业执照", en: "business licence")
      .of(.clause(4, 2, 4))
      .hint(zh: "营业执照复印件的文件名", en: "file names of the copied licence")
    member(
      "legalPersonCertificate", .attachments, { .of(&$0.legalPersonCertificate) }, zh: "法人证书",
      en: "certificate of legal person"
    )
    .of(.clause(4, 2, 4))
    .hint(
      zh: "没有营业执照的事业单位、社会组织，其法人证书的文件名",
      en: "file names, for institutions and societies without a licence")
  }

  static let platform = PartFormat.object(blank: PlatformIdentity.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "平台名称", en: "name of the platform")
      .of(.annex(2))
      .hint(zh: "与机构名称相同的，照填", en: "the institution's name again where it is the same")
    member("level", .choice(), { .of(&$0.level) }, zh: "认定级别", en: "level of recognition")
      .of(.clause(3, 2))
      .hint(
        zh: "由谁认定为中小企业公共服务示范平台",
        en: "who recognised it as an SME public service demonstration platform")
    member(
      "recognitionDocument", .text, { .of(&$0.recognitionDocument) }, zh: "认定文号",
      en: "number of the recognising document"
    )
    .of(.annex(4))
    .hint(zh: "工业和信息化部或省级主管部门认定文件的文号", en: "of the ministry or of the province")
    member(
      "publishedName", .text, { .of(&$0.publishedName) }, zh: "公布名称", en: "published name"
    )
    .of(.annex(4))
    .hint(
      zh: "认定名单公布的名称；不在附件2 名单中的填写",
      en: "as the recognising authority published it, if Annex 2 lacks it")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "认定文件", en: "recognising document")
      .of(.clause(3, 2))
      .hint(zh: "认定文件的文件名", en: "file names of the document")
  }

  static let services = PartFormat.object(blank: PlatformServices.init) { member in
    member(
      "technologyInnovation", .flag, { .of(&$0.technologyInnovation) }, label: .technologyInnovation
    ).of(.clause(3, 2))
    member("financing", .flag, { .of(&$0.financing) }, label: .financing).of(.clause(3, 2))
    member("resultsTransfer", .flag, { .of(&$0.resultsTransfer) }, label: .resultsTransfer).of(
      .clause(3, 2))
    member("digitalConversion", .flag, { .of(&$0.digitalConversion) }, label: .digitalConversion)
      .of(.clause(3, 2))
    member(
      "intellectualProperty", .flag, { .of(&$0.intellectualProperty) }, label: .intellectualProperty
    ).of(.clause(3, 2))
    member("cloud", .flag, { .of(&$0.cloud) }, label: .cloud).of(.clause(3, 2))
    member("industrialDesign", .flag, { .of(&$0.industrialDesign) }, label: .industrialDesign).of(
      .clause(3, 2))
  }

  static let serviceGiven = PartFormat.object(blank: PlatformServiceGiven.init) { member in
    member("client", .text, { .of(&$0.client) }, zh: "服务对象", en: "client")
      .of(.clause(4, 2, 4))
      .hint(zh: "企业全称", en: "the client's full name")
    member(
      "creditCode", .creditCode, { .of(&$0.creditCode) }, zh: "服务对象信用代码", en: "client's credit code"
    )
    .of(.clause(4, 2, 4))
    .hint(zh: "18 位代码，以文字填写；用于按户统计", en: "18 characters, as text; clients are counted by it")
    member(
      "title",
      .choice(of: [.littleGiant, .keyLittleGiant, .srdiProvincial, .srdiMunicipal, .other]),
      { .of(&$0.title) }, zh: "服务对象的最高称号", en: "client's highest title"
    )
    .of(.clause(4, 2, 4))
    .hint(zh: "只有国家级“小巨人”的服务可以计分", en: "only services to national little giants can be scored")
    member("batch", .whole(1...99), { .of(&$0.batch) }, zh: "“小巨人”批次", en: "batch")
      .of(.clause(4, 2, 4))
      .hint(zh: "工业和信息化部认定的批次，如 2", en: "in which the ministry recognised it, such as 2")
    member(
      "domicile", .division, { .of(&$0.domicile) }, zh: "服务对象所在地代码",
      en: "division code of the client"
    )
    .of(.clause(3, 2))
    .hint(zh: "六位代码；省外的另行列出", en: "six digits; clients outside the province are shown apart")
    member("field", .choice(), { .of(&$0.field) }, zh: "服务领域", en: "field")
      .of(.clause(4, 2, 4))
      .hint(zh: "七类以外的，选“其他”", en: "another one where it is none of the seven")
    member("date", .partialDate, { .of(&$0.date) }, zh: "服务日期", en: "date")
      .of(.clause(4, 2, 4))
      .hint(zh: "服务完成的日期，写到日、月或年", en: "when it was done, to the day, month or year")
    member("contract", .attachments, { .of(&$0.contract) }, zh: "合同", en: "contract")
      .of(.clause(4, 2, 4))
      .hint(
        zh: "合同复印件的文件名；没有的，写空列表 []", en: "file names of copies; an empty list [] if there is none")
    member("invoice", .attachments, { .of(&$0.invoice) }, zh: "发票", en: "invoice")
      .of(.clause(4, 2, 4))
      .hint(
        zh: "发票复印件的文件名；没有的，写空列表 []", en: "file names of copies; an empty list [] if there is none")
    member("receipt", .attachments, { .of(&$0.receipt) }, zh: "收款证明", en: "proof of payment")
      .of(.clause(4, 2, 4))
      .hint(
        zh: "收款证明复印件的文件名；没有的，写空列表 []", en: "file names of copies; an empty list [] if there is none"
      )
    member(
      "hasOriginals", .flag, { .of(&$0.hasOriginals) }, zh: "是否提供原件", en: "originals presented"
    )
    .of(.clause(4, 2, 4))
    .hint(zh: "以上材料的原件供核实，核实后退回", en: "the originals of these, returned once checked")
  }
}

extension FieldBuilder<PlatformServices> {
  /// Whether services of a field are provided; it is called as the field is.
  fileprivate func callAsFunction(
    _ key: String, _ format: ValueFormat<Bool>,
    _ property: (inout PlatformServices) -> Property<Bool?>, label field: PlatformServiceField
  ) -> Field {
    self(key, format, property, zh: field.name.zh, en: field.name.en)
  }
}
