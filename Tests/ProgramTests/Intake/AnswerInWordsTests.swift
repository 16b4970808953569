// Answers in people's own words: each gets the exact text to write, and none is taken for the fact.

import Eligibility
import Testing

@testable import Judging

struct AnswerInWordsTests {
  @Test(arguments: [
    ("\"isLegalPerson\": \"是\"", "answer-in-words", "true"),
    ("\"isLegalPerson\": \" 否 \"", "answer-in-words", "false"),
    ("\"isLegalPerson\": \"有\"", "answer-in-words", "true"),
    ("\"isLegalPerson\": \"YES\"", "answer-in-words", "true"),
    ("\"isLegalPerson\": 0", "answer-in-words", "false"),
    ("\"hasHarmedPublicInterest\": \"未发生\"", "answer-in-words", "false"),
    ("\"abnormalOperationsList\": {\"isListed\": \"未列入\"}", "answer-in-words", "false"),
    ("\"abnormalOperationsList\": {\"isListed\": \"已被列入\"}", "answer-in-words", "true"),
    ("\"industryCode\": \"3451 滚动轴承制造\"", "bad-code", "3451"),
    ("\"industryCode\": \"C34 通用设备\"", "bad-code", "34"),
    ("\"domicile\": \"220106（绿园区）\"", "bad-code", "220106"),
    ("\"isLegalPerson\": \"不详\"", "answer-in-words", "null"),
    ("\"licence\": \"执照.pdf\"", "answer-in-words", "[\"执照.pdf\"]"),
    ("\"licence\": \"无\"", "answer-in-words", "[]"),
    ("\"founded\": \"未知\"", "answer-in-words", "null"),
    ("\"founded\": \"2012年3月\"", "date-form", "2012-03"),
    ("\"sector\": \"制造业\"", "label-as-choice", "manufacturing"),
    ("\"企业名称\": \"甲\"", "label-as-key", "name"),
    ("\"申报年度\": 2025", "misplaced-key", "/applicationYear"),
  ])
  func `what to write is said`(member: String, id: String, meant: String) throws {
    let judged = try Judged("{\"formatVersion\": 1, \"enterprise\": {\(member)}}")
    #expect(judged.ids == [id])
    #expect(try judged.fault["meant"] == meant)
  }

  /// Else a document or a ground called “none” would pass for one.
  @Test(arguments: ["无", " 暂无　", "不详", "None", "ｎ/a", "/", "－", "待补充"])
  func `a text that says nothing is unknown`(text: String) throws {
    for member in ["\"licence\": [\"\(text)\"]", "\"name\": \"\(text)\""] {
      let judged = try Judged("{\"formatVersion\": 1, \"enterprise\": {\(member)}}")
      #expect(judged.ids == ["blank-text"], "\(member)")
    }
  }

  @Test(arguments: ["无锡新材料", "无纺布", "Nova", "未来科技", "暂无名称者"])
  func `a text that begins like nothing is one`(text: String) throws {
    let judged = try Judged("{\"formatVersion\": 1, \"enterprise\": {\"name\": \"\(text)\"}}")
    #expect(judged.ids == [])
  }

  @Test(arguments: [
    ("\"第3名\"", "3"), ("\"第三名\"", "3"), ("\"第五\"", "5"), ("\"2位\"", "2"), ("\"７\"", "7"),
  ])
  func `a rank in words is a number`(text: String, meant: String) throws {
    let judged = try Judged("{\"formatVersion\": 1, \"market\": {\"nation\": {\"rank\": \(text)}}}")
    #expect(judged.ids == ["number-as-text"])
    #expect(try judged.fault["meant"] == meant)
  }

  /// What leaves a doubt is not answered by a guess.
  @Test(arguments: [
    "\"isLegalPerson\": \"也许\"", "\"isLegalPerson\": 2", "\"licence\": \"a\\\"b\"",
    "\"licence\": {}", "\"isLegalPerson\": \"未核实\"",
    "\"abnormalOperationsList\": {\"isListed\": \"未取消\"}",
    "\"abnormalOperationsList\": {\"isListed\": \"已取消\"}",
    "\"abnormalOperationsList\": {\"isListed\": \"未确认\"}",
    "\"isLegalPerson\": []",
  ])
  func `what is in doubt is only refused`(member: String) throws {
    let judged = try Judged("{\"formatVersion\": 1, \"enterprise\": {\(member)}}")
    #expect(judged.ids == ["wrong-type"])
  }

  /// Of digits that stand apart nobody can tell which are the code.
  @Test(arguments: [
    "\"industryCode\": \"34 51\"", "\"industryCode\": \"轴承 3451\"", "\"domicile\": \"2201 06\"",
  ])
  func `a code in doubt is only refused`(member: String) throws {
    let judged = try Judged("{\"formatVersion\": 1, \"enterprise\": {\(member)}}")
    #expect(judged.ids == ["bad-code"])
    #expect(try judged.fault["meant"] == nil)
  }

  /// Filling in what is meant mends the fault, and decides what it is about.
  @Test func `nothing is taken for the fact`() throws {
    let told = try Judged("{\"formatVersion\": 1, \"enterprise\": {\"isLegalPerson\": \"否\"}}")
    #expect(told.report["legal-person"]?.outcome == .undetermined)
    let written = try Judged("{\"formatVersion\": 1, \"enterprise\": {\"isLegalPerson\": false}}")
    #expect(written.report["legal-person"]?.outcome == .unmet)
  }

  @Test(arguments: [
    ("%PDF-1.4\n", "other-file"), ("PK\u{3}\u{4}rest", "other-file"), ("<html>", "other-file"),
    ("{\"name\": \"x\", \"version\": \"1\", \"scripts\": {}}", "no-application"),
    ("", "empty-text"),
    ("[]", "wrong-type"),
  ])
  func `what is no application is named in one line`(text: String, id: String) throws {
    let judged = try Judged(text)
    #expect(judged.ids == [id])
    #expect(!judged.report.isApplication)
    #expect(judged.report.verdict == .undetermined && judged.report.status == .malformed)
  }

  @Test(arguments: [
    "{}", "{\"kind\": \"first\"}", "{\"申报年度\": 2025}", "{\"kidn\": 1}", "{\"kind\": ",
  ])
  func `what has a member is an application`(text: String) throws {
    #expect(try Judged(text).report.isApplication)
  }
}
