// Article 3 and Annex 2(2): the one condition with two questions of wording, which period and which
// accidents, so that four readings answer it.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 3 and Annex 2(2): no major accident and no violation in the last years.
  public static let cleanRecord = Criterion(
    id: "clean-record", clauses: [.article(3), .note(annex: 2, note: 2)], role: .condition,
    title: Wording(zh: "近年无重大事故和违法违规", en: "Clean record"),
    rule: Wording(
      zh: "近 {years} 年没有经主管部门正式认定的下列情形：重大安全（含网络、数据、保密）、质量、环境污染事故，"
        + "偷税漏税、数据造假等违法违规行为；认定未作出的无法判断",
      en:
        "in the last {years} years no major accident (safety, including network, data and secrecy; "
        + "quality; pollution) and no violation (tax evasion, falsified data or the like) that the "
        + "authority responsible has formally determined; while it has not, the criterion stays open"
    ),
    numbers: { ["years": .count($0.cleanRecordYears.value)] },
    readings: RecordReading.allCases.map(\.reading), settledReadings: [.requirementIsCondition],
    reads: [
      "/incidents", "/incidents/*/kind", "/incidents/*/date", "/incidents/*/grade",
      "/incidents/*/determination/status", "/incidents/*/determination/date", "/filingDate",
      "/applicationYear",
    ],
    evidence: [
      Evidence(zh: "主管部门的认定文书", en: "the authority's determination") { application in
        (application.incidents ?? []).enumerated()
          .filter {
            $0.element.determination.status != .pending && $0.element.determination.document == nil
          }
          .map { Pointer("/incidents/*/determination/document", at: $0.offset) }
      }
    ]
  ) { application, thresholds, why in
    let filing = application.filingDate
    let round = application.applicationYear
    lazy var missingDates = absent(["/filingDate": filing == nil, "/applicationYear": round == nil])
    guard let incidents = application.incidents else {
      return why.lacking(
        ["/incidents"] + missingDates, readings: RecordReading.allCases.map { _ in .unknown })
    }
    if incidents.isEmpty {
      return why.conclude(
        .met, .noIncidents, ["count": .count(0)],
        readings: RecordReading.allCases.map { _ in .yes })
    }
    let years = thresholds.cleanRecordYears.value
    let periods = (
      months: Lookback(months: years * 12, upTo: filing),
      calendarYears: Lookback(years: years, beforeRound: round, upTo: filing)
    )
    let counts = incidents.map { incident in
      RecordReading.allCases.map { reading in
        incident.counts(under: reading, filing: filing)
          && (reading.isByMonths ? periods.months : periods.calendarYears).contains(incident.date)
      }
    }
    let readings = RecordReading.allCases.indices.map { reading in
      !counts.lazy.map { $0[reading] }.disjunction()
    }
    let agreed = readings.agreement()
    if agreed == .yes {
      return why.conclude(
        .met, .noIncidentCounts, ["count": .count(incidents.count)], readings: readings)
    }
    lazy var open = counts.indices.filter { counts[$0].disjunction() != .no }
    // An incident that counts under every reading stands first.
    lazy var certain = open.filter { counts[$0].conjunction() == .yes }
    lazy var named = certain + open.filter { !certain.contains($0) }
    lazy var release = Incident.release(of: open.map { incidents[$0] }, after: years)
    lazy var values: Reason.Values = [
      "incidents": .list(named.map { .term(incidents[$0].description) }),
      "free": release.quantity { .day($0) },
    ]
    lazy var places = named.map { Pointer("/incidents/*", at: $0) }
    if agreed == .no {
      return why.conclude(
        .unmet, release == nil ? .incidentCountsOpenEnd : .incidentCounts, values, at: places,
        readings: readings)
    }
    lazy var missing = open.flatMap { incidents[$0].missing(at: $0) } + missingDates
    return why.conclude(
      .undetermined,
      Incident.openQuestion(
        open.map { incidents[$0] }, readings: open.map { counts[$0] }, filing: filing,
        isFactMissing: !missing.isEmpty, hasRelease: release != nil),
      values, missing: missing, at: places, readings: readings)
  }
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
    let period =
      isByMonths
      ? Wording(
        zh: "申报日之前的 36 个月，首尾两日均计入",
        en: "the 36 months up to the filing date, both ends included")
      : Wording(
        zh: "自申报年度前第三年 1 月 1 日起至申报日",
        en: "from 1 January of the third year before the round up to the filing date")
    let kinds =
      asksMajorOfAll
      ? Wording(
        zh: "质量和环境污染事故也须为重大的才计入",
        en: "accidents of quality or pollution count only where they are major")
      : Wording(
        zh: "重大只限定安全事故，质量和环境污染事故不论等级均计入",
        en: "“major” goes with safety only: accidents of quality or pollution count at any grade")
    let periodGround =
      isByMonths
      ? Wording(
        zh: "“近 3 年”按日往前推算", en: "“the last 3 years” counted back from the day of filing")
      : Wording(
        zh: "“近 3 年”按年度计算，如附件1 一.2 的三个会计年度",
        en: "“the last 3 years” taken as years, as in Annex 1, 1.2")
    let kindsGround =
      asksMajorOfAll
      ? Wording(
        zh: "第三条、第十三条以顿号并列", en: "Articles 3 and 13 list the three kinds alike")
      : Wording(
        zh: "附件2（二）在括号后用逗号隔开", en: "Annex 2(2) sets a comma after the safety kinds")
    return Reading(
      rawValue,
      Wording(zh: period.zh + "；" + kinds.zh, en: period.en + "; " + kinds.en),
      ground: Wording(
        zh: periodGround.zh + "；" + kindsGround.zh, en: periodGround.en + "; " + kindsGround.en))
  }
}

extension Incident {
  /// Whether it is of a kind that counts under a reading, whenever it happened.
  ///
  /// A grade is the authority's to determine, so one given before it has done so rules nothing out.
  func counts(under reading: RecordReading, filing: Day?) -> Kleene {
    if hasImpossibleDetermination(filing: filing) { return .unknown }
    switch determination.status {
    case .cleared: return .no
    case .pending, nil: return .unknown
    case .confirmed: break
    }
    let isMajor = Kleene(grade?.isMajor)
    switch kind {
    case .taxEvasion, .dataFalsification, .otherViolation: return .yes
    case .qualityAccident, .pollutionAccident: return reading.asksMajorOfAll ? isMajor : .yes
    case .safetyAccident, .securityIncident: return isMajor
    case nil: return isMajor == .yes ? .yes : .unknown
    }
  }

  /// Whether the determination is dated after the filing, when it cannot have been known, or before
  /// what it is about.
  func hasImpossibleDetermination(filing: Day?) -> Bool {
    guard let determined = determination.date else { return false }
    if let filing, determined.earliest > filing { return true }
    return date.map { determined.latest < $0.earliest } ?? false
  }

  /// What a reason calls it: its kind and date.
  var description: Wording {
    let kind = kind?.name ?? Wording(zh: "未注明类别的事件", en: "event of unstated kind")
    guard let date else { return Wording(zh: "日期不明的" + kind.zh, en: kind.en + " of unknown date") }
    return Wording(zh: "\(date) 的\(kind.zh)", en: "\(kind.en) of \(date)")
  }

  /// The first day on which none of some incidents lies in a period of so many years any more, under
  /// either reading of the period.
  ///
  /// - Returns: `nil` where a date is not known, or the calendar has no such day.
  static func release(of incidents: [Incident], after years: Int) -> Day? {
    var release: Day?
    for incident in incidents {
      guard let date = incident.date,
        let byMonths = Lookback.release(from: date, months: years * 12),
        let byYears = Day(date.latest.year + years + 1, 1, 1)
      else { return nil }
      release = [release ?? byMonths, byMonths, byYears].max()
    }
    return release
  }

  /// The facts about it that are missing.
  fileprivate func missing(at index: Int) -> [Pointer] {
    // Once it is determined a violation or an accident without a grade needs none.
    let needsGrade = grade == nil && (kind.map(\.isAccident) ?? true)
    return absent([
      Pointer("/incidents/*/kind", at: index): kind == nil,
      Pointer("/incidents/*/date", at: index): date == nil,
      Pointer("/incidents/*/grade", at: index): needsGrade,
      Pointer("/incidents/*/determination/status", at: index): determination.status == nil,
    ])
  }

  /// What has to be settled before it can be said whether some incidents count, the most basic first.
  fileprivate static func openQuestion(
    _ incidents: [Incident], readings: [[Kleene]], filing: Day?, isFactMissing: Bool,
    hasRelease: Bool
  ) -> Message {
    let isContradictory = incidents.contains { incident in
      incident.hasImpossibleDetermination(filing: filing)
        || filing.map { (incident.date?.earliest ?? $0) > $0 } == true
    }
    if isContradictory { return .incidentDatesContradict }
    if incidents.contains(where: { $0.determination.status == .pending }) {
      return hasRelease ? .determinationPending : .determinationPendingOpenEnd
    }
    if isFactMissing { return .incidentFactsMissing }
    if readings.contains(where: { $0.contains(.unknown) }) { return .incidentDateImprecise }
    return hasRelease ? .recordReadingsDisagree : .recordReadingsDisagreeOpenEnd
  }
}

extension Message {
  static let noIncidents = Message(
    "no-incidents",
    says: Wording(zh: "声明没有事故和违法违规", en: "declared no accidents or violations"))
  static let noIncidentCounts = Message(
    "no-incident-counts",
    says: Wording(
      zh: "所列 {count} 起均不计入（等级、认定结果或时间）",
      en: "{count} listed, none counts, by grade, determination or date"))
  static let incidentCounts = Message(
    "incident-counts",
    says: Wording(
      zh: "有已经认定且在期限之内的：{incidents}",
      en: "of these at least one is determined and lies within the period: {incidents}"),
    mend: released)
  static let incidentCountsOpenEnd = Message(
    "incident-counts-open-end", says: incidentCounts.says, mend: datesNeeded)
  static let incidentDatesContradict = Message(
    "incident-dates-contradict",
    says: Wording(
      zh: "待核实：{incidents}；其中有发生或认定日期晚于申报日的，或认定早于发生的，相互矛盾",
      en:
        "to settle: {incidents}; an event or its determination is dated after the filing date, or the "
        + "determination before the event, which contradict each other"),
    mend: Wording(
      zh: "核对发生日期、认定日期和申报日", en: "check the dates of event, determination and filing"))
  static let determinationPending = Message(
    "determination-pending",
    says: Wording(
      zh: "待主管部门认定或待补充其他信息：{incidents}",
      en: "awaiting the authority's determination or other facts: {incidents}"),
    mend: Wording(
      zh: "认定作出后填写结果；{free} 起按任何理解均不再计入",
      en: "state the result once there is one; from {free} none counts under any reading"))
  static let determinationPendingOpenEnd = Message(
    "determination-pending-open-end", says: determinationPending.says,
    mend: Wording(zh: "认定作出后填写结果", en: "state the result once there is one"))
  static let incidentFactsMissing = Message(
    "incident-facts-missing",
    says: Wording(
      zh: "尚不能判断是否计入：{incidents}",
      en: "not to be decided yet whether it counts: {incidents}"))
  static let recordReadingsDisagree = Message(
    "record-readings-disagree",
    says: Wording(
      zh: "是否计入取决于对条款的理解：{incidents}",
      en: "whether it counts depends on how the clause is read: {incidents}"),
    mend: Wording(
      zh: "{free} 起，按任何理解均不再计入；此前须由主管部门确认口径",
      en: "from {free} none counts under any reading; until then the department must say"))
  static let recordReadingsDisagreeOpenEnd = Message(
    "record-readings-disagree-open-end", says: recordReadingsDisagree.says,
    mend: Wording(zh: "由主管部门确认口径", en: "the department must say how it is read"))
  static let incidentDateImprecise = Message(
    "incident-date-imprecise",
    says: Wording(
      zh: "是否在期限之内，需要更精确的日期：{incidents}",
      en: "the date is too imprecise to say whether it is within the period: {incidents}"),
    mend: Wording(zh: "填写到日", en: "give the day"))

  private static let released = Wording(
    zh: "{free} 起，按任何理解均不再计入", en: "from {free} none counts under any reading")
  private static let datesNeeded = Wording(
    zh: "填写各起的日期后，才能说明何时起不再计入",
    en: "from when none counts can be said once the date of each is known")
}
