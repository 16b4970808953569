// What has to hold for every application, tried on many drawn by chance.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct PropertyTests {
  private func assess(
    _ application: Application, _ strictness: Strictness = .conditionsOnly
  ) throws -> Assessment<Application> {
    try Rulebook.champion.assess(application, on: nil, strictness: strictness).get()
  }

  private func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .ineligible: 0
    case .undetermined: 1
    case .eligible: 2
    }
  }

  @Test func `the order in which lists are written down changes nothing that is decided`() throws {
    var lottery = Lottery(seed: 31)
    var reordered = 0
    for _ in 0..<700 {
      let application = lottery.application()
      var shuffled = application
      shuffled.incidents?.shuffle(using: &lottery.generator)
      shuffled.revocations?.shuffle(using: &lottery.generator)
      shuffled.recognitions?.shuffle(using: &lottery.generator)
      shuffled.otherProducts?.shuffle(using: &lottery.generator)
      shuffled.figures.years?.shuffle(using: &lottery.generator)
      shuffled.innovation.institutions?.shuffle(using: &lottery.generator)
      shuffled.innovation.standards?.shuffle(using: &lottery.generator)
      shuffled.innovation.appliedResults?.shuffle(using: &lottery.generator)
      shuffled.talent.programmes?.shuffle(using: &lottery.generator)
      if shuffled != application { reordered += 1 }
      for strictness in Strictness.allCases {
        let (before, after) = (
          try assess(application, strictness), try assess(shuffled, strictness)
        )
        #expect(before.verdict == after.verdict)
        #expect(before.findings.map(\.outcome) == after.findings.map(\.outcome))
        #expect(before.findings.map(\.readings) == after.findings.map(\.readings))
        #expect(before.findings.map(\.margins) == after.findings.map(\.margins))
        #expect(before.findings.map(\.missing.count) == after.findings.map(\.missing.count))
      }
    }
    #expect(reordered > 300)
  }

  @Test func `filling in an unknown fact flips nothing that is decided, unless facts contradict`()
    throws
  {
    var lottery = Lottery(seed: 32)
    var filledIn = 0
    for _ in 0..<200 {
      let application = lottery.consistentApplication()
      let before = try assess(application).findings
      for fact in Fact.all where isUnknown(fact, in: application) {
        var filled = application
        lottery.generator.pick(fact.settings)(&filled)
        if filled == application || contradicts(filled) { continue }
        filledIn += 1
        for (criterion, (old, new)) in zip(
          Rulebook.champion.criteria, zip(before, try assess(filled).findings))
        where old.outcome == .met || old.outcome == .unmet {
          #expect(new.outcome == old.outcome, "\(fact.pointer) flips \(criterion.id)")
        }
      }
    }
    #expect(filledIn > 1_000)
  }

  @Test func `removing a fact makes nothing met and no application eligible`() throws {
    var lottery = Lottery(seed: 33)
    for _ in 0..<100 {
      let application = lottery.consistentApplication()
      if contradicts(application) { continue }
      let before = try assess(application)
      for fact in Fact.all {
        var reduced = application
        fact.remove(&reduced)
        if reduced == application { continue }
        let after = try assess(reduced)
        for (criterion, (old, new)) in zip(
          Rulebook.champion.criteria, zip(before.findings, after.findings))
        where old.outcome == .unmet || old.outcome == .undetermined {
          #expect(new.outcome != .met, "without \(fact.pointer) \(criterion.id) is met")
        }
        #expect(
          after.verdict == before.verdict || after.verdict == .undetermined, "\(fact.pointer)")
      }
    }
  }

  /// Whether a fact is unknown although there is an item that could have it.
  private func isUnknown(_ fact: Fact, in application: Application) -> Bool {
    var without = application
    fact.remove(&without)
    return without == application
  }

  /// Whether facts of an application cannot be true together.
  private func contradicts(_ application: Application) -> Bool {
    // A market year not stated is the right one, so stating another is no filling in.
    let isOtherYear = application.market.year.map { $0 != (application.applicationYear ?? 0) - 1 }
    let isPunishedBeforehand = (application.revocations ?? []).contains(where: \.datesContradict)
    let hasOtherGround = (application.revocations ?? []).contains(where: \.groundContradicts)
    return !application.market.ranksAreInOrder || isOtherYear == true || isPunishedBeforehand
      || hasOtherGround || figuresContradict(application) || certificateContradicts(application)
      || datesContradict(application)
  }

  /// Whether a part is greater than its whole, a year was audited too early, or the unit is in doubt.
  private func figuresContradict(_ application: Application) -> Bool {
    let years = application.figures.years ?? []
    let areYearsOdd = years.contains { year in
      (year.mainBusinessRevenue ?? .zero) > (year.operatingRevenue ?? Money.limit)
        || year.isAudited == true
          && (year.year ?? 0) >= (application.filingDate?.year ?? Int.max)
    }
    let amounts = years.compactMap(\.mainBusinessRevenue).filter { $0 > .zero }
    let isUnitOdd = amounts.contains { amount in
      amounts.contains { $0 >= amount * 1_000 } || amount < Money(yuan: 3_000_000)
    }
    // No revenue at all is as odd as one of a few yuan.
    return areYearsOdd || isUnitOdd || amounts.isEmpty
  }

  private func datesContradict(_ application: Application) -> Bool {
    let filing = application.filingDate
    let startsLate = application.product.fieldSince.map { start in
      filing.map { start.earliest > $0 } ?? false
    }
    return startsLate == true
      || application.incidents?.contains {
        $0.determination.isImpossible(of: $0.date, filed: filing)
      } == true
  }

  private func certificateContradicts(_ application: Application) -> Bool {
    let certificate = application.certificate
    let isGrantedLate = certificate.granted.map { granted in
      application.filingDate.map { granted > $0 } ?? false
    }
    let endsEarly = certificate.granted.map { granted in
      certificate.validUntil.map { $0 < granted } ?? false
    }
    return isGrantedLate == true || endsEarly == true
      || certificate.isRevoked == false && application.revocations?.isEmpty == false
      || certificate.isRevoked == true && application.revocations?.isEmpty == true
      || certificate.isForThisProduct == false && certificate.product == application.product.name
  }

  @Test func `treating indicators as conditions never gives a better verdict`() throws {
    var lottery = Lottery(seed: 34)
    var worse = 0
    for _ in 0..<1_000 {
      let application = lottery.application()
      let (loose, strict) = (
        rank(try assess(application).verdict),
        rank(try assess(application, .indicatorsToo).verdict)
      )
      #expect(strict <= loose)
      if strict < loose { worse += 1 }
    }
    #expect(worse > 100)
  }

  @Test(arguments: Improvement.all)
  func `better facts never worsen a verdict or a criterion`(improvement: Improvement) throws {
    var lottery = Lottery(seed: 35)
    var (drawn, changed, helped) = (0, 0, 0)
    // Until it was tried often and helped at least once, or never does.
    while (changed < 60 || helped == 0) && drawn < 4_000 {
      drawn += 1
      let application = lottery.consistentApplication()
      var better = application
      improvement.apply(&better)
      if better == application { continue }
      changed += 1
      for strictness in Strictness.allCases {
        let (before, after) = (
          try assess(application, strictness), try assess(better, strictness)
        )
        #expect(rank(after.verdict) >= rank(before.verdict))
        for (criterion, (old, new)) in zip(
          Rulebook.champion.criteria, zip(before.findings, after.findings))
        {
          #expect(new.outcome.asRequirement >= old.outcome.asRequirement, "\(criterion.id)")
          if new.outcome.asRequirement > old.outcome.asRequirement { helped += 1 }
        }
      }
    }
    #expect(changed >= 60 && helped > 0)
  }

  @Test func `chance draws every outcome that a criterion can have and no other`() throws {
    var lottery = Lottery(seed: 36)
    var seen: [String: Set<Outcome>] = [:]
    for _ in 0..<1_000 {
      let application = lottery.application()
      for (criterion, finding) in zip(
        Rulebook.champion.criteria, try assess(application).findings)
      {
        seen[criterion.id, default: []].insert(finding.outcome)
        #expect(finding.readings.isEmpty || finding.readings.count == criterion.readings.count)
      }
    }
    // One that never comes out is drawn too rarely, or cannot: then the criterion says so by `outcomes:`.
    for criterion in Rulebook.champion.criteria {
      #expect(seen[criterion.id] == Set(criterion.outcomes), "\(criterion.id)")
    }
  }
}

@Suite struct SummaryTests {
  /// Applications of every kind: the extreme ones, each fact changed alone, and those drawn by chance.
  private static let applications: [Application] = {
    var applications = [Application.eligible, .furnished, Application()]
    for fact in Fact.all {
      for change in fact.settings + [fact.remove] {
        for base in [Application.furnished, Application()] {
          var application = base
          change(&application)
          applications.append(application)
        }
      }
    }
    var lottery = Lottery(seed: 37)
    for _ in 0..<1_500 { applications.append(lottery.application()) }
    for _ in 0..<500 { applications.append(lottery.consistentApplication()) }
    return applications
  }()

  @Test(arguments: Strictness.allCases)
  func `a summary gives the outcomes and the verdict of the assessment`(
    strictness: Strictness
  ) throws {
    var seen: [Verdict: Int] = [:]
    for application in SummaryTests.applications {
      let assessment = try Rulebook.champion.assess(application, on: nil, strictness: strictness)
        .get()
      let summary = Rulebook.champion.summariser().summarise(
        application, under: assessment.edition, strictness: strictness)
      #expect(summary.outcomes == Outcomes(assessment.findings.map(\.outcome)))
      #expect(summary.verdict == assessment.verdict)
      seen[summary.verdict, default: 0] += 1
    }
    for verdict in Verdict.allCases { #expect(seen[verdict, default: 0] > 100, "\(verdict)") }
  }

  @Test func `a summary finds of every open condition what the assessment finds`() throws {
    let conditions = Rulebook.champion.criteria.indices
      .filter { Rulebook.champion.criteria[$0].role == .condition }
    var seen: [Int: Set<Outcome>] = [:]
    for application in SummaryTests.applications {
      let edition = Rulebook.champion.editionInForce(on: nil)
      let findings = Rulebook.champion.assess(application, under: edition).findings
      let open = Rulebook.champion.summariser().summarise(application, under: edition).open
      let expected = conditions.filter { [.unmet, .undetermined].contains(findings[$0].outcome) }
      #expect(open.map(\.criterion) == expected)
      #expect(open.map(\.finding) == expected.map { findings[$0] })
      for open in open { seen[open.criterion, default: []].insert(open.finding.outcome) }
    }
    for number in conditions {
      #expect(seen[number] == [.unmet, .undetermined], "\(Rulebook.champion.criteria[number].id)")
    }
  }

  /// The outcome of a judgement is found without the figures that its reasons show.
  @Test func `what experts judge is for review exactly where nothing lacks or contradicts`() {
    for criterion in Rulebook.champion.criteria
    where criterion.role == .judgement || criterion.role == .bonus {
      var seen: [Outcome: Int] = [:]
      for application in SummaryTests.applications {
        let finding = criterion.evaluate(application, .of2024)
        seen[finding.outcome, default: 0] += 1
        if finding.outcome == .notApplicable { continue }
        let isWhole = finding.missing.isEmpty && finding.places.isEmpty
        #expect(finding.outcome == (isWhole ? .forReview : .undetermined), "\(criterion.id)")
      }
      #expect(seen[.forReview, default: 0] > 100, "\(criterion.id)")
      #expect(seen[.undetermined, default: 0] > 100, "\(criterion.id)")
    }
  }

  @Test func `where no reasons are wanted the outcomes and the verdict are the same`() {
    let edition = Rulebook.champion.editionInForce(on: nil)
    let summariser = Rulebook.champion.summariser()
    for application in SummaryTests.applications {
      let explained = summariser.summarise(application, under: edition)
      let bare = summariser.summarise(application, under: edition, explaining: nil)
      #expect(bare.outcomes == explained.outcomes)
      #expect(bare.verdict == explained.verdict)
      #expect(bare.open.isEmpty)
    }
  }
}

/// A change for the better, or none where there is nothing to better.
struct Improvement: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let apply: @Sendable (inout Application) -> Void

  static let all = [
    Improvement(testDescription: "more revenue") { application in
      for index in application.figures.years?.indices ?? 0..<0 {
        guard let revenue = application.figures.years?[index].mainBusinessRevenue else { continue }
        application.figures.years?[index].mainBusinessRevenue = revenue + Money(yuan: 70_000_000)
        // A part grows with its whole.
        if let whole = application.figures.years?[index].operatingRevenue {
          application.figures.years?[index].operatingRevenue = whole + Money(yuan: 70_000_000)
        }
      }
    },
    Improvement(testDescription: "first in the province") {
      if $0.market.province.rank != nil { $0.market.province.rank = 1 }
    },
    Improvement(testDescription: "a better rank in the country") {
      guard let rank = $0.market.nation.rank else { return }
      $0.market.nation.rank = max(min(rank, 5), $0.market.province.rank ?? 1)
    },
    Improvement(testDescription: "a better rank in the world") {
      guard let rank = $0.market.world.rank else { return }
      let least = $0.market.nation.rank ?? $0.market.province.rank ?? 1
      $0.market.world.rank = max(min(rank, 10), least)
    },
    Improvement(testDescription: "a start three years earlier") {
      switch $0.product.fieldSince {
      case .year(let year): $0.product.fieldSince = .year(year - 3)
      case .month(let year, let month): $0.product.fieldSince = .month(year - 3, month)
      case .day(let day): $0.product.fieldSince = .day(day.adding(years: -3))
      case nil: break
      }
    },
    Improvement(testDescription: "the first incident less") {
      if $0.incidents?.isEmpty == false { $0.incidents?.removeFirst() }
    },
    Improvement(testDescription: "no revocation") {
      if $0.revocations != nil {
        $0.revocations = []
        $0.certificate.isRevoked = false
      }
    },
    Improvement(testDescription: "no excluded product") {
      $0.product.policyClass = .encouraged
      $0.otherProducts?.removeAll { $0.policyClass?.isExcluded == true }
    },
    Improvement(testDescription: "on no list") {
      $0.enterprise.abnormalOperationsList.isListed = false
      $0.enterprise.seriousDishonestyList.isListed = false
    },
    Improvement(testDescription: "all capabilities") {
      $0.enterprise.capabilities.development = true
      $0.enterprise.capabilities.design = true
      $0.enterprise.capabilities.manufacturing = true
    },
    // An audit of figures that fall short turns what was open into a no, and rightly.
    Improvement(testDescription: "audited years of enough revenue") { application in
      let enough = Money(yuan: 200_000_000)
      guard
        application.figures.years?.contains(where: { $0.mainBusinessRevenue ?? enough < enough })
          != true
      else { return }
      for index in application.figures.years?.indices ?? 0..<0 {
        application.figures.years?[index].isAudited = true
      }
    },
    Improvement(testDescription: "less energy") {
      if $0.product.energy.consumption != nil { $0.product.energy.consumption = Decimal(0) }
    },
    Improvement(testDescription: "one more of each indicator") {
      $0.innovation.institutions = ($0.innovation.institutions ?? []) + [.init(level: .municipal)]
      $0.innovation.coreIntellectualProperty =
        ($0.innovation.coreIntellectualProperty ?? []) + [.proven]
      $0.innovation.standards = ($0.innovation.standards ?? []) + [.init(level: .industry)]
      $0.innovation.appliedResults =
        ($0.innovation.appliedResults ?? []) + [.init(isInUse: true, bringsBenefit: true)]
      $0.talent.programmes = ($0.talent.programmes ?? []) + [.init(level: .municipal)]
      $0.talent.cooperations = ($0.talent.cooperations ?? []) + [.proven]
    },
    Improvement(testDescription: "recognitions valid for longer") { application in
      for index in application.recognitions?.indices ?? 0..<0 {
        guard let until = application.recognitions?[index].validUntil else { continue }
        application.recognitions?[index].validUntil = until.adding(years: 3)
      }
    },
  ]
}
