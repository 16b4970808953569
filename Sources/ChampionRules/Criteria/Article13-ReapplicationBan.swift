// Article 13: an enterprise whose recognition was revoked for cause must wait.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Article 13: no revocation that still bars an application.
  public static let reapplicationBan = Criterion(
    "reapplication-ban", clauses: [.article(13)], role: .condition,
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
    readings: BanReading.allCases.map { $0.reading }, settledReadings: [.requirementIsCondition],
    asks: [
      AskedFact(list: "/revocations", { $0.revocations }, members: Revocation.asked), .filingDate,
      AskedFact(optional: "/certificate/isRevoked"), AskedFact(optional: "/certificate/granted"),
      AskedFact(optional: "/certificate/validUntil"),
    ],
    decide: { application, law in
      guard let revocations = application.revocations else { return FourReadings(.unknown) }
      // A revocation that is not listed may bar as well as those that are.
      let isComplete = application.lacksRevocationOfCertificate ? Kleene.unknown : .yes
      if revocations.isEmpty { return FourReadings(isComplete) }
      let filing = application.filingDate
      return FourReadings { number in
        let reading = BanReading.allCases[number]
        return isComplete
          && !revocations.lazy.map { $0.bars(filing, under: reading, law) }.disjunction()
      }
    },
    explain: { state, application, law, say in
      guard let revocations = application.revocations else { return .missing }
      let filing = application.filingDate
      let events = revocations.events(before: filing, law)
      let open = events.open.map { revocations[$0] }
      let release = Revocation.release(of: open, months: law.banYears.value * 12)
      lazy var values: Reason.Values = [
        "revocations": .list(events.named.map { .term(revocations[$0].description) }),
        "free": release.quantity { .day($0) },
        "some": .term(
          events.named.count == 1
            ? Wording(zh: "所列撤销", en: "this")
            : Wording(zh: "其中至少有一次撤销", en: "at least one of these")),
      ]
      func told(_ message: Message) -> Explanation {
        say(
          message, values, at: events.places(in: "/revocations"), asking: .items(events.open))
      }
      switch state.outcome {
      case .met:
        return revocations.isEmpty
          ? say(
            "never-revoked", zh: "声明从未被撤销认定", en: "declared that no recognition was ever revoked",
            ["count": .count(0)])
          : say(
            "ban-over", zh: "所列 {count} 次撤销均不限制申报",
            en: "none of the revocations listed ({count}) bars an application",
            ["count": .count(revocations.count)])
      case .unmet:
        return told(
          Message(
            release == nil ? "banned-open-end" : "banned",
            zh: "{some}仍限制申报：{revocations}",
            en: "{some} still bars an application: {revocations}",
            mend: release == nil
              ? Wording(
                zh: "填写各次撤销的日期后，才能说明何时起可以申报",
                en:
                  "give the dates of each; then it can be said from when an application is possible"
              )
              : Wording(
                zh: "自 {free} 起，按任何理解均可申报",
                en: "from {free} an application is possible under any reading")))
      default: break
      }
      if open.isEmpty { return say.revocationContradicted(by: revocations) }
      if open.contains(where: { $0.datesContradict }) {
        return told(
          Message(
            "ban-dates-contradict",
            zh: "待核实：{revocations}；其中有行为日期晚于撤销决定日期的，相互矛盾",
            en:
              "to be verified: {revocations}; an event is later than the decision that punished it",
            mend: Wording(zh: "核对两个日期", en: "check both dates")))
      }
      if open.contains(where: { $0.groundContradicts }) {
        return told(
          Message(
            "ban-ground-contradicts", zh: "待核实：{revocations}；其中有撤销事由不属于所依条款的",
            en: "to be verified: {revocations}; a ground does not belong to the article applied",
            mend: Wording(
              zh: "对照撤销决定核对条款和事由", en: "check the article and the ground in the decision")))
      }
      let isFactMissing = open.contains { revocation in
        Revocation.asked.contains { $0.isMissing(revocation) }
      }
      if isFactMissing || filing == nil {
        return told(
          Message(
            "ban-facts-missing", zh: "尚不能判断是否仍限制申报：{revocations}",
            en: "it cannot be decided yet whether an application is still barred: {revocations}"))
      }
      if events.isUnclear {
        let isLater = open.contains { revocation in
          [revocation.decided, revocation.event].contains { date in
            date.flatMap { date in filing.map { date.earliest > $0 } } == true
          }
        }
        return told(
          isLater
            ? Message(
              "ban-dates-after-filing", zh: "有晚于申报日的日期：{revocations}",
              en: "a date is later than the filing date: {revocations}",
              mend: Wording(zh: "核对日期", en: "check the dates"))
            : Message(
              "ban-dates-unclear", zh: "日期不够精确，不能判断是否仍限制申报：{revocations}",
              en: "the dates are too imprecise to say whether these still bar: {revocations}",
              mend: Wording(zh: "填写到日", en: "give the day")))
      }
      return told(
        Message(
          release == nil ? "ban-readings-disagree-open-end" : "ban-readings-disagree",
          zh: "是否仍限制申报取决于对条款的理解：{revocations}",
          en:
            "whether these still bar an application depends on how the clause is read: {revocations}",
          mend: release == nil
            ? Wording(zh: "由主管部门确认口径", en: "the department must confirm how it is read")
            : Wording(
              zh: "自 {free} 起，按任何理解均可申报；此前须由主管部门确认口径",
              en:
                "from {free} an application is possible under any reading; until then the department "
                + "must confirm how the clause is read")))
    })
}

extension Say {
  /// A certificate said to be revoked contradicts revocations of which none can be of it.
  func revocationContradicted(by revocations: [Revocation]?) -> Explanation {
    let places: [Pointer] = ["/certificate/isRevoked", "/revocations"]
    return revocations?.isEmpty == true
      ? self(
        "revocation-contradicted", zh: "填写认定已被撤销，又声明从未被撤销，相互矛盾",
        en: "the recognition is stated to be revoked, yet also that none ever was",
        mend: Wording(zh: "核对撤销情况", en: "check what was revoked"), at: places, asking: .nothing)
      : self(
        "revocation-not-listed", zh: "填写认定已被撤销，所列撤销却都早于证书颁发日期，没有对它的撤销",
        en:
          "the recognition is stated to be revoked, yet all revocations listed are from before its grant",
        mend: Wording(zh: "补充对该认定的撤销，或核对日期", en: "add its revocation, or check the dates"),
        at: places, asking: .nothing)
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
    Reading(
      rawValue,
      isFromDecision
        ? Reading(
          "decision", Wording(zh: "自撤销决定之日起算", en: "counted from the decision to revoke"),
          ground: Wording(
            zh: "第十三条的期限紧接“撤销认定”", en: "in Article 13 the ban follows the revocation"))
        : Reading(
          "event", Wording(zh: "自所处罚的行为发生之日起算", en: "counted from the event it punished"),
          ground: Wording(
            zh: "第十三条没有写明起算日，处罚对应的是行为",
            en: "Article 13 names no first day; it punishes the event")),
      barsAfterReports
        ? Reading(
          "bars",
          Wording(
            zh: "依第十四条因弄虚作假的撤销同样限制申报",
            en: "a revocation under Article 14 for falsification bars as well"),
          ground: Wording(
            zh: "经核实的数据造假也是第十三条的事由",
            en: "falsified data, once verified, are a ground of Article 13 too"))
        : Reading(
          "bars-nothing",
          Wording(zh: "依第十四条的撤销不限制申报", en: "a revocation under Article 14 bars nothing"),
          ground: Wording(zh: "第十四条没有规定禁止期", en: "Article 14 names no ban")))
  }
}

extension Application {
  /// Whether the certificate is said to be revoked and no revocation listed can be of it.
  fileprivate var lacksRevocationOfCertificate: Bool {
    certificate.isRevoked == true && listsRevocationOfCertificate == .no
  }

  /// The first day on which no revocation bars any more, under every reading; `nil` where none does now,
  /// or where that day is not known.
  func banRelease(_ law: Thresholds) -> Day? {
    guard let revocations else { return nil }
    let open = revocations.events(before: filingDate, law).open.map { revocations[$0] }
    return Revocation.release(of: open, months: law.banYears.value * 12)
  }
}

extension [Revocation] {
  /// Which of them bar an application filed on a day, under each reading.
  fileprivate func events(before filing: Day?, _ law: Thresholds) -> PastEvents {
    PastEvents(
      map { revocation in
        BanReading.allCases.map { revocation.bars(filing, under: $0, law) }
      })
  }
}

extension Revocation {
  /// The facts that are asked of each, and whether one lacks them.
  fileprivate static var asked: [(name: String, isMissing: @Sendable (Revocation) -> Bool)] {
    [
      ("article", { $0.article == nil }),
      // Only under Article 14 the ground makes a difference.
      (
        "ground",
        { revocation in
          revocation.ground == nil
            && (revocation.article ?? Thresholds.of2024.reportArticle.value)
              == Thresholds.of2024.reportArticle.value
        }
      ),
      ("decided", { $0.decided == nil }), ("event", { $0.event == nil }),
    ]
  }

  /// Whether it bars an application filed on a day, under a reading.
  func bars(_ filing: Day?, under reading: BanReading, _ law: Thresholds) -> Kleene {
    let isBanning = isBanning(under: reading, law)
    // Of dates that contradict each other nobody knows which one is right.
    if datesContradict { return isBanning && .unknown }
    let period = WaitingPeriod(
      from: start(under: reading, before: filing), months: law.banYears.value * 12)
    return isBanning && period.bars(filing)
  }

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
    let decision =
      decided.map { date in
        Wording(zh: "决定于 " + date.wording.zh, en: "decided " + date.onOrIn)
      } ?? Wording(zh: "决定日期不明", en: "of unknown date")
    let conduct =
      event.map { date in
        Wording(zh: "行为发生于 " + date.wording.zh, en: "event of " + date.wording.en)
      } ?? Wording(zh: "行为日期不明", en: "date of the event unknown")
    return Wording(
      zh: "撤销（\(decision.zh)，\(conduct.zh)）", en: "revocation \(decision.en) (\(conduct.en))")
  }
}
