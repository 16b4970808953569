// Section 3(2): seven kinds of service, of which the text leaves open how many are asked.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Section 3(2): the platform provides the services named.
  public static let services = Criterion(
    "platform-services", clauses: [.part(section: 3, part: 2, item: nil)], role: .condition,
    title: Wording(zh: "提供规定的服务", en: "Services provided"),
    rule: Wording(
      zh: "提供 {count} 类服务：{fields}", en: "provides {count} kinds of service: {fields}"),
    numbers: { _ in
      [
        "count": .count(PlatformServiceField.named.count),
        "fields": .list(PlatformServiceField.named.map { .term($0.name) }),
      ]
    },
    readings: [
      Reading(
        "all-seven", Wording(zh: "七类服务均须提供", en: "all seven kinds are asked"),
        ground: Wording(
          zh: "三（二）在“并且提供”之后逐类列出，以“及”相连",
          en: "Section 3(2) lists the kinds one by one after “and provides”, joined by “and”")),
      Reading(
        "any-of-them", Wording(zh: "提供其中之一即可", en: "any of them suffices"),
        ground: Wording(
          zh: "所列以“等服务”收尾，说明的是服务范围", en: "the list ends in 等服务 and describes a range")),
    ],
    settledReadings: [
      Reading(
        "others-do-not-count",
        Wording(zh: "七类以外的服务不计", en: "services outside the seven kinds do not count"),
        ground: Wording(
          zh: "四（二）4 写明其他服务不纳入评分", en: "Section 4(2)4 leaves all others out of the scoring"))
    ],
    asks: PlatformServiceField.named.map { field in
      AskedFact(Pointer("/services/" + field.rawValue)) { $0.services[field] == nil }
    },
    decide: { application, _ in
      let answers = PlatformServiceField.named.map { Kleene(application.services[$0]) }
      return ServicesState(all: answers.conjunction(), any: answers.disjunction())
    },
    explain: { state, application, _, say in
      let named = PlatformServiceField.named
      let lacking = named.filter { application.services[$0] == false }
      lazy var values: Reason.Values = [
        "count": .count(named.count),
        "offered": .count(named.filter { application.services[$0] == true }.count),
        "lacking": .list(lacking.map { .term($0.name) }),
      ]
      switch state.outcome {
      case .met:
        return say(
          "all-provided", zh: "{count} 类服务均提供", en: "all {count} kinds of service are provided",
          values)
      case .unmet:
        return say(
          "none-provided", zh: "{count} 类服务均不提供",
          en: "none of the {count} kinds of service is provided",
          mend: Wording(
            zh: "七类以外的服务不计", en: "services outside the seven kinds do not count"), values)
      default:
        if lacking.isEmpty { return .missing }
        return say(
          "some-lacking", zh: "{count} 类服务中提供 {offered} 类，不提供：{lacking}；是否须全部提供取决于对条款的理解",
          en:
            "{offered} of {count} kinds of service are provided, not: {lacking}; whether all are asked "
            + "depends on how the clause is read",
          mend: Wording(
            zh: "向主管部门确认口径", en: "have the department confirm how the clause is read"), values,
          at: lacking.map { Pointer("/services/" + $0.rawValue) })
      }
    })
}

/// Whether all of the services are provided, and whether any is.
struct ServicesState: CriterionState {
  let all: Kleene
  let any: Kleene

  var readings: [Kleene] { [all, any] }
  var outcome: Outcome { Outcome(all.agreement(with: any)) }
}
