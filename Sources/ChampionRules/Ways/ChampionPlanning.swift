// An application that falls short is moved from round to round; here is what moves with it, and who
// proposes what for which criterion.

import CommonFacts
import Eligibility

extension Planning where Applicant == Application {
  /// How applications of provincial single champions are planned ahead.
  public static var champion: Planning {
    Planning(
      move: { $0.moved(by: $1, filedOn: $2) }, laterFiling: { $0.banRelease($1) },
      ways: { criterion, application, law, now in
        switch criterion {
        case Criterion.legalPerson.id: application.legalPersonWays
        case Criterion.sector.id: application.sectorWays(now: now)
        case Criterion.publicInterest.id: application.publicInterestWays
        case Criterion.abnormalOperationsList.id:
          application.lookUpWays(
            application.enterprise.abnormalOperationsList, "abnormalOperationsList", now: now)
        case Criterion.seriousDishonestyList.id:
          application.lookUpWays(
            application.enterprise.seriousDishonestyList, "seriousDishonestyList", now: now)
        case Criterion.productPolicy.id: application.productPolicyWays
        case Criterion.cleanRecord.id: application.cleanRecordWays(law)
        case Criterion.reapplicationBan.id: application.banWays
        case Criterion.reviewRight.id: application.reviewWays
        case Criterion.focusYears.id: application.focusWays(law)
        case Criterion.averageRevenue.id: application.revenueWays(law, now: now)
        case Criterion.marketPosition.id: application.marketWays(law, now: now)
        // Where the domicile is, and all that experts and reviewers weigh, nothing is proposed for.
        default: []
        }
      })
  }
}

extension Application {
  /// The application so many rounds later, filed on the same day of the year unless another is given.
  fileprivate func moved(by rounds: Int, filedOn day: Day?) -> Move? {
    guard let now = applicationYear ?? filingDate?.year else { return nil }
    let round = now + rounds
    // A filing date before the round is none of it; one on the same day of the year is taken.
    let early = filingDate.map { max(0, now - $0.year) } ?? 0
    let filing = day ?? filingDate?.adding(years: rounds + early) ?? Day.last(of: round)
    var edits: [FactEdit] = []
    var assumptions: [Reason] = []
    if applicationYear != round { edits.append(FactEdit("/applicationYear", .number(round))) }
    if filingDate != filing { edits.append(FactEdit("/filingDate", .day(filing))) }
    if applicationYear == nil {
      assumptions.append(
        Reason(
          Message(
            "round-of-filing-date", zh: "文件没有写申报年度，按申报日所在年度计",
            en: "the file names no round; that of the filing date is taken")))
    }
    if filingDate == nil, day == nil {
      assumptions.append(
        Reason(
          Message(
            "filing-date-assumed", zh: "文件没有写申报日，按 {day} 计",
            en: "the file names no filing date; {day} is taken"), ["day": .day(filing)]))
    }
    if day == nil, early > 0, let filingDate {
      assumptions.append(
        Reason(
          Message(
            "filing-date-before-round", zh: "文件的申报日 {given} 早于申报年度 {round} 年，按 {day} 计",
            en:
              "the filing date in the file, {given}, is before the round of {round}; {day} is taken"
          ),
          ["given": .day(filingDate), "round": .year(round), "day": .day(filing)]))
    }
    if day != nil {
      assumptions.append(
        Reason(
          Message(
            "filed-later", zh: "推迟到 {day} 申报，须仍在年度申报通知规定的期限之内",
            en: "filed not before {day}, which the annual notice has to allow"),
          ["day": .day(filing)]))
    }
    if rounds > 0 || early > 0 {
      let lists = [
        ("abnormalOperationsList", enterprise.abnormalOperationsList),
        ("seriousDishonestyList", enterprise.seriousDishonestyList),
      ].filter { $0.1.isListed != nil }
      edits += lists.map { FactEdit("/enterprise/\($0.0)/lookedUp", .day(filing)) }
      if !lists.isEmpty {
        assumptions.append(
          Reason(
            Message(
              "lists-looked-up-again", zh: "名录于 {day} 重新查询，除另有说明外结果不变",
              en: "the lists are looked up again on {day} and show the same unless said otherwise"),
            ["day": .day(filing)]))
      }
      if market.year != nil { edits.append(FactEdit("/market/year", .number(round - 1))) }
      assumptions.append(
        Reason(
          Message(
            "all-else-the-same",
            zh: "其余事实不变：{year} 年的市场位次除另有说明外与现在相同，没有新的事故、违法违规和撤销认定，办法的要求不变",
            en: "all else stays as it is: the ranks of {year} are those of today unless said "
              + "otherwise, there is no new accident, violation or revocation, and the rules are the "
              + "same"), ["year": .year(round - 1)]))
    }
    return Move(round: round, filing: filing, edits: edits, assumptions: assumptions)
  }
}
