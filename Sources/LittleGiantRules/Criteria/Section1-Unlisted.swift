// Sections 1, 3(1)1 and 6(2)5: no shares on the markets named, up to the end of the ministry's publicity.

import Eligibility

/// What the two readings of a listing that has ended answer.
struct UnlistedState: CriterionState {
  /// Whether it was listed on none of the markets at any time up to the end of the publicity.
  let never: Kleene
  /// Whether it is listed on none of them now.
  let now: Kleene

  var outcome: Outcome { Outcome(never.agreement(with: now)) }
  var readings: [Kleene] { [never, now] }
}

extension Criterion where Applicant == GiantApplication {
  /// Sections 1, 3(1)1 and 6(2)5: not listed on the markets named, no public issue abroad.
  public static let giantUnlisted = Criterion(
    "giant-unlisted",
    clauses: [
      .section(1), .part(section: 3, part: 1, item: 1), .part(section: 6, part: 2, item: 5),
    ], role: .condition,
    title: Wording(zh: "未在所列板块上市", en: "Not listed"),
    rule: Wording(
      zh:
        "截至工业和信息化部公示结束（含当日），股票未在上交所主板、科创板，深交所主板、中小板、创业板上市，也未在境外公开发行",
      en:
        "up to the end of the ministry's publicity, its last day included, no shares on Shanghai's main "
        + "board or STAR, or on Shenzhen's main board, SME board or ChiNext, and none issued publicly abroad"
    ),
    readings: [
      Reading(
        "listed-once", Wording(zh: "曾经上市的也不行，即使已经退市", en: "a listing excludes even after it ended"),
        ground: Wording(
          zh: "第一部分写“已在……上市”，没有写现在仍上市", en: "Section 1 says 已在, “already”, not “still”")),
      Reading(
        "listed-now",
        Wording(zh: "申报时仍在上市的才不行", en: "only a listing that lasts when filing excludes"),
        ground: Wording(
          zh: "排除上市公司，是因为其另有融资渠道；已退市的不再有",
          en:
            "listed companies are left out because they can raise money elsewhere; not so after delisting"
        )),
    ],
    settledReadings: [
      Reading(
        "until-publicity-ends",
        Wording(
          zh: "看到公示最后一日（含当日）；以所填的公示截止日为准",
          en: "up to and including the last day of the publicity, as the file dates it"),
        ground: Wording(
          zh: "六（二）5 把判断时间定为公示结束前，但没有写明是哪一次公示",
          en: "Section 6(2)5 looks up to the end of the publicity and does not say which one")),
      Reading(
        "applicant-itself",
        Wording(zh: "只看申报企业自身，不看其母公司", en: "the applicant itself, not its parent"),
        ground: Wording(zh: "所列为申报企业的股票", en: "the shares named are the applicant's")),
      Reading(
        "named-markets-only",
        Wording(
          zh: "新三板、北京证券交易所和其他市场不在排除之列", en: "the NEEQ, Beijing's exchange and others do not exclude"
        ),
        ground: Wording(
          zh: "第一部分逐一列出板块，没有“等”字",
          en: "Section 1 names the markets one by one, without “and the like”")),
    ],
    asks: [
      AskedFact(
        list: "/listings", { $0.listings },
        members: [
          ("market", { $0.market == nil }),
          ("since", { $0.mayExclude && $0.since == nil }),
          ("isListed", { $0.mayExclude && $0.isListed == nil && $0.until == nil }),
        ]),
      AskedFact(optional: "/listings/*/until"),
      AskedFact("/publicityEnd") { application in
        application.publicityEnd == nil
          && application.listings?.contains { $0.mayExclude } == true
      },
      AskedFact("/filingDate") { application in
        application.filingDate == nil && application.listings?.isEmpty == false
      },
    ],
    decide: { application, law -> UnlistedState in
      guard let listings = application.listings else {
        return UnlistedState(never: .unknown, now: .unknown)
      }
      let days = application.days(law)
      let last = application.lastDay(law)
      var state = (once: Kleene.no, now: Kleene.no)
      for listing in listings {
        let once = listing.excludes(by: last, days)
        state.once = state.once || once
        state.now = state.now || once && listing.lasts(days)
      }
      return UnlistedState(never: !state.once, now: !state.now)
    },
    explain: { state, application, law, say in
      guard let listings = application.listings else { return .missing }
      let (days, last) = (application.days(law), application.lastDay(law))
      lazy var values: Reason.Values = [
        "count": .count(listings.count),
        "markets": .list(
          listings.filter { $0.mayExclude }.map { $0.market.quantity { .term($0.name) } }),
        "last": last.upper.map { .day($0) }
          ?? .term(Wording(zh: "日期未填", en: "its day not given")),
        "never": state.never.word, "now": state.now.word,
      ]
      let numbers = listings.indices.filter {
        (listings[$0].excludes(by: last, days) && listings[$0].lasts(days)) != .no
      }
      let places = numbers.map { Pointer("/listings/*/market", at: $0) }
      switch state.outcome {
      case .met where listings.isEmpty:
        return say(
          "no-listing", zh: "声明没有上市；在公示结束（{last}）前须保持",
          en: "declared to be listed nowhere; it has to stay so until the publicity ends ({last})",
          values)
      case .met:
        return say(
          "no-listing-excludes", zh: "所列 {count} 项均不属于排除情形（按市场或日期）",
          en: "of the listings stated ({count}) none excludes, by market or day", values)
      case .unmet:
        return say(
          "listed", zh: "已在排除之列的市场上市或公开发行：{markets}",
          en: "listed or issued on a market that excludes: {markets}", values, at: places)
      default: break
      }
      if state.never == .no, state.now == .yes {
        return say(
          "delisted", zh: "曾在{markets}上市，申报时已退市：曾经上市即排除的，{never}；仍在上市才排除的，{now}",
          en:
            "once listed ({markets}), delisted when filing: {never} where a listing excludes for good, "
            + "{now} where it has to last",
          mend: Message.readingsDisagree.mend, values, asking: .nothing)
      }
      return say(
        "listing-open", zh: "所列上市情况是否在公示结束（{last}）前尚不能确定：{markets}",
        en: "open whether a listing stated was one before the publicity ended ({last}): {markets}",
        mend: Wording(
          zh: "填明市场、上市日期、是否仍上市和公示截止日",
          en: "state market, day, whether it lasts, and the end of the publicity"), values)
    })
}

extension GiantApplication {
  /// The last day of the publicity, as far as it is known.
  ///
  /// The third batch was under publicity when the notice was signed, so an earlier end is that of another one.
  func lastDay(_ law: GiantThresholds) -> Interval<Day> {
    guard let publicityEnd, publicityEnd >= law.signed else {
      return Interval(from: law.signed, through: nil)
    }
    return Interval(publicityEnd)
  }
}

extension GiantListing {
  /// Whether it may be on a market that excludes.
  fileprivate var mayExclude: Bool { market?.excludes ?? true }

  /// Whether it is a listing on a market that excludes, up to a last day.
  fileprivate func excludes(by last: Interval<Day>, _ days: GiantDays) -> Kleene {
    if span.isContradictory(days) { return market?.excludes == false ? .no : .unknown }
    var began = since.map { last.isAtOrAfter($0.days) } ?? .unknown
    // What is listed on the day of filing was so before the end of a publicity that ends later.
    if isListed == true {
      let isLater = since.map { $0.earliest > days.filing.upper ?? $0.earliest } ?? false
      if isLater { return market?.excludes == false ? .no : .unknown }
      if let filing = days.filing.upper, filing <= last.lower { began = .yes }
    }
    return Kleene((market?.excludes)) && began
  }

  /// Whether it lasts on the day of filing, or only begins later.
  fileprivate func lasts(_ days: GiantDays) -> Kleene {
    !span.hasBegun(by: .filing, days) || span.hasNotEnded(before: .filing, days)
  }
}

extension GiantExchange {
  /// What people call it.
  public var name: Wording {
    switch self {
    case .shanghaiMain: Wording(zh: "上交所主板", en: "Shanghai main board")
    case .star: Wording(zh: "上交所科创板", en: "Shanghai STAR market")
    case .shenzhenMain: Wording(zh: "深交所主板", en: "Shenzhen main board")
    case .smeBoard: Wording(zh: "深交所中小板", en: "Shenzhen SME board")
    case .chiNext: Wording(zh: "深交所创业板", en: "Shenzhen ChiNext")
    case .abroad: Wording(zh: "境外公开发行", en: "public issue abroad")
    case .beijing: Wording(zh: "北京证券交易所", en: "Beijing Stock Exchange")
    case .neeq: Wording(zh: "新三板", en: "NEEQ")
    case .other: Wording(zh: "其他市场", en: "another market")
    }
  }
}
