// A list says what is in it; in which order it was typed must change nothing but the order of the report.

import ChampionRules
import Eligibility
import LocatedJSON
import Testing

@testable import Judging
@testable import Reports

struct ListOrderTests {
  @Test func `the order of any list changes no word`() throws {
    var draw = ApplicationDraw(seed: 31)
    var reordered = 0
    // What differed, each with an example.
    var differing: [String: String] = [:]
    for round in 0..<500 {
      var tree = try draw.application()
      if round.isMultiple(of: 3) { tree = draw.removingMembers(of: tree) }
      let (shuffled, places) = draw.shufflingLists(of: tree)
      if shuffled.written() == tree.written() { continue }
      reordered += 1
      let before = Said(try Judged(tree.written()).report, moving: places)
      let after = Said(try Judged(shuffled.written()).report, moving: [:])
      for (name, words) in before.words where after.words[name] != words {
        differing[name] = """
          before: \(words)
          after: \(after.words[name] ?? [])
          of: \(tree.written())
          as: \(shuffled.written())
          """
      }
      if before.words.keys != after.words.keys { differing["what is said at all"] = tree.written() }
    }
    #expect(differing.keys.sorted() == [], "\(differing.first?.value ?? "")")
    #expect(reordered > 300)
  }

  /// What a report says, without the order in which it says it.
  private struct Said {
    /// Under the name of what is said, the words.
    var words: [String: [String]] = [:]

    /// - Parameter moving: where the items of lists stand in the report to be compared with.
    init(_ report: JudgedApplication, moving: [String: [Int]]) {
      func places(_ pointers: [Pointer]) -> String {
        pointers.map { $0.moved(by: moving).description }.sorted().joined(separator: " ")
      }
      words["verdict"] = [report.verdict.rawValue]
      for (criterion, finding) in zip(
        report.programme.criteria, report.findings)
      {
        let id = criterion.id
        words["\(id): outcome"] = [finding.outcome.rawValue]
        words["\(id): reason"] = Said.words(of: finding.reason)
        words["\(id): missing"] = [places(finding.missing)]
        words["\(id): places"] = [places(finding.places)]
        words["\(id): margins"] = finding.margins.map { "\($0)" }
        words["\(id): shortfall"] = ["\(finding.shortfall, default: "none")"]
        words["\(id): readings"] = finding.readings.map { "\($0)" }
      }
      words["faults"] =
        report.faults.map { Said.words(of: $0.reason).joined(separator: " ") }.sorted()
      words["notices"] =
        report.notices.listed.map { notice in
          (Said.words(of: notice.reason) + [places(notice.places)]).joined(separator: " ")
        }.sorted()
      words["evidence"] = report.evidence.map { $0.what.en + " " + places($0.places) }.sorted()
    }

    private static func words(of reason: Reason) -> [String] {
      [reason.message.id]
        + reason.values.entries.map { "\($0.name): \(inOrder($0.quantity).written(in: .en))" }
    }

    /// A value with the items of a list in the order of their words.
    private static func inOrder(_ quantity: Quantity) -> Quantity {
      guard case .list(let items) = quantity else { return quantity }
      return .list(items.map(inOrder).sorted { $0.written(in: .en) < $1.written(in: .en) })
    }
  }
}

extension Pointer {
  /// The same value where its list was reordered: for each list the new places of its items.
  fileprivate func moved(by places: [String: [Int]]) -> Pointer {
    guard let index, let star = template.firstRange(of: "/*"),
      let moved = places[String(template[..<star.lowerBound])], moved.indices.contains(index)
    else { return self }
    return Pointer(template, at: moved[index])
  }
}

extension ApplicationDraw {
  /// An application with the items of all its lists in another order, and the new places of the items
  /// of each list by its pointer.
  mutating func shufflingLists(of tree: Tree) -> (tree: Tree, places: [String: [Int]]) {
    var places: [String: [Int]] = [:]
    return (shuffled(tree, at: "", &places), places)
  }

  private mutating func shuffled(
    _ tree: Tree, at pointer: String, _ places: inout [String: [Int]]
  ) -> Tree {
    switch tree {
    case .scalar: return tree
    case .object(var members):
      for number in members.indices {
        members[number].value = shuffled(
          members[number].value, at: pointer + "/" + members[number].key, &places)
      }
      return .object(members)
    case .list(let items):
      let order = items.indices.shuffled(using: &dice)
      var moved = Array(repeating: 0, count: items.count)
      for (place, number) in order.enumerated() { moved[number] = place }
      places[pointer] = moved
      var shuffledItems: [Tree] = []
      for number in order {
        // A list within an item holds nothing that a pointer names.
        shuffledItems.append(shuffled(items[number], at: pointer + "/*", &places))
      }
      return .list(shuffledItems)
    }
  }
}
