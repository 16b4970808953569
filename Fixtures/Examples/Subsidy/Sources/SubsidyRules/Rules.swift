// The measures as code: five criteria in the order of the articles, each a pure function of facts and numbers.

import Eligibility

extension Rulebook where Applicant == SubsidyApplication {
  /// The invented measures for subsidies on new equipment.
  public static let subsidy = Rulebook(
    id: "equipment-subsidy",
    title: Wording(zh: "设备更新补助办法（虚构）", en: "Measures for equipment subsidies (invented)"),
    first: Edition(
      document: "No. 1 of 2025", inForce: "2025-01-01",
      thresholds: SubsidyApplication.Thresholds()),
    criteria: [.domicile, .registration, .spending, .wages, .plan])
}

extension Criterion where Applicant == SubsidyApplication {
  /// Article 2: a question that the facts answer at once.
  static let domicile = Criterion(
    "domicile", clauses: [.article(2)], role: .condition,
    title: Wording(zh: "在本省注册", en: "Registered in the province"),
    rule: Wording(zh: "住所地在本省", en: "the domicile is in the province"),
    asks: [AskedFact("/domicile") { $0.domicile == nil }],
    decide: { application, law in
      Kleene(application.domicile.map { $0.code.hasPrefix(law.province) })
    },
    explain: { isInside, _, _, say in
      switch isInside {
      case .yes: say("inside", zh: "住所地在本省", en: "the domicile is in the province")
      case .no: say("outside", zh: "住所地不在本省", en: "the domicile is not in the province")
      case .unknown: .missing
      }
    })

  /// Article 3: a date that may be known to the month only, for which the answer may be unknown.
  static let registration = Criterion(
    "registration", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "注册年限", en: "Years since registration"),
    rule: Wording(
      zh: "至申报日注册满 {years} 年", en: "registered for {years} years on the day of filing"),
    numbers: { ["years": .count($0.years)] },
    asks: [
      AskedFact("/filed") { $0.filed == nil }, AskedFact("/registered") { $0.registered == nil },
    ],
    decide: { application, law -> Kleene in
      guard let filed = application.filed, let registered = application.registered
      else { return .unknown }
      return registered.days.isAtMost(filed.adding(years: -law.years))
    },
    explain: { isLongEnough, application, law, say in
      guard let filed = application.filed, let registered = application.registered
      else { return .missing }
      let latest = filed.adding(years: -law.years)
      let values: Reason.Values = ["since": .date(registered), "latest": .day(latest)]
      switch isLongEnough {
      case .yes:
        return say(
          "registered-long", zh: "自 {since} 起注册", en: "registered since {since}", values)
      case .no:
        let surplus = Quantity.days(registered.earliest.days(until: latest))
        return say(
          "registered-late", zh: "{since} 才注册，须不晚于 {latest}",
          en: "registered only since {since}, {latest} at the latest is required", values,
          shortfall: surplus)
      case .unknown:
        return say(
          "registered-imprecise", zh: "{since} 不够精确，须不晚于 {latest}",
          en: "{since} is not exact enough, {latest} at the latest is required",
          mend: Wording(zh: "填写到日", en: "give the day"), values, at: ["/registered"])
      }
    })

  /// Article 4: a sum over a list, and a clause that can be read in two ways: both have to agree.
  static let spending = Criterion(
    "spending", clauses: [.article(4)], role: .condition,
    title: Wording(zh: "设备投入", en: "Spending on equipment"),
    rule: Wording(zh: "设备投入不低于 {least}", en: "at least {least} spent on equipment"),
    numbers: { ["least": .money($0.spending)] },
    readings: [
      Reading(
        "machines-alone", Wording(zh: "设备不含软件", en: "equipment is machines alone"),
        ground: Wording(zh: "第四条只写“设备”", en: "Article 4 says equipment and no more")),
      Reading(
        "with-software", Wording(zh: "设备含配套软件", en: "equipment includes its software"),
        ground: Wording(zh: "第一条以数字化为目的", en: "Article 1 names digitalisation as the aim")),
    ],
    asks: [
      AskedFact("/spending/unit") { $0.unit == nil },
      AskedFact(
        list: "/spending/machines", { $0.machines },
        members: [(name: "cost", isMissing: { $0.cost == nil })]),
      AskedFact("/spending/software") { $0.software == nil },
    ],
    evidence: [
      Evidence(
        zh: "每台设备的发票", en: "an invoice for each machine", by: .authority,
        atEach: "/spending/machines/*/invoices", of: { $0.machines }, count: { $0.invoices })
    ],
    decide: { application, law in
      SpendingState(
        alone: application.spentOnMachines.isAtLeast(law.spending),
        withSoftware: application.spentInAll.isAtLeast(law.spending))
    },
    explain: { state, application, law, say in
      let values: Reason.Values = [
        "machines": .money(application.spentOnMachines.lower),
        "total": .money(application.spentInAll.lower), "least": .money(law.spending),
      ]
      switch state.outcome {
      case .met:
        return say(
          "spent-enough", zh: "设备 {machines}，要求 {least}",
          en: "{machines} on machines, {least} required", values)
      case .unmet:
        let gap = application.spentInAll.lower - law.spending
        return say(
          "spent-little", zh: "连同软件共 {total}，要求 {least}",
          en: "{total} with software, {least} required", values,
          margins: [
            Margin(
              Wording(zh: "设备投入", en: "spending on equipment"),
              .money(application.spentInAll.lower), .atLeast, .money(law.spending),
              surplus: .money(gap))
          ],
          shortfall: .money(gap))
      default:
        // What is missing is asked for first; only then does it depend on the reading.
        if application.spentInAll.upper == nil { return .missing }
        return say(
          "spending-readings-differ", zh: "设备 {machines}，含软件 {total}，要求 {least}：取决于软件是否计入",
          en: "{machines} on machines, {total} with software, {least} required: it depends on "
            + "whether software counts", values)
      }
    })

  /// Article 5: a declaration.
  static let wages = Criterion(
    "wages", clauses: [.article(5)], role: .condition,
    title: Wording(zh: "无欠薪", en: "No wages owed"),
    rule: Wording(zh: "不拖欠工资", en: "no wages are owed"),
    asks: [AskedFact("/owesWages") { $0.owesWages == nil }],
    decide: { application, _ in !Kleene(application.owesWages) },
    explain: { isFree, _, _, say in
      switch isFree {
      case .yes: say("no-wages-owed", zh: "声明不拖欠工资", en: "declared that no wages are owed")
      case .no: say("wages-owed", zh: "拖欠工资", en: "wages are owed")
      case .unknown: .missing
      }
    })

  /// Article 6: what only experts can decide; the program says whether there is something to read.
  static let plan = Criterion(
    "plan", clauses: [.article(6)], role: .judgement,
    title: Wording(zh: "更新方案", en: "Renewal plan"),
    rule: Wording(zh: "方案切实可行", en: "the plan can be carried out"),
    asks: [AskedFact("/plan") { !$0.hasPlan }],
    decide: { application, _ -> Outcome in application.hasPlan ? .forReview : .undetermined },
    explain: { outcome, _, _, say in
      outcome == .forReview
        ? say("plan-submitted", zh: "由专家评判", en: "for experts to judge") : .missing
    })
}

extension SubsidyApplication {
  /// What was spent on machines: at least what is known, and no more than that only where all is.
  fileprivate var spentOnMachines: Interval<Money> {
    guard let machines else { return Interval(from: .zero, through: nil) }
    let costs = machines.compactMap { $0.cost }
    let sum = costs.reduce(.zero) { $0 + $1 }
    return Interval(from: sum, through: costs.count == machines.count ? sum : nil)
  }

  /// The same with software, which takes nothing away.
  fileprivate var spentInAll: Interval<Money> {
    let machines = spentOnMachines
    guard let software else { return Interval(from: machines.lower, through: nil) }
    return Interval(
      from: machines.lower + software, through: machines.upper.map { $0 + software })
  }
}

/// What both readings of Article 4 answer.
struct SpendingState: CriterionState {
  let alone: Kleene
  let withSoftware: Kleene

  var outcome: Outcome { Outcome(alone.agreement(with: withSoftware)) }
  var readings: [Kleene] { [alone, withSoftware] }
}
