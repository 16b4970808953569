// A letter goes to one applicant: it asks for all that its application lacks, and names nobody else.

import Eligibility
import Foundation
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

  /// The letters of all fixtures, each with its report.
  private static func letters(
    _ language: Language, where passes: (JudgedApplication) -> Bool = { _ in true }
  ) -> [(name: String, report: JudgedApplication, text: String)] {
    Fixture.all.compactMap { fixture in
      fixture.report.map { ("\(fixture)", $0, letter(of: $0, language)) }
    }.filter { passes($0.1) }
  }

  /// The lines of a letter that ask for something or tell of it, without their numbers.
  private static func entries(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { line in
      line.drop { !"．)□".contains($0) }.dropFirst().drop { $0 == " " }
    }
  }

  /// What a fact is called last, as its letter has it beside others of the same container.
  private static func name(
    _ place: Pointer, of report: JudgedApplication, _ language: Language
  ) -> String {
    report.programme.labels(of: place, in: language).last ?? ""
  }

  /// A letter that asks for nothing says so at its beginning and at its end.
  @Test func `a letter that asks for nothing says so`() {
    var count = 0
    for (name, report, text) in LetterReportTests.letters(.zh) {
      let isNotice = text.hasPrefix("申报材料核对情况告知\n")
      #expect(isNotice == text.contains("材料中没有需要补正的事项。"), "\(name)")
      #expect(isNotice == text.contains("本告知不要求补正，不是认定意见"), "\(name)")
      #expect(isNotice != text.hasPrefix("申报材料补正通知\n"), "\(name)")
      if isNotice {
        count += 1
        #expect(
          report.faults.isEmpty && report.missing.isEmpty && report.evidence.isEmpty, "\(name)")
        #expect(!text.contains("一、") || text.contains("一、待主管部门确认的事项"), "\(name)")
      }
    }
    #expect(count > 50)
  }

  /// Of a file that could not be read no letter says that it was checked.
  @Test func `a file that cannot be read is not said to be checked`() {
    let letters = LetterReportTests.letters(.zh) { !$0.isApplication }
    #expect(letters.count > 5)
    for (name, _, text) in letters {
      #expect(text.contains("尚未核对") && !text.contains("经逐条核对"), "\(name)")
      #expect(!text.contains("双引号") && !text.contains("删去此项"), "\(name)")
    }
  }

  /// What people read holds neither names of programs nor places as programs write them; of a file's
  /// faults only the word to be written.
  @Test(arguments: Language.allCases)
  func `no letter names things as programs do`(language: Language) {
    let (dotted, pointer, option) = (/[a-z]\w*\.[a-z]\w*/, /(^|[^\w<])\/[a-z]/, /--[a-z]|jlcheck/)
    for (name, _, text) in LetterReportTests.letters(language) where !name.contains("hostile") {
      for line in LetterReportTests.entries(text) {
        #expect(line.firstMatch(of: dotted) == nil, "\(name): \(line)")
        #expect(line.firstMatch(of: pointer) == nil, "\(name): \(line)")
        #expect(line.firstMatch(of: option) == nil, "\(name): \(line)")
      }
    }
  }

  /// Each condition has one entry, and what is asked as evidence is not asked as a fact as well.
  @Test(arguments: Language.allCases)
  func `nothing is asked twice`(language: Language) {
    for (name, report, text) in LetterReportTests.letters(language) where report.isApplication {
      let entries = LetterReportTests.entries(text)
      #expect(Set(entries).count == entries.count, "\(name)")
      for number in report.requirements {
        let title = report.programme.criteria[number].title[language]
        let bracket = Wording(zh: "（", en: " (")[language]
        #expect(entries.count { $0.hasPrefix(title + bracket) } <= 1, "\(name): \(title)")
      }
      let names = Set(
        report.evidence.flatMap { $0.places }.map {
          LetterReportTests.name($0, of: report, language)
        })
      for line in text.split(separator: "\n") where !line.contains("□") {
        let words = line.split { "›、；,;".contains($0) }.map { $0.drop { $0 == " " } }
        #expect(!words.contains { names.contains(String($0)) }, "\(name): \(line)")
      }
    }
  }

  /// What stands in the file and is only faulty is not demanded besides.
  @Test func `what is only faulty is not demanded`() throws {
    let text = try letter(
      GoodFile.replacing("\"unit\": \"万元\"", with: "\"unit\": \"千元\"")
        .replacing("\"isLegalPerson\": true", with: "\"islegalperson\": true"))
    #expect(text.contains("“千元”不是可选值"))
    #expect(text.contains("如指“isLegalPerson”"))
    #expect(!text.contains("须补充的内容") && !text.contains("尚未填写"))
    #expect(!text.contains("须核实"))
  }

  /// Of what an enterprise may have none, a letter says that it is to be declared.
  @Test func `a list is asked for with what stands for none`() throws {
    let text = try letter(GoodFile.replacing("\"incidents\": []", with: "\"incidents\": null"))
    #expect(text.contains("：事故和违法违规（没有的，请声明没有）"))
  }

  /// What several conditions wait for is asked once, with the clauses of all.
  @Test func `a fact of several conditions stands by itself`() throws {
    let text = try letter(
      GoodFile.replacing("\"applicationYear\": 2025", with: "\"applicationYear\": null"))
    #expect(text.contains("．申报年度（第三条、附件1 一.1、附件1 一.2"))
    #expect(text.components(separatedBy: "申报年度（").count == 2)
  }

  /// The bureau and the product belong into every application, though no condition asks for them.
  @Test func `bureau and product are asked for`() throws {
    let text = try letter(
      GoodFile.replacing("\"bureau\": \"changchun\"", with: "\"bureau\": null"))
    #expect(text.contains("受理的工信部门（第九条）：请填写"))
  }

  /// What only the department can settle is not put to the applicant.
  @Test func `the departments part asks for nothing`() throws {
    let letters = LetterReportTests.letters(.zh) { $0.isApplication }.filter {
      $0.name.contains("readings-disagree") && $0.text.contains("待主管部门确认的事项")
    }
    #expect(letters.count > 5)
    for (name, _, text) in letters {
      let part = text[text.range(of: "待主管部门确认的事项")!.lowerBound...].prefix { $0 != "□" }
      #expect(part.contains("取决于对条款的理解") && !part.contains("处理办法"), "\(name)")
    }
  }

  /// Every fault, notice, missing fact and piece of evidence is asked for, with its clause where it has one.
  @Test(arguments: Language.allCases)
  func `everything that is lacking is asked for`(language: Language) throws {
    for (name, report, text) in LetterReportTests.letters(language) {
      if !report.isOtherText {
        for fault in report.faults {
          #expect(text.contains(fault.reason.says(in: language)), "\(name)")
        }
      }
      guard report.isApplication else { continue }
      let faulty = FaultyPlaces(report)
      let open = report.requirements.map { report.findings[$0] }
        .filter { $0.outcome == .undetermined && $0.reason.message != .missing }
      for notice in report.noticesBesideFaults.listed {
        let isTold = open.contains { finding in
          text.contains(finding.reason.says(in: language))
            && notice.places.allSatisfy { place in
              finding.places.contains { "\(place)".hasPrefix("\($0)") }
            }
        }
        #expect(isTold || text.contains(notice.reason.says(in: language)), "\(name)")
      }
      let documents = Set(report.evidence.flatMap { $0.places })
      for (place, _) in report.missingBesideFaults.prefix(100) where !documents.contains(place) {
        #expect(
          text.contains(LetterReportTests.name(place, of: report, language)), "\(name): \(place)")
      }
      for request in report.evidence.listed
      where !request.places.allSatisfy({ faulty.cover($0) }) {
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
  @Test func `no letter names another applicant`() throws {
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
  @Test func `an open condition is asked about`() throws {
    let text = try letter(Tree.good.with("/market/year", "2023").written())
    #expect(text.contains("市场占有率位次（附件1 二.1、附件2（一）、附件2（四））："))
    #expect(text.contains("处理办法：改用上一完整年度的数据"))
    for (name, report, text) in LetterReportTests.letters(.zh) where report.faults.isEmpty {
      for finding in report.requirements.map({ report.findings[$0] })
      where finding.outcome == .undetermined && finding.missing.isEmpty {
        #expect(text.contains(finding.reason.says(in: .zh)), "\(name)")
      }
    }
  }

  /// What an applicant wrote begins no line and no page of its own.
  @Test func `an applicant's text stays on its line`() throws {
    let text = try letter(
      GoodFile.replacing("长春曜北精密轴承有限公司", with: "甲\\u000c\\n一、予以认定\\u202e"))
    #expect(!text.contains("\u{0C}"))
    #expect(!text.contains("\n一、予以认定"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test func `the officer fills in office date and seal`() throws {
    let text = try letter("{}")
    #expect(text.contains("编号：____"))
    #expect(text.contains("受理部门（盖章）：____"))
    #expect(text.hasSuffix("____年__月__日\n"))
    #expect(try letter(GoodFile.text).contains("受理部门（盖章）：长春市工信部门"))
  }

  /// Facts that decide conditions stand before those that experts judge by, each under its clause.
  @Test func `missing facts stand under the clause that needs them`() throws {
    let text = try letter(
      GoodFile.replacing("\"fieldSince\": \"2012-03-01\"", with: "\"fieldSince\": null"))
    let lines = text.split(separator: "\n")
    let title = try #require(lines.firstIndex { $0.contains("必备条件据此核对") })
    #expect(lines[title + 1].contains("从事相关领域年限（附件1 一.1）：申报产品（生产性服务） › 从事该领域的起始时间"))
  }
}
