// Properties speak of "any fact", so the facts are listed once, each with its place and values to try.

import CommonFacts
import Eligibility
import Testing

@testable import PlatformRules

/// One fact of an application: where it stands, how to remove it, and values that it may take.
///
/// A fact of a list's items is that of the first item; where there is none, nothing changes.
struct Fact: Sendable {
  let pointer: Pointer
  let remove: @Sendable (inout PlatformApplication) -> Void
  let settings: [@Sendable (inout PlatformApplication) -> Void]

  init<Value: Sendable>(
    _ pointer: Pointer, _ path: WritableKeyPath<PlatformApplication, Value?> & Sendable,
    _ values: [Value]
  ) {
    self.pointer = pointer
    remove = { $0[keyPath: path] = nil }
    settings = values.map { value in { $0[keyPath: path] = value } }
  }

  init<Value: Sendable>(
    _ key: String, ofService path: WritableKeyPath<PlatformServiceGiven, Value?> & Sendable,
    _ values: [Value]
  ) {
    pointer = Pointer("/servicesGiven/*/" + key)
    func set(_ value: Value?) -> @Sendable (inout PlatformApplication) -> Void {
      {
        if $0.servicesGiven?.isEmpty == false { $0.servicesGiven?[0][keyPath: path] = value }
      }
    }
    remove = set(nil)
    settings = values.map { set($0) }
  }

  init(
    _ pointer: Pointer, presence path: WritableKeyPath<PlatformApplication, Bool> & Sendable
  ) {
    self.pointer = pointer
    remove = { $0[keyPath: path] = false }
    settings = [{ $0[keyPath: path] = true }]
  }

  static let all: [Fact] =
    filing + institution + platform + services + servicesGiven + texts + papers + goals + statements

  private static let flags = [true, false]
  private static let counts = [0, 1, 3]
  private static let names = [
    "吉林示例中小企业服务有限公司", "吉林省中小企业公共服务平台", "北京盈科(长春)律所事务所", "某某分公司",
    "吉林省中改双创科技园管理有限公司",
  ]
  private static let divisions = ["220104", "220100", "220381", "222401", "210100"].compactMap(
    AdministrativeDivision.init)
  private static let codes = [
    SocialCreditCode.enterprise, .publicInstitution, .individualBusiness, .lawFirm, .misspelt,
    .misspeltBusiness, .client,
  ].compactMap { $0 }

  private static let filing = [
    Fact("/applicationYear", \.applicationYear, [2021]),
    Fact("/filingDate", \.filingDate, ["2021-07-23", "2021-07-26", "2021-07-27", "2021-08-30"]),
    Fact("/delivered", \.delivered, ["2021-07-25", "2021-07-26", "2021-07-27"]),
    Fact("/bureau", \.bureau, Bureau.allCases),
    Fact("/bureauDivision", \.bureauDivision, divisions),
  ]
  private static let institution = [
    Fact("/enterprise/name", \.enterprise.name, names),
    Fact("/enterprise/creditCode", \.enterprise.creditCode, codes),
    Fact("/enterprise/founded", \.enterprise.founded, [.year(2010), .day("2021-08-01")]),
    Fact("/enterprise/domicile", \.enterprise.domicile, divisions),
    Fact("/enterprise/isLegalPerson", \.enterprise.isLegalPerson, flags),
    Fact("/enterprise/licence", \.enterprise.licence, counts),
    Fact(
      "/enterprise/legalPersonCertificate", \.enterprise.legalPersonCertificate, counts),
  ]
  private static let platform = [
    Fact("/platform/name", \.platform.name, names),
    Fact("/platform/level", \.platform.level, PlatformLevel.allCases),
    Fact("/platform/recognitionDocument", \.platform.recognitionDocument, ["甲", "乙"]),
    Fact("/platform/publishedName", \.platform.publishedName, names),
    Fact("/platform/evidence", \.platform.evidence, counts),
    Fact("/hasFirstBatchSupport", \.hasFirstBatchSupport, flags),
  ]
  private static let services = [
    Fact("/services/technologyInnovation", \.services.technologyInnovation, flags),
    Fact("/services/financing", \.services.financing, flags),
    Fact("/services/resultsTransfer", \.services.resultsTransfer, flags),
    Fact("/services/digitalConversion", \.services.digitalConversion, flags),
    Fact("/services/intellectualProperty", \.services.intellectualProperty, flags),
    Fact("/services/cloud", \.services.cloud, flags),
    Fact("/services/industrialDesign", \.services.industrialDesign, flags),
  ]
  private static let servicesGiven = [
    Fact("/servicesGiven", \.servicesGiven, [[], [.certain]]),
    Fact("client", ofService: \.client, ["甲", "乙"]),
    Fact("creditCode", ofService: \.creditCode, codes),
    Fact("title", ofService: \.title, [.littleGiant, .srdiProvincial]),
    Fact("batch", ofService: \.batch, [1, 3, 4]),
    Fact("domicile", ofService: \.domicile, divisions),
    Fact("field", ofService: \.field, PlatformServiceField.allCases),
    Fact("date", ofService: \.date, [.year(2020), .year(2021), .day("2021-09-01")]),
    Fact("contract", ofService: \.contract, counts),
    Fact("invoice", ofService: \.invoice, counts),
    Fact("receipt", ofService: \.receipt, counts),
    Fact("hasOriginals", ofService: \.hasOriginals, flags),
  ]
  private static let texts = [
    Fact("/profile/text", \.profile.text, lengths(5_000)),
    Fact("/profile/characters", \.profile.characters, [1, 5_000, 5_001]),
    Fact("/summary/text", \.summary.text, lengths(3_000)),
    Fact("/summary/characters", \.summary.characters, [1, 3_000, 3_001]),
  ]
  private static func lengths(_ limit: Int) -> [String] {
    let full = String(repeating: "字", count: limit)
    return ["短", full, full + "a", full + "字"]
  }
  private static let papers = [
    Fact("/papers/request", \.papers.request, counts),
    Fact("/papers/isStamped", \.papers.isStamped, flags),
    Fact("/papers/isOnPaper", \.papers.isOnPaper, flags),
    Fact("/papers/isElectronic", \.papers.isElectronic, flags),
    Fact("/papers/isLegible", \.papers.isLegible, flags),
  ]
  private static let goals = [
    Fact("/goals/firstYear/resources", presence: \.goals.firstYear.resources),
    Fact("/goals/firstYear/keyLittleGiants", presence: \.goals.firstYear.keyLittleGiants),
    Fact("/goals/firstYear/littleGiants", presence: \.goals.firstYear.littleGiants),
    Fact("/goals/secondYear/resources", presence: \.goals.secondYear.resources),
    Fact("/goals/secondYear/keyLittleGiants", presence: \.goals.secondYear.keyLittleGiants),
    Fact("/goals/secondYear/littleGiants", presence: \.goals.secondYear.littleGiants),
  ]
  private static let statements = [
    Fact("/statements/platform-resources/text", presence: \.statements.resources.hasText),
    Fact("/statements/platform-resources/evidence", \.statements.resources.evidence, counts),
    Fact("/statements/platform-targeted/text", presence: \.statements.targeted.hasText),
    Fact("/statements/platform-targeted/evidence", \.statements.targeted.evidence, counts),
    Fact("/statements/platform-record/text", presence: \.statements.record.hasText),
    Fact("/statements/platform-record/evidence", \.statements.record.evidence, counts),
  ]
}
