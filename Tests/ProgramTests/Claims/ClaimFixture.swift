// Contradictions are tested on applications that say little but what contradicts.

import ChampionRules
import CommonFacts
import Eligibility

@testable import Batch
@testable import Judging
@testable import Programmes

/// Applications by what they claim, and the contradictions found among them.
enum Claims {
  /// An application that claims to be first in the province for one class, in 2024, by revenue.
  static func leader(_ enterprise: Int) -> Application {
    var application = Application()
    application.applicationYear = 2025
    application.enterprise.creditCode = code(enterprise)
    application.enterprise.name = "企业\(enterprise)"
    application.product.name = "产品\(enterprise)"
    application.product.classification.scheme = .productCatalogue
    application.product.classification.code = "3507060101"
    application.market.year = 2024
    application.market.basis = .revenue
    application.market.province.rank = 1
    return application
  }

  /// An application with content that another can repeat; it contradicts nothing else.
  static func content(_ enterprise: Int) -> Application {
    var application = leader(enterprise)
    application.product.name = "卧式加工中心"
    application.product.classification.code = nil
    var year = YearFigures()
    year.year = 2024
    year.mainBusinessRevenue = Money(yuan: 300_000_000)
    application.figures.years = [year]
    var statement = Statement()
    statement.hasText = true
    application.statements[.management] = statement
    return application
  }

  /// A social credit code for each number.
  static func code(_ number: Int) -> SocialCreditCode? {
    let digits = String(number)
    let zeros = String(repeating: "0", count: 12 - digits.utf8.count)
    return try? SocialCreditCode("912201" + zeros + digits)
  }

  /// A key, which a run would choose at random.
  static let key = ClaimKey(0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210)

  /// What an application claims.
  static func record(_ application: Application, isEligible: Bool = true) -> ClaimRecord {
    ClaimRecord(of: application, isEligible: isEligible, key)
  }

  /// The contradictions among applications.
  static func contradictions(_ applications: [Application], bureau: Bureau? = nil)
    -> [Contradiction]
  {
    var index = ClaimIndex()
    for application in applications { index.add(record(application)) }
    return Array(
      index.contradictions(
        of: .champion, bureau: bureau.map { .intake(of: $0) }))
  }

  /// The contradictions as far as tests compare them.
  static func found(_ applications: [Application], bureau: Bureau? = nil) -> [Found] {
    contradictions(applications, bureau: bureau).map { Found($0.kind, $0.applications) }
  }
}

/// A contradiction's kind and the applications concerned.
struct Found: Hashable, CustomStringConvertible {
  let kind: Contradiction.Kind
  let applications: [Int]

  init(_ kind: Contradiction.Kind, _ applications: [Int]) {
    self.kind = kind
    self.applications = applications
  }

  var description: String { "\(kind.rawValue) \(applications)" }
}

/// What the thing applied for is called in contradictions of champions.
let product = ApplicationNames.usual.object

extension Contradiction.Kind {
  /// The kinds that applications of champions can show, which name nobody else and know no quota.
  static let ofChampions = allCases.filter { $0 != .sharedParticipant && $0 != .quota }
}
