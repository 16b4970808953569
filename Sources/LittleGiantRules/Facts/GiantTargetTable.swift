// The table of targets (Annex 6): nineteen rows, whose cells are kept as they were written.

/// A row of the table, in its order.
public enum GiantTarget: String, Hashable, Sendable, CaseIterable {
  /// 上年度主营业务收入（万元）
  case mainBusinessRevenue
  /// 主营业务收入占营业收入比重（%）
  case mainBusinessShare
  /// 主导产品出口额占营业收入比重（%）
  case exportShare
  /// 获得发达国家或地区认证数量（个）
  case foreignCertifications
  /// 研发经费支出占营业收入比重（%）
  case researchShare
  /// 专职研发人员占企业总人数比重（%）
  case researchStaffShare
  /// 有效发明专利并实际应用数量（个）
  case patentsInUse
  /// 研发机构级别
  case institutionLevel
  /// 主持制（修）订国际国家标准（项）
  case standardsLed
  /// 主持制（修）订行业标准（项）
  case industryStandardsLed
  /// 参与制（修）订国际国家、行业标准（项）
  case standardsTakenPartIn
  /// 省部级及以上奖项数量（项）
  case awards
  /// 质量管理体系认证数量（项）
  case certifications
  /// 产品生产执行标准达到国际标准（或国家标准）
  case meetsStandards
  /// 运用 ERP、MES、CRM 等信息化系统
  case informationSystems
  /// 有上市计划
  case listingPlan
  /// 上年主营业务收入增长率（%）
  case revenueGrowth
  /// 近三年主营业务收入平均增长率（%）
  case averageRevenueGrowth
  /// 近三年利润平均增长率（%）
  case averageProfitGrowth

  /// What may stand in a row's cells.
  enum Content {
    /// A number without a sign or unit behind it; below zero only where it is a change.
    case number(mayBeNegative: Bool)
    /// A whole number of things.
    case count
    /// One of some words.
    case words([String])
  }

  var content: Content {
    switch self {
    case .mainBusinessRevenue, .mainBusinessShare, .exportShare, .researchShare,
      .researchStaffShare:
      .number(mayBeNegative: false)
    case .revenueGrowth, .averageRevenueGrowth, .averageProfitGrowth: .number(mayBeNegative: true)
    case .foreignCertifications, .patentsInUse, .standardsLed, .industryStandardsLed,
      .standardsTakenPartIn, .awards, .certifications:
      .count
    // Annex 6 names them in the row itself.
    case .institutionLevel: .words(["国家级", "省部级", "其他", "无研发机构"])
    case .meetsStandards, .informationSystems: .words(["是", "否"])
    // Section 6(2)3.
    case .listingPlan: .words(["递交申请书", "已进入辅导期", "无"])
    }
  }

  /// Whether targets are asked besides the starting value: not of the two averages of three years.
  public var hasTargets: Bool {
    self != .averageRevenueGrowth && self != .averageProfitGrowth
  }

  /// The columns that are to be filled in.
  var columns: [GiantTargetColumn] { hasTargets ? GiantTargetColumn.allCases : [.start] }
}

/// A column of the table.
public enum GiantTargetColumn: String, Hashable, Sendable, CaseIterable {
  /// 实施期初始值
  case start
  /// 实施期满一年目标
  case end2022
  /// 实施期满两年目标
  case end2023
}

/// The cells of a row as they were written.
public struct GiantTargetRow: Hashable, Sendable {
  /// The value at the start: of 2020 for yearly figures, else of 31 May 2021.
  public var start: String?
  /// The target for the end of 2022.
  public var end2022: String?
  /// The target for the end of 2023.
  public var end2023: String?

  /// A row of which nothing is known.
  public init() {}

  /// The cell of a column.
  public subscript(column: GiantTargetColumn) -> String? {
    switch column {
    case .start: start
    case .end2022: end2022
    case .end2023: end2023
    }
  }
}

/// The table of targets.
public struct GiantTargetTable: Hashable, Sendable {
  /// The rows, in the order of the table, once one of them is known.
  private var rows: [GiantTargetRow] = []

  /// A table of which nothing is known.
  public init() {}

  /// A row.
  public subscript(target: GiantTarget) -> GiantTargetRow {
    get { rows.isEmpty ? GiantTargetRow() : rows[GiantTargetTable.place(of: target)] }
    set {
      if rows.isEmpty {
        if newValue == GiantTargetRow() { return }
        rows = GiantTarget.allCases.map { _ in GiantTargetRow() }
      }
      rows[GiantTargetTable.place(of: target)] = newValue
    }
  }

  private static func place(of target: GiantTarget) -> Int {
    var place = 0
    for other in GiantTarget.allCases {
      if other == target { break }
      place += 1
    }
    return place
  }
}

/// A number as it was written in a table: with as many digits behind the point as there are.
struct GiantTableNumber: Hashable {
  /// The digits as one integer.
  let coefficient: Int64
  /// How many of them stand behind the point.
  let scale: Int

  /// The number, or `nil` where the text is none, or one of more than 15 digits.
  init?(_ text: String) {
    var (coefficient, scale, digits) = (Int64(0), 0, 0)
    var (isNegative, hasPoint) = (false, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where digits == 0 && !hasPoint && !isNegative: isNegative = true
      case UInt8(ascii: ".") where digits > 0 && !hasPoint: hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if digits > 15 { return nil }
        if hasPoint { scale += 1 }
        coefficient = coefficient * 10 + Int64(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    if digits == 0 || hasPoint && scale == 0 { return nil }
    self.coefficient = isNegative ? -coefficient : coefficient
    self.scale = scale
  }

  /// Whether it is a quotient, rounded to the digits written, half of one away from zero.
  ///
  /// - Parameters:
  ///   - numerator: at most 10¹⁹.
  ///   - denominator: above zero.
  func isRounded(_ numerator: Int128, over denominator: Int128) -> Bool {
    var power: Int128 = 1
    for _ in 0..<scale { power *= 10 }
    let (whole, rest) = (numerator.magnitude * power.magnitude)
      .quotientAndRemainder(dividingBy: denominator.magnitude)
    let rounded = rest >= denominator.magnitude - rest ? whole + 1 : whole
    return Int128(coefficient) == (numerator < 0 ? -Int128(rounded) : Int128(rounded))
  }

  /// Whether it is below a whole number.
  func isBelow(_ number: Int) -> Bool {
    var power: Int128 = 1
    for _ in 0..<scale { power *= 10 }
    return Int128(coefficient) < Int128(number) * power
  }
}
