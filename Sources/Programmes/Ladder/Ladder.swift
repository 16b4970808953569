// One page on which an enterprise sees where it stands: what it holds, what can be checked, and what no source says.

import CommonFacts
import Eligibility
import Judging

extension LadderView {
  /// The view of the titles of enterprises in Jilin.
  static let jilin = LadderView(
    id: "enterprise-ladder", faults: { FactTable.ladder.faults(in: $0) },
    report: { Ladder($0, on: $1).report })
}

/// What the files of one enterprise say about its titles.
private struct Ladder {
  let facts: LadderFacts
  let day: Day?
  /// The files with the programmes that they are for.
  let files: [(programme: String, text: ApplicationText)]

  init(_ texts: [ApplicationText], on day: Day?) {
    var facts = LadderFacts()
    for text in texts { facts = facts.filled(from: FactTable.ladder.facts(in: text)) }
    self.facts = facts
    self.day = day ?? facts.filingDate
    files = texts.map { text in (text.named ?? Programme.championID, text) }
  }

  var report: LadderReport {
    LadderReport(
      enterprise: facts.name, creditCode: facts.creditCode, day: day,
      steps: LadderStep.all.map(step), beside: beside, notices: notices)
  }

  private func step(_ step: LadderStep) -> LadderStepReport {
    let standing = TitleStanding(of: step.kind, among: facts.recognitions, on: day)
    var sentences = [step.sentence(standing, on: day)]
    var judged: JudgedApplication?
    var mirror: [MirroredCondition] = []
    switch step.rules {
    case .none: break
    case .checkable:
      // A regulation says nothing about a day before it was in force.
      if let day, day < Programme.champion.inForce {
        sentences.append(.notInForce(on: day, since: Programme.champion.inForce))
      } else {
        judged = judgement(by: .champion)
        sentences += judged.map(Ladder.sentences) ?? [.noApplication]
      }
    case .closed:
      if case .notListed = standing { mirror = mirrored }
    }
    let isProvincial = step.kind == .srdiProvincial
    var isHolder = false
    if case .held = standing { isHolder = true }
    return LadderStepReport(
      id: step.id, title: step.kind.label, source: step.source, passage: step.passage,
      state: step.state(standing), sentences: sentences, judged: judged, mirror: mirror,
      benchmarks: isProvincial ? LadderGoals.benchmarks(facts, on: day, isHolder: isHolder) : [])
  }

  /// The first file for a programme, judged for the day.
  private func judgement(by programme: Programme) -> JudgedApplication? {
    files.first { $0.programme == programme.id }.map {
      programme.judge($0.text, JudgingOptions(asOf: day))
    }
  }

  /// What a judged application comes to, in the words of the view.
  private static func sentences(_ judged: JudgedApplication) -> [Reason] {
    var sentences = [
      Reason(
        Message(
          "checked", zh: "按申报文件核对：{verdict}；缺失 {missing} 项，文件错误 {faults} 处，由专家评判 {experts} 项",
          en:
            "by the application: {verdict}; facts missing: {missing}, faults of the file: {faults}, matters for experts: {experts}"
        ),
        [
          "verdict": .term(judged.verdict.inWords), "missing": .count(judged.missing.count),
          "faults": .count(judged.faultCount),
          "experts": .count(judged.programme.criteria(of: .judgement).count),
        ])
    ]
    for number in judged.requirements where judged.findings[number].outcome == .unmet {
      sentences.append(
        Reason(
          Message("unmet", zh: "{title}：{why}", en: "{title}: {why}"),
          [
            "title": .term(judged.programme.criteria[number].title),
            "why": .reason(judged.findings[number].reason),
          ]))
    }
    return sentences
  }

  // MARK: Beside the ladder

  /// The conditions of the round of key little giants with the facts of the day, where a file states them.
  private var mirrored: [MirroredCondition] {
    guard let day,
      let text = files.first(where: { $0.programme == Programme.keyLittleGiantID })?.text
    else { return [] }
    let programme = Programme.keyLittleGiantMirror(on: day)
    let judged = programme.judge(text, JudgingOptions(asOf: day, isForReport: false))
    return zip(programme.criteria, judged.findings).map { criterion, finding in
      MirroredCondition(
        title: criterion.title, clause: criterion.clauses[0], outcome: finding.outcome,
        reason: finding.reason)
    }
  }

  /// What files of programmes for others than enterprises say.
  private var beside: [Reason] {
    var said: [Reason] = []
    if let judged = judgement(by: .servicePlatform) {
      said.append(
        Reason(
          Message(
            "platform", zh: "作为公共服务示范平台的依托机构（该批申报已截止）：{verdict}",
            en: "as the institution of a service platform, whose round is over: {verdict}"),
          ["verdict": .term(judged.verdict.inWords)]))
    }
    if let text = files.first(where: { $0.programme == Programme.clusterID })?.text,
      let code = facts.creditCode
    {
      // The key matters to hashes only, and of members the codes themselves are kept.
      let judged = Programme.cluster.judge(
        text, JudgingOptions(asOf: day, claimKey: ClaimKey(0, 0), isForReport: false))
      let isMember = judged.participants.contains(PackedCreditCode.packed(code))
      said.append(
        Reason(
          Message(
            isMember ? "cluster-member" : "no-cluster-member",
            zh: isMember ? "“{cluster}”的成员名单列有本企业" : "“{cluster}”的成员名单没有列出本企业",
            en: isMember
              ? "listed as a member of “{cluster}”" : "not listed as a member of “{cluster}”"),
          [
            "cluster": judged.header.product.quantity { .text($0) }
          ]))
    }
    return said
  }

  // MARK: What is odd

  private var notices: [Notice] {
    var notices: [Notice] = []
    func add(_ id: String, _ zh: String, _ en: String, at place: Pointer) {
      notices.append(Notice(Message(id, zh: zh, en: en), at: [place]))
    }
    if facts.isContradictory {
      add(
        "stated-differently", "日期、年度数据或人员前后不一致；不一致的数据按未知处理，日期以先写的为准",
        "day, yearly figures or staff are stated differently; such figures count as unknown, and of days the first holds",
        at: "/filingDate")
    }
    for id in Set(files.map { $0.programme }).sorted()
    where files.count(where: { $0.programme == id }) > 1 && id != LadderView.jilin.id {
      add(
        "several-applications", "同一办法有不止一份申报文件，只核对第一份",
        "there are several applications for one programme; only the first is checked",
        at: "/programme")
    }
    if let counted = facts.staffCounted, let day, counted > day {
      add(
        "staff-counted-later", "人员统计日期晚于所查日期", "staff was counted after the day",
        at: "/staff/counted")
    }
    if let all = facts.staff, let science = facts.scienceStaff, science > all {
      add(
        "science-staff-above-all", "科技人员多于职工总数", "there are more sci-tech staff than staff",
        at: "/staff/science")
    }
    for (index, year) in (facts.figures.years ?? []).enumerated() {
      guard let sales = year.salesRevenue else { continue }
      let place = Pointer("/figures/years/*/salesRevenue", at: index)
      if let spent = year.researchAndDevelopment, spent > sales {
        add("research-above-sales", "研发费用多于销售收入", "research spending is above sales", at: place)
      }
      if let operating = year.operatingRevenue,
        sales >= operating * 2 && sales > .zero || operating >= sales * 2 && operating > .zero
      {
        add(
          "sales-far-from-operating", "销售收入与营业收入相差一倍以上",
          "sales and operating revenue differ by a factor of two or more", at: place)
      }
    }
    let titles = facts.recognitions ?? []
    for (index, title) in titles.enumerated() {
      let place = Pointer("/recognitions/*/validFrom", at: index)
      if let from = title.validFrom, let founded = facts.founded, from < founded.earliest {
        add(
          "title-before-founding", "称号早于企业成立", "the title is older than the enterprise", at: place)
      }
      if let from = title.validFrom, let until = title.validUntil, until < from {
        add("title-ends-first", "称号的截止日早于起始日", "the title ends before it begins", at: place)
      }
      if let from = title.validFrom, let day, from > day {
        add("title-later", "称号自所查日期之后才有效", "the title begins after the day", at: place)
      }
      let others = titles[..<index]
      if let kind = title.kind, kind != .other,
        others.contains(where: { $0.kind == kind && $0.overlaps(title) })
      {
        add(
          "title-twice", "同一称号列有两项，有效期重叠而截止日不同",
          "one title is listed twice, with terms that overlap and end on different days",
          at: Pointer("/recognitions/*/kind", at: index))
      }
    }
    return notices
  }
}

extension Reason {
  /// The rules say nothing about the day.
  fileprivate static func notInForce(on day: Day, since inForce: Day) -> Reason {
    Reason(
      Message(
        "not-in-force", zh: "管理办法自 {since} 起施行，不能据以核对 {day} 的情况",
        en: "the measures are in force since {since} and say nothing about {day}"),
      ["day": .day(day), "since": .day(inForce)])
  }

  /// No file is an application for the title whose rules can be applied.
  fileprivate static var noApplication: Reason {
    Reason(
      Message(
        "no-application", zh: "没有给出省级单项冠军的申报文件，未核对",
        en: "no application as a provincial champion is given, so nothing was checked"
      ))
  }
}

extension Recognition {
  /// Whether two entries of one title hold on a day together and end on different ones.
  fileprivate func overlaps(_ other: Recognition) -> Bool {
    guard let until = validUntil, let otherUntil = other.validUntil, until != otherUntil else {
      return false
    }
    return (validFrom ?? .first(of: 1)) <= otherUntil && (other.validFrom ?? .first(of: 1)) <= until
  }
}

extension Verdict {
  /// The verdict as a part of a sentence.
  fileprivate var inWords: Wording {
    switch self {
    case .eligible: Wording(zh: "能够核对的必备条件均已满足", en: "every condition that can be checked is met")
    case .ineligible: Wording(zh: "有必备条件不符合", en: "conditions are unmet")
    case .undetermined: Wording(zh: "尚不能判定", en: "undetermined")
    }
  }
}
