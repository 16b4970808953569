// What changed between two filings: every criterion with another outcome, and the facts behind it.

import Foundation
import Testing

@testable import Commands
@testable import HostSystem
@testable import Judging

struct ComparisonTests {
  private static func run(_ files: [String: String], _ arguments: String...) -> (
    status: Judging.ExitStatus, output: String, error: String
  ) {
    let world = World()
    var environment = world.environment(files: files)
    environment.arguments = ["compare"] + arguments
    environment.batch.list = { path in
      let inside = files.keys.filter { $0.hasPrefix(path + "/") }
      return inside.isEmpty
        ? .failure(.absent)
        : .success(
          inside.map { FolderEntry(name: String($0.dropFirst(path.count + 1)), isFolder: false) })
    }
    let status = Commands.run(environment, .tested)
    return (status, world.output, world.error)
  }

  private static func application(rank: String, year: Int = 2025) -> String {
    """
    {"applicationYear": \(year), "enterprise": {"domicile": "220106"},
     "market": {"province": {"rank": \(rank)}, "nation": {"rank": 3}},
     "figures": {"unit": "万元", "years": [{"year": 2023, "profit": 1.50}]}}
    """
  }

  private struct Change: Decodable, Equatable {
    struct Side: Decodable, Equatable { let outcome: String }
    struct Fact: Decodable, Equatable {
      struct Value: Decodable, Equatable {
        let pointer: String
        let value: String
        let line: Int
        let column: Int
      }
      let old: Value?
      let new: Value?
    }
    let criterion: String
    let old: Side
    let new: Side
    let facts: [Fact]
  }

  private struct Compared: Decodable {
    struct Pair: Decodable {
      let criteria: [Change]
      let otherFacts: [Change.Fact]
    }
    struct JudgedApplication: Decodable { let source: String }
    let compared: [Pair]
    let onlyOld: [JudgedApplication]
    let onlyNew: [JudgedApplication]
  }

  private func decoded(_ output: String) throws -> Compared {
    try JSONDecoder().decode(Compared.self, from: Data(output.utf8))
  }

  @Test func `a criterion that changed names the fact behind it`() throws {
    let (status, output, _) = ComparisonTests.run(
      [
        "a.json": ComparisonTests.application(rank: "2"),
        "b.json": ComparisonTests.application(rank: "1"),
      ], "a.json", "b.json", "--format", "json")
    // The status is that of the new application, of which most is unknown.
    #expect(status == .undetermined)
    let pair = try #require(try decoded(output).compared.first)
    let fact = Change.Fact(
      old: .init(pointer: "/market/province/rank", value: "2", line: 2, column: 34),
      new: .init(pointer: "/market/province/rank", value: "1", line: 2, column: 34))
    #expect(
      pair.criteria == [
        Change(
          criterion: "market-position", old: .init(outcome: "unmet"), new: .init(outcome: "met"),
          facts: [fact])
      ])
    #expect(pair.otherFacts.isEmpty)
  }

  @Test func `what is only written differently has not changed`() throws {
    let old = ComparisonTests.application(rank: "1")
    let new = old.replacing("1.50", with: "1.5").replacing("万元", with: #"\u4e07\u5143"#)
      .replacing(" ", with: "")
    let (_, output, _) = ComparisonTests.run(
      ["a.json": old, "b.json": new], "a.json", "b.json", "--format", "json")
    let pair = try #require(try decoded(output).compared.first)
    #expect(pair.criteria.isEmpty)
    #expect(pair.otherFacts.isEmpty)
  }

  @Test func `a fact that came or went is named`() throws {
    let old = ComparisonTests.application(rank: "null")
    let new = ComparisonTests.application(rank: "1").replacing(#""domicile": "220106""#, with: "")
    let (_, output, _) = ComparisonTests.run(
      ["a.json": old, "b.json": new], "a.json", "b.json", "--format", "json")
    let pair = try #require(try decoded(output).compared.first)
    #expect(pair.criteria.map(\.criterion) == ["jilin-registered", "market-position"])
    #expect(pair.criteria.map(\.old.outcome) == ["met", "undetermined"])
    #expect(pair.criteria.map(\.new.outcome) == ["undetermined", "met"])
    #expect(pair.criteria[0].facts.map { $0.old?.value } == ["“220106”"])
    #expect(pair.criteria[0].facts.map(\.new) == [nil])
  }

  @Test func `years are matched by their number not their place`() throws {
    let entry = { (year: Int) in #"{"year": \#(year), "profit": \#(year)}"# }
    let (_, output, _) = ComparisonTests.run(
      [
        "a.json": #"{"figures":{"unit":"元","years":[\#(entry(2022)),\#(entry(2023))]}}"#,
        "b.json": #"{"figures":{"unit":"元","years":[\#(entry(2023)),\#(entry(2024))]}}"#,
      ], "a.json", "b.json", "--format", "json")
    let facts = try #require(try decoded(output).compared.first).otherFacts
    // 2023 stands in another place and has not changed.
    #expect(
      facts.map { "\($0.old?.value ?? "-") \($0.new?.value ?? "-")" } == [
        "- 2024", "- 2024", "2022 -", "2022 -",
      ])
  }

  @Test func `batches are matched by code and product`() throws {
    let filed = { (code: String, product: String, rank: Int) in
      """
      {"enterprise": {"creditCode": "\(code)"}, "product": {"name": "\(product)"},
       "market": {"province": {"rank": \(rank)}}}
      """
    }
    let (first, second) = ("91220101000000190U", "9122010100000006XW")
    let (_, output, _) = ComparisonTests.run(
      [
        "old/1.json": filed(first, "轴承", 2), "old/2.json": filed(first, "阀门", 2),
        "new/1.json": filed(second, "轴承", 1), "new/2.json": filed(first, "轴承", 1),
      ], "old", "new", "--format", "json")
    let compared = try decoded(output)
    #expect(compared.compared.map { $0.criteria.map(\.criterion) } == [["market-position"]])
    #expect(compared.onlyOld.map(\.source) == ["old/2.json"])
    #expect(compared.onlyNew.map(\.source) == ["new/1.json"])
  }

  @Test(arguments: ["zh", "en"])
  func `the text says the same`(language: String) {
    let (_, output, _) = ComparisonTests.run(
      [
        "a.json": ComparisonTests.application(rank: "2"),
        "b.json": ComparisonTests.application(rank: "1"),
      ], "a.json", "b.json", "--lang", language)
    #expect(output.contains("market-position"))
    #expect(output.contains("b.json:2:34  /market/province/rank\n    2 → 1\n"))
    #expect(output.contains(language == "zh" ? "不符合条件 → 尚不能判定" : "INELIGIBLE → UNDETERMINED"))
  }

  /// What the format does not know is one fact, however much is in it and however long its name is.
  @Test func `what stands under a long key is not told one by one`() throws {
    let key = String(repeating: "k", count: 20_000)
    func file(_ start: Int) -> String {
      "{\"\(key)\": [" + (start..<(start + 2000)).map(String.init).joined(separator: ",") + "]}"
    }
    let files = ["a.json": file(0), "b.json": file(1)]
    let (_, output, _) = ComparisonTests.run(files, "a.json", "b.json", "--format", "json")
    let pair = try #require(try decoded(output).compared.first)
    #expect(pair.otherFacts.count == 1)
    #expect(pair.otherFacts[0].new?.pointer == "/" + String(repeating: "k", count: 199) + "…")
    #expect(output.utf8.count < 60_000)
  }

  @Test func `of the facts that changed the first hundred are listed`() throws {
    func file(_ name: String) -> String {
      let product = "{\"name\": \"\(name)\"}"
      return "{\"otherProducts\": ["
        + Array(repeating: product, count: 150).joined(separator: ",") + "]}"
    }
    let files = ["a.json": file("甲"), "b.json": file("乙")]
    let (_, output, _) = ComparisonTests.run(files, "a.json", "b.json", "--format", "json")
    #expect(try #require(try decoded(output).compared.first).otherFacts.count == 100)
    #expect(output.contains("\"otherFactsNotListed\": 50"))
    let (_, text, _) = ComparisonTests.run(files, "a.json", "b.json", "--lang", "zh")
    #expect(text.contains("另有 50 项未列出"))
  }

  @Test func `many of one code and product are matched in order`() throws {
    func lines(_ ranks: [Int]) -> String {
      ranks.map {
        #"{"enterprise":{"creditCode":"91220101000000190U"},"market":{"world":{"rank":\#($0)}}}"#
          + "\n"
      }.joined()
    }
    let batch = BatchWorld(["a.ndjson": lines([1, 2, 3, 4]), "b.ndjson": lines([1, 5, 3])])
    _ = batch.run("compare", "a.ndjson", "b.ndjson", "--format", "json")
    let compared = try decoded(batch.output)
    #expect(compared.compared.map(\.otherFacts.count) == [0, 1, 0])
    #expect(compared.onlyOld.count == 1 && compared.onlyNew.isEmpty)
  }

  @Test func `what cannot be read is said`() {
    let (status, output, error) = ComparisonTests.run(["a.json": "{}"], "a.json", "b.json")
    #expect(status == .unreadable)
    #expect(output.isEmpty)
    #expect(error.contains("b.json"))
    #expect(ComparisonTests.run([:], "a.json").status == .usage)
  }
}
