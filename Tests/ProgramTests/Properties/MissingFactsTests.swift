// The list of what is missing is a promise: whoever supplies all of it is not sent for more.

import ChampionRules
import CommonFacts
import Eligibility
import LocatedJSON
import Testing

@testable import Judging

struct MissingFactsTests {
  @Test func `supplying everything listed leaves nothing missing`() throws {
    var draw = ApplicationDraw(seed: 21)
    var supplied: Set<String> = []
    // What was still missing afterwards, with the criterion that asks for it, each with an example.
    var wanted: [String: String] = [:]
    for round in 0..<400 {
      let tree = draw.removingMembers(of: try draw.application())
      let before = try Judged(tree.written()).report
      var listed = before.missing.map(\.place)
      // Supplying proofs as well changes nothing about the facts.
      let isEvidenceSupplied = round.isMultiple(of: 2)
      if isEvidenceSupplied {
        // The report of a year that is itself missing has no place yet.
        listed += before.evidence.flatMap(\.places)
          .filter { $0.index != nil || !$0.template.contains("*") }
      }
      if listed.isEmpty { continue }
      supplied.formUnion(listed.map(\.template))
      let whole = try draw.supplying(listed, to: tree)
      let after = try Judged(whole.written()).report
      let example = "listed: \(listed.map(\.description)), of: \(tree.written())"
      // What only an answer just given calls for is asked of those who give it: a review's certificate, and
      // the grounds on which a product is new.
      let answered = Set(listed.map(\.template))
      for (place, criteria) in after.missing {
        if answered.contains("/kind"), place.template.hasPrefix("/certificate/") { continue }
        if answered.contains("/kind"), place.template == "/product/name" { continue }
        if answered.contains("/product/isNew"), place.template == "/product/noveltyGrounds" {
          continue
        }
        for number in criteria {
          wanted["\(after.programme.criteria[number].id): \(place.template)"] = example
        }
      }
      for fault in after.faults {
        wanted["fault \(fault.reason.message.id): \(fault.pointer ?? "")"] = example
      }
    }
    #expect(wanted.keys.sorted() == [], "\(wanted.first?.value ?? "")")
    // Chance came to most of what can be missing.
    #expect(supplied.count > 60)
  }
}

extension ApplicationDraw {
  /// An application with a value at each of some places that have none.
  mutating func supplying(_ places: [Pointer], to tree: Tree) throws -> Tree {
    var tree = tree
    let years = Tree.pointer(ApplicationDraw.years)
    let round: Pointer = "/applicationYear"
    for place in places where place.template != years && place.template != years + "/*/year" {
      let way = Tree.way(to: place)
      tree = tree.setting(way, to: try place == round ? roundYear(of: tree) : value(at: way))
    }
    // Which years are wanted depends on the round, so they come last, those of entries first.
    for place in places where place.template == years + "/*/year" {
      let lacking = ApplicationDraw.lackingYears(of: tree)
      // An entry beyond the years that are looked at is of an earlier year.
      let year = lacking.first ?? 1_990 + (place.index ?? 0)
      tree = tree.setting(Tree.way(to: place), to: .scalar("\(year)"))
    }
    if places.contains(where: { $0.template == years }) {
      for year in ApplicationDraw.lackingYears(of: tree) {
        let count =
          if case .list(let items)? = tree[ApplicationDraw.years] { items.count } else { 0 }
        let way = ApplicationDraw.years + [.item(count)]
        tree = tree.setting(way, to: try value(at: way))
          .setting(way + [.member("year")], to: .scalar("\(year)"))
      }
    }
    return tree
  }

  /// The round for which the dates and figures of an application were made.
  private func roundYear(of tree: Tree) -> Tree {
    let filed = tree[[.member("filingDate")]].flatMap { Int($0.written().dropFirst().prefix(4)) }
    let last = ApplicationDraw.years(of: tree).max().map { $0 + 1 }
    return .scalar("\(last ?? filed ?? 2_025)")
  }

  /// The years of which there are entries.
  private static func years(of tree: Tree) -> [Int] {
    guard case .list(let items)? = tree[years] else { return [] }
    return items.compactMap { $0[[.member("year")]].flatMap { Int($0.written()) } }
  }

  /// The years before the round of which there is no entry.
  private static func lackingYears(of tree: Tree) -> [Int] {
    let round = tree[[.member("applicationYear")]].flatMap { Int($0.written()) } ?? 2_025
    let count = Thresholds.of2024.averagedYears.value
    let present = ApplicationDraw.years(of: tree)
    return ((round - count)..<round).filter { !present.contains($0) }
  }
}
