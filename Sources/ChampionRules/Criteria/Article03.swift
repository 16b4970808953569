// Article 3: who may apply at all.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: the domicile is in Jilin.
  public static let jilinRegistered = Criterion(
    id: "jilin-registered", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "在吉林省注册", en: "Registered in Jilin"),
    rule: Wording(
      zh: "营业执照住所的行政区划代码（GB/T 2260）以 {province} 开头；统一社会信用代码中的登记地只作提示，不作判断依据",
      en:
        "the domicile on the licence has a division code (GB/T 2260) that begins with {province}; "
        + "the registration place inside the social credit code is only a hint"),
    numbers: { ["province": .text($0.province.value)] },
    settledReadings: [.requirementIsCondition],
    reads: ["/enterprise/domicile"],
    evidence: [.licence]
  ) { application, thresholds, why in
    guard let domicile = application.enterprise.domicile else {
      return why.lacking(["/enterprise/domicile"])
    }
    lazy var values: Reason.Values = [
      "domicile": .text(domicile.code), "province": .text(thresholds.province.value),
    ]
    return domicile.begins(with: thresholds.province.value)
      ? why.conclude(.met, .domicileInside, values) : why.conclude(.unmet, .domicileOutside, values)
  }

  /// Article 3: an independent legal person.
  public static let legalPerson = Criterion(
    id: "legal-person", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "独立法人资格", en: "Independent legal person"),
    rule: Wording(
      zh: "声明具有独立法人资格，且统一社会信用代码以 91 开头、校验码正确、名称不是分公司、分厂或合伙企业；"
        + "有疑点的须核对营业执照；92 开头的个体工商户不符合",
      en:
        "declared to be an independent legal person, with a social credit code that begins with 91 "
        + "and a right check character, and a name that is neither a branch's nor a partnership's; doubts are settled by the "
        + "licence; an individual business (92) is none"),
    settledReadings: [.requirementIsCondition],
    reads: ["/enterprise/isLegalPerson", "/enterprise/creditCode", "/enterprise/name"],
    evidence: [.licence]
  ) { application, _, why in
    let enterprise = application.enterprise
    let code = enterprise.creditCode
    lazy var codeValue: Reason.Values = ["code": code.quantity { .text($0.text) }]
    if let code, code.organisation == .individualBusiness, code.hasRightCheckCharacter {
      return why.conclude(.unmet, .individualBusiness, codeValue, at: ["/enterprise/creditCode"])
    }
    if enterprise.isLegalPerson == false {
      return why.conclude(.unmet, .notALegalPerson, at: ["/enterprise/isLegalPerson"])
    }
    guard enterprise.isLegalPerson == true, let code, let name = enterprise.name else {
      return why.lacking(
        absent([
          "/enterprise/isLegalPerson": enterprise.isLegalPerson == nil,
          "/enterprise/creditCode": code == nil, "/enterprise/name": enterprise.name == nil,
        ]))
    }
    if !code.hasRightCheckCharacter {
      return why.conclude(
        .undetermined, .wrongCheckCharacter,
        [
          "code": .text(code.text), "expected": .text(String(code.expectedCheckCharacter)),
        ], at: ["/enterprise/creditCode"])
    }
    if code.organisation != .enterprise {
      return why.conclude(
        .undetermined, .notAnEnterpriseCode, codeValue, at: ["/enterprise/creditCode"])
    }
    if name.endsLikeNoLegalPerson {
      return why.conclude(
        .undetermined, .namedAsBranch, ["name": .text(name)], at: ["/enterprise/name"])
    }
    return why.conclude(.met, .isLegalPerson, codeValue)
  }

  /// Article 3: a manufacturer with its own development, design and manufacturing, or a service provider.
  public static let sector = Criterion(
    id: "sector", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "行业与能力", en: "Sector and capabilities"),
    rule: Wording(
      zh: "制造业企业（GB/T 4754-2017 第 13 至 43 大类）须同时具备产品研发、设计、制造三项能力；"
        + "从事生产性服务业的企业不作此要求；行业代码与所填行业矛盾时无法判断",
      en:
        "a manufacturer (GB/T 4754-2017 divisions 13 to 43) that develops, designs and manufactures, "
        + "or a provider of productive services; an industry code that contradicts the sector declared "
        + "leaves it open"),
    settledReadings: [
      Reading(
        "capabilities-of-manufacturers",
        Wording(
          zh: "三项能力只要求制造业企业具备", en: "the three capabilities are asked of manufacturers only"),
        ground: Wording(
          zh: "第三条以“具备……能力”修饰制造业企业，以“或”另列从事生产性服务业的企业",
          en:
            "in Article 3 the capabilities describe the manufacturer; the service provider stands "
            + "beside it after “or”")),
      .requirementIsCondition,
    ],
    reads: [
      "/enterprise/sector", "/enterprise/industryCode", "/enterprise/capabilities/development",
      "/enterprise/capabilities/design", "/enterprise/capabilities/manufacturing",
    ]
  ) { application, _, why in
    let enterprise = application.enterprise
    let capabilities = enterprise.capabilities
    lazy var absentCapabilities = absent([
      "/enterprise/capabilities/development": capabilities.development == nil,
      "/enterprise/capabilities/design": capabilities.design == nil,
      "/enterprise/capabilities/manufacturing": capabilities.manufacturing == nil,
    ])
    guard let sector = enterprise.sector, let industry = enterprise.industryCode else {
      lazy var needsCapabilities = enterprise.sector == nil || enterprise.sector == .manufacturing
      return why.lacking(
        absent([
          "/enterprise/sector": enterprise.sector == nil,
          "/enterprise/industryCode": enterprise.industryCode == nil,
        ]) + (needsCapabilities ? absentCapabilities : []))
    }
    lazy var values: Reason.Values = ["industry": .text(industry.code)]
    let isContradicted =
      switch sector {
      case .manufacturing: !industry.isManufacturing
      case .productiveServices: industry.isManufacturing || !industry.isTertiary
      case .other: industry.isManufacturing
      }
    if isContradicted {
      return why.conclude(
        .undetermined, .sectorContradicted, values,
        at: ["/enterprise/sector", "/enterprise/industryCode"])
    }
    switch sector {
    case .other: return why.conclude(.unmet, .otherSector, values)
    case .productiveServices: return why.conclude(.met, .productiveServices, values)
    case .manufacturing:
      let owned =
        Kleene(capabilities.development) && Kleene(capabilities.design)
        && Kleene(capabilities.manufacturing)
      switch owned {
      case .yes: return why.conclude(.met, .capableManufacturer, values)
      case .no:
        lazy var lacking: [(has: Bool?, name: Wording)] = [
          (capabilities.development, Wording(zh: "研发", en: "development")),
          (capabilities.design, Wording(zh: "设计", en: "design")),
          (capabilities.manufacturing, Wording(zh: "制造", en: "manufacturing")),
        ].filter { $0.has == false }
        return why.conclude(
          .unmet, .capabilityLacking,
          [
            "industry": .text(industry.code), "lacking": .list(lacking.map { .term($0.name) }),
          ])
      case .unknown: return why.lacking(absentCapabilities)
      }
    }
  }

  /// Article 3: no conduct that harmed national or public interest.
  public static let publicInterest = Criterion(
    id: "public-interest", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "未损害国家和人民利益", en: "No harm to public interest"),
    rule: Wording(
      zh: "企业没有损害国家或公众利益的行为，不限时间",
      en: "the enterprise's conduct has not harmed national or public interest, at any time"),
    settledReadings: [.requirementIsCondition],
    reads: ["/enterprise/hasHarmedPublicInterest"]
  ) { application, _, why in
    switch application.enterprise.hasHarmedPublicInterest {
    case nil: why.lacking(["/enterprise/hasHarmedPublicInterest"])
    case true?: why.conclude(.unmet, .publicInterestHarmed)
    case false?: why.conclude(.met, .noHarmDeclared)
    }
  }

  /// Article 3 and Annex 2(8): not on the list of abnormal operations.
  public static let abnormalOperationsList = publicList(
    id: "abnormal-operations-list", key: "abnormalOperationsList",
    title: Wording(zh: "未列入经营异常名录", en: "Abnormal-operations list"),
    name: Wording(zh: "经营异常名录", en: "abnormal-operations list"),
    source: Wording(zh: "国家企业信用信息公示系统", en: "the national enterprise credit publicity system"),
    lookUp: { $0.abnormalOperationsList })

  /// Article 3 and Annex 2(8): not on the list of seriously dishonest entities.
  public static let seriousDishonestyList = publicList(
    id: "serious-dishonesty-list", key: "seriousDishonestyList",
    title: Wording(zh: "未列入严重失信主体名单", en: "Serious-dishonesty list"),
    name: Wording(zh: "严重失信主体名单", en: "serious-dishonesty list"),
    source: Wording(zh: "“信用中国”网站", en: "the Credit China site"),
    lookUp: { $0.seriousDishonestyList })

  private static func publicList(
    id: String, key: String, title: Wording, name: Wording, source: Wording,
    lookUp: @escaping @Sendable (Enterprise) -> Enterprise.ListLookUp
  ) -> Criterion {
    let listed = Pointer("/enterprise/\(key)/isListed")
    let lookedUp = Pointer("/enterprise/\(key)/lookedUp")
    let evidence = Pointer("/enterprise/\(key)/evidence")
    return Criterion(
      id: id, clauses: [.article(3), .note(annex: 2, note: 8)], role: .condition,
      title: title,
      rule: Wording(
        zh: "申报时不在\(name.zh)内，以\(source.zh)的查询结果为准，须注明查询日期，且在申报年度内、不晚于申报日",
        en: "not on the \(name.en) at filing, as \(source.en) shows; the date of the look-up is "
          + "named, lies in the year of the round and is not after the filing date"),
      settledReadings: [.requirementIsCondition],
      reads: [listed, lookedUp, "/filingDate", "/applicationYear"],
      evidence: [
        Evidence(zh: "\(name.zh)查询记录", en: "record of the look-up in the \(name.en)") {
          unattached(lookUp($0.enterprise).evidence, at: evidence)
        }
      ]
    ) { application, _, why in
      let result = lookUp(application.enterprise)
      let (filingDate, applicationYear) = (application.filingDate, application.applicationYear)
      guard let isListed = result.isListed, let day = result.lookedUp, let filing = filingDate,
        let round = applicationYear
      else {
        return why.lacking(
          absent([
            listed: result.isListed == nil, lookedUp: result.lookedUp == nil,
            "/filingDate": filingDate == nil, "/applicationYear": applicationYear == nil,
          ]))
      }
      lazy var values: Reason.Values = [
        "list": .term(name), "day": .day(day), "filing": .day(filing),
        "days": .days(day.days(until: filing)), "round": .year(round),
      ]
      if day > filing {
        return why.conclude(
          .undetermined, .lookedUpAfterFiling, values, at: [lookedUp, "/filingDate"])
      }
      if day < Day.first(of: round) {
        return why.conclude(
          .undetermined, .lookedUpBeforeRound, values, at: [lookedUp, "/applicationYear"])
      }
      return isListed
        ? why.conclude(.unmet, .listed, values, at: [listed])
        : why.conclude(.met, day == filing ? .notListedOnFilingDate : .notListed, values)
    }
  }

  /// Article 3: no product in a prohibited, restricted or eliminated class.
  public static let productPolicy = Criterion(
    id: "product-policy", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "产品不属于禁限汰类", en: "No excluded product"),
    rule: Wording(
      zh: "所提供的产品不在国家禁止、限制或淘汰之列",
      en: "none of the products supplied is in a prohibited, restricted or eliminated class"),
    readings: [
      Reading(
        "all-products",
        Wording(zh: "企业提供的全部产品", en: "all products that the enterprise supplies"),
        ground: Wording(
          zh: "第三条说的是企业“提供的产品”", en: "Article 3 speaks of what the enterprise supplies")),
      Reading(
        "product-applied-for", Wording(zh: "本次申报的产品", en: "the product applied for"),
        ground: Wording(
          zh: "认定的是单项产品，证书只标注一个产品（第九条）",
          en: "one product is recognised, and the certificate names it (Article 9)")),
    ],
    settledReadings: [.requirementIsCondition],
    reads: ["/product/policyClass", "/otherProducts", "/otherProducts/*/policyClass"]
  ) { application, _, why in
    let policyClass = application.product.policyClass
    let otherProducts = application.otherProducts
    let own = Kleene(policyClass.map { !$0.isExcluded })
    let others =
      otherProducts.map { products in
        products.lazy.map { Kleene($0.policyClass.map { !$0.isExcluded }) }.conjunction()
      } ?? .unknown
    lazy var readings = [own && others, own]
    lazy var missing =
      absent([
        "/product/policyClass": policyClass == nil,
        "/otherProducts": otherProducts == nil,
      ])
      + (otherProducts ?? []).enumerated()
      .filter { $0.element.policyClass == nil }
      .map { Pointer("/otherProducts/*/policyClass", at: $0.offset) }
    lazy var excludedOthers = (otherProducts ?? []).enumerated()
      .filter { $0.element.policyClass?.isExcluded == true }
    switch (own && others).agreement(with: own) {
    case .yes: return why.conclude(.met, .noExcludedProduct, readings: readings)
    case .no:
      return why.conclude(
        .unmet, .productExcluded,
        ["class": policyClass.quantity { .term($0.name) }],
        at: ["/product/policyClass"], readings: readings)
    case .unknown:
      if excludedOthers.isEmpty { return why.lacking(missing, readings: readings) }
      return why.conclude(
        .undetermined, .otherProductsExcluded,
        [
          "products": .list(
            excludedOthers.map { _, other in
              .reason(
                Reason(
                  .excludedProduct,
                  [
                    "product": other.name.quantity { .text($0) },
                    "class": other.policyClass.quantity { .term($0.name) },
                  ]))
            })
        ], missing: missing,
        at: excludedOthers.map { Pointer("/otherProducts/*/policyClass", at: $0.offset) },
        readings: readings)
    }
  }
}

extension String {
  /// Whether a name ends like that of a branch or a partnership.
  ///
  /// Blanks, signs and what nobody sees change nothing of what a name says.
  fileprivate var endsLikeNoLegalPerson: Bool {
    // Nearly every name ends so, and no branch's or partnership's.
    if ends(with: "限公司") { return false }
    var letters = InlineArray<4, Unicode.Scalar>(repeating: " ")
    var place = letters.endIndex
    for letter in unicodeScalars.reversed() where letter.isLetter {
      place -= 1
      letters[place] = letter
      if place == letters.startIndex { break }
    }
    // A partnership has an enterprise's code too, and is no legal person.
    return switch (letters[0], letters[1], letters[2], letters[3]) {
    case (_, "分", "公", "司"), (_, _, "分", "厂"), ("合", "伙", "企", "业"), ("普", "通", "合", "伙"),
      ("有", "限", "合", "伙"):
      true
    default: false
    }
  }
}

extension String {
  /// Whether the last bytes are those of an ending.
  private func ends(with ending: String) -> Bool {
    let (bytes, last) = (utf8.span, ending.utf8.span)
    let start = bytes.count - last.count
    if start < 0 { return false }
    for place in last.indices where bytes[start + place] != last[place] { return false }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter that can be seen.
  fileprivate var isLetter: Bool {
    // The common Chinese characters, without a look-up.
    if ("\u{4E00}"..."\u{9FFF}").contains(self) { return true }
    return properties.isAlphabetic && !properties.isDefaultIgnorableCodePoint
  }
}

extension Evidence where Applicant == Application {
  /// A copy of the business licence.
  static let licence = Evidence(zh: "营业执照副本", en: "copy of the business licence") {
    unattached($0.enterprise.licence, at: "/enterprise/licence")
  }
}

extension Message {
  static let domicileInside = Message(
    "domicile-inside",
    says: Wording(zh: "住所区划代码 {domicile}，属吉林省", en: "domicile {domicile} is in Jilin"))
  static let domicileOutside = Message(
    "domicile-outside",
    says: Wording(
      zh: "住所区划代码 {domicile} 不以 {province} 开头，不在吉林省",
      en: "domicile {domicile} does not begin with {province}, so it is outside Jilin"),
    mend: Wording(
      zh: "住所须登记在吉林省内", en: "the licence must name a domicile in Jilin"))
  static let individualBusiness = Message(
    "individual-business",
    says: Wording(
      zh: "统一社会信用代码 {code} 属个体工商户，不是法人",
      en: "social credit code {code} belongs to an individual business, which is no legal person"),
    mend: Wording(
      zh: "须以企业法人身份申报", en: "apply as an enterprise that is a legal person"))
  static let notALegalPerson = Message(
    "not-a-legal-person",
    says: Wording(zh: "声明不具有独立法人资格", en: "declared not to be an independent legal person"),
    mend: Wording(
      zh: "由具有法人资格的企业申报", en: "the enterprise that is the legal person must apply"))
  static let wrongCheckCharacter = Message(
    "wrong-check-character",
    says: Wording(
      zh: "声明为独立法人，但统一社会信用代码 {code} 的校验码应为 {expected}",
      en: "declared a legal person, but the check character of {code} should be {expected}"),
    mend: Wording(zh: "对照营业执照更正代码", en: "correct the code from the licence"))
  static let notAnEnterpriseCode = Message(
    "not-an-enterprise-code",
    says: Wording(
      zh: "声明为独立法人，但代码 {code} 不以 91（企业）开头",
      en: "declared a legal person, but code {code} does not begin with 91 (enterprise)"),
    mend: Wording(zh: "对照营业执照核实主体类型", en: "verify the kind of organisation on the licence"))
  static let namedAsBranch = Message(
    "named-as-branch",
    says: Wording(
      zh: "声明为独立法人，但名称“{name}”是分支机构或合伙企业的称谓",
      en: "declared a legal person, but the name “{name}” is that of a branch or a partnership"),
    mend: Wording(zh: "对照营业执照核实法人资格", en: "verify on the licence that it is a legal person"))
  static let isLegalPerson = Message(
    "is-legal-person",
    says: Wording(
      zh: "声明为独立法人，代码 {code} 为企业且校验码正确",
      en: "declared a legal person; {code} is an enterprise's code with a right check character"))
  static let sectorContradicted = Message(
    "sector-contradicted",
    says: Wording(
      zh: "行业代码 {industry} 与所填行业不一致",
      en: "industry code {industry} contradicts the sector declared"),
    mend: Wording(zh: "核对行业代码和行业类别", en: "check the industry code and the sector"))
  static let otherSector = Message(
    "other-sector",
    says: Wording(
      zh: "既非制造业，也非生产性服务业（行业代码 {industry}）",
      en: "neither a manufacturer nor a provider of productive services (industry code {industry})"),
    mend: Wording(
      zh: "仅制造业和生产性服务业企业可申报",
      en: "only manufacturers and providers of productive services can apply"))
  static let productiveServices = Message(
    "productive-services",
    says: Wording(
      zh: "从事生产性服务业（行业代码 {industry}）",
      en: "provider of productive services (industry code {industry})"))
  static let capableManufacturer = Message(
    "capable-manufacturer",
    says: Wording(
      zh: "制造业企业（行业代码 {industry}），研发、设计、制造能力齐备",
      en: "manufacturer (industry code {industry}) with development, design and manufacturing"))
  static let capabilityLacking = Message(
    "capability-lacking",
    says: Wording(
      zh: "制造业企业（行业代码 {industry}），不具备的能力：{lacking}",
      en: "manufacturer (industry code {industry}) that lacks: {lacking}"),
    mend: Wording(zh: "三项能力须全部具备", en: "all three capabilities are required"))
  static let publicInterestHarmed = Message(
    "public-interest-harmed",
    says: Wording(
      zh: "申报内容承认有损害国家或公众利益的行为",
      en: "conduct that harmed national or public interest is declared"),
    mend: Wording(zh: "此项没有期限，无法补正", en: "there is no time limit after which it is forgotten"))
  static let noHarmDeclared = Message(
    "no-harm-declared",
    says: Wording(zh: "声明没有此类行为", en: "declared that there was no such conduct"))
  static let lookedUpAfterFiling = Message(
    "looked-up-after-filing",
    says: Wording(
      zh: "{list}的查询日期 {day} 晚于申报日 {filing}，不能说明申报时的情况",
      en: "the {list} was looked up on {day}, after the filing date {filing}, "
        + "which does not show the state at filing"),
    mend: Wording(
      zh: "更正日期，或附申报日及之前的查询结果", en: "correct the dates, or look it up by the filing date"))
  static let lookedUpBeforeRound = Message(
    "looked-up-before-round",
    says: Wording(
      zh: "{list}的查询日期 {day} 在申报年度 {round} 之前，不能说明本年度的情况",
      en: "the {list} was looked up on {day}, before the round of {round}, which does not show the "
        + "state in this one"),
    mend: Wording(zh: "重新查询，并附新的查询结果", en: "look it up again and attach the result"))
  static let listed = Message(
    "listed",
    says: Wording(zh: "{day} 查询：已被列入{list}", en: "on the {list} when looked up on {day}"),
    mend: Wording(
      zh: "先依法申请移出，移出后重新查询", en: "have the entry removed first, then look it up again"))
  static let notListed = Message(
    "not-listed",
    says: Wording(
      zh: "{day}（申报前 {days}）查询：未列入{list}",
      en: "not on the {list} when looked up on {day}, {days} before filing"))
  static let notListedOnFilingDate = Message(
    "not-listed-on-filing-date",
    says: Wording(
      zh: "申报当日 {day} 查询：未列入{list}",
      en: "not on the {list} when looked up on the filing date, {day}"))
  static let noExcludedProduct = Message(
    "no-excluded-product",
    says: Wording(
      zh: "申报产品和其他产品均不属于禁止、限制或淘汰类",
      en: "neither the product applied for nor any other is in an excluded class"))
  static let productExcluded = Message(
    "product-excluded",
    says: Wording(
      zh: "申报产品属于{class}", en: "the product applied for is in an excluded class: {class}"),
    mend: Wording(zh: "另选不属于上述类别的产品申报", en: "apply for a product outside these classes"))
  static let otherProductsExcluded = Message(
    "other-products-excluded",
    says: Wording(
      zh: "其他产品属于禁止、限制或淘汰类：{products}；是否影响本次申报取决于对条款的理解",
      en:
        "other products are in an excluded class: {products}; whether that matters depends on how the "
        + "clause is read"),
    mend: Wording(
      zh: "停止提供这些产品，或向主管部门确认条款口径",
      en: "stop supplying them, or have the department confirm how the clause is read"))
  static let excludedProduct = Message(
    "excluded-product", says: Wording(zh: "“{product}”（{class}）", en: "“{product}” ({class})"))
}
