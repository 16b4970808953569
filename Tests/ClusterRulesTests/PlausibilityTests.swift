// Each notice, and what is not odd.

import CommonFacts
import Eligibility
import Testing

@testable import ClusterRules

@Suite struct PlausibilityTests {
  private func notices(_ change: (inout ClusterApplication) -> Void = { _ in }) -> [String] {
    ClusterPlausibility.notices(on: ClusterApplication.eligible(change)).map {
      $0.reason.message.id
    }
  }

  private func division(_ code: String) -> AdministrativeDivision? { AdministrativeDivision(code) }

  @Test func `nothing is odd about the eligible cluster, nor about a blank one`() {
    #expect(notices() == [])
    #expect(ClusterPlausibility.notices(on: ClusterApplication()) == [])
  }

  @Test func `a member does not leave before it joins`() {
    func term(_ since: PartialDate, _ until: PartialDate) -> [String] {
      notices {
        $0.members.list?[2].since = since
        $0.members.list?[2].until = until
      }
    }
    #expect(term(.year(2020), .day("2019-12-31")) == ["member-left-before-joining"])
    #expect(!term(.year(2020), .year(2020)).contains("member-left-before-joining"))
  }

  @Test func `a grave accident of a code that no enterprise of the list has is pointed out`() {
    func of(_ code: SocialCreditCode, _ change: (inout ClusterIncident) -> Void = { _ in })
      -> [String]
    {
      notices { application in
        var incident = ClusterIncident(on: .day("2024-05-01"))
        incident.member = code
        change(&incident)
        application.incidents = [incident]
      }
    }
    #expect(of(.stranger) == ["accident-of-no-enterprise"])
    #expect(of(.institute) == ["accident-of-no-enterprise"])
    #expect(of(.maker) == [])
    #expect(of(.stranger) { $0.determination.status = .cleared } == [])
    #expect(of(.stranger) { $0.grade = .larger } == [])
    #expect(of(.stranger) { $0.kind = .other } == [])
  }

  @Test func `the filing date lies in the round`() {
    #expect(notices { $0.applicationYear = 2026 } == ["filed-outside-round"])
    #expect(notices { $0.applicationYear = nil } == [])
  }

  @Test func `the lead is among the areas, and several prefectures need one`() {
    #expect(
      notices {
        $0.cluster.leadPrefecture = division("220200")
        $0.bureau = .jilin
      } == ["lead-not-among-areas"])
    #expect(
      notices {
        $0.cluster.areas = [division("220102"), division("220202")]
        $0.cluster.leadPrefecture = nil
      } == ["lead-missing"])
    #expect(notices { $0.cluster.areas = [division("220102"), division("220202")] } == [])
    #expect(notices { $0.cluster.leadPrefecture = nil } == [])
    // Of areas that could not be read nothing is said.
    #expect(
      notices {
        $0.cluster.areas = [division("220102"), nil]
        $0.cluster.leadPrefecture = division("220200")
        $0.bureau = nil
      } == [])
    #expect(notices { $0.cluster.areas = [] } == [])
  }

  @Test func `an old code of a place that moved is that of its new prefecture`() {
    #expect(notices { $0.cluster.areas = [division("220381")] } == ["division-moved"])
  }

  @Test func `the bureau is the lead prefecture's, or that of the only one`() {
    #expect(notices { $0.bureau = .siping } == ["filed-elsewhere"])
    #expect(
      notices {
        $0.bureau = .siping
        $0.cluster.leadPrefecture = nil
      } == ["filed-elsewhere"])
    #expect(
      notices {
        $0.bureau = .siping
        $0.cluster.areas = [division("220302"), division("220102")]
        $0.cluster.leadPrefecture = nil
      } == ["lead-missing"])
    #expect(
      notices {
        $0.bureau = .meihekou
        $0.cluster.areas = [division("220581")]
        $0.cluster.leadPrefecture = division("220500")
      } == [])
    #expect(
      notices {
        $0.cluster.areas = [division("210102")]
        $0.cluster.leadPrefecture = division("210100")
      } == [])
    #expect(notices { $0.bureau = nil } == [])
  }

  @Test func `the leading industry and most members are in manufacturing`() {
    #expect(
      notices { $0.cluster.industries = [IndustryCode("36"), nil, IndustryCode("65")] }
        == ["industry-outside-manufacturing"])
    // Two of four are not most, three are.
    #expect(notices { $0.members.list?[1].industryCode = nil } == ["members-outside-manufacturing"])
    #expect(
      notices { $0.members.list?[1].industryCode = IndustryCode("44") }
        == ["members-outside-manufacturing"])
  }

  @Test func `codes are the promotion organisation's and right inside`() {
    #expect(
      notices { $0.promoter.creditCode = .made("51", 1, in: "210000") } == ["registered-elsewhere"])
    #expect(notices { $0.promoter.creditCode = .made("51", 1, in: "100000") } == [])
    let text = SocialCreditCode.promoter.text
    let check = SocialCreditCode.promoter.organisationCheck.expected
    let wrong = text.prefix(16) + (check == "0" ? "1" : "0") + "0"
    let code = (try? SocialCreditCode(String(wrong)))?.corrected
    #expect(notices { $0.promoter.creditCode = code } == ["organisation-code-check"])
    #expect(notices { $0.members.list?[3].creditCode = code } == ["organisation-code-check"])
    #expect(notices { $0.promoter.creditCode = .promoter.misspelt } == [])
  }

  @Test func `credit is looked up by the filing date, and public money is a part of income`() {
    #expect(
      notices { $0.promoter.creditRecords.lookedUp = "2025-09-11" } == ["look-up-after-filing"])
    #expect(
      notices { $0.promoter.accounts.years = [.init(2024, income: 10, publicIncome: 11)] }
        == ["public-income-exceeds-income"])
    #expect(
      notices { $0.promoter.accounts.years = [.init(2024, income: 11, publicIncome: 11)] } == [])
  }

  @Test func `members are listed once, with parts within wholes`() {
    #expect(notices { $0.members.list?[1].creditCode = .maker } == ["member-listed-twice"])
    #expect(
      notices { $0.members.list?[0].since = .day("2025-09-11") } == ["member-since-after-filing"])
    #expect(notices { $0.members.list?[0].since = .month(2025, 9) } == [])
    #expect(notices { $0.members.list?[0].researchStaff = 101 } == ["research-staff-exceed-staff"])
    #expect(notices { $0.members.list?[0].researchStaff = 100 } == [])
    #expect(
      notices {
        $0.members.list?[0].name = nil
        $0.members.list?[0].researchAndDevelopment = Money(fen: 10_001)
      } == ["research-exceeds-revenue"])
    #expect(notices { $0.members.list?[0].researchAndDevelopment = Money(yuan: 100) } == [])
  }

  @Test func `titles are valid on the filing date`() {
    #expect(notices { $0.titles?[0].recognition.validUntil = "2025-09-09" } == ["title-ended"])
    #expect(notices { $0.titles?[0].recognition.validUntil = "2025-09-10" } == [])
    #expect(
      notices { $0.titles?[0].recognition.validFrom = "2025-09-11" } == ["title-after-filing"])
    #expect(
      notices { $0.titles?[0].recognition.validUntil = "9999-12-31" } == ["title-without-end"])
    #expect(
      notices {
        $0.filingDate = nil
        $0.titles?[0].recognition.validUntil = "9999-12-31"
      } == ["title-without-end"])
  }

  @Test func `shares lie between nothing and the whole`() {
    #expect(
      notices { $0.localSupply.rate = Decimal(10_001, scale: 2) } == ["local-rate-out-of-range"])
    #expect(notices { $0.localSupply.rate = Decimal(100) } == [])
    #expect(
      notices { $0.industryAverages?[0].value = Decimal(10_001, scale: 2) }
        == ["average-out-of-range"])
    #expect(notices { $0.industryAverages?[0].value = Decimal(100) } == [])
  }

  @Test func `nothing happens after the filing date`() {
    #expect(
      notices { $0.incidents = [ClusterIncident(on: .day("2025-09-11"))] } == ["event-after-filing"]
    )
    #expect(
      notices {
        $0.incidents = [ClusterIncident(on: .year(2025), determined: .day("2025-09-11"))]
      } == ["event-after-filing"])
    #expect(
      notices {
        $0.filingDate = nil
        $0.incidents = [ClusterIncident(on: .day("2025-09-11"))]
      } == [])
  }
}
