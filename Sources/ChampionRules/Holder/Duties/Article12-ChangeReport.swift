// Article 12: changes that touch the conditions are reported through the bureau within three months.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 12: every change that was to be reported by the day has been, late or not.
  public static let changeReport = Criterion(
    "change-report", clauses: [.article(12)], role: .duty,
    title: Wording(zh: "重大变化报告", en: "Report of changes"),
    rule: Wording(
      zh: "更名、分立、合并、重组等与认定条件有关的重大变化，发生后 {months} 个月内经市（州）工信部门核实后上报；"
        + "经提示仍未按期报告的撤销认定",
      en:
        "renaming, division, merger, restructuring and other changes that touch the conditions are reported "
        + "through the bureau within {months} months; unreported after a reminder, recognition is revoked"
    ),
    numbers: { ["months": .count($0.changeMonths.value)] },
    settledReadings: [
      Reading(
        "months-end",
        Wording(
          zh: "目标月没有对应日的，至该月最后一日", en: "where the month is too short its last day is the last"),
        ground: Wording(zh: "按月计算的期间的通例", en: "as periods in months are counted")),
      Reading(
        "list-is-open",
        Wording(
          zh: "“等”为未尽列举：其他变化触及认定条件的也须报告",
          en: "the list is open: other changes count where they touch the conditions"),
        ground: Wording(zh: "第十二条：与认定条件有关的", en: "Article 12: those that concern the conditions")),
    ],
    asks: [
      .day, .granted,
      AskedFact(
        list: "/changes", { $0.changes },
        members: [
          ("kind", { $0.kind == nil }), ("date", { $0.date == nil }),
          ("isMaterial", { $0.kind == .other && $0.isMaterial == nil }),
          ("isReported", { $0.reported.isDone == nil && $0.reported.day == nil }),
        ]),
      AskedFact(optional: "/changes/*/reported"), AskedFact(optional: "/changes/*/reminded"),
      AskedFact(optional: "/certificate/isGranted"),
    ],
    decide: { holder, law in
      holder.held { today in
        guard let changes = holder.changes else { return Kleene.unknown }
        return changes.lazy.map { change in
          change.isSettled(on: today, law) || !holder.owes(change, on: today, law)
        }.conjunction()
      }
    },
    explain: { state, holder, law, say in
      guard case .known(let answer) = state, let day = holder.day, let changes = holder.changes
      else {
        if case .notGranted = state { return say.notGranted }
        return .missing
      }
      let dates = holder.changeDates(on: day, law)
      return switch answer {
      case .yes:
        say.dates(
          dates, [.done, .doneLate, .upcoming],
          or: Message(
            "no-change", zh: "没有须报告的变化", en: "no change had to be reported"))
      case .no: say.dates(dates, [.late], or: .missing)
      case .unknown:
        changes.allSatisfy { $0.date != nil } ? say.dates(dates, [.open], or: .missing) : .missing
      }
    })
}

extension ChampionHolder {
  /// Whether a change has to be reported: one within the term and since the measures came into force, unless the recognition was revoked before the
  /// report fell due.
  func owes(_ change: HolderChange, on today: Day, _ law: Thresholds) -> Kleene {
    let last = change.date?.adding(months: law.changeMonths.value) ?? today
    let isRevoked = isRevoked(on: min(last, today))
    guard let date = change.date, let granted, let term = term(on: today, law) else {
      return change.isOwed && !isRevoked && .unknown
    }
    return change.isOwed && !isRevoked
      && Kleene(date >= max(granted, Edition<Thresholds>.of2024.inForce)) && term.ends.allows(date)
  }
}

extension HolderChange {
  /// Whether nothing is outstanding of it on a day.
  fileprivate func isSettled(on today: Day, _ law: Thresholds) -> Kleene {
    guard let date else { return reported.wasDone(by: today) || !isOwed || .unknown }
    let isOver = date.adding(months: law.changeMonths.value) < today
    return !Kleene(isOver) || reported.wasDone(by: today) || !isOwed
  }
}
