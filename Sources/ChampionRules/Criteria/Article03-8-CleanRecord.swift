// Article 3 and Annex 2(2): the one condition with two questions of wording, which period and which
// accidents, so that four readings answer it.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3 and Annex 2(2): no major accident and no violation in the last years.
  public static let cleanRecord = Criterion(
    "clean-record", clauses: [.article(3), .note(annex: 2, note: 2)], role: .condition,
    title: Wording(zh: "近年无重大事故和违法违规", en: "Clean record"),
    rule: Wording(
      zh: "近 {years} 年没有经主管部门正式认定的下列情形：重大安全（含网络安全、数据安全、安全保密）、质量、环境污染事故，"
        + "偷税漏税、数据造假等违法违规行为；尚未作出认定的，无法判断",
      en:
        "in the last {years} years no major accident (safety, including network, data and secrecy; "
        + "quality; pollution) and no violation (tax evasion, falsified data or the like) that the "
        + "authority responsible has formally determined; while it has not, the criterion stays "
        + "undetermined"
    ),
    numbers: { ["years": .count($0.cleanRecordYears.value)] },
    readings: RecordReading.allCases.map { $0.reading },
    settledReadings: [.requirementIsCondition],
    asks: [
      AskedFact(list: "/incidents", { $0.incidents }, members: Incident.asked), .filingDate,
      .applicationYear,
    ],
    evidence: [
      .determinations(under: .note(annex: 2, note: 2)) {
        ($0.incidents ?? []).map { $0.determination }
      }
    ],
    decide: { application, law in
      guard let incidents = application.incidents else { return FourReadings(.unknown) }
      if incidents.isEmpty { return FourReadings(.yes) }
      let periods = RecordPeriods(
        law.cleanRecordYears.value, filing: application.filingDate,
        round: application.applicationYear)
      return FourReadings { number in
        let reading = RecordReading.allCases[number]
        return !incidents.lazy.map { periods.count($0, under: reading) }.disjunction()
      }
    },
    explain: { state, application, law, say in
      guard let incidents = application.incidents else { return .missing }
      let (filing, round) = (application.filingDate, application.applicationYear)
      let years = law.cleanRecordYears.value
      let periods = RecordPeriods(years, filing: filing, round: round)
      let events = PastEvents(
        incidents.map { incident in
          RecordReading.allCases.map { periods.count(incident, under: $0) }
        })
      let open = events.open.map { incidents[$0] }
      let release = Lookback.release(of: open.map { $0.date }, years: years)
      func list(_ numbers: [Int]) -> Quantity {
        .list(numbers.map { .term(incidents[$0].description) })
      }
      let free = release.quantity { .day($0) }
      func told(_ message: Message, _ values: Reason.Values? = nil) -> Explanation {
        say(
          message, values ?? ["incidents": list(events.named), "free": free],
          at: events.places(in: "/incidents"), asking: .items(events.open))
      }
      switch state.outcome {
      case .met:
        return incidents.isEmpty
          ? say(
            "no-incidents", zh: "声明没有事故和违法违规", en: "declared no accidents or violations",
            ["count": .count(0)])
          : say(
            "no-incident-counts", zh: "所列 {count} 起均不计入（因等级、认定结果或发生时间）",
            en: "{count} listed, none of which counts, by grade, determination or date",
            ["count": .count(incidents.count)])
      case .unmet:
        // One of them counts under every reading: each period ends with the filing, so that one lies within
        // the other, and what counts where all kinds have to be major counts everywhere.
        if events.uncertain.isEmpty {
          return told(
            Message(
              release == nil ? "incident-counts-open-end" : "incident-counts",
              zh: "已经认定且在期限之内：{incidents}", en: "determined and within the period: {incidents}",
              mend: release.map { _ in .incidentsFreed }))
        }
        return told(
          Message(
            release == nil
              ? "incident-counts-beside-others-open-end" : "incident-counts-beside-others",
            zh: "已经认定且在期限之内：{incidents}；另有尚不能确定是否计入的：{others}",
            en: "determined and within the period: {incidents}; not certain to count: {others}",
            mend: release == nil
              ? Wording(
                zh: "填写各起的发生日期后，才能说明何时起不再计入",
                en: "give the date of each; then it can be said from when none counts")
              : .incidentsFreed),
          ["incidents": list(events.certain), "others": list(events.uncertain), "free": free])
      default: break
      }
      // What has to be settled before it can be said whether they count, the most basic first.
      if let odd = open.first(where: { $0.contradicts(filing: filing) }) {
        let doubt =
          odd.isLater(than: filing)
          ? Wording(
            zh: "其中有发生或认定日期晚于申报日的",
            en: "an event or its determination is later than the filing date")
          : Wording(zh: "其中有认定日期早于发生日期的", en: "a determination is earlier than its event")
        return told(
          Message(
            "incident-dates-contradict", zh: "待核实：{incidents}；{doubt}",
            en: "to be verified: {incidents}; {doubt}",
            mend: Wording(zh: "核对日期", en: "check the dates")),
          ["incidents": list(events.named), "doubt": .term(doubt)])
      }
      if open.contains(where: { $0.determination.status == .pending }) {
        let others = open.contains { $0.determination.status != .pending }
        return told(
          Message(
            release == nil ? "determination-pending-open-end" : "determination-pending",
            zh: "待主管部门认定{others}：{incidents}",
            en: "awaiting the authority's determination{others}: {incidents}",
            mend: .incidentsPending(release)),
          [
            "incidents": list(events.named), "free": free,
            "others": .term(
              others ? Wording(zh: "或待补充其他信息", en: " or other facts") : Wording(zh: "", en: "")),
          ])
      }
      let isFactMissing = open.contains { incident in
        Incident.asked.contains { $0.isMissing(incident) }
      }
      if isFactMissing || filing == nil || round == nil {
        return told(.incidentFactsMissing("incident-facts-missing"))
      }
      if events.isUnclear {
        return told(
          Message(
            "incident-date-imprecise", zh: "日期不够精确，不能判断是否在期限之内：{incidents}",
            en: "the date is too imprecise to say whether it is within the period: {incidents}",
            mend: Wording(zh: "填写到日", en: "give the day")))
      }
      return told(.incidentsByReading("record-readings-disagree", release))
    })
}

/// The fair readings of the period and of the accidents meant.
enum RecordReading: String, CaseIterable {
  case months = "months-to-filing"
  case calendarYears = "calendar-years"
  case monthsSafetyOnly = "months-to-filing-major-safety-only"
  case calendarYearsSafetyOnly = "calendar-years-major-safety-only"

  /// Whether the period is counted in months back from the filing date.
  var isByMonths: Bool { self == .months || self == .monthsSafetyOnly }

  /// Whether an accident of quality or pollution counts only where it is major, as one of safety does.
  var asksMajorOfAll: Bool { self == .months || self == .calendarYears }

  var reading: Reading {
    Reading(
      rawValue,
      isByMonths
        ? Reading(
          "months",
          Wording(
            zh: "申报日之前的 36 个月，首尾两日均计入",
            en: "the 36 months up to the filing date, both ends included"),
          ground: Wording(
            zh: "“近 3 年”按日往前推算", en: "“the last 3 years” counted back from the day of filing"))
        : Reading(
          "years",
          Wording(
            zh: "自申报年度前第三年 1 月 1 日起至申报日",
            en: "from 1 January of the third year before the round up to the filing date"),
          ground: Wording(
            zh: "“近 3 年”按年度计算，如附件1 一.2 的三个会计年度",
            en: "“the last 3 years” taken as years, as in Annex 1, 1.2")),
      asksMajorOfAll
        ? Reading(
          "all-kinds",
          Wording(
            zh: "质量和环境污染事故也须为重大的才计入",
            en: "accidents of quality or pollution count only where they are major"),
          ground: Wording(
            zh: "第三条、第十三条以顿号并列", en: "Articles 3 and 13 list the three kinds alike"))
        : Reading(
          "safety-only",
          Wording(
            zh: "重大只限定安全事故，质量和环境污染事故不论等级均计入",
            en:
              "“major” qualifies safety only: accidents of quality or pollution count at any grade"),
          ground: Wording(
            zh: "附件2（二）在括号后用逗号隔开", en: "Annex 2(2) sets a comma after the safety kinds")))
  }
}

/// The periods in which an incident counts.
private struct RecordPeriods {
  let filing: Day?
  let months: Lookback
  let calendarYears: Lookback

  init(_ years: Int, filing: Day?, round: Int?) {
    self.filing = filing
    months = Lookback(months: years * 12, upTo: filing)
    calendarYears = Lookback(years: years, beforeRound: round, upTo: filing)
  }

  /// Whether an incident counts under a reading.
  func count(_ incident: Incident, under reading: RecordReading) -> Kleene {
    incident.counts(under: reading, filing: filing)
      && (reading.isByMonths ? months : calendarYears).contains(incident.days(filing: filing))
  }
}

extension Incident {
  /// The facts that are asked of each, and whether one lacks them.
  fileprivate static var asked: [(name: String, isMissing: @Sendable (Incident) -> Bool)] {
    [
      ("kind", { $0.kind == nil }), ("date", { $0.date == nil }),
      // Once it is determined a violation or an accident without a grade needs none.
      ("grade", { $0.grade == nil && ($0.kind.map { $0.isAccident } ?? true) }),
      ("determination/status", { $0.determination.status == nil }),
      ("determination/date", { _ in false }),
    ]
  }

  /// Whether it is of a kind that counts under a reading, whenever it happened.
  ///
  /// A grade is the authority's to determine, so one given before it has done so rules nothing out.
  func counts(under reading: RecordReading, filing: Day?) -> Kleene {
    let isConfirmed = determination.isConfirmed(of: date, filed: filing)
    guard isConfirmed == .yes else { return isConfirmed }
    let isMajor = Kleene(grade.map { $0.isMajor })
    switch kind {
    case .taxEvasion, .dataFalsification, .otherViolation: return .yes
    case .qualityAccident, .pollutionAccident: return reading.asksMajorOfAll ? isMajor : .yes
    case .safetyAccident, .securityIncident: return isMajor
    case nil: return isMajor == .yes ? .yes : .unknown
    }
  }

  /// The days on which it can have happened: not after its determination, where that alone is dated.
  fileprivate func days(filing: Day?) -> Interval<Day>? {
    if let date { return date.days }
    if determination.isImpossible(of: date, filed: filing) { return nil }
    return determination.date.map { Interval(from: Day.first(of: 1), through: $0.latest) }
  }

  /// Whether its dates contradict each other or the filing date.
  fileprivate func contradicts(filing: Day?) -> Bool {
    isLater(than: filing) || determination.isImpossible(of: date, filed: filing)
  }

  /// Whether it or its determination is dated after the filing.
  fileprivate func isLater(than filing: Day?) -> Bool {
    guard let filing else { return false }
    return [date, determination.date].contains { $0.map { $0.earliest > filing } == true }
  }

  /// What a reason calls it: its kind and date.
  var description: Wording {
    let kind = kind?.name ?? Wording(zh: "未注明类别的事件", en: "event of unstated kind")
    guard let date else { return Wording(zh: kind.zh + "（日期不明）", en: kind.en + " of unknown date") }
    return Wording(
      zh: kind.zh + "（" + date.wording.zh + "）", en: kind.en + " of " + date.wording.en)
  }
}
