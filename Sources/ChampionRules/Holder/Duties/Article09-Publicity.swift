// Article 9(3): names are published for seven working days before certificates are granted.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 9(3): the publicity before recognition.
  public static let publicity = Criterion(
    "publicity", clauses: [.point(article: 9, point: 3)], role: .duty,
    title: Wording(zh: "公示期满", en: "End of the publicity"),
    rule: Wording(
      zh: "拟认定名单公示 {days} 个工作日，无异议的认定并颁发证书；工作日以国务院办公厅当年的节假日安排为准",
      en:
        "names are published for {days} working days before recognition; working days are those of the "
        + "State Council's notice for the year"),
    numbers: { ["days": .count($0.publicityDays.value)] },
    readings: [
      Reading(
        "first-day-counts", Wording(zh: "公示首日计入", en: "the first day counts"),
        ground: Wording(zh: "第九条（三）只写“7 个工作日”", en: "Article 9(3) says seven working days only")),
      Reading(
        "first-day-does-not-count", Wording(zh: "公示首日不计入", en: "the first day does not count"),
        ground: Wording(
          zh: "期间按日计算的，开始的当日通常不计入", en: "periods in days usually begin on the day after")),
    ],
    asks: [
      .day,
      AskedFact("/publicityBegan") { holder in
        let isGranted = holder.granted.flatMap { granted in holder.day.map { granted <= $0 } }
        return holder.publicityBegan == nil && isGranted != true
      },
      AskedFact(optional: "/certificate/granted"),
    ],
    decide: { holder, law -> PublicityState in
      guard let day = holder.day else { return .unknown }
      if let granted = holder.granted, granted <= day { return .granted }
      switch holder.publicity(law) {
      case nil: return .unknown
      case .failure(let none)?: return .noNotice(none.year)
      case .success(let last)?: return .until(last, on: day)
      }
    },
    explain: { state, _, _, say in
      switch state {
      case .unknown: .missing
      case .granted: say("publicity-past", zh: "证书已颁发", en: "the certificate is granted")
      case .noNotice(let year):
        say(
          "no-holiday-notice", zh: "{year} 年的节假日安排未收录，不能算出最后一个工作日",
          en:
            "the holidays of {year} are not known here, so the last working day cannot be worked out",
          mend: Wording(zh: "按国务院办公厅的通知自行计算", en: "count by the State Council's notice"),
          ["year": .year(year)], asking: .nothing)
      case .until(let last, _):
        say(
          "publicity-until", zh: "公示期至 {last}", en: "the publicity lasts until {last}",
          ["last": last.quantity], at: ["/publicityBegan"], asking: .nothing)
      }
    })
}

/// How the publicity stands.
enum PublicityState: CriterionState {
  case unknown, granted
  case noNotice(Int)
  case until(LastDay, on: Day)

  var outcome: Outcome {
    switch self {
    case .granted: .notApplicable
    case .unknown, .noNotice: .undetermined
    case .until: Outcome(readings[0].agreement(with: readings[1]))
    }
  }

  var readings: [Kleene] {
    guard case .until(let last, let day) = self else { return [.unknown, .unknown] }
    return [Kleene(last.lower < day), Kleene(last.upper < day)]
  }
}
