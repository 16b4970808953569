// Article 13 bars an application for three years, and it matters to the day when they are over.

import Eligibility
import Testing

@testable import ChampionRules
import CommonFacts

@Suite struct ReapplicationBanTests {
  private func weigh(_ revocations: [Revocation]?, filing: Day? = "2025-09-10") throws -> Finding {
    try judge("reapplication-ban") {
      $0.filingDate = filing
      $0.revocations = revocations
    }
  }

  @Test func `each ground stands in its article`() {
    let articles = Revocation.Ground.allCases.map { Array($0.articles) }
    #expect(articles == [[12], [12], [13], [13], [13], [13, 14], [14]])
    #expect(Revocation.articles == 12...14)
  }

  @Test(arguments: [
    // From 10 September 2022 the last day of the three years is 10 September 2025.
    ("2022-09-11", "2022-09-11", [Kleene.no, .no], Outcome.unmet),
    ("2022-09-10", "2022-09-10", [.no, .no], .unmet),
    ("2022-09-09", "2022-09-09", [.yes, .yes], .met),
    ("2022-09-10", "2022-09-09", [.no, .yes], .undetermined),
    ("2024-01-01", "2020-01-01", [.no, .yes], .undetermined),
    ("2025-09-10", "2025-09-10", [.no, .no], .unmet),
    // A decision after the filing date contradicts it.
    ("2025-09-11", "2025-09-10", [.unknown, .no], .undetermined),
    ("2025-09-11", "2025-09-11", [.unknown, .unknown], .undetermined),
  ])
  func `the last day of three years is barred under each reading, the next is free`(
    decided: String, event: String, readings: [Kleene], outcome: Outcome
  ) throws {
    let finding = try weigh([
      Revocation(under: 13, decided: PartialDate(iso: decided), event: PartialDate(iso: event))
    ])
    #expect(finding.readings == readings + readings)
    #expect(finding.outcome == outcome)
  }

  @Test(arguments: [
    // 28 February 2025 and three years is 28 February 2028, so the leap day after it is free.
    ("2025-02-28", "2028-02-28", Outcome.unmet), ("2025-02-28", "2028-02-29", .met),
    // Three years from a leap day end with 28 February.
    ("2024-02-29", "2027-02-28", .unmet), ("2024-02-29", "2027-03-01", .met),
    ("2024-12-31", "2027-12-31", .unmet), ("2024-12-31", "2028-01-01", .met),
  ])
  func `three years run from a day to the day of the same number`(
    start: String, filing: String, outcome: Outcome
  ) throws {
    let start = PartialDate(iso: start)
    let day = try #require(PartialDate(iso: filing)).earliest
    let finding = try weigh(
      [Revocation(under: 13, decided: start, event: start)], filing: day)
    #expect(finding.outcome == outcome)
  }

  @Test func `it is said from which day an application is possible under any reading`() throws {
    let disagreed = try weigh([
      Revocation(under: 13, decided: .day("2024-02-29"), event: .day("2022-01-15"))
    ])
    #expect(disagreed.said == "ban-readings-disagree")
    #expect(disagreed.value("free") == .day("2027-03-01"))
    #expect(
      disagreed.value("revocations")
        == .list([
          .term(
            Wording(
              zh: "撤销（决定于 2024-02-29，行为发生于 2022-01-15）",
              en: "revocation decided on 2024-02-29 (event of 2022-01-15)"))
        ]))
    #expect(disagreed.places == [Pointer("/revocations/*", at: 0)])
    let barred = try weigh([
      Revocation(under: 13, decided: .day("2025-02-28"), event: .month(2024, 12))
    ])
    #expect(barred.said == "banned")
    #expect(barred.value("free") == .day("2028-02-29"))
  }

  @Test func `of several revocations the one that bars longest says when it is over`()
    throws
  {
    let finding = try weigh([
      Revocation(under: 13, decided: .day("2023-05-05"), event: .day("2023-01-01")),
      Revocation(under: 13, decided: .day("2024-06-06"), event: .day("2024-01-01")),
      Revocation(under: 12, decided: .day("2025-06-06"), event: .day("2025-01-01")),
    ])
    #expect(finding.outcome == .unmet)
    #expect(finding.value("free") == .day("2027-06-07"))
    #expect(
      finding.places == [Pointer("/revocations/*", at: 0), Pointer("/revocations/*", at: 1)])
  }

  @Test func `a revocation that bars under every reading is told of first`() throws {
    let finding = try weigh([
      Revocation(under: 13, decided: .day("2023-05-05"), event: .day("2021-01-01")),
      Revocation(under: 13, decided: .day("2024-06-06"), event: .day("2024-01-01")),
    ])
    #expect(finding.outcome == .unmet)
    #expect(finding.places == [1, 0].map { Pointer("/revocations/*", at: $0) })
    #expect(finding.value("free") == .day("2027-06-07"))
  }

  @Test(arguments: [
    ("2022-09-09", "2022-09-10"), ("2019-01-01", "2019-01-02"), ("2024-01-01", "2024-01-02"),
    ("2024-01-31", "2024-02"), ("2023", "2024"),
  ])
  func `an event later than the decision that punished it leaves both dates in doubt`(
    decided: String, event: String
  ) throws {
    let (decided, event) = (PartialDate(iso: decided), PartialDate(iso: event))
    let finding = try weigh([Revocation(under: 13, decided: decided, event: event)])
    #expect(finding.outcome == .undetermined)
    #expect(finding.readings == [.unknown, .unknown, .unknown, .unknown])
    #expect(finding.said == "ban-dates-contradict")
    let harmless = try weigh([Revocation(under: 12, decided: decided, event: event)])
    #expect(harmless.outcome == .met)
  }

  @Test(arguments: [("2024-01-31", "2024-01-31"), ("2024-01", "2024-01-31"), ("2024", "2024-12")])
  func `an event may be of the day of its decision, or not certainly later`(
    decided: String, event: String
  ) throws {
    let (decided, event) = (PartialDate(iso: decided), PartialDate(iso: event))
    let finding = try weigh([Revocation(under: 13, decided: decided, event: event)])
    #expect(finding.outcome == .unmet)
  }

  @Test func `where dates of any contradict each other that is said first`() throws {
    let finding = try weigh([
      Revocation(under: 13, decided: .day("2023-05-05"), event: .day("2021-01-01")),
      Revocation(under: 13, decided: .day("2022-01-01"), event: .day("2024-01-01")),
    ])
    #expect(finding.outcome == .undetermined)
    #expect(finding.readings == [.no, .unknown, .no, .unknown])
    #expect(finding.said == "ban-dates-contradict")
    #expect(finding.places == (0...1).map { Pointer("/revocations/*", at: $0) })
  }

  @Test(
    arguments: [
      // An event comes before its decision, so it is as old as an old decision or older.
      ("2022-09-09", nil, Outcome.met), ("2022-09-10", nil, .undetermined),
      ("2024", nil, .undetermined),
      // A decision comes between its event and the filing, so it is as recent as a recent event.
      (nil, "2022-09-10", .unmet), (nil, "2022-09-09", .undetermined), (nil, "2019", .undetermined),
    ] as [(String?, String?, Outcome)])
  func `a date not known is bounded by the one that is`(
    decided: String?, event: String?, outcome: Outcome
  ) throws {
    let finding = try weigh([
      Revocation(
        under: 13, decided: decided.flatMap { PartialDate(iso: $0) },
        event: event.flatMap { PartialDate(iso: $0) })
    ])
    #expect(finding.outcome == outcome)
    let absent: Pointer = decided == nil ? "/revocations/*/decided" : "/revocations/*/event"
    #expect(
      finding.missing == (outcome == .undetermined ? [Pointer(absent.template, at: 0)] : []))
  }

  @Test(arguments: [12])
  func `a revocation under Article 12 bars nothing, dated or not`(article: Int) throws {
    let finding = try weigh(
      [
        Revocation(under: article, decided: .day("2025-09-01"), event: .day("2025-08-01")),
        Revocation(under: article, decided: nil, event: nil),
      ], filing: nil)
    #expect(finding.outcome == .met)
    #expect(finding.said == "ban-over")
    #expect(finding.value("count") == .count(2))
  }

  @Test(
    arguments: [
      (14, nil, [Kleene.yes, .yes, .unknown, .unknown], "ban-facts-missing"),
      (14, .falsification, [.yes, .yes, .no, .no], "ban-readings-disagree"),
      (14, .unansweredReport, [.yes, .yes, .yes, .yes], "ban-over"),
      (14, .majorAccident, [.unknown, .unknown, .unknown, .unknown], "ban-ground-contradicts"),
      (13, .falsification, [.no, .no, .no, .no], "banned"),
      (13, .violation, [.no, .no, .no, .no], "banned"),
      (13, .unansweredReport, [.unknown, .unknown, .unknown, .unknown], "ban-ground-contradicts"),
      (12, .standardNoLongerMet, [.yes, .yes, .yes, .yes], "ban-over"),
      (12, .falsification, [.unknown, .unknown, .unknown, .unknown], "ban-ground-contradicts"),
      (nil, .majorAccident, [.no, .no, .no, .no], "banned"),
      (nil, .unreportedChange, [.yes, .yes, .yes, .yes], "ban-over"),
      (nil, .falsification, [.unknown, .unknown, .no, .no], "ban-facts-missing"),
    ] as [(Int?, Revocation.Ground?, [Kleene], String)])
  func `what a revocation bars goes by its article and its ground`(
    article: Int?, ground: Revocation.Ground?, readings: [Kleene], said: String
  ) throws {
    var revocation = Revocation(under: article, decided: .day("2024-06-01"), event: .year(2023))
    revocation.ground = ground
    let finding = try weigh([revocation])
    #expect(finding.readings == readings)
    #expect(finding.said == said)
    #expect(
      finding.missing.contains(Pointer("/revocations/*/ground", at: 0))
        == (said == "ban-facts-missing" && ground == nil))
    // Once three years have passed nothing of it matters.
    revocation.decided = .day("2022-09-09")
    revocation.event = .day("2022-09-01")
    #expect(try weigh([revocation]).outcome == .met)
  }

  @Test func `a certificate said to be revoked contradicts that nothing ever was`() throws {
    let finding = try judge("reapplication-ban") { $0.certificate.isRevoked = true }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "revocation-contradicted")
    #expect(try judge("reapplication-ban") { $0.certificate.isRevoked = false }.outcome == .met)
  }

  /// A revoked certificate whose revocation is not listed may bar; those listed may bar all the same.
  @Test(arguments: [
    ("2022-08-29", Outcome.undetermined, "revocation-not-listed"), ("2022-08-30", .met, "ban-over"),
    ("2022-08", .met, "ban-over"), ("2014", .undetermined, "revocation-not-listed"),
  ])
  func `a revocation from before the grant is none of the certificate`(
    decided: String, outcome: Outcome, said: String
  ) throws {
    let earlier = Revocation(under: 12, decided: PartialDate(iso: decided), event: .year(2013))
    let finding = try judge("reapplication-ban") {
      $0.certificate.granted = "2022-08-30"
      $0.certificate.isRevoked = true
      $0.revocations = [earlier]
    }
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
    let barring = try judge("reapplication-ban") {
      $0.certificate.granted = "2025-01-01"
      $0.certificate.isRevoked = true
      $0.revocations = [
        Revocation(under: 13, decided: .day("2024-06-01"), event: .day("2024-05-01"))
      ]
    }
    #expect(barring.outcome == .unmet)
    let notRevoked = try judge("reapplication-ban") {
      $0.certificate.granted = "2022-08-30"
      $0.revocations = [earlier]
    }
    #expect(notRevoked.outcome == .met)
  }

  @Test func `an empty list declares that nothing was revoked, and no date is needed`() throws {
    let finding = try weigh([], filing: nil)
    #expect(finding.outcome == .met)
    #expect(finding.said == "never-revoked")
    #expect(finding.readings == [.yes, .yes, .yes, .yes])
  }

  @Test func `an absent list is not an empty one`() throws {
    #expect(
      try weigh(nil)
        == .lacking(["/revocations"], readings: [.unknown, .unknown, .unknown, .unknown]))
    #expect(
      try weigh(nil, filing: nil)
        == .lacking(
          ["/revocations", "/filingDate"], readings: [.unknown, .unknown, .unknown, .unknown]))
  }

  @Test func `facts missing from a revocation leave it open and are named`() throws {
    let articleless = try weigh([
      Revocation(under: nil, decided: .year(2024), event: .year(2024))
    ])
    #expect(articleless.outcome == .undetermined)
    #expect(articleless.said == "ban-facts-missing")
    #expect(
      articleless.missing == [
        Pointer("/revocations/*/article", at: 0), Pointer("/revocations/*/ground", at: 0),
      ])
    let dateless = try weigh([Revocation(under: 13, decided: nil, event: nil)], filing: nil)
    #expect(dateless.outcome == .undetermined)
    #expect(
      dateless.missing == [
        Pointer("/revocations/*/decided", at: 0), Pointer("/revocations/*/event", at: 0),
        "/filingDate",
      ])
    let eventless = try weigh([Revocation(under: 13, decided: .year(2024), event: nil)])
    #expect(eventless.readings == [.no, .unknown, .no, .unknown])
    #expect(eventless.missing == [Pointer("/revocations/*/event", at: 0)])
  }

  @Test func `an old revocation bars nothing under whatever article it was`() throws {
    let finding = try weigh([Revocation(under: nil, decided: .year(2020), event: .year(2019))])
    #expect(finding.outcome == .met)
  }

  @Test(arguments: [
    ("2021", [Kleene.yes, .yes], Outcome.met, "ban-over"),
    ("2022", [.unknown, .unknown], .undetermined, "ban-dates-unclear"),
    ("2022-08", [.yes, .yes], .met, "ban-over"),
    ("2022-09", [.unknown, .unknown], .undetermined, "ban-dates-unclear"),
    ("2022-10", [.no, .no], .unmet, "banned"),
    ("2025-08", [.no, .no], .unmet, "banned"),
    ("2025-09", [.unknown, .unknown], .undetermined, "ban-dates-unclear"),
    ("2026", [.unknown, .unknown], .undetermined, "ban-dates-after-filing"),
  ])
  func `an imprecise date counts as every day that it could be`(
    date: String, readings: [Kleene], outcome: Outcome, said: String
  ) throws {
    let date = PartialDate(iso: date)
    let finding = try weigh([Revocation(under: 13, decided: date, event: date)])
    #expect(finding.readings == readings + readings)
    #expect(finding.outcome == outcome)
    #expect(finding.said == said)
  }
}
