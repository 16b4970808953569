// Article 6: titles, projects, standards, and what only experts judge.

import CommonFacts
import Eligibility
import Testing

@testable import ClusterRules

@Suite struct QualityTests {
  private func quality(
    _ titles: [ClusterTitle]?, _ change: (inout ClusterApplication) -> Void = { _ in }
  ) -> (outcome: Outcome, message: String) {
    found("cluster-quality-enterprises") {
      $0.titles = titles
      change(&$0)
    }
  }

  @Test func `each title that the article names suffices, and no other one`() {
    for kind in Recognition.Kind.allCases {
      let isNamed = [
        .srdiMunicipal, .srdiProvincial, .littleGiant, .keyLittleGiant, .championProvincial,
        .championNational,
      ].contains(kind)
      #expect(quality([ClusterTitle(.maker, kind)]).outcome == (isNamed ? .met : .unmet))
    }
    let finding = ClusterApplication.eligible.finding("cluster-quality-enterprises")
    #expect(finding.reason.message.says.zh.contains("专家"))
    #expect(finding.reason.values["judgement"] == .term(ClusterJudgement.clusterDirection.title))
  }

  @Test func `a title is valid from its first to its last day`() {
    for (from, until, outcome) in [
      (nil, "2025-09-10", Outcome.met), (nil, "2025-09-09", .unmet),
      ("2025-09-10", "2026-01-01", .met),
      ("2025-09-11", "2026-01-01", .unmet), (nil, "9999-12-31", .met), (nil, nil, .undetermined),
      ("2025-09-11", nil, .unmet),
    ] as [(Day?, Day?, Outcome)] {
      #expect(quality([ClusterTitle(.maker, from: from, until: until)]).outcome == outcome)
    }
    #expect(quality([ClusterTitle(.maker)]) { $0.filingDate = nil }.outcome == .undetermined)
  }

  @Test func `it must be of an enterprise of the cluster`() {
    #expect(quality([ClusterTitle(.institute)]).outcome == .unmet)
    #expect(quality([ClusterTitle(.stranger)]).outcome == .unmet)
    #expect(
      quality([ClusterTitle(.stranger)]) { $0.members.isComplete = nil }.outcome == .undetermined)
    #expect(
      quality([ClusterTitle(.stranger)]) { $0.members.isComplete = false }.outcome == .undetermined)
    #expect(quality([ClusterTitle(nil)]).outcome == .undetermined)
    #expect(quality([ClusterTitle(.maker)]) { $0.members.list = nil }.outcome == .undetermined)
    #expect(
      quality([ClusterTitle(.maker)]) { $0.members.list?[0].kind = nil }.outcome == .undetermined)
    #expect(
      quality([ClusterTitle(.maker)]) { $0.members.list?[0].until = .day("2025-01-01") }.outcome
        == .unmet)
  }

  @Test func `of a code that is listed several times any entry suffices`() {
    let twice = quality([ClusterTitle(.institute)]) {
      $0.members.list?.append(ClusterMember(.institute))
    }
    #expect(twice.outcome == .met)
  }

  @Test func `a member without a code may be the one that holds it`() {
    #expect(
      quality([ClusterTitle(.stranger)]) { $0.members.list?[0].creditCode = nil }.outcome
        == .undetermined)
    #expect(
      quality([ClusterTitle(.stranger)]) { $0.members.list?[3].creditCode = nil }.outcome == .unmet)
  }

  @Test func `other strong enterprises leave it open where no title is valid`() {
    #expect(quality([]) == (.unmet, "no-quality-enterprise"))
    #expect(
      quality([]) { $0.hasOtherStrongEnterprises = true }
        == (.undetermined, "other-strong-enterprises"))
    #expect(
      quality([]) { $0.hasOtherStrongEnterprises = nil }
        == (.undetermined, "other-strong-enterprises-unknown"))
    #expect(quality(nil) == (.undetermined, "missing"))
    #expect(quality([ClusterTitle(.maker, nil)]) == (.undetermined, "titles-open"))
  }

  @Test func `it asks for what would help`() {
    let unknown = ClusterApplication.eligible {
      $0.titles = [ClusterTitle(.maker, nil), ClusterTitle(nil)]
      $0.members.list?[1].kind = nil
    }.finding("cluster-quality-enterprises")
    #expect(
      unknown.missing == [
        Pointer("/titles/*/kind", at: 0), Pointer("/titles/*/member", at: 1),
        Pointer("/members/list/*/kind", at: 1),
      ])
    let others = ClusterApplication.eligible {
      $0.titles = []
      $0.hasOtherStrongEnterprises = nil
    }.finding("cluster-quality-enterprises")
    #expect(others.missing == ["/hasOtherStrongEnterprises"])
  }
}

@Suite struct ProjectAndStandardTests {
  private func projects(_ projects: [ClusterProject]?) -> (outcome: Outcome, message: String) {
    found("cluster-projects") { $0.projects = projects }
  }

  @Test func `a national or provincial project of the leading industry suffices`() {
    #expect(projects([ClusterProject(.national)]) == (.met, "one-is-there"))
    #expect(projects([ClusterProject(.provincial)]).outcome == .met)
    #expect(
      projects([ClusterProject(.municipal), ClusterProject(.below)]) == (.unmet, "none-suffices"))
    #expect(projects([ClusterProject(.national, leading: false)]).outcome == .unmet)
    #expect(projects([ClusterProject(.national, leading: nil)]) == (.undetermined, "missing"))
    #expect(projects([ClusterProject(nil)]).outcome == .undetermined)
    #expect(projects([ClusterProject(.municipal, leading: nil)]).outcome == .unmet)
    #expect(projects([]) == (.unmet, "none-declared"))
    #expect(projects(nil) == (.undetermined, "missing"))
    #expect(projects([ClusterProject(nil), ClusterProject(.national)]).outcome == .met)
  }

  private func standards(_ levels: [StandardLevel?]?) -> (outcome: Outcome, message: String) {
    found("cluster-standards") { $0.standards = levels?.map { ClusterStandard($0) } }
  }

  @Test func `standards count that bind others than their maker`() {
    for level: StandardLevel in [.international, .national, .industry, .local, .association] {
      #expect(standards([level]) == (.met, "one-is-there"))
    }
    #expect(standards([.enterprise]) == (.unmet, "none-suffices"))
    #expect(standards([.other]) == (.undetermined, "item-unclear"))
    #expect(standards([nil, .other]) == (.undetermined, "missing"))
    #expect(standards([]) == (.unmet, "none-declared"))
    #expect(standards(nil) == (.undetermined, "missing"))
    let finding = ClusterApplication.eligible.finding("cluster-standards")
    #expect(finding.reason.message.says.zh.contains("专家"))
    #expect(finding.reason.values["judgement"] == .term(ClusterJudgement.clusterInnovation.title))
  }
}

@Suite struct JudgementTests {
  @Test func `each is for review with a text and a proof, and open without`() {
    for judgement in ClusterJudgement.allCases where judgement != .clusterActionPlan {
      let id = judgement.rawValue
      #expect(ClusterApplication.eligible.outcome(id) == .forReview)
      #expect(found(id) { $0.statements[judgement] = nil }.outcome == .undetermined)
      #expect(found(id) { $0.statements[judgement]?.hasText = false }.outcome == .undetermined)
      #expect(found(id) { $0.statements[judgement]?.evidence = 0 }.outcome == .undetermined)
      #expect(found(id) { $0.statements[judgement]?.evidence = nil }.outcome == .undetermined)
    }
    let missing = ClusterApplication().finding("promoter-function").missing
    #expect(
      missing == ["/statements/promoter-function/text", "/statements/promoter-function/evidence"])
  }

  @Test func `the action plan is asked for at a review only`() {
    func plan(_ kind: ApplicationKind?, _ statement: Statement? = .made) -> Finding {
      ClusterApplication.eligible {
        $0.kind = kind
        $0.statements[.clusterActionPlan] = statement
      }.finding("cluster-action-plan")
    }
    #expect(plan(.first).outcome == .notApplicable)
    #expect(plan(.first, nil).outcome == .notApplicable)
    #expect(plan(.review).outcome == .forReview)
    #expect(plan(.review, nil).outcome == .undetermined)
    #expect(plan(nil).outcome == .undetermined)
    #expect(plan(nil).missing == ["/kind"])
  }

  private func shown(
    _ id: String, _ change: (inout ClusterApplication) -> Void = { _ in }
  ) -> Reason { ClusterApplication.eligible(change).finding(id).reason }

  @Test func `accounts are shown year by year, and what is not given is said`() {
    let reason = shown("promoter-operations")
    guard case .list(let years)? = reason.values["years"], case .reason(let first)? = years.first
    else {
      Issue.record("no years")
      return
    }
    #expect(years.count == 2)
    #expect(first.values["year"] == .year(2023))
    #expect(first.values["income"] == .money(Money(yuan: 80)))
    #expect(first.values["liabilities"] == .money(Money(yuan: 20)))
    #expect(
      shown("promoter-operations") { $0.promoter.accounts.years = nil }.message.id
        == "accounts-not-given")
    let blank = shown("promoter-operations") {
      $0.promoter.accounts.years = [.init(), .init(2024, income: 1, publicIncome: 1)]
    }
    guard case .list(let blanks)? = blank.values["years"], case .reason(let empty)? = blanks.first
    else {
      Issue.record("no years")
      return
    }
    #expect(empty.values["assets"] == .notGiven)
    let sorted = shown("promoter-operations") {
      $0.promoter.accounts.years = [2024, nil, 2023, 0, 2024, 1].enumerated().map { place, year in
        .init(year, income: Int64(place), publicIncome: 1)
      }
    }
    guard case .list(let rows)? = sorted.values["years"] else {
      Issue.record("no years")
      return
    }
    // One without a year comes first, and two of a year stay in their order.
    let places = rows.map { row in
      if case .reason(let reason) = row { reason.values["income"] } else { Quantity?.none }
    }
    #expect(places == [1, 3, 5, 2, 0, 4].map { .money(Money(yuan: $0)) })
  }

  @Test func `the share of income that is not public money is shown`() {
    func share(_ year: ClusterPromoter.Accounts.Year) -> Quantity? {
      let reason = shown("promoter-capability") { $0.promoter.accounts.years = [year] }
      guard case .list(let years)? = reason.values["years"], case .reason(let first)? = years.first
      else { return nil }
      return first.values["share"]
    }
    #expect(
      share(.init(2024, income: 100, publicIncome: 25))
        == Ratio(Money(yuan: 75), of: Money(yuan: 100)).map { .ratio($0) })
    #expect(share(.init(2024, income: nil, publicIncome: 25)) == .notGiven)
    guard case .term? = share(.init(2024, income: 0, publicIncome: 0)) else {
      Issue.record("a share of nothing")
      return
    }
  }

  @Test func `the leading industry's divisions and share are shown`() {
    let reason = shown("cluster-industry") {
      $0.cluster.industries = [IndustryCode("3670"), nil, IndustryCode("0512"), IndustryCode("36")]
      $0.members.list?[2].isInLeadingIndustry = false
      $0.members.list?.append(ClusterMember(.former, revenue: nil))
      $0.members.list?[4].until = .year(2020)
    }
    #expect(reason.values["divisions"] == .list([.text("36"), .text("05")]))
    #expect(
      reason.values["share"] == Ratio(Money(yuan: 200), of: Money(yuan: 300)).map { .ratio($0) })
    let none = shown("cluster-industry") { $0.cluster.industries = nil }
    #expect(none.values["divisions"] == .notGiven)
    let changes: [(inout ClusterApplication) -> Void] = [
      { $0.members.list?[0].operatingRevenue = nil },
      { $0.members.list?[0].isInLeadingIndustry = nil }, { $0.members.list?[0].kind = nil },
      { $0.members.list = nil },
    ]
    for change in changes {
      guard case .term? = shown("cluster-industry", change).values["share"] else {
        Issue.record("a share of what is not known")
        return
      }
    }
  }

  @Test func `enterprises with titles are shown by kind and in all`() {
    let reason = shown("cluster-direction") {
      $0.titles = [
        ClusterTitle(.maker), ClusterTitle(.maker, .championNational),
        ClusterTitle(.supplier, .srdiMunicipal), ClusterTitle(.service, .srdiProvincial),
        ClusterTitle(.service, .keyLittleGiant), ClusterTitle(.service, .championProvincial),
        ClusterTitle(.stranger), ClusterTitle(.maker, .littleGiant, until: "2020-01-01"),
      ]
    }
    #expect(reason.message.id == "strong-enterprises")
    #expect(reason.values["holders"] == .count(3))
    #expect(reason.values["enterprises"] == .count(3))
    guard case .list(let kinds)? = reason.values["kinds"] else {
      Issue.record("no kinds")
      return
    }
    #expect(kinds.count == 6)
    #expect(
      kinds.map { kind in
        if case .reason(let reason) = kind { reason.values["count"] } else { Quantity?.none }
      } == Array(repeating: Quantity?(.count(1)), count: 6))
    let two = shown("cluster-direction") {
      $0.titles = [ClusterTitle(.maker), ClusterTitle(.supplier), ClusterTitle(.maker)]
    }
    guard case .list(let one)? = two.values["kinds"], case .reason(let giants)? = one.first else {
      Issue.record("no kinds")
      return
    }
    #expect(one.count == 1 && giants.values["count"] == .count(2))
    #expect(shown("cluster-direction") { $0.titles = [] }.message.id == "no-strong-enterprises")
    #expect(shown("cluster-direction") { $0.titles = nil }.message.id == "titles-not-given")
    #expect(shown("cluster-direction") { $0.members.list = nil }.message.id == "titles-not-given")
  }

  @Test func `the rate of local supply is shown with its basis`() {
    #expect(shown("cluster-local-supply").values["rate"] == .number(Decimal(625, scale: 1)))
    for basis: ClusterLocalSupply.Basis in [.value, .parts] {
      let reason = shown("cluster-local-supply") { $0.localSupply.basis = basis }
      #expect(reason.values["basis"] == .term(basis.name))
    }
    #expect(
      shown("cluster-local-supply") { $0.localSupply.basis = nil }.values["basis"] == .notGiven)
    #expect(
      shown("cluster-local-supply") { $0.localSupply.rate = nil }.message.id
        == "local-rate-not-given")
  }

  @Test func `the documents that clauses ask for are wanted`() {
    func lacking(_ id: String, _ kind: ApplicationKind = .first) -> [Pointer] {
      var blank = ClusterApplication()
      blank.kind = kind
      return Rulebook.cluster.criterion(id)?.evidence.flatMap { $0.lacking(blank) } ?? []
    }
    #expect(
      lacking("promoter-governance") == [
        "/statements/promoter-governance/evidence", "/promoter/charter", "/promoter/structure",
        "/promoter/rules",
      ])
    #expect(lacking("cluster-agglomeration").contains("/developmentPlan"))
    #expect(
      Rulebook.cluster.criterion("cluster-agglomeration")?.evidence.map(\.clause).contains(
        .point(article: 6, point: 2)) == true)
    #expect(!lacking("cluster-action-plan").contains("/actionPlan"))
    #expect(lacking("cluster-action-plan", .review).contains("/actionPlan"))
    #expect(lacking("cluster-recommendation") == ["/recommendation/evidence"])
    #expect(lacking("promoter-legal-person") == ["/promoter/licence"])
    #expect(lacking("promoter-credit") == ["/promoter/creditRecords/evidence"])
    #expect(lacking("cluster-accidents") == [])
    let eligible = ClusterApplication.eligible {
      $0.incidents = [
        ClusterIncident(on: .year(2024)), ClusterIncident(on: .year(2024), .pending),
        ClusterIncident(on: .year(2024)),
      ]
      $0.incidents?[0].determination.document = "认定书"
      $0.titles?[1].recognition.evidence = nil
    }
    func places(_ id: String) -> [Pointer] {
      Rulebook.cluster.criterion(id)?.evidence.flatMap { $0.lacking(eligible) } ?? []
    }
    #expect(
      places("cluster-accidents") == [Pointer("/incidents/*/determination/document", at: 2)])
    #expect(places("cluster-quality-enterprises") == [Pointer("/titles/*/evidence", at: 1)])
    #expect(places("cluster-projects") == [Pointer("/projects/*/evidence", at: 0)])
    #expect(places("cluster-standards") == [Pointer("/standards/*/evidence", at: 0)])
  }
}
