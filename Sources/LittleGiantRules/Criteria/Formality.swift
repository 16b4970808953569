// Most formalities ask that several things be there; they differ in the things.

import CommonFacts
import Eligibility

/// One thing that a formality asks.
struct FormalPart: Sendable {
  /// What it is called.
  let name: Wording
  /// Where it is stated.
  let place: Pointer
  /// Whether it is as required; unknown where it is not stated.
  let isInOrder: @Sendable (GiantApplication) -> Kleene

  init(
    _ place: Pointer, zh: String, en: String,
    _ isInOrder: @escaping @Sendable (GiantApplication) -> Kleene
  ) {
    name = Wording(zh: zh, en: en)
    self.place = place
    self.isInOrder = isInOrder
  }

  /// Something that has only to be stated.
  static func stated(
    _ place: Pointer, zh: String, en: String,
    _ isStated: @escaping @Sendable (GiantApplication) -> Bool
  ) -> FormalPart {
    FormalPart(place, zh: zh, en: en) { isStated($0) ? .yes : .unknown }
  }

  /// A document of which at least one has to be attached.
  static func attached(
    _ place: Pointer, zh: String, en: String,
    _ count: @escaping @Sendable (GiantApplication) -> Int?
  ) -> FormalPart {
    FormalPart(place, zh: zh, en: en) { Kleene(attached: count($0)) }
  }
}

extension [FormalPart] {
  /// Whether all parts are in order.
  func areInOrder(_ application: GiantApplication) -> Kleene {
    var answer = Kleene.yes
    for part in self { answer = answer && part.isInOrder(application) }
    return answer
  }

  /// The names of the parts with an answer.
  func names(of answer: Kleene, _ application: GiantApplication) -> [Quantity] {
    filter { $0.isInOrder(application) == answer }.map { .term($0.name) }
  }

  /// The places of the parts with an answer.
  func places(of answer: Kleene, _ application: GiantApplication) -> [Pointer] {
    filter { $0.isInOrder(application) == answer }.map { $0.place }
  }

  /// The facts that they ask.
  var asks: [AskedFact<GiantApplication>] {
    map { part in
      AskedFact(part.place) { part.isInOrder($0) == .unknown }
    }
  }
}

extension Criterion where Applicant == GiantApplication {
  /// A formality that is met once all its parts are in order.
  static func formality(
    _ id: String, clauses: [Clause], title: Wording, rule: Wording,
    numbers: @escaping @Sendable (GiantThresholds) -> Reason.Values = { _ in [:] },
    settledReadings: [Reading] = [], parts: [FormalPart],
    evidence: [Evidence<GiantApplication>] = []
  ) -> Criterion {
    Criterion(
      id, clauses: clauses, role: .formality, title: title, rule: rule, numbers: numbers,
      settledReadings: settledReadings, asks: parts.asks, evidence: evidence,
      decide: { application, _ in parts.areInOrder(application) },
      explain: { state, application, _, say in
        lazy var values: Reason.Values = [
          "count": .count(parts.count), "lacking": .list(parts.names(of: .no, application)),
          "open": .list(parts.names(of: .unknown, application)),
        ]
        return switch state {
        case .yes:
          say(
            "all-in-order", zh: "{count} 项要求均已具备", en: "all {count} requirements are in order",
            values)
        case .no:
          parts.names(of: .unknown, application).isEmpty
            ? say(
              "not-in-order", zh: "缺少或不符合要求：{lacking}", en: "lacking or not as required: {lacking}",
              mend: Wording(zh: "补齐或更正", en: "supply or correct them"), values,
              at: parts.places(of: .no, application))
            : say(
              "not-in-order-others-open", zh: "缺少或不符合要求：{lacking}；未说明：{open}",
              en: "lacking or not as required: {lacking}; not stated: {open}",
              mend: Wording(zh: "补齐或更正", en: "supply or correct them"), values,
              at: parts.places(of: .no, application))
        case .unknown:
          say(
            "not-stated", zh: "未说明：{open}", en: "not stated: {open}",
            mend: Wording(zh: "逐项填写", en: "state each"), values)
        }
      })
  }
}
