// Article 14: the department asks about reports from the public, and wants an answer.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ChampionHolder {
  /// Article 14: every inquiry whose day has come was answered, late or not.
  public static let inquiryAnswer = Criterion(
    "inquiry-answer", clauses: [.article(14)], role: .duty,
    title: Wording(zh: "回复核实", en: "Answers to inquiries"),
    rule: Wording(
      zh: "省级部门核实举报的，按要求回复；未按要求回复或经核实弄虚作假的，视情节整改或撤销认定。期限由省级部门在核实时提出",
      en:
        "inquiries of the department about reports from the public are answered as required; otherwise "
        + "correction or revocation follows, by gravity; the department sets the day"),
    asks: [
      .day, .granted,
      AskedFact(
        list: "/inquiries", { $0.inquiries },
        members: [
          ("answerBy", { $0.answerBy == nil }),
          ("isAnswered", { $0.answered.isDone == nil && $0.answered.day == nil }),
        ]),
      AskedFact(optional: "/inquiries/*/answered"), AskedFact(optional: "/certificate/isGranted"),
    ],
    decide: { holder, _ in
      holder.held { today in
        guard let inquiries = holder.inquiries else { return Kleene.unknown }
        return inquiries.lazy.map { inquiry in
          let isOver = inquiry.answerBy.map { Kleene($0 < today) } ?? .unknown
          // Who is no champion any more owes no answer.
          let isGone = holder.isRevoked(on: min(inquiry.answerBy ?? today, today))
          return !isOver || inquiry.answered.wasDone(by: today) || isGone
        }.conjunction()
      }
    },
    explain: { state, holder, law, say in
      guard case .known(let answer) = state, let day = holder.day, holder.inquiries != nil else {
        if case .notGranted = state { return say.notGranted }
        return .missing
      }
      let dates = holder.inquiryDates(on: day)
      return switch answer {
      case .yes:
        say.dates(
          dates, [.done, .doneLate, .upcoming],
          or: Message("no-inquiry", zh: "没有须回复的核实", en: "there was no inquiry"))
      case .no: say.dates(dates, [.late], or: .missing)
      case .unknown: say.dates(dates, [.open], or: .missing)
      }
    })
}
