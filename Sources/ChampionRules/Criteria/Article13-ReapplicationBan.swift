// Article 13: an enterprise whose recognition was revoked for cause must wait.

import Eligibility

extension Criterion where Applicant == Application {
  /// Article 13: no revocation that still bars an application.
  public static let reapplicationBan = Criterion(
    id: "reapplication-ban", clauses: [.article(13)], role: .condition,
    title: Wording(zh: "不在禁止申报期内", en: "No ban on applying"),
    rule: Wording(
      zh: "未曾依第 {article} 条被撤销认定，或撤销后已满 {years} 年；依第 12 条的撤销不限制再次申报，"
        + "依第 {reportArticle} 条因弄虚作假的撤销是否限制，有两种理解",
      en:
        "no recognition was revoked under Article {article}, or {years} years have passed since; a "
        + "revocation under Article 12 bars nothing, and whether one under Article {reportArticle} "
        + "for falsification does can be read in two ways"),
    numbers: {
      [
        "years": .count($0.banYears.value), "article": .count($0.banningArticle.value),
        "reportArticle": .count($0.reportArticle.value),
      ]
    },
    readings: BanReading.allCases.map(\.reading), settledReadings: [.requirementIsCondition],
    reads: [
      "/revocations", "/revocations/*/article", "/revocations/*/ground", "/revocations/*/decided",
      "/revocations/*/event", "/filingDate", "/certificate/isRevoked",
    ]
  ) { application, thresholds, why in
    let filing = application.filingDate
    guard let revocations = application.revocations else {
      return why.lacking(
        ["/revocations"] + absent(["/filingDate": filing == nil]),
        readings: BanReading.allCases.map { _ in .unknown })
    }
    if revocations.isEmpty, application.certificate.isRevoked == true {
      return why.conclude(
        .undetermined, .revocationContradicted, at: ["/certificate/isRevoked", "/revocations"],
        readings: BanReading.allCases.map { _ in .unknown })
    }
    if revocations.isEmpty {
      return why.conclude(
        .met, .neverRevoked, ["count": .count(0)], readings: BanReading.allCases.map { _ in .yes })
    }
    let months = thresholds.banYears.value * 12
    let bars = revocations.map { revocation in
      BanReading.allCases.map { reading in
        // Of dates that contradict each other nobody knows which one is right.
        revocation.isBanning(under: reading, thresholds)
          && (revocation.datesContradict
            ? .unknown
            : WaitingPeriod(from: revocation.start(under: reading, before: filing), months: months)
              .bars(filing))
      }
    }
    let readings = BanReading.allCases.indices.map { reading in
      !bars.lazy.map { $0[reading] }.disjunction()
    }
    let agreed = readings.agreement()
    if agreed == .yes {
      return why.conclude(
        .met, .banOver, ["count": .count(revocations.count)], readings: readings)
    }
    lazy var open = bars.indices.filter { bars[$0].disjunction() != .no }
    lazy var certain = open.filter { bars[$0].conjunction() == .yes }
    // One that bars for certain stands first.
    lazy var named = certain + open.filter { !certain.contains($0) }
    lazy var release = Revocation.release(of: open.map { revocations[$0] }, months: months)
    lazy var values: Reason.Values = [
      "revocations": .list(named.map { .term(revocations[$0].description) }),
      "free": release.quantity { .day($0) },
    ]
    lazy var places = named.map { Pointer("/revocations/*", at: $0) }
    if agreed == .no {
      return why.conclude(
        .unmet, release == nil ? .bannedOpenEnd : .banned, values, at: places, readings: readings)
    }
    lazy var missing =
      open.flatMap { revocations[$0].missing(at: $0, thresholds) }
      + absent(["/filingDate": filing == nil])
    lazy var message: Message =
      if open.contains(where: { revocations[$0].datesContradict }) {
        .banDatesContradict
      } else if open.contains(where: { revocations[$0].groundContradicts }) {
        .banGroundContradicts
      } else if !missing.isEmpty {
        .banFactsMissing
      } else if open.contains(where: { bars[$0].contains(.unknown) }) {
        .banDatesUnclear
      } else if release == nil {
        .banReadingsDisagreeOpenEnd
      } else {
        .banReadingsDisagree
      }
    return why.conclude(
      .undetermined, message, values, missing: missing, at: places, readings: readings)
  }
}

/// The fair readings of the day from which the years count and of a revocation under Article 14.
enum BanReading: String, CaseIterable {
  case fromDecision = "from-decision"
  case fromEvent = "from-event"
  case fromDecisionWithReports = "from-decision-article-14-bars"
  case fromEventWithReports = "from-event-article-14-bars"

  /// Whether the years count from the decision to revoke.
  var isFromDecision: Bool { self == .fromDecision || self == .fromDecisionWithReports }

  /// Whether falsified data that are verified after a report bar as those of Article 13 do.
  var barsAfterReports: Bool { self == .fromDecisionWithReports || self == .fromEventWithReports }

  var reading: Reading {
    let start =
      isFromDecision
      ? Wording(zh: "自撤销决定之日起算", en: "counted from the decision to revoke")
      : Wording(zh: "自所处罚的行为发生之日起算", en: "counted from the event it punished")
    let reports =
      barsAfterReports
      ? Wording(
        zh: "依第十四条因弄虚作假的撤销同样限制申报",
        en: "a revocation under Article 14 for falsification bars as well")
      : Wording(zh: "依第十四条的撤销不限制申报", en: "a revocation under Article 14 bars nothing")
    let startGround =
      isFromDecision
      ? Wording(zh: "第十三条的期限紧接“撤销认定”", en: "in Article 13 the ban follows the revocation")
      : Wording(
        zh: "第十三条没有写明起算日，处罚对应的是行为", en: "Article 13 names no first day; it punishes the event")
    let reportsGround =
      barsAfterReports
      ? Wording(
        zh: "经核实的数据造假也是第十三条的事由",
        en: "falsified data, once verified, are a ground of Article 13 too")
      : Wording(zh: "第十四条没有规定禁止期", en: "Article 14 names no ban")
    return Reading(
      rawValue,
      Wording(zh: start.zh + "；" + reports.zh, en: start.en + "; " + reports.en),
      ground: Wording(
        zh: startGround.zh + "；" + reportsGround.zh,
        en: startGround.en + "; " + reportsGround.en))
  }
}

extension Revocation {
  /// Whether it bars an application under a reading while the years run.
  ///
  /// Where the article is not known it may be any that fits the ground; a ground that is not of the
  /// article leaves it unknown which of the two is right.
  func isBanning(under reading: BanReading, _ thresholds: Thresholds) -> Kleene {
    if groundContradicts { return .unknown }
    let possible = article.map { $0...$0 } ?? ground?.articles ?? Revocation.articles
    return possible.lazy.map { article in
      if article == thresholds.banningArticle.value { return .yes }
      guard article == thresholds.reportArticle.value, reading.barsAfterReports else { return .no }
      return Kleene(ground.map { $0 == .falsification })
    }.agreement()
  }

  /// Whether the ground is none of the article's.
  var groundContradicts: Bool {
    guard let article, let ground else { return false }
    return !ground.articles.contains(article)
  }

  /// Whether the event is said to be later than the decision that punished it.
  var datesContradict: Bool {
    guard let decided, let event else { return false }
    return event.earliest > decided.latest
  }

  /// The days on which the years can have begun.
  ///
  /// An event comes before its punishment and both before the filing, so each bounds the other
  /// where it is not known itself.
  func start(under reading: BanReading, before filing: Day?) -> Interval<Day>? {
    reading.isFromDecision
      ? decided?.days ?? event.map { Interval(from: $0.earliest, through: filing) }
      : event?.days ?? decided.map { Interval(from: Day.first(of: 1), through: $0.latest) }
  }

  /// The first day on which none of some revocations bars any more, under every reading.
  ///
  /// - Returns: `nil` where a decision's date is not known (an event's comes before it), or the
  ///   calendar has no such day.
  static func release(of revocations: [Revocation], months: Int) -> Day? {
    var release: Day?
    for revocation in revocations {
      guard let decided = revocation.decided else { return nil }
      for date in [decided, revocation.event ?? decided] {
        guard let day = WaitingPeriod(from: date.days, months: months).release else { return nil }
        release = max(release ?? day, day)
      }
    }
    return release
  }

  /// What a reason calls it: its dates.
  var description: Wording {
    let (decision, conduct) = (decided?.description, event?.description)
    return Wording(
      zh: (decision.map { "\($0) 决定" } ?? "决定日期不明") + "的撤销"
        + (conduct.map { "（行为发生于 \($0)）" } ?? "（行为日期不明）"),
      en: "revocation " + (decision.map { "decided on \($0)" } ?? "of unknown date")
        + (conduct.map { " (event of \($0))" } ?? " (date of the event unknown)"))
  }

  /// The facts about it that are missing.
  fileprivate func missing(at index: Int, _ thresholds: Thresholds) -> [Pointer] {
    let needsGround = article.map { $0 == thresholds.reportArticle.value } ?? true
    return absent([
      Pointer("/revocations/*/article", at: index): article == nil,
      Pointer("/revocations/*/ground", at: index): ground == nil && needsGround,
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
      zh: "所列 {count} 次撤销均不限制申报",
      en: "of the revocations listed ({count}) none bars an application"))
  static let banned = Message(
    "banned",
    says: Wording(
      zh: "所列撤销中有仍限制申报的：{revocations}",
      en: "of these at least one still bars an application: {revocations}"),
    mend: Wording(
      zh: "{free} 起，按任何理解均可申报", en: "from {free} an application is possible under any reading"))
  static let bannedOpenEnd = Message(
    "banned-open-end", says: banned.says,
    mend: Wording(
      zh: "填写各次撤销的日期后，才能说明何时起可以申报",
      en: "from when an application is possible can be said once the dates of each are known"))
  static let banReadingsDisagree = Message(
    "ban-readings-disagree",
    says: Wording(
      zh: "是否仍限制申报取决于对条款的理解：{revocations}",
      en: "whether it still bars an application depends on how the clause is read: {revocations}"),
    mend: Wording(
      zh: "{free} 起，按任何理解均可申报；此前须由主管部门确认口径",
      en:
        "from {free} an application is possible under any reading; until then the department must say"
    ))
  static let banReadingsDisagreeOpenEnd = Message(
    "ban-readings-disagree-open-end", says: banReadingsDisagree.says,
    mend: Wording(zh: "由主管部门确认口径", en: "the department must say how it is read"))
  static let banDatesContradict = Message(
    "ban-dates-contradict",
    says: Wording(
      zh: "待核实：{revocations}；其中有行为日期晚于撤销决定日期的，相互矛盾",
      en: "to settle: {revocations}; an event is later than the decision that punished it"),
    mend: Wording(zh: "核对两个日期", en: "check both dates"))
  static let banGroundContradicts = Message(
    "ban-ground-contradicts",
    says: Wording(
      zh: "待核实：{revocations}；其中有撤销事由不属于所依条款的",
      en: "to settle: {revocations}; a ground is not one of the article applied"),
    mend: Wording(zh: "对照撤销决定核对条款和事由", en: "check the article and the ground on the decision"))
  static let banFactsMissing = Message(
    "ban-facts-missing",
    says: Wording(
      zh: "尚不能判断是否仍限制申报：{revocations}",
      en: "not to be decided yet whether an application is still barred: {revocations}"))
  static let banDatesUnclear = Message(
    "ban-dates-unclear",
    says: Wording(
      zh: "日期不够精确，或与申报日矛盾：{revocations}",
      en: "dates are too imprecise, or contradict the filing date: {revocations}"),
    mend: Wording(zh: "填写到日并核对申报日", en: "give the days and check the filing date"))
}
