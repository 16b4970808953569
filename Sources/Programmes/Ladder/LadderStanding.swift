// Which of its titles an enterprise holds on a day: what is listed, and no title from another one.

import CommonFacts
import Eligibility
import Judging

/// What the files say of one title on a day.
enum TitleStanding: Hashable, Sendable {
  /// No list of titles is there, or an entry of it does not say which title it is.
  case unknown
  /// It is not listed.
  case notListed
  /// It is held until a day.
  case held(until: Day, isProven: Bool)
  /// It is listed without its end, or no day is named.
  case open(isProven: Bool)
  /// It ended.
  case ended(Day)

  /// What some titles come to for one kind of them.
  init(of kind: Recognition.Kind, among titles: [Recognition]?, on day: Day?) {
    guard let titles else {
      self = .unknown
      return
    }
    // A title that ends before it begins is listed, and nothing else is known of it.
    let isAnyImpossible = titles.contains { $0.kind == kind && $0.endsBeforeItBegins }
    let listed = titles.filter { title in
      title.kind == kind && !title.endsBeforeItBegins
        && !(day.map { day in title.validFrom.map { $0 > day } ?? false } ?? false)
    }
    let isProven = listed.contains { ($0.evidence ?? 0) > 0 }
    let ends = listed.compactMap { $0.validUntil }
    if let day, let end = ends.max(), end >= day {
      self = .held(until: end, isProven: isProven)
    } else if isAnyImpossible || listed.contains(where: { $0.validUntil == nil })
      || (day == nil && !listed.isEmpty)
    {
      self = .open(isProven: isProven)
    } else if let end = ends.max() {
      self = .ended(end)
    } else {
      self = titles.contains { $0.kind == nil } ? .unknown : .notListed
    }
  }
}

extension LadderStep {
  /// What is the case at this step.
  func state(_ standing: TitleStanding) -> LadderState {
    switch standing {
    case .unknown: .unknown
    case .held: .recognised
    case .open: .recognisedOpen
    case .ended: .ended
    case .notListed:
      switch rules {
      case .none: .noThreshold
      case .checkable: .checkable
      case .closed: .closed
      }
    }
  }

  /// The main sentence about it.
  func sentence(_ standing: TitleStanding, on day: Day?) -> Reason {
    let proof = { (isProven: Bool) in
      Quantity.term(
        isProven
          ? Wording(zh: "已列明证明材料", en: "with proof named")
          : Wording(zh: "证明材料尚未列明", en: "with no proof named yet"))
    }
    switch standing {
    case .unknown:
      return Reason(
        Message(
          "titles-not-stated", zh: "没有写明持有哪些称号，不知道是否持有",
          en: "which titles are held is not stated, so this is not known"))
    case .held(let end, let isProven):
      return Reason(
        Message("title-held", zh: "持有，有效期至 {until}（{proof}）", en: "held until {until} ({proof})"),
        ["until": .day(end), "proof": proof(isProven)])
    case .open(let isProven):
      return Reason(
        Message(
          "title-open", zh: "所填称号列有此项，有效期没有写明，不能说明现在是否有效（{proof}）",
          en: "listed without its end, so whether it is valid is not shown ({proof})"),
        ["proof": proof(isProven)])
    case .ended(let end):
      return Reason(
        Message(
          "title-ended", zh: "曾经持有，有效期已于 {until} 届满", en: "held until {until}, and no longer"),
        ["until": .day(end)])
    case .notListed:
      return notListed
    }
  }

  private var notListed: Reason {
    switch rules {
    case .none:
      Reason(
        Message(
          "no-threshold", zh: "所填称号中没有此项；标准的制定者：{who}，标准不在现有文件中，不作任何比较",
          en:
            "not listed; the standard is set by {who} and is not among the documents here, so nothing is compared"
        ),
        ["who": .term(standard)])
    case .checkable:
      Reason(
        Message(
          "checkable", zh: "所填称号中没有此项；是否符合条件可以逐条核对",
          en: "not listed; whether its conditions are met can be checked clause by clause"))
    case .closed:
      Reason(
        Message(
          "round-closed", zh: "所填称号中没有此项；第二批申报已于 {day} 截止，现有文件中没有以后的批次",
          en:
            "not listed; the second round closed on {day}, and the documents here know of no later one"
        ),
        ["day": .day("2021-07-26")])
    }
  }
}

extension Recognition {
  /// Whether it is said to end before it begins.
  fileprivate var endsBeforeItBegins: Bool {
    guard let validFrom, let validUntil else { return false }
    return validUntil < validFrom
  }
}
