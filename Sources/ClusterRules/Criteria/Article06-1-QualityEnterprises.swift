// Article 6(1): enterprises of quality and growth, as titles show them that are valid on the filing date.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 6(1): the cluster has enterprises of quality and growth.
  public static let clusterQualityEnterprises = Criterion(
    "cluster-quality-enterprises", clauses: [.point(article: 6, point: 1)], role: .condition,
    title: Wording(zh: "拥有优质企业", en: "Enterprises of quality"),
    rule: Wording(
      zh: "集群内企业中有“专精特新”（各级）、“小巨人”或制造业单项冠军，其称号在申报日有效，有一家即可；"
        + "没有但称有其他优质企业的，无法判断",
      en:
        "an enterprise of the cluster is “specialised and new” of any level, a little giant or a "
        + "single champion, by a title valid on the filing date; one suffices; where none is but "
        + "other strong ones are claimed, it stays open"),
    settledReadings: [
      .allAtOnce, .leastImplied,
      Reading(
        "title-valid-at-filing",
        Wording(
          zh: "称号须在申报日有效；已到期的不算，没有期限的算；只有其他优质企业的，无法判断",
          en:
            "a title must be valid on the filing date: an ended one does not count, one without an "
            + "end does; other strong enterprises alone leave it open"),
        ground: Wording(
          zh: "第六条（一）用“拥有”；所列之后有“等”字，其他优质企业没有标准",
          en:
            "Article 6(1) says “has”, and ends its list in 等, “and the like”, without saying what "
            + "else is of quality")),
    ],
    asks: [
      AskedFact("/filingDate") { $0.filingDate == nil && $0.titles?.isEmpty == false },
      AskedFact("/members/isComplete") {
        $0.members.isComplete == nil && $0.titles?.isEmpty == false
      },
      AskedFact(
        list: "/titles", { $0.titles },
        members: [
          ("member", { $0.member == nil }), ("kind", { $0.recognition.kind == nil }),
          ("validUntil", { $0.recognition.validUntil == nil }), ("validFrom", { _ in false }),
        ]),
      .membersLookedUp { application in
        application.titles.map { application.anyCounts(of: $0) == .unknown } ?? false
      },
      AskedFact("/hasOtherStrongEnterprises") { application in
        application.hasOtherStrongEnterprises == nil
          && application.titles.map { application.anyCounts(of: $0) == .no } ?? false
      },
    ],
    evidence: [
      Evidence(
        zh: "称号证书或公告", en: "certificate or announcement of the title", by: .authority,
        under: .point(article: 6, point: 1), atEach: "/titles/*/evidence", of: { $0.titles },
        count: { $0.recognition.evidence })
    ],
    decide: { application, _ -> QualityState in
      guard let titles = application.titles else { return .unknown }
      switch application.anyCounts(of: titles) {
      case .yes: return .some
      case .unknown: return .unknown
      case .no: break
      }
      switch application.hasOtherStrongEnterprises {
      case false?: return .none
      case true?: return .others
      case nil: return .othersUnknown
      }
    },
    explain: { state, application, _, say in
      guard let titles = application.titles else { return .missing }
      let directory = MemberDirectory(application.members)
      let answers = titles.map { application.counts($0, among: { directory }) }
      let valid = titles.indices.filter { answers[$0] == .yes }
      let open = titles.indices.filter { answers[$0] == .unknown }
      lazy var values: Reason.Values = [
        "count": .count(titles.count), "valid": .count(valid.count), "open": .count(open.count),
        "filing": application.filingDate.quantity { .day($0) },
        "judgement": .term(ClusterJudgement.clusterDirection.title),
      ]
      switch state {
      case .some:
        return say(
          "titles-valid",
          zh: "所列称号 {count} 项，申报日有效且属集群内企业的 {valid} 项：没有相反的事实；是否足够，由专家评判（{judgement}）",
          en:
            "titles listed: {count}, held by enterprises of the cluster and valid at filing: {valid}; "
            + "not refuted, and whether it is enough is for experts ({judgement})", values,
          at: valid.map { Pointer("/titles/*", at: $0) })
      case .none:
        let mend = Wording(
          zh: "有一家“专精特新”、单项冠军等优质企业即可", en: "one enterprise with such a title suffices")
        let places: [Pointer] = ["/titles", "/hasOtherStrongEnterprises"]
        return titles.isEmpty
          ? say(
            "no-quality-enterprise", zh: "声明没有此类称号，也没有其他优质企业",
            en: "declared that there is no such title and no other strong enterprise", mend: mend,
            at: places)
          : say(
            "no-title-counts", zh: "所列称号 {count} 项，没有一项在申报日有效且属集群内企业，也没有其他优质企业",
            en:
              "titles listed: {count}, none of which is valid at filing and an enterprise's of the "
              + "cluster; no other strong enterprise is claimed", mend: mend, values, at: places)
      case .others:
        return say(
          "other-strong-enterprises", zh: "没有有效的称号，所称其他优质企业是否算，条款没有标准",
          en:
            "no title is valid; whether the other strong enterprises claimed count, the clause does "
            + "not say",
          mend: Wording(zh: "由主管部门确认", en: "have the department confirm it"), values,
          at: ["/hasOtherStrongEnterprises"], asking: .nothing)
      case .othersUnknown:
        return say(
          "other-strong-enterprises-unknown", zh: "没有有效的称号，也没有说明有无其他优质企业",
          en: "no title is valid, and it is not said whether there are other strong enterprises",
          mend: Wording(
            zh: "说明有无其他优质企业", en: "say whether there are other strong enterprises"), values,
          at: ["/hasOtherStrongEnterprises"], asking: .items([]))
      case .unknown:
        return say(
          "titles-open", zh: "所列称号 {count} 项，其中 {open} 项不能判断是否在申报日有效且属集群内企业",
          en:
            "titles listed: {count}; of {open} it cannot be said whether they are valid at filing and "
            + "an enterprise's of the cluster",
          mend: Wording(
            zh: "补充称号的有效期、企业代码和该企业的成员信息",
            en: "give their validity, the enterprises' codes and what is asked of these members"),
          values, at: open.map { Pointer("/titles/*", at: $0) }, asking: .items(open))
      }
    })
}

/// What the titles show.
enum QualityState: CriterionState {
  case unknown, some, others, othersUnknown, none

  var outcome: Outcome {
    switch self {
    case .some: .met
    case .none: .unmet
    case .unknown, .others, .othersUnknown: .undetermined
    }
  }
}

extension ClusterApplication {
  /// Whether any of some titles counts; the members are looked up only where it depends on them.
  fileprivate func anyCounts(of titles: [ClusterTitle]) -> Kleene {
    var made: MemberDirectory?
    func directory() -> MemberDirectory {
      if let made { return made }
      let new = MemberDirectory(members)
      made = new
      return new
    }
    var answer = Kleene.no
    for title in titles where answer != .yes {
      answer = answer || counts(title, among: directory)
    }
    return answer
  }

  /// Whether a title is one that Article 6(1) names, valid on the filing date and of an enterprise of the
  /// cluster.
  func counts(_ title: ClusterTitle, among directory: () -> MemberDirectory) -> Kleene {
    let isValid = title.isNamed && title.recognition.isValid(on: filingDate)
    guard isValid != .no else { return .no }
    let filing = filingDate
    return isValid && directory().member(title.member) { $0.isEnterprise(on: filing) }
  }
}

extension ClusterTitle {
  /// Whether Article 6(1) names the title.
  var isNamed: Kleene { Kleene(recognition.kind.map { ClusterTitle.kinds.contains($0) }) }
}

extension Recognition {
  /// Whether it is valid on a day; one of which the beginning is not stated has begun.
  func isValid(on day: Day?) -> Kleene {
    guard let day else { return .unknown }
    return Kleene(validFrom.map { $0 <= day } ?? true) && Kleene(validUntil.map { $0 >= day })
  }
}
