// What tables show of an application is the facts as they count, or nothing where they do not.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct StatedFactsTests {
  @Test(arguments: [
    (PartialDate.day("2018-01-01"), 7), (.day("2018-01-02"), 6), (.month(2018, 1), 6),
    (.year(2018), 6), (.day("2026-01-01"), 0),
  ])
  func `complete years in the field end with the year before the round`(
    start: PartialDate, years: Int
  ) {
    var application = Application.eligible
    application.product.fieldSince = start
    #expect(application.completeYearsInField == years)
    application.applicationYear = nil
    #expect(application.completeYearsInField == nil)
  }

  @Test func `revenue of a year is that of its only entry`() {
    var figures = Figures()
    figures.years = [
      YearFigures(of: 2023, mainBusiness: 5), YearFigures(of: 2024, mainBusiness: 7),
    ]
    #expect(figures.mainBusinessRevenue(of: 2024) == Money(yuan: 7))
    #expect(figures.mainBusinessRevenue(of: 2022) == nil)
    figures.years?.append(YearFigures(of: 2024, mainBusiness: 7))
    #expect(figures.mainBusinessRevenue(of: 2024) == nil)
    #expect(Figures().mainBusinessRevenue(of: 2024) == nil)
  }
}
