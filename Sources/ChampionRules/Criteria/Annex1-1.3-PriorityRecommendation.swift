// Annex 1, 1.3: national recognitions that are valid on the filing date earn priority.

import CommonFacts
import Eligibility

extension Criterion where Applicant == Application {
  /// Annex 1, 1.3 and Annex 2(3): national recognitions that earn priority.
  public static let priorityRecommendation = Criterion(
    "priority-recommendation",
    clauses: [.item(annex: 1, section: 1, item: 3), .note(annex: 2, note: 3)], role: .preference,
    title: Wording(zh: "优先推荐", en: "Priority recommendation"),
    rule: Wording(
      zh: "申报日仍在有效期内的专精特新“小巨人”企业（工信部认定），或创建世界一流专业领军示范企业（国务院国资委认定），优先推荐；" + "并非必备条件",
      en: "a national “little giant” whose recognition is valid on the filing date, or a "
        + "specialised-leader model enterprise of the state-assets commission, is recommended with "
        + "priority; neither is required"),
    asks: [
      AskedFact(
        list: "/recognitions", { $0.recognitions },
        members: [("kind", { $0.kind == nil }), ("validUntil", { $0.validUntil == nil })]),
      .filingDate,
    ],
    evidence: [
      // Annex 2(3): the ministry recognises them.
      Evidence(
        zh: "称号证书", en: "certificates of the recognitions", by: .authority,
        under: .note(annex: 2, note: 3), atEach: "/recognitions/*/evidence",
        of: { $0.recognitions }, count: { $0.evidence })
    ],
    decide: { application, _ -> Kleene in
      let filing = application.filingDate
      return application.recognitions.map { recognitions in
        recognitions.lazy.map { $0.earnsPriority(on: filing) }.disjunction()
      } ?? .unknown
    },
    explain: { earnsPriority, application, _, say in
      guard let recognitions = application.recognitions else { return .missing }
      return switch earnsPriority {
      case .yes:
        say(
          "priority-earned", zh: "具有有效的国家级称号，优先推荐",
          en: "holds a valid national recognition that earns priority")
      case .no where recognitions.isEmpty:
        say(
          "no-recognitions", zh: "声明没有国家级称号", en: "declared to hold no national recognition",
          ["count": .count(0)])
      case .no:
        say(
          "no-valid-recognition", zh: "所列 {count} 项称号在申报日均不属于优先推荐情形",
          en: "none of the recognitions listed ({count}) earns priority on the filing date",
          ["count": .count(recognitions.count)])
      case .unknown:
        .missing(
          ofItems: recognitions.indices.filter {
            recognitions[$0].earnsPriority(on: application.filingDate) == .unknown
          })
      }
    })
}

extension Recognition {
  /// Whether it earns priority on a day.
  func earnsPriority(on day: Day?) -> Kleene {
    switch kind {
    case .specialisedLeader: return .yes
    case .seed, .srdiMunicipal, .srdiProvincial, .keyLittleGiant, .championProvincial,
      .championNational, .chainLeader, .other:
      return .no
    case .littleGiant:
      guard let day, let validUntil else { return .unknown }
      return Kleene(validUntil >= day)
    case nil: return .unknown
    }
  }
}
