// 吉政发〔2022〕1号 sets the province two goals for a group of enterprises; of one enterprise only the comparison is true.

import CommonFacts
import Eligibility
import Judging

/// The goals of Section 1(3), each number once.
enum LadderGoals {
  /// Research spending in sales revenue, in percent.
  static let researchPercent = 2
  /// Sci-tech staff in all staff, in percent.
  static let sciencePercent = 10
  /// The last day of the year for which the goals were set.
  static let end: Day = "2025-12-31"

  /// Both goals beside an enterprise's figures.
  ///
  /// - Parameters:
  ///   - day: the day for which they are compared.
  ///   - isHolder: whether the enterprise is one of the group, a provincial SRDI enterprise.
  static func benchmarks(
    _ facts: LadderFacts, on day: Day?, isHolder: Bool
  ) -> [LadderBenchmark] {
    [research(facts, on: day), science(facts)].map { benchmark in
      let remarks = [
        isHolder
          ? nil
          : Wording(
            zh: "目标只针对持有省级“专精特新”称号的企业", en: "the goal is for holders of the provincial title"),
        day.map { $0 > end } ?? false
          ? Wording(zh: "目标以 2025 年底为期，期限已过", en: "it was set for the end of 2025, which is past")
          : nil,
        Wording(
          zh: "原文可指每家企业，也可指全体平均，此处只比较本企业，不是认定条件",
          en:
            "it may mean each enterprise or the group's average; this compares one, and is no condition"
        ),
      ].compactMap { $0 }
      return LadderBenchmark(
        id: benchmark.id, isAtGoal: benchmark.isAtGoal,
        sentence: Reason(
          Message("benchmark", zh: "{figure}；{remarks}", en: "{figure}; {remarks}"),
          [
            "figure": .reason(benchmark.sentence),
            "remarks": .list(
              remarks.enumerated().map { number, remark in
                .reason(Reason(Message("remark-\(number)", says: remark)))
              }),
          ]))
    }
  }

  /// Research spending (研发投入, for which the application's figure serves) in sales revenue of the last full year.
  private static func research(_ facts: LadderFacts, on day: Day?) -> LadderBenchmark {
    let id = "goal-rd-sales"
    guard let year = day.map({ $0.year - 1 }) else {
      return LadderBenchmark(
        id: id, isAtGoal: nil, sentence: incomparable("日期没有写明", "no day is named"))
    }
    guard case .one(let index) = facts.figures.entry(of: year),
      let figures = facts.figures.years?[index], let spent = figures.researchAndDevelopment
    else {
      return LadderBenchmark(
        id: id, isAtGoal: nil,
        sentence: incomparable("没有 \(year) 年的研发费用", "research spending of \(year) is not stated"))
    }
    guard let sales = figures.salesRevenue else {
      // Another revenue does not stand in; its share is shown and compared with nothing.
      let share = figures.operatingRevenue.flatMap { Ratio(spent, of: $0) }
      let shown = share.map { share in
        Reason(
          Message(
            "share-shown", zh: "没有 {year} 年的销售收入，不能与目标比较；研发费用占营业收入 {share}，不作比较",
            en:
              "sales revenue of {year} is not stated, so nothing is compared; {share} of operating revenue, for information"
          ),
          ["year": .year(year), "share": .ratio(share)])
      }
      return LadderBenchmark(
        id: id, isAtGoal: nil,
        sentence: shown
          ?? incomparable("没有 \(year) 年的销售收入", "sales revenue of \(year) is not stated"))
    }
    guard let share = Ratio(spent, of: sales) else {
      return LadderBenchmark(
        id: id, isAtGoal: nil, sentence: incomparable("销售收入不大于零", "sales revenue is not above zero")
      )
    }
    // What is needed at least, to the fen.
    let needed = (sales * researchPercent + Money(fen: 99)).roundedDownQuotient(by: 100)
    let isAtGoal = spent >= needed
    return LadderBenchmark(
      id: id, isAtGoal: isAtGoal,
      sentence: Reason(
        Message(
          isAtGoal ? "at-goal" : "below-goal",
          zh: "{year} 年研发投入占销售收入 {share}，\(isAtGoal ? "不低于" : "低于")全省目标 {goal}"
            + (isAtGoal ? "" : "，差 {gap}"),
          en:
            "research spending was {share} of sales in {year}, \(isAtGoal ? "not below" : "below") the province's goal of {goal}"
            + (isAtGoal ? "" : ", {gap} short")),
        [
          "year": .year(year), "share": .ratio(share), "goal": .ratio(.percent(researchPercent)),
          "gap": .money(needed - spent),
        ]))
  }

  /// Sci-tech staff in all staff, as of the day of the count.
  private static func science(_ facts: LadderFacts) -> LadderBenchmark {
    let id = "goal-scitech-staff"
    guard let all = facts.staff, let science = facts.scienceStaff, let counted = facts.staffCounted
    else {
      return LadderBenchmark(
        id: id, isAtGoal: nil,
        sentence: incomparable(
          "没有职工总数、科技人员数及其统计日期",
          "all staff, sci-tech staff and the day of the count are not all stated"))
    }
    guard let share = Ratio(count: science, of: all) else {
      return LadderBenchmark(
        id: id, isAtGoal: nil, sentence: incomparable("职工总数为零", "there is no staff"))
    }
    let needed = (all * sciencePercent + 99) / 100
    let isAtGoal = science >= needed
    return LadderBenchmark(
      id: id, isAtGoal: isAtGoal,
      sentence: Reason(
        Message(
          isAtGoal ? "staff-at-goal" : "staff-below-goal",
          zh: "{day} 科技人员占职工总数 {share}，\(isAtGoal ? "不低于" : "低于")全省目标 {goal}"
            + (isAtGoal ? "" : "，差 {gap} 人"),
          en:
            "sci-tech staff was {share} of all staff on {day}, \(isAtGoal ? "not below" : "below") the province's goal of {goal}"
            + (isAtGoal ? "" : ", short by {gap}")),
        [
          "day": .day(counted), "share": .ratio(share), "goal": .ratio(.percent(sciencePercent)),
          "gap": .count(needed - science),
        ]))
  }

  private static func incomparable(_ zh: String, _ en: String) -> Reason {
    Reason(
      Message("not-comparable", zh: "{why}，不能与目标比较", en: "{why}, so nothing is compared"),
      ["why": .term(Wording(zh: zh, en: en))])
  }
}
