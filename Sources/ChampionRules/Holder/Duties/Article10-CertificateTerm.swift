// Articles 9(3) and 10: a certificate holds for three years, and each review that is passed adds three.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 10: the certificate is valid on the day.
  public static let certificateTerm = Criterion(
    "certificate-term", clauses: [.article(10), .point(article: 9, point: 3)], role: .condition,
    outcomes: Role.condition.outcomes + [.notApplicable],
    title: Wording(zh: "证书有效期", en: "Term of the certificate"),
    rule: Wording(
      zh: "证书有效期 {years} 年，通过复核的延长 {years} 年；未通过复核的不再颁发证书，移出省级企业库",
      en:
        "a certificate holds for {years} years and a review that is passed extends it by {years}; after one "
        + "that is not the enterprise leaves the provincial bank"),
    numbers: { ["years": .count($0.termYears.value)] },
    readings: [
      Reading(
        "last-day-anniversary", Wording(zh: "有效期至颁发日的对应日", en: "the last day is the anniversary"),
        ground: Wording(
          zh: "按年计算的期间，到期月的对应日为最后一日",
          en: "periods in years usually end on the day that bears the same number")),
      Reading(
        "last-day-before", Wording(zh: "有效期至对应日的前一日", en: "the last day is the one before it"),
        ground: Wording(
          zh: "颁发当日即有效，三年自该日起算", en: "it holds from the day of the grant, three years from there")),
    ],
    settledReadings: [
      Reading(
        "stated-end",
        Wording(
          zh: "证书载明的截止日与三年的一种理解相符的，以其为准；都不相符的，两者之间不作判断",
          en:
            "a day stated on the certificate holds where it is three years under one reading; where it is under "
            + "none, nothing is decided between the two"),
        ground: Wording(zh: "第十条：证书有效期", en: "Article 10 speaks of the certificate's validity"))
    ],
    asks: [
      .day, .granted, AskedFact(optional: "/certificate/validUntil"),
      AskedFact(
        list: "/reviews", { $0.reviews ?? ($0.asksForReviews ? nil : []) },
        members: TitleReview.asked),
      AskedFact(optional: "/reviews/*/validUntil"),
      AskedFact("/reviewRight/isCancelled") {
        $0.isTermOver && $0.cancellation.isDone == nil && $0.cancellation.day == nil
      },
      AskedFact(optional: "/reviewRight/decided"), AskedFact(optional: "/certificate/isGranted"),
    ],
    decide: { holder, law in
      holder.held { today in
        guard let term = holder.term(on: today, law) else { return TermAnswers.open }
        // After the term nothing but a review keeps the title.
        let isLost = term.failed != nil || holder.cancellation.wasDone(by: today) == .yes
        let isOver: Kleene = isLost ? .no : .unknown
        return TermAnswers(
          today <= term.ends.upper ? .yes : isOver, today <= term.ends.lower ? .yes : isOver)
      }
    },
    explain: { state, holder, law, say in
      switch state {
      case .unknown: return .missing
      case .notGranted: return say.notGranted
      case .known:
        guard let day = holder.day else { return .missing }
        let reason = holder.standingByTerm(on: day, law)
        return say(reason.message, reason.values, at: ["/certificate/granted"])
      }
    })
}

/// Whether the certificate is valid under each reading of its last day.
struct TermAnswers: DutyAnswer {
  static let open = TermAnswers(.unknown, .unknown)

  let anniversary: Kleene
  let dayBefore: Kleene

  init(_ anniversary: Kleene, _ dayBefore: Kleene) {
    self.anniversary = anniversary
    self.dayBefore = dayBefore
  }

  var readings: [Kleene] { [anniversary, dayBefore] }
  var outcome: Outcome { Outcome(anniversary.agreement(with: dayBefore)) }
}

extension ChampionHolder {
  /// Whether the term, as far as it is known, may be over on the day.
  fileprivate var isTermOver: Bool {
    guard let day, let term = term(on: day, .of2024) else { return false }
    return term.failed == nil && term.ends.allows(day) != .yes
  }

  /// Whether the result of a review is wanted: once the term may be over and the right to it is not lost.
  fileprivate var asksForReviews: Bool {
    guard let day else { return false }
    return isTermOver && cancellation.wasDone(by: day) != .yes
  }
}
