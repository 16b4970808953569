// The two public lists differ in their names only: one look-up with its date answers for each.

import Eligibility

extension Criterion where Applicant == Application {
  /// A list on which the enterprise must not stand (Article 3 and Annex 2(8)).
  static func publicList(
    _ id: String, key: String, title: Wording, name: Wording, source: Wording,
    lookUp: @escaping @Sendable (Enterprise) -> Enterprise.ListLookUp
  ) -> Criterion {
    let listed = Pointer("/enterprise/\(key)/isListed")
    let lookedUp = Pointer("/enterprise/\(key)/lookedUp")
    return Criterion(
      id, clauses: [.article(3), .note(annex: 2, note: 8)], role: .condition, title: title,
      rule: Wording(
        zh: "申报时未被列入\(name.zh)，以\(source.zh)的查询结果为准；须注明查询日期，该日期应在申报年度内，且不晚于申报日",
        en: "not on the \(name.en) at filing, as \(source.en) shows; the date of the look-up is "
          + "named, lies in the year of the round and is not after the filing date"),
      settledReadings: [.requirementIsCondition],
      asks: [
        AskedFact(listed) { lookUp($0.enterprise).isListed == nil },
        AskedFact(lookedUp) { lookUp($0.enterprise).lookedUp == nil }, .filingDate,
        .applicationYear,
      ],
      evidence: [
        // Annex 2(8): what the two public systems answer decides.
        Evidence(
          zh: "\(name.zh)查询记录", en: "record of the look-up in the \(name.en)",
          by: .authority, under: .note(annex: 2, note: 8),
          at: Pointer("/enterprise/\(key)/evidence")
        ) { lookUp($0.enterprise).evidence }
      ],
      decide: { application, _ -> LookUpState in
        let result = lookUp(application.enterprise)
        guard let isListed = result.isListed, let day = result.lookedUp,
          let filing = application.filingDate, let round = application.applicationYear
        else { return .unknown }
        if day > filing { return .afterFiling }
        if day < Day.first(of: round) { return .beforeRound }
        return isListed ? .listed : day == filing ? .notListedOnFilingDate : .notListed
      },
      explain: { state, application, _, say in
        guard let day = lookUp(application.enterprise).lookedUp,
          let filing = application.filingDate
        else { return .missing }
        lazy var values: Reason.Values = [
          "list": .term(name), "day": .day(day), "filing": .day(filing),
          "days": .days(day.days(until: filing)),
          "round": application.applicationYear.quantity { .year($0) },
        ]
        return switch state {
        case .unknown: .missing
        case .afterFiling:
          say(
            "looked-up-after-filing", zh: "{list}的查询日期 {day} 晚于申报日 {filing}，不能说明申报时的情况",
            en: "the {list} was looked up on {day}, after the filing date {filing}, "
              + "which does not show the state at filing",
            mend: Wording(
              zh: "更正日期，或附申报日当日或之前的查询结果",
              en: "correct the dates, or attach a look-up made by the filing date"), values,
            at: [lookedUp, "/filingDate"])
        case .beforeRound:
          say(
            "looked-up-before-round",
            zh: "{list}的查询日期 {day} 在申报年度（{round} 年）之前，不能说明本年度的情况",
            en:
              "the {list} was looked up on {day}, before the round of {round}, which does not show "
              + "the state in this one",
            mend: Wording(zh: "重新查询，并附新的查询结果", en: "look it up again and attach the result"),
            values, at: [lookedUp, "/applicationYear"])
        case .listed:
          say(
            "listed", zh: "{day} 查询：已被列入{list}", en: "on the {list} when looked up on {day}",
            mend: Wording(
              zh: "先依法申请移出，移出后重新查询", en: "have the entry removed first, then look it up again"),
            values, at: [listed])
        case .notListed:
          say(
            "not-listed", zh: "{day}（申报前 {days}）查询：未列入{list}",
            en: "not on the {list} when looked up on {day}, {days} before filing", values)
        case .notListedOnFilingDate:
          say(
            "not-listed-on-filing-date", zh: "申报当日 {day} 查询：未列入{list}",
            en: "not on the {list} when looked up on the filing date, {day}", values)
        }
      })
  }
}

/// What a look-up shows about the time of filing.
enum LookUpState: CriterionState {
  case unknown, afterFiling, beforeRound, listed, notListed, notListedOnFilingDate

  var outcome: Outcome {
    switch self {
    case .notListed, .notListedOnFilingDate: .met
    case .listed: .unmet
    case .unknown, .afterFiling, .beforeRound: .undetermined
    }
  }
}
