// Codes are texts in which every character counts; typing habits are forgiven, wrong codes are not.

import ChampionRules
import Eligibility
import Testing

@testable import Judging
@testable import Reports

struct CodeTests {
  private func withCode(_ value: String) throws -> Judged {
    try Judged(
      GoodFile.replacing(
        "\"creditCode\": \"91220101MA0YB1X78E\"", with: "\"creditCode\": \(value)"))
  }

  private func withDomicile(_ value: String) throws -> Judged {
    try Judged(GoodFile.replacing("\"domicile\": \"220106\"", with: "\"domicile\": \(value)"))
  }

  private func withIndustry(_ value: String) throws -> Judged {
    try Judged(
      GoodFile.replacing("\"industryCode\": \"3451\"", with: "\"industryCode\": \(value)"))
  }

  private func withClass(_ scheme: String, _ code: String) throws -> Judged {
    try Judged(
      GoodFile.replacing("\"productCatalogue\"", with: "\"\(scheme)\"")
        .replacing("\"3507060101\"", with: code))
  }

  // MARK: Social credit codes

  @Test(arguments: [
    "91350100M000100Y43", "91110000600037341L", "914403001922038216", "91110108551385082Q",
    "912201010000003690", "9122010100000006XW", "91220101000000190U", "91210100123456788H",
  ])
  func `right credit codes are taken`(code: String) throws {
    let judged = try withCode("\"\(code)\"")
    #expect(judged.ids.isEmpty)
    #expect(judged.application.enterprise.creditCode?.text == code)
  }

  @Test(arguments: [("91350100M000100Y4Z", "Z", "3"), ("91220101MA0YB1X78F", "F", "E")])
  func `a wrong check character is a fault that names the right one`(
    code: String, found: String, expected: String
  ) throws {
    let judged = try withCode("\"\(code)\"")
    try judged.expectOnly("credit-code-check", at: "/enterprise/creditCode", #_sourceLocation)
    #expect(try judged.fault["found"] == found)
    #expect(try judged.fault["expected"] == expected)
    #expect(judged.report["legal-person"]?.outcome == .undetermined)
  }

  @Test(arguments: ["91220101ma0yb1x78e", "９１２２０１０１ＭＡ０ＹＢ１Ｘ７８Ｅ", "91220101ＭＡ0yb1x78E"])
  func `width and case of codes do not matter`(code: String) throws {
    let judged = try withCode("\"\(code)\"")
    #expect(judged.ids.isEmpty)
    #expect(judged.application.enterprise.creditCode?.text == "91220101MA0YB1X78E")
  }

  @Test(arguments: [("91220101MA0YB1X78", "17"), ("91220101MA0YB1X78E0", "19"), ("", "0")])
  func `a credit code of another length is a fault`(code: String, length: String) throws {
    let judged = try withCode("\"\(code)\"")
    try judged.expectOnly("credit-code-length", at: "/enterprise/creditCode", #_sourceLocation)
    #expect(try judged.fault["found"] == length)
    #expect(judged.application.enterprise.creditCode == nil)
  }

  @Test(arguments: [
    ("9122O101MA0YB1X78E", "5", "O"), ("91220101MAIYB1X78E", "11", "I"),
    ("9122 101MA0YB1X78E", "5", " "), ("91220101长A0YB1X78E", "9", "长"),
    ("91220101MA0YB1X78-", "18", "-"),
  ])
  func `an impossible character is a fault with its place`(
    code: String, place: String, found: String
  ) throws {
    let judged = try withCode("\"\(code)\"")
    try judged.expectOnly("credit-code-character", at: "/enterprise/creditCode", #_sourceLocation)
    #expect(try judged.fault["place"] == place)
    #expect(try judged.fault["found"] == found)
    #expect(judged.application.enterprise.creditCode == nil)
  }

  // MARK: Codes of digits

  @Test(arguments: ["\"220106\"", "\"２２０１０６\""])
  func `division codes are taken`(value: String) throws {
    let judged = try withDomicile(value)
    #expect(judged.ids.isEmpty)
    #expect(judged.application.enterprise.domicile?.code == "220106")
  }

  @Test(arguments: ["22010", "2201060", "022010", "22O106", "220 06", "长春市", "", "22010６0"])
  func `other division codes are faults`(code: String) throws {
    let judged = try withDomicile("\"\(code)\"")
    try judged.expectOnly("bad-code", at: "/enterprise/domicile", #_sourceLocation)
    #expect(judged.application.enterprise.domicile == nil)
    #expect(judged.report["jilin-registered"]?.outcome == .undetermined)
  }

  @Test(arguments: ["34", "345", "3451", "13", "４３"])
  func `industry codes are taken`(code: String) throws {
    let judged = try withIndustry("\"\(code)\"")
    #expect(judged.ids.isEmpty)
    #expect(judged.application.enterprise.industryCode?.code == code.withPlainWidth())
  }

  @Test(arguments: ["3", "34511", "98", "00", "C34", "-3", "3.4", ""])
  func `other industry codes are faults`(code: String) throws {
    let judged = try withIndustry("\"\(code)\"")
    try judged.expectOnly("bad-code", at: "/enterprise/industryCode", #_sourceLocation)
    #expect(judged.application.enterprise.industryCode == nil)
  }

  @Test func `codes written as numbers are faults that show the text`() throws {
    for judged in [
      try withCode("912201010000003690"), try withDomicile("220106"), try withIndustry("3451"),
      try withClass("productCatalogue", "35070601"),
    ] {
      #expect(judged.ids == ["code-as-number"])
      let fault = try judged.fault
      let found = try #require(fault["found"])
      #expect(fault.reason.mend(in: .en) == "put it in quotation marks: \"\(found)\"")
      #expect(judged.report.status == .malformed)
    }
    #expect(try withDomicile("220106").application.enterprise.domicile == nil)
    #expect(try withIndustry("0345").application.enterprise.industryCode == nil)
  }

  @Test(arguments: ["true", "[]", "{}"])
  func `other values are of the wrong type`(value: String) throws {
    let judged = try withDomicile(value)
    try judged.expectOnly("wrong-type", at: "/enterprise/domicile", #_sourceLocation)
  }

  // MARK: Product classes

  @Test(arguments: [
    ("productCatalogue", "35070601"), ("productCatalogue", "3507060101"),
    ("productCatalogue", "0１020304"), ("productiveServices", "0141"),
  ])
  func `classes of the length of their catalogue are taken`(scheme: String, code: String) throws {
    let judged = try withClass(scheme, "\"\(code)\"")
    #expect(judged.ids.isEmpty)
    #expect(judged.application.product.classification.code == code.withPlainWidth())
  }

  @Test(arguments: [
    ("productCatalogue", "0141"), ("productCatalogue", "350706010"),
    ("productiveServices", "35070601"), ("productiveServices", "141"),
  ])
  func `classes of another length are faults`(scheme: String, code: String) throws {
    let judged = try withClass(scheme, "\"\(code)\"")
    try judged.expectOnly("code-length", at: "/product/classification/code", #_sourceLocation)
    #expect(try judged.fault["found"] == String(code.utf8.count))
    #expect(judged.application.product.classification.code == nil)
    #expect(judged.notices == ["classification-missing"])
  }

  /// Missing material is pointed out and fails no condition.
  @Test func `a missing class is a notice only`() throws {
    let judged = try Judged(
      GoodFile.replacing(
        "\"scheme\": \"productCatalogue\",\n      \"code\": \"3507060101\"", with: ""))
    #expect(judged.ids.isEmpty)
    #expect(judged.notices == ["classification-missing"])
    #expect(judged.report.verdict == .eligible)
  }
}
