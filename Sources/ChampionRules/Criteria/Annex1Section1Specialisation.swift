// Annex 1, section 1: how long, how large and how well recognised in the field.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.1: enough complete years in the field.
  public static let focusYears = Criterion(
    id: "focus-years", clauses: [.item(annex: 1, section: 1, item: 1)], role: .condition,
    title: Wording(zh: "从事相关领域年限", en: "Years in the field"),
    rule: Wording(
      zh: "截至申报年度上一年 12 月 31 日终了，从事相关领域满 {years} 年；新产品满 {newYears} 年",
      en: "at the end of 31 December before the round, {years} complete years in the field; "
        + "{newYears} for a new product"),
    numbers: {
      ["years": .count($0.focusYears.value), "newYears": .count($0.newProductFocusYears.value)]
    },
    reads: [
      "/applicationYear", "/product/fieldSince", "/product/isNew", "/product/noveltyGrounds",
    ],
    evidence: [
      Evidence(zh: "从事该领域起始时间的证明", en: "proof of the start in the field") {
        unattached($0.product.fieldEvidence, at: "/product/fieldEvidence")
      }
    ]
  ) { application, thresholds, why in
    let applicationYear = application.applicationYear
    let product = application.product
    // A claim to be new has to say why; without that the status is open.
    let isNew = product.isNew == true && product.noveltyGrounds == nil ? nil : product.isNew
    lazy var missingStatus = absent([
      "/product/isNew": product.isNew == nil,
      "/product/noveltyGrounds": product.isNew != false && product.noveltyGrounds == nil,
    ])
    guard let round = applicationYear, let start = product.fieldSince else {
      return why.lacking(
        absent([
          "/applicationYear": applicationYear == nil,
          "/product/fieldSince": product.fieldSince == nil,
        ]) + missingStatus)
    }
    let usual = FieldTime(start, years: thresholds.focusYears.value, round: round)
    let shorter = FieldTime(start, years: thresholds.newProductFocusYears.value, round: round)
    let answer =
      switch isNew {
      case true?: shorter.isLongEnough
      case false?: usual.isLongEnough
      case nil: usual.isLongEnough.agreement(with: shorter.isLongEnough)
      }
    // Where the status is open the threshold that decides is the harder one to pass, or to fail.
    let deciding =
      switch (isNew, answer) {
      case (true?, _), (nil, .no): shorter
      case (nil, .unknown) where usual.isLongEnough == .no: shorter
      default: usual
      }
    switch answer {
    case .yes: return why.conclude(.met, .longEnough, deciding.values, margins: [deciding.margin])
    case .no:
      return why.conclude(
        .unmet, .notLongEnough, deciding.values, margins: [deciding.margin],
        shortfall: deciding.margin.surplus)
    case .unknown:
      let relevant = isNew == nil ? [usual, shorter] : [deciding]
      if !relevant.contains(where: { $0.isLongEnough == .unknown }) {
        return why.conclude(
          .undetermined, .novelStatusOpen,
          [
            "start": .date(start), "years": .years(thresholds.focusYears.value),
            "newYears": .years(thresholds.newProductFocusYears.value),
          ], missing: missingStatus, at: ["/product/isNew"])
      }
      return why.conclude(
        .undetermined, start.isYearOnly ? .startNeedsMonth : .startNeedsDay, deciding.values,
        missing: isNew == nil ? missingStatus : [], at: ["/product/fieldSince"])
    }
  }

  /// Annex 1, 1.2: average main-business revenue.
  public static let averageRevenue = Criterion(
    id: "average-revenue",
    clauses: [.item(annex: 1, section: 1, item: 2), .note(annex: 2, note: 1)], role: .condition,
    title: Wording(zh: "平均主营业务收入", en: "Average revenue"),
    rule: Wording(
      zh: "申报年度之前 {years} 个会计年度经审计的主营业务收入平均不低于 {average}（合计不低于 {sum}，不作舍入）；"
        + "营业收入不能代替主营业务收入",
      en:
        "audited main-business revenue of the {years} accounting years before the round averages at "
        + "least {average} (a sum of at least {sum}, nothing rounded); operating revenue never "
        + "stands in for it"),
    numbers: {
      [
        "years": .count($0.averagedYears.value), "average": .money($0.averageRevenue.value),
        "sum": .money($0.revenueSum),
      ]
    },
    reads: [
      "/applicationYear", "/figures/unit", "/figures/years", "/figures/years/*/year",
      "/figures/years/*/isAudited",
      "/figures/years/*/mainBusinessRevenue",
    ],
    evidence: [
      Evidence(zh: "各年度审计报告", en: "audit report of each year") { application in
        unattached(in: application.figures.years, at: "/figures/years/*/auditReport", \.auditReport)
      }
    ]
  ) { application, thresholds, why in
    let figures = application.figures
    let applicationYear = application.applicationYear
    guard let round = applicationYear, figures.years != nil else {
      return why.lacking(
        absent([
          "/applicationYear": applicationYear == nil,
          "/figures/years": figures.years == nil,
        ]))
    }
    return AveragedRevenue(
      figures, years: thresholds.averagedYears.value, before: round
    ).outcome(required: thresholds.revenueSum, &why)
  }

  /// Annex 1, 1.2: steady growth.
  public static let steadyGrowth = judgement(
    .steadyGrowth, clause: .item(annex: 1, section: 1, item: 2),
    title: Wording(zh: "发展稳中向好", en: "Steady growth"),
    rule: Wording(
      zh: "企业发展是否稳中向好，由专家评判；列出主营业务收入的逐年变化",
      en:
        "whether business grows steadily is for experts; the year-on-year change of main-business "
        + "revenue is shown"),
    reads: Trend.reads + ["/figures/years/*/mainBusinessRevenue"],
    isComputable: { round, figures, _ in
      Trend.isComplete(figures, before: round, \.mainBusinessRevenue)
    }
  ) { round, figures, _ in
    let trend = Trend(
      figures, before: round, member: "mainBusinessRevenue", \.mainBusinessRevenue)
    return Computed(
      .revenueTrend, of: [trend], values: trend.values(amounts: "revenue", changes: "change"))
  }

  /// Annex 1, 1.3 and Annex 2(3): national recognitions that earn priority.
  public static let priorityRecommendation = Criterion(
    id: "priority-recommendation",
    clauses: [.item(annex: 1, section: 1, item: 3), .note(annex: 2, note: 3)], role: .preference,
    title: Wording(zh: "优先推荐", en: "Priority recommendation"),
    rule: Wording(
      zh: "申报日仍在有效期内的国家级专精特新“小巨人”企业，或国务院国资委认定的专业领军示范企业，优先推荐；并非必备条件",
      en: "a national “little giant” still valid on the filing date, or a specialised-leader model "
        + "enterprise of the state-assets commission, is recommended first; not required"),
    reads: [
      "/recognitions", "/recognitions/*/kind", "/recognitions/*/validUntil", "/filingDate",
    ],
    evidence: [
      Evidence(zh: "称号证书", en: "certificates of the recognitions") {
        unattached(in: $0.recognitions, at: "/recognitions/*/evidence", \.evidence)
      }
    ]
  ) { application, _, why in
    let filingDate = application.filingDate
    guard let recognitions = application.recognitions else {
      return why.lacking(
        ["/recognitions"] + absent(["/filingDate": filingDate == nil]))
    }
    lazy var earns = recognitions.map { $0.earnsPriority(on: filingDate) }
    switch recognitions.lazy.map({ $0.earnsPriority(on: filingDate) }).disjunction() {
    case .yes: return why.conclude(.met, .priorityEarned)
    case .no:
      return why.conclude(
        .unmet, recognitions.isEmpty ? .noRecognitions : .noValidRecognition,
        ["count": .count(recognitions.count)])
    case .unknown:
      lazy var open = recognitions.enumerated().filter { earns[$0.offset] == .unknown }
      return why.lacking(
        open.flatMap { index, recognition in
          absent([
            Pointer("/recognitions/*/kind", at: index): recognition.kind == nil,
            Pointer("/recognitions/*/validUntil", at: index): recognition.validUntil == nil,
          ])
        } + absent(["/filingDate": filingDate == nil]))
    }
  }
}

extension Recognition {
  /// Whether it earns priority on a day.
  func earnsPriority(on day: Day?) -> Kleene {
    switch kind {
    case .specialisedLeader: return .yes
    case .other: return .no
    case .littleGiant, nil:
      guard let day, let validUntil else { return .unknown }
      let isValid = Kleene(validUntil >= day)
      return kind == nil ? .unknown : isValid
    }
  }
}

/// The time in the field, held against one of the thresholds.
struct FieldTime {
  let start: PartialDate
  let years: Int
  let round: Int

  init(_ start: PartialDate, years: Int, round: Int) {
    self.start = start
    self.years = years
    self.round = round
  }

  /// The last day on which the work may have begun.
  ///
  /// The end of 31 December is the beginning of 1 January, so a start on 1 January completes a year.
  private var latestStart: Day { Day.first(of: round).adding(years: -years) }

  var isLongEnough: Kleene { start.days.isAtMost(latestStart) }

  /// The complete years that are certain by the end of the year before the round.
  private var completeYears: Int { max(0, round - FieldTime.firstFullYear(from: start.latest)) }

  /// The year of the first 1 January on or after a day.
  private static func firstFullYear(from day: Day) -> Int {
    day == Day.first(of: day.year) ? day.year : day.year + 1
  }

  var values: Reason.Values {
    [
      "start": .date(start), "complete": .years(completeYears), "years": .years(years),
      "latest": .day(latestStart), "yearEnd": .day(Day.last(of: round - 1)),
      "round": .year(FieldTime.firstFullYear(from: start.latest) + years),
    ]
  }

  /// The distance in days, from the day nearest to the threshold that the start could be.
  var margin: Margin {
    let nearest = isLongEnough == .no ? start.earliest : start.latest
    return Margin(
      .date(start), against: .day(latestStart), surplus: .days(nearest.days(until: latestStart)))
  }
}

extension PartialDate {
  /// Whether not even the month is known.
  var isYearOnly: Bool { if case .year = self { true } else { false } }
}

/// The main-business revenue of the years to be averaged, with all that may be wrong with it.
private struct AveragedRevenue {
  private let figures: Figures
  private let years: Range<Int>
  private var sum = Money.zero
  private var known = 0
  // Lists of what is wrong, empty as a rule.
  private var missing: [Pointer] = []
  private var unaudited: [Int] = []
  private var lackingYears: [Int] = []
  private var repeatedYears: [Int] = []
  private var isAuditUnknown = false

  /// Collects the figures of so many years before a round.
  init(_ figures: Figures, years count: Int, before round: Int) {
    self.figures = figures
    years = (round - count)..<round
    var isEntryLacking = false
    for year in years {
      switch figures.entry(of: year) {
      case .none:
        lackingYears.append(year)
        isEntryLacking = true
      case .repeated: repeatedYears.append(year)
      case .one(let entry, let index):
        if let revenue = entry.mainBusinessRevenue {
          sum = sum + revenue
          known += 1
        } else {
          missing.append(Pointer("/figures/years/*/mainBusinessRevenue", at: index))
          lackingYears.append(year)
        }
        if entry.isAudited == nil {
          missing.append(Pointer("/figures/years/*/isAudited", at: index))
          isAuditUnknown = true
        }
        if entry.isAudited == false { unaudited.append(year) }
      }
    }
    if isEntryLacking { missing.insert("/figures/years", at: 0) }
    let yearless = figures.yearless
    if !yearless.isEmpty { missing += yearless }
  }

  /// The entries that were summed up, and those that contradict each other.
  private var places: [Pointer] {
    years.flatMap { year in
      let entries = figures.entries(of: year)
      if entries.count > 1 { return entries.map { Pointer("/figures/years/*", at: $0.index) } }
      return entries.filter { $0.figures.mainBusinessRevenue != nil }
        .map { Pointer("/figures/years/*/mainBusinessRevenue", at: $0.index) }
    }
  }

  /// What the figures say about the sum required.
  func outcome(required: Money, _ why: inout Reasoning) -> Outcome {
    lazy var values: Reason.Values = [
      "sum": .money(sum), "required": .money(required), "gap": .money((required - sum).magnitude),
      "from": .year(years.lowerBound), "to": .year(years.upperBound - 1),
      "lacking": .years(lackingYears), "unaudited": .years(unaudited),
      "repeated": .years(repeatedYears),
    ]
    let message: Message
    let isReached = sum >= required
    if !repeatedYears.isEmpty {
      message = .yearRepeated
    } else if known < years.count {
      message =
        known + 1 == years.count
        ? (isReached ? .lastYearUnneeded : .lastYearMustReach) : .yearsLacking
    } else if !unaudited.isEmpty {
      message = isReached ? .unauditedReaches : .unauditedFallsShort
    } else if isAuditUnknown {
      message = isReached ? .auditUnknownReaches : .auditUnknownFallsShort
    } else if !missing.isEmpty {
      // An entry of an unknown year may repeat one of the years.
      message = .missing
    } else {
      return why.conclude(
        isReached ? .met : .unmet, isReached ? .sumReached : .sumNotReached, values, at: places,
        margins: [Margin(.money(sum), against: .money(required), surplus: .money(sum - required))],
        shortfall: isReached ? nil : .money(sum - required))
    }
    return why.conclude(.undetermined, message, values, missing: missing, at: places)
  }
}

extension Quantity {
  /// A list of years.
  static func years(_ years: [Int]) -> Quantity { .list(years.map { .year($0) }) }
}

extension Message {
  static let longEnough = Message(
    "long-enough",
    says: Wording(
      zh: "{start} 起从事该领域，至 {yearEnd} 满 {complete}，要求 {years}",
      en: "in the field since {start}: {complete} complete by {yearEnd}, {years} required"))
  static let notLongEnough = Message(
    "not-long-enough",
    says: Wording(
      zh: "{start} 起从事该领域，至 {yearEnd} 仅满 {complete}，要求 {years}（须不晚于 {latest} 开始）",
      en: "in the field since {start}: only {complete} complete by {yearEnd}, {years} required "
        + "(a start by {latest})"),
    mend: Wording(zh: "最早可申报 {round} 年度", en: "the first round possible is {round}"))
  static let startNeedsMonth = Message(
    "start-needs-month",
    says: Wording(
      zh: "起始时间只写到年（{start}），须不晚于 {latest} 才满 {years}",
      en: "the start is known to the year only ({start}); {years} need a start by {latest}"),
    mend: Wording(
      zh: "填写起始月份；若为当月，还需填写到日",
      en: "the month is needed: give it, and the day if the month alone leaves it open"))
  static let startNeedsDay = Message(
    "start-needs-day",
    says: Wording(
      zh: "起始时间只写到月（{start}），须不晚于 {latest} 才满 {years}",
      en: "the start is known to the month only ({start}); {years} need a start by {latest}"),
    mend: Wording(zh: "填写起始日期到日", en: "the day is needed: give it"))
  static let novelStatusOpen = Message(
    "novel-status-open",
    says: Wording(
      zh: "{start} 起从事该领域：若属新产品则满足 {newYears}，否则不满 {years}",
      en: "in the field since {start}: enough for a new product ({newYears}), not for any other "
        + "({years})"),
    mend: Wording(
      zh: "说明是否为新产品及其依据", en: "say whether the product is new, and on what grounds"))
  static let sumReached = Message(
    "sum-reached",
    says: Wording(
      zh: "{from} 至 {to} 年合计 {sum}，要求 {required}",
      en: "{from} to {to} sum to {sum}, {required} required"))
  static let sumNotReached = Message(
    "sum-not-reached",
    says: Wording(
      zh: "{from} 至 {to} 年合计 {sum}，要求 {required}，差 {gap}",
      en: "{from} to {to} sum to {sum}, {required} required, {gap} short"),
    mend: Wording(
      zh: "合计须再增加 {gap}", en: "the sum must be {gap} higher"))
  static let lastYearMustReach = Message(
    "last-year-must-reach",
    says: Wording(
      zh: "缺少 {lacking} 年的主营业务收入；其余两年合计 {sum}",
      en: "main-business revenue of {lacking} is missing; the other years sum to {sum}"),
    mend: Wording(
      zh: "该年经审计的主营业务收入须不低于 {gap}", en: "that year's audited figure must reach {gap}"))
  static let lastYearUnneeded = Message(
    "last-year-unneeded",
    says: Wording(
      zh: "缺少 {lacking} 年的主营业务收入；其余两年合计 {sum}，已达到 {required}",
      en: "main-business revenue of {lacking} is missing; the other years alone sum to {sum}, "
        + "{required} required"),
    mend: Wording(
      zh: "其余两年已超出要求 {gap}，补充该年经审计的数据即可判断",
      en: "the other years already exceed it by {gap}; supply that year's audited figure"))
  static let yearsLacking = Message(
    "years-lacking",
    says: Wording(
      zh: "缺少 {lacking} 年的主营业务收入", en: "main-business revenue of {lacking} is missing"),
    mend: Wording(
      zh: "补充各年经审计的数据，三年合计须达到 {required}",
      en: "supply each year's audited figure; together they must reach {required}"))
  static let yearRepeated = Message(
    "year-repeated",
    says: Wording(
      zh: "{repeated} 年出现多条数据，相互矛盾", en: "there is more than one entry for {repeated}"),
    mend: Wording(zh: "每年只保留一条", en: "keep one entry a year"))
  static let unauditedReaches = Message(
    "unaudited-reaches",
    says: Wording(
      zh: "{unaudited} 年未经审计；暂按所填数据合计 {sum}，达到 {required}",
      en: "not audited: {unaudited}; provisionally the sum is {sum}, which reaches {required}"),
    mend: Wording(zh: "审计后更新数据", en: "update the figures once they are audited"))
  static let unauditedFallsShort = Message(
    "unaudited-falls-short",
    says: Wording(
      zh: "{unaudited} 年未经审计；暂按所填数据合计 {sum}，距 {required} 差 {gap}",
      en: "not audited: {unaudited}; provisionally the sum is {sum}, {gap} short of {required}"),
    mend: Wording(zh: "审计后更新数据", en: "update the figures once they are audited"))
  static let auditUnknownReaches = Message(
    "audit-unknown-reaches",
    says: Wording(
      zh: "未说明是否经审计；暂按所填数据合计 {sum}，达到 {required}",
      en: "whether the figures are audited is not said; provisionally the sum is {sum}, which "
        + "reaches {required}"),
    mend: Wording(zh: "说明各年是否经审计", en: "say for each year whether it is audited"))
  static let auditUnknownFallsShort = Message(
    "audit-unknown-falls-short",
    says: Wording(
      zh: "未说明是否经审计；暂按所填数据合计 {sum}，距 {required} 差 {gap}",
      en: "whether the figures are audited is not said; provisionally the sum is {sum}, {gap} "
        + "short of {required}"),
    mend: Wording(zh: "说明各年是否经审计", en: "say for each year whether it is audited"))
  static let revenueTrend = Message(
    "revenue-trend",
    says: Wording(
      zh:
        "主营业务收入：{year1} 年 {revenue1}，{year2} 年 {revenue2}（{change2}），{year3} 年 {revenue3}（{change3}）",
      en: "main-business revenue: {year1} {revenue1}, {year2} {revenue2} ({change2}), "
        + "{year3} {revenue3} ({change3})"))
  static let priorityEarned = Message(
    "priority-earned",
    says: Wording(
      zh: "具有有效的国家级称号，优先推荐", en: "holds a valid national recognition that earns priority"))
  static let noRecognitions = Message(
    "no-recognitions",
    says: Wording(zh: "声明没有国家级称号", en: "declared to hold no national recognition"))
  static let noValidRecognition = Message(
    "no-valid-recognition",
    says: Wording(
      zh: "所列 {count} 项称号在申报日均不构成优先推荐理由",
      en: "of the recognitions listed ({count}) none earns priority on the filing date"))
}
