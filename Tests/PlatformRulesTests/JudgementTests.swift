// What experts judge: whether there is something to read, and what of it is counted for them.

import CommonFacts
import Eligibility
import Testing

@testable import PlatformRules

@Suite struct StatementTests {
  @Test func `a statement with a proof is for review`() throws {
    for (id, path) in [
      ("platform-resources", \PlatformApplication.statements.resources),
      ("platform-targeted", \.statements.targeted),
    ] {
      #expect(try finding(id) { _ in }.outcome == .forReview)
      let bare = try finding(id) { $0[keyPath: path].evidence = nil }
      #expect(bare.outcome == .undetermined)
      #expect(bare.missing == [Pointer("/statements/\(id)/evidence")])
      #expect(try finding(id) { $0[keyPath: path].evidence = 0 }.outcome == .undetermined)
      let silent = try finding(id) { $0[keyPath: path].hasText = false }
      #expect(silent.missing == [Pointer("/statements/\(id)/text")])
    }
    #expect(
      PlatformJudgement.allCases.map(\.rawValue)
        == Rulebook.servicePlatform.criteria.filter { $0.role == .judgement }.map(\.id))
  }

  @Test func `goals of both years and all matters are for review`() throws {
    #expect(try finding("platform-targets") { _ in }.outcome == .forReview)
    for year in [\PlatformGoals.firstYear, \.secondYear] {
      for matter in [\PlatformGoals.Year.resources, \.keyLittleGiants, \.littleGiants] {
        let finding = try finding("platform-targets") {
          $0.goals[keyPath: year][keyPath: matter] = false
        }
        #expect(finding.outcome == .undetermined)
        #expect(finding.missing.count == 1)
      }
    }
    #expect(
      try finding("platform-targets") { $0.goals = PlatformGoals() }.missing.map(\.template) == [
        "/goals/firstYear/resources", "/goals/firstYear/keyLittleGiants",
        "/goals/firstYear/littleGiants", "/goals/secondYear/resources",
        "/goals/secondYear/keyLittleGiants", "/goals/secondYear/littleGiants",
      ])
  }
}

@Suite struct RecordTests {
  private let id = "platform-record"

  private func values(_ services: [PlatformServiceGiven], filed: Day? = "2021-07-23") throws
    -> Reason.Values
  {
    try finding(id) {
      $0.servicesGiven = services
      $0.filingDate = filed
    }.reason.values
  }

  /// Certain, most and excluded times.
  private func times(_ services: [PlatformServiceGiven], filed: Day? = "2021-07-23") throws
    -> [Quantity?]
  {
    let values = try values(services, filed: filed)
    return ["certainTimes", "mostTimes", "excludedTimes"].map { values[$0] }
  }

  @Test func `a statement and a list are for review, and an empty list by itself`() throws {
    #expect(try finding(id) { _ in }.outcome == .forReview)
    let silent = try finding(id) { $0.statements.record.hasText = false }
    #expect(silent.outcome == .undetermined)
    #expect(silent.missing == ["/statements/platform-record/text"])
    let unknown = try finding(id) { $0.servicesGiven = nil }
    #expect(unknown.outcome == .undetermined)
    #expect(unknown.missing == ["/servicesGiven"])
    let none = try finding(id) {
      $0.servicesGiven = []
      $0.statements.record = Statement()
    }
    #expect(none.outcome == .forReview)
    #expect(none.reason.message.id == "no-service-given")
    // Nothing that can be scored is still something to judge.
    #expect(
      try finding(id) { $0.servicesGiven = [.certain { $0.field = .other }] }.outcome == .forReview)
  }

  static let changes: [(@Sendable (inout PlatformServiceGiven) -> Void, Int, Int)] = [
    ({ _ in }, 1, 1),
    ({ $0.title = .keyLittleGiant }, 1, 1), ({ $0.title = .srdiProvincial }, 0, 0),
    ({ $0.title = .other }, 0, 0), ({ $0.title = nil }, 0, 1),
    ({ $0.batch = nil }, 1, 1), ({ $0.batch = 3 }, 1, 1), ({ $0.batch = 4 }, 0, 1),
    ({ $0.field = .other }, 0, 0), ({ $0.field = nil }, 0, 1),
    ({ $0.date = .day("2021-07-23") }, 1, 1), ({ $0.date = .day("2021-07-24") }, 0, 0),
    ({ $0.date = .month(2021, 7) }, 0, 1), ({ $0.date = nil }, 0, 1),
    ({ $0.contract = 0 }, 0, 1), ({ $0.invoice = 0 }, 0, 1), ({ $0.receipt = nil }, 0, 1),
    ({ $0.hasOriginals = false }, 0, 1), ({ $0.hasOriginals = nil }, 0, 1),
    (
      {
        $0.contract = nil
        $0.invoice = nil
        $0.receipt = nil
      }, 0, 1
    ),
    (
      {
        $0.contract = 0
        $0.invoice = 0
        $0.receipt = 0
      }, 0, 0
    ),
  ]

  @Test(arguments: changes)
  func `a service can be scored certainly, perhaps or not`(
    change: @Sendable (inout PlatformServiceGiven) -> Void, certain: Int, most: Int
  ) throws {
    #expect(
      try times([.certain(change)]) == [.count(certain), .count(most), .count(1 - most)])
  }

  @Test func `any document proves a service, and all are counted`() throws {
    for prove: (inout PlatformServiceGiven) -> Void in [
      { $0.contract = 1 }, { $0.invoice = 1 }, { $0.receipt = 1 },
    ] {
      var service = PlatformServiceGiven.certain {
        $0.contract = 0
        $0.invoice = 0
        $0.receipt = 0
      }
      #expect(service.hasProof == .no)
      prove(&service)
      #expect(service.hasProof == .yes)
    }
    let all = try values([
      .certain, .certain, .certain { $0.receipt = 0 }, .certain { $0.field = .other },
    ])
    #expect(all["times"] == .count(4))
  }

  @Test func `without a filing date nothing is certain`() throws {
    #expect(try times([.certain], filed: nil) == [.count(0), .count(1), .count(0)])
  }

  @Test func `tables show how many can be scored, certainly and at most`() {
    let application = changed {
      $0.servicesGiven = [.certain, .certain { $0.receipt = 0 }, .certain { $0.field = .other }]
    }
    #expect(application.scoredTimes?.certain == 1)
    #expect(application.scoredTimes?.most == 2)
    #expect(PlatformApplication().scoredTimes == nil)
  }

  @Test func `clients are counted once, by code or else by name`() throws {
    let second = PlatformServiceGiven.certain { $0.creditCode = .secondClient }
    let named = PlatformServiceGiven.certain { $0.creditCode = nil }
    let renamed = PlatformServiceGiven.certain {
      $0.client = "吉林示例（新）有限公司"
      $0.creditCode = nil
    }
    let nameless = PlatformServiceGiven.certain {
      $0.client = nil
      $0.creditCode = nil
    }
    func clients(_ services: [PlatformServiceGiven]) throws -> Quantity? {
      try values(services)["certainClients"]
    }
    #expect(try clients([.certain, .certain]) == .count(1))
    #expect(try clients([.certain, second]) == .count(2))
    #expect(try clients([.certain, named]) == .count(1))
    #expect(try clients([named, named]) == .count(1))
    #expect(try clients([named, .certain, second]) == .count(2))
    #expect(try clients([.certain, renamed]) == .count(2))
    #expect(try clients([nameless]) == .count(0))
    // One with the name alone is taken for the first in the order of codes.
    let codes = [SocialCreditCode.secondClient, PlatformServiceGiven.certain.creditCode]
      .compactMap { $0 }.sorted { $0.text < $1.text }
    let (least, greatest) = (codes[0], codes[1])
    for (scored, other, count) in [(least, greatest, 1), (greatest, least, 2)] {
      let given = PlatformServiceGiven.certain { $0.creditCode = scored }
      let excluded = PlatformServiceGiven.certain {
        $0.creditCode = other
        $0.field = .other
      }
      #expect(try clients([given, excluded, named]) == .count(count))
    }
    let order = try values([.certain, second, named, renamed, nameless])
    #expect(try values([nameless, renamed, named, second, .certain]) == order)
  }

  @Test func `clients outside the province are shown apart, and those without a place`() throws {
    let outside = PlatformServiceGiven.certain {
      $0.creditCode = .outsideClient
      $0.domicile = AdministrativeDivision("210101")
    }
    let unplaced = PlatformServiceGiven.certain { $0.domicile = nil }
    let placed = try finding(id) { $0.servicesGiven = [.certain, outside, outside] }
    #expect(placed.reason.message.id == "services-given")
    #expect(placed.reason.values["outsideTimes"] == .count(2))
    #expect(placed.reason.values["outsideClients"] == .count(1))
    let open = try finding(id) { $0.servicesGiven = [unplaced, outside] }
    #expect(open.reason.message.id == "services-given-some-unplaced")
    #expect(open.reason.values["unplacedTimes"] == .count(1))
  }
}
