// The two public lists differ in their names only: one look-up with its date answers for each.

import Eligibility

extension Criterion where Applicant == Application {
  static func publicList(
    id: String, key: String, title: Wording, name: Wording, source: Wording,
    lookUp: @escaping @Sendable (Enterprise) -> Enterprise.ListLookUp
  ) -> Criterion {
    let listed = Pointer("/enterprise/\(key)/isListed")
    let lookedUp = Pointer("/enterprise/\(key)/lookedUp")
    let evidence = Pointer("/enterprise/\(key)/evidence")
    return Criterion(
      id: id, clauses: [.article(3), .note(annex: 2, note: 8)], role: .condition,
      title: title,
      rule: Wording(
        zh: "申报时不在\(name.zh)内，以\(source.zh)的查询结果为准，须注明查询日期，且在申报年度内、不晚于申报日",
        en: "not on the \(name.en) at filing, as \(source.en) shows; the date of the look-up is "
          + "named, lies in the year of the round and is not after the filing date"),
      settledReadings: [.requirementIsCondition],
      reads: [listed, lookedUp, "/filingDate", "/applicationYear"],
      evidence: [
        Evidence(zh: "\(name.zh)查询记录", en: "record of the look-up in the \(name.en)") {
          unattached(lookUp($0.enterprise).evidence, at: evidence)
        }
      ]
    ) { application, _, why in
      let result = lookUp(application.enterprise)
      let (filingDate, applicationYear) = (application.filingDate, application.applicationYear)
      guard let isListed = result.isListed, let day = result.lookedUp, let filing = filingDate,
        let round = applicationYear
      else {
        return why.lacking(
          absent([
            listed: result.isListed == nil, lookedUp: result.lookedUp == nil,
            "/filingDate": filingDate == nil, "/applicationYear": applicationYear == nil,
          ]))
      }
      lazy var values: Reason.Values = [
        "list": .term(name), "day": .day(day), "filing": .day(filing),
        "days": .days(day.days(until: filing)), "round": .year(round),
      ]
      if day > filing {
        return why.conclude(
          .undetermined, .lookedUpAfterFiling, values, at: [lookedUp, "/filingDate"])
      }
      if day < Day.first(of: round) {
        return why.conclude(
          .undetermined, .lookedUpBeforeRound, values, at: [lookedUp, "/applicationYear"])
      }
      return isListed
        ? why.conclude(.unmet, .listed, values, at: [listed])
        : why.conclude(.met, day == filing ? .notListedOnFilingDate : .notListed, values)
    }
  }
}

extension Message {
  static let lookedUpAfterFiling = Message(
    "looked-up-after-filing",
    says: Wording(
      zh: "{list}的查询日期 {day} 晚于申报日 {filing}，不能说明申报时的情况",
      en: "the {list} was looked up on {day}, after the filing date {filing}, "
        + "which does not show the state at filing"),
    mend: Wording(
      zh: "更正日期，或附申报日及之前的查询结果", en: "correct the dates, or look it up by the filing date"))
  static let lookedUpBeforeRound = Message(
    "looked-up-before-round",
    says: Wording(
      zh: "{list}的查询日期 {day} 在申报年度 {round} 之前，不能说明本年度的情况",
      en: "the {list} was looked up on {day}, before the round of {round}, which does not show the "
        + "state in this one"),
    mend: Wording(zh: "重新查询，并附新的查询结果", en: "look it up again and attach the result"))
  static let listed = Message(
    "listed",
    says: Wording(zh: "{day} 查询：已被列入{list}", en: "on the {list} when looked up on {day}"),
    mend: Wording(
      zh: "先依法申请移出，移出后重新查询", en: "have the entry removed first, then look it up again"))
  static let notListed = Message(
    "not-listed",
    says: Wording(
      zh: "{day}（申报前 {days}）查询：未列入{list}",
      en: "not on the {list} when looked up on {day}, {days} before filing"))
  static let notListedOnFilingDate = Message(
    "not-listed-on-filing-date",
    says: Wording(
      zh: "申报当日 {day} 查询：未列入{list}",
      en: "not on the {list} when looked up on the filing date, {day}"))
}
