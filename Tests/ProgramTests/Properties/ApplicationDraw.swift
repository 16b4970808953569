// Properties are tried on many applications; these are drawn from the format, the same on every machine.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging

/// Draws values and applications that the format takes without a fault.
struct ApplicationDraw {
  var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  // MARK: Values

  /// Candidates for a value of a kind, as JSON; the format may still refuse some of them.
  private static func candidates(for type: ValueType) -> [String] {
    switch type {
    case .text: [#""说明""#]
    case .flag: ["true", "false"]
    case .year: ["2022", "2023", "2024", "2025"]
    case .day: ["2025-09-01", "2025-09-10", "2024-08-01", "2026-06-30", "2022-09-10"].map(quoted)
    case .partialDate:
      [
        "2012", "2012-03", "2018-01-01", "2021-12-31", "2022-09", "2022-09-09", "2022-09-10",
        "2023", "2024-02-29", "2025-08-31",
      ].map(quoted)
    case .count: ["0", "1", "2", "3", "5", "10", "12", "13", "14"]
    case .decimal: ["0", "0.5", "12.4", "61.5"]
    case .money: ["0", "1500", "21000", "23400.25", "26800"]
    case .code:
      ["91220101MA0YB1X78E", "220106", "220581", "3451", "7310", "3507060101", "35070601"]
        .map(quoted)
    case .choice(let words): words.map { quoted($0.word) }
    case .list, .object: []
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// What each member takes without a fault, of those that are neither objects nor lists of them.
  private static let accepted: [String: [Tree]] = Dictionary(
    uniqueKeysWithValues: FormatMember.all.compactMap { member in
      let trees: [Tree]
      switch member.type {
      case .object, .list(.object, _): return nil
      case .list(let item, _): trees = candidates(for: item).map { .list([.scalar($0)]) }
      default: trees = candidates(for: member.type).map { .scalar($0) }
      }
      let pointer = Tree.pointer(member.way)
      let taken = trees.filter { value in
        // Alone but for its version, so that no other member has a say in it.
        let tree = Tree.object([.init(key: "formatVersion", value: .scalar("1"))])
          .setting([.member("figures"), .member("unit")], to: .scalar(#""万元""#))
          .setting(member.way, to: value)
        return isSound(tree)
      }
      return (pointer, taken)
    })

  static func isSound(_ tree: Tree) -> Bool {
    ChampionFile(source: "f.json", bytes: Array(tree.written().utf8), decodeGB18030: { _ in nil })
      .faults.isEmpty
  }

  /// A value that the format takes for the member at a way, whole to its last member.
  mutating func value(at way: [Tree.Step]) throws -> Tree {
    let type = try #require(FormatMember.type(at: way), "\(Tree.pointer(way))")
    switch type {
    case .object(let fields):
      var members: [Tree.Member] = []
      for field in fields {
        members.append(.init(key: field.key, value: try value(at: way + [.member(field.key)])))
      }
      return .object(members)
    case .list(.object, _): return .list(try items(at: way, dice.roll(3)))
    default:
      let first = way.map { step in if case .item = step { Tree.Step.item(0) } else { step } }
      let values = try #require(ApplicationDraw.accepted[Tree.pointer(first)])
      try #require(!values.isEmpty, "no candidate is taken for \(Tree.pointer(way))")
      return dice.pick(values)
    }
  }

  /// So many items of the list at a way.
  mutating func items(at way: [Tree.Step], _ count: Int) throws -> [Tree] {
    var items: [Tree] = []
    for _ in 0..<count { items.append(try value(at: way + [.item(0)])) }
    return items
  }

  // MARK: Applications

  /// The applications of the fixtures that have no fault, and a good one of which all is known.
  static let bases: [Tree] =
    [.good]
    + Fixture.all.filter { $0.folder != .faulty }.compactMap { fixture in
      guard let report = fixture.report, report.text.document.root != nil else { return nil }
      return Tree(report.text.document, 0)
    }

  /// The lists of objects that the format has, by the ways to them.
  static let lists: [[Tree.Step]] = FormatMember.all.compactMap { member in
    if case .list(.object, _) = member.type { member.way } else { nil }
  }

  /// An application of the fixtures, some of its lists filled anew and some of its members removed.
  mutating func application() throws -> Tree {
    var tree = dice.pick(ApplicationDraw.bases)
    for list in ApplicationDraw.lists where dice.roll(5) == 0 {
      if list == ApplicationDraw.years { continue }
      tree = tree.setting(list, to: .list(try items(at: list, dice.roll(4))))
    }
    return tree
  }

  /// The application with some members of its objects removed, few or many.
  mutating func removingMembers(of tree: Tree) -> Tree {
    var tree = tree
    for _ in 0..<dice.pick([1, 2, 4, 8, 20]) {
      let members = tree.members.filter { $0.key != "formatVersion" }
      if members.isEmpty { break }
      let member = dice.pick(members)
      tree = tree.setting(member.object + [.member(member.key)], to: nil)
    }
    return tree
  }

  /// The list of the yearly figures, whose entries belong together.
  static let years: [Tree.Step] = [.member("figures"), .member("years")]
}
