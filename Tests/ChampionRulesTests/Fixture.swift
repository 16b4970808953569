// Every test starts from one enterprise that meets everything and then changes what it is about.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

extension Application {
  /// A wholly fictional enterprise in the round of 2025 that meets every condition and indicator.
  ///
  /// Every fact is filled in; what it states for experts is complete and waits for their review.
  static var eligible: Application {
    var application = Application()
    application.applicationYear = 2025
    application.filingDate = "2025-09-10"
    application.kind = .first
    application.bureau = .changchun
    application.enterprise = .eligible
    application.product = .eligible
    application.otherProducts = [OtherProduct("虚构支架", .permitted)]
    application.figures.unit = .tenThousandYuan
    application.figures.scope = .standalone
    application.figures.years = [
      YearFigures(of: 2022, mainBusiness: 210_000_000),
      YearFigures(of: 2023, mainBusiness: 230_000_000),
      YearFigures(of: 2024, mainBusiness: 260_000_000),
    ]
    application.market.year = 2024
    application.market.basis = .revenue
    application.market.province = Market.Position(rank: 1, share: 60)
    application.market.nation = Market.Position(rank: 3, share: 20)
    application.market.world = Market.Position(rank: 8, share: 6)
    application.market.evidence = 1
    application.incidents = []
    application.revocations = []
    application.recognitions = [Recognition(.littleGiant, validUntil: "2026-06-30")]
    application.innovation = .eligible
    application.talent.programmes = [Talent.Programme(level: .provincial)]
    application.talent.cooperations = [.proven]
    for judgement in Judgement.allCases { application.statements[judgement] = .proven }
    for bonus in Bonus.allCases { application.bonuses[bonus] = [.proven] }
    return application
  }

  /// The same with an item in each list, so that every fact there is has a value.
  static var furnished: Application {
    var application = Application.eligible
    application.incidents = [
      Incident(.safetyAccident, on: .day("2023-05-04"), grade: .ordinary, .confirmed)
    ]
    application.revocations = [
      Revocation(under: 12, decided: .day("2024-09-02"), event: .day("2024-08-01"))
    ]
    application.revocations?[0].ground = .unreportedChange
    application.recognitions?[0].validFrom = "2023-07-01"
    application.figures.isUnitConfirmed = false
    application.certificate = .held
    return application
  }
}

extension Enterprise {
  static var eligible: Enterprise {
    var enterprise = Enterprise()
    enterprise.name = "长春虚构精密部件有限公司"
    enterprise.creditCode = .changchun
    enterprise.founded = .day("2010-03-15")
    enterprise.domicile = AdministrativeDivision("220106")
    enterprise.isLegalPerson = true
    enterprise.licence = 1
    enterprise.sector = .manufacturing
    enterprise.industryCode = IndustryCode("3451")
    enterprise.capabilities.development = true
    enterprise.capabilities.design = true
    enterprise.capabilities.manufacturing = true
    enterprise.hasHarmedPublicInterest = false
    enterprise.abnormalOperationsList = .clear
    enterprise.seriousDishonestyList = .clear
    return enterprise
  }
}

extension Enterprise.ListLookUp {
  static var clear: Enterprise.ListLookUp {
    var lookUp = Enterprise.ListLookUp()
    lookUp.isListed = false
    lookUp.lookedUp = "2025-09-01"
    lookUp.evidence = 1
    return lookUp
  }
}

extension SocialCreditCode {
  /// An enterprise registered in Changchun; both check characters are right.
  static let changchun = try? SocialCreditCode("91220101MADEM0126H")
  /// The same digits as an individual business, with the check character that calls for.
  static let individualBusiness = try? SocialCreditCode("92220101MADEM0126E")
  /// The same digits as a public institution.
  static let institution = try? SocialCreditCode("12220101MADEM0126N")
  /// The enterprise's code with a slip in its last character, which should be H.
  static let misspelt = try? SocialCreditCode("91220101MADEM0126J")
  /// The individual business's code with a slip in its last character, which should be E.
  static let misspeltIndividual = try? SocialCreditCode("92220101MADEM0126H")
}

extension Product {
  static var eligible: Product {
    var product = Product()
    product.name = "虚构轴承单元"
    product.classification.scheme = .productCatalogue
    product.classification.code = "35070601"
    product.classification.explanation = "滚动轴承"
    product.fieldSince = .day("2012-04-01")
    product.fieldEvidence = 1
    product.isNew = false
    product.noveltyGrounds = "非新产品"
    product.policyClass = .encouraged
    product.energy.hasQuotaStandard = true
    product.energy.standard = "虚构标准 1-2020"
    product.energy.unit = "kgce/t"
    product.energy.consumption = Decimal(55, scale: 2)
    product.energy.advancedValue = Decimal(6, scale: 1)
    product.energy.evidence = 1
    return product
  }
}

extension OtherProduct {
  init(_ name: String, _ policyClass: PolicyClass?) {
    self.init()
    self.name = name
    self.policyClass = policyClass
  }
}

extension YearFigures {
  /// An audited year whose other figures are plausible parts of its revenue.
  init(of year: Int, mainBusiness yuan: Int64) {
    self.init()
    self.year = year
    isAudited = true
    mainBusinessRevenue = Money(yuan: yuan)
    operatingRevenue = Money(yuan: yuan + 10_000_000)
    productRevenue = Money(yuan: yuan / 2)
    internationalRevenue = Money(yuan: yuan / 4)
    researchAndDevelopment = Money(yuan: yuan / 20)
    profit = Money(yuan: yuan / 10)
    innovationIncome = Money(yuan: yuan / 8)
    auditReport = 1
  }
}

extension Market.Position {
  init(rank: Int, share: Int64) {
    self.init()
    self.rank = rank
    self.share = Decimal(share)
  }
}

extension Incident {
  init(
    _ kind: Kind?, on date: PartialDate?, grade: IncidentGrade? = nil,
    _ status: Determination.Status?
  ) {
    self.init()
    self.kind = kind
    self.date = date
    self.grade = grade
    determination.status = status
    determination.authority = "虚构主管部门"
    determination.document = "虚构认定文书"
    determination.date = date
  }
}

extension Revocation {
  init(under article: Int?, decided: PartialDate?, event: PartialDate?) {
    self.init()
    self.article = article
    self.decided = decided
    self.event = event
  }
}

extension Certificate {
  /// The certificate for the eligible enterprise's product, three years old.
  static var held: Certificate {
    var certificate = Certificate()
    certificate.product = "虚构轴承单元"
    certificate.isForThisProduct = true
    certificate.granted = "2022-08-30"
    certificate.validUntil = "2025-08-29"
    certificate.isRevoked = false
    certificate.isReviewRightCancelled = false
    certificate.evidence = 1
    return certificate
  }
}

extension Recognition {
  init(_ kind: Kind?, validUntil: Day?) {
    self.init()
    self.kind = kind
    self.validUntil = validUntil
    evidence = 1
  }
}

extension Innovation {
  static var eligible: Innovation {
    var innovation = Innovation()
    innovation.institutions = [Institution(level: .provincial)]
    innovation.coreIntellectualProperty = [.proven]
    innovation.domesticPatents = 40
    innovation.internationalPatents = 3
    innovation.standards = [Standard(level: .national)]
    innovation.appliedResults = [AppliedResult(isInUse: true, bringsBenefit: true)]
    return innovation
  }
}

extension Innovation.Institution {
  init(level: Level?) {
    self.init()
    self.level = level
    evidence = 1
  }
}

extension Innovation.Document {
  static var proven: Innovation.Document {
    var document = Innovation.Document()
    document.evidence = 1
    return document
  }
}

extension Innovation.Standard {
  init(level: StandardLevel?) {
    self.init()
    self.level = level
    evidence = 1
  }
}

extension Innovation.AppliedResult {
  init(isInUse: Bool?, bringsBenefit: Bool?) {
    self.init()
    self.isInUse = isInUse
    self.bringsBenefit = bringsBenefit
    evidence = 1
  }
}

extension Talent.Programme {
  init(level: Level?) {
    self.init()
    self.level = level
    evidence = 1
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

/// What one criterion says about an application.
func judge(
  _ application: Application, by id: String, at place: SourceLocation = #_sourceLocation
) throws -> Finding {
  let criterion = try #require(Rulebook.champion.criterion(id), sourceLocation: place)
  return criterion.evaluate(application, .of2024)
}

/// What one criterion says about the eligible enterprise once something is changed.
func judge(
  _ id: String, at place: SourceLocation = #_sourceLocation,
  after change: (inout Application) -> Void
) throws -> Finding {
  var application = Application.eligible
  change(&application)
  return try judge(application, by: id, at: place)
}

extension Finding {
  /// What is said where facts are missing and nothing else is known.
  static func lacking(_ missing: [Pointer], readings: [Kleene] = []) -> Finding {
    Finding(.undetermined, .missing, missing: missing, readings: readings)
  }

  /// The identifier of the message it gives.
  var said: String { reason.message.id }

  /// The identifiers of what it says to be open, with the years that each names.
  var open: [String: [Int]] {
    guard case .list(let items)? = value("open") else { return [:] }
    return items.reduce(into: [:]) { open, item in
      guard case .reason(let reason) = item else { return }
      open[reason.message.id] = reason.values.entries.flatMap { entry in
        guard case .list(let years) = entry.quantity else { return [Int]() }
        return years.compactMap { if case .year(let year) = $0 { year } else { nil } }
      }
    }
  }

  /// A value it speaks of.
  func value(_ name: String) -> Quantity? { reason.values[name] }
}
