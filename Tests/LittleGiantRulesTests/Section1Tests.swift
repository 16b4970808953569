// Who can be supported at all: a little giant, never supported, not listed.

import CommonFacts
import Eligibility
import Testing

@testable import LittleGiantRules

@Suite struct GiantStatusTests {
  @Test(arguments: [1, 2, 3, nil])
  func `recognised in any batch is met`(batch: Int?) throws {
    let finding = try judge("giant-status") { $0.recognitions?[0].batch = batch }
    #expect(finding.outcome == .met)
    #expect(finding.said == "recognised")
  }

  @Test func `the third batch under publicity is met provisionally, with a notice`() throws {
    let finding = try judge("giant-status") { $0.recognitions = [.underPublicity] }
    #expect(finding.outcome == .met)
    #expect(finding.said == "provisional")
    #expect(isNoticed("provisional") { $0.recognitions = [.underPublicity] })
    #expect(!isNoticed("provisional") { _ in })
    #expect(!isNoticed("provisional") { $0.recognitions = [.underPublicity, .recognised] })
  }

  @Test(arguments: [1, 2])
  func `an earlier batch cannot be under publicity`(batch: Int) throws {
    let finding = try judge("giant-status") {
      $0.recognitions = [.underPublicity]
      $0.recognitions?[0].batch = batch
    }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "publicity-over")
  }

  @Test func `without the filing date an end of validity leaves it open, whenever it is`() throws {
    for until: Day in ["2021-07-22", "2021-07-23", "2030-01-01"] {
      let finding = try judge("giant-status") {
        $0.filingDate = nil
        $0.recognitions?[0].validUntil = until
      }
      #expect(finding.outcome == .undetermined)
    }
  }

  @Test func `a batch beyond the third leaves it open`() throws {
    let finding = try judge("giant-status") { $0.recognitions?[0].batch = 4 }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "batch-beyond")
  }

  @Test func `an end of validity before the filing leaves it open, on the day itself not`() throws {
    let ended = try judge("giant-status") { $0.recognitions?[0].validUntil = "2021-07-23" }
    #expect(ended.outcome == .undetermined)
    #expect(ended.said == "recognition-ended")
    #expect(
      try judge("giant-status") { $0.recognitions?[0].validUntil = "2021-07-24" }.outcome == .met)
    #expect(try judge("giant-status") { $0.recognitions?[0].validUntil = nil }.outcome == .met)
  }

  @Test func `another announced name leaves it open, another way of typing it does not`() throws {
    let finding = try judge("giant-status") { $0.recognitions?[0].announcedName = "另一家公司" }
    #expect(finding.outcome == .undetermined)
    #expect(finding.said == "announced-name-differs")
    let typed = try judge("giant-status") {
      $0.enterprise.name = "虚构（长春）公司"
      $0.recognitions?[0].announcedName = "虚构(长春) 公司"
    }
    #expect(typed.outcome == .met)
  }

  @Test func `no title and other titles only are unmet`() throws {
    let none = try judge("giant-status") { $0.recognitions = [] }
    #expect(none.outcome == .unmet)
    #expect(none.said == "no-titles")
    let others = try judge("giant-status") {
      $0.recognitions = [GiantRecognition(.srdiProvincial), GiantRecognition(.keyLittleGiant)]
    }
    #expect(others.outcome == .unmet)
    #expect(others.said == "other-titles-only")
  }

  @Test func `what is not stated is asked for`() throws {
    #expect(try judge("giant-status") { $0.recognitions = nil }.asked == ["/recognitions"])
    let kind = try judge("giant-status") { $0.recognitions = [GiantRecognition(nil)] }
    #expect(kind.outcome == .undetermined)
    #expect(kind.asked == ["/recognitions/0/kind", "/recognitions/0/status"])
    let status = try judge("giant-status") { $0.recognitions?[0].status = nil }
    #expect(status.asked == ["/recognitions/0/status"])
    let batch = try judge("giant-status") {
      $0.recognitions = [.underPublicity]
      $0.recognitions?[0].batch = nil
    }
    #expect(batch.asked == ["/recognitions/0/batch"])
  }

  @Test func `of several titles the best one decides`() throws {
    let finding = try judge("giant-status") {
      $0.recognitions = [GiantRecognition(.other), GiantRecognition(nil), .recognised]
    }
    #expect(finding.outcome == .met)
    #expect(finding.places == [Pointer("/recognitions/*/kind", at: 2)])
    var beyond = GiantRecognition.recognised
    beyond.batch = 4
    let rising = [
      GiantRecognition(.other), GiantRecognition(nil), beyond, .underPublicity, .recognised,
    ]
    let said = ["other-titles-only", "missing", "batch-beyond", "provisional", "recognised"]
    for count in 1...rising.count {
      let titles = rising.prefix(count)
      for titles in [Array(titles), titles.reversed()] {
        #expect(try judge("giant-status") { $0.recognitions = titles }.said == said[count - 1])
      }
    }
    let two = try judge("giant-status") { $0.recognitions = [.recognised, .recognised] }
    #expect(two.places == [Pointer("/recognitions/*/kind", at: 0)])
  }
}

@Suite struct FirstSupportTests {
  @Test(
    arguments: [(true, Outcome.unmet), (false, .met), (nil, .undetermined)] as [(Bool?, Outcome)])
  func `money of the first batch excludes`(received: Bool?, outcome: Outcome) throws {
    let finding = try judge("giant-first-support") { $0.hasFirstBatchSupport = received }
    #expect(finding.outcome == outcome)
  }
}

@Suite struct UnlistedTests {
  private func judgeListing(
    _ listing: GiantListing, end: Day? = "2021-07-30", filing: Day? = "2021-07-24"
  ) throws -> Finding {
    try judge("giant-unlisted") {
      $0.listings = [listing]
      $0.publicityEnd = end
      $0.filingDate = filing
    }
  }

  @Test func `no listing is met, with the notice that it has to stay so`() throws {
    #expect(try judge("giant-unlisted") { _ in }.said == "no-listing")
    #expect(isNoticed("has-to-stay-unlisted") { _ in })
    #expect(isNoticed("has-to-stay-unlisted") { $0.publicityEnd = nil })
    #expect(
      !isNoticed("has-to-stay-unlisted") {
        $0.publicityEnd = "2021-07-23"
      })
  }

  @Test(arguments: GiantExchange.allCases)
  func `the markets named exclude, no other one does`(market: GiantExchange) throws {
    let finding = try judgeListing(GiantListing(market, since: .year(2018)))
    #expect(finding.outcome == (market.excludes ? .unmet : .met))
    #expect(finding.said == (market.excludes ? "listed" : "no-listing-excludes"))
    #expect(!market.name.zh.isEmpty)
    let ids = notices { $0.listings = [GiantListing(market, since: .year(2018))] }
    #expect(ids.contains("market-not-named") == (market == .beijing || market == .other))
  }

  @Test func `a listing on the last day of the publicity excludes, one on the day after does not`()
    throws
  {
    #expect(
      try judgeListing(GiantListing(.star, since: .day("2021-07-30"), isListed: nil)).readings
        == [.no, .no])
    let after = try judgeListing(GiantListing(.star, since: .day("2021-07-31"), isListed: nil))
    #expect(after.outcome == .met)
    #expect(try judgeListing(GiantListing(.star, since: .month(2021, 7))).outcome == .unmet)
    let vague = try judgeListing(
      GiantListing(.star, since: .month(2021, 7), isListed: nil, until: .year(2025)))
    #expect(vague.outcome == .undetermined)
    #expect(vague.said == "listing-open")
  }

  @Test func `where the publicity's end is not known a later listing is open`() throws {
    let later = try judgeListing(
      GiantListing(.star, since: .day("2021-08-02"), isListed: nil), end: nil)
    #expect(later.outcome == .undetermined)
    #expect(later.asked.contains("/publicityEnd"))
    // The publicity still ran when the notice was signed, so no later fact can change this.
    let earlier = try judgeListing(GiantListing(.star, since: .day("2021-07-23")), end: nil)
    #expect(earlier.outcome == .unmet)
    let between = try judgeListing(GiantListing(.star, since: .day("2021-07-24")), end: nil)
    #expect(between.outcome == .undetermined)
  }

  @Test func `a listing between the filing and the end of the publicity excludes`() throws {
    for isListed in [false, nil] {
      let finding = try judgeListing(
        GiantListing(.star, since: .day("2021-07-28"), isListed: isListed))
      #expect(finding.readings == [.no, .no])
    }
    let vague = try judgeListing(GiantListing(.star, since: .month(2021, 7), isListed: false))
    #expect(vague.outcome == .undetermined)
  }

  @Test func `a publicity that ended before the notice is another one`() throws {
    let finding = try judgeListing(
      GiantListing(.star, since: .day("2021-06-01")), end: "2019-05-05")
    #expect(finding.outcome == .unmet)
    #expect(isNoticed("publicity-ended-before") { $0.publicityEnd = "2019-05-05" })
  }

  @Test func `a listing without a date excludes once it is sure to have begun in time`() throws {
    #expect(try judgeListing(GiantListing(.abroad, since: nil)).outcome == .unmet)
    let open = try judgeListing(GiantListing(.abroad, since: nil), end: nil)
    #expect(open.outcome == .undetermined)
    #expect(open.asked.contains("/listings/0/since"))
    let notNow = try judgeListing(GiantListing(.abroad, since: nil, isListed: nil))
    #expect(notNow.asked == ["/listings/0/since", "/listings/0/isListed"])
  }

  @Test func `a listing that ended is open between two readings`() throws {
    for listing in [
      GiantListing(.star, since: .year(2012), isListed: false),
      GiantListing(.star, since: .year(2012), isListed: nil, until: .day("2021-07-23")),
      GiantListing(.star, since: .year(2012), isListed: false, until: .year(2019)),
    ] {
      let finding = try judgeListing(listing)
      #expect(finding.readings == [.no, .yes])
      #expect(finding.said == "delisted")
    }
    let lasting = GiantListing(.star, since: .year(2012), isListed: nil, until: .day("2021-07-24"))
    #expect(try judgeListing(lasting).outcome == .unmet)
  }

  @Test func `dates that contradict leave it open, on another market they do not matter`() throws {
    let odd = GiantListing(.star, since: .year(2012), isListed: true, until: .year(2019))
    #expect(try judgeListing(odd).outcome == .undetermined)
    let later = GiantListing(.star, since: .year(2022), isListed: true)
    #expect(try judgeListing(later).outcome == .undetermined)
    var neeq = odd
    neeq.market = .neeq
    #expect(try judgeListing(neeq).outcome == .met)
    neeq.until = nil
    neeq.since = .year(2022)
    #expect(try judgeListing(neeq).outcome == .met)
  }

  @Test func `an unknown market and an unknown list are asked for`() throws {
    let unknown = try judge("giant-unlisted") { $0.listings = nil }
    #expect(unknown.asked == ["/listings"])
    #expect(unknown.readings == [.unknown, .unknown])
    let finding = try judgeListing(GiantListing(nil, since: .year(2012)))
    #expect(finding.outcome == .undetermined)
    #expect(finding.asked == ["/listings/0/market"])
    let unfiled = try judgeListing(GiantListing(.star, since: nil), filing: nil)
    #expect(unfiled.asked.contains("/filingDate"))
  }
}

@Suite struct LocationTests {
  @Test(arguments: [
    ("220106", Outcome.met), ("222401", .met), ("210100", .unmet), ("122000", .unmet),
  ])
  func `the domicile decides`(code: String, outcome: Outcome) throws {
    let finding = try judge("giant-location") {
      $0.enterprise.domicile = AdministrativeDivision(code)
    }
    #expect(finding.outcome == outcome)
  }

  @Test func `an unknown domicile is asked for`() throws {
    let finding = try judge("giant-location") { $0.enterprise.domicile = nil }
    #expect(finding.asked == ["/enterprise/domicile"])
  }
}
