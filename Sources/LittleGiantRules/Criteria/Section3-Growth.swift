// Section 3(1)4, 6(2)3 and 6(2)5: main business grew, or a plan to go public has got so far.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 3(1)4: growth, or a plan to go public.
  public static let giantGrowth = Criterion(
    "giant-growth",
    clauses: [
      .part(section: 3, part: 1, item: 4), .part(section: 6, part: 2, item: 3),
      .part(section: 6, part: 2, item: 5),
    ], role: .condition,
    title: Wording(zh: "成长性", en: "Growth"),
    rule: Wording(
      zh:
        "{last} 年主营业务收入高于 {first} 年；或者有上市计划，且已递交申请书或已进入辅导期，新三板挂牌计划不算",
      en:
        "main-business revenue of {last} is above that of {first}; or there is a plan to go public whose "
        + "application is filed or whose tutoring has begun, the NEEQ not counted"),
    numbers: { ["first": .year($0.baseYear.value - 1), "last": .year($0.baseYear.value)] },
    readings: [.snapshot, .filing],
    settledReadings: [
      Reading(
        "strictly-more", Wording(zh: "持平不是增长", en: "equal is no growth"),
        ground: Wording(zh: "三（一）4 写“增长”", en: "Section 3(1)4 says “grow”")),
      Reading(
        "asked-of-second-batch",
        Wording(zh: "第二批须符合本项", en: "the second batch has to meet it"),
        ground: Wording(
          zh: "“不作为第一批申报条件”只免除第一批",
          en: "that it was no condition of the first batch frees only that one")),
      Reading(
        "no-neeq", Wording(zh: "新三板挂牌计划不算上市计划", en: "a plan for the NEEQ does not count"),
        ground: Wording(zh: "六（二）5 写明不包含", en: "Section 6(2)5 says so")),
      Reading(
        "averages-not-computed",
        Wording(
          zh: "附件6 的近三年平均增长率不作计算", en: "the three-year averages of Annex 6 are not computed"),
        ground: Wording(zh: "文件没有给出计算公式", en: "the notice gives no formula for them")),
    ],
    asks: [
      .amounts([.mainBusinessRevenue], of: [2019, GiantThresholds.of2021.baseYear.value]),
      AskedFact("/listingPlan/stage") { $0.listingPlan.stage == nil },
      AskedFact("/listingPlan/market") {
        $0.listingPlan.isUnderWay && $0.listingPlan.market == nil
      },
      AskedFact("/listingPlan/since") {
        $0.listingPlan.isUnderWay && $0.listingPlan.market != .neeq
          && $0.listingPlan.since == nil
      },
      AskedFact("/filingDate") {
        $0.filingDate == nil && $0.listingPlan.isUnderWay && $0.listingPlan.market != .neeq
          && $0.listingPlan.since != nil
      },
    ],
    evidence: [
      Evidence(
        zh: "递交申请书或进入辅导期的证明", en: "proof of the application or the tutoring", by: .authority,
        under: .part(section: 6, part: 2, item: 3), at: "/listingPlan/evidence",
        when: { $0.listingPlan.isUnderWay }
      ) { $0.listingPlan.evidence }
    ],
    decide: { application, law -> DatedState in
      let grown = application.figures.hasGrown(law)
      let days = application.days(law)
      return DatedState { grown || application.listingPlan.counts(on: $0, days) }
    },
    explain: { state, application, law, say in
      let (first, last) = (law.baseYear.value - 1, law.baseYear.value)
      let before = application.figures.only(first)?.mainBusinessRevenue
      let after = application.figures.only(last)?.mainBusinessRevenue
      let plan = application.listingPlan
      let grown = application.figures.hasGrown(law)
      let change = after.flatMap { after in before.map { after - $0 } }
      lazy var values: Reason.Values = [
        "first": .year(first), "last": .year(last), "before": before.quantity { .money($0) },
        "after": after.quantity { .money($0) },
        "gap": change.quantity { .money($0.magnitude) },
        "stage": plan.stage.quantity { .term($0.name) },
        "market": plan.market.quantity { .term($0.name) },
        "since": plan.since.quantity { .date($0) }, "snapshot": .day(law.snapshot.value),
        "bySnapshot": state.snapshot.word, "byFiling": state.filing.word,
      ]
      lazy var margins: [Margin] = [before].compactMap { before in
        guard let before, let after else { return nil }
        return Margin(
          Wording(zh: "主营业务收入较上年增加", en: "growth of main-business revenue"),
          .money(after), .above, .money(before), surplus: .money(after - before))
      }
      lazy var places = application.figures.places(of: [.mainBusinessRevenue], in: [first, last])
      switch state.outcome {
      case .met where grown == .yes:
        return say(
          "revenue-grew", zh: "主营业务收入 {first} 年 {before}，{last} 年 {after}，增加 {gap}",
          en: "main-business revenue grew from {before} in {first} to {after} in {last}, by {gap}",
          values, at: places, margins: margins)
      case .met:
        return say(
          "plan-counts", zh: "有上市计划（{market}），{stage}（{since}）",
          en: "plans to go public ({market}): {stage} since {since}", values,
          at: ["/listingPlan/stage"])
      case .unmet where before == after:
        return say(
          "no-growth-no-plan",
          zh: "主营业务收入 {first} 年与 {last} 年均为 {after}，没有增长；上市计划：{stage}，不计入",
          en:
            "main-business revenue of {first} and {last} is the same, {after}; plan to go public: {stage}, "
            + "which does not count", values, at: places, margins: margins)
      case .unmet:
        return say(
          "shrunk-no-plan",
          zh: "主营业务收入 {first} 年 {before}，{last} 年 {after}，减少 {gap}；上市计划：{stage}，不计入",
          en:
            "main-business revenue fell from {before} in {first} to {after} in {last}, by {gap}; plan to go "
            + "public: {stage}, which does not count", values, at: places, margins: margins,
          shortfall: change.map { .money($0) })
      default: break
      }
      if application.figures.isRepeated(first) || application.figures.isRepeated(last) {
        let repeated = [first, last].filter { application.figures.isRepeated($0) }
        return Explanation(
          .giantYearRepeated, ["repeated": .list(repeated.map { .year($0) })],
          at: ["/figures/years"])
      }
      if grown == .no {
        return state.disagree
          ? say(
            "plan-readings-disagree",
            zh: "收入没有增长；有上市计划（{stage}，{since}），以 {snapshot} 为准{bySnapshot}，以申报日为准{byFiling}",
            en:
              "revenue did not grow; by the plan to go public ({stage}, {since}) it is {bySnapshot} on "
              + "{snapshot}, {byFiling} on the filing date",
            mend: Message.readingsDisagree.mend, values)
          : say(
            "plan-open",
            zh: "收入没有增长（{first} 年 {before}，{last} 年 {after}）；上市计划尚不能确定是否计入",
            en:
              "revenue did not grow ({before} in {first}, {after} in {last}); open whether the plan to go "
              + "public counts",
            mend: Wording(
              zh: "填明上市计划的阶段、市场和起始日期", en: "state stage, market and beginning of the plan"),
            values)
      }
      return .missing
    })
}

extension Figures {
  /// Whether main-business revenue of the base year is above that of the year before.
  fileprivate func hasGrown(_ law: GiantThresholds) -> Kleene {
    guard !hasEntryWithoutYear,
      let before = only(law.baseYear.value - 1)?.mainBusinessRevenue,
      let after = only(law.baseYear.value)?.mainBusinessRevenue
    else { return .unknown }
    return Kleene(after > before)
  }
}

extension GiantListingPlan {
  /// Whether it counts on a day.
  fileprivate func counts(on day: GiantDay, _ days: GiantDays) -> Kleene {
    Kleene(stage.map { $0 != GiantListingPlan.Stage.none }) && Kleene(market.map { $0 != .neeq })
      && GiantSpan(began: since, isCurrent: nil, ended: nil).hasBegun(by: day, days)
  }
}

extension GiantListingPlan.Stage {
  /// What people call it.
  public var name: Wording {
    switch self {
    case .applicationFiled: Wording(zh: "已递交申请书", en: "application filed")
    case .tutoring: Wording(zh: "已进入辅导期", en: "tutoring begun")
    case .none: Wording(zh: "无", en: "none")
    }
  }
}
