// Article 13: after a revocation for cause three years must pass before a new application.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 13: no revocation bars a new application on the day.
  public static let newApplication = Criterion(
    "new-application", clauses: [.article(13)], role: .duty,
    outcomes: [.met, .unmet, .undetermined],
    title: Wording(zh: "可以再次申报", en: "A new application is possible"),
    rule: Wording(
      zh: "依第 {article} 条撤销认定的，{years} 年内不得再次申报；依第 12 条的撤销没有此限制",
      en:
        "after a revocation under Article {article} no new application is possible for {years} years; one under "
        + "Article 12 bars nothing"),
    numbers: {
      ["years": .count($0.banYears.value), "article": .count($0.banningArticle.value)]
    },
    readings: BanReading.allCases.map { $0.reading },
    asks: [
      .day,
      AskedFact(
        list: "/revocations", { $0.revocations },
        members: [
          ("article", { $0.article == nil }), ("ground", { $0.article != 12 && $0.ground == nil }),
          ("decided", { $0.decided == nil }), ("event", { $0.event == nil }),
        ]),
    ],
    decide: { holder, law in
      guard let day = holder.day else { return FourReadings(.unknown) }
      return FourReadings { !holder.isBarred(on: day, under: BanReading.allCases[$0], law) }
    },
    explain: { state, holder, law, say in
      guard let day = holder.day, holder.revocations != nil else { return .missing }
      let release = holder.banRelease(on: day, law)
      let values: Reason.Values = ["free": release.quantity { .day($0) }]
      return switch state.outcome {
      case .met: say("no-ban", zh: "没有限制再次申报的撤销", en: "no revocation bars a new application")
      case .unmet:
        release == nil
          ? say(
            "application-barred-open-end", zh: "不得再次申报；日期不全，不能算出何时期满",
            en: "no new application is possible; for how long cannot be worked out without dates",
            mend: Wording(zh: "填写撤销决定和行为的日期", en: "give the dates of decision and event"),
            at: ["/revocations"])
          : say(
            "application-barred", zh: "不得再次申报，自 {free} 起可以",
            en: "no new application is possible; from {free} it is", values, at: ["/revocations"])
      default:
        release == nil
          ? say(
            "application-ban-unknown", zh: "能否再次申报尚不能判断",
            en: "whether a new application is possible cannot be decided",
            mend: Wording(
              zh: "填写撤销所依条款、事由和日期", en: "give article, ground and dates of the revocation"),
            at: ["/revocations"])
          : say(
            "application-ban-open", zh: "能否再次申报尚不能判断；按任何理解，自 {free} 起可以",
            en:
              "whether a new application is possible cannot be decided; from {free} it is under any reading",
            mend: Wording(
              zh: "补充撤销的条款、事由和日期；口径由主管部门确认",
              en: "supply article, ground and dates; the department must confirm the reading"),
            values, at: ["/revocations"])
      }
    })
}
