// What is asked of the file: papers, lengths, the deadline.

import CommonFacts
import Eligibility
import Testing

@testable import PlatformRules

@Suite struct PapersTests {
  private let id = "platform-papers"

  @Test func `complete papers are in order`() throws {
    #expect(try finding(id) { _ in }.outcome == .met)
  }

  @Test(arguments: Array(0..<9))
  func `each part that is lacking makes them unmet, and each that is not stated undetermined`(
    part: Int
  ) throws {
    let lack: [(inout PlatformApplication, Bool) -> Void] = [
      { $0.papers.request = $1 ? 0 : nil },
      {
        $0.enterprise.licence = $1 ? 0 : nil; $0.enterprise.legalPersonCertificate = $1 ? 0 : nil
      },
      { $0.servicesGiven?[0].hasOriginals = $1 ? false : nil },
      { $0.papers.isStamped = $1 ? false : nil },
      { $0.papers.isOnPaper = $1 ? false : nil },
      { $0.papers.isElectronic = $1 ? false : nil },
      { $0.papers.isLegible = $1 ? false : nil },
      {
        $0.servicesGiven?[0].contract = $1 ? 0 : nil
        $0.servicesGiven?[0].invoice = $1 ? 0 : nil
        $0.servicesGiven?[0].receipt = $1 ? 0 : nil
      },
      { $0.servicesGiven = $1 ? [.certain { $0.hasOriginals = false }] : nil },
    ]
    let lacking = try finding(id) { lack[part](&$0, true) }
    #expect(lacking.outcome == .unmet)
    #expect(lacking.places.count == 1)
    let open = try finding(id) { lack[part](&$0, false) }
    #expect(open.outcome == .undetermined)
    #expect(open.missing.count == 1)
  }

  @Test func `the certificate stands in for the licence`() throws {
    #expect(
      try finding(id) {
        $0.enterprise.licence = 0
        $0.enterprise.legalPersonCertificate = 1
      }.outcome == .met)
    #expect(try finding(id) { $0.enterprise.licence = 0 }.outcome == .undetermined)
  }

  @Test func `goals of each year are asked, of any matter`() throws {
    for matter in [\PlatformGoals.Year.resources, \.keyLittleGiants, \.littleGiants] {
      var year = PlatformGoals.Year()
      year[keyPath: matter] = true
      #expect(
        try finding(id) {
          $0.goals.firstYear = year
          $0.goals.secondYear = year
        }.outcome == .met)
    }
    let first = try finding(id) { $0.goals.firstYear = PlatformGoals.Year() }
    #expect(first.outcome == .undetermined)
    #expect(first.missing == ["/goals/firstYear/resources"])
    let second = try finding(id) { $0.goals.secondYear = PlatformGoals.Year() }
    #expect(second.missing == ["/goals/secondYear/resources"])
  }

  @Test func `only services that can be scored need proof`() throws {
    for change: (inout PlatformServiceGiven) -> Void in [
      { $0.title = .srdiProvincial }, { $0.field = .other },
    ] {
      var service = PlatformServiceGiven.certain {
        $0.contract = 0
        $0.invoice = 0
        $0.receipt = 0
        $0.hasOriginals = false
      }
      #expect(try finding(id) { $0.servicesGiven = [service] }.outcome == .unmet)
      change(&service)
      #expect(try finding(id) { $0.servicesGiven = [service] }.outcome == .met)
      service.title = nil
      service.field = nil
      let open = try finding(id) { $0.servicesGiven = [service] }
      #expect(open.outcome == .undetermined)
      #expect(
        open.missing == [
          Pointer("/servicesGiven/*/title", at: 0), Pointer("/servicesGiven/*/field", at: 0),
        ])
    }
    #expect(try finding(id) { $0.servicesGiven = [] }.outcome == .met)
    // Of one that cannot be scored nothing is asked, though another one is open.
    let beside = try finding(id) {
      $0.servicesGiven = [
        .certain {
          $0.field = .other
          $0.hasOriginals = nil
        }, .certain { $0.hasOriginals = nil },
      ]
    }
    #expect(beside.missing == [Pointer("/servicesGiven/*/hasOriginals", at: 1)])
  }

  @Test func `what is lacking and what is not stated is named`() throws {
    let lacking = try finding(id) {
      $0.papers.isStamped = false
      $0.papers.isOnPaper = nil
    }
    #expect(lacking.reason.values["lacking"] == .list([.term(Wording(zh: "公章", en: "the seal"))]))
    let open = try finding(id) { $0.papers.isOnPaper = nil }
    #expect(
      open.reason.values["open"] == .list([.term(Wording(zh: "纸质版", en: "the papers themselves"))]))
  }
}

@Suite struct LengthTests {
  struct Limit: Sendable {
    let id: String
    let characters: Int
    let path: WritableKeyPath<PlatformApplication, PlatformWriting> & Sendable
  }

  static let limits = [
    Limit(id: "platform-profile", characters: 5_000, path: \.profile),
    Limit(id: "platform-summary", characters: 3_000, path: \.summary),
  ]

  private func finding(_ limit: Limit, text: String?, declared: Int? = nil) throws -> Finding {
    try PlatformRulesTests.finding(limit.id) {
      $0[keyPath: limit.path].text = text
      $0[keyPath: limit.path].characters = declared
    }
  }

  private func text(han: Int, others: Int = 0) -> String {
    String(repeating: "字", count: han) + String(repeating: "a", count: others)
  }

  @Test(arguments: limits)
  func `all characters within the limit are met, Chinese ones alone beyond it are not`(limit: Limit)
    throws
  {
    let most = limit.characters
    for (han, others, outcome) in [
      (most - 1, 1, Outcome.met), (most, 0, .met), (most - 1, 2, .undetermined),
      (most, 1, .undetermined), (0, most + 1, .undetermined), (most + 1, 0, .unmet),
    ] {
      let finding = try finding(limit, text: text(han: han, others: others))
      #expect(finding.outcome == outcome, "\(han) and \(others)")
      #expect(finding.readings.isEmpty)
      if outcome == .met {
        #expect(finding.margins.map(\.surplus) == [.count(most - han - others)])
      }
      if outcome == .unmet {
        #expect(finding.shortfall == .count(-1))
        #expect(finding.reason.values["excess"] == .count(1))
      }
    }
    let blank = String(repeating: " 　\n", count: 10_000)
    #expect(try finding(limit, text: blank + text(han: most)).outcome == .met)
  }

  @Test(arguments: limits)
  func `a declared number is taken as it is`(limit: Limit) throws {
    let most = limit.characters
    let within = try finding(limit, text: nil, declared: most)
    #expect(within.outcome == .met)
    #expect(within.margins.map(\.surplus) == [.count(0)])
    let beyond = try finding(limit, text: nil, declared: most + 1)
    #expect(beyond.outcome == .unmet)
    #expect(beyond.reason.message.id == "declared-beyond")
    #expect(beyond.shortfall == .count(-1))
    // It settles a text in between, and agrees with one or contradicts it.
    let between = text(han: most, others: 9)
    #expect(try finding(limit, text: between, declared: most).outcome == .met)
    #expect(try finding(limit, text: between, declared: most + 9).outcome == .unmet)
    #expect(try finding(limit, text: "短", declared: most).outcome == .met)
    #expect(try finding(limit, text: text(han: most + 1), declared: most + 1).outcome == .unmet)
    for finding in [
      try finding(limit, text: "短", declared: most + 1),
      try finding(limit, text: text(han: most + 1), declared: most),
    ] {
      #expect(finding.outcome == .undetermined)
      #expect(finding.reason.message.id == "length-contradicts")
    }
  }

  @Test(arguments: limits)
  func `without text and number both are asked for, with a text in between the number is`(
    limit: Limit
  ) throws {
    let place = limit.id == "platform-profile" ? "/profile" : "/summary"
    #expect(try finding(limit, text: nil).missing == [Pointer(place + "/text")])
    #expect(
      try finding(limit, text: text(han: limit.characters, others: 1)).missing
        == [Pointer(place + "/characters")])
  }

  @Test func `a text that counting leaves open is not one that is not given`() {
    var writing = PlatformWriting()
    #expect(writing.state(limit: 3) == .notStated)
    writing.text = "一二三。"
    #expect(writing.state(limit: 3) == .open)
  }

  @Test(arguments: [
    ("", 0, 0), ("甲 乙\n丙", 3, 3), ("〇㐀豈𠀀", 4, 4), ("ab，。1", 5, 0), ("甲a", 2, 1), ("👨‍👩‍👧", 1, 0),
    ("\u{3000}\u{A0}甲", 1, 1),
  ])
  func `characters are counted as they are seen`(text: String, all: Int, han: Int) {
    let length = TextLength(text)
    #expect(length.all == all)
    #expect(length.han == han)
  }
}

@Suite struct DeadlineTests {
  @Test(
    arguments: [
      ("2021-07-23", "2021-07-25", .met, [.yes, .yes], "delivered-in-time"),
      ("2021-07-23", "2021-07-26", .undetermined, [.yes, .no], "delivered-on-the-day"),
      ("2021-07-23", "2021-07-27", .unmet, [.no, .no], "delivered-too-late"),
      (nil, "2021-07-25", .met, [.yes, .yes], "delivered-in-time"),
      (nil, "2021-07-27", .unmet, [.no, .no], "delivered-too-late"),
      ("2021-07-25", "2021-07-25", .met, [.yes, .yes], "delivered-in-time"),
      ("2021-07-25", "2021-07-24", .undetermined, [.unknown, .unknown], "delivered-before-filing"),
      ("2021-07-28", "2021-07-27", .undetermined, [.unknown, .unknown], "delivered-before-filing"),
      ("2021-07-25", nil, .undetermined, [.unknown, .unknown], "missing"),
      ("2021-07-26", nil, .undetermined, [.unknown, .no], "missing"),
      ("2021-07-27", nil, .unmet, [.no, .no], "filed-too-late"),
      (nil, nil, .undetermined, [.unknown, .unknown], "missing"),
    ] as [(Day?, Day?, Outcome, [Kleene], String)])
  func `the day of arrival decides, or the filing date what it can`(
    filing: Day?, delivered: Day?, outcome: Outcome, readings: [Kleene], reason: String
  ) throws {
    let finding = try finding("platform-deadline") {
      $0.filingDate = filing
      $0.delivered = delivered
    }
    #expect(finding.outcome == outcome)
    #expect(finding.readings == readings)
    #expect(finding.reason.message.id == reason)
    #expect(finding.missing == (reason == "missing" ? ["/delivered"] : []))
    #expect((finding.shortfall != nil) == (outcome == .unmet))
  }

  @Test func `the distance is in days`() throws {
    let early = try finding("platform-deadline") { $0.delivered = "2021-07-23" }
    #expect(early.margins.map(\.surplus) == [.days(3)])
    let late = try finding("platform-deadline") { $0.delivered = "2021-07-28" }
    #expect(late.shortfall == .days(-2))
  }
}

@Suite struct QuotaTests {
  @Test func `no application decides it`() throws {
    for application in [PlatformApplication.eligible, PlatformApplication()] {
      let finding = try finding("platform-quota", application)
      #expect(finding.outcome == .notApplicable)
      #expect(finding.reason.values == ["limit": .count(3)])
    }
  }
}
