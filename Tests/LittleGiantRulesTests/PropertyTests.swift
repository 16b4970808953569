// What has to hold for every application, tried on many drawn by chance.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

/// One fact: how to remove it, and values that it may take.
struct Fact: Sendable {
  let name: String
  let remove: @Sendable (inout GiantApplication) -> Void
  let settings: [@Sendable (inout GiantApplication) -> Void]

  init<Value: Sendable>(
    _ name: String, _ path: WritableKeyPath<GiantApplication, Value?> & Sendable, _ values: [Value]
  ) {
    self.name = name
    remove = { $0[keyPath: path] = nil }
    settings = values.map { value in { $0[keyPath: path] = value } }
  }

  /// A member of an item of a list; where there is no such item, nothing changes.
  init<Item: Sendable, Value: Sendable>(
    _ name: String, in list: WritableKeyPath<GiantApplication, [Item]?> & Sendable, at index: Int,
    _ path: WritableKeyPath<Item, Value?> & Sendable, _ values: [Value]
  ) {
    self.name = "\(name) \(index)"
    @Sendable func set(_ value: Value?, _ application: inout GiantApplication) {
      guard application[keyPath: list]?.indices.contains(index) == true else { return }
      application[keyPath: list]?[index][keyPath: path] = value
    }
    remove = { set(nil, &$0) }
    settings = values.map { value in { set(value, &$0) } }
  }

  init(
    _ name: String, remove: @escaping @Sendable (inout GiantApplication) -> Void,
    settings: [@Sendable (inout GiantApplication) -> Void]
  ) {
    (self.name, self.remove, self.settings) = (name, remove, settings)
  }

  private static let flags = [true, false]
  private static let counts = [0, 1, 3]
  private static let texts = ["甲", "长春虚构机床有限公司", "CNC"]
  private static let dates: [PartialDate] = [
    .year(2012), .day("2021-05-31"), .day("2021-06-01"), .month(2021, 5), .month(2021, 7),
    .day("2021-07-23"), .day("2021-07-30"), .year(2021), .year(2024),
  ]
  private static let days: [Day] = [
    "2021-07-23", "2021-07-24", "2021-07-26", "2021-07-27", "2021-09-01",
  ]
  private static let amounts = [
    Money.zero, Money(yuan: 4_000_000), Money(yuan: 70_000_000), Money(yuan: 100_000_000),
  ]

  static let all: [Fact] = plain + lists + table

  private static let plain: [Fact] = [
    Fact("filingDate", \.filingDate, days), Fact("bureau", \.bureau, Bureau.allCases),
    Fact("name", \.enterprise.name, texts),
    Fact(
      "domicile", \.enterprise.domicile,
      ["220106", "310000"].compactMap(AdministrativeDivision.init)),
    Fact("licence", \.enterprise.licence, counts),
    Fact("headCount", \.enterprise.headCount, counts),
    Fact("size", \.enterprise.size, GiantEnterprise.Size.allCases),
    Fact("support", \.hasFirstBatchSupport, flags), Fact("publicityEnd", \.publicityEnd, days),
    Fact("stage", \.listingPlan.stage, GiantListingPlan.Stage.allCases),
    Fact("planMarket", \.listingPlan.market, GiantExchange.allCases),
    Fact("planSince", \.listingPlan.since, dates),
    Fact("fourBases", \.direction.fourBases.isClaimed, flags),
    Fact("box", \.direction.fourBases.coreParts, flags),
    Fact("box2", \.direction.fourBases.keyMaterials, flags),
    Fact("tenFields", \.direction.tenFields.isClaimed, flags),
    Fact("field", \.direction.tenFields.specification, texts),
    Fact("shortBoard", \.direction.shortBoard.isClaimed, flags),
    Fact("board", \.direction.shortBoard.specification, texts),
    Fact("keyTechnology", \.direction.keyTechnology.isClaimed, flags),
    Fact("gap", \.direction.gap.isClaimed, flags),
    Fact("gapWhat", \.direction.gap.specification, texts),
    Fact("reach", \.direction.gap.reach, GiantDirection.Gap.Reach.allCases),
    Fact("joint", \.direction.jointInnovation.isClaimed, flags),
    Fact("productName", \.product.name, texts),
    Fact("scheme", \.product.classification.scheme, GiantProduct.Classification.Scheme.allCases),
    Fact("code", \.product.classification.code, ["1", "35070601", "3507060000"]),
    Fact("explanation", \.product.classification.explanation, texts),
    Fact("isNew", \.product.isNew, flags),
    Fact("request", \.papers.request, counts), Fact("stamped", \.papers.isStamped, flags),
    Fact("covers", \.profile.coversProduct, flags),
    Fact(
      "profile", \.profile.length.text,
      ["甲", String(repeating: "甲", count: 5_001)].map { GiantTextLength($0) }),
    Fact("declared", \.profile.length.characters, [1, 5_000, 5_001]),
    Fact("note", \.summary.characters, [100, 101]),
    Fact("noteText", \.summary.text, [GiantTextLength(String(repeating: "甲", count: 101))]),
    Fact("delivered", \.delivered, days),
  ]

  private static let lists: [Fact] =
    [
      Fact(
        "titles", \.recognitions,
        [[], [.recognised], [.underPublicity], [GiantRecognition(.other)]]),
      Fact("titleKind", in: \.recognitions, at: 0, \.kind, [.littleGiant, .other]),
      Fact("batch", in: \.recognitions, at: 0, \.batch, [1, 3, 4]),
      Fact("status", in: \.recognitions, at: 0, \.status, GiantRecognition.Status.allCases),
      Fact("announced", in: \.recognitions, at: 0, \.announcedName, texts),
      Fact("until", in: \.recognitions, at: 0, \.validUntil, days),
      Fact("listings", \.listings, [[], [GiantListing(.star, since: nil, isListed: nil)]]),
      Fact("years", \.figures.years, [[], [YearFigures(of: 2020, main: 100_000_000)]]),
      Fact("patents", \.innovation.patents, [[], [.inForce("1"), .inForce("2", since: nil)]]),
      Fact("institutions", \.innovation.institutions, [[], [.init(.own, since: .month(2021, 5))]]),
      Fact("standards", \.innovation.standards, [[], [.init(.national, published: nil)]]),
      Fact("certifications", \.innovation.certifications, [[], [.init(.iso9000)]]),
    ]
    + (0..<2).flatMap { index in
      [
        Fact("market", in: \.listings, at: index, \.market, GiantExchange.allCases),
        Fact("listedSince", in: \.listings, at: index, \.since, dates),
        Fact("isListed", in: \.listings, at: index, \.isListed, flags),
        Fact("listedUntil", in: \.listings, at: index, \.until, dates),
        Fact(
          "patentKind", in: \.innovation.patents, at: index, \.kind,
          GiantInnovation.Patent.Kind.allCases),
        Fact("number", in: \.innovation.patents, at: index, \.number, ["1", "2"]),
        Fact("granted", in: \.innovation.patents, at: index, \.granted, dates),
        Fact("isInForce", in: \.innovation.patents, at: index, \.isInForce, flags),
        Fact("patentEnded", in: \.innovation.patents, at: index, \.ended, dates),
        Fact(
          "establishment", in: \.innovation.institutions, at: index, \.establishment,
          GiantInnovation.Institution.Establishment.allCases),
        Fact("instSince", in: \.innovation.institutions, at: index, \.since, dates),
        Fact("stdLevel", in: \.innovation.standards, at: index, \.level, StandardLevel.allCases),
        Fact("isDraft", in: \.innovation.standards, at: index, \.isDraft, flags),
        Fact("published", in: \.innovation.standards, at: index, \.published, dates),
        Fact(
          "system", in: \.innovation.certifications, at: index, \.system,
          GiantInnovation.Certification.System.allCases),
        Fact("obtained", in: \.innovation.certifications, at: index, \.obtained, dates),
        Fact("validUntil", in: \.innovation.certifications, at: index, \.validUntil, dates),
      ] as [Fact]
    }
    + (0..<3).flatMap { index in
      [
        Fact("year", in: \.figures.years, at: index, \.year, [2018, 2019, 2020]),
        Fact("main", in: \.figures.years, at: index, \.mainBusinessRevenue, amounts),
        Fact("operating", in: \.figures.years, at: index, \.operatingRevenue, amounts),
        Fact("research", in: \.figures.years, at: index, \.researchAndDevelopment, amounts),
      ] as [Fact]
    }

  private static let table: [Fact] = GiantTarget.allCases.map { target in
    Fact(
      target.rawValue, remove: { $0.targets[target].start = nil },
      settings: ["0", "无", "5%"].map { text in { $0.targets[target].start = text } })
  }
}

/// Draws applications.
struct Lottery {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The eligible enterprise with some facts changed and some unknown.
  mutating func application() -> GiantApplication {
    var application = GiantApplication.eligible
    application.listings = generator.pick([
      [], [GiantListing(.star, since: .year(2012))],
      [GiantListing(.neeq, since: .year(2012)), GiantListing(nil, since: nil, isListed: nil)],
    ])
    application.innovation.institutions?.append(GiantInnovation.Institution(.withEnterprise))
    application.innovation.standards?.append(GiantInnovation.Standard(.other))
    application.innovation.certifications?.append(.init(.otherManagement))
    for _ in 0..<generator.pick(0...30) {
      let fact = generator.pick(Fact.all)
      if generator.happens(inPercent: 40) {
        fact.remove(&application)
      } else {
        generator.pick(fact.settings)(&application)
      }
    }
    return application
  }
}

@Suite struct PropertyTests {
  private let criteria = Rulebook.keyLittleGiant.criteria

  private func findings(_ application: GiantApplication) -> [Finding] {
    criteria.map { $0.evaluate(application, .of2021) }
  }

  @Test func `the order in which lists are written down changes nothing`() {
    var lottery = Lottery(seed: 41)
    var reordered = 0
    for _ in 0..<1_000 {
      let application = lottery.application()
      var shuffled = application
      shuffled.recognitions?.shuffle(using: &lottery.generator)
      shuffled.listings?.shuffle(using: &lottery.generator)
      shuffled.figures.years?.shuffle(using: &lottery.generator)
      shuffled.innovation.patents?.shuffle(using: &lottery.generator)
      shuffled.innovation.institutions?.shuffle(using: &lottery.generator)
      shuffled.innovation.standards?.shuffle(using: &lottery.generator)
      shuffled.innovation.certifications?.shuffle(using: &lottery.generator)
      if shuffled != application { reordered += 1 }
      let (before, after) = (findings(application), findings(shuffled))
      #expect(before.map(\.outcome) == after.map(\.outcome))
      #expect(before.map(\.readings) == after.map(\.readings))
      #expect(before.map(\.margins) == after.map(\.margins))
      #expect(before.map(\.missing.count) == after.map(\.missing.count))
      #expect(
        GiantPlausibility.notices(on: application).count
          == GiantPlausibility.notices(on: shuffled).count)
    }
    #expect(reordered > 300)
  }

  @Test func `filling in an unknown fact flips nothing that is decided, unless facts contradict`() {
    var lottery = Lottery(seed: 42)
    var filledIn = 0
    for _ in 0..<150 {
      let application = lottery.application()
      if contradicts(application) { continue }
      let before = findings(application)
      for fact in Fact.all {
        var without = application
        fact.remove(&without)
        // Only what is not known can be filled in.
        if without != application { continue }
        for set in fact.settings {
          var filled = application
          set(&filled)
          if filled == application || contradicts(filled) { continue }
          filledIn += 1
          for (criterion, (old, new)) in zip(criteria, zip(before, findings(filled)))
          where old.outcome == .met || old.outcome == .unmet {
            #expect(new.outcome == old.outcome, "\(fact.name) flips \(criterion.id)")
          }
        }
      }
    }
    #expect(filledIn > 3_000)
  }

  /// Whether facts cannot be true together.
  private func contradicts(_ application: GiantApplication) -> Bool {
    let days = application.days(.of2021)
    let filing = application.filingDate
    let innovation = application.innovation
    let isLater = { (date: PartialDate?) in
      date.map { date in date.earliest > days.filing.upper ?? date.earliest } ?? false
    }
    let titles = (application.recognitions ?? []).filter(\.mayBeGiant)
    let isTitleOdd = titles.contains { title in
      (title.batch ?? 3) > 3
        || title.announcedName != nil && application.enterprise.name != nil
          && title.announcedName != application.enterprise.name
        || (title.validUntil.flatMap { until in filing.map { until < $0 } } ?? false)
    }
    let areDatesOdd =
      (innovation.patents ?? []).contains { $0.span.isContradictory(days) || isLater($0.granted) }
      || (innovation.institutions ?? []).contains { isLater($0.since) }
      || (innovation.standards ?? []).contains {
        isLater($0.published) || $0.isDraft == true && $0.published != nil
      }
      || (innovation.certifications ?? []).contains {
        $0.span.isContradictory(days) || isLater($0.obtained)
      }
      || (application.listings ?? []).contains {
        $0.span.isContradictory(days) || $0.isListed == true && isLater($0.since)
      } || isLater(application.listingPlan.since)
    let isPatentRepeated = (innovation.patents ?? []).indices.contains(
      where: innovation.repeatsPatent)
    let years = application.figures.years ?? []
    let known = years.compactMap(\.year)
    let areYearsOdd =
      Set(known).count < known.count
      || years.contains {
        ($0.mainBusinessRevenue ?? .zero) > ($0.operatingRevenue ?? Money.limit)
          || $0.operatingRevenue == .zero
      }
    let isDeliveryOdd =
      application.delivered.flatMap { day in filing.map { day < $0 } } ?? false
    return isTitleOdd || areDatesOdd || isPatentRepeated || areYearsOdd || isDeliveryOdd
      || application.profile.length.isContradictory || application.summary.isContradictory
  }

  @Test func `chance draws every outcome that a criterion can have and no other`() {
    var lottery = Lottery(seed: 43)
    var seen: [String: Set<Outcome>] = [:]
    var said: Set<String> = []
    for _ in 0..<1_500 {
      let application = lottery.application()
      for (criterion, finding) in zip(criteria, findings(application)) {
        seen[criterion.id, default: []].insert(finding.outcome)
        #expect(finding.readings.count == criterion.readings.count)
        if said.insert(criterion.id + finding.said).inserted {
          #expect(finding.reason.isComplete, "\(criterion.id): \(finding.said)")
        }
        if finding.outcome == .undetermined, finding.said == "missing" {
          #expect(!finding.missing.isEmpty, "\(criterion.id) asks for nothing")
        }
      }
    }
    for criterion in criteria where criterion.role != .judgement {
      #expect(seen[criterion.id] == Set(criterion.outcomes), "\(criterion.id)")
    }
  }

  @Test func `a summary gives the outcomes and the verdict of the assessment`() {
    var lottery = Lottery(seed: 44)
    let summariser = Rulebook.keyLittleGiant.summariser()
    for _ in 0..<300 {
      let application = lottery.application()
      let assessment = Rulebook.keyLittleGiant.assess(
        application, under: Rulebook.keyLittleGiant.newest)
      let summary = summariser.summarise(application, under: assessment.edition)
      #expect(summary.outcomes == Outcomes(assessment.findings.map(\.outcome)))
      #expect(summary.verdict == assessment.verdict)
      let bare = summariser.summarise(application, under: assessment.edition, explaining: .gaps)
      #expect(bare.verdict == assessment.verdict)
    }
  }
}
