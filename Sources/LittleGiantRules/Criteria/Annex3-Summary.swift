// Annex 3: the bureau's note on how advanced product and technology are.

import CommonFacts
import Eligibility

extension Criterion where Applicant == GiantApplication {
  /// Annex 3: the bureau's note.
  public static let giantSummary = Criterion(
    "giant-summary", clauses: [.annex(3)], role: .formality,
    title: Wording(zh: "先进性说明", en: "Note on advancedness"),
    rule: Wording(
      zh: "推荐名单汇总表中对产品、技术先进性的说明不超过 {limit} 字",
      en:
        "in the list of those recommended the note on how advanced product and technology are has at most "
        + "{limit} characters"),
    numbers: { ["limit": .count($0.summaryCharacters.value)] },
    settledReadings: [.charactersCounted],
    asks: [
      AskedFact(at: ["/summary/text", "/summary/characters"]) { application in
        application.summary.state(limit: 0) == .notStated ? ["/summary/text"] : []
      }
    ],
    decide: { application, law -> Kleene in
      application.summary.state(limit: law.summaryCharacters.value).isWithin
    },
    explain: { state, application, law, say in
      lazy var values: Reason.Values = [
        "length": .reason(application.summary.reason(limit: law.summaryCharacters.value))
      ]
      return switch state {
      case .yes: say("note-within", zh: "{length}", en: "{length}", values)
      case .no:
        say(
          "note-too-long", zh: "{length}", en: "{length}",
          mend: Wording(zh: "删减", en: "shorten it"), values)
      case .unknown:
        say(
          "note-open", zh: "{length}", en: "{length}",
          mend: Wording(zh: "填写正文或字数，或删减", en: "give the text or its length, or shorten it"),
          values)
      }
    })
}
