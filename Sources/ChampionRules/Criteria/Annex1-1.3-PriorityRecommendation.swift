// Annex 1, 1.3: national recognitions that are valid on the filing date earn priority.

import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.3 and Annex 2(3): national recognitions that earn priority.
  public static let priorityRecommendation = Criterion(
    id: "priority-recommendation",
    clauses: [.item(annex: 1, section: 1, item: 3), .note(annex: 2, note: 3)], role: .preference,
    title: Wording(zh: "优先推荐", en: "Priority recommendation"),
    rule: Wording(
      zh: "申报日仍在有效期内的国家级专精特新“小巨人”企业，或国务院国资委认定的专业领军示范企业，优先推荐；并非必备条件",
      en: "a national “little giant” still valid on the filing date, or a specialised-leader model "
        + "enterprise of the state-assets commission, is recommended first; not required"),
    reads: [
      "/recognitions", "/recognitions/*/kind", "/recognitions/*/validUntil", "/filingDate",
    ],
    evidence: [
      Evidence(zh: "称号证书", en: "certificates of the recognitions") {
        unattached(in: $0.recognitions, at: "/recognitions/*/evidence", \.evidence)
      }
    ]
  ) { application, _, why in
    let filingDate = application.filingDate
    guard let recognitions = application.recognitions else {
      return why.lacking(
        ["/recognitions"] + absent(["/filingDate": filingDate == nil]))
    }
    lazy var earns = recognitions.map { $0.earnsPriority(on: filingDate) }
    switch recognitions.lazy.map({ $0.earnsPriority(on: filingDate) }).disjunction() {
    case .yes: return why.conclude(.met, .priorityEarned)
    case .no:
      return why.conclude(
        .unmet, recognitions.isEmpty ? .noRecognitions : .noValidRecognition,
        ["count": .count(recognitions.count)])
    case .unknown:
      lazy var open = recognitions.enumerated().filter { earns[$0.offset] == .unknown }
      return why.lacking(
        open.flatMap { index, recognition in
          absent([
            Pointer("/recognitions/*/kind", at: index): recognition.kind == nil,
            Pointer("/recognitions/*/validUntil", at: index): recognition.validUntil == nil,
          ])
        } + absent(["/filingDate": filingDate == nil]))
    }
  }
}

extension Recognition {
  /// Whether it earns priority on a day.
  func earnsPriority(on day: Day?) -> Kleene {
    switch kind {
    case .specialisedLeader: return .yes
    case .other: return .no
    case .littleGiant, nil:
      guard let day, let validUntil else { return .unknown }
      let isValid = Kleene(validUntil >= day)
      return kind == nil ? .unknown : isValid
    }
  }
}

extension Message {
  static let priorityEarned = Message(
    "priority-earned",
    says: Wording(
      zh: "具有有效的国家级称号，优先推荐", en: "holds a valid national recognition that earns priority"))
  static let noRecognitions = Message(
    "no-recognitions",
    says: Wording(zh: "声明没有国家级称号", en: "declared to hold no national recognition"))
  static let noValidRecognition = Message(
    "no-valid-recognition",
    says: Wording(
      zh: "所列 {count} 项称号在申报日均不构成优先推荐理由",
      en: "of the recognitions listed ({count}) none earns priority on the filing date"))
}
