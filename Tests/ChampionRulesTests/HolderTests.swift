// What holders owe matters to the day, and every reading has two sides.

import Eligibility
import Testing

@testable import ChampionRules
@testable import CommonFacts

extension ChampionHolder {
  /// A champion since December 2025 of whom everything is known and nothing is outstanding in April 2026.
  static var sound: ChampionHolder {
    var holder = ChampionHolder()
    holder.day = "2026-04-01"
    holder.isGranted = true
    holder.granted = "2025-12-05"
    holder.reviews = []
    holder.cancellation = Deed(isDone: false)
    holder.updates = []
    holder.changes = []
    holder.inquiries = []
    holder.revocations = []
    return holder
  }

  func with(_ change: (inout ChampionHolder) -> Void) -> ChampionHolder {
    var holder = self
    change(&holder)
    return holder
  }

  func finding(_ id: String) throws -> Finding {
    try #require(Rulebook.championHolder.criterion(id)).evaluate(self, .of2024)
  }

  var state: TitleState { status(.of2024).state }
  var reason: String { status(.of2024).reason.message.id }

  func dates(_ duty: String) -> [DueDate] { status(.of2024).dates.filter { $0.duty == duty } }
}

private func day(_ text: String) -> Day {
  PartialDate(iso: text).map { $0.earliest } ?? "0001-01-01"
}

private func update(_ year: Int?, _ filed: Deed, reminded: Day? = nil) -> YearlyReport {
  var report = YearlyReport()
  report.year = year
  report.filed = filed
  report.reminded = reminded
  return report
}

private func review(_ decided: Day?, _ isPassed: Bool?, until: Day? = nil) -> TitleReview {
  var review = TitleReview()
  review.decided = decided
  review.isPassed = isPassed
  review.validUntil = until
  return review
}

private func change(
  _ kind: HolderChange.Kind?, _ date: Day?, _ reported: Deed, isMaterial: Bool? = nil,
  reminded: Day? = nil
) -> HolderChange {
  var change = HolderChange()
  change.kind = kind
  change.date = date
  change.isMaterial = isMaterial
  change.reported = reported
  change.reminded = reminded
  return change
}

private func inquiry(_ by: Day?, _ answered: Deed) -> Inquiry {
  var inquiry = Inquiry()
  inquiry.answerBy = by
  inquiry.answered = answered
  return inquiry
}

private let no = Deed(isDone: false)

@Suite struct HolderTermTests {
  @Test(arguments: [
    // Three years from 5 December 2025: until the 4th or the 5th, as they are read.
    ("2025-12-04", TitleState.pending, Outcome.notApplicable, [Kleene.unknown, .unknown]),
    ("2025-12-05", .valid, .met, [.yes, .yes]),
    ("2028-12-04", .valid, .met, [.yes, .yes]),
    ("2028-12-05", .undetermined, .undetermined, [.yes, .unknown]),
    ("2028-12-06", .dueForReview, .undetermined, [.unknown, .unknown]),
  ])
  func `a certificate holds for three years`(
    on text: String, state: TitleState, outcome: Outcome, readings: [Kleene]
  ) throws {
    let holder = ChampionHolder.sound.with { $0.day = day(text) }
    #expect(holder.state == state)
    let finding = try holder.finding("certificate-term")
    #expect(finding.outcome == outcome)
    #expect(finding.readings == readings)
  }

  @Test(arguments: [
    ("2024-02-29", "2027-02-27", TitleState.valid), ("2024-02-29", "2027-02-28", .undetermined),
    ("2024-02-29", "2027-03-01", .dueForReview), ("2025-03-01", "2028-02-29", .valid),
    ("2025-03-01", "2028-03-01", .undetermined),
  ])
  func `leap days end with February`(granted: String, on text: String, state: TitleState) {
    let holder = ChampionHolder.sound.with {
      $0.granted = day(granted)
      $0.day = day(text)
    }
    #expect(holder.state == state)
  }

  @Test(arguments: [
    // The day stated, under one reading three years.
    ("2028-12-04", "2028-12-04", TitleState.valid), ("2028-12-04", "2028-12-05", .dueForReview),
    ("2028-12-05", "2028-12-05", .valid), ("2028-12-05", "2028-12-06", .dueForReview),
    // Another day than three years leaves everything between the two open.
    ("2028-06-30", "2028-06-30", .valid), ("2028-06-30", "2028-07-01", .undetermined),
    ("2028-06-30", "2028-12-06", .dueForReview), ("2029-01-31", "2028-12-04", .valid),
    ("2029-01-31", "2029-01-31", .undetermined), ("2029-01-31", "2029-02-01", .dueForReview),
  ])
  func `what the certificate states holds where it is three years`(
    until: String, on text: String, state: TitleState
  ) {
    let holder = ChampionHolder.sound.with {
      $0.validUntil = day(until)
      $0.day = day(text)
    }
    #expect(holder.state == state)
  }

  @Test(arguments: [
    (nil as String?, "2031-12-04", TitleState.valid), (nil, "2031-12-05", .undetermined),
    (nil, "2031-12-06", .dueForReview), ("2031-12-04", "2031-12-05", .dueForReview),
    ("2032-03-01", "2032-03-01", .undetermined),
  ])
  func `a review that is passed adds three years`(
    until: String?, on text: String, state: TitleState
  ) {
    let holder = ChampionHolder.sound.with {
      $0.reviews = [review("2029-01-20", true, until: until.map(day))]
      $0.day = day(text)
    }
    #expect(holder.state == state)
  }

  @Test(arguments: [
    ("2028-11-01", "2028-12-01", TitleState.reviewRightLost, "review-failed-early", Outcome.met),
    ("2028-11-01", "2028-12-05", .undetermined, "end-readings", .undetermined),
    ("2028-11-01", "2028-12-06", .ended, "review-failed", .unmet),
    ("2029-01-20", "2029-01-19", .dueForReview, "review-due", .undetermined),
    ("2029-01-20", "2029-01-20", .ended, "review-failed", .unmet),
  ])
  func `after a review that is not passed the title ends with its term`(
    decided: String, on text: String, state: TitleState, reason: String, outcome: Outcome
  ) throws {
    let holder = ChampionHolder.sound.with {
      $0.reviews = [review(day(decided), false)]
      $0.day = day(text)
    }
    #expect(holder.state == state)
    #expect(holder.reason == reason)
    #expect(try holder.finding("certificate-term").outcome == outcome)
  }

  @Test func `two failed reviews count from the first, in any order`() {
    for reviews in [[review("2029-01-20", false), review("2029-03-01", false)]] {
      for order in [reviews, reviews.reversed()] {
        let term = ChampionHolder.sound.with {
          $0.reviews = order
          $0.day = "2029-06-01"
        }.term(on: "2029-06-01", .of2024)
        #expect(term?.failed == "2029-01-20")
      }
    }
  }

  @Test(arguments: [
    ([] as [TitleReview]?, "review-due"), (nil, "reviews-missing"),
    ([review(nil, true)], "reviews-missing"), ([review("2029-01-02", nil)], "reviews-missing"),
  ])
  func `once the term is over reviews are asked for`(reviews: [TitleReview]?, reason: String) throws
  {
    let holder = ChampionHolder.sound.with {
      $0.reviews = reviews
      $0.day = "2029-02-01"
    }
    #expect(holder.reason == reason)
    let missing = try holder.finding("certificate-term").missing
    #expect(missing.contains { $0.template.hasPrefix("/reviews") } == (reviews != []))
  }

  @Test func `before the end reviews are not asked for`() throws {
    let holder = ChampionHolder.sound.with { $0.reviews = nil }
    #expect(holder.state == .valid)
    #expect(try holder.finding("certificate-term").missing == [])
    #expect(try holder.with { $0.day = nil }.finding("certificate-term").missing == ["/asOf"])
    #expect(
      try holder.with { $0.granted = nil }.finding("certificate-term").missing
        == ["/certificate/granted"])
  }

  @Test(arguments: [
    (Deed(isDone: true, day: "2027-09-01"), "2027-08-31", TitleState.valid, "valid"),
    (Deed(isDone: true, day: "2027-09-01"), "2027-09-01", .reviewRightLost, "right-lost"),
    (Deed(isDone: true), "2028-12-05", .undetermined, "end-readings"),
    (Deed(isDone: true), "2028-12-06", .ended, "over-without-right"),
    (Deed(), "2027-09-01", .undetermined, "right-unknown"),
    (Deed(), "2029-01-01", .undetermined, "over-right-unknown"),
    (Deed(isDone: false, day: "2027-01-01"), "2027-09-01", .undetermined, "right-unknown"),
  ])
  func `a lost right to review lets the title end with its term`(
    cancellation: Deed, on text: String, state: TitleState, reason: String
  ) {
    let holder = ChampionHolder.sound.with {
      $0.cancellation = cancellation
      $0.day = day(text)
    }
    #expect(holder.state == state)
    #expect(holder.reason == reason)
  }

  @Test func `after a review that failed the right to one is not asked`() throws {
    let holder = ChampionHolder.sound.with {
      $0.reviews = [review("2026-03-01", false)]
      $0.cancellation = Deed()
      $0.day = "2028-12-05"
    }
    let finding = try holder.finding("certificate-term")
    #expect(finding.readings == [.yes, .no])
    #expect(finding.missing == [])
  }

  @Test func `a title that is over without a review is no certificate any more`() throws {
    let over = ChampionHolder.sound.with {
      $0.cancellation = Deed(isDone: true)
      $0.day = "2029-01-01"
    }
    #expect(try over.finding("certificate-term").outcome == .unmet)
    let asked = try over.with { $0.cancellation = Deed() }.finding("certificate-term")
    #expect(asked.outcome == .undetermined)
    #expect(asked.missing == ["/reviewRight/isCancelled"])
  }

  @Test func `the day and the grant are asked for before all else`() throws {
    let unknown = ChampionHolder.sound.with { $0.changes = nil }
    #expect(try unknown.finding("change-report").missing == ["/changes"])
    #expect(
      try unknown.with { $0.day = nil }.finding("change-report").missing == ["/asOf", "/changes"])
    #expect(
      try unknown.with { $0.granted = nil }.finding("change-report").missing
        == ["/certificate/granted", "/changes"])
  }

  @Test func `a publicity is in the calendar until the grant`() {
    let holder = ChampionHolder.sound.with { $0.publicityBegan = "2025-11-20" }
    #expect(holder.dates("publicity") == [])
    #expect(holder.with { $0.day = "2025-12-05" }.dates("publicity") == [])
    #expect(holder.with { $0.day = "2025-12-04" }.dates("publicity").count == 1)
    #expect(holder.with { $0.granted = nil }.dates("publicity").count == 1)
  }

  @Test func `the review and the inquiries have keys, and the review is open once the term is`() {
    let holder = ChampionHolder.sound.with {
      $0.inquiries = [inquiry("2026-05-01", no), inquiry("2026-05-01", no)]
    }
    #expect(
      holder.dates("inquiry-answer").map { $0.key } == ["2026-05-01-1", "2026-05-01-2"])
    let terms = [
      ("2028-12-04", DueDate.State.upcoming), ("2028-12-05", .open), ("2028-12-06", .open),
    ]
    for (on, state) in terms {
      let dates = holder.with { $0.day = day(on) }.dates("certificate-term")
      #expect(dates.map { $0.key } == ["term-1"])
      #expect(dates.map { $0.state } == [state])
    }
    let reviewed = holder.with {
      $0.reviews = [review("2028-12-20", true)]
      $0.day = "2029-01-01"
    }
    #expect(reviewed.dates("certificate-term").map { $0.key } == ["term-2"])
  }

  @Test func `the validity of a review holds from its day on`() {
    let holder = ChampionHolder.sound.with {
      $0.reviews = [review("2028-11-01", true, until: "2031-12-05")]
    }
    let law = Thresholds.of2024
    #expect(holder.term(on: "2028-10-31", law)?.ends == LastDay("2028-12-04", "2028-12-05"))
    #expect(holder.term(on: "2028-11-01", law)?.ends == LastDay("2031-12-05"))
    let next = holder.with {
      $0.reviews?[0].validUntil = nil
      $0.reviews?.append(review("2031-11-01", true, until: "2034-12-04"))
    }
    #expect(next.term(on: "2029-01-01", law)?.ends == LastDay("2031-12-04", "2031-12-05"))
    #expect(next.term(on: "2025-12-04", law) == nil)
    #expect(next.with { $0.day = "2025-12-04" }.status(law).dates == [])
  }

  @Test func `the last update of a term is owed as far as the term goes`() {
    func last(_ granted: Day) -> DueDate? {
      ChampionHolder.sound.with {
        $0.granted = granted
        $0.day = "2028-04-01"
      }.dates("yearly-update").first { $0.key == "2028" }
    }
    // The term ends on 29 or 30 May, on 31 May or 1 June, on 28 or 29 May.
    #expect(last("2025-05-30")?.isCertain == false)
    #expect(last("2025-06-01")?.isCertain == true)
    #expect(last("2025-05-29") == nil)
  }

  @Test func `an update is found in the list by its year`() {
    let holder = ChampionHolder.sound.with {
      $0.updates = [update(2027, no), update(2026, Deed(isDone: true))]
      $0.day = "2027-07-01"
    }
    #expect(
      holder.dates("yearly-update").map { $0.place }.prefix(2)
        == [Pointer("/updates/*", at: 1), Pointer("/updates/*", at: 0)])
  }

  @Test func `without a day or a grant nothing is known`() {
    #expect(ChampionHolder().state == .undetermined)
    #expect(ChampionHolder().reason == "day-missing")
    let holder = ChampionHolder.sound.with { $0.granted = nil }
    #expect(holder.reason == "grant-missing")
    #expect(holder.status(.of2024).dates == [])
    #expect(holder.with { $0.isGranted = nil }.reason == "grant-missing")
  }

  @Test func `the review is in the calendar, and the end where there will be none`() {
    func message(_ change: (inout ChampionHolder) -> Void) -> [String] {
      ChampionHolder.sound.with(change).dates("certificate-term").map { $0.reason.message.id }
    }
    #expect(message { _ in } == ["review-upcoming"])
    #expect(message { $0.day = "2029-01-01" } == ["review-open"])
    #expect(message { $0.cancellation = Deed(isDone: true) } == ["term-ends"])
    #expect(message { $0.reviews = [review("2026-03-01", false)] } == ["term-ends"])
    #expect(
      message {
        $0.reviews = [review("2028-12-20", false)]
        $0.day = "2029-01-01"
      } == [])
    let stated = ChampionHolder.sound.with { $0.validUntil = "2028-12-04" }
    #expect(stated.dates("certificate-term").map { $0.place } == ["/certificate/validUntil"])
  }
}

@Suite struct PublicityTests {
  /// Seven working days by the State Council's notices, counted by hand; with the first day and without it.
  static let periods: [(began: String, with: String, without: String)] = [
    // Monday 12 to Tuesday 20 January 2026.
    ("2026-01-12", "2026-01-20", "2026-01-21"),
    // Spring Festival: off from 15 to 23 February; Saturdays 14 and 28 February are worked.
    ("2026-02-10", "2026-02-25", "2026-02-26"), ("2026-02-12", "2026-02-27", "2026-02-28"),
    // 1 to 5 May off, Saturday 9 May worked.
    ("2026-04-28", "2026-05-09", "2026-05-11"),
    // Begun on a Sunday that is worked: 20 September 2026; 25 to 27 September off.
    ("2026-09-20", "2026-09-29", "2026-09-30"),
    // Begun on a holiday, which does not count either way.
    ("2025-10-01", "2025-10-16", "2025-10-16"),
    // 10 to 17 February 2024 off, Sunday 18 February worked.
    ("2024-02-08", "2024-02-22", "2024-02-23"),
  ]

  @Test(arguments: periods)
  func `seven working days end on the day counted by hand`(
    began: String, with: String, without: String
  ) {
    #expect(WorkingPeriod(of: 7, from: day(began), countsFirst: true) == .ends(day(with)))
    #expect(WorkingPeriod(of: 7, from: day(began), countsFirst: false) == .ends(day(without)))
  }

  @Test func `a year without its notice is named`() {
    #expect(WorkingPeriod(of: 7, from: "2026-12-25", countsFirst: true) == .noNotice(year: 2027))
    #expect(WorkingPeriod(of: 7, from: "2023-12-29", countsFirst: false) == .noNotice(year: 2023))
    #expect(WorkingPeriod(of: 1, from: "2026-12-31", countsFirst: true) == .ends("2026-12-31"))
  }

  @Test func `days off and worked weekends are those of the notices`() throws {
    // What the notices say: days off in total, weekends among them, and weekends that are worked.
    let worked = [2024: 8, 2025: 5, 2026: 6]
    for notice in HolidayNotice.all {
      let days = sequence(first: Day.first(of: notice.year)) { $0.next }.prefix {
        $0.year == notice.year
      }
      #expect(days.count { notice.isWorked($0) && $0.isWeekend } == worked[notice.year])
      #expect(notice.workedWeekends.allSatisfy { $0.isWeekend && $0.year == notice.year })
    }
    #expect(HolidayNotice.all.map { $0.year } == [2024, 2025, 2026])
    #expect(
      HolidayNotice.all.map { $0.document }
        == ["国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号"])
  }

  private func holder(_ began: Day?, on text: String) -> ChampionHolder {
    ChampionHolder.sound.with {
      $0.isGranted = false
      $0.granted = nil
      $0.publicityBegan = began
      $0.day = day(text)
    }
  }

  @Test(arguments: [
    ("2026-01-20", Outcome.unmet, [Kleene.no, .no]),
    ("2026-01-21", .undetermined, [.yes, .no]), ("2026-01-22", .met, [.yes, .yes]),
  ])
  func `the publicity is over after its last day`(
    on text: String, outcome: Outcome, readings: [Kleene]
  ) throws {
    let holder = holder("2026-01-12", on: text)
    let finding = try holder.finding("publicity")
    #expect(finding.outcome == outcome)
    #expect(finding.readings == readings)
    #expect(holder.state == .pending)
    #expect(holder.reason == "publicity-runs")
    #expect(holder.dates("publicity").map { $0.state } == [outcome == .met ? .done : .upcoming])
  }

  @Test func `a year without a notice gives no date`() throws {
    let holder = holder("2026-12-30", on: "2026-12-31")
    #expect(holder.reason == "publicity-without-notice")
    #expect(try holder.finding("publicity").reason.message.id == "no-holiday-notice")
    #expect(try holder.finding("publicity").readings == [.unknown, .unknown])
    #expect(holder.dates("publicity") == [])
  }

  @Test func `without a publicity it is asked for until the grant`() throws {
    let open = holder(nil, on: "2026-01-20")
    #expect(open.reason == "certificate-not-granted")
    #expect(try open.finding("publicity").missing == ["/publicityBegan"])
    #expect(try open.with { $0.day = nil }.finding("publicity").outcome == .undetermined)
    #expect(try ChampionHolder.sound.finding("publicity").outcome == .notApplicable)
    let later = ChampionHolder.sound.with {
      $0.day = "2025-12-01"
      $0.publicityBegan = "2025-11-20"
    }
    #expect(later.reason == "granted-later")
    #expect(later.dates("publicity").map { $0.days } == [LastDay("2025-11-28", "2025-12-01")])
  }

  @Test func `before the grant nothing is owed`() throws {
    let holder = holder("2026-01-12", on: "2026-01-20")
    for id in [
      "certificate-term", "yearly-update", "review-right-kept", "change-report", "not-revoked",
      "inquiry-answer",
    ] {
      let finding = try holder.finding(id)
      #expect(finding.outcome == .notApplicable, "\(id)")
      #expect(finding.reason.message.id == "not-granted", "\(id)")
    }
  }

  @Test func `without a day everything but the bureau's report is open`() throws {
    let holder = ChampionHolder.sound.with { $0.day = nil }
    for criterion in Rulebook.championHolder.criteria where criterion.id != "bureau-report" {
      let finding = criterion.evaluate(holder, .of2024)
      #expect(finding.outcome == .undetermined, "\(criterion.id)")
      #expect(
        finding.readings == Array(repeating: .unknown, count: criterion.readings.count),
        "\(criterion.id)")
    }
    #expect(try holder.finding("bureau-report").outcome == .notApplicable)
  }
}

@Suite struct YearlyUpdateTests {
  private func holder(_ updates: [YearlyReport]?, on text: String) -> ChampionHolder {
    ChampionHolder.sound.with {
      $0.updates = updates
      $0.day = day(text)
    }
  }

  /// The states of the updates of 2026 (owed under one reading of the first) and 2027 (owed in any case).
  private func states(_ updates: [YearlyReport]?, on text: String) -> [DueDate.State] {
    holder(updates, on: text).dates("yearly-update").prefix(2).map { $0.state }
  }

  @Test(arguments: [
    (
      "2026-05-30", Outcome.met, [Kleene.yes, .yes, .yes, .yes],
      [DueDate.State.upcoming, .upcoming]
    ),
    ("2026-05-31", .undetermined, [.yes, .no, .yes, .yes], [.open, .upcoming]),
    ("2026-06-01", .undetermined, [.no, .no, .yes, .yes], [.open, .upcoming]),
    ("2027-05-30", .undetermined, [.no, .no, .yes, .yes], [.open, .upcoming]),
    ("2027-05-31", .undetermined, [.no, .no, .yes, .no], [.open, .open]),
    ("2027-06-01", .unmet, [.no, .no, .no, .no], [.open, .late]),
  ])
  func `an update is late after the last day of every reading`(
    on text: String, outcome: Outcome, readings: [Kleene], states: [DueDate.State]
  ) throws {
    let holder = holder([], on: text)
    let finding = try holder.finding("yearly-update")
    #expect(finding.outcome == outcome)
    #expect(finding.readings == readings)
    #expect(self.states([], on: text) == states)
  }

  @Test(arguments: [
    ("2027-05-30", DueDate.State.done), ("2027-05-31", .done), ("2027-06-01", .doneLate),
  ])
  func `what was filed late is met, and said to be late`(filed: String, state: DueDate.State) throws
  {
    let updates = [
      update(2026, Deed(isDone: true)), update(2027, Deed(isDone: nil, day: day(filed))),
    ]
    let holder = holder(updates, on: "2027-08-01")
    #expect(try holder.finding("yearly-update").outcome == .met)
    #expect(holder.dates("yearly-update")[1].state == state)
    #expect(holder.state == .valid)
  }

  @Test func `what was filed after the day asked for had not been filed`() {
    #expect(
      states(
        [update(2026, Deed(isDone: true)), update(2027, Deed(isDone: true, day: "2027-07-01"))],
        on: "2027-06-30")
        == [.done, .late])
  }

  @Test func `unknown filings are open, and asked for`() throws {
    #expect(states(nil, on: "2027-06-01") == [.open, .open])
    #expect(
      holder(nil, on: "2027-06-01").dates("yearly-update").prefix(2).map { $0.reason.message.id }
        == ["update-open", "update-open"])
    #expect(try holder(nil, on: "2027-06-01").finding("yearly-update").missing == ["/updates"])
    #expect(states(nil, on: "2026-04-01") == [.upcoming, .upcoming])
    let dated = Deed(isDone: nil, day: "2026-05-01")
    #expect(
      try holder([update(2026, dated), update(2027, Deed())], on: "2027-06-01")
        .finding("yearly-update").missing == [Pointer("/updates/*/isFiled", at: 1)])
    let unsaid = [update(2026, Deed()), update(2027, Deed(isDone: false, day: "2027-05-01"))]
    #expect(states(unsaid, on: "2027-06-01") == [.open, .open])
    #expect(
      try holder(unsaid, on: "2027-06-01").finding("yearly-update").missing
        == [Pointer("/updates/*/isFiled", at: 0)])
    // An entry without its year may be of any.
    #expect(states([update(nil, Deed(isDone: true))], on: "2027-06-01") == [.open, .open])
    #expect(states([update(2027, no), update(nil, Deed())], on: "2027-06-01") == [.open, .open])
  }

  @Test func `of several entries of a year the earliest filing counts, in any order`() {
    let entries = [
      update(2027, no), update(2027, Deed(isDone: true, day: "2027-07-01")),
      update(2027, Deed(isDone: true, day: "2027-05-01")), update(2026, Deed(isDone: true)),
    ]
    for order in [entries, entries.reversed()] {
      #expect(states(order, on: "2027-08-01") == [.done, .done])
    }
    #expect(states([update(2027, no), update(2027, Deed())], on: "2027-08-01")[1] == .open)
  }

  @Test func `nothing is owed before the measures, or after the term`() throws {
    let old = ChampionHolder.sound.with {
      $0.granted = "2023-03-01"
      $0.day = "2026-04-01"
      $0.updates = [update(2025, Deed(isDone: true))]
      $0.reviews = []
    }
    #expect(old.dates("yearly-update").map { $0.key } == ["2025"])
    #expect(try old.finding("yearly-update").outcome == .met)
    // The term ends on 30 or 31 May 2029: only under one reading that year's update is owed.
    let edge = ChampionHolder.sound.with {
      $0.granted = "2026-05-31"
      $0.day = "2029-06-02"
      $0.updates = [update(2027, Deed(isDone: true)), update(2028, Deed(isDone: true))]
    }
    #expect(edge.dates("yearly-update").map { $0.isCertain } == [false, true, false])
    #expect(edge.dates("yearly-update").last?.state == .open)
    #expect(try edge.finding("yearly-update").outcome == .undetermined)
    let before = edge.with { $0.granted = "2026-05-29" }
    #expect(before.dates("yearly-update").map { $0.key } == ["2026", "2027", "2028"])
  }

  @Test func `a calendar's last years end the list`() {
    let holder = ChampionHolder.sound.with {
      $0.granted = "9998-01-01"
      $0.day = "9999-12-31"
      $0.updates = []
    }
    #expect(holder.dates("yearly-update").map { $0.key } == ["9998", "9999"])
    #expect(holder.dates("bureau-report") == [])
  }

  @Test func `lateness without a reminder threatens nothing, after one the right to review`() throws
  {
    func late(_ reminded: Day?) -> ChampionHolder {
      holder(
        [update(2026, Deed(isDone: true)), update(2027, no, reminded: reminded)], on: "2027-07-01")
    }
    #expect(late(nil).dates("yearly-update")[1].reason.message.id == "update-late")
    #expect(late("2027-07-02").dates("yearly-update")[1].reason.message.id == "update-late")
    #expect(
      late("2027-06-20").dates("yearly-update")[1].reason.message.id == "update-late-reminded")
    #expect(try late(nil).finding("review-right-kept").outcome == .met)
    let risk = try late("2027-06-20").finding("review-right-kept")
    #expect(risk.outcome == .undetermined)
    #expect(risk.readings == [.yes, .no])
    #expect(risk.reason.message.id == "review-right-at-risk")
    let lost = try late("2027-06-20").with { $0.cancellation = Deed(isDone: true) }
      .finding("review-right-kept")
    #expect(lost.readings == [.no, .no])
    let unsaid = try late("2027-06-20").with { $0.cancellation = Deed() }
      .finding("review-right-kept")
    #expect(unsaid.readings == [.unknown, .no])
    #expect(unsaid.missing == ["/reviewRight/isCancelled"])
    // Of updates that are not stated one may be missing after a reminder, once one was owed.
    let silent = late(nil).with { $0.updates = nil }
    #expect(try silent.finding("review-right-kept").readings == [.yes, .unknown])
    #expect(try silent.finding("review-right-kept").missing == ["/updates"])
    #expect(try silent.with { $0.day = "2026-05-30" }.finding("review-right-kept").outcome == .met)
    let undated = late(nil).with { $0.updates = [update(nil, no)] }
    #expect(try undated.finding("review-right-kept").outcome == .undetermined)
    let other = late(nil).with { $0.updates?.append(update(nil, no)) }
    #expect(try other.finding("review-right-kept").readings == [.yes, .unknown])
    // A reminder in good time costs nothing before the last day is over.
    let early = holder(
      [update(2026, Deed(isDone: true)), update(2027, no, reminded: "2027-04-01")], on: "2027-05-30"
    )
    #expect(try early.finding("review-right-kept").outcome == .met)
    #expect(
      try early.with { $0.day = "2027-05-31" }.finding("review-right-kept").readings == [
        .yes, .unknown,
      ])
  }

  @Test func `the first update that only one reading asks is said to be so`() {
    let holder = holder([], on: "2026-06-15")
    #expect(holder.dates("yearly-update")[0].reason.message.id == "update-open-first")
    #expect(!holder.dates("yearly-update")[0].isCertain)
    #expect(
      self.holder([], on: "2027-05-31").dates("yearly-update")[1].reason.message.id
        == "update-open-today"
    )
    #expect(
      self.holder([], on: "2026-04-01").dates("yearly-update")[0].reason.message.id
        == "update-upcoming")
  }

  @Test(arguments: [
    ("2026-04-01", "2026", "2026-06-14"), ("2026-06-14", "2026", "2026-06-14"),
    ("2026-06-15", "2026", "2026-06-14"), ("2026-06-16", "2027", "2027-06-14"),
  ])
  func `the bureau's next report is named`(on text: String, key: String, by: String) {
    let dates = holder([], on: text).dates("bureau-report")
    #expect(dates.map { $0.key } == [key])
    #expect(dates.map { $0.days.lower.description } == [by])
    #expect(dates.map { $0.party } == [.bureau])
    // It is about the year before.
    #expect(dates.map { $0.reason.values["year"] } == [Int(key).map { .year($0 - 1) }])
  }
}

@Suite struct ChangeReportTests {
  private func holder(_ changes: [HolderChange]?, on text: String) -> ChampionHolder {
    ChampionHolder.sound.with {
      $0.changes = changes
      $0.day = day(text)
    }
  }

  @Test(arguments: [
    // 30 November and three months is the end of February.
    ("2026-11-30", "2027-02-28", DueDate.State.upcoming, Outcome.met),
    ("2026-11-30", "2027-03-01", .late, .unmet), ("2027-11-30", "2028-02-29", .upcoming, .met),
    ("2027-11-30", "2028-03-01", .late, .unmet), ("2026-01-31", "2026-04-30", .upcoming, .met),
    ("2026-01-31", "2026-05-01", .late, .unmet),
  ])
  func `three months end with the month where it is too short`(
    date: String, on text: String, state: DueDate.State, outcome: Outcome
  ) throws {
    let holder = holder([change(.renaming, day(date), no)], on: text)
    #expect(holder.dates("change-report").map { $0.state } == [state])
    #expect(try holder.finding("change-report").outcome == outcome)
  }

  @Test(arguments: HolderChange.Kind.allCases)
  func `kinds that are named are owed, others where they touch the conditions`(
    kind: HolderChange.Kind
  ) throws {
    func outcome(_ isMaterial: Bool?) throws -> Outcome {
      try holder([change(kind, "2026-01-05", no, isMaterial: isMaterial)], on: "2026-06-01")
        .finding("change-report").outcome
    }
    #expect(try outcome(true) == .unmet)
    #expect(try outcome(false) == (kind == .other ? .met : .unmet))
    #expect(try outcome(nil) == (kind == .other ? .undetermined : .unmet))
    #expect(!kind.name.zh.isEmpty)
  }

  @Test func `what was reported late is met and said to be late`() throws {
    let done = Deed(isDone: true, day: "2026-05-05")
    let late = Deed(isDone: true, day: "2026-05-06")
    func id(_ deed: Deed, reminded: Day? = nil) -> String? {
      holder([change(.merger, "2026-02-05", deed, reminded: reminded)], on: "2026-07-01")
        .dates("change-report").first?.reason.message.id
    }
    #expect(id(done) == "change-done")
    #expect(id(late) == "change-done-late")
    #expect(id(no) == "change-late")
    #expect(id(no, reminded: "2026-07-02") == "change-late")
    #expect(id(no, reminded: "2026-07-01") == "change-late-reminded")
    #expect(id(late, reminded: "2026-04-01") == "change-done-late-reminded")
    #expect(id(no, reminded: "2026-06-01") == "change-late-reminded")
    #expect(id(Deed()) == "change-open")
    #expect(
      try holder([change(.merger, "2026-02-05", late)], on: "2026-07-01").finding("change-report")
        .outcome == .met)
  }

  @Test func `unknown facts are open, and asked for`() throws {
    let unknown = try holder(nil, on: "2026-07-01").finding("change-report")
    #expect(unknown.outcome == .undetermined)
    #expect(unknown.missing == ["/changes"])
    let open = try holder([change(nil, "2026-01-05", Deed())], on: "2026-07-01").finding(
      "change-report")
    #expect(open.outcome == .undetermined)
    #expect(open.reason.message.id == "duty-dates")
    #expect(
      open.missing == [Pointer("/changes/*/kind", at: 0), Pointer("/changes/*/isReported", at: 0)])
    let undated = try holder([change(.division, nil, no)], on: "2026-07-01").finding(
      "change-report")
    #expect(undated.outcome == .undetermined)
    #expect(undated.missing == [Pointer("/changes/*/date", at: 0)])
    #expect(
      try holder([change(.division, nil, Deed(isDone: true))], on: "2026-07-01").finding(
        "change-report"
      ).outcome == .met)
    #expect(
      try holder([change(.other, nil, no, isMaterial: false)], on: "2026-07-01").finding(
        "change-report"
      ).outcome == .met)
  }

  @Test(arguments: [
    ("2025-12-04", Outcome.met), ("2025-12-05", .unmet), ("2028-12-04", .unmet),
    // On the last day it depends on how the three years are counted.
    ("2028-12-05", .undetermined), ("2028-12-06", .met),
  ])
  func `only changes within the term are owed`(date: String, outcome: Outcome) throws {
    let holder = holder([change(.renaming, day(date), no)], on: "2029-06-01")
    #expect(try holder.finding("change-report").outcome == outcome)
    #expect(holder.dates("change-report").isEmpty == (outcome == .met))
  }

  @Test func `a change after the day asked for is not there yet`() throws {
    let holder = holder([change(.renaming, "2026-08-01", no)], on: "2026-07-01")
    #expect(holder.dates("change-report") == [])
    #expect(try holder.finding("change-report").reason.message.id == "no-change")
    #expect(holder.with { $0.day = "2026-08-01" }.dates("change-report").count == 1)
    for (kind, isCertain) in [(HolderChange.Kind.renaming, true), (.other, false)] {
      let dates = self.holder([change(kind, "2026-06-01", no)], on: "2026-07-01")
        .dates("change-report")
      #expect(dates.map { $0.isCertain } == [isCertain])
    }
    let unclear = self.holder([change(.other, "2026-02-01", no)], on: "2026-07-01")
    #expect(
      unclear.dates("change-report").map { $0.reason.message.id } == ["change-open-unreported"])
  }

  @Test func `each change has a key of its own, whatever else is listed`() {
    let changes = [
      change(.renaming, "2026-02-01", no), change(.renaming, "2026-02-01", no),
      change(.merger, "2026-02-01", no), change(.renaming, "2026-02-02", no),
      change(.renaming, "2026-02-01", no), change(nil, "2026-02-01", no),
    ]
    #expect(
      holder(changes, on: "2026-03-01").changeDates(on: "2026-03-01", .of2024).map { $0.key } == [
        "2026-02-01-renaming", "2026-02-01-renaming-2", "2026-02-01-merger", "2026-02-02-renaming",
        "2026-02-01-renaming-3", "2026-02-01-unknown",
      ])
  }
}

@Suite struct InquiryTests {
  @Test(arguments: [
    (no, "2026-05-31", DueDate.State.upcoming, Outcome.met),
    (no, "2026-06-01", .late, .unmet), (Deed(), "2026-06-01", .open, .undetermined),
    (Deed(isDone: true, day: "2026-05-31"), "2026-06-01", .done, .met),
    (Deed(isDone: true, day: "2026-06-01"), "2026-06-01", .doneLate, .met),
  ])
  func `an answer is owed by the day that was set`(
    answered: Deed, on text: String, state: DueDate.State, outcome: Outcome
  ) throws {
    let holder = ChampionHolder.sound.with {
      $0.inquiries = [inquiry("2026-05-31", answered)]
      $0.day = day(text)
    }
    #expect(holder.dates("inquiry-answer").map { $0.state } == [state])
    #expect(try holder.finding("inquiry-answer").outcome == outcome)
  }

  @Test func `unknown facts are asked for`() throws {
    let unknown = try ChampionHolder.sound.with { $0.inquiries = nil }.finding("inquiry-answer")
    #expect(unknown.missing == ["/inquiries"])
    let undated = ChampionHolder.sound.with { $0.inquiries = [inquiry(nil, no)] }
    #expect(try undated.finding("inquiry-answer").outcome == .undetermined)
    #expect(
      try undated.finding("inquiry-answer").missing == [Pointer("/inquiries/*/answerBy", at: 0)])
    #expect(undated.dates("inquiry-answer") == [])
    #expect(try ChampionHolder.sound.finding("inquiry-answer").reason.message.id == "no-inquiry")
  }
}

@Suite struct HolderRevocationTests {
  private func holder(_ revocations: [Revocation]?, on text: String) -> ChampionHolder {
    ChampionHolder.sound.with {
      $0.revocations = revocations
      $0.day = day(text)
    }
  }

  private func revocation(
    _ article: Int?, _ ground: Revocation.Ground?, decided: String?, event: String?
  ) -> Revocation {
    var revocation = Revocation()
    revocation.article = article
    revocation.ground = ground
    revocation.decided = decided.flatMap { PartialDate(iso: $0) }
    revocation.event = event.flatMap { PartialDate(iso: $0) }
    return revocation
  }

  @Test(arguments: [
    // Article 12 bars nothing, Article 13 for three years.
    (12, Revocation.Ground.standardNoLongerMet, TitleState.revoked, "revoked", Outcome.met),
    (12, .unreportedChange, .revoked, "revoked", .met),
    (13, .majorAccident, .barred, "barred", .unmet),
    (13, .seriousDishonesty, .barred, "barred", .unmet),
    (13, .violation, .barred, "barred", .unmet),
    (13, .falsification, .barred, "barred", .unmet),
    // Article 14: a falsification may bar, not answering does not.
    (14, .falsification, .revoked, "revoked-ban-open", .undetermined),
    (14, .unansweredReport, .revoked, "revoked", .met),
  ])
  func `each ground revokes, and some bar`(
    article: Int, ground: Revocation.Ground, state: TitleState, reason: String, outcome: Outcome
  ) throws {
    let holder = holder(
      [revocation(article, ground, decided: "2026-02-01", event: "2026-01-10")], on: "2026-04-01")
    #expect(holder.state == state)
    #expect(holder.reason == reason)
    #expect(try holder.finding("not-revoked").outcome == .unmet)
    #expect(try holder.finding("new-application").outcome == outcome)
  }

  @Test(arguments: [
    ("2029-01-10", TitleState.barred, "barred"), ("2029-01-11", .revoked, "revoked-ban-open"),
    ("2029-02-01", .revoked, "revoked-ban-open"), ("2029-02-02", .revoked, "revoked"),
  ])
  func `the ban ends three years after the event or the decision`(
    on text: String, state: TitleState, reason: String
  ) {
    let holder = holder(
      [revocation(13, .violation, decided: "2026-02-01", event: "2026-01-10")], on: text)
    #expect(holder.state == state)
    #expect(holder.reason == reason)
    let free = holder.dates("new-application")
    #expect(free.map { $0.days } == (reason == "revoked" ? [] : [LastDay("2029-02-02")]))
  }

  @Test func `each reading of the ban answers a new application`() throws {
    for (article, on, readings) in [
      (13, "2029-01-10", [.no, .no, .no, .no]), (13, "2029-01-11", [.no, .yes, .no, .yes]),
      (13, "2029-02-02", [.yes, .yes, .yes, .yes]), (14, "2029-01-10", [.yes, .yes, .no, .no]),
      (14, "2029-01-11", [.yes, .yes, .no, .yes]),
    ] as [(Int, String, [Kleene])] {
      let holder = holder(
        [revocation(article, .falsification, decided: "2026-02-01", event: "2026-01-10")], on: on)
      #expect(try holder.finding("new-application").readings == readings)
    }
  }

  @Test func `a ban from before the grant is not in the calendar of this title`() {
    let holder = holder(
      [revocation(13, .violation, decided: "2025-12-04", event: "2025-11-10")], on: "2026-04-01")
    #expect(holder.state == .valid)
    #expect(holder.dates("new-application") == [])
  }

  @Test func `after a revocation a change without a date is not owed`() throws {
    let change = change(.renaming, nil, no)
    let open = ChampionHolder.sound.with { $0.changes = [change] }
    #expect(try open.finding("change-report").outcome == .undetermined)
    let revoked = open.with {
      $0.revocations = [revocation(12, .standardNoLongerMet, decided: "2026-02-01", event: nil)]
    }
    #expect(try revoked.finding("change-report").outcome == .met)
  }

  @Test func `a revocation bars from the day of its decision on`() throws {
    for (on, outcome) in [("2026-01-31", Outcome.met), ("2026-02-01", .unmet)] {
      let holder = holder(
        [revocation(13, .violation, decided: "2026-02-01", event: "2026-01-10")], on: on)
      #expect(try holder.finding("new-application").outcome == outcome)
    }
    let ungranted = holder(
      [revocation(13, .violation, decided: "2026-02-01", event: "2026-01-10")], on: "2026-04-01"
    ).with { $0.granted = nil }
    #expect(ungranted.dates("new-application") == [])
  }

  @Test func `where a revocation is not stated lateness is not certain`() {
    let open = holder(nil, on: "2027-07-01").with { $0.updates = [update(2027, no)] }
    #expect(open.dates("yearly-update")[1].reason.message.id == "update-open-readings")
  }

  @Test func `without dates the end of a ban is not known`() throws {
    let undated = holder(
      [revocation(13, .violation, decided: "2026-02", event: nil)], on: "2026-04-01")
    // The event may lie so long before the decision that its three years are over.
    #expect(undated.state == .revoked)
    #expect(undated.reason == "revoked-ban-open")
    let open = holder(
      [
        revocation(13, .violation, decided: "2026-02-01", event: "2026-01-10"),
        revocation(13, .violation, decided: nil, event: "2026-01-10"),
      ], on: "2026-04-01")
    #expect(open.reason == "barred-open-end")
    #expect(open.dates("new-application") == [])
    let unknown = holder(
      [
        revocation(nil, nil, decided: "2026-02-01", event: nil),
        revocation(nil, nil, decided: nil, event: nil),
      ], on: "2026-04-01")
    #expect(unknown.reason == "revoked-ban-unknown")
  }

  @Test(arguments: [
    ("2025-12-04", TitleState.valid, Outcome.met), ("2025-12-05", .revoked, .unmet),
    ("2026-04-01", .revoked, .unmet), ("2026-04-02", .valid, .met),
    ("2025-12", .undetermined, .undetermined),
    ("2026-04", .undetermined, .undetermined),
  ])
  func `a revocation from the grant to the day is of this recognition`(
    decided: String, state: TitleState, outcome: Outcome
  ) throws {
    let holder = holder(
      [revocation(12, .unreportedChange, decided: decided, event: nil)], on: "2026-04-01")
    #expect(holder.state == state)
    #expect(try holder.finding("not-revoked").outcome == outcome)
  }

  @Test func `whether it was revoked has to be stated`() throws {
    let holder = holder(nil, on: "2026-04-01")
    #expect(holder.reason == "revocations-missing")
    #expect(try holder.finding("not-revoked").missing == ["/revocations"])
    #expect(try holder.finding("new-application").missing == ["/revocations"])
    let undated = self.holder([revocation(12, nil, decided: nil, event: nil)], on: "2026-04-01")
    #expect(undated.reason == "revocation-unclear")
    #expect(
      try undated.finding("not-revoked").missing == [Pointer("/revocations/*/decided", at: 0)])
  }

  @Test func `after a revocation nothing is owed any more`() throws {
    let holder = ChampionHolder.sound.with {
      $0.day = "2027-08-01"
      $0.updates = [update(2026, Deed(isDone: true))]
      $0.changes = [change(.renaming, "2027-01-31", no)]
      $0.inquiries = [inquiry("2027-05-01", no)]
      $0.revocations = [revocation(12, .standardNoLongerMet, decided: "2027-04-01", event: nil)]
    }
    for id in ["yearly-update", "change-report", "inquiry-answer"] {
      #expect(try holder.finding(id).outcome == .met, "\(id)")
    }
    #expect(holder.status(.of2024).dates == [])
    #expect(try holder.finding("inquiry-answer").reason.message.id == "no-inquiry")
    let answered = holder.with { $0.inquiries = [inquiry("2027-05-01", Deed(isDone: true))] }
    #expect(try answered.finding("inquiry-answer").reason.message.id == "no-inquiry")
    let filed = holder.with { $0.updates?.append(update(2027, Deed(isDone: true))) }
    guard case .list(let told)? = try filed.finding("yearly-update").reason.values["dates"] else {
      Issue.record("no dates")
      return
    }
    #expect(told.count == 1)
    // A revocation to come is not one yet.
    let running = holder.with {
      $0.day = "2027-03-01"
      $0.inquiries = [inquiry("2027-05-01", no)]
    }
    #expect(running.dates("inquiry-answer").map { $0.state } == [.upcoming])
    // What fell due before it stays late.
    let earlier = holder.with { $0.revocations?[0].decided = PartialDate(iso: "2027-07-01") }
    for id in ["yearly-update", "change-report", "inquiry-answer"] {
      #expect(try earlier.finding(id).outcome == .unmet, "\(id)")
    }
  }
}

@Suite struct HolderCatalogueTests {
  @Test func `every clause on holders has its criterion`() {
    #expect(
      Rulebook.championHolder.criteria.map {
        "\($0.id) \($0.clauses[0].citation(in: .en)) \($0.role.rawValue)"
      }
        == [
          "publicity Article 9(3) duty", "certificate-term Article 10 condition",
          "yearly-update Article 11 duty", "review-right-kept Article 11 condition",
          "bureau-report Article 11 duty", "change-report Article 12 duty",
          "not-revoked Article 12 condition", "new-application Article 13 duty",
          "inquiry-answer Article 14 duty",
        ])
  }

  @Test func `numbers of rules are those of the measures`() {
    let law = Thresholds.of2024
    #expect(law.publicityDays == Threshold(7, .point(article: 9, point: 3)))
    #expect(law.termYears == Threshold(3, .article(10)))
    #expect(law.updateDay == Threshold(YearlyDay(month: 5, day: 31), .article(11)))
    #expect(law.bureauReportDay == Threshold(YearlyDay(month: 6, day: 15), .article(11)))
    #expect(law.changeMonths == Threshold(3, .article(12)))
    for criterion in Rulebook.championHolder.criteria {
      for entry in criterion.numbers(law).entries {
        #expect(criterion.rule.zh.contains("{\(entry.name)}"), "\(criterion.id)")
        #expect(criterion.rule.en.contains("{\(entry.name)}"), "\(criterion.id)")
      }
    }
  }

  @Test func `dates that cannot go together are pointed out`() {
    func ids(_ change: (inout ChampionHolder) -> Void) -> [String] {
      ChampionHolderPlausibility.notices(on: ChampionHolder.sound.with(change)).map {
        $0.reason.message.id
      }
    }
    #expect(ids { _ in } == [])
    #expect(ids { $0.granted = nil } == [])
    #expect(ids { $0.validUntil = "2028-12-04" } == [])
    #expect(ids { $0.validUntil = "2028-12-05" } == [])
    #expect(ids { $0.validUntil = "2028-12-06" } == ["term-not-three-years"])
    #expect(ids { $0.publicityBegan = "2025-12-06" } == ["publicity-after-grant"])
    #expect(ids { $0.publicityBegan = "2025-12-05" } == [])
    #expect(ids { $0.publicityBegan = "2025-11-05" } == [])
    #expect(ids { $0.reviews = [review("2025-12-04", true)] } == ["review-before-grant"])
    #expect(ids { $0.reviews = [review("2025-12-05", true)] } == [])
    #expect(ids { $0.reviews = [review("2028-12-01", true)] } == [])
    #expect(ids { $0.updates = [update(2024, no)] } == ["update-before-grant"])
    #expect(ids { $0.updates = [update(2025, no)] } == [])
    #expect(ids { $0.updates = [update(2026, no)] } == [])
    for (filed, reported) in [("2026-06-01", "2026-02-01"), ("2026-06-02", "2026-02-02")] {
      #expect(
        ids {
          $0.updates = [
            update(2026, Deed(isDone: true, day: day(filed)), reminded: "2026-06-01")
          ]
          $0.changes = [change(.merger, "2026-02-01", Deed(isDone: true, day: day(reported)))]
        } == [])
    }
    #expect(
      ids {
        $0.updates = [update(2026, Deed(isDone: true, day: "2026-05-01"), reminded: "2026-06-01")]
      }
        == ["reminded-after-filing"])
    #expect(
      ids { $0.changes = [change(.merger, "2026-02-01", Deed(isDone: true, day: "2026-01-31"))] }
        == ["reported-before-change"])
  }
}
