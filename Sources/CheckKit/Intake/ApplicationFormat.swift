// The file format of applications: every member's name, meaning and type, in the order people fill it in.

import ChampionRules
import Eligibility
import LocatedJSON

/// Version 1 of the format of applications.
enum ApplicationFormat {
  /// The version that ``application`` reads.
  static let version = 1

  /// A whole application.
  static let application = ValueReader.object(
    [
      Field("formatVersion", .formatVersion, zh: "格式版本", en: "format version") { _, _ in },
      Field("applicationYear", .round, zh: "申报年度", en: "year of the round") {
        $0.applicationYear = $1
      },
      Field("filingDate", .filingDate, zh: "申报日", en: "filing date") { $0.filingDate = $1 },
      Field("kind", .choice(), zh: "首次申报或期满复核", en: "first application or review") {
        $0.kind = $1
      },
      Field("bureau", .choice(), zh: "受理的工信部门", en: "bureau filed with") { $0.bureau = $1 },
      Field("enterprise", enterprise, zh: "企业", en: "enterprise") {
        $0.enterprise = $1 ?? Enterprise()
      },
      Field("product", product, zh: "申报产品（生产性服务）", en: "product or service applied for") {
        $0.product = $1 ?? Product()
      },
      Field(
        "otherProducts", .list(of: otherProduct, blank: OtherProduct.init), zh: "其他产品",
        en: "other products"
      ) { $0.otherProducts = $1 },
      Field("figures", figures, zh: "历年数据", en: "yearly figures") {
        $0.figures = $1 ?? Figures()
      },
      Field("market", market, zh: "市场占有情况", en: "market position") { $0.market = $1 ?? Market() },
      Field(
        "incidents", .list(of: incident, blank: Incident.init), zh: "事故和违法违规",
        en: "accidents and violations"
      ) { $0.incidents = $1 },
      Field(
        "revocations", .list(of: revocation, blank: Revocation.init), zh: "被撤销认定的记录",
        en: "earlier revocations"
      ) { $0.revocations = $1 },
      Field(
        "recognitions", .list(of: recognition, blank: Recognition.init), zh: "国家级称号",
        en: "national recognitions"
      ) { $0.recognitions = $1 },
      Field("innovation", innovation, zh: "自主创新", en: "innovation") {
        $0.innovation = $1 ?? Innovation()
      },
      Field("talent", talent, zh: "人才", en: "talent") { $0.talent = $1 ?? Talent() },
      Field("statements", statements, zh: "供专家评判的说明", en: "statements for experts") {
        $0.statements = $1 ?? Statements()
      },
      Field("bonuses", bonuses, zh: "加分事项", en: "facts that count in favour") {
        $0.bonuses = $1 ?? Bonuses()
      },
    ], blank: Application.init)

  private static let enterprise = ValueReader.object(
    [
      Field("name", .text, zh: "企业名称", en: "registered name") { $0.name = $1 },
      Field("creditCode", .creditCode, zh: "统一社会信用代码", en: "social credit code") {
        $0.creditCode = $1
      },
      Field("founded", .partialDate, zh: "成立日期", en: "founding date") { $0.founded = $1 },
      Field("domicile", .division, zh: "住所行政区划代码", en: "division code of the domicile") {
        $0.domicile = $1
      },
      Field("isLegalPerson", .flag, zh: "是否独立法人", en: "independent legal person") {
        $0.isLegalPerson = $1
      },
      Field("licence", .attachments, zh: "营业执照", en: "business licence") { $0.licence = $1 },
      Field("sector", .choice(), zh: "行业类别", en: "sector") { $0.sector = $1 },
      Field("industryCode", .industryCode, zh: "国民经济行业代码", en: "industry code") {
        $0.industryCode = $1
      },
      Field("capabilities", capabilities, zh: "能力", en: "capabilities") {
        $0.capabilities = $1 ?? Enterprise.Capabilities()
      },
      Field(
        "hasHarmedPublicInterest", .flag, zh: "是否有损害国家和人民利益的行为",
        en: "conduct that harmed public interest"
      ) { $0.hasHarmedPublicInterest = $1 },
      Field("abnormalOperationsList", lookUp, zh: "经营异常名录", en: "list of abnormal operations") {
        $0.abnormalOperationsList = $1 ?? Enterprise.ListLookUp()
      },
      Field(
        "seriousDishonestyList", lookUp, zh: "严重失信主体名单",
        en: "list of seriously dishonest entities"
      ) { $0.seriousDishonestyList = $1 ?? Enterprise.ListLookUp() },
    ], blank: Enterprise.init)

  private static let capabilities = ValueReader.object(
    [
      Field("development", .flag, zh: "产品研发", en: "develops products") { $0.development = $1 },
      Field("design", .flag, zh: "产品设计", en: "designs products") { $0.design = $1 },
      Field("manufacturing", .flag, zh: "生产制造", en: "manufactures products") {
        $0.manufacturing = $1
      },
    ], blank: Enterprise.Capabilities.init)

  private static let lookUp = ValueReader.object(
    [
      Field("isListed", .flag, zh: "是否列入", en: "is on the list") { $0.isListed = $1 },
      Field("lookedUp", .day, zh: "查询日期", en: "day of the look-up") { $0.lookedUp = $1 },
      Field("evidence", .attachments, zh: "查询记录", en: "record of the look-up") { $0.evidence = $1 },
    ], blank: Enterprise.ListLookUp.init)

  private static let product = ValueReader.object(
    [
      Field("name", .text, zh: "产品名称", en: "name of the product") { $0.name = $1 },
      Field("classification", classification, zh: "产品分类", en: "class of the product") {
        $0.classification = $1 ?? Product.Classification()
      },
      Field("fieldSince", .partialDate, zh: "从事该领域的起始时间", en: "start in the field") {
        $0.fieldSince = $1
      },
      Field("fieldEvidence", .attachments, zh: "起始时间证明", en: "proof of the start") {
        $0.fieldEvidence = $1
      },
      Field("isNew", .flag, zh: "是否新产品", en: "new product") { $0.isNew = $1 },
      Field("noveltyGrounds", .text, zh: "新产品依据", en: "grounds for being new") {
        $0.noveltyGrounds = $1
      },
      Field("policyClass", .choice(), zh: "产业政策类别", en: "class in industrial policy") {
        $0.policyClass = $1
      },
      Field("energy", energy, zh: "单位产品能耗", en: "energy use") {
        $0.energy = $1 ?? Product.EnergyUse()
      },
    ], blank: Product.init)

  private static let classification: ValueReader<Product.Classification> = {
    let members = ValueReader.object(
      [
        Field("scheme", .choice(), zh: "分类目录", en: "catalogue") { $0.scheme = $1 },
        Field("code", .digits, zh: "分类代码", en: "code in the catalogue") { $0.code = $1 },
        Field("explanation", .text, zh: "分类说明", en: "explanation of the class") {
          $0.explanation = $1
        },
      ], blank: Product.Classification.init)
    return ValueReader(type: members.type) { index, intake in
      var value = members.read(index, &intake)
      if let scheme = value?.scheme, let code = value?.code,
        !scheme.accepts(code)
      {
        intake.note(
          .codeLength,
          [
            "found": .count(code.utf8.count),
            "expected": .list(scheme.codeLengths.map { .count($0) }),
          ], at: intake.member("code", of: index) ?? index)
        value?.code = nil
      }
      return value
    } plain: { intake throws(NotPlain) in
      let value = try members.plain(&intake)
      if let scheme = value.scheme, let code = value.code, !scheme.accepts(code) {
        throw NotPlain()
      }
      return value
    }
  }()

  private static let energy = ValueReader.object(
    [
      Field("hasQuotaStandard", .flag, zh: "是否有能耗限额标准", en: "a quota standard exists") {
        $0.hasQuotaStandard = $1
      },
      Field("standard", .text, zh: "标准编号", en: "number of the standard") { $0.standard = $1 },
      Field("unit", .text, zh: "能耗单位", en: "unit of energy use") { $0.unit = $1 },
      Field("consumption", .decimal, zh: "单位产品能耗", en: "energy use") { $0.consumption = $1 },
      Field("advancedValue", .decimal, zh: "标准先进值", en: "advanced value") {
        $0.advancedValue = $1
      },
      Field("evidence", .attachments, zh: "能耗检测报告", en: "report on energy use") {
        $0.evidence = $1
      },
    ], blank: Product.EnergyUse.init)

  private static let otherProduct = ValueReader.object(
    [
      Field("name", .text, zh: "产品名称", en: "name of the product") { $0.name = $1 },
      Field("policyClass", .choice(), zh: "产业政策类别", en: "class in industrial policy") {
        $0.policyClass = $1
      },
    ], blank: OtherProduct.init)

  private static let figures: ValueReader<Figures> = {
    let members = ValueReader.object(
      [
        Field("unit", .moneyUnit, zh: "金额单位", en: "unit of the amounts") { _, _ in },
        Field("scope", .choice(), zh: "数据口径", en: "whose accounts") { $0.scope = $1 },
        Field(
          "years", .list(of: year, blank: YearFigures.init), zh: "各年数据", en: "figures of each year"
        ) { $0.years = $1 },
      ], blank: Figures.init)
    return ValueReader(type: members.type) { index, intake in
      // The unit may stand behind the amounts, so it is looked up first.
      intake.moneyUnit = intake.soleMember("unit", of: index)
        .flatMap { intake.document.text($0) }.flatMap(Money.Unit.init)
      intake.hasAmountWithoutUnit = false
      let value = members.read(index, &intake)
      let unit = intake.member("unit", of: index)
      if intake.hasAmountWithoutUnit, unit.map({ intake.document[$0].kind == .null }) ?? true {
        intake.note(.amountsWithoutUnit, at: index)
      }
      return value
    } plain: { intake throws(NotPlain) in
      intake.moneyUnit = nil
      return try members.plain(&intake)
    }
  }()

  private static let year = ValueReader.object(
    [
      Field("year", .year, zh: "会计年度", en: "accounting year") { $0.year = $1 },
      Field("isAudited", .flag, zh: "是否经审计", en: "audited") { $0.isAudited = $1 },
      Field("mainBusinessRevenue", .money, zh: "主营业务收入", en: "main-business revenue") {
        $0.mainBusinessRevenue = $1
      },
      Field("operatingRevenue", .money, zh: "营业收入", en: "operating revenue") {
        $0.operatingRevenue = $1
      },
      Field("productRevenue", .money, zh: "产品收入", en: "product revenue") {
        $0.productRevenue = $1
      },
      Field("internationalRevenue", .money, zh: "国际业务收入", en: "international revenue") {
        $0.internationalRevenue = $1
      },
      Field("researchAndDevelopment", .money, zh: "研发费用", en: "research spending") {
        $0.researchAndDevelopment = $1
      },
      Field("profit", .money, zh: "利润", en: "profit") { $0.profit = $1 },
      Field("auditReport", .attachments, zh: "审计报告", en: "audit report") { $0.auditReport = $1 },
    ], blank: YearFigures.init)

  private static let market = ValueReader.object(
    [
      Field("year", .year, zh: "数据年度", en: "year of the figures") { $0.year = $1 },
      Field("basis", .choice(), zh: "占有率口径", en: "basis of the share") { $0.basis = $1 },
      Field("province", position, zh: "全省", en: "in the province") {
        $0.province = $1 ?? Market.Position()
      },
      Field("nation", position, zh: "全国", en: "in the country") {
        $0.nation = $1 ?? Market.Position()
      },
      Field("world", position, zh: "全球", en: "in the world") {
        $0.world = $1 ?? Market.Position()
      },
      Field("evidence", .attachments, zh: "市场占有率证明", en: "proof of the share") { $0.evidence = $1 },
    ], blank: Market.init)

  private static let position = ValueReader.object(
    [
      Field("rank", .rank, zh: "位次", en: "rank") { $0.rank = $1 },
      Field("share", .decimal, zh: "占有率（%）", en: "share in percent") { $0.share = $1 },
    ], blank: Market.Position.init)

  private static let incident = ValueReader.object(
    [
      Field("kind", .choice(), zh: "类别", en: "kind") { $0.kind = $1 },
      Field("date", .partialDate, zh: "发生日期", en: "date") { $0.date = $1 },
      Field("grade", .choice(), zh: "等级", en: "grade") { $0.grade = $1 },
      Field("determination", determination, zh: "主管部门认定", en: "determination") {
        $0.determination = $1 ?? Incident.Determination()
      },
    ], blank: Incident.init)

  private static let determination = ValueReader.object(
    [
      Field("status", .choice(), zh: "认定结果", en: "result") { $0.status = $1 },
      Field("authority", .text, zh: "认定部门", en: "authority") { $0.authority = $1 },
      Field("document", .text, zh: "认定文书", en: "document") { $0.document = $1 },
      Field("date", .partialDate, zh: "认定日期", en: "date of the determination") { $0.date = $1 },
    ], blank: Incident.Determination.init)

  private static let revocation = ValueReader.object(
    [
      Field("article", .article, zh: "撤销所依条款", en: "article applied") { $0.article = $1 },
      Field("decided", .partialDate, zh: "撤销决定日期", en: "date of the decision") {
        $0.decided = $1
      },
      Field("event", .partialDate, zh: "行为发生日期", en: "date of the event") { $0.event = $1 },
    ], blank: Revocation.init)

  private static let recognition = ValueReader.object(
    [
      Field("kind", .choice(), zh: "称号", en: "recognition") { $0.kind = $1 },
      Field("validUntil", .day, zh: "有效期至", en: "valid until") { $0.validUntil = $1 },
      Field("evidence", .attachments, zh: "称号证书", en: "certificate") { $0.evidence = $1 },
    ], blank: Recognition.init)

  private static let innovation = ValueReader.object(
    [
      Field(
        "institutions", .list(of: institution, blank: Innovation.Institution.init), zh: "研发机构",
        en: "research institutions"
      ) { $0.institutions = $1 },
      Field(
        "coreIntellectualProperty", .list(of: document, blank: Innovation.Document.init),
        zh: "核心自主知识产权", en: "core intellectual property"
      ) { $0.coreIntellectualProperty = $1 },
      Field("domesticPatents", .count, zh: "国内专利数", en: "patents at home") {
        $0.domesticPatents = $1
      },
      Field("internationalPatents", .count, zh: "国际专利数", en: "patents abroad") {
        $0.internationalPatents = $1
      },
      Field(
        "standards", .list(of: standard, blank: Innovation.Standard.init), zh: "主导或参与制定的标准",
        en: "standards led or taken part in"
      ) { $0.standards = $1 },
      Field(
        "appliedResults", .list(of: appliedResult, blank: Innovation.AppliedResult.init),
        zh: "科技成果转化", en: "applied results"
      ) { $0.appliedResults = $1 },
    ], blank: Innovation.init)

  private static let institution = ValueReader.object(
    [
      Field("name", .mention, zh: "机构名称", en: "name of the institution") { _, _ in },
      Field("level", .choice(), zh: "认定级别", en: "level of recognition") { $0.level = $1 },
      Field("evidence", .attachments, zh: "认定文件", en: "recognition") { $0.evidence = $1 },
    ], blank: Innovation.Institution.init)

  private static let document = ValueReader.object(
    [
      Field("name", .mention, zh: "名称", en: "name") { _, _ in },
      Field("evidence", .attachments, zh: "证明材料", en: "proof") { $0.evidence = $1 },
    ], blank: Innovation.Document.init)

  private static let standard = ValueReader.object(
    [
      Field("name", .mention, zh: "标准编号或名称", en: "number or name") { _, _ in },
      Field("level", .choice(), zh: "标准级别", en: "level of the standard") { $0.level = $1 },
      Field("evidence", .attachments, zh: "参与证明", en: "proof of the part taken") {
        $0.evidence = $1
      },
    ], blank: Innovation.Standard.init)

  private static let appliedResult = ValueReader.object(
    [
      Field("name", .mention, zh: "成果名称", en: "name of the result") { _, _ in },
      Field("isInUse", .flag, zh: "是否实际应用", en: "in actual use") { $0.isInUse = $1 },
      Field("bringsBenefit", .flag, zh: "是否产生经济效益", en: "brings economic benefit") {
        $0.bringsBenefit = $1
      },
      Field("evidence", .attachments, zh: "应用和效益证明", en: "proof of use and benefit") {
        $0.evidence = $1
      },
    ], blank: Innovation.AppliedResult.init)

  private static let talent = ValueReader.object(
    [
      Field(
        "programmes", .list(of: programme, blank: Talent.Programme.init), zh: "人才计划入选者",
        en: "selections for talent programmes"
      ) { $0.programmes = $1 },
      Field(
        "cooperations", .list(of: document, blank: Innovation.Document.init), zh: "校企合作",
        en: "training with schools"
      ) { $0.cooperations = $1 },
    ], blank: Talent.init)

  private static let programme = ValueReader.object(
    [
      Field("name", .mention, zh: "计划名称", en: "programme") { _, _ in },
      Field("level", .choice(), zh: "计划级别", en: "level of the programme") { $0.level = $1 },
      Field("evidence", .attachments, zh: "入选文件", en: "proof of the selection") {
        $0.evidence = $1
      },
    ], blank: Talent.Programme.init)

  private static let statement = ValueReader.object(
    [
      Field("text", .mention, zh: "说明", en: "statement") { $0.hasText = $1 ?? false },
      Field("evidence", .attachments, zh: "证明材料", en: "proofs") { $0.evidence = $1 },
    ], blank: Statement.init)

  private static let statements = ValueReader.object(
    Judgement.allCases.map { judgement in
      let title = title(of: judgement.rawValue)
      return Field(judgement.rawValue, statement, zh: title.zh, en: title.en) {
        $0[judgement] = $1
      }
    }, blank: Statements.init)

  private static let bonuses = ValueReader.object(
    Bonus.allCases.map { bonus in
      let title = title(of: bonus.rawValue)
      return Field(
        bonus.rawValue, .list(of: statement, blank: Statement.init), zh: title.zh, en: title.en
      ) { $0[bonus] = $1 }
    }, blank: Bonuses.init)

  private static func title(of id: String) -> Wording {
    Rulebook.champion.criterion(id)?.title ?? Wording(zh: id, en: id)
  }

  /// The meaning of the member that a pointer names, its containers' meanings first.
  static func labels(of pointer: Pointer) -> [Wording] {
    var labels: [Wording] = []
    var type = application.type
    for token in pointer.template.split(separator: "/") {
      if case .list(let item) = type {
        type = item
        continue
      }
      guard case .object(let fields) = type, let field = fields.first(where: { $0.key == token })
      else { return labels }
      labels.append(field.label)
      type = field.type
    }
    return labels
  }
}

extension ValueReader<Int> {
  /// The version of the format; another one cannot be read.
  fileprivate static let formatVersion: ValueReader = {
    let version = checked(.count) {
      $0 == ApplicationFormat.version
        ? nil
        : Reason(
          .unsupportedVersion,
          ["found": .digits(String($0)), "expected": .count(ApplicationFormat.version)])
    }
    return ValueReader(type: version.type, read: version.read) { intake throws(NotPlain) in
      intake.statesVersion = true
      return try version.plain(&intake)
    }
  }()

  /// The year of a round, which cannot be before the regulation.
  fileprivate static let round = checked(.year) { year in
    let since = Rulebook.champion.inForce.year
    return year >= since
      ? nil : Reason(.roundBeforeInForce, ["found": .year(year), "since": .year(since)])
  }
}

extension ValueReader<Day> {
  /// The filing date, which cannot be before the regulation.
  fileprivate static let filingDate = checked(.day) { day in
    let since = Rulebook.champion.inForce
    return day >= since
      ? nil : Reason(.filedBeforeInForce, ["found": .day(day), "since": .day(since)])
  }
}

extension ValueReader<Money.Unit> {
  /// The unit of the amounts beside it.
  fileprivate static let moneyUnit: ValueReader = {
    let unit = choice()
    return ValueReader(type: unit.type, read: unit.read) { intake throws(NotPlain) in
      let unit = try unit.plain(&intake)
      intake.moneyUnit = unit
      return unit
    }
  }()
}

extension ValueReader {
  /// A value that has to pass a further check, which says what is wrong where it fails.
  fileprivate static func checked(
    _ reader: ValueReader, _ objection: @escaping @Sendable (Value) -> Reason?
  ) -> ValueReader {
    ValueReader(type: reader.type) { index, intake in
      guard let value = reader.read(index, &intake) else { return nil }
      guard let objection = objection(value) else { return value }
      intake.note(objection.message, objection.values, at: index)
      return nil
    } plain: { intake throws(NotPlain) in
      let value = try reader.plain(&intake)
      guard objection(value) == nil else { throw NotPlain() }
      return value
    }
  }
}
