// A report that shows what no criterion counted, or hides what one did, contradicts itself.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Judging
@testable import Programmes

struct MaterialTests {
  private func material(_ text: String, _ id: String) throws -> [SubmittedStatement] {
    let number = try #require(Programme.champion.criteria.firstIndex { $0.id == id })
    return try Judged(text).report.submitted(for: number)
  }

  private func expect(
    _ material: [SubmittedStatement], _ expected: [(text: String?, proofs: [String])],
    at place: SourceLocation = #_sourceLocation
  ) {
    #expect(material.map(\.text) == expected.map(\.text), sourceLocation: place)
    #expect(material.map(\.proofs) == expected.map(\.proofs), sourceLocation: place)
  }

  private static let statement = "\"text\": \"通过质量、环境和职业健康体系认证。\""

  @Test func `is what was filed`() throws {
    expect(
      try material(GoodFile.text, "management"),
      [("通过质量、环境和职业健康体系认证。", ["体系认证证书.pdf"])])
    expect(
      try material(GoodFile.text, "bonus-chain-strengthening"), [("参与主轴轴承进口替代攻关。", ["项目任务书.pdf"])])
    expect(try material(GoodFile.text, "bonus-open-innovation"), [])
    for id in ["market-position", "core-ip", "priority-recommendation"] {
      expect(try material(GoodFile.text, id), [])
    }
    for id in ["management", "bonus-open-innovation"] { expect(try material("{}", id), []) }
  }

  @Test(arguments: ["\"text\": \"另一说明\"", statement])
  func `a text that stands twice is not shown`(second: String) throws {
    let text = try GoodFile.replacing(Self.statement, with: Self.statement + ", " + second)
    expect(try material(text, "management"), [(nil, ["体系认证证书.pdf"])])
  }

  @Test(arguments: ["\"management\": {}, ", "\"management\": {\(statement)}, "])
  func `a statement that stands twice is not shown`(first: String) throws {
    let text = try GoodFile.replacing("\"management\": {", with: first + "\"management\": {")

    expect(try material(text, "management"), [])
    #expect(try material(text, "culture").count == 1)
  }

  @Test func `statements that stand twice are not shown`() throws {
    let text = try GoodFile.replacing(
      "\"statements\": {", with: "\"statements\": {}, \"statements\": {")
    for judgement in Judgement.allCases { expect(try material(text, judgement.rawValue), []) }
  }

  @Test(arguments: ["1", "null", "\"  \"", "\"\\u200b\"", "[]"])
  func `a faulty text is not shown and its proofs are`(value: String) throws {
    let text = try GoodFile.replacing(Self.statement, with: "\"text\": \(value)")
    expect(try material(text, "management"), [(nil, ["体系认证证书.pdf"])])
  }

  @Test func `faulty proofs are left out`() throws {
    let text = try GoodFile.replacing("\"体系认证证书.pdf\"", with: "1, \"甲.pdf\", \"\", \"乙.pdf\"")
    expect(
      try material(text, "management"), [("通过质量、环境和职业健康体系认证。", ["甲.pdf", "乙.pdf"])])
  }

  @Test func `claims keep their places`() throws {
    let text = try GoodFile.replacing(
      "\"bonus-open-innovation\": []",
      with: "\"bonus-open-innovation\": [{\"text\": \"甲\"}, 1, {\"evidence\": [\"乙.pdf\"]}]")
    expect(
      try material(text, "bonus-open-innovation"), [("甲", []), (nil, []), (nil, ["乙.pdf"])])
  }

  /// What the members of another version mean is not known.
  @Test func `of another version nothing is shown`() throws {
    let text = try GoodFile.replacing("\"formatVersion\": 1", with: "\"formatVersion\": 2")
    for criterion in Rulebook.champion.criteria { expect(try material(text, criterion.id), []) }
  }
}
