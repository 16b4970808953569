// Article 6(7): four readings, and every fact on which they depend.

import CommonFacts
import Eligibility
import Testing

@testable import ClusterRules

@Suite struct AccidentTests {
  private func accidents(
    _ incidents: [ClusterIncident]?, _ change: (inout ClusterApplication) -> Void = { _ in }
  ) -> Finding {
    ClusterApplication.eligible {
      $0.members.list?[0].since = .day("2010-01-01")
      $0.incidents = incidents
      change(&$0)
    }.finding("cluster-accidents")
  }

  @Test func `none declared is clean where the list is complete`() {
    #expect(accidents([]).outcome == .met)
    #expect(accidents([]).reason.message.id == "no-accidents")
    #expect(accidents([]) { $0.members.isComplete = nil }.missing == ["/members/isComplete"])
    #expect(
      accidents([]) { $0.members.isComplete = false }.reason.message.id == "member-list-incomplete")
    #expect(accidents(nil).missing == ["/incidents"])
    #expect(accidents([]) { $0.filingDate = nil }.missing == ["/filingDate"])
  }

  @Test func `the two highest grades of the two kinds count`() {
    for (kind, grade, outcome) in [
      (.workSafety, .major, .unmet), (.workSafety, .extraordinarilyMajor, .unmet),
      (.environment, .major, .unmet), (.environment, .extraordinarilyMajor, .unmet),
      (.workSafety, .larger, .met), (.environment, .ordinary, .met), (.other, .major, .met),
      (nil, .major, .undetermined), (.workSafety, nil, .undetermined), (nil, .larger, .met),
      (.other, nil, .met),
    ] as [(ClusterIncident.Kind?, IncidentGrade?, Outcome)] {
      let finding = accidents([ClusterIncident(.maker, kind, on: .day("2024-05-01"), grade: grade)])
      #expect(finding.outcome == outcome)
    }
    #expect(
      accidents([ClusterIncident(.maker, .other, on: .year(2024))]).reason.message.id
        == "no-accident-counts")
  }

  @Test func `an authority's determination decides`() {
    func determined(_ status: Determination.Status?, _ date: PartialDate? = nil) -> Finding {
      accidents([
        ClusterIncident(on: .day("2024-05-01"), status, determined: date)
      ])
    }
    #expect(determined(.confirmed).outcome == .unmet)
    #expect(determined(.cleared).outcome == .met)
    #expect(determined(.pending).reason.message.id == "accident-pending")
    #expect(determined(nil).missing == [Pointer("/incidents/*/determination/status", at: 0)])
    #expect(determined(.confirmed, .day("2024-06-01")).outcome == .unmet)
    // A determination before the event or after the filing contradicts it, whatever it says.
    #expect(determined(.cleared, .day("2024-04-30")).outcome == .undetermined)
    #expect(determined(.cleared, .day("2025-09-11")).outcome == .undetermined)
    #expect(
      determined(.confirmed, .day("2024-04-30")).reason.message.id == "accident-dates-contradict")
    #expect(determined(.cleared, .day("2025-09-10")).outcome == .met)
    let undated = accidents([ClusterIncident(on: nil, .pending, determined: .year(2024))])
    #expect(undated.reason.message.id == "accident-pending-open-end")
  }

  @Test func `each end of both periods is exact`() {
    for (date, readings, outcome) in [
      ("2021-12-31", [.yes, .yes, .yes, .yes], .met),
      ("2022-01-01", [.yes, .yes, .no, .no], .undetermined),
      ("2022-09-09", [.yes, .yes, .no, .no], .undetermined),
      ("2022-09-10", [.no, .no, .no, .no], .unmet),
      ("2025-09-10", [.no, .no, .no, .no], .unmet),
      // An accident after the filing cannot be.
      ("2025-09-11", [.unknown, .unknown, .unknown, .unknown], .undetermined),
    ] as [(Day, [Kleene], Outcome)] {
      let finding = accidents([ClusterIncident(on: .day(date))])
      #expect(finding.readings == readings)
      #expect(finding.outcome == outcome)
    }
    #expect(
      accidents([ClusterIncident(on: .day("2025-09-11"))]).reason.message.id
        == "accident-dates-contradict")
    #expect(
      accidents([ClusterIncident(on: .day("2022-05-01"))]).reason.message.id
        == "accident-readings-disagree")
  }

  @Test func `a date known to the month or year is an interval`() {
    #expect(accidents([ClusterIncident(on: .year(2024))]).outcome == .unmet)
    #expect(
      accidents([ClusterIncident(on: .month(2022, 9))]).readings == [.unknown, .unknown, .no, .no])
    #expect(
      accidents([ClusterIncident(on: .month(2022, 9))]).reason.message.id == "accident-unclear")
    #expect(accidents([ClusterIncident(on: .year(2021))]).outcome == .met)
    #expect(accidents([ClusterIncident(on: nil)]).missing == [Pointer("/incidents/*/date", at: 0)])
  }

  @Test func `whose accidents are meant is read in two ways`() {
    func whose(since: PartialDate?, until: PartialDate?) -> [Kleene] {
      accidents([ClusterIncident(on: .day("2024-05-01"))]) {
        $0.members.list?[0].since = since
        $0.members.list?[0].until = until
      }.readings
    }
    #expect(whose(since: .day("2010-01-01"), until: nil) == [.no, .no, .no, .no])
    // It joined after the accident.
    #expect(whose(since: .day("2024-05-02"), until: nil) == [.no, .yes, .no, .yes])
    #expect(whose(since: .day("2024-05-01"), until: nil) == [.no, .no, .no, .no])
    // It has left since.
    #expect(whose(since: .day("2010-01-01"), until: .day("2025-01-01")) == [.yes, .no, .yes, .no])
    #expect(whose(since: .day("2010-01-01"), until: .day("2024-05-01")) == [.yes, .no, .yes, .no])
    #expect(
      whose(since: .day("2010-01-01"), until: .day("2024-04-30")) == [.yes, .yes, .yes, .yes])
    // Who left before it came may be a member or not.
    #expect(
      whose(since: .day("2019-05-20"), until: .day("2010-01-01"))
        == [.unknown, .unknown, .unknown, .unknown])
    #expect(whose(since: nil, until: nil) == [.no, .unknown, .no, .unknown])
    #expect(whose(since: .month(2024, 5), until: nil) == [.no, .unknown, .no, .unknown])
    #expect(whose(since: .year(2010), until: .year(2024)) == [.yes, .unknown, .yes, .unknown])
  }

  @Test func `the enterprise is found by its code`() {
    func of(
      _ code: SocialCreditCode?, _ change: (inout ClusterApplication) -> Void = { _ in }
    ) -> Outcome {
      accidents([ClusterIncident(code, on: .day("2024-05-01"))], change).outcome
    }
    #expect(of(.stranger) == .met)
    #expect(of(.stranger) { $0.members.isComplete = nil } == .undetermined)
    #expect(of(.institute) == .met)
    #expect(of(nil) == .undetermined)
    #expect(of(.stranger) { $0.members.list?[0].creditCode = nil } == .undetermined)
    #expect(of(.maker) { $0.members.list = nil } == .undetermined)
    #expect(of(.maker) { $0.members.list?[0].kind = nil } == .undetermined)
    #expect(of(.maker) { $0.members.list?[0].kind = .other } == .met)
    #expect(of(.maker) { $0.members.isComplete = nil } == .unmet)
  }

  @Test func `of an undated accident of no enterprise nothing is asked`() {
    #expect(accidents([ClusterIncident(.institute, on: nil)]).outcome == .met)
  }

  @Test func `the year of the round opens the period of calendar years`() {
    let finding = accidents([ClusterIncident(on: .day("2024-05-01"))]) { $0.applicationYear = nil }
    #expect(finding.readings == [.no, .no, .unknown, .unknown])
    #expect(finding.missing == ["/applicationYear"])
    #expect(finding.reason.message.id == "accident-facts-missing")
  }

  @Test func `the day from which none counts any more is the latest of all`() {
    func free(_ incidents: [ClusterIncident]) -> Quantity? {
      accidents(incidents).reason.values["free"]
    }
    let (first, second) = (
      ClusterIncident(on: .day("2024-05-01")), ClusterIncident(on: .day("2023-01-31"))
    )
    #expect(free([second]) == .day("2027-01-01"))
    #expect(free([first]) == .day("2028-01-01"))
    #expect(free([ClusterIncident(on: .day("2024-12-31"))]) == .day("2028-01-01"))
    #expect(free([first, second]) == .day("2028-01-01"))
    #expect(free([second, first]) == .day("2028-01-01"))
    // Counted in months its three years are over by 1 March 2027; calendar years last longer.
    #expect(free([ClusterIncident(on: .day("2024-02-29"))]) == .day("2028-01-01"))
    #expect(free([ClusterIncident(on: .day("9999-01-01"))]) == .notGiven)
  }

  @Test func `an event counts surely where it does under every reading`() {
    // It lies in the period under one reading of it only, and counts beside one that surely does.
    let finding = accidents([
      ClusterIncident(on: .day("2024-05-01")), ClusterIncident(on: .day("2022-05-01")),
    ])
    #expect(finding.reason.message.id == "accident-counts-beside-others")
    #expect(finding.places == [Pointer("/incidents/*", at: 0), Pointer("/incidents/*", at: 1)])
    let alone = accidents([
      ClusterIncident(on: .day("2024-05-01")), ClusterIncident(on: .day("2021-12-31")),
    ])
    #expect(alone.reason.message.id == "accident-counts")
    #expect(alone.places == [Pointer("/incidents/*", at: 0)])
  }

  @Test func `an event on the filing date does not contradict it`() {
    #expect(
      accidents([ClusterIncident(on: .day("2025-09-10"), .pending)]).reason.message.id
        == "accident-pending")
    #expect(
      accidents([ClusterIncident(on: .day("2025-09-11"), .pending)]).reason.message.id
        == "accident-dates-contradict")
  }

  @Test func `of an undated event the members are not looked up`() {
    let other = accidents([ClusterIncident(.maker, .other, on: .day("2024-05-01"))]) {
      $0.members.list = nil
      $0.members.isComplete = nil
    }
    #expect(other.missing == ["/members/isComplete"])
    let nameless = accidents([ClusterIncident(.stranger, on: .day("2024-05-01"))]) {
      $0.members.list?[0].creditCode = nil
    }
    #expect(nameless.missing == [Pointer("/members/list/*/creditCode", at: 0)])
  }

  @Test func `each event that counts or may count is named`() {
    let mixed = accidents([
      ClusterIncident(on: .day("2024-05-01")), ClusterIncident(on: .day("2024-06-01"), .pending),
      ClusterIncident(on: .day("2015-01-01")),
    ])
    #expect(mixed.outcome == .unmet)
    #expect(mixed.reason.message.id == "accident-counts-beside-others")
    #expect(mixed.places == [Pointer("/incidents/*", at: 0), Pointer("/incidents/*", at: 1)])
    let openEnd = accidents([
      ClusterIncident(on: .day("2024-05-01")), ClusterIncident(on: nil, .pending),
    ])
    #expect(openEnd.reason.message.id == "accident-counts-beside-others-open-end")
    let unnamed = accidents([
      ClusterIncident(nil, nil, on: nil, grade: nil, nil),
      ClusterIncident(.former, .environment, on: .year(2024)),
    ]) { $0.members.isComplete = false }
    #expect(unnamed.reason.message.id == "accident-facts-missing")
    #expect(unnamed.reason.values["free"] == .notGiven)
  }

  @Test func `without a last day of counting none is promised`() {
    func id(_ incident: ClusterIncident, _ filing: Day) -> String {
      accidents([incident]) {
        $0.filingDate = filing
        $0.applicationYear = 9999
        $0.promoter.creditRecords.lookedUp = filing
        $0.titles = []
      }.reason.message.id
    }
    #expect(id(ClusterIncident(on: .day("9998-01-01")), "9999-06-01") == "accident-counts-open-end")
    #expect(
      id(ClusterIncident(on: .month(9999, 6)), "9999-06-10") == "accident-unclear-open-end")
    #expect(
      accidents([ClusterIncident(on: .day("9996-02-01"))]) {
        $0.filingDate = "9999-06-01"
        $0.applicationYear = 9999
      }.reason.message.id == "accident-readings-disagree-open-end")
  }
}
