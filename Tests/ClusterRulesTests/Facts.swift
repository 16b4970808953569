// A cluster of which every condition holds, from which tests change what they are about.

import CommonFacts
import Eligibility

@testable import ClusterRules

extension SocialCreditCode {
  /// A code with right check characters.
  ///
  /// - Parameters:
  ///   - kind: its first two characters.
  ///   - number: the number of the organisation.
  ///   - division: where it was registered.
  static func made(_ kind: String, _ number: Int, in division: String = "220100")
    -> SocialCreditCode
  {
    let digits = String(10_000_000 + number)
    for check in "0123456789X" {
      guard let code = try? SocialCreditCode(kind + division + digits + String(check) + "0"),
        code.hasRightOrganisationCheck
      else { continue }
      return code.corrected
    }
    preconditionFailure("no check character is right")
  }

  /// The code with the last character that the others call for.
  var corrected: SocialCreditCode {
    (try? SocialCreditCode(String(text.dropLast()) + String(expectedCheckCharacter))) ?? self
  }

  /// The code with a wrong last character.
  var misspelt: SocialCreditCode {
    let wrong = expectedCheckCharacter == "0" ? "1" : "0"
    return (try? SocialCreditCode(String(text.dropLast()) + wrong)) ?? self
  }

  static let promoter = made("51", 1, in: "220000")
  static let maker = made("91", 1)
  static let supplier = made("91", 2)
  static let service = made("91", 3)
  static let institute = made("12", 4)
  static let former = made("91", 5)
  static let stranger = made("91", 99)
}

extension ClusterMember {
  init(
    _ code: SocialCreditCode?, _ kind: Kind? = .enterprise, industry: String? = "3670",
    revenue: Int64? = 100, research: Int64? = 5, staff: Int? = 100, researchers: Int? = 10
  ) {
    self.init()
    name = "成员"
    creditCode = code
    self.kind = kind
    industryCode = industry.flatMap { IndustryCode($0) }
    isInLeadingIndustry = true
    operatingRevenue = revenue.map { Money(yuan: $0) }
    researchAndDevelopment = research.map { Money(yuan: $0) }
    self.staff = staff
    researchStaff = researchers
  }
}

extension ClusterTitle {
  init(
    _ member: SocialCreditCode?, _ kind: Recognition.Kind? = .littleGiant, from: Day? = nil,
    until: Day? = "2027-06-30"
  ) {
    self.init()
    self.member = member
    recognition.kind = kind
    recognition.validFrom = from
    recognition.validUntil = until
    recognition.evidence = 1
  }
}

extension ClusterProject {
  init(_ level: Level?, leading: Bool? = true) {
    self.init()
    self.level = level
    isInLeadingIndustry = leading
  }
}

extension ClusterStandard {
  init(_ level: StandardLevel?) {
    self.init()
    self.level = level
  }
}

extension ClusterIndustryAverage {
  init(_ figure: Figure?, _ value: Decimal?, year: Int? = 2024) {
    self.init()
    self.figure = figure
    industry = IndustryCode("36")
    region = "全国"
    self.year = year
    self.value = value
    source = "统计年鉴"
  }
}

extension ClusterIncident {
  init(
    _ member: SocialCreditCode? = .maker, _ kind: Kind? = .workSafety, on date: PartialDate?,
    grade: IncidentGrade? = .major, _ status: Determination.Status? = .confirmed,
    determined: PartialDate? = nil
  ) {
    self.init()
    self.member = member
    self.kind = kind
    self.date = date
    self.grade = grade
    determination.status = status
    determination.date = determined
  }
}

extension Statement {
  static var made: Statement {
    var statement = Statement()
    statement.hasText = true
    statement.evidence = 1
    return statement
  }
}

extension ClusterPromoter.CreditRecords.Entry {
  init(_ status: ClusterPromoter.CreditRecords.Status?) {
    self.init()
    self.status = status
  }
}

extension ClusterPromoter.Accounts.Year {
  init(_ year: Int?, income: Int64?, publicIncome: Int64?) {
    self.init()
    self.year = year
    self.income = income.map { Money(yuan: $0) }
    self.publicIncome = publicIncome.map { Money(yuan: $0) }
    surplus = Money(yuan: 3)
    assets = Money(yuan: 50)
    liabilities = Money(yuan: 20)
  }
}

extension ClusterApplication {
  /// Nothing that can be checked stands against it.
  static let eligible: ClusterApplication = {
    var application = ClusterApplication()
    application.applicationYear = 2025
    application.filingDate = "2025-09-10"
    application.kind = .first
    application.bureau = .changchun
    application.recommendation.isGiven = true
    application.recommendation.evidence = 1
    application.cluster.name = "汽车零部件集群"
    application.cluster.areas = ["220102", "220103"].map { AdministrativeDivision($0) }
    application.cluster.leadPrefecture = AdministrativeDivision("220100")
    application.cluster.industries = [IndustryCode("36"), IndustryCode("3670")]
    application.promoter.name = "汽车零部件集群促进会"
    application.promoter.creditCode = .promoter
    application.promoter.placeOfRegistration = .mainland
    application.promoter.isNonGovernment = true
    application.promoter.isNonProfit = true
    application.promoter.isLegalPerson = true
    application.promoter.licence = 1
    application.promoter.creditRecords.lookedUp = "2025-09-01"
    application.promoter.creditRecords.evidence = 1
    application.promoter.creditRecords.entries = []
    application.promoter.accounts.unit = .yuan
    application.promoter.accounts.years = [
      .init(2024, income: 100, publicIncome: 25), .init(2023, income: 80, publicIncome: 40),
    ]
    application.promoter.charter = 1
    application.promoter.structure = 1
    application.promoter.rules = 1
    application.members.isComplete = true
    application.members.year = 2024
    application.members.unit = .yuan
    application.members.list = [
      ClusterMember(.maker), ClusterMember(.supplier), ClusterMember(.service, industry: "6510"),
      ClusterMember(
        .institute, .institute, industry: "7320", revenue: nil, research: nil, staff: nil,
        researchers: nil),
    ]
    application.titles = [ClusterTitle(.maker), ClusterTitle(.supplier, .srdiProvincial)]
    application.hasOtherStrongEnterprises = false
    application.projects = [ClusterProject(.provincial)]
    application.localSupply.rate = Decimal(625, scale: 1)
    application.localSupply.basis = .value
    application.localSupply.evidence = 1
    application.industryAverages = [
      ClusterIndustryAverage(.rdIntensity, Decimal(35, scale: 1)),
      ClusterIndustryAverage(.researchStaffShare, Decimal(8)),
    ]
    application.standards = [ClusterStandard(.national)]
    application.incidents = []
    application.developmentPlan = 1
    for judgement in ClusterJudgement.allCases { application.statements[judgement] = .made }
    return application
  }()

  /// The same with changes.
  static func eligible(_ change: (inout ClusterApplication) -> Void) -> ClusterApplication {
    var application = eligible
    change(&application)
    return application
  }

  /// What a criterion says about it.
  func finding(_ id: String) -> Finding {
    guard let criterion = Rulebook.cluster.criterion(id) else {
      preconditionFailure("no criterion \(id)")
    }
    return criterion.evaluate(self, .of2024)
  }

  /// How a criterion comes out.
  func outcome(_ id: String) -> Outcome { finding(id).outcome }
}

/// How a criterion comes out for the eligible cluster with changes, and the identifier of the reason.
func found(
  _ id: String, _ change: (inout ClusterApplication) -> Void
) -> (outcome: Outcome, message: String) {
  let finding = ClusterApplication.eligible(change).finding(id)
  return (finding.outcome, finding.reason.message.id)
}
