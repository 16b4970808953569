// What is to be done next has to be true and possible, whoever reads no further.

import Eligibility
import Testing

@testable import Judging
@testable import Reports

struct DecisionTests {
  private func decision(_ text: String, _ language: Language = .zh) throws -> Decision {
    let report = try Judged(text).report
    return Decision(report, missing: report.missingBesideFaults, in: language)
  }

  @Test func `a wrong bureau is corrected before it is filed with`() throws {
    let next = try decision(
      GoodFile.replacing("\"bureau\": \"changchun\"", with: "\"bureau\": \"jilin\"")
    ).next
    #expect(next == "受理部门改为长春市工信部门，材料报送该部门；住所有误的，更正住所；核实无误后再申报")
  }

  @Test func `a filing date outside the round is corrected first`() throws {
    let next = try decision(GoodFile.replacing("\"2025-09-10\"", with: "\"2026-03-01\"")).next
    #expect(next?.hasPrefix("更正申报日或申报年度；") == true)
    #expect(next?.contains("长春市") == false)
  }

  @Test func `several notices are counted`() throws {
    let text = try GoodFile.replacing("\"scope\": \"standalone\",", with: "")
      .replacing("\"bureau\": \"changchun\"", with: "\"bureau\": \"jilin\"")
    #expect(try decision(text).next == "核实 2 条提示；核实无误后再申报")
    #expect(try decision(text, .en).next == "verify 2 notices; file it once that is settled")
  }

  /// Each unmet condition says what it takes, and none promises a round.
  @Test func `several unmet conditions are each named`() throws {
    let text = try GoodFile.replacing(
      "\"fieldSince\": \"2012-03-01\"", with: "\"fieldSince\": \"2019-05\""
    )
    .replacing("\"mainBusinessRevenue\": 26150", with: "\"mainBusinessRevenue\": 1500")
    let next = try #require(try decision(text).next)
    #expect(next.contains("从事相关领域年限：此项条件自 2027 年度起满足"))
    #expect(next.contains("平均主营业务收入：合计须再增加"))
    #expect(next.contains("jlcheck plan f.json"))
    #expect(!next.contains("最早可申报"))
  }

  /// All that fails of the market position is said at once.
  @Test func `ranks that fail are all named`() throws {
    let application = Tree.good.with("/market/province/rank", "2")
      .with("/market/nation/rank", "7").with("/market/world/rank", "15").written()
    let finding = try #require(try Judged(application).report["market-position"])
    #expect(
      finding.reason.says(in: .zh)
        == "全省第 2 位，要求第 1 位；全国第 7 位、全球第 15 位，要求全国前 5 位或全球前 10 位（满足其一）")
    #expect(finding.reason.message.id == "not-first-nor-leading")
    let first = Tree.good.with("/market/province/rank", "2").with("/market/nation/rank", "3")
      .written()
    #expect(
      try Judged(first).report["market-position"]?.reason.message.id == "not-first-in-province")
  }

  /// A fault is counted once: neither as missing nor as odd besides.
  @Test func `what is faulty is not missing too`() throws {
    let text = try GoodFile.replacing("\"scope\": \"standalone\"", with: "\"scope\": \"本企业报表\"")
      .replacing("\"isLegalPerson\": true", with: "\"isLegalPerson\": \"是\"")
    let report = try Judged(text).report
    #expect(report.missing.count == 1)
    #expect(report.notices.count == 1)
    #expect(report.missingBesideFaults.isEmpty)
    #expect(report.noticesBesideFaults.isEmpty)
    let decision = try decision(text)
    #expect(decision.reason == "文件有 2 处错误，更正后才能判定")
    #expect(decision.next == "更正文件中的 2 处错误")
  }

  /// Nor is what a faulty container would hold.
  @Test func `what a faulty object would hold is not missing too`() throws {
    let report = try Judged(
      Tree.good.with("/statements/culture", "\"技能比武\"").written()
    ).report
    #expect(report.missingBesideFaults.isEmpty)
  }

  /// The revenue that is asked for names its year, but not while the file is faulty.
  @Test func `a year that is open is named`() throws {
    let open = Tree.good.with("/figures/years/2/mainBusinessRevenue", nil)
    #expect(try #require(try decision(open.written()).next).contains("2024 年"))
    let faulty = open.with("/bureau", "1")
    #expect(try #require(try decision(faulty.written()).next).contains("2024 年") == false)
  }

  /// What a verdict waits for comes first, by its name and place; what changes nothing says so.
  @Test func `what the verdict waits for is named first`() throws {
    let one = Tree.good.with("/incidents", nil).with("/talent/programmes", nil)
    #expect(
      try decision(one.written()).next
        == "填写“事故和违法违规”（/incidents，没有的，写 []）；补充其余 1 项缺失的内容（不影响结论）")
    let two = one.with("/product/fieldSince", nil)
    let next = try #require(try decision(two.written(), .en).next)
    #expect(
      next.hasPrefix(
        "fill in “product or service applied for › start in the field” (/product/fieldSince) and 1 more on"
          + " which the verdict depends; fill in 1 other missing fact (no effect on the verdict)"))
    let none = Tree.good.with("/talent/programmes", nil)
    #expect(try #require(try decision(none.written()).next).hasPrefix("补充 1 项缺失的内容（不影响结论）"))
    // Of an application that cannot succeed nothing that is missing decides.
    let lost = two.with("/enterprise/domicile", "\"210102\"")
    #expect(try #require(try decision(lost.written()).next).contains("填写“") == false)
  }

  @Test(arguments: ["", "随便写的文字", "[1]", "12"])
  func `what is no application is told how to begin`(text: String) throws {
    #expect(try decision(text).next == "这不是申报文件；先运行 jlcheck init 申报.json")
    #expect(
      try decision(text, .en).next
        == "this is no application; run jlcheck init application.json first")
  }
}
