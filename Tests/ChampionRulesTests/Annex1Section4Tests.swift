// Annex 1, section 4 is mostly for experts; two facts about people can be told from data.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct OperatingPerformanceTests {
  @Test func `revenue and profit are shown with their changes, a loss among them`() throws {
    let finding = try judge("operating-performance") {
      $0.figures.years?[0].profit = Money(yuan: 10_000_000)
      $0.figures.years?[1].profit = Money(yuan: -5_000_000)
      $0.figures.years?[2].profit = Money(yuan: 20_000_000)
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "performance-trend")
    #expect(finding.value("year2") == .year(2023))
    #expect(finding.value("revenue3") == .money(Money(yuan: 260_000_000)))
    #expect(finding.value("profit2") == .money(Money(yuan: -5_000_000)))
    #expect(
      finding.value("change2")
        == Ratio(Money(yuan: 20_000_000), of: Money(yuan: 210_000_000)).map { .change($0) })
    #expect(
      finding.value("profitChange2")
        == Ratio(Money(yuan: -15_000_000), of: Money(yuan: 10_000_000)).map { .change($0) })
    // A change from a loss is no number.
    #expect(
      finding.value("profitChange3")
        == .term(Wording(zh: "基数为负，无法计算", en: "not computable, as the base is negative")))
    let names = finding.reason.values.entries.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `every missing figure leaves it open and is named once`() throws {
    let finding = try judge("operating-performance") {
      $0.figures.years?[0].mainBusinessRevenue = nil
      $0.figures.years?[1].profit = nil
      $0.figures.years?.removeLast()
    }
    #expect(finding.outcome == .undetermined)
    #expect(
      finding.missing == [
        Pointer("/figures/years/*/mainBusinessRevenue", at: 0), "/figures/years",
        Pointer("/figures/years/*/profit", at: 1),
      ])
  }
}

@Suite struct JudgementTests {
  @Test(arguments: Judgement.allCases)
  func `statement and proof given it is for review, never met and never unmet`(
    judgement: Judgement
  ) throws {
    let finding = try judge(judgement.rawValue) { _ in }
    #expect(finding.outcome == .forReview)
    #expect(finding.missing.isEmpty)
  }

  @Test(arguments: Judgement.allCases)
  func `without statement or proof it is open, and what lacks is named`(judgement: Judgement)
    throws
  {
    let text = Pointer("/statements/\(judgement.rawValue)/text")
    let proofs = Pointer("/statements/\(judgement.rawValue)/evidence")
    let silent = try judge(judgement.rawValue) { $0.statements[judgement]?.hasText = false }
    #expect(silent.outcome == .undetermined)
    #expect(silent.missing == [text])
    for evidence in [nil, 0] as [Int?] {
      let unproven = try judge(judgement.rawValue) { $0.statements[judgement]?.evidence = evidence }
      #expect(unproven.outcome == .undetermined)
      #expect(unproven.missing == [proofs])
    }
    let absent = try judge(judgement.rawValue) { $0.statements[judgement] = nil }
    #expect(absent.outcome == .undetermined)
    #expect(absent.missing == [text, proofs])
  }

  @Test(arguments: [
    Judgement.productExcellence, .management, .culture, .localOrientation, .keyChain,
  ])
  func `where no figure helps, nothing but the statement and its proof is asked for`(
    judgement: Judgement
  ) throws {
    var application = Application()
    application.statements[judgement] = .proven
    let finding = try judge(application, by: judgement.rawValue)
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "experts-decide")
  }
}

@Suite struct TalentProgrammeTests {
  private func weigh(_ levels: [Level?]) throws -> Finding {
    try judge("talent-programme") {
      $0.talent.programmes = levels.map { Talent.Programme(level: $0) }
    }
  }

  @Test(arguments: [Level.provincial, .municipal])
  func `one provincial or municipal selection suffices under both readings`(level: Level) throws {
    for levels in [[level], [.below, level], [.national, level], [nil, level]] {
      let finding = try weigh(levels)
      #expect(finding.outcome == .met)
      #expect(finding.readings == [.yes, .yes])
    }
  }

  @Test func `only national selections divide the readings`() throws {
    let finding = try weigh([.national, .below])
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "items-readings-disagree")
    #expect(finding.readings == [.no, .yes])
    #expect(finding.missing.isEmpty)
    #expect(finding.value("count") == .count(2))
  }

  @Test func `selections below city level, or none, are unmet under both readings`() throws {
    #expect(try weigh([.below]).readings == [.no, .no])
    #expect(try weigh([.below]).outcome == .unmet)
    #expect(try weigh([.below]).said == "none-suffices")
    #expect(try weigh([]).outcome == .unmet)
    #expect(try weigh([]).said == "none-declared")
  }

  @Test func `an unknown level or list leaves it open and is named`() throws {
    let level = Pointer("/talent/programmes/*/level", at: 1)
    #expect(try weigh([.below, nil]) == .lacking([level], readings: [.unknown, .unknown]))
    #expect(try weigh([.national, nil]) == .lacking([level], readings: [.unknown, .yes]))
    #expect(
      try judge("talent-programme") { $0.talent.programmes = nil }
        == .lacking(["/talent/programmes"], readings: [.unknown, .unknown]))
  }
}

@Suite struct TalentCooperationTests {
  @Test func `one suffices, none is unmet, nothing said is open`() throws {
    #expect(try judge("talent-cooperation") { _ in }.outcome == .met)
    #expect(try judge("talent-cooperation") { _ in }.readings.isEmpty)
    #expect(try judge("talent-cooperation") { $0.talent.cooperations = [] }.outcome == .unmet)
    #expect(
      try judge("talent-cooperation") { $0.talent.cooperations = nil }
        == .lacking(["/talent/cooperations"]))
  }
}
