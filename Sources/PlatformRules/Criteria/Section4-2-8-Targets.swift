// Sections 4(2)8 and 7: goals are held against results later, so experts judge now whether they can be met.

import Eligibility

extension Criterion where Applicant == PlatformApplication {
  /// Sections 4(2)8 and 7: goals after one year and after two.
  public static let targets = Criterion(
    PlatformJudgement.targets.rawValue, clauses: [.section4(2, 8), .section(7)], role: .judgement,
    title: Wording(zh: "分年度目标", en: "Goals of each year"),
    rule: Wording(
      zh: "实施期满一年（{first} 年末）和满两年（{second} 年末）的预期目标及成效是否可行，由专家评判；须分别写明集聚创新资源、"
        + "“点对点”服务重点“小巨人”企业、服务本省其他国家级专精特新“小巨人”企业三个方面；未完成的，后续按国家有关要求处理",
      en:
        "whether the goals after one year (end of {first}) and two ({second}) are feasible is for experts "
        + "to judge; each year's say what is to be reached in gathering resources, in point-to-point "
        + "service to key little giants, and for the province's other national little giants; who misses "
        + "them is dealt with under national rules"),
    numbers: {
      ["first": .year($0.firstGoalYear.value), "second": .year($0.secondGoalYear.value)]
    },
    asks: [
      AskedFact("/goals/firstYear/resources") { !$0.goals.firstYear.resources },
      AskedFact("/goals/firstYear/keyLittleGiants") { !$0.goals.firstYear.keyLittleGiants },
      AskedFact("/goals/firstYear/littleGiants") { !$0.goals.firstYear.littleGiants },
      AskedFact("/goals/secondYear/resources") { !$0.goals.secondYear.resources },
      AskedFact("/goals/secondYear/keyLittleGiants") { !$0.goals.secondYear.keyLittleGiants },
      AskedFact("/goals/secondYear/littleGiants") { !$0.goals.secondYear.littleGiants },
    ],
    decide: { application, _ -> Outcome in
      application.goals.firstYear.isWhole && application.goals.secondYear.isWhole
        ? .forReview : .undetermined
    },
    explain: { outcome, _, _, say in
      outcome == .forReview
        ? say(
          "goals-stated", zh: "两年三个方面的目标均已写明，由专家评判",
          en: "goals of both years and all three matters are stated, for experts to judge")
        : .missing
    })
}

extension PlatformGoals.Year {
  /// Whether something is said of each matter.
  fileprivate var isWhole: Bool { resources && keyLittleGiants && littleGiants }
}
