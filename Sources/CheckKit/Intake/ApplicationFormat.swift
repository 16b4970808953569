// The file format of applications: every member's name, meaning and type, in the order people fill it in.

import ChampionRules
import Eligibility
import LocatedJSON

/// Version 1 of the format of applications.
enum ApplicationFormat {
  /// The version that ``application`` reads.
  static let version = 1

  /// The member that names a schema, which is no fact of an application.
  static let schemaKey = "$schema"

  /// How many items a list may have; an application that needs more is none.
  static let longestList = 1_000
  /// How many years may have figures.
  private static let mostYears = 100

  /// A whole application.
  static let application = PartReader.object(blank: Application.init) { member in
    [
      member("formatVersion", .formatVersion, zh: "格式版本", en: "format version") { _, _ in },
      member("applicationYear", .round, \.applicationYear, zh: "申报年度", en: "year of the round"),
      member("filingDate", .filingDate, \.filingDate, zh: "申报日", en: "filing date"),
      member("kind", .choice(), \.kind, zh: "首次申报或期满复核", en: "first application or review"),
      member("bureau", .choice(), \.bureau, zh: "受理的工信部门", en: "bureau filed with"),
      member("enterprise", enterprise, \.enterprise, zh: "企业", en: "enterprise"),
      member(
        "product", product, \.product, zh: "申报产品（生产性服务）", en: "product or service applied for"),
      member(
        "otherProducts", .list(of: otherProduct, atMost: longestList), \.otherProducts, zh: "其他产品",
        en: "other products"
      ),
      member("figures", figures, \.figures, zh: "历年数据", en: "yearly figures"),
      member("market", market, \.market, zh: "市场占有情况", en: "market position"),
      member(
        "incidents", .list(of: incident, atMost: longestList), \.incidents, zh: "事故和违法违规",
        en: "accidents and violations"
      ),
      member(
        "revocations", .list(of: revocation, atMost: longestList), \.revocations, zh: "被撤销认定的记录",
        en: "earlier revocations"
      ),
      member(
        "certificate", certificate, \.certificate, zh: "复核的证书", en: "certificate to be reviewed"),
      member(
        "recognitions", .list(of: recognition, atMost: longestList), \.recognitions, zh: "国家级称号",
        en: "national recognitions"
      ),
      member("innovation", innovation, \.innovation, zh: "自主创新", en: "innovation"),
      member("talent", talent, \.talent, zh: "人才", en: "talent"),
      member("statements", statements, \.statements, zh: "供专家评判的说明", en: "statements for experts"),
      member("bonuses", bonuses, \.bonuses, zh: "加分事项", en: "facts that count in favour"),
      // Editors look here for what helps them to fill in the rest; it stands last since few files have it.
      member.remark(schemaKey, zh: "编辑器所用的格式说明", en: "schema for editors"),
    ]
  }

  /// The same for plain texts.
  static let plain = PlainForm(application.form)

  private static let enterprise = PartReader.object(blank: Enterprise.init) { member in
    [
      member("name", .text, \.name, zh: "企业名称", en: "registered name"),
      member("creditCode", .creditCode, \.creditCode, zh: "统一社会信用代码", en: "social credit code"),
      member("founded", .partialDate, \.founded, zh: "成立日期", en: "founding date"),
      member(
        "domicile", .division, \.domicile, zh: "住所行政区划代码", en: "division code of the domicile"),
      member("isLegalPerson", .flag, \.isLegalPerson, zh: "是否独立法人", en: "independent legal person"),
      member("licence", .attachments, \.licence, zh: "营业执照", en: "business licence"),
      member("sector", .choice(), \.sector, zh: "行业类别", en: "sector"),
      member("industryCode", .industryCode, \.industryCode, zh: "国民经济行业代码", en: "industry code"),
      member("capabilities", capabilities, \.capabilities, zh: "能力", en: "capabilities"),
      member(
        "hasHarmedPublicInterest", .flag, \.hasHarmedPublicInterest, zh: "是否有损害国家和人民利益的行为",
        en: "conduct that harmed public interest"
      ),
      member(
        "abnormalOperationsList", lookUp, \.abnormalOperationsList, zh: "经营异常名录",
        en: "list of abnormal operations"),
      member(
        "seriousDishonestyList", lookUp, \.seriousDishonestyList, zh: "严重失信主体名单",
        en: "list of seriously dishonest entities"
      ),
    ]
  }

  private static let capabilities = PartReader.object(blank: Enterprise.Capabilities.init) {
    member in
    [
      member("development", .flag, \.development, zh: "产品研发", en: "develops products"),
      member("design", .flag, \.design, zh: "产品设计", en: "designs products"),
      member("manufacturing", .flag, \.manufacturing, zh: "生产制造", en: "manufactures products"),
    ]
  }

  private static let lookUp = PartReader.object(blank: Enterprise.ListLookUp.init) { member in
    [
      member("isListed", .flag, \.isListed, zh: "是否列入", en: "is on the list"),
      member("lookedUp", .day, \.lookedUp, zh: "查询日期", en: "day of the look-up"),
      member("evidence", .attachments, \.evidence, zh: "查询记录", en: "record of the look-up"),
    ]
  }

  private static let product = PartReader.object(blank: Product.init) { member in
    [
      member("name", .text, \.name, zh: "产品名称", en: "name of the product"),
      member(
        "classification", classification, \.classification, zh: "产品分类", en: "class of the product"),
      member("fieldSince", .partialDate, \.fieldSince, zh: "从事该领域的起始时间", en: "start in the field"),
      member(
        "fieldEvidence", .attachments, \.fieldEvidence, zh: "起始时间证明", en: "proof of the start"),
      member("isNew", .flag, \.isNew, zh: "是否新产品", en: "new product"),
      member("noveltyGrounds", .text, \.noveltyGrounds, zh: "新产品依据", en: "grounds for being new"),
      member(
        "policyClass", .choice(), \.policyClass, zh: "产业政策类别", en: "class in industrial policy"),
      member("energy", energy, \.energy, zh: "单位产品能耗", en: "energy use"),
    ]
  }

  private static let classification: PartReader<Product.Classification> = {
    let members = PartReader.object(blank: Product.Classification.init) { member in
      [
        member("scheme", .choice(), \.scheme, zh: "分类目录", en: "catalogue"),
        member("code", .digits, \.code, zh: "分类代码", en: "code in the catalogue"),
        member("explanation", .text, \.explanation, zh: "分类说明", en: "explanation of the class"),
      ]
    }
    return members.checked { index, intake, value in
      guard members.read(index, &intake, into: &value) else { return false }
      if let scheme = value.scheme, let code = value.code, !scheme.accepts(code) {
        intake.note(
          .codeLength,
          [
            "found": .count(code.utf8.count),
            "expected": .list(scheme.codeLengths.map { .count($0) }),
          ], at: intake.member("code", of: index) ?? index)
        value.code = nil
      }
      return true
    } plain: { intake, value, fill throws(NotPlain) in
      try fill(&intake, &value)
      if let scheme = value.scheme, let code = value.code, !scheme.accepts(code) {
        throw NotPlain()
      }
    }
  }()

  private static let energy = PartReader.object(blank: Product.EnergyUse.init) { member in
    [
      member(
        "hasQuotaStandard", .flag, \.hasQuotaStandard, zh: "是否有能耗限额标准",
        en: "a quota standard exists"),
      member("standard", .text, \.standard, zh: "标准编号", en: "number of the standard"),
      member("unit", .text, \.unit, zh: "能耗单位", en: "unit of energy use"),
      member("consumption", .decimal, \.consumption, zh: "单位产品能耗", en: "energy use"),
      member("advancedValue", .decimal, \.advancedValue, zh: "标准先进值", en: "advanced value"),
      member("evidence", .attachments, \.evidence, zh: "能耗检测报告", en: "report on energy use"),
    ]
  }

  private static let otherProduct = PartReader.object(blank: OtherProduct.init) { member in
    [
      member("name", .text, \.name, zh: "产品名称", en: "name of the product"),
      member(
        "policyClass", .choice(), \.policyClass, zh: "产业政策类别", en: "class in industrial policy"),
    ]
  }

  private static let figures: PartReader<Figures> = {
    let members = PartReader.object(blank: Figures.init) { member in
      [
        member("unit", .moneyUnit, \.unit, zh: "金额单位", en: "unit of the amounts"),
        member(
          "isUnitConfirmed", .flag, \.isUnitConfirmed, zh: "是否已确认金额单位",
          en: "the unit of unusual amounts is confirmed"),
        member("scope", .choice(), \.scope, zh: "数据口径", en: "whose accounts"),
        member(
          "years", .list(of: year, atMost: mostYears), \.years, zh: "各年数据",
          en: "figures of each year"),
      ]
    }
    return members.checked { index, intake, value in
      // The unit may stand behind the amounts, so it is looked up first.
      intake.moneyUnit = intake.soleMember("unit", of: index)
        .flatMap { intake.document.text($0) }.flatMap(Money.Unit.init)
      intake.hasAmountWithoutUnit = false
      let isRead = members.read(index, &intake, into: &value)
      let unit = intake.member("unit", of: index)
      if intake.hasAmountWithoutUnit, unit.map({ intake.document[$0].kind == .null }) ?? true {
        intake.note(.amountsWithoutUnit, at: index)
      }
      return isRead
    } plain: { intake, value, fill throws(NotPlain) in
      intake.moneyUnit = nil
      try fill(&intake, &value)
    }
  }()

  private static let year = PartReader.object(blank: YearFigures.init) { member in
    [
      member("year", .year, \.year, zh: "会计年度", en: "accounting year"),
      member("isAudited", .flag, \.isAudited, zh: "是否经审计", en: "audited"),
      member(
        "mainBusinessRevenue", .money, \.mainBusinessRevenue, zh: "主营业务收入",
        en: "main-business revenue"),
      member("operatingRevenue", .money, \.operatingRevenue, zh: "营业收入", en: "operating revenue"),
      member("productRevenue", .money, \.productRevenue, zh: "产品收入", en: "product revenue"),
      member(
        "internationalRevenue", .money, \.internationalRevenue, zh: "国际业务收入",
        en: "international revenue"),
      member(
        "researchAndDevelopment", .money, \.researchAndDevelopment, zh: "研发费用",
        en: "research spending"),
      member("profit", .signedMoney, \.profit, zh: "利润", en: "profit"),
      member(
        "innovationIncome", .money, \.innovationIncome, zh: "科技创新收入",
        en: "income from innovation"),
      member("auditReport", .attachments, \.auditReport, zh: "审计报告", en: "audit report"),
    ]
  }

  private static let market = PartReader.object(blank: Market.init) { member in
    [
      member("year", .year, \.year, zh: "数据年度", en: "year of the figures"),
      member("basis", .choice(), \.basis, zh: "占有率口径", en: "basis of the share"),
      member("province", position, \.province, zh: "全省", en: "in the province"),
      member("nation", position, \.nation, zh: "全国", en: "in the country"),
      member("world", position, \.world, zh: "全球", en: "in the world"),
      member("evidence", .attachments, \.evidence, zh: "市场占有率证明", en: "proof of the share"),
    ]
  }

  private static let position = PartReader.object(blank: Market.Position.init) { member in
    [
      member("rank", .rank, \.rank, zh: "位次", en: "rank"),
      member("share", .decimal, \.share, zh: "占有率（%）", en: "share in percent"),
    ]
  }

  private static let incident = PartReader.object(blank: Incident.init) { member in
    [
      member("kind", .choice(), \.kind, zh: "类别", en: "kind"),
      member("date", .partialDate, \.date, zh: "发生日期", en: "date"),
      member("grade", .choice(), \.grade, zh: "等级", en: "grade"),
      member("determination", determination, \.determination, zh: "主管部门认定", en: "determination"),
    ]
  }

  private static let determination = PartReader.object(blank: Incident.Determination.init) {
    member in
    [
      member("status", .choice(), \.status, zh: "认定结果", en: "result"),
      member("authority", .text, \.authority, zh: "认定部门", en: "authority"),
      member("document", .text, \.document, zh: "认定文书", en: "document"),
      member("date", .partialDate, \.date, zh: "认定日期", en: "date of the determination"),
    ]
  }

  private static let revocation = PartReader.object(blank: Revocation.init) { member in
    [
      member("article", .revokingArticle, \.article, zh: "撤销所依条款", en: "article applied"),
      member("ground", .choice(), \.ground, zh: "撤销事由", en: "ground of the revocation"),
      member("decided", .partialDate, \.decided, zh: "撤销决定日期", en: "date of the decision"),
      member("event", .partialDate, \.event, zh: "行为发生日期", en: "date of the event"),
    ]
  }

  private static let certificate = PartReader.object(blank: Certificate.init) { member in
    [
      member("product", .text, \.product, zh: "证书所列产品", en: "product it names"),
      member(
        "isForThisProduct", .flag, \.isForThisProduct, zh: "是否即本次申报的产品",
        en: "the product is the one applied for"),
      member("granted", .day, \.granted, zh: "颁发日期", en: "granted on"),
      member("validUntil", .day, \.validUntil, zh: "有效期至", en: "valid until"),
      member("isRevoked", .flag, \.isRevoked, zh: "认定是否被撤销", en: "the recognition was revoked"),
      member(
        "isReviewRightCancelled", .flag, \.isReviewRightCancelled, zh: "复核资格是否被取消",
        en: "the right to review was cancelled"),
      member("evidence", .attachments, \.evidence, zh: "证书", en: "certificate"),
    ]
  }

  private static let recognition = PartReader.object(blank: Recognition.init) { member in
    [
      member("kind", .choice(), \.kind, zh: "称号", en: "recognition"),
      member("validUntil", .day, \.validUntil, zh: "有效期至", en: "valid until"),
      member("evidence", .attachments, \.evidence, zh: "称号证书", en: "certificate"),
    ]
  }

  private static let innovation = PartReader.object(blank: Innovation.init) { member in
    [
      member(
        "institutions", .list(of: institution, atMost: longestList), \.institutions, zh: "研发机构",
        en: "research institutions"
      ),
      member(
        "coreIntellectualProperty", .list(of: document, atMost: longestList),
        \.coreIntellectualProperty, zh: "核心自主知识产权",
        en: "core intellectual property"
      ),
      member("domesticPatents", .count, \.domesticPatents, zh: "国内专利数", en: "patents at home"),
      member(
        "internationalPatents", .count, \.internationalPatents, zh: "国际专利数", en: "patents abroad"),
      member(
        "standards", .list(of: standard, atMost: longestList), \.standards, zh: "主导或参与制定的标准",
        en: "standards led or taken part in"
      ),
      member(
        "appliedResults", .list(of: appliedResult, atMost: longestList), \.appliedResults,
        zh: "科技成果转化",
        en: "applied results"
      ),
    ]
  }

  private static let institution = PartReader.object(blank: Innovation.Institution.init) { member in
    [
      member.remark("name", zh: "机构名称", en: "name of the institution"),
      member("level", .choice(), \.level, zh: "认定级别", en: "level of recognition"),
      member("evidence", .attachments, \.evidence, zh: "认定文件", en: "recognition"),
    ]
  }

  private static let document = PartReader.object(blank: Innovation.Document.init) { member in
    [
      member.remark("name", zh: "名称", en: "name"),
      member("evidence", .attachments, \.evidence, zh: "证明材料", en: "proof"),
    ]
  }

  private static let standard = PartReader.object(blank: Innovation.Standard.init) { member in
    [
      member.remark("name", zh: "标准编号或名称", en: "number or name"),
      member("level", .choice(), \.level, zh: "标准级别", en: "level of the standard"),
      member("evidence", .attachments, \.evidence, zh: "参与证明", en: "proof of the part taken"),
    ]
  }

  private static let appliedResult = PartReader.object(blank: Innovation.AppliedResult.init) {
    member in
    [
      member.remark("name", zh: "成果名称", en: "name of the result"),
      member("isInUse", .flag, \.isInUse, zh: "是否实际应用", en: "in actual use"),
      member(
        "bringsBenefit", .flag, \.bringsBenefit, zh: "是否产生经济效益", en: "brings economic benefit"),
      member("evidence", .attachments, \.evidence, zh: "应用和效益证明", en: "proof of use and benefit"),
    ]
  }

  private static let talent = PartReader.object(blank: Talent.init) { member in
    [
      member(
        "programmes", .list(of: programme, atMost: longestList), \.programmes, zh: "人才计划入选者",
        en: "selections for talent programmes"
      ),
      member(
        "cooperations", .list(of: document, atMost: longestList), \.cooperations, zh: "校企合作",
        en: "training with schools"
      ),
    ]
  }

  private static let programme = PartReader.object(blank: Talent.Programme.init) { member in
    [
      member.remark("name", zh: "计划名称", en: "programme"),
      member("level", .choice(), \.level, zh: "计划级别", en: "level of the programme"),
      member("evidence", .attachments, \.evidence, zh: "入选文件", en: "proof of the selection"),
    ]
  }

  private static let statement = PartReader.object(blank: Statement.init) { member in
    [
      member("text", .mention, \.hasText, zh: "说明", en: "statement"),
      member("evidence", .attachments, \.evidence, zh: "证明材料", en: "proofs"),
    ]
  }

  private static let statements = PartReader.object(blank: Statements.init) { member in
    zip(Judgement.allCases, titles(of: .judgement)).map { judgement, title in
      member(judgement.rawValue, ValueReader(statement), zh: title.zh, en: title.en) {
        $0[judgement] = $1
      }
    }
  }

  private static let bonuses = PartReader.object(blank: Bonuses.init) { member in
    let titles = titles(of: .bonus)
    return [
      member(
        Bonus.nationalInnovation.rawValue, .list(of: statement, atMost: longestList),
        \.nationalInnovation,
        zh: titles[0].zh, en: titles[0].en),
      member(
        Bonus.chainStrengthening.rawValue, .list(of: statement, atMost: longestList),
        \.chainStrengthening,
        zh: titles[1].zh, en: titles[1].en),
      member(
        Bonus.openInnovation.rawValue, .list(of: statement, atMost: longestList), \.openInnovation,
        zh: titles[2].zh, en: titles[2].en),
    ]
  }

  /// What the criteria of a role are called; the matters that they read stand in the same order.
  private static func titles(of role: Role) -> [Wording] {
    Rulebook.champion.criteria.filter { $0.role == role }.map(\.title)
  }

  /// The kind of value that an application is, with all its members; putting it together takes long.
  static let type = application.type
}

extension ValueReader<Int> {
  /// The version of the format; another one cannot be read.
  fileprivate static let formatVersion: ValueReader = {
    let version = checked(.count) {
      $0 == ApplicationFormat.version
    } objection: {
      Reason(
        .unsupportedVersion,
        ["found": .digits(String($0)), "expected": .count(ApplicationFormat.version)])
    }
    return version.noting { intake, _ in intake.statesVersion = true }
  }()

  /// An article that revokes recognitions.
  fileprivate static let revokingArticle = checked(.whole(1...22, type: .count(from: 1))) {
    Revocation.articles.contains($0)
  } objection: {
    Reason(
      .noRevokingArticle,
      ["found": .count($0), "articles": .list(Revocation.articles.map { .count($0) })])
  }

  /// The year of a round, which cannot be before the regulation.
  fileprivate static let round = checked(.year) {
    $0 >= Rulebook.champion.inForce.year
  } objection: {
    Reason(
      .roundBeforeInForce, ["found": .year($0), "since": .year(Rulebook.champion.inForce.year)])
  }
}

extension ValueReader<Day> {
  /// The filing date, which cannot be before the regulation.
  fileprivate static let filingDate = checked(.day) {
    $0 >= Rulebook.champion.inForce
  } objection: {
    Reason(.filedBeforeInForce, ["found": .day($0), "since": .day(Rulebook.champion.inForce)])
  }
}

extension ValueReader<Money.Unit> {
  /// The unit of the amounts beside it.
  fileprivate static let moneyUnit = choice().noting { intake, unit in intake.moneyUnit = unit }
}

extension ValueReader {
  /// A value that has to pass a further check.
  ///
  /// - Parameter objection: what is wrong with one that does not.
  fileprivate static func checked(
    _ reader: ValueReader, _ accepts: @escaping @Sendable (Value) -> Bool,
    objection: @escaping @Sendable (Value) -> Reason
  ) -> ValueReader {
    ValueReader(type: reader.type) { index, intake in
      guard let value = reader.read(index, &intake) else { return nil }
      if accepts(value) { return value }
      let objection = objection(value)
      intake.note(objection.message, objection.values, at: index)
      return nil
    } action: {
      let form = PlainForm(reader.form)
      return PlainAction { intake, slot throws(NotPlain) in
        try intake.read(form, into: slot)
        guard let value = slot.value(Value?.self).pointee, accepts(value) else { throw NotPlain() }
      }
    }
  }

  /// A value of a plain text that the rest of it is read by.
  fileprivate func noting(
    _ note: @escaping @Sendable (inout PlainIntake, Value?) -> Void
  ) -> ValueReader {
    ValueReader(type: type) { index, intake in
      read(index, &intake)
    } action: {
      let form = PlainForm(form)
      return PlainAction { intake, slot throws(NotPlain) in
        try intake.read(form, into: slot)
        note(&intake, slot.value(Value?.self).pointee)
      }
    }
  }
}
