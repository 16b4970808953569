// A grant for beekeepers, made up here, shows that a rulebook needs nothing of any one regulation.

import Eligibility
import Testing

/// What a beekeeper tells about an apiary; the grant's numbers are its thresholds.
private struct Apiary: Subject {
  struct Numbers: Hashable, Sendable {
    let hives: Int
  }
  typealias Thresholds = Numbers

  var hives: Interval<Int>?
  var isHealthy: Bool?
  var hasCourse: Bool?
  var certificate: String?
}

private let messages = (
  hives: Message("hives", says: Wording(zh: "蜂箱数", en: "number of hives")),
  health: Message("health", says: Wording(zh: "检疫", en: "veterinary inspection")),
  course: Message("course", says: Wording(zh: "培训", en: "course")),
  honey: Message("honey", says: Wording(zh: "蜂蜜品质", en: "quality of the honey"))
)

private let occupied = Reading(
  "occupied", Wording(zh: "有蜂的蜂箱", en: "hives with bees"),
  ground: Wording(zh: "空箱不产蜜", en: "an empty hive yields nothing"))

/// Whether there are enough hives, which is also what the one reading answers.
private struct HiveState: CriterionState {
  let enough: Kleene

  var outcome: Outcome { Outcome(enough) }
  var readings: [Kleene] { [enough] }
}

private func grant() throws -> Rulebook<Apiary> {
  let hives = Criterion<Apiary>(
    "hives", clauses: [.article(2), .note(annex: 1, note: 1)], role: .condition,
    title: Wording(zh: "规模", en: "size"),
    rule: Wording(zh: "至少 {least} 箱", en: "at least {least} hives"),
    numbers: { ["least": .count($0.hives)] },
    readings: [occupied], asks: [AskedFact("/hives") { $0.hives == nil }],
    decide: { apiary, numbers in
      HiveState(enough: apiary.hives.map { $0.isAtLeast(numbers.hives) } ?? .unknown)
    },
    explain: { state, apiary, numbers, say in
      guard let hives = apiary.hives else { return .missing }
      return say(
        messages.hives, ["threshold": .count(numbers.hives)],
        shortfall: state.enough == .no ? .count(hives.lower - numbers.hives) : nil)
    })
  let health = Criterion<Apiary>(
    "health", clauses: [.article(2)], role: .condition,
    title: Wording(zh: "健康", en: "health"), rule: Wording(zh: "无疫病", en: "no disease"),
    asks: [AskedFact(optional: "/healthy"), AskedFact(optional: "/certificate")],
    evidence: [
      Evidence(zh: "检疫证明", en: "certificate", by: .authority, under: .article(2)) { apiary in
        [(Pointer("/certificate"), apiary.certificate != nil)]
      }
    ],
    decide: { apiary, _ in Kleene(apiary.isHealthy) },
    explain: { _, _, _, say in say(messages.health) })
  let course = Criterion<Apiary>(
    "course", clauses: [.article(3)], role: .indicator,
    title: Wording(zh: "培训", en: "course"), rule: Wording(zh: "参加培训", en: "attended a course"),
    asks: [AskedFact(optional: "/course")],
    decide: { apiary, _ in Kleene(apiary.hasCourse) },
    explain: { _, _, _, say in say(messages.course) })
  let honey = Criterion<Apiary>(
    "honey", clauses: [.article(4)], role: .judgement,
    title: Wording(zh: "品质", en: "quality"), rule: Wording(zh: "品质优良", en: "fine honey"),
    asks: [], decide: { _, _ in Outcome.forReview },
    explain: { _, _, _, say in say(messages.honey) })
  return Rulebook(
    id: "bees", title: Wording(zh: "养蜂补助", en: "beekeeping grant"),
    first: Edition(
      document: "bees 1", inForce: try #require(Day(2020, 3, 1)),
      thresholds: Apiary.Numbers(hives: 10)),
    later: [
      Edition(
        document: "bees 2", inForce: try #require(Day(2024, 1, 1)),
        thresholds: Apiary.Numbers(hives: 12))
    ],
    criteria: [hives, health, course, honey])
}

@Suite struct RulebookTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year, month, day))
  }

  @Test func `holds its editions and criteria in order`() throws {
    let grant = try grant()
    #expect(grant.id == "bees")
    #expect(grant.title == Wording(zh: "养蜂补助", en: "beekeeping grant"))
    #expect(grant.editions.map(\.document) == ["bees 1", "bees 2"])
    #expect(grant.editions.map(\.thresholds.hives) == [10, 12])
    #expect(try grant.inForce == Self.day(2020, 3, 1))
    #expect(grant.criteria.map(\.id) == ["hives", "health", "course", "honey"])
    #expect(grant.criteria.map(\.role) == [.condition, .condition, .indicator, .judgement])
    #expect(Array(grant.criteria(of: .condition)) == [0, 1])
    #expect(Array(grant.criteria(of: .judgement)) == [3])
    #expect(grant.criteria(of: .bonus).isEmpty)
  }

  @Test func `finds criteria by their identifier`() throws {
    let grant = try grant()
    let hives = try #require(grant.criterion("hives"))
    #expect(hives.clauses == [.article(2), .note(annex: 1, note: 1)])
    #expect(hives.title[.en] == "size")
    #expect(hives.rule[.zh] == "至少 {least} 箱")
    #expect(hives.reads == ["/hives"])
    #expect(hives.evidence.isEmpty)
    #expect(hives.readings == [occupied])
    #expect(hives.readings.first?.id == "occupied")
    #expect(hives.readings.first?.meaning[.en] == "hives with bees")
    #expect(hives.readings.first?.ground[.en] == "an empty hive yields nothing")
    #expect(hives.settledReadings.isEmpty)
    #expect(try #require(grant.criterion("health")).readings.isEmpty)
    #expect(grant.criterion("Hives") == nil)
    #expect(grant.beyond == nil)
    #expect(grant.criterion("") == nil)
  }

  @Test func `rules are stated with the numbers of an edition`() throws {
    let grant = try grant()
    let hives = try #require(grant.criterion("hives"))
    for (edition, least) in zip(grant.editions, [10, 12]) {
      let rule = hives.statedRule(under: edition.thresholds)
      #expect(rule.message.id == "hives")
      #expect(rule.message.says[.en] == "at least {least} hives")
      #expect(rule.values == ["least": .count(least)])
    }
    let health = try #require(grant.criterion("health"))
    let rule = health.statedRule(under: grant.editions[0].thresholds)
    #expect(rule == Reason(Message("health", says: Wording(zh: "无疫病", en: "no disease"))))
  }

  @Test func `evidence says where it is lacking`() throws {
    let evidence = try #require(try grant().criterion("health")?.evidence.first)
    #expect(evidence.what == Wording(zh: "检疫证明", en: "certificate"))
    #expect(evidence.lacking(Apiary()) == ["/certificate"])
    #expect(evidence.lacking(Apiary(certificate: "c.pdf")) == [])
  }

  @Test func `the edition is that of the day`() throws {
    let grant = try grant()
    for (day, document) in try [
      (Self.day(2020, 3, 1), "bees 1"), (Self.day(2020, 3, 2), "bees 1"),
      (Self.day(2023, 12, 31), "bees 1"), (Self.day(2024, 1, 1), "bees 2"),
      (Self.day(2024, 1, 2), "bees 2"), (Self.day(9_999, 12, 31), "bees 2"),
    ] {
      #expect(try grant.edition(on: day).get().document == document, "\(day)")
    }
    #expect(try grant.edition(on: nil).get().document == "bees 2")
    #expect(try grant.edition(on: nil).get().inForce == Self.day(2024, 1, 1))
  }

  @Test func `says nothing about days before it was in force`() throws {
    let grant = try grant()
    let before = try Self.day(2020, 2, 29)
    for day in try [before, Self.day(1, 1, 1)] {
      #expect(throws: NotInForce.self) { try grant.edition(on: day).get() }
    }
    guard case .failure(let error) = grant.edition(on: before) else {
      Issue.record("no edition holds on \(before)")
      return
    }
    #expect(error.day == before)
    #expect(try error.since == Self.day(2020, 3, 1))
    #expect(throws: error) { try grant.assess(Apiary(), on: before).get() }
  }

  @Test func `an edition in force is found for every day`() throws {
    let grant = try grant()
    for day in try [Self.day(1, 1, 1), Self.day(2020, 2, 29), Self.day(2020, 3, 1)] {
      #expect(grant.editionInForce(on: day).document == "bees 1", "\(day)")
    }
    for day in try [nil, Self.day(2024, 1, 1), Self.day(9_999, 12, 31)] {
      #expect(grant.editionInForce(on: day).document == "bees 2")
      #expect(try grant.edition(on: day).get() === grant.editionInForce(on: day))
    }
  }

  /// Each edition holds from its own first day on, that between two others too.
  @Test func `the edition between two others holds from its first day`() throws {
    let (first, last) = try (grant().editions[0], grant().editions[1])
    let between = try Edition(
      document: "bees 1½", inForce: Self.day(2022, 5, 1), thresholds: first.thresholds)
    let grant = try Rulebook<Apiary>(
      id: "grant", title: Wording(zh: "补助", en: "grant"), first: first, later: [between, last],
      criteria: grant().criteria)
    for (day, document) in try [
      (Self.day(2022, 4, 30), "bees 1"), (Self.day(2022, 5, 1), "bees 1½"),
      (Self.day(2022, 5, 2), "bees 1½"), (Self.day(2023, 12, 31), "bees 1½"),
      (Self.day(2024, 1, 1), "bees 2"),
    ] {
      #expect(grant.editionInForce(on: day).document == document, "\(day)")
    }
  }

  @Test(arguments: [
    (9, Outcome.unmet, Outcome.unmet), (10, .met, .unmet), (11, .met, .unmet), (12, .met, .met),
    (13, .met, .met),
  ])
  func `thresholds are those of the edition`(hives: Int, before: Outcome, after: Outcome) throws {
    let grant = try grant()
    let apiary = Apiary(hives: Interval(hives))
    let old = try grant.assess(apiary, on: Self.day(2023, 12, 31)).get()
    let new = try grant.assess(apiary, on: Self.day(2024, 1, 1)).get()
    #expect(old["hives"]?.outcome == before)
    #expect(old["hives"]?.reason.values["threshold"] == .count(10))
    #expect(new["hives"]?.outcome == after)
    #expect(new["hives"]?.reason.values["threshold"] == .count(12))
  }

  @Test func `assesses every criterion in order`() throws {
    let apiary = Apiary(hives: Interval(12), isHealthy: true, hasCourse: false)
    let assessment = try grant().assess(apiary, on: nil).get()
    #expect(assessment.rulebook.id == "bees")
    #expect(assessment.edition.document == "bees 2")
    #expect(assessment.strictness == .conditionsOnly)
    #expect(assessment.findings.map(\.outcome) == [.met, .met, .unmet, .forReview])
    #expect(assessment.findings.map(\.reason.message.id) == ["hives", "health", "course", "honey"])
    #expect(assessment["health"] == Finding(.met, messages.health))
    #expect(assessment["course"]?.outcome == .unmet)
    #expect(assessment["absent"] == nil)
  }

  /// Every apiary there can be for the grant's thresholds and answers.
  private static let apiaries: [Apiary] = [nil, 9, 10, 11, 12].flatMap { hives in
    [nil, false, true].flatMap { isHealthy in
      [nil, false, true].map { hasCourse in
        Apiary(hives: hives.map { Interval($0) }, isHealthy: isHealthy, hasCourse: hasCourse)
      }
    }
  }

  @Test(arguments: Strictness.allCases)
  func `a summary has the outcomes and the verdict of the assessment`(strictness: Strictness) throws
  {
    let grant = try grant()
    var seen: Set<Verdict> = []
    for apiary in Self.apiaries {
      for day in [try Self.day(2023, 12, 31), try Self.day(2024, 1, 1), nil] {
        let assessment = try grant.assess(apiary, on: day, strictness: strictness).get()
        let summary = grant.summariser().summarise(
          apiary, under: assessment.edition, strictness: strictness)
        #expect(summary.outcomes == Outcomes(assessment.findings.map(\.outcome)))
        #expect(summary.verdict == assessment.verdict)
        #expect(assessment.summary.outcomes == summary.outcomes)
        #expect(assessment.summary.verdict == summary.verdict)
        #expect(assessment.summary.open == summary.open)
        seen.insert(summary.verdict)
      }
    }
    #expect(seen == Set(Verdict.allCases))
  }

  @Test func `a summary keeps the findings of open conditions and nothing else`() throws {
    let edition = try grant().editionInForce(on: Self.day(2023, 12, 31))
    let summariser = try grant().summariser()
    let open = summariser.summarise(Apiary(isHealthy: false), under: edition)
    #expect(open.outcomes == Outcomes([.undetermined, .unmet, .undetermined, .forReview]))
    #expect(open.open.map(\.criterion) == [0, 1])
    #expect(
      open.open.map(\.finding) == [
        Finding(.undetermined, .missing, missing: ["/hives"], readings: [.unknown]),
        Finding(.unmet, messages.health),
      ])
    let short = summariser.summarise(
      Apiary(hives: Interval(7), isHealthy: true), under: edition)
    #expect(short.open.map(\.criterion) == [0])
    #expect(
      short.open.map(\.finding) == [
        Finding(
          .unmet, messages.hives, ["threshold": .count(10)], shortfall: .count(-3), readings: [.no])
      ])
    let none = summariser.summarise(
      Apiary(hives: Interval(10), isHealthy: true, hasCourse: false), under: edition,
      strictness: .indicatorsToo)
    #expect(none.verdict == .ineligible)
    #expect(none.open.isEmpty)
  }

  @Test func `without explanations the outcomes are the same`() throws {
    let grant = try grant()
    for apiary in Self.apiaries {
      let bare = grant.summariser().summarise(apiary, under: grant.newest, explaining: nil)
      let explained = grant.summariser().summarise(apiary, under: grant.newest)
      #expect(bare.outcomes == explained.outcomes)
      #expect(bare.verdict == explained.verdict)
      #expect(bare.open.isEmpty)
    }
  }

  /// What lines of a batch say is the same whether the figures are kept or not.
  @Test func `of gaps only what is lacking is kept`() throws {
    let open = try grant().summariser().summarise(
      Apiary(hives: Interval(7)), under: grant().editions[0], explaining: .gaps
    ).open
    #expect(
      open == [
        NumberedFinding(
          criterion: 0, finding: Finding(.unmet, messages.hives, shortfall: .count(-3))),
        NumberedFinding(
          criterion: 1, finding: Finding(.undetermined, messages.health)),
      ])
  }

  @Test(arguments: Strictness.allCases)
  func `open conditions are found as in the assessment`(strictness: Strictness) throws {
    let grant = try grant()
    for apiary in Self.apiaries {
      let edition = grant.editionInForce(on: nil)
      let findings = grant.assess(apiary, under: edition, strictness: strictness).findings
      let open = grant.summariser().summarise(apiary, under: edition, strictness: strictness).open
      let expected = [0, 1].filter { [.unmet, .undetermined].contains(findings[$0].outcome) }
      #expect(open.map(\.criterion) == expected)
      #expect(open.map(\.finding) == expected.map { findings[$0] })
    }
  }

  @Test func `a description says all that depends on no applicant`() throws {
    for criterion in try grant().criteria {
      let about = criterion.about
      #expect(about.id == criterion.id)
      #expect(about.clauses == criterion.clauses)
      #expect(about.role == criterion.role)
      #expect(about.outcomes == criterion.role.outcomes)
      #expect(about.title == criterion.title)
      #expect(about.rule == criterion.rule)
      #expect(about.readings == criterion.readings)
      #expect(about.settledReadings == criterion.settledReadings)
      #expect(about.reads == criterion.reads)
      #expect(about.evidence == criterion.evidence.map(\.what))
    }
  }

  @Test func `a criterion decides what it explains`() throws {
    for criterion in try grant().criteria {
      for apiary in Self.apiaries {
        let numbers = Apiary.Numbers(hives: 10)
        #expect(criterion.decide(apiary, numbers) == criterion.evaluate(apiary, numbers).outcome)
      }
    }
  }

  @Test func `facts that are missing are named`() throws {
    let finding = try #require(try grant().assess(Apiary(), on: nil).get()["hives"])
    #expect(
      finding == Finding(.undetermined, .missing, missing: ["/hives"], readings: [.unknown]))
  }

  @Test(
    arguments: [
      (12, true, Verdict.eligible), (11, true, .ineligible), (12, false, .ineligible),
      (nil, true, .undetermined), (12, nil, .undetermined), (nil, nil, .undetermined),
      (nil, false, .ineligible), (11, nil, .ineligible),
    ] as [(Int?, Bool?, Verdict)])
  func `the verdict is the conjunction of conditions`(
    hives: Int?, isHealthy: Bool?, verdict: Verdict
  ) throws {
    let apiary = Apiary(hives: hives.map { Interval($0) }, isHealthy: isHealthy)
    #expect(try grant().assess(apiary, on: nil).get().verdict == verdict)
  }

  /// Between 11 and 13 hives meets the first edition's number and leaves the second's open.
  @Test func `an imprecise fact decides where every value does`() throws {
    let apiary = Apiary(hives: Interval(from: 11, through: 13), isHealthy: true)
    #expect(try grant().assess(apiary, on: Self.day(2023, 1, 1)).get().verdict == .eligible)
    #expect(try grant().assess(apiary, on: Self.day(2025, 1, 1)).get().verdict == .undetermined)
  }

  @Test(
    arguments: [
      (true, Verdict.eligible), (false, .ineligible), (nil, .undetermined),
    ] as [(Bool?, Verdict)])
  func `indicators count only when asked for`(hasCourse: Bool?, strict: Verdict) throws {
    let apiary = Apiary(hives: Interval(12), isHealthy: true, hasCourse: hasCourse)
    let plain = try grant().assess(apiary, on: nil).get()
    #expect(plain.verdict == .eligible)
    let assessment = try grant().assess(apiary, on: nil, strictness: .indicatorsToo).get()
    #expect(assessment.strictness == .indicatorsToo)
    #expect(assessment.verdict == strict)
  }

  @Test func `a rulebook without requirements asks nothing`() throws {
    let day = try Self.day(2025, 1, 1)
    let empty = Rulebook<Apiary>(
      id: "empty", title: Wording(zh: "空", en: "empty"),
      first: Edition(document: "d", inForce: day, thresholds: Apiary.Numbers(hives: 0)),
      criteria: [])
    #expect(empty.editions.count == 1)
    #expect(try empty.assess(Apiary(), on: day).get().verdict == .eligible)
    #expect(try empty.assess(Apiary(), on: day).get().findings.isEmpty)
    let summary = empty.summariser().summarise(Apiary(), under: empty.newest)
    #expect(summary.verdict == .eligible)
    #expect(summary.outcomes == Outcomes())
  }
}
