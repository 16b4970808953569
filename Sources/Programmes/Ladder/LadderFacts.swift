// What the view of an enterprise's titles reads, whichever programme its files are for.

import CommonFacts
import Eligibility
import Judging

/// The facts of one enterprise as far as its titles and the province's goals ask them.
struct LadderFacts: Sendable, Hashable {
  /// The registered name.
  var name: String?
  /// The social credit code.
  var creditCode: SocialCreditCode?
  /// When it came into being.
  var founded: PartialDate?
  /// The day for which is asked, where no other is named.
  var filingDate: Day?
  /// The titles it holds or held.
  var recognitions: [Recognition]?
  /// The yearly figures.
  var figures = Figures()
  /// Everybody on its staff.
  var staff: Int?
  /// Those of them who work in science and technology (科技人员).
  var scienceStaff: Int?
  /// The day on which both were counted.
  var staffCounted: Day?
  /// Whether files state different things of one fact, which then counts as unknown.
  var isContradictory = false

  /// Facts of which nothing is known.
  init() {}

  /// These facts, and from others what they do not state; titles of both.
  func filled(from others: LadderFacts) -> LadderFacts {
    var facts = self
    facts.name = name ?? others.name
    facts.creditCode = creditCode ?? others.creditCode
    facts.founded = founded ?? others.founded
    facts.filingDate = filingDate ?? others.filingDate
    facts.isContradictory =
      isContradictory
      || filingDate != nil && others.filingDate != nil && filingDate != others.filingDate
    if let titles = others.recognitions { facts.recognitions = (recognitions ?? []) + titles }
    for year in others.figures.years ?? [] {
      if facts.figures.add(year) { facts.isContradictory = true }
    }
    // Numbers of two days are not put side by side.
    let own = (staff, scienceStaff, staffCounted)
    let theirs = (others.staff, others.scienceStaff, others.staffCounted)
    if staff != nil || scienceStaff != nil, others.staff != nil || others.scienceStaff != nil {
      if own != theirs {
        facts.isContradictory = true
        (facts.staff, facts.scienceStaff) = (nil, nil)
      }
    } else if staff == nil, scienceStaff == nil {
      facts.staff = others.staff
      facts.scienceStaff = others.scienceStaff
      facts.staffCounted = others.staffCounted
    }
    return facts
  }
}

extension Figures {
  /// Adds the figures of a year, or to those of the same year what they do not state; what is stated differently
  /// counts as unknown.
  ///
  /// - Returns: whether something is stated differently.
  fileprivate mutating func add(_ others: YearFigures) -> Bool {
    var years = self.years ?? []
    var isDifferent = false
    func joined(_ own: Money?, _ other: Money?) -> Money? {
      guard let own, let other else { return own ?? other }
      if own == other { return own }
      isDifferent = true
      return nil
    }
    if let year = others.year, let index = years.firstIndex(where: { $0.year == year }) {
      years[index].salesRevenue = joined(years[index].salesRevenue, others.salesRevenue)
      years[index].operatingRevenue = joined(years[index].operatingRevenue, others.operatingRevenue)
      years[index].researchAndDevelopment = joined(
        years[index].researchAndDevelopment, others.researchAndDevelopment)
    } else {
      years.append(others)
    }
    self.years = years
    return isDifferent
  }
}

extension FactTable<LadderFacts> {
  /// The members that the view reads; the applications of programmes have most of them too.
  static let ladder = FactTable(
    version: 1,
    root: .object(blank: LadderFacts.init) { member in
      member("formatVersion", .count, zh: "格式版本", en: "format version") { _, _ in }
      member("programme", .text, zh: "用途", en: "purpose") { _, _ in }
      member("filingDate", .day, { .of(&$0.filingDate) }, zh: "日期", en: "day")
        .hint(zh: "以这一天为准", en: "the day for which it is said")
      member("enterprise", enterprise, { .of(&$0) }, zh: "企业", en: "enterprise")
      member(
        "recognitions", .list(of: recognition), { .of(&$0.recognitions) }, zh: "称号", en: "titles"
      )
      .hint(zh: "没有的，写空列表 []", en: "[] if there are none")
      member("figures", figures, { .of(&$0.figures) }, zh: "历年数据", en: "yearly figures")
      member("staff", staff, { .of(&$0) }, zh: "人员", en: "staff")
    })

  private static let enterprise = PartFormat.object(blank: LadderFacts.init) { member in
    member("name", .text, { .of(&$0.name) }, zh: "企业名称", en: "registered name")
    member.creditCode { .of(&$0.creditCode) }
    member("founded", .partialDate, { .of(&$0.founded) }, zh: "成立日期", en: "founding date")
  }

  private static let recognition = PartFormat.object(blank: Recognition.init) { member in
    member("kind", .choice(), { .of(&$0.kind) }, zh: "称号", en: "title")
    member("validFrom", .day, { .of(&$0.validFrom) }, zh: "有效期自", en: "valid from")
    member("validUntil", .day, { .of(&$0.validUntil) }, zh: "有效期至", en: "valid until")
    member("evidence", .attachments, { .of(&$0.evidence) }, zh: "证书", en: "certificate")
  }

  private static let figures = PartFormat.object(blank: Figures.init) { member in
    member("unit", .amountUnit, { .of(&$0.unit) }, zh: "金额单位", en: "unit of the amounts")
    member("years", .list(of: year, atMost: 100), { .of(&$0.years) }, zh: "各年数据", en: "years")
  }

  private static let year = PartFormat.object(blank: YearFigures.init) { member in
    member("year", .year, { .of(&$0.year) }, zh: "会计年度", en: "accounting year")
    member("salesRevenue", .money, { .of(&$0.salesRevenue) }, zh: "销售收入", en: "sales revenue")
      .hint(zh: "不能以营业收入或主营业务收入代替", en: "operating revenue does not stand in for it")
    member.amount(.operatingRevenue) { .of(&$0.operatingRevenue) }
    member.amount(.researchAndDevelopment) { .of(&$0.researchAndDevelopment) }
  }

  private static let staff = PartFormat.object(blank: LadderFacts.init) { member in
    member("all", .count, { .of(&$0.staff) }, zh: "职工总数", en: "all staff")
    member("science", .count, { .of(&$0.scienceStaff) }, zh: "科技人员", en: "sci-tech staff")
      .hint(zh: "不能以研发人员或科研人员代替", en: "research staff does not stand in for it")
    member("counted", .day, { .of(&$0.staffCounted) }, zh: "统计日期", en: "day of the count")
  }
}
