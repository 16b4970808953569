// The service platforms (吉工信办联〔2021〕34号) as a programme: its rules, form, claims and tables.

import CommonFacts
import Eligibility
import Judging
import PlatformRules

extension Programme {
  /// The identifier of ``servicePlatform``, known before the rulebook is made.
  static let servicePlatformID = "service-platform"

  /// The support of SME public service demonstration platforms of Jilin by the state.
  static let servicePlatform = Programme(
    rulebook: .servicePlatform,
    table: PlatformFormat.table, schema: { PlatformFormat.schema },
    bureaus: .bureaus,
    example: { PackageResources.platform_json },
    names: ApplicationNames(
      applicant: Wording(zh: "平台机构", en: "Institution"),
      object: Wording(zh: "平台", en: "Platform")),
    quota: Quota(
      criterion: "platform-quota", limit: Rulebook.servicePlatform.newest.thresholds.quota.value,
      says: Message(
        "quota-exceeded", zh: "可以推荐的平台机构有 {count} 个，全省推荐不超过 {limit} 个",
        en: "at most {limit} of these {count} institutions can be recommended",
        mend: Wording(zh: "择优确定", en: "choose on merit"))),
    facts: FactQuestions(
      header: { $0.header }, assume: { $1.filingDate = $0 },
      notices: { PlatformPlausibility.notices(on: $0) },
      claims: {
        ClaimRecord(
          isEligible: $1, bureau: $0.responsibleBureau, creditCode: $0.enterprise.creditCode,
          name: $0.enterprise.name, object: $0.platform.name, $2)
      },
      statements: { $0.statementPlaces(for: $1) },
      tabulation: { .servicePlatform }))
}

extension PlatformApplication {
  /// Who applies, with which platform, when and where.
  fileprivate var header: ApplicationHeader {
    ApplicationHeader(
      enterprise: enterprise.name, creditCode: enterprise.creditCode, product: platform.name,
      year: applicationYear, filingDate: filingDate, bureau: responsibleBureau?.number)
  }

  /// The bureau with which it is filed; of a county's that of its prefecture.
  fileprivate var responsibleBureau: Bureau? { bureau ?? bureauDivision.flatMap { Bureau(of: $0) } }

  /// Where what was submitted for a judgement stands, as far as it counts.
  fileprivate func statementPlaces(for criterion: String) -> [StatementPlace] {
    func place(_ statement: Statement) -> [StatementPlace] {
      [StatementPlace(of: statement, for: criterion)]
    }
    func places(_ year: PlatformGoals.Year, _ key: String) -> [StatementPlace] {
      [
        ("resources", year.resources), ("keyLittleGiants", year.keyLittleGiants),
        ("littleGiants", year.littleGiants),
      ].filter { $0.1 }.map {
        StatementPlace(path: ["goals", key, $0.0], hasText: true, hasProofs: false)
      }
    }
    return switch PlatformJudgement(rawValue: criterion) {
    case .resources: place(statements.resources)
    case .targeted: place(statements.targeted)
    case .record: place(statements.record)
    case .targets: places(goals.firstYear, "firstYear") + places(goals.secondYear, "secondYear")
    case nil: []
    }
  }
}

extension Tabulation where Facts == PlatformApplication {
  /// The facts of applications that tables show: the columns of Annex 4 and what can be scored.
  fileprivate static let servicePlatform = Tabulation(facts: [
    TabulatedFact("list-entry", zh: "附件2 序号", en: "Number in Annex 2", for: .all) { application in
      let entries = application.listEntries
      return entries.isEmpty ? nil : .list(entries.map { .reason($0.place) })
    },
    TabulatedFact("level", zh: "认定级别", en: "Level", for: .all) {
      $0.platform.level.map { .term($0.name) }
    },
    TabulatedFact(
      "recognition-document", zh: "认定文号", en: "Recognising document", for: .all
    ) {
      $0.platform.recognitionDocument.map { .text($0) }
    },
    TabulatedFact("services", zh: "提供的服务（类）", en: "Kinds of service", for: .all) {
      let services = $0.services
      return .count(PlatformServiceField.named.filter { services[$0] == true }.count)
    },
    TabulatedFact(
      "certain-times", zh: "确定可计分的服务（次）", en: "Services certain to be scored", for: .all
    ) {
      $0.scoredTimes.map { .count($0.certain) }
    },
    TabulatedFact("most-times", zh: "至多可计分的服务（次）", en: "Services scored at most", for: .all) {
      $0.scoredTimes.map { .count($0.most) }
    },
    .filingDate { $0.filingDate },
    TabulatedFact("delivered", zh: "送达日期", en: "Day of arrival", for: .table) {
      $0.delivered.map { .day($0) }
    },
  ])
}

extension PlatformList.Entry {
  /// Its half of the list and its number there.
  fileprivate var place: Reason {
    Reason(
      Message("list-place", zh: "{level} {number}", en: "{level} {number}"),
      ["level": .term(level.name), "number": .count(number)])
  }
}
