// Services, place and legal person: each outcome, and what it is decided by.

import Eligibility
import Testing

@testable import PlatformRules

@Suite struct ServicesTests {
  private func finding(_ provided: [Bool?]) throws -> Finding {
    try PlatformRulesTests.finding("platform-services") {
      for (field, isProvided) in zip(PlatformServiceField.named, provided) {
        $0.services.set(field, isProvided)
      }
    }
  }

  @Test func `all seven are met, none is unmet, and some depend on the reading`() throws {
    let all = try finding(Array(repeating: true, count: 7))
    #expect(all.outcome == .met)
    #expect(all.readings == [.yes, .yes])
    let none = try finding(Array(repeating: false, count: 7))
    #expect(none.outcome == .unmet)
    #expect(none.readings == [.no, .no])
    for lacking in 0..<7 {
      var provided = Array(repeating: true as Bool?, count: 7)
      provided[lacking] = false
      let six = try finding(provided)
      #expect(six.outcome == .undetermined)
      #expect(six.readings == [.no, .yes])
      #expect(
        six.reason.values["lacking"] == .list([.term(PlatformServiceField.named[lacking].name)]))
      #expect(six.reason.values["offered"] == .count(6))
      #expect(six.places == [Pointer("/services/" + PlatformServiceField.named[lacking].rawValue)])
      #expect(six.missing.isEmpty)
    }
  }

  @Test func `what is not stated is asked for`() throws {
    let open = try finding([true, nil, true, true, true, true, true])
    #expect(open.outcome == .undetermined)
    #expect(open.reason.message.id == "missing")
    #expect(open.missing == ["/services/financing"])
    let partly = try finding([false, nil, nil, nil, nil, nil, nil])
    #expect(partly.outcome == .undetermined)
    #expect(partly.reason.message.id == "some-lacking")
    #expect(partly.readings == [.no, .unknown])
    #expect(partly.missing.count == 6)
  }

  @Test func `another field is none of the seven`() {
    #expect(PlatformServiceField.named.count == 7)
    #expect(!PlatformServiceField.named.contains(.other))
    #expect(PlatformServices.all[.other] == nil)
    #expect(PlatformServiceField.allCases.map(\.name.zh).count == 8)
  }
}

@Suite struct LocationTests {
  @Test(
    arguments: [
      ("220104", .met), ("222401", .met), ("210100", .unmet), ("230100", .unmet),
      (nil, .undetermined),
    ] as [(String?, Outcome)])
  func `the domicile is in the province`(code: String?, outcome: Outcome) throws {
    let finding = try finding("platform-location") {
      $0.enterprise.domicile = code.flatMap { AdministrativeDivision($0) }
    }
    #expect(finding.outcome == outcome)
  }

  @Test func `the licence proves it, or the certificate that stands in`() throws {
    let criterion = try #require(Rulebook.servicePlatform.criterion("platform-location"))
    func kind(_ change: (inout PlatformApplication) -> Void) -> Basis.Kind? {
      let application = changed(change)
      return criterion.basis(of: criterion.evaluate(application, .of2021), on: application)?.kind
    }
    #expect(kind { _ in } == .certified)
    #expect(kind { $0.enterprise.licence = 0 } == .ownWord)
    #expect(
      kind {
        $0.enterprise.licence = nil
        $0.enterprise.legalPersonCertificate = 1
      } == .certified)
  }
}

@Suite struct LegalPersonTests {
  private func finding(
    _ code: SocialCreditCode?, _ isDeclared: Bool? = true, name: String? = "吉林示例中心"
  ) throws -> Finding {
    try PlatformRulesTests.finding("platform-legal-person") {
      $0.enterprise.creditCode = code
      $0.enterprise.isLegalPerson = isDeclared
      $0.enterprise.name = name
    }
  }

  @Test(arguments: [
    SocialCreditCode.enterprise, .publicInstitution, .society, .privateInstitution, .foundation,
  ])
  func `five kinds of code are those of legal persons`(code: SocialCreditCode?) throws {
    #expect(try finding(code).outcome == .met)
  }

  @Test(arguments: [SocialCreditCode.lawFirm, .stateOrgan, .otherStateUnit])
  func `another kind is to be verified`(code: SocialCreditCode?) throws {
    let finding = try finding(code)
    #expect(finding.outcome == .undetermined)
    #expect(finding.reason.message.id == "another-kind-of-code")
  }

  @Test func `an individual business is none, declared or not, if its code is right`() throws {
    for isDeclared in [true, false, nil] {
      let finding = try finding(.individualBusiness, isDeclared, name: nil)
      #expect(finding.outcome == .unmet)
      #expect(finding.reason.message.id == "individual-business")
    }
    #expect(try finding(.misspeltBusiness).reason.message.id == "wrong-check-character")
  }

  @Test func `who declares not to be one is none`() throws {
    #expect(try finding(.enterprise, false).reason.message.id == "not-a-legal-person")
    #expect(try finding(nil, false, name: nil).outcome == .unmet)
  }

  @Test func `a wrong check character leaves it open`() throws {
    let finding = try finding(.misspelt)
    #expect(finding.outcome == .undetermined)
    #expect(finding.reason.values["expected"] == .text("H"))
  }

  @Test func `declaration, code and name are asked`() throws {
    #expect(try finding(nil).missing == ["/enterprise/creditCode"])
    #expect(try finding(.enterprise, nil).missing == ["/enterprise/isLegalPerson"])
    #expect(try finding(.enterprise, name: nil).missing == ["/enterprise/name"])
  }

  @Test(arguments: [
    ("某某公司长春分公司", Outcome.undetermined), ("某某律师事务所（长春分所）", .undetermined),
    ("某某 分 支 机 构", .undetermined),
    ("某某厂分厂", .undetermined), ("某某（有限合伙）", .undetermined), ("某某（普通合伙）", .undetermined),
    ("某某合伙企业", .undetermined), ("分公司管理有限公司", .met), ("某某研究所", .met), ("分", .met), ("", .met),
  ])
  func `a branch's name leaves it open`(name: String, outcome: Outcome) throws {
    let finding = try finding(.enterprise, name: name)
    #expect(finding.outcome == outcome)
    #expect(finding.reason.message.id == (outcome == .met ? "is-legal-person" : "named-as-branch"))
  }
}
