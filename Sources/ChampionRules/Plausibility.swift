// Figures that decide nothing but look wrong are pointed out, so that a slip is found before filing.

import CommonFacts
import Eligibility

/// The checks that look for slips; their limits are this program's, not the regulation's.
public enum Plausibility {
  /// An average revenue below this leaves the unit in doubt.
  public static let leastAverage = Money(yuan: 1_000_000)
  /// An average revenue above this leaves the unit in doubt.
  public static let greatestAverage = Money(yuan: 100_000_000_000)

  /// Everything odd about an application, in the order of the application's format.
  public static func notices(on application: Application) -> [Notice] {
    var notices: [Notice] = []
    notices.checkFiling(application.filingDate, inRound: application.applicationYear)
    place(application, &notices)
    notices.checkCode(
      application.enterprise.creditCode, in: Thresholds.of2024.province.value,
      of: Wording(zh: "企业", en: "an enterprise"), document: Wording(zh: "营业执照", en: "licence"))
    lookUps(application, &notices)
    product(application, &notices)
    revenue(application, &notices)
    notices.checkScope(of: application.figures)
    notices.checkParts(
      [
        (.productRevenue, .mainBusinessRevenue), (.mainBusinessRevenue, .operatingRevenue),
        (.internationalRevenue, .operatingRevenue), (.researchAndDevelopment, .operatingRevenue),
      ], of: application.figures)
    positions(application.market, &notices)
    events(application, &notices)
    return notices
  }

  private static func place(_ application: Application, _ notices: inout [Notice]) {
    guard let domicile = application.enterprise.domicile else { return }
    notices.checkDivision(domicile, document: "营业执照")
    notices.checkBureau(
      application.bureau, of: domicile, in: Thresholds.of2024.province.value,
      Message(
        "filed-elsewhere", zh: "所填受理部门为{bureau}工信部门，但住所（{domicile}）不在其辖区",
        en: "filed with the {bureau} bureau, but domicile {domicile} is outside its area",
        mend: Wording(
          zh: "受理部门改为{right}工信部门，材料报送该部门；住所有误的，更正住所",
          en: "file with the bureau of the domicile, {right}, or correct the domicile")))
  }

  private static func lookUps(_ application: Application, _ notices: inout [Notice]) {
    let enterprise = application.enterprise
    notices.checkLookUp(
      enterprise.abnormalOperationsList.lookedUp, by: application.filingDate,
      at: "/enterprise/abnormalOperationsList/lookedUp")
    notices.checkLookUp(
      enterprise.seriousDishonestyList.lookedUp, by: application.filingDate,
      at: "/enterprise/seriousDishonestyList/lookedUp")
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
    guard let share, !PlausibleFigures.shares.contains(share) else { return }
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
      notices.checkEvent(date, by: filing, at: place())
    }
  }
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
