// Chance draws applications near the thresholds, some facts unknown, so that properties meet all cases.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

/// Draws applications; the same seed draws the same ones.
struct Lottery {
  /// Where chance comes from.
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// An application between the eligible one and one of which little is known or good.
  mutating func application() -> Application {
    var application = Application.eligible
    // Each draw has its own share of changed and unknown facts, so that all verdicts come up.
    let changed = generator.pick([0, 1, 2, 5, 20, 60])
    let unknown = generator.pick([0, 0, 1, 5, 20, 60])
    drawGroups(of: &application, inPercent: changed * 3)
    for fact in Fact.all {
      if generator.happens(inPercent: unknown) {
        fact.remove(&application)
      } else if generator.happens(inPercent: changed) {
        generator.pick(fact.settings)(&application)
      }
    }
    return application
  }

  /// An application whose ranks do not contradict each other: the known ones are put in order.
  mutating func consistentApplication() -> Application {
    var application = application()
    let market = application.market
    var ranks = [market.province.rank, market.nation.rank, market.world.rank].compactMap { $0 }
    ranks.sort(by: >)
    if market.province.rank != nil { application.market.province.rank = ranks.popLast() }
    if market.nation.rank != nil { application.market.nation.rank = ranks.popLast() }
    if market.world.rank != nil { application.market.world.rank = ranks.popLast() }
    return application
  }

  private mutating func drawGroups(of application: inout Application, inPercent percent: Int) {
    if generator.happens(inPercent: percent) {
      application.incidents = (0..<generator.pick(0...3)).map { _ in incident() }
    }
    if generator.happens(inPercent: percent) {
      application.revocations = (0..<generator.pick(0...3)).map { _ in revocation() }
    }
    if generator.happens(inPercent: percent) {
      application.kind = .review
      application.certificate = .held
    }
    if generator.happens(inPercent: percent) {
      application.otherProducts = (0..<generator.pick(0...3)).map { _ in
        OtherProduct("虚构产品", generator.pick(PolicyClass.allCases + [nil]))
      }
    }
    if generator.happens(inPercent: percent) {
      application.recognitions = (0..<generator.pick(0...3)).map { _ in
        Recognition(
          generator.pick(Recognition.Kind.allCases + [nil]),
          validUntil: generator.pick(["2025-09-09", "2025-09-10", "2026-06-30", nil]))
      }
    }
    if generator.happens(inPercent: percent) {
      application.market.province.rank = generator.pick([1, 1, 2, nil])
      application.market.nation.rank = generator.pick([1, 3, 5, 6, 8, 11, nil])
      application.market.world.rank = generator.pick([1, 5, 9, 10, 11, 40, nil])
    }
    if generator.happens(inPercent: percent) {
      application.figures.years = (0..<generator.pick(0...4)).map { _ in year() }
    }
    if generator.happens(inPercent: percent) {
      application.innovation.institutions = (0..<generator.pick(0...3)).map { _ in
        Innovation.Institution(level: generator.pick(Level.allCases + [nil]))
      }
      application.talent.programmes = (0..<generator.pick(0...3)).map { _ in
        Talent.Programme(level: generator.pick(Level.allCases + [nil]))
      }
      application.innovation.standards = (0..<generator.pick(0...3)).map { _ in
        Innovation.Standard(level: generator.pick(StandardLevel.allCases + [nil]))
      }
      application.innovation.appliedResults = (0..<generator.pick(0...3)).map { _ in
        Innovation.AppliedResult(
          isInUse: generator.pick([true, false, nil]),
          bringsBenefit: generator.pick([true, false, nil]))
      }
    }
  }

  private mutating func incident() -> Incident {
    Incident(
      generator.pick(Incident.Kind.allCases + [nil]), on: date(),
      grade: generator.pick(IncidentGrade.allCases + [nil]),
      generator.pick(Determination.Status.allCases + [.confirmed, nil]))
  }

  private mutating func revocation() -> Revocation {
    var revocation = Revocation(
      under: generator.pick([12, 13, 13, 14, nil]), decided: date(), event: date())
    revocation.ground = generator.pick(
      Revocation.Ground.allCases.filter { revocation.article.map($0.articles.contains) ?? true }
        + [nil])
    return revocation
  }

  private mutating func year() -> YearFigures {
    var year = YearFigures(
      of: generator.pick(2021...2025), mainBusiness: Int64(generator.pick(1...4)) * 100_000_000)
    if generator.happens(inPercent: 10) { year.isAudited = false }
    return year
  }

  /// A day, month or year about the beginning of the periods that look back from September 2025.
  private mutating func date() -> PartialDate? {
    let (year, month) = (generator.pick(2020...2026), generator.pick(1...12))
    switch generator.pick(0...9) {
    case 0: return nil
    case 1: return .year(year)
    case 2: return .month(year, month)
    default: return Day(year, month, generator.pick(1...28)).map { .day($0) }
    }
  }
}

extension Market {
  /// Whether nobody ranks better in a wider market.
  var ranksAreInOrder: Bool {
    let ranks = [province.rank, nation.rank, world.rank].compactMap { $0 }
    return ranks == ranks.sorted()
  }
}
