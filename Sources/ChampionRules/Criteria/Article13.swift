// Article 13: an enterprise whose recognition was revoked for cause must wait.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 13: no revocation that still bars an application.
  public static let reapplicationBan = Criterion(
    id: "reapplication-ban", clauses: [.article(13)], role: .condition,
    title: Wording(zh: "不在禁止申报期内", en: "No ban on applying"),
    rule: Wording(
      zh: "未曾依第 {article} 条被撤销认定，或撤销后已满 {years} 年；依第 11、12、14 条的撤销不限制再次申报",
      en: "no recognition was revoked under Article {article}, or {years} years have passed since; "
        + "revocations under Articles 11, 12 and 14 bar nothing"),
    numbers: { ["years": .count($0.banYears.value), "article": .count($0.banningArticle.value)] },
    readings: [
      Reading("from-decision", zh: "自撤销决定之日起算", en: "counted from the decision to revoke"),
      Reading("from-event", zh: "自所处罚的行为发生之日起算", en: "counted from the event it punished"),
    ],
    reads: [
      "/revocations", "/revocations/*/article", "/revocations/*/decided", "/revocations/*/event",
      "/filingDate",
    ]
  ) { application, thresholds, why in
    let filingDate = application.filingDate
    guard let revocations = application.revocations else {
      return why.lacking(
        ["/revocations"] + absent(["/filingDate": filingDate == nil]),
        readings: [.unknown, .unknown])
    }
    let months = thresholds.banYears.value * 12
    if revocations.isEmpty {
      return why.conclude(
        .met, .neverRevoked, ["count": .count(0)], readings: [.yes, .yes])
    }
    let bars = revocations.map { revocation in
      let isBanning = Kleene(revocation.article.map { $0 == thresholds.banningArticle.value })
      return revocation.starts(before: filingDate).map { start in
        // Of dates that contradict each other nobody knows which one is right.
        isBanning
          && (revocation.datesContradict
            ? .unknown
            : WaitingPeriod(from: start, months: months).bars(filingDate))
      }
    }
    let readings = [0, 1].map { start in !bars.map { $0[start] }.disjunction() }
    let agreed = readings.agreement()
    if agreed == .yes {
      return why.conclude(
        .met, .banOver,
        ["count": .count(revocations.count)], readings: readings)
    }
    let open = bars.indices.filter { bars[$0].disjunction() != .no }
    let index = bars.firstIndex { $0.conjunction() == .yes } ?? open.first ?? 0
    let revocation = revocations[index]
    let free = open.flatMap { [revocations[$0].decided, revocations[$0].event] }
      .compactMap { WaitingPeriod(from: $0?.days, months: months).release }.max()
    lazy var values: Reason.Values = [
      "decided": revocation.decided.quantity { .date($0) },
      "event": revocation.event.quantity { .date($0) }, "free": free.quantity { .day($0) },
    ]
    let places = open.map { Pointer("/revocations/*", at: $0) }
    if agreed == .no {
      return why.conclude(.unmet, .banned, values, at: places, readings: readings)
    }
    let missing =
      open.flatMap { revocations[$0].missing(at: $0) }
      + absent(["/filingDate": filingDate == nil])
    let message: Message =
      if revocation.datesContradict {
        .banDatesContradict
      } else if !missing.isEmpty {
        .missing
      } else if bars[index].allSatisfy(\.isDecided) {
        .banReadingsDisagree
      } else {
        .banDatesUnclear
      }
    return why.conclude(
      .undetermined, message, values, missing: missing, at: places, readings: readings)
  }
}

extension Revocation {
  /// Whether the event is said to be later than the decision that punished it.
  var datesContradict: Bool {
    guard let decided, let event else { return false }
    return event.earliest > decided.latest
  }

  /// The days on which the decision and the event can have been.
  ///
  /// An event comes before its punishment and both before the filing, so each bounds the other
  /// where it is not known itself.
  func starts(before filing: Day?) -> [Interval<Day>?] {
    let decision = decided?.days ?? event.map { Interval(from: $0.earliest, through: filing) }
    let conduct =
      event?.days ?? decided.map { Interval(from: Day.first(of: 1), through: $0.latest) }
    return [decision, conduct]
  }

  /// The facts about it that are missing.
  func missing(at index: Int) -> [Pointer] {
    absent([
      Pointer("/revocations/*/article", at: index): article == nil,
      Pointer("/revocations/*/decided", at: index): decided == nil,
      Pointer("/revocations/*/event", at: index): event == nil,
    ])
  }
}

extension Message {
  static let neverRevoked = Message(
    "never-revoked",
    says: Wording(zh: "声明从未被撤销认定", en: "declared that no recognition was ever revoked"))
  static let banOver = Message(
    "ban-over",
    says: Wording(
      zh: "所列 {count} 次撤销均不再限制申报",
      en: "of the revocations listed ({count}) none bars an application any more"))
  static let banned = Message(
    "banned",
    says: Wording(
      zh: "{decided} 决定的撤销（行为发生于 {event}）仍限制申报",
      en: "the revocation decided on {decided} (event of {event}) still bars an application"),
    mend: Wording(
      zh: "{free} 起，按任何理解均可申报", en: "from {free} an application is possible under any reading"))
  static let banReadingsDisagree = Message(
    "ban-readings-disagree",
    says: Wording(
      zh: "{decided} 决定的撤销（行为发生于 {event}）是否仍限制申报，取决于起算日的理解",
      en:
        "whether the revocation decided on {decided} (event of {event}) still bars an application "
        + "depends on the day from which the years count"),
    mend: Wording(
      zh: "{free} 起，按任何理解均可申报；此前须由主管部门确认口径",
      en:
        "from {free} an application is possible under any reading; until then the department must say"
    ))
  static let banDatesContradict = Message(
    "ban-dates-contradict",
    says: Wording(
      zh: "行为日期 {event} 晚于撤销决定日期 {decided}，相互矛盾",
      en: "the event ({event}) is later than the decision that punished it ({decided})"),
    mend: Wording(zh: "核对两个日期", en: "check both dates"))
  static let banDatesUnclear = Message(
    "ban-dates-unclear",
    says: Wording(
      zh: "撤销决定 {decided}、行为 {event} 的日期不够精确，或与申报日矛盾",
      en: "the dates of the decision ({decided}) and the event ({event}) are too imprecise, or "
        + "contradict the filing date"),
    mend: Wording(zh: "填写到日并核对申报日", en: "give the days and check the filing date"))
}
