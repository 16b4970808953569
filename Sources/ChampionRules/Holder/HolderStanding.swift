// How a champion's title stands on a day, in the order in which the measures end it: revoked, failed, over, right lost.

import CommonFacts
import Eligibility

extension ChampionHolder {
  /// How the title stands, and what is owed for it; undetermined where no day is given.
  public func status(_ law: Thresholds) -> TitleStatus {
    guard let day else { return .withoutDay }
    let (state, message) = standing(on: day, law)
    return TitleStatus(state, message, dates: dates(on: day, law))
  }

  /// How the title stands on a day, and why.
  func standing(on today: Day, _ law: Thresholds) -> (TitleState, Reason) {
    guard let granted else {
      if isGranted != false { return (.undetermined, Reason(.grantMissing)) }
      switch publicity(law) {
      case .success(let last)?:
        return (.pending, Reason(.publicityRuns, ["last": last.quantity]))
      case .failure(let none)?:
        return (.pending, Reason(.publicityWithoutNotice, ["year": .year(none.year)]))
      case nil: return (.pending, Reason(.notGranted))
      }
    }
    if granted > today { return (.pending, Reason(.grantedLater, ["granted": .day(granted)])) }
    switch isRevoked(on: today) {
    case .yes: return revoked(on: today, law)
    case .unknown:
      return (.undetermined, Reason(revocations == nil ? .revocationsMissing : .revocationUnclear))
    case .no: break
    }
    return standing(byTermOn: today, law)
  }

  /// What the term alone says on a day.
  func standingByTerm(on today: Day, _ law: Thresholds) -> Reason {
    standing(byTermOn: today, law).1
  }

  /// How the title stands by its term alone, where it was granted by the day.
  private func standing(byTermOn today: Day, _ law: Thresholds) -> (TitleState, Reason) {
    guard let term = term(on: today, law) else { return (.undetermined, Reason(.grantMissing)) }
    let values: Reason.Values = [
      "granted": granted.quantity { .day($0) }, "end": term.ends.quantity,
      "failed": term.failed.quantity { .day($0) },
    ]
    if term.failed != nil {
      return switch term.ends.allows(today) {
      case .yes: (.reviewRightLost, Reason(.reviewFailedEarly, values))
      case .unknown: (.undetermined, Reason(.endReadings, values))
      case .no: (.ended, Reason(.reviewFailed, values))
      }
    }
    let isCancelled = cancellation.wasDone(by: today)
    switch (term.ends.allows(today), isCancelled) {
    case (.yes, .no): return (.valid, Reason(.valid, values))
    case (.yes, .yes): return (.reviewRightLost, Reason(.rightLost, values))
    case (.yes, .unknown): return (.undetermined, Reason(.rightUnknown, values))
    case (.unknown, _): return (.undetermined, Reason(.endReadings, values))
    case (.no, .yes): return (.ended, Reason(.overWithoutRight, values))
    case (.no, .unknown): return (.undetermined, Reason(.overRightUnknown, values))
    case (.no, .no):
      if reviews == nil || term.isUnclear {
        return (.undetermined, Reason(.reviewsMissing, values))
      }
      return (.dueForReview, Reason(.reviewDue, values))
    }
  }

  /// What a revocation comes to: whether a new application is barred as well.
  private func revoked(on today: Day, _ law: Thresholds) -> (TitleState, Reason) {
    let answers = BanReading.allCases.map { isBarred(on: today, under: $0, law) }
    let release = banRelease(on: today, law)
    let values: Reason.Values = ["free": release.quantity { .day($0) }]
    switch answers.agreement() {
    case .yes: return (.barred, Reason(release == nil ? .barredOpenEnd : .barred, values))
    case .no: return (.revoked, Reason(.revoked))
    case .unknown:
      return (.revoked, Reason(release == nil ? .revokedBanUnknown : .revokedBanOpen, values))
    }
  }
}

extension Message {
  fileprivate static let grantMissing = Message(
    "grant-missing", zh: "未填写颁发日期", en: "the day of the grant is not given",
    mend: Wording(zh: "填写 /certificate/granted", en: "give /certificate/granted"))
  fileprivate static let notGranted = Message(
    "certificate-not-granted", zh: "尚未颁发证书", en: "no certificate is granted yet")
  fileprivate static let reviewFailedEarly = Message(
    "review-failed-early", zh: "{failed} 未通过复核；有效期至 {end}，届时终止",
    en: "the review of {failed} was not passed; it is valid until {end} and ends then")
  fileprivate static let publicityRuns = Message(
    "publicity-runs", zh: "尚未颁发证书；公示期至 {last}",
    en: "no certificate is granted yet; the publicity lasts until {last}")
  fileprivate static let publicityWithoutNotice = Message(
    "publicity-without-notice",
    zh: "尚未颁发证书；{year} 年的节假日安排未收录，不能算出公示期的最后一天",
    en:
      "no certificate is granted yet; the holidays of {year} are not known here, so the last day of the "
      + "publicity cannot be worked out")
  fileprivate static let grantedLater = Message(
    "granted-later", zh: "{granted} 才颁发证书", en: "the certificate is granted on {granted} only")
  fileprivate static let revocationsMissing = Message(
    "revocations-missing", zh: "未说明是否被撤销认定", en: "it is not stated whether it was revoked",
    mend: Wording(zh: "填写 /revocations，没有的，写 []", en: "give /revocations, [] if there are none"))
  fileprivate static let revocationUnclear = Message(
    "revocation-unclear", zh: "所列撤销的日期不足以判断所撤销的是否本证书的认定",
    en: "the dates of a revocation do not show whether it is of this recognition",
    mend: Wording(zh: "填写撤销决定日期，到日", en: "give the day of the decision"))
  fileprivate static let valid = Message(
    "valid", zh: "{granted} 颁发，有效期至 {end}", en: "granted on {granted}, valid until {end}")
  fileprivate static let rightLost = Message(
    "right-lost", zh: "有效期至 {end}；复核资格已被取消，期满不再复核",
    en: "valid until {end}; the right to review was cancelled, so it ends then")
  fileprivate static let rightUnknown = Message(
    "right-unknown", zh: "有效期至 {end}；未说明复核资格是否被取消",
    en: "valid until {end}; whether the right to review was cancelled is not stated",
    mend: Wording(zh: "填写 /reviewRight/isCancelled", en: "give /reviewRight/isCancelled"))
  fileprivate static let endReadings = Message(
    "end-readings", zh: "有效期的最后一天为 {end}，今日是否已到期取决于对三年的理解",
    en: "the last day is {end}; whether it has passed depends on how the three years are counted",
    mend: Wording(
      zh: "填写证书所载的有效期 /certificate/validUntil",
      en: "give the last day on the certificate, /certificate/validUntil"))
  fileprivate static let reviewFailed = Message(
    "review-failed", zh: "{failed} 未通过复核，已移出省级企业库",
    en: "the review of {failed} was not passed; the enterprise has left the provincial bank")
  fileprivate static let overWithoutRight = Message(
    "over-without-right", zh: "有效期至 {end}，已届满；复核资格已被取消",
    en: "it was valid until {end}, and the right to review was cancelled")
  fileprivate static let overRightUnknown = Message(
    "over-right-unknown", zh: "有效期至 {end}，已届满；未说明复核资格是否被取消",
    en: "it was valid until {end}; whether the right to review was cancelled is not stated",
    mend: Wording(zh: "填写 /reviewRight/isCancelled", en: "give /reviewRight/isCancelled"))
  fileprivate static let reviewsMissing = Message(
    "reviews-missing", zh: "有效期至 {end}，已届满；未说明复核的结果",
    en: "it was valid until {end}; whether it was reviewed is not stated",
    mend: Wording(
      zh: "填写 /reviews 及各次复核的日期和结果，没有的，写 []",
      en: "give /reviews with day and result of each, [] if there were none"))
  fileprivate static let reviewDue = Message(
    "review-due", zh: "有效期至 {end}，已届满，等待复核；复核之前称号是否保留，条款没有写明",
    en:
      "it was valid until {end} and waits for its review; whether the title stands meanwhile is not said",
    mend: Wording(zh: "按省级部门的通知申报复核", en: "apply for the review as the department announces"))
  fileprivate static let barred = Message(
    "barred", zh: "认定已被撤销，{free} 之前不得再次申报",
    en: "it was revoked, and no new application is possible before {free}")
  fileprivate static let barredOpenEnd = Message(
    "barred-open-end", zh: "认定已被撤销，三年内不得再次申报；日期不全，不能算出何时期满",
    en:
      "it was revoked and a new application is barred; for how long cannot be worked out without dates",
    mend: Wording(zh: "填写撤销决定和行为的日期", en: "give the dates of decision and event"))
  fileprivate static let revoked = Message(
    "revoked", zh: "认定已被撤销；不限制再次申报", en: "it was revoked; a new application is not barred")
  fileprivate static let revokedBanOpen = Message(
    "revoked-ban-open", zh: "认定已被撤销；{free} 之前能否再次申报取决于对条款的理解",
    en:
      "it was revoked; whether a new application is possible before {free} depends on the reading",
    mend: Wording(zh: "由主管部门确认口径", en: "the department must confirm the reading"))
  fileprivate static let revokedBanUnknown = Message(
    "revoked-ban-unknown", zh: "认定已被撤销；能否再次申报，缺少判断所需的信息",
    en: "it was revoked; facts are missing to say whether a new application is possible",
    mend: Wording(
      zh: "填写撤销所依条款、事由和日期", en: "give article, ground and dates of the revocation"))
}
