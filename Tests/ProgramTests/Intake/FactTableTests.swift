// The machinery of tables knows no programme; here a small table of its own shows all that a row can say.

import Eligibility
import LocatedJSON
import Testing

@testable import Judging

struct FactTableTests {
  struct Facts: Sendable, Equatable {
    var name: String?
    var size: Int?
    var parts: [Part]?
    var amount: Money?
    var unit: Money.Unit?
    var doubled: Int?
    var code: String?
  }

  struct Part: Sendable, Equatable {
    var isSpare: Bool?
  }

  private static let part = PartFormat.object(blank: Part.init) { member in
    member("isSpare", .flag, { .of(&$0.isSpare) }, zh: "备件", en: "spare")
  }

  private static let table = FactTable(
    version: 1,
    root: PartFormat.object(
      blank: Facts.init,
      checks: [
        FieldCheck("code") { $0.code != nil && $0.code == $0.name ? Reason(.blankText) : nil }
      ]
    ) { member in
      member("name", .text, { .of(&$0.name) }, zh: "名称", en: "name")
        .hint(zh: "照铭牌填写", en: "as on the plate").of(.article(3))
        .whereMissing(.fault(Reason(.blankText)))
      member(
        "size", ValueFormat.count.checked { $0 > 9 ? Reason(.blankText) : nil }, { .of(&$0.size) },
        zh: "大小", en: "size")
      member("parts", .list(of: part, atMost: 2), { .of(&$0.parts) }, zh: "部件", en: "parts")
      member("amount", .money, { .of(&$0.amount) }, zh: "金额", en: "amount")
      member("unit", .amountUnit, { .of(&$0.unit) }, zh: "单位", en: "unit")
      member("half", .count, zh: "一半", en: "half") { $0.doubled = $1.map { 2 * $0 } }
      member("code", .digits, { .of(&$0.code) }, zh: "代码", en: "code")
    })

  private static func fast(_ text: String) -> Facts? {
    var facts = Facts()
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      table.readPlain(0..<$0.count, in: $0, into: &facts)
    } ? facts : nil
  }

  private static func parsed(_ text: String) -> ParsedApplication<Facts> {
    table.read(
      ApplicationText(source: "-", bytes: Array(text.utf8), decodeGB18030: { _ in nil }))
  }

  @Test(arguments: [
    #"{"name": "a"}"#, #"{"half": 4, "name": "中", "size": 9, "code": "007"}"#,
    #"{"name": "a", "parts": []}"#, #"{"name": "a", "parts": [{}, {"isSpare": true}]}"#,
    #"{"name": "a", "unit": "万元", "amount": 1.5}"#,
  ])
  func `both sources give the same facts`(text: String) {
    let parsed = FactTableTests.parsed(text)
    #expect(parsed.faults.isEmpty)
    #expect(FactTableTests.fast(text) == parsed.facts)
  }

  @Test func `everything that a row says is read`() {
    let facts = FactTableTests.parsed(
      #"{"amount": 2, "unit": "元", "name": "a", "half": 4, "parts": [{"isSpare": false}]}"#
    ).facts
    #expect(
      facts
        == Facts(
          name: "a", parts: [Part(isSpare: false)], amount: Money(yuan: 2), unit: .yuan, doubled: 8)
    )
  }

  @Test(arguments: [
    ("{}", "/", Facts()), (#"{"name": "a", "size": 10}"#, "/size", Facts(name: "a")),
    (#"{"name": "1", "code": "1"}"#, "/code", Facts(name: "1")),
    (#"{"name": "a", "half": 1, "half": 1}"#, "/half", Facts(name: "a")),
    (#"{"name": "a", "parts": [{}, {}, {}]}"#, "/parts", Facts(name: "a")),
  ])
  func `what is refused is not kept`(text: String, pointer: String, facts: Facts) {
    let parsed = FactTableTests.parsed(text)
    #expect(parsed.faults.map(\.pointer) == [pointer == "/" ? "" : pointer])
    #expect(parsed.facts == facts)
    #expect(FactTableTests.fast(text) == nil)
  }

  @Test func `the schema says what the rows say`() throws {
    guard case .object(let fields) = FactTableTests.table.schema else {
      Issue.record("a table is of an object")
      return
    }
    let name = try #require(fields.first)
    #expect(name.hint?.en == "as on the plate" && name.clause == .article(3))
    #expect(fields.map(\.key) == ["name", "size", "parts", "amount", "unit", "half", "code"])
    let labels = FactTableTests.table.schema.labels(of: Pointer("/parts/*/isSpare", at: 1))
    #expect(labels.map(\.en) == ["parts", "spare"])
  }
}
