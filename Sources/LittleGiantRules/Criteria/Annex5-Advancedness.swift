// Annex 3 and the starred fields of Annex 5: whether the claims about the industrial direction hold.

import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Annex 3 and Annex 5: whether the claims hold.
  public static let giantAdvancedness = judgement(
    "giant-advancedness", clauses: [.annex(3), .annex(5)],
    title: Wording(zh: "先进性", en: "Advancedness"),
    rule: Wording(
      zh: "产业导向各项声明（填补空白、补短板、技术水平等）是否属实，由专家评判",
      en:
        "whether the claims about the industrial direction hold (gap filled, short board mended, level of "
        + "technology) is for experts"),
    shows: DirectionWay.all.map { $0.place },
    statement: { $0.advancedness }
  ) { application, _ in
    let claimed = DirectionWay.all.filter { $0.isClaimed(application.direction) == true }
    if claimed.isEmpty { return [] }
    return [
      Reason(
        Message("direction-to-judge", zh: "所声明的：{claimed}", en: "claimed: {claimed}"),
        ["claimed": .list(claimed.map { .term($0.name) })])
    ]
  }
}
