// What a champion owes by when, as one list: updates, changes, answers, the review; and what its bureau owes.

import CommonFacts
import Eligibility

extension ChampionHolder {
  /// Everything owed by a date, as it stands on a day.
  func dates(on today: Day, _ law: Thresholds) -> [DueDate] {
    var dates = publicityDate(on: today, law)
    let isRevoked = isRevoked(on: today)
    if let term = term(on: today, law), isRevoked != .yes,
      term.failed == nil || term.ends.allows(today) != .no
    {
      dates += updateDates(on: today, law)
      if let date = bureauDate(on: today, law) { dates.append(date) }
      dates += changeDates(on: today, law)
      dates += inquiryDates(on: today)
      dates.append(reviewDate(term, on: today))
    }
    if let free = banRelease(on: today, law), isRevoked == .yes {
      dates.append(
        DueDate(
          duty: "new-application", key: free.description, days: LastDay(free), state: .upcoming,
          Message(
            "application-possible", zh: "自 {by} 起可以再次申报（按任何理解）",
            en: "from {by} a new application is possible under any reading"), at: "/revocations"))
    }
    return dates
  }

  private func publicityDate(on today: Day, _ law: Thresholds) -> [DueDate] {
    guard granted.map({ $0 > today }) ?? true, case .success(let last)? = publicity(law) else {
      return []
    }
    return [
      DueDate(
        duty: "publicity", key: last.lower.description, party: .department, days: last,
        state: last.allows(today) == .no ? .done : .upcoming,
        Message(
          "publicity-ends", zh: "公示期至 {by}（7 个工作日）",
          en: "the publicity of 7 working days ends on {by}"),
        at: "/publicityBegan")
    ]
  }

  /// One kind of dates, as they stand on a day.
  func updateDates(on today: Day, _ law: Thresholds) -> [DueDate] {
    let owed = owedUpdates(on: today, law)?.owed(ahead: law.termYears.value) ?? []
    return owed.map { update in
      let message: Message =
        switch update.state {
        case .upcoming: .updateUpcoming
        case .done: .updateDone
        case .doneLate: .updateDoneLate
        case .late: update.reminded == nil ? .updateLate : .updateLateReminded
        case .open where update.filed.wasDone(by: today) == .unknown: .updateOpen
        case .open where !update.isAfterFirst: .updateOpenFirst
        case .open: update.days.allows(today) == .unknown ? .updateOpenToday : .updateOpenReadings
        }
      return DueDate(
        duty: "yearly-update", key: String(update.year), days: update.days,
        isCertain: update.isCertain, state: update.state, message,
        [
          "year": .year(update.year), "filed": update.filed.day.quantity { .day($0) },
          "reminded": update.reminded.quantity { .day($0) },
        ], at: update.entry.map { Pointer("/updates/*", at: $0) } ?? "/updates")
    }
  }

  /// What the bureau owes next; it is the same for all holders of the place.
  private func bureauDate(on today: Day, _ law: Thresholds) -> DueDate? {
    let duty = YearlyDuty(by: law.bureauReportDay.value, mayExcludeNamedDay: true)
    let isOver = duty.lastDay(of: today.year).map { $0.upper < today } == true
    let year = isOver ? today.year + 1 : today.year
    return duty.lastDay(of: year).map { days in
      DueDate(
        duty: "bureau-report", key: String(year), party: .bureau, days: days, state: .upcoming,
        Message(
          "bureau-report-due", zh: "市（州）工信部门报送 {year} 年度企业发展和扶持情况，最迟 {by}",
          en: "the bureau reports by {by} on the development of {year} and its own support"),
        ["year": .year(year - 1)])
    }
  }

  /// One kind of dates, as they stand on a day.
  func changeDates(on today: Day, _ law: Thresholds) -> [DueDate] {
    (changes ?? []).enumerated().compactMap { number, change in
      let isOwed = owes(change, on: today, law)
      guard let date = change.date, date <= today, isOwed != .no else { return nil }
      let last = LastDay(date.adding(months: law.changeMonths.value))
      let state = change.reported.state(by: last, on: today, isCertain: isOwed == .yes)
      let reminded = change.reminded.flatMap { $0 <= today ? $0 : nil }
      let message: Message =
        switch state {
        case .upcoming: .changeUpcoming
        case .done: .changeDone
        case .doneLate: reminded == nil ? .changeDoneLate : .changeDoneLateReminded
        case .late: reminded == nil ? .changeLate : .changeLateReminded
        case .open: change.reported.wasDone(by: today) == .no ? .changeOpenUnreported : .changeOpen
        }
      return DueDate(
        duty: "change-report", key: key(of: number, date),
        days: last, isCertain: isOwed == .yes, state: state, message,
        [
          "kind": change.kind.quantity { .term($0.name) }, "date": .day(date),
          "filed": change.reported.day.quantity { .day($0) },
          "reminded": reminded.quantity { .day($0) },
        ], at: Pointer("/changes/*", at: number))
    }
  }

  /// What tells a change apart: its day and kind, and its number where several share both.
  private func key(of number: Int, _ date: Day) -> String {
    let changes = changes ?? []
    let alike = changes[..<number].count { $0.date == date && $0.kind == changes[number].kind }
    return date.description + "-" + (changes[number].kind?.rawValue ?? "unknown")
      + (alike == 0 ? "" : "-" + String(alike + 1))
  }

  /// One kind of dates, as they stand on a day.
  func inquiryDates(on today: Day) -> [DueDate] {
    (inquiries ?? []).enumerated().compactMap { number, inquiry in
      guard let answerBy = inquiry.answerBy else { return nil }
      let isRevoked = isRevoked(on: min(answerBy, today))
      if isRevoked == .yes { return nil }
      let last = LastDay(answerBy)
      let isCertain = isRevoked == .no
      let state = inquiry.answered.state(by: last, on: today, isCertain: isCertain)
      let message: Message =
        switch state {
        case .upcoming: .inquiryUpcoming
        case .done: .inquiryDone
        case .doneLate: .inquiryDoneLate
        case .late: .inquiryLate
        case .open: .inquiryOpen
        }
      return DueDate(
        duty: "inquiry-answer", key: answerBy.description + "-" + String(number + 1), days: last,
        isCertain: isCertain, state: state, message,
        ["filed": inquiry.answered.day.quantity { .day($0) }],
        at: Pointer("/inquiries/*", at: number))
    }
  }

  private func reviewDate(_ term: HolderTerm, on today: Day) -> DueDate {
    let isLost = term.failed != nil || cancellation.wasDone(by: today) == .yes
    let isOver = term.ends.allows(today)
    return DueDate(
      duty: "certificate-term", key: "term-" + String(term.passed + 1), party: .department,
      days: term.ends, state: isOver == .yes ? .upcoming : .open,
      isLost ? .termEnds : isOver == .yes ? .reviewUpcoming : .reviewOpen,
      at: validUntil == nil ? "/certificate/granted" : "/certificate/validUntil")
  }
}

extension HolderChange {
  /// Whether it has to be reported: the kinds that Article 12 names do, others where they touch the conditions.
  var isOwed: Kleene {
    guard let kind else { return .unknown }
    return kind == .other ? Kleene(isMaterial) : .yes
  }
}

extension HolderChange.Kind {
  /// The name of the kind.
  public var name: Wording {
    switch self {
    case .renaming: Wording(zh: "更名", en: "renaming")
    case .division: Wording(zh: "分立", en: "division")
    case .merger: Wording(zh: "合并", en: "merger")
    case .restructuring: Wording(zh: "重组", en: "restructuring")
    case .other: Wording(zh: "其他变化", en: "other change")
    }
  }
}

extension Message {
  fileprivate static let updateUpcoming = Message(
    "update-upcoming", zh: "更新 {year} 年的企业信息，最迟 {by}",
    en: "update the enterprise's information of {year} by {by}")
  fileprivate static let updateDone = Message(
    "update-done", zh: "{year} 年的企业信息已更新（{filed}），期限为 {by}",
    en: "the information of {year} was updated ({filed}), owed by {by}")
  fileprivate static let updateDoneLate = Message(
    "update-done-late", zh: "{year} 年的企业信息逾期更新（{filed}），期限为 {by}；条款对此没有规定后果",
    en:
      "the information of {year} was updated late ({filed}), owed by {by}; the measures attach nothing to that"
  )
  fileprivate static let updateLate = Message(
    "update-late", zh: "{year} 年的企业信息尚未更新，期限为 {by}；未经提示的，条款没有规定后果",
    en:
      "the information of {year} was owed by {by} and is not updated; without a reminder the measures "
      + "attach nothing to that",
    mend: Wording(zh: "尽快更新", en: "update it soon"))
  fileprivate static let updateLateReminded = Message(
    "update-late-reminded",
    zh: "{year} 年的企业信息经 {reminded} 提示仍未更新，期限为 {by}；经提示仍未更新的，取消复核资格",
    en:
      "the information of {year} was owed by {by} and is missing after a reminder of {reminded}; for that the "
      + "right to review is cancelled",
    mend: Wording(zh: "立即更新", en: "update it at once"))
  fileprivate static let updateOpen = Message(
    "update-open", zh: "{year} 年的企业信息期限为 {by}，是否已更新尚不能判断",
    en: "the information of {year} was owed by {by}; whether it was updated in time is not known",
    mend: Wording(zh: "填写该年的更新情况", en: "state whether and when it was updated"))
  fileprivate static let updateOpenFirst = Message(
    "update-open-first", zh: "{year} 年的企业信息期限为 {by}；颁发后的首次更新是否自该年起，条款没有写明",
    en:
      "the information of {year} would be owed by {by}; whether the first update is of that year the measures "
      + "do not say",
    mend: Wording(zh: "为稳妥起见，照此更新", en: "update it, to be on the safe side"))
  fileprivate static let updateOpenToday = Message(
    "update-open-today", zh: "{year} 年的企业信息期限为 {by}，尚未更新；今日是否已逾期取决于对“前”的理解",
    en:
      "the information of {year} is owed by {by} and is not updated; whether that is late today depends on how "
      + "the article is read",
    mend: Wording(zh: "今日更新", en: "update it today"))
  fileprivate static let updateOpenReadings = Message(
    "update-open-readings", zh: "{year} 年的企业信息期限为 {by}，尚未更新；届时称号是否仍有效尚不能判断",
    en:
      "the information of {year} would be owed by {by} and is not updated; whether the title still held then "
      + "cannot be said",
    mend: Wording(zh: "为稳妥起见，照此更新", en: "update it, to be on the safe side"))
  fileprivate static let changeUpcoming = Message(
    "change-upcoming", zh: "最迟 {by} 经市（州）工信部门报告 {date} 的{kind}",
    en: "report the {kind} of {date} through the bureau by {by}")
  fileprivate static let changeDone = Message(
    "change-done", zh: "{date} 的{kind}已报告（{filed}），期限为 {by}",
    en: "the {kind} of {date} was reported ({filed}), owed by {by}")
  fileprivate static let changeDoneLate = Message(
    "change-done-late", zh: "{date} 的{kind}逾期报告（{filed}），期限为 {by}；条款对此没有规定后果",
    en:
      "the {kind} of {date} was reported late ({filed}), owed by {by}; the measures attach nothing to that"
  )
  fileprivate static let changeDoneLateReminded = Message(
    "change-done-late-reminded",
    zh: "{date} 的{kind}经 {reminded} 提示后逾期报告（{filed}），期限为 {by}；这是否属于“经提示仍未按期报告”，条款没有写明，"
      + "属于的撤销认定",
    en:
      "the {kind} of {date} was reported late ({filed}), owed by {by}, with a reminder of {reminded}; the "
      + "recognition is revoked for reporting not in time in spite of one, and whether this is such a case the "
      + "measures do not say")
  fileprivate static let changeLate = Message(
    "change-late", zh: "{date} 的{kind}尚未报告，期限为 {by}；未经提示的，条款没有规定后果",
    en:
      "the {kind} of {date} was to be reported by {by} and is not; without a reminder the measures attach "
      + "nothing to that",
    mend: Wording(zh: "尽快报告", en: "report it soon"))
  fileprivate static let changeLateReminded = Message(
    "change-late-reminded",
    zh: "{date} 的{kind}经 {reminded} 提示仍未报告，期限为 {by}；经提示仍未按期报告的，撤销认定",
    en:
      "the {kind} of {date} was to be reported by {by} and is not after a reminder of {reminded}; for that "
      + "the recognition is revoked",
    mend: Wording(zh: "立即报告", en: "report it at once"))
  fileprivate static let changeOpenUnreported = Message(
    "change-open-unreported", zh: "{date} 的{kind}尚未报告，期限为 {by}；是否须报告尚不能判断",
    en: "the {kind} of {date} is not reported, by {by} if it must be; whether it must is not known",
    mend: Wording(zh: "为稳妥起见，照此报告", en: "report it, to be on the safe side"))
  fileprivate static let changeOpen = Message(
    "change-open", zh: "{date} 的{kind}，期限为 {by}；是否须报告、是否已报告尚不能判断",
    en: "the {kind} of {date}, to be reported by {by}: whether it must be and was is not known",
    mend: Wording(zh: "填写该项变化及报告情况", en: "state what changed and whether it was reported"))
  fileprivate static let inquiryUpcoming = Message(
    "inquiry-upcoming", zh: "最迟 {by} 按要求回复省级部门的核实", en: "answer the department's inquiry by {by}")
  fileprivate static let inquiryDone = Message(
    "inquiry-done", zh: "已回复省级部门的核实（{filed}），期限为 {by}",
    en: "the department's inquiry was answered ({filed}), due by {by}")
  fileprivate static let inquiryDoneLate = Message(
    "inquiry-done-late", zh: "逾期回复省级部门的核实（{filed}），期限为 {by}；未按要求回复的，视情节整改或撤销认定",
    en:
      "the department's inquiry was answered late ({filed}), due by {by}; not answering as required leads to "
      + "correction or revocation, by gravity")
  fileprivate static let inquiryLate = Message(
    "inquiry-late", zh: "尚未回复省级部门的核实，期限为 {by}；未按要求回复的，视情节整改或撤销认定",
    en:
      "the department's inquiry was to be answered by {by} and is not; that leads to correction or revocation, "
      + "by gravity",
    mend: Wording(zh: "立即回复", en: "answer at once"))
  fileprivate static let inquiryOpen = Message(
    "inquiry-open", zh: "省级部门的核实，期限为 {by}；是否已回复尚不能判断",
    en: "the department's inquiry was to be answered by {by}; whether it was is not known",
    mend: Wording(zh: "填写回复情况", en: "state whether and when it was answered"))
  fileprivate static let reviewUpcoming = Message(
    "review-upcoming", zh: "证书有效期至 {by}，到期后复核，程序和标准同认定",
    en:
      "the certificate holds until {by}; then comes the review, with the procedure and criteria of recognition"
  )
  fileprivate static let reviewOpen = Message(
    "review-open", zh: "证书有效期至 {by}，等待复核", en: "the certificate held until {by}; its review is due",
    mend: Wording(zh: "按省级部门的通知申报复核", en: "apply for the review as the department announces"))
  fileprivate static let termEnds = Message(
    "term-ends", zh: "证书有效期至 {by}；不再复核，届时终止",
    en: "the certificate holds until {by} and ends then, since there will be no review")
}
