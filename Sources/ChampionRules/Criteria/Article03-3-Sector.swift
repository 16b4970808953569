// Article 3: manufacturers with all three capabilities and providers of productive services may apply.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3: a manufacturer with its own development, design and manufacturing, or a service provider.
  public static let sector = Criterion(
    "sector", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "行业与能力", en: "Sector and capabilities"),
    rule: Wording(
      zh: "制造业企业（GB/T 4754-2017 第 13 至 43 大类）须同时具备产品研发、设计、制造三项能力；"
        + "从事生产性服务业的企业不作此要求；行业代码与所填行业类别矛盾的，无法判断",
      en:
        "a manufacturer (GB/T 4754-2017 divisions 13 to 43) that develops, designs and manufactures, "
        + "or a provider of productive services; an industry code that contradicts the sector declared "
        + "leaves the criterion undetermined"),
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
    asks: [
      AskedFact("/enterprise/sector") { $0.enterprise.sector == nil },
      AskedFact("/enterprise/industryCode") { $0.enterprise.industryCode == nil },
      AskedFact("/enterprise/capabilities/development") {
        $0.enterprise.mayManufacture && $0.enterprise.capabilities.development == nil
      },
      AskedFact("/enterprise/capabilities/design") {
        $0.enterprise.mayManufacture && $0.enterprise.capabilities.design == nil
      },
      AskedFact("/enterprise/capabilities/manufacturing") {
        $0.enterprise.mayManufacture && $0.enterprise.capabilities.manufacturing == nil
      },
    ],
    decide: { application, _ -> SectorState in
      guard let sector = application.enterprise.sector,
        let industry = application.enterprise.industryCode
      else { return .unknown }
      let isContradicted =
        switch sector {
        case .manufacturing: !industry.isManufacturing
        case .productiveServices: industry.isManufacturing || !industry.isTertiary
        case .other: industry.isManufacturing
        }
      if isContradicted { return .contradicted }
      switch sector {
      case .other: return .other
      case .productiveServices: return .productiveServices
      case .manufacturing:
        let capabilities = application.enterprise.capabilities
        let owned =
          Kleene(capabilities.development) && Kleene(capabilities.design)
          && Kleene(capabilities.manufacturing)
        return switch owned {
        case .yes: .capableManufacturer
        case .no: .incapableManufacturer
        case .unknown: .unknown
        }
      }
    },
    explain: { state, application, _, say in
      let industry = application.enterprise.industryCode.quantity { .text($0.code) }
      lazy var values: Reason.Values = ["industry": industry]
      switch state {
      case .unknown: return .missing
      case .contradicted:
        return say(
          "sector-contradicted", zh: "行业代码 {industry} 与所填行业类别不一致",
          en: "industry code {industry} contradicts the sector declared",
          mend: Wording(zh: "核对行业代码和行业类别", en: "check the industry code and the sector"),
          values, at: ["/enterprise/sector", "/enterprise/industryCode"], asking: .nothing)
      case .other:
        return say(
          "other-sector", zh: "既非制造业，也非生产性服务业（行业代码 {industry}）",
          en:
            "neither a manufacturer nor a provider of productive services (industry code {industry})",
          mend: Wording(
            zh: "仅制造业和生产性服务业企业可申报",
            en: "only manufacturers and providers of productive services can apply"), values)
      case .productiveServices:
        return say(
          "productive-services", zh: "从事生产性服务业（行业代码 {industry}）",
          en: "provider of productive services (industry code {industry})", values)
      case .capableManufacturer:
        return say(
          "capable-manufacturer",
          zh: "制造业企业（行业代码 {industry}），研发、设计、制造能力齐备",
          en: "manufacturer (industry code {industry}) with development, design and manufacturing",
          values)
      case .incapableManufacturer:
        let capabilities = application.enterprise.capabilities
        let all: [(has: Bool?, name: Wording)] = [
          (capabilities.development, Wording(zh: "研发", en: "development")),
          (capabilities.design, Wording(zh: "设计", en: "design")),
          (capabilities.manufacturing, Wording(zh: "制造", en: "manufacturing")),
        ]
        let lacking = all.filter { $0.has == false }
        return say(
          "capability-lacking", zh: "制造业企业（行业代码 {industry}），不具备的能力：{lacking}",
          en: "manufacturer (industry code {industry}) that lacks: {lacking}",
          mend: Wording(zh: "三项能力须全部具备", en: "all three capabilities are required"),
          ["industry": industry, "lacking": .list(lacking.map { .term($0.name) })])
      }
    })
}

/// What the sector, the industry code and the capabilities say together.
enum SectorState: CriterionState {
  case unknown, contradicted, other, productiveServices, capableManufacturer, incapableManufacturer

  var outcome: Outcome {
    switch self {
    case .productiveServices, .capableManufacturer: .met
    case .other, .incapableManufacturer: .unmet
    case .unknown, .contradicted: .undetermined
    }
  }
}

extension Enterprise {
  /// Whether it is, or may be, of the sector that is asked for capabilities.
  fileprivate var mayManufacture: Bool { sector == nil || sector == .manufacturing }
}
