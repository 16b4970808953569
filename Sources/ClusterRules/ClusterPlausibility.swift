// Figures that decide nothing but look wrong are pointed out, so that a slip is found before filing.

import CommonFacts
import Eligibility

/// The checks that look for slips; their limits are this program's, not the regulation's.
public enum ClusterPlausibility {
  /// Everything odd about an application, in the order of the application's format.
  public static func notices(on application: ClusterApplication) -> [Notice] {
    var notices: [Notice] = []
    notices.checkFiling(application.filingDate, inRound: application.applicationYear)
    places(application, &notices)
    bureau(application, &notices)
    industries(application, &notices)
    promoter(application, &notices)
    members(application, &notices)
    titles(application, &notices)
    shares(application, &notices)
    incidents(application, &notices)
    return notices
  }

  // MARK: Where the cluster lies

  private static func places(_ application: ClusterApplication, _ notices: inout [Notice]) {
    let areas = application.cluster.areas ?? []
    for (number, area) in areas.enumerated() {
      guard let area, let successor = area.successor else { continue }
      notices.append(
        Notice(
          Message(
            "division-moved", zh: "行政区划代码 {area} 已停用，该地现属{place}，代码为 {today}",
            en: "division code {area} is no longer in use; the place, now of {place}, has {today}",
            mend: Wording(zh: "核对后改用现行代码", en: "check it and use the present code")),
          [
            "area": .text(area.code), "today": .text(successor.code),
            "place": Bureau(of: area).quantity { .term($0.name) },
          ], at: [Pointer("/cluster/areas/*", at: number)]))
    }
    // Of places that could not be read nothing can be said.
    let known = areas.compactMap { $0 }
    guard known.count == areas.count, !known.isEmpty else { return }
    let prefectures = known.map { $0.prefecture }
    if let lead = application.cluster.leadPrefecture {
      if !prefectures.contains(lead.prefecture) {
        notices.append(
          Notice(
            Message(
              "lead-not-among-areas", zh: "牵头市（州）{lead} 不在集群所在区域（{areas}）之列",
              en: "the lead prefecture {lead} is not among the areas {areas}",
              mend: Wording(zh: "核对牵头市（州）和所在区域", en: "check the lead and the areas")),
            ["lead": .text(lead.code), "areas": .list(known.map { .text($0.code) })],
            at: ["/cluster/leadPrefecture", "/cluster/areas"]))
      }
    } else if prefectures.contains(where: { $0 != prefectures[0] }) {
      notices.append(
        Notice(
          Message(
            "lead-missing", zh: "所在区域跨市（州）（{areas}），但没有写明牵头市（州）",
            en: "the areas {areas} are in more than one prefecture, but no lead is named",
            mend: Wording(zh: "写明牵头市（州），由其工信部门组织申报", en: "name the lead, whose bureau files")),
          ["areas": .list(known.map { .text($0.code) })], at: ["/cluster/leadPrefecture"]))
    }
  }

  /// The bureau is that of the lead prefecture, or of the only one in which the cluster lies.
  private static func bureau(_ application: ClusterApplication, _ notices: inout [Notice]) {
    guard let bureau = application.bureau else { return }
    let areas = (application.cluster.areas ?? []).compactMap { $0 }
    var responsible: AdministrativeDivision?
    if let lead = application.cluster.leadPrefecture {
      // A bureau that is not a prefecture's own, as Meihekou's, may be named for the place that leads.
      if !areas.contains(where: { bureau.covers($0) && $0.prefecture == lead.prefecture }) {
        responsible = lead
      }
    } else if let first = areas.first,
      areas.allSatisfy({ $0.prefecture == first.prefecture && !bureau.covers($0) })
    {
      responsible = first
    }
    // Outside the province no bureau is responsible.
    guard let responsible, !bureau.covers(responsible),
      let right = Bureau(of: responsible)
    else { return }
    notices.append(
      Notice(
        Message(
          "filed-elsewhere", zh: "所填受理部门为{bureau}工信部门，但 {place} 不在其辖区",
          en: "filed with the {bureau} bureau, but {place} is outside its area",
          mend: Wording(
            zh: "由{right}工信部门组织申报，或更正所在区域",
            en: "file with the bureau of {right}, or correct the places")),
        [
          "bureau": .term(bureau.name), "place": .text(responsible.code),
          "right": .term(right.name),
        ], at: ["/bureau", "/cluster/leadPrefecture"]))
  }

  // MARK: What it makes

  private static func industries(_ application: ClusterApplication, _ notices: inout [Notice]) {
    for (number, industry) in (application.cluster.industries ?? []).enumerated() {
      guard let industry, !industry.isManufacturing else { continue }
      notices.append(
        Notice(
          Message(
            "industry-outside-manufacturing", zh: "主导产业代码 {industry} 不属于制造业（大类 13—43）",
            en: "leading industry {industry} is not in manufacturing (divisions 13–43)",
            mend: Wording(
              zh: "核对代码；是否属先进制造业由专家评判", en: "check the code; experts judge the matter")),
          ["industry": .text(industry.code)], at: [Pointer("/cluster/industries/*", at: number)]))
    }
    let codes = (application.members.list ?? []).compactMap { $0.industryCode }
    let outside = codes.filter { !$0.isManufacturing }.count
    if outside * 2 > codes.count {
      notices.append(
        Notice(
          Message(
            "members-outside-manufacturing",
            zh: "填有行业代码的 {count} 家成员中，{outside} 家不属于制造业（大类 13—43）",
            en:
              "{outside} of {count} members with an industry code are outside manufacturing (13–43)",
            mend: Wording(zh: "核对成员的行业代码", en: "check the members' industry codes")),
          ["outside": .count(outside), "count": .count(codes.count)], at: ["/members/list"]))
    }
  }

  // MARK: The promotion organisation

  /// The paper by which codes are checked.
  private static let certificate = Wording(zh: "登记证书", en: "certificate")

  private static func promoter(_ application: ClusterApplication, _ notices: inout [Notice]) {
    let promoter = application.promoter
    if let code = promoter.creditCode {
      if !code.isRegisteredNationally(orIn: ClusterThresholds.of2024.province.value) {
        notices.append(
          Notice(
            Message(
              "registered-elsewhere",
              zh: "促进组织统一社会信用代码第 3 至 8 位为 {division}，不属吉林省（迁入单位的代码不变）",
              en:
                "digits 3 to 8 of the promotion organisation's code, {division}, are not those of Jilin "
                + "(the code stays the same when it moves)",
              mend: Wording(zh: "对照登记证书核对", en: "check the certificate of registration")),
            ["division": .text(code.registrationDivision)], at: ["/promoter/creditCode"]))
      }
      notices.checkOrganisationCode(in: code, document: certificate, at: "/promoter/creditCode")
    }
    notices.checkLookUp(
      promoter.creditRecords.lookedUp, by: application.filingDate,
      at: "/promoter/creditRecords/lookedUp")
    for (number, year) in (promoter.accounts.years ?? []).enumerated() {
      guard let part = year.publicIncome, let whole = year.income, part > whole else { continue }
      notices.append(
        Notice(
          Message(
            "public-income-exceeds-income",
            zh: "财政性收入 {part}，大于收入 {whole}（会计年度：{year}）",
            en: "public money {part} exceeds income {whole} (accounting year: {year})",
            mend: Wording(zh: "核对两项数据", en: "check both figures")),
          [
            "part": .money(part), "whole": .money(whole),
            "year": year.year.quantity { .year($0) },
          ], at: [Pointer("/promoter/accounts/years/*/publicIncome", at: number)]))
    }
  }

  // MARK: Members

  private static func members(_ application: ClusterApplication, _ notices: inout [Notice]) {
    let list = application.members.list ?? []
    var first: [SocialCreditCode: Int] = [:]
    for number in list.indices {
      let member = list[number]
      if let code = member.creditCode {
        notices.checkOrganisationCode(
          in: code, document: certificate, at: Pointer("/members/list/*/creditCode", at: number))
        if let earlier = first[code] {
          notices.append(
            Notice(
              Message(
                "member-listed-twice", zh: "代码 {code} 在成员名单第 {first} 项和第 {second} 项重复",
                en: "code {code} is listed as member {first} and again as {second}",
                mend: Wording(zh: "每个成员只列一次", en: "list each member once")),
              [
                "code": .text(code.text), "first": .count(earlier + 1),
                "second": .count(number + 1),
              ], at: [Pointer("/members/list/*/creditCode", at: number)]))
        } else {
          first[code] = number
        }
      }
      if member.hasImpossibleTerm {
        notices.append(
          Notice(
            Message(
              "member-left-before-joining", zh: "成员{name}的退出日期早于加入日期",
              en: "member {name} left before it joined",
              mend: Wording(zh: "核对日期", en: "check the dates")),
            ["name": member.called], at: [Pointer("/members/list/*/until", at: number)]))
      }
      if let since = member.since, let filing = application.filingDate, since.earliest > filing {
        notices.append(
          Notice(
            Message(
              "member-since-after-filing", zh: "成员{name}的加入日期（{since}）晚于申报日（{filing}）",
              en: "member {name} joined ({since}) after the filing date {filing}",
              mend: Wording(zh: "核对日期", en: "check the dates")),
            [
              "name": member.called, "since": .date(since), "filing": .day(filing),
            ], at: [Pointer("/members/list/*/since", at: number)]))
      }
      if let part = member.researchStaff, let whole = member.staff, part > whole {
        notices.append(
          Notice(
            Message(
              "research-staff-exceed-staff", zh: "成员{name}的科研人员 {part}，多于从业人员 {whole}",
              en: "member {name} has more research staff ({part}) than staff ({whole})",
              mend: Wording(zh: "核对两项数据", en: "check both figures")),
            ["name": member.called, "part": .count(part), "whole": .count(whole)],
            at: [Pointer("/members/list/*/researchStaff", at: number)]))
      }
      if let part = member.researchAndDevelopment, let whole = member.operatingRevenue,
        part > whole
      {
        notices.append(
          Notice(
            Message(
              "research-exceeds-revenue", zh: "成员{name}的研发费用 {part}，大于营业收入 {whole}",
              en:
                "member {name} spends more on research ({part}) than its operating revenue ({whole})",
              mend: Wording(zh: "核对两项数据", en: "check both figures")),
            ["name": member.called, "part": .money(part), "whole": .money(whole)],
            at: [Pointer("/members/list/*/researchAndDevelopment", at: number)]))
      }
    }
  }

  private static func titles(_ application: ClusterApplication, _ notices: inout [Notice]) {
    for (number, title) in (application.titles ?? []).enumerated() {
      let recognition = title.recognition
      let place = Pointer("/titles/*/validUntil", at: number)
      let code = title.member.quantity { .text($0.text) }
      if recognition.validUntil == endless {
        notices.append(
          Notice(
            Message(
              "title-without-end", zh: "{member} 的称号没有截止日期，按有效计",
              en: "the title of {member} has no end and counts as valid",
              mend: Wording(zh: "对照证书或公告核实", en: "verify it on the certificate")),
            ["member": code], at: [place]))
      }
      guard let filing = application.filingDate else { continue }
      if let until = recognition.validUntil, until < filing {
        notices.append(
          Notice(
            Message(
              "title-ended", zh: "{member} 的称号于 {until} 到期，早于申报日 {filing}，不计入",
              en: "the title of {member} ended on {until}, before the filing date {filing}",
              mend: Wording(zh: "核对有效期", en: "check its validity")),
            ["member": code, "until": .day(until), "filing": .day(filing)], at: [place]))
      }
      if let from = recognition.validFrom, from > filing {
        notices.append(
          Notice(
            Message(
              "title-after-filing", zh: "{member} 的称号自 {from} 起有效，晚于申报日 {filing}，不计入",
              en: "the title of {member} is valid from {from}, after the filing date {filing}",
              mend: Wording(zh: "核对有效期", en: "check its validity")),
            ["member": code, "from": .day(from), "filing": .day(filing)],
            at: [Pointer("/titles/*/validFrom", at: number)]))
      }
    }
  }

  /// The end of a title that has none.
  private static let endless = Day.last(of: 9999)

  // MARK: Shares and events

  private static func shares(_ application: ClusterApplication, _ notices: inout [Notice]) {
    if let rate = application.localSupply.rate, !PlausibleFigures.shares.contains(rate) {
      notices.append(
        Notice(
          Message(
            "local-rate-out-of-range", zh: "本地配套率 {rate}% 不在 0 至 100% 之间",
            en: "the rate of local supply, {rate}%, is not between 0% and 100%",
            mend: Wording(zh: "核对数据", en: "check the figure")), ["rate": .number(rate)],
          at: ["/localSupply/rate"]))
    }
    for (number, average) in (application.industryAverages ?? []).enumerated() {
      guard let value = average.value, !PlausibleFigures.shares.contains(value) else { continue }
      notices.append(
        Notice(
          Message(
            "average-out-of-range", zh: "同行业平均水平 {value}% 不在 0 至 100% 之间",
            en: "the industry's average, {value}%, is not between 0% and 100%",
            mend: Wording(zh: "核对数据", en: "check the figure")), ["value": .number(value)],
          at: [Pointer("/industryAverages/*/value", at: number)]))
    }
  }

  /// Grave accidents of a code that no enterprise among the members has: they count only if the list is wrong.
  private static func ofNoEnterprise(
    _ application: ClusterApplication, _ notices: inout [Notice]
  ) {
    let grave = (application.incidents ?? []).enumerated().filter { _, incident in
      incident.grade?.isMajor == true && incident.kind != .other
        && incident.determination.status != .cleared
    }
    if grave.isEmpty { return }
    var enterprises: Set<SocialCreditCode> = []
    for member in application.members.list ?? [] where member.isEnterprise != .no {
      if let code = member.creditCode { enterprises.insert(code) }
    }
    for (number, incident) in grave {
      guard let code = incident.member, !enterprises.contains(code) else { continue }
      notices.append(
        Notice(
          Message(
            "accident-of-no-enterprise", zh: "代码 {code} 发生重特大事故，但成员名单中没有以企业列出的该代码",
            en:
              "code {code} had a grave accident, and no member is listed as an enterprise of that code",
            mend: Wording(
              zh: "核对成员名单和成员类型；不属集群的，删去该项",
              en: "check the list and the member's kind; leave it out if it is of no member")),
          ["code": .text(code.text)], at: [Pointer("/incidents/*/member", at: number)]))
    }
  }

  private static func incidents(_ application: ClusterApplication, _ notices: inout [Notice]) {
    ofNoEnterprise(application, &notices)
    let filing = application.filingDate
    for (number, incident) in (application.incidents ?? []).enumerated() {
      notices.checkEvent(incident.date, by: filing, at: Pointer("/incidents/*/date", at: number))
      notices.checkEvent(
        incident.determination.date, by: filing,
        at: Pointer("/incidents/*/determination/date", at: number))
    }
  }
}

extension ClusterMember {
  /// What notices call it.
  fileprivate var called: Quantity {
    name.map { .text($0) } ?? creditCode.quantity { .text($0.text) }
  }
}

extension AdministrativeDivision {
  /// The province and the prefecture in which the place lies today.
  fileprivate var prefecture: String { String((successor ?? self).code.prefix(4)) }
}
