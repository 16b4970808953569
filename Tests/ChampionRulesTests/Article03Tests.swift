// Article 3 decides who may apply at all, so each of its requirements is tried from both sides.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct JilinRegisteredTests {
  @Test(arguments: ["220000", "220106", "220581", "222401"])
  func `a domicile whose code begins with 22 is in Jilin`(code: String) throws {
    let finding = try judge("jilin-registered") {
      $0.enterprise.domicile = AdministrativeDivision(code)
    }
    #expect(finding.outcome == .met)
    #expect(finding.said == "domicile-inside")
    #expect(finding.value("domicile") == .text(code))
  }

  @Test(arguments: ["210100", "230100", "122000", "310101"])
  func `a domicile whose code begins otherwise is outside Jilin`(code: String) throws {
    let finding = try judge("jilin-registered") {
      $0.enterprise.domicile = AdministrativeDivision(code)
    }
    #expect(finding.outcome == .unmet)
    #expect(finding.said == "domicile-outside")
    #expect(finding.value("province") == .text("22"))
  }

  @Test func `an unknown domicile leaves it open and is named`() throws {
    let finding = try judge("jilin-registered") { $0.enterprise.domicile = nil }
    #expect(finding == .lacking(["/enterprise/domicile"]))
  }

  @Test func `a code first given in another province decides nothing, for codes are lifelong`()
    throws
  {
    let finding = try judge("jilin-registered") {
      $0.enterprise.creditCode = try? SocialCreditCode("91310101MADEM01264")
    }
    #expect(finding.outcome == .met)
  }
}

@Suite struct LegalPersonTests {
  @Test func `declared, an enterprise's code and a whole enterprise's name is met`() throws {
    let finding = try judge("legal-person") { _ in }
    #expect(finding.outcome == .met)
    #expect(finding.said == "is-legal-person")
    #expect(finding.value("code") == .text("91220101MADEM0126H"))
  }

  @Test func `declared to be none is unmet, and nothing else has to be known`() throws {
    for change: (inout Application) -> Void in [
      { _ in },
      {
        $0.enterprise.creditCode = nil
        $0.enterprise.name = nil
      },
      { $0.enterprise.creditCode = .misspelt },
    ] {
      let finding = try judge("legal-person") {
        $0.enterprise.isLegalPerson = false
        change(&$0)
      }
      #expect(finding.outcome == .unmet)
      #expect(finding.said == "not-a-legal-person")
      #expect(finding.places == ["/enterprise/isLegalPerson"])
    }
  }

  @Test(arguments: [true, false, nil])
  func `an individual business (92) is unmet whatever is declared`(declared: Bool?) throws {
    let finding = try judge("legal-person") {
      $0.enterprise.isLegalPerson = declared
      $0.enterprise.creditCode = .individualBusiness
      $0.enterprise.name = nil
    }
    #expect(finding.outcome == .unmet)
    #expect(finding.said == "individual-business")
    #expect(finding.places == ["/enterprise/creditCode"])
  }

  @Test func `a code with a wrong check character proves nothing, not even that it is a 92`()
    throws
  {
    let finding = try judge("legal-person") {
      $0.enterprise.creditCode = .misspeltIndividual
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "wrong-check-character")
    #expect(finding.value("expected") == .text("E"))
  }

  @Test func `declared with a wrong check character has to be verified`() throws {
    let finding = try judge("legal-person") { $0.enterprise.creditCode = .misspelt }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "wrong-check-character")
    #expect(finding.value("expected") == .text("H"))
    #expect(finding.places == ["/enterprise/creditCode"])
  }

  @Test func `declared with a code of another kind of organisation has to be verified`() throws {
    let finding = try judge("legal-person") { $0.enterprise.creditCode = .institution }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "not-an-enterprise-code")
    #expect(finding.places == ["/enterprise/creditCode"])
  }

  @Test(arguments: [
    "虚构集团长春分公司", "虚构集团第二分厂", "虚构集团长春分公司 ", "虚构集团 分厂　", "虚构集团（长春分公司）",
    "虚构集团长春分 公司", "虚构集团分厂\u{200B}", "虚构集团分厂\u{3164}", "虚构集团长春分公司。",
  ])
  func `declared with a branch's name has to be verified, whatever signs or blanks it has`(
    name: String
  )
    throws
  {
    let finding = try judge("legal-person") { $0.enterprise.name = name }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "named-as-branch")
    #expect(finding.places == ["/enterprise/name"])
  }

  @Test(arguments: ["分公司管理（长春）有限公司", "虚构分厂设备有限公司", "  ", "公司", "分公司a", "分 厂 1 号", "虚构分公司司", "é"])
  func `a branch's word that does not end the name is nothing to verify`(name: String) throws {
    #expect(try judge("legal-person") { $0.enterprise.name = name }.outcome == .met)
  }

  @Test func `every missing fact is named, and none stands for another`() throws {
    #expect(
      try judge("legal-person") { $0.enterprise.isLegalPerson = nil }
        == .lacking(["/enterprise/isLegalPerson"]))
    #expect(
      try judge("legal-person") { $0.enterprise.creditCode = nil }
        == .lacking(["/enterprise/creditCode"]))
    #expect(
      try judge("legal-person") { $0.enterprise.name = nil } == .lacking(["/enterprise/name"]))
    #expect(
      try judge("legal-person") { $0.enterprise = Enterprise() }
        == .lacking(["/enterprise/isLegalPerson", "/enterprise/creditCode", "/enterprise/name"]))
  }
}

@Suite struct SectorTests {
  @Test(arguments: ["13", "1311", "3451", "43", "4390"])
  func `a manufacturer of divisions 13 to 43 with all three capabilities is met`(code: String)
    throws
  {
    let finding = try judge("sector") { $0.enterprise.industryCode = IndustryCode(code) }
    #expect(finding.outcome == .met)
    #expect(finding.said == "capable-manufacturer")
    #expect(finding.value("industry") == .text(code))
  }

  @Test(arguments: ["12", "1200", "44", "4411", "7320"])
  func `a manufacturer with a code outside divisions 13 to 43 contradicts itself`(code: String)
    throws
  {
    let finding = try judge("sector") { $0.enterprise.industryCode = IndustryCode(code) }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "sector-contradicted")
    #expect(finding.places == ["/enterprise/sector", "/enterprise/industryCode"])
  }

  @Test(arguments: [
    \Enterprise.Capabilities.development, \Enterprise.Capabilities.design,
    \Enterprise.Capabilities.manufacturing,
  ])
  func `a manufacturer without any one capability is unmet, known or not what the others are`(
    capability: WritableKeyPath<Enterprise.Capabilities, Bool?> & Sendable
  ) throws {
    for others in [true, nil] {
      let finding = try judge("sector") {
        $0.enterprise.capabilities.development = others
        $0.enterprise.capabilities.design = others
        $0.enterprise.capabilities.manufacturing = others
        $0.enterprise.capabilities[keyPath: capability] = false
      }
      #expect(finding.outcome == .unmet)
      #expect(finding.said == "capability-lacking")
    }
  }

  @Test func `an unknown capability of a manufacturer leaves it open and is named`() throws {
    #expect(
      try judge("sector") { $0.enterprise.capabilities.development = nil }
        == .lacking(["/enterprise/capabilities/development"]))
    #expect(
      try judge("sector") { $0.enterprise.capabilities.design = nil }
        == .lacking(["/enterprise/capabilities/design"]))
    #expect(
      try judge("sector") { $0.enterprise.capabilities.manufacturing = nil }
        == .lacking(["/enterprise/capabilities/manufacturing"]))
  }

  @Test func `a provider of productive services needs none of the capabilities`() throws {
    let finding = try judge("sector") {
      $0.enterprise.sector = .productiveServices
      $0.enterprise.industryCode = IndustryCode("7320")
      $0.enterprise.capabilities = Enterprise.Capabilities()
    }
    #expect(finding.outcome == .met)
    #expect(finding.said == "productive-services")
  }

  @Test(
    arguments: [
      // Farming, mining, supply, construction; their services and all later divisions are services.
      ("04", Outcome.undetermined), ("05", .met), ("06", .undetermined), ("10", .undetermined),
      ("11", .met), ("12", .undetermined), ("13", .undetermined), ("43", .undetermined),
      ("44", .undetermined), ("50", .undetermined), ("51", .met), ("97", .met),
    ])
  func `a provider of services is in a division of services`(code: String, outcome: Outcome) throws
  {
    let finding = try judge("sector") {
      $0.enterprise.sector = .productiveServices
      $0.enterprise.industryCode = IndustryCode(code)
    }
    #expect(finding.outcome == outcome)
  }

  @Test(arguments: [
    "虚构合伙企业", "虚构制造中心（有限合伙）", "虚构工厂(普通合伙)", "合伙企业", "有限\u{FEFF}合 伙（）",
  ])
  func `a partnership is no legal person, whatever it declares`(name: String) throws {
    let finding = try judge("legal-person") { $0.enterprise.name = name }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "named-as-branch")
  }

  @Test(arguments: [Enterprise.Sector.productiveServices, .other])
  func `a manufacturer's code contradicts any other sector`(sector: Enterprise.Sector) throws {
    let finding = try judge("sector") { $0.enterprise.sector = sector }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "sector-contradicted")
  }

  @Test func `any other sector is unmet`() throws {
    let finding = try judge("sector") {
      $0.enterprise.sector = .other
      $0.enterprise.industryCode = IndustryCode("6110")
    }
    #expect(finding.outcome == .unmet)
    #expect(finding.said == "other-sector")
  }

  @Test func `without sector or industry code it is open, for they might contradict each other`()
    throws
  {
    #expect(
      try judge("sector") { $0.enterprise.sector = nil } == .lacking(["/enterprise/sector"]))
    #expect(
      try judge("sector") { $0.enterprise.industryCode = nil }
        == .lacking(["/enterprise/industryCode"]))
    #expect(
      try judge("sector") {
        $0.enterprise.sector = .other
        $0.enterprise.industryCode = nil
        $0.enterprise.capabilities = Enterprise.Capabilities()
      } == .lacking(["/enterprise/industryCode"]))
    #expect(
      try judge("sector") {
        $0.enterprise.industryCode = nil
        $0.enterprise.capabilities.design = nil
      } == .lacking(["/enterprise/industryCode", "/enterprise/capabilities/design"]))
    #expect(
      try judge("sector") { $0.enterprise = Enterprise() }
        == .lacking([
          "/enterprise/sector", "/enterprise/industryCode",
          "/enterprise/capabilities/development", "/enterprise/capabilities/design",
          "/enterprise/capabilities/manufacturing",
        ]))
  }
}

@Suite struct PublicInterestTests {
  @Test func `harm declared is unmet, none declared is met, nothing declared is open`() throws {
    let harmed = try judge("public-interest") { $0.enterprise.hasHarmedPublicInterest = true }
    #expect(harmed.outcome == .unmet)
    #expect(harmed.said == "public-interest-harmed")
    let clean = try judge("public-interest") { $0.enterprise.hasHarmedPublicInterest = false }
    #expect(clean.outcome == .met)
    #expect(clean.said == "no-harm-declared")
    #expect(
      try judge("public-interest") { $0.enterprise.hasHarmedPublicInterest = nil }
        == .lacking(["/enterprise/hasHarmedPublicInterest"]))
  }
}

@Suite struct PublicListTests {
  struct List: Sendable, CustomTestStringConvertible {
    let id: String
    let key: String
    let path: WritableKeyPath<Application, Enterprise.ListLookUp> & Sendable
    var testDescription: String { id }
  }

  static let lists = [
    List(
      id: "abnormal-operations-list", key: "abnormalOperationsList",
      path: \.enterprise.abnormalOperationsList),
    List(
      id: "serious-dishonesty-list", key: "seriousDishonestyList",
      path: \.enterprise.seriousDishonestyList),
  ]

  @Test(arguments: lists)
  func `not found when looked up is met, and the days since are told`(list: List) throws {
    let finding = try judge(list.id) { _ in }
    #expect(finding.outcome == .met)
    #expect(finding.said == "not-listed")
    #expect(finding.value("day") == .day("2025-09-01"))
    #expect(finding.value("days") == .days(9))
  }

  @Test(arguments: lists)
  func `found when looked up is unmet`(list: List) throws {
    let finding = try judge(list.id) { $0[keyPath: list.path].isListed = true }
    #expect(finding.outcome == .unmet)
    #expect(finding.said == "listed")
    #expect(finding.places == [Pointer("/enterprise/\(list.key)/isListed")])
  }

  @Test(arguments: lists)
  func `a look-up on the filing date shows the state at filing`(list: List) throws {
    let finding = try judge(list.id) { $0[keyPath: list.path].lookedUp = "2025-09-10" }
    #expect(finding.outcome == .met)
    #expect(finding.said == "not-listed-on-filing-date")
    #expect(finding.value("day") == .day("2025-09-10"))
  }

  @Test(arguments: lists, [true, false])
  func `a look-up after the filing date does not show the state at filing`(
    list: List, isListed: Bool
  ) throws {
    let finding = try judge(list.id) {
      $0[keyPath: list.path].isListed = isListed
      $0[keyPath: list.path].lookedUp = "2025-09-11"
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "looked-up-after-filing")
    #expect(finding.places == [Pointer("/enterprise/\(list.key)/lookedUp"), "/filingDate"])
  }

  @Test(arguments: lists)
  func `every missing fact leaves it open and is named`(list: List) throws {
    let listed = Pointer("/enterprise/\(list.key)/isListed")
    let lookedUp = Pointer("/enterprise/\(list.key)/lookedUp")
    #expect(
      try judge(list.id) { $0[keyPath: list.path].isListed = nil } == .lacking([listed]))
    #expect(
      try judge(list.id) { $0[keyPath: list.path].lookedUp = nil } == .lacking([lookedUp]))
    #expect(try judge(list.id) { $0.filingDate = nil } == .lacking(["/filingDate"]))
    #expect(
      try judge(Application(), by: list.id)
        == .lacking([listed, lookedUp, "/filingDate", "/applicationYear"]))
    #expect(try judge(list.id) { $0.applicationYear = nil } == .lacking(["/applicationYear"]))
  }

  @Test(
    arguments: lists, [("2024-12-31", Outcome.undetermined), ("2025-01-01", .met)])
  func `a look-up from before the round does not show the state in it`(
    list: List, row: (day: String, outcome: Outcome)
  ) throws {
    let day = try #require(PartialDate(iso: row.day)).earliest
    for isListed in [false, true] {
      let finding = try judge(list.id) {
        $0[keyPath: list.path].isListed = isListed
        $0[keyPath: list.path].lookedUp = day
      }
      #expect(finding.outcome == (row.outcome == .met && isListed ? .unmet : row.outcome))
      #expect((finding.said == "looked-up-before-round") == (row.outcome == .undetermined))
    }
  }

  @Test(arguments: lists)
  func `the other list does not matter`(list: List) throws {
    let others = PublicListTests.lists.filter { $0.id != list.id }
    #expect(others.count == 1)
    for other in others {
      let finding = try judge(list.id) { $0[keyPath: other.path].isListed = true }
      #expect(finding.outcome == .met)
    }
  }
}

@Suite struct ProductPolicyTests {
  @Test(arguments: [PolicyClass.encouraged, .permitted])
  func `no product in an excluded class is met under both readings`(own: PolicyClass) throws {
    for others in [[], [OtherProduct("甲", .permitted), OtherProduct("乙", .encouraged)]] {
      let finding = try judge("product-policy") {
        $0.product.policyClass = own
        $0.otherProducts = others
      }
      #expect(finding.outcome == .met)
      #expect(finding.said == "no-excluded-product")
      #expect(finding.readings == [.yes, .yes])
    }
  }

  @Test(arguments: [PolicyClass.restricted, .eliminated, .prohibited])
  func `the product applied for in an excluded class is unmet, whatever the others are`(
    own: PolicyClass
  ) throws {
    for others in [[], [OtherProduct("甲", .permitted)], [OtherProduct("甲", nil)], nil] {
      let finding = try judge("product-policy") {
        $0.product.policyClass = own
        $0.otherProducts = others
      }
      #expect(finding.outcome == .unmet)
      #expect(finding.said == "product-excluded")
      #expect(finding.readings == [.no, .no])
      #expect(finding.value("class") == .term(own.name))
    }
  }

  @Test(arguments: [PolicyClass.restricted, .eliminated, .prohibited])
  func `only another product in an excluded class divides the readings`(other: PolicyClass)
    throws
  {
    let finding = try judge("product-policy") {
      $0.otherProducts = [
        OtherProduct("甲", .permitted), OtherProduct("乙", other), OtherProduct("丙", other),
      ]
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "other-products-excluded")
    #expect(finding.readings == [.no, .yes])
    guard case .list(let named)? = finding.value("products") else {
      Issue.record("no product is named")
      return
    }
    #expect(named.count == 2)
    for (name, item) in zip(["乙", "丙"], named) {
      guard case .reason(let reason) = item else { continue }
      #expect(reason.values == ["product": .text(name), "class": .term(other.name)])
    }
    #expect(finding.places == (1...2).map { Pointer("/otherProducts/*/policyClass", at: $0) })
    #expect(finding.missing.isEmpty)
  }

  @Test func `unknown classes leave it open and are named`() throws {
    let own = try judge("product-policy") { $0.product.policyClass = nil }
    #expect(own == .lacking(["/product/policyClass"], readings: [.unknown, .unknown]))
    let others = try judge("product-policy") { $0.otherProducts = nil }
    #expect(others == .lacking(["/otherProducts"], readings: [.unknown, .yes]))
    let other = try judge("product-policy") {
      $0.otherProducts = [OtherProduct("甲", .permitted), OtherProduct("乙", nil)]
    }
    #expect(
      other
        == .lacking(
          [Pointer("/otherProducts/*/policyClass", at: 1)], readings: [.unknown, .yes]))
    #expect(
      try judge(Application(), by: "product-policy")
        == .lacking(["/product/policyClass", "/otherProducts"], readings: [.unknown, .unknown]))
  }

  @Test func `another product excluded cannot be unmet while the own class is unknown`() throws {
    let finding = try judge("product-policy") {
      $0.product.policyClass = nil
      $0.otherProducts = [OtherProduct("乙", .eliminated)]
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.readings == [.no, .unknown])
    #expect(finding.missing == ["/product/policyClass"])
  }

  @Test func `every class has a name of its own in both languages`() {
    let names = PolicyClass.allCases.map(\.name)
    #expect(Set(names.map(\.zh)).count == PolicyClass.allCases.count)
    #expect(Set(names.map(\.en)).count == PolicyClass.allCases.count)
  }
}
