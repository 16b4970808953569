// What holds of every application: a fact filled in turns no decided answer, and order never matters.

import CommonFacts
import Eligibility
import Testing

@testable import ClusterRules

/// A fact that can be missing: how it is removed from an application.
///
/// Left out are facts whose absence says something: `until` of a member, which is one still; and `since` of
/// a member and `validFrom` of a title are only ever dates by the filing date here, as a later one
/// contradicts that it is listed.
private struct Removal: Sendable {
  let name: String
  let remove: @Sendable (inout ClusterApplication) -> Void

  init(_ name: String, _ remove: @escaping @Sendable (inout ClusterApplication) -> Void) {
    self.name = name
    self.remove = remove
  }

  static let all: [Removal] =
    [
      Removal("applicationYear") { $0.applicationYear = nil },
      Removal("filingDate") { $0.filingDate = nil },
      Removal("kind") { $0.kind = nil },
      Removal("recommendation") { $0.recommendation.isGiven = nil },
      Removal("areas") { $0.cluster.areas = nil },
      Removal("area") { if $0.cluster.areas?.isEmpty == false { $0.cluster.areas?[0] = nil } },
      Removal("industries") { $0.cluster.industries = nil },
      Removal("industry") {
        if $0.cluster.industries?.isEmpty == false { $0.cluster.industries?[0] = nil }
      },
      Removal("name") { $0.promoter.name = nil },
      Removal("creditCode") { $0.promoter.creditCode = nil },
      Removal("place") { $0.promoter.placeOfRegistration = nil },
      Removal("isNonGovernment") { $0.promoter.isNonGovernment = nil },
      Removal("isNonProfit") { $0.promoter.isNonProfit = nil },
      Removal("isLegalPerson") { $0.promoter.isLegalPerson = nil },
      Removal("lookedUp") { $0.promoter.creditRecords.lookedUp = nil },
      Removal("entries") { $0.promoter.creditRecords.entries = nil },
      Removal("entry status") {
        if $0.promoter.creditRecords.entries?.isEmpty == false {
          $0.promoter.creditRecords.entries?[0].status = nil
        }
      },
      Removal("isComplete") { $0.members.isComplete = nil },
      Removal("year") { $0.members.year = nil },
      Removal("list") { $0.members.list = nil },
      Removal("titles") { $0.titles = nil },
      Removal("others") { $0.hasOtherStrongEnterprises = nil },
      Removal("projects") { $0.projects = nil },
      Removal("averages") { $0.industryAverages = nil },
      Removal("standards") { $0.standards = nil },
      Removal("incidents") { $0.incidents = nil },
      Removal("statement") { $0.statements[.clusterChain] = nil },
    ] + members + items

  private static let members: [Removal] = (0..<3).flatMap { number -> [Removal] in
    func of(
      _ name: String, _ remove: @escaping @Sendable (inout ClusterMember) -> Void
    ) -> Removal {
      Removal("member \(number) \(name)") { application in
        guard let count = application.members.list?.count, number < count else { return }
        application.members.list.map { list in
          var member = list[number]
          remove(&member)
          application.members.list?[number] = member
        }
      }
    }
    return [
      of("creditCode") { $0.creditCode = nil }, of("kind") { $0.kind = nil },
      of("industryCode") { $0.industryCode = nil }, of("since") { $0.since = nil },
      of("leading") { $0.isInLeadingIndustry = nil },
      of("revenue") { $0.operatingRevenue = nil },
      of("research") { $0.researchAndDevelopment = nil },
      of("staff") { $0.staff = nil }, of("researchers") { $0.researchStaff = nil },
    ]
  }

  private static let items: [Removal] = [
    Removal("title member") { $0.titles?.changeFirst { $0.member = nil } },
    Removal("title kind") { $0.titles?.changeFirst { $0.recognition.kind = nil } },
    Removal("title until") { $0.titles?.changeFirst { $0.recognition.validUntil = nil } },
    Removal("title from") { $0.titles?.changeFirst { $0.recognition.validFrom = nil } },
    Removal("project level") { $0.projects?.changeFirst { $0.level = nil } },
    Removal("project leading") { $0.projects?.changeFirst { $0.isInLeadingIndustry = nil } },
    Removal("average figure") { $0.industryAverages?.changeFirst { $0.figure = nil } },
    Removal("average industry") { $0.industryAverages?.changeFirst { $0.industry = nil } },
    Removal("average region") { $0.industryAverages?.changeFirst { $0.region = nil } },
    Removal("average year") { $0.industryAverages?.changeFirst { $0.year = nil } },
    Removal("average value") { $0.industryAverages?.changeFirst { $0.value = nil } },
    Removal("average source") { $0.industryAverages?.changeFirst { $0.source = nil } },
    Removal("standard level") { $0.standards?.changeFirst { $0.level = nil } },
    Removal("incident member") { $0.incidents?.changeFirst { $0.member = nil } },
    Removal("incident kind") { $0.incidents?.changeFirst { $0.kind = nil } },
    Removal("incident date") { $0.incidents?.changeFirst { $0.date = nil } },
    Removal("incident grade") { $0.incidents?.changeFirst { $0.grade = nil } },
    Removal("incident status") { $0.incidents?.changeFirst { $0.determination.status = nil } },
  ]
}

extension Array {
  fileprivate mutating func changeFirst(_ change: (inout Element) -> Void) {
    if !isEmpty { change(&self[0]) }
  }
}

extension SeededGenerator {
  private mutating func maybe<Value>(_ value: Value, _ percent: Int = 90) -> Value? {
    happens(inPercent: percent) ? value : nil
  }

  /// A date by the filing date of all applications here.
  private mutating func past() -> PartialDate {
    pick([
      .year(2015), .year(2021), .month(2022, 1), .day("2022-01-01"), .day("2022-09-09"),
      .day("2022-09-10"), .month(2022, 9), .day("2024-05-01"), .month(2024, 5), .day("2025-09-10"),
    ])
  }

  private mutating func codeOfMember() -> SocialCreditCode {
    pick([.maker, .supplier, .service, .institute, .stranger])
  }

  private mutating func member() -> ClusterMember {
    var member = ClusterMember(
      maybe(codeOfMember()), maybe(pick([.enterprise, .enterprise, .institute, .other])),
      industry: pick(["36", "3670", "65", "13"]),
      revenue: maybe(Int64(pick([0, 50, 100, 100, 200]))),
      research: maybe(Int64(pick([0, 4, 5, 6]))), staff: maybe(pick([0, 50, 100, 100])),
      researchers: maybe(pick([0, 7, 8, 10])))
    if happens(inPercent: 50) { member.since = past() }
    if happens(inPercent: 15) { member.until = past() }
    return member
  }

  private mutating func items<Item>(
    upTo most: Int, _ make: (inout SeededGenerator) -> Item
  ) -> [Item] { (0..<pick(0...most)).map { _ in make(&self) } }

  /// An application, often near the limits of the rules.
  mutating func application() -> ClusterApplication {
    var application = ClusterApplication.eligible
    application.kind = pick([.first, .review])
    application.recommendation.isGiven = pick([true, false])
    application.cluster.areas = items(upTo: 2) {
      AdministrativeDivision($0.pick(["220102", "222401", "210102"]))
    }
    application.promoter.creditCode = pick([
      .promoter, .made("11", 1), .made("12", 1), .made("91", 1), .made("92", 1),
      .promoter.misspelt,
    ])
    application.promoter.name = pick(["促进会", "促进会分会"])
    application.promoter.placeOfRegistration = pick(ClusterPromoter.Place.allCases)
    application.promoter.isNonGovernment = happens(inPercent: 80)
    application.promoter.isNonProfit = happens(inPercent: 80)
    application.promoter.isLegalPerson = happens(inPercent: 80)
    application.promoter.creditRecords.entries = items(upTo: 2) {
      .init($0.pick([.outstanding, .repaired, .removed]))
    }
    application.members.isComplete = happens(inPercent: 85)
    application.members.list = items(upTo: 5) { $0.member() }
    application.titles = items(upTo: 3) {
      ClusterTitle(
        $0.maybe($0.codeOfMember()), $0.maybe($0.pick([.littleGiant, .srdiMunicipal, .other])),
        from: $0.maybe("2020-01-01", 50),
        until: $0.maybe($0.pick(["2025-09-09", "2025-09-10", "9999-12-31"])))
    }
    application.hasOtherStrongEnterprises = happens(inPercent: 50)
    application.projects = items(upTo: 2) {
      ClusterProject($0.maybe($0.pick(Level.allCases)), leading: $0.maybe($0.pick([true, false])))
    }
    application.standards = items(upTo: 2) {
      ClusterStandard($0.maybe($0.pick(StandardLevel.allCases)))
    }
    application.industryAverages = items(upTo: 3) {
      ClusterIndustryAverage(
        $0.maybe($0.pick(ClusterIndustryAverage.Figure.allCases), 95),
        $0.maybe(Decimal(Int64($0.pick([4, 5, 8, 9])))), year: $0.pick([2024, 2024, 2024, 2023]))
    }
    application.incidents = items(upTo: 2) {
      ClusterIncident(
        $0.maybe($0.codeOfMember()), $0.maybe($0.pick(ClusterIncident.Kind.allCases)),
        on: $0.maybe($0.past()), grade: $0.maybe($0.pick(IncidentGrade.allCases)),
        $0.maybe($0.pick([.confirmed, .confirmed, .pending, .cleared])))
    }
    return application
  }
}

private func outcomes(_ application: ClusterApplication) -> [Outcome] {
  Rulebook.cluster.criteria.map { $0.decide(application, .of2024) }
}

@Suite struct PropertyTests {
  @Test func `a fact filled in turns no decided answer`() {
    var generator = SeededGenerator(seed: 2024)
    for _ in 0..<1_500 {
      let full = generator.application()
      var partial = full
      var removed: [String] = []
      for _ in 0..<generator.pick(1...4) {
        let removal = generator.pick(Removal.all)
        removal.remove(&partial)
        removed.append(removal.name)
      }
      for (criterion, (before, after)) in zip(
        Rulebook.cluster.criteria, zip(outcomes(partial), outcomes(full)))
      where before != .undetermined {
        #expect(before == after, "\(criterion.id), without \(removed)")
      }
    }
  }

  @Test func `the order of list items never matters`() {
    var generator = SeededGenerator(seed: 277)
    for _ in 0..<800 {
      let application = generator.application()
      var shuffled = application
      shuffled.cluster.areas?.shuffle(using: &generator)
      shuffled.cluster.industries?.shuffle(using: &generator)
      shuffled.members.list?.shuffle(using: &generator)
      shuffled.titles?.shuffle(using: &generator)
      shuffled.projects?.shuffle(using: &generator)
      shuffled.standards?.shuffle(using: &generator)
      shuffled.industryAverages?.shuffle(using: &generator)
      shuffled.incidents?.shuffle(using: &generator)
      shuffled.promoter.creditRecords.entries?.shuffle(using: &generator)
      #expect(outcomes(application) == outcomes(shuffled))
    }
  }

  @Test func `explaining says what deciding decides, and names no value that is not there`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<800 {
      var application = generator.application()
      for _ in 0..<generator.pick(0...6) { generator.pick(Removal.all).remove(&application) }
      for criterion in Rulebook.cluster.criteria {
        let finding = criterion.evaluate(application, .of2024)
        #expect(finding.outcome == criterion.decide(application, .of2024))
        #expect(criterion.outcomes.contains(finding.outcome))
        #expect(finding.reason.unnamed == [], "\(finding.reason.message.id)")
        #expect(finding.readings.count == criterion.readings.count)
        if !finding.readings.isEmpty {
          #expect(Outcome(finding.readings.agreement()) == finding.outcome)
        }
      }
    }
  }

  @Test func `what is read is named, and every place named is asked or read`() {
    for criterion in Rulebook.cluster.criteria {
      let blank = criterion.evaluate(ClusterApplication(), .of2024)
      for place in blank.missing { #expect(criterion.reads.contains(Pointer(place.template))) }
      #expect(blank.outcome == .undetermined)
      #expect(!blank.missing.isEmpty)
    }
  }

  @Test func `the eligible cluster is eligible, whoever judges it`() throws {
    let assessment = try Rulebook.cluster.assess(.eligible, on: "2025-09-10").get()
    #expect(assessment.verdict == .eligible)
    #expect(assessment["cluster-action-plan"]?.outcome == .notApplicable)
    #expect(assessment.findings.filter { $0.outcome == .forReview }.count == 12)
    let summary = Rulebook.cluster.summariser().summarise(.eligible, under: .clusterOf2024)
    #expect(summary.verdict == .eligible)
  }

  @Test func `a thousand members with a thousand titles and accidents are judged`() {
    var application = ClusterApplication.eligible
    application.members.list = (0..<1_000).map { ClusterMember(.made("91", $0)) }
    application.titles = (0..<1_000).map { ClusterTitle(.made("91", $0 + 5_000)) }
    application.incidents = (0..<1_000).map {
      ClusterIncident(.made("91", $0 + 5_000), on: .day("2024-05-01"))
    }
    #expect(application.outcome("cluster-quality-enterprises") == .unmet)
    #expect(application.outcome("cluster-accidents") == .met)
    #expect(application.outcome("cluster-rd-lead") == .met)
  }
}
