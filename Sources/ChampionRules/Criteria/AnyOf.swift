// Many indicators ask for at least one fact of a kind; they differ in the list they read and the test.

import Eligibility

/// What an item of a list must pass, together with the facts that it needs for that.
///
/// Functions that call one another, not lists of functions: for the list of each kind the program
/// would have to make types when it starts.
struct ItemTest<Item>: Sendable {
  /// The members of an item that are read.
  let facts: [String]
  /// Whether an item passes; an absent fact leaves it unknown.
  let passes: @Sendable (Item) -> Kleene
  /// The members that leave it unknown.
  let lacking: @Sendable (Item) -> [String]
  /// What is asked of an item that surely does not pass; empty for the others.
  let failed: @Sendable (Item) -> [Wording]
  /// The readings of what must be passed where there are two, that of `passes` first.
  private(set) var readings: [Reading] = []
  /// Whether an item passes under the second reading.
  private(set) var passesElse: (@Sendable (Item) -> Kleene)?

  /// A test of one member.
  ///
  /// - Parameter wanted: what is asked of it.
  init(_ fact: String, wanted: Wording, _ passes: @escaping @Sendable (Item) -> Kleene) {
    facts = [fact]
    self.passes = passes
    lacking = { passes($0) == .unknown ? [fact] : [] }
    failed = { passes($0) == .no ? [wanted] : [] }
  }

  /// A test of one member that can be read in two ways.
  init(
    _ fact: String, wanted: Wording, _ reading: Reading,
    _ passes: @escaping @Sendable (Item) -> Kleene,
    or other: Reading, _ passesElse: @escaping @Sendable (Item) -> Kleene
  ) {
    self.init(fact, wanted: wanted, passes)
    readings = [reading, other]
    self.passesElse = passesElse
  }

  private init(
    facts: [String], passes: @escaping @Sendable (Item) -> Kleene,
    lacking: @escaping @Sendable (Item) -> [String], failed: @escaping @Sendable (Item) -> [Wording]
  ) {
    self.facts = facts
    self.passes = passes
    self.lacking = lacking
    self.failed = failed
  }

  /// The test that every item passes.
  static var none: ItemTest {
    ItemTest(facts: [], passes: { _ in .yes }, lacking: { _ in [] }, failed: { _ in [] })
  }

  /// Both tests, of which neither has a second reading.
  static func && (first: ItemTest, second: ItemTest) -> ItemTest {
    ItemTest(
      facts: first.facts + second.facts,
      passes: { first.passes($0) && second.passes($0) },
      lacking: { first.lacking($0) + second.lacking($0) },
      failed: { first.failed($0) + second.failed($0) })
  }
}

extension Criterion where Applicant == Application {
  /// An indicator that is met as soon as one item of a list passes a test.
  ///
  /// - Parameters:
  ///   - list: the place of the list.
  ///   - test: what an item must pass.
  static func anyOf<Item>(
    _ id: String, clause: Clause, further: [Clause] = [], title: Wording, rule: Wording,
    list: String, evidence: Wording,
    items: @escaping @Sendable (Application) -> [Item]?,
    proofs: @escaping @Sendable (Item) -> Int?,
    test: ItemTest<Item>, settledReadings: [Reading] = []
  ) -> Criterion {
    Criterion(
      id: id, clauses: [clause] + further, role: .indicator, title: title, rule: rule,
      readings: test.readings, settledReadings: settledReadings,
      reads: [Pointer(list)] + test.facts.map { Pointer(list + "/*/" + $0) },
      evidence: [
        Evidence(zh: evidence.zh, en: evidence.en) {
          unattached(in: items($0), at: list + "/*/evidence", proofs)
        }
      ]
    ) { application, _, why in
      guard let items = items(application) else {
        return why.lacking([Pointer(list)], readings: test.readings.map { _ in .unknown })
      }
      let answer = items.lazy.map(test.passes).disjunction()
      let answerElse = test.passesElse.map { items.lazy.map($0).disjunction() } ?? answer
      lazy var shown = test.readings.isEmpty ? [] : [answer, answerElse]
      lazy var count: Reason.Values = ["count": .count(items.count)]
      switch answer.agreement(with: answerElse) {
      case .yes: return why.conclude(.met, .oneSuffices, count, readings: shown)
      case .no:
        // What those items lack that come nearest.
        lazy var failures = items.map(test.failed)
        lazy var least = failures.map(\.count).min() ?? 0
        lazy var failed = failures.filter { $0.count == least }.flatMap { $0 }
          .reduce(into: [Wording]()) { if !$0.contains($1) { $0.append($1) } }
        return why.conclude(
          .unmet, items.isEmpty ? .noneDeclared : .noneSuffices,
          ["count": .count(items.count), "wanted": .list(failed.map { .term($0) })],
          readings: shown)
      case .unknown:
        lazy var missing = items.enumerated().flatMap { index, item in
          test.lacking(item).map { Pointer(list + "/*/" + $0, at: index) }
        }
        return why.conclude(
          .undetermined, missing.isEmpty ? .itemsReadingsDisagree : .missing,
          missing.isEmpty ? count : [:], missing: missing, readings: shown)
      }
    }
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
      zh: "所列 {count} 项均不符合要求，缺少：{wanted}",
      en: "{count} listed, none suffices for lack of: {wanted}"),
    mend: Wording(zh: "有一项符合即可", en: "one that has it suffices"))
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
