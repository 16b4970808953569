// Article 3's clean record counts accidents and violations in a period that can be read in two ways.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct CleanRecordTests {
  /// What the criterion says of one incident; the round is the filing date's year.
  private func weigh(_ incident: Incident, filing: Day = "2025-09-10") throws -> Finding {
    try judge("clean-record") {
      $0.applicationYear = filing.year
      $0.filingDate = filing
      $0.incidents = [incident]
    }
  }

  private func named(_ dates: String...) -> Quantity {
    .list(
      dates.map {
        .term(Wording(zh: "偷税漏税（\($0.count == 4 ? $0 + " 年" : $0)）", en: "tax evasion of \($0)"))
      })
  }

  private func violation(on date: PartialDate?) -> Incident {
    Incident(.taxEvasion, on: date, .confirmed)
  }

  // MARK: The period

  @Test(arguments: [
    // The calendar years begin on 1 January of Y−3, the months on the filing date's day, 36 back.
    ("2021-12-31", [Kleene.yes, .yes], Outcome.met),
    ("2022-01-01", [.yes, .no], .undetermined),
    ("2022-09-09", [.yes, .no], .undetermined),
    ("2022-09-10", [.no, .no], .unmet),
    ("2022-09-11", [.no, .no], .unmet),
    ("2025-09-09", [.no, .no], .unmet),
    ("2025-09-10", [.no, .no], .unmet),
    // After the filing date the dates contradict each other.
    ("2025-09-11", [.unknown, .unknown], .undetermined),
  ])
  func `both ends of both periods are inside, the days beyond them are not`(
    date: String, readings: [Kleene], outcome: Outcome
  ) throws {
    let finding = try weigh(violation(on: PartialDate(iso: date)))
    #expect(finding.readings == readings + readings)
    #expect(finding.outcome == outcome)
  }

  @Test(arguments: [
    // 36 months before 29 February lead to 28 February where there is no 29th.
    ("2028-02-29", "2025-02-27", Outcome.undetermined), ("2028-02-29", "2025-02-28", .unmet),
    ("2028-02-28", "2025-02-27", .undetermined), ("2028-02-28", "2025-02-28", .unmet),
    ("2028-03-01", "2025-02-28", .undetermined), ("2028-03-01", "2025-03-01", .unmet),
    // A leap day is inside as long as 28 February is.
    ("2027-02-28", "2024-02-27", .undetermined), ("2027-02-28", "2024-02-28", .unmet),
    ("2027-02-28", "2024-02-29", .unmet), ("2027-03-01", "2024-02-29", .undetermined),
    // Month ends.
    ("2026-08-31", "2023-08-30", .undetermined), ("2026-08-31", "2023-08-31", .unmet),
    ("2026-09-01", "2023-08-31", .undetermined), ("2026-09-01", "2023-09-01", .unmet),
    // On 31 December the months reach to 31 December, the calendar years a year further.
    ("2025-12-31", "2022-12-30", .undetermined), ("2025-12-31", "2022-12-31", .unmet),
    // On 1 January both begin on the same day.
    ("2026-01-01", "2022-12-31", .met), ("2026-01-01", "2023-01-01", .unmet),
  ])
  func `the 36 months are counted in calendar months`(
    filing: String, date: String, outcome: Outcome
  ) throws {
    let day = try #require(PartialDate(iso: filing)).earliest
    let finding = try weigh(violation(on: PartialDate(iso: date)), filing: day)
    #expect(finding.outcome == outcome)
  }

  @Test func `the calendar years go by the round, not by the year of filing`() throws {
    let finding = try judge("clean-record") {
      $0.applicationYear = 2025
      $0.filingDate = "2026-01-05"
      $0.incidents = [Incident(.taxEvasion, on: .day("2022-06-01"), .confirmed)]
    }
    #expect(finding.readings == [.yes, .no, .yes, .no])
  }

  @Test(arguments: [
    ("2021", [Kleene.yes, .yes], Outcome.met, "no-incident-counts"),
    ("2022", [.unknown, .no], .undetermined, "incident-date-imprecise"),
    ("2022-08", [.yes, .no], .undetermined, "record-readings-disagree"),
    ("2022-09", [.unknown, .no], .undetermined, "incident-date-imprecise"),
    ("2022-10", [.no, .no], .unmet, "incident-counts"),
    ("2024", [.no, .no], .unmet, "incident-counts"),
    ("2025-08", [.no, .no], .unmet, "incident-counts"),
    ("2025-09", [.unknown, .unknown], .undetermined, "incident-date-imprecise"),
    ("2025", [.unknown, .unknown], .undetermined, "incident-date-imprecise"),
    ("2025-10", [.unknown, .unknown], .undetermined, "incident-dates-contradict"),
  ])
  func `an imprecise date counts as every day that it could be`(
    date: String, readings: [Kleene], outcome: Outcome, said: String
  ) throws {
    let finding = try weigh(violation(on: PartialDate(iso: date)))
    #expect(finding.readings == readings + readings)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
    #expect(finding.missing.isEmpty)
  }

  @Test func `it is said from which day the incident counts under no reading`() throws {
    // The calendar years release an event of 2022 with the round of 2026, the months earlier.
    let disagreed = try weigh(violation(on: .day("2022-03-15")))
    #expect(disagreed.said == "record-readings-disagree")
    #expect(disagreed.value("free") == .day("2026-01-01"))
    #expect(disagreed.value("incidents") == named("2022-03-15"))
    let counted = try weigh(violation(on: .day("2022-12-31")))
    #expect(counted.said == "incident-counts")
    #expect(counted.value("free") == .day("2026-01-01"))
    #expect(try weigh(violation(on: .year(2024))).value("free") == .day("2028-01-01"))
    let released = try weigh(violation(on: .day("2022-12-31")), filing: "2026-01-01")
    #expect(released.outcome == .met)
    let before = try weigh(violation(on: .day("2022-12-31")), filing: "2025-12-31")
    #expect(before.outcome == .unmet)
  }

  // MARK: What counts

  @Test(arguments: [
    Incident.Kind.safetyAccident, .securityIncident, .qualityAccident, .pollutionAccident,
  ])
  func `an accident counts where it is determined to be major`(kind: Incident.Kind) throws {
    for grade in [IncidentGrade.major, .extraordinarilyMajor] {
      let finding = try weigh(Incident(kind, on: .year(2024), grade: grade, .confirmed))
      #expect(finding.outcome == .unmet)
      #expect(
        finding.value("incidents")
          == .list([
            .term(Wording(zh: "\(kind.name.zh)（2024 年）", en: "\(kind.name.en) of 2024"))
          ]))
      #expect(finding.places == [Pointer("/incidents/*", at: 0)])
    }
    // Whether quality and pollution need to be major is read in two ways; safety always does.
    let isSafety = kind == .safetyAccident || kind == .securityIncident
    for grade in [IncidentGrade.larger, .ordinary] {
      let finding = try weigh(Incident(kind, on: .year(2024), grade: grade, .confirmed))
      #expect(finding.outcome == (isSafety ? .met : .undetermined))
      #expect(
        finding.said == (isSafety ? "no-incident-counts" : "record-readings-disagree"))
      #expect(
        finding.readings
          == (isSafety ? [.yes, .yes, .yes, .yes] : [.yes, .yes, .no, .no]))
      let old = try weigh(Incident(kind, on: .year(2021), grade: grade, .confirmed))
      #expect(old.outcome == .met)
      #expect(old.value("count") == .count(1))
    }
    let ungraded = try weigh(Incident(kind, on: .year(2024), .confirmed))
    #expect(ungraded.outcome == .undetermined)
    #expect(
      ungraded.readings
        == [.unknown, .unknown] + (isSafety ? [.unknown, .unknown] : [.no, .no]))
    #expect(ungraded.said == "incident-facts-missing")
    #expect(ungraded.missing == [Pointer("/incidents/*/grade", at: 0)])
  }

  @Test(arguments: [Incident.Kind.taxEvasion, .dataFalsification, .otherViolation])
  func `a violation counts whatever grade is given`(kind: Incident.Kind) throws {
    for grade in IncidentGrade.allCases + [nil] {
      let finding = try weigh(Incident(kind, on: .year(2024), grade: grade, .confirmed))
      #expect(finding.outcome == .unmet)
    }
  }

  @Test func `an incident of unknown kind counts where it would as an accident, too`() throws {
    #expect(try weigh(Incident(nil, on: .year(2024), grade: .major, .confirmed)).outcome == .unmet)
    let ordinary = try weigh(Incident(nil, on: .year(2024), grade: .ordinary, .confirmed))
    #expect(ordinary.outcome == .undetermined)
    #expect(ordinary.missing == [Pointer("/incidents/*/kind", at: 0)])
    let nothing = try weigh(Incident(nil, on: .year(2024), .confirmed))
    #expect(
      nothing.missing == [
        Pointer("/incidents/*/kind", at: 0), Pointer("/incidents/*/grade", at: 0),
      ])
  }

  @Test(arguments: Incident.Kind.allCases)
  func `while the determination is pending no grade rules an incident out`(kind: Incident.Kind)
    throws
  {
    for grade in IncidentGrade.allCases {
      let finding = try weigh(Incident(kind, on: .year(2024), grade: grade, .pending))
      #expect(finding.outcome == .undetermined)
      #expect(finding.said == "determination-pending")
      #expect(finding.value("free") == .day("2028-01-01"))
      let unknown = try weigh(Incident(kind, on: .year(2024), grade: grade, nil))
      #expect(unknown.outcome == .undetermined)
      #expect(unknown.said == "incident-facts-missing")
      #expect(unknown.missing == [Pointer("/incidents/*/determination/status", at: 0)])
    }
  }

  @Test func `an incident that was none does not count, however much else is unknown`() throws {
    #expect(try weigh(Incident(nil, on: nil, .cleared)).outcome == .met)
    #expect(try weigh(Incident(.taxEvasion, on: .year(2024), .cleared)).outcome == .met)
  }

  @Test func `an old incident does not count, however much else is unknown`() throws {
    #expect(try weigh(Incident(nil, on: .year(2021), .pending)).outcome == .met)
    #expect(try weigh(Incident(nil, on: .year(2021), nil)).outcome == .met)
  }

  @Test func `an incident without a date leaves it open`() throws {
    let finding = try weigh(violation(on: nil))
    #expect(finding.outcome == .undetermined)
    #expect(finding.missing == [Pointer("/incidents/*/date", at: 0)])
    #expect(
      finding.value("incidents")
        == .list([.term(Wording(zh: "偷税漏税（日期不明）", en: "tax evasion of unknown date"))]))
    #expect(finding.value("free") == .term(Wording(zh: "未填", en: "not given")))
  }

  @Test(
    arguments: [
      ("2024-05-01", "2025-09-10", Outcome.unmet), ("2024-05-01", "2025-09-11", .undetermined),
      ("2024-05-01", "2024-05-01", .unmet), ("2024-05-01", "2024-04-30", .undetermined),
      ("2024-05", "2024-05-01", .unmet), ("2024-05", "2024-04", .undetermined),
      // Whatever the determination, it is too long ago.
      ("2021-05-01", "2025-09-11", .met),
    ])
  func `a determination is neither before its event nor after the filing`(
    date: String, determined: String, outcome: Outcome
  ) throws {
    var incident = violation(on: PartialDate(iso: date))
    incident.determination.date = PartialDate(iso: determined)
    let finding = try weigh(incident)
    #expect(finding.outcome == outcome)
    #expect((finding.said == "incident-dates-contradict") == (outcome == .undetermined))
    incident.determination.status = .cleared
    #expect(try weigh(incident).outcome == (outcome == .undetermined ? .undetermined : .met))
  }

  // MARK: Lists

  @Test func `an empty list declares that there was none, and no date is needed to see that`()
    throws
  {
    let finding = try judge("clean-record") {
      $0.incidents = []
      $0.filingDate = nil
      $0.applicationYear = nil
    }
    #expect(finding.outcome == .met)
    #expect(finding.said == "no-incidents")
    #expect(finding.readings == [.yes, .yes, .yes, .yes])
  }

  @Test func `incidents that count at no time need no date either`() throws {
    let finding = try judge("clean-record") {
      $0.incidents = [Incident(.safetyAccident, on: nil, grade: .ordinary, .confirmed)]
      $0.filingDate = nil
      $0.applicationYear = nil
    }
    #expect(finding.outcome == .met)
  }

  @Test func `an absent list is not an empty one`() throws {
    #expect(
      try judge("clean-record") { $0.incidents = nil }
        == .lacking(["/incidents"], readings: [.unknown, .unknown, .unknown, .unknown]))
    #expect(
      try judge(Application(), by: "clean-record")
        == .lacking(
          ["/incidents", "/filingDate", "/applicationYear"],
          readings: [.unknown, .unknown, .unknown, .unknown]))
  }

  @Test func `without the filing date or the round a violation stays open, and they are named`()
    throws
  {
    let undated = try judge("clean-record") {
      $0.filingDate = nil
      $0.incidents = [violation(on: .year(2024))]
    }
    #expect(undated.outcome == .undetermined)
    #expect(undated.missing == ["/filingDate"])
    #expect(undated.said == "incident-facts-missing")
    let roundless = try judge("clean-record") {
      $0.applicationYear = nil
      $0.incidents = [violation(on: .year(2024))]
    }
    #expect(roundless.outcome == .undetermined)
    #expect(roundless.readings == [.no, .unknown, .no, .unknown])
    #expect(roundless.missing == ["/applicationYear"])
  }

  @Test func `of several the one that counts under every reading is named first`() throws {
    let finding = try judge("clean-record") {
      $0.incidents = [
        violation(on: .year(2021)), violation(on: .day("2022-03-15")), violation(on: .year(2024)),
      ]
    }
    #expect(finding.outcome == .unmet)
    #expect(finding.places == [2, 1].map { Pointer("/incidents/*", at: $0) })
    #expect(finding.value("incidents") == named("2024"))
    #expect(finding.value("others") == named("2022-03-15"))
  }

  @Test func `filed long before its round, the months reach further back than the calendar years`()
    throws
  {
    let finding = try judge("clean-record") {
      $0.applicationYear = 2027
      $0.incidents = [violation(on: .year(2021)), violation(on: .day("2023-06-01"))]
    }
    #expect(finding.readings == [.no, .yes, .no, .yes])
    #expect(finding.said == "record-readings-disagree")
    #expect(finding.places == [Pointer("/incidents/*", at: 1)])
  }

  @Test(arguments: [false, true])
  func `every open incident is named, and the day is the latest, whatever the order`(
    isReversed: Bool
  ) throws {
    let incidents = [
      violation(on: .day("2022-03-15")), violation(on: .day("2023-02-01")),
      Incident(.safetyAccident, on: .day("2024-05-06"), grade: .major, .pending),
    ]
    let counted = try judge("clean-record") {
      $0.incidents = isReversed ? incidents.reversed() : incidents
    }
    #expect(counted.outcome == .unmet)
    #expect(counted.said == "incident-counts-beside-others")
    // The accident still awaits its determination, and until 2028 it may yet count.
    #expect(counted.value("free") == .day("2028-01-01"))
    #expect(counted.places == [1, 0, 2].map { Pointer("/incidents/*", at: $0) })
    let open = try judge("clean-record") {
      $0.incidents = [incidents[isReversed ? 2 : 0], incidents[isReversed ? 0 : 2]]
    }
    #expect(open.outcome == .undetermined)
    #expect(open.value("free") == .day("2028-01-01"))
    #expect(open.places == (0...1).map { Pointer("/incidents/*", at: $0) })
    let names =
      [Wording(zh: "偷税漏税（2022-03-15）", en: "tax evasion of 2022-03-15")]
      + [Wording(zh: "安全事故（2024-05-06）", en: "safety accident of 2024-05-06")]
    #expect(
      open.value("incidents")
        == .list((isReversed ? names.reversed() : names).map { .term($0) }))
  }

  @Test(
    arguments: [
      ("9999-12-31", "9999-12-31", Outcome.unmet, nil), ("9999-12-31", "9999", .unmet, nil),
      ("9999-12-31", "9996-12-31", .unmet, nil), ("9999-12-31", "9996-12-30", .undetermined, nil),
      ("9999-12-31", "9996-12", .undetermined, nil), ("9999-12-31", "9995-12-31", .met, nil),
      // The first of the calendar's last year is still there to name.
      ("9998-12-31", "9995-12-31", .unmet, "9999-01-01"),
      ("9998-06-01", "9995-12-31", .unmet, "9999-01-01"),
      ("0001-12-31", "0001-01-01", .unmet, "0005-01-01"),
    ] as [(String, String, Outcome, String?)])
  func `at both ends of the calendar the day of release is right or said not to be known`(
    filing: String, date: String, outcome: Outcome, release: String?
  ) throws {
    let filing = try #require(PartialDate(iso: filing)).earliest
    let finding = try weigh(violation(on: PartialDate(iso: date)), filing: filing)
    #expect(finding.outcome == outcome)
    if outcome == .met { return }
    let free = release.flatMap { PartialDate(iso: $0) }.map { Quantity.day($0.earliest) }
    #expect(finding.value("free") == free ?? .notGiven)
    #expect((finding.reason.message.mend?.en.contains("{free}") == true) == (free != nil))
  }

  @Test func `where any date is too imprecise that is said first`() throws {
    let finding = try judge("clean-record") {
      $0.incidents = [violation(on: .day("2022-03-15")), violation(on: .month(2022, 9))]
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.readings == [.unknown, .no, .unknown, .no])
    #expect(finding.said == "incident-date-imprecise")
    #expect(finding.places == (0...1).map { Pointer("/incidents/*", at: $0) })
  }

  @Test func `every kind has a name of its own in both languages`() {
    let names = Incident.Kind.allCases.map(\.name)
    #expect(Set(names.map(\.zh)).count == Incident.Kind.allCases.count)
    #expect(Set(names.map(\.en)).count == Incident.Kind.allCases.count)
  }
}
