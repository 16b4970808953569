// Article 6(7): no grave accident; which period and whose accidents are meant can each be read in two ways.

import CommonFacts
import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// Article 6(7): no major accident or environmental incident in the last years.
  public static let clusterAccidents = Criterion(
    "cluster-accidents", clauses: [.point(article: 6, point: 7)], role: .condition,
    title: Wording(zh: "近年无重特大事故", en: "No grave accident"),
    rule: Wording(
      zh: "近 {years} 年集群内企业没有经主管部门认定的特别重大、重大生产安全事故和突发环境事件；尚未认定的，无法判断；成员名单须声明完整",
      en:
        "in the last {years} years no enterprise of the cluster had an extraordinarily major or major "
        + "work-safety accident or sudden environmental incident that the authority has determined; "
        + "while it has not, this stays open; the list of members must be declared complete"),
    numbers: { ["years": .count($0.accidentYears.value)] },
    readings: AccidentReading.allCases.map { $0.reading },
    settledReadings: [
      .allAtOnce,
      Reading(
        "two-highest-grades",
        Wording(
          zh: "只计主管部门定级为特别重大、重大的生产安全事故和突发环境事件；较大、一般的以及质量、网络、数据、违法违规的不计；"
            + "尚未认定的无法判断",
          en:
            "only work-safety accidents and sudden environmental incidents that the authority graded "
            + "extraordinarily major or major count; larger and ordinary ones, and those of quality, "
            + "networks, data or violations, do not; while pending it stays open"),
        ground: Wording(
          zh: "第六条（七）逐一列出两类、两级", en: "Article 6(7) names two kinds and two grades")),
      .yearOfNotice,
    ],
    asks: [
      AskedFact(list: "/incidents", { $0.incidents }, members: ClusterIncident.asked), .filingDate,
      .applicationYear, .isListComplete,
      .membersLookedUp { application in
        application.incidents?.contains { $0.isGrave(filed: application.filingDate) != .no } == true
      },
    ],
    evidence: [
      .determinations(under: .point(article: 6, point: 7)) {
        ($0.incidents ?? []).map { $0.determination }
      }
    ],
    decide: { application, law in
      guard let incidents = application.incidents, application.filingDate != nil else {
        return FourReadings(.unknown)
      }
      let none: Kleene = application.members.isComplete == true ? .yes : .unknown
      var search = AccidentSearch(application, years: law.accidentYears.value)
      var counts = FourReadings(.no)
      for incident in incidents {
        let (before, own) = (counts, search.count(incident))
        counts = FourReadings { before[$0] || own[$0] }
      }
      // Even where none of those listed counts, others may have members that are not.
      return FourReadings { [counts] in !counts[$0] && none }
    },
    explain: { state, application, law, say in
      guard let incidents = application.incidents, let filing = application.filingDate else {
        return .missing
      }
      let years = law.accidentYears.value
      var search = AccidentSearch(application, years: years)
      var (certain, uncertain): ([Int], [Int]) = ([], [])
      for number in incidents.indices {
        let counts = search.count(incidents[number])
        if counts.isCertain {
          certain.append(number)
        } else if counts.isOpen {
          uncertain.append(number)
        }
      }
      let named = certain + uncertain
      let release = Lookback.release(of: named.map { incidents[$0].date }, years: years)
      let directory = MemberDirectory(application.members)
      func list(_ numbers: [Int]) -> Quantity {
        .list(
          numbers.map {
            .reason(incidents[$0].described(by: directory.name(of: incidents[$0].member)))
          })
      }
      lazy var values: Reason.Values = [
        "incidents": list(named), "certain": list(certain), "others": list(uncertain),
        "count": .count(incidents.count), "free": release.quantity { .day($0) },
      ]
      func told(_ message: Message, asking: Explanation.Asking? = nil) -> Explanation {
        say(
          message, values, at: named.map { Pointer("/incidents/*", at: $0) },
          asking: asking ?? .items(named))
      }
      if named.isEmpty {
        if state.outcome == .met {
          return incidents.isEmpty
            ? say(
              "no-accidents", zh: "声明没有事故和突发环境事件", en: "declared no accidents or incidents")
            : say(
              "no-accident-counts", zh: "所列 {count} 起均不计入（因类别、等级、认定结果、时间或成员身份）",
              en: "{count} listed, none of which counts, by kind, grade, determination, date or "
                + "membership", values)
        }
        return application.members.isComplete == false
          ? say(.listIncomplete, at: ["/members/isComplete"]) : told(.missing)
      }
      if state.outcome == .unmet {
        return told(
          uncertain.isEmpty
            ? Message(
              release == nil ? "accident-counts-open-end" : "accident-counts",
              zh: "已经认定且在期限之内：{certain}", en: "determined and within the period: {certain}",
              mend: release.map { _ in .incidentsFreed })
            : Message(
              release == nil
                ? "accident-counts-beside-others-open-end" : "accident-counts-beside-others",
              zh: "已经认定且在期限之内：{certain}；另有尚不能确定是否计入的：{others}",
              en: "determined and within the period: {certain}; not certain to count: {others}",
              mend: release.map { _ in .incidentsFreed }))
      }
      // What has to be settled before it can be said whether they count, the most basic first.
      if named.contains(where: { incidents[$0].contradicts(filing) }) {
        return told(
          Message(
            "accident-dates-contradict",
            zh: "待核实：{incidents}；其中有发生或认定日期晚于申报日，或认定早于发生的",
            en:
              "to be verified: {incidents}; one is dated after the filing, or determined before it "
              + "happened",
            mend: Wording(zh: "核对日期", en: "check the dates")))
      }
      if named.contains(where: { incidents[$0].determination.status == .pending }) {
        return told(
          Message(
            release == nil ? "accident-pending-open-end" : "accident-pending",
            zh: "待主管部门认定或补充信息：{incidents}",
            en: "awaiting the authority's determination or other facts: {incidents}",
            mend: .incidentsPending(release)))
      }
      let isFactMissing =
        application.applicationYear == nil
        || named.contains { number in
          ClusterIncident.asked.contains { $0.isMissing(incidents[number]) }
        }
      if isFactMissing {
        return told(.incidentFactsMissing("accident-facts-missing"))
      }
      if state.isUnclear {
        return told(
          Message(
            release == nil ? "accident-unclear-open-end" : "accident-unclear",
            zh: "日期不够精确，或不能判断其成员身份，不能确定是否计入：{incidents}",
            en:
              "the date is imprecise or the membership is not known, so it is not certain whether "
              + "these count: {incidents}",
            mend: release == nil
              ? Wording(
                zh: "日期填写到日，写明企业加入和退出的日期，列全成员",
                en: "give the day, state since and until when it is a member, and list all members")
              : Wording(
                zh: "日期填写到日，写明企业加入和退出的日期，列全成员；自 {free} 起，按任何理解均不再计入",
                en:
                  "give the day, state since and until when it is a member, and list all members; "
                  + "from {free} none counts under any reading")))
      }
      return told(
        .incidentsByReading("accident-readings-disagree", release), asking: .nothing)
    })
}

/// The fair readings of the period and of whose accidents are meant.
enum AccidentReading: String, CaseIterable {
  case monthsAtFiling = "months-to-filing-members-at-filing"
  case monthsWhenItHappened = "months-to-filing-members-when-it-happened"
  case calendarAtFiling = "calendar-years-members-at-filing"
  case calendarWhenItHappened = "calendar-years-members-when-it-happened"

  var reading: Reading {
    Reading(
      rawValue,
      self == .monthsAtFiling || self == .monthsWhenItHappened
        ? Reading(
          "months",
          Wording(
            zh: "申报日之前的 36 个月，首尾两日均计入",
            en: "the 36 months up to the filing date, both ends included"),
          ground: Wording(
            zh: "“近三年”按日往前推算", en: "“the last three years” counted back from the day of filing"))
        : Reading(
          "years",
          Wording(
            zh: "自申报年度前第三年 1 月 1 日起至申报日",
            en: "from 1 January of the third year before the round up to the filing date"),
          ground: Wording(zh: "“近三年”按年度计算", en: "“the last three years” taken as years")),
      self == .monthsAtFiling || self == .calendarAtFiling
        ? Reading(
          "members-at-filing",
          Wording(zh: "申报日的企业成员，不论事故发生时是否已加入", en: "of enterprises that are members at filing"),
          ground: Wording(
            zh: "第六条列的是申报时须满足的条件", en: "Article 6 says what must hold when an application is filed")
        )
        : Reading(
          "members-when-it-happened",
          Wording(
            zh: "事故发生时的企业成员，包括后来退出的",
            en: "of enterprises that were members when it happened, since departed ones included"),
          ground: Wording(
            zh: "事故发生在“集群内企业”，以发生时为准",
            en: "what happened in an enterprise of the cluster happened when it was one")))
  }
}

extension FourReadings {
  /// The conjunction of two questions, in the order of ``AccidentReading``.
  fileprivate init(months: Kleene, calendar: Kleene, atFiling: Kleene, whenItHappened: Kleene) {
    self.init {
      switch AccidentReading.allCases[$0] {
      case .monthsAtFiling: months && atFiling
      case .monthsWhenItHappened: months && whenItHappened
      case .calendarAtFiling: calendar && atFiling
      case .calendarWhenItHappened: calendar && whenItHappened
      }
    }
  }

  /// Whether it is so under every reading.
  fileprivate var isCertain: Bool { readings.conjunction() == .yes }
  /// Whether it may be so under some reading.
  fileprivate var isOpen: Bool { readings.disjunction() != .no }
  /// Whether the answer is not known under some reading.
  fileprivate var isUnclear: Bool { readings.contains(.unknown) }
}

/// Whether incidents count; members are looked up only once it depends on them.
private struct AccidentSearch {
  private let members: ClusterMembers
  private let filing: Day?
  private let months: Lookback
  private let calendar: Lookback
  private var directory: MemberDirectory?

  init(_ application: ClusterApplication, years: Int) {
    members = application.members
    filing = application.filingDate
    months = Lookback(months: 12 * years, upTo: filing)
    calendar = Lookback(
      years: years, beforeRound: application.applicationYear, upTo: filing)
  }

  /// Whether an incident counts under each reading.
  mutating func count(_ incident: ClusterIncident) -> FourReadings {
    let isGrave = incident.isGrave(filed: filing)
    let inMonths = isGrave && months.contains(incident.date?.days)
    let inYears = isGrave && calendar.contains(incident.date?.days)
    guard inMonths != .no || inYears != .no else { return FourReadings(.no) }
    let directory = directory ?? MemberDirectory(members)
    self.directory = directory
    return FourReadings(
      months: inMonths, calendar: inYears,
      atFiling: directory.member(incident.member) { $0.isEnterprise(on: filing) },
      whenItHappened: directory.member(incident.member) { $0.wasEnterprise(at: incident.date) })
  }
}

extension ClusterIncident {
  /// The facts that are asked of each, and whether one lacks them.
  fileprivate static var asked: [(name: String, isMissing: @Sendable (ClusterIncident) -> Bool)] {
    [
      ("member", { $0.member == nil }), ("kind", { $0.kind == nil }), ("date", { $0.date == nil }),
      ("grade", { $0.grade == nil }),
      ("determination/status", { $0.determination.status == nil }),
      ("determination/date", { _ in false }),
    ]
  }

  /// Whether it is of a kind and a grade that count, as an authority determined.
  fileprivate func isGrave(filed filing: Day?) -> Kleene {
    Kleene(kind.map { $0 != .other }) && Kleene(grade.map { $0.isMajor })
      && determination.isConfirmed(of: date, filed: filing)
  }

  /// Whether its dates contradict each other or the filing date.
  fileprivate func contradicts(_ filing: Day) -> Bool {
    date.map { $0.earliest > filing } == true || determination.isImpossible(of: date, filed: filing)
  }

  /// What a reason calls it: whose, which kind and when.
  fileprivate func described(by name: String?) -> Reason {
    let called: Wording =
      switch kind {
      case .workSafety: Wording(zh: "生产安全事故", en: "work-safety accident")
      case .environment: Wording(zh: "突发环境事件", en: "environmental incident")
      case .other, nil: Wording(zh: "未注明类别的事件", en: "event of unstated kind")
      }
    return Reason(
      Message("incident", zh: "{member}的{kind}（{date}）", en: "{kind} of {member} ({date})"),
      [
        "member": name.map { .text($0) } ?? member.map { .text($0.text) }
          ?? .term(Wording(zh: "未写明的企业", en: "an enterprise not stated")),
        "kind": .term(called),
        "date": date.map { .date($0) } ?? .term(Wording(zh: "日期未填", en: "date not given")),
      ])
  }
}
