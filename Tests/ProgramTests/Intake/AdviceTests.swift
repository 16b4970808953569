// Advice has to be such that whoever follows it is done: it fits the member, and mends the file.

import Eligibility
import Testing

@testable import Judging

struct AdviceTests {
  /// What is written without quotation marks is told by what the form wants there.
  @Test(arguments: [
    ("\"filingDate\": \"2025-09-10\"", "\"filingDate\": 2025-09-08", "\"2025-09-08\""),
    ("\"filingDate\": \"2025-09-10\"", "\"filingDate\": 2025年9月8日", "\"2025-09-08\""),
    ("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": 2013年6月", "\"2013-06\""),
    (
      "\"creditCode\": \"91220101MA0YB1X78E\"", "\"creditCode\": 91220101MA0YB1X78E",
      "\"91220101MA0YB1X78E\""
    ),
    ("\"isLegalPerson\": true", "\"isLegalPerson\": 是", "true"),
    ("\"incidents\": []", "\"incidents\": 无", "[]"),
    ("\"kind\": \"first\"", "\"kind\": first", "\"first\""),
    ("\"kind\": \"first\"", "\"kind\": 首次申报", "\"first\""),
    ("\"kind\": \"first\"", "\"kind\": frist", "\"first\""),
    ("\"bureau\": \"changchun\"", "\"bureau\": 长春市", "\"changchun\""),
    ("\"mainBusinessRevenue\": 26150", "\"mainBusinessRevenue\": 26,150", "26150"),
    ("\"mainBusinessRevenue\": 26150", "\"mainBusinessRevenue\": 26，150", "26150"),
    ("\"mainBusinessRevenue\": 26150", "\"mainBusinessRevenue\": 2.615亿元", "26150"),
    ("\"name\": \"长春曜北精密轴承有限公司\"", "\"name\": 长春曜北", "\"长春曜北\""),
    ("\"applicationYear\": 2025", "\"applicationYear\": 2025年", "2025"),
  ])
  func `what to write fits the member`(passage: String, other: String, meant: String) throws {
    let judged = try Judged(GoodFile.replacing(passage, with: other))
    #expect(judged.ids.count == 1, "\(judged.ids)")
    let fault = try #require(judged.report.faults.first)
    #expect(fault.pointer?.isEmpty == false)
    #expect(fault.reason.values["meant"] == .text(meant))
    #expect(fault.reason.values["found"] != nil)
    // Who follows it has no fault left.
    let key = try #require(other.split(separator: ":").first)
    let mended = try Judged(GoodFile.replacing(passage, with: "\(key): \(meant)"))
    #expect(mended.ids.isEmpty)
  }

  /// What leaves a doubt gets no guess, but still what is expected there.
  @Test(arguments: [
    ("\"filingDate\": \"2025-09-10\"", "\"filingDate\": 2025年9月"),
    ("\"domicile\": \"220106\"", "\"domicile\": 吉林市昌邑区"),
    ("\"isLegalPerson\": true", "\"isLegalPerson\": 也许"),
    ("\"mainBusinessRevenue\": 26150", "\"mainBusinessRevenue\": 约2亿"),
  ])
  func `what is in doubt is not guessed`(passage: String, other: String) throws {
    let judged = try Judged(GoodFile.replacing(passage, with: other))
    let fault = try #require(judged.report.faults.first)
    #expect(fault.reason.values["meant"] == nil)
    #expect(fault.reason.values["expected"] != nil)
    #expect(fault.pointer != nil)
  }

  @Test(arguments: [
    ("\"recognitions\": [\"x\"]", "/recognitions/0", "{\"kind\": \"littleGiant\" | "),
    ("\"recognitions\": \"省级\"", "/recognitions", "[{\"kind\": \"littleGiant\" | "),
    ("\"recognitions\": 是这样，的", "/recognitions", "[{\"kind\": \"littleGiant\" | "),
    (
      "\"statements\": {\"culture\": \"技能比武\"}", "/statements/culture",
      "{\"text\": \"技能比武\", \"evidence\": [ ]}"
    ),
  ])
  func `what an object holds is shown`(member: String, pointer: String, skeleton: String) throws {
    let judged = try Judged("{\"formatVersion\": 1, \(member)}")
    let fault = try #require(judged.report.faults.first)
    #expect(fault.pointer == pointer)
    guard case .text(let meant)? = fault.reason.values["meant"] else {
      Issue.record("nothing is proposed")
      return
    }
    #expect(meant.hasPrefix(skeleton), "\(meant)")
  }

  /// Faults between members belong to what stands before them, or to the object.
  @Test func `every fault within the file has a place`() throws {
    let text = """
      {"formatVersion": 1,, "market": {"year" 2024, "nation": {"rank": 1 2}}, "figures": {"years": [{"year": 2O24}]}}
      """
    let judged = try Judged(text)
    #expect(
      judged.report.faults.map(\.pointer) == [
        nil, "/market/year", "/market/nation", "/figures/years/0/year",
      ])
  }

  @Test func `a credit code of which both checks fail is to be compared as a whole`() throws {
    let both = try Judged(
      GoodFile.replacing("91220101MA0YB1X78E", with: "91220201MA14ABCD3X"))
    #expect(both.ids == ["credit-code-check"])
    let reason = try #require(both.report.faults.first).reason
    #expect(reason.values["expected"] == nil)
    #expect(reason.message.says.zh.contains("第 17 位和第 18 位"))
    // Where only the last one fails, it is named as ever.
    let last = try Judged(GoodFile.replacing("91220101MA0YB1X78E", with: "91220101MA0YB1X78F"))
    #expect(try #require(last.report.faults.first).reason.values["expected"] == .text("E"))
  }

  @Test func `the letter of a section is to be left out`() throws {
    let judged = try Judged(GoodFile.replacing("\"3451\"", with: "\"C3451\""))
    #expect(try judged.fault["meant"] == "3451")
    let other = try Judged(GoodFile.replacing("\"3451\"", with: "\"C3451X\""))
    #expect(try other.fault["meant"] == nil)
  }

  /// One bracket too many costs the member beside it, and nothing behind it.
  @Test(arguments: [
    ("\"incidents\": []", "\"incidents\": []]"), ("\"incidents\": []", "\"incidents\": []}"),
  ])
  func `a bracket too many is named and the rest is read`(passage: String, other: String) throws {
    let judged = try Judged(GoodFile.replacing(passage, with: other))
    #expect(judged.ids == ["surplus-closer"])
    #expect(judged.report.faults.first?.pointer == "/incidents")
    #expect(judged.report.missing.allSatisfy { $0.place.template == "/incidents" })
  }
}
