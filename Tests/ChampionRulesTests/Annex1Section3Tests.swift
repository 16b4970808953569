// Annex 1, section 3 asks for one thing of a kind several times, and for figures that experts weigh.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct ResearchInstitutionTests {
  private func weigh(_ levels: [Level?]) throws -> Finding {
    try judge("rd-institution") {
      $0.innovation.institutions = levels.map { Innovation.Institution(level: $0) }
    }
  }

  @Test(arguments: [Level.national, .provincial, .municipal])
  func `one recognised at city level or above suffices`(level: Level) throws {
    for levels in [[level], [.below, level], [nil, level]] {
      let finding = try weigh(levels)
      #expect(finding.outcome == .met)
      #expect(finding.said == "one-suffices")
      #expect(finding.value("count") == .count(levels.count))
      #expect(finding.missing.isEmpty)
    }
  }

  @Test func `below city level, or none, is unmet`() throws {
    let below = try weigh([.below, .below])
    #expect(below.outcome == .unmet)
    #expect(below.said == "none-suffices")
    #expect(below.value("count") == .count(2))
    let none = try weigh([])
    #expect(none.outcome == .unmet)
    #expect(none.said == "none-declared")
  }

  @Test func `an unknown level or list leaves it open and is named`() throws {
    #expect(
      try weigh([.below, nil]) == .lacking([Pointer("/innovation/institutions/*/level", at: 1)]))
    #expect(
      try judge("rd-institution") { $0.innovation.institutions = nil }
        == .lacking(["/innovation/institutions"]))
  }
}

@Suite struct ResearchIntensityTests {
  @Test func `research spending in operating revenue is shown for each year, oldest first`()
    throws
  {
    let finding = try judge("rd-intensity") {
      $0.figures.years?[0].researchAndDevelopment = Money(yuan: 11_000_000)
      $0.figures.years?[0].operatingRevenue = Money(yuan: 220_000_000)
      $0.figures.years?[2].researchAndDevelopment = .zero
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "research-shares")
    #expect(finding.value("year1") == .year(2022))
    #expect(
      finding.value("share1")
        == Ratio(Money(yuan: 11_000_000), of: Money(yuan: 220_000_000)).map { .ratio($0) })
    #expect(
      finding.value("share3") == Ratio(.zero, of: Money(yuan: 270_000_000)).map { .ratio($0) })
  }

  @Test func `every missing figure leaves it open and is named once`() throws {
    let finding = try judge("rd-intensity") {
      $0.figures.years?[0].researchAndDevelopment = nil
      $0.figures.years?[1].operatingRevenue = nil
      $0.figures.years?.removeLast()
    }
    #expect(finding.outcome == .undetermined)
    #expect(
      finding.missing == [
        Pointer("/figures/years/*/researchAndDevelopment", at: 0), "/figures/years",
        Pointer("/figures/years/*/operatingRevenue", at: 1),
      ])
  }
}

@Suite struct TransferEffectTests {
  @Test func `income from innovation in operating revenue of the last year is shown`() throws {
    let finding = try judge("transfer-effect") {
      $0.figures.years?[2].innovationIncome = Money(yuan: 27_000_000)
      $0.figures.years?[2].operatingRevenue = Money(yuan: 270_000_000)
      $0.figures.years?[0].innovationIncome = nil
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "innovation-share")
    #expect(finding.value("year1") == .year(2024))
    #expect(
      finding.value("share1")
        == Ratio(Money(yuan: 27_000_000), of: Money(yuan: 270_000_000)).map { .ratio($0) })
    let open = try judge("transfer-effect") { $0.figures.years?[2].innovationIncome = nil }
    #expect(open.outcome == .undetermined)
    #expect(open.missing == [Pointer("/figures/years/*/innovationIncome", at: 2)])
  }
}

@Suite struct CoreIntellectualPropertyTests {
  @Test func `one suffices, none is unmet, nothing said is open`() throws {
    #expect(try judge("core-ip") { _ in }.outcome == .met)
    let none = try judge("core-ip") { $0.innovation.coreIntellectualProperty = [] }
    #expect(none.outcome == .unmet)
    #expect(none.said == "none-declared")
    #expect(
      try judge("core-ip") { $0.innovation.coreIntellectualProperty = nil }
        == .lacking(["/innovation/coreIntellectualProperty"]))
  }
}

@Suite struct PatentLeadTests {
  @Test func `the numbers are shown, and no number of them decides`() throws {
    let finding = try judge("patent-lead") {
      $0.innovation.domesticPatents = 12
      $0.innovation.internationalPatents = 0
    }
    #expect(finding.outcome == .forReview)
    #expect(finding.said == "patent-counts")
    #expect(finding.value("domestic") == .count(12))
    #expect(finding.value("international") == .count(0))
  }

  @Test func `missing numbers leave it open and are named`() throws {
    let finding = try judge("patent-lead") {
      $0.innovation.domesticPatents = nil
      $0.innovation.internationalPatents = nil
    }
    #expect(finding.outcome == .undetermined)
    #expect(
      finding.missing == ["/innovation/domesticPatents", "/innovation/internationalPatents"])
  }
}

@Suite struct StandardsTests {
  private func weigh(_ levels: [StandardLevel?]) throws -> Finding {
    try judge("standards") {
      $0.innovation.standards = levels.map { Innovation.Standard(level: $0) }
    }
  }

  @Test(arguments: [StandardLevel.international, .national, .industry])
  func `one international, national or industry standard suffices`(level: StandardLevel) throws {
    for levels in [[level], [.other, level], [nil, level]] {
      #expect(try weigh(levels).outcome == .met)
    }
  }

  @Test func `whether standards of another level count is read in two ways, none is unmet`() throws
  {
    let other = try weigh([.other])
    #expect(other.outcome == .undetermined)
    #expect(other.said == "items-readings-disagree")
    #expect(other.readings == [.no, .yes])
    #expect(try weigh([]).outcome == .unmet)
    #expect(try weigh([]).readings == [.no, .no])
  }

  @Test func `an unknown level or list leaves it open and is named`() throws {
    #expect(
      try weigh([.other, nil])
        == .lacking(
          [Pointer("/innovation/standards/*/level", at: 1)], readings: [.unknown, .yes]))
    #expect(
      try judge("standards") { $0.innovation.standards = nil }
        == .lacking(["/innovation/standards"], readings: [.unknown, .unknown]))
  }
}

@Suite struct AppliedResultsTests {
  private func weigh(_ results: [(Bool?, Bool?)]) throws -> Finding {
    try judge("applied-results") {
      $0.innovation.appliedResults = results.map {
        Innovation.AppliedResult(isInUse: $0.0, bringsBenefit: $0.1)
      }
    }
  }

  @Test func `one that is in use and brings benefit suffices`() throws {
    #expect(try weigh([(true, true)]).outcome == .met)
    #expect(try weigh([(false, false), (nil, nil), (true, true)]).outcome == .met)
  }

  @Test func `use by one and benefit by another do not add up`() throws {
    let finding = try weigh([(true, false), (false, true)])
    #expect(finding.outcome == .unmet)
    #expect(finding.said == "none-suffices")
    #expect(try weigh([]).said == "none-declared")
  }

  @Test func `what the item that comes nearest lacks is named`() throws {
    let (use, benefit) = (
      Wording(zh: "实际应用", en: "actual use"), Wording(zh: "经济效益", en: "economic benefit")
    )
    #expect(try weigh([(true, false)]).value("wanted") == .list([.term(benefit)]))
    #expect(try weigh([(false, false), (false, true)]).value("wanted") == .list([.term(use)]))
    #expect(try weigh([(false, false)]).value("wanted") == .list([.term(use), .term(benefit)]))
  }

  @Test func `what is already ruled out needs no further fact`() throws {
    #expect(try weigh([(false, nil), (nil, false)]).outcome == .unmet)
  }

  @Test func `an unknown fact that would decide leaves it open and is named`() throws {
    #expect(
      try weigh([(false, false), (true, nil)])
        == .lacking([Pointer("/innovation/appliedResults/*/bringsBenefit", at: 1)]))
    #expect(
      try weigh([(nil, true)])
        == .lacking([Pointer("/innovation/appliedResults/*/isInUse", at: 0)]))
    #expect(
      try weigh([(nil, nil)])
        == .lacking([
          Pointer("/innovation/appliedResults/*/isInUse", at: 0),
          Pointer("/innovation/appliedResults/*/bringsBenefit", at: 0),
        ]))
    #expect(
      try judge("applied-results") { $0.innovation.appliedResults = nil }
        == .lacking(["/innovation/appliedResults"]))
  }
}
