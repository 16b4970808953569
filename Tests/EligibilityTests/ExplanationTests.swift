// Criteria list what they ask once, so what a finding says to be missing must follow from that list alone.

import Eligibility
import Testing

/// A garden, made up here: facts of its own, a list, and facts that are asked only of some.
private struct Garden: Subject {
  struct Bed {
    var length: Int?
    var crop: String?
  }
  struct Numbers: Sendable {}
  typealias Thresholds = Numbers

  var owner: String?
  var isFenced: Bool?
  var fence: String?
  var beds: [Bed]?
}

/// What its figure is called.
private let beds = Wording(zh: "畦数", en: "beds")

/// A criterion that comes out as told and asks for what it is told to.
private func criterion(
  _ outcome: Outcome, role: Role = .condition, asking: Explanation.Asking = .all
) -> Criterion<Garden> {
  Criterion(
    "garden", clauses: [.article(1)], role: role, title: Wording(zh: "园", en: "garden"),
    rule: Wording(zh: "有园", en: "a garden"),
    asks: [
      AskedFact("/isFenced") { $0.isFenced == nil },
      AskedFact("/fence") { $0.isFenced != false && $0.fence == nil },
      AskedFact(optional: "/age"),
      AskedFact(
        list: "/beds", { $0.beds },
        members: [("length", { $0.length == nil }), ("crop", { $0.crop == nil })]),
      AskedFact("/owner", first: true) { $0.owner == nil },
      AskedFact(at: ["/north", "/south"]) { $0.owner == nil ? ["/south"] : [] },
    ],
    decide: { _, _ in outcome },
    explain: { state, _, _, say in
      say(
        "garden-\(state.rawValue)", zh: "{beds} 畦", en: "{beds} beds",
        mend: Wording(zh: "翻地", en: "dig"), ["beds": .count(3)], at: ["/beds"],
        margins: [Margin(beds, .count(9), .atLeast, .count(12), surplus: .count(-3))],
        shortfall: .count(-3), asking: asking)
    })
}

@Suite struct ExplanationTests {
  private let numbers = Garden.Numbers()

  @Test func `what a criterion reads is what it asks`() {
    #expect(
      criterion(.met).reads == [
        "/isFenced", "/fence", "/age", "/beds", "/beds/*/length", "/beds/*/crop", "/owner",
        "/north", "/south",
      ])
  }

  @Test func `facts that are wanted and not given are missing`() {
    let open = criterion(.undetermined)
    #expect(
      open.evaluate(Garden(), numbers).missing
        == ["/owner", "/isFenced", "/fence", "/beds", "/south"])
    let garden = Garden(owner: "甲", isFenced: false, beds: [])
    #expect(open.evaluate(garden, numbers).missing == [])
  }

  @Test func `of a list each item says what it lacks`() {
    let garden = Garden(
      owner: "甲", isFenced: false, beds: [.init(crop: "葱"), .init(length: 1, crop: "葱"), .init()])
    let missing: [Pointer] = [
      Pointer("/beds/*/length", at: 0), Pointer("/beds/*/length", at: 2),
      Pointer("/beds/*/crop", at: 2),
    ]
    #expect(criterion(.undetermined).evaluate(garden, numbers).missing == missing)
    for (items, some) in [([0], missing[..<1]), ([1], []), ([2, 1], missing[1...]), ([], [])] {
      let finding = criterion(.undetermined, asking: .items(items)).evaluate(garden, numbers)
      #expect(finding.missing == Array(some))
    }
    // Facts outside the list are asked for whatever items count.
    #expect(
      criterion(.undetermined, asking: .items([])).evaluate(Garden(), numbers).missing
        == ["/owner", "/isFenced", "/fence", "/beds", "/south"])
  }

  @Test(arguments: Outcome.allCases.filter { $0 != .undetermined })
  func `what is decided lacks nothing`(outcome: Outcome) {
    let finding = criterion(outcome).evaluate(Garden(), numbers)
    #expect(finding.outcome == outcome)
    #expect(finding.missing == [])
  }

  @Test func `a contradiction asks for nothing`() {
    let finding = criterion(.undetermined, asking: .nothing).evaluate(Garden(), numbers)
    #expect(finding.outcome == .undetermined)
    #expect(finding.missing == [])
  }

  @Test(arguments: Outcome.allCases)
  func `all that is said is in the finding`(outcome: Outcome) {
    let garden = Garden(owner: "甲", isFenced: true, fence: "木", beds: [])
    #expect(
      criterion(outcome).evaluate(garden, numbers)
        == Finding(
          outcome,
          Message(
            "garden-\(outcome.rawValue)", zh: "{beds} 畦", en: "{beds} beds",
            mend: Wording(zh: "翻地", en: "dig")), ["beds": .count(3)], at: ["/beds"],
          margins: [Margin(beds, .count(9), .atLeast, .count(12), surplus: .count(-3))],
          shortfall: .count(-3)))
    #expect(criterion(outcome).decide(garden, numbers) == outcome)
  }

  @Test func `what is not said is not in the finding`() {
    for kleene in Kleene.allCases {
      let bare = Criterion<Garden>(
        "bare", clauses: [], role: .condition, title: Wording(zh: "空", en: "bare"),
        rule: Wording(zh: "空", en: "bare"), asks: [], decide: { _, _ in kleene },
        explain: { _, _, _, _ in .missing })
      #expect(bare.decide(Garden(), numbers) == Outcome(kleene))
      #expect(bare.evaluate(Garden(), numbers) == Finding(Outcome(kleene), .missing))
    }
  }

  @Test func `evidence is wanted where none is counted`() {
    let deed = Evidence<Garden>(
      zh: "证", en: "deed", by: .authority, at: "/deed", when: { $0.isFenced != false },
      count: { $0.beds?.count })
    #expect(deed.what == Wording(zh: "证", en: "deed"))
    #expect(deed.lacking(Garden()) == ["/deed"])
    #expect(deed.lacking(Garden(beds: [])) == ["/deed"])
    #expect(deed.lacking(Garden(beds: [.init()])) == [])
    #expect(deed.lacking(Garden(isFenced: false)) == [])
    let labels = Evidence<Garden>(
      zh: "签", en: "labels", by: .applicant, atEach: "/beds/*/label", of: { $0.beds },
      count: { $0.length })
    #expect(labels.lacking(Garden()) == [])
    #expect(
      labels.lacking(Garden(beds: [.init(length: 1), .init(length: 0), .init()]))
        == [Pointer("/beds/*/label", at: 1), Pointer("/beds/*/label", at: 2)])
  }
}
