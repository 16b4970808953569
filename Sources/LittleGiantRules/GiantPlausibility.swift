// Facts that decide nothing but look wrong, or that somebody has to see to, are pointed out.

import CommonFacts
import Eligibility

/// The checks that look for slips, and what has to be seen to; limits here are this program's own.
public enum GiantPlausibility {
  /// Everything to be pointed out about an application, in the order of its format.
  public static func notices(on application: GiantApplication) -> [Notice] {
    let law = GiantThresholds.of2021
    var notices: [Notice] = []
    filing(application, law, &notices)
    place(application, law, &notices)
    enterprise(application, &notices)
    titles(application, law, &notices)
    listings(application, law, &notices)
    product(application.product, &notices)
    amounts(application.figures, &notices)
    market(application, &notices)
    beginnings(application, &notices)
    patents(application, law, &notices)
    targetTable(application, law, &notices)
    lengths(application, &notices)
    return notices
  }

  private static func filing(
    _ application: GiantApplication, _ law: GiantThresholds, _ notices: inout [Notice]
  ) {
    guard let filing = application.filingDate else { return }
    if filing > law.deadline.value {
      notices.append(
        Notice(
          Message(
            "filed-after-round", zh: "申报日 {filing} 不在 {first} 至 {last} 之间，本次申报已截止",
            en: "the filing date {filing} is not between {first} and {last}: the round is over",
            mend: Wording(zh: "核对申报日", en: "check the filing date")),
          [
            "filing": .day(filing), "first": .day(law.signed), "last": .day(law.deadline.value),
          ], at: ["/filingDate"]))
    }
    if let delivered = application.delivered, delivered < filing {
      notices.append(
        Notice(
          Message(
            "delivered-before-filing", zh: "送达日期 {delivered} 早于申报日 {filing}",
            en: "delivered on {delivered}, before it was filed on {filing}",
            mend: Wording(zh: "核对日期", en: "check the dates")),
          ["delivered": .day(delivered), "filing": .day(filing)],
          at: ["/delivered", "/filingDate"]))
    }
  }

  private static func lengths(_ application: GiantApplication, _ notices: inout [Notice]) {
    for (length, place) in [
      (application.profile.length, "/profile/characters"),
      (application.summary, "/summary/characters"),
    ] where length.isContradictory {
      notices.append(
        Notice(
          Message(
            "length-of-another-text", zh: "所填字数 {declared} 不可能是所附正文的字数（非空白字符 {all} 个，其中汉字 {han} 个）",
            en:
              "the number stated, {declared}, cannot be that of the text ({all} characters, {han} Chinese)",
            mend: Wording(zh: "核对字数和正文", en: "check the number and the text")),
          [
            "declared": length.characters.quantity { .count($0) },
            "all": length.text.quantity { .count($0.characters) },
            "han": length.text.quantity { .count($0.hanCharacters) },
          ], at: [Pointer(place)]))
    }
  }

  private static func place(
    _ application: GiantApplication, _ law: GiantThresholds, _ notices: inout [Notice]
  ) {
    notices.checkCode(
      application.enterprise.creditCode, in: law.province.value,
      of: Wording(zh: "企业", en: "an enterprise"), document: Wording(zh: "营业执照", en: "licence"))
    guard let domicile = application.enterprise.domicile else { return }
    if let successor = domicile.successor {
      notices.append(
        Notice(
          Message(
            "division-moved", zh: "住所行政区划代码 {domicile} 已停用，现行代码为 {today}",
            en: "division code {domicile} is no longer in use; the place now has {today}",
            mend: Wording(zh: "对照营业执照核对，改用现行代码", en: "check the licence and use the present code")),
          ["domicile": .text(domicile.code), "today": .text(successor.code)],
          at: ["/enterprise/domicile"]))
    }
    notices.checkBureau(application.bureau, of: domicile, in: law.province.value)
    guard domicile.begins(with: law.province.value) else { return }
    if let division = application.bureauDivision, !division.isOrHolds(domicile) {
      notices.append(
        Notice(
          Message(
            "filed-with-another-county", zh: "受理部门的区划代码 {division} 与住所 {domicile} 不是一地",
            en: "the bureau's division {division} is not that of the domicile, {domicile}",
            mend: Wording(zh: "核对受理部门和住所", en: "check the bureau and the domicile")),
          ["division": .text(division.code), "domicile": .text(domicile.code)],
          at: ["/bureauDivision", "/enterprise/domicile"]))
    }
  }

  private static func enterprise(
    _ application: GiantApplication, _ notices: inout [Notice]
  ) {
    let enterprise = application.enterprise
    if enterprise.size == .large {
      notices.append(
        Notice(
          Message(
            "large-enterprise", zh: "填写为大型企业，附件5 只有中型、小型、微型三种",
            en: "stated to be large, for which Annex 5 has no box",
            mend: Wording(
              zh: "对照《中小企业划型标准规定》（工信部联企业〔2011〕300号）核对，本程序未收录该标准",
              en: "check it by 工信部联企业〔2011〕300号, which is not in this rulebook")),
          at: ["/enterprise/size"]))
    }
    if enterprise.hasListedParent == true {
      notices.append(
        Notice(
          Message(
            "listed-parent", zh: "上级公司已上市；条款只看申报企业自身，请核实申报企业的股票没有随之上市",
            en:
              "a company above it is listed; only the applicant's own shares count, so verify them"
          ), at: ["/enterprise/hasListedParent"]))
    }
    if let staff = enterprise.researchStaff, let all = enterprise.headCount, staff > all {
      notices.append(
        Notice(
          Message(
            "staff-exceeds-head-count", zh: "专职研发人员 {staff} 人，多于从业人数 {all} 人",
            en: "{staff} full-time research staff are more than the head count, {all}",
            mend: Wording(zh: "核对两项数据", en: "check both numbers")),
          ["staff": .count(staff), "all": .count(all)],
          at: ["/enterprise/researchStaff", "/enterprise/headCount"]))
    }
  }

  private static func titles(
    _ application: GiantApplication, _ law: GiantThresholds, _ notices: inout [Notice]
  ) {
    let titles = application.recognitions ?? []
    let isRecognised = titles.contains { $0.kind == .littleGiant && $0.status == .recognised }
    for index in titles.indices {
      let title = titles[index]
      if title.kind == .littleGiant, title.status == .underPublicity,
        title.batch == law.newestBatch.value, !isRecognised
      {
        notices.append(
          Notice(
            Message(
              "provisional", zh: "第 {batch} 批尚在公示，暂按符合处理；公示后须得到认定",
              en: "batch {batch} is under publicity: provisional, recognition must follow"),
            ["batch": .count(law.newestBatch.value)],
            at: [Pointer("/recognitions/*/status", at: index)]))
      }
      if title.kind == .keyLittleGiant, application.hasFirstBatchSupport == false {
        notices.append(
          Notice(
            Message(
              "key-title-without-support", zh: "已列出重点“小巨人”称号，但声明没有得到过第一批资金支持",
              en:
                "the title of a key little giant is listed, yet support in the first batch is denied",
              mend: Wording(zh: "核对两项", en: "check both")),
            at: [Pointer("/recognitions/*/kind", at: index), "/hasFirstBatchSupport"]))
      }
    }
  }

  private static func listings(
    _ application: GiantApplication, _ law: GiantThresholds, _ notices: inout [Notice]
  ) {
    if let end = application.publicityEnd, end < law.signed {
      notices.append(
        Notice(
          Message(
            "publicity-ended-before", zh: "公示截止日 {end} 早于文件印发日 {signed}，应是另一次公示，未予采用",
            en:
              "the publicity ended on {end}, before the notice of {signed}: it is another one, and not "
              + "used", mend: Wording(zh: "填写文件印发时或之后的公示", en: "give the one of that time or later")
          ),
          ["end": .day(end), "signed": .day(law.signed)], at: ["/publicityEnd"]))
    }
    guard let listings = application.listings else { return }
    let last = application.lastDay(law)
    let isOver = last.upper.map { end in application.filingDate.map { end < $0 } ?? false }
    if !listings.contains(where: { $0.market?.excludes ?? true }), isOver != true {
      notices.append(
        Notice(
          Message(
            "has-to-stay-unlisted", zh: "在公示结束（{last}）前须保持未上市",
            en: "it has to stay unlisted until the publicity ends ({last})"),
          [
            "last": last.upper.map { .day($0) }
              ?? .term(Wording(zh: "日期未填", en: "its day not given"))
          ], at: ["/listings"]))
    }
    for index in listings.indices {
      let (market, place) = (
        listings[index].market, Pointer("/listings/*/market", at: index)
      )
      if market == .beijing || market == .other {
        notices.append(
          Notice(
            Message(
              "market-not-named", zh: "{market}不在所列板块之内，不作为排除情形，请核实",
              en: "{market} is not among the markets named and does not exclude; verify it"),
            ["market": market.quantity { .term($0.name) }], at: [place]))
      }
    }
    if application.listingPlan.isUnderWay,
      let index = listings.firstIndex(where: { $0.market?.excludes == true && $0.until == nil })
    {
      notices.append(
        Notice(
          Message(
            "plan-beside-listing", zh: "已列出上市情况，又填写了上市计划",
            en: "a listing is stated, and a plan to go public besides",
            mend: Wording(zh: "核对两项", en: "check both")),
          at: ["/listingPlan/stage", Pointer("/listings/*/market", at: index)]))
    }
  }

  private static func product(_ product: GiantProduct, _ notices: inout [Notice]) {
    guard let name = product.name else { return }
    let scalars = name.unicodeScalars
    if scalars.contains(where: { $0.isHan }), scalars.contains(where: { $0.isLatin }) {
      notices.append(
        Notice(
          Message(
            "letters-in-product-name", zh: "主导产品名称“{name}”中有英文字母",
            en: "the product name {name} has Latin letters",
            mend: Wording(zh: "核对是否英文名称", en: "check that they are no English name")),
          ["name": .text(name)], at: ["/product/name"]))
    }
    // A list comma stands between several names (Section 6(1)2).
    if scalars.contains(where: { [",", "，", ";", "；"].contains($0) }) {
      notices.append(
        Notice(
          Message(
            "product-names-separated", zh: "主导产品名称“{name}”中有逗号或分号",
            en: "the product name {name} has commas or semicolons",
            mend: Wording(zh: "多个主导产品之间用“、”分隔", en: "separate several products by 、")),
          ["name": .text(name)], at: ["/product/name"]))
    }
  }

  private static func amounts(_ figures: Figures, _ notices: inout [Notice]) {
    notices.checkScope(of: figures)
    notices.checkParts(
      [
        (.mainBusinessRevenue, .operatingRevenue), (.productRevenue, .mainBusinessRevenue),
        (.researchAndDevelopment, .operatingRevenue), (.exports, .operatingRevenue),
      ], of: figures, called: name(of:))
    for amount in [Amount.mainBusinessRevenue, .operatingRevenue, .researchAndDevelopment] {
      jump(amount, figures.years ?? [], &notices)
    }
  }

  /// What the form calls an amount.
  private static func name(of amount: Amount) -> Wording {
    amount == .researchAndDevelopment
      ? Wording(zh: "研发经费", en: "research spending") : amount.name
  }

  /// Points out amounts of which one is so many times another that their unit is in doubt.
  private static func jump(
    _ kind: Amount, _ years: [YearFigures], _ notices: inout [Notice]
  ) {
    var least: (index: Int, amount: Money)?
    var greatest: (index: Int, amount: Money)?
    for index in years.indices {
      guard let amount = years[index][kind], amount > .zero else { continue }
      if least.map({ amount < $0.amount }) ?? true { least = (index, amount) }
      if greatest.map({ amount > $0.amount }) ?? true { greatest = (index, amount) }
    }
    guard let least, let greatest, greatest.amount >= least.amount * PlausibleFigures.greatestJump
    else { return }
    notices.append(
      Notice(
        Message(
          "amounts-jump", zh: "{name}各年相差 {factor} 倍以上：{least} 与 {greatest}",
          en: "{name} of two years differs by a factor of {factor} or more: {least} and {greatest}",
          mend: Wording(zh: "核对金额及其单位", en: "check the amounts and their unit")),
        [
          "name": .term(name(of: kind)), "factor": .count(PlausibleFigures.greatestJump),
          "least": .moneyInWords(least.amount), "greatest": .moneyInWords(greatest.amount),
        ],
        at: [kind.place(at: least.index), kind.place(at: greatest.index)]))
  }

  private static func market(_ application: GiantApplication, _ notices: inout [Notice]) {
    let market = application.market
    let positions = [
      ("province", market.province), ("nation", market.nation), ("world", market.world),
    ]
    for (area, position) in positions {
      share(position.share, at: Pointer("/market/\(area)/share"))
    }
    for (index, year) in (application.figures.years ?? []).enumerated() {
      share(year.marketShare, at: Pointer("/figures/years/*/marketShare", at: index))
    }
    for (narrow, wide) in [(0, 1), (1, 2), (0, 2)] {
      guard let narrowRank = positions[narrow].1.rank, let wideRank = positions[wide].1.rank,
        narrowRank > wideRank
      else { continue }
      notices.append(
        Notice(
          Message(
            "rank-better-in-wider-market", zh: "较大范围的{wideRank}优于较小范围的{narrowRank}，不可能同时成立",
            en:
              "{wideRank} in a wider market is better than {narrowRank} in a narrower one, which is "
              + "impossible", mend: Wording(zh: "核对位次", en: "check the ranks")),
          ["wideRank": .rank(wideRank), "narrowRank": .rank(narrowRank)],
          at: [
            Pointer("/market/\(positions[narrow].0)/rank"),
            Pointer("/market/\(positions[wide].0)/rank"),
          ]))
    }

    func share(_ share: Decimal?, at place: Pointer) {
      guard let share, share > Decimal(100) else { return }
      notices.append(
        Notice(
          Message(
            "share-out-of-range", zh: "市场占有率 {share}% 大于 100%",
            en: "the market share {share}% is above 100%",
            mend: Wording(zh: "核对占有率", en: "check the share")), ["share": .number(share)],
          at: [place]))
    }
  }

  /// Points out what began after it was filed, or before the enterprise came into being.
  private static func beginnings(_ application: GiantApplication, _ notices: inout [Notice]) {
    let (filing, founded) = (application.filingDate, application.enterprise.founded)
    notices.checkEvent(founded, by: filing, at: "/enterprise/founded")
    let innovation = application.innovation
    check(innovation.patents?.map { $0.granted }, "/innovation/patents/*/granted")
    check(innovation.institutions?.map { $0.since }, "/innovation/institutions/*/since")
    check(innovation.standards?.map { $0.published }, "/innovation/standards/*/published")
    check(innovation.certifications?.map { $0.obtained }, "/innovation/certifications/*/obtained")
    check(application.listings?.map { $0.since }, "/listings/*/since")
    check([application.listingPlan.since], "/listingPlan/since")

    func check(_ dates: [PartialDate?]?, _ template: String) {
      for (index, date) in (dates ?? []).enumerated() {
        guard let date else { continue }
        let place = Pointer(template, at: template.utf8.contains(UInt8(ascii: "*")) ? index : nil)
        notices.checkEvent(date, by: filing, at: place)
        if let founded, date.latest < founded.earliest {
          notices.append(
            Notice(
              Message(
                "before-founding", zh: "日期（{date}）早于企业成立时间（{founded}）",
                en: "the date {date} is before the enterprise's founding, {founded}",
                mend: Wording(
                  zh: "核对日期，或说明业务承继关系", en: "check the dates, or explain the succession")),
              ["date": .date(date), "founded": .date(founded)],
              at: [place, "/enterprise/founded"]))
        }
      }
    }
  }

  private static func patents(
    _ application: GiantApplication, _ law: GiantThresholds, _ notices: inout [Notice]
  ) {
    let days = application.days(law)
    for (index, patent) in (application.innovation.patents ?? []).enumerated() {
      if application.innovation.repeatsPatent(index) {
        notices.append(
          Notice(
            Message(
              "patent-repeated", zh: "专利号 {number} 出现不止一次",
              en: "the patent number {number} stands there more than once",
              mend: Wording(zh: "同一专利只列一次", en: "list a patent once")),
            ["number": patent.number.quantity { .text($0) }],
            at: [Pointer("/innovation/patents/*/number", at: index)]))
      }
      if patent.isInUse == true, patent.span.holds(on: .filing, days) == .no {
        notices.append(
          Notice(
            Message(
              "used-but-not-in-force", zh: "填写为实际应用，但申报日不是有效专利",
              en: "stated to be in use, but not in force on the filing date",
              mend: Wording(
                zh: "目标表该行只计有效并实际应用的发明专利",
                en: "that row of the target table counts patents that are in force and in use")),
            at: [Pointer("/innovation/patents/*/isInUse", at: index)]))
      }
    }
  }
}

extension AdministrativeDivision {
  /// Whether a place is this one or in it; zeros at the end stand for the whole of a level.
  fileprivate func isOrHolds(_ place: AdministrativeDivision) -> Bool {
    var digits = Substring(code)
    while digits.utf8.count > 2, digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return place.begins(with: String(digits))
      || place.successor?.begins(with: String(digits)) == true
  }
}
