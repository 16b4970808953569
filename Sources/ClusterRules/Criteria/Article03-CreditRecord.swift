// Article 3: an adverse credit record, which may mean one that stands or one that ever was.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 3: no adverse credit record.
  public static let promoterCredit = Criterion(
    "promoter-credit", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "促进组织：无不良信用记录", en: "Promotion organisation: no adverse credit record"),
    rule: Wording(
      zh: "促进组织没有不良信用记录；注明查询日期，且不晚于申报日。有尚未消除记录的不符合，只有已修复或已移除记录的，取决于对条款的理解",
      en:
        "the promotion organisation has no adverse credit record; the look-up is dated and not "
        + "after the filing date. A record that stands fails; where all were repaired or removed it "
        + "depends on how the clause is read"),
    readings: [
      Reading(
        "outstanding", Wording(zh: "申报时没有尚未消除的不良信用记录", en: "no adverse record stands now"),
        ground: Wording(
          zh: "修复、移除后的记录不再公示", en: "what was repaired or removed is no longer on the record")),
      Reading(
        "ever", Wording(zh: "从未有过不良信用记录", en: "there has never been an adverse record"),
        ground: Wording(zh: "第三条没有期限", en: "Article 3 has no time limit")),
    ],
    settledReadings: [
      .promoterMustBe,
      Reading(
        "every-entry-counts",
        Wording(zh: "所列每一条记录都算不良信用记录", en: "every entry listed is an adverse one"),
        ground: Wording(
          zh: "条款没有规定哪些记录属于“不良”", en: "the clause does not say which records are adverse")),
    ],
    asks: [
      AskedFact("/promoter/creditRecords/lookedUp") { $0.promoter.creditRecords.lookedUp == nil },
      AskedFact(
        list: "/promoter/creditRecords/entries", { $0.promoter.creditRecords.entries },
        members: [("status", { $0.status == nil })]), .filingDate,
    ],
    evidence: [
      Evidence(
        zh: "信用记录查询结果", en: "result of the look-up of credit records", by: .authority,
        under: .article(3), at: "/promoter/creditRecords/evidence"
      ) { $0.promoter.creditRecords.evidence }
    ],
    decide: { application, _ -> TwoReadings in
      let records = application.promoter.creditRecords
      guard let entries = records.entries, let day = records.lookedUp,
        let filing = application.filingDate, day <= filing
      else { return TwoReadings(.unknown) }
      return TwoReadings(
        entries.lazy.map { Kleene($0.status.map { $0 != .outstanding }) }.conjunction(),
        Kleene(entries.isEmpty))
    },
    explain: { state, application, _, say in
      let records = application.promoter.creditRecords
      guard let entries = records.entries, let day = records.lookedUp,
        let filing = application.filingDate
      else { return .missing }
      let place: Pointer = "/promoter/creditRecords/entries"
      lazy var values: Reason.Values = [
        "day": .day(day), "filing": .day(filing), "count": .count(entries.count),
        "outstanding": .count(entries.filter { $0.status == .outstanding }.count),
      ]
      if day > filing {
        return say(
          "credit-looked-up-after-filing", zh: "查询日期 {day} 晚于申报日 {filing}，不能说明申报时的情况",
          en:
            "looked up on {day}, after the filing date {filing}, which does not show the state at "
            + "filing",
          mend: Wording(
            zh: "更正日期，或附申报日当日或之前的查询结果",
            en: "correct the dates, or attach a look-up made by the filing date"), values,
          at: ["/promoter/creditRecords/lookedUp", "/filingDate"], asking: .nothing)
      }
      switch state.outcome {
      case .met:
        return say(
          "no-adverse-record", zh: "{day} 查询：没有不良信用记录",
          en: "no adverse record when looked up on {day}", values)
      case .unmet:
        return say(
          "adverse-record-stands", zh: "{day} 查询：有 {count} 条不良信用记录，其中 {outstanding} 条尚未消除",
          en: "looked up on {day}: adverse records: {count}, of which {outstanding} stand",
          mend: Wording(
            zh: "先依法修复信用，再查询并申报", en: "restore the credit first, then look it up again"), values,
          at: [place])
      default: break
      }
      if state.first == .unknown {
        return say(
          "adverse-record-status-missing", zh: "有 {count} 条不良信用记录，未全部注明是否已消除",
          en: "adverse records: {count}; it is not stated of each whether it stands", values,
          at: [place])
      }
      return say(
        "adverse-record-repaired", zh: "所列 {count} 条不良信用记录均已修复或移除，是否算有记录，取决于对条款的理解",
        en: "all adverse records ({count}) were repaired or removed; whether they count depends on "
          + "how the clause is read",
        mend: Wording(
          zh: "由主管部门确认口径", en: "have the department confirm how the clause is read"), values,
        at: [place])
    })
}
