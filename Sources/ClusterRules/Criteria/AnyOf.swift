// Some conditions ask for at least one fact of a kind; they differ in the list they read and the test.

import Eligibility

extension Criterion where Applicant == ClusterApplication {
  /// A condition that is met as soon as one item of a list passes a test.
  ///
  /// - Parameters:
  ///   - list: the place of the list.
  ///   - members: the members of an item that are read, and whether one is missing.
  ///   - judgement: the matter under which experts say whether it is enough.
  ///   - passes: whether an item passes; an absent fact leaves it unknown.
  static func anyOf<Item>(
    _ id: String, clause: Clause, title: Wording, rule: Wording, wanted: Wording, list: String,
    settledReadings: [Reading], evidence: Wording, judgement: ClusterJudgement,
    members: [(name: String, isMissing: @Sendable (Item) -> Bool)],
    items: @escaping @Sendable (ClusterApplication) -> [Item]?,
    proofs: @escaping @Sendable (Item) -> Int?, passes: @escaping @Sendable (Item) -> Kleene
  ) -> Criterion {
    Criterion(
      id, clauses: [clause], role: .condition, title: title, rule: rule,
      settledReadings: [.allAtOnce, .leastImplied] + settledReadings,
      asks: [AskedFact(list: list, items, members: members)],
      evidence: [
        Evidence(
          zh: evidence.zh, en: evidence.en, by: .applicant, atEach: list + "/*/evidence", of: items,
          count: proofs)
      ],
      decide: { application, _ -> Kleene in
        guard let items = items(application) else { return .unknown }
        var answer = Kleene.no
        for item in items { answer = answer || passes(item) }
        return answer
      },
      explain: { answer, application, _, say in
        guard let items = items(application) else { return .missing }
        let passing = items.indices.filter { passes(items[$0]) == .yes }
        lazy var values: Reason.Values = [
          "count": .count(items.count), "passing": .count(passing.count), "wanted": .term(wanted),
          "judgement": .term(judgement.title),
        ]
        return switch answer {
        case .yes:
          say(
            "one-is-there",
            zh: "所列 {count} 项中，有 {passing} 项属于{wanted}：没有相反的事实；是否足够，由专家评判（{judgement}）",
            en:
              "{passing} of {count} listed: {wanted}; not refuted, and whether it is enough is for "
              + "experts ({judgement})", values,
            at: passing.map { Pointer(list + "/*", at: $0) })
        case .no:
          items.isEmpty
            ? say(
              "none-declared", zh: "声明没有此类事项（要求：{wanted}）",
              en: "declared that there is none (required: {wanted})",
              mend: Wording(zh: "有一项符合即可", en: "one suffices"), values)
            : say(
              "none-suffices", zh: "所列 {count} 项均不属于{wanted}",
              en: "{count} listed, none of which is what is asked for: {wanted}",
              mend: Wording(zh: "有一项符合即可", en: "one suffices"), values)
        case .unknown:
          // Whoever has looked at all may find nothing missing that could be named.
          items.contains { item in members.contains { $0.isMissing(item) } }
            ? .missing(ofItems: items.indices.filter { passes(items[$0]) == .unknown })
            : say(
              "item-unclear", zh: "所列 {count} 项中有无法归类的，不能判断是否属于{wanted}",
              en: "{count} listed, some of which cannot be classed as: {wanted}",
              mend: Wording(zh: "写明具体类别", en: "say what exactly it is"), values)
        }
      })
  }
}
