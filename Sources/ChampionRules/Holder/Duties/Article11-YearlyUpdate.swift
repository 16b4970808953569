// Article 11: holders update their information every year before the end of May.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 11: every update that was owed by the day has been filed, late or not.
  public static let yearlyUpdate = Criterion(
    "yearly-update", clauses: [.article(11)], role: .duty,
    title: Wording(zh: "年度信息更新", en: "Yearly update"),
    rule: Wording(
      zh: "有效期内，每年 {month} 月 {day} 日前更新企业信息；经提示仍未更新的取消复核资格，未经提示的逾期没有规定后果",
      en:
        "within the term the enterprise's information is updated every year before {day}/{month}; missing after a "
        + "reminder, the right to review is cancelled; to lateness without one nothing is attached"),
    numbers: {
      ["month": .count($0.updateDay.value.month), "day": .count($0.updateDay.value.day)]
    },
    readings: YearlyReading.allCases.map { $0.ofUpdates },
    asks: [
      .day, .granted, AskedFact(optional: "/certificate/validUntil"),
      AskedFact(list: "/updates", { $0.updates }, members: YearlyReport.asked),
      AskedFact(optional: "/updates/*/filed"), AskedFact(optional: "/updates/*/reminded"),
      AskedFact(optional: "/reviews"), AskedFact(optional: "/certificate/isGranted"),
    ],
    decide: { holder, law in
      holder.held { today in
        let owed = holder.owedUpdates(on: today, law)
        return FourReadings {
          owed?.isComplete(under: YearlyReading.allCases[$0]) ?? .unknown
        }
      }
    },
    explain: { state, holder, law, say in
      guard case .known(let answers) = state, let day = holder.day else {
        if case .notGranted = state { return say.notGranted }
        return .missing
      }
      let dates = holder.updateDates(on: day, law)
      return switch answers.outcome {
      case .met:
        say.dates(
          dates, [.done, .doneLate],
          or: Message("no-update-owed", zh: "尚无到期的更新", en: "no update has fallen due yet"))
      default:
        say.dates(dates, [.late, .open], or: .missing)
      }
    })
}

extension YearlyReading {
  /// What the reading says of updates.
  fileprivate var ofUpdates: Reading {
    Reading(
      rawValue,
      includesNamedDay
        ? Reading(
          "included", Wording(zh: "当日仍为期限内", en: "the day itself is in time"),
          ground: Wording(zh: "法律用语中“以前”包括本数", en: "in legal use such words include the day named"))
        : Reading(
          "excluded", Wording(zh: "当日已逾期", en: "the day itself is too late"),
          ground: Wording(zh: "第十一条写“日前”，没有写“含”", en: "Article 11 says “before” and not “included”")
        ),
      beginsAfterGrant
        ? Reading(
          "from-grant",
          Wording(
            zh: "首次更新在颁发后的第一个期限", en: "the first is owed on the first such day after the grant"),
          ground: Wording(zh: "第十一条：有效期内每年", en: "Article 11: every year within the term"))
        : Reading(
          "from-full-year",
          Wording(
            zh: "首次更新在颁发后第一个完整年度的次年", en: "the first is owed in the year after the first full one"),
          ground: Wording(
            zh: "更新反映上一年度的情况，颁发当年并不完整",
            en: "an update is about the year before, and that of the grant is not whole")))
  }
}
