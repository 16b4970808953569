// A tiny programme of other facts: what works for it too knows nothing of single champions.

import Eligibility
import LocatedJSON

@testable import Judging

/// What a training centre states when it applies.
struct TrainingCentre: Subject, Hashable {
  struct Thresholds: Sendable {
    /// How many places a centre needs.
    let places = 40
  }

  var name: String?
  var filed: Day?
  var places: Int?
  var isOpenToAll: Bool?
  var hasPlan = false

  init() {}
}

extension Rulebook where Applicant == TrainingCentre {
  static let trainingCentre = Rulebook(
    id: "training-centre", title: Wording(zh: "实训基地认定办法", en: "Measures for training centres"),
    first: Edition(
      document: "No. 7", inForce: "2020-01-01", thresholds: TrainingCentre.Thresholds()),
    criteria: [.enoughPlaces, .openToAll, .teachingPlan])
}

extension Criterion where Applicant == TrainingCentre {
  fileprivate static let enoughPlaces = Criterion(
    "enough-places", clauses: [.article(2)], role: .condition,
    title: Wording(zh: "工位数", en: "Places"),
    rule: Wording(zh: "不少于 {least} 个工位", en: "at least {least} places"),
    numbers: { ["least": .count($0.places)] },
    asks: [AskedFact("/places") { $0.places == nil }],
    evidence: [
      Evidence(zh: "平面图", en: "floor plan", by: .applicant, at: "/places") { $0.places }
    ],
    decide: { centre, law in Kleene(centre.places.map { $0 >= law.places }) },
    explain: { isEnough, centre, law, say in
      guard let places = centre.places else { return .missing }
      let surplus = Quantity.count(places - law.places)
      return say(
        isEnough == .yes ? "places-enough" : "places-short",
        zh: "有 {places} 个工位", en: "{places} places", ["places": .count(places)],
        margins: [
          Margin(
            Wording(zh: "工位数", en: "places"), .count(places), .atLeast, .count(law.places),
            surplus: surplus)
        ],
        shortfall: isEnough == .yes ? nil : surplus)
    })

  fileprivate static let openToAll = Criterion(
    "open-to-all", clauses: [.article(3)], role: .condition,
    title: Wording(zh: "面向社会开放", en: "Open to all"),
    rule: Wording(zh: "面向社会开放", en: "open to all"),
    asks: [AskedFact("/isOpenToAll") { $0.isOpenToAll == nil }],
    decide: { centre, _ in Kleene(centre.isOpenToAll) },
    explain: { isOpen, _, _, say in
      isOpen == .unknown ? .missing : say("open", zh: "是否开放", en: "whether it is open")
    })

  fileprivate static let teachingPlan = Criterion(
    "teaching-plan", clauses: [.article(4)], role: .judgement,
    title: Wording(zh: "教学计划", en: "Teaching plan"),
    rule: Wording(zh: "教学计划切实可行", en: "the plan can be carried out"),
    asks: [AskedFact("/plan") { !$0.hasPlan }],
    decide: { centre, _ -> Outcome in centre.hasPlan ? .forReview : .undetermined },
    explain: { outcome, _, _, say in
      outcome == .forReview ? say("plan", zh: "已提交", en: "submitted") : .missing
    })
}

extension FactTable<TrainingCentre> {
  static let trainingCentre = FactTable(
    version: 1,
    root: .object(blank: TrainingCentre.init) { member in
      member("programme", checking: .programme("training-centre"), zh: "办法", en: "programme")
      member("name", .text, { .of(&$0.name) }, zh: "名称", en: "name")
        .hint(zh: "照登记证填写", en: "as registered")
      member("filed", .day, { .of(&$0.filed) }, zh: "申报日", en: "filing date")
      member("places", .count, { .of(&$0.places) }, zh: "工位数", en: "places")
      member("isOpenToAll", .flag, { .of(&$0.isOpenToAll) }, zh: "是否开放", en: "open to all")
      member("plan", .presence, { .of(&$0.hasPlan) }, zh: "教学计划", en: "teaching plan")
    })
}

extension Programme {
  /// Three criteria over facts that no single champion states.
  static let trainingCentre = Programme(
    rulebook: .trainingCentre, table: .trainingCentre,
    schema: { FactTable.trainingCentre.schema },
    bureaus: [ChoiceWord(word: "north", label: Wording(zh: "北区", en: "North"))],
    example: { Array("{\"name\": \"某实训中心\"}\n".utf8) },
    facts: FactQuestions(
      header: { ApplicationHeader(enterprise: $0.name, product: $0.name, filingDate: $0.filed) },
      assume: { $1.filed = $0 },
      notices: { centre in
        centre.places ?? 0 > 1_000
          ? [
            Notice(
              Message("many-places", says: Wording(zh: "工位过多", en: "so many places")),
              at: ["/places"])
          ] : []
      },
      claims: { centre, isEligible, key in
        var claims = ClaimRecord()
        claims.isEligible = isEligible
        claims.name = centre.name?.looseHash(key, bits: ClaimRecord.nameWidth) ?? 0
        return claims
      },
      statements: { centre, criterion in
        criterion == "teaching-plan" && centre.hasPlan
          ? [StatementPlace(path: ["plan"], hasText: true, hasProofs: false)] : []
      }))
}
