// Section 3(1)4: patents, an institution or a standard; one of the three suffices.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Section 3(1)4: innovation.
  public static let giantInnovation = Criterion(
    "giant-innovation", clauses: [.part(section: 3, part: 1, item: 4)], role: .condition,
    title: Wording(zh: "创新能力（三选一）", en: "Innovation, one of three"),
    rule: Wording(
      zh:
        "有一项即可：有效发明专利 {patents} 项以上；自建或与高校、科研机构联合建立研发机构；主持或参与制（修）订国际、国家或行业标准 1 个以上",
      en:
        "one of three: {patents} or more invention patents in force; a research institution of its own, "
        + "or joint with a university or research institute; a part in making or revising an "
        + "international, national or industry standard"),
    numbers: { ["patents": .count($0.patents.value)] },
    readings: [.snapshot, .filing],
    settledReadings: [
      .includesTheNumber,
      Reading(
        "invention-patents-in-force",
        Wording(
          zh: "只计有效的发明专利；实用新型、外观设计和未授权的申请不计",
          en: "invention patents in force only; no utility models, designs or applications"),
        ground: Wording(
          zh: "三（一）4 写“有效发明专利”；附件6 所填“并实际应用”的是其中一部分",
          en:
            "Section 3(1)4 says invention patents in force; those “in use” of Annex 6 are a part of them"
        )),
      Reading(
        "institution-of-any-level",
        Wording(
          zh: "不问级别；高校或科研机构有一方即可；仅与其他企业共建的不算",
          en: "of any level; a university or an institute suffices, another enterprise does not"),
        ground: Wording(
          zh: "三（一）4 没有写级别；附件6 用顿号分开“高校、科研机构”",
          en: "Section 3(1)4 asks no level, and Annex 6 separates the two with a list comma")),
      Reading(
        "standards-closed-list",
        Wording(
          zh: "只计国际、国家、行业标准；主持和参与同等对待",
          en: "international, national and industry standards only; leading and taking part alike"),
        ground: Wording(
          zh: "三（一）4 逐一列出，没有“等”字", en: "Section 3(1)4 names them without “and the like”")),
    ],
    asks: [
      AskedFact(
        list: "/innovation/patents", { $0.innovation.patents },
        members: [
          ("kind", { $0.kind == nil }),
          ("granted", { $0.mayCount && $0.granted == nil }),
          ("isInForce", { $0.mayCount && $0.isInForce == nil && $0.ended == nil }),
        ]),
      AskedFact(optional: "/innovation/patents/*/ended"),
      AskedFact(optional: "/innovation/patents/*/number"),
      AskedFact(
        list: "/innovation/institutions", { $0.innovation.institutions },
        members: [
          ("establishment", { $0.establishment == nil }),
          ("since", { $0.establishment?.counts != false && $0.since == nil }),
        ]),
      AskedFact(
        list: "/innovation/standards", { $0.innovation.standards },
        members: [
          ("level", { $0.level == nil }),
          ("published", { $0.mayCount && $0.isDraft != true && $0.published == nil }),
        ]),
      AskedFact(optional: "/innovation/standards/*/isDraft"),
      AskedFact("/filingDate") { $0.filingDate == nil },
    ],
    evidence: [
      Evidence(
        zh: "发明专利证书", en: "certificates of the patents", by: .authority,
        under: .note(annex: 5, note: 2), atEach: "/innovation/patents/*/evidence",
        of: { $0.innovation.patents }, count: { $0.evidence }),
      Evidence(
        zh: "研发机构证明", en: "proof of the institutions", by: .applicant,
        under: .note(annex: 5, note: 2), atEach: "/innovation/institutions/*/evidence",
        of: { $0.innovation.institutions }, count: { $0.evidence }),
      Evidence(
        zh: "参与标准制定的证明", en: "proof of the part in the standards", by: .applicant,
        under: .note(annex: 5, note: 2), atEach: "/innovation/standards/*/evidence",
        of: { $0.innovation.standards }, count: { $0.evidence }),
    ],
    decide: { application, law -> DatedState in
      let days = application.days(law)
      let innovation = application.innovation
      return DatedState { day in
        innovation.patents(on: day, days).reaches(law.patents.value)
          || innovation.institutions(on: day, days).reaches(1)
          || innovation.standards(on: day, days).reaches(1)
      }
    },
    explain: { state, application, law, say in
      let days = application.days(law)
      let innovation = application.innovation
      if innovation.patents == nil, innovation.institutions == nil, innovation.standards == nil {
        return .missing
      }
      func found(_ day: GiantDay) -> Quantity {
        .reason(
          Reason(
            Message(
              "innovation-on-day", zh: "有效发明专利 {patents} 项、研发机构 {institutions} 个、标准 {standards} 个",
              en:
                "invention patents in force: {patents}, institutions: {institutions}, standards: {standards}"
            ),
            [
              "patents": innovation.patents(on: day, days).quantity,
              "institutions": innovation.institutions(on: day, days).quantity,
              "standards": innovation.standards(on: day, days).quantity,
            ]))
      }
      lazy var values: Reason.Values = [
        "snapshot": .day(days.snapshot), "atSnapshot": found(.snapshot),
        "atFiling": found(.filing), "required": .count(law.patents.value),
        "bySnapshot": state.snapshot.word, "byFiling": state.filing.word,
      ]
      switch state.outcome {
      case .met:
        return say(
          "innovation-shown", zh: "{snapshot}：{atSnapshot}；申报日：{atFiling}",
          en: "on {snapshot}: {atSnapshot}; when filing: {atFiling}", values)
      case .unmet:
        return say(
          "innovation-not-shown",
          zh: "三项均不符合，{snapshot}：{atSnapshot}；申报日：{atFiling}；要求发明专利 {required} 项，或者机构、标准 1 个",
          en:
            "none of the three, on {snapshot}: {atSnapshot}; when filing: {atFiling}; {required} patents, or "
            + "one institution or standard, are required",
          mend: Wording(zh: "三项有一项符合即可", en: "one of the three suffices"), values)
      default:
        return state.disagree
          ? say(
            "innovation-readings-disagree",
            zh: "以 {snapshot} 为准{bySnapshot}（{atSnapshot}），以申报日为准{byFiling}（{atFiling}）",
            en:
              "{bySnapshot} on {snapshot} ({atSnapshot}), {byFiling} on the filing date ({atFiling})",
            mend: Message.readingsDisagree.mend, values)
          : say(
            "innovation-open", zh: "尚不能确定，{snapshot}：{atSnapshot}；申报日：{atFiling}",
            en: "open, on {snapshot}: {atSnapshot}; when filing: {atFiling}",
            mend: Wording(
              zh: "填明种类、日期和是否有效，核对相互矛盾或重复的各项；尚未发布的标准不能确定是否计入",
              en:
                "state kinds and days, check what contradicts or is listed twice; whether a draft standard "
                + "counts is open"), values)
      }
    })
}

extension GiantInnovation {
  /// The invention patents in force on a day; of one listed twice it is doubtful how many there are.
  func patents(on day: GiantDay, _ days: GiantDays) -> CountedItems {
    CountedItems(patents) { index, patent in
      let holds = Kleene(patent.kind.map { $0 == .invention }) && patent.span.holds(on: day, days)
      return repeatsPatent(index) && holds == .yes ? .unknown : holds
    }
  }

  /// Whether another patent of the list has the same number.
  func repeatsPatent(_ index: Int) -> Bool {
    guard let patents, let number = patents[index].number?.folded else { return false }
    return patents.indices.contains { $0 != index && patents[$0].number?.folded == number }
  }

  /// The institutions that count on a day.
  func institutions(on day: GiantDay, _ days: GiantDays) -> CountedItems {
    CountedItems(institutions) { _, institution in
      Kleene(institution.establishment.map { $0.counts })
        && GiantSpan(began: institution.since, isCurrent: nil, ended: nil).hasBegun(by: day, days)
    }
  }

  /// The standards that count on a day; whether a draft does is open.
  func standards(on day: GiantDay, _ days: GiantDays) -> CountedItems {
    CountedItems(standards) { _, standard in
      Kleene(standard.level.map { $0.isNamed }) && standard.isPublished(by: day, days)
    }
  }
}

extension GiantInnovation.Patent {
  /// Whether it may be an invention patent.
  fileprivate var mayCount: Bool { kind == nil || kind == .invention }
}

extension GiantInnovation.Standard {
  /// Whether it may be of a level that counts.
  fileprivate var mayCount: Bool { level?.isNamed ?? true }

  fileprivate func isPublished(by day: GiantDay, _ days: GiantDays) -> Kleene {
    if isDraft == true || isDraft == nil && published == nil { return .unknown }
    return GiantSpan(began: published, isCurrent: nil, ended: nil).hasBegun(by: day, days)
  }
}

extension StandardLevel {
  /// Whether Section 3(1)4 names the level.
  var isNamed: Bool {
    switch self {
    case .international, .national, .industry: true
    case .local, .association, .enterprise, .other: false
    }
  }
}
