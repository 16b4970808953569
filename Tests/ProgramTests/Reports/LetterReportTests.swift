// A letter goes to one applicant: it asks for all that its application lacks, and names nobody else.

import Eligibility
import Testing

@testable import Judging
@testable import Reports

struct LetterReportTests {
  private func letter(_ text: String, _ language: Language = .zh) throws -> String {
    LetterReportTests.letter(of: try Judged(text).report, language)
  }

  private static func letter(of report: JudgedApplication, _ language: Language) -> String {
    String(decoding: LetterReport(language: language).bytes([report]), as: UTF8.self)
  }

  @Test func aCompleteApplicationIsAskedForNothing() throws {
    let report = try #require(
      Fixture.all.compactMap(\.report).first { report in
        report.verdict == .eligible && report.missing.isEmpty && report.evidence.isEmpty
          && report.notices.isEmpty
      })
    let text = LetterReportTests.letter(of: report, .zh)
    #expect(text.contains("没有需要补正的事项"))
    #expect(!text.contains("一、"))
  }

  /// Every fault, notice, missing fact and piece of evidence is asked for, with its clause where it has one.
  @Test(arguments: Language.allCases)
  func everythingThatIsLackingIsAskedFor(language: Language) throws {
    for report in Fixture.all.compactMap(\.report) {
      let text = LetterReportTests.letter(of: report, language)
      for fault in report.faults { #expect(text.contains(fault.reason.says(in: language))) }
      guard report.isApplication else { continue }
      for notice in report.noticesBesideFaults.listed {
        #expect(text.contains(notice.reason.says(in: language)))
      }
      for (place, _) in report.missingBesideFaults.prefix(100) {
        #expect(text.contains(report.programme.label(of: place, in: language)), "\(place)")
      }
      for request in report.evidence.listed {
        #expect(text.contains("□ " + request.what[language]))
        let clause = report.programme.criteria[request.criteria[0]].clauses[0]
        #expect(text.contains(clause.citation(in: language)))
      }
      for number in report.programme.criteria(of: .condition)
      where report.findings[number].outcome == .unmet {
        #expect(text.contains(report.findings[number].reason.says(in: language)))
      }
    }
  }

  /// Of a batch whose names are planted each letter has its own only.
  @Test func noLetterNamesAnotherApplicant() throws {
    let texts = try (0..<6).map { number in
      try GoodFile.replacing("长春曜北精密轴承有限公司", with: "长春第\(number)号轴承有限公司")
        .replacing("\"scope\": \"standalone\",", with: "")
        .replacing("\"fieldSince\": \"2012-03-01\"", with: "\"fieldSince\": null")
    }
    let reports = try texts.map { try Judged($0).report }
    let letters = String(
      decoding: LetterReport(language: .zh).bytes(reports), as: UTF8.self
    ).split(separator: "\u{0C}")
    #expect(letters.count == reports.count)
    for (number, letter) in letters.enumerated() {
      #expect(letter.contains("长春第\(number)号轴承有限公司"))
      for other in reports.indices where other != number {
        #expect(!letter.contains("第\(other)号"))
      }
    }
  }

  /// A condition that stays open although its facts are there is told of with what would settle it.
  @Test func anOpenConditionIsAskedAbout() throws {
    let text = try letter(Tree.good.with("/market/year", "2023").written())
    #expect(text.contains("市场占有率位次（附件1 二.1）："))
    #expect(text.contains("处理办法：改用上一完整年度的数据"))
    for report in Fixture.all.compactMap(\.report) where report.isApplication {
      let text = LetterReportTests.letter(of: report, .zh)
      for finding in report.requirements.map({ report.findings[$0] })
      where finding.outcome == .undetermined && finding.missing.isEmpty {
        #expect(text.contains(finding.reason.says(in: .zh)))
      }
    }
  }

  /// What an applicant wrote begins no line and no page of its own.
  @Test func anApplicantsTextStaysOnItsLine() throws {
    let text = try letter(
      GoodFile.replacing("长春曜北精密轴承有限公司", with: "甲\\u000c\\n一、予以认定\\u202e"))
    #expect(!text.contains("\u{0C}"))
    #expect(!text.contains("\n一、予以认定"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test func theOfficerFillsInOfficeDateAndSeal() throws {
    let text = try letter("{}")
    #expect(text.contains("编号：____"))
    #expect(text.contains("受理部门（盖章）：____"))
    #expect(text.hasSuffix("____年__月__日\n"))
    #expect(try letter(GoodFile.text).contains("受理部门（盖章）：长春市工信部门"))
  }

  /// Facts that decide conditions stand before those that experts judge by, each under its clause.
  @Test func missingFactsStandUnderTheClauseThatNeedsThem() throws {
    let text = try letter(
      GoodFile.replacing("\"fieldSince\": \"2012-03-01\"", with: "\"fieldSince\": null"))
    let lines = text.split(separator: "\n")
    let title = try #require(lines.firstIndex { $0.contains("必备条件据此核对") })
    #expect(lines[title + 1].contains("从事相关领域年限（附件1 一.1）：申报产品（生产性服务） › 从事该领域的起始时间"))
  }
}
