// Article 6(4): averages of the cluster's enterprises ahead of the same industry's average.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 6(4): research intensity above the industry's average.
  public static let clusterResearchLead = lead(
    "cluster-rd-lead", figure: .rdIntensity,
    title: Wording(zh: "平均研发投入强度领先", en: "Average research intensity ahead"),
    rule: Wording(
      zh: "集群内企业上一年的平均研发投入强度（研发费用占营业收入）严格高于同行业平均水平",
      en:
        "the average research intensity (research spending in operating revenue) of the cluster's "
        + "enterprises in the last year is strictly above the same industry's average"),
    name: Wording(zh: "平均研发投入强度", en: "average research intensity"),
    part: Wording(zh: "研发费用", en: "research spending"),
    partKey: "researchAndDevelopment", wholeKey: "operatingRevenue",
    parts: { $0.researchAndDevelopment?.fen }, wholes: { $0.operatingRevenue?.fen },
    settledReadings: [],
    lacking: { Int64(exactly: $0).map { .money(Money(fen: $0)) } })

  /// Article 6(4): share of research staff above the industry's average.
  public static let clusterResearcherLead = lead(
    "cluster-researcher-lead", figure: .researchStaffShare,
    title: Wording(zh: "科研人员占比领先", en: "Share of research staff ahead"),
    rule: Wording(
      zh: "集群内企业上一年的科研人员占比（科研人员占从业人员）严格高于同行业平均水平",
      en:
        "the share of research staff in all staff of the cluster's enterprises in the last year is "
        + "strictly above the same industry's average"),
    name: Wording(zh: "科研人员占比", en: "share of research staff"),
    part: Wording(zh: "科研人员", en: "research staff"),
    partKey: "researchStaff", wholeKey: "staff",
    parts: { $0.researchStaff.map { Int128($0) } }, wholes: { $0.staff.map { Int128($0) } },
    settledReadings: [
      Reading(
        "research-staff-only",
        Wording(
          zh: "只看科研人员，不以专职研发人员或科技人员代替",
          en: "research staff (科研人员) only; full-time R&D staff (专职研发人员) or sci-tech staff "
            + "(科技人员) do not stand in for them"),
        ground: Wording(
          zh: "第六条（四）用“科研人员”，另两个词是其他办法的用语",
          en: "Article 6(4) says 科研人员; the other two words are those of other regulations"))
    ],
    lacking: { Int(exactly: $0).map { .count($0) } })

  private static func lead(
    _ id: String, figure: ClusterIndustryAverage.Figure, title: Wording, rule: Wording,
    name: Wording, part: Wording, partKey: String, wholeKey: String,
    parts: @escaping @Sendable (ClusterMember) -> Int128?,
    wholes: @escaping @Sendable (ClusterMember) -> Int128?,
    settledReadings: [Reading], lacking: @escaping @Sendable (Int128) -> Quantity?
  ) -> Criterion {
    Criterion(
      id, clauses: [.point(article: 6, point: 4)], role: .condition, title: title, rule: rule,
      readings: [.pooled, .meanOfEnterprises],
      settledReadings: [
        .allAtOnce, .strictlyMore, .whoseAverage, .sameIndustryAverage, .yearOfNotice,
      ] + settledReadings,
      asks: asks(of: figure, partKey, parts, wholeKey, wholes),
      decide: { application, _ -> LeadState in
        LeadState(application, of: figure, parts, wholes)
      },
      explain: { state, application, _, say in
        let lead = Lead(application, of: figure, parts, wholes)
        let told = ToldLead(
          lead: lead, year: application.members.year, name: name, part: part, say: say)
        if let obstacle = lead.obstacle { return told.obstacle(obstacle) }
        switch state.outcome {
        case .met: return told.holds
        case .unmet:
          return told.lacks(
            lead.lackingPart.flatMap(lacking), surplus: lead.lackingPart.flatMap { lacking(-$0) })
        default: return told.open(state)
        }
      })
  }

  private static func asks(
    of figure: ClusterIndustryAverage.Figure,
    _ partKey: String, _ parts: @escaping @Sendable (ClusterMember) -> Int128?,
    _ wholeKey: String, _ wholes: @escaping @Sendable (ClusterMember) -> Int128?
  ) -> [AskedFact<ClusterApplication>] {
    let members: [(name: String, isMissing: @Sendable (ClusterMember) -> Bool)] = [
      ("kind", { $0.kind == nil }), ("since", { _ in false }), ("until", { _ in false }),
      (wholeKey, { $0.isEnterprise != .no && wholes($0) == nil }),
      (partKey, { $0.isEnterprise != .no && parts($0) == nil }),
    ]
    let asked = ClusterIndustryAverage.asked(of: figure)
    return [
      .applicationYear,
      AskedFact("/filingDate") { application in
        // Without them it does not depend on the day who is a member.
        application.filingDate == nil
          && application.members.list?.contains { $0.since != nil || $0.until != nil } == true
      },
      .isListComplete,
      AskedFact("/members/year") { $0.members.year == nil },
      AskedFact("/members/unit") { application in
        figure == .rdIntensity && application.members.unit == nil
          && application.members.list?.contains { $0.isEnterprise != .no && wholes($0) == nil }
            == true
      },
      AskedFact(list: "/members/list", { $0.members.list }, members: members),
      AskedFact("/cluster/industries") { $0.cluster.areIndustriesLacking },
      AskedFact(
        at: ["/industryAverages"]
          + asked.map { Pointer("/industryAverages/*/\($0.name)") }
      ) { application in
        guard let averages = application.industryAverages,
          averages.contains(where: { $0.mayBe(of: figure) })
        else { return ["/industryAverages"] }
        return averages.indices.flatMap { number in
          asked.filter { $0.isMissing(averages[number]) }.map {
            Pointer("/industryAverages/*/\($0.name)", at: number)
          }
        }
      },
    ]
  }
}

/// What is said of a comparison.
private struct ToldLead {
  let lead: Lead
  let year: Int?
  /// What is compared.
  let name: Wording
  /// Of what there has to be more.
  let part: Wording
  let say: Say

  private var values: Reason.Values { Reason.Values(entries: entries) }

  private var entries: [Reason.Values.Entry] {
    let averages = lead.averages.compactMap { $0.value }
    let values: Reason.Values = [
      "name": .term(name), "year": year.quantity { .year($0) }, "count": .count(lead.sums.count),
      "pooled": lead.sums.shown(against: averages) { $0.pooledPercent(places: $1) },
      "mean": lead.sums.shown(against: averages) { $0.meanPercent(places: $1) },
      "averages": .list(lead.averages.map { .reason($0.described) }), "part": .term(part),
    ]
    return values.entries
  }

  private var places: [Pointer] {
    lead.averages.map { Pointer("/industryAverages/*", at: $0.number) }
  }

  func obstacle(_ obstacle: Lead.Obstacle) -> Explanation {
    say(
      obstacle.message, values, at: obstacle.places(lead),
      asking: obstacle.isMissingFact ? .all : .nothing)
  }

  var holds: Explanation {
    say(
      "lead-holds",
      zh: "{year} 年 {count} 家企业的{name}：按合计计算 {pooled}，按企业平均 {mean}，均高于同行业平均水平（{averages}）",
      en:
        "{name} of {count} enterprises in {year}: {pooled} pooled and {mean} as the mean of "
        + "enterprises, both above the same industry's average ({averages})", values, at: places)
  }

  /// - Parameters:
  ///   - short: how much more there has to be at least, where that can be said.
  ///   - surplus: the same below zero.
  func lacks(_ short: Quantity?, surplus: Quantity?) -> Explanation {
    let message = Message(
      short == nil ? "lead-lacking" : "lead-lacking-part",
      zh:
        "{year} 年 {count} 家企业的{name}：按合计计算 {pooled}，按企业平均 {mean}，均不高于同行业平均水平（{averages}）",
      en:
        "{name} of {count} enterprises in {year}: {pooled} pooled and {mean} as the mean of "
        + "enterprises, neither above the same industry's average ({averages})",
      mend: short == nil
        ? Wording(zh: "须严格高于同行业平均水平", en: "it must be strictly above the average")
        : Wording(
          zh: "须严格高于同行业平均水平：按合计计算，{part}至少还差 {short}",
          en:
            "it must be strictly above the average: pooled, {part} falls short by at least {short}")
    )
    return say(
      message,
      Reason.Values(entries: entries + (short.map { [.init("short", $0)] } ?? [])), at: places,
      shortfall: surplus)
  }

  func open(_ state: LeadState) -> Explanation {
    if lead.averages.contains(where: { $0.value == nil }) {
      return say(
        "average-incomplete", zh: "同行业平均水平不能用来比较：{averages}",
        en: "the industry's average cannot be compared with: {averages}",
        mend: Wording(
          zh: "采用集群主导产业、与成员数据同一年度的平均数，并写全行业、区域、年度、数值和来源",
          en:
            "give averages of the cluster's leading industry and of the members' year, with industry, "
            + "region, year, value and source"),
        values, at: places)
    }
    if state.isUnknown {
      return say(
        "average-not-computable",
        zh: "{year} 年 {count} 家企业的{name}：按合计计算 {pooled}，按企业平均 {mean}，不能得出确定的比较结果（{averages}）",
        en:
          "{name} of {count} enterprises in {year}: {pooled} pooled, {mean} as the mean of "
          + "enterprises; no certain comparison with the average ({averages})",
        mend: Wording(
          zh: "核对营业收入或从业人员为零的企业；仍不能判断的，由主管部门确认",
          en: "check enterprises without revenue or staff; else have the department confirm"),
        values, at: places, asking: .nothing)
    }
    return say(
      "lead-readings-disagree",
      zh:
        "{year} 年 {count} 家企业的{name}：按合计计算 {pooled}，按企业平均 {mean}，是否高于同行业平均水平（{averages}），取决于平均的算法和所取的平均水平",
      en:
        "{name} of {count} enterprises in {year}: {pooled} pooled, {mean} as the mean of "
        + "enterprises; whether that is above the average ({averages}) depends on how to average and on "
        + "which average is taken",
      mend: Wording(
        zh: "由主管部门确认平均的算法和所用的平均水平",
        en: "have the department confirm how to average and which average to take"),
      values, at: places, asking: .nothing)
  }
}

extension Reading {
  fileprivate static let pooled = Reading(
    "pooled",
    Wording(
      zh: "各企业分子之和除以分母之和", en: "the sum of all enterprises' parts by the sum of their wholes"),
    ground: Wording(
      zh: "统计上行业的平均强度通常是合计数之比", en: "statistics state an industry's intensity as a quotient of sums"
    ))

  fileprivate static let meanOfEnterprises = Reading(
    "mean-of-enterprises",
    Wording(zh: "各企业比值的算术平均", en: "the mean of each enterprise's own quotient"),
    ground: Wording(
      zh: "条款写的是“集群内企业平均”", en: "the clause speaks of the average of the cluster's enterprises"))

  fileprivate static let strictlyMore = Reading(
    "strictly-more",
    Wording(zh: "等于平均水平的不算领先", en: "equal to the average is not ahead of it"),
    ground: Wording(zh: "“领先”即高于", en: "to lead is to be above"))

  fileprivate static let whoseAverage = Reading(
    "all-enterprises",
    Wording(
      zh: "申报日的全部企业成员，包括服务企业；院所和促进组织不是企业；成员名单须声明完整，每家都须有数据",
      en:
        "all enterprises among the members at filing, services included; institutes and the promotion "
        + "organisation are none; the list must be declared complete and each must have its figures"
    ),
    ground: Wording(
      zh: "条款写的是“集群内企业”，没有限于制造业",
      en: "the clause says the cluster's enterprises, not its manufacturers"))

  fileprivate static let sameIndustryAverage = Reading(
    "stated-average",
    Wording(
      zh: "以填报的平均水平为准，须写明行业（与集群主导产业同大类）、区域、年度（申报年度上一年）和来源；"
        + "有多个的，每个都须比较，结果不一致的无法判断",
      en:
        "the average is the one stated, with industry (of a division of the cluster's leading "
        + "industry), region, year (the last before the round) and source; of several each is "
        + "compared, and where they disagree it stays open"),
    ground: Wording(
      zh: "条款没有指明用哪一种统计；比较须同年度、同行业，申报时最近的完整年度是上一年",
      en:
        "the clause names no statistics; like is compared with like, and the last full year before "
        + "the round is the latest there is"))
}

/// What the comparison with each average amounts to, under both readings.
struct LeadState: CriterionState {
  private let pooled: Agreement
  private let mean: Agreement

  /// The answers to several comparisons.
  private struct Agreement {
    var common: Kleene?
    var isAnyUnknown = false

    mutating func add(_ answer: Kleene) {
      common = common.map { $0.agreement(with: answer) } ?? answer
      if answer == .unknown { isAnyUnknown = true }
    }
  }

  init(
    _ application: ClusterApplication, of figure: ClusterIndustryAverage.Figure,
    _ parts: (ClusterMember) -> Int128?, _ wholes: (ClusterMember) -> Int128?
  ) {
    let lead = Lead(application, of: figure, parts, wholes)
    var (pooled, mean) = (Agreement(), Agreement())
    if lead.obstacle == nil {
      for average in lead.averages {
        pooled.add(average.value.map(lead.sums.pooledExceeds) ?? .unknown)
        mean.add(average.value.map(lead.sums.meanExceeds) ?? .unknown)
      }
    }
    self.pooled = pooled
    self.mean = mean
  }

  /// Whether some comparison has no answer, rather than two of them different ones.
  var isUnknown: Bool { pooled.isAnyUnknown || mean.isAnyUnknown }

  var readings: [Kleene] { [pooled.common ?? .unknown, mean.common ?? .unknown] }
  var outcome: Outcome { Outcome(readings.agreement()) }
}

/// The figures that are compared, and what stands in the way of comparing them.
struct Lead {
  /// The figures of the cluster's enterprises, as far as nothing stands in the way.
  private(set) var sums = MemberAverages()
  /// The averages that are, or may be, of the figure.
  private(set) var averages: [Average] = []
  /// What has to be settled first.
  private(set) var obstacle: Obstacle?
  /// The members concerned by the obstacle.
  private(set) var concerned: [Int] = []

  /// What stands in the way of any comparison.
  enum Obstacle {
    case missing, incomplete, otherYear, membershipUnknown, figuresMissing, repeated, impossible
    case noEnterprise, noAverage
  }

  /// An average that is compared.
  struct Average {
    /// Its number in the list.
    let number: Int
    /// What is stated.
    let stated: ClusterIndustryAverage
    /// What keeps it from being compared, if anything.
    let obstacle: Wording?
    /// The percentage, where it can be compared.
    var value: Decimal? { obstacle == nil ? stated.value : nil }
  }

  /// What the parts have to grow by for their pooled share to exceed every average; `nil` where it does.
  var lackingPart: Int128? {
    averages.compactMap { $0.value }.max().flatMap { sums.lackingPart(to: $0) }
  }

  init(
    _ application: ClusterApplication, of figure: ClusterIndustryAverage.Figure,
    _ parts: (ClusterMember) -> Int128?, _ wholes: (ClusterMember) -> Int128?
  ) {
    let members = application.members
    for (number, average) in (application.industryAverages ?? []).enumerated()
    where average.figure == nil || average.figure == figure {
      averages.append(
        Average(
          number: number, stated: average, obstacle: average.obstacle(with: application, as: figure)
        ))
    }
    guard let list = members.list, let year = members.year,
      let round = application.applicationYear
    else {
      obstacle = .missing
      return
    }
    guard year == round - 1 else {
      obstacle = .otherYear
      return
    }
    guard members.isComplete == true else {
      obstacle = members.isComplete == nil ? .missing : .incomplete
      return
    }
    var (unknown, lacking, repeated, impossible): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    var codes: Set<SocialCreditCode> = []
    for number in list.indices {
      switch list[number].isEnterprise(on: application.filingDate) {
      case .no: break
      case .unknown: unknown.append(number)
      case .yes:
        if let code = list[number].creditCode, !codes.insert(code).inserted {
          repeated.append(number)
        }
        if let part = parts(list[number]), let whole = wholes(list[number]) {
          sums.add(part, of: whole)
          if figure == .researchStaffShare, part > whole { impossible.append(number) }
        } else {
          lacking.append(number)
        }
      }
    }
    if !unknown.isEmpty {
      (obstacle, concerned) = (.membershipUnknown, unknown)
    } else if !lacking.isEmpty {
      (obstacle, concerned) = (.figuresMissing, lacking)
    } else if !repeated.isEmpty {
      (obstacle, concerned) = (.repeated, repeated)
    } else if !impossible.isEmpty {
      (obstacle, concerned) = (.impossible, impossible)
    } else if sums.count == 0 {
      obstacle = .noEnterprise
    } else if averages.isEmpty {
      obstacle = .noAverage
    }
  }
}

extension Lead.Obstacle {
  /// Whether supplying facts is what helps.
  fileprivate var isMissingFact: Bool {
    switch self {
    case .missing, .membershipUnknown, .figuresMissing, .noAverage: true
    case .incomplete, .otherYear, .repeated, .impossible, .noEnterprise: false
    }
  }

  fileprivate func places(_ lead: Lead) -> [Pointer] {
    switch self {
    case .missing, .noAverage: []
    case .incomplete: ["/members/isComplete"]
    case .otherYear: ["/members/year", "/applicationYear"]
    case .noEnterprise: ["/members/list"]
    case .membershipUnknown, .figuresMissing, .repeated, .impossible:
      lead.concerned.map { Pointer("/members/list/*", at: $0) }
    }
  }

  fileprivate var message: Message {
    switch self {
    case .missing: .missing
    case .incomplete: .listIncomplete
    case .otherYear:
      Message(
        "members-other-year", zh: "成员数据是 {year} 年的，须为申报年度的上一年",
        en: "the members' figures are of {year}; those of the year before the round are needed",
        mend: Wording(zh: "改填上一年的数据", en: "give the figures of that year"))
    case .membershipUnknown:
      Message(
        "membership-unknown", zh: "有成员不能判断申报日是否为集群内企业，平均数无法计算",
        en: "of some members it is unknown whether they are enterprises of the cluster at filing",
        mend: Wording(
          zh: "写明这些成员的类型、加入和退出日期以及申报日",
          en: "state what they are, since and until when, and the filing date"))
    case .figuresMissing:
      Message(
        "member-figures-missing", zh: "有企业缺少计算{name}所需的数据",
        en: "some enterprises lack the figures for the {name}",
        mend: Wording(zh: "补充下列企业的数据", en: "supply the figures of those listed"))
    case .repeated:
      Message(
        "member-counted-twice", zh: "有企业在成员名单中列了不止一次，平均数会重复计算",
        en: "an enterprise is listed more than once and would be counted as often",
        mend: Wording(zh: "每家企业只保留一条", en: "keep one entry for each enterprise"))
    case .impossible:
      Message(
        "more-research-staff-than-staff", zh: "有企业的科研人员多于从业人员，{name}不能采信",
        en: "an enterprise has more research staff than staff, so its figures cannot be relied on",
        mend: Wording(zh: "更正这些企业的人数", en: "correct the numbers of those listed"))
    case .noEnterprise:
      Message(
        "no-enterprise-to-average", zh: "申报日没有企业成员，{name}无法计算",
        en: "no member is an enterprise at filing, so there is no {name}")
    case .noAverage:
      Message(
        "average-missing", zh: "没有填写同行业平均水平，无法比较", en: "no average of the same industry is stated",
        mend: Wording(
          zh: "填写平均数及其行业、区域、年度和来源",
          en: "state one with its industry, region, year and source"))
    }
  }
}

extension ClusterIdentity {
  /// Whether the branches of the leading industry are not all known.
  fileprivate var areIndustriesLacking: Bool {
    industries.map { $0.isEmpty || $0.contains { $0 == nil } } ?? true
  }
}

extension ClusterIndustryAverage {
  /// What is asked of an average of a figure.
  fileprivate static func asked(
    of figure: Figure
  ) -> [(name: String, isMissing: @Sendable (ClusterIndustryAverage) -> Bool)] {
    [
      ("figure", { $0.figure == nil }),
      ("industry", { $0.mayBe(of: figure) && $0.industry == nil }),
      ("region", { $0.mayBe(of: figure) && $0.region == nil }),
      ("year", { $0.mayBe(of: figure) && $0.year == nil }),
      ("value", { $0.mayBe(of: figure) && $0.value == nil }),
      ("source", { $0.mayBe(of: figure) && $0.source == nil }),
    ]
  }

  fileprivate func mayBe(of figure: Figure) -> Bool { self.figure == nil || self.figure == figure }

  /// What keeps it from being compared with a cluster's figure, if anything.
  fileprivate func obstacle(
    with application: ClusterApplication, as figure: Figure
  ) -> Wording? {
    guard self.figure == figure, let industry, region != nil, source != nil, let year, value != nil
    else { return Wording(zh: "未写全", en: "not complete") }
    guard let round = application.applicationYear, year == round - 1 else {
      return Wording(zh: "不是申报年度上一年的", en: "not of the year before the round")
    }
    let leading = application.cluster.industries ?? []
    return leading.contains { $0?.division == industry.division }
      ? nil
      : Wording(zh: "与填报的主导产业不同大类", en: "not of a division of the leading industry stated")
  }
}

extension Lead.Average {
  /// What is stated, in short.
  fileprivate var described: Reason {
    Reason(
      Message(
        obstacle == nil ? "industry-average" : "industry-average-unfit",
        zh: "行业 {industry}，{region}，{year} 年：{value}%" + (obstacle == nil ? "" : "（{obstacle}）"),
        en: "industry {industry}, {region}, {year}: {value}%"
          + (obstacle == nil ? "" : " ({obstacle})")),
      [
        "industry": stated.industry.quantity { .text($0.code) },
        "region": stated.region.quantity { .text($0) },
        "year": stated.year.quantity { .year($0) }, "value": stated.value.quantity { .number($0) },
        "obstacle": .term(obstacle ?? Wording(zh: "", en: "")),
      ])
  }
}

extension MemberAverages {
  /// A percentage with as many places as it takes to tell it from others, or why there is none.
  fileprivate func shown(
    against averages: [Decimal],
    _ percent: (MemberAverages, Int) -> (digits: String, isExact: Bool)?
  ) -> Quantity {
    var shown: (digits: String, isExact: Bool)?
    for places in stride(from: 2, through: 14, by: 4) {
      guard let next = percent(self, places) else { break }
      shown = next
      if next.isExact || !averages.contains(where: { $0.digits == next.digits }) { break }
    }
    guard let shown else { return .term(Wording(zh: "无法计算", en: "not computable")) }
    let text = (shown.isExact ? "" : "≈") + shown.digits + "%"
    return .term(Wording(zh: text, en: text))
  }
}
