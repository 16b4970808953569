// Every test starts from one enterprise that meets everything and then changes what it is about.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

extension GiantApplication {
  /// A wholly fictional enterprise that meets every condition and formality; every fact is filled in.
  static var eligible: GiantApplication {
    var application = GiantApplication()
    application.applicationYear = 2021
    application.filingDate = "2021-07-24"
    application.bureau = .changchun
    application.bureauDivision = AdministrativeDivision("220106")
    application.enterprise = .eligible
    application.recognitions = [.recognised]
    application.hasFirstBatchSupport = false
    application.publicityEnd = "2021-07-30"
    application.listings = []
    application.listingPlan.stage = GiantListingPlan.Stage.none
    application.direction = .eligible
    application.product.name = "虚构冲孔机床"
    application.product.classification.scheme = .productCatalogue
    application.product.classification.code = "3507060000"
    application.product.classification.name = "冲孔机床"
    application.product.isNew = false
    application.figures.unit = .tenThousandYuan
    application.figures.scope = .standalone
    application.figures.years = [
      YearFigures(of: 2018, main: 90_000_000), YearFigures(of: 2019, main: 100_000_000),
      YearFigures(of: 2020, main: 110_000_000),
    ]
    application.market.year = 2020
    application.market.basis = .revenue
    application.market.province.rank = 1
    application.market.nation.rank = 4
    application.market.world.rank = 9
    application.market.nation.share = Decimal(12)
    application.market.evidence = 1
    application.innovation = .eligible
    application.targets = .eligible
    application.papers = .eligible
    application.profile.length.text = GiantTextLength("虚构企业简介")
    application.profile.coversManagement = true
    application.profile.coversProduct = true
    application.profile.coversInnovation = true
    application.summary.text = GiantTextLength("技术先进")
    application.delivered = "2021-07-25"
    application.statements.merit = .proven
    application.statements.targets = .proven
    application.statements.advancedness = .proven
    return application
  }
}

extension GiantEnterprise {
  static var eligible: GiantEnterprise {
    var enterprise = GiantEnterprise()
    enterprise.name = "长春虚构机床有限公司"
    enterprise.creditCode = try? SocialCreditCode("91220101MADEM0126H")
    enterprise.founded = .day("2010-03-01")
    enterprise.domicile = AdministrativeDivision("220106")
    enterprise.licence = 1
    enterprise.legalRepresentative = "某人"
    enterprise.headCount = 200
    enterprise.researchStaff = 30
    enterprise.registeredCapital = Decimal(3_000)
    enterprise.size = .medium
    enterprise.ownership = .private
    enterprise.industryCode = IndustryCode("34")
    enterprise.industryName = "通用设备制造业"
    enterprise.niche = "金属成形机床"
    enterprise.hasListedParent = false
    enterprise.foreignCertifications = 1
    enterprise.awards = 0
    enterprise.meetsStandards = true
    enterprise.hasInformationSystems = true
    return enterprise
  }
}

extension GiantRecognition {
  static var recognised: GiantRecognition {
    var recognition = GiantRecognition()
    recognition.kind = .littleGiant
    recognition.batch = 2
    recognition.status = .recognised
    recognition.announcedName = "长春虚构机床有限公司"
    recognition.validUntil = "2023-06-30"
    recognition.evidence = 1
    return recognition
  }

  static var underPublicity: GiantRecognition {
    var recognition = recognised
    recognition.batch = 3
    recognition.status = .underPublicity
    recognition.validUntil = nil
    return recognition
  }

  init(_ kind: Recognition.Kind?) {
    self.init()
    self.kind = kind
  }
}

extension GiantDirection {
  static var eligible: GiantDirection {
    var direction = GiantDirection.denied
    direction.fourBases.isClaimed = true
    direction.fourBases.coreParts = true
    direction.fourBases.evidence = 1
    return direction
  }

  static var denied: GiantDirection {
    var direction = GiantDirection()
    direction.fourBases.isClaimed = false
    direction.tenFields.isClaimed = false
    direction.shortBoard.isClaimed = false
    direction.keyTechnology.isClaimed = false
    direction.gap.isClaimed = false
    direction.jointInnovation.isClaimed = false
    return direction
  }
}

extension YearFigures {
  init(of year: Int?, main: Int64) {
    self.init()
    self.year = year
    mainBusinessRevenue = Money(yuan: main)
    operatingRevenue = Money(yuan: main + 10_000_000)
    productRevenue = Money(yuan: main - 10_000_000)
    researchAndDevelopment = Money(yuan: 6_000_000)
    exports = Money(yuan: 12_000_000)
    profit = Money(yuan: 9_000_000)
    marketShare = Decimal(115, scale: 1)
  }
}

extension GiantInnovation {
  static var eligible: GiantInnovation {
    var innovation = GiantInnovation()
    innovation.patents = [.inForce("1"), .inForce("2")]
    innovation.institutions = [Institution(.own, since: .year(2015))]
    innovation.standards = [Standard(.industry, published: .day("2019-05-01"))]
    innovation.certifications = [Certification(.iso9000)]
    return innovation
  }
}

extension GiantInnovation.Patent {
  static func inForce(_ number: String?, since granted: PartialDate? = .day("2018-04-03"))
    -> GiantInnovation.Patent
  {
    var patent = GiantInnovation.Patent()
    patent.kind = .invention
    patent.number = number
    patent.granted = granted
    patent.isInForce = true
    patent.isInUse = true
    patent.evidence = 1
    return patent
  }
}

extension GiantInnovation.Institution {
  init(_ establishment: Establishment?, since: PartialDate? = .year(2015)) {
    self.init()
    self.establishment = establishment
    self.since = since
    level = .provincial
    evidence = 1
  }
}

extension GiantInnovation.Standard {
  init(_ level: StandardLevel?, published: PartialDate? = .day("2019-05-01")) {
    self.init()
    self.level = level
    self.published = published
    part = .led
    isDraft = false
    evidence = 1
  }
}

extension GiantInnovation.Certification {
  init(
    _ system: System?, obtained: PartialDate? = .day("2020-01-10"),
    until: PartialDate? = .day("2023-01-09")
  ) {
    self.init()
    self.system = system
    self.obtained = obtained
    validUntil = until
    number = "01"
    evidence = 1
  }
}

extension GiantListing {
  init(
    _ market: GiantExchange?, since: PartialDate?, isListed: Bool? = true,
    until: PartialDate? = nil
  ) {
    self.init()
    self.market = market
    self.since = since
    self.isListed = isListed
    self.until = until
  }
}

extension GiantTargetTable {
  static var eligible: GiantTargetTable {
    var table = GiantTargetTable()
    let cells: [(GiantTarget, [String])] = [
      (.mainBusinessRevenue, ["11000", "12000", "13000"]),
      (.mainBusinessShare, ["91.67", "92", "92"]), (.exportShare, ["10", "10", "11"]),
      (.foreignCertifications, ["1", "1", "2"]), (.researchShare, ["5", "5", "5.5"]),
      (.researchStaffShare, ["15", "15", "16"]), (.patentsInUse, ["2", "3", "4"]),
      (.institutionLevel, ["省部级", "省部级", "国家级"]), (.standardsLed, ["0", "0", "1"]),
      (.industryStandardsLed, ["1", "1", "1"]), (.standardsTakenPartIn, ["0", "0", "0"]),
      (.awards, ["0", "1", "1"]), (.certifications, ["1", "1", "2"]),
      (.meetsStandards, ["是", "是", "是"]), (.informationSystems, ["是", "是", "是"]),
      (.listingPlan, ["无", "无", "已进入辅导期"]), (.revenueGrowth, ["10", "9", "8.3"]),
      (.averageRevenueGrowth, ["10.5"]), (.averageProfitGrowth, ["-0.5"]),
    ]
    for (target, texts) in cells {
      var row = GiantTargetRow()
      row.start = texts[0]
      if texts.count > 1 { (row.end2022, row.end2023) = (texts[1], texts[2]) }
      table[target] = row
    }
    return table
  }
}

extension GiantPapers {
  static var eligible: GiantPapers {
    var papers = GiantPapers()
    (papers.request, papers.basicTable, papers.targetTable, papers.proofs) = (1, 1, 1, 3)
    (papers.firstYearGoals, papers.secondYearGoals) = (1, 1)
    (papers.isStamped, papers.isOnPaper, papers.isElectronic) = (true, true, true)
    (papers.isLegible, papers.isOneVolume) = (true, true)
    return papers
  }
}

extension Statement {
  static var proven: Statement {
    var statement = Statement()
    (statement.hasText, statement.evidence) = (true, 1)
    return statement
  }
}

/// What a criterion says of the eligible enterprise with a change.
func judge(
  _ id: String, _ change: (inout GiantApplication) -> Void
) throws -> Finding {
  var application = GiantApplication.eligible
  change(&application)
  return try judge(id, application)
}

/// What a criterion says of an application; what it says has to be sayable.
func judge(_ id: String, _ application: GiantApplication) throws -> Finding {
  let criterion = try #require(Rulebook.keyLittleGiant.criterion(id))
  let finding = criterion.evaluate(application, .of2021)
  #expect(finding.reason.isComplete, "\(id): \(finding.said)")
  #expect(finding.readings.count == criterion.readings.count)
  #expect(criterion.outcomes.contains(finding.outcome))
  return finding
}

extension Finding {
  /// The identifier of what it says.
  var said: String { reason.message.id }
  /// A value of what it says.
  func value(_ name: String) -> Quantity? { reason.values[name] }
  /// The facts it asks for.
  var asked: [String] { missing.map(\.description) }
}

extension Reason {
  /// Whether every name in the message's patterns has a value, within values too.
  var isComplete: Bool {
    let patterns =
      [message.says.zh, message.says.en] + (message.mend.map { [$0.zh, $0.en] } ?? [])
    let names = patterns.flatMap { $0.matches(of: /\{(\w+)\}/).map { String($0.output.1) } }
    return names.allSatisfy { values[$0] != nil }
      && Set(patterns[0].matches(of: /\{(\w+)\}/).map { $0.output.1 })
        == Set(patterns[1].matches(of: /\{(\w+)\}/).map { $0.output.1 })
      && values.entries.allSatisfy { $0.quantity.isComplete }
  }
}

extension Quantity {
  fileprivate var isComplete: Bool {
    switch self {
    case .reason(let reason): reason.isComplete
    case .list(let list): list.allSatisfy { $0.isComplete }
    default: true
    }
  }
}
