// Figures that decide nothing but look wrong are pointed out, so that a slip is found before filing.

import CommonFacts
import Eligibility

/// The checks that look for slips; their limits are this program's, not the regulation's.
public enum Plausibility {
  /// An average revenue below this leaves the unit in doubt.
  public static let leastAverage = Money(yuan: 1_000_000)
  /// An average revenue above this leaves the unit in doubt.
  public static let greatestAverage = Money(yuan: 100_000_000_000)
  /// Amounts of two years that differ by this factor leave the unit in doubt.
  public static let greatestJump = 1_000
  /// Shares lie between nothing and the whole.
  public static let shares = Decimal(0)...Decimal(100)

  /// Everything odd about an application, in the order of the application's format.
  public static func notices(on application: Application) -> [Notice] {
    var notices: [Notice] = []
    dates(application, &notices)
    code(application.enterprise.creditCode, &notices)
    lookUps(application, &notices)
    product(application, &notices)
    revenue(application, &notices)
    amounts(application.figures, &notices)
    positions(application.market, &notices)
    events(application, &notices)
    return notices
  }

  private static func dates(_ application: Application, _ notices: inout [Notice]) {
    if let round = application.applicationYear, let filing = application.filingDate,
      filing.year != round
    {
      notices.append(
        Notice(
          Message(
            "filed-outside-round", zh: "申报日 {filing} 不在申报年度（{round} 年）内",
            en: "the filing date {filing} is outside the round of {round}",
            mend: Wording(
              zh: "更正申报日或申报年度", en: "correct the filing date or the round")),
          ["filing": .day(filing), "round": .year(round)],
          at: ["/filingDate", "/applicationYear"]))
    }
    guard let domicile = application.enterprise.domicile else { return }
    if let successor = domicile.successor {
      notices.append(
        Notice(
          Message(
            "division-moved", zh: "住所行政区划代码 {domicile} 已停用，该地现属{place}，代码为 {today}",
            en:
              "division code {domicile} is no longer in use; the place, now of {place}, has {today}",
            mend: Wording(zh: "对照营业执照核对，改用现行代码", en: "check the licence and use the present code")),
          [
            "domicile": .text(domicile.code), "today": .text(successor.code),
            "place": Bureau.allCases.first { $0.covers(domicile) }.quantity { .term($0.name) },
          ],
          at: ["/enterprise/domicile"]))
    }
    // Outside the province no bureau is responsible.
    if let bureau = application.bureau, domicile.begins(with: Thresholds.of2024.province.value),
      !bureau.covers(domicile), let right = Bureau.allCases.first(where: { $0.covers(domicile) })
    {
      notices.append(
        Notice(
          Message(
            "filed-elsewhere", zh: "所填受理部门为{bureau}工信部门，但住所（{domicile}）不在其辖区",
            en: "filed with the {bureau} bureau, but domicile {domicile} is outside its area",
            mend: Wording(
              zh: "受理部门改为{right}工信部门，材料报送该部门；住所有误的，更正住所",
              en: "file with the bureau of the domicile, {right}, or correct the domicile")),
          [
            "bureau": .term(bureau.name), "domicile": .text(domicile.code),
            "right": .term(right.name),
          ],
          at: ["/bureau", "/enterprise/domicile"]))
    }
  }

  private static func code(_ code: SocialCreditCode?, _ notices: inout [Notice]) {
    guard let code else { return }
    let document = Wording(zh: "营业执照", en: "licence")
    for notice in [
      code.registeredElsewhere(
        than: Thresholds.of2024.province.value, holder: Wording(zh: "企业", en: "an enterprise"),
        document: document,
        at: ["/enterprise/creditCode", "/enterprise/domicile"]),
      code.organisationCheckNotice(document: document, at: "/enterprise/creditCode"),
    ] {
      if let notice { notices.append(notice) }
    }
  }

  private static func lookUps(_ application: Application, _ notices: inout [Notice]) {
    guard let filing = application.filingDate else { return }
    check(application.enterprise.abnormalOperationsList, "abnormalOperationsList")
    check(application.enterprise.seriousDishonestyList, "seriousDishonestyList")

    func check(_ lookUp: Enterprise.ListLookUp, _ key: String) {
      guard let day = lookUp.lookedUp, day > filing else { return }
      notices.append(
        Notice(
          Message(
            "look-up-after-filing", zh: "查询日期 {day} 晚于申报日 {filing}",
            en: "the look-up of {day} is later than the filing date {filing}",
            mend: Wording(zh: "核对日期", en: "check the dates")),
          ["day": .day(day), "filing": .day(filing)],
          at: [Pointer("/enterprise/\(key)/lookedUp")]))
    }
  }

  private static func product(_ application: Application, _ notices: inout [Notice]) {
    let classification = application.product.classification
    switch (classification.scheme, classification.code, classification.explanation) {
    case (nil, let code?, _):
      notices.append(
        Notice(
          Message(
            "catalogue-missing", zh: "产品分类代码 {code} 没有写明所属目录",
            en: "product code {code} is given without its catalogue",
            mend: Wording(
              zh: "写明是《统计用产品分类目录》还是《生产性服务业统计分类（2019）》的代码",
              en: "state whether it is a code of the product catalogue or of productive services")),
          ["code": .text(code)], at: ["/product/classification/scheme"]))
    case (nil, nil, nil):
      notices.append(Notice(.classificationMissing, at: ["/product/classification"]))
    case (nil, nil, _?):
      notices.append(Notice(.classificationMissing, at: ["/product/classification/scheme"]))
    case (.custom, _, nil):
      notices.append(Notice(.classificationMissing, at: ["/product/classification/explanation"]))
    case (.productCatalogue, nil, _), (.productiveServices, nil, _):
      notices.append(Notice(.classificationMissing, at: ["/product/classification/code"]))
    default: break
    }
    if let start = application.product.fieldSince, let founded = application.enterprise.founded,
      start.latest < founded.earliest
    {
      notices.append(
        Notice(
          Message(
            "start-before-founding", zh: "从事该领域的起始时间（{start}）早于企业成立时间（{founded}）",
            en: "the start in the field, {start}, is before the enterprise's founding, {founded}",
            mend: Wording(zh: "核对日期，或说明业务承继关系", en: "check the dates, or explain the succession")),
          ["start": .date(start), "founded": .date(founded)],
          at: ["/product/fieldSince", "/enterprise/founded"]))
    }
  }

  private static func revenue(_ application: Application, _ notices: inout [Notice]) {
    // Without the confirmation the criterion itself stays open and says why.
    guard let round = application.applicationYear, application.figures.isUnitConfirmed == true
    else { return }
    let doubts = AveragedRevenue(
      application.figures, years: Thresholds.of2024.averagedYears.value, before: round,
      filed: application.filingDate
    ).unitDoubts
    if !doubts.isEmpty {
      notices.append(
        Notice(
          Message(
            "unit-confirmed", zh: "已确认金额单位，但数据异常：{doubts}",
            en: "the unit is confirmed, yet the figures are unusual: {doubts}",
            mend: Wording(zh: "对照审计报告核实", en: "verify them against the audit reports")),
          ["doubts": .list(doubts.map { .reason($0) })],
          at: ["/figures/isUnitConfirmed", "/figures/years"]))
    }
  }

  private static func amounts(_ figures: Figures, _ notices: inout [Notice]) {
    if figures.years?.isEmpty == false, figures.scope == nil {
      notices.append(
        Notice(
          Message(
            "scope-missing", zh: "未说明数据为合并口径还是本企业口径",
            en: "it is not stated whether the figures are consolidated",
            mend: Wording(zh: "填写数据口径", en: "state it")), at: ["/figures/scope"]))
    }
    guard let years = figures.years else { return }
    // By their numbers, because the figures of a year are large to copy.
    for index in years.indices {
      let (main, operating) = (years[index].mainBusinessRevenue, years[index].operatingRevenue)
      check(years[index].productRevenue, "productRevenue", Terms.product, in: main, Terms.main)
      check(main, "mainBusinessRevenue", Terms.main, in: operating, Terms.operating)
      check(
        years[index].internationalRevenue, "internationalRevenue", Terms.international,
        in: operating, Terms.operating)
      check(
        years[index].researchAndDevelopment, "researchAndDevelopment", Terms.research,
        in: operating, Terms.operating)

      func check(
        _ part: Money?, _ key: String, _ partName: @autoclosure () -> Wording, in whole: Money?,
        _ wholeName: @autoclosure () -> Wording
      ) {
        guard let part, let whole, part > whole else { return }
        notices.append(
          Notice(
            Message(
              "part-exceeds-whole", zh: "{part} {partAmount}，大于{whole} {wholeAmount}（会计年度：{year}）",
              en: "{part} {partAmount} exceeds {whole} {wholeAmount} (accounting year: {year})",
              mend: Wording(zh: "核对两项数据", en: "check both figures")),
            [
              "year": years[index].year.quantity { .year($0) }, "part": .term(partName()),
              "partAmount": .money(part), "whole": .term(wholeName()),
              "wholeAmount": .money(whole),
            ], at: [Pointer("/figures/years/*/" + key, at: index)]))
      }
    }
  }

  private static func positions(_ market: Market, _ notices: inout [Notice]) {
    let (province, nation, world) = (market.province, market.nation, market.world)
    range(of: province.share, .province, &notices)
    range(of: nation.share, .nation, &notices)
    range(of: world.share, .world, &notices)
    // Each is compared with the next wider area for which the figure is given.
    ranks((.province, province.rank), (.nation, nation.rank), &notices)
    ranks(
      nation.rank == nil ? (.province, province.rank) : (.nation, nation.rank),
      (.world, world.rank), &notices)
    shares((.province, province.share), (.nation, nation.share), &notices)
    shares(
      nation.share == nil ? (.province, province.share) : (.nation, nation.share),
      (.world, world.share), &notices)
  }

  private static func range(of share: Decimal?, _ area: Area, _ notices: inout [Notice]) {
    guard let share, !shares.contains(share) else { return }
    notices.append(
      Notice(
        Message(
          "share-out-of-range", zh: "{area}市场占有率 {share}% 不在 0 至 100% 之间",
          en: "market share {share}% ({area}) is not between 0% and 100%",
          mend: Wording(zh: "核对占有率", en: "check the share")),
        ["area": .term(area.name), "share": .number(share)],
        at: [area.place("share")]))
  }

  private static func ranks(
    _ narrow: (area: Area, rank: Int?), _ wide: (area: Area, rank: Int?),
    _ notices: inout [Notice]
  ) {
    guard let narrowRank = narrow.rank, let wideRank = wide.rank, narrowRank > wideRank else {
      return
    }
    notices.append(
      Notice(
        Message(
          "rank-better-in-wider-market", zh: "{wide}{wideRank}优于{narrow}{narrowRank}，不可能同时成立",
          en:
            "rank {wideRank} ({wide}) is better than {narrowRank} ({narrow}), which is impossible",
          mend: Wording(zh: "核对位次", en: "check the ranks")),
        [
          "narrow": .term(narrow.area.name), "narrowRank": .rank(narrowRank),
          "wide": .term(wide.area.name), "wideRank": .rank(wideRank),
        ], at: [narrow.area.place("rank"), wide.area.place("rank")]))
  }

  private static func shares(
    _ narrow: (area: Area, share: Decimal?), _ wide: (area: Area, share: Decimal?),
    _ notices: inout [Notice]
  ) {
    guard let narrowShare = narrow.share, let wideShare = wide.share, narrowShare < wideShare
    else { return }
    notices.append(
      Notice(
        Message(
          "share-greater-in-wider-market",
          zh: "{wide}占有率 {wideShare}% 高于{narrow}占有率 {narrowShare}%",
          en: "market share {wideShare}% ({wide}) is above {narrowShare}% ({narrow})",
          mend: Wording(zh: "核对占有率的范围和口径", en: "check the scope and the basis of the shares")),
        [
          "narrow": .term(narrow.area.name), "narrowShare": .number(narrowShare),
          "wide": .term(wide.area.name), "wideShare": .number(wideShare),
        ], at: [narrow.area.place("share"), wide.area.place("share")]))
  }

  private static func events(_ application: Application, _ notices: inout [Notice]) {
    guard let filing = application.filingDate else { return }
    check(application.enterprise.founded, at: "/enterprise/founded")
    check(application.product.fieldSince, at: "/product/fieldSince")
    for (index, incident) in (application.incidents ?? []).enumerated() {
      check(incident.date, at: Pointer("/incidents/*/date", at: index))
      check(incident.determination.date, at: Pointer("/incidents/*/determination/date", at: index))
    }
    for (index, revocation) in (application.revocations ?? []).enumerated() {
      check(revocation.decided, at: Pointer("/revocations/*/decided", at: index))
      check(revocation.event, at: Pointer("/revocations/*/event", at: index))
    }
    check(
      application.certificate.granted.map { PartialDate.day($0) }, at: "/certificate/granted")

    func check(_ date: PartialDate?, at place: @autoclosure () -> Pointer) {
      guard let date, date.earliest > filing else { return }
      notices.append(
        Notice(
          Message(
            "event-after-filing", zh: "日期（{date}）晚于申报日（{filing}）",
            en: "the date {date} is later than the filing date {filing}",
            mend: Wording(zh: "核对日期", en: "check the dates")),
          ["date": .date(date), "filing": .day(filing)], at: [place()]))
    }
  }
}

/// The names by which notices call figures and areas.
private enum Terms {
  static let product = Wording(zh: "产品收入", en: "product revenue")
  static let main = Wording(zh: "主营业务收入", en: "main-business revenue")
  static let operating = Wording(zh: "营业收入", en: "operating revenue")
  static let international = Wording(zh: "国际业务收入", en: "international revenue")
  static let research = Wording(zh: "研发费用", en: "research spending")
}

/// The areas of a market, from narrow to wide; each is called as in the application's format.
private enum Area: String {
  case province
  case nation
  case world

  /// The place of one of the area's figures.
  func place(_ key: String) -> Pointer { Pointer("/market/\(rawValue)/\(key)") }

  var name: Wording {
    switch self {
    case .province: Wording(zh: "全省", en: "province")
    case .nation: Wording(zh: "全国", en: "country")
    case .world: Wording(zh: "全球", en: "world")
    }
  }
}

extension Message {
  fileprivate static let classificationMissing = Message(
    "classification-missing", zh: "缺少产品分类：《统计用产品分类目录》8 位或 10 位代码、《生产性服务业统计分类（2019）》4 位代码，或另作说明",
    en:
      "the product's class is missing: a product catalogue code of 8 or 10 digits, a productive "
      + "services class of 4, or an explanation",
    mend: Wording(
      zh: "补充代码；目录中没有的，分类目录改选“其他”并写明分类说明",
      en: "supply the code; where no catalogue has one, choose the custom of the trade and explain")
  )
}
