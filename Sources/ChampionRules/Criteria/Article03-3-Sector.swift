// Article 3: manufacturers with all three capabilities and providers of productive services may apply.

import Eligibility

extension Criterion where Applicant == Application {
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
}

extension Message {
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
}
