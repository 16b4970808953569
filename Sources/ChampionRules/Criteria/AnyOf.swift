// Many indicators ask for at least one fact of a kind; they differ in the list they read and the test.

import Eligibility

extension Criterion where Applicant == Application {
  /// An indicator that is met as soon as one item of a list passes every test.
  ///
  /// - Parameters:
  ///   - list: the place of the list.
  ///   - facts: the members of an item that the tests read, in the order of the tests.
  ///   - tests: what an item must pass; an absent fact leaves its test unknown.
  static func anyOf<Item>(
    _ id: String, clause: Clause, further: [Clause] = [], title: Wording, rule: Wording,
    list: String, facts: [String], evidence: Wording,
    items: @escaping @Sendable (Application) -> [Item]?,
    proofs: @escaping @Sendable (Item) -> Int?,
    tests: [@Sendable (Item) -> Kleene]
  ) -> Criterion {
    anyOf(
      id, clause: clause, further: further, title: title, rule: rule, list: list, facts: facts,
      evidence: evidence, items: items, proofs: proofs,
      readings: [(Reading("plain", zh: "", en: ""), tests)])
  }

  /// The same with several readings of what an item must pass.
  static func anyOf<Item>(
    _ id: String, clause: Clause, further: [Clause] = [], title: Wording, rule: Wording,
    list: String, facts: [String], evidence: Wording,
    items: @escaping @Sendable (Application) -> [Item]?,
    proofs: @escaping @Sendable (Item) -> Int?,
    readings: [(reading: Reading, tests: [@Sendable (Item) -> Kleene])]
  ) -> Criterion {
    let hasReadings = readings.count > 1
    let passes = readings.map { conjunction(of: $0.tests) }
    let (passesFirst, passesOthers) = (passes[0], passes.dropFirst())
    return Criterion(
      id: id, clauses: [clause] + further, role: .indicator, title: title, rule: rule,
      readings: hasReadings ? readings.map(\.reading) : [],
      reads: [Pointer(list)] + facts.map { Pointer(list + "/*/" + $0) },
      evidence: [
        Evidence(zh: evidence.zh, en: evidence.en) {
          unattached(in: items($0), at: list + "/*/evidence", proofs)
        }
      ]
    ) { application, _, why in
      guard let items = items(application) else {
        return why.lacking(
          [Pointer(list)], readings: hasReadings ? readings.map { _ in .unknown } : [])
      }
      func answer(_ passes: @escaping @Sendable (Item) -> Kleene) -> Kleene {
        items.lazy.map(passes).disjunction()
      }
      lazy var shown = hasReadings ? passes.map { answer($0) } : []
      lazy var count: Reason.Values = ["count": .count(items.count)]
      switch passesOthers.reduce(answer(passesFirst), { $0.agreement(with: answer($1)) }) {
      case .yes: return why.conclude(.met, .oneSuffices, count, readings: shown)
      case .no:
        return why.conclude(
          .unmet, items.isEmpty ? .noneDeclared : .noneSuffices, count, readings: shown)
      case .unknown:
        lazy var missing = items.enumerated().flatMap { index, item in
          zip(facts, readings[0].tests)
            .filter { $0.1(item) == .unknown }
            .map { Pointer(list + "/*/" + $0.0, at: index) }
        }
        return why.conclude(
          .undetermined, missing.isEmpty ? .itemsReadingsDisagree : .missing,
          missing.isEmpty ? count : [:], missing: missing, readings: shown)
      }
    }
  }

  /// Whether an item passes every test, as one test.
  private static func conjunction<Item>(
    of tests: [@Sendable (Item) -> Kleene]
  ) -> @Sendable (Item) -> Kleene {
    tests.dropFirst().reduce(tests[0]) { earlier, test in { earlier($0) && test($0) } }
  }
}

extension Message {
  static let oneSuffices = Message(
    "one-suffices",
    says: Wording(
      zh: "所列 {count} 项中有符合要求的", en: "{count} listed, at least one of the kind asked for"))
  static let noneSuffices = Message(
    "none-suffices",
    says: Wording(
      zh: "所列 {count} 项均不符合要求", en: "{count} listed, none of the kind asked for"),
    mend: Wording(zh: "有一项符合即可", en: "one that is suffices"))
  static let noneDeclared = Message(
    "none-declared",
    says: Wording(zh: "声明没有", en: "declared that there is none"),
    mend: Wording(zh: "有一项符合即可", en: "one suffices"))
  static let itemsReadingsDisagree = Message(
    "items-readings-disagree",
    says: Wording(
      zh: "所列 {count} 项是否符合，取决于条款的理解",
      en: "{count} listed; whether any suffices depends on how the clause is read"),
    mend: Wording(zh: "向主管部门确认口径", en: "have the department confirm the reading"))
}
