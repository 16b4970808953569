// Tables go into an office's files: each cell is held against what was filed, and each column has its name.

import ChampionRules
import CommonFacts
import Eligibility
import Testing

@testable import Batch
@testable import BatchReports
@testable import HostSystem
@testable import Judging
@testable import Programmes
@testable import Reports

struct OfficeTableTests {
  /// The records of a table, each by its heading.
  private func records(
    _ files: [String: String], _ flags: [String] = [], format: String = "csv"
  ) throws -> [[String: String]] {
    let intake = BatchWorld(files)
    _ = intake.run(["screen", "in", "--lang", "zh", "--format", format] + flags)
    let table = try #require(StrictCSV.records(Array(intake.output.utf8)))
    // The list for paper breaks headings and cells into lines.
    let titles = try #require(table.first).map { $0.replacing("\n", with: "") }
    #expect(Set(titles).count == titles.count)
    return table.dropFirst().map { record in
      #expect(record.count == titles.count)
      return Dictionary(
        uniqueKeysWithValues: zip(titles, record.map { $0.replacing("\n", with: "") }))
    }
  }

  /// A sound application with some members written otherwise.
  private func filed(_ changes: (old: String, new: String)...) -> String {
    var text = GoodFile.text
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return text
  }

  @Test func `figures stand as they were filed`() throws {
    let record = try #require(try records(["in/a.json": GoodFile.text]).first)
    // As they stand in the file, in units of ten thousand yuan.
    let judged = try Judged(GoodFile.text)
    let application = judged.application
    #expect(record["受理部门"] == "长春市")
    #expect(record["申报日"] == application.filingDate?.description)
    #expect(record["产品代码"].map(StrictCSV.text) == application.product.classification.code)
    for (count, title) in [(1, "第 1 年"), (2, "第 2 年"), (3, "第 3 年")] {
      let year = try #require(application.applicationYear) - count
      let revenue = application.figures.mainBusinessRevenue(of: year)
      #expect(revenue != nil)
      #expect(
        record["申报年度前\(title)主营业务收入（万元）"] == revenue?.digits(in: .tenThousandYuan))
    }
    #expect(record["全省位次"] == application.market.province.rank.map { String($0) })
    #expect(record["全国占有率（%）"] == application.market.nation.share?.digits)
    #expect(record["第三条 在吉林省注册"] == "符合")
    #expect(record["附件1 一.2 平均主营业务收入：差距（万元，3 年合计）"] == "")
    #expect(record["初核意见（由工信部门填写）"] == "")
  }

  /// The mean is rounded down, so that it never seems to reach what the sum does not.
  @Test func `the mean is no more than it is`() throws {
    for (fen, mean) in [
      (60_000_000_000, "20000"), (59_999_999_999, "19999.999999"), (1, "0"), (-1, "-0.000001"),
    ] {
      #expect(
        Money(fen: Int64(fen)).roundedDownQuotient(by: 3).digits(in: .tenThousandYuan) == mean)
    }
  }

  /// What is not known stays empty: neither nought nor a sum of what is known.
  @Test func `what is not known is empty`() throws {
    let record = try #require(try records(["in/a.json": "{}"]).first)
    for title in [
      "受理部门", "申报日", "产品代码", "从事相关领域满几年", "3 年平均主营业务收入（万元）", "3 年主营业务收入合计（万元）",
      "申报年度前第 1 年主营业务收入（万元）", "全省位次", "全省占有率（%）", "国家级认定及有效期", "首次申报或期满复核",
    ] { #expect(record[title] == "", "\(title)") }
    #expect(record["第三条 在吉林省注册"] == "待定")
    #expect(record["必备条件缺少的内容"]?.contains("企业 › 住所行政区划代码") == true)
  }

  /// Each condition that fixtures miss by a figure has a column for it, in the unit of its figures.
  @Test func `every gap has its column`() throws {
    var found: [String: Set<String>] = [:]
    for report in Fixture.all.compactMap(\.report) {
      for number in report.programme.criteria(of: .condition) {
        guard let gap = report.findings[number].shortfall else { continue }
        let unit =
          switch gap {
          case .days: "天"
          case .money: "万元，3 年合计"
          case .places: "位"
          default: "\(gap)"
          }
        found[report.programme.criteria[number].id, default: []].insert(unit)
      }
    }
    let columns = Programme.champion.gapColumns().map { ($0.criterion, Set([$0.unit.zh])) }
    #expect(found == Dictionary(uniqueKeysWithValues: columns))
  }

  @Test func `columns are chosen in their order`() throws {
    let intake = BatchWorld(["in/a.json": GoodFile.text])
    _ = intake.run(
      "screen", "in", "--lang", "zh", "--format", "csv", "--columns",
      "average-revenue,enterprise,remark")
    #expect(
      intake.output
        == "\u{FEFF}\"附件1 一.2 平均主营业务收入\",\"企业\",\"备注（由工信部门填写）\"\r\n\"符合\",\"长春曜北精密轴承有限公司\",\r\n")
  }

  @Test func `names of columns are unique and covered`() {
    let names = ScreeningCSV.columnNames(of: .champion)
    #expect(Set(names).count == names.count)
    for criterion in Programme.champion.criteria { #expect(names.contains(criterion.id)) }
    for column in ScreeningColumn.allCases { #expect(names.contains(column.id)) }
    for name in names {
      #expect(!name.utf8.contains { $0 == UInt8(ascii: ",") || $0 <= UInt8(ascii: " ") }, "\(name)")
    }
  }

  @Test func `a wrong column is named with all there are`() {
    let intake = BatchWorld(["in/a.json": GoodFile.text])
    #expect(
      intake.run("screen", "in", "--lang", "en", "--format", "csv", "--columns", "enterprize,?")
        == .usage)
    #expect(intake.error.contains("there is no column “enterprize”; did you mean enterprise?"))
    for name in ScreeningCSV.columnNames(of: .champion) { #expect(intake.error.contains(name)) }
    #expect(intake.run("screen", "in", "--lang", "en", "--columns", "verdict") == .usage)
    #expect(intake.error.contains("--columns needs --format csv"))
  }

  /// Eligible applications stand before undetermined ones, the others are left out.
  @Test func `the list recommends nobody ineligible`() throws {
    let unknown = filed(("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": null"))
    let late = filed(("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": \"2024-03-01\""))
    let list = try records(
      [
        "in/1.json": unknown, "in/2.json": late, "in/3.json": GoodFile.text, "in/4.json": "%PDF",
        "in/5.json": GoodFile.text + "x",
      ], format: "recommendation")
    #expect(list.map { $0["序号"] } == ["1", "2", "3"])
    #expect(list.map { $0["结论"]?.prefix(4) } == ["符合条件", "尚不能判", "尚不能判"])
    #expect(list[0]["不符合或待核实的条款"] == "" || list[0]["不符合或待核实的条款"]?.contains("待定") == false)
    #expect(list[1]["不符合或待核实的条款"]?.contains("附件1 一.1 从事相关领域年限：待定") == true)
    #expect(list[1]["缺少的材料"]?.contains("从事该领域的起始时间") == true)
    // A file with faults is told of with them.
    #expect(list[2]["不符合或待核实的条款"]?.contains(":") == true)
    for column in ["推荐次序", "推荐意见", "联系人及电话"] {
      #expect(list.allSatisfy { $0[column + "（由工信部门填写）"] == "" })
    }
  }

  /// Letters of a batch stand one after another; none names another applicant, and nobody goes without.
  @Test func `each applicant gets a letter of its own`() throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      files["in/\(number + 10).json"] = filed(
        ("长春曜北精密轴承有限公司", "长春第\(number)号轴承有限公司"),
        ("\"fieldSince\": \"2012-03-01\"", "\"fieldSince\": null"))
    }
    let intake = BatchWorld(files)
    _ = intake.run("screen", "in", "gone.json", "--lang", "zh", "--format", "letter", "--jobs", "3")
    var letters = intake.output.split(separator: "\u{0C}\n")
    #expect(letters.popLast() == "（未写通知）gone.json：没有这个文件\n")
    #expect(letters.count == 40)
    for (number, letter) in letters.enumerated() {
      #expect(letter.contains("长春第\(number)号轴承有限公司"))
      #expect(letter.contains("从事该领域的起始时间"))
      #expect(letter.ranges(of: "号轴承有限公司").count == 1)
    }
  }

  /// What is left out on request is named with the reason, a folder once.
  @Test func `what is excluded is named`() throws {
    let intake = BatchWorld([
      "in/a.json": "{}", "in/draft-1.json": "{}", "in/old/b.json": "{}", "in/old/c.json": "{}",
      "in/new/old.json": "{}", "in/new/x/y.json": "{}",
    ])
    _ = intake.run(
      "screen", "in", "--format", "ndjson", "--lang", "en", "--exclude", "old", "--exclude",
      "draft-?.json",
      "--exclude=x/*")
    #expect(intake.rows == ["in/a.json", "in/new/old.json"])
    let others = intake.output.split(separator: "\n").filter { $0.contains("passedOver") }
    #expect(
      others
        == ["in/draft-1.json", "in/new/x/y.json", "in/old"].map {
          "{\"kind\":\"passedOver\",\"source\":\"\($0)\",\"reason\":\"excluded\"}"
        })
  }
}

struct FilePatternTests {
  @Test(arguments: [
    ("old", "in/old", true), ("old", "in/older", false), ("old", "old/a.json", false),
    ("*", "a", true),
    ("*.json", "in/a.json", true), ("*.json", "in/a.JSON", false), ("a*b*c", "x/a1b2b3c", true),
    ("a*b*c", "x/a1b2b3", false), ("?.json", "吉.json", true), ("?.json", "吉林.json", false),
    ("in/*.json", "in/a.json", true), ("in/*.json", "x/in/a.json", true),
    ("in/*.json", "in/x/a.json", false),
    ("./in//a", "in/a", true), ("**", "a", true), ("a?", "a", false), ("?", "", false),
  ])
  func `matches`(_ pattern: String, _ path: String, _ isMeant: Bool) throws {
    #expect(try #require(FilePattern(pattern)).matches(path) == isMeant)
  }

  @Test(arguments: ["", "/", ".", "./."]) func `what names nothing is none`(_ text: String) {
    #expect(FilePattern(text) == nil)
  }

  /// A pattern of many stars against a long name that is nearly of it does not take for ever.
  @Test func `many stars end`() throws {
    let pattern = try #require(FilePattern(String(repeating: "*a", count: 100) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}
