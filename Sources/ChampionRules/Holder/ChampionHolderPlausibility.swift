// Dates of a history that cannot go together are pointed out; they decide nothing by themselves.

import CommonFacts
import Eligibility

/// What is odd about a champion's history.
public enum ChampionHolderPlausibility {
  /// The notices on a history.
  public static func notices(on holder: ChampionHolder) -> [Notice] {
    var notices: [Notice] = []
    func add(_ id: String, _ zh: String, _ en: String, at place: Pointer) {
      notices.append(
        Notice(
          Message(id, zh: zh, en: en, mend: Wording(zh: "核对日期", en: "check the dates")), at: [place]
        ))
    }
    guard let granted = holder.granted else { return [] }
    if let until = holder.validUntil {
      let anniversary = granted.adding(years: Thresholds.of2024.termYears.value)
      if until != anniversary, until != anniversary.previous {
        add(
          "term-not-three-years", "证书载明的有效期与三年不符", "the validity stated is not three years",
          at: "/certificate/validUntil")
      }
    }
    if let began = holder.publicityBegan, began > granted {
      add(
        "publicity-after-grant", "公示开始于颁发之后", "the publicity began after the grant",
        at: "/publicityBegan")
    }
    for (number, review) in (holder.reviews ?? []).enumerated() {
      if let decided = review.decided, decided < granted {
        add(
          "review-before-grant", "复核早于颁发", "the review is from before the grant",
          at: Pointer("/reviews/*/decided", at: number))
      }
    }
    for (number, update) in (holder.updates ?? []).enumerated() {
      if let year = update.year, year < granted.year {
        add(
          "update-before-grant", "更新的年份早于颁发", "the update is of a year before the grant",
          at: Pointer("/updates/*/year", at: number))
      }
      if let filed = update.filed.day, let reminded = update.reminded, filed < reminded {
        add(
          "reminded-after-filing", "提示晚于更新", "the reminder is later than the update",
          at: Pointer("/updates/*/reminded", at: number))
      }
    }
    for (number, change) in (holder.changes ?? []).enumerated() {
      if let date = change.date, let reported = change.reported.day, reported < date {
        add(
          "reported-before-change", "报告早于变化", "the report is earlier than the change",
          at: Pointer("/changes/*/reported", at: number))
      }
    }
    return notices
  }
}
