// What decides nothing and is pointed out, each with the nearest case that is not.

import CommonFacts
import Eligibility
import Testing

@testable import PlatformRules

@Suite struct PlausibilityTests {
  private func notices(_ change: (inout PlatformApplication) -> Void) -> [String] {
    PlatformPlausibility.notices(on: changed(change)).map(\.reason.message.id)
  }

  @Test func `nothing is odd about the eligible application, nor about an empty one`() {
    #expect(notices { _ in } == [])
    #expect(PlatformPlausibility.notices(on: PlatformApplication()).isEmpty)
    #expect(PlatformPlausibility.notices(on: .furnished).isEmpty)
  }

  @Test(arguments: [("2021-07-26", false), ("2021-07-27", true)] as [(Day, Bool)])
  func `a filing date after the round`(day: Day, isOdd: Bool) {
    #expect(notices { $0.filingDate = day }.contains("filed-after-the-round") == isOdd)
  }

  @Test(
    arguments: [
      ("220100", nil, []), ("220104", nil, []), ("220106", nil, ["received-elsewhere"]),
      ("220200", nil, ["bureaus-differ", "received-elsewhere"]),
      ("220000", "220104", ["bureaus-differ"]),
      ("220100", "220100", []), ("220106", "220100", []),
      ("220104", "222401", ["filed-elsewhere", "received-elsewhere"]),
      ("220100", "210100", []), ("220184", "220381", ["division-moved"]),
    ] as [(String, String?, [String])])
  func `the bureau is that of the domicile`(bureau: String, domicile: String?, expected: [String]) {
    #expect(
      notices {
        $0.bureauDivision = AdministrativeDivision(bureau)
        if let domicile { $0.enterprise.domicile = AdministrativeDivision(domicile) }
      } == expected)
  }

  @Test func `the right bureau is named`() {
    let odd = PlatformPlausibility.notices(
      on: changed { $0.enterprise.domicile = AdministrativeDivision("222401") })
    #expect(odd.first?.reason.values["right"] == .term(Bureau.yanbian.name))
    #expect(notices { $0.enterprise.domicile = nil } == [])
    #expect(
      notices {
        $0.bureau = nil; $0.enterprise.domicile = AdministrativeDivision("222401")
      } == ["received-elsewhere"])
  }

  @Test(
    arguments: [
      (SocialCreditCode.ofBeijing, ["registered-elsewhere"]), (.ofNationalOrgan, []),
      (.wrongOrganisation, ["organisation-code-check"]), (.misspelt, []), (nil, []),
    ] as [(SocialCreditCode?, [String])])
  func `the credit code`(code: SocialCreditCode?, expected: [String]) {
    #expect(notices { $0.enterprise.creditCode = code } == expected)
  }

  @Test func `a founding after filing or after a service`() {
    #expect(
      notices { $0.enterprise.founded = .day("2021-07-24") } == [
        "founded-after-filing", "service-before-founding",
      ])
    #expect(notices { $0.enterprise.founded = .day("2021-03-02") } == ["service-before-founding"])
    #expect(notices { $0.enterprise.founded = .day("2021-03-01") } == [])
    #expect(notices { $0.enterprise.founded = .year(2021) } == [])
  }

  @Test func `a certificate in place of the licence`() {
    let certificate = notices {
      $0.enterprise.licence = nil
      $0.enterprise.legalPersonCertificate = 1
    }
    #expect(certificate == ["certificate-stands-in"])
    #expect(notices { $0.enterprise.legalPersonCertificate = 1 } == [])
    #expect(notices { $0.enterprise.licence = nil } == [])
  }

  @Test(
    arguments: [
      ("吉林省中小企业公共服务平台", PlatformLevel.provincial, true), ("亚泰电子商务有限公司", .national, true),
      ("亚泰电子商务有限公司", .provincial, false), ("亚泰电子商务有限公司", .neither, false),
      ("吉林高新区中小企业公共服务平台", .national, false), ("吉林高新区中小企业公共服务平台", .provincial, false),
      ("吉林市高新区中小企业公共服务平台", .provincial, false), ("电子信息产品检测公共服务平台", .provincial, false),
      ("甲", .national, false),
    ])
  func `a level that is not the list's`(name: String, level: PlatformLevel, isOdd: Bool) {
    #expect(
      notices {
        $0.platform.name = name
        $0.platform.level = level
      } == (isOdd ? ["level-differs"] : []))
  }

  static let changes: [(@Sendable (inout PlatformServiceGiven) -> Void, [String])] = [
    ({ $0.date = .day("2021-07-24") }, ["service-after-filing"]),
    ({ $0.date = .month(2021, 7) }, []),
    ({ $0.batch = 4 }, ["no-such-batch"]), ({ $0.batch = 3 }, []),
    ({ $0.title = .srdiProvincial }, ["batch-without-title"]),
    ({ $0.title = .keyLittleGiant }, []),
    ({ $0.creditCode = .enterprise }, ["served-itself"]), ({ $0.creditCode = .secondClient }, []),
  ]

  @Test(arguments: changes)
  func `a service given`(change: @Sendable (inout PlatformServiceGiven) -> Void, expected: [String])
  {
    #expect(notices { $0.servicesGiven = [.certain(change)] } == expected)
  }

  @Test func `a service in a field that is not provided`() {
    #expect(notices { $0.services.cloud = false } == ["field-not-provided"])
    #expect(notices { $0.services.financing = false } == [])
    let second = PlatformPlausibility.notices(
      on: changed {
        $0.servicesGiven = [.certain, .certain { $0.field = .financing }]
        $0.services.financing = false
      })
    #expect(second.map(\.places) == [[Pointer("/servicesGiven/*/field", at: 1)]])
    #expect(second.first?.reason.values["number"] == .count(2))
  }

  @Test(arguments: [(4, false), (5, false), (3, true), (6, true)])
  func `a declared number that the text cannot have`(declared: Int, isOdd: Bool) {
    // Four Chinese characters and a full stop.
    #expect(notices { $0.profile.characters = declared } == (isOdd ? ["characters-differ"] : []))
    #expect(
      notices { $0.summary.characters = declared + 3 } == (isOdd ? ["characters-differ"] : []))
  }
}
