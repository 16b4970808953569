// Sections 1 and 3(2): the list, the recognition, and the names by which they are found.

import Eligibility
import Testing

@testable import PlatformRules

@Suite struct RecognitionTests {
  private let id = "platform-recognised"

  private func finding(
    _ platform: String?, _ institution: String?, _ level: PlatformLevel?
  ) throws -> Finding {
    try PlatformRulesTests.finding(id) {
      $0.platform.name = platform
      $0.enterprise.name = institution
      $0.platform.level = level
    }
  }

  @Test func `the list has 10 national and 29 provincial names with their numbers`() {
    #expect(PlatformList.national.map(\.number) == Array(1...10))
    #expect(PlatformList.provincial.map(\.number) == Array(1...29))
    #expect(PlatformList.national.allSatisfy { $0.level == .national && $0.national == nil })
    #expect(PlatformList.provincial.allSatisfy { $0.level == .provincial })
    #expect(Set(PlatformList.entries.map(\.name)).count == 39)
    #expect(PlatformList.provincial[0].name == "北京盈科（长春）律所事务所")
    #expect(PlatformList.provincial[27].name == "白山市产品质量检验所（国家饮用水产品质量监督检验中心（国家）")
  }

  @Test func `five provincial entries are marked and repeat national ones`() {
    let marked = PlatformList.provincial.filter { $0.name.hasSuffix("（国家）") }
    #expect(marked.map(\.number) == [10, 11, 18, 20, 28])
    #expect(marked.map(\.national) == [5, 7, 8, 10, 9])
    #expect(PlatformList.provincial.filter { $0.national != nil } == marked)
    // Three of them under the same name, once folded.
    let same = marked.filter { entry in
      PlatformList.national.contains { ComparableName($0.name) == ComparableName(entry.name) }
    }
    #expect(same.map(\.number) == [10, 18, 28])
    #expect(PlatformList.entries.filter(\.isNational).count == 15)
  }

  @Test(arguments: [
    ("北京盈科(长春)律所事务所", [1]), ("北京盈科 （ 长春 ） 律所事务所\u{200B}", [1]), ("北京盈科长春律所事务所", [1]),
    ("北京盈科（长春）律师事务所", []), ("亚泰电子商务有限公司（国家）", [3]), ("亚泰电子商务有限公司国家", []),
    ("吉林省电子信息产品检验研究院", [11]), ("吉林省电子信息产品检验研究院【国家】", [11]),
    ("吉林省建筑装饰集团\n东北亚文化创意科技园管理中心", [19]), ("吉林高新区中小企业公共服务平台", [20]),
    ("", []), ("（国家）", []), ("家）", []), ("亚泰电子商务有限公司（省级）", []), ("亚泰电子商务有限公司Ａ", []),
  ])
  func `names match without width, blanks, brackets and mark, and not otherwise`(
    name: String, numbers: [Int]
  ) {
    let entries = PlatformList.entries(named: [name])
    #expect(entries.map(\.number) == numbers)
    #expect(entries.allSatisfy { $0.level == .provincial })
  }

  @Test func `a name that is on both halves is found on both`() throws {
    let entries = PlatformList.entries(named: ["白山市产品质量检验所(国家饮用水产品质量监督检验中心)"])
    #expect(entries.map(\.level) == [.national, .provincial])
    #expect(entries.map(\.number) == [9, 28])
    #expect(ComparableName("ＡＢＣ（１）") == ComparableName("ABC1"))
    #expect(ComparableName(" （） ").isEmpty)
    #expect(!ComparableName("国家").isEmpty)
    #expect(ComparableName("（国家）").isEmpty)
    #expect(ComparableName("乙（国家）") == ComparableName("乙"))
    for other in ["乙（国家丙", "乙丙国家）", "乙（全家）", "乙（国营）", "国家）"] {
      #expect(ComparableName(other) != ComparableName("乙"))
    }
  }

  @Test(arguments: [nil, PlatformLevel.national, .provincial])
  func `on the list it is met, by either name, whatever else is silent`(level: PlatformLevel?)
    throws
  {
    for (platform, institution) in [
      ("吉林省中小企业公共服务平台", nil), (nil, "吉林省中小企业公共服务平台"), ("甲", "吉林省中小企业公共服务平台"),
      ("吉林省中小企业公共服务平台", "乙"),
    ] as [(String?, String?)] {
      let finding = try finding(platform, institution, level)
      #expect(finding.outcome == .met)
      #expect(finding.reason.message.id == "on-the-list")
      #expect(finding.readings == [.yes, .yes])
    }
  }

  @Test func `on the list and declared unrecognised contradict each other`() throws {
    let finding = try finding("吉林省中小企业公共服务平台", nil, .neither)
    #expect(finding.outcome == .undetermined)
    #expect(finding.reason.message.id == "listed-but-declared-unrecognised")
    #expect(finding.readings == [.yes, .no])
    #expect(finding.missing.isEmpty)
  }

  @Test(
    arguments: [
      (.national, .undetermined, "recognised-but-not-listed", [.no, .yes]),
      (.provincial, .undetermined, "recognised-but-not-listed", [.no, .yes]),
      (.neither, .unmet, "neither-listed-nor-recognised", [.no, .no]),
      (nil, .undetermined, "not-listed", [.no, .unknown]),
    ] as [(PlatformLevel?, Outcome, String, [Kleene])])
  func `not on the list the recognition is asked`(
    level: PlatformLevel?, outcome: Outcome, reason: String, readings: [Kleene]
  ) throws {
    let finding = try finding("甲", "乙", level)
    #expect(finding.outcome == outcome)
    #expect(finding.reason.message.id == reason)
    #expect(finding.readings == readings)
    #expect(finding.missing == (level == nil ? ["/platform/level"] : []))
  }

  @Test(arguments: [nil, PlatformLevel.national, .neither])
  func `with one name unknown it may still be on the list`(level: PlatformLevel?) throws {
    let without = try finding("甲", nil, level)
    #expect(without.outcome == .undetermined)
    #expect(without.missing.contains("/enterprise/name"))
    let second = try finding(nil, "乙", level)
    #expect(second.missing.contains("/platform/name"))
  }
}

@Suite struct FirstSupportTests {
  @Test(arguments: [(nil, .undetermined), (false, .met), (true, .unmet)] as [(Bool?, Outcome)])
  func `money of the first batch excludes`(support: Bool?, outcome: Outcome) throws {
    #expect(
      try finding("platform-first-support") { $0.hasFirstBatchSupport = support }.outcome == outcome
    )
  }
}

@Suite struct NameTests {
  private func finding(
    _ platform: String?, _ institution: String?, published: String?, document: String? = "文号"
  ) throws -> Finding {
    try PlatformRulesTests.finding("platform-name") {
      $0.platform.name = platform
      $0.enterprise.name = institution
      $0.platform.publishedName = published
      $0.platform.recognitionDocument = document
    }
  }

  @Test(
    arguments: [
      ("吉林省中小企业公共服务平台", "乙", nil, .met, "name-as-listed"),
      ("吉林省中小企业公共服务平台", nil, nil, .met, "name-as-listed"),
      ("甲", "乙", nil, .undetermined, "missing"),
      ("甲", "乙", "乙", .met, "name-as-published"),
      ("甲（一）", nil, "甲(一)", .met, "name-as-published"),
      ("甲", "乙", "丙", .unmet, "name-differs"),
      ("甲", nil, "丙", .undetermined, "missing"),
      (nil, nil, "丙", .undetermined, "missing"),
      ("吉林省中小企业公共服务平台", "乙", "丙", .undetermined, "published-name-contradicts"),
      ("吉林省中小企业公共服务平台", nil, "丙", .met, "name-as-listed"),
      ("甲", "乙", "吉林省中小企业公共服务平台", .unmet, "name-differs"),
    ] as [(String?, String?, String?, Outcome, String)])
  func `the name is that of Annex 2 or the one stated`(
    platform: String?, institution: String?, published: String?, outcome: Outcome, reason: String
  ) throws {
    let finding = try finding(platform, institution, published: published)
    #expect(finding.outcome == outcome)
    #expect(finding.reason.message.id == reason)
  }

  @Test func `the number of the document is asked, and a wrong name is one without it`() throws {
    let finding = try finding("吉林省中小企业公共服务平台", "乙", published: nil, document: nil)
    #expect(finding.outcome == .undetermined)
    #expect(finding.missing == ["/platform/recognitionDocument"])
    #expect(try self.finding("甲", "乙", published: "丙", document: nil).outcome == .unmet)
    #expect(
      try self.finding("甲", "乙", published: nil, document: nil).missing
        == ["/platform/publishedName", "/platform/recognitionDocument"])
  }
}
