// Article 2: what makes a cluster is that several are there; how many are several, nobody says.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 2: manufacturers, institutes and a promotion organisation.
  public static let clusterComposition = Criterion(
    "cluster-composition", clauses: [.article(2)], role: .condition,
    title: Wording(zh: "集群构成", en: "Composition of the cluster"),
    rule: Wording(
      zh: "申报日的成员中至少有 {several} 家制造业企业（GB/T 4754-2017 大类 13—43）和一家科研院所，并有促进组织；"
        + "一家也没有的不符合，只有一家的无法判断；没有院所或促进组织的无法判断",
      en:
        "the members at filing include at least {several} manufacturers (GB/T 4754-2017 divisions "
        + "13–43) and a research institute, and there is a promotion organisation; no manufacturer "
        + "fails, a single one, or no institute or organisation, stays open"),
    numbers: { ["several": .count($0.severalManufacturers.value)] },
    settledReadings: [
      .leastImplied,
      Reading(
        "several-has-no-number",
        Wording(
          zh: "两家以上即为“若干”，一家是否算“若干”无法判断，没有则不是",
          en: "two or more are several, none is not, and whether one is stays open"),
        ground: Wording(
          zh: "第二条“若干”没有数量，而企业、院所、促进组织须都有",
          en: "“several” in Article 2 has no number, and it names enterprises, institutes and an "
            + "organisation")),
    ],
    asks: [
      .filingDate, .isListComplete,
      AskedFact(
        list: "/members/list", { $0.members.list },
        members: [
          ("kind", { $0.kind == nil }),
          ("industryCode", { $0.industryCode == nil && $0.isEnterprise != .no }),
          ("creditCode", { $0.creditCode == nil && $0.isEnterprise != .no }),
          ("since", { _ in false }), ("until", { _ in false }),
        ]),
      AskedFact("/promoter/name") { $0.promoter.name == nil && $0.promoter.creditCode == nil },
      AskedFact(optional: "/promoter/creditCode"),
    ],
    decide: { application, law -> CompositionState in
      CompositionState(application, several: law.severalManufacturers.value)
    },
    explain: { state, application, _, say in
      let count = CompositionCount(application)
      lazy var values: Reason.Values = [
        "manufacturers": .count(count.sure), "institutes": .count(count.institutes),
        "judgement": .term(ClusterJudgement.clusterAgglomeration.title),
      ]
      return switch state {
      case .unknown: .missing
      case .incomplete: say(.listIncomplete, at: ["/members/isComplete"])
      case .none:
        say(
          "no-manufacturer", zh: "成员名单完整，但申报日没有制造业企业",
          en: "the list of members is complete and holds no manufacturer at filing",
          mend: Wording(zh: "集群须由若干制造业企业构成", en: "a cluster consists of several manufacturers"),
          values, at: ["/members/list"])
      case .onlyOne:
        say(
          "one-manufacturer", zh: "申报日只有一家制造业企业，是否算“若干”，条款没有数量",
          en:
            "there is one manufacturer at filing; whether that is several, the clause does not say",
          mend: Wording(zh: "由主管部门确认", en: "have the department confirm it"), values,
          at: ["/members/list"], asking: .nothing)
      case .noInstitute:
        say(
          "no-institute", zh: "有 {manufacturers} 家制造业企业，但名单中没有申报日的科研院所",
          en:
            "there are {manufacturers} manufacturers, but no research institute is listed at filing",
          mend: Wording(zh: "补充院所，或由主管部门确认", en: "list it, or have the department confirm"),
          values, at: ["/members/list"])
      case .several:
        say(
          "several-manufacturers",
          zh: "制造业企业 {manufacturers} 家，科研院所 {institutes} 家，并有促进组织：没有相反的事实；是否足够，由专家评判（{judgement}）",
          en:
            "{manufacturers} manufacturers, {institutes} research institutes and a promotion "
            + "organisation: not refuted; whether it is enough is for experts ({judgement})", values
        )
      }
    })
}

/// How many members of each kind there are at filing.
private struct CompositionCount {
  /// The manufacturers with a code; one without may be any of them.
  let sure: Int
  /// Whether there may be more.
  private(set) var mayBeMore = false
  /// The institutes.
  private(set) var institutes = 0

  init(_ application: ClusterApplication) {
    let filing = application.filingDate
    // One that is listed twice is one.
    var codes: Set<SocialCreditCode> = []
    for member in application.members.list ?? [] {
      switch member.isEnterprise(on: filing) && Kleene(member.industryCode?.isManufacturing) {
      case .yes:
        if let code = member.creditCode { codes.insert(code) } else { mayBeMore = true }
      case .unknown: mayBeMore = true
      case .no: break
      }
      if member.kind == .institute, member.isMember(on: filing) == .yes { institutes += 1 }
    }
    sure = codes.count
  }
}

/// What the list of members shows of the cluster's composition.
enum CompositionState: CriterionState {
  case unknown, incomplete, none, onlyOne, noInstitute, several

  init(_ application: ClusterApplication, several: Int) {
    guard application.members.list != nil else {
      self = .unknown
      return
    }
    let count = CompositionCount(application)
    if count.sure >= several {
      let isPromoterNamed =
        application.promoter.name != nil || application.promoter.creditCode != nil
      self = !isPromoterNamed ? .unknown : count.institutes == 0 ? .noInstitute : .several
    } else if count.mayBeMore {
      self = .unknown
    } else {
      switch application.members.isComplete {
      case true?: self = count.sure == 0 ? .none : .onlyOne
      case false?: self = .incomplete
      case nil: self = .unknown
      }
    }
  }

  var outcome: Outcome {
    switch self {
    case .several: .met
    case .none: .unmet
    case .unknown, .incomplete, .onlyOne, .noInstitute: .undetermined
    }
  }
}
