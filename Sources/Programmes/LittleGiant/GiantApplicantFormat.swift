// Who applies: the enterprise, its titles, its shares, and how it fits the industrial direction.

import CommonFacts
import Eligibility
import Judging
import LittleGiantRules

extension GiantFormat {
  static let enterprise = PartFormat.object(blank: GiantEnterprise.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "企业名称", en: "registered name")
      .of(.annex(5))
      .hint(zh: "与工业和信息化部公布的名称一致的全称", en: "the full name, as the ministry announced it")
    member.creditCode { .of(&$0.creditCode) }
      .of(.annex(5))
      .hint(zh: "营业执照上的 18 位代码，以文字填写", en: "the 18 characters on the business licence, as text")
    member("founded", .partialDate, { .of(&$0.founded) }, zh: "注册时间", en: "day of registration")
      .of(.annex(5))
      .hint(zh: "营业执照上的成立日期", en: "the founding date on the business licence")
    member.domicile { .of(&$0.domicile) }
      .of(.clause(4, 1))
      .hint(
        zh: "营业执照住所所在县（市、区）的六位代码，如 \"220106\"",
        en: "six digits for the district or county of the domicile, such as \"220106\"")
    member("licence", .attachments, { .of(&$0.licence) }, zh: "营业执照", en: "business licence")
      .of(.clause(4, 2, 2))
      .hint(zh: "营业执照复印件的文件名", en: "file names of the copy")
    member(
      "legalRepresentative", .text, { .of(&$0.legalRepresentative) }, zh: "法定代表人",
      en: "legal representative"
    )
    .of(.annex(5))
    member("headCount", .count, { .of(&$0.headCount) }, zh: "从业人数（人）", en: "head count")
      .of(.annex(5))
      .hint(zh: "2021 年 5 月 31 日的人数", en: "on 31 May 2021")
    member(
      "researchStaff", .count, { .of(&$0.researchStaff) }, zh: "专职研发人员（人）",
      en: "full-time research staff"
    )
    .of(.annex(6))
    .hint(zh: "2021 年 5 月 31 日的人数", en: "on 31 May 2021")
    member(
      "registeredCapital", .decimal, { .of(&$0.registeredCapital) }, zh: "注册资本（万元）",
      en: "registered capital (10,000 yuan)"
    )
    .of(.annex(5))
    member("size", .choice(), { .of(&$0.size) }, zh: "企业规模", en: "size")
      .of(.annex(5))
      .hint(
        zh: "依据中小企业划型标准（工信部联企业〔2011〕300号）", en: "by 工信部联企业〔2011〕300号, the standard of sizes")
    member("ownership", .choice(), { .of(&$0.ownership) }, zh: "企业类型", en: "ownership")
      .of(.annex(5))
    member(
      "industryCode", .industryCode, { .of(&$0.industryCode) }, zh: "所属行业代码", en: "industry code"
    )
    .of(.clause(6, 1))
    .hint(
      zh: "GB/T 4754-2017 大类的两位代码，如 \"35\"",
      en: "two digits of a division of GB/T 4754-2017, such as \"35\"")
    member(
      "industryName", .text, { .of(&$0.industryName) }, zh: "所属行业名称", en: "name of the industry"
    )
    .of(.clause(6, 1))
    .hint(zh: "该大类的名称，如“专用设备制造业”", en: "the division's name in that classification")
    member("niche", .text, { .of(&$0.niche) }, zh: "具体细分领域", en: "niche")
      .of(.annex(5))
    member(
      "hasListedParent", .flag, { .of(&$0.hasListedParent) }, zh: "上级公司是否已上市",
      en: "a parent company is listed"
    )
    .of(.section(1))
    .hint(zh: "只作提示，不影响判断", en: "a notice only; it decides nothing")
    member(
      "foreignCertifications", .count, { .of(&$0.foreignCertifications) }, zh: "发达国家或地区认证数量（个）",
      en: "certifications of developed countries"
    )
    .of(.annex(6))
    .hint(zh: "如 UL、CSA、ETL、GS", en: "such as UL, CSA, ETL, GS")
    member("awards", .count, { .of(&$0.awards) }, zh: "省部级及以上奖项数量（项）", en: "awards")
      .of(.annex(6))
      .hint(zh: "与主营业务相关的", en: "of provincial level or above, for the main business")
    member(
      "meetsStandards", .flag, { .of(&$0.meetsStandards) }, zh: "产品执行标准是否达到国际或国家标准",
      en: "production to standards"
    )
    .of(.annex(6))
    .hint(zh: "产品生产所执行的标准", en: "whether products are made to international or national standards")
    member(
      "hasInformationSystems", .flag, { .of(&$0.hasInformationSystems) }, zh: "是否运用信息化系统",
      en: "information systems in use"
    )
    .of(.annex(6))
    .hint(zh: "ERP、MES、CRM 等", en: "ERP, MES, CRM or the like")
  }

  static let recognition = PartFormat.object(blank: GiantRecognition.init) { member in
    member("kind", .choice(), { .of(&$0.kind) }, zh: "称号", en: "title")
      .of(.clause(3, 1, 1))
    member("batch", .rank, { .of(&$0.batch) }, zh: "“小巨人”批次", en: "batch")
      .of(.annex(3))
      .hint(zh: "第几批，写数字", en: "of a little giant: which batch, as a number")
    member("status", .choice(), { .of(&$0.status) }, zh: "认定状态", en: "status")
      .of(.section(1))
      .hint(zh: "已认定且申报时有效，或者正在公示", en: "recognised, and so when filing, or under publicity")
    member(
      "announcedName", .text, { .of(&$0.announcedName) }, zh: "公布的企业名称", en: "announced name"
    )
    .of(.annex(3))
    .hint(zh: "工业和信息化部公布的名称", en: "as the ministry announced it")
    member("validUntil", .day, { .of(&$0.validUntil) }, zh: "有效期至", en: "valid until")
      .of(.clause(3, 1, 1))
      .hint(zh: "证书或公告上的截止日期；没有写明的不填", en: "the last day, where it is stated")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "认定或公示文件", en: "announcement")
      .of(.note(annex: 5, note: 2))
      .hint(zh: "证书、公告的文件名", en: "file names of certificates or announcements")
  }

  static let listing = PartFormat.object(blank: GiantListing.init) { member in
    member("market", .choice(), { .of(&$0.market) }, zh: "市场", en: "market")
      .of(.section(1))
    member("since", .partialDate, { .of(&$0.since) }, zh: "上市日期", en: "listed since")
      .of(.section(1))
      .hint(zh: "知道具体日期的写到日", en: "to the day where it is known")
    member("isListed", .flag, { .of(&$0.isListed) }, zh: "申报时是否仍上市", en: "listed when filing")
      .of(.section(1))
    member("until", .partialDate, { .of(&$0.until) }, zh: "退市前最后一日", en: "last day")
      .of(.section(1))
      .hint(zh: "仍上市的不填", en: "leave it out while it lasts")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证明材料", en: "proof")
      .of(.note(annex: 5, note: 2))
  }

  static let listingPlan = PartFormat.object(blank: GiantListingPlan.init) { member in
    member("stage", .choice(), { .of(&$0.stage) }, zh: "阶段", en: "stage")
      .of(.clause(6, 2, 3))
      .hint(
        zh: "没有计划或处于其他阶段的，选“无”", en: "none where there is no plan, or it has not got so far")
    member("market", .choice(), { .of(&$0.market) }, zh: "拟上市的市场", en: "market planned")
      .of(.clause(6, 2, 5))
      .hint(zh: "新三板挂牌计划不算", en: "a plan for the NEEQ does not count")
    member("since", .partialDate, { .of(&$0.since) }, zh: "进入该阶段的日期", en: "stage reached on")
      .of(.clause(6, 2, 4))
      .hint(zh: "递交申请书或进入辅导期的日期", en: "when the application was filed or tutoring began")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证明材料", en: "proof")
      .of(.note(annex: 5, note: 2))
      .hint(zh: "受理或辅导备案文件的文件名", en: "file names of the registration")
  }

  static let direction = PartFormat.object(blank: GiantDirection.init) { member in
    member(
      "fourBases", fourBases, { .of(&$0.fourBases) }, zh: "工业“四基”重点领域",
      en: "four industrial bases"
    )
    .of(.clause(3, 1, 2))
    .hint(zh: "《工业“四基”发展目录》所列重点领域", en: "a key field of the catalogue of the four bases")
    member(
      "tenFields", claim, { .of(&$0.tenFields) }, zh: "制造强国战略十大重点产业领域",
      en: "ten key fields of manufacturing"
    )
    .of(.clause(3, 1, 2))
    member("shortBoard", claim, { .of(&$0.shortBoard) }, zh: "关键领域补短板", en: "short board mended")
      .of(.clause(3, 1, 2))
    member(
      "keyTechnology", claim, { .of(&$0.keyTechnology) }, zh: "关键核心技术攻关",
      en: "breakthrough in a key technology"
    )
    .of(.clause(3, 1, 2))
    member("gap", gap, { .of(&$0.gap) }, zh: "填补国内或国际空白", en: "gap filled")
      .of(.clause(3, 1, 2))
    member(
      "jointInnovation", claim, { .of(&$0.jointInnovation) }, zh: "与重点行业龙头企业协同创新",
      en: "joint innovation"
    )
    .of(.clause(3, 1, 2))
    .hint(zh: "内容中写明龙头企业的名称", en: "name the leading enterprise in the specification")
  }

  private static let fourBases = PartFormat.object(blank: GiantDirection.FourBases.init) {
    member in
    member("isClaimed", .flag, { .of(&$0.isClaimed) }, zh: "是否属于", en: "applies")
      .of(.annex(5))
    member("coreParts", .flag, { .of(&$0.coreParts) }, zh: "核心基础零部件（元器件）", en: "core parts")
      .of(.annex(5))
      .hint(zh: "属于的，四项中至少一项写 true", en: "if it applies, true for at least one of the four")
    member("keyMaterials", .flag, { .of(&$0.keyMaterials) }, zh: "关键基础材料", en: "key materials")
      .of(.annex(5))
    member(
      "advancedProcesses", .flag, { .of(&$0.advancedProcesses) }, zh: "先进基础工艺",
      en: "advanced processes"
    )
    .of(.annex(5))
    member(
      "technologyFoundation", .flag, { .of(&$0.technologyFoundation) }, zh: "产业技术基础",
      en: "technology foundation"
    )
    .of(.annex(5))
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "佐证材料", en: "proof")
      .of(.note(annex: 5, note: 2))
  }

  private static let claim = PartFormat.object(blank: GiantDirection.Claim.init) { member in
    member("isClaimed", .flag, { .of(&$0.isClaimed) }, zh: "是否属于", en: "applies")
      .of(.clause(3, 1, 2))
    member("specification", .text, { .of(&$0.specification) }, zh: "具体内容", en: "specification")
      .of(.clause(3, 1, 2))
      .hint(zh: "具体领域、环节、技术或合作企业", en: "which field, link, technology or partner")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "佐证材料", en: "proof")
      .of(.note(annex: 5, note: 2))
  }

  private static let gap = PartFormat.object(blank: GiantDirection.Gap.init) { member in
    member("isClaimed", .flag, { .of(&$0.isClaimed) }, zh: "是否属于", en: "applies")
      .of(.annex(5))
    member("reach", .choice(), { .of(&$0.reach) }, zh: "国内或国际", en: "at home or worldwide")
      .of(.annex(5))
    member("specification", .text, { .of(&$0.specification) }, zh: "具体内容", en: "specification")
      .of(.annex(5))
      .hint(zh: "具体领域及技术先进性", en: "which field, and how advanced the technology is")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "佐证材料", en: "proof")
      .of(.note(annex: 5, note: 2))
  }
}
