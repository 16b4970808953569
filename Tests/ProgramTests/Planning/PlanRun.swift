// Plans are read as programs read them, and their changes are made by other code than the program's own.

import Foundation
import LocatedJSON
import Testing

@testable import Commands
@testable import Judging

/// A run of the command `plan` on one application, as JSON.
struct PlanRun {
  struct Report: Decodable {
    struct Reason: Decodable { let id: String }
    struct Way: Decodable {
      let way: String
      let basis: String
      let sentence: String
      let applicationYear: Int
      let filingDate: String
      let isLate: Bool
    }
    struct Step: Decodable {
      let criterion: String
      let way: String
      let basis: String
      let sentence: String
    }
    struct Assumption: Decodable { let reason: Reason }
    struct Round: Decodable {
      let applicationYear: Int
      let filingDate: String
      let restsOnOpenFacts: Bool
      let steps: [Step]
      let assumptions: [Assumption]
    }
    struct Open: Decodable {
      struct Missing: Decodable { let pointer: String }
      let criterion: String
      let outcome: String
      let missing: [Missing]
      let ways: [Way]
    }
    struct Fault: Decodable { let reason: Reason }
    let outcome: String
    let exitStatus: Int
    let firstRound: Int?
    let lastRound: Int?
    let earliest: Round?
    let otherwise: Round?
    let blocking: [String]
    let withoutBlocking: Round?
    let open: [Open]
    let faults: [Fault]

    /// The ways to meet a criterion: the round, what it rests on, and its identifier.
    func ways(_ criterion: String) -> [String] {
      open.first { $0.criterion == criterion }?.ways
        .map { "\($0.applicationYear) \($0.basis) \($0.way)" } ?? []
    }
  }

  let status: Judging.ExitStatus
  let output: String
  let error: String

  init(_ application: String, _ arguments: String...) {
    let world = World()
    var environment = world.environment(files: ["a.json": application])
    environment.arguments = ["plan", "a.json", "--lang", "en"] + arguments
    status = Commands.run(environment, .tested)
    output = world.output
    error = world.error
  }

  /// The plan of an application.
  static func report(_ application: Tree, _ changes: String...) throws -> Report {
    let world = World()
    var environment = world.environment(files: ["a.json": application.written()])
    environment.arguments =
      ["plan", "a.json", "--format", "json", "--lang", "en"] + changes.map { "--assume=\($0)" }
    let status = Commands.run(environment, .tested)
    let report = try JSONDecoder().decode(Report.self, from: Data(world.output.utf8))
    #expect(report.exitStatus == Int(status.rawValue))
    return report
  }

  /// The application with the changes that a plan lists for a round.
  static func changed(_ application: Tree, by round: String) throws -> Tree? {
    let world = World()
    var environment = world.environment(files: ["a.json": application.written()])
    environment.arguments = ["plan", "a.json", "--format", "json"]
    _ = Commands.run(environment, .tested)
    let document = JSONDocument(parsing: Array(world.output.utf8))
    let report = Tree(document, 0)
    guard case .list(let edits)? = report[[.member(round), .member("edits")]] else { return nil }
    return try edits.reduce(application) { tree, edit in
      let written = try #require(edit[[.member("pointer")]]).written()
      let value = try #require(edit[[.member("value")]])
      var way: [Tree.Step] = []
      for token in written.dropFirst().dropLast().split(separator: "/") {
        if token == "-" {
          let count = if case .list(let items)? = tree[way] { items.count } else { 0 }
          way.append(.item(count))
        } else {
          way.append(Int(token).map { .item($0) } ?? .member(String(token)))
        }
      }
      return tree.setting(way, to: value)
    }
  }
}

extension Tree {
  /// The tree with a value at a pointer.
  func with(_ pointer: String, _ json: String?) -> Tree {
    let way = pointer.split(separator: "/").map { token in
      Int(token).map { Step.item($0) } ?? .member(String(token))
    }
    return setting(way, to: json.map { Tree(JSONDocument(parsing: Array($0.utf8)), 0) })
  }

  /// The tree with other audited main-business revenue, in yuan, of the years up to 2024.
  func with(revenue: [String]) -> Tree {
    let years = revenue.enumerated().map { number, amount in
      """
      {"year": \(2025 - revenue.count + number), "isAudited": true, "mainBusinessRevenue": \(amount)}
      """
    }
    return with("/figures/unit", "\"元\"")
      .with("/figures/years", "[\(years.joined(separator: ","))]")
  }
}
