// Section 3(1)4: a certified quality system; three questions of wording make eight readings.

import Eligibility

/// One way to read the clause in each of its three questions.
private struct CertificationReading {
  let day: GiantDay
  /// Whether any management system counts, and not only those for quality.
  let isAnySystem: Bool
  /// Whether a certificate counts that has ended.
  let isOnceEnough: Bool

  static let all = GiantDay.allCases.flatMap { day in
    [false, true].flatMap { isAnySystem in
      [false, true].map {
        CertificationReading(day: day, isAnySystem: isAnySystem, isOnceEnough: $0)
      }
    }
  }

  /// Whether a certification counts.
  func counts(
    _ certification: GiantInnovation.Certification, _ days: GiantDays
  ) -> Kleene {
    let span = certification.span
    let isOfSystem = Kleene(certification.system.map { isAnySystem || $0 != .otherManagement })
    // Any system counts, whichever it is.
    let system = isAnySystem ? .yes : isOfSystem
    if span.isContradictory(days) { return system && .unknown }
    let began = span.hasBegun(by: day, days)
    return system && (isOnceEnough ? began : began && span.hasNotEnded(before: day, days))
  }

  var reading: Reading {
    let dayID = day == .snapshot ? "snapshot" : "filing"
    let dayName =
      day == .snapshot
      ? Wording(zh: "以 2021 年 5 月 31 日为准", en: "on 31 May 2021")
      : Wording(zh: "以申报日为准", en: "on the filing date")
    let systemName =
      isAnySystem
      ? Wording(zh: "其他管理体系也算", en: "any management system counts")
      : Wording(zh: "只算质量管理体系", en: "a quality system is asked")
    let endName =
      isOnceEnough
      ? Wording(zh: "曾经取得即可", en: "obtained once suffices")
      : Wording(zh: "须仍然有效", en: "it has to be valid still")
    return Reading(
      "\(dayID)-\(isAnySystem ? "any-system" : "quality-only")-\(isOnceEnough ? "once" : "valid")",
      Wording(
        zh: "\(dayName.zh)；\(systemName.zh)；\(endName.zh)",
        en: "\(dayName.en); \(systemName.en); \(endName.en)"),
      ground: Wording(
        zh: (day == .snapshot ? Reading.snapshot.ground.zh : Reading.filing.ground.zh)
          + (isAnySystem ? "；所举 ISO14000 是环境管理体系，且列举之后有“等”字" : "；三（一）4 写“质量管理体系认证”")
          + (isOnceEnough ? "；所写为“取得”" : "；已失效的认证不能说明现在的管理"),
        en: (day == .snapshot ? Reading.snapshot.ground.en : Reading.filing.ground.en)
          + (isAnySystem
            ? "; ISO 14000, one of the examples, is for the environment, and the list ends in 等"
            : "; Section 3(1)4 says quality-management system")
          + (isOnceEnough
            ? "; the word is 取得, obtained"
            : "; an ended certificate says nothing of management now")
      ))
  }
}

/// What the eight readings answer.
struct CertificationState: CriterionState {
  /// Two bits for each reading, in their order.
  private var bits: UInt16 = 0

  fileprivate init(_ answer: (CertificationReading) -> Kleene) {
    for number in CertificationReading.all.indices {
      let value = UInt16(answer(CertificationReading.all[number]).rawValue)
      bits |= value << UInt16(2 * number)
    }
  }

  private subscript(number: Int) -> Kleene {
    switch bits >> UInt16(2 * number) & 3 {
    case UInt16(Kleene.no.rawValue): .no
    case UInt16(Kleene.yes.rawValue): .yes
    default: .unknown
    }
  }

  var outcome: Outcome {
    var common = self[0]
    for number in CertificationReading.all.indices {
      common = common.agreement(with: self[number])
    }
    return Outcome(common)
  }

  var readings: [Kleene] { CertificationReading.all.indices.map { self[$0] } }
}

extension Criterion where Applicant == GiantApplication {
  /// Section 3(1)4: a certified quality system.
  public static let giantCertification = Criterion(
    "giant-certification", clauses: [.part(section: 3, part: 1, item: 4)], role: .condition,
    title: Wording(zh: "质量管理体系认证", en: "Quality-management certification"),
    rule: Wording(
      zh: "取得质量管理体系认证，如 ISO 9000、ISO 14000 系列",
      en:
        "holds a quality-management certification; the ISO 9000 and ISO 14000 families are examples"
    ),
    readings: CertificationReading.all.map { $0.reading },
    settledReadings: [
      Reading(
        "open-list",
        Wording(
          zh: "ISO 9000、ISO 14000 只是举例，其他质量管理体系认证也算",
          en: "the two families are examples; another quality system counts as well"),
        ground: Wording(zh: "所列之后有“等”字", en: "the list ends in 等, “and the like”"))
    ],
    asks: [
      AskedFact(
        list: "/innovation/certifications", { $0.innovation.certifications },
        members: [
          ("system", { $0.system == nil }), ("obtained", { $0.obtained == nil }),
          ("validUntil", { $0.validUntil == nil }),
        ]), .filingDate,
    ],
    evidence: [
      Evidence(
        zh: "体系认证证书", en: "certificates of the systems", by: .applicant,
        under: .note(annex: 5, note: 2), atEach: "/innovation/certifications/*/evidence",
        of: { $0.innovation.certifications }, count: { $0.evidence })
    ],
    decide: { application, law -> CertificationState in
      let days = application.days(law)
      return CertificationState { reading in
        guard let certifications = application.innovation.certifications else { return .unknown }
        return certifications.lazy.map { reading.counts($0, days) }.disjunction()
      }
    },
    explain: { state, application, law, say in
      guard let certifications = application.innovation.certifications else { return .missing }
      let days = application.days(law)
      lazy var values: Reason.Values = [
        "count": .count(certifications.count),
        "systems": .list(certifications.map { $0.system.quantity { .term($0.name) } }),
        "ended": .list(
          certifications.compactMap { certification in
            certification.validUntil.flatMap { until in
              certification.span.hasNotEnded(before: .filing, days) == .no
                ? .term(until.wording) : nil
            }
          }), "snapshot": .day(days.snapshot),
      ]
      switch state.outcome {
      case .met:
        return say(
          "certified", zh: "已取得：{systems}", en: "certified: {systems}", values)
      case .unmet where certifications.isEmpty:
        return say(
          "no-certification", zh: "声明没有取得任何管理体系认证", en: "declared to hold no certification",
          mend: Wording(zh: "须取得质量管理体系认证", en: "a quality system has to be certified"))
      case .unmet:
        return say(
          "certified-later", zh: "所列 {count} 项在 {snapshot} 和申报日均不计入",
          en: "of the certifications listed ({count}) none counts on {snapshot} or when filing",
          mend: Wording(zh: "核对取得日期", en: "check when they were obtained"), values)
      default: break
      }
      if state.readings.allSatisfy({ $0.isDecided }) {
        return say(
          "certification-readings-disagree",
          zh: "所列 {count} 项（{systems}）是否计入，取决于以哪一天为准、是否限于质量管理体系、失效的是否算",
          en:
            "whether those listed ({count}: {systems}) count depends on the day, on whether other systems "
            + "count, and on whether ended ones do",
          mend: Message.readingsDisagree.mend, values)
      }
      return say(
        "certification-open", zh: "所列 {count} 项（{systems}）尚不能确定是否计入",
        en: "open whether those listed ({count}: {systems}) count",
        mend: Wording(
          zh: "填明体系、取得日期和有效期，核对相互矛盾的日期",
          en: "state the systems, when they were obtained and until when they hold"), values)
    })
}

extension GiantInnovation.Certification.System {
  /// What people call it.
  public var name: Wording {
    switch self {
    case .iso9000: Wording(zh: "ISO 9000 系列", en: "ISO 9000 family")
    case .iso14000: Wording(zh: "ISO 14000 系列", en: "ISO 14000 family")
    case .otherQuality: Wording(zh: "其他质量管理体系", en: "another quality system")
    case .otherManagement: Wording(zh: "其他管理体系", en: "another management system")
    }
  }
}
