// Many indicators ask for at least one fact of a kind; they differ in the list they read and the test.

import CommonFacts
import Eligibility

/// What an item of a list must pass, together with the facts that it needs for that.
struct ItemTest<Item>: Sendable {
  /// The members of an item that are read, and whether one is missing.
  let members: [(name: String, isMissing: @Sendable (Item) -> Bool)]
  /// Whether an item passes; an absent fact leaves it unknown.
  let passes: @Sendable (Item) -> Kleene
  /// What is asked of an item that surely does not pass; empty for the others.
  let failed: @Sendable (Item) -> [Wording]
  /// The readings of what must be passed where there are two, that of `passes` first.
  var readings: [Reading] = []
  /// Whether an item passes under the second reading.
  var passesSecondReading: (@Sendable (Item) -> Kleene)?

  /// The test that every item passes.
  static var none: ItemTest { ItemTest(members: [], passes: { _ in .yes }, failed: { _ in [] }) }

  /// A test of one member.
  ///
  /// - Parameter wanted: what is asked of it.
  static func member(
    _ name: String, wanted: Wording, _ passes: @escaping @Sendable (Item) -> Kleene
  ) -> ItemTest {
    ItemTest(
      members: [(name, { @Sendable in passes($0) == .unknown })], passes: passes,
      failed: { passes($0) == .no ? [wanted] : [] })
  }

  /// A test of one member that can be read in two ways.
  static func member(
    _ name: String, wanted: Wording, _ first: Reading,
    _ passes: @escaping @Sendable (Item) -> Kleene, or second: Reading,
    _ passesSecondReading: @escaping @Sendable (Item) -> Kleene
  ) -> ItemTest {
    var test = member(name, wanted: wanted, passes)
    test.readings = [first, second]
    test.passesSecondReading = passesSecondReading
    return test
  }

  /// Both tests, of which neither has a second reading.
  static func && (first: ItemTest, second: ItemTest) -> ItemTest {
    ItemTest(
      members: first.members + second.members,
      passes: { first.passes($0) && second.passes($0) },
      failed: { first.failed($0) + second.failed($0) })
  }
}

/// Whether one item of a list passes, under each reading.
private struct AnyOfState: CriterionState {
  let first: Kleene
  let second: Kleene?

  var outcome: Outcome { Outcome(first.agreement(with: second ?? first)) }
  var readings: [Kleene] { second.map { [first, $0] } ?? [] }
}

extension Criterion where Applicant == Application {
  /// An indicator that is met as soon as one item of a list passes a test.
  ///
  /// - Parameters:
  ///   - list: the place of the list.
  ///   - issuer: who answers for what the evidence says; Annex 1 asks for recognitions, rights and
  ///     selections, which authorities grant, and leaves open how anything else is shown.
  ///   - test: what an item must pass.
  static func anyOf<Item>(
    _ id: String, clauses: [Clause], title: Wording, rule: Wording, list: String,
    evidence: Wording, by issuer: Issuer, items: @escaping @Sendable (Application) -> [Item]?,
    proofs: @escaping @Sendable (Item) -> Int?, test: ItemTest<Item>,
    settledReadings: [Reading] = []
  ) -> Criterion {
    Criterion(
      id, clauses: clauses, role: .indicator, title: title, rule: rule, readings: test.readings,
      settledReadings: settledReadings,
      asks: [AskedFact(list: list, items, members: test.members)],
      evidence: [
        Evidence(
          zh: evidence.zh, en: evidence.en, by: issuer, atEach: list + "/*/evidence", of: items,
          count: proofs)
      ],
      decide: { application, _ in
        guard let items = items(application) else {
          return AnyOfState(first: .unknown, second: test.readings.isEmpty ? nil : .unknown)
        }
        return AnyOfState(
          first: items.lazy.map(test.passes).disjunction(),
          second: test.passesSecondReading.map { items.lazy.map($0).disjunction() })
      },
      explain: { state, application, _, say in
        guard let items = items(application) else { return .missing }
        let count = Quantity.count(items.count)
        switch state.outcome {
        case .met:
          return say(
            "one-suffices", zh: "所列 {count} 项中有符合要求的",
            en: "{count} listed, at least one of which meets the requirement", ["count": count])
        case .unmet:
          // What those items lack that come nearest.
          let failures = items.map(test.failed)
          let least = failures.map { $0.count }.min() ?? 0
          let wanted = failures.filter { $0.count == least }.flatMap { $0 }
            .reduce(into: [Wording]()) { if !$0.contains($1) { $0.append($1) } }
          lazy var values: Reason.Values = [
            "count": count, "wanted": .list(wanted.map { .term($0) }), "rule": .term(rule),
          ]
          return items.isEmpty
            ? say(
              "none-declared", zh: "声明没有此类事项（要求：{rule}）",
              en: "declared that there is none (required: {rule})",
              mend: Wording(zh: "有一项符合即可", en: "one suffices"), values)
            : say(
              "none-suffices", zh: "所列 {count} 项均不符合要求，缺少：{wanted}",
              en: "{count} listed, none of which suffices; lacking: {wanted}",
              mend: Wording(zh: "有一项符合即可", en: "one that has it suffices"), values)
        default:
          if items.contains(where: { item in test.members.contains { $0.isMissing(item) } }) {
            return .missing
          }
          return say(
            "items-readings-disagree", zh: "所列 {count} 项是否符合，取决于对条款的理解",
            en: "{count} listed; whether any suffices depends on how the clause is read",
            mend: Wording(
              zh: "向主管部门确认口径", en: "have the department confirm how the clause is read"),
            ["count": count])
        }
      })
  }
}
