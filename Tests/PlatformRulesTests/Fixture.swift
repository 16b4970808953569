// Every test starts from one platform that meets everything and then changes what it is about.

import CommonFacts
import Eligibility
import Testing

@testable import PlatformRules

extension PlatformApplication {
  /// A platform of Annex 2 with an invented institution that meets every condition and formality.
  static var eligible: PlatformApplication {
    var application = PlatformApplication()
    application.applicationYear = 2021
    application.filingDate = "2021-07-23"
    application.delivered = "2021-07-25"
    application.bureau = .changchun
    application.bureauDivision = AdministrativeDivision("220100")
    application.enterprise.name = "吉林示例中小企业服务有限公司"
    application.enterprise.creditCode = .enterprise
    application.enterprise.founded = .day("2010-03-01")
    application.enterprise.domicile = AdministrativeDivision("220104")
    application.enterprise.isLegalPerson = true
    application.enterprise.licence = 1
    application.platform.name = "吉林省中小企业公共服务平台"
    application.platform.level = .national
    application.platform.recognitionDocument = "示例文号〔2019〕1号"
    application.platform.evidence = 1
    application.hasFirstBatchSupport = false
    application.services = .all
    application.servicesGiven = [.certain]
    application.papers.request = 1
    application.papers.isStamped = true
    application.papers.isOnPaper = true
    application.papers.isElectronic = true
    application.papers.isLegible = true
    application.profile.text = "平台简介。"
    application.summary.text = "服务内容和绩效。"
    application.goals.firstYear = .whole
    application.goals.secondYear = .whole
    application.statements.resources = .proven
    application.statements.targeted = .proven
    application.statements.record = .proven
    return application
  }

  /// The same with every fact given.
  static var furnished: PlatformApplication {
    var application = eligible
    application.enterprise.legalPersonCertificate = 1
    application.platform.publishedName = "吉林省中小企业公共服务平台"
    application.profile.characters = 5
    application.summary.characters = 8
    return application
  }
}

/// The eligible application with a change.
func changed(_ change: (inout PlatformApplication) -> Void) -> PlatformApplication {
  var application = PlatformApplication.eligible
  change(&application)
  return application
}

/// What a criterion finds.
func finding(_ id: String, _ application: PlatformApplication) throws -> Finding {
  try #require(Rulebook.servicePlatform.criterion(id)).evaluate(application, .of2021)
}

/// What a criterion finds of the eligible application with a change.
func finding(_ id: String, _ change: (inout PlatformApplication) -> Void) throws -> Finding {
  try finding(id, changed(change))
}

extension SocialCreditCode {
  static let enterprise = try? SocialCreditCode("91220101MADEM0126H")
  static let publicInstitution = try? SocialCreditCode("12220000MADEM01263")
  static let society = try? SocialCreditCode("51220000MADEM01262")
  static let privateInstitution = try? SocialCreditCode("52220000MADEM0126Y")
  static let foundation = try? SocialCreditCode("53220000MADEM0126U")
  static let individualBusiness = try? SocialCreditCode("92220101MADEM0126E")
  static let lawFirm = try? SocialCreditCode("31220000MADEM01264")
  static let stateOrgan = try? SocialCreditCode("11220000MADEM01266")
  static let otherStateUnit = try? SocialCreditCode("13220000MADEM01260")
  static let ofBeijing = try? SocialCreditCode("91110101MADEM0126N")
  static let ofNationalOrgan = try? SocialCreditCode("91100000MADEM0126Y")
  static let misspelt = try? SocialCreditCode("91220101MADEM0126A")
  static let misspeltBusiness = try? SocialCreditCode("92220101MADEM0126A")
  static let wrongOrganisation = try? SocialCreditCode("91220101MADEM01212")
  static let client = try? SocialCreditCode("91220101MADEMC006G")
  static let secondClient = try? SocialCreditCode("91220101MADEMC014B")
  static let outsideClient = try? SocialCreditCode("91210101MADEMC9036")
}

extension PlatformServices {
  static var all: PlatformServices {
    var services = PlatformServices()
    services.technologyInnovation = true
    services.financing = true
    services.resultsTransfer = true
    services.digitalConversion = true
    services.intellectualProperty = true
    services.cloud = true
    services.industrialDesign = true
    return services
  }
}

extension PlatformServiceGiven {
  /// A service that can be scored for certain.
  static var certain: PlatformServiceGiven {
    var service = PlatformServiceGiven()
    service.client = "吉林示例精密机械有限公司"
    service.creditCode = .client
    service.title = .littleGiant
    service.batch = 2
    service.domicile = AdministrativeDivision("220104")
    service.field = .cloud
    service.date = .day("2021-03-01")
    service.contract = 1
    service.invoice = 1
    service.receipt = 1
    service.hasOriginals = true
    return service
  }

  /// The same with a change.
  static func certain(_ change: (inout PlatformServiceGiven) -> Void) -> PlatformServiceGiven {
    var service = certain
    change(&service)
    return service
  }
}

extension PlatformGoals.Year {
  static var whole: PlatformGoals.Year {
    var year = PlatformGoals.Year()
    year.resources = true
    year.keyLittleGiants = true
    year.littleGiants = true
    return year
  }
}

extension Statement {
  static var proven: Statement {
    var statement = Statement()
    statement.hasText = true
    statement.evidence = 1
    return statement
  }
}
