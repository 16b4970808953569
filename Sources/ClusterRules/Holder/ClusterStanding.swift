// How a cluster's title stands on a day: it has no term, so it stands until it is revoked.

import CommonFacts
import Eligibility

extension ClusterHolder {
  /// How the title stands, and what is owed for it.
  public func status(_ law: Thresholds) -> TitleStatus {
    guard let day else { return .withoutDay }
    let (state, reason) = standing(on: day, law)
    return TitleStatus(state, reason, dates: dates(on: day, law))
  }

  /// How the title stands on a day, and why.
  func standing(on today: Day, _ law: Thresholds) -> (TitleState, Reason) {
    guard let recognised else { return (.undetermined, Reason(.recognitionMissing)) }
    if recognised > today {
      return (.pending, Reason(.recognisedLater, ["recognised": .day(recognised)]))
    }
    switch isRevoked(on: today) {
    case .yes: return (.revoked, Reason(.revoked))
    case .unknown: return (.undetermined, Reason(.revocationsMissing))
    case .no: break
    }
    let state: TitleState =
      switch isReviewed(on: today, law) {
      case .failed, .unknown, .readingsDiffer: .undetermined
      case .due: .dueForReview
      case .upToDate: .valid
      }
    return (state, reviewReason(on: today, law))
  }

  /// What is said of how the reviews stand.
  func reviewReason(on today: Day, _ law: Thresholds) -> Reason {
    let message: Message =
      switch isReviewed(on: today, law) {
      case .failed: .reviewFailed
      case .unknown: .reviewsMissing
      case .readingsDiffer: .reviewReadings
      case .due: .reviewDue
      case .upToDate: .valid
      }
    return Reason(
      message,
      [
        "recognised": recognised.quantity { .day($0) },
        "review": nextReview(on: today, law).quantity { $0.quantity },
      ])
  }

  /// How the reviews stand.
  enum Reviewed: Hashable {
    case failed, unknown, readingsDiffer, due, upToDate
  }

  /// How the reviews stand on a day.
  func isReviewed(on today: Day, _ law: Thresholds) -> Reviewed {
    let known = (reviews ?? []).filter { $0.decided.map { $0 <= today } ?? false }
    if known.contains(where: { $0.isPassed == false }) { return .failed }
    guard let next = nextReview(on: today, law) else { return .unknown }
    switch next.allows(today) {
    case .yes: return .upToDate
    case .unknown, .no:
      let isUnclear =
        reviews.map { reviews in
          reviews.contains { review in
            guard let decided = review.decided else { return true }
            return decided <= today && review.isPassed == nil
          }
        } ?? true
      if isUnclear { return .unknown }
      return next.allows(today) == .no ? .due : .readingsDiffer
    }
  }

  /// The last day before the next review: every three years, counted from the recognition.
  func nextReview(on today: Day, _ law: Thresholds) -> LastDay? {
    recognised.map { recognised in
      let passed = (reviews ?? []).count { review in
        review.isPassed == true && review.decided.map { $0 <= today } == true
      }
      let day = recognised.adding(years: law.reviewYears.value * (passed + 1))
      return LastDay(day, day.previous)
    }
  }

  /// Whether the title was revoked by a day, after the recognition.
  func isRevoked(on today: Day) -> Kleene {
    guard let revocations else { return .unknown }
    return revocations.lazy.map { revocation in
      guard let decided = revocation.decided, let recognised else { return .unknown }
      return Kleene(decided <= today && decided >= recognised)
    }.disjunction()
  }

  /// The yearly reports owed by a day; `nil` where it was not recognised by then.
  func owedReports(on today: Day, _ law: Thresholds) -> OwedReports? {
    guard let recognised, recognised <= today else { return nil }
    return OwedReports(
      YearlyDuty(by: law.reportDay.value, mayExcludeNamedDay: false),
      from: recognised, inForce: Edition<Thresholds>.clusterOf2024.inForce, through: nil, on: today,
      reports: reports,
      isRevoked: { isRevoked(on: $0) })
  }

  /// Everything owed by a date, as it stands on a day.
  func dates(on today: Day, _ law: Thresholds) -> [DueDate] {
    guard isRevoked(on: today) != .yes, let next = nextReview(on: today, law) else { return [] }
    var dates = reportDates(on: today, law)
    if dates.isEmpty { return [] }
    let isUpcoming = next.allows(today) == .yes
    dates.append(
      DueDate(
        duty: "cluster-review", key: next.upper.description, party: .department, days: next,
        state: isUpcoming ? .upcoming : .open, isUpcoming ? .reviewUpcoming : .reviewOpen,
        at: "/recognised"))
    return dates
  }

  /// The yearly reports with their dates, as they stand on a day.
  func reportDates(on today: Day, _ law: Thresholds) -> [DueDate] {
    (owedReports(on: today, law)?.owed(ahead: 1) ?? []).map { report in
      let message: Message =
        switch report.state {
        case .upcoming: .reportUpcoming
        case .done: .reportDone
        case .doneLate: .reportDoneLate
        case .late: .reportLate
        case .open: report.isCertain ? .reportOpen : .reportOpenFirst
        }
      return DueDate(
        duty: "cluster-report", key: String(report.year), party: .place, days: report.days,
        isCertain: report.isCertain, state: report.state, message,
        ["year": .year(report.year - 1), "filed": report.filed.day.quantity { .day($0) }],
        at: report.entry.map { Pointer("/reports/*", at: $0) } ?? "/reports")
    }
  }
}

extension Message {
  fileprivate static let recognitionMissing = Message(
    "recognition-missing", zh: "未填写认定日期", en: "the day of the recognition is not given",
    mend: Wording(zh: "填写 /recognised", en: "give /recognised"))
  fileprivate static let recognisedLater = Message(
    "recognised-later", zh: "{recognised} 才认定", en: "it is recognised on {recognised} only")
  fileprivate static let revoked = Message(
    "cluster-revoked", zh: "称号已被撤销；是否限制再次申报，条款没有规定",
    en: "the title was revoked; the rules name no ban on applying again")
  fileprivate static let revocationsMissing = Message(
    "cluster-revocations-missing", zh: "未说明称号是否被撤销，或撤销的日期",
    en: "whether and when the title was revoked is not stated",
    mend: Wording(zh: "填写 /revocations，没有的，写 []", en: "give /revocations, [] if there are none"))
  fileprivate static let reviewFailed = Message(
    "cluster-review-failed", zh: "未通过复核，称号按程序撤销；撤销决定尚未列出",
    en: "a review was not passed, for which the title is revoked; the decision is not listed",
    mend: Wording(zh: "列出撤销决定", en: "list the decision"))
  fileprivate static let reviewsMissing = Message(
    "cluster-reviews-missing", zh: "三年至 {review}，应当复核；未说明复核的结果",
    en: "it was to be reviewed after {review}; the result is not stated",
    mend: Wording(
      zh: "填写 /reviews 及各次复核的日期和结果，没有的，写 []",
      en: "give /reviews with day and result of each, [] if there were none"))
  fileprivate static let reviewReadings = Message(
    "cluster-review-readings", zh: "三年至 {review}，今日是否已满取决于对三年的理解",
    en: "the three years end on {review}; whether they are over depends on how they are counted")
  fileprivate static let reviewDue = Message(
    "cluster-review-due", zh: "三年至 {review}，已满，等待复核；复核之前称号仍在",
    en: "the three years ended on {review} and the review is due; the title stands meanwhile")
  fileprivate static let valid = Message(
    "cluster-valid", zh: "{recognised} 认定；三年至 {review}，此后复核",
    en: "recognised on {recognised}, to be reviewed after {review}")
  fileprivate static let reportUpcoming = Message(
    "report-upcoming", zh: "最迟 {by} 报送 {year} 年度集群发展情况",
    en: "report by {by} on the development of {year}")
  fileprivate static let reportDone = Message(
    "report-done", zh: "{year} 年度集群发展情况已报送（{filed}），期限为 {by}",
    en: "the report on {year} was filed ({filed}), owed by {by}")
  fileprivate static let reportDoneLate = Message(
    "report-done-late", zh: "{year} 年度集群发展情况逾期报送（{filed}），期限为 {by}；条款对此没有规定后果",
    en:
      "the report on {year} was filed late ({filed}), owed by {by}; the rules attach nothing to that"
  )
  fileprivate static let reportLate = Message(
    "report-late", zh: "{year} 年度集群发展情况尚未报送，期限为 {by}；条款对此没有规定后果",
    en: "the report on {year} was owed by {by} and is missing; the rules attach nothing to that",
    mend: Wording(zh: "尽快报送", en: "file it soon"))
  fileprivate static let reportOpen = Message(
    "report-open", zh: "{year} 年度集群发展情况期限为 {by}，是否已报送尚不能判断",
    en: "the report on {year} was owed by {by}; whether it was filed is not known",
    mend: Wording(zh: "填写该年的报送情况", en: "state whether and when it was filed"))
  fileprivate static let reportOpenFirst = Message(
    "report-open-first", zh: "{year} 年度集群发展情况期限为 {by}；认定后的首次报送是否自该年起，条款没有写明",
    en:
      "the report on {year} would be owed by {by}; whether the first is that one the rules do not say",
    mend: Wording(zh: "为稳妥起见，照此报送", en: "file it, to be on the safe side"))
  fileprivate static let reviewUpcoming = Message(
    "cluster-review-upcoming", zh: "三年至 {by}，此后复核；专项行动方案的落实情况是重要参考",
    en: "the three years end on {by}; then comes the review, in which the action plan weighs")
  fileprivate static let reviewOpen = Message(
    "cluster-review-open", zh: "三年至 {by}，等待复核",
    en: "the three years ended on {by}; the review is due",
    mend: Wording(zh: "按省级部门的通知接受复核", en: "be reviewed as the department announces"))
}
