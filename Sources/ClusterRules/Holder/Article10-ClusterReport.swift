// Article 10: the place of a cluster reports every year by the end of April.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterHolder {
  /// Article 10: every report that was owed by the day has been filed, late or not.
  public static let clusterReport = Criterion(
    "cluster-report", clauses: [.article(10)], role: .duty,
    title: Wording(zh: "年度发展情况报送", en: "Yearly report"),
    rule: Wording(
      zh: "集群所在地每年 {month} 月底前报送上一年度集群发展情况；逾期没有规定后果",
      en:
        "the place reports by {day}/{month} every year on the year before; nothing is attached to lateness"
    ),
    numbers: {
      ["month": .count($0.reportDay.value.month), "day": .count($0.reportDay.value.day)]
    },
    readings: [
      Reading(
        "from-recognition",
        Wording(
          zh: "首次报送在认定后的第一个 4 月底", en: "the first is owed at the end of the April after recognition"
        ),
        ground: Wording(zh: "第十条：每年", en: "Article 10: every year")),
      Reading(
        "from-full-year",
        Wording(
          zh: "首次报送在认定后第一个完整年度的次年", en: "the first is owed in the year after the first full one"),
        ground: Wording(
          zh: "报送上一年度的情况，认定当年并不完整",
          en: "it is about the year before, and that of recognition is not whole")),
    ],
    settledReadings: [
      Reading(
        "end-of-april-included", Wording(zh: "4 月 30 日当日仍为期限内", en: "30 April itself is in time"),
        ground: Wording(zh: "“月底前”指至该月最后一日", en: "the month's end is named"))
    ],
    asks: [
      .day, .recognised, AskedFact(list: "/reports", { $0.reports }, members: YearlyReport.asked),
      AskedFact(optional: "/reports/*/filed"),
    ],
    decide: { holder, law in
      holder.held { today in
        let owed = holder.owedReports(on: today, law)
        return TwoReadings(
          owed?.isComplete(under: .includedFromGrant) ?? .unknown,
          owed?.isComplete(under: .includedFromFullYear) ?? .unknown)
      }
    },
    explain: { state, holder, law, say in
      guard case .known = state, let day = holder.day else {
        if case .notGranted = state { return say.notRecognised }
        return .missing
      }
      let dates = holder.reportDates(on: day, law)
      return state.outcome == .met
        ? say.dates(
          dates, [.done, .doneLate],
          or: Message("no-report-owed", zh: "尚无到期的报送", en: "no report has fallen due yet"))
        : say.dates(
          dates, [.late, .open],
          or: .missing)
    })
}

extension ClusterHolder {
  /// What a duty comes to: nothing before the recognition, unknown without a day or a recognition.
  func held<Answer: DutyAnswer>(_ answer: (Day) -> Answer) -> DutyState<Answer> {
    DutyState(on: day, granted: recognised, answer)
  }
}

extension AskedFact where Applicant == ClusterHolder {
  /// The day for which is asked.
  static let day = AskedFact("/asOf") { $0.day == nil }
  /// The day of the recognition.
  static let recognised = AskedFact("/recognised") { $0.recognised == nil }
}

extension Say {
  /// Nothing is owed before the recognition.
  var notRecognised: Explanation {
    self("not-recognised", zh: "尚未认定", en: "it is not recognised yet")
  }
}
