// Section 6(2) and Annex 6: nineteen rows, each cell with what may stand there and nothing besides.

import Eligibility

/// A cell of the target table.
struct TargetCell {
  let row: GiantTarget
  let column: GiantTargetColumn
  let text: String?

  /// Whether it holds what may stand there.
  var isInOrder: Kleene {
    guard let text else { return .unknown }
    return switch row.content {
    case .number(let mayBeNegative):
      Kleene(GiantTableNumber(text).map { mayBeNegative || $0.coefficient >= 0 } ?? false)
    case .count:
      Kleene(GiantTableNumber(text).map { $0.scale == 0 && $0.coefficient >= 0 } ?? false)
    case .words(let words): Kleene(words.contains(text))
    }
  }

  var place: Pointer { Pointer("/targets/\(row.rawValue)/\(column.rawValue)") }

  /// What is wrong with it.
  var fault: Reason {
    let expected =
      switch row.content {
      case .number: Wording(zh: "只写数字，没有的写 0", en: "a plain number, 0 if there is nothing")
      case .count: Wording(zh: "只写整数，没有的写 0", en: "a plain whole number, 0 if there is nothing")
      case .words(let words):
        Wording(zh: words.joined(by: "、"), en: words.joined(by: ", "))
      }
    return Reason(
      Message(
        "cell-not-as-required", zh: "{row}（{column}）写作“{found}”，应为：{expected}",
        en: "{row}, {column}: “{found}” is written, expected {expected}"),
      [
        "row": .term(row.name), "column": .term(column.name), "found": text.quantity { .text($0) },
        "expected": .term(expected),
      ])
  }
}

extension [String] {
  /// The texts with another between each two.
  fileprivate func joined(by separator: String) -> String {
    var joined = ""
    for (number, text) in enumerated() { joined += (number == 0 ? "" : separator) + text }
    return joined
  }
}

extension GiantTargetTable {
  /// All cells that are to be filled in, row by row.
  var cells: [TargetCell] {
    GiantTarget.allCases.flatMap { row in
      row.columns.map { TargetCell(row: row, column: $0, text: self[row][$0]) }
    }
  }
}

extension Criterion where Applicant == GiantApplication {
  /// Section 6(2)1 to 4 and Annex 6: the target table.
  public static let giantTargetTable = Criterion(
    "giant-target-table",
    clauses: [
      .part(section: 6, part: 2, item: 1), .part(section: 6, part: 2, item: 2),
      .part(section: 6, part: 2, item: 3), .part(section: 6, part: 2, item: 4), .annex(6),
    ], role: .formality,
    title: Wording(zh: "企业目标表", en: "Target table"),
    rule: Wording(
      zh:
        "19 行均填写：19 个初始值、各 17 个一年和两年目标（最后两行没有目标）；数字不带“%”和单位，没有的写 0；"
        + "上市计划写“递交申请书”“已进入辅导期”或“无”",
      en:
        "all 19 rows: 19 starting values and 17 targets for each of two years (the last two rows have none); "
        + "numbers without % or unit, 0 where there is nothing; the plan to go public in the words of "
        + "Section 6(2)3, else 无"),
    settledReadings: [
      Reading(
        "none-or-zero",
        Wording(
          zh: "没有的写 0；但没有上市计划的写“无”，没有研发机构的写“无研发机构”",
          en: "0 where there is nothing; but 无 for no plan, and 无研发机构 for no institution"),
        ground: Wording(
          zh: "附件6 注 4 是一般规定，六（二）3 和附件6 该行另有专门规定",
          en: "note 4 of Annex 6 is general; Section 6(2)3 and the row itself are special")),
      Reading(
        "annex-6-governs",
        Wording(
          zh: "以附件6 的行为准：填研发机构级别，不填研发机构数量和成果转化项目数量",
          en:
            "the rows of Annex 6 govern: level of the institution, not numbers of institutions or projects"
        ),
        ground: Wording(
          zh: "六（二）2 提到的两个数量在附件6 中没有对应的行",
          en: "two numbers that Section 6(2)2 mentions have no row in Annex 6")),
    ],
    asks: GiantTarget.allCases.flatMap { row in
      row.columns.map { column in
        AskedFact(Pointer("/targets/\(row.rawValue)/\(column.rawValue)")) {
          $0.targets[row][column] == nil
        }
      }
    },
    decide: { application, _ -> Kleene in
      var answer = Kleene.yes
      for cell in application.targets.cells { answer = answer && cell.isInOrder }
      return answer
    },
    explain: { state, application, _, say in
      let cells = application.targets.cells
      let wrong = cells.filter { $0.isInOrder == .no }
      let open = cells.filter { $0.isInOrder == .unknown }
      lazy var values: Reason.Values = [
        "count": .count(cells.count), "open": .count(open.count), "wrong": .count(wrong.count),
        "first": .list(wrong.prefix(5).map { .reason($0.fault) }),
      ]
      return switch state {
      case .yes:
        say(
          "table-in-order", zh: "{count} 格均已按要求填写", en: "all {count} cells are as required", values)
      case .no:
        say(
          "cells-not-as-required", zh: "不合要求的有 {wrong} 格（未填 {open} 格）：{first}",
          en: "cells not as required: {wrong} (not filled in: {open}): {first}",
          mend: Wording(zh: "逐格更正", en: "correct each"), values, at: wrong.map { $0.place })
      case .unknown:
        say(
          "cells-not-filled-in", zh: "{count} 格中有 {open} 格未填",
          en: "{open} of {count} cells are not filled in",
          mend: Wording(zh: "逐格填写", en: "fill in each"), values)
      }
    })
}

extension GiantTargetColumn {
  /// What people call it.
  public var name: Wording {
    switch self {
    case .start: Wording(zh: "实施期初始值", en: "start")
    case .end2022: Wording(zh: "实施期满一年目标（2022 年末）", en: "end of 2022")
    case .end2023: Wording(zh: "实施期满两年目标（2023 年末）", en: "end of 2023")
    }
  }
}

extension GiantTarget {
  /// What people call it.
  public var name: Wording {
    switch self {
    case .mainBusinessRevenue:
      Wording(zh: "上年度主营业务收入（万元）", en: "main-business revenue (10,000 yuan)")
    case .mainBusinessShare: Wording(zh: "主营业务收入占营业收入比重（%）", en: "share of main business (%)")
    case .exportShare: Wording(zh: "主导产品出口额占营业收入比重（%）", en: "share of exports (%)")
    case .foreignCertifications:
      Wording(zh: "获得发达国家或地区认证数量（个）", en: "certifications of developed countries")
    case .researchShare: Wording(zh: "研发经费支出占营业收入比重（%）", en: "share of research (%)")
    case .researchStaffShare:
      Wording(zh: "专职研发人员占企业总人数比重（%）", en: "share of research staff (%)")
    case .patentsInUse: Wording(zh: "有效发明专利并实际应用数量（个）", en: "invention patents in force and in use")
    case .institutionLevel: Wording(zh: "研发机构级别", en: "level of the institution")
    case .standardsLed:
      Wording(zh: "主持制（修）订国际国家标准（项）", en: "international and national standards led")
    case .industryStandardsLed: Wording(zh: "主持制（修）订行业标准（项）", en: "industry standards led")
    case .standardsTakenPartIn:
      Wording(zh: "参与制（修）订国际国家、行业标准（项）", en: "standards taken part in")
    case .awards: Wording(zh: "主营业务相关的省部级及以上奖项数量（项）", en: "awards of provincial level or above")
    case .certifications: Wording(zh: "质量管理体系认证数量（项）", en: "certifications of systems")
    case .meetsStandards:
      Wording(zh: "产品生产执行标准达到国际标准（或国家标准）", en: "production to standards")
    case .informationSystems:
      Wording(zh: "运用 ERP、MES、CRM 等信息化系统", en: "information systems in use")
    case .listingPlan: Wording(zh: "有上市计划", en: "plan to go public")
    case .revenueGrowth: Wording(zh: "上年主营业务收入增长率（%）", en: "growth of main-business revenue (%)")
    case .averageRevenueGrowth:
      Wording(zh: "近三年主营业务收入平均增长率（%）", en: "three-year average growth of revenue (%)")
    case .averageProfitGrowth:
      Wording(zh: "近三年利润平均增长率（%）", en: "three-year average growth of profit (%)")
    }
  }
}
